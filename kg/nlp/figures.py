"""The people of a document while it is being read, and whom each name means."""

from collections import Counter, defaultdict
from dataclasses import dataclass, field

from kg.nlp import names
from kg.nlp.forms import long_forms
from kg.nlp.names import Name, fold


@dataclass(slots=True)
class Figure:
    """A person while a document is being read. `full` are the names that shorter forms may fit, fullest first."""

    index: int
    full: list[Name] = field(default_factory=list)
    forms: Counter[str] = field(default_factory=Counter)
    places: list[int] = field(default_factory=list)  # token starts of their names
    wholes: list[int] = field(default_factory=list)  # those of names of two words or more
    seats: set[str] = field(default_factory=set)  # where titles behind single names of theirs are from
    votes: Counter[str] = field(default_factory=Counter)
    descriptors: set[str] = field(default_factory=set)
    first: tuple[int, int] = (0, 0)
    text: str = ""  # the fullest form as written
    lives: list[tuple[str, str]] = field(default_factory=list)  # years of birth and death told beside their names
    ages: set[int] = field(default_factory=set)  # told beside their names
    owner: int | None = None  # of one known only as somebody's: "his first wife"
    nameless: bool = False  # known by pronouns only: "she"

    @property
    def unnamed(self) -> bool:
        """Whether no name is told."""
        return self.owner is not None or self.nameless

    @property
    def is_passing(self) -> bool:
        """Whether it is a bare word said once that is no first name, as a film is: "Then came Ophelion"."""
        if len(self.places) != 1 or not self.full or self.gender or self.descriptors or self.unnamed:
            return False
        return all(len(name.parts) == 1 and not name.titles for name in self.full)

    @property
    def gender(self) -> str:
        """What most of the evidence tells; "" where it is even or there is none."""
        female, male = self.votes.get("female", 0), self.votes.get("male", 0)
        return "" if female == male else "female" if female > male else "male"


@dataclass(slots=True)
class Cast:
    """The figures, whom each name (by its first token) means, and whom the whole document is about."""

    figures: list[Figure] = field(default_factory=list)
    of: dict[int, int] = field(default_factory=dict)
    topic: int | None = None
    listed: set[int] = field(default_factory=set)  # the starts of names that a list tells as children
    aside: set[int] = field(default_factory=set)  # the starts of names told for the sake of kin of theirs
    alone: set[str] = field(default_factory=set)  # names of one word, as they stand in the text
    words: defaultdict[str, set[int]] = field(default_factory=lambda: defaultdict(set))

    def add(self) -> Figure:
        """A new, empty figure."""
        self.figures.append(Figure(len(self.figures)))
        return self.figures[-1]

    def main(self) -> tuple[int, ...]:
        """Whom a chronology is about: the topic, or else the figure that is named first; empty where nobody is."""
        first = self.of[min(self.of)] if self.of else None
        return tuple(index for index in (self.topic, first) if index is not None)[:1]

    def merge(self, other: int, into: int) -> None:
        """Lays the names of one figure to another, of whom they turn out to be other names."""
        lost, figure = self.figures[other], self.figures[into]
        self.of.update((start, into) for start in lost.places)
        if len(names.parse(lost.text).parts) >= len(names.parse(figure.text).parts):
            figure.text, figure.first = lost.text, lost.first
        figure.places = sorted(figure.places + lost.places)
        figure.forms += lost.forms
        figure.votes += lost.votes
        figure.descriptors |= lost.descriptors
        figure.lives += lost.lives
        figure.ages |= lost.ages
        for name in lost.full:
            self.index(figure, name)
        figure.full = sorted((*figure.full, *lost.full), key=lambda name: -len(name.parts))
        self.figures[other] = Figure(other)
        if self.topic == other:
            self.topic = into

    def index(self, figure: Figure, name: Name) -> None:
        """Makes the figure findable by the words of a full name, and by the beginnings of its first name."""
        folded = name.folded
        others = [fold(word) for each in (*name.nicknames, *name.births) for word in each.split()]
        for word in (*folded, *others, name.peerage, *(folded[0][:end] for end in range(3, len(folded[0])))):
            self.words[word].add(figure.index)

    def akin(self, name: Name) -> list[Figure]:
        """Figures who share a word with the name, or whose first name it shortens."""
        if not name.folded:  # nothing but punctuation: "?"
            return []
        words = {name.folded[0], name.folded[-1], *long_forms(name.folded[0])}
        return [self.figures[index] for index in sorted(set().union(*(self.words.get(word, set()) for word in words)))]
