"""What documents tell of who is who: outlines laid down the last time, and those of documents that have changed."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from functools import cache
from json import dumps
from typing import Any

from pydantic import TypeAdapter, ValidationError

from kg.records import Judgement, Person, Reading
from kg.resolve.casts import joined
from kg.resolve.judgements import judged
from kg.resolve.profiles import Outline, Source, Together, outline, together
from kg.resolve.timeline import Heard
from kg.store import Store
from kg.store.derived import Derived


class Outlines:
    """The outlines of a store by who tells: a document, or a chronology, by its name, for all its documents at once.

    Readings are taken from the store as they are needed, twice if need be: a large archive's are not held beside all
    outlines. Without anything `derived`, all documents have changed.
    """

    def __init__(self, store: Store, derived: Derived | None, judgements: Sequence[Judgement]) -> None:
        self._store, self._derived, self.judgements = store, derived, judgements
        self.changed = set(derived.changed) - {""} if derived else set(store.ids())
        self.casts: dict[str, list[Reading]] = {}  # of chronologies that were asked for
        self._joined: dict[str, Outline] = {}
        self.made: dict[str, Outline] = {}  # of documents, to be laid down
        self.places: dict[str, str] = {}  # changed document -> its chronology, to be laid down
        for document in sorted(self.changed):
            if derived is None or store.holds(document):
                self._read(document)
        self.tellers = {*self.made, *self.places.values(), *self._left()}
        for cast in self.tellers - self.made.keys():
            self._gather(cast)

    def _read(self, document: str) -> None:
        reading = self.reading(document)
        if reading.cast:
            self.places[document] = reading.cast
        else:
            self.made[document] = outline(reading, self._store.document(document).published)

    def _left(self) -> set[str]:
        """The chronologies of which documents have changed, as they were."""
        return {cast for each in self.changed if (cast := self._derived.cast_of(each))} if self._derived else set()

    def _gather(self, cast: str) -> None:
        kept = set(self._derived.in_cast(cast)) - self.changed if self._derived else set()
        members = kept | {document for document, place in self.places.items() if place == cast}
        self.casts[cast] = [self.reading(document) for document in sorted(members)]

    def __getitem__(self, teller: str) -> Outline:
        if teller in self.casts:
            return self._of_cast(teller)
        if teller in self.made:
            return self.made[teller]
        if told := self._kept(teller):
            return told
        self._read(teller)
        return self.made[teller]

    def _of_cast(self, cast: str) -> Outline:
        if cast not in self._joined:
            self._joined[cast] = outline(self.reading_of(cast)) if self.casts[cast] else Outline(cast)
        return self._joined[cast]

    def _kept(self, document: str) -> Outline | None:
        try:
            return _adapter().validate_json(self._derived.outline(document)) if self._derived else None
        except ValidationError:  # it is only derived, and can be derived again
            return None

    def teller(self, document: str) -> str:
        """The document, or the chronology that it is of."""
        if document in self.changed:
            return self.places.get(document, document)
        cast = self._derived.cast_of(document) if self._derived else ""
        if cast and cast not in self.casts:
            self._gather(cast)
        return cast or document

    def has_changed(self, document: str) -> bool:
        """Whether it has, or another one of the chronology that it is of."""
        return document in self.changed or self.teller(document) in self.tellers

    def documents(self, teller: str) -> Collection[str]:
        """The documents of somebody who tells."""
        return [each.document for each in self.casts[teller]] if teller in self.casts else [teller]

    def reading_of(self, teller: str) -> Reading:
        """What somebody who tells says."""
        if teller in self.casts:
            (reading,) = joined(self.casts[teller])
            return reading
        return self.reading(teller)

    def reading(self, document: str) -> Reading:
        """What a document says, as far as judgements let it stand."""
        (reading,) = judged([self._store.reading(document)], self.judgements)
        return reading

    def heard(self, documents: Iterable[str], people: Sequence[Person], who: Mapping[Source, str]) -> Heard:
        """What some documents tell of people."""
        ids = sorted(documents)
        readings = [self.reading(document) for document in ids]
        known = {document: self._store.document(document).lean() for document in ids}
        return Heard(known, readings, self.judgements, people, who)

    def together(self, document: str) -> Together:
        """Who is told of together in a document."""
        return together(self.reading(document)) if self.teller(document) in self.casts else self[document].together

    def taken(self) -> list[tuple[str, str]]:
        """The outlines to be laid down, as JSON by document; they are held no longer."""
        made, self.made = self.made, {}
        return [(document, as_json(made.pop(document))) for document in sorted(made)]


def as_json(told: Outline) -> str:
    """An outline as JSON, always the same."""
    return dumps(_adapter().dump_python(told, exclude_defaults=True), default=_plain)


@cache
def _adapter() -> TypeAdapter[Outline]:
    return TypeAdapter(Outline)


def _plain(value: Any) -> Any:
    return sorted(value) if isinstance(value, frozenset) else value.isoformat()
