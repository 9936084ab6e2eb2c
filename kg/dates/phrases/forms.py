"""The forms in which prose tells a time, found as patterns over the classes of words; what they mean comes later.

A form knows only what its own words say: "on Saturday" is a weekday, and which one is for `readings`.
"""

import re
from collections.abc import Iterator

from kg.dates.phrases import calendar_forms, life_forms, relative_forms
from kg.dates.phrases.form import Form
from kg.dates.phrases.lexicon import compiled, listed
from kg.dates.phrases.tokens import Tokens, codes

_NUMBER = "(?:small|large|three|number|article)"


def _none(tokens: Tokens, first: int, last: int) -> tuple[Form, ...]:
    """ "$2000", "2000%", "400 BC", "a 35-year-old"."""
    return ()


_NO_DATE = (
    "money(?:year|small|large|three)|year percent|(?:year|three|small|large|amount|number)bc"
    f"|{_NUMBER}dash?unit dash?(?:old(?!when)|of age)"
)
# the first rule that matches where a form begins is the one that counts
_ALL = ((_NO_DATE, _none), *life_forms.RULES, *calendar_forms.RULES, *relative_forms.RULES)
_RULES = [(compiled(each), build) for each, build in _ALL]
# no form begins with one of these, as most words and marks of a text are: the first look is for them
_LINKS = listed("word and of to for as not no was pronoun comma dot open close quote dash stop colon paragraph")
_PATTERN = re.compile(f"(?![{codes(tuple(_LINKS))}])(?:" + "|".join(rule.pattern for rule, _ in _RULES) + ")")
# the same with names, which would slow down the search
_NAMED = re.compile("|".join(f"(?P<r{number}>{rule.pattern})" for number, (rule, _) in enumerate(_RULES)))


def forms(tokens: Tokens) -> Iterator[Form]:
    """Each form of a text, in order; none overlaps another."""
    match = _PATTERN.search(tokens.classes)
    while match:
        first = match.start()
        told = _NAMED.match(tokens.classes, first) or match
        end = told.end()
        built = _RULES[int((told.lastgroup or "r0")[1:])][1](tokens, first, end)
        if built is None:
            end = first + 1
        elif built:
            found = built if isinstance(built, tuple) else (built,)
            yield from found
            end = found[-1].last
        match = _PATTERN.search(tokens.classes, end)
