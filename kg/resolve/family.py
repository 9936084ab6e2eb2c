"""Nobody is the partner of a parent, child, brother or sister, nor has three parents, nor a brother for a parent.

Where claims say so, the fewer of them are misread.
"""

from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass, replace
from itertools import permutations, product

from kg.ontology.schema import Ontology
from kg.records import Conflict, Person
from kg.resolve.told import Told, clash, kinds

Pair = frozenset[str]
Tie = tuple[str, ...]  # the parent before the child, or "" and two siblings


def without_incest(
    tellings: Sequence[Told], people: Mapping[str, Person], ontology: Ontology
) -> tuple[list[Told], list[Conflict]]:
    """The tellings without those that make a couple of close kin, or kin of a couple, and the conflicts they were in.

    The side with more claims stays; of equal ones kinship, since "her mother" is seldom misread and "the couple" often.
    Who is known as "her first child" only is kin, whatever is told.
    """
    kin: dict[Pair, list[Told]] = defaultdict(list)
    couples: dict[Pair, list[Told]] = defaultdict(list)
    for told in (told for told in tellings if told.claim.status.is_real):
        for pair in _kin(told):
            kin[pair].append(told)
        if _is_couple(told, ontology):
            couples[frozenset(told.people)].append(told)
    both = sorted(kin.keys() & couples.keys(), key=sorted)
    words = {word for nouns in ontology.kin.values() for word in nouns}
    sure = {pair for pair in both if any(_is_described(told, words) for told in kin[pair])}
    wrong = [couples[pair] if pair in sure else min((couples[pair], kin[pair]), key=len) for pair in both]
    dropped = {told.claim.id for each in wrong for told in each}
    kept = [told for told in tellings if told.claim.id not in dropped]
    told_of = {pair: [*kin[pair], *couples[pair]] for pair in both}
    return kept, [clash(told, people, pair, f"{kinds(told)} cannot both be true") for pair, told in told_of.items()]


def without_strange_kin(
    tellings: Sequence[Told], people: Mapping[str, Person], ontology: Ontology, rows: Collection[str] = ()
) -> tuple[list[Told], list[Conflict]]:
    """The tellings without ties told less often than others they cannot stand beside, and the conflicts they were in.

    A birth is left with the parents that are not misread. What the documents `rows` tell, chronologies, stays.
    """
    ties: dict[Tie, list[Told]] = defaultdict(list)
    for told in (told for told in tellings if told.claim.status.is_real):
        for tie in _ties(told):
            ties[tie].append(told)
    rivals = [*_of_two_kinds(ties), *_third_parents(ties, people, ontology.kin["parent"])]
    wrong = {tie for each in rivals for tie in each.fewer}
    conflicts = [
        clash([told for tie in each.ties for told in ties[tie]], people, each.about, each.why)
        for each in rivals
        if each.fewer
    ]
    kept = (told if told.claim.document in rows else _without(told, wrong) for told in tellings)
    return [told for told in kept if told is not None], conflicts


def _ties(told: Told) -> list[Tie]:
    by_role: dict[str, list[str]] = defaultdict(list)
    for role, person in told.roles:
        by_role[role].append(person)
    siblings: list[Tie] = [("", *sorted(by_role["sibling"]))] if len(by_role["sibling"]) == 2 else []
    return [*product(by_role["parent"], by_role["child"]), *siblings]


@dataclass(frozen=True, slots=True)
class Rivals:
    """Ties of which some are misread, those `fewer` claims speak for, of whom they tell, and why not all are right."""

    ties: list[Tie]
    fewer: list[Tie]
    about: Collection[str]
    why: str


def _of_two_kinds(ties: Mapping[Tie, Sequence[Told]]) -> Iterator[Rivals]:
    """The ties of two people, of whom one cannot be parent and child, or parent and sibling."""
    pairs: dict[Pair, list[Tie]] = defaultdict(list)
    for tie in ties:
        pairs[frozenset(tie[-2:])].append(tie)
    for pair, each in pairs.items():
        most = max(len(ties[tie]) for tie in each)
        told = sorted({"parent and child" if tie[0] else "siblings" for tie in each})
        why = f"told as {' and as '.join(told)}" if len(told) > 1 else "each is told to be the other's parent"
        yield Rivals(each, [tie for tie in each if len(ties[tie]) < most], pair, why)


def _third_parents(
    ties: Mapping[Tie, Sequence[Told]], people: Mapping[str, Person], words: Collection[str]
) -> Iterator[Rivals]:
    """More than two who are told as somebody's parents; "his father" without a name does not count.

    However often it is told, it is whomever the first of them was taken for. `words` are those for parents.
    """
    parents: dict[str, list[Tie]] = defaultdict(list)
    for tie in ties:
        if tie[0] and not people[tie[0]].unnamed:
            parents[tie[-1]].append(tie)
    for child, each in parents.items():
        is_adopted = any(told.type == "adopted" for tie in each for told in ties[tie])
        if len(each) > 2 and not is_adopted:
            counts = {tie: sum(not _is_taken(told, people[tie[0]], words) for told in ties[tie]) for tie in each}
            second = sorted(counts.values())[-2]
            names = ", ".join(sorted(people[tie[0]].name for tie in each))
            yield Rivals(
                each, [tie for tie in each if counts[tie] < second], [child], f"more than two parents: {names}"
            )


def _is_taken(told: Told, parent: Person, words: Collection[str]) -> bool:
    """Whether but a word such as "his father" tells of the parent, and no name."""
    is_parent = told.claim.found_by.removeprefix("relation: ") in words
    return is_parent and not any(word in told.claim.evidence.quote for word in parent.name.split())


def _without(told: Told, wrong: Set[Tie]) -> Told | None:
    """The telling without parents that are misread; None where nobody is left."""
    ties = _ties(told)
    if wrong.isdisjoint(ties):
        return told
    children = {person for role, person in told.roles if role == "child"}
    strange = {tie[0] for tie in ties if tie in wrong and tie[0]}
    roles = tuple((role, person) for role, person in told.roles if role != "parent" or person not in strange)
    has_parents = any(role == "parent" for role, _ in roles)
    return replace(told, roles=roles) if children and has_parents and told.claim.kind == "event" else None


def _kin(told: Told) -> list[Pair]:
    by_role: dict[str, list[str]] = defaultdict(list)
    for role, person in told.roles:
        by_role[role].append(person)
    pairs = [frozenset(pair) for pair in product(by_role["parent"], by_role["child"])]
    return pairs + ([frozenset(by_role["sibling"])] if len(by_role["sibling"]) == 2 else [])


def _is_described(told: Told, words: Set[str]) -> bool:
    """Whether one has no name but a word of kinship with the other: "first child of Ada Roe"."""
    names = [person.name for person in told.claim.people]
    return any(one.endswith(f" of {other}") and words & set(one.split()) for one, other in permutations(names, 2))


def _is_couple(told: Told, ontology: Ontology) -> bool:
    """Whether it tells of love or marriage, or of what only comes after love: also friends and relatives meet."""
    event = ontology.events.get(told.type)
    is_love = event is not None and (event.is_of_love or not ontology.loving.isdisjoint(event.after))
    is_telling = told.claim.kind == "state" or is_love
    return is_telling and {role for role, _ in told.roles} == {"partner"} and len(told.roles) == 2
