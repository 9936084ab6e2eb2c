"""The facts that a person should look at first: those of which the sources leave the most doubt."""

from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from kg.build import graph_of, ontology_of
from kg.query.view import Graph
from kg.records import Claim, Document, Doubt, Event, Judgement, Kin, State, Status
from kg.resolve.copies import Copies
from kg.resolve.judgements import holds, standing
from kg.store import Store

Fact = Event | State | Kin

_STATUS = {Status.ASSERTED: 1.0, Status.REPORTED: 0.7, Status.RUMOURED: 0.4}
_DISPUTED = 0.5  # what other sources contradict
_ALONE = 0.8  # what a single source tells


def review(db: Path | str = "kg.db", *people: str) -> tuple[Graph, list[Doubt]]:
    """The graph of a store, and its doubts about facts of all `people` together."""
    with Store(db, readonly=True) as store:
        graph = graph_of(store, ontology_of(store))
        return graph, list(doubts(graph, list(store.judgements()), *people))


def doubts(graph: Graph, judgements: Iterable[Judgement], *people: str) -> Iterator[Doubt]:
    """Every fact that a source tells and nobody accepted yet, the least sure first; each claim is asked for once."""
    ids = {graph.person(name).record.id for name in people}
    accepted = [each for each in standing(judgements) if each.verdict == "accept"]
    found = [
        (_doubt(fact, graph), {claim.id for claim in fact.claims})
        for fact in _facts(graph)
        if ids <= {member.id for member in fact.people} and not _is_accepted(fact, accepted)
    ]
    told: set[str] = set()
    for doubt, claims in sorted(found, key=lambda each: _order(each[0])):
        if claims - told:
            yield doubt
        told |= claims


def _order(doubt: Doubt) -> tuple[object, ...]:
    return doubt.sureness, doubt.people, doubt.kind, doubt.type, doubt.id


def _facts(graph: Graph) -> Iterator[Fact]:
    timeline = graph.timeline()
    facts: list[Fact] = [*timeline.events, *timeline.states, *timeline.kin]
    return (fact for fact in facts if fact.status.is_real and fact.claims)


def _is_accepted(fact: Fact, accepted: list[Judgement]) -> bool:
    return all(any(holds(each, claim) for each in accepted) for claim in fact.claims)


def _doubt(fact: Fact, graph: Graph) -> Doubt:
    reasons = dict(_reasons(fact, graph))
    sureness = 1.0
    for factor in reasons.values():
        sureness *= factor
    return Doubt(
        id=fact.id,
        kind={Event: "event", State: "state", Kin: "kin"}[type(fact)],
        type=fact.type,
        people=tuple(member.name for member in fact.people),
        when=fact.when if isinstance(fact, Event) else None,
        status=fact.status,
        sureness=round(sureness, 3),
        why=tuple(reasons),
        quotes=tuple(claim.evidence for claim in fact.claims),
    )


def _reasons(fact: Fact, graph: Graph) -> Iterator[tuple[str, float]]:
    """Why it is not quite sure, each with the factor by which that lessens its sureness."""
    score = max(claim.score for claim in fact.claims)
    if score < 1:
        yield f"score {score:.2f}", score
    if fact.status is not Status.ASSERTED:
        yield fact.status.value, _STATUS[fact.status]
    for conflict in graph.timeline().conflicts:
        if fact.id in conflict.events:
            yield f"disputed: {conflict.why}", _DISPUTED
            break
    if Copies(_documents(graph, fact.claims)).independent(claim.document for claim in fact.claims) < 2:
        yield "told by one source", _ALONE


def _documents(graph: Graph, claims: Iterable[Claim]) -> Mapping[str, Document]:
    wanted = {claim.document for claim in claims}
    return {each.id: each for each in graph.timeline().documents if each.id in wanted}
