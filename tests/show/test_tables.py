import io
import re
from datetime import date

import pytest

from kg.dates.interval import Certainty, Interval
from kg.records import Answer, Bounds, Conflict, Document, Evidence, Timeline
from kg.show import tables
from kg.show.console import echo, plain


@pytest.fixture
def documents(couple):
    return {document.id: document for document in couple.documents}


@pytest.fixture
def events(couple):
    return {event.id: event for event in couple.events}


def rows(text):
    """The cells of a plain table, which two spaces part."""
    return [re.split(r" {2,}", line) for line in text.splitlines()]


def test_a_timeline_is_in_order_with_date_status_source_and_quote(couple, documents):
    heading, *lines = rows(plain(tables.timeline(couple.events, documents)))
    assert heading == ["When", "What", "Who", "Status", "Id", "Source", "Quote"]
    assert [line[:2] + line[3:5] for line in lines] == [
        ["2016", "separated", "asserted", "e8"],
        ["2017", "met (The Lyric)", "asserted", "e1"],
        ["2018", "went public", "asserted", "e3"],
        ["January to 14 September 2020", "moved in", "asserted", "e2"],
        ["by 14 September 2020", "engaged", "rumoured", "e4"],
        ["3 May 2021", "child born", "asserted", "e7"],
        ["January to 24 December 2023", "separated", "reported", "e5"],
        ["undated", "married", "denied", "e6"],
    ]
    assert lines[2][5:] == ["Harbour Gazette, 14 September 2020", "“The pair went public in 2018”"]


def test_events_of_the_same_date_take_their_usual_course(events):
    same = [
        events["e3"].model_copy(update={"type": type, "id": type}) for type in ("engaged", "dating_began", "met", "own")
    ]
    assert [event.type for event in tables.in_order(same)] == ["met", "dating_began", "engaged", "own"]


def test_a_date_that_only_follows_says_so(events):
    assert tables.dated(events["e2"]) == "January to 14 September 2020"
    assert tables.dated(events["e2"].model_copy(update={"when": None})) == "January to 14 September 2020 (inferred)"
    assert tables.dated(events["e6"]) == "undated"


def test_into_a_pipe_nothing_is_cut_or_wrapped(couple, documents, events):
    long = events["e1"].model_copy(update={"place": "x"})
    name = "A" * 500
    long = long.model_copy(update={"people": (long.people[0].model_copy(update={"name": name}),)})
    out = io.StringIO()
    echo(tables.timeline([long], documents), out)
    assert len(out.getvalue().splitlines()) == 2
    assert name in out.getvalue()
    assert "\x1b" not in out.getvalue()


def test_on_a_narrow_terminal_everything_still_stands_there(couple, documents):
    narrow = plain(tables.timeline(couple.events, documents), width=60)
    assert max(map(len, narrow.splitlines())) <= 60
    joined = re.sub(r"\s+", " ", narrow)
    for words in (
        "rumoured",
        "reported",
        "denied",
        "“They moved in together this year”",
        "Harbour Gazette, 14 September 2020",
    ):
        assert words in joined


def test_on_a_terminal_colours_show_but_words_of_documents_steer_nothing(couple, documents):
    class Terminal(io.StringIO):
        def isatty(self):
            return True

    out = Terminal()
    echo(tables.timeline(couple.events, documents), out)
    echo(tables.documents(couple.documents), out)
    assert "\x1b[31m Post" not in out.getvalue()
    assert "\x00" not in out.getvalue()
    assert "\u202e" not in out.getvalue()


def test_markup_in_a_title_is_shown_as_it_is(couple):
    assert '<script>alert("x")</script> [bold]Split[/bold]' in plain(tables.documents(couple.documents))


def test_people_by_name_the_unnamed_last(couple):
    lines = rows(plain(tables.people(couple.people)))
    assert [line[0] for line in lines[1:]] == [
        *("Max", "Nora Lind", "Ola Berg", "Tom Vale", "Zoë Vale"),
        "first wife of Ola Berg (unnamed)",
    ]
    assert lines[2] == ["Nora Lind", "Lind, Nora", "7", "p1"]


def test_documents_by_day_the_undated_last(couple):
    assert [line[0] for line in rows(plain(tables.documents(couple.documents)))[1:]] == [
        *("14 September 2020", "8 February 2024", "no date"),
    ]


def test_status_says_how_sure_and_who_says_it(couple, documents):
    held = [(couple.states[1], Certainty.CERTAIN), (couple.states[2], Certainty.POSSIBLE)]
    lines = rows(plain(tables.status(held, documents)))
    assert [line[:4] for line in lines[1:]] == [
        ["dating", "certain", "asserted", "began 2017 to 2018, ended January to 24 December 2023"],
        ["engaged", "possible", "rumoured", "began by 14 September 2020"],
    ]


def test_states_in_order_of_their_start(couple, documents):
    assert [line[1] for line in rows(plain(tables.states(couple.states, documents)))[1:]] == [
        "dating",
        "dating",
        "engaged",
    ]


def test_ties_name_the_parent_first(couple, documents):
    assert rows(plain(tables.kin(couple.kin, documents)))[1][:3] == [
        "parent of",
        "Nora Lind (parent), Max (child)",
        "asserted",
    ]


def test_why_shows_each_quote_in_its_place_and_who_disagrees(events, documents):
    assert plain(tables.why(events["e1"], documents)) == (
        "met (The Lyric)  Nora Lind, Tom Vale  2017  asserted  e1\n"
        "against it: 2016, Evening\ufffd[31m Post, 8 February 2024\n"
        "Harbour Gazette, 14 September 2020 (gazette/1.md)\n"
        "  “Nora Lind met Tom Vale in 2017 at the Lyric”. They moved in together this year."
        " The pair went public in 2018. Vale & Lind…\n"
        "  asserted; “in 2017” = 2017; Nora Lind (partner), Tom Vale (partner); rule: met; score 0.90\n"
        "Evening\ufffd[31m Post, 8 February 2024 (https://post.example/2?a=1&b=2)\n"
        "  Vale reportedly split from Lind before Christmas.\ufffd “They met in 2016, a friend said”."
        " She denied that she had married \ufffdOla Berg. =HYPERLINK(\"x\") 'quoted',…\n"
        "  reported; 2016; Nora Lind (partner), Tom Vale (partner); said by a friend; rule: met; score 0.90\n"
    )


def test_why_of_bounds_that_follow_and_of_a_state(couple, events, documents):
    assert "bounds: January to 14 September 2020, told on 14 September 2020\n" in plain(
        tables.why(events["e2"], documents)
    )
    told = plain(tables.why(couple.states[1], documents))
    assert "start: inferred, after they met, before they went public\nend: stated, separated\n" in told


def test_a_quote_that_its_document_does_not_hold_is_shown_alone(events, documents):
    changed = {**documents, "d1": documents["d1"].model_copy(update={"text": "Something else."})}
    told = plain(tables.why(events["e3"], changed))
    assert "“The pair went public in 2018”\n" in told
    assert "Something" not in told
    assert "“The pair went public in 2018”\n" in plain(tables.why(events["e3"], {}))


def test_a_conflict_shows_what_each_source_says(couple, documents):
    first, _, *lines = rows(plain(tables.conflicts(couple.conflicts, couple, documents)))
    assert first == ["met in 2017 or in 2016", "c1"]
    assert [line[0] + " " + line[3] for line in lines] == ["2017 asserted", "2016 reported"]


def test_a_conflict_shows_the_claims_that_stand_behind_no_fact(events, documents):
    claim = events["e3"].claims[0]
    conflict = Conflict(id="c9", claims=(claim.id,), why="told as parent and child and as siblings", told=(claim,))
    _, _, line = rows(plain(tables.conflicts([conflict], Timeline(), documents)))
    assert claim.type.replace("_", " ") in line
    assert any(claim.evidence.quote in cell for cell in line)


def test_an_answer_shows_certainty_proof_and_steps(events, documents):
    answer = Answer(
        question="When did they meet?",
        kind="when",
        value={"when": "2017"},
        certainty=Certainty.CERTAIN,
        text="They met in 2017.",
        evidence=(events["e3"].claims[0].evidence,),
        steps=("found the pair", "took the date of met"),
    )
    lines = plain(tables.answer(answer, documents)).splitlines()
    assert lines[0] == "They met in 2017. (certain)"
    assert "“The pair went public in 2018”" in lines[2]
    assert lines[3:] == ["  1. found the pair", "  2. took the date of met"]


def test_by_a_date_comes_where_that_date_is_whatever_else_bounds_it(events):
    by = events["e4"].model_copy(update={"bounds": Bounds(earliest=date(2016, 1, 1), latest=date(2020, 9, 14))})
    assert [event.id for event in tables.in_order([by, events["e2"], events["e1"]])] == ["e1", "e2", "e4"]


def test_plain_stays_plain_where_colours_are_forced(couple, documents, monkeypatch):
    monkeypatch.setenv("FORCE_COLOR", "1")
    assert "\x1b" not in plain(tables.timeline(couple.events, documents))


@pytest.mark.parametrize(
    ("told", "quote"),
    [
        ("2017", "Nora Lind met Tom Vale in 2017 at the Lyric"),
        ("2016", "They met in 2016, a friend said"),  # the date outweighs the status
        ("2017-05", "Nora Lind met Tom Vale in 2017 at the Lyric"),
        (None, "Nora Lind met Tom Vale in 2017 at the Lyric"),
    ],
)
def test_the_first_quote_tells_the_events_own_date(couple, told, quote):
    (met,) = (event for event in couple.events if event.type == "met")
    event = met.model_copy(update={"when": Interval.from_edtf(told) if told else None, "claims": met.claims[::-1]})
    assert tables.by_weight(event)[0].evidence.quote == quote


def test_of_many_quotes_every_document_has_its_turn_and_the_rest_is_counted():
    documents = {id: Document(id=id, source=f"{id}.txt", text="abcdefgh") for id in "xyz"}
    places = [("x", 0), ("x", 1), ("x", 2), ("y", 0), ("y", 1), ("z", 0)]
    quotes = tuple(Evidence(document=id, start=at, end=at + 1, quote="abcdefgh"[at]) for id, at in places)
    answer = Answer(question="?", kind="when", value={}, certainty=Certainty.CERTAIN, text="So.", evidence=quotes)
    lines = [line.strip() for line in plain(tables.answer(answer, documents)).splitlines()]
    assert [line[0] for line in lines[1:11:2]] == ["x", "y", "z", "x", "y"]
    assert lines[-1] == "and 1 more quote: --json gives them all"
