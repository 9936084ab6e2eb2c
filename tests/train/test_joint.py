"""Coreference beside the rest: passages keep the words and pairs of their documents."""

from dataclasses import replace

import numpy as np
import pytest

torch = pytest.importorskip("torch")

from tokenizers import Tokenizer, models  # noqa: E402

from kg.train import coreference, heads, joint  # noqa: E402
from kg.train.examples import Inventory  # noqa: E402
from kg.train.network import Network  # noqa: E402
from tests.train.test_coreference import doc, record  # noqa: E402


@pytest.fixture(scope="module")
def read():
    torch.manual_seed(1)
    detector = heads.Detector().eval()
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(coreference, "heads_of", lambda logits: [0, 4, 7, 9, 11, 13])
        return next(coreference.examples_of([(record(doc()), doc())], (detector,) * 3))


def inventory():
    return Inventory(Tokenizer(models.WordLevel({"a": 0}, unk_token="a")), [], [], [], [])


def test_passage_of_a_short_document_is_the_document(read):
    (passage,) = joint.passages(*read)
    assert [word for sentence in passage.sentences for word in sentence.words] == [token.text for token in doc()]
    assert passage.example.words.tolist() == read[1].words.tolist()
    assert passage.example.features.tolist() == read[1].features.tolist()


def test_long_document_is_cut_between_sentences_and_pairs_stay_inside(read, monkeypatch):
    monkeypatch.setattr(joint, "PASSAGE", 6)
    first, passage = joint.passages(*read)
    assert len(first.example.kinds) == 2
    assert passage.sentences[0].words[:2] == ["The", "potter"]
    words = [word for sentence in passage.sentences for word in sentence.words]
    assert [words[head] for head in passage.example.words[:, 0]] == ["potter", "she", "her", "her", "Ben"]
    assert passage.example.rows.max() < len(passage.example.kinds)


def test_scores_of_passages_side_by_side_are_those_of_each_alone(read):
    torch.manual_seed(3)
    (passage,) = joint.passages(*read)
    network, beside = Network(200, (1, 1, 1, 1), inner=8).eval(), joint.Beside([passage], inventory(), 1)
    beside.module.eval()
    with torch.no_grad():
        once = float(beside.loss(network))
        beside._batches = iter([[passage, replace(passage)]])
        assert float(beside.loss(network)) == pytest.approx(once, rel=1e-3)


def test_loss_of_people_teaches_the_encoder(read):
    (passage,) = joint.passages(*read)
    network = Network(200, (1, 1, 1, 1), inner=8)
    joint.Beside([passage], inventory(), 1).loss(network).backward()
    gradient = network.encoder.layers[0].inner.weight.grad
    assert gradient is not None
    assert np.isfinite(gradient.numpy()).all()
    assert float(gradient.abs().sum()) > 0
