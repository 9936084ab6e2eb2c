"""What `import kg` gives: complete, sorted, documented, and cheap."""

import ast
import inspect
import pkgutil
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

import kg

ROOT = Path(__file__).parent.parent


def test_names_are_sorted_and_listed():
    assert list(kg.__all__) == sorted(kg.__all__)
    assert set(kg.__all__) <= set(dir(kg))


@pytest.mark.parametrize("name", kg.__all__)
def test_every_name_is_there_and_says_what_it_is(name):
    value = getattr(kg, name)
    assert inspect.getdoc(value), name


def test_no_public_name_is_a_module_too():
    modules = {module.name for module in pkgutil.iter_modules(kg.__path__)}
    assert not modules & set(kg.__all__)


def test_unknown_name_is_an_attribute_error():
    with pytest.raises(AttributeError, match=r"^module 'kg' has no attribute 'nothing'$"):
        _ = kg.nothing


def test_importing_kg_imports_nothing_heavy():
    heavy = ("spacy", "networkx", "altair", "trafilatura", "onnxruntime", "dateparser", "numpy", "pydantic", "rich")
    code = f"import kg, kg.cli, sys; print([name for name in {heavy} if name in sys.modules])"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, cwd=ROOT)
    assert done.stdout == "[]\n"


def test_version_is_that_of_the_package():
    project = tomllib.loads((ROOT / "pyproject.toml").read_text())["project"]
    assert kg.__version__ == project["version"]


def test_modules_all_say_what_they_are_for():
    for path in (ROOT / "kg").rglob("*.py"):
        assert ast.get_docstring(ast.parse(path.read_text())), path
