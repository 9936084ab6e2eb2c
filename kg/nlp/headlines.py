"""Names that stand over a text or open it, printed as a title, in capitals or family name first."""

import re
from collections.abc import Iterator

from spacy.tokens import Doc, Token

from kg.nlp import names
from kg.nlp.names import PARTICLES, fold
from kg.nlp.phrases import doc_word, places

_ENTRY = 12  # tokens of an entry until the sign for a birth
_OF_LIFE = frozenset("born b b. née nee c c. circa fl fl. d d. died".split())


def title_end(doc: Doc) -> int:
    """The number of tokens before the body."""
    body = doc._.body
    return next((token.i for token in doc if token.idx >= body), len(doc)) if body else 0


def headline(doc: Doc) -> Iterator[tuple[int, int]]:
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
    opening = {fold(token.text) for token in doc[end : end + 40]}
    people = [fold(token.text) for span in doc.ents if span.label_ == "PERSON" and span.start >= end for token in span]
    last = fold(words[-1].text)
    if last in opening and (people.count(last) >= 1 or _is_capital(doc[_body_start(doc)])) and len(words) <= 5:
        yield words[0].i, words[-1].i + 1


def _may_be_named(token: Token) -> bool:
    if token.text in ('"', "'", "“", "”", ".", "-", "‘", "’"):
        return True
    return (token.text[:1].isupper() and token.text[:1].isalpha()) or token.lower_ in PARTICLES


def _body_start(doc: Doc) -> int:
    end = title_end(doc)
    return next((token.i for token in doc[end:] if not token.is_space), len(doc) - 1)


def lead(doc: Doc) -> Iterator[tuple[int, int]]:
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


def headwords(doc: Doc) -> Iterator[tuple[int, int]]:
    """Names as works of reference order them, over a text, at its head or, in capitals, at that of an entry.

    "ROE, Jane", "Roe, Jane (1900-1980)", "ROE, Sir Carl; b. 4 May 1950".
    """
    end = title_end(doc)
    heads = {next((token.i for token in doc if not token.is_space), 0), _body_start(doc)} if len(doc) else set()
    for start in sorted({*heads, *_entries(doc)}):
        comma = next((i for i in range(start + 1, min(start + 4, len(doc))) if doc[i].text == ","), start)
        given = next((i for i in range(comma + 1, len(doc)) if not names.is_title(doc[i].text)), len(doc))
        last = next((i for i in range(given, min(given + 4, len(doc))) if not _is_given(doc[i])), len(doc))
        is_name = given < last and comma > start and all(token.text[:1].isupper() for token in doc[start:comma])
        is_life = doc_word(doc, last) == "(" and _is_life(doc, last + 1)
        is_entry = doc_word(doc, last) in (",", ";") and doc[start].is_upper and _has_sign(doc, last)
        if is_name and (last == end or is_life or is_entry) and fold(doc[given].text) in names.first_names():
            yield start, last


def _entries(doc: Doc) -> Iterator[int]:
    """Tokens in capitals that begin a line and stand before a comma."""
    for start in (i - 1 for i in places(doc, "LOWER", [","]) if i):
        is_first = start == 0 or "\n" in doc[start - 1].text
        if is_first and doc[start].is_upper and len(doc[start]) > 1:
            yield start


def _has_sign(doc: Doc, i: int) -> bool:
    """Whether an entry goes on with a birth or a death: "ROE, Carl, CBE 1990; b. 4 May 1950"."""
    return any(word.lower_ in ("b", "b.", "bapt.") for word in doc[i : i + _ENTRY])


def _is_given(token: Token) -> bool:
    return token.text[:1].isalpha() and token.text[:1].isupper()


def _is_life(doc: Doc, i: int) -> bool:
    """Whether what a bracket begins with is told of a life: a year, "born", "née"; no news agency."""
    return doc_word(doc, i) in _OF_LIFE or doc[i : i + 1].text[:4].isdecimal()


def _title_words(doc: Doc) -> list[str]:
    """The folded words of the title, what stands in brackets left out."""
    return [fold(word) for word in names.BRACKETED.sub("", doc[: title_end(doc)].text).split()]


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
