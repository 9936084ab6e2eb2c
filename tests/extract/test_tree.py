"""Small questions to a tree, each asked of more than one legitimate reading."""

import pytest

from kg.extract.tree import antecedent, conjuncts
from tests.nlp.hand import doc_of

KINDS = {"NNP": "PROPN", "NN": "NOUN", "NNS": "NOUN", "VBD": "VERB"}


def typed(sentence):
    """The tree typed in, with the word classes that go with its tags."""
    doc = doc_of(sentence)
    for token in doc:
        token.pos_ = KINDS.get(token.tag_, "X")
    return doc


ROMANCE = "Ada|NNP|nsubj|1|P had|VBD|root|0 a|DT|det|1 romance|NN|obj|-2 with|IN|case|1 Ben|NNP|nmod|-2|P"
ENDED = "~,|,|punct|2 which|WDT|nsubj|1 ended|VBD|acl:relcl|{up}"


@pytest.mark.parametrize(
    ("between", "up", "noun"),
    [
        ("", -5, "romance"),
        ("", -3, "romance"),  # a name is no "which"
        ("for|IN|case|1 years|NNS|obl|-6", -3, "romance"),  # nor is a time
        ("in|IN|case|1 Leeds|NNP|obl|-6|L", -3, "Leeds"),
    ],
)
def test_which_stands_for_a_happening_rather_than_for_a_name_or_a_time(between, up, noun):
    doc = typed(" ".join(filter(None, (ROMANCE, between, ENDED.format(up=up)))))
    assert antecedent(next(token for token in doc if token.text == "which")).text == noun


def test_the_last_of_a_row_of_children_is_not_joined_with_their_father():
    wed = "She|PRP|nsubj|1 wed|VBD|root|0 Ben|NNP|obj|-1|P ~,|,|punct|4 with|IN|case|1 whom|WP|obl|2 she|PRP|nsubj|1"
    sons = "had|VBD|acl:relcl|-5 {noun} Carl|NNP|appos|-1|P and|CC|cc|1 Dan|NNP|conj|-9|P"
    joined = [
        [token.text for token in conjuncts(typed(f"{wed} {sons.format(noun=noun)}")[2])]
        for noun in ("sons|NNS|obj|-1", "lunch|NN|obj|-1")
    ]
    assert joined == [["Ben"], ["Ben", "Dan"]]
