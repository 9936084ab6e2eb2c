"""A death without a day, told of somebody of whom others tell a later life, was another's: a pet's, a relative's."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from datetime import date

from kg.records import Conflict, Person
from kg.resolve.copies import Copies
from kg.resolve.told import Told, clash, kinds


def without_revenants(
    tellings: Sequence[Told], people: Mapping[str, Person], copies: Copies
) -> tuple[list[Told], list[Conflict]]:
    """The tellings without such deaths, and the conflicts they were in.

    A death stands that has a day, that two documents tell which are no copies, or whose document has no date. What
    counts against it is love or marriage that another document tells of the day of the news or later.
    """
    deaths: dict[str, list[Told]] = defaultdict(list)
    alive: dict[str, list[Told]] = defaultdict(list)
    for told in (told for told in tellings if told.claim.status.is_real):
        if told.type == "died":
            deaths[told.people[0]].append(told)
        elif {role for role, _ in told.roles} == {"partner"}:
            for person in told.people:
                alive[person].append(told)
    gone, conflicts = set(), []
    for person, news in deaths.items():
        later = _later(news, alive[person], copies)
        if later:
            gone |= {told.claim.id for told in news}
            conflicts.append(clash([*news, *later], people, [person], f"died, and later {kinds(later)}"))
    return [told for told in tellings if told.claim.id not in gone], conflicts


def _later(deaths: Sequence[Told], alive: Sequence[Told], copies: Copies) -> list[Told]:
    documents = {told.claim.document for told in deaths}
    news = [told.published for told in deaths if told.published]
    if any(told.when for told in deaths) or len(news) < len(deaths) or copies.independent(documents) > 1:
        return []
    others = [told for told in alive if told.claim.document not in documents]
    return [told for told in others if (day := _day(told)) and day >= max(news)]


def _day(told: Told) -> date | None:
    when = told.claim.when
    return when.earliest if when and not told.claim.end else None
