"""What the encoder sees of a word: its normalised spelling, and the shape that an uncased vocabulary loses."""

import re
from functools import lru_cache

SHAPES = (
    "lower", "title", "capital", "upper", "initial", "abbreviation", "inner capital", "camel",
    "year", "day", "digits", "amount", "ordinal", "letters and digits", "punctuation", "clitic", "hyphenated", "other",
)  # fmt: skip

# Typographic signs, each to the plain one the encoder was trained on: one character for one, so offsets stand.
_PLAIN = str.maketrans("‘’‚‛′`´ʼ“”„‟″«»‐‑‒–—―−…\u00a0\u2009\u202f", "''''''''\"\"\"\"\"\"\"-------.   ")

_PATTERNS = [
    ("clitic", r"'(?:s|m|d|re|ve|ll)|n't|'"),
    ("year", r"1\d{3}|20\d\d"),
    ("day", r"\d{1,2}"),
    ("digits", r"\d+"),
    ("amount", r"[-+]?[\d.,:/]*\d[\d.,:/]*%?"),
    ("ordinal", r"'?\d+(?:st|nd|rd|th|s)|\d+'s"),
    ("letters and digits", r"(?=\S*\d)(?=\S*[^\W\d])\S+"),
    ("initial", r"[^\W\d_]\."),
    ("abbreviation", r"(?:[^\W\d_]\.){2,}[^\W\d_]?"),
    ("punctuation", r"[!-/:-@\[-`{-~]+"),
]
_RULES = [(SHAPES.index(name), re.compile(pattern)) for name, pattern in _PATTERNS]


def normalised(text: str) -> str:
    """The text with plain quotes, dashes and blanks; as long as before."""
    return text.translate(_PLAIN)


@lru_cache(maxsize=200_000)
def shape(word: str) -> int:
    """The place in `SHAPES` of a normalised word's shape.

    >>> [SHAPES[shape(word)] for word in ("Norton", "BBC", "in", "J.", "2017", "McKay", "n't", "1990s")]
    ['title', 'upper', 'lower', 'initial', 'year', 'inner capital', 'clitic', 'ordinal']
    """
    for index, pattern in _RULES:
        if pattern.fullmatch(word):
            return index
    return SHAPES.index(_letters(word))


def _letters(word: str) -> str:
    letters = [letter for letter in word if letter.isalpha()]
    if not letters:
        return "other"
    if "-" in word:
        return "hyphenated"
    if all(not letter.isupper() for letter in letters):
        return "lower"
    if all(letter.isupper() for letter in letters):
        return "capital" if len(letters) == 1 else "upper"
    if not letters[0].isupper():
        return "camel"
    return "inner capital" if any(letter.isupper() for letter in letters[1:]) else "title"
