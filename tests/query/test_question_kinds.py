"""Ways of asking, by kind, over the invented story; the same table for the words, the value and how sure it is."""

import pytest

NORA = "Nora Vell"
OWEN = "Owen Tarrant"

WHEN = [
    ("When did Nora Vell and Owen Tarrant meet?", "2011-05"),
    ("When did Nora Vell meet Owen Tarrant?", "2011-05"),
    ("when did nora vell first meet owen tarrant", "2011-05"),
    ("In which year did Nora and Owen marry?", "2016-06-11"),
    ("On what day did Owen Tarrant marry Nora Vell?", "2016-06-11"),
    ("When did Nora tie the knot with Owen Tarrant?", "2016-06-11"),
    ("When was the wedding of Nora Vell and Owen Tarrant?", "2016-06-11"),
    ("When was Nora and Owen's wedding?", "2016-06-11"),
    ("When did Owen propose to Nora?", "2014-12-24"),
    ("When did Nora Vell and Owen Tarrant get engaged?", "2014-12-24"),
    ("What was the date of Nora Vell's engagement to Owen Tarrant?", "2014-12-24"),
    ("When did Nora and Owen start dating?", "2011-07"),
    ("When did Nora Vell become a couple with Owen Tarrant?", "2011-07"),
    ("When did Nora Vell and Tarrant move in together?", "2013"),
    ("When did Nora Vell and Owen Tarrant go public with their relationship?", "2012-02-14"),
    ("When did Nora Vell and Owen Tarrant split?", "2020-10"),
    ("When did Nora Vell break up with Owen Tarrant?", "2020-10"),
    ("When did Nora and Owen get divorced?", "2022-04-05"),
    ("When was the divorce of Nora Vell and Owen Tarrant finalised?", "2022-04-05"),
    ("When was Tilda Tarrant born?", "2018-03-02"),
    ("When is Nora Vell's birthday?", "1985-04-03"),
    ("When did Ruth Vell die?", "2015-01-20"),
    ("When did Nora's mother die?", "2015-01-20"),
    ("When did Nora Vell have her first child?", "2018-03-02"),
    ("When were Owen Tarrant and Iris Kemble divorced?", "2009"),
    ("When did Owen's first marriage end?", "2009"),
    ("Can you tell me when Nora and Owen got married?", "2016-06-11"),
    ("Since when have Hugo Vell and Petra Lang been married?", "2015-09"),
    ("When did Owen and Lise Amory get engaged?", "../2023"),
    ("For when is the wedding of Owen Tarrant and Lise Amory planned?", "2025-06"),
]
WHERE = [
    ("Where did Nora Vell and Owen Tarrant meet?", "Leith"),
    ("Where did Nora first meet Owen?", "Leith"),
    ("In which city did Owen propose to Nora?", "Lisbon"),
    ("Where did Nora and Owen get engaged?", "Lisbon"),
    ("Where was the wedding of Nora Vell and Owen Tarrant?", "Saint Bride's"),
    ("Where did Nora and Owen get married?", "Saint Bride's"),
    ("In what church did Nora Vell marry Owen Tarrant?", "Saint Bride's"),
    ("Where did Owen Tarrant marry Iris Kemble?", "Cardiff"),
    ("Where did Owen tie the knot with Iris Kemble?", "Cardiff"),
    ("Where did Nora and Owen go public?", "Berlin"),
    ("Where did they make their red carpet debut, Nora Vell and Owen Tarrant?", "Berlin"),
    ("At which place did Nora Vell meet Owen Tarrant?", "Leith"),
    ("Where did Nora and Owen move in together?", "Leith"),
    ("Tell me where Nora and Owen met", "Leith"),
    ("Where were Nora Vell and Owen Tarrant married?", "Saint Bride's"),
]
WHO = [
    ("Who was Nora Vell dating in 2009?", ["Jonah Pike"]),
    ("Who was Nora Vell with in 2009?", ["Jonah Pike"]),
    ("Who was Nora Vell's boyfriend in 2009?", ["Jonah Pike"]),
    ("Who was Nora's partner in March 2012?", [OWEN]),
    ("Who was Nora Vell married to in 2017?", [OWEN]),
    ("To whom was Nora engaged in 2015?", [OWEN]),
    ("Who was Nora Vell's husband on 1 January 2018?", [OWEN]),
    ("Whom did Nora Vell marry in 2016?", [OWEN]),
    ("Who did Nora Vell marry?", [OWEN]),
    ("Who was the husband of Nora Vell in 2019?", [OWEN]),
    ("Who was Owen Tarrant's wife in 2006?", ["Iris Kemble"]),
    ("Who was Owen Tarrant seeing in 2012?", [NORA]),
    ("As of 1 May 2016, who was Nora Vell engaged to?", [OWEN]),
    ("In 2009, who was Nora Vell in a relationship with?", ["Jonah Pike"]),
    ("With whom did Nora Vell work on Salt Harbour?", [OWEN]),
    ("Who lived with Nora Vell in 2014?", [OWEN]),
    ("Who was Nora Vell going out with in 2008?", ["Jonah Pike"]),
    ("Who is Nora Vell's brother?", ["Hugo Vell"]),
    ("Who is the mother of Hugo Vell?", ["Ruth Vell"]),
    ("Who are Owen Tarrant's children?", ["Milo Tarrant", "Tilda Tarrant"]),
    ("Who are the parents of Tilda Tarrant?", [NORA, OWEN]),
    ("Who is the father of Milo Tarrant?", [OWEN]),
    ("Which children of Owen Tarrant are named?", ["Milo Tarrant", "Tilda Tarrant"]),
    ("Who was born in 1980?", [OWEN]),
    ("Who did Owen divorce in 2009?", ["Iris Kemble"]),
    ("Who married Iris Kemble?", [OWEN]),
    ("Who is Nora Vell's ex-husband?", [OWEN]),
    ("Who is Nora Vell's former husband?", [OWEN]),
]
BEFORE = [
    ("Who was Nora Vell with before Owen Tarrant?", ["Jonah Pike"]),
    ("Who did Nora date before Owen?", ["Jonah Pike"]),
    ("Whom did Nora Vell date directly before Owen Tarrant?", ["Jonah Pike"]),
    ("Who was Nora's boyfriend before Owen?", ["Jonah Pike"]),
    ("Who was Owen Tarrant married to before Nora Vell?", ["Iris Kemble"]),
    ("Who was Owen's wife before Nora?", ["Iris Kemble"]),
    ("Who was Nora Vell with after Owen Tarrant?", ["Felix Brandt"]),
    ("Who did Nora Vell date after Jonah Pike?", [OWEN]),
    ("Who was Owen Tarrant's partner before Lise Amory?", [NORA]),
    ("Who was the partner of Nora Vell directly after Jonah Pike?", [OWEN]),
]
ORDINAL = [
    ("Who was Owen Tarrant's first wife?", ["Iris Kemble"]),
    ("Who was Owen's second wife?", [NORA]),
    ("Who was the first wife of Owen Tarrant?", ["Iris Kemble"]),
    ("Who was the second woman Owen Tarrant married?", [NORA]),
    ("Who was Nora Vell's first boyfriend?", ["Jonah Pike"]),
    ("Who is Owen's eldest child?", ["Milo Tarrant"]),
    ("Who is the younger child of Owen Tarrant?", ["Tilda Tarrant"]),
    ("Who was Nora Vell's last partner?", ["Felix Brandt"]),
    ("Who did Owen Tarrant marry first?", ["Iris Kemble"]),
]
JOIN = [
    ("Who is the wife of Nora Vell's brother?", ["Petra Lang"]),
    ("Who is married to Nora Vell's brother?", ["Petra Lang"]),
    ("Who is the brother of the mother of Tilda Tarrant?", ["Hugo Vell"]),
    ("Who is the uncle of Tilda Tarrant?", ["Hugo Vell"]),
    ("Who is the grandmother of Tilda Tarrant?", ["Ruth Vell"]),
    ("Who was Nora's partner while Owen was married to Iris Kemble?", ["Jonah Pike"]),
    ("While Hugo Vell was married to Petra Lang, who was Nora Vell's husband?", [OWEN]),
    ("Who was Owen married to when Nora Vell was dating Jonah Pike?", ["Iris Kemble"]),
    ("Who was Nora Vell married to when Tilda was born?", [OWEN]),
    ("Who was Nora's fiancé when her mother died?", [OWEN]),
    ("Who is Milo Tarrant's half-sister?", ["Tilda Tarrant"]),
]
YES_NO = [
    ("Were Nora Vell and Owen Tarrant together in 2014?", True),
    ("Were Nora and Owen a couple in 2014?", True),
    ("Were Nora Vell and Owen Tarrant married in 2018?", True),
    ("Was Nora Vell married to Owen Tarrant in 2018?", True),
    ("Were Nora Vell and Owen Tarrant married in 2013?", False),
    ("Was Nora engaged to Owen on 1 January 2015?", True),
    ("Was Nora Vell Owen Tarrant's wife in 2017?", True),
    ("Was Owen Tarrant the husband of Nora Vell in 2023?", False),
    ("Were Nora and Owen divorced in 2023?", True),
    ("Did Nora and Owen marry in 2016?", True),
    ("Did Nora Vell marry Owen Tarrant in 2012?", False),
    ("Had Nora and Owen met by 2012?", True),
    ("As of 1 January 2011, had Nora met Owen?", False),
    ("Was Nora dating Jonah Pike in 2009?", True),
    ("Was Nora dating Jonah Pike in 2015?", False),
    ("Did Nora Vell ever marry Jonah Pike?", False),
    ("Was Nora Vell ever engaged to Jonah Pike?", False),
    ("Were Nora and Owen living together in 2015?", True),
    ("Did Nora and Owen have a child?", True),
    ("Has Ruth Vell died?", True),
    ("Were Nora Vell and Owen Tarrant still together in 2023?", False),
    ("Did Owen Tarrant and Iris Kemble divorce?", True),
]
PRESENT = [
    ("Are Hugo Vell and Petra Lang married?", True),
    ("Are Hugo Vell and Petra Lang still married?", True),
    ("Is Hugo Vell married to Petra Lang now?", True),
    ("Are Nora Vell and Owen Tarrant still together?", False),
    ("Are Nora and Owen married?", False),
    ("Is Nora Vell the wife of Owen Tarrant?", False),
    ("Is Owen Tarrant engaged to Lise Amory?", True),
    ("Are Owen and Lise Amory currently engaged?", True),
    ("Are Nora Vell and Owen Tarrant divorced?", True),
    ("Is Petra Lang Hugo Vell's wife?", True),
    ("Is Nora dating Felix Brandt?", True),
]
NOW_WHO = [
    ("Who is Hugo Vell married to?", ["Petra Lang"]),
    ("Who is Hugo Vell's wife?", ["Petra Lang"]),
    ("Who is Owen Tarrant engaged to now?", ["Lise Amory"]),
    ("Who is Nora Vell dating?", ["Felix Brandt"]),
    ("Who is Nora's current boyfriend?", ["Felix Brandt"]),
    ("Who is currently Owen's fiancée?", ["Lise Amory"]),
]
ORDER = [
    ("Did Nora and Owen move in together before they got engaged?", True),
    ("Did Nora and Owen get engaged before they moved in together?", False),
    ("Did Nora Vell meet Owen Tarrant after she split from Jonah Pike?", True),
    ("Was Tilda born after the wedding?", True),
    ("Was Tilda Tarrant born before Nora and Owen married?", False),
    ("Did Nora marry Owen before her mother died?", False),
    ("Did Owen marry Nora after his divorce from Iris Kemble?", True),
    ("Had Owen divorced Iris Kemble before he met Nora?", True),
    ("Did Hugo Vell marry Petra Lang before Nora married Owen?", True),
    ("Did Nora and Owen marry before Hugo Vell and Petra Lang?", False),
    ("Did Nora and Owen split after Tilda was born?", True),
    ("Did Ruth Vell die before Tilda's birth?", True),
]
YEARS = [
    ("How long were Nora Vell and Owen Tarrant married?", 5.8),
    ("For how long was Nora married to Owen?", 5.8),
    ("How many years was Nora Vell married to Owen Tarrant?", 5.8),
    ("How long did the marriage of Nora and Owen last?", 5.8),
    ("How long were Nora and Owen engaged?", 1.46),
    ("How long were Nora Vell and Owen Tarrant together before they got engaged?", 3.4),
    ("How long were Nora and Owen together before they married?", 4.9),
    ("How long did Nora date Jonah Pike?", 2.4),
    ("How long was Owen Tarrant married to Iris Kemble?", 4.9),
    ("How long had Nora and Owen been married on 11 June 2018?", 2.0),
    ("How long have Hugo Vell and Petra Lang been married?", 8.4),
    ("How long after they met did Nora and Owen marry?", 5.05),
    ("How many years after they met did Nora Vell and Owen Tarrant get engaged?", 3.6),
    ("How long after the wedding was Tilda born?", 1.72),
    ("How many years lie between Nora's wedding and her divorce?", 5.8),
    ("How much time passed between the engagement and the wedding of Nora and Owen?", 1.46),
    ("How long before the birth of Tilda did Nora and Owen marry?", 1.72),
    ("How many years passed between Owen's divorce from Iris Kemble and his wedding with Nora?", 7.0),
    ("How long after Ruth Vell's death was Tilda Tarrant born?", 3.1),
    ("How old was Nora Vell when she married Owen?", 31),
    ("How old was Nora when Tilda was born?", 32),
]
COUNT = [
    ("How many times has Owen Tarrant been married?", 2),
    ("How many times did Owen marry?", 2),
    ("How often was Owen Tarrant married?", 2),
    ("How many children does Owen Tarrant have?", 2),
    ("How many children does Nora have?", 1),
    ("How many children did Owen have in 2010?", 1),
    ("How many children of Owen are named?", 2),
    ("How many wives has Owen Tarrant had?", 2),
    ("How many siblings does Nora Vell have?", 1),
    ("How many times has Nora Vell been divorced?", 1),
    ("How many children do Nora and Owen have together?", 1),
    ("How many times had Owen been married by 2010?", 1),
]
COMPARE = [
    ("Who is older, Nora Vell or Owen Tarrant?", [OWEN]),
    ("Who is younger, Nora or Owen?", [NORA]),
    ("Who was born first, Milo Tarrant or Tilda Tarrant?", ["Milo Tarrant"]),
    ("Which of Milo and Tilda is older, Milo Tarrant or Tilda Tarrant?", ["Milo Tarrant"]),
    ("Who married first, Hugo Vell or Nora Vell?", ["Hugo Vell"]),
    ("Who got married first, Nora Vell or Hugo Vell?", ["Hugo Vell"]),
    ("Who has been married more often, Owen Tarrant or Hugo Vell?", [OWEN]),
    ("Who got divorced first, Owen Tarrant or Nora Vell?", [OWEN]),
]
UNKNOWN = [
    "When did Nora Vell and Jonah Pike marry?",
    "Who was Nora Vell with when Milo Tarrant was born?",
    "When did Hugo Vell and Petra Lang divorce?",
    "Where did Hugo Vell marry Petra Lang?",
    "Who was Nora Vell dating in 2001?",
    "Who is the father of Nora Vell?",
    "Who was Nora Vell's husband before Owen Tarrant?",
    "How long were Nora Vell and Jonah Pike married?",
    "What is the capital of France?",
    "How tall is Nora Vell?",
    "Why did Nora and Owen split?",
    "Who won the match?",
    "",
    "?",
    "asdf qwer",
]


def value_of(graph, question, key):
    return graph.ask(question).value.get(key, "not answered so")


@pytest.mark.parametrize(("question", "when"), WHEN)
def test_when(graph, question, when):
    assert value_of(graph, question, "when") == when


@pytest.mark.parametrize(("question", "place"), WHERE)
def test_where(graph, question, place):
    assert value_of(graph, question, "place") == place


@pytest.mark.parametrize(("question", "people"), [*WHO, *BEFORE, *ORDINAL, *JOIN, *NOW_WHO, *COMPARE])
def test_people(graph, question, people):
    assert sorted(value_of(graph, question, "people")) == sorted(people)


@pytest.mark.parametrize(("question", "yes"), [*YES_NO, *PRESENT, *ORDER])
def test_yes_or_no(graph, question, yes):
    assert value_of(graph, question, "yes") is yes


@pytest.mark.parametrize(("question", "years"), YEARS)
def test_lengths_of_time_hold_the_truth_and_are_narrow(graph, question, years):
    least, most = value_of(graph, question, "years")
    assert least - 0.06 <= years <= most + 0.06
    assert most - least <= 1.1


@pytest.mark.parametrize(("question", "count"), COUNT)
def test_count(graph, question, count):
    assert value_of(graph, question, "count") == count


@pytest.mark.parametrize("question", UNKNOWN)
def test_what_is_not_told_is_not_answered(graph, question):
    found = graph.ask(question)
    assert found.value == {"unknown": True}
    assert found.certainty == "unknown"
    assert found.text.endswith(".")
