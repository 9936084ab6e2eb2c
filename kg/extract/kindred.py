"""Relatives of one name who were taken for one: "the son of Michael Roe … had two brothers, Michael and James"."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from spacy.tokens import Doc

from kg.extract.finding import Finding
from kg.extract.roles import topic, unnamed
from kg.nlp.marks import DocPerson, Mention, mentions_in

Pair = tuple[str, str]  # keys of two people
Kinds = dict[str, list[Mention]]  # the names by which one is told as another's parent, child, sibling


def part_namesakes(doc: Doc, ties: Iterable[Finding]) -> bool:
    """Makes two people of one who is told as somebody's parent by one name, and as child or sibling by another.

    True if it made any, by whom the ties are to be read anew.
    """
    told = _told(doc, ties)
    counts = Counter(key for mention in doc._.mentions for key in mention.people)
    main, nobodies = topic(doc), unnamed(doc)
    moved: dict[Mention, str] = {}
    people: list[DocPerson] = []
    for (anchor, key), kinds in sorted(told.items()):
        is_anchor = key not in main and (anchor in main or counts[anchor] > counts[key])
        if len(kinds) < 2 or not is_anchor or key in nobodies:
            continue
        names = [each for each in _strange(doc, kinds) if each not in moved]
        if names:
            person = _another(doc, key, names[0], {each.key for each in (*doc._.people, *people)})
            people.append(person)
            moved.update(dict.fromkeys(names, person.key))
    if people:
        doc._.people = (*doc._.people, *people)
        doc._.mentions = tuple(
            replace(each, people=(moved[each],)) if each in moved else each for each in doc._.mentions
        )
    return bool(people)


def _told(doc: Doc, ties: Iterable[Finding]) -> Mapping[Pair, Kinds]:
    """By whom each is told of, and what as; only what names tell."""
    found: dict[Pair, Kinds] = defaultdict(lambda: defaultdict(list))
    for tie in ties:
        for anchor, key, kind in _sides(tie):
            name = _name_of(doc, tie, key)
            if name is not None:
                found[anchor, key][kind].append(name)
    return found


def _sides(tie: Finding) -> Iterator[tuple[str, str, str]]:
    """Each of a tie as seen by the other: the anchor, the other and what the other is."""
    for parent, child in tie.lines:
        yield child, parent, "parent"
        yield parent, child, "child"
    siblings = [key for role, key in tie.people if role == "sibling"]
    if len(siblings) == 2:
        one, other = siblings
        yield one, other, "sibling"
        yield other, one, "sibling"


def _name_of(doc: Doc, tie: Finding, key: str) -> Mention | None:
    """The name of the person next to the words of a tie, in their sentence."""
    sent, i = tie.trigger.sent, tie.trigger.i
    names = [each for each in mentions_in(doc, sent.start, sent.end) if each.kind == "name" and each.people == (key,)]
    return min(names, key=lambda each: abs(each.head - i), default=None)


def _strange(doc: Doc, kinds: Kinds) -> list[Mention]:
    """The names of one of two kinds, if none is told as both: the shorter ones, else the fewer, else the later."""
    ranked = sorted(
        (list(dict.fromkeys(names)) for names in kinds.values()),
        key=lambda names: (-max(each.end - each.start for each in names), -len(names), names[0].start),
    )
    first, last = ranked[0], ranked[-1]
    words = [{doc[each.start : each.end].text for each in names} for names in (first, last)]
    is_apart = {each.start for each in first}.isdisjoint(each.start for each in last)
    return last if len(ranked) == 2 and is_apart and len(words[1]) == 1 else []


def _another(doc: Doc, key: str, name: Mention, taken: set[str]) -> DocPerson:
    """Somebody new of that name."""
    text = doc[name.start : name.end].text
    number = next(n for n in range(1, len(taken) + 2) if _numbered(text, n) not in taken)
    return DocPerson(_numbered(text, number), text, (text,), first=(name.start, name.end))


def _numbered(text: str, number: int) -> str:
    return text if number == 1 else f"{text} ({number})"
