"""What event types and state types are. The packs are TOML files beside this module; a user's file has that form."""

from collections.abc import Iterator
from itertools import product
from typing import Literal

from pydantic import BaseModel, ConfigDict, Field, field_validator


class Declared(BaseModel):
    """A frozen value read from TOML that refuses unknown keys."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class Triggers(Declared):
    """The words that tell a happening or a relation, as frames over Universal Dependencies.

    A frame is lemmas, then a bar and the slots that hold the other person: "tie knot | with to". The first lemma heads
    the frame, the others depend on it. Slots: OBJ (direct object), a preposition, POSS (possessor). A verb's subject is
    always a slot, but where "!" stands before the frame: "they introduced him to her". "&" marks a frame that needs two
    people as its subject, "?" one that counts only where the document bears it out: "reunited" tells of a couple's
    return only if they had parted, so that there was something for the event to close; "live together" of a couple only
    if other words call them one. "~" marks one whose words say that it is not so: "they are just friends". A slash
    parts words of which each will do: "file/lodge divorce paper" is two frames.
    """

    verbs: tuple[str, ...] = ()
    nouns: tuple[str, ...] = ()
    adjectives: tuple[str, ...] = ()  # with a copula or get: "be married | to"

    @field_validator("verbs", "nouns", "adjectives")
    @classmethod
    def _each_alone(cls, frames: tuple[str, ...]) -> tuple[str, ...]:
        return tuple(each for frame in frames for each in alternatives(frame))


def alternatives(frame: str) -> Iterator[str]:
    """The frames that one with slashes stands for; marks before it are of each.

    >>> list(alternatives("?file/lodge divorce | from"))
    ['?file divorce | from', '?lodge divorce | from']
    """
    words, bar, slots = frame.lstrip("?!~").partition("|")
    marks = frame[: len(frame) - len(frame.lstrip("?!~"))]
    for each in product(*(word.split("/") for word in words.split())):
        yield marks + " ".join((*each, *((bar + slots,) if bar else ())))


class EventType(Declared):
    """A happening at one time. `roles` name the participants; two equal roles make it symmetric."""

    name: str
    label: str  # past tense, after the names: "got engaged"
    noun: str  # "engagement"
    roles: tuple[str, ...] = ("partner", "partner")
    once: Literal["life", "stint", "many"] = "many"  # how often it can happen to these people
    opens: tuple[str, ...] = ()  # states that begin with it
    closes: tuple[str, ...] = ()  # states that end with it
    after: tuple[str, ...] = ()  # event types of the same people that cannot come later, within a stint
    parent: str | None = None  # kinship that it implies: "parent_of"
    gedcom: str | None = None
    wikidata: str | None = None
    words: tuple[str, ...] = ()  # how questions ask for it, beside its triggers: "break up"
    triggers: Triggers = Triggers()

    @property
    def is_symmetric(self) -> bool:
        """Whether its two people stand in the same role."""
        return len(self.roles) == 2 and self.roles[0] == self.roles[1]

    @property
    def is_of_love(self) -> bool:
        """Whether a relation begins or ends with it: also friends and relatives meet, and work together."""
        return bool(self.opens or self.closes)


class StateType(Declared):
    """A relation that holds for a time. `past` is the state that words with ex- tell ("ex-wife": divorced)."""

    name: str
    label: str  # after "were": "engaged"
    noun: str  # "engagement"
    past: str | None = None
    implies: tuple[str, ...] = ()  # states that hold while it holds: being married is being together
    relations: tuple[str, ...] = ()  # relational nouns: "wife", "girlfriend"
    words: tuple[str, ...] = ()
    triggers: Triggers = Triggers()


class Ontology(Declared):
    """Event types and states by name, and the cue words of status."""

    events: dict[str, EventType] = Field(default_factory=dict)
    states: dict[str, StateType] = Field(default_factory=dict)
    kin: dict[str, tuple[str, ...]] = Field(default_factory=dict)  # "parent_of" -> nouns of the parent, and so on
    work: dict[str, tuple[str, ...]] = Field(default_factory=dict)  # nouns and verbs of those who work together
    cues: dict[str, tuple[str, ...]] = Field(default_factory=dict)
    digest: str = ""

    @property
    def loving(self) -> set[str]:
        """The states, and the events with which one begins or ends: what makes two a couple, or parts them."""
        return {*self.states, *(name for name, event in self.events.items() if event.is_of_love)}
