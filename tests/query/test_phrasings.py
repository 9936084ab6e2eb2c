"""One story asked in many ways: the same happening in other words, other orders and other openings."""

import pytest

from kg.query.view import Graph
from tests.query.story import ONTOLOGY, story

WHEN = {
    "2016-06-11": [
        "When did Nora Vell and Owen Tarrant marry?",
        "When did Nora Vell marry Owen Tarrant?",
        "When were Nora Vell and Owen Tarrant wed?",
        "What was the wedding date of Nora Vell and Owen Tarrant?",
        "When did Nora Vell and Owen Tarrant exchange vows?",
        "When did Nora Vell tie the knot with Owen Tarrant?",
        "When did Nora Vell and Owen Tarrant get hitched?",
        'When did Nora Vell and Owen Tarrant say "I do"?',
        "Do you know when Nora Vell and Owen Tarrant got married?",
        "Can you tell me when Nora Vell and Owen Tarrant wed?",
        "I would like to know when Nora Vell married Owen Tarrant.",
        "when did Nora Vell get married to Owen Tarrant",
        "Nora Vell and Owen Tarrant married when?",
        "Give the date of the marriage of Nora Vell and Owen Tarrant.",
        "What year did Nora Vell and Owen Tarrant marry?",
        "In which month did Nora Vell and Owen Tarrant become husband and wife?",
        "When did the wedding of Nora Vell and Owen Tarrant take place?",
        "When did Nora Vell and Owen Tarrant's wedding take place?",
        "At what time did Nora Vell and Owen Tarrant get married?",
        "When did Nora Vell walk down the aisle with Owen Tarrant?",
        "When was Nora Vell's wedding to Owen Tarrant?",
        "When was the marriage between Nora Vell and Owen Tarrant celebrated?",
        "When exactly did Nora Vell and Owen Tarrant marry?",
        "Which year saw the wedding of Nora Vell and Owen Tarrant?",
        "What is the date on which Nora Vell wed Owen Tarrant?",
        "When did Nora Vell become the spouse of Owen Tarrant?",
    ],
    "2014-12-24": [
        "When did Nora Vell and Owen Tarrant get engaged?",
        "When did Nora Vell become engaged to Owen Tarrant?",
        "When was the engagement of Nora Vell and Owen Tarrant?",
        "What year did Nora Vell and Owen Tarrant get engaged?",
        "When did Nora Vell get engaged to Owen Tarrant?",
        "Since when were Nora Vell and Owen Tarrant engaged?",
        "On what date were Nora Vell and Owen Tarrant engaged?",
        "When did Nora Vell and Owen Tarrant announce their engagement?",
        "When did the proposal between Nora Vell and Owen Tarrant take place?",
        "In which month were Nora Vell and Owen Tarrant engaged to be married?",
        "When did Nora Vell's engagement to Owen Tarrant begin?",
        "When did Nora Vell and Owen Tarrant plight their troth?",
    ],
    "2011-05": [
        "When did Nora Vell and Owen Tarrant meet?",
        "When did Nora Vell meet Owen Tarrant?",
        "When did Nora Vell and Owen Tarrant first meet?",
        "In what year did Nora Vell meet Owen Tarrant for the first time?",
        "When was it that Nora Vell met Owen Tarrant?",
        "When did Nora Vell and Owen Tarrant get to know each other?",
        "When did Nora Vell first encounter Owen Tarrant?",
        "What year did Nora Vell and Owen Tarrant cross paths?",
        "When were Nora Vell and Owen Tarrant introduced?",
        "When did the paths of Nora Vell and Owen Tarrant first cross?",
    ],
    "2011-07": [
        "When did Nora Vell and Owen Tarrant start dating?",
        "When did Nora Vell begin dating Owen Tarrant?",
        "When did Nora Vell and Owen Tarrant become a couple?",
        "When did Nora Vell and Owen Tarrant get together?",
        "When did Nora Vell start going out with Owen Tarrant?",
        "When did the relationship of Nora Vell and Owen Tarrant begin?",
        "When did Nora Vell and Owen Tarrant's relationship start?",
        "When did Nora Vell and Owen Tarrant first become an item?",
        "When did Nora Vell begin seeing Owen Tarrant?",
        "When did Nora Vell and Owen Tarrant begin their romance?",
        "What was the beginning of Nora Vell and Owen Tarrant's relationship?",
    ],
    "2022-04-05": [
        "When did Nora Vell and Owen Tarrant divorce?",
        "When did Nora Vell divorce Owen Tarrant?",
        "When did Nora Vell and Owen Tarrant get divorced?",
        "When was Nora Vell divorced from Owen Tarrant?",
        "When was the divorce of Nora Vell and Owen Tarrant finalised?",
        "When was the divorce of Nora Vell and Owen Tarrant final?",
        "In what year were Nora Vell and Owen Tarrant divorced?",
        "When was Nora Vell's marriage to Owen Tarrant dissolved?",
        "When did the marriage of Nora Vell and Owen Tarrant end?",
        "When did Nora Vell and Owen Tarrant's divorce come through?",
    ],
    "2013": [
        "When did Nora Vell and Owen Tarrant move in together?",
        "When did Nora Vell move in with Owen Tarrant?",
        "When did Nora Vell and Owen Tarrant start living together?",
        "When did Nora Vell and Owen Tarrant set up home together?",
        "When did Nora Vell and Owen Tarrant begin to share a home?",
    ],
    "2012-02-14": [
        "When did Nora Vell and Owen Tarrant go public?",
        "When did Nora Vell and Owen Tarrant make their relationship public?",
        "When did Nora Vell and Owen Tarrant first appear together in public?",
        "When did Nora Vell and Owen Tarrant go public with their relationship?",
        "When did Nora Vell and Owen Tarrant confirm their relationship?",
        "When did Nora Vell and Owen Tarrant go Instagram official?",
    ],
    "2010-11": [
        "When did Nora Vell and Jonah Pike split?",
        "When did Nora Vell and Jonah Pike split up?",
        "When did Nora Vell and Jonah Pike break up?",
        "When did Nora Vell break up with Jonah Pike?",
        "When did Nora Vell and Jonah Pike separate?",
        "When did Nora Vell part from Jonah Pike?",
        "When did Nora Vell and Jonah Pike part ways?",
        "When did Nora Vell and Jonah Pike call it quits?",
        "When did the relationship between Nora Vell and Jonah Pike end?",
        "When did Nora Vell and Jonah Pike go their separate ways?",
        "When was the split of Nora Vell and Jonah Pike?",
        "When did Nora Vell leave Jonah Pike?",
        "Until when were Nora Vell and Jonah Pike together?",
        "In which month did Nora Vell and Jonah Pike break up?",
        "When did it end between Nora Vell and Jonah Pike?",
    ],
    "2015-01-20": [
        "When did Ruth Vell die?",
        "When did Ruth Vell pass away?",
        "In what year did Ruth Vell die?",
        "What was Ruth Vell's date of death?",
        "When was Ruth Vell's death?",
        "When did Ruth Vell's life end?",
        "What is the date of death of Ruth Vell?",
        "In which year was the death of Ruth Vell?",
    ],
    "1985-04-03": [
        "When was Nora Vell born?",
        "What is Nora Vell's birthday?",
        "What is Nora Vell's date of birth?",
        "In what year was Nora Vell born?",
        "When did Nora Vell come into the world?",
        "When is Nora Vell's birthday?",
        "On what date was Nora Vell born?",
        "What year was the birth of Nora Vell?",
    ],
    "2018-03-02": [
        "When was Tilda Tarrant born?",
        "When did Nora Vell give birth to Tilda Tarrant?",
        "When did Nora Vell and Owen Tarrant welcome Tilda Tarrant?",
        "What is the birthday of Tilda Tarrant?",
        "When did Nora Vell and Owen Tarrant have Tilda Tarrant?",
        "When was Nora Vell and Owen Tarrant's child Tilda Tarrant born?",
        "When did Tilda Tarrant see the light of day?",
        "On what day did Nora Vell become a parent of Tilda Tarrant?",
    ],
}
WHERE = {
    "Saint Bride's": [
        "Where did Nora Vell and Owen Tarrant marry?",
        "Where was the wedding of Nora Vell and Owen Tarrant?",
        "In which place did Nora Vell marry Owen Tarrant?",
        "Where did Nora Vell and Owen Tarrant tie the knot?",
        "What was the venue of Nora Vell and Owen Tarrant's wedding?",
        "At what place did Nora Vell and Owen Tarrant get married?",
        "In what town did the wedding of Nora Vell and Owen Tarrant take place?",
        "Where did Nora Vell and Owen Tarrant's wedding happen?",
        "Where exactly did Nora Vell wed Owen Tarrant?",
        "What was the location of the wedding of Nora Vell and Owen Tarrant?",
    ],
    "Leith": [
        "Where did Nora Vell and Owen Tarrant meet?",
        "Where did Nora Vell first meet Owen Tarrant?",
        "In which city did Nora Vell and Owen Tarrant meet?",
        "How did Nora Vell and Owen Tarrant meet?",
        "At which place did Nora Vell get to know Owen Tarrant?",
        "Where was it that Nora Vell met Owen Tarrant?",
    ],
    "Lisbon": [
        "Where did Nora Vell and Owen Tarrant get engaged?",
        "Where did Nora Vell propose to Owen Tarrant?",
        "Where was the engagement of Nora Vell and Owen Tarrant?",
        "In what place did Nora Vell and Owen Tarrant become engaged?",
    ],
}
WHO = {
    ("Owen Tarrant",): [
        "Who did Nora Vell marry in 2016?",
        "Whom did Nora Vell marry in 2016?",
        "Who married Nora Vell in 2016?",
        "Who tied the knot with Nora Vell in 2016?",
        "Whose wedding with Nora Vell took place in 2016?",
        "To whom was Nora Vell wed in 2016?",
        "Who got married in 2016 to Nora Vell?",
        "Nora Vell married whom in 2016?",
        "Which person did Nora Vell marry in 2016?",
        "With whom did Nora Vell exchange vows in 2016?",
        "Who became Nora Vell's spouse in 2016?",
        "Tell me who Nora Vell married in 2016.",
        "Name the person Nora Vell married in 2016.",
        "Whom did Nora Vell divorce in 2022?",
        "From whom was Nora Vell divorced in 2022?",
        "Who did Nora Vell get divorced from in 2022?",
        "Who divorced Nora Vell in 2022?",
        "Who did Nora Vell get engaged to in 2014?",
        "To whom did Nora Vell become engaged in 2014?",
        "Who got engaged to Nora Vell in 2014?",
        "With whom did Nora Vell get engaged in 2014?",
        "Who is older, Owen Tarrant or Nora Vell?",
        "Which of the two is older, Owen Tarrant or Nora Vell?",
        "Who was born first, Owen Tarrant or Nora Vell?",
        "Who was born earlier, Owen Tarrant or Nora Vell?",
        "Of Owen Tarrant and Nora Vell, who is the elder?",
        "Between Owen Tarrant and Nora Vell, who is older?",
    ],
    ("Jonah Pike",): [
        "From whom did Nora Vell separate in 2010?",
        "Who did Nora Vell split from in 2010?",
        "Who did Nora Vell break up with in 2010?",
        "With whom did Nora Vell break up in 2010?",
        "Whom did Nora Vell leave in 2010?",
        "Who was Nora Vell dating in 2009?",
        "Who was Nora Vell's partner in 2009?",
        "Who was Nora Vell seeing in 2009?",
        "With whom was Nora Vell in a relationship in 2009?",
        "Who was Nora Vell with in 2009?",
        "Who was Nora Vell going out with in 2009?",
        "In 2009, who was Nora Vell's partner?",
        "Who was Nora Vell romantically involved with in 2009?",
        "Who was Nora Vell together with in 2009?",
        "Who was in a relationship with Nora Vell in 2009?",
    ],
    ("Iris Kemble",): [
        "Who was Owen Tarrant married to in 2006?",
        "To whom was Owen Tarrant married in 2006?",
        "Who was Owen Tarrant's spouse in 2006?",
        "Who was the spouse of Owen Tarrant in 2006?",
        "In 2006, who was Owen Tarrant married to?",
        "Who was Owen Tarrant's partner in 2006?",
        "With whom was Owen Tarrant married in 2006?",
        "Name Owen Tarrant's spouse in 2006.",
        "Who shared a marriage with Owen Tarrant in 2006?",
        "Who was the first spouse of Owen Tarrant?",
        "Who did Owen Tarrant marry first?",
        "To whom was Owen Tarrant first married?",
    ],
    ("Nora Vell",): [
        "Who was Owen Tarrant's second spouse?",
        "Who was the second person Owen Tarrant married?",
        "Who was Owen Tarrant's last spouse?",
        "Whom did Owen Tarrant marry second?",
        "Who was Owen Tarrant's most recent spouse?",
        "Whom did Owen Tarrant marry last?",
        "Who is the sibling of Hugo Vell?",
        "Who are Hugo Vell's siblings?",
        "Does Hugo Vell have any siblings, and who are they?",
        "Who are the brothers and sisters of Hugo Vell?",
        "Who is younger, Nora Vell or Owen Tarrant?",
    ],
    ("Iris Kemble", "Owen Tarrant"): [
        "Who are the parents of Milo Tarrant?",
        "Who are Milo Tarrant's parents?",
        "Whose child is Milo Tarrant?",
        "Name Milo Tarrant's parents.",
    ],
    ("Milo Tarrant", "Tilda Tarrant"): [
        "Who are the children of Owen Tarrant?",
        "Who are Owen Tarrant's children?",
        "Which children does Owen Tarrant have?",
        "What are the names of Owen Tarrant's children?",
        "Name the children of Owen Tarrant.",
        "List Owen Tarrant's children.",
    ],
    ("Hugo Vell", "Petra Lang"): [
        "Who married first, Hugo Vell and Petra Lang or Nora Vell and Owen Tarrant?",
    ],
}
YES_NO = {
    True: [
        "Did Nora Vell marry Owen Tarrant?",
        "Did Nora Vell and Owen Tarrant ever marry?",
        "Did Nora Vell and Owen Tarrant get married in 2016?",
        "Is it true that Nora Vell and Owen Tarrant married in 2016?",
        "Have Nora Vell and Owen Tarrant ever been married?",
        "Did Nora Vell and Owen Tarrant tie the knot in 2016?",
        "Had Nora Vell and Owen Tarrant married by the end of 2016?",
        "Was Nora Vell ever married to Owen Tarrant?",
        "Did the wedding of Nora Vell and Owen Tarrant take place in 2016?",
        "Was there a wedding of Nora Vell and Owen Tarrant?",
        "Were Nora Vell and Owen Tarrant married in 2018?",
        "Was Nora Vell married to Owen Tarrant in 2018?",
        "In 2018, were Nora Vell and Owen Tarrant married?",
        "Was Nora Vell Owen Tarrant's spouse in 2018?",
        "Were Nora Vell and Owen Tarrant husband and wife in 2018?",
        "Were Nora Vell and Owen Tarrant together in 2018?",
        "Was Owen Tarrant the spouse of Nora Vell in 2018?",
        "Were Nora Vell and Owen Tarrant a married couple in 2018?",
        "Were Nora Vell and Jonah Pike together in 2009?",
        "Were Nora Vell and Jonah Pike a couple in 2009?",
        "Was Nora Vell dating Jonah Pike in 2009?",
        "In 2009, were Nora Vell and Jonah Pike a couple?",
        "Was Nora Vell in a relationship with Jonah Pike in 2009?",
        "Were Nora Vell and Jonah Pike an item in 2009?",
        "Was Nora Vell with Jonah Pike in 2009?",
        "Was Nora Vell Jonah Pike's partner in 2009?",
        "Were Nora Vell and Jonah Pike still together in 2009?",
        "Were Nora Vell and Jonah Pike seeing each other in 2009?",
        "Were Nora Vell and Jonah Pike romantically involved in 2009?",
        "Is Ruth Vell dead?",
        "Did Ruth Vell die in 2015?",
        "Has Ruth Vell died?",
        "Had Ruth Vell died by the end of 2015?",
        "Is Ruth Vell no longer alive?",
        "Did Nora Vell and Owen Tarrant get engaged before they married?",
        "Had Nora Vell and Owen Tarrant got engaged before they married?",
        "Was the engagement of Nora Vell and Owen Tarrant before their wedding?",
        "Did the engagement of Nora Vell and Owen Tarrant come before their wedding?",
        "Did the wedding of Nora Vell and Owen Tarrant follow their engagement?",
        "Did Nora Vell and Owen Tarrant get engaged first and marry later?",
        "Did Nora Vell and Owen Tarrant marry only after they got engaged?",
        "Is Owen Tarrant older than Nora Vell?",
        "Is Nora Vell younger than Owen Tarrant?",
        "Was Owen Tarrant born before Nora Vell?",
    ],
    False: [
        "Did Nora Vell and Owen Tarrant marry in 2012?",
        "Were Nora Vell and Owen Tarrant married before 2012?",
        "Were Nora Vell and Owen Tarrant already married in 2012?",
        "Had Nora Vell married Owen Tarrant by 2012?",
        "Was Nora Vell married to Owen Tarrant in 2012?",
        "Did Nora Vell and Owen Tarrant marry before 2012?",
        "Did Nora Vell and Owen Tarrant divorce in 2018?",
        "Were Nora Vell and Owen Tarrant divorced by 2018?",
        "Had Nora Vell and Owen Tarrant divorced by 2018?",
        "Did Nora Vell and Owen Tarrant get engaged after they married?",
        "Did Nora Vell and Owen Tarrant marry before they got engaged?",
    ],
}
YEARS = {
    1.46: [
        "How long after they got engaged did Nora Vell and Owen Tarrant marry?",
        "How many years after they got engaged did Nora Vell and Owen Tarrant marry?",
        "How long did Nora Vell and Owen Tarrant wait between their engagement and their wedding?",
        "How many years passed between the engagement and the wedding of Nora Vell and Owen Tarrant?",
        "How much time lay between Nora Vell and Owen Tarrant's engagement and their wedding?",
        "How long was it from the engagement of Nora Vell and Owen Tarrant to their wedding?",
        "How many years lie between the engagement of Nora Vell and Owen Tarrant and their wedding?",
        "How long before their wedding did Nora Vell and Owen Tarrant get engaged?",
        "How long before they married had Nora Vell and Owen Tarrant got engaged?",
        "After how many years did Nora Vell and Owen Tarrant marry after they got engaged?",
        "How many years elapsed between Nora Vell and Owen Tarrant's engagement and wedding?",
        "What was the time between the engagement and the wedding of Nora Vell and Owen Tarrant?",
        "How much later than their engagement was the wedding of Nora Vell and Owen Tarrant?",
    ],
    5.8: [
        "How long were Nora Vell and Owen Tarrant married?",
        "How many years did the marriage of Nora Vell and Owen Tarrant last?",
        "How long did Nora Vell and Owen Tarrant's marriage last?",
        "What was the length of Nora Vell and Owen Tarrant's marriage?",
        "For how many years were Nora Vell and Owen Tarrant married?",
        "How long was Nora Vell married to Owen Tarrant?",
        "How many years was Nora Vell the spouse of Owen Tarrant?",
        "How long did Nora Vell and Owen Tarrant stay married?",
        "How long did the marriage between Nora Vell and Owen Tarrant endure?",
        "Over how many years were Nora Vell and Owen Tarrant married?",
    ],
    31: [
        "How old was Nora Vell when Nora Vell and Owen Tarrant married?",
        "How old was Nora Vell at the wedding of Nora Vell and Owen Tarrant?",
        "At what age did Nora Vell marry Owen Tarrant?",
        "What age was Nora Vell when Nora Vell married Owen Tarrant?",
        "How old was Nora Vell on the day of the wedding with Owen Tarrant?",
    ],
    6.2: [
        "How many years lie between the divorce of Owen and Iris Kemble and the wedding of Hugo Vell and Petra Lang?",
        "How long after the divorce of Owen Tarrant and Iris Kemble was the wedding of Hugo Vell and Petra Lang?",
        "How much time passed between Owen Tarrant and Iris Kemble's divorce and Hugo Vell and Petra Lang's wedding?",
    ],
}
COUNT = {
    2: [
        "How many times was Owen Tarrant married?",
        "How many times has Owen Tarrant been married?",
        "How often did Owen Tarrant marry?",
        "How many weddings did Owen Tarrant have?",
        "How many marriages did Owen Tarrant have?",
        "How many spouses did Owen Tarrant have?",
        "How many times did Owen Tarrant walk down the aisle?",
        "How often has Owen Tarrant tied the knot?",
        "How many times did Owen Tarrant get married?",
        "How many children does Owen Tarrant have?",
        "How many children did Owen Tarrant have?",
        "How many children of Owen Tarrant are named?",
        "What is the number of Owen Tarrant's children?",
        "How many kids does Owen Tarrant have?",
        "How many sons and daughters does Owen Tarrant have?",
    ],
}
LIST = {
    (("dating_began", "2008"), ("separated", "2010-11")): [
        "What happened between Nora Vell and Jonah Pike?",
        "List the events of Nora Vell and Jonah Pike in order.",
        "Tell me the story of Nora Vell and Jonah Pike.",
        "What is the history of Nora Vell and Jonah Pike?",
        "Give the timeline of Nora Vell and Jonah Pike.",
        "In what order did things happen between Nora Vell and Jonah Pike?",
        "Give a chronology of Nora Vell and Jonah Pike.",
        "What do we know about Nora Vell and Jonah Pike?",
        "What are the key dates of Nora Vell and Jonah Pike?",
        "How did the relationship of Nora Vell and Jonah Pike develop?",
        "Summarise the relationship of Nora Vell and Jonah Pike.",
        "What milestones are recorded for Nora Vell and Jonah Pike?",
        "Recount the relationship between Nora Vell and Jonah Pike in order.",
        "Which events of Nora Vell and Jonah Pike are told?",
        "Show everything that happened between Nora Vell and Jonah Pike, in chronological order.",
    ],
}
EVIDENCE = {
    "Harbour Post": [
        "Who says that Nora Vell and Owen Tarrant married?",
        "How do we know that Nora Vell and Owen Tarrant married?",
        "Which source tells of the wedding of Nora Vell and Owen Tarrant?",
        "What is the evidence for the marriage of Nora Vell and Owen Tarrant?",
        "Where is it said that Nora Vell and Owen Tarrant married?",
        "Which document says that Nora Vell married Owen Tarrant?",
        "According to whom did Nora Vell and Owen Tarrant marry?",
        "What proof is there of the wedding of Nora Vell and Owen Tarrant?",
        "On which documents does the wedding of Nora Vell and Owen Tarrant rest?",
        "What is the source for Nora Vell's marriage to Owen Tarrant?",
        "Which articles mention the wedding of Nora Vell and Owen Tarrant?",
        "Since when do we know that Nora Vell and Owen Tarrant married?",
        "What sources back up the marriage of Nora Vell and Owen Tarrant?",
        "By which article is the wedding of Nora Vell and Owen Tarrant told?",
    ],
}
OUTSIDE = [
    "Why did Nora Vell and Owen Tarrant marry?",
    "How much did the wedding of Nora Vell and Owen Tarrant cost?",
    "What did Nora Vell wear at the wedding?",
    "What is Nora Vell's favourite colour?",
    "How tall is Nora Vell?",
    "What is the net worth of Nora Vell?",
    "Who designed the dress of Nora Vell?",
    "What films has Nora Vell been in?",
    "What does Nora Vell do for a living?",
    "What is Nora Vell's phone number?",
    "How many people came to the wedding of Nora Vell and Owen Tarrant?",
    "What is the best restaurant near Nora Vell?",
    "Which team does Nora Vell play for?",
    "Who directed the film with Nora Vell?",
]


def pairs(table):
    return [(question, value) for value, questions in table.items() for question in questions]


@pytest.fixture(scope="module")
def told():
    return Graph(story(), ONTOLOGY)


def test_there_are_hundreds():
    tables = (WHEN, WHERE, WHO, YES_NO, YEARS, COUNT, LIST, EVIDENCE)
    assert len({question for table in tables for question, _ in pairs(table)}) > 300


@pytest.mark.parametrize(("question", "when"), pairs(WHEN))
def test_when(told, question, when):
    assert told.ask(question).value == {"when": when}


@pytest.mark.parametrize(("question", "place"), pairs(WHERE))
def test_where(told, question, place):
    assert told.ask(question).value == {"place": place}


@pytest.mark.parametrize(("question", "people"), pairs(WHO))
def test_who(told, question, people):
    assert tuple(sorted(told.ask(question).value["people"])) == people


@pytest.mark.parametrize(("question", "yes"), pairs(YES_NO))
def test_yes_or_no(told, question, yes):
    assert told.ask(question).value == {"yes": yes}


@pytest.mark.parametrize(("question", "years"), pairs(YEARS))
def test_how_long(told, question, years):
    least, most = told.ask(question).value["years"]
    assert least - 0.06 <= years <= most + 0.06
    assert most - least <= 1.1


@pytest.mark.parametrize(("question", "count"), pairs(COUNT))
def test_how_many(told, question, count):
    assert told.ask(question).value == {"count": count}


@pytest.mark.parametrize(("question", "events"), pairs(LIST))
def test_what_happened(told, question, events):
    assert told.ask(question).value == {"events": [list(each) for each in events]}


@pytest.mark.parametrize(("question", "publisher"), pairs(EVIDENCE))
def test_who_says_so(told, question, publisher):
    assert publisher in told.ask(question).value["says"]


@pytest.mark.parametrize("question", OUTSIDE)
def test_what_kg_knows_nothing_of_is_declined(told, question):
    found = told.ask(question)
    assert found.value == {"unknown": True}
    assert "\n" not in found.text
