"""The people, happenings and days that the parts of a typed question mean in a timeline."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import TypeVar

from kg.dates.interval import Certainty, Interval
from kg.errors import UnknownName
from kg.query.against import parted
from kg.query.calendar import event_time
from kg.query.facts import Facts, in_order, is_dated
from kg.query.people import NOTE, nobody, which
from kg.query.query import Happening, Moment, Who
from kg.query.span import Span
from kg.query.words import Relation
from kg.records import Claim, Event, Status

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Found:
    """A person that a question asks for or goes by, how sure that is, and the claims behind it."""

    id: str
    certainty: Certainty = Certainty.CERTAIN
    claims: tuple[Claim, ...] = ()
    span: Span | None = None
    again: tuple[Span, ...] = ()  # later stints of the same kind: two weddings of one couple


@dataclass(frozen=True, slots=True)
class Told:
    """A happening of the timeline: an event, or the start or end of a state."""

    type: str
    people: tuple[str, ...]
    when: Interval | None  # what sources say, or else what follows from other facts
    status: Status
    claims: tuple[Claim, ...]
    event: Event | None = None
    rivals: tuple[Interval, ...] = ()  # what other sources give instead
    supposed: bool = False  # whether it only follows if a relation went on that no source ends

    @property
    def certainty(self) -> Certainty:
        """How sure it is: what is only reported, or only supposed, is possible."""
        is_sure = self.status is Status.ASSERTED and not self.supposed
        return Certainty.CERTAIN if is_sure else Certainty.POSSIBLE

    @property
    def is_dated(self) -> bool:
        """Whether a source tells when it was, rather than that it was over when something else happened."""
        return is_dated(self.event) if self.event else bool(self.when)


# people


def person(facts: Facts, name: str) -> str:
    """The id of the one person so named. Raises UnknownName where it is nobody or several.

    Who is told apart by a note today may have been known without it as of an earlier day.
    """
    found = facts.names.named(name) or facts.names.named(NOTE.sub(" ", name).strip())
    if len(found) == 1:
        return found[0]
    raise UnknownName(which(name, [facts.people[id] for id in found]) if found else nobody(name, facts.names))


def people(facts: Facts, who: Who, at: Interval | None = None, *, every: bool = False) -> list[Found]:
    """Those whom `who` means on some day of `at`; without a day those of now, or else the last; `every`: all ever."""
    if who.name:
        return [Found(person(facts, who.name))]
    relation = facts.lexicon.relation(who.relation)
    if relation is None:
        return []
    owners = [each.id for of in who.of for each in people(facts, of)]
    groups = [_related(facts, owner, relation, at, every or bool(who.nth)) for owner in owners]
    found = _common(facts, owners, groups) if relation.kin == "child" else merged(groups)
    return nth_of(found, who.nth) if who.nth else found


def ids_of(facts: Facts, whos: Iterable[Who]) -> list[str]:
    """The ids of all that these mean, in order, each once."""
    return list(dict.fromkeys(each.id for who in whos for each in people(facts, who)))


def _related(facts: Facts, owner: str, relation: Relation, at: Interval | None, every: bool) -> list[Found]:
    if relation.paths:
        return merged([_along(facts, owner, path, at) for path in relation.paths])
    if relation.kin:
        ties = [Found(id, claims=claims) for id, claims in facts.kin(owner, relation.kin)]
        ties = _named_parents(facts, ties) if relation.kin == "parent" else ties
    else:
        ties = _partners(facts, owner, relation, at, every)
    if relation.half:
        ties = [each for each in ties if _is_half(facts, owner, each.id)]
    return _of_gender(facts, ties, relation)


def _named_parents(facts: Facts, ties: list[Found]) -> list[Found]:
    """Without "her father" where a father is known by name."""
    named = {facts.gender(each.id) for each in ties if not facts.people[each.id].unnamed}
    return [each for each in ties if not facts.people[each.id].unnamed or facts.gender(each.id) not in named]


def _is_half(facts: Facts, one: str, other: str) -> bool:
    """Whether two children are told to share one parent only."""
    first, second = ({id for id, _ in facts.kin(each, "parent")} for each in (one, other))
    return len(first & second) < 2 < len(first | second) or not (first and second)


def _along(facts: Facts, owner: str, path: Sequence[str], at: Interval | None) -> list[Found]:
    """Who stands at the end of some steps: a parent's brother."""
    found = [Found(owner)]
    for noun in path:
        steps = [Who(relation=noun, of=(Who(name=one.id),)) for one in found]
        then = [each for step in steps for each in people(facts, step, at)] if at else []
        found = then or [each for step in steps for each in people(facts, step, every=True)]
    near = {owner, *(id for tie in ("parent", "child", "sibling") for id, _ in facts.kin(owner, tie))}
    return [each for each in found if each.id not in near]  # a father's wife who is the mother is no stepmother


def _of_gender(facts: Facts, ties: list[Found], relation: Relation) -> list[Found]:
    """Those whom the noun fits; a parent of unknown gender is a "father" only where the other one is no father."""
    fitting = [each for each in ties if not relation.gender or facts.gender(each.id) in ("", relation.gender)]
    if relation.kin != "parent" or not relation.gender:
        return fitting
    sure = [each for each in fitting if facts.gender(each.id) == relation.gender]
    return sure or (fitting if len(fitting) < len(ties) else [])


def _partners(facts: Facts, owner: str, relation: Relation, at: Interval | None, every: bool) -> list[Found]:
    if relation.bereft:
        return _bereft(facts, owner, relation.bereft)
    spans = facts.spans([owner], relation.partners)
    if relation.past:
        return merged([[_partner(owner, span, Certainty.CERTAIN) for span in _past(facts, owner, relation, spans)]])
    if at:
        near = () if at_time(owner, spans, at) else _NEAR.get(relation.partners[0], ()) if relation.partners else ()
        found = merged([at_time(owner, [*spans, *facts.spans([owner], near)], at)])
        return [each for each in found if not (each.span and is_parted(facts, each.span, relation.partners, at))]
    left = facts.left(owner, spans) if "married" in relation.partners and (every or not spans) else []
    found = [_partner(owner, span, Certainty.CERTAIN) for span in (*left, *_in_turn(spans))]
    if every or not found:
        return merged([found])
    return current(facts, owner, spans) or merged([found])[-1:]


def _in_turn(spans: list[Span]) -> list[Span]:
    """In order of time: one that is over, whenever it began, was before one that goes on, or went on until a death."""
    over = [span for span in spans if span.start is None and span.end]
    last = [span for span in spans if span.start and (span.end is None or span.until_death)] if over else []
    return [span for span in spans if span not in last] + last


def _bereft(facts: Facts, owner: str, side: str) -> list[Found]:
    """Whom somebody left behind as a widow, or whose widow somebody is."""
    mine, theirs = (1, 0) if side == "survivor" else (0, 1)
    found = [loss for loss in losses(facts, owner) if len(loss.people) > 1 and loss.people[mine] == owner]
    return [Found(loss.people[theirs], loss.certainty, loss.claims) for loss in found]


# What a partner may be called as well, where nobody else is: a boyfriend one is to marry, or lives with.
_NEAR = {"dating": ("engaged", "living_together")}


def is_parted(facts: Facts, span: Span, types: Sequence[str], at: Interval) -> bool:
    """Whether two lived apart in those days: who is separated is somebody's husband still, but no partner."""
    return "dating" in types and parted(facts, span.people, at, span) is not None


def current(facts: Facts, owner: str, spans: list[Span]) -> list[Found]:
    """The partners of spans that have not ended by the newest document; those surely held then come alone."""
    if facts.newest is None:
        return merged([[_partner(owner, span, Certainty.POSSIBLE) for span in spans if span.end is None]])
    return merged([at_time(owner, spans, Interval.day(facts.newest))])


def _past(facts: Facts, owner: str, relation: Relation, spans: list[Span]) -> list[Span]:
    """Spans that have ended, and states that tell of a past one ("ex-wife": divorced)."""
    states = facts.ontology.states
    after = [past for name in relation.partners if (past := states[name].past) and past not in relation.partners]
    if "dating" in relation.partners:
        after.append("separated")
    lost = {id for loss in losses(facts, owner) if owner in loss.people for id in loss.people} - {owner}
    ended = [span for span in spans if span.end and not lost & set(span.people)]
    return ended + facts.spans([owner], after)


def at_time(owner: str, spans: list[Span], at: Interval) -> list[Found]:
    """The others of the spans that surely held on some day of `at`; else of those that began before and have no end."""
    certain = [_partner(owner, span, Certainty.CERTAIN) for span in spans if span.holds(at) is Certainty.CERTAIN]
    if certain:
        return certain
    likely = [span for span in spans if span.holds(at) is Certainty.POSSIBLE and span.has_begun(at)]
    likely = [
        span for span in likely if span.until_death or not span.is_past(at)
    ]  # by the newest document all it tells of is past
    latest = likely[-1:] if likely and all(span.end is None for span in likely) else likely
    return [_partner(owner, span, Certainty.POSSIBLE) for span in latest]


def _partner(owner: str, span: Span, certainty: Certainty) -> Found:
    other = next((id for id in span.people if id != owner), owner)
    return Found(other, certainty, span.claims, span)


def merged(groups: Iterable[Iterable[Found]]) -> list[Found]:
    """All of all groups, each person once, with every claim and every stint."""
    found: dict[str, Found] = {}
    for each in (each for group in groups for each in group):
        known = found.get(each.id)
        found[each.id] = _with_stint(known, each) if known else each
    return list(found.values())


def _with_stint(known: Found, other: Found) -> Found:
    """One person found twice: a stint that a source vouches for is told beside those before it."""
    span, claims = other.span, known.claims + other.claims
    before = [each for each in (known.span, *known.again) if each]
    is_stint = span is not None and (span.start or span.end) and span.status is not Status.RUMOURED
    if span is None or not is_stint or span in before or any(each.type != span.type for each in before):
        return replace(known, claims=claims)
    return replace(known, claims=claims, again=(*known.again, span))


def _common(facts: Facts, owners: Sequence[str], groups: list[list[Found]]) -> list[Found]:
    """Those in every group ("the children of Ada and Bob"); where none is, those with no parent but these."""
    shared = [{each.id for each in group} for group in groups]
    inner = set.intersection(*shared) if shared else set()
    alone = {each.id for each in merged(groups) if {id for id, _ in facts.kin(each.id, "parent")} <= set(owners)}
    return [each for each in merged(groups) if each.id in (inner or alone)]


def nth_of(found: list[T], nth: int) -> list[T]:
    """The one in a place: 1 is the first, -1 the last; empty where there are not so many."""
    place = nth - 1 if nth > 0 else nth
    return found[place : place + 1 or None] if -len(found) <= place < len(found) else []


# happenings


def occurrences(facts: Facts, happening: Happening) -> list[Told]:
    """All that a happening may mean, in order of time, the undated last; `nth` leaves one."""
    ids = ids_of(facts, happening.people)
    if happening.people and len(ids) < len(happening.people):
        return []
    found = _edges(facts, happening, ids) if happening.kind == "state" else _events(facts, happening, ids)
    if happening.detail:
        found = [each for each in found if each.event is None or mentions(each.event, happening.detail)]
    return nth_of(found, happening.nth) if happening.nth else found


def _events(facts: Facts, happening: Happening, ids: list[str]) -> list[Told]:
    if not ids:
        return _anybodys(facts, happening)
    if happening.type == "born":
        events = [event for id in ids for event in facts.births(id)] if happening.status is None else []
        events = events[:1] if len(ids) == 1 else events
    elif happening.type == "widowed" and happening.status is None and not facts.events(ids, "widowed"):
        return [loss for loss in losses(facts, ids[0]) if set(ids) <= set(loss.people) and loss.people[0] in ids]
    else:
        events = facts.events(ids, happening.type, status=happening.status)
        events = [event for event in events if _are_parents(event, ids)] or events
    found = [told(event, ids) for event in events]
    return found or ([] if happening.status else _by_state(facts, happening, ids))


def losses(facts: Facts, id: str) -> list[Told]:
    """The widowhoods in which somebody is the survivor or the dead, told or supposed, the survivor first.

    One is supposed where a marriage had begun, nothing tells of its end, and neither married again before a death.
    """
    found = [told(event) for event in facts.events([id], "widowed")]
    known = {frozenset(each.people) for each in found}
    for span in facts.spans([id], ["married"]):
        if span.until_death and span.status is Status.ASSERTED and frozenset(span.people) not in known:
            found += _supposed(facts, span)
    return found


def _supposed(facts: Facts, span: Span) -> list[Told]:
    one, other = span.people
    days = {each: when for each in span.people if (when := facts.died(each))}
    dead = min(days, key=lambda each: days[each].latest or date.max)
    survivor = other if dead == one else one
    when = days[dead]
    if survivor in days and days[survivor].after(when) is not Certainty.CERTAIN:
        return []
    weddings = [each for id in span.people for each in facts.spans([id], ["married"]) if each.people != span.people]
    if any(_is_between(each, span, when) for each in weddings if set(each.people) != set(span.people)):
        return []
    claims = (*span.claims, *(claim for event in facts.events([dead], "died") for claim in event.claims))
    return [Told("widowed", (survivor, dead), when, span.status, claims, supposed=True)]


def _is_between(other: Span, span: Span, death: Interval) -> bool:
    """Whether a marriage to somebody else may have begun during this one."""
    start = other.start
    if start is None or span.start is None:
        return other.end is None
    return start.before(span.start) is not Certainty.CERTAIN and start.after(death) is not Certainty.CERTAIN


def _anybodys(facts: Facts, happening: Happening) -> list[Told]:
    """Happenings of whomever, as many as a reader may want; of a great many those that `nth` may ask for."""
    events = facts.anybody(happening.type, status=happening.status)
    kept = events if len(events) <= MOST else [*events[: MOST // 2], *events[-MOST // 2 :]]
    return [told(event) for event in kept]


MOST = 1000  # events of nobody in particular that one answer tells


def _are_parents(event: Event, ids: list[str]) -> bool:
    """Whether they have the child of an event, rather than being it."""
    return all(member.role != "child" for member in event.people if member.id in ids)


def told(event: Event, first: Sequence[str] = ()) -> Told:
    """An event as a happening; where its people are equals, those of `first` come first."""
    ids = tuple(member.id for member in event.people)
    if len({member.role for member in event.people}) == 1:
        ids = in_order(ids, first)
    rivals = tuple(rival.when for rival in event.rivals)
    return Told(event.type, ids, event_time(event), event.status, event.claims, event, rivals)


def _by_state(facts: Facts, happening: Happening, ids: list[str]) -> list[Told]:
    """An event that nobody tells, by the state that it opens or closes, where a source bounds that end of it."""
    event = facts.ontology.events.get(happening.type)
    if event is None or not ids:
        return []
    starts = [span for span in facts.spans(ids, event.opens) if span.told_start and span.start]
    return [Told(happening.type, span.people, span.start, span.status, span.claims) for span in starts]


def _edges(facts: Facts, happening: Happening, ids: list[str]) -> list[Told]:
    spans = facts.spans(ids, [happening.type])
    if happening.edge == "end":
        return [
            Told(happening.type, span.people, span.end, span.status, span.claims, rivals=span.rivals)
            for span in spans
            if span.end
        ]
    starts = [
        Told(happening.type, each.people, each.start if each.told_start else None, each.status, each.claims)
        for each in spans
    ]
    return starts


def mentions(event: Event, detail: str) -> bool:
    """Whether the place or the shared work of an event holds a part of a name, or all words of a kind of place."""
    text = f"{event.place or ''} {event.work or ''}".casefold()
    if detail.islower():
        return set(detail.split()) <= set(text.split())
    return bool(re.search(rf"\b{re.escape(detail.casefold())}\b", text)) if detail else True


# moments


def stretch(facts: Facts, moment: Moment) -> Interval | None:
    """The days that a moment leaves: at, up to or from the day that it names; None where that day is not known."""
    day = anchor(facts, moment)
    if day is None or moment.relation == "at":
        return day
    return Interval(None, day.latest) if moment.relation == "before" else Interval(day.earliest, None)


def anchor(facts: Facts, moment: Moment) -> Interval | None:
    """The day, or the days of the state, that a moment names."""
    if moment.when:
        return moment.when
    if moment.happening is None:
        return None
    if moment.happening.kind == "state" and moment.relation == "at":
        spans = facts.spans(ids_of(facts, moment.happening.people), [moment.happening.type])
        return next((span.core or span.reach for span in spans), None)
    return next((each.when for each in occurrences(facts, moment.happening) if each.when), None)


def within(facts: Facts, events: Iterable[Event], moments: Iterable[Moment]) -> tuple[list[Event], list[Event]]:
    """The events that surely lie in all the moments, and those that may; the undated lie in none."""
    stretches = [days for moment in moments if (days := stretch(facts, moment))]
    sure: list[Event] = []
    perhaps: list[Event] = []
    for event in events:
        when = event_time(event)
        if not stretches or (when and all(when.during(days) is Certainty.CERTAIN for days in stretches)):
            sure.append(event)
        elif when and all(when & days for days in stretches):
            perhaps.append(event)
    return sure, perhaps
