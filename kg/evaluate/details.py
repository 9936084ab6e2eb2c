"""What is told of a happening besides who and when: where, on what work, and who says so."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Literal

from kg.evaluate.comparison import Comparison
from kg.evaluate.gold import GoldFact
from kg.evaluate.match import Fact
from kg.evaluate.names import same_place, shares_word
from kg.records import Event

Kind = Literal["place", "work", "said_by"]
_IS_SAME: dict[Kind, Callable[[str, str], bool]] = {"place": same_place, "work": same_place, "said_by": shares_word}


@dataclass(frozen=True, slots=True)
class Detail:
    """A detail that the gold names of a happening that was found, and what is told of it."""

    kind: Kind
    gold: GoldFact
    facts: tuple[Fact, ...]

    @property
    def asked(self) -> str:
        """The gold's value."""
        return str(getattr(self.gold, self.kind))

    @property
    def told(self) -> tuple[str, ...]:
        """The values told, each once."""
        records = [fact.record for fact in self.facts if isinstance(fact.record, Event)]
        claims = [claim for fact in self.facts for claim in fact.claims]
        named = [getattr(each, self.kind) for each in (claims if self.kind == "said_by" else records)]
        return tuple(sorted({value for value in named if value}))

    @property
    def is_right(self) -> bool:
        """Whether the gold's value is among those told."""
        return any(_IS_SAME[self.kind](value, self.asked) for value in self.told)


def details(found: Comparison) -> Iterator[Detail]:
    """Every detail that the gold names of the happenings that were found."""
    for gold, facts in [*((match.gold, (match.fact,)) for match in found.matched), *found.shared]:
        yield from (Detail(kind, gold, facts) for kind in _IS_SAME if getattr(gold, kind))
