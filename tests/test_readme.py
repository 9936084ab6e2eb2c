"""What the README shows runs: its Python, and every command it names."""

import re
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
README = (ROOT / "README.md").read_text(encoding="utf-8")


def test_python_of_the_readme_runs(tmp_path):
    (tmp_path / "data").symlink_to(ROOT / "data")
    (block,) = re.findall(r"```python\n(.*?)```", README, re.DOTALL)
    done = subprocess.run([sys.executable, "-c", block], cwd=tmp_path, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    assert (tmp_path / "out.graphml").stat().st_size > 1000


@pytest.mark.parametrize("command", sorted(set(re.findall(r"`kg ([a-z]+)", README))))
def test_command_of_the_readme_exists(command):
    done = subprocess.run([sys.executable, "-m", "kg", command, "--help"], capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, "")
