"""A marriage does not hold before the wedding that a document tells: "his wife" is also said of years before it."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from datetime import date

from kg.records import Claim

Couple = tuple[str, ...]


def not_before_weddings(claims: Sequence[Claim]) -> list[Claim]:
    """The claims, where "his wife" tells no day before the wedding: "he met his wife in 2013 and wed her in 2016"."""
    days = _weddings(claims)
    return [_undated(claim) if _is_before(claim, days) else claim for claim in claims]


def _weddings(claims: Iterable[Claim]) -> dict[Couple, date]:
    """The first day on which those may have wed of whose wedding a document tells."""
    told: dict[Couple, list[date]] = defaultdict(list)
    for claim in claims:
        when = claim.start if claim.kind == "state" else claim.when
        if claim.type == "married" and claim.status.is_real and when is not None:
            told[_couple(claim)].append(when.earliest or date.min)
    return {couple: min(days) for couple, days in told.items()}


def _is_before(claim: Claim, days: Mapping[Couple, date]) -> bool:
    is_state = claim.kind == "state" and claim.type == "married"
    last = claim.when.latest if is_state and claim.when is not None else None
    return last is not None and last < days.get(_couple(claim), date.min)


def _undated(claim: Claim) -> Claim:
    return claim.model_copy(update={"when": None})


def _couple(claim: Claim) -> Couple:
    return tuple(sorted(each.person for each in claim.people))
