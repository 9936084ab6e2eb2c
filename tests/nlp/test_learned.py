import numpy as np

from kg.nlp import antecedents
from kg.nlp.candidates import Candidate
from kg.nlp.learned import Learned
from tests.nlp.hand import doc_of

DOC = doc_of("Clara|NNP|nsubj|1|P wept|VBD|root|0 and|CC|cc|2 she|PRP|nsubj|1 left|VBD|conj|-3 ~.|.|punct|-4")
CANDIDATES = [Candidate(0, 1, 0, "name"), Candidate(3, 4, 3, "pronoun")]


def test_without_a_scorer_no_link_weighs_anything():
    assert Learned(DOC, CANDIDATES)(3, 0) == 0.0


def test_scores_are_kept_within_bounds_and_asked_for_once(monkeypatch):
    calls = []

    def score(doc, spans):
        calls.append(spans)
        return np.array([[-np.inf, -np.inf], [9.0, -np.inf]], dtype=np.float32)

    monkeypatch.setattr(antecedents, "score", score)
    learned = Learned(DOC, CANDIDATES)
    assert [learned(3, 0), learned(3, 0), learned(0, 3)] == [4.0, 4.0, 0.0]
    assert calls == [[(0, 1), (3, 4)]]
