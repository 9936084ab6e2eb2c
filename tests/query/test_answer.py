"""What an answer says beside its value: sentences, certainty, proof, steps, as-of, refusals."""

import random
from datetime import date

import pytest

from kg.query.question import OUTSIDE
from kg.query.view import Graph
from kg.resolve.timeline import timeline
from tests.query.story import ONTOLOGY, story
from tests.resolve.sources import Source


@pytest.mark.parametrize(
    ("question", "text", "certainty"),
    [
        ("When did Nora Vell and Owen Tarrant meet?", "Nora Vell and Owen Tarrant met in May 2011 (Leith).", "certain"),
        (
            "When did Nora Vell and Owen Tarrant split?",
            "Reportedly Nora Vell and Owen Tarrant separated in October 2020 (reported, not confirmed).",
            "possible",
        ),
        ("When did Owen and Lise Amory get engaged?", "Owen Tarrant and Lise Amory got engaged by 2023.", "certain"),
        (
            "When did Owen and Lise Amory divorce?",
            "No marriage of Owen Tarrant and Lise Amory is recorded; Owen Tarrant and Lise Amory were engaged by 2023.",
            "unknown",
        ),
        (
            "Were Nora Vell and Owen Tarrant married in 2013?",
            "No: Nora Vell and Owen Tarrant were married from 11 June 2016 until 5 April 2022.",
            "contradicted",
        ),
        (
            "Are Hugo Vell and Petra Lang married?",
            "Yes: as of 20 February 2024, the newest document, Hugo Vell and Petra Lang were married "
            "from September 2015.",
            "certain",
        ),
        ("What is the capital of France?", f"K{OUTSIDE[1:]}.", "unknown"),
        (
            "When did Zed Zander marry?",
            "No person is called 'Zed Zander'.",
            "unknown",
        ),
    ],
)
def test_answers_are_one_sentence(graph, question, text, certainty):
    found = graph.ask(question)
    assert (found.text, found.certainty) == (text, certainty)


def test_an_answer_quotes_its_proof(graph):
    found = graph.ask("When did Nora Vell and Owen Tarrant marry?")
    assert [(each.document, each.quote) for each in found.evidence] == [("early", "married")]
    assert found.steps[0] == "married (Nora Vell and Owen Tarrant): 2016-06-11, asserted"


def test_what_happened_is_told_in_order(graph):
    found = graph.ask("What happened between Nora Vell and Owen Tarrant between 2012 and 2014?")
    assert found.value["events"] == [["went_public", "2012-02-14"], ["moved_in", "2013"], ["engaged", "2014-12-24"]]


@pytest.mark.parametrize(
    "question",
    [
        "As of 1 January 2020, what was known about Nora Vell and Owen Tarrant?",
        "What was known of Nora Vell and Owen Tarrant as of 1 January 2020?",
    ],
)
def test_known_by_a_day_leaves_out_later_documents(graph, question):
    types = [type for type, _ in graph.ask(question).value["events"]]
    assert types[-2:] == ["married", "child_born"]
    assert "separated" not in types


def test_a_filtered_timeline_hides_later_documents_too():
    plain = Graph(story(), ONTOLOGY)
    assert plain.as_of(date(2020, 1, 1)).ask("Did Nora Vell and Owen Tarrant split?").value == {"yes": False}
    assert plain.ask("Did Nora Vell and Owen Tarrant split?").value == {"yes": True}


def test_by_what_was_published_is_asked_of_the_timeline_then(graph):
    asked = "by the articles published until 31 December 2021, were Nora Vell and Owen Tarrant divorced?"
    assert graph.ask(asked).value == {"yes": False}
    assert graph.ask("Were Nora Vell and Owen Tarrant divorced in 2023?").value == {"yes": True}


def test_who_says_so_names_the_source(graph):
    found = graph.ask("Who says that Nora Vell and Owen Tarrant split?")
    assert found.value == {"says": "Evening Lamp (10 March 2021), reported: “separated”"}


def test_a_gap_is_no_certainty(graph):
    assert graph.ask("Was Nora Vell single in 2014?").value == {"yes": False}
    assert graph.ask("Was Nora Vell single between 2003 and 2005?").value == {"yes": None}


def test_a_denied_engagement_is_no(graph):
    found = graph.ask("Was Nora Vell engaged to Jonah Pike?")
    assert found.value == {"yes": False}
    assert found.text == "No: it is denied: Nora Vell and Jonah Pike got engaged in 2010."


@pytest.mark.parametrize(
    ("question", "text"),
    [
        ("When did Vell marry?", "'Vell' may be Hugo Vell, Ruth Vell or Nora Vell; say which."),
        ("When did Tarrant die?", "'Tarrant' may be Tilda Tarrant, Milo Tarrant or Owen Tarrant; say which."),
    ],
)
def test_an_ambiguous_name_asks_back(graph, question, text):
    assert sorted(graph.ask(question).text) == sorted(text)


@pytest.mark.parametrize(
    ("question", "when"),
    [
        ("When did Nora Vel meet Owen Tarrant?", "2011-05"),  # one misspelled beside one that is right
        ("When did Nora Vel meet Owen Tarant?", "2011-05"),
        ("When did Norra Vell meet Owin Tarrant?", "2011-05"),
        ("when did owen tarrent marry iris kembel", "2004-08"),
    ],
)
def test_misspelled_names_are_found(graph, question, when):
    assert graph.ask(question).value == {"when": when}


def test_they_are_the_people_of_the_last_answer(graph):
    talk = graph.conversation()
    assert talk.ask("When did Owen Tarrant marry Iris Kemble?").value == {"when": "2004-08"}
    assert talk.ask("When did they divorce?").value == {"when": "2009"}
    assert talk.ask("Did they have a child?").value == {"yes": True}


def test_he_and_she_are_those_of_the_last_answer_or_its_question(graph):
    talk = graph.conversation()
    assert talk.ask("Who did Nora Vell marry in 2016?").value == {"people": ["Owen Tarrant"]}
    assert talk.ask("When was he born?").value == {"when": "1980"}
    assert talk.ask("How many children does he have?").value == {"count": 2}
    assert talk.ask("Who was his first wife?").value == {"people": ["Iris Kemble"]}
    assert talk.ask("When did they divorce?").value == {"when": "2009"}
    assert talk.ask("When did he meet Nora Vell?").value == {"when": "2011-05"}
    assert talk.ask("Who is she with now?").value == {"people": ["Felix Brandt"]}


WORDS = (
    "when where who whom did was were is Nora Vell Owen Tarrant Jonah Pike married met the of and in 2014 before "
    "after while her his they how long many children husband second between ' \" ? , . \x00 \ud83d ( ) 's by until May "
    "31 since first as"
).split()


def test_no_string_makes_it_crash(graph):
    pick = random.Random(7)
    for _ in range(600):
        found = graph.ask(" ".join(pick.choices(WORDS, k=pick.randint(0, 14))))
        assert found.text


@pytest.mark.parametrize(
    ("question", "value", "text"),
    [
        (
            "Were Ann Lee and Bob Ray together on 13 September 2020?",
            None,
            "Sources disagree: Ann Lee and Bob Ray were together and no longer by 6 September 2020; others say until "
            "some day between 13 and 30 September 2020.",
        ),
        (
            "When did Ann Lee and Bob Ray split up?",
            "../2020-09-06",
            "The relationship of Ann Lee and Bob Ray ended by 6 September 2020. Other sources give "
            "13 to 30 September 2020.",
        ),
        (
            "Were Ann Lee and Bob Ray together on 3 October 2020?",
            False,
            "No: Ann Lee and Bob Ray were together and no longer by 6 September 2020.",
        ),
    ],
)
def test_an_end_that_sources_disagree_on_is_told_as_that(question, value, text):
    sources = [
        Source("a", "2020-09-06").holds("dating", "Ann Lee", "Bob Ray", end="../2020-09-06"),
        Source("b", "2020-09-30").holds("dating", "Ann Lee", "Bob Ray", when="2020-09-13"),
        Source("c", "2020-10-05").says("met", "Ann Lee", "Cal Fox", when="2020-10"),
    ]
    sources[1].holds("dating", "Ann Lee", "Bob Ray", end="../2020-09-30")
    documents, readings = [each.document for each in sources], [each.reading for each in sources]
    answer = Graph(timeline(documents, readings, [], ONTOLOGY), ONTOLOGY).ask(question)
    assert (next(iter(answer.value.values()), None), answer.text) == (value, text)
