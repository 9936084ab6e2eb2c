"""Whatever the text, the pipeline and the extractor read it: no crash, in time that grows as the text does.

`pytest -m slow -s tests/hostile/test_pipeline.py` prints seconds beside those of plain prose of the same length.
"""

from datetime import date
from time import process_time

import pytest

from kg.build import Reader
from kg.nlp.parse import made
from kg.read.draft import digested
from kg.records import Document
from tests.hostile.pieces import PIECES, PLAIN, text

SIZE = 2_000  # characters


@pytest.fixture(scope="module")
def seconds(nlp, ontology):
    """How long reading a text takes."""
    reader = Reader(nlp, ontology)
    reader.__dict__["stamp"] = "test"

    def of(words: str) -> float:
        document = Document(id="", source="a.txt", text=words, published=date(2020, 1, 1))
        started = process_time()
        reader(digested(document))
        return process_time() - started

    of(PLAIN)
    return of


@pytest.mark.slow
@pytest.mark.parametrize("piece", PIECES.values(), ids=PIECES)
def test_any_text_takes_about_as_long_as_prose_with_as_many_words(seconds, piece):
    plain, short, long = seconds(text(PLAIN, 3 * SIZE)), seconds(text(piece, SIZE)), seconds(text(piece, 3 * SIZE))
    print(f"\n{piece!r:40} {long:6.2f} s, {long / plain:5.1f} times as prose; {long / max(short, 0.01):4.1f} for 3")
    assert long < 1 + 12 * plain
    assert long < 1 + 5 * short


@pytest.mark.parametrize(
    "words",
    [
        "[" * 100_000,
        "Ada said, " + "(" * 100_000 + " and Ben wed.",
        "a" * 2_000_000,
        "a,b" * 300_000,
        "\u0301" * 10_000,
        "\x1b[31mAda\x00 met\ufffe Ben\u202e in May 2019.",
        "Ada met Ben in the year 99999999999999999999 and in 0000-00-00, 31 February 2019, on 4 May -1.",
        "on 99/99/9999 or 1e400 years before 2019 or twelve billion years after they met",
    ],
    ids=["brackets", "brackets in prose", "letters", "commas", "accents", "controls", "numbers", "lengths"],
)
def test_odd_texts_are_read_soon(seconds, words):
    assert seconds(words) < 10


@pytest.mark.parametrize("sign", [" ", "\t", "(", "_", "<", "[a](", "_a ", "\n- ", "\n1. ", ":*", "1 ", "A. ", "&amp;"])
def test_a_hundred_thousand_of_one_sign_are_made_tokens_soon(nlp, sign):
    words = f"Ada said, {sign * (100_000 // len(sign))} and Ben wed."
    started = process_time()
    made(nlp, digested(Document(id="", source="a.txt", text=words)))
    assert process_time() - started < 3


def test_a_long_run_without_blanks_hides_no_prose_around_it(timeline_of):
    found = timeline_of("Ada Hill married Ben Cole in June 2019. " + "(" * 5_000 + " They divorced in May 2021.")
    assert [event.type for event in found.events] == ["married", "divorced"]
