"""A form: words that tell a time, as far as their own words say."""

from collections.abc import Callable
from dataclasses import dataclass

from kg.dates.phrases.tokens import Tokens


@dataclass(slots=True)
class Form:
    """Tokens `first` to `last` (not included) that tell a time. `kind` says which of the other fields count."""

    first: int
    last: int
    kind: str
    year: int | None = None
    month: int | None = None
    day: int | None = None
    weekday: int | None = None
    name: str = ""  # of a season or feast; the text of a numeric date; the kind of an event
    number: int = 0  # of a quarter; the first year of a decade or century; days from the anchor
    least: int = 1  # how many units
    most: int | None = 1
    unit: str = ""
    direction: int = 0
    anchor: str = ""  # "publication", "earlier", "event"; "" where the words do not say
    part: str = ""  # "early", "mid", "late", "rest"
    inner: "Form | None" = None  # what an nth, an offset or a window is counted from
    relation: str = "on"
    approximate: bool = False
    degree: str = ""  # "more", "less", "almost", "about" of a length of time
    capital: bool = False  # a unit in a title: "28 Weeks Later"
    loose: bool = False  # "after the 1583 fire": the relation is to something of the year, not to the year
    closes: bool = False  # "after two years of marriage": a length of time that ends with the date beside it
    known: bool = False  # whether the event it is told from is named beside the last date
    exact: bool = False  # "a year to the day after": on that very day
    last_year: bool = False  # "last May": of an earlier year; that of this one is "May", or "this past May"


# None: try a shorter match further on; an empty tuple: these words are no date
Builder = Callable[[Tokens, int, int], "Form | tuple[Form, ...] | None"]
Rule = tuple[str, Builder]


def ruled(rules: list[Rule]) -> Callable[[str], Callable[[Builder], Builder]]:
    """A decorator that adds a builder of forms, with the pattern of its words, to `rules`."""

    def with_pattern(pattern: str) -> Callable[[Builder], Builder]:
        def keep(build: Builder) -> Builder:
            rules.append((pattern, build))
            return build

        return keep

    return with_pattern


def whole(value: object) -> int | None:
    """The value as a whole number; None if it is none."""
    return value if isinstance(value, int) else None


def full_year(short: int) -> int:
    """The year that two figures stand for: 1930 to 2029."""
    return short + (2000 if short < 30 else 1900)


def is_month_word(tokens: Tokens, first: int, last: int, *, numbered: bool) -> bool:
    """Whether the month's word is one: not "may", "march" or "mar" the verbs, and no given name."""
    at = next(i for i in range(first, last) if tokens.kind(i, "month"))
    word = tokens.word(at)
    if word.islower() and (word in ("may", "march", "sept") or len(word) == 3):
        return numbered and (word not in ("may", "mar", "march") or tokens.value("year", first, last) is not None)
    return True
