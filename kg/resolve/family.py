"""Nobody is the partner of a parent, child, brother or sister: where claims say so, the fewer of them are misread."""

from collections import defaultdict
from collections.abc import Sequence, Set
from itertools import permutations, product

from kg.ontology.schema import Ontology
from kg.records import Conflict, content_id
from kg.resolve.told import Told

Pair = frozenset[str]


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
