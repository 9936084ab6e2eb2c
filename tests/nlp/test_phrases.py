"""Where phrases that speak of people start and end, on trees typed in by hand."""

import pytest

from kg.nlp.phrases import coordination, phrase, title_noun
from tests.nlp.hand import doc_of

SENTENCES = {
    "the young singer from Leeds": (
        "We|PRP|nsubj|1 met|VBD|root|0 the|DT|det|2 young|JJ|amod|1 singer|NN|obj|-3 from|IN|case|1 Leeds|NNP|nmod|-2",
        4,
    ),
    "a man who sang": (
        "We|PRP|nsubj|1 met|VBD|root|0 a|DT|det|1 man|NN|obj|-2 who|WP|nsubj|1 sang|VBD|acl:relcl|-2 ~.|.|punct|-5",
        3,
    ),
    "Clara 's": ("Clara|NNP|nmod:poss|2|P ~'s|POS|case|-1 hat|NN|nsubj|1 fell|VBD|root|0", 0),
    "a potter": ("She|PRP|nsubj|4 is|VBZ|cop|3 not|RB|advmod|2 a|DT|det|1 potter|NN|root|0 ~.|.|punct|-1", 4),
    "Clara": ("With|IN|case|1 Clara|NNP|obl|6|P ~,|,|punct|2 a|DT|det|1 potter|NN|appos|-3 ~,|,|punct|1 he|PRP|nsubj|1 "
              "left|VBD|root|0", 1),
    "her": ("her|PRP$|nmod:poss|1 hat|NN|root|0", 0),
}  # fmt: skip


@pytest.mark.parametrize("expected", SENTENCES)
def test_phrase_is_cut_as_annotators_cut_it(expected):
    sentence, head = SENTENCES[expected]
    doc = doc_of(sentence)
    start, end = phrase(doc[head])
    assert " ".join(token.text for token in doc[start:end]) == expected


def test_coordination_reaches_from_the_first_to_the_last():
    doc = doc_of(
        "the|DT|det|1 singer|NN|nsubj|4 and|CC|cc|2 his|PRP$|nmod:poss|1 wife|NN|conj|-3 left|VBD|root|0 ~.|.|punct|-1"
    )
    doc[1].head = doc[5]
    start, end = coordination(doc[1], doc[4])
    assert doc[start:end].text == "the singer and his wife"
    assert phrase(doc[1]) == (0, 2)


@pytest.mark.parametrize(
    ("before", "is_title"), [("", True), ("the|DT|det|1 ", False), ("his|PRP$|nmod:poss|1 ", False)]
)
def test_a_bare_noun_before_a_name_is_its_title(before, is_title):
    doc = doc_of(f"{before}potter|NN|nsubj|3 Ben|NNP|appos|-1|P Roe|NNP|flat|-1|p left|VBD|root|0")
    name = next(token for token in doc if token.text == "Ben")
    assert title_noun(name) == (doc[name.i - 1] if is_title else None)
    assert title_noun(doc[-1]) is None
