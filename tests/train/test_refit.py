"""The head of names is trained anew alone."""

import pytest

torch = pytest.importorskip("torch")

from tokenizers import Tokenizer, models  # noqa: E402

from kg.train.corpora import BIO, Sentence, Text  # noqa: E402
from kg.train.examples import Inventory  # noqa: E402
from kg.train.network import Network  # noqa: E402
from kg.train.refit import annotated, refit  # noqa: E402


def test_texts_that_know_a_few_names_only_are_left_out():
    texts = [Text("t", source, []) for source in ("gum/news", "ewt/email", "gap", "redocred", "fewrel")]
    assert [text.source for text in annotated(texts)] == ["gum/news", "redocred"]


def test_only_the_head_of_names_changes(tmp_path):
    torch.manual_seed(1)
    vocabulary = {"[UNK]": 0, **{f"[{i}]": i for i in range(1, 105)}, "ann": 105, "wed": 106}
    inventory = Inventory(Tokenizer(models.WordLevel(vocabulary, unk_token="[UNK]")), ["a"], ["b"], ["c"], ["d"])
    network = Network(len(vocabulary), inventory.sizes)
    torch.save({"mean": network.state_dict()}, tmp_path / "last.pt")
    before = {name: values.clone() for name, values in network.state_dict().items()}
    sentence = Sentence(["ann", "wed"], [True, True], [1 << BIO.index("B-PERSON"), 1])
    refit(tmp_path / "last.pt", network, inventory, [Text("t", "gum/news", [sentence])], minutes=0.01, seed=1)
    after = torch.load(tmp_path / "last.pt", weights_only=False)["mean"]
    changed = {name for name in before if not torch.equal(before[name], after[name])}
    assert {"heads.name.weight", "heads.name_hidden.0.weight"} <= changed
    assert {name for name in changed if not name.startswith("heads.name")} <= {"mix"}
    assert torch.equal(before["mix"][2:], after["mix"][2:])
