"""Keeps the timeline that is laid down in a store up to date: only what a change touches is derived again.

Who is who is decided anew for everybody from outlines, which is quick: those of documents that have not changed are
kept. Facts are derived from the claims about the people whom the change touches and about those around them, and take
the place of all that was told of them.
"""

import gc
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import replace

from kg.build.current import stamp_of
from kg.build.outlines import Telling
from kg.ontology.schema import Ontology
from kg.records import Claim, Conflict, Event, Judgement, Kin, State, Timeline
from kg.resolve.timeline import Heard, facts, in_time
from kg.resolve.touched import about, acquainted, around, judged_people, people_of
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
            is_kept = derived.stamp == stamp
            told = Telling(store, derived if is_kept else None)
            before = derived.people() if is_kept else {}
            update = _update(told, before, _touched(told, derived) if before else None, ontology)
        if derived.lay(update, stamp=stamp, judgements=told.judgements, version=version):
            return True
    return False


def _update(told: Telling, before: Mapping[str, str], touched: set[str] | None, ontology: Ontology) -> Update:
    """What takes the place of what is laid down: all that concerns those who are touched, or of everybody."""
    people = [each for each in told.people if before.get(each.id) != each.model_dump_json()]
    if touched is None:
        all = told.heard(told.documents)
        return Update(people, list(_facts(facts(all, ontology), all, ontology)), told.fresh, gone=None, about=None)
    gone = before.keys() - {each.id for each in told.people}
    near = acquainted(told.together, told.who)
    ids = around(touched | gone | {each.id for each in people}, near, TOUCHED)
    needed = around(ids, near, NEEDED)
    some = told.heard({document for each in told.people if each.id in needed for document, _ in each.sources})
    some = replace(some, readings=about(some.readings, needed, some.who))
    mine = [fact for fact in _facts(facts(some, ontology), some, ontology) if not fact.people.isdisjoint(ids)]
    return Update(people, mine, told.fresh, gone=gone, about=ids)


def _touched(told: Telling, derived: Derived) -> set[str] | None:
    """The people of changed documents and judgements, as they were and as they are; None for everybody."""
    documents = set(derived.changed) - {""}
    found = derived.people_in(documents) | {id for (document, _), id in told.who.items() if document in documents}
    judged = _changed(derived.judgements, told.judgements)
    if any(not judgement.names and not judgement.document for judgement in judged):
        return None
    return found | judged_people(judged, told.people)


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
