"""Where phrases that speak of people start and end, on trees typed in by hand."""

import pytest

from kg.nlp.phrases import coordination, parts_of, phrase, title_noun
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
    "Clara of Leeds": ("Clara|NNP|nsubj|3|P of|IN|case|1 Leeds|NNP|nmod|-2 left|VBD|root|0", 0),
    "Ben": ("Ben|NNP|root|0|P in|IN|case|1 Leeds|NNP|nmod|-2", 0),
    "a boy": ("a|DT|det|1 boy|NN|nsubj|4 ~,|,|punct|2 in|IN|case|1 boots|NNS|nmod|-3 left|VBD|root|0", 1),
    "they alone": ("they|PRP|nsubj|2 alone|RB|advmod|-1 left|VBD|root|0", 0),
    "someone else": ("someone|NN|root|0 else|RB|advmod|-1", 0),
    "hat here of hers": ("hat|NN|root|0 here|RB|det|-1 of|IN|nmod|-2 hers|PRP|obl|-2", 0),  # a crossed branch
    "someone": ("someone|NN|root|0 sadly|RB|advmod|-1", 0),
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
@pytest.mark.parametrize("of", ["", "of|IN|case|1 bowls|NNS|nmod|-2 "])
def test_a_bare_noun_before_a_name_is_its_title(before, is_title, of):
    far = 2 if of else 0
    doc = doc_of(f"{before}maker|NN|nsubj|{3 + far} {of}Ben|NNP|appos|-{1 + far}|P Roe|NNP|flat|-1|p left|VBD|root|0")
    name = next(token for token in doc if token.text == "Ben")
    maker = next(token for token in doc if token.text == "maker")
    assert title_noun(name) == (maker if is_title else None)
    assert title_noun(doc[-1]) is None
    assert parts_of(name) == ([maker, name] if is_title else [])


@pytest.mark.parametrize(
    ("rest", "parts"),
    [
        ("and|CC|cc|1 potter|NN|conj|-2", ["poet", "potter"]),
        ("~,|,|punct|1 baker|NN|conj|-2 and|CC|cc|1 potter|NN|conj|-4", ["poet", "baker", "potter"]),
        ("and|CC|cc|2 a|DT|det|1 potter|NN|conj|-3", []),  # two people, or two sayings of one
        ("and|CC|cc|1 potters|NNS|conj|-2", []),
        ("or|CC|cc|1 potter|NN|conj|-2", []),
        ("~.|.|punct|-1", []),
    ],
)
def test_what_one_person_is_at_once_is_one_phrase(rest, parts):
    doc = doc_of(f"a|DT|det|1 poet|NN|root|0 {rest}")
    assert [each.text for each in parts_of(doc[1])] == parts
