"""Somebody forgotten for good: blanked out of what the store holds, and kept out of what it will read."""

import secrets
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from kg.build import graph_of, ontology_of
from kg.errors import KgError
from kg.forgotten import Forgotten, form, hashed, words
from kg.query.view import Graph
from kg.records import Document, Judgement, Person, Reading, Record
from kg.resolve.names import parse
from kg.store import Blocked, Held, Store, judgement_id

_WAITING = "and, as another program is reading it, the store's own file, until kg next writes to it"
_ELSEWHERE = "exports, reports and copies of the store that were made before, and the files that were read"


class Forgetting(Record):
    """What forgetting somebody takes out of a store, and what it does not reach."""

    name: str
    names: tuple[str, ...]  # every form that goes, sorted
    shared: tuple[str, ...]  # forms that others bear too: they stay where others are told of
    documents: int  # that change
    characters: int  # that are blanked
    claims: int  # that go, those about others in the same sentences included
    judgements: int  # that go
    files: tuple[str, ...]  # from which the documents were read and that are still there
    still: tuple[str, ...]  # forms that stand in documents which do not tell of them
    beyond: str = _ELSEWHERE


def forget(db: Path | str, name: str, agreed: Callable[[Forgetting], bool]) -> Forgetting | None:
    """Forgets the person so called, once `agreed` has seen what that does; None where it did not agree.

    It cannot be undone. Raises UnknownName, and KgError for somebody who has no name.
    """
    with Store(db, create=False) as store:
        plan = planned(store, graph_of(store, ontology_of(store)), name)
        if not agreed(plan.told):
            return None
        wiped = store.forget(plan.salt, plan.blocked, plan.left, plan.judgements)
        return plan.told if wiped else plan.told.model_copy(update={"beyond": f"{_ELSEWHERE}; {_WAITING}"})


@dataclass(frozen=True, slots=True)
class Plan:
    """All that is written when somebody is forgotten, and what is told of it."""

    told: Forgetting
    salt: str
    blocked: tuple[Blocked, ...]
    left: Mapping[str, Held]
    judgements: Mapping[str, Judgement | None]


def planned(store: Store, graph: Graph, name: str) -> Plan:
    """What forgetting the person so called would write."""
    person = graph.person(name).record
    if person.unnamed:
        raise KgError(f"{person.name} is only described, nowhere named; reject what is said of them instead")
    salt, before = store.blocked()
    salt = salt or secrets.token_hex(32)
    blocked = tuple(_blocked(person, graph, store, salt, 1 + max((each.person for each in before), default=0)))
    forgotten = Forgotten(salt, blocked)
    left = {held.document.id: after for held in store.held() if (after := forgotten.left(held)) != held}
    judgements = dict(_judgements(store, forgotten, left, blocked[0].person))
    return Plan(_told(store, graph, person, left, judgements), salt, blocked, left, judgements)


def _blocked(person: Person, graph: Graph, store: Store, salt: str, number: int) -> Iterable[Blocked]:
    """The forms of a name: one that is full and nobody else's opens any document, others only act in the person's."""
    others = _others(person, graph)
    for name in sorted({form(each): each for each in _forms(person)}.values()):
        opens = parse(name).is_full and form(name) not in others
        yield Blocked(number, hashed(salt, form(name)), len(words(name)), opens)
    for document in sorted({document for document, _ in person.sources}):
        known = store.known(document)
        for mark in sorted({known.location, known.digest} - {""}) if known else ():
            yield Blocked(number, hashed(salt, mark), 0, True)


def _judgements(
    store: Store, forgotten: Forgotten, left: Mapping[str, Held], number: int
) -> Iterable[tuple[str, Judgement | None]]:
    """What becomes of the judgements that name the person, or quote what is blank now."""
    for each in store.judgements():
        held = left.get(each.document or "")
        names_them = any(forgotten.names(name, {number}) for name in each.names)
        if names_them or (held and each.quote and not _quotes(each.quote, held.document)):
            yield each.id, None
        elif held and held.document.id != each.document:
            moved = each.model_copy(update={"id": "", "document": held.document.id})
            yield each.id, moved.model_copy(update={"id": judgement_id(moved)})


def _quotes(quote: str, document: Document) -> bool:
    return quote in document.text or quote in document.title


def _told(
    store: Store,
    graph: Graph,
    person: Person,
    left: Mapping[str, Held],
    judgements: Mapping[str, Judgement | None],
) -> Forgetting:
    others = _others(person, graph)
    forms = sorted(_forms(person))
    before = {id: (store.document(id), held) for id, held in left.items()}
    readings = {reading.document: reading for reading in store.readings() if reading.document in left}
    known = [store.known(id) for id in left]
    return Forgetting(
        name=person.name,
        names=tuple(name for name in forms if form(name) not in others),
        shared=tuple(name for name in forms if form(name) in others),
        documents=len(left),
        characters=sum(_blanks(held.document) - _blanks(document) for document, held in before.values()),
        claims=sum(_claims(readings.get(id), held) for id, held in left.items()),
        judgements=sum(each is None for each in judgements.values()),
        files=tuple(sorted(each.location for each in known if each and each.location and Path(each.location).exists())),
        still=tuple(_still(store, left, [name for name in forms if form(name) not in others])),
    )


def _claims(reading: Reading | None, held: Held) -> int:
    return len(reading.claims) - len(held.reading.claims) if reading else 0


def _blanks(document: Document) -> int:
    return document.text.count(" ") + document.title.count(" ")


def _still(store: Store, left: Mapping[str, Held], names: list[str]) -> Iterable[str]:
    """The forms that stand, as names are written, in some document that is not changed."""
    wanted = {form(name): name for name in names}
    found: set[str] = set()
    for id in store.ids():
        if id not in left:
            document = store.document(id)
            found |= {word.folded for word in words(f"{document.title} {document.text}") if word.is_capital}
    return sorted(name for key, name in wanted.items() if key in found)


def _forms(person: Person) -> set[str]:
    return {name for name in (person.name, *person.aliases) if words(name)}


def _others(person: Person, graph: Graph) -> set[str]:
    """The forms of everybody else's names."""
    return {form(name) for other in graph.people() if other.id != person.id for name in (other.name, *other.aliases)}
