"""Which tellings of births and adoptions are about one child: by the child's name, or else by parents and day."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import replace
from datetime import date, timedelta

from kg.dates.interval import Interval
from kg.records import Person, Status
from kg.resolve.told import Told, is_reckoned

_PREGNANCY = timedelta(days=300)
_NEWS = timedelta(days=90)
_ROUGHLY = timedelta(days=62)  # by which "two months ago" may be out


# whom a birth without a name is told of, by the last word of the rule
_WORDS = {"daughter": "female", "girl": "female", "son": "male", "boy": "male"}


def birth_groups(tellings: list[Told], people: Mapping[str, Person]) -> list[list[Told]]:
    """One list for each child.

    A birth told without the child's name joins the first child of such parents, such a day and that gender: "a son"
    is none of the daughters. Somebody who is only described has no name either: "their son".
    """
    named: dict[tuple[str, str], list[Told]] = defaultdict(list)
    nameless = []
    for told in tellings:
        child = next((person for role, person in told.roles if role == "child"), None)
        if child and not people[child].unnamed:
            named[told.type, child].append(told)
        else:
            nameless.append(told)
    groups = sorted(named.values(), key=_first_told)
    by_parent: dict[tuple[str, str], list[list[Told]]] = defaultdict(list)
    for group in groups:
        _enter(group, by_parent)
    for told in sorted(
        nameless, key=lambda told: (told.when is None, told.when.days or 10**7 if told.when else 0, told.claim.id)
    ):
        near = [group for parent in told.people for group in by_parent[told.type, parent]]
        gender = {_told_gender(told)} - {""}
        fit = [group for group in near if _may_be(told, group) and not (gender and _genders(group, people) - gender)]
        if gender:  # who is known for a daughter before who may be one
            fit.sort(key=lambda group: not _genders(group, people))
        if fit and not (any(group is not fit[0] for group in fit) and _is_news(told)):
            fit[0].append(told)
        else:
            groups.append([told])
            _enter(groups[-1], by_parent)
    return groups


def _is_news(told: Told) -> bool:
    """Whether the birth is why the document was written: the first child named is then rather an older one."""
    latest = told.when.latest if told.when is not None else None
    return latest is not None and told.published is not None and latest > told.published - _NEWS


def _first_told(group: list[Told]) -> tuple[str, int, int, str]:
    """Where the child is told of first: the first child is mostly named first."""
    return min(
        (told.claim.document, told.claim.evidence.start, told.claim.evidence.end, told.claim.id) for told in group
    )


def _told_gender(told: Told) -> str:
    """The gender of the child by the telling's word for it: "female" of "daughter", "" of "child"."""
    return _WORDS.get(told.claim.found_by.split()[-1] if told.claim.found_by else "", "")


def _genders(group: list[Told], people: Mapping[str, Person]) -> set[str]:
    """What is known of the gender of the group's child."""
    known: set[str] = {people[person].gender for each in group for role, person in each.roles if role == "child"}
    return known - {""}


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
    elif told.claim.status.is_real != group[0].claim.status.is_real or any(_are_apart(told, each) for each in group):
        return False
    mine = _parents(told)
    return any(mine <= _parents(each) or _parents(each) <= mine for each in group)


def _are_apart(one: Told, other: Told) -> bool:
    """Whether their days exclude each other; one "a month ago" may have been a day of the month before."""
    if one.when is None or other.when is None or one.when & other.when is not None:
        return False
    if not (is_reckoned(one.claim) or is_reckoned(other.claim)):
        return True
    first, last = sorted((one.when, other.when), key=lambda when: when.earliest or date.min)
    return first.latest is None or last.earliest is None or last.earliest - first.latest > _ROUGHLY


def _parents(told: Told) -> set[str]:
    return {person for role, person in told.roles if role == "parent"}
