"""What the scorer of antecedents sees of mentions and of pairs of them, and how it scores them."""

from itertools import combinations

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


def features_of(found, rows, columns):
    rows, columns = np.array(rows), np.array(columns)
    return pair_features(found.at(rows), found.at(columns), rows - columns)


def match(found, row, column):
    (number,) = features_of(found, [row], [column])[MATCH]
    return int(number - sum(FEATURES[:MATCH]))


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
    rows, columns = zip(*combinations(reversed(range(len(found))), 2), strict=True)
    ends = np.cumsum(FEATURES)
    assert all(
        min(numbers) >= end - size and max(numbers) < end
        for numbers, end, size in zip(features_of(found, rows, columns), ends, FEATURES, strict=True)
    )


def test_coordination_of_two_people_is_a_mention_of_its_own():
    doc = doc_of(
        "Clara|NNP|nsubj|3|P and|CC|cc|1 Ben|NNP|conj|-2|P sang|VBD|root|0 songs|NNS|obj|-1 "
        "and|CC|cc|1 hymns|NNS|conj|-2"
    )
    assert coordinations(doc, [0, 2, 4]) == [(0, 2)]
    found = mentions(doc, [0, 2], [(0, 2)])
    assert list(zip(found["start"], found["end"], found["whole"], strict=True)) == [(0, 1, 0), (0, 3, 1), (2, 3, 0)]


def test_links_go_no_farther_than_is_looked_back():
    count = FARTHEST + 3
    doc = doc_of(" ".join(f"she|PRP|nsubj|{count - i}" for i in range(count)) + " left|VBD|root|0")
    doc.tensor = np.zeros((len(doc), WIDE), dtype=np.float32)
    weights = _random_scorer(np.random.default_rng(4)).weights
    weights["biases"][: FEATURES[0]] = np.arange(FEATURES[0])  # the farthest are looked at first
    scores = Scorer(weights)(mentions(doc, range(count)), doc.tensor, np.zeros(len(doc), dtype=np.float32))
    assert scores.shape == (count, FARTHEST)
    assert np.flatnonzero(np.isfinite(scores[count - 1])).max() == FARTHEST - 1


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


def test_he_in_a_life_of_hers_is_the_one_of_the_sentence_before(nlp):
    doc = nlp(
        "Ruth Lunt (1901–1980) was an actress. Ben Lunt went back to his wife, Jean. In 1967 Ruth met the actor Hugh "
        "Vane. He died in 1999."
    )
    (he,) = [each.people for each in doc._.mentions if doc[each.start : each.end].text == "He"]
    assert he == ("Hugh Vane",)
