"""What stands behind a name and tells its bearer from others."""

import pytest

from kg.nlp.lifespans import life, rank, rank_end
from tests.nlp.hand import doc_of


def spelled(*words):
    return doc_of(" ".join(f"{word}|NNP|{'dep' if i else 'root'}|{-i}" for i, word in enumerate(words)))


@pytest.mark.parametrize(
    ("words", "years"),
    [
        ("( 1761 – 1817 )", ("1761", "1817")),
        ("( née Hart ; c. 1761 – 1817 )", ("1761", "1817")),
        (", 2nd Earl of Bath ( 1761 – 1817 )", ("1761", "1817")),
        ("née Hart ( 1761 – 1817 )", ("1761", "1817")),
        ("( ) ( 1761 – 1817 )", ("1761", "1817")),
        (", a poet , ( d. 1817 )", ("", "1817")),
        ("( m. 1761 )", ("", "")),
        ("( married 1761 – 1817 )", ("", "")),
        ("sang there , ( 1761 – 1817 )", ("", "")),
    ],
)
def test_years_stand_in_a_bracket_behind_the_name_and_what_belongs_to_it(words, years):
    assert life(spelled("Jane", "Roe", *words.split()), 2) == years


def test_rank_in_capitals_is_written_as_elsewhere():
    doc = spelled("JANE", "ROE", ",", "5TH", "EARL", "OF", "BATH", "(")
    assert rank(doc, 0, 2, is_title=False) == ", 5th Earl of Bath"
    assert (rank_end(doc, 2), rank_end(doc, 1)) == (7, 1)
