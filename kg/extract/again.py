"""What one marriage says of the days of another: "they divorced in 1963 and he married Ada", "Ada, widow of John"."""

from collections.abc import Iterable
from typing import Literal

from spacy.tokens import Token

from kg.extract.certainty import Told
from kg.extract.finding import Finding
from kg.extract.links import EARLIER, is_pluperfect
from kg.extract.roles import SPOUSES
from kg.extract.tree import children, is_near, preposition
from kg.ontology.schema import Ontology
from kg.records import Anchor

ANEW = {"second", "secondly", "third", "thirdly", "fourth", "fourthly", "again"}
THEN = {"later", "then", "subsequently", "afterwards", "afterward", "thereafter", "eventually"}
# told out of order
EVER = {"previously", "formerly", "once", "originally", "already", "first", "firstly"}


class Marriages:
    """The weddings and partings of a document, in the order of the text."""

    def __init__(self, told: Iterable[Told], ontology: Ontology) -> None:
        told = list(told)
        events = [each for each in told if each.finding.kind == "event"]
        together = {state for name, each in ontology.states.items() if each.implies for state in (name, *each.implies)}
        kinds = ontology.events.items()
        self.begins = {name for name, event in kinds if together & set(event.opens)}
        ends = {name for name, event in kinds if together & set(event.closes)} - self.begins
        self.weddings = [each for each in events if each.finding.type == "married"]
        self.partings = [each for each in events if each.finding.type in (*ends, "died")]
        self.couples = {frozenset(each.finding.keys) for each in told if each.finding.type == "married"}

    def anchor(self, finding: Finding) -> Anchor | None:
        """The happening with another husband or wife that an undated one came after, or before."""
        if finding.type == "widowed" and finding.rule.endswith("widow"):
            return self._before(finding, finding.keys[0])
        if finding.type not in self.begins or len(finding.keys) != 2:
            return None
        if (end := self._ended(finding)) is not None:
            return _anchor(end, 1)
        if finding.type != "married":
            return None
        return next(filter(None, (self._before(finding, key) for key in finding.keys)), None)

    def _ended(self, finding: Finding) -> Told | None:
        """The parting, or wedding, behind which the words put a new beginning."""
        trigger = finding.trigger
        if trigger.tag_ != "VBD" or is_pluperfect(trigger) or _words(finding) & EVER:
            return None
        is_anew = is_again(finding) or bool(_words(finding) & THEN)
        earlier = [each for each in (*self.partings, *self.weddings) if self._is_earlier(each, finding)]
        for each in sorted(earlier, key=lambda each: (each.finding.trigger.i, each.finding.type), reverse=True):
            if is_anew or (each.finding.type != "married" and _goes_on(trigger, each.finding.trigger)):
                return each
        return None

    def _is_earlier(self, other: Told, finding: Finding) -> bool:
        """Whether it is told before, with its day, of one of the two and somebody else."""
        on, own, keys = other.times.on, set(finding.keys), set(other.finding.keys)
        if on is None or on.earliest is None or other.finding.trigger.i > finding.trigger.i:
            return False
        if other.finding.type == "died":
            return not keys & own and any({*keys, key} in self.couples for key in own)
        return len(keys & own) == 1 and len(keys) == 2

    def _before(self, finding: Finding, key: str) -> Anchor | None:
        """The dated wedding to the next one of somebody who had been married before."""
        own = [each for each in self.weddings if key in each.finding.keys]
        later = [each for each in own if set(each.finding.keys) != set(finding.keys)]
        if len(later) != 1 or later[0].times.on is None:
            return None
        (next_,) = later
        if finding.type == "widowed":
            is_next = is_near(next_.finding.trigger, finding.trigger)
        else:
            is_next = next_.finding.trigger.i > finding.trigger.i and is_again(next_.finding)
        return _anchor(next_, -1) if is_next else None


def is_again(finding: Finding) -> bool:
    """Whether the words make it another than the first: "remarried", "married secondly", "as his second wife"."""
    if finding.trigger.lemma_ == "remarry" or _words(finding) & ANEW:
        return True
    spouses = [each for each in finding.trigger.subtree if each.lemma_ in (*SPOUSES, "time") and each.i < _end(finding)]
    return any(child.lower_ in ANEW for each in spouses for child in each.children)


def _words(finding: Finding) -> set[str]:
    """The adverbs and the like at the words of a finding."""
    return {child.lower_ for word in finding.words for child in (word, *word.children) if child.dep_ != "conj"}


def _end(finding: Finding) -> int:
    """Where the clause behind begins."""
    behind = (child.i for child in finding.trigger.rights if child.dep_ in ("conj", "parataxis", "advcl"))
    return min(behind, default=finding.trigger.sent.end)


def _goes_on(verb: Token, before: Token) -> bool:
    """Whether the verb is coordinated with the one before: "they divorced in 1963 and he married Ada"."""
    if any(child.lower_ in EARLIER for child in children(verb, "mark")) or preposition(before) in EARLIER:
        return False
    return verb.dep_ == "conj" and verb.head in (before, before.head)


def _anchor(told: Told, direction: Literal[-1, 1]) -> Anchor:
    return Anchor(type=told.finding.type, people=told.finding.keys, direction=direction)
