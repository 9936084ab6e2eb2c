"""Text as words with classes: one pass, one regular expression, and the numbers that are written in words folded."""

import re
from dataclasses import dataclass
from functools import lru_cache

from kg.dates.phrases.lexicon import CHARACTER, CODES, MONTHS, compiled

# no part of it can match one character in two ways, so the pass is linear in the text
_TOKEN = re.compile(
    r"""(?=\S)(?:                                                         # most quickly past spaces
    (?:https?://|www\.)[^\s]+                                            # an address
    |[Qq][1-4]\b|[^\W\d_]+                                               # a word
    |[0-9]{1,2}:[0-9]{2}(?::[0-9]{2})?                                   # a time of day
    |(?:[0-9]{3}0|(?<![0-9])[0-9]0)['’]?s\b                              # 1990s, 60s
    |['’‘`](?:[0-9]0['’]?s\b|[0-9]{2}(?![0-9a-zA-Z])|s\b)               # '60s, '98, 's
    |(?<![0-9])(?:[0-9]{4}([-/.])[0-9]{1,2}\1[0-9]{1,2}                  # 2016-11-07, 31/12/2015
        |[0-9]{1,2}([-/.])[0-9]{1,2}\2(?:[0-9]{4}|[0-9]{2}))(?![0-9]|[-/.][0-9])
    |[0-9]{1,3}(?:,[0-9]{3})+(?![0-9])(?:\.[0-9]+)?|[0-9]+\.[0-9]+       # an amount
    |(?<![0-9])[12][0-9]{3}(?=(?:(?:[1-9]|[12][0-9]|3[01])\ )?(?:"""
    + "|".join(month.capitalize() for month in MONTHS)
    + r""")\ [0-9]{1,4}(?![0-9]))  # two dates whose dash is lost: 8 April 132018 January 1367, May 2, 1882June 1, 1947
    |(?:(?<=[a-z]\ )|(?<=\()|(?<=\(\ ))[12][0-9]{3}(?=[12][0-9]{3}\))  # 9 June 18961971
    |9/11\b|[0-9]+[^\W\d_]*
    |[^\w\s])
    |\n[ \t\r]*\n\s*""",
    re.VERBOSE,
)
_WORD: tuple[str, object] = (CHARACTER["word"], None)
# nine words are enough for any date, and keep a page of number words linear
_NUMBER_RUN = compiled("(?:number|scale|ordinal)(?:(?:dash|and)?(?:number|scale|ordinal)){1,8}")


@lru_cache(maxsize=1024)
def codes(kinds: tuple[str, ...]) -> str:
    """The characters of some classes."""
    return "".join(CHARACTER[kind] for kind in kinds)


@dataclass(slots=True)
class Tokens:
    """The words and marks of a text with their classes and values. `classes` is one string, a character a token."""

    text: str
    heads: list[re.Match[str]]
    tails: list[re.Match[str]]  # others than the heads where several words make one number
    pairs: list[tuple[str, object]]
    classes: str

    def start(self, i: int) -> int:
        """Where token `i` starts in the text."""
        return self.heads[i].start()

    def end(self, i: int) -> int:
        """Where token `i` ends in the text."""
        return self.tails[i].end()

    def before(self, pattern: re.Pattern[str], i: int) -> int | None:
        """Where a pattern of known words that ends just before token `i` begins; it may reach over nine tokens."""
        if i == 0 or self.classes[i - 1] == "_":
            return None
        match = pattern.search(self.classes, max(0, i - 9), i)
        return match.start() if match else None

    def __getitem__(self, i: int) -> object:
        return self.pairs[i][1]

    def word(self, i: int) -> str:
        """The characters of a token; "" outside the text."""
        return self.text[self.start(i) : self.end(i)] if 0 <= i < len(self.heads) else ""

    def touch(self, i: int) -> bool:
        """Whether no space stands on either side of token `i`."""
        if not 0 < i < len(self.heads) - 1:
            return False
        return self.end(i - 1) == self.start(i) and self.end(i) == self.start(i + 1)

    def kind(self, i: int, *kinds: str) -> bool:
        """Whether token `i` is of one of these classes."""
        return 0 <= i < len(self.classes) and self.classes[i] in codes(kinds)

    def value(self, kind: str, first: int, last: int) -> object | None:
        """The value of the first token of a class from `first` to `last` (not included); None where there is none."""
        at = self.classes.find(CHARACTER[kind], first, last)
        return None if at < 0 else self[at]

    def number(self, kinds: tuple[str, ...], first: int, last: int) -> int | None:
        """The value of the first token that has one of the classes and a whole number."""
        for i in range(first, last):
            if self.kind(i, *kinds) and isinstance(value := self[i], int):
                return value
        return None


def tokens(text: str) -> Tokens:
    """The words and marks of a text with their classes."""
    heads = list(_TOKEN.finditer(text))
    known = CODES.get
    pairs = [known(word := match[0]) or (_WORD if word.isalpha() else _figures(word)) for match in heads]
    found = Tokens(text, heads, heads, pairs, "".join([code for code, _ in pairs]))
    return _folded(found) if _NUMBER_RUN.search(found.classes) else found


def _figures(text: str) -> tuple[str, object]:
    """The class and value of a token that is neither a known word nor a word at all."""
    first, last = text[0], text[-1]
    if first in "0123456789":
        if text.isdecimal():
            return _number(text)
        if last == "s" and text.rstrip("s'’").isdecimal():
            return CHARACTER["decade"], _decade(text)
        if text[:-2].isdecimal() and text[-2:] in ("st", "nd", "rd", "th") and len(text) < 6:
            return CHARACTER["ordinal"], int(text[:-2])
        return CHARACTER["clock" if ":" in text else _written(text)], text
    if first in "'’‘`" and len(text) > 2:
        return (CHARACTER["decade"], _decade(text)) if last == "s" else (CHARACTER["apostrophe_year"], int(text[1:]))
    if first == "\n":
        return CHARACTER["paragraph"], text
    return _WORD


def _written(text: str) -> str:
    return "numeric" if re.fullmatch(r"[0-9]+([-/.])[0-9]+\1[0-9]+|9/11", text) else "amount"


def _number(text: str) -> tuple[str, object]:
    """Small numbers may be days, large ones short years; three and four digits may be years."""
    value = int(text) if len(text) < 5 else None
    if value is None:
        return CHARACTER["amount"], text
    if len(text) == 4:
        return CHARACTER["year" if 1000 <= value <= 2999 else "amount"], value
    if len(text) == 3:
        return CHARACTER["three"], value
    return CHARACTER["small" if 1 <= value <= 31 else "large"], value


def _decade(text: str) -> int:
    digits = int("".join(each for each in text if each.isdecimal()))
    if digits >= 100:
        return digits
    return digits + (2000 if digits < 20 else 1900)


def _folded(found: Tokens) -> Tokens:
    """The same with each run of number words made one token: "twenty-first", "nineteen seventy eight"."""
    heads, tails, pairs = [], [], []
    at, size = 0, len(found.classes)
    while at < size:
        run = _NUMBER_RUN.match(found.classes, at)
        last, folded = at + 1, None
        for end in range(run.end() if run else 0, at + 1, -1):
            if folded := _value(found, at, end):
                last = end
                break
        heads.append(found.heads[at])
        tails.append(found.tails[last - 1])
        pairs.append(folded or found.pairs[at])
        at = last
    return Tokens(found.text, heads, tails, pairs, "".join([code for code, _ in pairs]))


def _value(found: Tokens, first: int, last: int) -> tuple[str, object] | None:
    """The class and value of a run of number words; None where they are not one number ("one two")."""
    parts = [i for i in range(first, last) if found.kind(i, "number", "scale", "ordinal")]
    if not found.kind(last - 1, "number", "scale", "ordinal") or len(parts) < 2:
        return None
    numbers = [value for i in parts if isinstance(value := found[i], int)]
    if any(found.kind(i, "ordinal") for i in parts[:-1]):
        return None
    ordinal = found.kind(parts[-1], "ordinal")
    if not any(found.kind(i, "scale") for i in parts):
        return _tens(numbers, ordinal)
    total, part = 0, 0
    for i, number in zip(parts, numbers, strict=True):
        if found.kind(i, "scale"):
            part = max(part, 1) * number
            total, part = (total + part, 0) if number == 1000 else (total, part)
        else:
            part += number
    value = total + part
    return CHARACTER["year" if 1000 <= value <= 2999 and not ordinal else "ordinal" if ordinal else "amount"], value


def _tens(numbers: list[int], ordinal: bool) -> tuple[str, object] | None:
    if len(numbers) == 2 and numbers[0] in range(20, 100, 10) and numbers[1] < 10:
        value = sum(numbers)
        return CHARACTER["ordinal" if ordinal else "number"], value
    if not ordinal and len(numbers) in (2, 3) and numbers[0] in (*range(10, 22), 20):
        tens = numbers[1:]  # "nineteen eighty six", "nineteen seventeen"
        if tens[0] >= 10 and (len(tens) == 1 or (tens[0] % 10 == 0 and tens[0] >= 20 and tens[1] < 10)):
            return CHARACTER["year"], numbers[0] * 100 + sum(tens)
    return None
