"""Keeps the timeline that is laid down in a store up to date: only what a change touches is derived again.

Who is who is decided again for those who share something with the people of changed documents by which one could be
taken for the other. Facts are derived from the claims about the people whom the change touches and about those around
them, and take the place of all that was told of them.
"""

import gc
from collections.abc import Collection, Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace

from kg.build.crowd import Crowd
from kg.build.current import stamp_of
from kg.build.outlines import Outlines
from kg.build.people import all_people, some_people
from kg.ontology.schema import Ontology
from kg.records import Claim, Conflict, Event, Judgement, Kin, Person, State, Timeline
from kg.resolve.judgements import on_readings, standing
from kg.resolve.timeline import Heard, facts, in_time
from kg.resolve.touched import about, around, judged_people, people_of
from kg.store import Store
from kg.store.derived import Derived, Fact, Update

# steps from the people of a changed claim to those whose facts may change: a wedding hints at the end of another
TOUCHED = 1
# steps on to the people whose claims such facts may hang on: the lives of partners of partners
NEEDED = 4
_TRIES = 3


def refresh(store: Store, ontology: Ontology) -> bool:
    """Brings the timeline laid down in a store up to date; False where others write all the time.

    It equals, byte for byte, what is derived from everything at once. Raises StoreError where nothing can be written.
    """
    derived, stamp = Derived(store), stamp_of(ontology)
    for _ in range(_TRIES):
        if derived.is_current(stamp):
            return True
        version = store.version
        with store.snapshot(), _uncollected():
            judgements = standing(store.judgements())
            judged = _changed(derived.judgements, judgements)
            is_kept = derived.stamp == stamp and not any(_is_anywhere(each) for each in judged)
            told = Outlines(store, derived if is_kept else None, judgements)
            update = _some(told, derived, judged, ontology) if is_kept else _all(told, ontology)
        if derived.lay(update, stamp=stamp, judgements=judgements, version=version):
            return True
    return False


def _all(told: Outlines, ontology: Ontology) -> Update:
    """All that a store tells, in the place of whatever is laid down."""
    resolved = all_people(told)
    outlines = told.taken()
    people = list(resolved.people.values())
    who = {source: person.id for person in people for source in person.sources}
    heard = told.heard(told.changed, people, who)
    found = list(_facts(facts(heard, ontology), heard, ontology))
    return Update(people, resolved.blocks, found, outlines, told.places, gone=None, about=None)


def _some(told: Outlines, derived: Derived, judged: Sequence[Judgement], ontology: Ontology) -> Update:
    """What takes the place of what is laid down: all that concerns those whom a change touches."""
    meant = _meant(judged, derived)
    resolved = some_people(told, derived, meant)
    crowd = Crowd(told, derived, resolved)
    before = resolved.before
    people = [each for id, each in sorted(resolved.people.items()) if before.get(id) != each]
    gone = before.keys() - resolved.people.keys()
    mentioned = derived.people_in(told.changed) - gone | crowd.people_in(told.changed)
    ids = around(mentioned | (meant - gone) | {each.id for each in people}, crowd.near, TOUCHED) | gone
    needed = around(ids - gone, crowd.near, NEEDED)
    some = _heard(told, crowd, needed)
    mine = [fact for fact in _facts(facts(some, ontology), some, ontology) if not fact.people.isdisjoint(ids)]
    return Update(people, resolved.blocks, mine, told.taken(), told.places, gone=gone, about=ids)


def _heard(told: Outlines, crowd: Crowd, people: Collection[str]) -> Heard:
    """What is told of some people, alone or with others."""
    documents = crowd.documents(people)
    who = {source: id for document in documents for source, id in crowd.who(document).items()}
    heard = told.heard(documents, [crowd.person(id) for id in sorted({*people, *who.values()})], who)
    return replace(heard, readings=about(heard.readings, people, who))


def _is_anywhere(judgement: Judgement) -> bool:
    """Whether it may be on something that any document says."""
    return not judgement.document and (bool(on_readings([judgement])) or not judgement.names)


def _meant(judged: Iterable[Judgement], derived: Derived) -> set[str]:
    """Whom judgements name that are not on one place of a document."""
    loose = [each for each in judged if each.names and not (each.document and each.quote)]
    return judged_people(loose, map(Person.model_validate_json, derived.people().values())) if loose else set()


@contextmanager
def _uncollected() -> Iterator[None]:
    """Without looks for cycles of references: nothing here makes any, and each look goes through a million records."""
    was_enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_enabled:
            gc.enable()


def _changed(before: Iterable[Judgement], now: Iterable[Judgement]) -> list[Judgement]:
    one, other = ({each.model_dump_json(): each for each in judgements} for judgements in (before, now))
    return [(one | other)[key] for key in sorted(one.keys() ^ other.keys())]


def _facts(timeline: Timeline, told: Heard, ontology: Ontology) -> Iterator[Fact]:
    """The facts of a timeline with whom they are about, and the place that each has among its kind."""
    states = list(ontology.states)
    events = {event.id: event for event in timeline.events}
    claims = {claim.id: claim for reading in told.readings for claim in reading.claims} if timeline.conflicts else {}
    for event in timeline.events:
        yield Fact("events", _place(in_time(event, ontology)), event.id, event.type, event, _ids(event))
    for state in timeline.states:
        place = _place((*sorted(_ids(state)), states.index(state.type), state.stint))
        yield Fact("states", place, state.id, state.type, state, _ids(state))
    for tie in timeline.kin:
        ids = [member.id for member in tie.people]
        place = _place((tie.type, *(sorted(ids) if tie.type == "sibling_of" else ids)))
        yield Fact("kin", place, tie.id, tie.type, tie, _ids(tie))
    for conflict in timeline.conflicts:
        yield Fact("conflicts", conflict.id, conflict.id, "", conflict, _concerned(conflict, events, claims, told))


def _concerned(conflict: Conflict, events: dict[str, Event], claims: dict[str, Claim], told: Heard) -> frozenset[str]:
    people = {id for event in conflict.events if event in events for id in _ids(events[event])}
    return frozenset(people | {id for claim in conflict.claims for id in people_of(claims[claim], told.who)})


def _ids(record: Event | State | Kin) -> frozenset[str]:
    return frozenset(member.id for member in record.people)


def _place(key: Iterable[object]) -> str:
    """A sort key as text that sorts likewise: days and ids as they are, numbers with as many digits each."""
    return " ".join(f"{part:06}" if isinstance(part, int) else str(part) for part in key)
