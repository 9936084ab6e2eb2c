"""Rival dates, denials and confirmations of a gold, counted by hand."""

import pytest

from kg.dates.interval import Interval
from kg.evaluate.comparison import compare
from kg.evaluate.gold import Gold
from kg.records import Claim, Document, Event, Evidence, Member, Participant, Rival, State, Status, Timeline

ADA, BEN = "Ada Byron", "Ben Okri"
DOCUMENTS = tuple(Document(id=f"d{number}", source=f"{number}.md", text="-") for number in (1, 2, 3))


def claim(document, type, status="asserted", kind="event"):
    people = tuple(Participant(role="partner", person=name, name=name) for name in (ADA, BEN))
    evidence = Evidence(document=document, start=0, end=1, quote="-")
    return Claim(
        id=f"{document} {type}",
        document=document,
        kind=kind,
        type=type,
        people=people,
        status=Status(status),
        evidence=evidence,
    )


MEMBERS = tuple(Member(id=name, name=name, role="partner") for name in (ADA, BEN))


def event(type, *claims, when=None, rivals=(), status="asserted"):
    told = tuple(Rival(when=Interval.from_edtf(date), documents=(document,)) for date, document in rivals)
    day = Interval.from_edtf(when) if when else None
    return Event(
        id=f"{type} {status}", type=type, people=MEMBERS, when=day, rivals=told, claims=claims, status=Status(status)
    )


def compared(event_of_gold, *records):
    gold = Gold.model_validate(
        {"people": [{"name": ADA}, {"name": BEN}], "events": [{"people": [ADA, BEN], **event_of_gold}]}
    )
    events = tuple(each for each in records if isinstance(each, Event))
    states = tuple(each for each in records if isinstance(each, State))
    return compare(gold, Timeline(documents=DOCUMENTS, events=events, states=states))


WEDDING = {"type": "married", "date": "2015-09-12", "rivals": [{"date": "2015-09-13", "docs": [2]}]}


@pytest.mark.parametrize(
    ("record", "kept"),
    [
        (event("married", claim("d1", "married"), when="2015-09-12", rivals=[("2015-09-13", "d2")]), 1),
        (event("married", claim("d2", "married"), when="2015-09-13"), 1),  # as the day itself
        (
            event("married", claim("d1", "married"), when="2015-09-12", rivals=[("2015-09-13", "d3")]),
            0,
        ),  # not its source
        (event("married", claim("d1", "married"), when="2015-09-12", rivals=[("2015-09", "d2")]), 0),  # another date
        (event("engaged", claim("d2", "engaged"), when="2015-09-13"), 0),
        (event("married", claim("d1", "married"), when="2015-09-12"), 0),
    ],
)
def test_a_rival_date_is_kept_with_its_source(record, kept):
    assert compared(WEDDING, record).rivals == (kept, 1)


PARTING = {"type": "separated", "date": "../2020-09-06", "rivals": [{"date": "2020-09-13", "docs": [2]}]}


def state(type, *claims, rivals=()):
    told = tuple(Rival(when=Interval.from_edtf(date), documents=(document,)) for date, document in rivals)
    return State(id=type, type=type, people=MEMBERS, rivals=told, claims=claims)


@pytest.mark.parametrize(
    ("implied", "record", "kept"),
    [
        (True, state("dating", claim("d1", "dating", kind="state"), rivals=[("2020-09-13", "d2")]), 1),
        (
            True,
            state("dating", claim("d1", "dating", kind="state"), rivals=[("2020-09-13", "d3")]),
            0,
        ),  # not its source
        (True, state("married", claim("d1", "married", kind="state"), rivals=[("2020-09-13", "d2")]), 0),
        (False, state("dating", claim("d1", "dating", kind="state"), rivals=[("2020-09-13", "d2")]), 0),  # it is told
    ],
)
def test_a_rival_of_an_end_that_is_only_implied_is_kept_by_the_state_that_ended(implied, record, kept):
    assert compared({**PARTING, "implied": implied}, record).rivals == (kept, 1)


AFFAIR = {
    "type": "dating_began",
    "turn": [
        {"status": "rumoured", "docs": [1]},
        {"status": "denied", "docs": [2]},
        {"status": "asserted", "docs": [3]},
    ],
}


@pytest.mark.parametrize(
    ("records", "kept"),
    [
        ((event("dating_began", claim("d1", "dating_began", "reported")),), 1),  # as doubtful as a rumour
        ((event("dating_began", claim("d2", "dating_began", "negated"), status="denied"),), 1),
        ((event("dating_began", claim("d3", "dating_began")),), 1),
        ((event("dating_began", claim("d1", "dating_began")),), 0),  # a rumour as a fact
        ((event("dating_began", claim("d3", "dating_began", "denied"), status="denied"),), 0),  # another's denial
        ((State(id="s", type="dating", people=MEMBERS, claims=(claim("d3", "dating", kind="state"),)),), 1),
        ((State(id="s", type="engaged", people=MEMBERS, claims=(claim("d3", "engaged", kind="state"),)),), 0),
    ],
)
def test_a_turn_is_kept_by_what_its_document_says(records, kept):
    assert compared(AFFAIR, *records).turns == (kept, 3)


PLAN = {"type": "married", "status": "called_off", "turn": [{"status": "called_off", "docs": [2]}]}


@pytest.mark.parametrize(
    ("record", "kept"),
    [
        (
            event(
                "married",
                claim("d1", "married", "planned"),
                claim("d2", "engagement_ended"),
                status="called_off",
            ),
            1,
        ),
        (
            event("married", claim("d1", "married", "planned"), claim("d2", "married", "negated"), status="called_off"),
            1,
        ),
        (event("married", claim("d2", "married", "planned"), status="called_off"), 0),  # it only has the plan
        (event("married", claim("d1", "married", "planned"), claim("d2", "married", "planned"), status="planned"), 0),
        (event("married", claim("d2", "married")), 0),
    ],
)
def test_a_plan_is_called_off_by_what_ends_it(record, kept):
    assert compared(PLAN, record).turns == (kept, 1)
