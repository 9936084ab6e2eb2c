"""What one trigger says, before its time, status and evidence are known."""

from dataclasses import dataclass, replace
from itertools import product

from spacy.tokens import Token

from kg.records import Status


@dataclass(frozen=True, slots=True)
class Finding:
    """People in roles of an event, state or tie, told by `trigger`; `words` are all tokens of the frame."""

    kind: str  # event, state or kin
    type: str
    trigger: Token
    people: tuple[tuple[str, str], ...]  # (role, key)
    words: tuple[Token, ...]
    rule: str
    is_over: bool = False  # a relation that was: "ex-wife", "late husband"
    attests: bool = True  # a state: whether it is said to hold when the text was written
    near: Token | None = None  # of several dates, the one that follows this word is meant
    ended_by: "Finding | None" = None  # a state: the happening up to which it lasted, in the same words
    weak: bool = False  # see Frame
    status: Status | None = None  # what the words make of it by themselves: "just friends" are no couple

    @property
    def keys(self) -> tuple[str, ...]:
        """The keys of its people."""
        return tuple(key for _, key in self.people)

    @property
    def lines(self) -> list[tuple[str, str]]:
        """Each parent with each child."""
        parents, children = ([key for role, key in self.people if role == each] for each in ("parent", "child"))
        return list(product(parents, children))


@dataclass(frozen=True, slots=True)
class Half:
    """A happening between two of which only one stands in the sentence."""

    finding: Finding

    @property
    def trigger(self) -> Token:
        """The word that tells it."""
        return self.finding.trigger

    @property
    def key(self) -> str | None:
        """The one person who is named; None for nobody: "the divorce came through"."""
        return self.finding.keys[0] if self.finding.people else None

    def completed_by(self, couple: tuple[str, ...]) -> Finding:
        """The finding with both people."""
        people_ = tuple(("partner", key) for key in couple)
        return replace(self.finding, people=people_, rule=f"{self.finding.rule} (partner implied)")
