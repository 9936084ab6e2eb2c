"""Judgements on what a graph shows: they name what a person saw, so that they hold when the graph is made anew."""

from kg.dates.interval import Interval
from kg.errors import KgError, UnknownName
from kg.query.view import Graph, day
from kg.records import Claim, Decision, Event, Judgement, Kin, State
from kg.resolve.judgements import holds, standing
from kg.resolve.names import folded
from kg.store import Store


def on_people(graph: Graph, verdict: str, *names: str) -> Judgement:
    """That people are the same or different ("same", "different"). Raises UnknownName for a name nobody bears."""
    known = {graph.person(name).record for name in names}
    told = sorted(name if len(known) < len(names) else graph.person(name).name for name in names)
    return Judgement.model_validate({"id": "", "verdict": verdict, "names": told})


def on_claims(graph: Graph, verdict: str, id: str) -> list[Judgement]:
    """That the claims behind an event, state or tie, or one claim, are right or wrong ("accept", "reject")."""
    return [
        Judgement.model_validate({"id": "", "verdict": verdict, **_target(claim), "names": _names(claim)})
        for claim in _claims(graph, id)
    ]


def on_date(graph: Graph, id: str, when: Interval | str) -> Judgement:
    """When an event really was."""
    claim, *_ = _claims(graph, id)
    interval = day(when)
    if interval is None:
        raise KgError("a correction needs a date")
    return Judgement.model_validate(
        {"id": "", "verdict": "correct", **_target(claim), "names": _names(claim), "when": interval}
    )


def decisions(store: Store) -> list[Decision]:
    """Every judgement in the order in which they were made, each with whether it still finds what it is about."""
    made = list(store.judgements())
    valid = {each.id for each in standing(made)}
    readings = list(store.readings())
    claims = [claim for reading in readings for claim in reading.claims]
    names = {folded(name) for reading in readings for local in reading.people for name in (local.name, *local.names)}

    def state(judgement: Judgement) -> str:
        if judgement.id not in valid:
            return "overruled"
        if judgement.verdict == "remove":
            found = store.known(judgement.document or "") is not None
        elif judgement.verdict in ("same", "different"):
            found = {folded(name) for name in judgement.names} <= names
        else:
            found = any(holds(judgement, claim) for claim in claims)
        return "holds" if found else "unattached"

    return [Decision.model_validate(each.model_dump() | {"state": state(each)}) for each in made]


def _claims(graph: Graph, id: str) -> tuple[Claim, ...]:
    """The claims behind the record, or the one claim, whose id begins so."""
    timeline = graph.timeline()
    records: tuple[Event | State | Kin, ...] = (*timeline.events, *timeline.states, *timeline.kin)
    found = {claim.id: claim for record in records for claim in record.claims if id and claim.id.startswith(id)}
    if len(found) == 1:
        return tuple(found.values())
    claims: tuple[Claim, ...] = graph.event(id).claims
    if not claims:
        raise UnknownName(f"no source tells of {id!r}; it follows from others")
    return claims


def _target(claim: Claim) -> dict[str, str]:
    return {"type": claim.type, "document": claim.document, "quote": claim.evidence.quote}


def _names(claim: Claim) -> tuple[str, ...]:
    return tuple(sorted(person.name for person in claim.people))
