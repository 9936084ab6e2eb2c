"""What the scorer of antecedents sees of mentions and of pairs of them, and how it scores them."""

import numpy as np
import pytest

from kg.nlp.antecedents import (
    CLOSE,
    FARTHEST,
    FEATURES,
    WEIGHTS,
    Scorer,
    is_read,
    pair_features,
    pairs,
    scorer,
)
from kg.nlp.mentions import KIND_COUNT, NAME, NOMINAL, WHOLE, WIDE, coordinations, mentions
from kg.nlp.quotations import quotes
from tests.nlp.hand import doc_of

# James Norton met the actress Clara Voss. Norton said she made him laugh.
DOC = doc_of(
    "James|NNP|nsubj|2|P Norton|NNP|flat|-1|p met|VBD|root|0 the|DT|det|1 actress|NN|obj|-2 Clara|NNP|appos|-1|P "
    "Voss|NNP|flat|-1|p ~.|.|punct|-5",
    "Norton|NNP|nsubj|1|P said|VBD|root|0 she|PRP|nsubj|1 made|VBD|ccomp|-2 him|PRP|obj|-1 "
    "laugh|VB|xcomp|-2 ~.|.|punct|-5",
)
JAMES, ACTRESS, CLARA, NORTON, SHE, HIM = 0, 4, 5, 8, 10, 12
HEADS = [JAMES, ACTRESS, CLARA, NORTON, SHE, HIM]
MATCH = 3  # which feature tells what words two mentions share


def match(found, row, column):
    features = pair_features(found, np.array([row]), np.array([column]))
    return int(features[MATCH, 0] - sum(FEATURES[:MATCH]))


def test_mentions_come_in_order_with_their_kinds():
    found = mentions(DOC, reversed(HEADS))
    assert found["head"].tolist() == HEADS
    assert found["sentence"].tolist() == [1, 1, 1, 2, 2, 2]
    male, female, other = NAME + 2, NAME + 1, NAME
    assert found["kind"].tolist()[0] == male
    assert found["kind"].tolist()[2] == female
    assert found["kind"].tolist()[3] == other
    assert NOMINAL <= found["kind"].tolist()[1] < WHOLE
    assert found["kind"].tolist()[4:] == [1, 0]
    assert max(found["kind"]) < KIND_COUNT


@pytest.mark.parametrize(
    ("row", "column", "shared"),
    [(3, 0, "last name"), (3, 2, "nothing of two names"), (4, 3, "a pronoun"), (5, 4, "another pronoun"),
     (2, 0, "two full names")],
)  # fmt: skip
def test_pairs_know_what_words_they_share(row, column, shared):
    known = {"another pronoun": 1, "a pronoun": 2, "last name": 5, "two full names": 9, "nothing of two names": 10}
    assert match(mentions(DOC, HEADS), row, column) == known[shared]


def test_features_stay_in_their_ranges():
    found = mentions(DOC, HEADS, [(JAMES, CLARA)], quotes(DOC))
    features = pair_features(found, *pairs(len(found)))
    assert features.min() >= 0
    ends = np.cumsum(FEATURES)
    assert all(
        min(row) >= end - size and max(row) < end for row, end, size in zip(features, ends, FEATURES, strict=True)
    )


def test_coordination_of_two_people_is_a_mention_of_its_own():
    doc = doc_of(
        "Clara|NNP|nsubj|3|P and|CC|cc|1 Ben|NNP|conj|-2|P sang|VBD|root|0 songs|NNS|obj|-1 "
        "and|CC|cc|1 hymns|NNS|conj|-2"
    )
    assert coordinations(doc, [0, 2, 4]) == [(0, 2)]
    found = mentions(doc, [0, 2], [(0, 2)])
    assert list(zip(found["start"], found["end"], found["whole"], strict=True)) == [(0, 1, 0), (0, 3, 1), (2, 3, 0)]


def test_pairs_are_those_before_and_no_farther_than_is_looked_back():
    rows, columns = pairs(3)
    assert list(zip(rows.tolist(), columns.tolist(), strict=True)) == [(1, 0), (2, 1), (2, 0)]
    rows, columns = pairs(FARTHEST + 50, FARTHEST + 49)
    assert set(rows.tolist()) == {FARTHEST + 49}
    assert sorted(columns.tolist()) == list(range(49, FARTHEST + 49))


def test_scores_do_not_depend_on_where_the_blocks_are_cut(monkeypatch):
    chance = np.random.default_rng(1)
    doc = DOC.copy()
    doc.tensor = chance.normal(size=(len(doc), WIDE)).astype(np.float32)
    reads, logits = _random_scorer(chance), np.zeros(len(doc), dtype=np.float32)
    found = mentions(doc, HEADS)
    whole = reads(found, doc.tensor, logits)
    monkeypatch.setattr("kg.nlp.antecedents._BLOCK", 2)
    assert np.allclose(reads(found, doc.tensor, logits), whole, atol=1e-4)
    assert np.isneginf(whole[0]).all()
    assert np.isfinite(whole[5, :5]).all()
    assert np.isneginf(whole[5, 5:]).all()


def _random_scorer(chance):
    hidden, inner = 8, 6
    shapes = {
        "project": (3 * WIDE, hidden), "kind": (KIND_COUNT, hidden), "logit": (hidden,), "alone": (hidden,),
        "bilinear": (hidden, hidden), "biases": (sum(FEATURES),), "features": (sum(FEATURES), inner),
        "anaphor": (hidden, inner), "antecedent": (hidden, inner), "inner_bias": (inner,), "outer": (inner,),
        "outer_bias": (1,),
    }  # fmt: skip
    return Scorer({name: chance.normal(size=shape).astype(np.float32) for name, shape in shapes.items()})


def test_only_the_closest_links_are_scored():
    doc = doc_of(" ".join(f"she|PRP|nsubj|{40 - i}" for i in range(40)) + " left|VBD|root|0")
    doc.tensor = np.random.default_rng(2).normal(size=(len(doc), WIDE)).astype(np.float32)
    scores = _random_scorer(np.random.default_rng(3))(
        mentions(doc, range(40)), doc.tensor, np.zeros(len(doc), dtype=np.float32)
    )
    assert np.isfinite(scores).sum(axis=1).tolist() == [min(i, CLOSE) for i in range(40)]


def test_no_file_no_scorer(tmp_path):
    assert scorer(tmp_path / WEIGHTS) is None
    assert not is_read(DOC)
