"""Standing ties: who is whose parent or sibling, as stated, and as births, adoptions and common kin imply."""

import re
from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from itertools import combinations, product
from typing import Literal

from kg.ontology.schema import Ontology
from kg.records import Claim, Event, Kin, Member, Person, Status, content_id
from kg.resolve.told import Told

_AGAIN = re.compile(r"\b(first|second|third|fourth|former|previous) (wife|husband|marriage)\b", re.IGNORECASE)
_HALF = re.compile(r"\b(half|step|foster|in-law)\b", re.IGNORECASE)
_ENDS = {"separated", "divorced", "divorce_filed", "reconciled"}
_BEARING = ("verb: give ", "verb: bear ", "verb: deliver ")  # rules that tell of a birth
_ROLES: dict[str, tuple[str, str]] = {"parent_of": ("parent", "child"), "sibling_of": ("sibling", "sibling")}
Couples = dict[str, dict[str, set[str]]]  # what each person is told to have been with each partner
Tie = tuple[Literal["parent_of", "sibling_of"], str, str]


def kin(
    tellings: Collection[Told], events: Collection[Event], people: Mapping[str, Person], ontology: Ontology
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
    for tie, common in _borne(claims, _couples(tellings), people).items():
        claims[tie].update(common)
    stated = {tie: dict(each) for tie, each in claims.items()}
    for tie, common in _siblings(claims).items():
        claims[tie].update({} if claims[tie] else common)
    claims.update(_parents_in_common(stated, _partners(events), people))
    return [_record(tie, [claims[tie][each] for each in sorted(claims[tie])], people) for tie in sorted(claims)]


def _parents(claims: Iterable[Tie]) -> dict[str, list[str]]:
    """The parents told of each child, in order."""
    found: dict[str, list[str]] = defaultdict(list)
    for type, parent, child in sorted(claims):
        if type == "parent_of":
            found[child].append(parent)
    return found


def _couples(tellings: Collection[Told]) -> Couples:
    """What each person is told to have been with each partner: married, divorced, dating."""
    found: Couples = defaultdict(lambda: defaultdict(set))
    for told in tellings:
        if told.claim.status.is_real and len(told.roles) == 2 and {role for role, _ in told.roles} == {"partner"}:
            for one, other in (told.people, told.people[::-1]):
                found[one][other].add(told.type)
    return found


def _borne(
    claims: Mapping[Tie, Mapping[str, Claim]], couples: Couples, people: Mapping[str, Person]
) -> dict[Tie, dict[str, Claim]]:
    """Whom a wife is told to have given birth to is her husband's child, if neither is told to have loved another.

    Nor where the two have parted, or another parent is told.
    """
    found: dict[Tie, dict[str, Claim]] = {}
    for child, (mother, *others) in _parents(claims).items():
        told, husband = claims["parent_of", mother, child], _husband(mother, couples)
        is_borne = any(claim.found_by.startswith(_BEARING) for claim in told.values())
        if husband and is_borne and not others and people[mother].gender == "female" and not people[husband].unnamed:
            found["parent_of", husband, child] = dict(told)
    return found


def _husband(wife: str, couples: Couples) -> str | None:
    """The one partner whom somebody is told to have had, if the two have wed, and not parted, and he had no other."""
    partners = list(couples.get(wife, ()))
    if len(partners) != 1 or list(couples[partners[0]]) != [wife]:
        return None
    kinds = couples[wife][partners[0]]
    return partners[0] if "married" in kinds and not kinds & _ENDS else None


def _partners(events: Iterable[Event]) -> dict[str, set[str]]:
    """Whom each person is told to have loved or married."""
    found: dict[str, set[str]] = defaultdict(set)
    for event in events:
        partners = {member.id for member in event.people if member.role == "partner"}
        for each in partners if event.status.is_real else ():
            found[each] |= partners - {each}
    return found


def _parents_in_common(
    claims: Mapping[Tie, Mapping[str, Claim]], partners: Mapping[str, set[str]], people: Mapping[str, Person]
) -> dict[Tie, dict[str, Claim]]:
    """Who is told as a brother or sister, and of whom no parent is told, has those of the other.

    Not half of one, nor where a parent had others: "the son of his third wife". Not who bears the first name of a
    parent: names that come again in a family are easily mistaken.
    """
    parents = _parents(claims)
    found: dict[Tie, dict[str, Claim]] = {}
    for (type, *pair), told in sorted(claims.items()):
        is_whole = type == "sibling_of" and not _tells(_HALF, told)
        for child, other in (pair, pair[::-1]) if is_whole and not parents.keys() >= set(pair) else ():
            theirs = {parent: claims["parent_of", parent, other] for parent in parents.get(other, [])}
            alike = {people[each].name.split()[0] for each in (*theirs, other)}
            is_clear = len(theirs) <= 2 and child not in parents and people[child].name.split()[0] not in alike
            is_named = not any(people[each].unnamed for each in (*theirs, child))
            had_others = any(len(partners.get(each, ())) > 1 or _tells(_AGAIN, theirs[each]) for each in theirs)
            if is_clear and is_named and not had_others and partners.get(child, set()).isdisjoint(theirs):
                found |= {("parent_of", each, child): {**shown, **told} for each, shown in theirs.items()}
    return found


def _tells(pattern: re.Pattern[str], claims: Mapping[str, Claim]) -> bool:
    """Whether the words of a claim match."""
    return any(pattern.search(claim.evidence.quote) for claim in claims.values())


def _siblings(claims: Mapping[Tie, Mapping[str, Claim]]) -> dict[Tie, dict[str, Claim]]:
    """Children of the same two parents are siblings, and those of whom one and the same is told in one breath."""
    parents = _parents(claims)
    families: dict[tuple[str, ...], list[str]] = defaultdict(list)
    for child in sorted(parents):
        families[tuple(parents[child])].append(child)
    found: dict[Tie, dict[str, Claim]] = {}
    for told, children in families.items():
        for one, other in combinations(children, 2) if len(told) <= 2 else ():
            ties: list[Tie] = [("parent_of", parent, child) for parent in told for child in (one, other)]
            if len(told) == 2 or _are_told_together(*(claims[tie].values() for tie in ties)):
                found["sibling_of", one, other] = {key: claim for tie in ties for key, claim in claims[tie].items()}
    return found


def _are_told_together(claims: Iterable[Claim], others: Iterable[Claim]) -> bool:
    """Whether words of both overlap: "her daughter Ada and son Ben"."""
    pairs = ((claim.evidence, other.evidence) for claim, other in product(claims, others))
    return any(
        (one.document, one.field) == (other.document, other.field) and one.start < other.end and other.start < one.end
        for one, other in pairs
    )


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
