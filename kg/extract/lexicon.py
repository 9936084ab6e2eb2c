"""The ontology's triggers, read once into frames that can be looked up by their head word."""

from dataclasses import dataclass
from functools import cached_property
from typing import Literal

from kg.ontology.schema import Ontology, Triggers

PartOfSpeech = Literal["verb", "noun", "adjective"]


@dataclass(frozen=True, slots=True)
class Frame:
    """Words that tell a happening or relation of `type`: see Triggers for the notation.

    >>> frame = parse_frame("tie knot | with to", "married", "event", "verb")
    >>> frame.head, frame.needs, frame.slots
    ('tie', ('knot',), ('with', 'to'))
    """

    type: str
    kind: Literal["event", "state"]
    part: PartOfSpeech
    head: str
    needs: tuple[str, ...] = ()
    slots: tuple[str, ...] = ()
    plural: bool = False
    matchmaker: bool = False  # the subject of the active verb is none of the two
    weak: bool = False  # counts only where the document tells of what the happening undoes
    denies: bool = False  # the words say that it is not so


def parse_frame(text: str, type_: str, kind: Literal["event", "state"], part: PartOfSpeech) -> Frame:
    """The frame that `text` writes."""
    words, _, slots = text.partition("|")
    head, *needs = words.translate({ord(mark): " " for mark in "&!?~"}).split()
    if part == "noun" and needs:  # "wedding ceremony", "first meeting": the last noun heads an English compound
        head, needs = needs[-1], [head, *needs[:-1]]
    marks = {"plural": "&", "matchmaker": "!", "weak": "?", "denies": "~"}
    flags = {name: mark in words for name, mark in marks.items()}
    return Frame(type_, kind, part, head, tuple(needs), tuple(slots.split()), **flags)


class Lexicon:
    """Frames by part of speech and head; the frame with the most words first, so "end engagement" beats "end"."""

    def __init__(self, ontology: Ontology) -> None:
        self.ontology = ontology
        self.cues = {name: frozenset(words) for name, words in ontology.cues.items()}
        self._frames: dict[tuple[str, str], list[Frame]] = {}
        for event in ontology.events.values():
            self._add(event.triggers, event.name, "event")
        for state in ontology.states.values():
            self._add(state.triggers, state.name, "state")
        for frames in self._frames.values():
            frames.sort(key=lambda frame: (-len(frame.needs), frame.kind, frame.type))
        self.couples = {name for name, event in ontology.events.items() if event.is_symmetric} | set(ontology.states)
        self.relations = {noun: state for state in ontology.states.values() for noun in state.relations}

    def _add(self, triggers: Triggers, name: str, kind: Literal["event", "state"]) -> None:
        parts: tuple[tuple[PartOfSpeech, tuple[str, ...]], ...] = (
            ("verb", triggers.verbs),
            ("noun", triggers.nouns),
            ("adjective", triggers.adjectives),
        )
        for part, texts in parts:
            for text in texts:
                frame = parse_frame(text, name, kind, part)
                self._frames.setdefault((part, frame.head), []).append(frame)

    def is_stative(self, type_: str, part: PartOfSpeech, head: str) -> bool:
        """Whether the word also tells the state of that name: "marriage" does, "wedding" and "split" do not."""
        return any(frame.kind == "state" and frame.type == type_ for frame in self.frames(part, head))

    @cached_property
    def told_by(self) -> dict[str, frozenset[str]]:
        """What a lemma may tell, by lemma: events and ties by name, states as "state:married"."""
        found: dict[str, set[str]] = {}
        for frame in (frame for frames in self._frames.values() for frame in frames):
            found.setdefault(frame.head, set()).add(named(frame.kind, frame.type))
        for noun, state in self.relations.items():
            found.setdefault(noun, set()).add(named("state", state.name))
        for kind in ("parent", "child", "sibling"):
            for noun in self.ontology.kin.get(kind, ()):
                found.setdefault(noun, set()).add("sibling_of" if kind == "sibling" else "parent_of")
        return {lemma: frozenset(names) for lemma, names in found.items()}

    @cached_property
    def blood(self) -> frozenset[str]:
        """Words for parents, children, brothers and sisters."""
        return frozenset(noun for kind in ("parent", "child", "sibling") for noun in self.ontology.kin[kind])

    def frames(self, part: PartOfSpeech, head: str) -> list[Frame]:
        """The frames that `head` heads as this part of speech."""
        return self._frames.get((part, head), [])

    def alone(self, part: PartOfSpeech, head: str) -> list[Frame]:
        """Those of them that need no other word: "marriage" tells of two, "end" of a marriage only."""
        return [frame for frame in self.frames(part, head) if not frame.needs]


def named(kind: str, type_: str) -> str:
    """A name for a type that tells the state of being married from the event.

    >>> named("state", "married"), named("event", "married")
    ('state:married', 'married')
    """
    return f"state:{type_}" if kind == "state" else type_


_LEXICONS: dict[str, Lexicon] = {}


def lexicon(ontology: Ontology) -> Lexicon:
    """The lexicon of an ontology, made once for each."""
    if ontology.digest not in _LEXICONS:
        _LEXICONS[ontology.digest] = Lexicon(ontology)
    return _LEXICONS[ontology.digest]
