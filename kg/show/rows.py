"""What a picture of a timeline shows, row by row: the words beside it, and the days that each piece of it covers."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta

from kg.dates.english import stretch
from kg.dates.interval import Interval
from kg.export.colours import meaning
from kg.records import Basis, Claim, Document, Event, Member, State, Status
from kg.show.safe import visible
from kg.show.tables import cited, dated, in_order

Documents = Mapping[str, Document]

_DAY = timedelta(1)
_EARLY = ("dating", "living_together", "engaged")  # relations that come before others of the same people


@dataclass(frozen=True, slots=True)
class Row:
    """A line of a picture. It may lie from `low` to `high`; it surely is from `first` to `last`, if these are known."""

    label: str
    told: str
    type: str
    status: Status
    low: date | None = None
    first: date | None = None
    last: date | None = None
    high: date | None = None
    is_state: bool = False
    proof: str = ""
    lane: str = ""  # rows of one lane share a line


GAP = Row("", "", "", Status.ASSERTED)


def rows(events: Iterable[Event], states: Iterable[State], documents: Documents) -> list[Row]:
    """Relations, then what happened, each in order; only what may have been so. Being apart is no bar."""
    bars = [state for state in sorted(states, key=_start) if state.status.is_real and meaning(state.type) != "parting"]
    points = [event for event in in_order(events) if event.status.is_real]
    casts = [each.people for each in bars] + [each.people for each in points]
    shared = set.intersection(*({member.id for member in cast} for cast in casts)) if casts else set()
    gap = [GAP] if bars and points else []
    return [
        *(of_state(state, shared, documents) for state in bars),
        *gap,
        *(_of_event(event, shared, documents) for event in points),
    ]


def lanes(states: Iterable[State], documents: Documents) -> list[Row]:
    """Relations of many people, those of the same people on one line for each kind; the earliest people first."""
    bars = [state for state in sorted(states, key=_start) if state.status.is_real and meaning(state.type) != "parting"]
    casts: dict[tuple[str, ...], int] = {}
    for state in bars:
        casts.setdefault(_cast(state), len(casts))
    bars.sort(key=lambda state: (casts[_cast(state)], state.type not in _EARLY, state.type, state.stint))
    rows = (of_state(state, {member.id for member in state.people}, documents) for state in bars)
    return [_on_lane(row, state) for row, state in zip(rows, bars, strict=True) if row.low or row.high or row.first]


def _on_lane(row: Row, state: State) -> Row:
    names = " and ".join(member.name for member in state.people)
    label = visible(f"{names} · {state.type.replace('_', ' ')}")
    return replace(row, label=label, lane=f"{state.type} {_cast(state)}")


def _cast(state: State) -> tuple[str, ...]:
    return tuple(member.id for member in state.people)


def pieces(row: Row, fade: timedelta) -> dict[str, date]:
    """Where each piece of a row begins and ends; an open end fades within `fade`.

    `from`, `to`: what is sure. `in_from`, `in_to`, `out_from`, `out_to`: the days on which it may have begun or ended.
    `span_from`, `span_to`: days of which one is the day. A piece ends where the next day begins.
    """
    if row.first is None or row.last is None:
        return _unsure(row, fade)
    days = {"from": row.first, "to": moved(row.last, _DAY)}
    if not row.is_state and row.low and row.high and row.low < row.first < row.high:
        return days | {"span_from": row.low, "span_to": moved(row.high, _DAY)}
    low, high = row.low or moved(row.first, -fade), row.high or moved(row.last, fade)
    return days | _piece("in", low, row.first) | _piece("out", row.last, high)


def _unsure(row: Row, fade: timedelta) -> dict[str, date]:
    if row.low and row.high:
        return {"span_from": row.low, "span_to": moved(row.high, _DAY)}
    if row.low:
        return _piece("out", row.low, moved(row.low, fade))
    return _piece("in", moved(row.high, -fade), row.high) if row.high else {}


def _piece(name: str, start: date, end: date) -> dict[str, date]:
    return {f"{name}_from": start, f"{name}_to": end} if start < end else {}


def moved(day: date, length: timedelta) -> date:
    """The day so much later, within the calendar."""
    return date.fromordinal(min(max(day.toordinal() + length.days, 1), date.max.toordinal()))


def _of_event(event: Event, shared: set[str], documents: Documents) -> Row:
    when, bounds = event.when or Interval(), event.bounds
    # told by one bound: the day stands there; told by two: between them; not told: nowhere
    day = (
        when.earliest + (when.latest - when.earliest) / 2
        if when.earliest and when.latest
        else when.earliest or when.latest
    )
    return Row(
        label=_label(event.type, event.people, shared),
        told=_told(dated(event), event.status),
        type=event.type,
        status=event.status,
        low=when.earliest or bounds.earliest,
        first=day,
        last=day,
        high=when.latest or bounds.latest,
        proof=_proof(event.claims, documents),
    )


def of_state(state: State, shared: set[str], documents: Documents) -> Row:
    begun = min((day for day in (state.start.latest, *(when.latest for when in state.attested)) if day), default=None)
    seen = (when.earliest for when in state.attested if not _is_over(state, when))
    held = max((day for day in (state.end.earliest, *seen) if day), default=None)
    first, last = _within(begun or held, state), _within(held or begun, state)
    sure = first is not None and last is not None and first <= last
    return Row(
        label=_label(state.type, state.people, shared) + f" ({state.stint})" * (state.stint > 1),
        told=_told(stretch(state.start.days, state.end.days), state.status),
        type=state.type,
        status=state.status,
        low=state.start.earliest,
        first=first if sure else None,
        last=last if sure else None,
        high=state.end.latest,
        is_state=True,
        proof=_proof(state.claims, documents),
    )


def _is_over(state: State, when: Interval) -> bool:
    """Whether a source speaks of it on the last possible day or later: it may well tell of the end."""
    end = state.end.latest if state.end.basis is Basis.STATED else None
    return bool(end and when.earliest and when.earliest >= end)


def _within(day: date | None, state: State) -> date | None:
    """A day moved into the bounds of a state, which outweigh a source that speaks of it later."""
    if day and state.start.earliest:
        day = max(day, state.start.earliest)
    return min(day, state.end.latest) if day and state.end.latest else day


def _label(type: str, people: tuple[Member, ...], shared: set[str]) -> str:
    """What happened, and with whom, beside the people whom the whole picture is about."""
    others = ", ".join(member.name for member in people if member.id not in shared)
    return visible(" · ".join(filter(None, (type.replace("_", " "), others))))


def _told(when: str, status: Status) -> str:
    return when if status is Status.ASSERTED else f"{when} · {status.value}"


def _proof(claims: tuple[Claim, ...], documents: Documents) -> str:
    told = ((claim.evidence.quote, documents.get(claim.document)) for claim in claims)
    quotes = [f"“{quote}” {cited(document) if document else ''}" for quote, document in told]
    return visible(" — ".join(quotes)) or "inferred"


def _start(state: State) -> tuple[date, str]:
    start, end = state.start, state.end
    return start.earliest or start.latest or end.earliest or end.latest or date.max, state.id
