"""What stands right behind a name and tells its bearer from others of that name: years of life, a numbered rank."""

import re

from spacy.tokens import Doc, Span

from kg.nlp.names import RANK
from kg.nlp.shapes import normalised

_LIFE = re.compile(r",?(?:[^()\n]{0,40},)?\s*\(([^()m]*\d[^()]*)\)")
_YEAR = re.compile(r"\b(?:1\d{3}|20\d\d)\b")
_CLAUSE = 10  # tokens behind "born" in which its year stands


def rank(doc: Doc, start: int, end: int, *, is_title: bool) -> str:
    """ ", 2nd Baronet" after a name of two words or more; without a number in the title only."""
    found = RANK.match(doc[end : end + 12].text) if end - start > 1 else None
    if found is None or "\n" in found[0] or found[0].isupper():
        return ""
    return found[0] if is_title or found[1][0].isdigit() else ""


def life(doc: Doc, end: int) -> tuple[str, str]:
    """The years of birth and death in the bracket after a name, "" where not told: "(1761-1817)", "(d. 1834)"."""
    found = _LIFE.match(normalised(doc[end : end + 24].text)) if doc[end : end + 1].text in ("(", ",") else None
    return years(found[1]) if found else ("", "")


def birth(name: Span) -> str:
    """The year in which a clause says that the bearer was born, "" where none does: "Ada was born in Bath in 1836"."""
    told = [name.root.head, *name.root.children]
    verb = next((token for token in told if token.lower_ == "born" and token.i >= name.end), None)
    if verb is None or (verb == name.root.head and name.root.dep_ not in ("nsubj", "nsubj:pass")):
        return ""
    found = _YEAR.search(name.doc[verb.i : min(verb.i + _CLAUSE, verb.sent.end)].text)
    return found[0] if found else ""


def years(bracket: str) -> tuple[str, str]:
    """The years of birth and death in what a bracket says.

    >>> [years(each) for each in ("1761-1817", "b. 3 May 1761", "died 1834", "1834")]
    [('1761', '1817'), ('1761', ''), ('', '1834'), ('', '')]
    """
    born, dash, died = bracket.partition("-")
    first, last = ((_YEAR.findall(part) or [""])[-1] for part in (born, died))
    if dash:
        return first, last
    said = re.match(r"\s*(b\.|born|d\.|died)", born)
    return ("", "") if said is None else (first, "") if said[1][0] == "b" else ("", first)
