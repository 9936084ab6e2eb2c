"""A timeline as RDF: who and what in schema.org's terms, when in OWL-Time's, by which source in PROV-O's.

An event lies on some day of its interval; a state lasts from the beginning to the end of its own, each with two bounds.
All triples of a subject come together. `shapes.ttl` beside this module says in SHACL what holds of them.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from urllib.parse import quote

from kg.dates.interval import Interval
from kg.export.options import Options, ordered
from kg.records import Bound, Claim, Conflict, Document, Event, Kin, Member, Person, State, Timeline

PREFIXES = {
    "kg": "urn:kg:term:",
    "prov": "http://www.w3.org/ns/prov#",
    "time": "http://www.w3.org/2006/time#",
    "schema": "https://schema.org/",
    "dcterms": "http://purl.org/dc/terms/",
    "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
    "rdfs": "http://www.w3.org/2000/01/rdf-schema#",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
    "edtf": "http://id.loc.gov/datatypes/edtf/",
}


@dataclass(frozen=True, slots=True)
class Literal:
    """A value with its type, as a prefixed name."""

    value: str
    type: str = "xsd:string"


Triple = tuple[str, str, str | Literal]  # identifiers and prefixed names, or a literal as the object
Facts = Iterable[tuple[str, str | Literal | None]]


def triples(timeline: Timeline, options: Options) -> Iterator[Triple]:
    """The triples, record by record; identifiers stand as `<urn:kg:…>`, names as `prefix:name`."""
    for person in ordered(timeline.people):
        yield from _of(_iri(person.id), _person(person))
    for document in ordered(timeline.documents):
        yield from _of(_iri(document.id), _document(document))
    for event in options.events(timeline):
        yield from _of(_iri(event.id), _event(event))
        yield from _interval(f"{event.id}:when", event.when)
        yield from _claims(event.id, event.claims)
    for state in options.states(timeline):
        yield from _of(_iri(state.id), _state(state))
        yield from _stretch(state)
        yield from _claims(state.id, state.claims)
    for kin in options.kin(timeline):
        yield from _of(_iri(kin.id), _kin(kin))
        yield from _claims(kin.id, kin.claims)
    for conflict in options.conflicts(timeline):
        yield from _of(_iri(conflict.id), _conflict(conflict))


def _of(subject: str, facts: Facts) -> Iterator[Triple]:
    return ((subject, name, value) for name, value in facts if value is not None)


def _person(person: Person) -> Facts:
    yield "rdf:type", "schema:Person"
    yield "rdfs:label", Literal(person.name)
    yield from (("schema:alternateName", Literal(alias)) for alias in person.aliases)


def _document(document: Document) -> Facts:
    yield "rdf:type", "prov:Entity"
    yield "rdf:type", "schema:CreativeWork"
    yield "dcterms:title", _text(document.title)
    yield "dcterms:publisher", _text(document.publisher)
    yield "dcterms:creator", _text(document.author)
    yield "dcterms:issued", _day(document.published)
    yield "dcterms:source", Literal(document.source)


def _event(event: Event) -> Facts:
    yield from _common(event, "kg:Event")
    yield "kg:basis", Literal(event.basis.value)
    yield "kg:sometimeIn", _iri(f"{event.id}:when") if event.when else None
    yield "kg:place", _text(event.place)
    yield "kg:work", _text(event.work)
    yield "kg:score", Literal(repr(event.score), "xsd:double")


def _state(state: State) -> Facts:
    yield from _common(state, "kg:State")
    yield "kg:stint", Literal(str(state.stint), "xsd:integer")
    yield "time:hasTime", _iri(f"{state.id}:time")


def _kin(kin: Kin) -> Facts:
    yield from _common(kin, "kg:Kin")


def _common(record: Event | State | Kin, kind: str) -> Facts:
    yield "rdf:type", kind
    yield "rdf:type", f"kg:{_name(record.type)}"
    yield "rdfs:label", Literal(record.type.replace("_", " "))
    yield "kg:status", Literal(record.status.value)
    yield from _roles(record.people)
    yield from (("prov:wasDerivedFrom", _iri(f"{record.id}:{claim.id}")) for claim in record.claims)


def _roles(people: Iterable[Member]) -> Facts:
    return ((f"kg:{_name(member.role)}", _iri(member.id)) for member in people)


def _conflict(conflict: Conflict) -> Facts:
    yield "rdf:type", "kg:Conflict"
    yield "rdfs:comment", Literal(conflict.why)
    yield from (("kg:concerns", _iri(event)) for event in conflict.events)


def _claims(owner: str, claims: Iterable[Claim]) -> Iterator[Triple]:
    for claim in claims:
        yield from _of(_iri(f"{owner}:{claim.id}"), _claim(claim))


def _claim(claim: Claim) -> Facts:
    yield "rdf:type", "prov:Entity"
    yield "rdf:type", "kg:Claim"
    yield "prov:wasQuotedFrom", _iri(claim.evidence.document)
    yield "prov:value", Literal(claim.evidence.quote)
    yield "kg:field", Literal(claim.evidence.field)
    yield "kg:start", Literal(str(claim.evidence.start), "xsd:integer")
    yield "kg:end", Literal(str(claim.evidence.end), "xsd:integer")
    yield "kg:status", Literal(claim.status.value)
    yield "kg:saidBy", _text(claim.said_by)
    yield "kg:foundBy", _text(claim.found_by)
    yield "kg:score", Literal(repr(claim.score), "xsd:double")


def _interval(name: str, when: Interval | None) -> Iterator[Triple]:
    if when is None:
        return
    edges = (("time:hasBeginning", "first", when.earliest), ("time:hasEnd", "last", when.latest))
    yield _iri(name), "rdf:type", "time:ProperInterval"
    yield _iri(name), "kg:edtf", Literal(when.edtf, "edtf:EDTF")
    yield from _of(_iri(name), ((edge, _iri(f"{name}:{end}")) for edge, end, day in edges if day))
    for _, end, day in edges:
        if day:
            yield from _of(_iri(f"{name}:{end}"), [("rdf:type", "time:Instant"), ("time:inXSDDate", _day(day))])


def _stretch(state: State) -> Iterator[Triple]:
    name, ends = f"{state.id}:time", (("time:hasBeginning", "start", state.start), ("time:hasEnd", "end", state.end))
    yield _iri(name), "rdf:type", "time:ProperInterval"
    yield from _of(_iri(name), ((edge, _iri(f"{name}:{end}")) for edge, end, _ in ends))
    for _, end, bound in ends:
        yield from _of(_iri(f"{name}:{end}"), _bound(bound))


def _bound(bound: Bound) -> Facts:
    yield "rdf:type", "time:Instant"
    yield "kg:earliest", _day(bound.earliest)
    yield "kg:latest", _day(bound.latest)
    yield "kg:basis", Literal(bound.basis.value)


def _iri(id: str) -> str:
    return f"<urn:kg:{quote(id, safe=':')}>"


def _name(name: str) -> str:
    """A type or role as the local part of a name."""
    return "".join(each if each.isascii() and each.isalnum() else "_" for each in name) or "_"


def _text(text: str | None) -> Literal | None:
    return Literal(text) if text else None


def _day(day: date | None) -> Literal | None:
    return Literal(day.isoformat(), "xsd:date") if day else None
