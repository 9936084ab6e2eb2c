"""When children were born, by the ages that stand behind their names: "their son Ben, four, and daughter Cora, two"."""

from collections import defaultdict
from datetime import date, timedelta

from spacy.tokens import Doc, Token

from kg.dates.interval import Interval
from kg.dates.phrases.lexicon import WORDS
from kg.extract.anniversaries import before
from kg.extract.rows import is_aged

ADULT = 18  # years: of an older person no reader would reckon the birth


def births_by_age(doc: Doc, published: date | None) -> dict[str, Interval]:
    """For each child with one age: the year of days in which it was born, as told on the day of publication."""
    if published is None:
        return {}
    ages: dict[str, set[int]] = defaultdict(set)
    for mention in doc._.mentions:
        if mention.kind == "name" and len(mention.people) == 1 and is_aged(doc[mention.start]):
            age = _number(doc[mention.end + 1])
            if age is not None and age < ADULT:
                ages[mention.people[0]].add(age)
    found = {key: _born(published, min(told)) for key, told in ages.items() if len(told) == 1}
    return {key: when for key, when in found.items() if when is not None}


def _born(day: date, age: int) -> Interval | None:
    first, last = before(Interval.day(day), age + 1), before(Interval.day(day), age)
    if first is None or last is None or first.earliest is None:
        return None
    return Interval(first.earliest + timedelta(1), last.latest)


def _number(token: Token) -> int | None:
    kind, value = WORDS.get(token.lower_, ("", None))
    if kind == "number" and isinstance(value, int):
        return value
    return int(token.text) if token.text.isdecimal() else None
