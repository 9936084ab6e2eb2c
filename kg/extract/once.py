"""Nobody is born or dies twice: of days in one document that cannot both be it, the one that is told worse is not kept.

Best told is a life in brackets, then a day with its year of somebody who is named beside it or told as kin, then one of
"he". Worst is a day that is worked out: "he died two years later".
"""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from datetime import timedelta
from enum import IntEnum

from kg.dates.interval import Interval
from kg.extract.posthumous import is_named
from kg.records import Claim, Status

_ROLES = {"born": "person", "died": "person", "widowed": "deceased"}
_ROUGH = timedelta(days=2 * 366)  # by which a day that is told roughly may be wrong
_YEAR = timedelta(days=366)  # by which one text may tell two days of one death
_AGE = timedelta(days=5 * 366)  # by which it may tell two of one birth: somebody made herself younger
_KIN = re.compile(r"\b(brother|daughter|father|husband|mother|sister|son|wife)('s)?\b")
_COUNTED = re.compile(r"\b(after|afterwards?|ago|before|earlier|later|prior)\b")

Life = tuple[str, bool]  # whose birth it is, or death


class Telling(IntEnum):
    """How well a day is told."""

    WORKED_OUT = 0
    OF_PRONOUN = 1
    OF_NAME = 2
    IN_BRACKETS = 3


def once(claims: Sequence[Claim]) -> list[Claim]:
    """The claims, where no birth or death has a day that cannot be the one that is told better.

    Of "he" who died on another day that is told, it was another who died.
    """
    best = _best_told(claims)
    return [kept for claim in claims for kept in _kept(claim, best)]


def _kept(claim: Claim, best: Mapping[Life, tuple[Telling, list[Interval]]]) -> Iterator[Claim]:
    told, days = next((best[life] for life in _life(claim) if life in best), (Telling.WORKED_OUT, []))
    when, own = claim.when, _telling(claim)
    is_other = own == Telling.OF_PRONOUN and claim.found_by.startswith("verb")
    if (
        when is None
        or own >= min(told, Telling.OF_NAME)
        or all(_may_be(when, day, _leeway(claim) if is_other else timedelta()) for day in days)
    ):
        yield claim
    elif not is_other:
        yield claim.model_copy(update={"when": None, "anchor": None})


def _leeway(claim: Claim) -> timedelta:
    return _AGE if claim.type == "born" else _YEAR


def _best_told(claims: Sequence[Claim]) -> dict[Life, tuple[Telling, list[Interval]]]:
    """The days that are told best of each birth and death as facts; none where they differ, which are of two people."""
    told: dict[Life, list[tuple[Telling, Interval]]] = defaultdict(list)
    for claim in claims:
        for life in _life(claim):
            if claim.when is not None and claim.status is Status.ASSERTED:
                told[life].append((_telling(claim), claim.when))
    best = {life: max(telling for telling, _ in days) for life, days in told.items()}
    found = {life: (best[life], [day for telling, day in days if telling == best[life]]) for life, days in told.items()}
    return {
        life: (telling, days) for life, (telling, days) in found.items() if all(_may_be(days[0], day) for day in days)
    }


def _life(claim: Claim) -> list[Life]:
    return [(each.person, claim.type == "born") for each in claim.people if each.role == _ROLES.get(claim.type)]


def _telling(claim: Claim) -> Telling:
    if claim.found_by.startswith("bracket"):
        return Telling.IN_BRACKETS
    days = (claim.when.earliest, claim.when.latest) if claim.when is not None else ()
    is_told = any(day is not None and str(day.year) in claim.when_text for day in days)
    if not is_told or claim.anchor is not None or _COUNTED.search(claim.when_text):
        return Telling.WORKED_OUT
    names = (each.name for each in claim.people if each.role == _ROLES.get(claim.type))
    is_told = any(is_named(claim, name) for name in names) or _KIN.search(claim.evidence.quote) is not None
    return Telling.OF_NAME if is_told else Telling.OF_PRONOUN


def _may_be(one: Interval, other: Interval, leeway: timedelta = timedelta()) -> bool:
    """Whether two tell of one day, as far as they go."""
    if one.approximate or other.approximate:
        leeway = max(leeway, _ROUGH)
    both = ((one, other), (other, one))
    return all(a.latest is None or b.earliest is None or b.earliest - a.latest <= leeway for a, b in both)
