"""Documents, readings and judgements in, a Timeline out: people, events, states, ties and conflicts. Pure."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from kg.dates.english import words
from kg.dates.interval import Interval
from kg.ontology.schema import Ontology
from kg.read.chronology import STAMP
from kg.records import Conflict, Document, Event, Judgement, Person, Reading, State, Status, Timeline, content_id
from kg.resolve.births import with_both_parents, with_days
from kg.resolve.bounds import Setting, bounded, find_anchor
from kg.resolve.copies import Copies
from kg.resolve.deaths import without_revenants
from kg.resolve.denials import may_be_one, settled, undenied
from kg.resolve.echoes import without_misheard
from kg.resolve.events import Fusing, fuse
from kg.resolve.family import without_incest, without_strange_kin
from kg.resolve.inferred import births, losses
from kg.resolve.judgements import corrected, judged, standing
from kg.resolve.kin import kin
from kg.resolve.lifetimes import without_unlived
from kg.resolve.nameless import with_names
from kg.resolve.people import resolve
from kg.resolve.profiles import Source
from kg.resolve.states import states
from kg.resolve.told import Told, implied, tellings

_ROUNDS = 3  # a day told by a happening that is itself told by another, and so on


def timeline(
    documents: Iterable[Document],
    readings: Iterable[Reading],
    judgements: Iterable[Judgement],
    ontology: Ontology,
    *,
    as_of: date | None = None,
    undated: bool = False,
    min_score: float = 0.0,
) -> Timeline:
    """What all documents together say, the same in whatever order they come.

    `as_of` leaves out what was published later and, unless `undated`, documents without a date; judgements always hold.
    Claims below `min_score` count as unread.
    """
    return facts(heard(documents, readings, judgements, as_of=as_of, undated=undated, min_score=min_score), ontology)


@dataclass(frozen=True, slots=True)
class Heard:
    """What is told, by documents that stand, and whom it is about."""

    documents: Mapping[str, Document]  # by id
    readings: Sequence[Reading]  # sorted by document
    judgements: Sequence[Judgement]
    people: Sequence[Person]
    who: Mapping[Source, str]  # the person's id for each (document, local key)


def heard(
    documents: Iterable[Document],
    readings: Iterable[Reading],
    judgements: Iterable[Judgement],
    *,
    as_of: date | None = None,
    undated: bool = False,
    min_score: float = 0.0,
) -> Heard:
    """What a timeline is made of: see `timeline`."""
    known = {each.id: each for each in documents if is_known(each, as_of, undated)}
    decisions = standing(judgements)
    kept = sorted((each for each in readings if each.document in known), key=lambda reading: reading.document)
    kept = judged(kept, decisions, min_score)
    people, who = resolve(kept, decisions, {each.id: each.published for each in known.values()})
    return Heard(known, kept, decisions, people, who)


def facts(heard: Heard, ontology: Ontology) -> Timeline:
    """The timeline that follows from what is told."""
    known, who = heard.documents, heard.who
    people = {person.id: person for person in heard.people}
    published = {each.id: each.published for each in known.values()}
    copies = Copies(known)
    rows = {each.document for each in heard.readings if each.stamp == STAMP}
    told = with_names(without_misheard(tellings(heard.readings, who, known), rows), people, ontology)
    told, undead = without_revenants(told, people, copies)
    told, misread = without_incest(told, people, ontology)
    told, strange = without_strange_kin(told, people, ontology, rows)
    told, unlived = without_unlived(told, people, rows)
    told = with_days(with_both_parents(told))
    events = [event.lean() for event in _events(told, Fusing(ontology, people, copies), who)]
    events = settled(events, published, ontology)
    events = corrected(events, heard.judgements, people)
    undoubted, events = undenied(told, events, ontology)
    held = _held(undoubted, ontology)
    setting = Setting(ontology, held, published, who)
    ties = kin(told, events, people, ontology)
    events += [
        *births(events, [tie for tie in ties if not people[tie.people[0].id].unnamed], ontology),
        *losses(events, held, published, people),
    ]
    events, contradictions = bounded(events, setting)
    held_then = states(events, held, people, ontology)
    disagreements = [*_disagreements(events), *_unended(held_then)]
    conflicts = {each.id: each for each in (*undead, *misread, *strange, *unlived, *contradictions, *disagreements)}
    return Timeline(
        documents=tuple(known[each] for each in sorted(known)),
        people=tuple(sorted(people.values(), key=lambda person: (person.name, person.id))),
        events=tuple(event.lean() for event in sorted(events, key=lambda event: in_time(event, ontology))),
        states=tuple(held_then),
        kin=tuple(ties),
        conflicts=tuple(conflicts[id] for id in sorted(conflicts)),
    )


def is_known(document: Document, as_of: date | None, undated: bool = False) -> bool:
    """Whether a document was there on the day `as_of`; one without a date only if `undated`."""
    return as_of is None or (undated if document.published is None else document.published <= as_of)


def _events(told: Sequence[Told], fusing: Fusing, who: Mapping[Source, str]) -> list[Event]:
    """Events of all tellings; days told by another happening are filled in once that happening is dated."""
    found = [each for each in told if each.claim.kind == "event"] + list(implied(told, fusing.ontology))
    events = fuse(found, fusing)
    for _ in range(_ROUNDS):
        by_person = _by_person(events)
        anchored = _counted_back([_anchored(each, by_person, who) for each in found], by_person, who)
        if anchored == found:
            break
        found, events = anchored, fuse(anchored, fusing)
    return events


def _by_person(events: Iterable[Event]) -> dict[str, list[Event]]:
    found: dict[str, list[Event]] = defaultdict(list)
    for event in events:
        for member in event.people:
            found[member.id].append(event)
    return found


def _anchored(told: Told, events: Mapping[str, Sequence[Event]], who: Mapping[Source, str]) -> Told:
    """The telling, with the day of the one happening of those people that its day is told by."""
    anchor = told.claim.anchor
    if anchor is None or (told.when is not None and (anchor.offset or told.when.earliest)):
        return told
    event = _meant(told, events, who)
    if event is None or event.when is None:
        return told
    if anchor.direction == 0:
        return replace(told, when=event.when)
    if anchor.offset is None:
        return replace(told, when=_beyond(event.when, anchor.direction, told.when), firm=False)
    is_age = anchor.type == "born" and anchor.direction > 0  # a year of life is no year of the calendar
    when = event.when.at_age(anchor.offset) if is_age else event.when.shift(anchor.offset, anchor.direction)
    is_over = told.published is not None and told.claim.status.is_real  # what was told had happened by then
    day = when & Interval(None, told.published) if is_over else when
    if is_over and day == Interval(None, told.published):
        return told  # by the day on which it was told: that says nothing
    return replace(told, when=day, firm=False) if day is not None else told


def _counted_back(found: list[Told], events: Mapping[str, Sequence[Event]], who: Mapping[Source, str]) -> list[Told]:
    """The tellings, with the day of what others are counted from: "they wed in 2019, a year after they met"."""
    days: dict[str, Interval] = {}  # by claim
    for told in found:
        anchor, when = told.claim.anchor, told.claim.when
        if when is None or anchor is None or anchor.offset is None or anchor.direction == 0 or anchor.type == "born":
            continue
        event = _meant(told, events, who)
        if event is None or not told.claim.status.is_real or (event.when is not None and event.when.earliest):
            continue
        day = when.shift(anchor.offset, -anchor.direction) & (event.when or Interval())  # within a bound that is told
        if day is not None:
            days |= {claim.id: day for claim in event.claims if claim.status.is_real}
    return [replace(each, when=days[each.claim.id], firm=False) if each.claim.id in days else each for each in found]


def _meant(told: Told, events: Mapping[str, Sequence[Event]], who: Mapping[Source, str]) -> Event | None:
    """The one event that the anchor of a telling means."""
    keys = told.claim.anchor.people if told.claim.anchor else ()
    key = keys[0] if keys else told.claim.people[0].person
    return find_anchor(told.claim, events.get(who.get((told.claim.document, key), ""), ()), who)


def _beyond(day: Interval, direction: int, known: Interval | None) -> Interval | None:
    """What is known of a day that lies some time after (`direction` 1) or before (-1) another."""
    side = Interval(day.earliest, None) if direction > 0 else Interval(None, day.latest)
    if known is not None:
        side = side & known or known
    return None if side == Interval() else side


def _held(told: Iterable[Told], ontology: Ontology) -> dict[tuple[str, ...], list[Told]]:
    """The real state claims of each couple."""
    found: dict[tuple[str, ...], list[Told]] = defaultdict(list)
    for each in told:
        if (
            each.claim.kind == "state"
            and each.claim.status.is_real
            and each.type in ontology.states
            and len(each.roles) == 2
        ):
            found[each.people].append(each)
    return found


def _disagreements(events: Iterable[Event]) -> list[Conflict]:
    """Rival days of one event, and happenings that some tell and others deny."""
    events = list(events)
    out = [_rivals(event, event.type, event.when or Interval()) for event in events if event.rivals]
    told: dict[tuple[object, ...], list[Event]] = defaultdict(list)
    for event in events:
        told[event.type, tuple(sorted(member.id for member in event.people))].append(event)
    for group in told.values():
        for denied in (event for event in group if event.status in (Status.DENIED, Status.NEGATED)):
            real = (event for event in group if event.status.is_real and may_be_one(event, denied))
            out += [_denial(event, denied) for event in real if not _is_of_place(denied, event)]
    return out


def _is_of_place(denied: Event, event: Event) -> bool:
    """Whether who tells of a birth or death denies its place or manner only: "was not born in York"."""
    is_certain = event.type in ("born", "died") and denied.status is Status.NEGATED
    return is_certain and {claim.document for claim in denied.claims} <= {claim.document for claim in event.claims}


def _unended(states: Iterable[State]) -> list[Conflict]:
    """States that some have end before the day on which others say that they held."""
    ends = ((state, Interval(state.end.earliest, state.end.latest)) for state in states if state.rivals)
    return [_rivals(state, f"end of {state.type}", end) for state, end in ends]


def _rivals(fact: Event | State, name: str, own: Interval) -> Conflict:
    """Days of which only one can be right: a fact's own, and those that others give."""
    claims = tuple(sorted(claim.id for claim in fact.claims))
    why = f"{name}: {' or '.join(words(day) for day in (own, *(rival.when for rival in fact.rivals)))}"
    return Conflict(id=content_id("conflict", fact.id, "rivals"), events=(fact.id,), claims=claims, why=why)


def _denial(event: Event, denied: Event) -> Conflict:
    claims = tuple(sorted(claim.id for each in (event, denied) for claim in each.claims))
    why = f"{event.type}: {event.status} by some, {denied.status} by others"
    ids = tuple(sorted((event.id, denied.id)))
    return Conflict(id=content_id("conflict", *ids, "denied"), events=ids, claims=claims, why=why)


def in_time(event: Event, ontology: Ontology) -> tuple[object, ...]:
    """By the day as it is told: "by 2022" comes with 2022; without any, by the last day that is possible."""
    told = event.when or Interval(event.bounds.latest or event.bounds.earliest)
    day, until = told.earliest or told.latest, told.latest or told.earliest
    return (day or date.max, until or date.max, list(ontology.events).index(event.type), event.id)
