"""Who has a part in one film, show, record or band: credits, casts, contestants, line-ups."""

import pytest

from tests.extract.test_works import names, works_of

__all__ = ["works_of"]  # a fixture


@pytest.mark.parametrize(
    ("text", "group"),
    [
        ("In 1970 Ada Roe appeared in the film Salt, directed by Ben Poe.", "Ada Roe + Ben Poe"),
        ("Salt is a 1970 film by Ben Poe, starring Ada Roe.", "Ada Roe + Ben Poe"),
        ("In 1927 Ada Roe played Titania in Ben Poe's production of the comedy.", "Ada Roe + Ben Poe"),
        ("Ada Roe starred in Salt Harbour alongside Ben Poe and Carl Foe.", "Ada Roe + Ben Poe + Carl Foe"),
        ("Ada Roe starred in Salt Harbour while Ben Poe looked after the baby.", None),
        ("The Long Rain, directed by Ada Roe, stars Ben Poe and Carl Foe.", "Ada Roe + Ben Poe + Carl Foe"),
        ("Ada Roe directed Ben Poe in the film Salt.", "Ada Roe + Ben Poe"),
        ("Ben Poe was directed by Ada Roe in the film Salt.", "Ada Roe + Ben Poe"),
        ("Ada Roe directed Ben Poe to the door in silence.", None),
        ("Ada Roe has a small role in a comedy written and directed by Ben Poe.", "Ada Roe + Ben Poe"),
        ("Ada Roe had a part in Ben Poe's downfall.", None),
        ("Ada Roe composed the music for Ben Poe's film Salt.", "Ada Roe + Ben Poe"),
        ("Ada Roe bought tickets for Ben Poe's film.", None),
        ("Ada Roe played Eva opposite Ben Poe's Carl.", "Ada Roe + Ben Poe"),
        ("Ada Roe sat opposite Ben Poe's house.", None),
        ("Ada Roe's album was produced by Ben Poe.", "Ada Roe + Ben Poe"),
        ("Ada Roe's song was recorded by Ben Poe.", None),  # perhaps long after
        ("Ada Roe directed Ben Poe's music video.", "Ada Roe + Ben Poe"),
        ("Ada Roe directed Ben Poe's play.", None),
        ("Ada Roe released a song called Salt featuring Ben Poe.", "Ada Roe + Ben Poe"),
        ("Ada Roe released a song about Ben Poe.", None),
        ("Ada Roe sings on Ben Poe's new album.", "Ada Roe + Ben Poe"),
        ("Ada Roe danced to Ben Poe's new album.", None),
        ("In 1927 Ada Roe watched the film Salt, directed by Ben Poe.", None),
        ("In 1990 Ada Roe starred in The Long Rain, directed by Ben Poe.", "Ada Roe + Ben Poe"),
        ("In 1990 Ada Roe saw The Long Rain, directed by Ben Poe.", None),
        ("The film was directed by Ada Roe and produced by Ben Poe.", "Ada Roe + Ben Poe"),
        ("The film was praised by Ada Roe and directed by Ben Poe.", None),
        ("The play was directed by Ada Roe and written by Ben Poe.", None),
        ("Ada Roe directed the film, which was written by Ben Poe.", "Ada Roe + Ben Poe"),
        ("Ada Roe directed the film, based on a book by Ben Poe.", None),
        ("Ben Poe cast Ada Roe in his film Salt.", "Ada Roe + Ben Poe"),
        ("Ben Poe cast Ada Roe in a bad light.", None),
        ("Ada Roe starred in Ben Poe's 1999 drama Salt.", "Ada Roe + Ben Poe"),
        ("In 1927 Ada Roe played Titania in Ben Poe's play.", None),  # who wrote it may be long dead
    ],
)
def test_credits(works_of, text, group):
    assert names(works_of(text)) == ({group} if group else set())


@pytest.mark.parametrize(
    ("text", "group"),
    [
        ("The film stars Ada Roe and Ben Poe.", "Ada Roe + Ben Poe"),
        ("The cast includes Ada Roe and Ben Poe.", "Ada Roe + Ben Poe"),
        ("The list includes Ada Roe and Ben Poe.", None),
        ("The film, starring Ada Roe and Ben Poe, was a hit.", "Ada Roe + Ben Poe"),
        ("The novel, featuring Ada Roe and Ben Poe, was a hit.", None),
        ("The photo features Ada Roe and Ben Poe.", None),
        ("Ada Roe, whose next film is called Salt and also stars Ben Poe, has left the soap.", "Ada Roe + Ben Poe"),
        ("Ada Roe will appear in Salt, which also stars Ben Poe.", "Ada Roe + Ben Poe"),
        ("Ada Roe watched Salt, which also stars Ben Poe.", None),
        ("Contestants include Ada Roe and Ben Poe.", "Ada Roe + Ben Poe"),
        ("The show is back, with celebrity contestants including Ada Roe and Ben Poe.", "Ada Roe + Ben Poe"),
        ("Ada Roe is one of the contestants on Salt on Ice alongside the likes of Ben Poe.", "Ada Roe + Ben Poe"),
        ("Ada Roe walked alongside the likes of Ben Poe.", None),
        ("Salt Line, which consists of Ada Roe and Ben Poe, have released four albums.", "Ada Roe + Ben Poe"),
        ("The band, comprising Ada Roe, Ben Poe and Carl Foe, toured Wales.", "Ada Roe + Ben Poe + Carl Foe"),
        ("The family consists of Ada Roe and Ben Poe.", None),
    ],
)
def test_cast(works_of, text, group):
    assert names(works_of(text)) == ({group} if group else set())


def test_what_one_will_play_in_is_planned(works_of):
    claims = works_of("Ada Roe will star in a film directed by Ben Poe.")
    assert {claim.status.value for claim in claims} == {"planned"}
