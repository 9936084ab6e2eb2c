"""People under names that tell namesakes apart, with ids that hold as long as nobody else comes to bear the name.

Only those whose names read alike, notes aside, have to be named together.
"""

from collections import Counter, defaultdict
from collections.abc import Sequence
from functools import reduce
from operator import or_
from typing import NamedTuple

from kg.records import LocalPerson, Person, content_id
from kg.resolve.callings import told_apart
from kg.resolve.clusters import Cluster
from kg.resolve.profiles import Outline, Profile


class Bearer(NamedTuple):
    """Somebody to be named: the record, in which name, aliases and id do not count, and how documents know them."""

    record: Person
    members: Sequence[Profile]

    @property
    def locals(self) -> list[LocalPerson]:
        """Them as each document knows them."""
        return [member.local for member in self.members]

    @property
    def descriptors(self) -> Counter[str]:
        """What documents call them, and how many of them do."""
        return Counter(noun for local in self.locals for noun in local.descriptors)


def written(members: Sequence[Profile]) -> str:
    """The full name that most documents give somebody, and of equals the longest, with its accents."""
    times = Counter(member.local.name for member in members if member.name.is_full)
    times = times or Counter(member.local.name for member in members)
    return max(sorted(times), key=lambda name: (times[name], len(name), not name.isascii()))


def bearer(cluster: Cluster) -> Bearer:
    """Those who were found to be one person."""
    record = Person(
        id="",
        name="",
        mentions=sum(member.local.mentions for member in cluster.members),
        gender=cluster.life.title or cluster.life.gender,
        sources=tuple(sorted(member.source for member in cluster.members)),
        why=tuple(sorted(cluster.why)),
    )
    return Bearer(record, cluster.members)


def plain(name: str) -> str:
    """What the names of all who are named together begin with, and nobody else's name is.

    >>> plain("Ben Hart (drummer)"), plain("Ben Hart")
    ('Ben Hart', 'Ben Hart')
    """
    return name.partition(" (")[0]


def named(bearers: Sequence[Bearer]) -> list[Person]:
    """The people in the same order, each by a name, and an id made of it and, among namesakes, of the first source.

    Namesakes are told apart by their callings, or else by the years of their lives: "Ben Hart (drummer)", "Ben Hart
    (1801–1860)".
    """
    names = _names(bearers)
    times = Counter(names)
    return [_person(each, name, is_alone=times[name] == 1) for each, name in zip(bearers, names, strict=True)]


def nameless(told: Outline) -> list[Person]:
    """Those whom a document tells of and does not name: "his first wife"."""
    return [
        Person(id="", name=name, unnamed=True, mentions=1, sources=((told.document, key),))
        for key, name in told.unnamed
    ]


def identified(person: Person, *source: str) -> Person:
    """The person with an id made of the name and a source."""
    return person.model_copy(update={"id": content_id("person", person.name, *source)}).lean()


def _names(bearers: Sequence[Bearer]) -> list[str]:
    names = [written(each.members) for each in bearers]
    alike: dict[str, list[int]] = defaultdict(list)
    for place, name in enumerate(names):
        alike[name].append(place)
    for name, places in alike.items():
        for place, note in zip(places, _notes([bearers[place] for place in places]), strict=True):
            names[place] = f"{name} ({note})" if note else name
    return names


def _notes(namesakes: Sequence[Bearer]) -> list[str]:
    """What tells each of several namesakes from the others: a calling, or years if these leave nobody without a note.

    Of two of whom one has no note the other would not be asked for by the bare name.
    """
    callings = told_apart([each.descriptors for each in namesakes])
    lives = (reduce(or_, (member.life for member in each.members)).years for each in namesakes)
    notes = [calling or years for calling, years in zip(callings, lives, strict=True)]
    is_each_told = len(namesakes) > 1 and all(notes) and len(set(notes)) == len(notes)
    return notes if is_each_told else callings


def _person(bearer: Bearer, name: str, *, is_alone: bool) -> Person:
    called = {form for local in bearer.locals for form in (local.name, *local.names)}
    fields = {"name": name, "aliases": tuple(sorted(called - {name}))}
    person = bearer.record.model_copy(update=fields)
    return identified(person, *(() if is_alone else person.sources[0]))
