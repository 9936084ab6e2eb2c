"""Every regular expression of kg on texts made to send it back and forth: its time grows as the text does.

`pytest -s tests/hostile/test_expressions.py` prints the slowest text of each that took longest.
"""

import importlib
import pkgutil
import re
from collections import deque
from collections.abc import Iterator
from pathlib import Path
from time import process_time

import pytest

import kg
from tests.hostile.pieces import PIECES, text

SIZE = 16_000  # characters; the square of it takes seconds
SECONDS = 0.4  # a hundred times what most need, on a machine that is busy
# what these see was cut to so many characters: words, titles, the first line
CUT = {"kg.nlp.tokenizer._WHOLE": 200, "kg.nlp.shapes._RULES": 200, "kg.read.pdf.SPOOLED": 200, "kg.read.html.": 8192}
CODE = "\n".join(path.read_text() for path in sorted(Path(kg.__file__).parent.rglob("*.py")))


def expressions() -> Iterator[tuple[str, "re.Pattern[str]"]]:
    """Every compiled expression at the top of a module, alone or in a collection."""
    for module in sorted(each.name for each in pkgutil.walk_packages(kg.__path__, "kg.")):
        if not module.startswith(("kg.train", "kg.__main__", "kg.model")):
            for name, value in sorted(vars(importlib.import_module(module)).items()):
                for number, found in enumerate(_inside(value)):
                    yield f"{module}.{name}[{number}]", found


def _inside(value: object) -> Iterator["re.Pattern[str]"]:
    if isinstance(value, re.Pattern) and isinstance(value.pattern, str):
        yield value
    elif isinstance(value, dict):
        yield from (found for each in value.values() for found in _inside(each))
    elif isinstance(value, tuple | list):
        yield from (found for each in value for found in _inside(each))


def seconds(name: str, pattern: "re.Pattern[str]", words: str) -> float:
    """How long the expression takes, in the way in which the code uses it."""
    started = process_time()
    pattern.match(words)
    pattern.fullmatch(words)
    short = name.rpartition(".")[2].partition("[")[0]
    if re.search(rf"\b{short}\.(?:search|finditer|findall|sub|split)\b", CODE):
        deque(pattern.finditer(words), maxlen=0)
    return process_time() - started


FOUND = {f"{found.pattern}\x00{found.flags}": (name, found) for name, found in reversed(list(expressions()))}


def test_expressions_are_found():
    assert len(FOUND) > 60


@pytest.mark.parametrize(("name", "pattern"), FOUND.values(), ids=[name for name, _ in FOUND.values()])
def test_time_grows_as_the_text_does(name, pattern):
    size = next((size for start, size in CUT.items() if name.startswith(start)), SIZE)
    took = {piece: seconds(name, pattern, text(words, size)) for piece, words in PIECES.items()}
    slowest = max(took, key=lambda piece: took[piece])
    if took[slowest] > SECONDS / 10:
        print(f"{name:50} {took[slowest] * 1000:8.1f} ms for {size} characters: {slowest}")
    assert took[slowest] < SECONDS
