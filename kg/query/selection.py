"""Answers to a selection: the events, states or people that meet every condition of a typed question."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from kg.dates.allen import Allen, Stretch
from kg.dates.interval import Certainty, Interval
from kg.query.calendar import event_time
from kg.query.facts import Facts, event_order
from kg.query.query import Moment, Query
from kg.query.reply import Reply, unknown
from kg.query.select import MOST, ids_of, nth_of, occurrences, told
from kg.query.span import Span
from kg.query.wording import happened, held, names, number, sentence
from kg.records import Claim, Document, Event, State, Status

_APART = (Allen.BEFORE, Allen.MEETS, Allen.MET_BY, Allen.AFTER)
_WIDER: dict[str, tuple[Allen, ...]] = {
    "at": tuple(each for each in Allen if each not in _APART),
    "before": (Allen.BEFORE, Allen.MEETS),
    "after": (Allen.AFTER, Allen.MET_BY),
}


@dataclass(frozen=True, slots=True)
class Row:
    """An event or a state as a selection sees it."""

    type: str
    people: tuple[str, ...]
    stretch: Stretch | None  # None where nothing tells when it was
    status: Status
    claims: tuple[Claim, ...]
    text: str
    order: tuple[int, str]


def select(query: Query, facts: Facts) -> Reply:
    """The rows that surely meet every condition, or else those that may; how many, or one, where that is asked."""
    ids = ids_of(facts, query.who)
    rows = [row for row in _rows(query, facts, ids) if _fits(query, facts, row)]
    conditions = [each for moment in query.moments if (each := _condition(facts, moment))]
    if len(conditions) < len(query.moments):
        return unknown("no source tells when that was which the selection goes by")
    found, sure = _held(rows, conditions)
    found.sort(key=lambda row: row.order)
    found = nth_of(found, query.nth) if query.nth else found
    certainty = (
        Certainty.CERTAIN if sure and all(row.status is Status.ASSERTED for row in found) else Certainty.POSSIBLE
    )
    claims = tuple(claim for row in found[:MOST] for claim in row.claims)
    if query.count:
        text = f"{number(len(found))} {query.select} of {names(facts, ids) or 'all people'}"
        return Reply({"count": len(found)}, sentence(text), certainty, claims, tuple(row.text for row in found[:10]))
    if not found or len(found) > MOST:
        many = f"{len(found)} {query.select} are recorded so; say of whom, or when"
        return unknown(many if found else "none is recorded so")
    texts = tuple(row.text for row in found)
    people = tuple(dict.fromkeys(id for row in found for id in row.people if id not in ids))
    value = _value(query, facts, found, people)
    return Reply(value, sentence("; ".join(texts)), certainty, claims, texts, people or tuple(ids))


def _value(query: Query, facts: Facts, rows: list[Row], people: tuple[str, ...]) -> dict[str, object]:
    if query.select == "people":
        return {"people": [facts.people[id].name for id in people]}
    if query.select == "events":
        return {"events": [[row.type, row.stretch.start.edtf if row.stretch else None] for row in rows]}
    ends = [(row, row.stretch) for row in rows if row.stretch]
    return {"states": [[row.type, names(facts, row.people), days.start.edtf, days.end.edtf] for row, days in ends]}


def _rows(query: Query, facts: Facts, ids: list[str]) -> Iterable[Row]:
    kinds = [query.select] if query.select != "people" else ["events", "states"]
    if "events" in kinds and (query.select == "events" or any(type in facts.ontology.events for type in query.types)):
        yield from (_of_event(facts, event, ids) for event in _events(query, facts, ids))
    if "states" in kinds:
        yield from (_of_state(facts, facts.span(state, ids), state) for state in facts.states(ids))


def _events(query: Query, facts: Facts, ids: list[str]) -> Iterable[Event]:
    if ids:
        return facts.select(ids, real=False)
    types = query.types or tuple(facts.ontology.events)
    wanted: tuple[Status | None, ...] = query.status or (None,)
    return (event for type in types for status in wanted for event in facts.anybody(type, status=status))


def _of_event(facts: Facts, event: Event, ids: list[str]) -> Row:
    when, one = event_time(event), told(event, ids)
    stretch = Stretch(when, when) if when else None
    text = _doubted(happened(facts, one), event.status)
    return Row(event.type, one.people, stretch, event.status, event.claims, text, event_order(event))


def _of_state(facts: Facts, span: Span, state: State) -> Row:
    stretch = _stretch(span)
    order = span.order[0].toordinal(), state.id
    text = _doubted(held(facts, span), span.status)
    return Row(span.type, span.people, stretch, span.status, span.claims, text, order)


def _doubted(text: str, status: Status) -> str:
    return text if status is Status.ASSERTED else f"{status.value}: {text}"


def _stretch(span: Span) -> Stretch:
    """From its first day to its last; what is only attested began by then and had not ended before."""
    core = span.core
    start = span.start or Interval(None, core.earliest if core else None)
    return Stretch(start, span.end or Interval(core.latest if core else start.earliest, None))


def _fits(query: Query, facts: Facts, row: Row) -> bool:
    if query.types and row.type not in query.types:
        return False
    if not (row.status in query.status if query.status else row.status.is_real):
        return False
    documents = (facts.document(claim.document) for claim in row.claims)
    return not query.documents or any(each and _is_called(each, query.documents) for each in documents)


def _is_called(document: Document, wanted: tuple[str, ...]) -> bool:
    """By the beginning of its id, its source, its title or its publisher."""
    names = (document.source, document.title, document.publisher)
    return any(document.id.startswith(each) or each in names for each in wanted)


def _condition(facts: Facts, moment: Moment) -> tuple[str, Stretch] | None:
    """A relation and the stretch to which a row must stand in it; None where its days are not known."""
    if moment.when:
        first, last = moment.when.earliest or date.min, moment.when.latest or date.max
        return moment.relation, Stretch(Interval.day(first), Interval.day(last))
    happening = moment.happening
    if happening is None:
        return None
    if happening.kind == "state":
        spans = nth_of(facts.spans(ids_of(facts, happening.people), [happening.type]), happening.nth or 1)
        return (moment.relation, _stretch(spans[0])) if spans else None
    when = next((each.when for each in occurrences(facts, happening) if each.when), None)
    return (moment.relation, Stretch(when, when)) if when else None


def _held(rows: list[Row], conditions: list[tuple[str, Stretch]]) -> tuple[list[Row], bool]:
    """The rows that surely meet all conditions, or else those that may, and whether it is sure."""
    if not conditions:
        return rows, True
    judged = [(row, [_stands(row.stretch, *each) for each in conditions]) for row in rows if row.stretch]
    sure = [row for row, found in judged if all(each is Certainty.CERTAIN for each in found)]
    return (sure, True) if sure else ([row for row, found in judged if Certainty.CONTRADICTED not in found], False)


def _stands(stretch: Stretch, relation: str, other: Stretch) -> Certainty:
    """Whether one stretch stands to another as the relation says; "at": on some day of it."""
    found = stretch.relations(other)
    allowed = _WIDER[relation] if relation in _WIDER else (Allen(relation),)
    inside = [found[each] for each in allowed if found[each] is not Certainty.CONTRADICTED]
    outside = [each for each in Allen if each not in allowed and found[each] is not Certainty.CONTRADICTED]
    return Certainty.CONTRADICTED if not inside else Certainty.POSSIBLE if outside else Certainty.CERTAIN
