"""Which tellings of births and adoptions are about one child: by the child's name, or else by parents and day."""

from collections import defaultdict
from dataclasses import replace
from datetime import timedelta

from kg.dates.interval import Interval
from kg.records import Status
from kg.resolve.told import Told

_PREGNANCY = timedelta(days=300)


def birth_groups(tellings: list[Told], unnamed: frozenset[str]) -> list[list[Told]]:
    """One list for each child.

    A birth told without the child's name joins the first child of such parents and such a day.
    `unnamed` are the ids of people who are only described: "their son" is no name.
    """
    named: dict[tuple[str, str], list[Told]] = defaultdict(list)
    nameless = []
    for told in tellings:
        child = next((person for role, person in told.roles if role == "child"), None)
        if child and child not in unnamed:
            named[told.type, child].append(told)
        else:
            nameless.append(told)
    groups = [named[key] for key in sorted(named)]
    by_parent: dict[tuple[str, str], list[list[Told]]] = defaultdict(list)
    for group in groups:
        _enter(group, by_parent)
    for told in sorted(
        nameless, key=lambda told: (told.when is None, told.when.days or 10**7 if told.when else 0, told.claim.id)
    ):
        fit = [group for parent in told.people for group in by_parent[told.type, parent] if _may_be(told, group)]
        if fit:
            fit[0].append(told)
        else:
            groups.append([told])
            _enter(groups[-1], by_parent)
    return groups


def with_both_parents(tellings: list[Told]) -> list[Told]:
    """The tellings, where a birth that names one parent has the other, too, if only one other is told of anywhere."""
    parents: dict[str, set[str]] = defaultdict(set)
    for told in tellings:
        if told.type in ("parent_of", "child_born") and told.claim.status.is_real:
            for child in (person for role, person in told.roles if role == "child"):
                parents[child] |= _parents(told)
    return [_completed(told, parents) for told in tellings]


def with_days(tellings: list[Told]) -> list[Told]:
    """The tellings, where a birth of a child or a loss has the day of that life, if the same document tells it.

    "They had a son, James (1805-1870)" tells of a birth in 1805; a year is narrowed to the day within it. "His widow"
    lost him on the day when he died.
    """
    days: dict[tuple[str, str, str], Interval] = {}
    for told in tellings:
        if told.type in ("born", "died") and told.when is not None and told.claim.status.is_real:
            key = told.type, told.claim.document, told.people[0]
            before = days.get(key)
            days[key] = told.when if before is None else (before & told.when) or before
    return [_dated(told, days) for told in tellings]


_LIVED = {
    "child_born": ("born", "child"),
    "widowed": ("died", "deceased"),
}  # by event: end of whose life, in which role


def _dated(told: Told, days: dict[tuple[str, str, str], Interval]) -> Told:
    end, role = _LIVED.get(told.type, ("", ""))
    whose = next((person for each, person in told.roles if each == role), None)
    day = days.get((end, told.claim.document, whose)) if whose is not None else None
    if day is None:
        return told
    return replace(told, when=day if told.when is None else (told.when & day) or told.when)


def _completed(told: Told, parents: dict[str, set[str]]) -> Told:
    child = next((person for role, person in told.roles if role == "child"), None)
    if told.type != "child_born" or child is None or len(_parents(told)) != 1 or len(parents[child]) != 2:
        return told
    missing = parents[child] - _parents(told)
    return replace(told, roles=tuple(sorted({*told.roles, *(("parent", each) for each in missing)})))


def _enter(group: list[Told], by_parent: dict[tuple[str, str], list[list[Told]]]) -> None:
    for parent in sorted({parent for told in group for parent in _parents(told)}):
        by_parent[group[0].type, parent].append(group)


def _may_be(told: Told, group: list[Told]) -> bool:
    """Whether no day contradicts, and the parents of one telling are among the other's."""
    days = [each.when for each in group if each.when]
    if told.claim.status is Status.PLANNED and not all(each.claim.status is Status.PLANNED for each in group):
        due = told.published and Interval(told.published, told.published + _PREGNANCY)
        if not due or not days or any(due & day is None for day in days):
            return False
    elif told.claim.status.is_real != group[0].claim.status.is_real or (
        told.when and any(told.when & day is None for day in days)
    ):
        return False
    mine = _parents(told)
    return any(mine <= _parents(each) or _parents(each) <= mine for each in group)


def _parents(told: Told) -> set[str]:
    return {person for role, person in told.roles if role == "parent"}
