"""Couples and kin told by two nouns."""

import pytest


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("She told of husband and wife Carl Zed and Dora Kay and their loss.", {"married Carl Zed, Dora Kay"}),
        ("Husband-and-wife team Ben and Ada Roe run a shop.", {"married Ben Roe, Ada Roe"}),
        ("Mother-daughter duo Ada and Eva Roe run a shop.", {"parent_of Ada Roe, Eva Roe"}),
        ("Ada Roe and Ben Poe are boyfriend and girlfriend.", {"dating Ada Roe, Ben Poe"}),
        ("Ada Roe and Ben Poe are brother and sister.", {"sibling_of Ada Roe, Ben Poe"}),
        # of somebody, likened, denied, played
        ("Her husband and wife Dora Kay and Eva Roe came.", set()),
        ("Ada Roe and Ben Poe are like brother and sister.", set()),
        ("Ada Roe and Ben Poe are not brother and sister.", set()),
        ("Ada Roe and Ben Poe played husband and wife Carl and Dora Kay in the film.", set()),
    ],
)
def test_two_nouns_tell_what_two_people_are_to_each_other(claims_of, text, told):
    found = [each for each in claims_of(text) if each.type in ("married", "dating", "parent_of", "sibling_of")]
    asserted = [each for each in found if each.status == "asserted"]
    assert {f"{each.type} {', '.join(who.name for who in _ordered(each, text))}" for each in asserted} == told


def _ordered(claim, text):
    """The people as the text names them."""
    return sorted(claim.people, key=lambda who: text.index(who.name.split()[0]))


@pytest.mark.parametrize(
    ("text", "attested"),
    [
        ("Ben Roe has dated several actresses, including Ada Poe, 33, and Eva Zed, 32.", [False, False]),
        ("Ben Roe has dated a string of models including Ada Poe.", [False]),
        ("Ben Roe and Ada Poe have dated since 2013.", [True]),
        ("Ben Roe has been dating Ada Poe.", [True]),
        ("Ben Roe lost several friends, including Ada Poe.", []),
    ],
)
def test_who_is_one_of_many_and_whom_somebody_has_dated_may_be_past(claims_of, text, attested):
    dating = [each for each in claims_of(text) if each.type == "dating"]
    assert [each.when is not None for each in dating] == attested
