"""A timeline laid out for asking: whose events, states and ties there are, and on which days a relation held."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from functools import cached_property
from typing import TypeVar

from kg.dates.interval import Certainty, Interval
from kg.nlp import names
from kg.ontology.schema import Ontology
from kg.query.calendar import Calendar, event_time
from kg.query.people import Names
from kg.query.span import Span
from kg.query.words import Lexicon
from kg.records import Basis, Claim, Document, Event, Kin, State, Status, Timeline
from kg.store.derived import Rows

# Documents about more people than this are about no one couple.
_FEW = 200
Told = TypeVar("Told", Event, State, Kin)


# A beginning known no better tells too little of how long it held.
_FEW_YEARS = 1096


def in_order(ids: tuple[str, ...], first: Sequence[str]) -> tuple[str, ...]:
    """The ids with those of `first` before the others, in its order."""
    return tuple(sorted(ids, key=lambda id: first.index(id) if id in first else len(first)))


def is_dated(event: Event) -> bool:
    """Whether sources tell its day, or bounds from other facts are nearly as good (within three years)."""
    if event.when and (event.when.earliest or event.when.latest):
        return True
    days = (event_time(event) or Interval()).days
    return days is not None and days <= 1096


def event_order(event: Event) -> tuple[int, str]:
    """Sorts events by the middle of their days, or the bound that is known; the undated last."""
    when = event_time(event)
    bounds = [bound.toordinal() for bound in (when.earliest, when.latest) if bound] if when else []
    return (sum(bounds) // len(bounds) if bounds else date.max.toordinal(), event.id)


class Facts:
    """A timeline with its ontology, indexed by person."""

    def __init__(self, timeline: Timeline, ontology: Ontology) -> None:
        self.timeline = timeline
        self.ontology = ontology
        self.lexicon = Lexicon(ontology)
        self.names = Names(timeline.people)
        self.people = self.names.people
        self._types = {name: place for place, name in enumerate(ontology.events)}
        self._events = _by_person(timeline.events)
        self._states = _by_person(timeline.states)
        self._kin = _by_person(timeline.kin)
        self._calendars: dict[tuple[str, Status | None], Calendar] = {}

    @cached_property
    def newest(self) -> date | None:
        """The day of the newest document."""
        days = [document.published for document in self.timeline.documents if document.published]
        return max(days, default=None)

    @cached_property
    def _by_type(self) -> dict[str, list[Event]]:
        found: dict[str, list[Event]] = {}
        for event in self.timeline.events:
            found.setdefault(event.type, []).append(event)
        return found

    def anybody(self, type: str, at: Interval | None = None, *, status: Status | None = None) -> Sequence[Event]:
        """The events of a type, whosever they are, in order of time; `at` keeps those that may lie in those days."""
        if (type, status) not in self._calendars:
            events = self.timeline.events
            pool = events.of_type(type) if isinstance(events, Rows) else self._by_type.get(type, [])
            found = [each for each in pool if (each.status is status if status else each.status.is_real)]
            self._calendars[type, status] = Calendar(sorted(found, key=self.order))
        calendar = self._calendars[type, status]
        return calendar.events if at is None else calendar.within(at)

    @cached_property
    def _published(self) -> dict[str, date | None]:
        return {document.id: document.published for document in self.timeline.documents}

    @cached_property
    def _documents(self) -> dict[str, Document]:
        return {document.id: document for document in self.timeline.documents}

    def document(self, id: str) -> Document | None:
        """The document of an id."""
        return self._documents.get(id)

    @cached_property
    def couple(self) -> tuple[str, str] | None:
        """The two people whom by far most claims are about: whom "they" means when nobody was named before."""
        if len(self.people) > _FEW:
            return None
        told: dict[tuple[str, ...], int] = {}
        records: list[Event | State] = [*self.timeline.events, *self.timeline.states]
        for each in records:
            ids = tuple(sorted(member.id for member in each.people))
            if len(ids) == 2 and not _is_work(each):
                told[ids] = told.get(ids, 0) + len(each.claims) + 1
        ranked = sorted(told.items(), key=lambda item: (-item[1], item[0]))
        if not ranked or (len(ranked) > 1 and ranked[0][1] < 2 * ranked[1][1]):
            return None
        first, second = ranked[0][0]
        return first, second

    def events(self, people: Iterable[str], type: str = "", *, status: Status | None = None) -> list[Event]:
        """The events of all of `people` together, in order of time; of the real timeline unless `status` is given."""
        ids = list(people)
        if not ids:
            return list(self.anybody(type, status=status))
        pool = self._events.get(ids[0], [])
        wanted = [
            each
            for each in pool
            if (not type or each.type == type)
            and (each.status is status if status else each.status.is_real)
            and set(ids) <= {member.id for member in each.people}
        ]
        return sorted(wanted, key=self.order)

    def order(self, event: Event) -> tuple[int, int, str]:
        """Sorts events by time, those of one day as the ontology lists them, the undated last."""
        middle, id = event_order(event)
        return middle, self._types[event.type], id

    def select(
        self, people: Iterable[str], *, type: str = "", within: Interval | None = None, real: bool = True
    ) -> list[Event]:
        """Events of all of `people` in order of time; an undated one lies within no days."""
        ids = list(people)
        pool = self._events.get(ids[0], []) if ids else self.timeline.events
        found = [
            each
            for each in pool
            if set(ids) <= {member.id for member in each.people} and (each.status.is_real or not real)
        ]
        found = [each for each in found if not type or each.type == type]
        if within:
            found = [each for each in found if (when := event_time(each)) and when & within]
        return sorted(found, key=self.order)

    def share(self, one: str, other: str) -> bool:
        """Whether an event, a state or a tie tells of both people."""
        pools = (self._events, self._states, self._kin)
        return any(other == member.id for pool in pools for each in pool.get(one, []) for member in each.people)

    def are_couple(self, one: str, other: str) -> bool:
        """Whether an event or a state tells of the two as equals and of nobody else, and not only of their work."""
        pair = {one, other}
        records: list[Event | State] = [*self._events.get(one, []), *self._states.get(one, [])]
        return any({member.id for member in each.people} == pair and not _is_work(each) for each in records)

    def spans(self, people: Iterable[str], types: Sequence[str]) -> list[Span]:
        """The states of all of `people`, in order of time; an event that opens a state nobody tells counts as one."""
        ids = list(people)
        found = [self.span(state, ids) for state in self.states(ids) if state.type in types and state.status.is_real]
        known = {(span.type, frozenset(span.people)) for span in found}
        for type in types:
            openers = [name for name, event in self.ontology.events.items() if type in event.opens]
            for event in (each for name in openers for each in self.events(ids, name)):
                if (type, frozenset(member.id for member in event.people)) not in known:
                    found.append(self._opened(event, type))
        return sorted(found, key=lambda span: (span.order, span.people))

    def states(self, people: Iterable[str]) -> list[State]:
        """The states of all of `people`, of every status."""
        ids = list(people)
        pool = self._states.get(ids[0], []) if ids else self.timeline.states
        return [state for state in pool if set(ids) <= {member.id for member in state.people}]

    def span(self, state: State, first: Sequence[str] = ()) -> Span:
        """A state as the days on which it held; people of `first` come first."""
        ids = in_order(tuple(member.id for member in state.people), first)
        start, death = state.start.days, self._death(ids)
        end = state.end.days or death
        is_limit = state.end.basis is not Basis.STATED and bool(death and end and end.latest == death.latest)
        said = [
            claim.when for claim in state.claims if claim.kind == "state" and claim.type == state.type and claim.when
        ]
        attested = tuple(dict.fromkeys((*state.attested, *said)))
        if end and end.latest is None:  # held on that day, and nothing tells of an end, or one on an unknown day
            attested = (*attested, Interval(end.earliest, end.earliest)) if end.earliest and attested else attested
            end = Interval(end.earliest, self.newest) if self._is_closed(ids, state.type) else None
        told = state.start.basis is Basis.STATED or state.start.earliest is not None
        rivals = tuple(rival.when for rival in state.rivals)
        if rivals and end and end.latest:  # what others say of later days stands in `rivals`
            attested = tuple(when for when in attested if when.earliest is None or when.earliest <= end.latest)
        until_death = is_limit and start is not None and self._lasts(state.type, ids, start)
        return Span(state.type, ids, start, end, attested, state.status, state.claims, told, rivals, until_death)

    def left(self, id: str, spans: Sequence[Span]) -> list[Span]:
        """Those of whom, beside marriages that are told, no more is told than that they are divorced."""
        known = {other for span in spans for other in span.people}
        return [span for span in self.spans([id], ["divorced"]) if set(span.people) - known - {id}]

    def _is_closed(self, ids: tuple[str, ...], type: str) -> bool:
        """Whether an event that ends such a state is told, and none that begins it again."""
        types = self.ontology.events
        closers = [event for event in self.events(ids) if type in types[event.type].closes]
        openers = [event for event in self.events(ids) if type in types[event.type].opens]
        return len(closers) > 0 and len(closers) >= len(openers)

    def _lasts(self, type: str, ids: tuple[str, ...], start: Interval) -> bool:
        """Whether a state that only a death limits is taken to have lasted until then.

        So is a marriage that began within a few years, unless one of them is told to have married somebody else since.
        """
        formal = {name for each in self.ontology.states.values() if each.past != each.name for name in (each.past,)}
        lasting = {each.name for each in self.ontology.states.values() if each.past in formal and each.past} | formal
        if type not in lasting or not start.days or start.days > _FEW_YEARS:
            return False
        events = [event for id in ids for event in self.events([id]) if type in self.ontology.events[event.type].opens]
        others = [when for each in events if set(ids) != _ids(each) and (when := event_time(each))]
        states = [
            each for id in ids for each in self._states.get(id, []) if each.type == type and set(ids) != _ids(each)
        ]
        others += [when for each in states if each.status.is_real and (when := each.start.days)]
        return not any(when.after(start) is Certainty.CERTAIN for when in others)

    def _opened(self, event: Event, type: str) -> Span:
        ids = tuple(member.id for member in event.people)
        start, end = event_time(event), self._closing(event, ids, type) or self._death(ids)
        return Span(type, ids, start, end, (), event.status, event.claims)

    def _closing(self, opener: Event, ids: tuple[str, ...], type: str) -> Interval | None:
        """When the first event after `opener` that closes a state of that type was."""
        closers = [name for name, event in self.ontology.events.items() if type in event.closes]
        after = [each for name in closers for each in self.events(ids, name) if event_order(each) > event_order(opener)]
        return event_time(min(after, key=event_order)) if after else None

    def _death(self, ids: tuple[str, ...]) -> Interval | None:
        """The first death of one of them."""
        deaths = [when for id in ids if (when := self.died(id))]
        return min(deaths, key=lambda when: when.latest or date.max, default=None)

    def outlasts(self, span: Span, day: Interval) -> bool:
        """Whether the two of a relation both lived until the first of these days, or longer."""
        death = self.ended_by_death(span)
        return bool(death and death.earliest and day.earliest and day.earliest <= death.earliest)

    def ended_by_death(self, span: Span) -> Interval | None:
        """The first death of the two of a relation."""
        return self._death(span.people)

    def told_on(self, claims: Iterable[Claim]) -> date:
        """When the newest of the claims was published; the first day there is where none has a date."""
        return max((self._published.get(claim.document) or date.min for claim in claims), default=date.min)

    def published_on(self, claim: Claim) -> date | None:
        """When the source of a claim was published."""
        return self._published.get(claim.document)

    def died(self, id: str) -> Interval | None:
        """When somebody died, if told."""
        deaths = [event_time(event) for event in self.events([id], "died")]
        widowed = [each for each in self.events([id], "widowed") if ("deceased", id) in _roles(each)]
        return next((when for when in (*deaths, *map(event_time, widowed)) if when), None)

    def births(self, id: str) -> list[Event]:
        """The events that tell somebody's birth: their own, or their parents' child."""
        own = self.events([id], "born")
        return own + [each for each in self.events([id], "child_born") if ("child", id) in _roles(each)]

    def heads(self, ids: Iterable[str]) -> int:
        """How many happenings one record of these people tells: two at least where "husbands of Ada" took part."""
        unnamed = [self.people[id].name.split(" of ")[0].split(" ") for id in ids if self.people[id].unnamed]
        plural = [words for words in unnamed if self.lexicon.is_plural(words[-1])]
        return 2 if plural else 1

    def gender(self, id: str) -> str:
        """What is known or suggested of somebody's gender: "female", "male" or ""."""
        person = self.people[id]
        if person.unnamed and not person.gender:  # "three daughters of Ada"
            nouns = map(self.lexicon.relation, person.name.lower().split())
            return next((noun.gender for noun in nouns if noun and noun.gender), "")
        name = names.parse(person.name)
        return person.gender or names.title_gender(name) or names.given_gender(name)

    def kin(self, id: str, tie: str) -> list[tuple[str, tuple[Claim, ...]]]:
        """The parents, children or siblings of somebody, each with the claims that say so, by name."""
        found: dict[str, tuple[Claim, ...]] = {}
        for each in self._kin.get(id, []):
            for other in _tied(each, id, tie):
                found[other] = found.get(other, ()) + each.claims
        for event in self._events.get(id, []):
            if self.ontology.events[event.type].parent and event.status.is_real:
                for other in _born(event, id, tie):
                    found.setdefault(other, event.claims)
        if tie == "sibling":
            found |= {other: claims for other, claims in self._half(id).items() if other not in found}
        found = self._each_once(found) if tie != "parent" else found
        return sorted(found.items(), key=lambda item: (self._age(item[0]), self.people[item[0]].name, item[0]))

    def _each_once(self, found: Mapping[str, tuple[Claim, ...]]) -> dict[str, tuple[Claim, ...]]:
        """Of one family two who are only called Ada, or Ada and Ada Roe, are one, births permitting."""
        kept: dict[str, tuple[Claim, ...]] = {}
        for id in sorted(found, key=lambda id: (" " not in self.people[id].name, id)):
            name = self.people[id].name
            same = [each for each in kept if " " not in name and self.people[each].name.split(" ")[0] == name]
            same = [each for each in same if self._may_be_born_together(each, id)]
            if len(same) == 1 and not self.people[id].unnamed:
                kept[same[0]] += found[id]
            else:
                kept[id] = found[id]
        return kept

    def _may_be_born_together(self, one: str, other: str) -> bool:
        first, second = (
            next((when for event in self.births(id) if (when := event_time(event))), None) for id in (one, other)
        )
        return not (first and second) or first & second is not None

    def _half(self, id: str) -> dict[str, tuple[Claim, ...]]:
        """The other children of somebody's parents."""
        children = (
            (child, claims) for parent, _ in self.kin(id, "parent") for child, claims in self.kin(parent, "child")
        )
        return {child: claims for child, claims in children if child != id}

    def _age(self, id: str) -> date:
        when = next((when for event in self.births(id) if (when := event_time(event))), None)
        return (when.earliest or when.latest or date.max) if when else date.max


def _ids(record: Event | State) -> set[str]:
    return {member.id for member in record.people}


def _by_person(records: Iterable[Told]) -> "Rows[Told] | dict[str, list[Told]]":
    """The records by the ids of their people; those of a store are looked up there."""
    if isinstance(records, Rows):
        return records
    found: dict[str, list[Told]] = {}
    for each in records:
        for id in dict.fromkeys(member.id for member in each.people):
            found.setdefault(id, []).append(each)
    return found


def _roles(event: Event) -> set[tuple[str, str]]:
    return {(member.role, member.id) for member in event.people}


def _tied(kin: Kin, id: str, tie: str) -> list[str]:
    """Who stands to `id` in the tie, by one record."""
    ids = [member.id for member in kin.people]
    if kin.type == "sibling_of":
        return [each for each in ids if each != id] if tie == "sibling" else []
    parent, child = ids[0], ids[-1]
    if tie == "child":
        return [child] if parent == id else []
    return [parent] if tie == "parent" and child == id else []


def _born(event: Event, id: str, tie: str) -> list[str]:
    """The same by the birth or adoption of a child."""
    parents = [member.id for member in event.people if member.role == "parent"]
    children = [member.id for member in event.people if member.role == "child"]
    if tie == "child":
        return children if id in parents else []
    return parents if tie == "parent" and id in children else []


def _is_work(record: Event | State) -> bool:
    """Whether its people only have a part in something together, as those who work together do."""
    return any(member.role == "participant" for member in record.people)
