"""What holds when: numbered stints of each relation of a couple, with four bounds each.

A stint begins with an event that opens its state, or is known only from being told of. It ends with an event that
closes the state, at the latest with a death or with the end of a state that implied it, and never because something
newer began: another wedding is only a hint that the marriage before it had ended.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from kg.dates.interval import Interval
from kg.ontology.schema import Ontology
from kg.records import Basis, Bound, Event, Member, Person, Rival, State, Status, content_id
from kg.resolve.events import ends, point
from kg.resolve.told import Told

Couple = tuple[str, ...]


@dataclass(slots=True)
class Stint:
    """One time of a relation while it is put together."""

    opener: Event | None = None
    closer: Event | None = None
    followed: Event | None = None  # the next beginning, where no end is told
    told: list[Told] = field(default_factory=list)


def states(
    events: Iterable[Event], tellings: Mapping[Couple, Sequence[Told]], people: Mapping[str, Person], ontology: Ontology
) -> list[State]:
    """The states of every couple, from real events and real state claims."""
    by_couple: dict[Couple, list[Event]] = defaultdict(list)
    deaths: dict[str, Event] = {}
    weddings: dict[str, list[Event]] = defaultdict(list)
    for event in (event for event in events if event.status.is_real):
        if len(event.people) == 2:
            by_couple[tuple(sorted(member.id for member in event.people))].append(event)
        if event.type == "died":
            deaths[event.people[0].id] = event
        if event.type == "married":
            for member in event.people:
                weddings[member.id].append(event)
    out = []
    for couple in sorted({*by_couple, *tellings}):
        mine = _Couple(couple, by_couple.get(couple, []), tellings.get(couple, ()), people, ontology)
        mine.deaths = [deaths[person] for person in couple if person in deaths]
        mine.other_weddings = [each for person in couple for each in weddings[person] if set(couple) != _ids(each)]
        out += [state for type in ontology.states for state in mine.stints_of(type)]
    return out


class _Couple:
    """All that is told of two people, from which the stints of each state are made."""

    def __init__(
        self, ids: Couple, events: list[Event], told: Sequence[Told], people: Mapping[str, Person], ontology: Ontology
    ) -> None:
        self.ids, self.events, self.told, self.people, self.ontology = ids, events, told, people, ontology
        self.deaths: list[Event] = []
        self.other_weddings: list[Event] = []

    def stints_of(self, type: str) -> list[State]:
        told = [each for each in self.told if each.type == type]
        stints = _stints(self._in_order(type), type, self.ontology)
        _place(told, stints, self._closers(type))
        return [self._state(type, number, stint) for number, stint in enumerate(stints, 1)]

    def _in_order(self, type: str) -> list[Event]:
        """Events that open or close the state; an undated opening goes first, an undated end last.

        An opening "by March" goes before an end in March: it is known to come no later.
        """
        order = list(self.ontology.events)
        kinds = self.ontology.events
        found = [event for event in self.events if type in (*kinds[event.type].opens, *kinds[event.type].closes)]
        ended = [when for event in found if type in kinds[event.type].closes and (when := _when(event)) and when.latest]

        def key(event: Event) -> tuple[int, int, str]:
            when = _when(event)
            is_opening = type in kinds[event.type].opens
            if when is None:
                return (-1 if is_opening else 10**7, order.index(event.type), event.id)
            by = [end for end in ended if when.latest == end.latest] if is_opening and when.earliest is None else []
            return (min(map(point, (when, *by))), order.index(event.type), event.id)

        return sorted(found, key=key)

    def _closers(self, type: str) -> list[Event]:
        return [event for event in self._in_order(type) if type in self.ontology.events[event.type].closes]

    def _state(self, type: str, number: int, stint: Stint) -> State:
        claims = {told.claim.id: told.claim for told in stint.told}
        for event in filter(None, (stint.opener, stint.closer)):
            claims |= {claim.id: claim for claim in event.claims}
        statuses = [told.claim.status for told in stint.told] + ([stint.opener.status] if stint.opener else [])
        attested = {told.claim.when for told in stint.told if told.claim.when and not told.claim.end}
        stint.told, others = _accounts(stint.told)
        start = _start(stint)
        return State(
            id=content_id("state", type, *self.ids, number),
            type=type,
            people=_members(self.ids, self.people),
            stint=number,
            start=start,
            end=self._end(type, stint, start),
            attested=tuple(sorted(attested, key=lambda when: (point(when), when.edtf))),
            rivals=_rivals(others),
            status=min(statuses, key=list(Status).index),
            claims=tuple(claims[each] for each in sorted(claims)),
        )

    def _end(self, type: str, stint: Stint, start: Bound) -> Bound:
        earliest = max(filter(None, (_last(stint.told), start.earliest)), default=None)
        told = [each.claim.end for each in stint.told if each.claim.end]
        when = _when(stint.closer) if stint.closer else None
        over = _together(told) if told else None
        is_undated = stint.closer is not None and stint.closer.when is None  # "was married until 2017", and divorced
        if stint.closer and when and not (is_undated and over and when & over):
            return _set_by(stint.closer, when.earliest or earliest, when.latest)
        if when := over:
            return _bound(when.earliest or earliest, when.latest, Basis.STATED, f"ended {when.edtf}")
        if stint.closer:
            return _bound(earliest, None, Basis.INFERRED, f"{_why(stint.closer)}, day unknown")
        if anew := self._anew(type, start):
            when = _when(anew) or Interval()
            return _set_by(anew, when.earliest, when.latest)
        limits = [*self._limits(type, start, stint.told), *([stint.followed] if stint.followed else []), *self.deaths]
        dated = [(when.latest, event) for event in limits if (when := _when(event)) and when.latest]
        if dated:
            latest, event = min(dated, key=lambda each: (each[0], each[1].id))
            return _bound(earliest, latest, Basis.INFERRED, f"at the latest: {_why(event)}")
        return Bound(earliest=earliest, why=self._hint(type, start))

    def _anew(self, type: str, start: Bound) -> Event | None:
        """What surely began after it that it is left of: who marry again are divorced no more."""
        over = {name for name, state in self.ontology.states.items() if state.past == type != name}
        opened = (event for event in self.events if over & set(self.ontology.events[event.type].opens))
        dated = [(when.earliest, event) for event in opened if (when := _when(event)) and when.earliest]
        later = [(day, event) for day, event in dated if start.latest and day > start.latest]
        return min(later, key=lambda each: (each[0], each[1].id))[1] if later else None

    def _limits(self, type: str, start: Bound, told: Sequence[Told]) -> list[Event]:
        """Ends of states that imply this one: after a divorce nobody is together, whenever they parted."""
        implying = {
            name
            for name, state in self.ontology.states.items()
            if type in state.implies and state.past not in (None, name)
        }
        found = [event for event in self.events if implying & set(self.ontology.events[event.type].closes)]
        found = [event for event in found if ends(self.ontology.events[event.type], self.ontology)]
        held = max(filter(None, (start.earliest, _last(told))), default=None)  # "divorced in 2018, and dating again"
        return [event for event in found if (when := _when(event)) and _not_before(when, held)]

    def _hint(self, type: str, start: Bound) -> str:
        if type != "married":
            return ""
        later = [event for event in self.other_weddings if (when := _when(event)) and _not_before(when, start.earliest)]
        later = [event for event in later if start.earliest or start.latest]
        first = min(later, key=lambda event: (point(_when(event) or Interval()), event.id), default=None)
        return f"possibly by then: {_why(first)}" if first else ""


# stints


def _stints(events: Sequence[Event], type: str, ontology: Ontology) -> list[Stint]:
    stints: list[Stint] = []
    for event in events:
        open_one = stints[-1] if stints and stints[-1].closer is None else None
        if type in ontology.events[event.type].opens:
            if open_one:
                open_one.followed = event
            stints.append(Stint(opener=event))
        elif open_one:
            open_one.closer = event
    return stints


def _place(told: Sequence[Told], stints: list[Stint], closers: Sequence[Event]) -> None:
    """Each telling goes to the last stint that had begun by then; without any stint, to one that begins unseen."""
    if told and not stints:
        stints.append(Stint(closer=next(iter(closers), None)))
    for each in sorted(told, key=lambda each: each.claim.id):
        when = each.claim.start or each.claim.when or each.claim.end
        begun = [stint for stint in stints if when is None or not (opened := _opened(stint)) or opened <= point(when)]
        (begun or stints)[-1 if begun and when else 0].told.append(each)


def _opened(stint: Stint) -> int:
    when = _when(stint.opener) if stint.opener else None
    return point(when) if when else 0


# accounts


def _accounts(told: Sequence[Told]) -> tuple[list[Told], list[Told]]:
    """What one part of the documents tells, and what the others do, who have it hold when for these it was over.

    The part of more documents is believed, or where both are as many, the one that has it over.
    """
    over = _first_end(told)
    late = {each.claim.document for each in told if over and (day := _held(each)) and day > over}
    early = {each.claim.document for each in told if each.claim.end} - late
    if not late or not early:  # no disagreement, or one document that says both
        return list(told), []
    rivals = late if len(late) <= len(early) else early
    main = [each for each in told if each.claim.document not in rivals]
    return main, [each for each in told if each.claim.document in rivals]


def _first_end(told: Sequence[Told]) -> date | None:
    return min((each.claim.end.latest for each in told if each.claim.end and each.claim.end.latest), default=None)


def _last(told: Sequence[Told]) -> date | None:
    """The last day on which it is said to have held."""
    return max(filter(None, map(_held, told)), default=None)


def _rivals(told: Sequence[Told]) -> tuple[Rival, ...]:
    """The end as these tell it: after the last day on which it held, by the first on which it was over."""
    documents = tuple(sorted({each.claim.document for each in told}))
    held, over = _last(told), [each.claim.end for each in told if each.claim.end]
    latest = min((end.latest for end in over if end.latest and not (held and end.latest < held)), default=None)
    return (Rival(when=Interval(held, latest), documents=documents),) if held or latest else ()


# bounds


def _start(stint: Stint) -> Bound:
    held = [told.claim.when for told in stint.told if told.claim.when and told.claim.when.latest and not told.claim.end]
    by = min((when.latest for when in held if when.latest), default=None)
    when = _when(stint.opener) if stint.opener else None
    if stint.opener and when and (when.earliest or when.latest):
        return _set_by(stint.opener, when.earliest, when.latest or by)
    return Bound(latest=by, why=f"held on {by}" if by else "")


def _set_by(event: Event, earliest: date | None, latest: date | None) -> Bound:
    """The end of a state that an event sets."""
    bound = _bound(earliest, latest, event.basis, _why(event))
    return bound.model_copy(update={"approximate": bool(event.when and event.when.approximate)})


def _bound(earliest: date | None, latest: date | None, basis: Basis, why: str) -> Bound:
    if earliest and latest and earliest > latest:
        earliest = None
    return Bound(earliest=earliest, latest=latest, basis=basis, why=why)


def _held(told: Told) -> date | None:
    """A day on which it is said to have held."""
    return told.claim.when.earliest if told.claim.when and not told.claim.end else None


def _when(event: Event) -> Interval | None:
    """The tightened day, or the stated one where there are no bounds."""
    return event.bounds.days or event.when


def _together(told: Sequence[Interval]) -> Interval:
    """What all say, or the first that was told where they disagree."""
    ordered = sorted(told, key=lambda when: (when.days or 10**7, when.edtf))
    found = ordered[0]
    for when in ordered[1:]:
        found = found & when or found
    return found


def _not_before(when: Interval, day: date | None) -> bool:
    return not (day and when.latest and when.latest < day)


def _why(event: Event) -> str:
    names = " and ".join(member.name for member in event.people)
    return f"{event.type} {event.when.edtf if event.when else ''}".strip() + f" ({names})"


def _members(ids: Couple, people: Mapping[str, Person]) -> tuple[Member, ...]:
    members = [Member(id=each, name=people[each].name, role="partner") for each in ids]
    return tuple(sorted(members, key=lambda member: (member.name, member.id)))


def _ids(event: Event) -> set[str]:
    return {member.id for member in event.people}
