"""Scores on gold and timelines small enough to count by hand."""

import json
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from kg.dates.interval import Certainty, Interval
from kg.errors import InputError, UnknownName
from kg.evaluate import score_file, score_folder
from kg.evaluate.comparison import compare
from kg.evaluate.gold import Gold, GoldPerson, GoldQuestion
from kg.evaluate.ledger import faults
from kg.evaluate.match import dates
from kg.evaluate.names import Cast
from kg.evaluate.questions import is_right, value_of
from kg.evaluate.rules import FolderRules
from kg.records import (
    Answer,
    Bound,
    Claim,
    Event,
    Evidence,
    Kin,
    Member,
    Person,
    State,
    Status,
    Timeline,
)

ADA, BEN, CLEO = "Ada Byron", "Ben Okri-Hale", "Cleo Marsh"


def members(*names: str, child: str = "") -> tuple[Member, ...]:
    parents = tuple(Member(id=name, name=name, role="partner") for name in names)
    return (*parents, Member(id=child, name=child, role="child")) if child else parents


def event(number: int, type: str, *names: str, when: str = "", child: str = "", **more: Any) -> Event:
    interval = Interval.from_edtf(when) if when else None
    return Event(id=f"e{number}", type=type, people=members(*names, child=child), when=interval, **more)


def state(type: str, *names: str, status: Status = Status.ASSERTED, start: Bound | None = None) -> State:
    return State(id=f"s-{type}", type=type, people=members(*names), status=status, start=start or Bound())


def bound(year: int | None) -> Bound:
    return Bound(earliest=date(year, 1, 1), latest=date(year, 12, 31)) if year else Bound()


def timeline(*records: Event | State | Kin, unnamed: str = "") -> Timeline:
    names = sorted({member.name for record in records for member in record.people})
    return Timeline(
        people=tuple(Person(id=name, name=name, unnamed=name == unnamed) for name in names),
        events=tuple(record for record in records if isinstance(record, Event)),
        states=tuple(record for record in records if isinstance(record, State)),
        kin=tuple(record for record in records if isinstance(record, Kin)),
    )


def gold(**parts: list[dict[str, Any]]) -> Gold:
    people = [{"name": ADA, "aliases": ["Ada"]}, {"name": BEN, "aliases": ["Ben"]}, {"name": CLEO}]
    return Gold.model_validate({"id": "d1", "people": people} | parts)


def fact(type: str, *people: str, **more: Any) -> dict[str, Any]:
    return {"type": type, "people": list(people), **more}


def figures_of(tmp_path: Path, truth: Gold, told: Timeline) -> dict[str, Any]:
    (tmp_path / "d1.json").write_text(truth.model_dump_json(), encoding="utf-8")
    return score_folder(tmp_path, lambda name: told).figures


# names


@pytest.mark.parametrize(
    ("name", "person", "means"),
    [
        ("Ada Byron", ADA, True),
        ("Dame Ada Byron", ADA, True),  # titles do not count
        ("Ada", ADA, True),
        ("Ada Augusta Byron", ADA, True),  # more than the gold knows
        ("Ada Lovelace", ADA, True),  # holds one of her names, and nobody else's
        ("Eve Lovelace", ADA, False),
        ("Byron", ADA, False),  # two Byrons: nobody
        ("Zoë Byron", "Zoe Byron", True),  # accents do not count
    ],
)
def test_name_means_the_person_it_fits_best(name: str, person: str, means: bool) -> None:
    cast = Cast([GoldPerson(name=ADA, aliases=("Ada",)), GoldPerson(name="Zoe Byron")])
    assert cast.means(name, person) is means


# dates


@pytest.mark.parametrize(
    ("date", "words", "predicted", "verdict"),
    [
        ("2017", "in 2017", "2017", (True, True)),
        ("2017", "in 2017", "2017-06", (False, False)),
        ("2017-06", "in June", "2017-05-20/2017-06", (False, True)),  # near, but the words are not vague
        ("2017-01/2017-04", "early in 2017", "2017-01/2017-03", (True, True)),
        ("../1982", "before 1982", "../1981", (True, True)),
        ("../1982", "by 1982", "../1981", (False, False)),
        ("../2019", "by 2019", "2019", (False, False)),  # an open bound is near to an open one only
        (None, "", "2019", (False, False)),
        ("2019", "in 2019", "", (False, False)),
    ],
)
def test_date_is_right_or_near(date: str | None, words: str, predicted: str, verdict: tuple[bool, bool]) -> None:
    truth = gold(events=[fact("met", ADA, BEN, date=date, when_text=words)]).events[0]
    assert dates(truth, Interval.from_edtf(predicted) if predicted else None) == verdict


# a document read alone


def test_events_count_once_right_and_repeats_wrong(tmp_path: Path) -> None:
    truth = gold(events=[fact("met", ADA, BEN, date="2017"), fact("married", ADA, BEN, date="2019")])
    told = timeline(
        event(1, "met", "Ada", "Ben", when="2017"),
        event(2, "met", BEN, ADA, when="2018"),  # told twice
        event(3, "divorced", ADA, BEN),  # made up
        event(4, "married", ADA, BEN, status=Status.PLANNED),  # not on the timeline: missed
    )
    figures = figures_of(tmp_path, truth, told)
    assert figures["events"] == {"P": 33.3, "R": 50.0, "F1": 40.0, "n": [1, 3, 2]}
    assert figures["dated"]["n"] == [1, 2, 2]
    assert figures["told_twice"] == [1, 3]
    assert figures["types"]["married"]["n"] == [0, 0, 1]


def test_places_are_asked_of_events_that_are_found(tmp_path: Path) -> None:
    places = {"met": "set of Salt Harbour", "married": "Leeds", "died": "York", "divorced": None, "engaged": "Bath"}
    truth = gold(events=[fact(type, ADA, BEN, date="2017", place=place) for type, place in places.items()])
    told = timeline(
        event(1, "met", ADA, BEN, when="2017", place="on the set of the film Salt Harbour"),
        event(2, "married", ADA, BEN, when="2017", place="Rome"),
        event(3, "died", ADA, BEN, when="2017"),
        event(4, "divorced", ADA, BEN, when="2017", place="Rome"),
    )
    assert figures_of(tmp_path, truth, told)["places"] == {"found": [1, 3], "right": [1, 2]}


def test_works_and_who_says_so_are_asked_where_the_gold_names_them(tmp_path: Path) -> None:
    plays = fact("worked_together", ADA, BEN, work="Salt Harbour"), fact("worked_together", ADA, BEN, work="Hamlet")
    told = event(1, "worked_together", ADA, BEN, work="the play Salt Harbour")
    figures = figures_of(
        tmp_path, gold(events=[*plays, fact("met", ADA, BEN, said_by="Ada (a podcast)")]), timeline(told)
    )
    assert figures["works"] == {"found": [1, 2], "right": [1, 2]}
    assert figures["tellers"]["found"] == [0, 0]  # the meeting itself was not found


def test_starts_and_ends_of_states_are_compared_where_the_gold_gives_them(tmp_path: Path) -> None:
    stints = fact("dating", ADA, BEN, start="2010", end="2012"), fact("dating", ADA, BEN, start="2015", end="2016")
    told = [
        State(id=f"s{year}", type="dating", people=members(ADA, BEN), start=bound(year), end=bound(end))
        for year, end in ((2015, 2018), (2010, None))
    ]
    figures = figures_of(tmp_path, gold(states=list(stints)), timeline(*told))
    assert figures["ends"] == {"right": [2, 4], "against": [1, 4]}


def test_better_date_is_matched_first(tmp_path: Path) -> None:
    truth = gold(events=[fact("married", ADA, BEN, date="1964"), fact("married", ADA, BEN, date="1975")])
    told = timeline(event(1, "married", ADA, BEN, when="1975"), event(2, "married", ADA, BEN, when="1964"))
    assert figures_of(tmp_path, truth, told)["dated"]["n"] == [2, 2, 2]


def test_soft_facts_are_neither_missed_nor_wrong(tmp_path: Path) -> None:
    truth = gold(events=[fact("met", ADA, BEN, implied=True), fact("married", ADA, BEN, optional=True)])
    assert figures_of(tmp_path, truth, timeline(event(1, "met", ADA, BEN)))["events"]["n"] == [0, 0, 0]


def test_family_events_are_no_relationships(tmp_path: Path) -> None:
    truth = gold(events=[fact("born", ADA), fact("met", ADA, BEN)])
    figures = figures_of(tmp_path, truth, timeline(event(1, "born", ADA)))
    assert (figures["events"]["n"], figures["relationships"]["n"]) == ([1, 1, 2], [0, 0, 1])


@pytest.mark.parametrize(
    ("people", "child", "right"),
    [
        ((ADA, BEN), "", 1),
        ((ADA,), "", 1),  # one of two parents
        ((ADA, BEN), "Zed", 1),  # the child may stand among the people
        ((ADA, CLEO), "", 0),
    ],
)
def test_birth_is_right_by_its_parents(tmp_path: Path, people: tuple[str, ...], child: str, right: int) -> None:
    truth = gold(events=[fact("child_born", ADA, BEN, child="Zed Hale")])
    told = timeline(event(1, "child_born", *people, child=child))
    assert figures_of(tmp_path, truth, told)["events"]["n"][0] == right


def test_people_who_are_only_described_do_not_count(tmp_path: Path) -> None:
    truth = gold(events=[fact("married", ADA, "wife of Ada (unnamed)")])
    told = timeline(event(1, "married", ADA, "his first wife"), unnamed="his first wife")
    assert figures_of(tmp_path, truth, told)["events"]["n"] == [0, 0, 0]


def test_shared_work_counts_by_groups(tmp_path: Path) -> None:
    truth = gold(events=[fact("worked_together", ADA, BEN, CLEO)])
    told = timeline(event(1, "worked_together", ADA, BEN), event(2, "worked_together", ADA, "Dan Roe"))
    figures = figures_of(tmp_path, truth, told)
    assert figures["worked_together"] == {"found": [1, 1], "right": [1, 2]}
    assert figures["events"]["n"] == [0, 0, 0]


def test_some_time_before_publication_is_no_date(tmp_path: Path) -> None:
    truth = gold(events=[fact("met", ADA, BEN, date="../2020-09-14")]).model_copy(update={"published": "2020-09-14"})
    told = timeline(event(1, "met", ADA, BEN, when="../2020-09-14"))
    assert figures_of(tmp_path, truth, told)["dated"]["n"] == [0, 1, 0]


@pytest.mark.parametrize(
    ("status", "shown", "found"), [(Status.ASSERTED, 1, 0), (Status.DENIED, 0, 1), (Status.PLANNED, 0, 1)]
)
def test_denials_shown_as_real_and_found_as_such(tmp_path: Path, status: Status, shown: int, found: int) -> None:
    truth = gold(events=[fact("divorced", ADA, BEN, status="denied")])
    figures = figures_of(tmp_path, truth, timeline(event(1, "divorced", ADA, BEN, status=status)))
    assert figures["unreal"] == {"shown_as_real": [shown, 1], "found_as_unreal": [found, 1]}


def test_state_that_an_event_opens_is_not_counted(tmp_path: Path) -> None:
    truth = gold(events=[fact("married", ADA, BEN)], states=[fact("dating", ADA, CLEO)])
    told = timeline(state("married", ADA, BEN), state("engaged", ADA, BEN), state("dating", CLEO, ADA))
    assert figures_of(tmp_path, truth, told)["states"]["n"] == [1, 2, 1]


def test_parents_come_first_and_siblings_in_any_order(tmp_path: Path) -> None:
    truth = gold(kin=[fact("parent_of", ADA, BEN), fact("sibling_of", BEN, CLEO)])
    ties = (
        Kin(id="k1", type="parent_of", people=members(BEN, ADA)),
        Kin(id="k2", type="sibling_of", people=members(CLEO, BEN)),
    )
    assert figures_of(tmp_path, truth, timeline(*ties))["kin"]["n"] == [1, 2, 2]


@pytest.mark.parametrize(
    ("told", "trapped"),
    [
        (timeline(event(1, "married", ADA, BEN)), 1),
        (timeline(state("married", ADA, BEN)), 1),
        (timeline(event(1, "married", ADA, BEN, status=Status.FICTIONAL)), 0),
        (timeline(event(1, "married", ADA, CLEO)), 0),
    ],
)
def test_traps_are_facts_on_the_timeline(tmp_path: Path, told: Timeline, trapped: int) -> None:
    assert figures_of(tmp_path, gold(never=[fact("married", ADA, BEN, why="a play")]), told)["traps"] == [trapped, 1]


def test_trap_with_a_date_is_only_that_date(tmp_path: Path) -> None:
    truth = gold(events=[fact("married", ADA, BEN, date="2019")], never=[fact("married", ADA, BEN, date="2018")])
    assert figures_of(tmp_path, truth, timeline(event(1, "married", ADA, BEN, when="2019")))["traps"] == [0, 1]
    assert figures_of(tmp_path, truth, timeline(event(1, "married", ADA, BEN, when="2018")))["traps"] == [1, 1]


def test_document_without_timeline_is_missing_not_scored(tmp_path: Path) -> None:
    (tmp_path / "d1.json").write_text(gold(events=[fact("met", ADA, BEN)]).model_dump_json(), encoding="utf-8")
    figures = score_folder(tmp_path, lambda name: None).figures
    assert (figures["missing"], figures["events"]["n"]) == (1, [0, 0, 0])


# gold files


@pytest.mark.parametrize(
    ("content", "line"),
    [
        ("{", "no gold file: Expecting property name enclosed in double quotes"),
        ("[]", "no gold file: "),
        ('{"events": [{"type": "met"}]}', "no gold file: events.0.people: field required"),
    ],
)
def test_gold_that_is_none_is_refused_in_one_line(tmp_path: Path, content: str, line: str) -> None:
    (tmp_path / "d1.json").write_text(content, encoding="utf-8")
    with pytest.raises(InputError) as raised:
        score_folder(tmp_path, lambda name: timeline())
    assert str(raised.value).startswith(f"{tmp_path / 'd1.json'}: {line}")
    assert "\n" not in str(raised.value)


@pytest.mark.parametrize(("folder", "line"), [("", "no gold file (*.json) in it"), ("gone", "no folder of gold files")])
def test_folder_without_gold_is_refused(tmp_path: Path, folder: str, line: str) -> None:
    with pytest.raises(InputError) as raised:
        score_folder(tmp_path / folder, lambda name: timeline())
    assert str(raised.value) == f"{tmp_path / folder}: {line}"


# the ledger


def quoted(quote: str, start: int = 0) -> tuple[Claim, ...]:
    evidence = Evidence(document="d1", start=start, end=start + len(quote), quote=quote)
    return (Claim(id="c1", document="d1", kind="event", type="married", people=(), evidence=evidence),)


@pytest.mark.parametrize(
    ("told", "stages"),
    [
        ((), {("missed", "name")}),
        ((event(1, "met", ADA, BEN),), {("missed", "trigger"), ("extra", "trigger")}),
        ((event(1, "married", ADA, BEN, status=Status.PLANNED),), {("missed", "status")}),
        ((event(1, "married", ADA, BEN, when="2018"),), {("date", "date")}),
        ((event(1, "married", ADA, BEN, when="2019"), event(2, "married", ADA, BEN)), {("extra", "fusion")}),
        (
            (event(1, "married", CLEO, BEN, claims=quoted("she married Ben")), event(2, "met", ADA, BEN)),
            {("missed", "coreference"), ("extra", "coreference"), ("extra", "trigger")},
        ),
        (
            (event(1, "married", CLEO, BEN, claims=quoted("Cleo saw Ada marry Ben")), event(2, "met", ADA, BEN)),
            {("missed", "role"), ("extra", "role"), ("extra", "trigger")},
        ),
    ],
)
def test_ledger_names_the_stage_that_lost_a_fact(told: tuple[Event, ...], stages: set[tuple[str, str]]) -> None:
    truth = gold(events=[fact("married", ADA, BEN, date="2019", evidence=[[0, 12]])])
    found = faults(compare(truth, timeline(*told)))
    assert {(fault.kind, fault.stage) for fault in found} == stages


def test_ledger_line_shows_words_and_dates() -> None:
    truth = gold(events=[fact("married", ADA, BEN, date="2019")])
    told = timeline(event(1, "married", ADA, BEN, when="2018", claims=quoted("Ada married\nBen in 2018")))
    lines = [str(fault) for fault in faults(compare(truth, told))]
    assert lines == [f"d1: date (date): married {ADA} + {BEN} 2019 not 2018: “Ada married Ben in 2018”"]


# one gold for a whole folder


def right_in_folder(truth: dict[str, Any], *told: Event | State) -> list[bool]:
    whole = gold(events=[truth])
    return [match.is_dated for match in compare(whole, timeline(*told), FolderRules(whole)).matched]


@pytest.mark.parametrize(
    ("truth", "when", "right"),
    [
        ({"date": "2017"}, "2017-06", True),  # another source may tighten it
        ({"date": "2017-06"}, "2017", False),
        ({"date": "../2022-02"}, "2021/2022-02", True),
        ({"date": "../2022-02"}, "2022", False),
        ({"date": "2015~"}, "2014-06", True),
        ({"date": "1810-02-22", "accept": ["1810-03-01"]}, "1810-03-01", True),
        ({"date": "2023/2023-12-25", "note": "before Christmas"}, "../2023-12-24", True),
        ({"date": "2023/2023-12-25"}, "../2023-12-24", False),
        ({"date": None}, "", True),
        ({"date": "2017"}, "", False),
    ],
)
def test_date_in_a_folder_lies_inside_the_golds(truth: dict[str, Any], when: str, right: bool) -> None:
    assert right_in_folder(fact("met", ADA, BEN, **truth), event(1, "met", ADA, BEN, when=when)) == [right]


def test_inferred_beginning_may_be_the_start_of_a_state() -> None:
    truth = fact("dating_began", ADA, BEN, date="2015~", basis="inferred")
    start = Interval.from_edtf("2015")
    held = state("dating", ADA, BEN, start=Bound(earliest=start.earliest, latest=start.latest))
    assert right_in_folder(truth, held) == [True]
    assert right_in_folder(truth | {"basis": "stated"}, held) == []
    assert right_in_folder(truth, state("dating", ADA, BEN)) == []


def test_children_of_one_couple_are_told_apart_by_first_names() -> None:
    truth = fact("child_born", ADA, BEN, child="Zed Hale")
    assert right_in_folder(truth, event(1, "child_born", ADA, BEN, child="Zed")) == [True]
    assert right_in_folder(truth, event(1, "child_born", ADA, BEN, child="Yan")) == []


def test_child_may_be_told_by_another_name_of_the_golds() -> None:
    known = [{"name": ADA}, {"name": BEN}, {"name": "Zed Hale", "aliases": ["Walter Pye"]}]
    truth = Gold.model_validate({"people": known, "events": [fact("child_born", ADA, BEN, child="Zed Hale")]})
    told = timeline(event(1, "child_born", ADA, BEN, child="Walter Pye"))
    assert len(compare(truth, told, FolderRules(truth)).matched) == 1


def test_name_is_looked_up_among_people_of_the_same_documents() -> None:
    truth = Gold.model_validate(
        {
            "people": [{"name": "Ada Byron", "aliases": ["Ada"]}, {"name": "Ada Marsh", "aliases": ["Ada"]}],
            "events": [fact("born", "Ada Byron", docs=["one"]), fact("born", "Ada Marsh", docs=["two"])],
        }
    )
    found = compare(truth, timeline(event(1, "born", "Ada"), event(2, "born", "Ada Marsh")), FolderRules(truth))
    assert len(found.matched) == 2


@pytest.mark.parametrize(
    ("trap", "told", "trapped"),
    [
        (fact("dating_began", ADA, BEN), state("dating", ADA, BEN), True),  # the state says so too
        (fact("sibling_of", ADA, BEN), Kin(id="k", type="sibling_of", people=members(BEN, ADA)), True),
        (fact("child_born", ADA), event(1, "child_born", ADA, BEN, child="Zed"), True),
        (fact("married", ADA, BEN), state("married", ADA, BEN, status=Status.RUMOURED), True),
        (fact("married", ADA, BEN), state("married", ADA, BEN, status=Status.FICTIONAL), False),
    ],
)
def test_traps_of_a_folder_are_events_states_and_ties(
    trap: dict[str, Any], told: Event | State | Kin, trapped: bool
) -> None:
    truth = gold(never=[trap])
    caught = [fact for _, fact in compare(truth, timeline(told), FolderRules(truth)).traps]
    assert [fact is not None for fact in caught] == [trapped]


# questions


def said(text: str = "", certainty: Certainty = Certainty.CERTAIN, **value: object) -> Answer:
    return Answer(question="?", kind="any", value=value, certainty=certainty, text=text)


@pytest.mark.parametrize(
    ("wanted", "answer", "right"),
    [
        ("2017", said(when="2017-06"), True),
        ("2017", said(when="2016"), False),
        ("2017", said(unknown=True), False),
        ("by 2022-02 (revealed February 2022)", said(when="2020-09/2022-02"), True),
        ("by 2022-02 (revealed February 2022)", said(when="2022-05"), False),
        ("2023, before Christmas (reported)", said(when="../2023-12-24"), True),
        ("2023", said(when="../2023-12-24"), False),
        ("Jessie Buckley", said(people=["Buckley"]), True),
        ("Jessie Buckley", said(people=["Jessie Buckley", "Ada Byron"]), False),
        ("Donmar Warehouse", said(place="the Donmar Warehouse, London"), True),
        ("yes", said(yes=True), True),
        ("yes", said(yes=None), False),
        ("no", said(yes=False), True),
        ("no", said(yes=None), False),
        ("no evidence of a marriage", said(yes=None), True),
        ("no evidence of a marriage", said(yes=True), False),
        ("about 4 to 5 years (2017 to 2022)", said(years=[4, 6]), True),
        ("about 4 to 5 years (2017 to 2022)", said(years=[0, 5]), False),
        ("unknown: no marriage is recorded", said(unknown=True), True),
        ("unknown: no marriage is recorded", said(when="2019"), False),
        ("they went public (in Cannes)", said(text="They went public in 2018."), True),
        ("they went public (in Cannes)", said(text="They split up in 2018."), False),
        ("they were together; the split is not yet known", said("They were together.", events=[["met", "2017"]]), True),
        ("they were together; the split is not yet known", said("Together.", events=[["separated", "2017"]]), False),
    ],
)
def test_answer_in_words_is_compared_by_what_it_says(wanted: str, answer: Answer, right: bool) -> None:
    assert is_right(GoldQuestion(q="?", a=wanted), answer) is right


@pytest.mark.parametrize(
    ("wanted", "answer", "right"),
    [
        ({"count": 8}, said(count=8), True),
        ({"count": 8}, said(count=7), False),
        ({"people": [ADA, BEN]}, said(people=["Ada", {"name": "Ben"}]), True),
        ({"people": [ADA, BEN]}, said(people=["Ada"]), False),
        ({"events": [["met", "2017"]], "not": ["married"]}, said(events=[["met", "2017-06"], ["engaged", None]]), True),
        ({"events": [["met", "2017"]], "not": ["married"]}, said(events=[["met", "2017"], ["married", None]]), False),
        ({"events": [["met", "2017"]]}, said(events=[["met", None]]), False),
        ({"unknown": True}, said(certainty=Certainty.UNKNOWN, people=[]), True),
    ],
)
def test_answer_as_data(wanted: dict[str, Any], answer: Answer, right: bool) -> None:
    people = [GoldPerson(name=ADA, aliases=("Ada",)), GoldPerson(name=BEN, aliases=("Ben",))]
    assert is_right(GoldQuestion(q="?", a=wanted), answer, people) is right


def test_words_of_an_answer_become_data() -> None:
    assert value_of("2023, before Christmas") == {"when": "2023", "loose": True}
    assert value_of("six weeks; the engagement is not yet known") == {"says": "six weeks", "not": ["engaged"]}


def test_file_with_questions_reports_answers_and_refusals(tmp_path: Path) -> None:
    questions = [{"q": "When did they meet?", "a": "2017"}, {"q": "Who is Zed?", "a": "unknown: nobody"}]
    path = tmp_path / "expected.json"
    path.write_text(
        json.dumps(
            json.loads(gold(events=[fact("met", ADA, BEN, date="2017")]).model_dump_json()) | {"questions": questions}
        ),
        encoding="utf-8",
    )

    def answer(question: str) -> Answer:
        if "Zed" in question:
            raise UnknownName("no person is called 'Zed'")
        return said("In 2016.", when="2016")

    report = score_file(path, timeline(event(1, "met", ADA, BEN, when="2017")), answer)
    assert report.figures["questions"] == [1, 2]
    assert report.figures["right"]["n"] == [1, 1, 1]
    assert report.lines(errors=True)[-1] == "When did they meet? gold: 2017; answer: In 2016."
    assert json.loads(json.dumps(report.as_dict(errors=True)))["replies"][1]["right"] is True


def test_report_lines_are_a_table(tmp_path: Path, timeline_by_hand: Callable[[], Timeline]) -> None:
    (tmp_path / "d1.json").write_text(
        gold(events=[fact("met", ADA, BEN, date="2017")]).model_dump_json(), encoding="utf-8"
    )
    lines = score_folder(tmp_path, lambda name: timeline_by_hand()).lines()
    assert lines[0] == "events, type and people   P 100.0  R 100.0  F1 100.0  (1/1/1)"
    assert lines[-1] == "   met                    P 100.0  R 100.0  F1 100.0  (1/1/1)"


@pytest.fixture
def timeline_by_hand() -> Callable[[], Timeline]:
    return lambda: timeline(event(1, "met", ADA, BEN, when="2017"))
