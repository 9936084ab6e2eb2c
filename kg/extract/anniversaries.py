"""Weddings and births told by their anniversaries: "their tenth wedding anniversary on 3 May", "her 40th birthday"."""

from collections.abc import Iterator
from dataclasses import replace

from spacy.tokens import Doc, Token

from kg.dates.interval import Interval
from kg.extract.frames import Finding
from kg.extract.roles import people, subjects, unique
from kg.extract.tree import preposition

ORDINALS = ("first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth "
            "fifteenth sixteenth seventeenth eighteenth nineteenth twentieth").split()  # fmt: skip
CARDINALS = "one two three four five six seven eight nine ten eleven twelve".split()
JUBILEES = {"silver": 25, "pearl": 30, "ruby": 40, "golden": 50, "diamond": 60}


def anniversaries(doc: Doc) -> Iterator[tuple[Finding, int]]:
    """Weddings and births, each with the number of years that its anniversary or birthday lies after it."""
    for token in doc:
        if token.lemma_.lower() not in ("anniversary", "birthday"):
            continue
        words = [child for child in token.children if child.dep_ in ("compound", "amod", "nummod", "nmod")]
        years = next(filter(None, map(_years, words)), None)
        if years and token.lemma_.lower() == "birthday":
            yield from ((finding, years) for finding in _born(token))
        elif years and any(word.lemma_.lower() in ("wedding", "marriage") for word in words):
            couple = _couple(token)
            roles = tuple(("partner", key) for key in couple)
            if len(couple) == 2:
                yield Finding("event", "married", token, roles, (token,), "noun: wedding anniversary"), years


def _born(birthday: Token) -> Iterator[Finding]:
    """Whose birthday: its possessor, if that is one person."""
    owners = unique(key for child in birthday.children if child.dep_ == "nmod:poss" for key in people(child))
    if len(owners) == 1:
        yield Finding("event", "born", birthday, (("person", owners[0]),), (birthday,), "noun: birthday")


def before(when: Interval | None, years: int) -> Interval | None:
    """The interval that lies whole `years` before `when`; None where a bound falls out of the calendar.

    >>> before(Interval.from_edtf("2020-07-31"), 10).edtf
    '2010-07-31'
    """
    if when is None or when.earliest is None or when.latest is None:
        return None
    try:
        earliest, latest = (day.replace(year=day.year - years) for day in (when.earliest, when.latest))
    except ValueError:  # 29 February, or before the year 1
        return None
    return replace(when, earliest=earliest, latest=latest)


def _years(word: Token) -> int | None:
    """ "tenth", "10th", "ten-year", "10-year", "golden": 10 or 50."""
    texts = [word.lower_, *(child.lower_ for child in word.children if child.dep_ in ("nummod", "compound", "amod"))]
    for text in texts:
        text = text.removesuffix("-year").rstrip("-")
        if text in ORDINALS:
            return ORDINALS.index(text) + 1
        if text in CARDINALS and word.lower_ != text:
            return CARDINALS.index(text) + 1
        if text in JUBILEES:
            return JUBILEES[text]
        digits = text.rstrip("sthndr")
        if digits.isdigit() and 0 < int(digits) < 80 and (digits != text or word.lower_ != text):
            return int(digits)
    return None


def _couple(noun: Token) -> tuple[str, ...]:
    """Whose anniversary: its possessors, "with" somebody, and the subject of the verb."""
    found = [key for child in noun.children if child.dep_ == "nmod:poss" for key in people(child)]
    verb = noun.head
    with_ = [child for word in (noun, verb) for child in word.children if preposition(child) == "with"]
    found += [key for child in with_ for key in people(child)]
    if len(unique(found)) < 2 and verb.pos_ == "VERB":
        found = [*subjects(verb), *found]
    return unique(found)
