"""Narrower layers: units and heads that others can stand for go, and what the layer gives stays."""

import pytest

torch = pytest.importorskip("torch")

from kg.train import narrow  # noqa: E402
from kg.train.network import HEAD, WIDE, Layer  # noqa: E402


@pytest.mark.parametrize("size", [1, 2])
def test_inputs_that_repeat_others_go_and_the_others_do_their_work(size):
    torch.manual_seed(1)
    given = torch.randn(400, 3 * size, dtype=torch.float64)
    given = torch.cat([given, given[:, :size]], 1)
    weight = torch.randn(4 * size, 2, dtype=torch.float64)
    spread = given.T @ given / len(given)
    spread.diagonal().add_(1e-9)
    after, alive = narrow._without(weight.clone(), torch.linalg.inv(spread), 1, size)
    groups = alive.view(4, size)
    assert groups.sum() == 3 * size
    assert set(groups.all(1).nonzero()[:, 0].tolist()) in ({0, 1, 2}, {1, 2, 3})
    assert torch.allclose(given @ weight, given @ after, atol=1e-3)


def test_layer_is_cut_to_width_and_gives_nearly_what_it_gave():
    torch.manual_seed(2)
    inner, outer = torch.nn.Linear(WIDE, 24), torch.nn.Linear(24, WIDE)
    seen, gain = torch.randn(500, WIDE), torch.ones(WIDE, dtype=torch.float64)
    with torch.no_grad():
        inner.weight[12:], inner.bias[12:] = inner.weight[:12], inner.bias[:12]
        units = torch.relu(inner(seen))
        before = outer(units)
        small = narrow._rows(inner, narrow._cut(outer, units.double(), gain, 12))
        after = outer(torch.relu(small(seen)))
    assert small.weight.shape == (12, WIDE)
    assert float((after - before).abs().mean()) < 0.1 * float(before.abs().mean())


def test_head_that_repeats_another_goes_and_attention_gives_nearly_what_it_gave():
    torch.manual_seed(3)
    layer = Layer(inner=16, heads=3).eval()
    pieces, place, mask = torch.randn(40, WIDE), torch.arange(40), torch.ones(4, 10, dtype=torch.bool)
    given: list[torch.Tensor] = []
    with torch.no_grad():
        for part in layer.attend.weight.view(3, 3, HEAD, WIDE), layer.attend.bias.view(3, 3, HEAD):
            part[:, 2] = part[:, 0]
        hook = layer.attended.register_forward_pre_hook(lambda _, inputs: given.append(inputs[0]))
        before = layer(pieces, place, mask)
        hook.remove()
        kept = narrow._cut(layer.attended, given[0].double(), torch.ones(WIDE, dtype=torch.float64), 2, HEAD)
        layer.attend = narrow._rows(layer.attend, torch.cat([kept + part * 3 * HEAD for part in range(3)]))
        after = layer(pieces, place, mask)
    assert layer.attend.weight.shape == (3 * 2 * HEAD, WIDE)
    assert torch.allclose(before, after, atol=0.05)
