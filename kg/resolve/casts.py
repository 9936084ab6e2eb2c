"""Readings that know people together, as the documents of one chronology do, taken as one for telling who is who."""

from collections import defaultdict
from collections.abc import Sequence
from itertools import groupby

from kg.records import LocalPerson, Person, Reading


def joined(readings: Sequence[Reading]) -> list[Reading]:
    """The readings, those of one cast as one that bears the cast's name for its document."""
    alone = [each for each in readings if not each.cast]
    together = sorted((each for each in readings if each.cast), key=lambda each: (each.cast, each.document))
    return alone + [_one(cast, list(group)) for cast, group in groupby(together, key=lambda each: each.cast)]


def _one(cast: str, group: list[Reading]) -> Reading:
    people: dict[str, LocalPerson] = {}
    for local in (local for reading in group for local in reading.people):
        known = people.get(local.key)
        people[local.key] = _both(known, local) if known else local
    claims = tuple(claim for reading in group for claim in reading.claims)
    return Reading(document=cast, people=tuple(people[key] for key in sorted(people)), claims=claims)


def _both(one: LocalPerson, other: LocalPerson) -> LocalPerson:
    names = tuple(sorted({*one.names, *other.names}))
    return one.model_copy(update={"names": names, "mentions": one.mentions + other.mentions})


def spread(people: Sequence[Person], readings: Sequence[Reading]) -> list[Person]:
    """The people, with the documents of a cast for their sources in its place."""
    documents: dict[tuple[str, str], list[str]] = defaultdict(list)
    for reading in readings:
        for local in reading.people if reading.cast else ():
            documents[reading.cast, local.key].append(reading.document)
    if not documents:
        return list(people)
    return [_spread(person, documents) for person in people]


def _spread(person: Person, documents: dict[tuple[str, str], list[str]]) -> Person:
    sources = {(name, source[1]) for source in person.sources for name in documents.get(source, source[:1])}
    return person.model_copy(update={"sources": tuple(sorted(sources))})
