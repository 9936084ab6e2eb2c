"""The chains of a document: every phrase that speaks of people, joined by person."""

from math import inf

import numpy as np
import pytest

from kg.nlp.antecedents import FARTHEST, WEIGHTS
from kg.nlp.chains import Chains, joined, told
from kg.nlp.mentions import coordinations, mentions
from kg.nlp.quotations import quotes
from tests.nlp.hand import doc_of


def scores_of(links):
    """Scores of mentions, in which each is linked to those that `links` names for it."""
    scores = np.full((len(links), FARTHEST), -np.inf, dtype=np.float32)
    for i, row in enumerate(links):
        for other, value in row.items():
            scores[i, i - other - 1] = value
    return scores


@pytest.mark.parametrize(
    ("links", "owners"),
    [
        ([], []),
        ([{}, {0: 2.0}, {1: 1.0, 0: 0.5}], [0, 0, 0]),
        ([{}, {0: -3.0}, {1: 1.0}], [0, 1, 1]),
        ([{}, {0: -3.0}, {1: -2.0, 0: -2.5}], [0, 1, 2]),
        # one is likelier than either of two, yet not than both together
        ([{}, {0: 2.0}, {}, {2: 1.2, 1: 1.0, 0: 1.0}], [0, 0, 2, 0]),
        ([{}, {0: 2.0}, {}, {2: 1.9, 1: 1.0, 0: 1.0}], [0, 0, 2, 2]),
        ([{}, {0: 2.0}, {1: -0.5, 0: -0.5}], [0, 0, 0]),  # two faint links are one likely one
    ],
)
def test_each_mention_joins_the_likeliest_chain_if_it_is_likely_enough(links, owners):
    scores = scores_of(links) if links else np.zeros((0, FARTHEST), dtype=np.float32)
    assert joined(scores, {}) == owners


@pytest.mark.parametrize(
    ("links", "meant", "owners"),
    [
        ([{}, {}, {0: -9.0}], {0: "Ada", 2: "Ada"}, [0, 1, 0]),  # who is known needs no link
        ([{}, {0: 5.0}], {0: "Ada", 1: "Ben"}, [0, 1]),  # nor does one join somebody else
        ([{}, {0: 5.0}], {1: "Ben"}, [0, 0]),
        ([{}, {0: 5.0}, {1: 5.0, 0: 5.0}], {1: "Ben", 2: "Ada"}, [0, 0, 2]),
    ],
)
def test_those_who_are_known_have_a_chain_each(links, meant, owners):
    assert joined(scores_of(links), meant) == owners


def test_without_weights_there_are_no_links():
    doc = doc_of("Clara|NNP|nsubj|1|P wept|VBD|root|0")
    chains = Chains(doc, [0], quotes(doc))
    assert (chains.chains({}), chains.link(1, 0)) == ((), -inf)
    assert not chains.is_surely_people(0)


TEXT = "My brother met a young teacher in Leeds. She liked the teacher's brother, who was a student, but he left her."


@pytest.fixture(scope="module")
def doc(nlp):
    if not (nlp.path / WEIGHTS).exists():
        pytest.skip("the packaged model has no scorer")
    return nlp(TEXT)


def test_chains_hold_whole_phrases_of_people_whom_no_name_tells(doc, nlp):
    doc = nlp("A young teacher came to Leeds. She liked the town, and her pupils liked her.")
    chains = [{doc[start:end].text for start, end in chain} for chain in doc._.chains]
    assert any({"A young teacher", "She"} <= chain for chain in chains)
    assert not any("Leeds" in chain for chain in chains)
    assert all(len(chain) > 1 for chain in chains)


def test_a_person_who_is_named_has_one_chain(nlp):
    far = "The town lay by a river, and few people came there in winter. "
    doc = nlp(f"Clara Voss left. {far * 3}A singer met her in Leeds. {far * 3}Then painter Clara Voss wept.")
    (chain,) = (chain for chain in doc._.chains if (0, 2) in chain)
    assert {doc[start:end].text for start, end in chain} >= {"Clara Voss", "painter Clara Voss"}


def test_links_are_bounded_and_the_same_both_ways(doc, nlp):
    chains = Chains(doc, (), quotes(doc), nlp.path / WEIGHTS)
    she, teacher, brother = (next(t.i for t in doc if t.text == word) for word in ("She", "teacher", "brother"))
    assert -12 <= chains.link(she, brother) < chains.link(she, teacher) <= 6
    assert chains.link(teacher, she) == chains.link(she, teacher)
    assert chains.link(she, she) == -inf


def test_beyond_doubt_are_people_and_no_towns(doc, nlp):
    chains = Chains(doc, (), quotes(doc), nlp.path / WEIGHTS)
    first = {token.text: token.i for token in reversed(doc)}
    assert chains.is_surely_people(first["brother"])
    assert not chains.is_surely_people(first["Leeds"])


@pytest.mark.parametrize(
    ("sentence", "heads", "shown"),
    [
        (
            "potter|NN|nsubj|3 Ben|NNP|appos|-1|P Roe|NNP|flat|-1|p left|VBD|root|0",
            (0, 1),
            [None, "potter Ben Roe"],
        ),
        (
            "He|PRP|nsubj|3 was|VBD|cop|2 a|DT|det|1 poet|NN|root|0 and|CC|cc|1 potter|NN|conj|-2",
            (0, 3, 5),
            ["He", "a poet and potter", None, None],
        ),
        (
            "Ada|NNP|nsubj|4|P and|CC|cc|2 his|PRP$|nmod:poss|1 wife|NN|conj|-3 left|VBD|root|0",
            (0, 2, 3),
            ["Ada", "Ada and his wife", "his", "his wife"],
        ),
    ],
)
def test_parts_of_one_phrase_are_no_mentions_of_their_own(sentence, heads, shown):
    doc = doc_of(sentence)
    found = told(doc, mentions(doc, heads, coordinations(doc, heads)))
    assert [span and doc[span[0] : span[1]].text for span in found] == shown
