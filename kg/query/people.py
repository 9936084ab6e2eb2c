"""Whom a name means: the people of a timeline by every form of their names."""

import re
from collections.abc import Iterable, Sequence
from functools import cached_property

from kg.errors import UnknownName
from kg.nlp import names
from kg.query.words import tokenized
from kg.records import Person, Timeline

Form = tuple[str, ...]
NOTE = re.compile(r"\(([^()]*)\)")
_ID = re.compile(r"[0-9a-f]{4,12}")
# How near a misspelled name must come, of 100: "Imogen Pootes" is 96 from "Imogen Poots", "Anna" is 75 from "Anne".
_NEAR = 85
_MANY = 20_000  # people, from which on a misspelled name must have the right first letter, so that it is found at once


def folded(text: str) -> Form:
    """The words of a name as they are compared: lower case, no accents, no signs, no "'s"."""
    words = (word.lower() if word.isascii() else names.fold(word) for word, _, _ in tokenized(text))
    return tuple(word for word in words if word[:1].isalnum())


class Names:
    """An index of every form of every person's name; a fuller form outranks a surname or first name alone.

    Forms are worked out only for those who bear a word that is asked for: there may be a hundred thousand people.
    """

    def __init__(self, people: Iterable[Person]) -> None:
        self.people = {person.id: person for person in people}
        self._bearers: dict[str, set[str]] = {}
        self._ranks: dict[str, dict[Form, int]] = {}
        self.longest = 0
        for person in self.people.values():
            for name in (person.name, *person.aliases):
                words = folded(name)
                self.longest = max(self.longest, len(words))
                for word in words:
                    self._bearers.setdefault(word, set()).add(person.id)

    def find(self, form: Form) -> tuple[str, ...]:
        """The ids of the people whose best form this is, sorted; empty where nobody bears it."""
        groups = sorted((self._bearers.get(word, set()) for word in form), key=len)
        bearers = set.intersection(*groups) if groups else set()
        found = {id: rank for id in bearers if (rank := self._forms(id).get(form)) is not None}
        best = min(found.values(), default=0)
        return tuple(sorted(id for id, rank in found.items() if rank == best))

    def _forms(self, id: str) -> dict[Form, int]:
        if id not in self._ranks:
            ranks: dict[Form, int] = {}
            for form, rank in _forms(self.people[id]):
                ranks[form] = min(rank, ranks.get(form, rank))
            self._ranks[id] = ranks
        return self._ranks[id]

    @cached_property
    def _full(self) -> dict[str, Form]:
        return {" ".join(form): form for person in self.people.values() if len(form := folded(person.name)) > 1}

    @cached_property
    def _known(self) -> tuple[list[str], list[str]]:
        """Single words of names, and full names."""
        return list(self._bearers), list(self._full)

    @cached_property
    def _by_letter(self) -> dict[tuple[str, bool], list[str]]:
        """Words of names, and full names, by their first letter."""
        found: dict[tuple[str, bool], list[str]] = {}
        for is_full, known in enumerate(self._known):
            for name in known:
                found.setdefault((name[:1], bool(is_full)), []).append(name)
        return found

    def _like(self, form: Form) -> list[str]:
        """The names that a misspelled one is compared with: among very many, those with its first letter."""
        if len(self.people) <= _MANY:
            return self._known[len(form) > 1]
        return self._by_letter.get((form[0][:1], len(form) > 1), [])

    def nearest(self, name: str) -> list[str]:
        """Up to two names like one that nobody bears."""
        from rapidfuzz import fuzz, process

        if len(self.people) > _MANY:
            return [self.people[id].name for id in self.near(folded(name))[:2]]
        known = sorted({form for person in self.people.values() for form in (person.name, *person.aliases)})
        near = process.extract(name, known, scorer=fuzz.WRatio, score_cutoff=70, limit=2, processor=str.casefold)
        return [each[0] for each in near]

    def near(self, form: Form) -> tuple[str, ...]:
        """The ids of the people whose name comes nearest to a misspelled one; empty where none is near."""
        from rapidfuzz import fuzz, process

        if sum(map(len, form)) < 5:
            return ()
        known = self._like(form)
        found = process.extract(" ".join(form), known, scorer=fuzz.ratio, score_cutoff=_NEAR, limit=5)
        best = max((score for _, score, _ in found), default=0.0)
        forms = sorted(self._full.get(name, (name,)) for name, score, _ in found if score == best)
        return tuple(sorted({id for each in forms for id in self.find(each)}))

    def named(self, name: str) -> tuple[str, ...]:
        """The ids that a name, or the beginning of an id, may mean."""
        if found := self.find(folded(name)):
            exact = tuple(id for id in found if self.people[id].name == name)
            return exact or found
        if _ID.fullmatch(name):
            return tuple(sorted(id for id in self.people if id.startswith(name)))
        return ()

    def note(self, id: str) -> Form:
        """The words in brackets after a name that tell namesakes apart: "Ada Byron (actress)"."""
        return tuple(word for text in NOTE.findall(self.people[id].name) for word in folded(text))


def _forms(person: Person) -> Iterable[tuple[Form, int]]:
    """Each form of a person's names with its rank: 0 as recorded, 1 first and last name, 2 family, 3 first name."""
    for full in (person.name, *person.aliases):
        yield folded(full), 0
        if person.unnamed:
            continue
        plain = NOTE.sub(" ", full)
        name = names.parse(plain)
        family = tuple(word for part in name.family for word in folded(part))
        yield folded(plain), 0
        yield folded(" ".join(name.parts)), 1
        if len(name.parts) > 1:
            yield (*folded(name.parts[0]), *family), 1
            yield family, 2
            yield folded(name.parts[0]), 3
        for birth in name.births:
            yield (*folded(name.parts[0]), *folded(birth)), 1
        yield from ((folded(nickname), 3) for nickname in name.nicknames)


def find_person(name: str, timeline: Timeline) -> Person:
    """The one person whom a name, a form of it, or the unambiguous beginning of an id means.

    Raises UnknownName where nobody bears it, with the nearest name, or where several do, with all of them.
    """
    index = Names(timeline.people)
    found = index.named(name)
    if len(found) == 1:
        return index.people[found[0]]
    if found:
        raise UnknownName(which(name, [index.people[id] for id in found]))
    raise UnknownName(nobody(name, index))


def nobody(name: str, index: Names) -> str:
    """A line saying that nobody is called so, with the nearest names."""
    hint = " or ".join(map(repr, index.nearest(name)))
    return f"no person is called {name!r}" + (f"; did you mean {hint}?" if hint else "")


def which(name: str, people: Sequence[Person]) -> str:
    """A line asking back which of several people a name means; ids tell those of one name apart."""
    same = len({person.name for person in people}) < len(people)
    told = [f"{person.name} [{person.id}]" if same else person.name for person in people]
    return f"{name!r} may be {', '.join(told[:-1])} or {told[-1]}; say which"
