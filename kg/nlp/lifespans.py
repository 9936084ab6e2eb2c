"""What stands right behind a name and tells its bearer from others of that name: years of life, a numbered rank."""

import re

from spacy.tokens import Doc, Span, Token

from kg.nlp.headlines import title_end
from kg.nlp.names import RANK
from kg.nlp.phrases import doc_word
from kg.nlp.shapes import normalised

# years in a bracket: "Jane Roe née Hart, poet, () (1761-1817)", "Ben Roe of York, VC, MM (1894-1917)"; not "(m. 1968)"
_LIFE = re.compile(
    r"(?:\s*née [^\W\d_a-z][\w-]+)?(?:\s*of(?: [^\W\d_a-z][\w'-]+){1,3})?"
    r"(?:,(?:[^()\n]{0,40},)?(?: [A-Z]{2,5}\b)?)?(?:\s*\([^\w()]*\))?"
    r"\s*\((?!\s*(?:married|wed)\b)((?:(?!\bm\.)[^()\d])*\d[^()]*)\)"
)
# two years whose dash is lost: "1 August 150411 April 1547", "3 February 1537May 1539"
_GLUED = re.compile(r"(?<=\b\d{4})(?=(?:\d{1,2} )?[A-Z][a-z]+ (?:\d{1,2}, )?\d{4}\b)|(?<=\d \d{4})(?=\d{4}\b)")
_SEAT = re.compile(r", (?:[A-Z][\w-]+ ){1,3}of (?:the )?([A-Z][\w-]+)")  # ", Grand Duke of Morne"
_OPENING = re.compile(r"[(,\s]|née|of\b")  # what stands right behind the name where such a bracket follows
_YEAR = re.compile(r"\b(?:1\d{3}|20\d\d)\b")
_DAY = re.compile(r"(?:[^,;()\n]|(?<=\d),(?= \d{4}))*?\b(1\d{3}|20\d\d)\b")  # "in May 1940", "on May 3, 1940"
_BOUND = re.compile(r"\b(?:before|after|by|since|until|around|about|between|or|and)\b")
_LEEWAY = (5, 2)  # years by which births and deaths are told differently of one person
_RANKS = 12  # tokens behind a name in which its rank stands
_BRACKETS = re.compile(r"\([^)]*\)?")
_CLAUSE = 10  # tokens behind "born" in which its year stands


def rank(doc: Doc, start: int, end: int, *, is_title: bool) -> str:
    """ ", 2nd Baronet" after a name of two words or more; without a number in the title only."""
    found = _rank_behind(doc, end) if end - start > 1 else None
    if found is None:
        return ""
    told = _calm(found[0]) if found[0].isupper() else found[0]
    return told if (is_title and told == found[0]) or found[1][0].isdigit() else ""


def _rank_behind(doc: Doc, end: int) -> re.Match[str] | None:
    text = doc[end : end + _RANKS].text if doc_word(doc, end)[:1] == "," else ""
    found = RANK.match(text)
    first, joined, _ = found[0].rpartition(" and ") if found else ("", "", "")
    if found and joined and found[0].casefold() not in doc[: title_end(doc)].text.casefold():
        found = RANK.match(first)  # of two seats it is the title that tells: "Ben Roe, 1st Earl of Morne and Ada wed"
    return None if found is None or "\n" in found[0] else found


def _calm(rank: str) -> str:
    """
    >>> _calm(", 5TH EARL OF BATH")
    ', 5th Earl of Bath'
    """
    words = (word.lower() if word[0].isdigit() or word in ("OF", "AND") else word.capitalize() for word in rank.split())
    return " ".join(words)


def rank_end(doc: Doc, end: int) -> int:
    """Where the rank right behind a name ends; `end` where there is none."""
    found = _rank_behind(doc, end)
    if found is None:
        return end
    last = doc[end].idx + found.end()
    return next((i for i in range(end, min(end + _RANKS, len(doc))) if doc[i].idx >= last), len(doc))


def life(doc: Doc, end: int) -> tuple[str, str]:
    """The years of birth and death in the bracket after a name, "" where not told: "(1761-1817)", "(d. 1834)"."""
    end = rank_end(doc, end)
    if not _OPENING.match(doc_word(doc, end)):
        return "", ""
    found = _LIFE.match(normalised(doc[end : end + 24].text))
    return years(_GLUED.sub("-", found[1])) if found else ("", "")


def seat(doc: Doc, end: int) -> str:
    """Where the title right behind a name is from: the Morne of "Otto I, Margrave of Morne"."""
    found = _SEAT.match(doc[end : end + _RANKS].text)
    return found[1] if found else ""


def birth(name: Span) -> str:
    """The year in which a clause says that the bearer was born, "" where none does: "Ada was born in Bath in 1836".

    The years in a bracket are those of a parent: "Ben Roe was born to Carl Roe (1797-1877)".
    """
    told = [name.root.head, *name.root.children]
    verb = next((token for token in told if token.lower_ == "born" and token.i >= name.end), None)
    if verb is None or (verb == name.root.head and name.root.dep_ not in ("nsubj", "nsubj:pass")):
        return ""
    found = _YEAR.search(_BRACKETS.sub("", name.doc[verb.i : min(verb.i + _CLAUSE, verb.sent.end)].text))
    return found[0] if found else ""


def day_told(word: Token) -> tuple[str, str]:
    """The year of birth or death that a clause tells of a pronoun: "he died in York in 1940", "his death in 1940"."""
    of = word.head
    is_subject = word.dep_ in ("nsubj", "nsubj:pass") and word.i < of.i
    is_death = of.lower_ == "died" if is_subject else of.lower_ == "death" and word.dep_ == "nmod:poss"
    if not is_death and not (is_subject and of.lower_ == "born"):
        return "", ""
    found = _DAY.match(word.doc[of.i + 1 : min(of.i + _CLAUSE, word.sent.end)].text)
    year = found[1] if found and not _BOUND.search(found[0]) else ""
    return ("", year) if is_death else (year, "")


def differ(told: tuple[str, str], other: tuple[str, str]) -> bool:
    """Whether two lives cannot be one, by their years of birth or death where both tell them.

    >>> differ(("", "1940"), ("1852", "1936")), differ(("1853", ""), ("1852", "1936"))
    (True, False)
    """
    pairs = zip(told, other, _LEEWAY, strict=True)
    return any(mine and its and abs(int(mine) - int(its)) > leeway for mine, its, leeway in pairs)


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
