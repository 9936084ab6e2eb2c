"""Who is who in a store: those whom a change may touch are resolved again, and everybody else stands as laid down."""

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache

from kg.build.outlines import Outlines
from kg.records import Person
from kg.resolve.blocks import Block, blocks, introduced, meet
from kg.resolve.naming import Bearer, bearer, plain, written
from kg.resolve.people import clustered, everybody
from kg.resolve.profiles import Profile, Source
from kg.store.derived import Block as Row
from kg.store.derived import Derived


@dataclass(frozen=True)
class Resolved:
    """People who were resolved or named again, what they are looked for by, and those whose place they take."""

    people: dict[str, Person] = field(default_factory=dict)  # by id
    blocks: dict[str, str] = field(default_factory=dict)  # as JSON by id: there are many
    before: dict[str, Person] = field(default_factory=dict)

    def put(self, person: Person, rows: Sequence[Row] = ()) -> None:
        """Somebody as they are now."""
        self.people[person.id], self.blocks[person.id] = person, json.dumps(rows)


def all_people(outlines: Outlines) -> Resolved:
    """Everybody of a store of which nothing is laid down."""
    resolved, _ = _named(_Found(_told(outlines), outlines), [], outlines)
    return resolved


def some_people(outlines: Outlines, derived: Derived, judged: Iterable[str]) -> Resolved:
    """Those of changed documents and the `judged`, and all who share blocks with them, as they were and as they are.

    Whom they meet as they are resolved now is resolved with them, until they meet nobody else.
    """
    laid = _Laid(derived)
    named = {id for id in judged if not laid.person(id).unnamed}
    ids = laid.closed(named | _people_of(outlines.tellers, outlines, derived) | derived.people_in(outlines.changed))
    while True:
        before = {id: laid.person(id) for id in sorted(ids)}
        found = _Found([*_told(outlines), *_members(before.values(), outlines)], outlines)
        met = {id for rows in found.blocks for id in laid.meeting(rows)}
        met |= _people_of(found.introduced, outlines, derived)
        if met <= ids:
            break
        ids = laid.closed(ids | met)
    resolved, again = _named(found, laid.alike(found, before), outlines)
    resolved.before.update(before)
    for old, new in again:
        if new != old:
            resolved.before[old.id] = old
            resolved.put(new, derived.blocks(old.id))
    return resolved


class _Found:
    """People as they were found together."""

    def __init__(self, profiles: Iterable[Profile], outlines: Outlines) -> None:
        self.clusters = list(clustered(profiles, outlines.judgements, outlines.reading_of))
        self.introduced = introduced(self.clusters)
        self._judgements = outlines.judgements

    @property
    def blocks(self) -> Iterator[list[Block]]:
        """The blocks of each."""
        return (blocks(each, self.introduced, self._judgements) for each in self.clusters)


class _Laid:
    """People as they are laid down."""

    def __init__(self, derived: Derived) -> None:
        self.derived = derived
        self._with_key = cache(derived.with_key)

    def person(self, id: str) -> Person:
        return Person.model_validate_json(self.derived.person(id))

    def closed(self, ids: Iterable[str]) -> set[str]:
        """The people, and all who share blocks with them or with others of these."""
        found = edge = set(ids)
        while edge:
            edge = {other for id in edge for other in self.meeting(self.derived.blocks(id))} - found
            found = found | edge
        return found

    def meeting(self, rows: Iterable[Row]) -> Iterator[str]:
        """Who shares one of some blocks."""
        for row in rows:
            one = Block(*row)
            yield from (id for id, other in self._with_key(one.key) if meet(one, Block(*other)))

    def alike(self, found: _Found, before: Mapping[str, Person]) -> list[Person]:
        """Those who are not resolved again, and have names like those of people who are, or like these had."""
        names = {plain(written(each.members)) for each in found.clusters}
        names |= {plain(each.name) for each in before.values()}
        rows = (row for name in sorted(names) for row in self.derived.called(name))
        people = [Person.model_validate_json(record) for id, record in rows if id not in before]
        return [each for each in people if plain(each.name) in names and not each.unnamed]


def _told(outlines: Outlines) -> Iterator[Profile]:
    """The profiles of documents that have changed."""
    return (profile for teller in sorted(outlines.tellers) for profile in outlines[teller].profiles)


def _members(people: Iterable[Person], outlines: Outlines) -> list[Profile]:
    """The profiles of people, of documents that have not changed."""
    found: dict[str, set[Source]] = {}
    for document, key in (source for person in people for source in person.sources):
        teller = outlines.teller(document)
        if not outlines.has_changed(document):
            found.setdefault(teller, set()).add((teller, key))
    return [each for teller in sorted(found) for each in outlines[teller].profiles if each.source in found[teller]]


def _people_of(tellers: Iterable[str], outlines: Outlines, derived: Derived) -> set[str]:
    return derived.people_in(document for teller in tellers for document in outlines.documents(teller))


def _named(
    found: _Found, alike: Sequence[Person], outlines: Outlines
) -> tuple[Resolved, Iterable[tuple[Person, Person]]]:
    """Those who were found under their names, and those `alike` as they were and as they are called now."""
    bearers = [*map(bearer, found.clusters), *(Bearer(each, _members([each], outlines)) for each in alike)]
    casts = [reading for readings in outlines.casts.values() for reading in readings]
    people = iter(everybody(bearers, [outlines[teller] for teller in sorted(outlines.tellers)], casts))
    resolved = Resolved()
    for rows, person in zip(found.blocks, people):  # noqa: B905
        resolved.put(person, rows)
    again = list(zip(alike, people))  # noqa: B905
    for person in people:
        resolved.put(person)
    return resolved, again
