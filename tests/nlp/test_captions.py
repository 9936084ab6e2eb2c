"""A caption that repeats a sentence of the text is about the same people."""

from datetime import date

import pytest

PUBLISHED = date(2020, 9, 14)
BODY = """Ada Crewe is back on the show. The reality star, 30, will be joined by her old castmates, including her ex \
Ben Dale, who she split from in 2016.

Ada was glad to see him.

Model Eva Hart, 28, said: 'I had no idea how big this would be.'

"""
COPY = "The reality star, 30, will be joined by her old castmates, including her former partner of five years Ben Dale"


def parted(timeline) -> set[frozenset[str]]:
    names = {person.id: person.name for person in timeline.people}
    return {
        frozenset(names[each.id] for each in event.people) for event in timeline.events if event.type == "separated"
    }


@pytest.mark.parametrize("label", ["The ex files: ", ""])
def test_caption_means_whom_the_text_means(timeline_of, label):
    text = f"{BODY}{label}{COPY}, who she split from in 2016"
    assert parted(timeline_of(text, PUBLISHED)) == {frozenset({"Ada Crewe", "Ben Dale"})}


def test_other_words_of_a_caption_may_mean_somebody_else(timeline_of):
    text = f"{BODY}The ex files: Model Eva Hart, 28, is happy after she split from her ex Carl Poe in 2018"
    assert frozenset({"Eva Hart", "Carl Poe"}) in parted(timeline_of(text, PUBLISHED))


@pytest.mark.parametrize("is_copy", [True, False])
def test_behind_a_caption_that_repeats_the_text_the_story_goes_on(nlp, is_copy):
    told = "Eva Hart, 28, said that she is now the wife of Carl Poe"
    opening = f"{told}.\n\nShe sang a song." if is_copy else "Everybody sang a song."
    doc = nlp(f"{opening}\n\nAda Crewe lives with her boyfriend Ben Dale.\n\nSweet: {told}\n\nThe couple wed in 2011.")
    pair = next(each.people for each in doc._.mentions if doc[each.start : each.end].text == "The couple")
    assert set(pair) == ({"Ada Crewe", "Ben Dale"} if is_copy else {"Eva Hart", "Carl Poe"})
