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


RECKONED = """
desk | event | divorced | Ada Roe, Ben Poe  | 2009-09-16 |
desk | state | married  | Ada Roe, Ben Poe  |            | duration=P10Y, end=2009-09-16
desk | state | married  | Cleo Foe, Dan Zed | 2020-09-15 | duration=P10Y
desk | state | dating   | Eve Fox, Gil Hay  | 2020-09-15 | duration=P6M
desk | event | married  | Ida Jay, Kit Lee  | 2010-05-03 |
desk | state | married  | Ida Jay, Kit Lee  | 2020-09-15 | duration=P10Y
"""


@pytest.mark.parametrize(
    ("question", "text"),
    [
        ("When did Ada Roe and Ben Poe marry?", "Ada Roe and Ben Poe married in about 1999."),
        ("Whom was Ada Roe married to in 2004?", "Ben Poe from about 1999 until 16 September 2009."),
        (
            "How long were Ada Roe and Ben Poe married?",
            "Ada Roe and Ben Poe were married for about 10 years (about 1999 to 16 September 2009).",
        ),
        ("When did Cleo Foe and Dan Zed marry?", "Cleo Foe and Dan Zed married in about 2010."),
        (
            "Were Cleo Foe and Dan Zed married in 2015?",
            "Yes: Cleo Foe and Dan Zed were married from about 2010.",
        ),
        (
            "When did Eve Fox and Gil Hay start dating?",
            "Eve Fox and Gil Hay began dating in about March 2020.",
        ),
        ("When did Ida Jay and Kit Lee marry?", "Ida Jay and Kit Lee married on 3 May 2010."),  # told is not reckoned
    ],
)
def test_a_day_that_is_only_reckoned_is_told_roughly(chronicle, question, text):
    assert chronicle(RECKONED, {"desk": "2020-09-15"}).ask(question).text == text
