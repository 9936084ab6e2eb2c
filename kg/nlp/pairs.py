"""Two people taken together: who was spoken of as a pair, how closely, and which two a document is about."""

from collections import Counter, deque
from collections.abc import Callable, Iterable, Set
from dataclasses import dataclass, field

_WINDOW = 60  # pairs that are looked back upon
_SENTENCES = 3  # and sentences
_CLOSE = 0.6  # the weight from which on a pair counts for the document's couple
_LEAST = -0.4  # below it no pair is meant
_FADING = 0.55  # what a sentence between takes off
_CLOSENESS = {"partner": 0.3, "": 0.0, "exes": -0.5, "kin": -0.5}
_COUNTED = {"partner": 2, "": 0, "kin": -5}
_LOVE = frozenset(
    {
        "couple",
        "newlywed",
        "newly-wed",
        "lovebird",
        "exes",
        "ex",
        "lover",
        "sweetheart",
        "spouse",
        "twosome",
        "soulmate",
    }
)

PARTED = "parted"  # instead of a noun: any word for two who are told to part

Apart = Callable[[int, int], bool]  # whether what was said at one token is closed to another
Bond = Callable[[int, int], str]  # what two figures are told to be: "partner", "exes", "kin" or ""


@dataclass(frozen=True, slots=True)
class Pair:
    """Two figures spoken of together at token `head`; `weight` tells how closely."""

    figures: tuple[int, int]
    head: int
    sentence: int
    weight: float


@dataclass(slots=True)
class Pairs:
    """The pairs of one document so far."""

    recent: deque[Pair] = field(default_factory=lambda: deque(maxlen=_WINDOW))
    counts: Counter[tuple[int, int]] = field(default_factory=Counter)

    def add(self, figures: Iterable[int], head: int, sentence: int, weight: float) -> None:
        """Remembers that two figures were spoken of together."""
        first, second = sorted(figures)
        self.recent.append(Pair((first, second), head, sentence, weight))
        if weight >= _CLOSE:
            self.counts[first, second] += 1

    def best(
        self, noun: str, head: int, sentence: int, bond: Bond, is_apart: Apart, barred: Set[int] = frozenset()
    ) -> tuple[int, ...]:
        """The pair that a plural word at token `head` means, without the `barred`; empty where none was told lately."""
        ranked = [
            (pair.weight + _closeness(noun, bond(*pair.figures)) - _FADING * (sentence - pair.sentence), pair)
            for pair in self.recent
            if 0 <= sentence - pair.sentence <= _SENTENCES
            and pair.head != head
            and not is_apart(pair.head, head)
            and barred.isdisjoint(pair.figures)
        ]
        value, best = max(ranked, key=lambda each: (each[0], each[1].head), default=(_LEAST, None))
        return best.figures if best and value > _LEAST else ()

    def last(self, sentence: int) -> int:
        """The token at which a pair was last spoken of near that sentence; -1 for none."""
        return max((pair.head for pair in self.recent if sentence - pair.sentence <= _SENTENCES), default=-1)

    def couple(self, bond: Bond) -> tuple[int, ...]:
        """The two most often spoken of together, partners first, no kin, if no other two come near them."""
        counts = {pair: count + _COUNTED[bond(*pair)] for pair, count in self.counts.items()}
        ranked = sorted((pair for pair in counts if counts[pair] > 0), key=lambda pair: (-counts[pair], pair))
        is_clear = len(ranked) == 1 or (len(ranked) > 1 and counts[ranked[0]] > counts[ranked[1]])
        return ranked[0] if is_clear else ()


def _closeness(noun: str, bond: str) -> float:
    """Partners are meant rather than two who happen to do something together, by "the couple" above all."""
    is_love = noun in _LOVE or noun == PARTED
    return _CLOSENESS[bond] * (2 if is_love else 1) - (0.5 if noun in _LOVE and not bond else 0)
