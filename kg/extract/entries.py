"""Entries of registers, which tell a life in signs: "Ada Roe, b. 4 May 1820; m. 1st, 1840, Ben Poe; d. 1890".

So write peerages, parish registers and handbooks of biography (Burke's Peerage, Who's Who).
"""

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from operator import attrgetter

from spacy.tokens import Doc, Token

from kg.extract.bracketed import CLOSING, OPENING
from kg.extract.brackets import Dated, by_baptism
from kg.extract.finding import Finding
from kg.nlp.marks import Mention, mentions_in, text_of
from kg.records import TimeExpression

SIGNS = {"b": "born", "bap": "baptised", "bapt": "baptised", "d": "died"}
SIGNS |= {"m": "married", "div": "divorced", "diss": "divorced"}
SIGN = re.compile(rf"(?<=\s)({'|'.join(SIGNS)})(?:\.:?|:|(?=\s\d))(?=\s|\d)")
NUMBER = re.compile(r"\s*(?:[-*•]\s+|\(?(?:\d+|[a-z]|[ivx]+)[.)]\s+)*")
# a word between a sign and its date: "m. 1st, York, 4 May 1820", "d. s.p. 1890"
FILLING = re.compile(
    r"c\.?|ca\.?|circa|about|bef\.?|before|on|in|of|the|\d(?:st|nd|rd)(?:ly)?|s\.p\.|v\.p\.|unm\.?|[A-Z].*"
)
FARTHEST = 8  # such words
LONGEST = 5000  # characters of a line that may be an entry
FEWEST = 2  # signs of an entry: one alone may be anything
BACK = 4  # words from "died" to its day: "(died in May 1801)"
FINITE = {"VBD", "VBZ", "VBP", "MD"}
TITLES = "The Rt. Hon. Sir "  # before a name that begins a line


@dataclass(frozen=True, slots=True)
class Line:
    """A line of the text, from character `start`; what stands in brackets is blanked, since it tells of others."""

    doc: Doc
    start: int
    text: str

    def times(self, first: int, last: int) -> list[TimeExpression]:
        """The dates between two of its characters."""
        places = (bisect_left(self.doc._.times, self.start + each, key=attrgetter("start")) for each in (first, last))
        found = (time for time in self.doc._.times[slice(*places)] if time.when is not None)
        return [time for time in found if self.text[time.start - self.start] != " "]

    def names(self, first: int, last: int) -> list[Mention]:
        """The people named between two of its characters."""
        span = self.doc.char_span(self.start + first, self.start + last, alignment_mode="expand")
        found = mentions_in(self.doc, span.start, span.end) if span is not None else ()
        return [
            each
            for each in found
            if each.kind == "name" and len(each.people) == 1 and self.text[self.doc[each.start].idx - self.start] != " "
        ]


def entries(doc: Doc) -> Iterator[Dated]:
    """Births, weddings, divorces and deaths that the lines of a register tell of whom each line begins with.

    A wedding without a name, or a death told behind the name of a wife, is left out.
    """
    if SIGN.search(text_of(doc), doc._.body) is None:
        return
    for match in re.finditer(rf"[^\n]{{1,{LONGEST}}}", text_of(doc)[doc._.body :]):
        line = Line(doc, doc._.body + match.start(), _outside_brackets(match.group()))
        signs = [sign for sign in SIGN.finditer(line.text) if _is_told(line, sign)]
        if len(signs) >= FEWEST and (owner := _owner(line, signs[0].start())) is not None:
            yield from _entry(line, signs, owner)


def _outside_brackets(text: str) -> str:
    """The text with blanks for what stands in brackets, which is told of the name before them."""
    depth, kept = 0, []
    for sign in text:
        depth += sign in OPENING
        kept.append(" " if depth else sign)
        depth = max(0, depth - (sign in CLOSING))
    return "".join(kept)


def _is_told(line: Line, sign: re.Match[str]) -> bool:
    """Whether a date follows a sign, or for a wedding a name."""
    end = _end(line, sign)
    times = line.times(sign.end(), end)
    first = times[0].start - line.start if times else end
    between = line.text[sign.end() : first].replace(",", " ").split()
    is_dated = bool(times) and len(between) <= FARTHEST and all(map(FILLING.fullmatch, between))
    return is_dated or (SIGNS[sign[1]] == "married" and bool(line.names(sign.end(), end)))


def _end(line: Line, sign: re.Match[str]) -> int:
    """Where what a sign tells ends: before the next sign, or with its part of the sentence."""
    following = SIGN.search(line.text, sign.end())
    part = line.text.find(";", sign.end())
    return min(following.start() if following else len(line.text), part if part >= 0 else len(line.text))


def _owner(line: Line, first: int) -> str | None:
    """Whose entry the line is: of the full name that begins it, before any clause."""
    begun, names = NUMBER.match(line.text), line.names(0, first)
    if begun is None or not names or not _is_in_full(line.doc, names[0]):
        return None
    is_first = line.doc[names[0].start].idx - line.start <= begun.end() + len(TITLES)
    between = line.doc.char_span(line.start, line.start + first, alignment_mode="expand")
    behind = line.doc[names[0].end : between.end] if between is not None else ()
    return names[0].people[0] if is_first and not any(word.tag_ in FINITE for word in behind) else None


def _is_in_full(doc: Doc, name: Mention) -> bool:
    """Whether the name is not a part of a fuller one: "Roe, Ben" begins with a family name that others bear, too."""
    person = next((person for person in doc._.people if person.key == name.people[0]), None)
    return person is not None and len(person.name.split()) <= name.end - name.start


def _entry(line: Line, signs: list[re.Match[str]], owner: str) -> Iterator[Dated]:
    spouse = ""
    for sign in signs:
        kind, end = SIGNS[sign[1]], _end(line, sign)
        before = _named_before(line, sign)
        if before is not None and before.people[0] not in (owner, spouse) and _is_in_full(line.doc, before):
            owner, spouse = before.people[0], ""  # "2. Eva, b. 1824": the entry of a child
        elif before is not None and before.people[0] == spouse and kind != "divorced":
            continue  # "m. Ada Poe, d. 1890": he or she; "who m. 2ndly" is no wedding of his
        elif before is None and line.text[: sign.start()].rstrip().endswith("who"):
            continue
        time = next(iter(line.times(sign.end(), end)), None)
        if kind in ("born", "baptised", "died") and time is not None:
            type_ = "died" if kind == "died" else "born"
            yield Dated(
                _finding(line, sign, type_, (("person", owner),)), by_baptism(time) if kind == "baptised" else time
            )
        elif kind == "married":
            spouse = _spouse(line, sign.end(), end)
            if spouse and spouse != owner:
                yield Dated(_finding(line, sign, "married", (("partner", owner), ("partner", spouse))), time)
        elif kind == "divorced" and spouse and spouse != owner:
            yield Dated(_finding(line, sign, "divorced", (("partner", owner), ("partner", spouse))), time)


def _spouse(line: Line, first: int, last: int) -> str:
    """Whose wedding with the owner is told: the first name, not that of kin ("m. Ada, dau. of Ben Roe")."""
    name = next(iter(line.names(first, last)), None)
    before = line.text[first : line.doc[name.start].idx - line.start] if name is not None else ""
    return name.people[0] if name is not None and not re.search(r"\bof\b", before) else ""


def _named_before(line: Line, sign: re.Match[str]) -> Mention | None:
    """Whose name stands before a sign, with what they are: "Eva, b. 1824", "Irma, Princess of Saarn, who m. 2ndly"."""
    names = line.names(line.text.rfind(";", 0, sign.start()) + 1, sign.start())
    if not names:
        return None
    last = line.doc[names[-1].end - 1]
    between = line.text[last.idx + len(last) - line.start : sign.start()].replace(",", " ").split()
    between = between[:-1] if between[-1:] == ["who"] else between
    return names[-1] if all(map(FILLING.fullmatch, between)) else None


def _finding(line: Line, sign: re.Match[str], type_: str, people: tuple[tuple[str, str], ...]) -> Finding:
    words = _words(line, sign)
    return Finding("event", type_, words[0], people, words, f"entry: {sign[1]}")


def _words(line: Line, sign: re.Match[str]) -> tuple[Token, ...]:
    span = line.doc.char_span(line.start + sign.start(1), line.start + sign.end(1), alignment_mode="expand")
    return tuple(span if span is not None else line.doc[:1])


def beyond(dated: Iterable[Dated], found: Iterable[Finding]) -> Iterator[Finding]:
    """Without what brackets and entries tell with its day: that of "(died 1801)" is no second death.

    A sign of an entry is read there alone: "m. Ada Poe, d. 1890" leaves open who died.
    """
    told = [each.finding for each in dated]
    taken = {(each.trigger.i, each.keys) for each in told}
    near = {(each.type, each.keys, each.trigger.i - back) for each in told for back in range(1, BACK)}
    signs = [each.trigger for each in told if each.rule.startswith("entry")]
    ends = [place.start() for place in re.finditer("\n", text_of(signs[0].doc))] if signs else []
    lines = {bisect_left(ends, sign.idx) for sign in signs}
    for each in found:
        word = each.trigger
        is_sign = word.lower_.rstrip(".:") in SIGNS and bisect_left(ends, word.idx) in lines
        if not is_sign and (word.i, each.keys) not in taken and (each.type, each.keys, word.i) not in near:
            yield each
