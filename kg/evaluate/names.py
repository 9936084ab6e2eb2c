"""Whom a predicted name means among the people of a gold file."""

import re
import unicodedata
from collections.abc import Iterable
from functools import lru_cache

from kg.evaluate.gold import GoldPerson

_TITLES = re.compile(
    r"\b(mr|mrs|ms|miss|dr|sir|dame|lord|lady|king|queen|prince|princess|duke|duchess|jr|sr|president)\b\.?"
)

_AT = frozenset("a an the at in inside into near of on outside s via his her their".split())


@lru_cache(maxsize=100_000)
def words(name: str) -> frozenset[str]:
    """The words of a name without titles, accents and case.

    >>> sorted(words("Dame Zoë Wanamaker-Smith"))
    ['smith', 'wanamaker', 'zoe']
    """
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode().lower()
    return frozenset(re.findall(r"[a-z0-9]+", _TITLES.sub(" ", plain)))


def same_place(one: str, other: str) -> bool:
    """Whether one place is the other or lies in it, by their words.

    >>> same_place("on the set of Salt Harbour", "the set of the film Salt Harbour"), same_place("Leeds", "York")
    (True, False)
    """
    first, second = words(one) - _AT or words(one), words(other) - _AT or words(other)
    return bool(first and second) and (first <= second or second <= first)


def shares_word(one: str, other: str) -> bool:
    """Whether two ways to name somebody have a word in common.

    >>> shares_word("Ada", "Ada Roe (a podcast)"), shares_word("a friend", "Ada Roe")
    (True, False)
    """
    return not (words(one) - _AT).isdisjoint(words(other) - _AT)


def fit(name: str, person: GoldPerson) -> int:
    """How well a name suits a person: 3 the full name, 2 another of theirs, 1 part of one or more than it, 0 not."""
    mine, full, others = words(name), words(person.name), [words(alias) for alias in person.aliases]
    if not mine:
        return 0
    if mine == full:
        return 3
    if mine in others:
        return 2
    return int(any(each and (mine <= each or each <= mine) for each in (full, *others)))


class Cast:
    """The people of one gold. A name means the person whom it fits best; one that fits two as well means nobody."""

    def __init__(self, people: Iterable[GoldPerson]) -> None:
        self._people = {person.name: person for person in people}
        self._known: dict[tuple[str, str], bool] = {}

    def means(self, name: str, person: str) -> bool:
        """Whether the predicted `name` means the gold's `person`: Norton alone is nobody where two Nortons live."""
        key = name, person
        if key not in self._known:
            mine = fit(name, self._people.get(person) or GoldPerson(name=person))
            rivals = max((fit(name, other) for known, other in self._people.items() if known != person), default=0)
            self._known[key] = mine == 3 or mine > rivals
        return self._known[key]

    def knows(self, name: str) -> bool:
        """Whether the predicted name suits anybody at all."""
        return any(fit(name, person) for person in self._people.values())
