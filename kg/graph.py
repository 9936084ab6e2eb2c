"""A timeline as a networkx.MultiDiGraph: people, events, documents and places as nodes, with plain attribute values.

Every node has a `kind` and a `label`, every edge a `kind`; days are ISO strings, and what is unknown is left out.
Participation goes from a person to an event (`role`), evidence from an event to a document (`quote`), `happened_in`
from an event to a place; states and ties go from person to person, a parent's towards the child.
"""

from collections.abc import Iterator
from datetime import date
from typing import TYPE_CHECKING, Any

from kg.records import Bound, Claim, Document, Event, Kin, Member, Person, State, Timeline

if TYPE_CHECKING:
    import networkx

Attributes = dict[str, str | int | float | bool]


def build(timeline: Timeline) -> "networkx.MultiDiGraph[str]":
    """The graph of all that a timeline holds; nodes and edge keys are the ids of its records."""
    import networkx

    graph: networkx.MultiDiGraph[str] = networkx.MultiDiGraph()
    for node, attributes in _nodes(timeline):
        graph.add_node(node, **attributes)
    for start, end, key, attributes in _edges(timeline):
        graph.add_edge(start, end, key=key, **attributes)
    return graph


def place_id(place: str) -> str:
    """The node of a place.

    >>> place_id("Kirkby Hall")
    'place:Kirkby Hall'
    """
    return f"place:{place}"


def _nodes(timeline: Timeline) -> Iterator[tuple[str, Attributes]]:
    yield from ((person.id, _person(person)) for person in timeline.people)
    yield from ((event.id, _event(event)) for event in timeline.events)
    yield from ((document.id, _document(document)) for document in timeline.documents)
    for place in sorted({event.place for event in timeline.events if event.place}):
        yield place_id(place), {"kind": "place", "label": place}


def _edges(timeline: Timeline) -> Iterator[tuple[str, str, str, Attributes]]:
    for event in timeline.events:
        for member in event.people:
            yield member.id, event.id, f"{event.id} {member.id}", {"kind": "participation", "role": member.role}
        for claim in event.claims:
            yield event.id, claim.document, claim.id, _evidence(claim)
        if event.place:
            yield event.id, place_id(event.place), f"{event.id} place", {"kind": "happened_in"}
    for state in timeline.states:
        yield *_ends(state.people), state.id, _state(state)
    for tie in timeline.kin:
        yield *_ends(tie.people), tie.id, _kin(tie)


def _ends(people: tuple[Member, ...]) -> tuple[str, str]:
    return people[0].id, people[-1].id


# attributes


def _person(person: Person) -> Attributes:
    aliases = "; ".join(person.aliases)
    return _known(
        kind="person",
        label=person.name,
        aliases=aliases,
        mentions=person.mentions,
        unnamed=person.unnamed,
        gender=person.gender,
    )


def _event(event: Event) -> Attributes:
    names = " and ".join(member.name for member in event.people)
    return _known(
        kind="event",
        label=f"{event.type}: {names}",
        type=event.type,
        when=event.when.edtf if event.when else None,
        earliest=event.bounds.earliest or (event.when and event.when.earliest),
        latest=event.bounds.latest or (event.when and event.when.latest),
        status=event.status.value,
        basis=event.basis.value,
        place=event.place,
        work=event.work,
        score=event.score,
        rivals="; ".join(rival.when.edtf for rival in event.rivals),
    )


def _document(document: Document) -> Attributes:
    return _known(
        kind="document",
        label=document.title or document.source,
        source=document.source,
        publisher=document.publisher,
        published=document.published,
    )


def _state(state: State) -> Attributes:
    bounds = {
        f"{name}_{key}": value
        for name, bound in (("start", state.start), ("end", state.end))
        for key, value in _bound(bound).items()
    }
    return {**_known(kind="state", type=state.type, stint=state.stint, status=state.status.value), **bounds}


def _bound(bound: Bound) -> Attributes:
    return _known(earliest=bound.earliest, latest=bound.latest, basis=bound.basis.value, why=bound.why)


def _kin(tie: Kin) -> Attributes:
    return _known(kind="kin", type=tie.type, status=tie.status.value)


def _evidence(claim: Claim) -> Attributes:
    return _known(
        kind="evidence",
        field=claim.evidence.field,
        start=claim.evidence.start,
        end=claim.evidence.end,
        quote=claim.evidence.quote,
        status=claim.status.value,
        said_by=claim.said_by,
        score=claim.score,
    )


def _known(**attributes: Any) -> Attributes:
    """The attributes that have a value, days as ISO strings."""
    return {
        name: value.isoformat() if isinstance(value, date) else value
        for name, value in attributes.items()
        if value not in (None, "")
    }
