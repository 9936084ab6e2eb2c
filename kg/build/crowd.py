"""The people of a store as they are now: those who were resolved again, and all others as laid down."""

from collections import defaultdict
from collections.abc import Iterable
from functools import cache

from kg.build.outlines import Outlines
from kg.build.people import Resolved
from kg.records import Person
from kg.resolve.profiles import Source
from kg.store.derived import Derived


class Crowd:
    """Everybody, read as far as they are asked for."""

    def __init__(self, outlines: Outlines, derived: Derived, resolved: Resolved) -> None:
        self._outlines, self._derived, self._resolved = outlines, derived, resolved
        self._in: dict[str, set[str]] = defaultdict(set)
        for id, person in resolved.people.items():
            for document, _ in person.sources:
                self._in[document].add(id)
        self.person, self.who, self.near = cache(self._person), cache(self._who), cache(self._near)

    def people_in(self, documents: Iterable[str]) -> set[str]:
        """The ids of those whom some documents tell of."""
        return {id for document in documents for id in self.who(document).values()}

    def documents(self, people: Iterable[str]) -> set[str]:
        """The documents that tell of some people."""
        return {document for id in people for document, _ in self.person(id).sources}

    def _person(self, id: str) -> Person:
        """Somebody by id."""
        return self._resolved.people.get(id) or Person.model_validate_json(self._derived.person(id)).lean()

    def _who(self, document: str) -> dict[Source, str]:
        """The id of each whom a document tells of, by the document and their local key."""
        ids = self._derived.people_in([document]) - self._resolved.before.keys() | self._in.get(document, set())
        return {source: id for id in sorted(ids) for source in self.person(id).sources if source[0] == document}

    def _near(self, id: str) -> set[str]:
        """The ids of those who are told of together with somebody, in one claim or by the happening that dates it."""
        found: set[str] = set()
        for document in self.documents([id]):
            who = self.who(document)
            for keys in self._outlines.together(document):
                ids = {who[document, key] for key in keys if (document, key) in who}
                found |= ids if id in ids else set()
        return found
