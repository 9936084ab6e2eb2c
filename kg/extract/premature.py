"""Nobody is married before the wedding that a document tells, or divorced before the divorce: "his wife" and "his
ex-wife" are also said of years before.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from datetime import date

from kg.records import Claim

_TYPES = ("married", "divorced")  # that two are but once, mostly

Couple = tuple[str, ...]  # what they are, and who


def not_before(claims: Sequence[Claim]) -> list[Claim]:
    """The claims, where "his wife" tells no day before the wedding: "he met his wife in 2013 and wed her in 2016"."""
    days = _first_days(claims)
    return [_undated(claim) if _is_before(claim, days) else claim for claim in claims]


def _first_days(claims: Iterable[Claim]) -> dict[Couple, date]:
    """The first day on which those may have wed, or been divorced, of whom a document tells it."""
    told: dict[Couple, list[date]] = defaultdict(list)
    for claim in claims:
        when = claim.start if claim.kind == "state" else claim.when
        if claim.type in _TYPES and claim.status.is_real and when is not None:
            told[_couple(claim)].append(when.earliest or date.min)
    return {couple: min(days) for couple, days in told.items()}


def _is_before(claim: Claim, days: Mapping[Couple, date]) -> bool:
    last = claim.when.latest if claim.kind == "state" and claim.when is not None else None
    return last is not None and last < days.get(_couple(claim), date.min)


def _undated(claim: Claim) -> Claim:
    return claim.model_copy(update={"when": None})


def _couple(claim: Claim) -> Couple:
    return (claim.type, *sorted(each.person for each in claim.people))
