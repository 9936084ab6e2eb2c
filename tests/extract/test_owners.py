"""Wives, husbands and children of whom no word tells whose they are: "he came with wife Ada"."""

import pytest


@pytest.fixture(scope="module")
def ties(claims_of):
    """The states and ties of a text: the type and its people by first names, the parent first."""

    def ties(text: str) -> set[str]:
        return {
            f"{claim.type} {' '.join(person.name.split()[0] for person in claim.people)}"
            for claim in claims_of(text)
            if claim.kind != "event"
        }

    return ties


@pytest.mark.parametrize(
    ("text", "tie"),
    [
        ("Ben Roe came to York with wife Ada Poe and her dog.", "married Ada Ben"),
        ("Ben Roe says wife Ada Poe never reads his books.", "married Ada Ben"),
        ("Ada Poe sang on after husband Ben, 52, had left the stage.", "married Ada Ben"),
        ("Ada Poe has to pay husband Ben Roe a fortune.", "married Ada Ben"),
        ("Ada Poe was joined by her businessman boyfriend Ben Roe in Leeds.", "dating Ada Ben"),
        ("Ada Poe came with boyfriend and co-star Ben Roe.", "dating Ada Ben"),
        ("Ben Roe shares two daughters with ex-wife, and Bay Life actress, Ada Poe.", "divorced Ada Ben"),
        ("Ada Poe shared a picture of daughter Eva on Monday.", "parent_of Ada Eva"),
        ("Ada Poe shares son Max with ex Ben Roe.", "separated Ada Ben"),
        ("Ada Poe has a son called Max with ex Ben Roe.", "separated Ada Ben"),
        ("Ada Poe shares a six-year-old named Max with ex Ben Roe.", "separated Ada Ben"),
        ("Ada Poe was cheered by husband Ben Roe's mother.", "married Ada Ben"),
        ("Ben Roe flew to York to be with pregnant wife Ada Poe.", "married Ada Ben"),
        ("Ada Poe spoke about falling pregnant with boyfriend Ben Roe.", "dating Ada Ben"),
        ("Ada Poe smiled on a trip, which began with a talk with boyfriend Ben Roe.", "dating Ada Ben"),
        ("Ada Poe was seen with rapper and new beau Ben Roe, 30.", "dating Ada Ben"),
        ("Ada Poe spoke of boyfriend Ben Roe's new film.", "dating Ada Ben"),
        ("Ada Poe arrived with fiancé fashion tycoon Ben Roe.", "engaged Ada Ben"),
        ("Ada Poe filed for divorce from her ex-husband producer Ben Roe.", "divorced Ada Ben"),
        ("Ada Poe announced a show, which will follow her wedding planning with fiancé Ben Roe.", "engaged Ada Ben"),
    ],
)
def test_who_does_or_says_it_has_the_wife_or_child(ties, text, tie):
    assert tie in ties(text)


@pytest.mark.parametrize(
    "text",
    [
        "Ben Roe heard from Carl Lenz that wife Ada Poe was ill.",
        "Ben Roe was on a trip with Carl Lenz, which began with a talk with wife Ada Poe.",
        "Ben Roe came with an actor and wife Ada Poe.",  # whose she is
    ],
)
def test_nobody_has_her_where_somebody_else_stands_between(ties, text):
    assert "married Ada Ben" not in ties(text)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Ada Poe with husband Ben Roe at the theatre in Leeds.", {"married Ada Ben"}),
        ("Ada Poe came with brother Carl and husband Ben Roe.", {"sibling_of Ada Carl", "married Ada Ben"}),
        ("Ada Poe came with her mother Dora and husband Ben Roe.", {"parent_of Dora Ada", "married Ada Ben"}),
        ("Ada Poe's mother Dora and husband Ben Roe were there.", {"parent_of Dora Ada"}),
    ],
)
def test_a_partner_beside_kin_is_of_whose_the_kin_is(ties, text, found):
    assert ties(text) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ('Ben Roe hosts the show. "I haven\'t had many partners, Ben!" Ada Poe replied.', set()),
        ('Ben Roe interviewed Ada Poe. "I have had four husbands, Ben, and I miss them," she said.', set()),
        ('Ben Roe met Ada Poe. "I never had a boyfriend, Ben," she told him.', set()),
        ('"I miss my wife, Carl. She was kind," Ben Roe told him.', {"married Ben wife"}),
        # who is named, not spoken to
        (
            '"I live here with my husband, Ben, and our dog," said Ada Poe.',
            {"married Ada Ben", "living_together Ada Ben"},
        ),
        ('"This is my husband, Ben," said Ada Poe.', {"married Ada Ben"}),
        ('"My brothers, Ben and Carl, were there," said Ada Poe.', {"sibling_of Ada Ben", "sibling_of Ada Carl"}),
    ],
)
def test_who_is_spoken_to_is_none_of_whom_the_speaker_tells(ties, text, found):
    assert ties(text) == found
