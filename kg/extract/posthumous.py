"""Claims of one document that cannot all be true: what somebody did after the day on which they died.

The last death that a document tells of somebody is mostly theirs. One before it that they live on after is that of
another, a father or a brother; and what comes after the last was done by another, or on another day.
"""

from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from datetime import date, timedelta

from kg.records import Claim

_UNBORN = timedelta(days=300)  # a father may have died before the birth
_LOST = {"died": ("person",), "widowed": ("deceased",)}  # who is dead then
_LIVING = ("partner", "participant", "parent", "survivor")  # roles


def without_posthumous(claims: Sequence[Claim]) -> list[Claim]:
    """The claims without what is done after the last death, and without deaths that somebody lives on after.

    What held before a death is not said to hold on the day of the news after it.
    """
    real = [claim for claim in claims if claim.kind == "event" and claim.status.is_real]
    last = _latest(_died, real)
    late = {claim.id for claim in real if any(day > last.get(key, day) for key, day in _did(claim))}
    lived = _latest(_did, [claim for claim in real if claim.id not in late])
    wrong = {
        claim.id
        for claim in real
        if any(day < min(lived.get(key, day), last.get(key, day)) for key, day in _died(claim))
    }
    kept = [claim for claim in claims if claim.id not in late | wrong]
    dead = _latest(_died, kept)
    undated = [claim for claim in real if claim.when is None and claim.type in _LOST]
    gone = {each.person for claim in undated for each in claim.people if each.role in _LOST[claim.type]}
    return [_not_after(claim, dead, gone) for claim in kept]


def _not_after(claim: Claim, dead: Mapping[str, date], gone: Collection[str]) -> Claim:
    """A state, without the day on which it is told after a death: "her husband, who died last year".

    Of whom some day before is told to have died, nothing holds on the day of the news.
    """
    first = claim.when.earliest if claim.kind == "state" and claim.when is not None else None
    is_late = first is not None and any(first > dead.get(each.person, first) for each in claim.people)
    is_late |= first is not None and not claim.when_text and any(each.person in gone for each in claim.people)
    return claim.model_copy(update={"when": None}) if is_late else claim


def _latest(days: Callable[[Claim], Iterator[tuple[str, date]]], claims: Sequence[Claim]) -> dict[str, date]:
    """The last of the days of each person."""
    found: dict[str, date] = {}
    for key, day in (each for claim in claims for each in days(claim)):
        found[key] = max(day, found.get(key, day))
    return found


def _died(claim: Claim) -> Iterator[tuple[str, date]]:
    """Who is told to have died, with the last day on which that may have been."""
    if claim.when is not None and claim.when.latest is not None:
        for each in claim.people:
            if each.role in _LOST.get(claim.type, ()):
                yield each.person, claim.when.latest


def _did(claim: Claim) -> Iterator[tuple[str, date]]:
    """Who did something that only the living do, with the first day on which they may have done it."""
    if claim.when is not None and claim.when.earliest is not None:
        for each in claim.people:
            if each.role in _LIVING:
                yield each.person, claim.when.earliest - (_UNBORN if claim.type == "child_born" else timedelta())
