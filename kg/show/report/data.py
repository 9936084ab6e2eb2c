"""What the page knows, as plain data. Its script counts UTF-16 code units where Python counts characters."""

from datetime import date
from typing import Any
from urllib.parse import quote

from kg.dates.english import on_day, stretch
from kg.dates.interval import Interval
from kg.export.colours import meaning
from kg.export.flat import link
from kg.records import Claim, Conflict, Document, Event, Kin, Member, Person, State, Timeline
from kg.show.maps import Group, groups
from kg.show.rows import Documents
from kg.show.safe import steady, visible
from kg.show.tables import by_weight, cited, dated, in_order, notes, understood

Plain = dict[str, Any]

_FEW = 8  # words of a quote that a link spells out; of a longer one, its first and last


def told(timeline: Timeline) -> Plain:
    """People, facts, conflicts, documents and the map of a timeline, in the order in which the page lists them."""
    documents = {document.id: document for document in timeline.documents}
    states = sorted(timeline.states, key=lambda state: (_first(state.start.days), state.type, state.id))
    kin = sorted(timeline.kin, key=lambda tie: (tie.type, *(member.name for member in tie.people), tie.id))
    facts: list[Event | State | Kin] = [*in_order(timeline.events), *states, *kin]
    return {
        "people": [_person(person) for person in sorted(timeline.people, key=_rank)],
        "facts": [_fact(fact, documents) for fact in facts],
        "conflicts": [_conflict(conflict) for conflict in timeline.conflicts],
        "documents": [_document(document) for document in sorted(timeline.documents, key=_published)],
        "map": [_group(group) for group in groups(timeline)],
    }


def fragment(url: str, said: str) -> str:
    """The address of a quote in a page on the web, which browsers find and mark (WICG, URL fragment text directives).

    >>> fragment("https://a.example/1#top", "They met in Leeds, a well-known town")
    'https://a.example/1#:~:text=They%20met%20in%20Leeds%2C%20a%20well%2Dknown%20town'
    """
    words = said.split()
    ends = [words] if len(words) <= _FEW else [words[: _FEW // 2], words[-_FEW // 2 :]]
    spelled = (quote(" ".join(end), safe="").replace("-", "%2D") for end in ends)
    return f"{url.partition('#')[0]}#:~:text={','.join(spelled)}"


def _person(person: Person) -> Plain:
    return {
        "id": person.id,
        "name": visible(person.name),
        "aliases": [visible(alias) for alias in person.aliases if alias != person.name],
        "mentions": person.mentions,
        "unnamed": person.unnamed,
        "why": [visible(reason) for reason in person.why],
    }


def _fact(fact: Event | State | Kin, documents: Documents) -> Plain:
    low, high = _days(fact)
    return {
        "id": fact.id,
        "kind": type(fact).__name__.lower(),
        "type": fact.type,
        "what": fact.type.replace("_", " ") + _numbered(fact),
        "meaning": meaning(fact.type),
        "when": _when(fact),
        "low": low.isoformat() if low else "",
        "high": high.isoformat() if high else "",
        "people": [[member.id, visible(member.name), _role(member, fact.people)] for member in fact.people],
        "status": fact.status.value.replace("_", " "),
        "real": fact.status.is_real,
        "place": visible(fact.place or "") if isinstance(fact, Event) else "",
        "work": visible(fact.work or "") if isinstance(fact, Event) else "",
        "notes": [visible(note) for note in notes(fact, documents)],
        "claims": [_claim(claim, documents) for claim in by_weight(fact)],
    }


def _claim(claim: Claim, documents: Documents) -> Plain:
    evidence = claim.evidence
    document = documents.get(evidence.document)
    url = link(document) if document else None
    text = str(getattr(document, evidence.field)) if document else ""
    return {
        "id": claim.id,
        "document": evidence.document if document else "",
        "field": evidence.field,
        "start": _units(text, evidence.start),
        "end": _units(text, evidence.end),
        "quote": visible(evidence.quote),
        "cited": visible(cited(document)) if document else visible(evidence.document),
        "url": fragment(url, evidence.quote) if url else "",
        "status": claim.status.value.replace("_", " "),
        "understood": visible(understood(claim)),
    }


def _conflict(conflict: Conflict) -> Plain:
    return {"id": conflict.id, "why": visible(conflict.why), "facts": conflict.events, "claims": conflict.claims}


def _document(document: Document) -> Plain:
    return {
        "id": document.id,
        "source": visible(document.source),
        "url": link(document) or "",
        "title": steady(document.title),
        "publisher": visible(document.publisher or ""),
        "author": visible(document.author or ""),
        "published": on_day(document.published),
        "text": steady(document.text),
    }


def _group(group: Group) -> Plain:
    ties = [
        {"fact": tie.state.id, "people": tie.people, "may": [_iso(tie.low), _iso(tie.high)]}
        | {"sure": [_iso(tie.first), _iso(tie.last)]}
        for tie in group.ties
    ]
    return {"width": group.width, "height": group.height, "people": group.places, "ties": ties}


def _when(fact: Event | State | Kin) -> str:
    if isinstance(fact, State):
        return stretch(fact.start.days, fact.end.days)
    return dated(fact) if isinstance(fact, Event) else ""


def _days(fact: Event | State | Kin) -> tuple[date | None, date | None]:
    """The first and the last day on which it may have been."""
    if isinstance(fact, State):
        return fact.start.earliest or fact.start.latest, fact.end.latest
    if isinstance(fact, Kin):
        return None, None
    when = fact.when or fact.bounds.days or Interval()
    return when.earliest, when.latest


def _numbered(fact: Event | State | Kin) -> str:
    return f" (stint {fact.stint})" if isinstance(fact, State) and fact.stint > 1 else ""


def _role(member: Member, people: tuple[Member, ...]) -> str:
    return member.role.replace("_", " ") if len({each.role for each in people}) > 1 else ""


def _rank(person: Person) -> tuple[bool, str, str]:
    return person.unnamed, person.name.casefold(), person.id


def _published(document: Document) -> tuple[date, str]:
    return document.published or date.max, document.source


def _first(when: Interval | None) -> date:
    return (when and (when.earliest or when.latest)) or date.max


def _iso(day: date | None) -> str:
    return day.isoformat() if day else ""


def _units(text: str, place: int) -> int:
    """Where a character stands when those beyond the first 65,536 count twice."""
    return place + sum(character > "\uffff" for character in text[:place]) if not text.isascii() else place
