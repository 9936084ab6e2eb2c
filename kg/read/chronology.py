"""Facts that were never prose: a hand-made or exported chronology, as JSON lines or CSV, to claims of that file.

A row is an event, a state or a tie: {"kind": "event", "type": "married", "people": ["Ada", "Bob"], "when": "2017-06"}.
Names alone are enough, dates are EDTF. A row's characters are the evidence of its claims. Rows that say from which
`document` they are, or when that was `published`, make one document each, so that they can be left out as of a day.
Whoever bears one name in a file is one person, and another name is another person; "(unnamed)" in a name marks
somebody who is only described. Whatever cannot be right is an InputError with its line, for the whole file.
"""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from typing import Any, TypeVar

from pydantic import ValidationError

from kg.errors import InputError
from kg.ontology.schema import Ontology
from kg.read import fact
from kg.read.draft import digested, renamed, writable
from kg.read.fact import Fact
from kg.read.published import find_day
from kg.read.rows import FACTS, Row, rows
from kg.records import Claim, Document, Evidence, Judgement, LocalPerson, Participant, Reading, Record, content_id

R = TypeVar("R", bound=Record)

STAMP = "imported"  # a reading that no version of model, ontology or code made, so that none replaces it


@dataclass(frozen=True, slots=True)
class Facts:
    """What a file holds: documents, each with what it says, and judgements (in full exports only)."""

    told: tuple[tuple[Document, Reading], ...]
    judgements: tuple[Judgement, ...] = ()


@dataclass(frozen=True, slots=True)
class _Known:
    """What the rows about people and documents say: by id for exports, by name where a row has no id."""

    people: dict[str, dict[str, Any]]
    documents: dict[str, dict[str, Any]]


def facts(text: str, source: str, ontology: Ontology) -> Facts:
    """The facts of a file's text; `source` names its documents.

    Raises InputError, naming file, line and fault, for the first row that is wrong.
    """
    found = list(rows(writable(text), source))
    if any(row.kind == "reading" for row in found):
        return _full(found)
    known = _Known(_by_id(found, "person"), _by_id(found, "document"))
    told = [each for row in found if row.kind in FACTS for each in fact.facts(row, ontology)]
    if not told:
        raise InputError(f"{source}: it holds no facts: rows of kind event, state or kin")
    return Facts(tuple(_readings(told, source, known, text.strip())))


def _by_id(found: list[Row], kind: str) -> dict[str, dict[str, Any]]:
    return {str(row.values.get("id") or row.values.get("name")): row.values for row in found if row.kind == kind}


# documents


def _readings(told: list[Fact], source: str, known: _Known, whole: str) -> Iterator[tuple[Document, Reading]]:
    groups: dict[str, list[Fact]] = defaultdict(list)
    for each in _dated(told, known):
        groups[each.document or (each.published.isoformat() if each.published else "")].append(each)
    cast = content_id("cast", source) if len(groups) > 1 else ""
    for name in sorted(groups):
        document = _document(name, groups[name], source, known, "" if cast else whole)
        yield document, _reading(document, groups[name], known, cast)


def _dated(told: list[Fact], known: _Known) -> Iterator[Fact]:
    """The facts, each with the day on which its document was published: a document has one."""
    days: dict[str, date] = {}
    for each in told:
        first = days.setdefault(each.document, each.published) if each.document and each.published else None
        if first and first != each.published:
            raise each.row.wrong(f"'published' of {each.document!r} is {first} above, and {each.published} here")
    for name, values in known.documents.items():
        if day := find_day(str(values.get("published") or "")):
            days.setdefault(name, day)
    for each in told:
        yield replace(each, published=each.published or days.get(each.document))


def _document(name: str, told: list[Fact], source: str, known: _Known, whole: str) -> Document:
    values = known.documents.get(name, {})
    text = whole or "\n".join(dict.fromkeys(each.row.text for each in told))
    made = Document(
        id="",
        source="",
        text=text,
        title=str(values.get("title") or values.get("source") or (name if told[0].document else "")),
        publisher=values.get("publisher") or next((each.publisher for each in told if each.publisher), None),
        published=told[0].published,
    )
    return renamed(digested(made), f"{source}#{values.get('source') or name}" if name else source)


def _reading(document: Document, told: list[Fact], known: _Known, cast: str) -> Reading:
    places: dict[str, int] = {}
    reached = 0
    for each in told:
        if each.row.text not in places:
            reached = places[each.row.text] = document.text.index(each.row.text, reached)
    claims = [_claim(document, each, places[each.row.text], number) for number, each in enumerate(told)]
    people = _people(document, told, known, places)
    return Reading(document=document.id, stamp=STAMP, people=people, claims=tuple(claims), cast=cast)


def _claim(document: Document, fact: Fact, start: int, number: int) -> Claim:
    return Claim(
        id=content_id("claim", document.id, fact.row.number, number),
        document=document.id,
        kind=fact.kind,
        type=fact.type,
        people=tuple(Participant(role=each.role, person=each.key, name=each.name) for each in fact.people),
        evidence=_evidence(document, fact.row, start),
        found_by=fact.found_by or STAMP,
        **fact.fields,
    )


def _evidence(document: Document, row: Row, start: int) -> Evidence:
    return Evidence(document=document.id, start=start, end=start + len(row.text), quote=row.text)


def _people(document: Document, told: list[Fact], known: _Known, places: dict[str, int]) -> tuple[LocalPerson, ...]:
    found: dict[str, tuple[str, list[Fact]]] = {}
    for each in told:
        for person in each.people:
            found.setdefault(person.key, (person.name, []))[1].append(each)
    proof = {key: _evidence(document, told[0].row, places[told[0].row.text]) for key, (_, told) in found.items()}
    return tuple(
        _person(key, name, len(told), known.people.get(key, {}), proof[key])
        for key, (name, told) in sorted(found.items())
    )


def _person(key: str, name: str, mentions: int, values: dict[str, Any], evidence: Evidence) -> LocalPerson:
    aliases = values.get("aliases") or []
    gender = values.get("gender")
    return LocalPerson(
        key=key,
        name=name,
        names=tuple(sorted({name, *(str(each) for each in (aliases if isinstance(aliases, list) else [aliases]))})),
        unnamed=bool(values.get("unnamed")) or "(unnamed)" in name,
        gender=gender if gender in ("female", "male") else "",
        mentions=mentions,
        evidence=evidence,
    )


# full exports


def _full(found: list[Row]) -> Facts:
    """An export with texts, claims and judgements: what is true in it, as it was; what was derived is derived again."""
    documents = {row.values.get("id"): _record(row, Document) for row in found if row.kind == "document"}
    readings = {row.values.get("document"): row for row in found if row.kind == "reading"}
    told = []
    for id, row in readings.items():
        reading = _record(row, Reading)
        if id not in documents:
            raise row.wrong(f"its document {id!r} is not in the file")
        for claim in reading.claims:
            evidence = claim.evidence
            text = documents[id].title if evidence.field == "title" else documents[id].text
            if text[evidence.start : evidence.end] != evidence.quote:
                raise row.wrong(f"the quote of claim {claim.id} is not in its document")
        told.append((documents[id], reading))
    return Facts(tuple(told), tuple(_record(row, Judgement) for row in found if row.kind == "judgement"))


def _record(row: Row, type: type[R]) -> R:
    values = {name: value for name, value in row.values.items() if name in type.model_fields}
    try:
        return type.model_validate(values)
    except ValidationError as error:
        first = error.errors()[0]
        raise row.wrong(f"{'.'.join(map(str, first['loc']))}: {first['msg'].lower()}") from None
