"""Two people of one name in one document: "the other Ben Hart", "Ben Hart the actor", "not the drummer Ben Hart"."""

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator
from itertools import combinations, pairwise, takewhile

from spacy.tokens import Doc, Token

from kg.nlp.headlines import title_end
from kg.nlp.lexicon import NOUNS, tie_of
from kg.nlp.named import Named
from kg.nlp.names import fold
from kg.nlp.phrases import doc_word

_OTHER = frozenset(("other", "another"))
_DENIAL = 5  # words before a calling in which "not" denies it
_BESIDE = 6  # tokens before a name in which its kin is told: "her late nephew, the Welsh chemist"
_LEAD = 5  # tokens of a line in which its name begins
_BEFORE = 60  # tokens before a list that tell whose it is
_ISSUE = frozenset(("issue", "offspring", "progeny"))
_NUMBER = re.compile(r"(?:\d+|[a-z]|[ivxl]+)[.)]\s*", re.IGNORECASE)
_MANY = 200  # mentions of one name that are compared


def namesakes(doc: Doc, found: list[Named]) -> tuple[dict[int, set[int]], dict[int, str]]:
    """For the start of a name, the starts of those that are written alike and mean somebody else; and its calling.

    Callings are told only of names that two people bear.
    """
    apart = _children(doc, found)
    callings: dict[int, str] = {}
    for mentions in _alike(found):
        labels = _labels(doc, mentions)
        if len(set(labels.values())) > 1:
            callings |= {each.start: noun for each in mentions if (noun := _calling(doc, each))}
            for one, other in combinations(sorted(labels)[:_MANY], 2):
                if labels[one] != labels[other]:
                    part(apart, one, other)
    return apart, callings


def part(apart: dict[int, set[int]], one: int, other: int) -> None:
    """Keeps that two names mean different people."""
    apart.setdefault(one, set()).add(other)
    apart.setdefault(other, set()).add(one)


def _children(doc: Doc, found: list[Named]) -> dict[int, set[int]]:
    """Those whose years open a line of a list, and those named right before the list, whose children it tells:
    "She had two children with Sir Thomas Roe: - Sir Thomas Roe (1540-1603)"."""
    apart: dict[int, set[int]] = defaultdict(set)
    places = [each.start for each in found]
    for opening, first in _listed(doc, found):
        if any(first.life):
            for other in found[bisect_left(places, opening - _BEFORE) : bisect_left(places, opening)]:
                part(apart, first.start, other.start)
    return apart


def listed_children(doc: Doc, found: list[Named]) -> set[int]:
    """The starts of names that open the lines of a list told as children: "They had three children: - Ada - Ben"."""
    return {first.start for opening, first in _listed(doc, found) if _announces_children(doc, opening)}


def _announces_children(doc: Doc, opening: int) -> bool:
    """Whether the line before a list speaks of children."""
    before = range(opening - 1, -1, -1)
    line = [doc[i] for i in takewhile(lambda i: i + 1 == opening or "\n" not in doc[i].text, before)]
    plurals = (token.lemma_.lower() for token in line if token.tag_ == "NNS")
    return any(token.lower_ in _ISSUE for token in line) or "child" in map(tie_of, plurals)


def _listed(doc: Doc, found: list[Named]) -> Iterator[tuple[int, Named]]:
    """The name that opens each line of a list, and the token at which the list begins."""
    places, opening = [each.start for each in found], 0
    for before, (start, end) in pairwise(((0, 0), *doc._.items)):
        line = _line_start(doc, start)
        if doc[before[1] : line].text.strip():
            opening = line
        first = bisect_left(places, start)
        if first < len(found) and places[first] < min(end, start + _LEAD):
            yield opening, found[first]


def _line_start(doc: Doc, start: int) -> int:
    """Where the line of an item begins, before its number: "1. Ada Roe"."""
    line = start
    while line > 0 and "\n" not in doc[line - 1].text and start - line < _LEAD:
        line -= 1
    return line if _NUMBER.fullmatch(doc[line:start].text) else start


def _alike(found: list[Named]) -> list[list[Named]]:
    """The mentions of each full name, with those of its first or last word alone."""
    full: dict[tuple[str, str], list[Named]] = defaultdict(list)
    for each in found:
        if len(each.name.parts) > 1:
            full[each.name.folded[0], each.name.folded[-1]].append(each)
    alone = [each for each in found if len(each.name.parts) == 1 and not each.name.titles]
    return [[*mentions, *(each for each in alone if fold(each.name.parts[0]) in key)] for key, mentions in full.items()]


def _labels(doc: Doc, mentions: list[Named]) -> dict[int, str]:
    """Whom each mention means, by its start: "" for the one whom most mean, else a calling or "other"."""
    mentions = sorted(mentions, key=lambda each: each.start)
    callings = {each.start: _calling(doc, each) for each in mentions}
    marked = {each.start: callings[each.start] or "other" for each in mentions if _is_other(doc, each)}
    if not marked:
        marked = _of_two_generations(doc, mentions, callings) or _contrasted(doc, mentions)
    marked |= _called_so_too(doc, mentions)
    others = set(marked.values())
    return {
        each.start: marked.get(each.start) or (callings[each.start] if callings[each.start] in others else "")
        for each in mentions
    }


def _called_so_too(doc: Doc, mentions: list[Named]) -> dict[int, str]:
    """ "The poet Ada Roe; Ben lost his own wife, also called Ada": from there on the first name alone is hers.

    In a life titled Ada Roe it may be Ada's own further on, and a king's where one is told of.
    """
    told = [each.start for each in mentions if _is_called_so_too(doc, each)]
    words = {each.name.folded for each in mentions if each.start in told}
    alike = [each for each in mentions if each.name.folded in words and len(each.name.parts) == 1]
    is_sure = all(each.start >= title_end(doc) for each in mentions) and not any(each.name.suffix for each in alike)
    after = [each.start for each in alike if each.start > told[0]] if is_sure else []
    return dict.fromkeys(told + after, "other")


def _is_called_so_too(doc: Doc, each: Named) -> bool:
    """Whether kin is brought in as of one name with another; not "Ada Roe (1850-1901), also called Ada"."""
    words = [doc_word(doc, i) for i in range(each.start - 4, each.start)]
    noun = NOUNS.get(words[0] if words[1] == "," else words[1])
    return noun is not None and bool(noun.tie) and words[2] == "also" and words[3] in ("called", "named")


def _contrasted(doc: Doc, mentions: list[Named]) -> dict[int, str]:
    """ "Ben Hart the actor" and "Ben Hart the drummer": of two callings the first stays; of one, the bare name."""
    told = {each.start: noun for each in mentions if (noun := _after(doc, each))}
    main = next(iter(told.values()), "") if len(set(told.values())) > 1 or mentions[0].start in told else ""
    return {start: noun for start, noun in told.items() if noun != main}


def _of_two_generations(doc: Doc, mentions: list[Named], callings: dict[int, str]) -> dict[int, str]:
    """ "The daughter of the geologist Ben Hart wrote it with her nephew, the chemist Ben Hart": not with her father."""
    told = {each.start: _kin(doc, each) for each in mentions if callings[each.start]}
    fathers = {callings[start] for start, kin in told.items() if kin == "parent"}
    nephews = {start: callings[start] for start, kin in told.items() if kin == "relative"}
    return {start: noun for start, noun in nephews.items() if fathers and noun not in fathers}


def _kin(doc: Doc, each: Named) -> str:
    """ "parent" in "daughter of the geologist Ben Hart", "relative" in "her nephew, the chemist Ben Hart"; "" else."""
    is_owner = False
    for i in range(each.start - 1, max(each.start - _BESIDE, -1), -1):
        noun = NOUNS.get(doc_word(doc, i))
        if noun is not None and noun.tie:
            tie = {"child": "parent", "parent": "child"}.get(noun.tie, noun.tie) if is_owner else noun.tie
            return tie if tie != "relative" or not is_owner else ""
        is_owner = is_owner or doc_word(doc, i) == "of"
        if noun is None and doc[i].tag_ not in ("DT", "JJ", "IN", ",", "NN", "NNP"):
            return ""
    return ""


def _is_other(doc: Doc, each: Named) -> bool:
    before = doc_word(doc, each.start - 1)
    if before in _OTHER:
        return True
    if before == "also":  # "the drummer was also Ben Hart"
        return doc_word(doc, each.start - 2) in ("is", "was", "called", "named")
    if before in ("the", "that") and doc_word(doc, each.end) == "who":
        return True
    words = [doc_word(doc, i) for i in range(max(doc[each.start].sent.start, each.start - _DENIAL), each.start)]
    return "not" in words and bool(_noun(doc, each.start - 1))


def _calling(doc: Doc, each: Named) -> str:
    """What a mention says its bearer does: beside the name, or as the subject of which the name is told."""
    head = doc[each.end - 1]
    subjects: list[Token] = [child for child in head.children if child.dep_ == "nsubj"]
    return _after(doc, each) or _noun(doc, each.start - 1) or next((_noun(doc, child.i) for child in subjects), "")


def _after(doc: Doc, each: Named) -> str:
    """ "Ben Hart the actor", "Ben Hart (actor)"."""
    if doc_word(doc, each.end) == "the" or (doc_word(doc, each.end) == "(" and doc_word(doc, each.end + 2) == ")"):
        return _noun(doc, each.end + 1)
    return ""


def _noun(doc: Doc, i: int) -> str:
    word = doc_word(doc, i)
    return word if word in NOUNS and not NOUNS[word].tie else ""
