"""Whom a description with an age means: nobody who is told to be of another age."""

from datetime import date

import pytest

from kg.extract.claims import reading
from kg.nlp.aged import may_be_of
from kg.nlp.parse import parse
from kg.ontology.load import load
from kg.records import Document


def parted_from_carl(nlp, text: str, published: date | None) -> set[str]:
    document = Document(id="d", source="d.txt", text=text, published=published)
    claims = reading(parse(nlp, document), document, load()).claims
    return {each.name for claim in claims if claim.type == "separated" for each in claim.people} - {"Carl Foe"}


@pytest.mark.parametrize(
    ("text", "other"),
    [
        ("Ada Roe, 31, starred beside Eva Lark, 47. On Monday Carl Foe split from the 31-year-old.", {"Ada Roe"}),
        ("Ada Roe, 31, starred beside Eva Lark, 47. On Monday Carl Foe split from the 47-year-old.", {"Eva Lark"}),
        ("Ada Roe, 31, sang with Carl Foe. On Monday Carl split from the 31-year-old singer.", {"Ada Roe"}),
        # she has had her birthday since
        ("Ada Roe (30) sang with Carl Foe. On Monday Carl split from the 31-year-old singer.", {"Ada Roe"}),
        ("Ada Roe, 31, sang with Carl Foe. On Monday Carl split from the 52-year-old singer.", set()),
        ("Ada Roe, 31, sang with Carl Foe. In 2010 Carl split from the then 21-year-old singer.", {"Ada Roe"}),
    ],
)
def test_who_is_told_to_be_of_another_age_is_not_meant(nlp, text, other):
    assert parted_from_carl(nlp, text, date(2020, 9, 14)) == other


def test_one_age_fits_another_within_a_birthday():
    assert may_be_of(31, set())
    assert may_be_of(31, {30})
    assert not may_be_of(31, {29, 47})


@pytest.mark.parametrize(
    ("text", "word", "expected"),
    [
        ("Sofia Roe, 22, met Nina Roe to celebrate her 39th birthday.", "her", "Nina Roe"),
        ("Ada Roe, 30, threw a party for Eva Roe on Monday, her 60th birthday.", "her", "Eva Roe"),
        ("Ada Roe, 42, was left by Ben Poe on her 34th birthday.", "her", "Ada Roe"),
        ("Ada Roe, 42, met Carl Poe on Monday, her 43rd birthday.", "her", "Ada Roe"),
        ("Sofia Roe, 22, filmed Nina Roe. Her daughter Harriet, 12, danced.", "Her", "Nina Roe"),
        ("Sofia Roe, 32, filmed Nina Roe. Her daughter Harriet, 12, danced.", "Her", "Sofia Roe"),
    ],
)
def test_nobody_has_the_birthday_or_the_child_of_somebody_older(nlp, text, word, expected):
    doc = nlp(text)
    (owner,) = (each for each in doc._.mentions if doc[each.start : each.end].text == word)
    assert owner.people == (expected,)
