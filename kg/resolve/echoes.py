"""One sentence that several documents print is about the same people in all of them.

Articles are copied, and a "they" or "the couple" of theirs may be read in one copy of other people than in the rest.
"""

from collections import defaultdict
from collections.abc import Collection, Sequence

from kg.resolve.names import folded
from kg.resolve.told import Told

_WORDS = 8  # that begin a copied sentence; fewer may be said of anybody

People = tuple[str, ...]


def without_misheard(tellings: Sequence[Told], rows: Collection[str] = ()) -> list[Told]:
    """The tellings without those that read a sentence of other people than its copies do.

    Meant are those whom the words name; where these name nobody, those of whom most is told, then those whom most
    copies are read of. Only readings that have somebody in common are compared; the documents `rows` are chronologies,
    whose rows begin alike without being copies.
    """
    echoes: dict[tuple[str, str], dict[People, list[Told]]] = defaultdict(lambda: defaultdict(list))
    known: dict[People, set[str]] = defaultdict(set)
    for told in tellings:
        known[told.people].add(told.claim.id)
        words = folded(told.claim.evidence.quote).split()
        if len(words) >= _WORDS and len(told.people) > 1 and told.claim.document not in rows:
            echoes[told.type, " ".join(words[:_WORDS])][told.people].append(told)
    gone = set()
    for readings in echoes.values():
        if len(readings) > 1:
            gone |= {told.claim.id for people in _outvoted(readings, known) for told in readings[people]}
    return [told for told in tellings if told.claim.id not in gone]


def _outvoted(readings: dict[People, list[Told]], known: dict[People, set[str]]) -> list[People]:
    places = {people: {_place(told) for told in found} for people, found in readings.items()}
    support = {
        people: (max(map(_named, found)), len(known[people]), len({document for document, *_ in places[people]}))
        for people, found in readings.items()
    }
    return [
        one
        for one in readings
        if any(
            set(one) & set(other) and support[other] > support[one] and not places[one] & places[other]
            for other in readings
            if other != one
        )
    ]


def _place(told: Told) -> tuple[str, str, int]:
    return told.claim.document, told.claim.evidence.field, told.claim.evidence.start


def _named(told: Told) -> int:
    """How many of its people the quoted words name."""
    words = set(folded(told.claim.evidence.quote).split())
    return sum(not words.isdisjoint(folded(person.name).split()) for person in told.claim.people)
