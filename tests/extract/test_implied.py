"""What is told of a couple that another verb of the sentence names."""

import pytest


@pytest.fixture(scope="module")
def told(claims_of):
    """The happenings and states of one type, each in a line."""

    def told(text: str, type_: str) -> set[str]:
        return {
            f"{' + '.join(person.name for person in claim.people)} {claim.when or claim.start or ''} {claim.status}"
            for claim in claims_of(text)
            if claim.type == type_
        }

    return told


@pytest.mark.parametrize(
    ("text", "type_", "expected"),
    [
        (
            "Carl Hale split with poker player Beth Orme in 2017 after tying the knot in 2016.",
            "married",
            "2016 asserted",
        ),
        ("Carl Hale divorced Beth Orme in 2012 after marrying in 2010.", "married", "2010 asserted"),
        ("Carl Hale split from girlfriend Beth Orme in May after dating since 2015.", "dating", "2015 asserted"),
    ],
)
def test_what_those_who_parted_had_begun(told, text, type_, expected):
    assert f"Beth Orme + Carl Hale {expected}" in told(text, type_)


@pytest.mark.parametrize(
    ("text", "type_"),
    [
        ("Carl Hale split from Beth Orme in 2012 after falling in love with his co-star.", "dating_began"),
        ("Carl Hale split from Beth Orme in 2012 after marrying a footballer.", "married"),
        ("Carl Hale married Beth Orme in 2012 after divorcing in 2010.", "divorced"),
    ],
)
def test_what_is_done_with_another_is_not_theirs(told, text, type_):
    assert told(text, type_) == set()


def test_what_comes_of_a_parting_is_no_plan(told):
    text = "Carl Hale split from Beth Orme in May, only for them to reconcile weeks later."
    assert {each.split()[-1] for each in told(text, "reconciled")} == {"asserted"}
    text = "Carl Hale flew to Rome to marry Beth Orme."
    assert {each.split()[-1] for each in told(text, "married")} == {"planned"}


@pytest.mark.parametrize("verb", ["became", "went"])
def test_official_on_a_network_is_public(told, verb):
    text = f"Carl Hale and Beth Orme {verb} Instagram official on 5 September."
    assert told(text, "went_public") == {"Beth Orme + Carl Hale 2020-09-05 asserted"}
    assert told("Carl Hale and Beth Orme became officials in 2019.", "went_public") == set()


def test_a_former_couple_is_not_who_are_one_now(told):
    now = "Beth Orme went public with her new boyfriend Carl Hale this week. "
    past = "The former couple started dating in 2014, and they split in 2018."
    before = f"{now}Beth and Carl's age gap is no problem for the actor, who previously dated singer Eva Stone. {past}"
    assert told(before, "separated") == told(before, "dating_began") == set()
    told_of = told(f"{now}Carl was seen with his ex-wife Eva Stone in May. {past}", "separated")
    assert {each[:21] for each in told_of} == {"Carl Hale + Eva Stone"}


def test_colleagues_are_no_couple_that_parts(claims_of):
    told = claims_of("Ada Roe, 31, sang with Carl Foe. On Monday Carl split from the 52-year-old singer.")
    assert {claim.type for claim in told} == {"worked_together"}
