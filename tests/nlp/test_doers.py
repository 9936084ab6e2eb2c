"""Whose kin or whose death a clause tells of, in the life of somebody else."""

import pytest

LIFE = "Carl Zed (1900–1970) was a painter. Carl lived in Paris, and Zed painted there. Carl liked it. {} Zed moved."


def told(timeline_of, text: str) -> list[str]:
    """ "Ben Poe > Leo" for kin and partners, "Ben Poe died" for deaths but that of the one it is about."""
    timeline = timeline_of(LIFE.format(text))
    pairs = [*timeline.kin, *(state for state in timeline.states if state.type == "married")]
    ties = [" > ".join(person.name for person in each.people) for each in pairs]
    died = [event.people[0].name for event in timeline.events if event.type == "died"]
    return sorted([*ties, *(f"{name} died" for name in died if name != "Carl Zed")])


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Ben Poe left the house to his son Leo.", ["Ben Poe > Leo"]),
        ("In 1824 King Otto abdicated in favour of his son Leo.", ["King Otto > Leo"]),
        ("He was a pupil of Ben Poe, who ran the school until his death in 1950.", ["Ben Poe died"]),
        ("Ben Poe's quarrel with his brother Leo shook the town.", ["Ben Poe > Leo"]),
        ("Ben Poe was succeeded by his brother Leo Poe.", ["Ben Poe > Leo Poe"]),
        # what nobody does, or is, to kin of one's own
        ("Ben Poe married his sister Ida Zed.", ["Ben Poe > Ida Zed", "Carl Zed > Ida Zed"]),
        ("Ben Poe was his brother.", ["Ben Poe > Carl Zed"]),
        ("Ben Poe visited his widow Ida.", ["Carl Zed > Ida"]),
        # another in the clause may be meant
        ("Ben Poe introduced Zed to his sister Ada.", ["Ada > Carl Zed"]),
    ],
)
def test_one_s_own_kin_is_told_of_before_that_of_whom_a_life_is_about(timeline_of, text, expected):
    assert told(timeline_of, text) == expected


@pytest.mark.parametrize("verb", ["wrote", "commented"])
def test_who_speaks_of_a_death_has_not_died(timeline_of, verb):
    text = f"Ben Poe gave a book to Carl, whom he called a friend, and {verb} on his death that art had lost a master."
    assert told(timeline_of, text) == []


def test_who_has_another_name_may_be_the_one_whom_the_life_is_about(timeline_of):
    assert "Otto Zed > Carl Zed" in told(timeline_of, "Carl Poe was raised by his father Otto Zed.")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("A soldier left his wife Ada.", []),
        ("He painted a man who had killed his brother Leo.", []),
        ("A nurse told his wife Ada of it.", ["Ada > Carl Zed"]),
        ("He was a man who loved his wife Ada.", ["Ada > Carl Zed"]),
    ],
)
def test_kin_of_a_stranger_is_nobody_s_of_whom_one_knows(timeline_of, text, expected):
    assert [each for each in told(timeline_of, text) if ">" in each] == expected


@pytest.mark.parametrize(
    ("text", "dead"),
    [
        ("His son Leo Poe sold the mill after his death.", "Ben Poe"),
        ("His brother, Leo Poe, became mayor upon his death in 1850.", "Ben Poe"),
        ("His son Leo Poe sold the mill before his death.", "Leo Poe"),
        ("His son Leo Poe became famous after his death.", "Leo Poe"),
        ("His son Leo Poe was buried in Leeds after his death.", "Leo Poe"),
    ],
)
def test_who_does_something_after_a_death_is_not_the_dead(timeline_of, text, dead):
    events = timeline_of(f"Ben Poe ran a mill. {text}").events
    assert {event.people[0].name for event in events if event.type == "died"} == {dead}


@pytest.mark.parametrize(
    ("text", "dead"),
    [
        ("After his death in 1865, Carl Zed wed Ada Roe.", "Ben Poe"),
        ("On his death in 1865 Carl Zed inherited the mill.", "Ben Poe"),
        ("After his death in 1865, Carl Zed became famous.", "Carl Zed"),
        ("After his death in 1865, Poe was buried in York.", "Ben Poe"),
    ],
)
def test_who_weds_or_inherits_after_a_death_is_not_the_dead(timeline_of, text, dead):
    events = timeline_of(f"Ben Poe was a merchant, the father of Carl Zed. {text}").events
    assert {event.people[0].name for event in events if event.type == "died"} == {dead}
