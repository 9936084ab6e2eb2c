"""Records as plain data, in the forms that other programs read.

Dates are `{"edtf", "earliest", "latest"}` wherever they stand: EDTF is ISO 8601-2, the two bounds are ISO days or null.
"""

from collections.abc import Iterable
from datetime import date
from typing import Any

from kg.dates.interval import Interval
from kg.records import Bound, Claim, Conflict, Document, Event, Kin, Member, Person, Rival, State

Json = dict[str, Any]


def document(document: Document) -> Json:
    """Where a text comes from, without the text."""
    return {
        "kind": "document",
        "id": document.id,
        "title": document.title,
        "publisher": document.publisher,
        "published": _iso(document.published),
        "source": document.source,
    }


def person(person: Person) -> Json:
    """A person and the names they are called by."""
    return {
        "kind": "person",
        "id": person.id,
        "name": person.name,
        "aliases": list(person.aliases),
        "mentions": person.mentions,
        "unnamed": person.unnamed,
    }


def event(event: Event) -> Json:
    """What happened to whom and when, with rival dates and every claim behind it; the child of a birth stands apart."""
    child = next((member for member in event.people if member.role == "child"), None)
    return {
        "kind": "event",
        "id": event.id,
        "type": event.type,
        "people": _people(tuple(member for member in event.people if member is not child)),
        **({"child": _people((child,))[0]} if child else {}),
        "when": told(event.when),
        "status": event.status.value,
        "basis": event.basis.value,
        "place": event.place,
        "work": event.work,
        "score": event.score,
        "bounds": {
            "earliest": _iso(event.bounds.earliest),
            "latest": _iso(event.bounds.latest),
            "why": list(event.bounds.why),
        },
        "rivals": _rivals(event.rivals),
        "claims": _claims(event.claims),
    }


def state(state: State) -> Json:
    """A stint of a relation, with its four bounds."""
    return {
        "kind": "state",
        "id": state.id,
        "type": state.type,
        "people": _people(state.people),
        "stint": state.stint,
        "start": _bound(state.start),
        "end": _bound(state.end),
        "attested": [told(when) for when in state.attested],
        "rivals": _rivals(state.rivals),
        "status": state.status.value,
        "claims": _claims(state.claims),
    }


def _rivals(rivals: Iterable[Rival]) -> list[Json]:
    return [{**(told(rival.when) or {}), "documents": list(rival.documents)} for rival in rivals]


def kin(kin: Kin) -> Json:
    """A standing tie; the parent comes first."""
    return {
        "kind": "kin",
        "id": kin.id,
        "type": kin.type,
        "people": _people(kin.people),
        "status": kin.status.value,
        "claims": _claims(kin.claims),
    }


def conflict(conflict: Conflict) -> Json:
    """Events and claims that cannot all be right, and why."""
    return {
        "kind": "conflict",
        "id": conflict.id,
        "events": list(conflict.events),
        "claims": list(conflict.claims),
        "why": conflict.why,
        "told": [{"type": claim.type, "people": _participants(claim), **_claim(claim)} for claim in conflict.told],
    }


def _people(people: tuple[Member, ...]) -> list[Json]:
    return [{"id": member.id, "name": member.name, "role": member.role} for member in people]


def _participants(claim: Claim) -> list[Json]:
    return [{"name": each.name, "role": each.role} for each in claim.people]


def _claims(claims: tuple[Claim, ...]) -> list[Json]:
    return [_claim(claim) for claim in claims]


def _claim(claim: Claim) -> Json:
    evidence = claim.evidence
    return {
        "id": claim.id,
        "document": evidence.document,
        "field": evidence.field,
        "start": evidence.start,
        "end": evidence.end,
        "quote": evidence.quote,
        "status": claim.status.value,
        "when": told(claim.when),
        "said_by": claim.said_by,
        "found_by": claim.found_by,
        "score": claim.score,
    }


def told(when: Interval | None) -> Json | None:
    """A date; None where nothing is known of it."""
    if when is None or (when.earliest is None and when.latest is None):
        return None
    return {"edtf": when.edtf, "earliest": _iso(when.earliest), "latest": _iso(when.latest)}


def _bound(bound: Bound) -> Json:
    """Days and basis of one end of a state, marked where they are only reckoned, as "~" marks an event's."""
    days = {"earliest": _iso(bound.earliest), "latest": _iso(bound.latest), "basis": bound.basis.value}
    return {**days, "approximate": True} if bound.approximate else days


def _iso(day: date | None) -> str | None:
    return day.isoformat() if day else None
