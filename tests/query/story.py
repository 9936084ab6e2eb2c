"""An invented story as claims, a line each, and the timeline that follows from them."""

from datetime import date

from kg.dates.interval import Interval
from kg.ontology.load import load
from kg.records import Claim, Document, Evidence, LocalPerson, Participant, Reading, Status, Timeline
from kg.resolve.timeline import timeline

# document | published | publisher
DOCUMENTS = """
early  | 2019-05-01 | Harbour Post
middle | 2021-03-10 | Evening Lamp
late   | 2024-02-20 | Leith Courier
"""

# document | kind | type | people, in the order of roles | when (EDTF) | place or work | status
FACTS = """
early  | event | born            | Nora Vell                           | 1985-04-03 |                     |
early  | event | born            | Owen Tarrant                        | 1980       |                     |
early  | event | met             | Nora Vell, Owen Tarrant             | 2011-05    | at Leith            |
early  | event | worked_together | Nora Vell, Owen Tarrant             | 2011       | on Salt Harbour     |
early  | event | dating_began    | Nora Vell, Owen Tarrant             | 2011-07    |                     |
early  | event | went_public     | Nora Vell, Owen Tarrant             | 2012-02-14 | at Berlin           |
early  | event | moved_in        | Nora Vell, Owen Tarrant             | 2013       | at Leith            |
early  | event | engaged         | Nora Vell, Owen Tarrant             | 2014-12-24 | at Lisbon           |
early  | event | married         | Nora Vell, Owen Tarrant             | 2016-06-11 | at Saint Bride's    |
early  | event | child_born      | Nora Vell, Owen Tarrant, Tilda Tarrant | 2018-03-02 |                  |
early  | event | dating_began    | Nora Vell, Jonah Pike               | 2008       |                     |
early  | event | separated       | Nora Vell, Jonah Pike               | 2010-11    |                     |
early  | event | engaged         | Nora Vell, Jonah Pike               | 2010       |                     | denied
early  | event | married         | Owen Tarrant, Iris Kemble           | 2004-08    | at Cardiff          |
early  | event | child_born      | Owen Tarrant, Iris Kemble, Milo Tarrant | 2006-01-09 |                 |
early  | event | divorced        | Owen Tarrant, Iris Kemble           | 2009       |                     |
early  | kin   | parent_of       | Ruth Vell, Nora Vell                |            |                     |
early  | kin   | parent_of       | Ruth Vell, Hugo Vell                |            |                     |
early  | kin   | sibling_of      | Nora Vell, Hugo Vell                |            |                     |
early  | event | married         | Hugo Vell, Petra Lang               | 2015-09    |                     |
early  | event | died            | Ruth Vell                           | 2015-01-20 |                     |
middle | event | separated       | Nora Vell, Owen Tarrant             | 2020-10    |                     | reported
middle | state | married         | Hugo Vell, Petra Lang               | 2021-03-10 |                     |
late   | event | divorced        | Nora Vell, Owen Tarrant             | 2022-04-05 |                     |
late   | event | dating_began    | Nora Vell, Felix Brandt             | 2023-05    |                     | reported
late   | state | dating          | Nora Vell, Felix Brandt             | 2024-02-20 |                     | reported
late   | state | married         | Hugo Vell, Petra Lang               | 2024-02-20 |                     |
late   | event | engaged         | Owen Tarrant, Lise Amory            | ../2023-12 |                     |
late   | state | engaged         | Owen Tarrant, Lise Amory            | 2024-02-20 |                     |
late   | event | married         | Owen Tarrant, Lise Amory            | 2025-06    |                     | planned
"""

ONTOLOGY = load()


def story(*, as_of: date | None = None) -> Timeline:
    """The timeline of the invented story, or as much of it as was published by a day."""
    documents = {name: _document(name, published, publisher) for name, published, publisher in _rows(DOCUMENTS)}
    claims: dict[str, list[Claim]] = {name: [] for name in documents}
    for number, row in enumerate(_rows(FACTS)):
        claims[row[0]].append(_claim(number, row, documents[row[0]]))
    readings = [Reading(document=name, people=_people(found), claims=tuple(found)) for name, found in claims.items()]
    return timeline(documents.values(), readings, [], ONTOLOGY, as_of=as_of)


def _rows(table: str) -> list[list[str]]:
    return [[cell.strip() for cell in line.split("|")] for line in table.strip().splitlines()]


def _document(name: str, published: str, publisher: str) -> Document:
    text = "\n".join(" ".join(row[2:]) for row in _rows(FACTS) if row[0] == name)
    return Document(
        id=name, source=f"{name}.txt", text=text, publisher=publisher, published=date.fromisoformat(published)
    )


def _claim(number: int, row: list[str], document: Document) -> Claim:
    _, kind, type, people, when, where, status = row
    start = document.text.index(" ".join(row[2:]))
    names = people.split(", ")
    return Claim(
        id=f"{number:012}",
        document=document.id,
        kind=kind,
        type=type,
        people=tuple(
            Participant(role=role, person=name, name=name)
            for role, name in zip(_roles(kind, type), names, strict=False)
        ),
        when=Interval.from_edtf(when) if when else None,
        place=where.removeprefix("at ") if where.startswith("at ") else None,
        work=where.removeprefix("on ") if where.startswith("on ") else None,
        status=Status(status or "asserted"),
        evidence=Evidence(document=document.id, start=start, end=start + len(type), quote=type),
    )


def _roles(kind: str, type: str) -> tuple[str, ...]:
    if kind == "kin":
        return ("parent", "child") if type == "parent_of" else ("sibling", "sibling")
    return ("partner", "partner") if kind == "state" else ONTOLOGY.events[type].roles


def _people(claims: list[Claim]) -> tuple[LocalPerson, ...]:
    names = sorted({each.name for claim in claims for each in claim.people})
    return tuple(LocalPerson(key=name, name=name, names=(name,)) for name in names)
