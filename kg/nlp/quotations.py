"""Quoted stretches of a document and who says them."""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from spacy.tokens import Doc, Token

from kg.nlp.shapes import normalised

SAYING = frozenset(
    [
        "say",
        "tell",
        "add",
        "write",
        "ask",
        "reply",
        "explain",
        "reveal",
        "confirm",
        "admit",
        "insist",
        "claim",
        "note",
        "recall",
        "state",
        "announce",
        "declare",
        "share",
        "caption",
        "gush",
        "continue",
        "joke",
        "quip",
        "remark",
        "comment",
        "reflect",
        "confess",
        "describe",
        "praise",
        "tweet",
        "post",
        "exclaim",
        "respond",
        "begin",
        "conclude",
        "warn",
        "argue",
        "observe",
        "pen",
        "dish",
        "spill",
        "echo",
        "urge",
        "recount",
        "muse",
        "elaborate",
        "report",
        "allege",
        "stress",
        "reiterate",
        "answer",
        "sign",
        "rave",
        "enthuse",
        "cry",
        "shout",
        "whisper",
        "laugh",
        "tease",
        "lament",
        "suggest",
        "acknowledge",
        "deny",
        "dub",
        "call",
        "express",
        "offer",
    ]
)
_MARKS = re.compile("['\"`´‘’‚‛′ʼ“”„‟″«»]")
_REACH = 30  # tokens around a quotation in which its speaker is sought
_LONGEST = 1500  # words that a quotation may have in one paragraph
_LEAST = 6  # words from which on an unattributed stretch is taken for speech


@dataclass(slots=True)
class Quote:
    """Tokens `start` to `end` (not included), the marks among them; `speaker` heads who says it, if that was found."""

    start: int
    end: int
    speaker: int | None = None
    outlet: str = ""
    continues: bool = False  # a paragraph that goes on speaking


def is_repeated(doc: Doc, quote: Quote, i: int) -> bool:
    """Whether the speaker only repeats what somebody else said: the "my" of 'He asked: "Why my wife?"'."""
    opening = next((token.text for token in doc[quote.start : quote.start + 1]), "")
    before = [token.text for token in doc[quote.start + 1 : i]]
    if opening not in ("'", "‘"):
        return False
    return before.count('"') % 2 == 1 or before.count("“") > before.count("”")


def quotes(doc: Doc) -> list[Quote]:
    """The quoted stretches in order, none inside another, each with the head of its speaker."""
    found: list[Quote] = []
    stretches = list(_stretches(doc))
    inside = {i for start, end in stretches for i in range(start, end)}
    for start, end in stretches:
        quote = Quote(start, end, continues=bool(found) and _goes_on(doc, found[-1], start, end))
        _attribute(doc, quote, found[-1] if found else None, inside)
        if quote.speaker is not None or end - start >= _LEAST:
            found.append(quote)
    return found


# where the marks are


def _stretches(doc: Doc) -> Iterator[tuple[int, int]]:
    """Pairs of quotation marks, paragraph by paragraph; a mark left open reaches to the paragraph's end."""
    marked = _marked(doc)
    if not marked:
        return
    for start, end in lines(doc):
        done = start
        places = marked[bisect_left(marked, start) : bisect_left(marked, end)]
        for number, i in enumerate(places):
            mark = _opening(doc[i]) if i >= done else ""
            close = _closing(doc, i, places[number + 1 :], mark) if mark else None
            if mark and close is None and _is_left_open(doc, i, end, mark):
                close = end
            if close is not None:
                yield i, close
                done = close


def _marked(doc: Doc) -> list[int]:
    """The tokens that hold a quotation mark, in order."""
    words, strings = doc.to_array("ORTH").tolist(), doc.vocab.strings
    marked = {word for word in set(words) if _MARKS.search(strings[word])}
    return [i for i, word in enumerate(words) if word in marked]


def line_ends(doc: Doc) -> list[int]:
    """The tokens of white space that end a line."""
    return [i for i in np.flatnonzero(doc.to_array("IS_SPACE")).tolist() if "\n" in doc[i].text]


def lines(doc: Doc) -> Iterator[tuple[int, int]]:
    """The lines of a document, as tokens (start, end)."""
    start = 0
    for i in line_ends(doc):
        yield start, i
        start = i + 1
    yield start, len(doc)


def _opening(token: Token) -> str:
    """The plain mark that the token opens a quotation with, or ""."""
    mark = normalised(token.text)
    if mark not in ("'", '"', "''") or token.i + 1 >= len(token.doc) or token.whitespace_ or token.text in "’”":
        return ""
    before = token.nbor(-1) if token.i else None
    is_free = before is None or before.whitespace_ or before.is_space or before.text in "([-–—:"
    # "'90s", "rock 'n' roll"
    is_speech = mark != "'" or (not token.nbor().text[:1].isdigit() and token.nbor().lower_ not in ("n", "em", "til"))
    return mark if is_free and is_speech else ""


def _closing(doc: Doc, start: int, places: Sequence[int], mark: str) -> int | None:
    """After the mark that closes; a single one after a stop before a bare one ("the actress' divorce").

    But the bare one where another quotation opens first: "her 'soulmate'. They met at work. 'He was kind,' she said".
    """
    bare = None
    for i in places:
        if i <= start + 1:
            continue
        if i >= start + _LONGEST:
            break
        token = doc[i]
        if bare is not None and _opening(token) == mark:
            break
        if not _closes(token, mark):
            continue
        if mark != "'" or doc[i - 1].is_punct:
            return i + 1
        bare = bare or i + 1
    return bare


def _closes(token: Token, mark: str) -> bool:
    text = normalised(token.text)
    if not text.endswith(mark) or len(text) > len(mark) + 1 or token.nbor(-1).whitespace_:
        return False
    after = token.nbor() if token.i + 1 < len(token.doc) else None
    return after is None or bool(token.whitespace_) or after.is_space or after.is_punct


def _is_left_open(doc: Doc, i: int, end: int, mark: str) -> bool:
    """A mark that its paragraph never closes, before a paragraph that begins with the same mark."""
    after = next((token for token in doc[end : end + 4] if not token.is_space), None)
    return after is not None and normalised(after.text) == mark and end - i > _LEAST


def _goes_on(doc: Doc, before: Quote, start: int, end: int) -> bool:
    """Whether the same voice speaks on: nothing but a paragraph's end between, or a paragraph that is all quotation."""
    if all(token.is_space for token in doc[before.end : start]):
        return start - before.end <= 2
    is_whole = "\n" in doc[start - 1].text and (end >= len(doc) or doc[end].is_space)
    breaks = sum("\n" in token.text for token in doc[before.end : start])
    return is_whole and breaks == 1 and start - before.end <= _REACH


# who speaks


def _attribute(doc: Doc, quote: Quote, before: Quote | None, inside: set[int]) -> None:
    if _is_announced(doc, quote):
        verb = _verb_before(doc, quote) or _verb_after(doc, quote)
    else:
        verb = _verb_after(doc, quote) or _verb_before(doc, quote)
    speaker = _subject(verb, inside) if verb else None
    if speaker is not None and verb is not None:
        quote.speaker, quote.outlet = speaker.i, _outlet(verb)
    elif before and (quote.continues or _same_sentence(doc, before, quote)):
        quote.speaker, quote.outlet = before.speaker, before.outlet


def _is_announced(doc: Doc, quote: Quote) -> bool:
    """ "She said: '...'", "he wrote '...'": a colon or a verb of saying right before the mark."""
    before = [token for token in doc[max(quote.start - 3, 0) : quote.start] if not token.is_space]
    return bool(before) and (before[-1].text == ":" or any(_is_saying(token) for token in before[-2:]))


def _verb_after(doc: Doc, quote: Quote) -> Token | None:
    """ "'...', she said": a verb of saying in the rest of the sentence, before any other quotation."""
    if doc[quote.end - 1 : quote.end].text and doc[quote.end - 2].text in ".!?" and _starts_new(doc, quote.end):
        return None
    for token in doc[quote.end : quote.end + _REACH]:
        if (token.is_space and "\n" in token.text) or token.text in (".", ":") or _opening(token):
            return None
        if _is_saying(token):
            return token
    return None


def _starts_new(doc: Doc, i: int) -> bool:
    """A quotation that ends with a stop is followed by another sentence, unless a verb of saying comes at once."""
    rest = doc[i : i + 6]
    return not any(_is_saying(token) for token in rest) or bool(
        doc[i - 2].text == "." and rest and rest[0].text[:1].isupper()
    )


def _verb_before(doc: Doc, quote: Quote) -> Token | None:
    """ "She said: '...'": the nearest verb of saying before it in its paragraph."""
    for i in range(quote.start - 1, max(quote.start - _REACH, -1), -1):
        token = doc[i]
        if token.is_space and "\n" in token.text:
            return None if doc[i - 1].text != ":" else _last_saying(doc, i - 1)
        if token.text in ".!?" and not any(each.text == ":" for each in doc[i : quote.start]):
            return None
        if token.text in ".!?" or _closes_any(token):
            return None
        if _is_saying(token):
            return token
    return None


def _closes_any(token: Token) -> bool:
    return (
        token.i > 0 and normalised(token.text) in ('"', "'") and not token.nbor(-1).whitespace_ and not _opening(token)
    )


def _last_saying(doc: Doc, i: int) -> Token | None:
    return next((token for token in reversed(doc[doc[i].sent.start : i]) if _is_saying(token)), None)


def _is_saying(token: Token) -> bool:
    return token.lemma_.lower() in SAYING and token.tag_.startswith("VB")


def _subject(verb: Token, inside: set[int]) -> Token | None:
    """Who does the saying, outside all quotations: also the subject of a verb above ("Jane smiled and said")."""
    found = _subject_above(verb, inside) or _subject_after(verb) or _subject_before(verb)
    return found if found is not None and found.i not in inside else None


def _subject_before(verb: Token) -> Token | None:
    """ "'...,' the 35-year-old admitted": what stands right before, where the tree shows no subject."""
    before = verb.nbor(-1) if verb.i else None
    is_noun = before is not None and (before.tag_ in ("NN", "NNP", "PRP") or before.lower_ == "old")
    return before if is_noun else None


def _subject_after(verb: Token) -> Token | None:
    """ "'...', said a fan": a noun, name or pronoun close behind, where the tree shows none."""
    for token in verb.doc[verb.i + 1 : verb.i + 4]:
        if token.tag_ in ("NN", "NNP", "PRP"):
            return token.head if token.dep_ in ("compound", "flat") and token.head.tag_ in ("NN", "NNP") else token
        if token.tag_ not in ("DT", "JJ", "PRP$"):
            return None
    return None


def _subject_above(verb: Token, inside: set[int]) -> Token | None:
    for _ in range(4):
        outside = (child for child in verb.children if child.i not in inside)
        subject = next((child for child in outside if child.dep_ in ("nsubj", "obl:agent", "nsubj:pass")), None)
        if subject is not None and subject.tag_ in ("WP", "WDT") and verb.dep_ == "acl:relcl":
            subject = verb.head
        if subject is not None:
            return subject
        if verb.dep_ == "acl":
            return verb.head
        if verb.dep_ not in ("conj", "xcomp", "advcl", "parataxis") or verb.head is verb:
            return None
        verb = verb.head
    return None


def _same_sentence(doc: Doc, before: Quote, quote: Quote) -> bool:
    """ "'No,' she said. 'Never.'": the same paragraph, with the words that name the speaker between."""
    between = doc[before.end : quote.start]
    return before.speaker is not None and len(between) <= _REACH and not any("\n" in token.text for token in between)


def _outlet(verb: Token) -> str:
    """To whom it was said, where that is a paper or a programme: "told the Mail on Sunday"."""
    for child in verb.children:
        if child.dep_ in ("obj", "iobj", "obl") and child.ent_type_ in ("ORG", "WORK", "OTHER"):
            words = [token.text for token in child.subtree if token.ent_type_ == child.ent_type_]
            return " ".join(words) if len(words) <= 6 else ""
    return ""


def said_by(doc: Doc, quote: Quote) -> str:
    """The speaker in the words of the text: "a friend of the couple (Mail on Sunday)"."""
    if quote.speaker is None:
        return ""
    token = doc[quote.speaker]
    parts = ("det", "amod", "compound", "nmod:poss", "nmod", "case", "flat", "nummod", "nmod:desc")
    kept = {token.i} | {each.i for child in token.children if child.dep_ in parts for each in child.subtree}
    words = [doc[i] for i in sorted(kept) if min(kept) <= i <= token.i + 12]
    name = "".join(word.text_with_ws for word in words).strip()
    return f"{name} ({quote.outlet})" if quote.outlet else name
