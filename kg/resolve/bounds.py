"""How far each day can be told from the others: the network of each couple and of each life, tightened.

A couple's network holds the days that sources give, the order that the ontology declares within a stint, days told by
another happening, how long a state had lasted when it was told, and what is known of the two lives. Lives come first.
"""

import re
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from kg.dates.interval import Duration, Granularity, Interval
from kg.dates.network import CALENDAR, Constraint, Solution, on, tighten
from kg.ontology.schema import Ontology
from kg.records import Bounds, Claim, Conflict, Event, content_id
from kg.resolve.events import begins, ends, is_together, point
from kg.resolve.profiles import Source
from kg.resolve.told import Told

_HALF = {"Y": 183, "M": 15, "W": 3}  # half of a year, a month and a week, by the last letter of an ISO 8601 duration
_ANOTHER = re.compile(r"\bre-?(?:marr|wed)|\b(?:again|second time)\b", re.IGNORECASE)  # a wedding after one of the same

Unit = tuple[str, ...]  # the people whose days hang together


@dataclass(frozen=True, slots=True)
class Setting:
    """What the networks draw on beside the events."""

    ontology: Ontology
    states: Mapping[Unit, Sequence[Told]]  # real state claims by couple
    published: Mapping[str, date | None]  # by document
    who: Mapping[Source, str]


def bounded(events: Iterable[Event], setting: Setting) -> tuple[list[Event], list[Conflict]]:
    """The events with their bounds, and the contradictions among what is told of them. Unreal events have no bounds."""
    units: dict[Unit, list[Event]] = defaultdict(list)
    out, conflicts = [], []
    for event in events:
        units[unit(event) if event.status.is_real else ()].append(event)
    out += units.pop((), [])
    lives: dict[str, list[Event]] = defaultdict(list)
    for people in sorted(units, key=lambda people: (len(people), people)):
        solution = _solved(people, units[people], lives, setting)
        solved = [_with_bounds(event, solution, _news(event, setting)) for event in units[people]]
        conflicts += [_conflict(cycle, units[people]) for cycle in solution.contradictions]
        out += solved
        for event in solved:
            if event.type in ("born", "died") and len(people) == 1:
                lives[people[0]].append(event)
    return out, conflicts


def unit(event: Event) -> Unit:
    """The people whose network an event belongs to: the child of a birth, the couple, or whoever it is about."""
    child = tuple(member.id for member in event.people if member.role == "child")
    return child or tuple(sorted(member.id for member in event.people))


def stint_numbers(events: Sequence[Event], ontology: Ontology) -> dict[str, int]:
    """For each event of a couple that can be placed, which stint of theirs it belongs to, from 1 on."""
    order = list(ontology.events)
    dated = [event for event in events if event.when is not None]
    dated.sort(key=lambda event: (point(event.when or Interval()), order.index(event.type), event.id))
    numbers, number, parted = {}, 1, False
    for event in dated:
        kind = ontology.events[event.type]
        if parted and begins(kind, ontology):
            number, parted = number + 1, False
        parted = parted or ends(kind, ontology)
        numbers[event.id] = number
    if number == 1:
        numbers.update({event.id: 1 for event in events})
    return numbers | _misplaced(dated, numbers, ontology)


def _misplaced(events: Sequence[Event], numbers: Mapping[str, int], ontology: Ontology) -> dict[str, int]:
    """A divorce dated before the only wedding there is belongs to that wedding, and contradicts it.

    Not before one that is told as another: "they divorced in 2013 and remarried in 2016".
    """
    moved = {}
    for event in events:
        closed = ontology.events[event.type].closes
        together = [state for state in closed if is_together(state, ontology)]
        if len(together) == 1 and ends(ontology.events[event.type], ontology):
            openers = [each for each in events if together[0] in ontology.events[each.type].opens]
            is_another = any(_ANOTHER.search(claim.evidence.quote) for each in openers for claim in each.claims)
            if len(openers) == 1 and not is_another and numbers[openers[0].id] == numbers[event.id] + 1:
                moved[event.id] = numbers[openers[0].id]
    return moved


# constraints


def _solved(people: Unit, events: list[Event], lives: Mapping[str, list[Event]], setting: Setting) -> Solution:
    constraints = [
        *_stated(events, setting),
        *_lasting(people, events, setting),
        *_holding(people, events, setting),
        *_anchored(events, setting),
        *_alive(people, events, lives),
        *_ordered(events, setting.ontology),
    ]
    return tighten(constraints)


def _stated(events: list[Event], setting: Setting) -> Iterator[Constraint]:
    for event in events:
        claims = tuple(claim.id for claim in event.claims)
        if event.when is not None:
            how = "stated" if any(_is_stated(claim) for claim in event.claims) else "reckoned"
            yield on(event.id, event.when, f"{event.type} is {how}: {event.when.edtf}", claims)
        told = [day for claim in event.claims if (day := _told_on(claim, event, setting.published))]
        if told:
            yield on(event.id, Interval(None, min(told)), f"{event.type} was told on {min(told)}", claims)


def _is_stated(claim: Claim) -> bool:
    """Whether a claim tells the day itself: of a state, the day on which it is said to hold is not when it began."""
    return (claim.start if claim.kind == "state" else claim.when) is not None


def _told_on(claim: Claim, event: Event, published: Mapping[str, date | None]) -> date | None:
    """The day by which what a claim tells had happened; None where it is unknown, or where it tells what is to come.

    An undated telling that is older than the day others give may be about an earlier time, and bounds nothing.
    """
    day = published.get(claim.document)
    if day is None or not claim.status.is_real:
        return None
    if any(when and when.earliest and when.earliest > day for when in (claim.when, claim.start)):
        return None
    is_dated = claim.when or claim.start or event.when is None
    return day if is_dated or (event.when and point(event.when) <= day.toordinal()) else None


def _lasting(people: Unit, events: list[Event], setting: Setting) -> Iterator[Constraint]:
    """ "Have been dating for over two years" bounds the beginning, where there is one beginning only."""
    for told in setting.states.get(people, ()):
        openers = [event for event in events if _begins(event.type, told.type, setting.ontology)]
        when, duration = told.claim.when, told.claim.duration
        if when is None or len(openers) != 1:
            continue
        name, claims = openers[0].id, (told.claim.id,)
        if when.latest:
            yield on(name, Interval(None, when.latest), f"{told.type} by {when.latest}", claims)
        if duration and not told.claim.end:
            why = f"{told.type} for {duration.text or 'some time'} on {when.edtf}"
            yield on(name, _before(when, *_rounded(duration)), why, claims)


def _begins(event: str, state: str, ontology: Ontology) -> bool:
    """Whether a state begins with an event, not only again: those who reconcile had been together before."""
    kind = ontology.events[event]
    is_again = any(state in ontology.events[earlier].closes for earlier in kind.after)
    return state in kind.opens and not is_again


def _holding(people: Unit, events: list[Event], setting: Setting) -> Iterator[Constraint]:
    """A couple engaged in February 2022 parted no earlier, where they parted once.

    A document that tells of the parting may still call them fiancés: what it attests bounds nothing.
    """
    for told in setting.states.get(people, ()):
        closers = [event for event in events if told.type in setting.ontology.events[event.type].closes]
        when = told.claim.when
        if when is None or when.earliest is None or len(closers) != 1 or told.claim.end:
            continue
        (closer,) = closers
        is_past = closer.when is not None and closer.when.latest is not None and closer.when.latest < when.earliest
        is_loose = when.earliest == setting.published.get(told.claim.document) and told.claim.document in {
            claim.document for claim in closer.claims
        }
        if not is_past and not is_loose:
            why = f"{told.type} on {when.edtf}"
            yield on(closer.id, Interval(when.earliest, None), why, (told.claim.id,))


def _before(when: Interval, least: int | None, most: int | None) -> Interval:
    """The day `least` to `most` days before `when`."""
    earliest = when.earliest.toordinal() - most if when.earliest and most is not None else 0
    latest = when.latest.toordinal() - least if when.latest and least is not None else 0
    return Interval(
        date.fromordinal(earliest) if earliest > 0 else None,
        date.fromordinal(latest) if latest > 0 else None,
    )


def _rounded(duration: Duration) -> tuple[int | None, int | None]:
    """The days that are meant: "two years" may be half a year less, "over two years" may not."""
    if duration.least is None or duration.most is None:
        return duration.least, duration.most
    return max(0, duration.least - _HALF.get(duration.text[-1:], 0)), duration.most


def _anchored(events: list[Event], setting: Setting) -> Iterator[Constraint]:
    """ "Two years after they met": days between two events of the same people."""
    for event in events:
        for claim in event.claims:
            anchor = claim.anchor and find_anchor(claim, events, setting.who)
            if claim.anchor is None or not anchor or anchor.id == event.id:
                continue
            offset, direction = claim.anchor.offset, claim.anchor.direction
            least, most = _rounded(offset) if offset else (0, 0 if direction == 0 else None)
            first, last = (anchor.id, event.id) if direction >= 0 else (event.id, anchor.id)
            yield Constraint(
                first, last, least, most, f"{event.type} {claim.when_text or 'is told by ' + anchor.type}", (claim.id,)
            )


def find_anchor(claim: Claim, events: Iterable[Event], who: Mapping[Source, str]) -> Event | None:
    """The one event that a claim's anchor means, among real ones."""
    if claim.anchor is None:
        return None
    people = {who.get((claim.document, key), "") for key in claim.anchor.people}
    known = [each for each in events if each.status.is_real and people <= {member.id for member in each.people}]
    fit = [each for each in known if each.type == claim.anchor.type]
    if claim.anchor.type == "born" and not fit:  # the parents' side of it: "they had a son, Ben, in 1900"
        fit = [each for each in known if people == set(unit(each)) and each.type == "child_born"]
    return fit[0] if len(fit) == 1 else None


def _alive(people: Unit, events: list[Event], lives: Mapping[str, list[Event]]) -> Iterator[Constraint]:
    """Nothing happens to people before they are born or after they die."""
    moments = [moment for person in people for moment in lives.get(person, ())] if len(people) > 1 else []
    for moment in moments:
        who, bounds = moment.people[0], moment.bounds
        day = moment.when.edtf if moment.when else "on an unknown day"
        why = f"{who.name} {'was born' if moment.type == 'born' else 'died'} {day}"
        for event in events:
            lost = event.type == "widowed" and any(
                (who.id, "deceased") == (each.id, each.role) for each in event.people
            )
            if moment.type == "died" and bounds.latest:
                yield on(event.id, Interval(bounds.earliest if lost else None, bounds.latest), why)
            if moment.type == "born" and bounds.earliest:
                yield on(event.id, Interval(bounds.earliest, None), why)


def _ordered(events: list[Event], ontology: Ontology) -> Iterator[Constraint]:
    """The order that the ontology declares, within a stint; what happens once in a life comes before every stint."""
    numbers = stint_numbers(events, ontology)
    for event in events:
        for other in events:
            before = ontology.events[event.type].after
            within = numbers.get(event.id) is not None and numbers.get(event.id) == numbers.get(other.id)
            is_ordered = within and not _is_next_parting(other, event, ontology)
            if other.type in before and (is_ordered or ontology.events[other.type].once == "life"):
                yield Constraint(other.id, event.id, why=f"{event.type} does not come before {other.type}")
            # one birth, told as the child's and as the parents'
            if event.type == "child_born" and other.type == "born":
                yield Constraint(other.id, event.id, 0, 0, "a child is born once")


def _is_next_parting(parting: Event, union: Event, ontology: Ontology) -> bool:
    """Whether two who came together again parted once more: "they reconciled in 2016 and split in 2018"."""
    if not ends(ontology.events[parting.type], ontology) or not begins(ontology.events[union.type], ontology):
        return False
    first = parting.when.earliest if parting.when is not None else None
    last = union.when.latest if union.when is not None else None
    return first is not None and last is not None and first > last


# results


def _news(event: Event, setting: Setting) -> set[date]:
    """The days on which it was told."""
    return {day for claim in event.claims if (day := setting.published.get(claim.document)) is not None}


def _with_bounds(event: Event, solution: Solution, news: Collection[date]) -> Event:
    found = solution.bounds.get(event.id)
    if found is None:
        return event
    bounds = Bounds(earliest=found.earliest, latest=found.latest, why=found.why)
    return event.model_copy(update={"when": _closed(event.when, found.latest, news), "bounds": bounds})


def _closed(when: Interval | None, latest: date | None, news: Collection[date]) -> Interval | None:
    """A day of which one end only is told, "by 2017" or "after 2015", is no later than the network lets it be.

    So is one that ends with the day of the news, as "earlier this year" does, and one of a decade.
    """
    if when is None or latest is None:
        return when
    is_loose = when.earliest is None or when.latest is None or when.granularity is Granularity.DECADE
    if not is_loose and when.latest not in news:
        return when
    return when & Interval(None, latest) or when


def _conflict(cycle: tuple[Constraint, ...], events: list[Event]) -> Conflict:
    names = {name for each in cycle for name in (each.earlier, each.later)} - {CALENDAR}
    claims = tuple(sorted({claim for each in cycle for claim in each.claims}))
    concerned = tuple(sorted(event.id for event in events if event.id in names))
    why = "; ".join(dict.fromkeys(each.why for each in cycle if each.why))
    return Conflict(id=content_id("conflict", *concerned, *claims, why), events=concerned, claims=claims, why=why)
