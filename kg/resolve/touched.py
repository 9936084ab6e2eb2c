"""Whom a change may touch: a fact hangs on what is told of its people and of those told of together with them."""

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence

from kg.records import Claim, Judgement, Person, Reading
from kg.resolve.clusters import judged_names
from kg.resolve.names import folded
from kg.resolve.profiles import Source, keys_of

Near = Callable[[str], Iterable[str]]  # person's id -> the ids of those who are told of together with them


def around(people: Iterable[str], near: Near, steps: int) -> set[str]:
    """The people, and those who are at most so many steps from one of them."""
    found = edge = set(people)
    for _ in range(steps):
        edge = {other for id in edge for other in near(id)} - found
        found = found | edge
    return found


def about(readings: Iterable[Reading], people: Collection[str], who: Mapping[Source, str]) -> Sequence[Reading]:
    """What is told of some people, alone or with others."""
    kept = []
    for reading in readings:
        claims = tuple(claim for claim in reading.claims if not people_of(claim, who).isdisjoint(people))
        if claims:
            kept.append(reading.model_copy(update={"claims": claims}))
    return kept


def people_of(claim: Claim, who: Mapping[Source, str]) -> set[str]:
    """The ids of those whom a claim names."""
    return {who[claim.document, key] for key in keys_of(claim) if (claim.document, key) in who}


def judged_people(judgements: Iterable[Judgement], people: Iterable[Person]) -> set[str]:
    """The ids of those whom some judgements name."""
    names = {name for judgement in judgements for name in judged_names(judgement)}
    return {each.id for each in people if names and names & set(map(folded, (each.name, *each.aliases)))}
