"""Narrower layers: units that others can stand for go, and what the layer gives stays."""

import pytest

torch = pytest.importorskip("torch")

from kg.train import narrow  # noqa: E402


def test_unit_that_repeats_another_goes_and_the_other_does_its_work():
    torch.manual_seed(1)
    units = torch.randn(400, 3, dtype=torch.float64)
    units = torch.cat([units, units[:, :1]], 1)
    weight = torch.randn(4, 2, dtype=torch.float64)
    spread = units.T @ units / len(units)
    spread.diagonal().add_(1e-9)
    after, alive = narrow._without(weight.clone(), torch.linalg.inv(spread), 1)
    assert alive.sum() == 3
    assert set(alive.nonzero()[:, 0].tolist()) in ({0, 1, 2}, {1, 2, 3})
    assert torch.allclose(units @ weight, units @ after, atol=1e-3)


def test_layers_are_cut_to_width_and_give_nearly_what_they_gave():
    torch.manual_seed(2)

    class Layer:
        inner = torch.nn.Linear(narrow.WIDE, 24)
        outer = torch.nn.Linear(24, narrow.WIDE)

    layer, seen = Layer(), torch.randn(500, narrow.WIDE)
    with torch.no_grad():
        layer.inner.weight[12:] = layer.inner.weight[:12]
        layer.inner.bias[12:] = layer.inner.bias[:12]
        units = torch.relu(layer.inner(seen))
        before = layer.outer(units)
        narrow._cut(layer, units.double(), torch.ones(narrow.WIDE, dtype=torch.float64), 12)
        after = layer.outer(torch.relu(layer.inner(seen)))
    assert layer.inner.weight.shape == (12, narrow.WIDE)
    assert float((after - before).abs().mean()) < 0.1 * float(before.abs().mean())
