"""What reporters ask of several articles on the same people: who says so, where they disagree, who is what now."""

from collections.abc import Callable, Mapping

import pytest

from kg.query.view import Graph
from kg.resolve.timeline import timeline
from tests.query.story import ONTOLOGY
from tests.resolve.sources import Source

# document | kind | type | people | when | more
ROWS = """
herald | event | married | Ada Roe, Ben Poe | 2014-06 | place=Leeds
herald | event | worked_together | Nell Birch, Sid Cole | | said_by=Nell Birch
herald | state | engaged | Dora Kemp, Abe Mott | 2018 |
courier | state | divorced | Rita Sand, Cyril Hay | 2020-09-20 |
courier | event | married | Rita Sand, Otto Wynn | 2012 |
herald | event | child_born | Ada Roe, Ben Poe | 2016 | child=Ida Poe
herald | event | adopted | Ada Roe, Ben Poe | 2018 | child=Ned Poe
herald | state | dating | Una Fay, Carl Zed | 2020-09-02 |
herald | event | married | Dora Fox, Max Idle | 2020-04 | status=planned
herald | event | child_born | Eve Holm, Tom Reed | 2021 | status=planned
courier | event | married | Ada Roe, Ben Poe | 2015-06 |
courier | event | married | Kay Lunn, Hal Lamb | 2004 |
courier | event | divorced | Kay Lunn, Hal Lamb | 2010 |
courier | event | married | Kay Lunn, Gil Orr | 2012 |
courier | state | engaged | Dora Fox, Max Idle | 2020-09-20 |
courier | event | married | Pia Quist, Lee Gray | 1920 |
courier | event | died | Lee Gray | 1926 |
courier | event | married | Pia Quist, Sam Orr | |
courier | event | died | Pia Quist | 1968 |
courier | event | married | Olga Ash, Zeno Hext | 1899 |
courier | event | born | Pia Quist | 1895 |
courier | event | dating_began | Rolf Trask, Mia Lund | 2015 |
courier | event | separated | Rolf Trask, Mia Lund | 2016 |
courier | event | reconciled | Rolf Trask, Mia Lund | 2017 |
courier | event | separated | Rolf Trask, Mia Lund | 2019 |
courier | kin | parent_of | Kay Lunn, Hugo | |
herald | kin | parent_of | Kay Lunn, Hugo Lamb | |
"""
DAYS = {"herald": "2020-09-02", "courier": "2020-09-20"}


@pytest.fixture(scope="module")
def told(chronicle: Callable[[str, Mapping[str, str]], Graph]) -> Graph:
    return chronicle(ROWS, DAYS)


UNKNOWN: dict[str, object] = {"unknown": True}

VALUES = {
    # everybody who is something now
    "Which couples are engaged?": {"people": ["Abe Mott", "Dora Fox", "Dora Kemp", "Max Idle"]},
    # of whom the oldest must be dead
    "Which couples are married?": {"people": ["Ada Roe", "Ben Poe", "Gil Orr", "Kay Lunn", "Otto Wynn", "Rita Sand"]},
    "Who is divorced?": {"people": ["Cyril Hay", "Hal Lamb", "Kay Lunn", "Rita Sand"]},
    "Who is pregnant?": {"people": ["Eve Holm", "Tom Reed"]},
    "Which couples are expecting a baby?": {"people": ["Eve Holm", "Tom Reed"]},
    "Who is separated?": {"people": ["Mia Lund", "Rolf Trask"]},
    "Which couples are living together?": UNKNOWN,
    # one source alone
    "According to courier, when did Ada Roe and Ben Poe marry?": {"when": "2015-06"},
    "When did Ada Roe and Ben Poe marry, according to the article herald?": {"when": "2014-06"},
    "According to courier, when was Ida Poe born?": UNKNOWN,
    # now, rather than before
    "Who has been married longer, Kay Lunn or Ada Roe?": {"people": ["Kay Lunn"]},
    "Since when have Una Fay and Carl Zed been together?": {"when": "../2020-09-02"},
    "Which of Ada Roe's children are adopted?": {"people": ["Ned Poe"]},
    # no length where an end is not told
    "How long had Ada Roe and Ben Poe been married when they announced the pregnancy?": UNKNOWN,
    "How old was Ida Poe when the war began?": UNKNOWN,
    "How long was Pia Quist a widow?": {"years": [0.0, 43.0]},  # she married again, nobody tells when
    "Was Lee Gray alive when Pia Quist married Sam Orr?": {"yes": None},
    # who is known to have been married by a day only is no first husband for it
    "Who was Pia Quist's first husband?": {"people": ["Lee Gray"]},
    "Who was Pia Quist's second husband?": {"people": ["Sam Orr"]},
    # what happened once is not so now
    "Are Rolf Trask and Mia Lund back together?": {"yes": False},
    # nobody but him is his parents' Hugo
    "How many children does Kay Lunn have?": {"count": 1},
    # who has an ex-husband was married to him, too
    "How many times was Rita Sand married?": {"count": 2},
    "Who was Rita Sand's first husband?": {"people": ["Cyril Hay"]},
    "Who were Rita Sand's husbands?": {"people": ["Cyril Hay", "Otto Wynn"]},
    "How many times has Dora Kemp been engaged?": {"count": 1},
    # two ends of a length are two happenings
    "How long after their wedding did Ada Roe and Ben Poe announce a baby?": UNKNOWN,
    # a plan is asked for, not what came true
    "Whose wedding was postponed?": {"people": ["Dora Fox", "Max Idle"]},
    # a denial that nobody tells of
    "Who denied that Ada Roe and Ben Poe had split?": UNKNOWN,
}


@pytest.mark.parametrize(("question", "value"), VALUES.items())
def test_questions_of_a_newsroom(told, question, value):
    found = told.ask(question).value
    assert {name: sorted(each) if name == "people" else each for name, each in found.items()} == value


@pytest.mark.parametrize(
    "question",
    [
        "What do the articles disagree about?",
        "On what do the sources disagree about Ada Roe and Ben Poe?",
        "Do the documents agree on when Ada Roe and Ben Poe married?",
    ],
)
def test_where_sources_disagree(told, question):
    (one, other) = told.ask(question).text.split(", but others say ")
    assert ("2014" in one, "courier" in other) == ("herald" in one, "2015" in other) == (True, True)


def test_a_first_name_is_taken_to_be_the_one_who_is_known_in_full():
    full = Source("a").knows("Ada Roe", "Ada").says("married", "Ada Roe", "Ben Poe", when="2014")
    sources = (full, Source("b").knows("Ada").says("parent_of", "Ada", "Ida Poe"))
    known = timeline([each.document for each in sources], [each.reading for each in sources], (), ONTOLOGY)
    answer = Graph(known, ONTOLOGY, lambda day: known).ask("When did Ada marry?")
    assert answer.value == {"when": "2014"}
    assert "'Ada' is taken to be Ada Roe" in answer.steps


@pytest.mark.parametrize(
    ("question", "is_told"),
    [
        ("What does Nell Birch say about Sid Cole?", True),
        ("What does Sid Cole say about Nell Birch?", False),
    ],
)
def test_what_somebody_says(told, question, is_told):
    assert (told.ask(question).value != UNKNOWN) == is_told


def test_nobody_disagrees(told):
    assert told.ask("On what do the articles disagree about Kay Lunn?").value == UNKNOWN


def test_a_day_that_has_passed_is_no_longer_expected(told):
    assert told.ask("When will Dora Fox and Max Idle marry?").text == (
        "The wedding of Dora Fox and Max Idle was planned for April 2020, and no source tells that it took place."
    )
    assert "is expected in 2021" in told.ask("When is Eve Holm's baby due?").text
