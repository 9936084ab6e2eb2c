"""The graph that is exported computes what the network does."""

import numpy as np
import pytest

torch = pytest.importorskip("torch")
pytest.importorskip("onnx")

from tokenizers import Tokenizer, models  # noqa: E402

from kg.nlp.windows import given  # noqa: E402
from kg.train.corpora import Sentence, Text  # noqa: E402
from kg.train.examples import Inventory, window  # noqa: E402
from kg.train.export import ALONE, NAMES, SEVERAL, Graph, evened, merged, network_graph, read_checkpoints  # noqa: E402
from kg.train.loop import save, tensors  # noqa: E402
from kg.train.network import TASKS, Network, widths  # noqa: E402
from kg.train.reach import reach  # noqa: E402

VOCABULARY = {"[UNK]": 0, **{f"[{i}]": i for i in range(1, 105)}, "ann": 105, "we": 106, "##d": 107, ".": 108}
SENTENCE = Sentence(["ann", "wed", "."], [True, False, False], [1, 1, 1])


@pytest.fixture(scope="module")
def inventory():
    pieces = models.WordPiece(VOCABULARY, unk_token="[UNK]", continuing_subword_prefix="##")
    return Inventory(Tokenizer(pieces), ["NN", "VBD"], ["NOUN", "VERB"], ["_"], ["nsubj", "root"])


@pytest.fixture(scope="module", params=[(1536, 12), (40, 5)])
def network(inventory, request):
    torch.manual_seed(1)
    made = Network(len(VOCABULARY), inventory.sizes, *request.param)
    with torch.no_grad():
        for table in (made.heads.arc.weight, made.encoder.shapes.weight, made.mix):
            table.normal_()
        # The table of pieces is kept in eight bits: these values fit them.
        made.encoder.pieces.weight.copy_(torch.randint(-127, 128, made.encoder.pieces.weight.shape) / 127)
        made.encoder.pieces.weight[:, 0] = 1.0
        made.encoder.layers[0].norm.weight[3] = 30.0
    return made.eval()


def run(model, pieces, shapes):
    import onnxruntime

    session = onnxruntime.InferenceSession(model, providers=["CPUExecutionProvider"])
    names = [output.name for output in session.get_outputs()]
    return dict(zip(names, session.run(None, given(pieces, shapes)), strict=True))


def test_graph_computes_what_the_network_does_whatever_the_reach(network, inventory):
    made = window([SENTENCE], inventory, None)
    assert [len(pieces) for pieces in made.pieces] == [1, 2, 1]
    with torch.inference_mode():
        expected = network(tensors([made]))
    reaches = {name: values.numpy() for name, values in reach(network, inventory, [Text("t", "s", [SENTENCE])]).items()}
    assert len(reaches) == 12
    for some in ({}, reaches):
        state = {name: values.numpy() for name, values in network.state_dict().items()}
        model, _ = network_graph(Graph(state, some or {}), 2, 2)
        found = run(model.SerializeToString(), made.pieces, made.shapes)
        for name in ("names", "starts", "arcs", "label_dependent", "label_governor"):
            assert found[name] == pytest.approx(expected[name].numpy(), abs=1e-3)
        assert found["tags"].tolist() == expected["tags"].argmax(-1).tolist()
        assert found["vectors"] == pytest.approx(expected["vectors"].mean(0).numpy(), abs=1e-3)


def test_channel_that_reaches_far_is_brought_nearer_to_the_others():
    reaches, weight = np.array([1.0, 2.0, 50.0]), np.full((3, 4), 0.5)
    left = reaches / evened(reaches, weight)
    assert left.max() / left.min() < 4
    assert np.prod(evened(reaches, weight)) == pytest.approx(1)


def test_checkpoints_are_exported_as_their_mean_with_the_weights_of_their_beginning(inventory, tmp_path):
    made = []
    for number in range(3):
        network = Network(len(VOCABULARY), inventory.sizes, 8, 2)
        with torch.no_grad():
            network.mix.fill_(float(number))
            network.heads.name.bias.fill_(float(number))
        made.append(tmp_path / f"{number}.pt")
        save(made[-1], (network, network), [], inventory)
    state, columns = merged(read_checkpoints(made[:2]), tmp_path / "none.pt")
    assert (state["mix"] == 0.5).all()
    assert widths(state) == (8, 2)
    assert columns == inventory.columns
    state, _ = merged(read_checkpoints(made[:2]), made[2])
    shares = [NAMES if task == "names" else SEVERAL for task in TASKS]
    assert torch.allclose(state["mix"][:, 0], 0.5 + 1.5 * torch.tensor(shares))
    assert torch.allclose(state["heads.name.bias"], torch.tensor(0.5 + 1.5 * NAMES))
    state, _ = merged(read_checkpoints(made[1:2]), made[2])
    assert torch.allclose(state["mix"], torch.tensor(1 + ALONE))
