"""Nobody is the partner of a parent, child, brother or sister, nor has three parents, nor a brother for a parent.

Where claims say so, the fewer of them are misread.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence, Set
from dataclasses import replace
from itertools import chain, permutations, product

from kg.ontology.schema import Ontology
from kg.records import Conflict, Person, content_id
from kg.resolve.told import Told

Pair = frozenset[str]
Tie = tuple[str, ...]  # the parent before the child, or "" and two siblings


def without_incest(tellings: Sequence[Told], ontology: Ontology) -> tuple[list[Told], list[Conflict]]:
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
    return kept, [_conflict([*kin[pair], *couples[pair]]) for pair in both]


def without_strange_kin(tellings: Sequence[Told], people: Mapping[str, Person]) -> tuple[list[Told], list[Conflict]]:
    """The tellings without ties told less often than others they cannot stand beside, and the conflicts they were in.

    A birth is left with the parents that are not misread.
    """
    ties: dict[Tie, list[Told]] = defaultdict(list)
    for told in (told for told in tellings if told.claim.status.is_real):
        for tie in _ties(told):
            ties[tie].append(told)
    wrong: set[Tie] = set()
    conflicts = []
    for rivals, most in chain(_of_two_kinds(ties), _third_parents(ties, people)):
        fewer = {tie for tie in rivals if len(ties[tie]) < most}
        wrong |= fewer
        conflicts += [_conflict([told for tie in rivals for told in ties[tie]])] if fewer else []
    kept = (_without(told, wrong) for told in tellings)
    return [told for told in kept if told is not None], conflicts


def _ties(told: Told) -> list[Tie]:
    by_role: dict[str, list[str]] = defaultdict(list)
    for role, person in told.roles:
        by_role[role].append(person)
    siblings: list[Tie] = [("", *sorted(by_role["sibling"]))] if len(by_role["sibling"]) == 2 else []
    return [*product(by_role["parent"], by_role["child"]), *siblings]


def _of_two_kinds(ties: Mapping[Tie, Sequence[Told]]) -> Iterable[tuple[list[Tie], int]]:
    """Ties of the same two people, who cannot be parent and child and siblings; how often the best is told."""
    pairs: dict[Pair, list[Tie]] = defaultdict(list)
    for tie in ties:
        pairs[frozenset(tie[-2:])].append(tie)
    for rivals in pairs.values():
        if len(rivals) > 1:
            yield rivals, max(len(ties[tie]) for tie in rivals)


def _third_parents(ties: Mapping[Tie, Sequence[Told]], people: Mapping[str, Person]) -> Iterable[tuple[list[Tie], int]]:
    """Those with a name who are told as somebody's parents, where there are more than two; how often the second is."""
    parents: dict[str, list[Tie]] = defaultdict(list)
    for tie in ties:
        if tie[0] and not people[tie[0]].unnamed:
            parents[tie[-1]].append(tie)
    for rivals in parents.values():
        is_adopted = any(told.type == "adopted" for tie in rivals for told in ties[tie])
        if len(rivals) > 2 and not is_adopted:
            yield rivals, sorted((len(ties[tie]) for tie in rivals), reverse=True)[1]


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


def _conflict(tellings: Sequence[Told]) -> Conflict:
    claims = tuple(sorted({told.claim.id for told in tellings}))
    types = " and ".join(sorted({told.type for told in tellings}))
    return Conflict(id=content_id("conflict", *claims), claims=claims, why=f"{types} of the same two people")
