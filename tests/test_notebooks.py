"""The notebooks run, and stand in the repository with what they print."""

import re
import subprocess
import sys
from pathlib import Path

import nbformat
import pytest

from kg.nlp.pipeline import PACKAGED

NOTEBOOKS = sorted((Path(__file__).parents[1] / "notebooks").glob("*.ipynb"))


def cells(path):
    return [cell for cell in nbformat.read(path, as_version=4).cells if cell.cell_type == "code"]


def test_there_are_notebooks():
    assert "01-quickstart.ipynb" in [path.name for path in NOTEBOOKS]


@pytest.mark.skipif(not Path(PACKAGED).exists(), reason="the weights are not built yet")
@pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda path: path.name)
def test_a_notebook_runs(path):
    command = [sys.executable, "-m", "pytest", "--nbmake", "--nbmake-timeout=300", "-p", "no:cacheprovider", str(path)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout[-3000:]


@pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda path: path.name)
def test_a_notebook_is_kept_with_its_outputs_and_without_the_machine_it_ran_on(path):
    code = cells(path)
    assert [cell.execution_count for cell in code] == list(range(1, len(code) + 1))
    assert not any(output.output_type == "error" for cell in code for output in cell.outputs)
    assert code[-1].outputs
    assert not re.search(r"/(root|home|tmp|Users)/|0x[0-9a-f]{8}", path.read_text(encoding="utf-8"))


@pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda path: path.name)
def test_a_picture_in_a_notebook_is_there_as_a_still_one_too(path):
    data = [output.data for cell in cells(path) for output in cell.outputs if "data" in output]
    drawn = [each for each in data if any("vegalite" in name for name in each)]
    assert drawn
    assert all(each["image/svg+xml"].startswith("<svg") for each in drawn)
