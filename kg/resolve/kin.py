"""Standing ties: who is whose parent or sibling, as stated, and as births, adoptions and common kin imply."""

import re
from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from itertools import combinations
from typing import Literal

from kg.ontology.schema import Ontology
from kg.records import Claim, Event, Kin, Member, Person, Status, content_id
from kg.resolve.told import Told

_HALF = re.compile(r"\b(half|step|foster|in-law)\b", re.IGNORECASE)
_ROLES: dict[str, tuple[str, str]] = {"parent_of": ("parent", "child"), "sibling_of": ("sibling", "sibling")}
Tie = tuple[Literal["parent_of", "sibling_of"], str, str]


def kin(
    tellings: Iterable[Told], events: Collection[Event], people: Mapping[str, Person], ontology: Ontology
) -> list[Kin]:
    """Every real tie once, with the claims behind it."""
    claims: dict[Tie, dict[str, Claim]] = defaultdict(dict)
    for told in tellings:
        if told.claim.kind == "kin" and told.claim.status.is_real and len(told.roles) == 2:
            claims[_tie(told)][told.claim.id] = told.claim
    for event in events:
        if event.status.is_real and ontology.events[event.type].parent:
            for tie in _born(event):
                claims[tie].update({claim.id: claim for claim in event.claims})
    stated = {tie: dict(each) for tie, each in claims.items()}
    for tie, common in _siblings(claims).items():
        claims[tie].update({} if claims[tie] else common)
    couples = {frozenset(member.id for member in event.people) for event in events}
    for (type, parent, child), shown in _parents_in_common(stated, people).items():
        if {parent, child} not in couples:
            claims[type, parent, child] = shown
    return [_record(tie, [claims[tie][each] for each in sorted(claims[tie])], people) for tie in sorted(claims)]


def _parents_in_common(
    claims: Mapping[Tie, Mapping[str, Claim]], people: Mapping[str, Person]
) -> dict[Tie, dict[str, Claim]]:
    """Who is told as brother or sister, not as half of one, and of whom no parent is told, has those of the other.

    Not who bears the first name of a parent: names that come again in a family are easily mistaken.
    """
    parents: dict[str, list[str]] = defaultdict(list)
    for type, parent, child in sorted(claims):
        if type == "parent_of":
            parents[child].append(parent)
    found: dict[Tie, dict[str, Claim]] = defaultdict(dict)
    for (type, *pair), told in sorted(claims.items()):
        is_whole = type == "sibling_of" and not any(_HALF.search(claim.evidence.quote) for claim in told.values())
        for child, other in (pair, pair[::-1]) if is_whole else ():
            theirs = parents.get(other, [])
            firsts = {people[each].name.split()[0] for each in (*theirs, other)}
            if child not in parents and people[child].name.split()[0] not in firsts:
                for parent in theirs:
                    found["parent_of", parent, child] |= {**claims["parent_of", parent, other], **told}
    return dict(found)


def _siblings(claims: Mapping[Tie, Mapping[str, Claim]]) -> dict[Tie, dict[str, Claim]]:
    """Children of the same two parents are siblings."""
    parents: dict[str, list[str]] = defaultdict(list)
    for type, parent, child in sorted(claims):
        if type == "parent_of":
            parents[child].append(parent)
    families: dict[tuple[str, ...], list[str]] = defaultdict(list)
    for child in sorted(parents):
        families[tuple(parents[child])].append(child)
    found: dict[Tie, dict[str, Claim]] = {}
    for both, children in families.items():
        for one, other in combinations(children, 2) if len(both) == 2 else ():
            ties: list[Tie] = [("parent_of", parent, child) for parent in both for child in (one, other)]
            found["sibling_of", one, other] = {key: claim for tie in ties for key, claim in claims[tie].items()}
    return found


def _tie(told: Told) -> Tie:
    if told.type == "sibling_of":
        first, last = told.people
        return "sibling_of", first, last
    roles = dict(told.roles)
    first, last = told.people
    return "parent_of", roles.get("parent", first), roles.get("child", last)


def _born(event: Event) -> list[Tie]:
    children = [member.id for member in event.people if member.role == "child"]
    return [("parent_of", member.id, child) for member in event.people if member.role == "parent" for child in children]


def _record(tie: Tie, claims: list[Claim], people: Mapping[str, Person]) -> Kin:
    type, *ids = tie
    members = [Member(id=each, name=people[each].name, role=role) for each, role in zip(ids, _ROLES[type], strict=True)]
    if type == "sibling_of":
        members.sort(key=lambda member: (member.name, member.id))
    status = min((claim.status for claim in claims if claim.status.is_real), key=list(Status).index)
    return Kin(id=content_id("kin", *tie), type=type, people=tuple(members), status=status, claims=tuple(claims))
