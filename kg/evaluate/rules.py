"""When a prediction is right: for a document read alone, and for a whole folder with one gold."""

import re
from dataclasses import replace
from datetime import timedelta

from kg.dates.interval import Interval
from kg.evaluate.gold import BIRTHS, Gold, GoldFact, interval
from kg.evaluate.match import Fact, bounds, dates, near, same_people, same_tie
from kg.evaluate.names import Cast, words
from kg.records import Kin, State

OPENS = {
    "dating_began": "dating",
    "reconciled": "dating",
    "went_public": "dating",
    "engaged": "engaged",
    "married": "married",
    "separated": "separated",
    "divorced": "divorced",
    "moved_in": "living_together",
}
# the state that an event ends, whose bounds tell when, where no source tells the event itself
ENDS = {"separated": "dating", "engagement_ended": "engaged", "divorced": "married"}


class Rules:
    """A document read alone. Shared work is counted apart, by groups."""

    apart: tuple[str, ...] = ("worked_together",)

    def __init__(self, gold: Gold) -> None:
        self.cast = Cast(gold.people)

    def same(self, fact: Fact, gold: GoldFact) -> bool:
        """Whether type and people are the gold's."""
        return fact.type == gold.type and same_people(self.cast, fact, gold)

    def dates(self, fact: Fact, gold: GoldFact) -> tuple[bool, bool]:
        """Whether the date is right, and whether it is right within a month."""
        return dates(gold, fact.when)

    def stands_in(self, state: Fact, gold: GoldFact) -> bool:
        """Whether a state proves a happening that no predicted event tells."""
        return False

    def springs(self, fact: Fact, trap: GoldFact) -> bool:
        """Whether a fact that stands on the timeline has fallen into the trap."""
        if isinstance(fact.record, Kin) or not self.same(fact, trap):
            return False
        is_state = isinstance(fact.record, State)
        return trap.when is None or (not is_state and bounds(fact.when) == bounds(trap.when))


class FolderRules(Rules):
    """A whole folder read together.

    Shared work counts like the rest. A date is right when it lies inside the gold's, since one source may tighten
    another. A name is looked up among the people of the same documents. A meeting or a work of three is met by two of
    them. An inferred beginning may stand as the start of a state. Traps are states and ties as well as events.
    """

    apart = ()

    def __init__(self, gold: Gold) -> None:
        super().__init__(gold)
        self._gold = gold
        self._casts: dict[frozenset[str | int], Cast] = {frozenset(): self.cast}

    def same(self, fact: Fact, gold: GoldFact) -> bool:
        cast = self._cast(gold)
        if fact.type != gold.type:
            return False
        if gold.type in BIRTHS:
            return self._is_birth(cast, fact, gold)
        if len(gold.people) > 2:
            inside = all(any(cast.means(name, person) for person in gold.people) for name in fact.names)
            return inside and len(fact.names) > 1
        return same_people(cast, fact, gold)

    def dates(self, fact: Fact, gold: GoldFact) -> tuple[bool, bool]:
        right = self._is_inside(fact.when, gold)
        return right, right

    def stands_in(self, state: Fact, gold: GoldFact) -> bool:
        if gold.basis != "inferred" or OPENS.get(gold.type) != state.type or not isinstance(state.record, State):
            return False
        start = Interval(state.record.start.earliest, state.record.start.latest)
        return same_people(self._cast(gold), state, gold) and self._is_inside(start, gold)

    def springs(self, fact: Fact, trap: GoldFact) -> bool:
        if isinstance(fact.record, Kin):
            return len(trap.people) == 2 and same_tie(self.cast, fact, trap)
        if trap.when is not None:
            return self.same(fact, trap) and bounds(fact.when) == bounds(trap.when)
        is_opened = isinstance(fact.record, State) and OPENS.get(trap.type) == fact.type
        if trap.type in BIRTHS and fact.type == trap.type:
            return all(any(self.cast.means(name, person) for name in fact.names) for person in trap.people)
        return (fact.type == trap.type or is_opened) and same_people(self.cast, fact, trap)

    def _cast(self, gold: GoldFact) -> Cast:
        docs = frozenset(gold.docs)
        if docs not in self._casts:
            facts = (fact for fact in self._gold.events if docs & set(fact.docs))
            names = {name for fact in facts for name in (*fact.people, fact.child)}
            self._casts[docs] = Cast(person for person in self._gold.people if person.name in names)
        return self._casts[docs]

    def _is_birth(self, cast: Cast, fact: Fact, gold: GoldFact) -> bool:
        """The parents by their role; the child by another of the gold's names or any part of it, as a first name."""
        children = [member.name for member in fact.record.people if member.role == "child"]
        parents = tuple(name for name in fact.names if name not in children)
        if gold.child and children and not any(_is_child(cast, child, gold.child) for child in children):
            return False
        return same_people(cast, replace(fact, names=parents), gold)

    def _is_inside(self, when: Interval | None, gold: GoldFact) -> bool:
        truth = gold.when
        if truth is None:
            return True
        if bounds(when) == (None, None) or when is None:
            return False
        others = (interval(text) for text in gold.accept)
        if _widened(truth).contains(when) or any(other and bounds(other) == bounds(when) for other in others):
            return True
        is_one_sided = when.earliest is None and re.search(r"\b(before|by)\b", f"{gold.note} {gold.words_of_time}")
        return bool(is_one_sided) and near(truth.latest, when.latest)


def _is_child(cast: Cast, name: str, child: str) -> bool:
    return bool(words(name) & words(child)) or cast.means(name, child)


def _widened(when: Interval) -> Interval:
    """A year more on either side of what is only approximate."""
    if not when.approximate:
        return when
    year = timedelta(days=365)
    return Interval(when.earliest and when.earliest - year, when.latest and when.latest + year)
