"""Rows of kin each of whom is described: "three sons, Max (born 1901), who became a priest, Otto, a miller, and Karl".

Parsers take the names in what is said of one for whom he married, and the clauses behind a name for the first one's.
"""

from collections.abc import Iterable, Iterator
from itertools import pairwise

from spacy.tokens import Doc, Span, Token

from kg.dates.phrases.lexicon import WORDS
from kg.nlp.governing import hang
from kg.nlp.lexicon import tie_of
from kg.nlp.phrases import places

_ONE = frozenset(["son", "daughter", "child", "brother", "sister", "sibling"])
_MANY = frozenset(["sons", "daughters", "children", "kids", "brothers", "sisters", "siblings"])
_KIN = _ONE | _MANY
_FAMILY = _KIN | {
    "wife",
    "husband",
    "partner",
    "mother",
    "father",
    "parents",
    "grandson",
    "granddaughter",
    "grandchildren",
}
_OPENING = frozenset([",", ":", ";", "-", "–", "—", "were", "are", "named", "called", "namely"])
_AND = frozenset(["and", "&"])
_CLOSING = frozenset(",;.:([-–—")  # behind a name that opens an item
_DESCRIBING = frozenset(["acl", "acl:relcl", "appos", "nmod", "nmod:unmarked"])
_COUNTING = frozenset(["a", "an", "one"])


def part_described(doc: Doc) -> None:
    """Hangs each of a row of kin at the first, and what is said of each at the name; and other kin beside theirs."""
    for i in places(doc, "LOWER", _FAMILY):
        if doc[i].dep_ in ("appos", "conj") and (first := _survivor_before(doc[i])) is not None:
            hang(doc[i], first, "conj")
    for i in places(doc, "LOWER", _KIN):
        if doc[i].lower_ in _MANY and (names := _row(doc[i])):
            _hang(doc[i], names)
        if doc[i].dep_ == "conj" and (first := _kin_before(doc[i])) is not None:
            hang(doc[i], first, "conj")


def _row(noun: Token) -> list[Span]:
    """The names that open the items of the row behind the noun; none where what parts them is in doubt.

    Semicolons tell the items, or else there have to be as many as the noun says.
    """
    doc, start = noun.doc, noun.i + 1
    while start < noun.sent.end and doc[start].lower_ in _OPENING:
        start += 1
    end = _end(noun, start)
    if start == noun.i + 1 or start == len(doc) or doc[start].ent_type_ != "PERSON":
        return []
    names = [name for name in _names(doc, start, end) if not _depth(doc[start : name.start])]
    if not names or names[0].start != start:
        return []
    is_listed = any(token.text == ";" and not _depth(doc[start : token.i]) for token in doc[start:end])
    row = [names[0], *(name for name in names[1:] if _opens_item(name, ";" if is_listed else ","))]
    count = _count(noun)
    is_sure = (is_listed or all(map(_is_who, row))) if count is None else len(row) == count
    return row if is_sure and len(row) > 1 and _is_described(row) else []


def _names(doc: Doc, start: int, end: int) -> Iterator[Span]:
    """The names of people between two tokens: spaCy makes all of a document's for those of a span."""
    for i in range(start, end):
        if doc[i].ent_type_ == "PERSON" and doc[i].ent_iob_ == "B":
            last = next((k for k in range(i + 1, len(doc)) if doc[k].ent_iob_ != "I"), len(doc))
            if last <= end:
                yield doc[i:last]


def _is_who(name: Span) -> bool:
    """Whether a clause tells of the name that opens an item: "his sisters were Ada, who wed Ben, and Eva, who died"."""
    after = [token.lower_ for token in name.doc[name.end : name.end + 2]]
    return after[:1] == ["who"] or after == [",", "who"]


def _end(noun: Token, start: int) -> int:
    """Where other kin are told of, or the sentence ends: "two sons, Max and Otto, and a daughter, Eva"."""
    others = (_counted_from(token) for token in noun.doc[start : noun.sent.end] if token.lower_ in _KIN)
    ends = (first for first in others if first is not None and noun.doc[first - 1].lower_ in {*_AND, ",", ";"})
    return next(ends, int(noun.sent.end))


def _counted_from(noun: Token) -> int | None:
    """Where a noun phrase that tells how many begins: "a daughter", "two sons"."""
    told = [child.i for child in noun.lefts if child.dep_ == "nummod" or child.lower_ in _COUNTING]
    return min(told, default=None)


def _count(noun: Token) -> int | None:
    """How many the noun says that there are."""
    for child in noun.lefts:
        kind, value = WORDS.get(child.lower_, ("", None))
        if child.dep_ == "nummod":
            told = int(child.text) if child.text.isdecimal() else None  # not "3²"
            return value if kind == "number" and isinstance(value, int) else told
    return None


def _depth(tokens: Iterable[Token]) -> int:
    """How many brackets are open behind the tokens."""
    return sum((token.text in "([") - (token.text in ")]") for token in tokens)


def _opens_item(name: Span, mark: str) -> bool:
    """Whether a name stands behind the mark that parts the items, and nothing is done by it: not "his wife, Ada"."""
    doc, i = name.doc, name.start - 1
    is_last = doc[i].lower_ in _AND
    i -= is_last
    is_behind = doc[i].text == mark and not (mark == "," and tie_of(doc[i - 1].lower_))
    after = doc[name.end].text if name.end < len(doc) else "."
    return (is_behind or (is_last and mark == ",")) and after in {*_CLOSING, *_AND, "who"}


def _is_described(row: list[Span]) -> bool:
    """Whether more than years in brackets stands behind a name that others follow."""
    doc = row[0].doc
    between = (doc[name.end : other.start] for name, other in pairwise(row))
    return any(token.is_alpha and token.lower_ not in _AND for span in between for token in _unbracketed(span))


def _unbracketed(span: Span) -> Iterator[Token]:
    return (token for token in span if not _depth(span.doc[span.start : token.i]))


def _hang(noun: Token, row: list[Span]) -> None:
    doc, end = noun.doc, _end(noun, row[0].start)
    first = row[0].root
    hang(first, noun, "appos")
    for name, stop in zip(row, [*(other.start for other in row[1:]), end], strict=True):
        if name is not row[0]:
            hang(name.root, first, "conj")
        for token in doc[name.end : stop]:
            is_elsewhere = noun.i <= token.head.i < end and not name.start <= token.head.i < stop
            if token.dep_ in _DESCRIBING and is_elsewhere:
                hang(token, name.root, token.dep_)


def _survivor_before(noun: Token) -> Token | None:
    """The kin that a row parted by semicolons begins with: "survived by his wife, Ada; two sons, Max and Leo".

    Each is kin of its own, and none what another is called.
    """
    told = [child.i for child in noun.lefts if child.dep_ in ("det", "nummod", "nmod:poss", "amod")]
    start = min(told, default=noun.i)
    start -= noun.doc[start - 1].lower_ in _AND
    first = noun.head
    while first.dep_ in ("appos", "conj") and first.head.i < first.i:
        first = first.head
    is_row = start > noun.sent.start and noun.doc[start - 1].text == ";"
    return first if is_row and first.lower_ in _FAMILY and first.i < noun.i else None


def _kin_before(noun: Token) -> Token | None:
    """The kin told of before other kin that the tree has in what is said of them.

    "They had a daughter, Ida, who married Carl Roe, and a son, Otto", who is no husband of hers.
    """
    first = _counted_from(noun)
    if first is None or noun.doc[first - 1].lower_ not in _AND or noun.head.lower_ in _KIN:
        return None
    clause = next((each for each in noun.ancestors if each.dep_ == "acl:relcl"), None)
    told = clause.head if clause is not None else noun.head  # "a son Max and two daughters, Ida and Eva"
    while told.lower_ not in _KIN and told.dep_ in ("appos", "conj"):
        told = told.head
    is_told = told.lower_ in _KIN and told.i < noun.i and _counted_from(told) is not None
    return told if is_told else None
