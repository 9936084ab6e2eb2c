"""A packaged model read back holds the weights it was made of."""

import numpy as np
import pytest

torch = pytest.importorskip("torch")
pytest.importorskip("onnx")

from kg.extract.learned import WEIGHTS as FACTS  # noqa: E402
from kg.nlp.antecedents import WEIGHTS as ANTECEDENTS  # noqa: E402
from kg.train.coreference import Antecedents, save  # noqa: E402
from kg.train.export import encoder_files  # noqa: E402
from kg.train.facts import Facts, packed  # noqa: E402
from kg.train.narrow import narrow  # noqa: E402
from kg.train.network import LAYERS, Network  # noqa: E402
from kg.train.revived import checkpoint, network_of  # noqa: E402

COLUMNS = [["NN", "VBD"], ["NOUN", "VERB"], ["_"], ["nsubj", "root"]]
REACH = {f"encoder.layers.{i}.{part}": np.linspace(1, 3, size, dtype=np.float32)
         for i in range(LAYERS) for part, size in (("inner", 384), ("outer", 40))}  # fmt: skip


@pytest.fixture(scope="module")
def network():
    torch.manual_seed(1)
    made = Network(30, (2, 2, 1, 2), 40, 5)
    with torch.no_grad():
        for table in (made.heads.arc.weight, made.encoder.shapes.weight, made.mix):
            table.normal_()
    return made


def packaged(network, folder, reach):
    folder.mkdir()
    (folder / "spelling.json").write_text("{}")
    state = {name: values.numpy() for name, values in network.state_dict().items()}
    for name, content in encoder_files(state, COLUMNS, folder / "spelling.json", reach).items():
        (folder / name).write_bytes(content)
    return folder


@pytest.mark.parametrize(("reach", "most"), [(None, 1e-5), (REACH, 0.02)])
def test_weights_come_back_as_far_as_eight_bits_hold_them(network, tmp_path, reach, most):
    found, columns = network_of(packaged(network, tmp_path / "kg_encoder", reach))
    assert columns == COLUMNS
    expected = {name: values.numpy() for name, values in network.state_dict().items()}
    assert found.keys() == expected.keys()
    shares = np.exp(expected["mix"]) / np.exp(expected["mix"]).sum(1, keepdims=True)
    assert np.exp(found.pop("mix")) == pytest.approx(shares, abs=1e-5)
    for name, values in found.items():
        small = name == "encoder.pieces.weight"
        spread = np.abs(expected[name]).max()
        assert np.abs(values - expected[name]).max() <= (0.02 if small else most) * spread, name


def test_what_was_learned_beside_comes_back(network, tmp_path):
    torch.manual_seed(2)
    packaged(network, tmp_path / "kg_encoder", REACH)
    scorer, facts = Antecedents(), Facts(3)
    with torch.no_grad():
        facts.cue.weight.normal_()
    save(scorer.weights(), tmp_path / ANTECEDENTS)
    (tmp_path / FACTS).write_bytes(packed(facts.state_dict(), ["met", "married", "divorced"]))
    kept = checkpoint(tmp_path)
    again, facts_again = Antecedents(), Facts(3)
    again.load_state_dict(kept["scorer"])
    facts_again.load_state_dict(kept["events"])
    for name, values in scorer.weights().items():
        assert again.weights()[name] == pytest.approx(values, rel=1e-2, abs=1e-3)
    for name, tensor in facts.state_dict().items():
        assert facts_again.state_dict()[name].numpy() == pytest.approx(tensor.numpy(), rel=1e-2, abs=1e-3)


def test_network_as_narrow_as_wanted_is_left_as_it_is(network):
    before = {name: values.clone() for name, values in network.state_dict().items()}
    narrow(network, None, [], 40, 5)
    assert all(torch.equal(values, before[name]) for name, values in network.state_dict().items())
