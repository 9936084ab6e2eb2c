"""What a store tells of people: outlines kept from the last time, and readings only where something hangs on them."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache
from json import dumps
from typing import Any

from pydantic import TypeAdapter, ValidationError

from kg.records import Judgement, Person, Reading
from kg.resolve.casts import joined
from kg.resolve.judgements import judged, on_readings, standing
from kg.resolve.people import resolved
from kg.resolve.profiles import Outline, Source, Together, outline, together
from kg.resolve.timeline import Heard
from kg.store import Store
from kg.store.derived import Derived


class Telling:
    """The people of a store, and what is told of some of them or of all.

    Documents that have not changed since what is `derived` are known by the outlines laid down with it.
    """

    def __init__(self, store: Store, derived: Derived | None) -> None:
        self._store = store
        self._readings: dict[str, Reading] = {}
        self.judgements = standing(store.judgements())
        self.documents = list(store.ids())
        kept = _kept(derived, self.judgements) if derived else {}
        anew = [self._reading(document) for document in self.documents if document not in kept]
        # of a chronology's documents each tells who the people of the others are: they have one outline together
        self._casts = [each for each in anew if each.cast]
        self._cast = {each.document: each for each in joined(self._casts)}
        self.fresh = [outline(each, store.document(each.document).published) for each in anew if not each.cast]
        self._outlines = [*(kept[each] for each in self.documents if each in kept), *self.fresh]
        self.people, self.who = self._resolved()

    def heard(self, documents: Iterable[str]) -> Heard:
        """What some documents tell."""
        ids = sorted(documents)
        readings = [self._reading(document) for document in ids]
        known = {document: self._store.document(document).lean() for document in ids}
        return Heard(known, readings, self.judgements, self.people, self.who)

    @property
    def together(self) -> Iterator[tuple[str, Together]]:
        """Who is told of together in each document."""
        yield from ((each.document, each.together) for each in self._outlines)
        yield from ((each.document, together(each)) for each in self._casts)

    def _resolved(self) -> tuple[Sequence[Person], Mapping[Source, str]]:
        outlines = [*self._outlines, *map(outline, self._cast.values())]
        reading_of = lambda document: self._cast.get(document) or self._reading(document)  # noqa: E731
        return resolved(outlines, self.judgements, reading_of, self._casts)

    def _reading(self, document: str) -> Reading:
        """What a document says, as far as judgements let it stand."""
        if document not in self._readings:
            (self._readings[document],) = judged([self._store.reading(document)], self.judgements)
        return self._readings[document]


def as_json(told: Outline) -> tuple[str, str]:
    """A document's id and its outline as JSON, always the same."""
    return told.document, dumps(_adapter().dump_python(told, exclude_defaults=True), default=_plain)


def _kept(derived: Derived, judgements: Sequence[Judgement]) -> dict[str, Outline]:
    """The outlines that still hold, by document: none, where other judgements on readings stand now."""
    if on_readings(derived.judgements) != on_readings(judgements):
        return {}
    found = ((document, _outline(json)) for document, json in derived.outlines().items())
    return {document: told for document, told in found if told}


def _outline(json: str) -> Outline | None:
    try:
        return _adapter().validate_json(json)
    except ValidationError:  # it is only derived, and can be derived again
        return None


@cache
def _adapter() -> TypeAdapter[Outline]:
    return TypeAdapter(Outline)


def _plain(value: Any) -> Any:
    return sorted(value) if isinstance(value, frozenset) else value.isoformat()
