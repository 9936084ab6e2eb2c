"""The learned scores of links between mentions of people."""

import numpy as np
import pytest

from kg.nlp.antecedents import PACKAGED, mentions_of, pair_features, pairs, score

TEXT = "James Norton met Imogen Poots in 2017. Norton said she made him laugh."
JAMES, IMOGEN, NORTON, SHE, HIM = (0, 2), (3, 5), (8, 9), (10, 11), (12, 13)
SPANS = [JAMES, IMOGEN, NORTON, SHE, HIM]


@pytest.fixture(scope="module")
def doc(nlp):
    return nlp.get_pipe("kg_encoder")(nlp.make_doc(TEXT))


@pytest.mark.skipif(not PACKAGED.exists(), reason="the packaged model has no scorer")
def test_surname_goes_with_the_full_name(doc):
    scores = score(doc, SPANS)
    assert scores.shape == (5, 5)
    assert scores[2, 0] > 0 > scores[2, 1]
    assert scores[4, 0] > scores[4, 1]
    assert np.isneginf(scores[np.triu_indices(5)]).all()


def test_document_of_another_pipeline_has_no_scores(nlp):
    assert score(nlp.make_doc(TEXT), SPANS) is None


def test_pairs_are_those_before():
    rows, columns = pairs(3)
    assert list(zip(rows.tolist(), columns.tolist(), strict=True)) == [(1, 0), (2, 0), (2, 1)]


def test_mentions_know_their_kind_and_shared_words(doc):
    mentions = mentions_of(doc, SPANS)
    assert mentions.kinds.tolist() == [0, 0, 0, 3, 2]
    features = pair_features(mentions, np.array([2, 2]), np.array([0, 1]))
    matches = features[:, 2] - features[:, 2].min()
    assert matches.tolist() == [2, 0]  # "Norton" shares the last word of "James Norton", nothing with "Imogen Poots"
