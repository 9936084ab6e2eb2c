"""Where a document names people: the model's PERSON spans, repaired by what the rest of the document shows."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import pairwise, takewhile

import numpy as np
from spacy.tokens import Doc, Span, Token

from kg.nlp import names
from kg.nlp.aliases import is_alias, is_use
from kg.nlp.lifespans import birth, life, rank, rank_end
from kg.nlp.names import PARTICLES, Name, fold, is_honour, is_title
from kg.nlp.phrases import doc_word
from kg.nlp.repeats import repeats
from kg.nlp.shapes import normalised

# months, days and the magazine People
_NO_NAMES = frozenset(
    (
        "january february march april may june july august september october november december monday tuesday "
        "wednesday thursday friday saturday sunday people"
    ).split()
)
PEERS = frozenset(
    (
        "duke duchess earl count countess marquess marchioness prince princess lord lady baron baroness viscount "
        "archduke archduchess margrave margravine landgrave landgravine elector electress"
    ).split()
)
_WHERE = frozenset(["in", "of", "from", "to", "at", "near"])
_PLACES = frozenset(["PLACE", "GPE", "LOC"])
# of whom something is said, never of where: "the assassination of Roe"
_OF_PEOPLE = frozenset(
    (
        "assassination birth bust death divorce execution friend friends house life marriage murder portrait wedding "
        "brother child children cousin daughter father husband mother partner sister son widow wife works"
    ).split()
)
_OF_LIFE = frozenset("born b b. née nee c c. circa fl fl. d d. died".split())
_HYPHENS = frozenset("-‐‑")
_USING = 8  # words before a name that may tell that somebody uses it
_NEE = re.compile(r"\bn[ée]e\s*$", re.IGNORECASE)
_ASIDE = re.compile(r"\([^()]*\)|\[[^\[\]]*\]")


@dataclass(frozen=True, slots=True)
class Named:
    """Tokens `start` to `end` (not included) that name a person, titles included.

    `alias_of` is the start of the name that the text itself makes this one another form of. `life` are the years in a
    bracket behind it, `born` the year of birth that its clause tells.
    """

    start: int
    end: int
    name: Name
    text: str
    alias_of: int | None = None
    life: tuple[str, str] = ("", "")
    born: str = ""


def named(doc: Doc) -> list[Named]:
    """Every stretch that names a person, in order; none overlap."""
    spans, headwords = _repaired(doc), list(_headwords(doc))
    for extra in (*_headline(doc), *_lead(doc), *headwords):
        spans = [span for span in spans if span[1] <= extra[0] or extra[1] <= span[0]] + [extra]
    spans = sorted(set(spans))
    spans = list(_unranked(doc, sorted({*spans, *repeats(doc, spans)})))
    body = title_end(doc)
    found = [_named(doc, start, end, is_title=start < body) for start, end in spans]
    return _with_aliases(doc, [_turned(each) if (each.start, each.end) in headwords else each for each in found])


def _unranked(doc: Doc, spans: list[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """Spans without those in the rank of the one before: "Richard Roe, 1st Baron Roe of Bath" names one person."""
    taken = 0
    for start, end in spans:
        if start >= taken:
            yield start, end
            taken = rank_end(doc, end) if end - start > 1 else end


def title_end(doc: Doc) -> int:
    """The number of tokens before the body."""
    body = doc._.body
    return next((token.i for token in doc if token.idx >= body), len(doc)) if body else 0


def _named(doc: Doc, start: int, end: int, *, is_title: bool) -> Named:
    text = re.sub(r"\s+", " ", doc[start:end].text)
    if is_title and text.endswith("s") and _lost_apostrophe(doc, doc[end - 1].text):
        text = text[:-1]
    text = text.rstrip(". ") if names.parse(text).is_numbered else text  # "his grandfather, Otto I."
    text += rank(doc, start, end, is_title=is_title)
    return Named(start, end, names.parse(normalised(text)), text, life=life(doc, end), born=birth(doc[start:end]))


def _lost_apostrophe(doc: Doc, word: str) -> bool:
    """ "Danny Ciprianis fiancée": a headline whose body knows Cipriani better than Ciprianis."""
    texts = [token.text for token in doc[title_end(doc) :]]
    return texts.count(word[:-1]) > texts.count(word)


# what the model found, repaired


def _is_used(span: Span) -> bool:
    """Whether a full name that the model takes for no person's is one that somebody uses: "signs as J. D. Roe"."""
    before = span.doc[max(span.start - _USING, span.sent.start) : span.start]
    return span.label_ == "OTHER" and len(span) > 1 and is_use(before.text)


def _repaired(doc: Doc) -> list[tuple[int, int]]:
    """The model's PERSON spans without what is no part of a name, joined where a nickname or a suffix parts them."""
    spans = [span for span in doc.ents if (span.label_ == "PERSON" and not _is_place(span)) or _is_used(span)]
    found = [_bracketed(doc, *kept) for span in spans if (kept := _trimmed(span))]
    joined: list[tuple[int, int]] = []
    for start, end in _hyphened(doc, [each for each in found if not _is_seat(doc, each[0], found)]):
        if joined and _belongs(doc, joined[-1], (start, end)):
            start = joined.pop()[0]
        joined.append((start, _suffix_end(doc, end)))
    inside = {i for start, end in joined for i in range(start, end)}
    return [(_title_start(doc, start), _seat_end(doc, start, end, inside)) for start, end in _shed(doc, joined)]


def _is_place(span: Span) -> bool:
    """Whether a single name is that of a place: "the first lawyer of Montserrat", who lived in Montserrat."""
    doc, name = span.doc, span[0]
    if len(span) > 1 or doc_word(doc, name.i - 1) not in _WHERE or fold(name.text) in names.first_names():
        return False
    if doc_word(doc, name.i - 2) in _OF_PEOPLE or doc_word(doc, name.i + 1) in ("'s", "’s"):
        return False
    same = [doc[i] for i in np.flatnonzero(doc.to_array("ORTH") == name.orth).tolist()]
    people = [token for token in same if token.ent_type_ == "PERSON"]
    places = sum(token.ent_type_ in _PLACES for token in same)
    return places >= len(people) and all(map(_is_alone, people))


def _is_alone(name: Token) -> bool:
    """Whether a word of a name is the whole of it."""
    following = name.doc[name.i + 1] if name.i + 1 < len(name.doc) else None
    return name.ent_iob_ == "B" and (following is None or following.ent_iob_ != "I")


def _is_seat(doc: Doc, start: int, spans: list[tuple[int, int]]) -> bool:
    """Whether a span is the place behind a numbered name: the Morne of "Hugh III of Morne"."""
    before = next((names.parse(doc[i:end].text) for i, end in spans if end == start - 1), None)
    return doc_word(doc, start - 1) == "of" and before is not None and before.is_numbered


def _seat_end(doc: Doc, start: int, end: int, taken: set[int]) -> int:
    """Where a single name ends with the place it is told by: "Hugh III of Morne", "Duke John Henry of Morne"."""
    name = names.parse(doc[start:end].text)
    is_noble = start > 0 and doc_word(doc, start - 1) in PEERS
    if doc_word(doc, end) != "of" or (len(name.parts) > 1 and not is_noble and not set(name.titles) & PEERS):
        return end
    last = end + 1
    while last < len(doc) and last not in taken and doc[last].text[:1].isupper():
        if doc[last].tag_ != "NNP" and doc[last].lower_ not in PARTICLES:
            break
        last += 1
        if doc_word(doc, last) == "-" and _is_tight(doc, last) and doc[last + 1 : last + 2].text[:1].isupper():
            last += 1
    return last if last > end + 1 else end


def _shed(doc: Doc, spans: list[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """Spans cut before a name known from elsewhere: "Ibiza DJ Clara Voss" is Clara Voss, "Ben Hale Clara Voss" two."""
    texts = {doc[start:end].text for start, end in spans if end - start > 1}
    known = names.first_names()
    for start, end in spans:
        places = (i for i in range(start + 1, end - 1) if fold(doc[i].text) in known and doc[i:end].text in texts)
        cut = next(places, start)
        is_other = fold(doc[start].text) in known
        if is_other and cut - start >= 2:
            yield start, cut
        yield (start if is_other and cut - start == 1 else cut), end


def _bracketed(doc: Doc, start: int, end: int) -> tuple[int, int]:
    """A span that closes a bracket it did not open takes in what stands before: "Bill (William) Voss"."""
    inside = [token.text for token in doc[start:end]]
    if ")" not in inside or "(" in inside:
        return start, end
    is_whole = start >= 2 and doc[start - 1].text == "(" and doc[start - 2].text[:1].isupper()
    return (start - 2, end) if is_whole else (start + inside.index(")") + 1, end)


def _hyphened(doc: Doc, spans: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Spans that end or begin at a hyphen take in the other half: "Rhys-Harries"."""
    whole: list[tuple[int, int]] = []
    for start, end in spans:
        while (
            end + 1 < len(doc) and doc[end].text in _HYPHENS and _is_tight(doc, end) and doc[end + 1].text[:1].isupper()
        ):
            end += 2
        while (
            start >= 2
            and doc[start - 1].text in _HYPHENS
            and _is_tight(doc, start - 1)
            and doc[start - 2].text[:1].isupper()
        ):
            start -= 2
        if whole and start <= whole[-1][1]:
            start, end = whole[-1][0], max(end, whole[-1][1])
            whole.pop()
        whole.append((start, end))
    return whole


def _is_tight(doc: Doc, i: int) -> bool:
    return not (doc[i].whitespace_ or doc[i - 1].whitespace_)


def _trimmed(span: Span) -> tuple[int, int] | None:
    tokens = list(takewhile(lambda token: not _is_dash(token) and not _is_before_rank(token, span), span))
    while tokens and not _ends_name(tokens[-1]):
        tokens.pop()
    while tokens and not _begins_name(tokens[0]):
        tokens.pop(0)
    if (
        not tokens
        or not any(token.text[:1].isupper() for token in tokens)
        or (len(tokens) == 1 and _is_no_name(tokens[0]))
    ):
        return None
    if any("\n" in token.text or "_" in token.text for token in tokens):
        return None
    if doc_word(span.doc, tokens[0].i - 1) == "of" and doc_word(span.doc, tokens[0].i - 2) in PEERS:
        return None  # "the Duke of Alba": Alba is a place
    if tokens[0].tag_ in ("PRP", "PRP$", "DT") or (len(tokens) == 1 and fold(tokens[0].text) in _NO_NAMES):
        return None
    if doc_word(span.doc, tokens[0].i - 1) == "the" and is_family(tokens[-1]):
        return None
    return tokens[0].i, tokens[-1].i + 1


def _is_no_name(token: Token) -> bool:
    """Whether a single word is a title or letters after a name; a child may be called so: "her son Justice"."""
    word, before = token.text, doc_word(token.doc, token.i - 1)
    return before not in ("son", "daughter") and (is_title(word) or (word.isupper() and is_honour(word)))


def _is_before_rank(comma: Token, span: Span) -> bool:
    """Whether what the span has behind a comma is no name: "Ben Hale, Elector" of Morne."""
    if comma.text != ",":
        return False
    rest = [token.text for token in span.doc[comma.i + 1 : span.end]]
    return bool(rest) and (doc_word(span.doc, span.end) == "of" or all(map(is_title, rest)))


def is_family(token: Token) -> bool:
    """Whether a name behind "the" is that of a family taken together: "the Nortons", where Norton is told of."""
    text = token.text
    is_plural = token.tag_ == "NNP" and text.endswith("s") and any(each.text == text[:-1] for each in token.doc)
    return token.tag_ == "NNPS" or is_plural


def _is_dash(token: Token) -> bool:
    """A dash between blanks parts two names: "Jane Roe - Ben"."""
    return token.text in "-–—" and bool(token.whitespace_) and token.i > 0 and bool(token.nbor(-1).whitespace_)


def _begins_name(token: Token) -> bool:
    opens = token.text in "'\"“‘" and token.i + 1 < len(token.doc)
    return opens or token.text[:1].isupper() or token.lower_ in PARTICLES


def _ends_name(token: Token) -> bool:
    text = normalised(token.text)
    is_word = any(letter.isalnum() for letter in text) and text not in ("'s", "’s")
    return (is_word and token.lower_ != "of") or text == '"'


def _belongs(doc: Doc, before: tuple[int, int], after: tuple[int, int]) -> bool:
    """Whether two neighbouring spans are one name: `Eleanor "Ellie"` and `Carmody`."""
    if after[0] - before[1] > 3:
        return False
    between = doc[before[1] : after[0]].text.strip()
    if not between:
        return before[1] == after[0] and doc[after[0]].sent_start != 1 and "\n" not in doc[before[0] : after[1]].text
    return bool(re.fullmatch(r"[\"“”'‘’]\s*(\w+\s*[\"“”'‘’])?", between)) and _quoted(doc, before, after)


def _quoted(doc: Doc, before: tuple[int, int], after: tuple[int, int]) -> bool:
    """A whole pair of quotes between the first word and the last, and no comma before it."""
    text = normalised(doc[before[0] : after[1]].text)
    return (text.count('"') == 2 or text.count("'") >= 2) and "," not in text and "\n" not in text


def _suffix_end(doc: Doc, end: int) -> int:
    comma = int(doc_word(doc, end) == ",")
    return end + comma + 1 if doc_word(doc, end + comma) in ("jr", "jr.", "sr", "sr.") else end


def _title_start(doc: Doc, start: int) -> int:
    """Titles before a name belong to it: "Sir", "Dr.", "Prince"; capitalised only."""
    while (
        start > 0 and is_title(doc[start - 1].text) and doc[start - 1].text[0].isupper() and doc[start].sent_start != 1
    ):
        start -= 1
    return start


# headline and lead


def _headline(doc: Doc) -> Iterator[tuple[int, int]]:
    """The whole title where it is a person's name, as over a biography: "Jane Roe (actress)"."""
    end = title_end(doc)
    words = [token for token in doc[:end] if not token.is_space]
    bracket = next((i for i, token in enumerate(words) if token.text == "("), len(words))
    words = words[:bracket]
    if not words or len(words) > 7 or not all(_may_be_named(token) for token in words):
        return
    if any(span.label_ == "PERSON" and (span.start, span.end) == (words[0].i, words[-1].i + 1) for span in doc.ents):
        yield words[0].i, words[-1].i + 1
        return
    lead = {fold(token.text) for token in doc[end : end + 40]}
    people = [fold(token.text) for span in doc.ents if span.label_ == "PERSON" and span.start >= end for token in span]
    last = fold(words[-1].text)
    if last in lead and (people.count(last) >= 1 or _is_capital(doc[_body_start(doc)])) and len(words) <= 5:
        yield words[0].i, words[-1].i + 1


def _may_be_named(token: Token) -> bool:
    if token.text in ('"', "'", "“", "”", ".", "-", "‘", "’"):
        return True
    return (token.text[:1].isupper() and token.text[:1].isalpha()) or token.lower_ in PARTICLES


def _body_start(doc: Doc) -> int:
    end = title_end(doc)
    return next((token.i for token in doc[end:] if not token.is_space), len(doc) - 1)


def _lead(doc: Doc) -> Iterator[tuple[int, int]]:
    """A name in capitals that opens the body, as some encyclopedias print it: "SIR IAN McSHANE (born 1942)"."""
    if not len(doc):
        return
    start = end = _body_start(doc)
    while end < len(doc) and (_is_capital(doc[end]) or _in_quotes(doc, end)):
        end += 1
    while end > start and not any(letter.isalpha() for letter in doc[end - 1].text):
        end -= 1
    while (
        end - start > 1
        and re.fullmatch(r"[A-Z]{2,5}", doc[end - 1].text)
        and (names.is_honour(doc[end - 1].text) or not re.search("[AEIOUY]", doc[end - 1].text))
    ):
        end -= 1  # letters after a name: "FRSE"
    end = next((i + 1 for i in range(start, end) if fold(doc[i].text) in _title_words(doc)[-1:]), end)
    if end - start >= 2 and any(len(token.text) > 2 for token in doc[start:end]):
        yield start, end


def _headwords(doc: Doc) -> Iterator[tuple[int, int]]:
    """Names as works of reference order them, over a text or at its head: "ROE, Jane", "Roe, Jane (1900-1980)"."""
    end = title_end(doc)
    for start in sorted({next((token.i for token in doc if not token.is_space), 0), _body_start(doc)} if doc else ()):
        comma = next((i for i in range(start + 1, min(start + 4, len(doc))) if doc[i].text == ","), start)
        last = next((i for i in range(comma + 1, min(comma + 5, len(doc))) if not _is_given(doc[i])), len(doc))
        is_name = comma + 1 < last and all(token.text[:1].isupper() for token in doc[start:comma])
        is_alone = last == end or (doc_word(doc, last) == "(" and _is_life(doc, last + 1))
        if is_name and is_alone and comma > start and fold(doc[comma + 1].text) in names.first_names():
            yield start, last


def _is_given(token: Token) -> bool:
    return token.text[:1].isalpha() and token.text[:1].isupper()


def _is_life(doc: Doc, i: int) -> bool:
    """Whether what a bracket begins with is told of a life: a year, "born", "née"; no news agency."""
    return doc_word(doc, i) in _OF_LIFE or doc[i : i + 1].text[:4].isdecimal()


def _turned(each: Named) -> Named:
    family, _, given = each.text.partition(", ")
    text = f"{given} {family.title() if family.isupper() else family}"
    return replace(each, name=names.parse(normalised(text)), text=text)


def _title_words(doc: Doc) -> list[str]:
    """The folded words of the title, what stands in brackets left out."""
    return [fold(word) for word in _ASIDE.sub("", doc[: title_end(doc)].text).split()]


def _is_capital(token: Token) -> bool:
    letters = [letter for letter in token.text if letter.isalpha()]
    capitals = sum(letter.isupper() for letter in letters)
    return (
        bool(letters)
        and letters[0].isupper()
        and capitals >= max(len(letters) - 1, 1)
        and (len(letters) > 1 or token.text != "I")
    )


def _in_quotes(doc: Doc, i: int) -> bool:
    return doc[i].text in ('"', "“", "”", "-") and (_is_capital(doc[i - 1]) if i else False) and i + 1 < len(doc)


# other names of the same person


def _with_aliases(doc: Doc, found: list[Named]) -> list[Named]:
    """Marks the names that the text introduces as another one of the person before: "(born Norma Roe)", "known as"."""
    return [found[0], *(_alias(doc, before, each) for before, each in pairwise(found))] if found else []


def _alias(doc: Doc, before: Named, each: Named) -> Named:
    if each.start - before.end > 60:
        return each
    between = normalised(doc[before.end : each.start].text)
    if "\n" in between:
        return each
    # "Jane Roe (1 May 1900 - 2 June 1980), known as Nan": what stands in whole brackets does not part them.
    lead = doc[max(0, before.start - 3) : before.start].text
    if _is_born_so(doc, before, each):
        return replace(each, alias_of=before.start)
    if is_alias(before.name, each.name, _ASIDE.sub(" ", between), lead):
        return replace(_maiden(before, each, between), alias_of=before.start)
    return each


def _maiden(before: Named, each: Named, between: str) -> Named:
    """The name at birth in full: "Jane Roe (née Doe)" was Jane Doe."""
    is_family = len(before.name.parts) > 1 and len(each.name.parts) == 1 and not each.name.titles
    if not is_family or not _NEE.search(between):
        return each
    text = f"{before.name.parts[0]} {each.text}"
    return replace(each, name=names.parse(text), text=text)


def _is_born_so(doc: Doc, before: Named, each: Named) -> bool:
    """ "Jane Roe was a poet. Born Ada Doe in 1804, she …": the other name of whom the sentence before opens with."""
    born = each.start - 1
    if len(each.name.parts) < 2 or doc_word(doc, born) != "born" or not doc[born].is_sent_start or not born:
        return False
    return doc_word(doc, each.end) in ("in", "on", "at", ",", "to") and before.start <= doc[born - 1].sent.start + 1
