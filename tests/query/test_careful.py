"""What a careful reader would not say: more than is told, or as if half of the question had not been asked."""

from collections.abc import Callable, Mapping

import pytest

from kg.build import from_paths
from kg.query.view import Graph

# document | kind | type | people | when | more
ROWS = """
old | event | born | Ada Roe | 1901-05-12 | place=Bristol
old | kin | parent_of | Anna Roe, Ada Roe | |
old | event | married | Ada Roe, Ben Poe | 1925-06-03 | place=Bristol
old | event | born | Ben Poe | 1898 |
old | event | born | Ida Poe | 1927 |
old | event | child_born | Ada Roe, Ben Poe | 1927 | child=Ida Poe
old | event | child_born | Ada Roe, Ben Poe | 1930 | child=Ned Poe
old | event | separated | Ada Roe, Ben Poe | 1936 |
old | event | divorced | Ada Roe, Ben Poe | 1938 |
old | event | married | Ben Poe, Una Fay | 1940 |
old | event | married | Ada Roe, Carl Zed | 1941 |
old | event | died | Carl Zed | 1953-11-14 |
old | event | died | Ben Poe | 1962 |
old | event | married | Ida Poe, Hal Lamb | 1950 |
old | event | child_born | Ida Poe, Hal Lamb | 1952 | child=Kit Lamb
old | event | died | Hal Lamb | 1970 |
old | event | married | Tom Reed, Eve Holm | 1950 |
old | event | married | Tom Reed, Kay Lunn | 1960 |
old | event | died | Tom Reed | 1970 |
old | event | child_born | Gil Orr, Fay Unger | 1931 | child=Sam Orr
old | event | adopted | Ned Poe | 1958 | child=Jem Poe
new | event | engaged | Nora Vell, Owen Tarn | 2015-07 |
new | event | engagement_ended | Nora Vell, Owen Tarn | 2016 |
new | event | separated | Nora Vell, Owen Tarn | 2016 |
new | event | engaged | Nora Vell, Paul Trask | 2021-12 |
new | event | married | Nora Vell, Paul Trask | 2023-06 | status=planned
new | event | dating_began | Nora Vell, Max Idle | | status=denied
new | event | dating_began | Owen Tarn, Iris Penn | 2017 |
new | event | married | Owen Tarn, Iris Penn | 2019-09-08 |
new | event | separated | Owen Tarn, Iris Penn | 2022 | status=reported
new | state | dating | Max Idle, Dora Fox | 2021 | status=rumoured
new | kin | sibling_of | Paul Trask, Rolf Trask | |
new | event | worked_together | Rolf Trask, Dora Fox | 2010 | work=Salt Bay
new | event | married | Rolf Trask, Mia Lund | | status=negated
new | event | married | Pia Quist, Lee Gray | 2010 |
odd | event | married | Pia Quist, Lee Gray | 2009 |
new | event | married | Lee Gray, Amy Holt | 1999 |
new | event | divorced | Lee Gray, Amy Holt | 2003 |
new | state | living_together | Lee Gray, Eva Dell | 2005 |
"""
DAYS = {"old": "1995-03-01", "new": "2022-09-15", "odd": "2021-01-10"}


@pytest.fixture(scope="module")
def told(chronicle: Callable[[str, Mapping[str, str]], Graph]) -> Graph:
    return chronicle(ROWS, DAYS)


UNKNOWN: dict[str, object] = {"unknown": True}
OPEN: dict[str, object] = {"yes": None}
YES: dict[str, object] = {"yes": True}
NO: dict[str, object] = {"yes": False}

VALUES = {
    # a marriage that only a death limits goes on until then, as far as is known
    "Is Ida Poe a widow?": YES,
    "When was Ida Poe widowed?": {"when": "1970"},
    "Who was Hal Lamb's widow?": {"people": ["Ida Poe"]},
    "Whose widow was Ada Roe?": {"people": ["Carl Zed"]},
    "Whose widow is Iris Penn?": UNKNOWN,
    "Whose widow was Eve Holm?": UNKNOWN,  # he had married another since
    "Who was Tom Reed's widow?": {"people": ["Kay Lunn"]},
    "Was Tom Reed married when he died?": YES,
    "When was Ben Poe widowed?": UNKNOWN,
    "Was Ida Poe married in 1960?": YES,
    "How long was Ida Poe married to Hal Lamb?": {"years": [19.0, 21.0]},
    # a condition that nobody tells is not left out
    "Who was Ada Roe's husband during the war?": UNKNOWN,
    "Who was Nora Vell with when Rolf Trask died?": UNKNOWN,
    "Who is the wife of Nora Vell's brother?": UNKNOWN,
    "What happened to Owen Tarn before his divorce from Iris Penn?": UNKNOWN,
    # words that narrow, and negations
    "Was Ida Poe born out of wedlock?": OPEN,
    "Were Ada Roe and Ben Poe happily married?": OPEN,
    "Was Ada Roe never married?": NO,
    "Did Nora Vell and Owen Tarn never marry?": YES,
    "Who was not married to Ada Roe?": UNKNOWN,
    "Who was not married to Ada Roe: Ben Poe or Una Fay?": UNKNOWN,
    "On which ship were Ada Roe and Ben Poe married?": UNKNOWN,
    "Was Ada Roe born in Paris?": NO,
    "Was Ida Poe born in Paris?": OPEN,
    # rumours and denials
    "Is Max Idle dating Dora Fox?": OPEN,
    "Who did Nora Vell deny dating?": {"people": ["Max Idle"]},
    "Who denied dating Max Idle?": {"people": ["Nora Vell"]},
    "Did Nora Vell deny dating Max Idle?": YES,
    # one wedding is not two
    "Did Una Fay ever remarry?": OPEN,
    "Did Ada Roe remarry?": YES,
    # who is separated is married all the same, but not together
    "Is Owen Tarn still married to Iris Penn?": YES,
    "Were Ada Roe and Ben Poe still together in 1937?": NO,
    "Were Ada Roe and Ben Poe still married in 1937?": YES,
    # what is told of one alone says nothing of what is not told
    "Has Iris Penn ever been divorced?": OPEN,
    "Does Nora Vell have children?": OPEN,
    "Did Ada Roe have children with Carl Zed?": OPEN,
    "Is Nora Vell married?": NO,
    # children of one are not those of another couple
    "How many children did Ben Poe have with Una Fay?": UNKNOWN,
    "How many children did Ada Roe and Ben Poe have?": {"count": 2},
    # kin by a marriage that is over
    "Who was Ben Poe's mother-in-law?": {"people": ["Anna Roe"]},
    "Who is Ned Poe's brother-in-law?": {"people": ["Hal Lamb"]},
    "Who was Ida Poe's stepmother?": {"people": ["Una Fay"]},
    # whom the condition names is not asked for
    "Whom had Ben Poe been married to before he married Una Fay?": {"people": ["Ada Roe"]},
    "When are Nora Vell and Paul Trask getting married?": {"when": "2023-06"},
    "When did Nora Vell and Paul Trask marry?": UNKNOWN,
    "Who did Ned Poe adopt?": {"people": ["Jem Poe"]},
    "Which of Ada Roe's children was born first?": {"people": ["Ida Poe"]},
    # who of several, and how often
    "Was Una Fay Ben Poe's first wife?": NO,
    "Was Ada Roe Ben Poe's first wife?": YES,
    "Did Ada Roe marry twice?": YES,
    "Did Una Fay marry twice?": OPEN,
    "Did Ada Roe's children marry?": YES,
    "Are Ida Poe and Ned Poe siblings?": YES,
    "Who is taller, Ada Roe or Ben Poe?": UNKNOWN,
    "Which of Ada Roe and Ben Poe remarried first?": {"people": ["Ben Poe"]},
    "Which wedding came first, that of Ada Roe and Carl Zed or that of Ben Poe and Una Fay?": {
        "people": ["Ben Poe", "Una Fay"]
    },
    # that two never married is no word on either alone
    "Did Rolf Trask ever marry?": OPEN,
    "Did Rolf Trask and Mia Lund marry?": NO,
    # what is to come
    "Is Nora Vell going to marry Paul Trask?": YES,
    "Is Nora Vell getting married?": YES,
    "Who is Nora Vell marrying?": {"people": ["Paul Trask"]},
    "Who is Nora Vell's boyfriend?": {"people": ["Paul Trask"]},
    "Who is Owen Tarn dating now?": UNKNOWN,
    "Who was Lee Gray's partner in 2005?": {"people": ["Eva Dell"]},
    # ages and wars
    "Was Ada Roe married before she was 20?": NO,
    "Did Ada Roe marry Ben Poe before she was 30?": YES,
    "Who was Ada Roe married to at the age of 45?": {"people": ["Carl Zed"]},
    "Who was Una Fay married to in her thirties?": UNKNOWN,
    "Who was Ben Poe's wife during the Second World War?": {"people": ["Una Fay"]},
    "Who was Ben Poe's wife in World War I?": UNKNOWN,
    # how long until
    "How long had Ada Roe and Ben Poe been married when their daughter was born?": {"years": [1.58, 2.58]},
    "How old was Ada Roe when she had her first child?": {"years": [25, 26]},
    # how it ended
    "How did Ada Roe's first marriage end?": {"events": [["divorced", "1938"]]},
    # shared work
    "On which film did Rolf Trask and Dora Fox work together?": {"work": "Salt Bay"},
    "Who did Rolf Trask make a film with?": {"people": ["Dora Fox"]},
    # besides somebody, before somebody, of more than two
    "Who was Ben Poe married to besides Ada Roe?": {"people": ["Una Fay"]},
    "Apart from Carl Zed, who was Una Fay married to?": {"people": ["Ben Poe"]},
    "Who was Una Fay married to apart from Ben Poe?": UNKNOWN,
    "Did Ben Poe have a wife before Una Fay?": YES,
    "Did Owen Tarn leave Nora Vell for Iris Penn?": OPEN,
    "Was Una Fay at Ada Roe's wedding?": UNKNOWN,
    "Did Una Fay love Ben Poe?": UNKNOWN,
    "Who has been married twice?": UNKNOWN,
    "What came first, the birth of Ida Poe or the wedding of Ida Poe and Hal Lamb?": {"says": "before"},
    "How long has Ida Poe been a widow?": {"years": [51.71, 52.7]},
    "Until when were Nora Vell and Owen Tarn engaged?": {"when": "2016"},
    "List all divorces.": {"events": [["divorced", "1938"], ["divorced", "2003"]]},
    "Did Ben Poe marry anyone in 1939?": NO,
    "Did Ben Poe marry anyone in 1940?": YES,
    "Was the engagement of Nora Vell and Owen Tarn longer than a year?": OPEN,
    "Whom did Una Fay date between Ben Poe and Carl Zed?": UNKNOWN,
    "Did Hal Lamb leave children?": YES,
    "Did Ida Poe, born in 1927, ever divorce?": OPEN,
    "Was the Ida Poe born in 1927 ever divorced?": OPEN,
    "When did the marriage of Lee Gray and Amy Holt end?": {"when": "2003"},
    "Did Ada Roe marry any of her ex-husbands?": YES,
    "Which was Ada Roe's longest marriage?": {"people": ["Ben Poe"]},
    "Is Eva Dell single?": OPEN,
    "Is Iris Penn single?": OPEN,
    # how many, and no other
    "Was Ben Poe Ada Roe's only husband?": OPEN,
    "Was Ida Poe Ada Roe's only child?": OPEN,
    "Did Ada Roe have four husbands?": OPEN,
    "Did Ada Roe have three children?": OPEN,
    "Were Sam Orr's parents married?": OPEN,
    "Who became Ben Poe's second wife?": {"people": ["Una Fay"]},
    "Which of Ada Roe's husbands was a painter?": UNKNOWN,
    "How long did Ada Roe's ex-husband live?": {"years": [63, 64]},
    "Was Ben Poe married when the Second World War ended?": YES,
    # as typed into a box
    "Ada Roe birthplace": {"place": "Bristol"},
    "Ada Roe's husband in 1930": {"people": ["Ben Poe"]},
    "who was ada roes first husband": {"people": ["Ben Poe"]},
    "Does Ada Roe have any kids?": YES,
    "nora vell boyfriend": {"people": ["Paul Trask"]},
    "ada roe children": {"people": ["Ida Poe", "Ned Poe"]},
    "ben poe and una fay wedding": {"when": "1940"},
    "ben poe and una fay wedding cake": UNKNOWN,
    "nora vell married?": NO,
    # sources that disagree, and what is over
    "Did Pia Quist and Lee Gray marry in 2009?": OPEN,
    "Was Lee Gray no longer married in 2005?": YES,
    "How old is Ada Roe's ex-husband?": UNKNOWN,
    "Were Ada Roe and Ben Poe both alive in 1970?": NO,
    "Was the wedding of Nora Vell and Paul Trask postponed?": OPEN,
}


@pytest.mark.parametrize(("question", "value"), VALUES.items())
def test_value(told: Graph, question: str, value: dict[str, object]) -> None:
    assert told.ask(question).value == value


TALKS = {
    "Who was Ada Roe's first husband?": {"people": ["Ben Poe"]},
    "When did they divorce?": {"when": "1938"},
    "Who did she marry next?": {"people": ["Carl Zed"]},
    "When did he die?": {"when": "1953-11-14"},
    "Did she marry again?": YES,
    "Who was she with before?": {"people": ["Ben Poe"]},
    "When was the younger one born?": UNKNOWN,
}


def test_a_talk_remembers_whom_it_was_about(told: Graph) -> None:
    talk = told.conversation()
    assert {question: talk.ask(question).value for question in TALKS} == TALKS


@pytest.mark.parametrize("question", ["Did she marry again?", "When did he die?", "Who did Ada Roe marry next?"])
def test_whom_nobody_named_is_not_guessed(told: Graph, question: str) -> None:
    assert told.ask(question).value == UNKNOWN


TEXTS = {
    "Who is the wife of Nora Vell's brother?": "No brother of Nora Vell is recorded.",
    "Who was Ada Roe's husband during the war?": "It is not told when that was: the war.",
    "Were Ada Roe and Ben Poe never married?": "No: Ada Roe and Ben Poe were married from 3 June 1925 until 1938.",
    "Is Max Idle dating Dora Fox?": "By rumour only: Max Idle and Dora Fox were together by 2021 (not confirmed).",
    "When was Ida Poe widowed?": "Ida Poe was widowed by the death of Hal Lamb in 1970, as far as is known.",
    "How old is Ben Poe?": "Ben Poe died in 1962, at the age of 63 or 64.",
    "Was Ida Poe born out of wedlock?": "Ida Poe was born in 1927; of 'wedlock' nothing is known.",
}


@pytest.mark.parametrize(("question", "text"), TEXTS.items())
def test_text(told: Graph, question: str, text: str) -> None:
    assert told.ask(question).text == text


@pytest.mark.parametrize(
    ("text", "people"),
    [
        ("Carl Zed and his ex parted in 2017. Carl began dating Ada Roe in 2018.", None),
        ("Carl Zed and his ex Una Fay parted in 2017. Carl began dating Ada Roe in 2018.", ["Una Fay"]),
    ],
)
def test_somebody_without_a_name_is_no_answer_to_who_came_before(tmp_path, text, people):
    (tmp_path / "news.txt").write_text(text, encoding="utf-8")
    answer = from_paths([tmp_path]).ask("Whom did Carl Zed date directly before Ada Roe?")
    assert answer.value.get("people") == people
