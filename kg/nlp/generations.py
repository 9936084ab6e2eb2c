"""Relatives of one name: a son named after his grandfather, a brother after the father, a child after the mother."""

from collections import defaultdict
from collections.abc import Iterator
from itertools import combinations

from spacy.tokens import Token

from kg.nlp import names
from kg.nlp.beside import joined
from kg.nlp.candidates import Candidate
from kg.nlp.figures import Cast, Figure
from kg.nlp.governing import SUBJECTS
from kg.nlp.lexicon import INVERSE
from kg.nlp.phrases import places
from kg.nlp.referents import Referents
from kg.nlp.unions import had

_BLOOD = frozenset(("child", "parent", "sibling", "relative"))
_KIN = _BLOOD | {"partner"}
_NEAR = 40  # tokens before "their child" in which its parents are named
_BOTH = frozenset(("partner", "relative"))  # what somebody may be at once: a cousin's wife


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
            for one, other in combinations(sorted(kinds), 2):
                if _differ(kinds[one], kinds[other]):
                    starts = read.people.figures[figure].places if other in listed else [one]
                    yield from ((place, other) for place in starts if place < other)


def _differ(kind: str, other: str) -> bool:
    """Whether nobody is both kinds of kin to one person."""
    return kind != other and {kind, other} != _BOTH


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
                heads = _parents_at(first.head)
            whose = [word.i for head in heads for word in (head, *joined(head))]
            parents = tuple(dict.fromkeys(figure for head in whose for figure in read.known_at(head)))
            named = (read.at[head] for head in each.same if head in read.at)
            bare = (name for name in named if name.kind == "name" and name.end == name.start + 1)
            yield from ((parents, name.start) for name in bare if parents)  # of two Ben Roes each may wed


def _tied(read: Referents) -> Iterator[tuple[int, int, int, str]]:
    """Of whom a name is told as kin, who bears it, where it begins, and what kin: "his son Ben", "the son of Ben".

    "Ben met Ada. Their third child was Carl": so is Ben, who was named shortly before.
    """
    for owner, tie, head in read.tied:
        if tie.kind in _KIN and head in read.at:  # a word that tells who love may be no word for one
            each = read.at[head]
            is_noun = each.kind == "nominal"
            for name in _names(read, each.same if is_noun else (head,), tie.other):
                yield owner, tie.other, name.start, tie.kind
            theirs = [name.start for name in _names(read, each.owners if is_noun else (), owner)]
            if not theirs and tie.kind == "child":
                theirs = [start for start in read.people.figures[owner].places if head - _NEAR < start < head][-1:]
            for start in theirs:
                yield tie.other, owner, start, INVERSE.get(tie.kind, tie.kind)


def _names(read: Referents, heads: tuple[int, ...], figure: int) -> list[Candidate]:
    found = [read.at[head] for head in heads if head in read.at]
    return [each for each in found if each.kind == "name" and read.people.of[each.start] == figure]


def _self_made(people: Cast, listed: set[int]) -> Iterator[tuple[int, int]]:
    """Nobody is their own child: where one of a list was taken for whom the text is about, none of them is."""
    if people.topic is not None and people.topic in {people.of[start] for start in listed}:
        yield from ((min(people.figures[people.topic].places), start) for start in sorted(listed))


def _own_parents(read: Referents) -> Iterator[tuple[int, int]]:
    """Nor is anybody their own parent or uncle: "a son of the carpenter Ben Roe", "his father, Ben Roe", in his life.

    Of "Roe was the son of Ben Roe" it is the fuller name that means another.
    """
    for each in (*read.at.values(), *_born(read)):
        if each.kind == "nominal" and each.tie in _BLOOD:
            theirs, its = (_called(read, heads) for heads in (each.owners, each.same))
            owners = {figure for head in each.owners if head in read.at for figure in _owner(read, read.at[head])}
            whose, whom = owners.union(theirs.values()), {*each.people, *its.values()}
            for figure in sorted(whose & whom):
                first = min(read.people.figures[figure].places, default=-1)
                told = [name for name, bearer in (*theirs.items(), *its.items()) if bearer == figure]
                told = [name for name in told if name[0] > first >= 0]
                if told:
                    yield first, max(told, key=lambda name: (name[1] - name[0], name[0]))[0]


def _called(read: Referents, heads: tuple[int, ...]) -> dict[tuple[int, int], int]:
    """The names at these heads, by their tokens, and who bears them: a bare name, whom the life is of.

    "Roe was the son of Ben Roe and Ada Roe", where it was taken for nobody, or for her who is only then brought in.
    """
    told = [read.at[head] for head in heads if head in read.at]
    told += [read.at[head] for each in told if each.kind == "nominal" for head in each.same if head in read.at]
    return {(each.start, each.end): _bearer(read, each) for each in told if each.kind == "name"}


def _bearer(read: Referents, name: Candidate) -> int:
    people, topic = read.people, read.people.topic
    figure = people.figures[people.of[name.start]]
    if topic is None or name.start in figure.wholes or min(figure.wholes, default=len(read.doc)) < name.start:
        return figure.index
    ends = {word for full in people.figures[topic].full for word in (full.folded[0], full.folded[-1])}
    return topic if ends.issuperset(names.parse(read.doc[name.start : name.end].text).folded) else figure.index


def _born(read: Referents) -> Iterator[Candidate]:
    """Who is told to be born to somebody, as if called a child of theirs: "he was born in York to Ben Roe and Ada"."""
    for verb in (read.doc[i] for i in places(read.doc, "LOWER", ["born"])):
        if parents := _parents_at(verb):
            clause = verb.head if verb.dep_ == "advcl" else verb  # "born to Ben Roe, he moved to York"
            subjects = tuple(child.i for child in clause.children if child.dep_ in SUBJECTS)
            people = tuple(figure for head in subjects for figure in read.known_at(head))
            heads = tuple(word.i for parent in parents for word in (parent, *joined(parent)))
            yield Candidate(
                verb.i, verb.i + 1, verb.i, "nominal", tie="child", owners=heads, same=subjects, people=people
            )


def _parents_at(born: Token) -> list[Token]:
    """To whom somebody is told to be born."""
    to = (child for child in born.rights if child.dep_ == "obl")
    return [child for child in to if any(word.lower_ == "to" for word in child.lefts)]


def _of_two_houses(read: Referents) -> Iterator[tuple[int, int]]:
    """No man's child or brother by a first name alone is somebody else's kin by another family's name.

    "Ben Roe wed Ada Poe, daughter of Carl Poe. His brother Carl was a baker", who is a Roe. A child who bears another
    name is his if told so: "Ben Roe has a daughter, Mia Alma".
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
    own = {(owner, figure) for owner, figure, _ in full}
    for owner, figure, start in sorted(bare):
        houses = [_families(figures[each]) for each in (owner, figure)]
        if all(houses) and houses[0].isdisjoint(houses[1]) and (owner, figure) not in own:
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
    if each.people or each.kind != "pronoun" or topic is None:
        return each.people
    return (topic,) if each.gender in ("", read.people.figures[topic].gender) else ()


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
