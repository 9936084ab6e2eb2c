"""How long two were together, where the beginning is told by a length alone."""

import pytest

from kg.query.view import Graph

ROWS = """
lamp | event | married | Ada Roe, Ben Poe  | 2010-05-03 |
lamp | state | dating  | Ada Roe, Ben Poe  |            | duration=P2Y
lamp | state | dating  | Cleo Foe, Dan Zed |            | duration=P2Y
"""


@pytest.fixture(scope="module")
def told(chronicle) -> Graph:
    return chronicle(ROWS, {"lamp": "2020-09-15"})


@pytest.mark.parametrize(
    ("question", "value"),
    [
        ("How long were Ada Roe and Ben Poe together before they married?", {"years": [2.0, 3.0]}),
        ("How long did Cleo Foe date Dan Zed?", {"years": [2.0, 3.0]}),
        ("How long were Ada Roe and Ben Poe together?", {"unknown": True}),  # two years and those of the marriage
    ],
)
def test_a_length_that_is_told(told, question, value):
    assert told.ask(question).value == value
