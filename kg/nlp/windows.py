"""The words of a document and the windows of running text in which the encoder reads them."""

from collections.abc import Callable
from dataclasses import dataclass
from itertools import chain
from typing import Any

import numpy as np
from numpy.typing import NDArray
from spacy.tokens import Doc, Token

from kg.dates.phrases.lexicon import MONTHS
from kg.nlp import names
from kg.nlp.shapes import SHAPES

WORDS, PIECES = 128, 176  # of a window; it was trained on 30 to 160 words
LONG_PIECES = 480  # of a window without any sentence start; the encoder knows 512 places
LEAST = WORDS // 2  # words that such a window is used for: a few from each would read the same text again and again
AHEAD = 6  # words of the next sentence: enough to see that it starts, and to read the end of the one before
_SHORT = 45  # characters of a line that was not broken for want of room
_FIRST, _LAST = 101, 102  # the signs around a window
_STOPS, _CLOSING = ([1012], [999], [1029]), ([1000], [1005], [1007])  # . ! ? and " ' )
_DATING = frozenset(SHAPES.index(name) for name in ("year", "day", "ordinal"))
_WORDS = frozenset(map(SHAPES.index, ("lower", "title", "inner capital", "letters and digits", "hyphenated")))
_NAMES = frozenset(map(SHAPES.index, ("title", "initial", "inner capital", "hyphenated")))
# what pedigrees shorten, and what stands around their "m."
LONG = {"m.": "married", "1stly": "firstly", "2ndly": "secondly", "3rdly": "thirdly"}
_BEFORE = frozenset(",;()[]–-")
_AFTER = frozenset(["in", "to", "on", "c.", "first", "second", "firstly", "secondly"])
_NO_SHAPE = 2 * len(SHAPES)


@dataclass(slots=True)
class Words:
    """The words of a document that are not white space; `forced`: 1 starts a sentence, -1 does not, 0 is to be read."""

    places: list[int]
    pieces: list[list[int]]
    shapes: list[int]
    forced: list[int]


def given(pieces: list[list[int]], shapes: list[int]) -> dict[str, NDArray[Any]]:
    """What the network takes of a window's words: their pieces between two signs, and where each word ends among them.

    >>> taken = given([[7], [8, 9]], [0, 1])
    >>> [taken[name].tolist() for name in ("ids", "before", "last", "share")]
    [[101, 7, 8, 9, 102], [0, 1], [1, 3], [[1.0], [0.5]]]
    """
    lengths = np.array([len(each) for each in pieces])
    last = lengths.cumsum()
    word_shapes = np.array(shapes, dtype=np.int64)
    return {
        "ids": np.array([_FIRST, *chain.from_iterable(pieces), _LAST], dtype=np.int64),
        "positions": np.arange(last[-1] + 2),
        "shapes": np.concatenate([[_NO_SHAPE], word_shapes.repeat(lengths), [_NO_SHAPE]]),
        "before": last - lengths,
        "last": last,
        "share": (1 / lengths).astype(np.float32)[:, None],
        "word_shapes": word_shapes,
    }


def window_end(words: Words, start: int, most: int) -> int:
    """The end of the window from `start`: at most so many pieces, and back to a paragraph's start where one is near;
    else a few words past the last full stop, as the sentence that a window breaks off is read once more."""
    total, end = 0, start
    longest = start + (WORDS if most == PIECES else most)
    while end < len(words.places) and end < longest:
        total += len(words.pieces[end])
        if total > most and end > start:
            break
        end += 1
    if end == len(words.places) or words.forced[end] == 1:
        return end
    half = start + (end - start) // 2
    for place in range(end - 1, half, -1):
        if words.forced[place] == 1:
            return place
    for place in range(end - AHEAD, half, -1):
        if words.pieces[place - 1] in _STOPS and words.pieces[place] not in _CLOSING:
            return place + AHEAD
    return end


def join_rows(words: Words, doc: Doc) -> None:
    """Lets no sentence start behind the date of a row: "1961, 3 May: She married Ben Roe"."""
    opening = False  # whether the line so far is nothing but a date
    for i, (place, kind) in enumerate(zip(words.places, words.shapes, strict=True)):
        if not opening and kind < len(SHAPES):  # neither in such a date nor at the start of a line
            continue
        text = doc[place].text.casefold()
        if opening and text == ":" and i + 1 < len(words.places) and not words.forced[i + 1]:
            words.forced[i + 1] = -1
        opening = kind % len(SHAPES) in _DATING or text in MONTHS or text == ","


def join_names(words: Words, doc: Doc) -> None:
    """Lets no sentence start with a name right behind a word: "she split from her husband of two years Ben Roe".

    A sentence without a full stop before it may start with "The", "I" or "But", and behind more than one blank.
    """
    firsts, count = names.first_names(), len(SHAPES)
    for i in range(1, len(words.places)):
        if words.shapes[i] not in _NAMES or words.forced[i] or words.shapes[i - 1] % count not in _WORDS:
            continue
        place = words.places[i]
        before, word = doc[place - 1], doc[place]
        is_behind = words.places[i - 1] == place - 1 and before.text[-1].islower() and bool(before.whitespace_)
        if is_behind and word.text[0].isupper() and (not word.is_stop or word.lower_ in firsts):
            words.forced[i] = -1


def spell_out(words: Words, doc: Doc, spelled: Callable[[str], tuple[list[int], int]]) -> None:
    """Lets short words of pedigrees be read as what they stand for: "Ada Roe (1803-1888) m. 1stly Ben Poe".

    `spelled` gives the pieces and the shape of a word. Metres, and whatever else "m." stands for, are left.
    """
    for i, place in enumerate(words.places[1:-1], 1):
        whole = LONG.get(doc[place].text)
        if whole is None or (doc[place].text == "m." and not _is_wedding(doc[words.places[i - 1]], doc, place)):
            continue
        pieces, kind = spelled(whole)
        words.pieces[i], words.shapes[i] = pieces, kind + len(SHAPES) * (words.shapes[i] >= len(SHAPES))
        words.forced[i] = -1 if not words.forced[i] else words.forced[i]


def _is_wedding(before: Token, doc: Doc, place: int) -> bool:
    """Whether "m." stands behind a name, a bracket or a comma and before a name, a day or a count of weddings."""
    after = doc[place + 1]
    is_behind = before.text in _BEFORE or (before.text[0].isupper() and before.is_alpha)
    is_before = after.text[0].isupper() or after.text in _AFTER or after.text in LONG or after.text[0].isdigit()
    return is_behind and is_before and bool(doc[place].whitespace_)


def part_quotations(words: Words, doc: Doc) -> None:
    """Starts a sentence behind a full stop inside quotation marks, where a capital follows: He wept." Ada left."""
    marks, stop = _CLOSING[:2], _STOPS[0]
    stops = (i + 2 for i, pieces in enumerate(words.pieces[:-2]) if pieces == stop)
    for i in stops:
        if words.pieces[i - 1] in marks and not words.forced[i]:
            before, mark, word = (doc[place] for place in words.places[i - 2 : i + 1])
            is_closing = not before.whitespace_ and bool(mark.whitespace_)
            words.forced[i] = int(is_closing and word.text[0].isupper())


def hard_wrapped(text: str) -> bool:
    """Whether the text is set in short lines, as old mails and books are, so that a line's end means little."""
    lines = text.split("\n", 200)
    return len(lines) > 3 and max(map(len, lines[:200])) <= 100


def paragraph_ends(doc: Doc, blanks: list[int]) -> set[int]:
    """Those of these tokens of white space, each with an end of a line, that end a paragraph: a blank line does, and
    the end of any line unless the text is set in short lines and this one is long enough to be broken for want of room.
    """
    if not blanks:  # the text is put together from all tokens
        return set()
    text, ends = doc.text, set()
    wrapped = hard_wrapped(text)
    for i in blanks:
        place = doc[i].idx
        is_short = place - text.rfind("\n", 0, place) <= _SHORT
        if not wrapped or is_short or doc[i].text.count("\n") > 1:
            ends.add(i)
    return ends
