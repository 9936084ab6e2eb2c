"""What a store tells of people: outlines kept from the last time, and readings only where something hangs on them."""

from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from json import dumps
from typing import Any

from pydantic import TypeAdapter, ValidationError

from kg.records import Judgement, Person, Reading
from kg.resolve.casts import joined
from kg.resolve.judgements import judged, on_readings, standing
from kg.resolve.people import resolved
from kg.resolve.profiles import Outline, Source, outline, together
from kg.resolve.timeline import Heard
from kg.store import Store
from kg.store.derived import Derived


class Telling:
    """The people of a store, and what is told of some of them or of all.

    Documents that have not changed since what is `derived` are known by the outlines laid down with it. Readings are
    taken from the store as they are needed, twice if need be: a large archive's are not held beside all outlines.
    """

    def __init__(self, store: Store, derived: Derived | None) -> None:
        self._store = store
        self.judgements = standing(store.judgements())
        self.documents = list(store.ids())
        kept = _kept(derived, self.judgements) if derived else {}
        fresh, casts = self._outlined(document for document in self.documents if document not in kept)
        outlines = [*(kept[each] for each in self.documents if each in kept), *fresh]
        self.fresh = [as_json(each) for each in fresh]
        self.together = [(each.document, each.together) for each in outlines]
        self.together += [(each.document, together(each)) for each in casts]
        self.people, self.who = self._resolved(outlines, casts)

    def heard(self, documents: Iterable[str]) -> Heard:
        """What some documents tell."""
        ids = sorted(documents)
        readings = [self._reading(document) for document in ids]
        known = {document: self._store.document(document).lean() for document in ids}
        return Heard(known, readings, self.judgements, self.people, self.who)

    def _outlined(self, documents: Iterable[str]) -> tuple[list[Outline], list[Reading]]:
        """The outlines of documents, and the readings of those that have none of their own.

        Each document of a chronology tells who the people of the others are.
        """
        outlines, casts = [], []
        for document in documents:
            reading = self._reading(document)
            if reading.cast:
                casts.append(reading)
            else:
                outlines.append(outline(reading, self._store.document(document).published))
        return outlines, casts

    def _resolved(
        self, outlines: Sequence[Outline], casts: Sequence[Reading]
    ) -> tuple[Sequence[Person], Mapping[Source, str]]:
        cast = {each.document: each for each in joined(casts)}

        def reading_of(document: str) -> Reading:
            return cast.get(document) or self._reading(document)

        return resolved([*outlines, *map(outline, cast.values())], self.judgements, reading_of, casts)

    def _reading(self, document: str) -> Reading:
        """What a document says, as far as judgements let it stand."""
        (reading,) = judged([self._store.reading(document)], self.judgements)
        return reading


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
