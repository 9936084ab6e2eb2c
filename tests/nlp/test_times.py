"""The component on a blank pipeline and on hand-built trees."""

from datetime import date

import pytest
import spacy
from spacy.language import Language
from spacy.tokens import Doc

from kg.dates.interval import Interval
from kg.nlp.times import Times, tense, time_expressions

PUBLISHED = date(2020, 9, 14)


@pytest.fixture(scope="module")
def blank() -> Language:
    nlp = spacy.blank("en")
    nlp.add_pipe("kg_times")
    return nlp


def test_the_component_sets_times_on_a_blank_pipeline(blank: Language) -> None:
    doc = blank.make_doc("They met in May 2010 and split on Saturday.")
    doc._.published = PUBLISHED
    times = blank(doc)._.times
    assert [(each.text, each.when.edtf, each.anchor) for each in times] == [
        ("May 2010", "2010-05", "calendar"),
        ("Saturday", "2020-09-12", "publication"),
    ]


def test_each_document_of_a_stream_has_its_own_publication(blank: Language) -> None:
    docs = [blank.make_doc("They split last year.") for _ in range(2)]
    docs[0]._.published, docs[1]._.published = date(2010, 1, 1), None
    read = [doc._.times[0].when for doc in blank.pipe(docs)]
    assert [when and when.edtf for when in read] == ["2009", None]


def test_time_expressions_with_and_without_a_pipeline(blank: Language) -> None:
    text = "They had dated for two years when they wed in 2012."
    assert time_expressions(text, PUBLISHED) == time_expressions(text, PUBLISHED, blank)
    assert [(each.text, each.relation) for each in time_expressions(text)] == [("two years", "for"), ("2012", "on")]


def parsed(words: str, tags: str, heads: list[int], deps: str, pos: str) -> Doc:
    vocab = spacy.blank("en").vocab
    tokens = words.split()
    return Doc(vocab, words=tokens, tags=tags.split(), heads=heads, deps=deps.split(), pos=pos.split(), lemmas=tokens)


@pytest.mark.parametrize(
    ("doc", "direction"),
    [
        (
            parsed("They wed in June", "PRP VBD IN NNP", [1, 1, 3, 1], "nsubj ROOT case obl", "PRON VERB ADP PROPN"),
            "past",
        ),
        (
            parsed(
                "They will wed in June",
                "PRP MD VB IN NNP",
                [2, 2, 2, 4, 2],
                "nsubj aux ROOT case obl",
                "PRON AUX VERB ADP PROPN",
            ),
            "future",
        ),
        (
            parsed(
                "They plan to wed in June",
                "PRP VBP TO VB IN NNP",
                [1, 1, 3, 1, 5, 3],
                "nsubj ROOT mark xcomp case obl",
                "PRON VERB PART VERB ADP PROPN",
            ),
            "future",
        ),
        (
            parsed(
                "They were due to wed in June",
                "PRP VBD JJ TO VB IN NNP",
                [2, 2, 2, 4, 2, 6, 4],
                "nsubj cop ROOT mark xcomp case obl",
                "PRON AUX ADJ PART VERB ADP PROPN",
            ),
            "past",
        ),
        (
            parsed(
                "She said they were due to wed in June",
                "PRP VBD PRP VBD JJ TO VB IN NNP",
                [1, 1, 4, 4, 1, 6, 4, 8, 6],
                "nsubj ROOT nsubj cop ccomp mark xcomp case obl",
                "PRON VERB PRON AUX ADJ PART VERB ADP PROPN",
            ),
            "future",
        ),
        (
            parsed(
                "They are marrying in June",
                "PRP VBP VBG IN NNP",
                [2, 2, 2, 4, 2],
                "nsubj aux ROOT case obl",
                "PRON AUX VERB ADP PROPN",
            ),
            "future",
        ),
        (
            parsed("They marry in June", "PRP VBP IN NNP", [1, 1, 3, 1], "nsubj ROOT case obl", "PRON VERB ADP PROPN"),
            "",
        ),
    ],
)
def test_the_governing_verb_gives_the_tense(doc: Doc, direction: str) -> None:
    start = doc[-1].idx
    assert tense(doc, start, start + len("June")) == direction


def test_a_tree_decides_where_words_do_not() -> None:
    doc = parsed("They cast in November", "PRP VBD IN NNP", [1, 1, 3, 1], "nsubj ROOT case obl", "PRON VERB ADP PROPN")
    doc._.published = PUBLISHED
    assert Times()(doc)._.times[0].when.edtf == "2019-11"  # by the words alone: the November to come
    assert time_expressions(doc.text, PUBLISHED)[0].when == Interval.month(2020, 11)
