"""The day of a happening, as the words around it tell it."""

import pytest


def days(claims, type, *names):
    """The days of the dated events of a type; only those in which all these people take part, if any."""
    events = (claim for claim in claims if claim.kind == "event" and claim.type == type)
    found = (each for each in events if {*names} <= {person.name for person in each.people})
    return {each.when.edtf for each in found if each.when}


@pytest.mark.parametrize(
    ("text", "type", "day"),
    [
        ("Ada Roe's book about her marriage to Ben Poe was published in 1995.", "married", set()),
        ("The story of the marriage of Ada Roe and Ben Poe was published in 1995.", "married", set()),
        ("The wedding of Ada Roe and Ben Poe was held in 1995.", "married", {"1995"}),
        ("News of Ada Roe's split from Ben Poe broke in May.", "separated", {"../2020-05"}),
        ("Photographs of Ada Roe's wedding to Ben Poe were published in 2018.", "married", {"../2018"}),
        ("Ada Roe opened up about her split from Ben Poe last week.", "separated", {"../2020-09-13"}),
        ("Ada Roe opened up about her split from Ben Poe last year.", "separated", {"2019"}),
    ],
)
def test_what_is_told_or_seen_of_a_happening_has_a_day_of_its_own(claims_of, text, type, day):
    assert days(claims_of(text), type) == day


@pytest.mark.parametrize(("whose", "owner"), [("his", "Ben Poe"), ("her", "Ada Roe")])
def test_whose_birthday_a_wedding_was_on(claims_of, whose, owner):
    told = claims_of(f"Ada Roe was born in 1950. She married Ben Poe on {whose} 30th birthday.")
    (wedding,) = [claim for claim in told if claim.type == "married" and claim.kind == "event"]
    (key,) = [each.person for each in wedding.people if each.name == owner]
    assert wedding.anchor is not None
    assert (wedding.anchor.type, wedding.anchor.people) == ("born", (key,))


@pytest.mark.parametrize(("told", "day"), [("29 February", "2010-02-28"), ("February", "2010-02")])
def test_an_anniversary_at_the_end_of_february(claims_of, told, day):
    claims = claims_of(f"Ada Roe and Ben Poe celebrated their tenth wedding anniversary in Rome on {told} 2020.")
    assert days(claims, "married") == {day}
