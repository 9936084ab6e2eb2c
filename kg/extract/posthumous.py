"""Claims of one document that cannot all be true: what somebody did after the day on which they died.

The last death that a document tells of somebody is mostly theirs. One before it that they live on after is that of
another, a father or a brother; and what comes after the last was done by another, or on another day. Surest are the
years in a bracket behind a name: a birth or death in other years, or a wedding before the birth, is a relative's.
"""

import re
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from datetime import date, timedelta

from kg.dates.interval import Interval
from kg.records import Claim

_UNBORN = timedelta(days=300)  # a father may have died before the birth
_LOST = {"died": ("person",), "widowed": ("deceased",)}  # who is dead then
_BIRTH, _DEATH = timedelta(days=5 * 366), timedelta(days=2 * 366)  # by which they are told differently of one person
_BRACKET, _WORD = "bracket", re.compile(r"\w{3,}")
_LIVING = ("partner", "participant", "parent", "survivor")  # roles


def without_posthumous(claims: Sequence[Claim]) -> list[Claim]:
    """The claims without what is done after the last death, and without deaths that somebody lives on after.

    What held before a death is not said to hold on the day of the news after it.
    """
    strange = _of_other_lives(claims)
    sound = {_couple(claim) for claim in claims if claim.when is not None and claim.id not in strange}
    couples = {_couple(claim) for claim in claims if claim.id in strange} - sound - {frozenset()}
    claims = [claim for claim in claims if claim.id not in strange and _couple(claim) not in couples]
    real = [claim for claim in claims if claim.kind == "event" and claim.status.is_real]
    last = _latest(_died, real)
    late = {claim.id for claim in real if any(day > last.get(key, day) for key, day in _did(claim))}
    lived = _latest(_did, [claim for claim in real if claim.id not in late])
    wrong = {
        claim.id
        for claim in real
        if any(day < min(lived.get(key, day), last.get(key, day)) for key, day in _died(claim))
    }
    kept = [claim for claim in claims if claim.id not in late | wrong and not _is_outlived(claim, last, real)]
    dead = _latest(_died, kept)
    undated = [claim for claim in real if claim.when is None and claim.type in _LOST]
    gone = {each.person for claim in undated for each in claim.people if each.role in _LOST[claim.type]}
    return [_not_after(claim, dead, gone) for claim in kept]


def _of_other_lives(claims: Sequence[Claim]) -> set[str]:
    """What is told of somebody that does not go with the years in the bracket behind the name: "(1808-1889)"."""
    born, died = _in_brackets(claims, "born"), _in_brackets(claims, "died")
    about = next((claim.people[0].person for claim in claims[:1] if claim.found_by.startswith(_BRACKET)), "")
    strange = set()
    for claim in claims:
        if claim.when is None or not claim.status.is_real:
            continue
        for each in claim.people:
            if each.person != about and is_named(claim, each.name):
                continue  # a daughter of that name may stand in the bracket
            life = born if claim.type == "born" else died if each.role in _LOST.get(claim.type, ()) else {}
            when = life.get(each.person, claim.when)
            is_unborn = each.role in _LIVING and each.person in born and _gap(claim.when, born[each.person])
            if is_unborn or _differ(when, claim.when, _BIRTH if claim.type == "born" else _DEATH):
                strange.add(claim.id)
    return strange


def _couple(claim: Claim) -> frozenset[str]:
    """The two of whom a wedding or a marriage is told: where their only day is strange, so is what has none."""
    return frozenset(each.person for each in claim.people if each.role == "partner")


def _in_brackets(claims: Sequence[Claim], type_: str) -> dict[str, Interval]:
    """When the brackets behind a name say that its bearer was born, or died; not of whom they tell two lives."""
    found: dict[str, Interval] = {}
    other = set()
    for claim in claims:
        if claim.type == type_ and claim.found_by.startswith(_BRACKET) and claim.when is not None:
            when = found.setdefault(claim.people[0].person, claim.when)
            if _differ(when, claim.when, _DEATH):
                other.add(claim.people[0].person)
    return {key: when for key, when in found.items() if key not in other}


def is_named(claim: Claim, name: str) -> bool:
    """Whether a word of somebody's name stands in what proves a claim."""
    return not set(_WORD.findall(name)).isdisjoint(_WORD.findall(claim.evidence.quote))


def _differ(one: Interval, other: Interval, leeway: timedelta) -> bool:
    return max(_gap(one, other), _gap(other, one)) > leeway


def _gap(one: Interval, other: Interval) -> timedelta:
    """How long after one the other is, at least."""
    if one.latest is None or other.earliest is None:
        return timedelta()
    return max(other.earliest - one.latest, timedelta())


def _is_outlived(claim: Claim, last: Mapping[str, date], real: Sequence[Claim]) -> bool:
    """Whether who is told to have outlived a partner had died before: "she survived him" tells of a second wife."""
    roles = {each.role: each.person for each in claim.people} if claim.type == "widowed" else {}
    if claim.found_by.startswith(_BRACKET) or roles.get("survivor") not in last:
        return False
    gone = [each.when for each in real if each.type == "died" and each.people[0].person == roles["deceased"]]
    return any(when and when.earliest and last[roles["survivor"]] < when.earliest for when in gone)


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
