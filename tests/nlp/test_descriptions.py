"""Whom descriptions without an owner mean: by callings, by love and partings, by gender and age."""

import pytest

from kg.nlp.marks import mention_at
from kg.nlp.parse import parse
from kg.records import Document


def meant(nlp, text, word, title=""):
    """Who the last mention headed by a word means, by their names."""
    doc = parse(nlp, Document(id="d", source="d.txt", title=title, text=text))
    known = {person.key: person.name for person in doc._.people}
    token = [each for each in doc if each.lower_ == word and each.idx >= doc._.body][-1]
    mention = mention_at(doc, token)
    return {known[key] for key in mention.people} if mention is not None else set()


@pytest.mark.parametrize(
    ("text", "word", "expected"),
    [
        # whom somebody loves, leaves or meets is the partner
        ("Ada Roe wed Ben Poe. Carl Zed manages her. Ada split from the York native in May.", "native", "Ben Poe"),
        ("Ada Roe is dating boyfriend Ben Poe after her split from Carl Zed. She told of her romance with the baker.",
         "baker", "Ben Poe"),
        ("Ada Roe is dating her boyfriend Ben Poe. She recently split from the baker.", "baker", None),
        # what else stands with a noun for the same person
        ("Ada Roe was seen with her bombshell pal Eva Lark. Ben Poe and his wife Dana Poe knew the bombshell.",
         "bombshell", "Eva Lark"),
        # the names that stand with a noun
        ("Ada Roe met Leeds striker Ben Poe and the York keeper Carl Zed. The Leeds star spoke to Ada.",
         "star", "Ben Poe"),
        # the gender that a pronoun behind it tells
        ("Ben Poe saw a light on the night his wife Eva died. The actor spoke of his grief.", "actor", "Ben Poe"),
        ("Ben Poe saw a light on the night his wife Eva died. The actor thanked Carl Zed for his help.", "actor", None),
        # who is somebody's wife may have been another's
        ("Ada Roe, who wed Ben Poe, and her daughter Eva, 2, left. The actress was once wed to Carl Zed.",
         "actress", "Ada Roe"),
        ("Ada Roe came with her husband Ben Poe. The actress was wed to Carl Zed from 1985 to 1987.",
         "actress", "Ada Roe"),
        ("Ada Roe came with her husband Ben Poe. The actress wed Carl Zed in May.", "actress", None),
        ("Ada Roe and Ben Poe left. The star, 47, sang. Ada, 47, and Ben, 31, live in York.", "star", "Ada Roe"),
        ("Ada Roe shared a snap on Monday. The mother-to-be is married to Ben Poe.", "mother", "Ada Roe"),
        ("Ben Poe was seen in York. The father of four was with Ada Roe.", "father", "Ben Poe"),
        ("Ben Poe was seen in York. The father of two boys was with Ada Roe.", "father", "Ben Poe"),
        ("Ben Poe was seen in York. The father of Eva Lark was with Ada Roe.", "father", "father of Eva Lark"),
    ],
)  # fmt: skip
def test_whom_a_description_means(nlp, text, word, expected):
    assert meant(nlp, text, word) == ({expected} if expected else set())


def test_a_description_means_who_stands_in_the_headline_however_far(nlp):
    text = "Ada Roe sang.\n\nIt rained.\n\nIt poured.\n\nIt was cold.\n\nIt froze.\n\nIt snowed.\n\nThe singer left."
    assert meant(nlp, text, "singer", title="Ada Roe sings in York") == {"Ada Roe"}
    assert meant(nlp, text, "singer", title="A song in York") == set()


@pytest.mark.parametrize(
    ("text", "word", "expected"),
    [
        ("Ada Roe met Eva Lark. She spoke of her and Carl's split, saying they were sad.", "they", {"Ada Roe", "Carl"}),
        ("Ada Roe says her new song reminds husband Ben Poe of their late son, Theo.", "their", {"Ada Roe", "Ben Poe"}),
        ("Ada Roe and Carl Zed met Ben Poe. The duo then told Ben that it rained.", "duo", {"Ada Roe", "Carl Zed"}),
        ("Ada Roe told Ben Poe of it. The duo then told Ben that it rained.", "duo", set()),
        ("Ada Roe was with her husband at the time, Ben Poe.", "her", {"Ada Roe"}),
    ],
)  # fmt: skip
def test_whom_owners_and_plurals_mean(nlp, text, word, expected):
    assert meant(nlp, text, word) == expected


@pytest.mark.parametrize(
    ("sentence", "word", "expected"),
    [
        ("Eldest daughter of Ben and Eva Roe.", "daughter", {"Ada Roe"}),
        ("Younger sister of the painter Ben Roe.", "sister", {"Ada Roe"}),
        ("Wife of Carl Poe.", "wife", {"Ada Roe"}),
        ("The daughter of Ben Roe was there.", "daughter", {"daughter of Ben Roe"}),
        ("Son of Ben Roe.", "son", {"son of Ben Roe"}),  # she is none
    ],
)
def test_a_sentence_of_a_life_that_is_but_a_word_for_kin_is_of_its_subject(nlp, sentence, word, expected):
    text = f"Ada Roe (1900–1970) was a painter.\n\n{sentence} She was educated in Leeds."
    assert meant(nlp, text, word, "Ada Roe") == expected
