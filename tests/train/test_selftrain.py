"""Texts without trees get those that networks agree on, and learn nothing where they do not."""

import pytest

torch = pytest.importorskip("torch")

from tokenizers import Tokenizer, models  # noqa: E402

from kg.train.corpora import Sentence, Text  # noqa: E402
from kg.train.examples import Inventory, window  # noqa: E402
from kg.train.network import Network  # noqa: E402
from kg.train.selftrain import add_trees  # noqa: E402

VOCABULARY = {"[UNK]": 0, **{f"[{i}]": i for i in range(1, 105)}, "ann": 105, "wed": 106, "ben": 107}


@pytest.fixture
def inventory():
    spelling = Tokenizer(models.WordLevel(VOCABULARY, unk_token="[UNK]"))
    return Inventory(spelling, ["NN", "VB"], ["NOUN", "VERB"], ["_"], ["obj", "root"])


@pytest.fixture
def network(inventory):
    torch.manual_seed(1)
    return Network(len(VOCABULARY), inventory.sizes, inner=8)


def texts(*sources):
    return [Text("t", source, [Sentence(["ann", "wed", "ben"], [True] * 3, [0] * 3)]) for source in sources]


def lean(network, head, label):
    """Lets the network hang every word on the `head`th of its window, under that label."""
    torch.nn.init.zeros_(network.heads.arc_bias.weight)

    def arcs(scores, batch):
        found = torch.zeros(len(batch["word_place"]), int(batch["word_place"].max()) + 1)
        found[:, head] = 50.0
        return found

    network._arcs = arcs
    torch.nn.init.zeros_(network.heads.label.weight)
    network.heads.label.bias.data = torch.eye(2)[label] * 50
    return network


def test_trees_stand_within_their_sentence_and_are_not_of_people(inventory, network):
    (text,) = texts("litbank")
    text.sentences += texts("litbank")[0].sentences
    add_trees([text], [lean(network, 4, 0)], inventory)
    second = text.sentences[1]
    assert second.heads == [1, 1, 1]
    assert second.labels == ["obj"] * 3
    assert second.is_parsed
    assert window([second], inventory, None).starts == [-1, -1, -1]


def test_every_other_text_of_prose_is_read(inventory, network):
    some = texts("litbank", "litbank", "gap", "btc", "redocred")
    add_trees(some, [network], inventory)
    assert [text.sentences[0].is_parsed for text in some] == [True, False, False, False, True]


def test_nothing_is_learned_where_networks_disagree(inventory, network):
    torch.manual_seed(2)
    other = lean(Network(len(VOCABULARY), inventory.sizes, inner=8), 0, 1)
    (text,) = texts("fewrel")
    add_trees([text], [lean(network, 1, 0), other], inventory)
    made = window(text.sentences, inventory, None)
    assert made.heads == [-1, -1, -1]
    assert made.labels == [-1, -1, -1]


def test_sentence_longer_than_a_window_is_left_alone(inventory, network):
    text = Text("t", "wikigold", [Sentence(["ann"] * 200, [True] * 200, [0] * 200)])
    add_trees([text], [network], inventory)
    assert text.sentences[0].tags is None
