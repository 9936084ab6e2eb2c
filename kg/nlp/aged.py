"""How old people are told to be: "Ada Roe, 47, sang", "the 47-year-old singer"."""

import re

from spacy.tokens import Doc, Token

from kg.nlp.lemmas import HYPHENS

_ENDS = {",", ".", ")", ";", "]"}
_OLDEST = 110
_YOUNGEST = 13  # parents
_ORDINAL = re.compile(r"(\d+)(?:st|nd|rd|th)")
_LAPSE = 1  # years by which one age may differ from another of the same person: there are birthdays


def age_behind(doc: Doc, end: int) -> int | None:
    """The age right behind a name that ends before token `end`: "Ada Roe, 47, sang", "Ada Roe (47)"."""
    if end + 2 >= len(doc) or doc[end].text not in (",", "("):
        return None
    first = end + 2 if doc[end + 1].lower_ in ("aged", "age") else end + 1
    is_age = first + 1 < len(doc) and doc[first + 1].text in _ENDS
    return _years(doc[first].text) if is_age else None


def age_within(doc: Doc, start: int, end: int) -> int | None:
    """The age told in a description: "the 47-year-old singer"; not "the then 47-year-old", who is older by now."""
    for i in range(start, end - 4):
        words = [doc[i + 2].lower_, doc[i + 4].lower_]
        if words == ["year", "old"] and {doc[i + 1].text, doc[i + 3].text} <= HYPHENS:
            return None if i and doc[i - 1].lower_ == "then" else _years(doc[i].text)
    return None


def birthday_told(word: Token) -> int | None:
    """Whose birthday it is by the years: 39 at the "her" of "her 39th birthday"."""
    told = word.head.lefts if word.dep_ == "nmod:poss" and word.head.lemma_.lower() == "birthday" else ()
    found = (_ORDINAL.fullmatch(other.lower_) for other in told)
    return next((_years(match[1]) for match in found if match), None)


def may_be_of(age: int, told: set[int]) -> bool:
    """Whether who is told to be of these ages may be of another."""
    return not told or any(abs(age - other) <= _LAPSE for other in told)


def may_turn(age: int, told: set[int]) -> bool:
    """Whether who is told to be of these ages may have turned that old."""
    return not told or age <= max(told) + _LAPSE


def may_be_parent(told: set[int], children: set[int]) -> bool:
    """Whether who is told to be of these ages may have children of those: nobody of 22 has a daughter of 12."""
    return not (told and children) or max(told) - min(children) >= _YOUNGEST


def _years(text: str) -> int | None:
    return int(text) if text.isdecimal() and len(text) < 4 and 0 < int(text) <= _OLDEST else None
