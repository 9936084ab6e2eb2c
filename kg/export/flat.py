"""A timeline as nodes and edges with plain values, for every format that draws a graph.

`events`  people, events, states, places, documents and conflicts are nodes; edges tell roles, places, sources and ties.
`people`  people are nodes; each stint of a relation and each tie is an edge of its own.

Days stand twice: as ISO text, and as a number that sorts (20170603). A value that is not known is left out.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from itertools import chain, combinations

from kg.dates.interval import Interval
from kg.export.colours import colour
from kg.export.options import Options, ordered
from kg.records import (
    Claim,
    Conflict,
    Document,
    Event,
    Kin,
    Member,
    Person,
    Rival,
    State,
    Timeline,
    content_id,
)

Value = str | int | float | bool

SEPARATOR = " | "  # between the members of a list


@dataclass(frozen=True, slots=True)
class Node:
    """A thing with plain values; its id is that of the record."""

    id: str
    values: dict[str, Value]


@dataclass(frozen=True, slots=True)
class Edge:
    """A tie from one node to another; its id is unique in the whole file."""

    id: str
    source: str
    target: str
    values: dict[str, Value]


_NAMES = {
    "string": """kind type label color status evidence documents people name aliases basis place work why
        when earliest latest bounds_earliest bounds_latest bounds_why rivals
        start_earliest start_latest start_basis start_why end_earliest end_latest end_basis end_why attested
        title publisher published source url role claim claims field quote said_by found_by""",
    "int": "r g b mentions stint start end earliest_number latest_number published_number start_number end_number",
    "boolean": "unnamed symmetric",
    "double": "score",
}

# every name a value may have, and its type in GraphML; one name has one type in the whole file
FIELDS: dict[str, str] = {name: type for type, names in _NAMES.items() for name in names.split()}


def graph(timeline: Timeline, options: Options) -> Iterator[Node | Edge]:
    """The nodes and edges of the shape that `options` ask for, record by record; a node comes before its edges."""
    sources = {document.id: cited(document) for document in timeline.documents}
    for person in ordered(timeline.people):
        yield _person(person)
    if options.shape == "people":
        yield from _ties_of_people(timeline, options, sources)
        return
    for document in ordered(timeline.documents):
        yield _document(document)
    yield from _happenings(timeline, options, sources)
    for conflict in options.conflicts(timeline):
        yield from _conflict(conflict)


def cited(document: Document) -> str:
    """A document in a few words: who published it, and when."""
    name = document.publisher or document.title or document.source
    return f"{name}, {document.published}" if document.published else name


def link(document: Document) -> str | None:
    """Its address on the web, if that is where it comes from."""
    return document.source if document.source.startswith(("https://", "http://")) else None


def _ties_of_people(timeline: Timeline, options: Options, sources: dict[str, str]) -> Iterator[Edge]:
    records: Iterator[State | Kin] = chain(options.states(timeline), options.kin(timeline))
    for record in records:
        values = _state(record, sources) if isinstance(record, State) else _kin(record, sources)
        values["documents"] = SEPARATOR.join(sorted({claim.document for claim in record.claims}))
        for number, (one, other) in enumerate(combinations(record.people, 2)):
            yield Edge(f"{record.id}:{number}", one.id, other.id, values)


def _happenings(timeline: Timeline, options: Options, sources: dict[str, str]) -> Iterator[Node | Edge]:
    places: set[str] = set()
    for event in options.events(timeline):
        yield Node(event.id, _event(event, sources))
        yield from _around(event, sources)
        if event.place:
            place = content_id("place", event.place)
            if place not in places:
                places.add(place)
                yield Node(place, _coloured(kind="place", type="place", label=event.place, name=event.place))
            yield Edge(f"{event.id}:place", event.id, place, {"kind": "place", "label": "in"})
    for state in options.states(timeline):
        yield Node(state.id, _state(state, sources))
        yield from _around(state, sources)
    for kin in options.kin(timeline):
        for number, (one, other) in enumerate(combinations(kin.people, 2)):
            yield Edge(f"{kin.id}:{number}", one.id, other.id, _kin(kin, sources))


def _around(record: Event | State, sources: dict[str, str]) -> Iterator[Edge]:
    """Edges to the people of a record, by role, and to the documents that prove it, a claim each."""
    for number, member in enumerate(record.people):
        values: dict[str, Value] = {"kind": "role", "label": member.role, "role": member.role}
        yield Edge(f"{record.id}:{number}", record.id, member.id, values)
    for claim in record.claims:
        if claim.evidence.document in sources:
            yield Edge(f"{record.id}:{claim.id}", record.id, claim.evidence.document, _claim(claim))


def _person(person: Person) -> Node:
    values = _coloured(
        kind="person",
        type="person",
        label=person.name,
        name=person.name,
        aliases=SEPARATOR.join(person.aliases),
        mentions=person.mentions,
        unnamed=person.unnamed,
    )
    return Node(person.id, values)


def _document(document: Document) -> Node:
    values = _coloured(
        kind="document",
        type="document",
        label=document.title or document.source,
        title=document.title,
        publisher=document.publisher,
        published=_iso(document.published),
        published_number=_number(document.published),
        source=document.source,
        url=link(document),
    )
    return Node(document.id, values)


def _event(event: Event, sources: dict[str, str]) -> dict[str, Value]:
    when = event.when or Interval()
    return _coloured(
        kind="event",
        type=event.type,
        label=_label(event),
        people=_names(event.people),
        status=event.status.value,
        basis=event.basis.value,
        when=event.when.edtf if event.when else None,
        earliest=_iso(when.earliest),
        latest=_iso(when.latest),
        earliest_number=_number(when.earliest),
        latest_number=_number(when.latest),
        bounds_earliest=_iso(event.bounds.earliest),
        bounds_latest=_iso(event.bounds.latest),
        bounds_why=SEPARATOR.join(event.bounds.why),
        rivals=_rivals(event.rivals),
        place=event.place,
        work=event.work,
        score=event.score,
        evidence=_evidence(event.claims, sources),
    )


def _state(state: State, sources: dict[str, str]) -> dict[str, Value]:
    return _coloured(
        kind="state",
        type=state.type,
        label=_label(state),
        people=_names(state.people),
        status=state.status.value,
        stint=state.stint,
        start_earliest=_iso(state.start.earliest),
        start_latest=_iso(state.start.latest),
        start_number=_number(state.start.earliest or state.start.latest),
        start_basis=state.start.basis.value,
        start_why=state.start.why,
        end_earliest=_iso(state.end.earliest),
        end_latest=_iso(state.end.latest),
        end_number=_number(state.end.latest or state.end.earliest),
        end_basis=state.end.basis.value,
        end_why=state.end.why,
        attested=SEPARATOR.join(when.edtf for when in state.attested),
        rivals=_rivals(state.rivals),
        symmetric=True,
        evidence=_evidence(state.claims, sources),
    )


def _rivals(rivals: Iterable[Rival]) -> str:
    return SEPARATOR.join(f"{rival.when.edtf} ({', '.join(rival.documents)})" for rival in rivals)


def _kin(kin: Kin, sources: dict[str, str]) -> dict[str, Value]:
    return _coloured(
        kind="kin",
        type=kin.type,
        label=_label(kin),
        people=_names(kin.people),
        status=kin.status.value,
        symmetric=kin.type == "sibling_of",
        evidence=_evidence(kin.claims, sources),
    )


def _claim(claim: Claim) -> dict[str, Value]:
    evidence = claim.evidence
    return _known(
        kind="evidence",
        label=claim.status.value.replace("_", " "),
        claim=claim.id,
        field=evidence.field,
        start=evidence.start,
        end=evidence.end,
        quote=evidence.quote,
        status=claim.status.value,
        when=claim.when.edtf if claim.when else None,
        said_by=claim.said_by,
        found_by=claim.found_by,
        score=claim.score,
    )


def _conflict(conflict: Conflict) -> Iterator[Node | Edge]:
    claims = SEPARATOR.join(conflict.claims)
    values = _coloured(kind="conflict", type="conflict", label="conflict", why=conflict.why, claims=claims)
    yield Node(conflict.id, values)
    for number, event in enumerate(conflict.events):
        yield Edge(f"{conflict.id}:{number}", conflict.id, event, {"kind": "conflict", "label": "concerns"})


def _label(record: Event | State | Kin) -> str:
    """The type in words; what is not simply asserted says so, in every program that shows the label."""
    name = record.type.replace("_", " ")
    return name if record.status.value == "asserted" else f"{name} ({record.status.value.replace('_', ' ')})"


def _names(people: tuple[Member, ...]) -> str:
    return SEPARATOR.join(member.name for member in people)


def _evidence(claims: tuple[Claim, ...], sources: dict[str, str]) -> str:
    told = ((claim.evidence.quote, sources.get(claim.document, claim.document)) for claim in claims)
    return SEPARATOR.join(f"“{quote}” ({source})" for quote, source in told)


def _coloured(*, type: str, **values: Value | None) -> dict[str, Value]:
    """Known values with a colour, once as text and once as the three numbers that Gephi reads."""
    return {"type": type, **_shade(type), **_known(**values)}


@lru_cache(maxsize=256)
def _shade(type: str) -> dict[str, Value]:
    shade = colour(type)
    red, green, blue = (int(shade[place : place + 2], 16) for place in (1, 3, 5))
    return {"color": shade, "r": red, "g": green, "b": blue}


def _known(**values: Value | None) -> dict[str, Value]:
    return {name: value for name, value in values.items() if value is not None and value != ""}


def _iso(day: date | None) -> str | None:
    return day.isoformat() if day else None


def _number(day: date | None) -> int | None:
    return day.year * 10_000 + day.month * 100 + day.day if day else None


def category(element: Node | Edge) -> str:
    """The label of a node or the type of an edge, as graph databases name them.

    >>> category(Node("1", {"kind": "event"})), category(Edge("2", "1", "3", {"kind": "role", "role": "partner"}))
    ('Event', 'PARTNER')
    """
    kind, values = str(element.values["kind"]), element.values
    if isinstance(element, Node):
        return kind.capitalize()
    name = str(values.get("role" if kind == "role" else "type", kind))
    return "".join(each if each.isascii() and each.isalnum() else "_" for each in name).upper()
