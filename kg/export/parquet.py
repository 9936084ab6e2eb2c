"""A folder of Parquet tables, for pandas, DuckDB and Spark: documents, people, events, states, ties and claims.

Written batch by batch. Needs pyarrow, which the extra `parquet` brings.
"""

from collections.abc import Iterator
from itertools import chain, islice
from typing import Any

from kg.errors import KgError
from kg.export.options import Options, ordered
from kg.records import Claim, Document, Event, Kin, Person, State, Timeline

_BATCH = 10_000  # rows held in memory

Row = dict[str, Any]


def files(timeline: Timeline, options: Options) -> Iterator[tuple[str, Iterator[bytes]]]:
    """The tables by name; the timeline is gone through once for each, and once more for the claims."""
    tables = {
        "documents": map(_document, ordered(timeline.documents)),
        "people": map(_person, ordered(timeline.people)),
        "events": map(_event, options.events(timeline)),
        "states": map(_state, options.states(timeline)),
        "kin": map(_fact, options.kin(timeline)),
        "claims": _claims(timeline, options),
    }
    schemas = _schemas()
    for name, rows in tables.items():
        yield f"{name}.parquet", _written(rows, schemas[name])


def _schemas() -> dict[str, Any]:
    arrow = _arrow()
    text, day, whole, score = arrow.string(), arrow.date32(), arrow.int64(), arrow.float64()
    who = arrow.list_(arrow.struct([("id", text), ("name", text), ("role", text)]))
    days = {"earliest": day, "latest": day}
    fact = {"id": text, "type": text, "people": who, "status": text}
    bounds = {f"{end}_{name}": type for end in ("start", "end") for name, type in {**days, "basis": text}.items()}
    quote = {"document": text, "field": text, "start": whole, "end": whole, "quote": text}
    told = {"status": text, "edtf": text, **days, "said_by": text, "found_by": text, "score": score}
    columns = {
        "documents": {"id": text, "title": text, "publisher": text, "published": day, "source": text},
        "people": {"id": text, "name": text, "aliases": arrow.list_(text), "mentions": whole, "unnamed": arrow.bool_()},
        "events": {**fact, "basis": text, "edtf": text, **days, "place": text, "work": text, "score": score},
        "states": {**fact, "stint": whole, **bounds},
        "kin": fact,
        "claims": {"id": text, "of": text, **quote, **told},
    }
    return {name: arrow.schema(list(each.items())) for name, each in columns.items()}


def _document(document: Document) -> Row:
    return document.model_dump(include={"id", "title", "publisher", "published", "source"})


def _person(person: Person) -> Row:
    return person.model_dump(include={"id", "name", "aliases", "mentions", "unnamed"})


def _event(event: Event) -> Row:
    about = {"basis": event.basis.value, "place": event.place, "work": event.work, "score": event.score}
    return {**_fact(event), **_when(event), **about}


def _state(state: State) -> Row:
    bounds = {
        f"{end}_{name}": getattr(bound, name)
        for end, bound in (("start", state.start), ("end", state.end))
        for name in ("earliest", "latest", "basis")
    }
    return {**_fact(state), "stint": state.stint, **bounds}


def _claims(timeline: Timeline, options: Options) -> Iterator[Row]:
    for record in chain[Event | State | Kin](options.events(timeline), options.states(timeline), options.kin(timeline)):
        for claim in record.claims:
            told = {"status": claim.status.value, **claim.model_dump(include={"said_by", "found_by", "score"})}
            yield {"id": claim.id, "of": record.id, **claim.evidence.model_dump(), **_when(claim), **told}


def _fact(record: Event | State | Kin) -> Row:
    who = [member.model_dump() for member in record.people]
    return {"id": record.id, "type": record.type, "people": who, "status": record.status.value}


def _when(record: Event | Claim) -> Row:
    when = record.when
    return {"edtf": when.edtf, "earliest": when.earliest, "latest": when.latest} if when else {}


def _written(rows: Iterator[Row], schema: Any) -> Iterator[bytes]:
    from pyarrow.parquet import ParquetWriter

    sink = _Sink()
    with ParquetWriter(_arrow().PythonFile(sink, mode="w"), schema) as writer:
        while batch := [_legal(row) for row in islice(rows, _BATCH)]:
            writer.write_table(_arrow().Table.from_pylist(batch, schema=schema))
            yield sink.taken()
    yield sink.taken()


def _legal(value: Any) -> Any:
    """A value without lone surrogates, which are no text to Arrow."""
    if isinstance(value, dict):
        return {name: _legal(each) for name, each in value.items()}
    if isinstance(value, (list, tuple)):
        return [_legal(each) for each in value]
    return value.encode("utf-8", "replace").decode() if isinstance(value, str) else value


class _Sink:
    """A file that hands over what was written to it."""

    closed = False

    def __init__(self) -> None:
        self._parts: list[bytes] = []
        self._size = 0

    def write(self, part: Any) -> int:
        self._parts.append(bytes(part))
        self._size += len(part)
        return len(part)

    def tell(self) -> int:
        return self._size

    def flush(self) -> None:
        """Nothing waits."""

    def close(self) -> None:
        self.closed = True

    def taken(self) -> bytes:
        taken, self._parts = self._parts, []
        return b"".join(taken)


def _arrow() -> Any:
    try:
        import pyarrow
    except ImportError:
        raise KgError("the format parquet needs pyarrow: pip install 'kg[parquet]'") from None
    return pyarrow
