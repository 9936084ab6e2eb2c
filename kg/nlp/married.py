"""One woman under her own name and under her husband's: Catherine Hogarth, who married Charles Dickens, and Catherine
Dickens; Grace Kelly, who married Prince Rainier, and Princess Grace.

The rule is that of `kg.resolve.people` for people of several documents; here a document's own words tell who is whose.
"""

from collections.abc import Iterable, Mapping
from functools import partial

from spacy.tokens import Doc

from kg.nlp.candidates import Candidate
from kg.nlp.figures import Cast, Figure
from kg.nlp.names import ROYAL, Name, fold
from kg.nlp.ties import Ties

# titles that a wife bears with her husband's family name, or with the seat of a peer
MRS = frozenset("mrs mrs. lady countess duchess baroness viscountess marchioness".split())
CALLING = {"call", "name", "nickname", "dub", "rename", "christen"}
Called = Mapping[int, set[str]]


def called(doc: Doc, candidates: Iterable[Candidate]) -> Called:
    """The names, folded, that figures are said to be called by: "her fellow students called her Marie"."""
    found: dict[int, set[str]] = {}
    for each in candidates:
        token = doc[each.head]
        is_called = each.kind == "pronoun" and token.dep_ == "obj" and token.head.lemma_.lower() in CALLING
        if is_called and len(each.people) == 1:
            words = (child for child in token.head.children if child.dep_ == "xcomp" and child.tag_ == "NNP")
            found.setdefault(each.people[0], set()).update(fold(word.text) for word in words)
    return found


def renamed(people: Cast, ties: Ties, called: Called) -> dict[int, int]:
    """For each figure that bears the married name of another one, told as a partner's, the index of that one.

    `called` tells the first names that somebody was called by, too.
    """
    found: dict[int, set[int]] = {}
    for wife in filter(_may_be_wife, people.figures):
        firsts = _firsts(wife) | called.get(wife.index, set())
        for partner in (people.figures[index] for index in ties.partners(wife.index)):
            for other in _namesakes(people, wife, firsts):
                is_born_so = not people.listed.isdisjoint(other.places)  # "their children: Mary Roe, Ben Roe"
                is_other = is_born_so or _are_kin(ties, other, wife, partner)
                if _is_married_name(other, wife, partner, firsts) and not is_other:
                    found.setdefault(other.index, set()).add(wife.index)
    for mrs in filter(_is_mrs, people.figures):
        found.setdefault(mrs.index, set()).update(_wives(people, ties, mrs))
    return {other: min(wives) for other, wives in sorted(found.items()) if len(wives) == 1 and not wives & found.keys()}


def _is_mrs(figure: Figure) -> bool:
    """Whether somebody is told of by nothing but a husband's family name, or his title: "Mrs Poe", "Lady Morne"."""
    alone = (len(name.parts) == 1 and not MRS.isdisjoint(name.titles) for name in figure.full)
    return bool(figure.full) and all(alone)


def _wives(people: Cast, ties: Ties, mrs: Figure) -> set[int]:
    """The wives of those with her family name, told of before; none where she is kin of somebody, or has that name."""
    family = mrs.full[0].folded[0]
    alike = [each for each in people.figures if any(map(partial(_bears, family), each.full)) and each != mrs]
    wives = {index for each in alike if each.gender != "female" for index in ties.partners(each.index)} - {mrs.index}
    is_other = any(each.gender == "female" and each.index not in wives for each in alike)
    before = {index for index in wives if min(people.figures[index].places, default=0) < min(mrs.places, default=0)}
    is_open = not is_other and not ties.of.get(mrs.index) and wives == before
    return wives if is_open and all(_may_be_wife(people.figures[index]) for index in wives) else set()


def _bears(family: str, name: Name) -> bool:
    return family in (name.folded[-1], name.peerage)


def _may_be_wife(figure: Figure) -> bool:
    return bool(figure.full) and figure.gender != "male"


def _firsts(wife: Figure) -> set[str]:
    return {name.folded[0] for name in wife.full if len(name.parts) > 1}


def _namesakes(people: Cast, wife: Figure, firsts: set[str]) -> list[Figure]:
    """Others who may be women and bear her first name."""
    found = sorted({index for first in firsts for index in people.words.get(first, ())} - {wife.index})
    return [people.figures[index] for index in found if _may_be_wife(people.figures[index])]


def _is_married_name(other: Figure, wife: Figure, partner: Figure, firsts: set[str]) -> bool:
    """Whether one name has the wife's first name, and the partner's family name or rank, which she has not herself."""
    families = {name.family for name in partner.full if name.family}
    if other == partner or any(name.family in families for name in wife.full):
        return False
    is_royal = any(set(name.titles) & ROYAL for name in partner.full)
    return any(
        name.folded[0] in firsts
        and (name.family in families if name.family else is_royal and bool(set(name.titles) & ROYAL))
        and _middles(name) <= {word for own in wife.full for word in own.folded}
        for name in other.full
    )


def _middles(name: Name) -> set[str]:
    """What stands between: hers in "Elizabeth Barrett Browning", but "Jane Maria Roe" is no Jane Hart."""
    return set(name.folded[1 : len(name.folded) - len(name.family)])


def _are_kin(ties: Ties, other: Figure, wife: Figure, partner: Figure) -> bool:
    """A daughter or sister may bear the same first name."""
    return ties.are_kin(wife.index, other.index) or ties.are_kin(partner.index, other.index)
