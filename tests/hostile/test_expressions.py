"""Every regular expression of kg on texts made to send it back and forth: its time grows as the text does.

`pytest -m slow -s tests/hostile/test_expressions.py` takes long texts and prints the slowest of each that took longest.
"""

import importlib
import pkgutil
import re
from collections import deque
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from time import process_time

import pytest

import kg
from tests.hostile.pieces import PIECES, text

SIZE = 16_000  # characters; the square of it takes seconds
SHORT = 2_000  # the cube of it takes minutes, what backtracks without end never ends
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


@cache
def searched(short: str) -> bool:
    """Whether the code looks for the expression anywhere in a text, and not at one place only."""
    return re.search(rf"\b{short}\.(?:search|finditer|findall|sub|split)\b", CODE) is not None


def seconds(name: str, pattern: "re.Pattern[str]", words: str) -> float:
    """How long the expression takes, in the way in which the code uses it."""
    is_searched_for = searched(name.rpartition(".")[2].partition("[")[0])
    started = process_time()
    pattern.match(words)
    pattern.fullmatch(words)
    if is_searched_for:
        deque(pattern.finditer(words), maxlen=0)
    return process_time() - started


FOUND = {f"{found.pattern}\x00{found.flags}": (name, found) for name, found in reversed(list(expressions()))}


def test_expressions_are_found():
    assert len(FOUND) > 60


NAMED = pytest.mark.parametrize(("name", "pattern"), FOUND.values(), ids=[name for name, _ in FOUND.values()])


@pytest.mark.slow
@NAMED
def test_time_grows_as_the_text_does(name, pattern):
    assert slowest(name, pattern, SIZE) < SECONDS


@NAMED
def test_short_texts_take_no_time(name, pattern):
    assert slowest(name, pattern, SHORT) < SECONDS / 4


def slowest(name, pattern, size):
    size = next((least for start, least in CUT.items() if name.startswith(start)), size)
    took = {piece: seconds(name, pattern, text(words, size)) for piece, words in PIECES.items()}
    worst = max(took, key=lambda piece: took[piece])
    if took[worst] > SECONDS / 10:
        print(f"{name:50} {took[worst] * 1000:8.1f} ms for {size} characters: {worst}")
    return took[worst]
