"""GEDCOM 7, for programs that keep family trees: https://gedcom.io/specifications/FamilySearchGEDCOMv7.html

A couple, or a child's parents, are a family. Only what a source asserts becomes a GEDCOM event of its own; what is told
as a report or a rumour, or has no tag, is an EVEN whose TYPE says so. Dates keep their words as a PHRASE.
Siblings whose parents are not known have no place in it.
"""

import re
from collections.abc import Iterable, Iterator

from kg.dates.english import stretch, words
from kg.export.ged_dates import of_day, of_stretch
from kg.export.ged_tree import Family, Tree, tree
from kg.export.options import Options, ordered
from kg.ontology.load import load
from kg.records import Claim, Document, Event, Person, State, Status, Timeline

Line = tuple[int, str, str]  # level, tag, payload

_BANNED = re.compile("[\x00-\x08\x0b-\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")  # GEDCOM 7, section 1.1
_POINTING = ("HUSB", "WIFE", "CHIL", "FAMS", "FAMC", "SOUR")
_TRUST = {Status.ASSERTED: "2", Status.REPORTED: "1"}  # QUAY; a rumour has 0


def chunks(timeline: Timeline, options: Options) -> Iterator[str]:
    """The file, record by record: people, families, sources."""
    grown, tags = tree(timeline, options), {type.name: type.gedcom for type in load().events.values() if type.gedcom}
    yield "0 HEAD\n1 GEDC\n2 VERS 7.0\n"
    for person in ordered(timeline.people):
        lines = [*_person(person), *_told(grown.people.get(person.id, ()), tags), *_kinship(grown, person.id)]
        yield _record("I", (person.id,), "INDI", lines)
    for family in grown.known:
        yield _record("F", family, "FAM", [*_members(grown, family), *_told(grown.families.get(family, ()), tags)])
    for document in ordered(timeline.documents):
        yield _record("S", (document.id,), "SOUR", _source(document))
    yield "0 TRLR\n"


def _told(records: Iterable[tuple[Event | State, str]], tags: dict[str, str]) -> Iterator[Line]:
    for record, tag in records:
        yield from _state(record) if isinstance(record, State) else _event(record, tag or tags.get(record.type, ""))
        yield from _citations(record.claims)


def _event(event: Event, tag: str) -> Iterator[Line]:
    if tag and event.status is Status.ASSERTED:
        yield 1, tag, "" if event.when or event.place else "Y"
    else:
        yield 1, "EVEN", ", ".join(member.name for member in event.people)
        yield 2, "TYPE", _doubted(event.type, event.status)
    if event.when:
        yield 2, "DATE", of_day(event.when)
        yield 3, "PHRASE", words(event.when)
    if event.place:
        yield 2, "PLAC", event.place


def _state(state: State) -> Iterator[Line]:
    start, end = state.start.days, state.end.days
    yield 1, "FACT", _doubted(state.type, state.status)
    yield 2, "TYPE", "relationship"
    yield 2, "DATE", of_stretch(start, end)
    yield 3, "PHRASE", stretch(start, end)


def _doubted(type: str, status: Status) -> str:
    name = type.replace("_", " ")
    return name if status is Status.ASSERTED else f"{status.value}: {name}"


def _citations(claims: Iterable[Claim]) -> Iterator[Line]:
    for claim in claims:
        yield 2, "SOUR", _pointer("S", claim.document)
        yield 3, "PAGE", f"{claim.evidence.field}, characters {claim.evidence.start} to {claim.evidence.end}"
        yield 3, "DATA", ""
        yield 4, "TEXT", claim.evidence.quote
        yield 3, "QUAY", _TRUST.get(claim.status, "0")


def _person(person: Person) -> Iterator[Line]:
    if person.unnamed:
        yield 1, "NOTE", person.name
        return
    for number, name in enumerate((person.name, *person.aliases)):
        yield 1, "NAME", " ".join(name.replace("/", " ").split())  # one line, in which "/" would mark a surname
        if number:
            yield 2, "TYPE", "AKA"


def _kinship(grown: Tree, person: str) -> Iterator[Line]:
    for family in sorted(grown.as_parent.get(person, ())):
        yield 1, "FAMS", _pointer("F", *family)
    for family in sorted(grown.as_child.get(person, ())):
        yield 1, "FAMC", _pointer("F", *family)


def _members(grown: Tree, family: Family) -> Iterator[Line]:
    for tag, person in zip(("HUSB", "WIFE"), family, strict=False):  # two places, not sexes: the standard says so
        yield 1, tag, _pointer("I", person)
    for child in sorted(grown.children.get(family, ())):
        yield 1, "CHIL", _pointer("I", child)


def _source(document: Document) -> Iterator[Line]:
    for tag, text in (("TITL", document.title), ("AUTH", document.author), ("PUBL", document.publisher)):
        if text:
            yield 1, tag, text
    yield 1, "NOTE", f"{document.source}, {document.published}" if document.published else document.source


def _record(letter: str, ids: tuple[str, ...], tag: str, lines: Iterable[Line]) -> str:
    return f"0 {_pointer(letter, *ids)} {tag}\n" + "".join(_line(*line) for line in lines)


def _pointer(letter: str, *ids: str) -> str:
    return f"@{letter}{re.sub('[^A-Z0-9]', '_', '_'.join(ids).upper())}@"


def _line(level: int, tag: str, payload: str) -> str:
    """A line, with a CONT for every line break in it; a text that begins like a pointer doubles its "@"."""
    if tag in _POINTING:
        return f"{level} {tag} {payload}\n"
    first, *rest = ("@" * each.startswith("@") + each for each in re.split("\r\n?|\n", _BANNED.sub("\ufffd", payload)))
    lines = [(level, tag, first), *((level + 1, "CONT", each) for each in rest)]
    return "".join(f"{number} {name} {text}\n" if text else f"{number} {name}\n" for number, name, text in lines)
