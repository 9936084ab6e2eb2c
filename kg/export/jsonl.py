"""JSON lines: one record a line, in the forms of `kg.export.forms`; the same timeline gives the same bytes."""

import json
import re
from collections.abc import Callable, Iterator
from typing import Any

from kg.export.forms import Json, conflict, document, event, kin, person, state, told
from kg.export.options import Everything, Options, ordered
from kg.records import Conflict, Document, Event, Judgement, Kin, Person, Record, State, TimeExpression, Timeline

# they would end a line for some readers, steer a terminal, turn the reading direction or be no UTF-8
_UNSAFE = re.compile("[\x7f-\x9f\u2028\u2029\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff\ud800-\udfff]")


def chunks(timeline: Timeline, options: Options) -> Iterator[str]:
    """The file, line by line."""
    for record in records(timeline, real=options.real, full=options.full):
        yield line(record) + "\n"


def line(record: Json) -> str:
    """A record as one line of JSON that is safe to print.

    >>> line({"name": "Zoë\\x9b\\u2028"})
    '{"name": "Zoë\\\\u009b\\\\u2028"}'
    """
    return dumped(record)


def json_line(record: Record) -> str:
    """Any record on one line: those of a timeline in the forms of an export, the rest with their fields."""
    return line(_form(record))


def _form(record: Record) -> Json:
    forms: dict[type[Record], Callable[[Any], Json]] = {
        Document: document,
        Person: person,
        Event: event,
        State: state,
        Kin: kin,
        Conflict: conflict,
    }
    if type(record) in forms:
        return forms[type(record)](record)
    if isinstance(record, TimeExpression):
        granularity = {"granularity": record.when.granularity.value} if record.when else {}
        return _plain(record) | {"when": (told(record.when) or {}) | granularity or None}
    return _plain(record) | ({"when": told(record.when)} if isinstance(record, Judgement) else {})


def dumped(value: Any) -> str:
    """A value as JSON in which no character steers a terminal or ends a line; letters of all scripts stay readable."""
    return _UNSAFE.sub(lambda match: f"\\u{ord(match[0]):04x}", json.dumps(value, ensure_ascii=False))


def records(timeline: Timeline, *, real: bool = False, full: Everything | None = None) -> Iterator[Json]:
    """Every record of a timeline as plain data: documents, people, events, states, ties, conflicts, each kind by id.

    `real` leaves out the events, states and ties that no source tells as having happened. `full` adds the documents'
    texts, every reading with its claims, and the judgements.
    """
    options = Options(real=real)
    yield from map(document, ordered(timeline.documents)) if full is None else _everything(full)
    yield from map(person, ordered(timeline.people))
    yield from map(event, options.events(timeline))
    yield from map(state, options.states(timeline))
    yield from map(kin, options.kin(timeline))
    yield from map(conflict, options.conflicts(timeline))


def _everything(full: Everything) -> Iterator[Json]:
    """What a store is made of, record by record as it is."""
    for each in ordered(tuple(full.documents)):
        yield document(each) | _plain(each)
    for reading in sorted(full.readings, key=lambda reading: reading.document):
        yield {"kind": "reading", **_plain(reading)}
    for judgement in full.judgements:  # in the order in which they were made: a later one overrules
        yield {"kind": "judgement", **_plain(judgement)}


def _plain(record: Record) -> Json:
    return record.model_dump(mode="json")
