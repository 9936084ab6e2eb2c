"""Who could ever be taken for one person: whoever shares a block. All others are resolved apart from each other.

Every step by which people are found to be one (see people.py) looks for its candidates by something that both are told
with: a full name; a word of a name and an acquaintance; what a person judged. Whatever a person is known by only grows
while they are resolved, so the blocks of what came of it hold all that was ever looked for.
"""

from collections.abc import Iterable, Iterator, Sequence, Set
from typing import NamedTuple

from kg.nlp.forms import long_forms
from kg.records import Judgement
from kg.resolve.clusters import Cluster, forms, judged_names
from kg.resolve.names import is_misspelt, is_variant


class Block(NamedTuple):
    """What a person is looked for by. `rest` is the other part of the name, where that must be alike, too."""

    key: str
    kind: str
    rest: str = ""


def blocks(cluster: Cluster, introduced: Set[str], judgements: Sequence[Judgement]) -> list[Block]:
    """The blocks of a person who was resolved with others, sorted; `introduced` and judgements as of all of them."""
    found = {*_by_name(cluster), *_by_acquaintance(cluster), *_by_marriage(cluster)}
    found |= {_block("told", document) for document in cluster.documents & introduced}
    found |= {_block("judged", *judged_names(each)) for each in _joining(judgements) if _is_meant(cluster, each)}
    return sorted(found)


def introduced(clusters: Iterable[Cluster]) -> set[str]:
    """The documents that give a first name or surname alone of somebody whose full name another one tells."""
    known = (cluster for cluster in clusters if any(name.is_full for name in cluster.names))
    return {member.source[0] for cluster in known for member in cluster.members if not member.name.is_full}


def meet(one: Block, other: Block) -> bool:
    """Whether two who share a key look for each other; two who are both only called so by the way do not.

    >>> ann, anne = (Block("with|lee|j hart", "last", first) for first in ("ann", "anne"))
    >>> meet(ann, anne), meet(ann, Block("with|lee|j hart", "last", "bob"))
    (True, False)
    """
    kinds = {one.kind, other.kind}
    if "alone" in kinds:
        return True
    if kinds == {"first"}:
        return one.rest != other.rest and is_misspelt(one.rest, other.rest)
    if kinds == {"last"}:
        return one.rest != other.rest and (is_variant(one.rest, other.rest) or is_variant(other.rest, one.rest))
    if kinds == {"wife", "married"}:
        firsts = one.rest, other.rest
        return any(is_variant(*each, of_one_gender=True) for each in (firsts, firsts[::-1]))
    return "name" in kinds or kinds in ({"told"}, {"judged"})


def _block(kind: str, *key: str, rest: str = "", of: str = "") -> Block:
    return Block("|".join((of or kind, *key)), kind, rest)


def _by_name(cluster: Cluster) -> Iterator[Block]:
    for name in cluster.full_names:
        yield _block("name", *name.key)
    for name in cluster.also:
        yield _block("also", *name.key, of="name")


def _by_acquaintance(cluster: Cluster) -> Iterator[Block]:
    """By a word of the name and somebody told beside it; for a name alone, by what it may be short for as well."""
    near = cluster.contacts | cluster.company
    for name in cluster.full_names:
        for one in near:
            yield _block("first", name.first, one, rest=name.last, of="with")
            yield _block("last", name.last, one, rest=name.first, of="with")
        for partner in cluster.surnames:
            yield _block("surname", name.last, partner)
    for name in cluster.names:
        if not name.is_full:
            for word in {name.first, *long_forms(name.first)}:
                yield from (_block("alone", word, one, of="with") for one in near)
            yield from (_block("alone", name.first, partner, of="surname") for partner in cluster.surnames)


def _by_marriage(cluster: Cluster) -> Iterator[Block]:
    """By a partner; and by anybody told beside them whose surname they bear, as those do who took it."""
    for name in cluster.full_names:
        for partner in cluster.partners:
            yield _block("wife", partner, rest=name.first, of="partner")
        for one in cluster.partners | cluster.company:
            if one.split(" ", 1)[1] == name.last:
                yield _block("married", one, rest=name.first, of="partner")


def _joining(judgements: Iterable[Judgement]) -> Iterator[Judgement]:
    return (each for each in judgements if each.verdict == "same")


def _is_meant(cluster: Cluster, judgement: Judgement) -> bool:
    names = set(judged_names(judgement))
    return any(names & forms(member) for member in cluster.members)
