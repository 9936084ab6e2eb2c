"""People without a name of whom somebody named tells: "Ada said the woman had left her husband", "the girl"."""

from collections.abc import Iterator

from kg.nlp import lexicon, links
from kg.nlp.candidates import Candidate, relative_head
from kg.nlp.doers import doer, is_addressing
from kg.nlp.figures import Figure
from kg.nlp.governing import SUBJECTS
from kg.nlp.marks import is_introduced
from kg.nlp.memory import Memory

_NEW = frozenset(["a", "an", "another", "one"])  # before whom nothing has told of
# words for people that are no descriptions of somebody named before
_UNTOLD = frozenset("victim suspect patient defendant complainant claimant fan follower passenger tenant".split())
_YOUNG = frozenset("girl boy schoolgirl schoolboy".split())  # who are no adult spoken of before
_GROWN = 20


class Strangers(Memory):
    """Tells whose kin are those of nobody named."""

    def is_of_stranger(self, each: Candidate) -> bool:
        """Whether kin is that of somebody first told of, who does what the clause tells: "a man killed his wife"."""
        owner = self.doc[each.head]
        subject = doer(owner) if each.gender and each.number == "one" else None
        if subject is None or subject.i > owner.i or is_addressing(subject.head):
            return False
        head = relative_head(subject) if subject.tag_ in ("WP", "WDT") else subject
        told = self.at.get(head.i) if head is not None else None
        is_new = head is not None and (is_introduced(head) or any(child.lower_ in _NEW for child in head.lefts))
        if is_new and told is None and head is not None and head != subject:
            owned = self.at.get(owner.head.i)  # "a fan who lost his wife", not "a troll who claimed her beau Ben Roe"
            return subject.lower_ == "who" and head.tag_ == "NN" and not (owned is not None and owned.same)
        return is_new and told is not None and self._is_nobody_named(told, each)

    def _is_nobody_named(self, told: Candidate, each: Candidate) -> bool:
        is_one = told.kind == "nominal" and told.number == "one" and told.gender in ("", each.gender)
        return is_one and not (told.people or told.owners)

    def teller(self, each: Candidate) -> Iterator[int]:
        """Who tells of somebody else and her own: in "Ada said the woman had phoned her husband" she is not Ada."""
        subject = doer(self.doc[each.head]) if each.gender and each.number == "one" else None
        told = self.at.get(subject.i) if subject is not None else None
        if subject is None or (told is None and subject.lemma_ not in _UNTOLD):
            return
        if told is not None and (told.tie or not self._is_nobody_named(told, each)):
            return
        for verb in links.tellers(subject):
            for child in verb.children:
                yield from self.known_at(child.i) if child.dep_ in SUBJECTS else ()

    def is_of_child(self, each: Candidate) -> bool:
        """Whether it is "the girl" in the news, who is no grown woman, or kin of hers: "the girl saw her father"."""
        subject = doer(self.doc[each.head]) if each.kind == "pronoun" else None
        told = each if each.kind == "nominal" else self.at.get(subject.i) if subject is not None else None
        is_young = told is not None and told.noun in _YOUNG and self.people.topic is None and not told.owners
        return is_young and told is not None and all(child.dep_ == "det" for child in self.doc[told.head].lefts)


def is_young(figure: Figure, ages: set[int]) -> bool:
    """Whether somebody is told to be young, or is told of as a child."""
    return min(ages, default=_GROWN) < _GROWN or any(lexicon.tie_of(noun) == "child" for noun in figure.descriptors)
