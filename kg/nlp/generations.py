"""Relatives of one name: a son named after his grandfather, a brother after the father, a child after the mother."""

from collections import defaultdict
from collections.abc import Iterator
from itertools import combinations

from kg.nlp import names
from kg.nlp.beside import joined
from kg.nlp.candidates import Candidate
from kg.nlp.figures import Cast, Figure
from kg.nlp.governing import SUBJECTS
from kg.nlp.lexicon import INVERSE
from kg.nlp.referents import Referents
from kg.nlp.unions import had

_BLOOD = frozenset(("child", "parent", "sibling", "relative"))


def namesakes_in_family(read: Referents, listed: set[int]) -> Iterator[tuple[int, int]]:
    """The starts of two names that were taken for one person and told as two kinds of kin of somebody.

    `listed` are the starts of names that a list tells as children of whom the document is about.
    """
    yield from _self_made(read.people, listed)
    yield from _own_parents(read)
    yield from _after_relatives(read, listed)
    yield from _of_two_houses(read)
    told: defaultdict[tuple[int, int], dict[int, str]] = defaultdict(dict)
    for anchor, figure, start, kind in (*_tied(read), *_listed(read.people, listed)):
        told[anchor, figure].setdefault(start, kind)
    for (anchor, figure), kinds in told.items():
        if _is_anchor(read.people, anchor, figure):
            yield from (pair for pair in combinations(sorted(kinds), 2) if kinds[pair[0]] != kinds[pair[1]])


def _after_relatives(read: Referents, listed: set[int]) -> Iterator[tuple[int, int]]:
    """Nobody is a child of their partner, nor of their own child: children are named after mother and grandfather.

    Of those whom a list tells in a life, and those whom two are told to have had: "the couple had a son, Ben".
    """
    topic = read.people.topic
    told = [((topic,), start) for start in sorted(listed) if topic is not None]
    for parents, start in (*told, *_had(read)):
        partners = {partner for parent in parents for partner in read.partners(parent)}
        older = {*partners, *(elder for each in {*parents, *partners} for elder in read.ties.parents(each))}
        figure = read.people.figures[read.people.of[start]]
        first = min(figure.places)
        if figure.index in older and first < start and first not in listed:
            yield first, start


def _had(read: Referents) -> Iterator[tuple[tuple[int, ...], int]]:
    """Who is told to have had a child, and where its name begins: "they had a son, Ben", "a son was born to Ada"."""
    for each in read.at.values():
        noun = read.doc[each.head]
        if each.kind == "nominal" and each.tie == "child" and not each.owners:
            first = noun.head if noun.dep_ == "conj" else noun
            heads = []
            if (verb := had(noun)) is not None:
                heads = [child for child in verb.lefts if child.dep_ == "nsubj"]
            elif first.dep_ in SUBJECTS and first.head.lower_ == "born":
                to = (child for child in first.head.rights if child.dep_ == "obl")
                heads = [child for child in to if any(word.lower_ == "to" for word in child.lefts)]
            whose = [word.i for head in heads for word in (head, *joined(head))]
            parents = tuple(dict.fromkeys(figure for head in whose for figure in read.known_at(head)))
            named = (read.at[head] for head in each.same if head in read.at)
            bare = (name for name in named if name.kind == "name" and name.end == name.start + 1)
            yield from ((parents, name.start) for name in bare if parents)  # of two Ben Roes each may wed


def _tied(read: Referents) -> Iterator[tuple[int, int, int, str]]:
    """Of whom a name is told as kin, who bears it, where it begins, and what kin: "his son Ben", "the son of Ben"."""
    for owner, tie, head in read.tied:
        if tie.kind in _BLOOD:
            each = read.at[head]
            for name in _names(read, each.same if each.kind == "nominal" else (head,), tie.other):
                yield owner, tie.other, name.start, tie.kind
            for name in _names(read, each.owners if each.kind == "nominal" else (), owner):
                yield tie.other, owner, name.start, INVERSE.get(tie.kind, tie.kind)


def _names(read: Referents, heads: tuple[int, ...], figure: int) -> list[Candidate]:
    found = [read.at[head] for head in heads if head in read.at]
    return [each for each in found if each.kind == "name" and read.people.of[each.start] == figure]


def _self_made(people: Cast, listed: set[int]) -> Iterator[tuple[int, int]]:
    """Nobody is their own child: where one of a list was taken for whom the text is about, none of them is."""
    if people.topic is not None and people.topic in {people.of[start] for start in listed}:
        yield from ((min(people.figures[people.topic].places), start) for start in sorted(listed))


def _own_parents(read: Referents) -> Iterator[tuple[int, int]]:
    """Nor is anybody their own parent: "a son of the carpenter Ben Roe", "his father, Ben Roe", in Ben Roe's life."""
    for each in read.at.values():
        if each.kind == "nominal" and each.tie in ("child", "parent"):
            owners = [figure for head in each.owners if head in read.at for figure in _owner(read, read.at[head])]
            told = [*((each.owners, figure) for figure in each.people), *((each.same, figure) for figure in owners)]
            for heads, figure in told:
                first = min(read.people.figures[figure].places, default=-1)
                yield from ((first, name.start) for name in _names(read, heads, figure) if name.start > first >= 0)


def _of_two_houses(read: Referents) -> Iterator[tuple[int, int]]:
    """No man's child or brother by a first name alone is somebody else's kin by another family's name.

    "Ben Roe wed Ada Poe, daughter of Carl Poe. His brother Carl was a baker", who is a Roe.
    """
    figures = read.people.figures
    bare: set[tuple[int, int, int]] = set()  # whose kin it is, who it is and where the name begins
    full: set[tuple[int, int, int]] = set()
    for owner, tie, head in read.tied:
        each = read.at.get(head)
        if each is None or each.kind != "nominal" or tie.kind not in ("child", "sibling"):
            continue
        is_of_house = tie.kind == "child" or figures[tie.other].gender == "male"
        is_of_house &= figures[owner].gender == "male" and not each.noun.startswith("half-")
        for name in _names(read, each.same, tie.other):
            if len(names.parse(read.doc[name.start : name.end].text).parts) > 1:
                full.add((owner, tie.other, name.start))
            elif is_of_house and not _goes_on(read, name, figures[tie.other]):
                bare.add((owner, tie.other, name.start))
        full.update((tie.other, owner, name.start) for name in _names(read, each.owners, owner))
    for owner, figure, start in sorted(bare):
        houses = [_families(figures[each]) for each in (owner, figure)]
        if all(houses) and houses[0].isdisjoint(houses[1]):
            others = (place for kin, other, place in sorted(full) if other == figure and kin != owner)
            yield from ((min(start, other), max(start, other)) for other in others)


def _goes_on(read: Referents, name: Candidate, figure: Figure) -> bool:
    """Whether a bare name is the end of the whole one: of "their daughter May Rose" but "Rose" was taken for a name."""
    before = read.doc[max(name.start - 1, 0)].text
    return any(before in full.parts for full in figure.full)


def _families(figure: Figure) -> set[tuple[str, ...]]:
    return {name.family for name in figure.full if name.family}


def _owner(read: Referents, each: Candidate) -> tuple[int, ...]:
    """Whom a possessor means: of a life the one it is of, where "his" is nobody's since he was taken for the kin."""
    topic = read.people.topic
    return each.people or ((topic,) if each.kind == "pronoun" and topic is not None else ())


def _listed(people: Cast, listed: set[int]) -> Iterator[tuple[int, int, int, str]]:
    if people.topic is not None:
        yield from ((people.topic, people.of[start], start, "child") for start in sorted(listed))


def _is_anchor(people: Cast, anchor: int, figure: int) -> bool:
    """Whether it is the other's name that two bear: that of who is named less, and never of whom the text is about.

    Nor of who is named once: "Ada Poe, daughter of the judge Ben Poe, and sister of Ben Poe, 1st Earl of Morne".
    """
    if people.topic in (anchor, figure):
        return people.topic == anchor
    named = len(people.figures[anchor].places)
    return named == 1 or len(people.figures[figure].places) < named
