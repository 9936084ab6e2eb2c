"""Titles that are printed without apostrophes."""

from datetime import date

import pytest

PUBLISHED = date(2020, 9, 14)
TEXT = "Dora Crewe was seen in Leeds on Friday. Max Orley, 31, was seen there too, and so was Nell Hart."


def told(timeline, type_: str) -> set[frozenset[str]]:
    names = {person.id: person.name for person in timeline.people}
    records = (*timeline.events, *timeline.states)
    return {frozenset(names[each.id] for each in record.people) for record in records if record.type == type_}


@pytest.mark.parametrize(
    ("tie", "state"), [("ex", "separated"), ("tattooed boyfriend", "dating"), ("husband", "married")]
)
def test_whose_partner_does_it(timeline_of, tie, state):
    timeline = timeline_of(TEXT, PUBLISHED, f"Dora Crewes {tie} Max Orley welcomes a son with Nell Hart")
    assert told(timeline, "child_born") == {frozenset({"Max Orley", "Nell Hart"})}
    assert frozenset({"Dora Crewe", "Max Orley"}) in told(timeline, state)


def test_name_in_s_that_owns_nothing(timeline_of):
    timeline = timeline_of("Dora Keys was seen in Leeds.", PUBLISHED, "Dora Keys sings with her husband Max Orley")
    assert told(timeline, "married") == {frozenset({"Dora Keys", "Max Orley"})}


@pytest.mark.parametrize(
    ("text", "is_theirs"),
    [
        ("Dora Crewe and Max Orley danced at their friends wedding.", False),
        ("Dora Crewe and Max Orley sang. They danced at their sons wedding.", False),
        ("Dora Crewe and Max Orley met in York. Dora and Max's friends had a wedding there.", False),
        ("Dora Crewe and Max Orley danced at their beach wedding.", True),
    ],
)
def test_whose_wedding_it_is(timeline_of, text, is_theirs):
    assert (told(timeline_of(text, PUBLISHED), "married") != set()) is is_theirs
