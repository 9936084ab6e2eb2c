"""Who lost a wife or husband: "her husband died in 1961", "he was survived by his wife", "Jane, widow of John"."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from spacy.tokens import Doc, Token

from kg.extract.finding import Finding
from kg.extract.lexicon import Lexicon
from kg.extract.partings import is_by_death
from kg.extract.roles import people, unique
from kg.extract.senses import ENDING
from kg.extract.subjects import subject_token, subjects
from kg.extract.tree import SUBJECT, children, clause_head, conjuncts, is_passive, left_modifiers, preposition
from kg.nlp.marks import tokens_of

UNTIL = {"until", "till", "to"}
OUTLIVING = {"survive", "outlive", "predecease"}
AFTER = {"after", "following", "since", "upon", "on", "when", "until"}


@dataclass(frozen=True, slots=True)
class Widowhoods:
    """The widowhoods in what the other rules found: couples, relations told by nouns, and deaths."""

    doc: Doc
    lexicon: Lexicon
    couples: Sequence[Finding]
    ties: Sequence[Finding]
    lives: Sequence[Finding]

    def dated(self) -> Iterator[Finding]:
        """Those told by the words of a death, at whose time they happened."""
        if "widowed" not in self.lexicon.ontology.events:
            return
        said, mourning = self._said_of(), self._mourning()
        for death in self.lives:
            survivor = self._survivor(death, said) or mourning.get(death.keys[0]) if death.type == "died" else None
            if survivor is not None:
                lost = _lost(survivor, death.keys[0])
                yield replace(death, type="widowed", people=lost, rule=f"{death.rule} of a spouse")
        for token in tokens_of(self.doc):
            if token.lower_ in ("widow", "widower", "widowed") and token.head.lemma_ in ("leave", "become"):
                yield from self._left_as(token)
            elif token.lower_ == "widowed" and token.dep_ not in ("amod", "compound"):
                yield from self._bereaved(token)
        yield from (each for each in self._survived() if is_death_before(each.trigger))

    def undated(self) -> Iterator[Finding]:
        """Those told without a time: by words for a widow, and by "survived by"."""
        if "widowed" not in self.lexicon.ontology.events:
            return
        for tie in self._marriages():
            if _is_widow(tie.trigger):
                yield _widowed(tie.trigger, tie.keys[1], tie.keys[0], "widow")
        yield from (each for each in self._survived() if not is_death_before(each.trigger))

    def _survived(self) -> Iterator[Finding]:
        """Who outlived whom, by a verb: "his wife survived him", "he died, leaving a wife", "she survived him"."""
        taken = set()
        for tie in self._marriages():
            verb = None if _is_widow(tie.trigger) else _surviving(tie.trigger) or self._leaving(tie)
            for finding in _outlived(verb, tie) if verb is not None else ():
                taken.add(finding.trigger.i)
                yield finding
        wed = {frozenset(each.keys) for each in self._unions()}
        for verb in tokens_of(self.doc):
            if verb.lemma_ in OUTLIVING and verb.i not in taken:
                pair = _doer_and_done_to(verb)
                if len(pair) == 2 and frozenset(pair) in wed:
                    is_first = (verb.lemma_ == "predecease") != is_passive(verb)  # whether the subject died first
                    survivor, deceased = pair[::-1] if is_first else pair
                    yield _widowed(verb, survivor, deceased, verb.lemma_)

    def _unions(self) -> list[Finding]:
        """Marriages that are not told to have ended in life."""
        parted = [set(each.keys) for each in self.couples if each.type in ("separated", "divorced")]
        told = (*self.couples, *self._marriages())
        return [each for each in told if each.type == "married" and set(each.keys) not in parted]

    def _leaving(self, tie: Finding) -> Token | None:
        """The verb of "he leaves a wife, Ada", "he left behind his wife Ada", told of one who has died."""
        verb, dead = tie.trigger.head, {each.keys[0] for each in self.lives if each.type == "died"}
        is_object = tie.trigger.dep_ in ("obj", "obl") and preposition(tie.trigger) in ("", "behind")
        if verb.lemma_ != "leave" or not is_object or not dead.issuperset(subjects(verb) or (None,)):
            return None
        is_behind = any(token.lower_ == "behind" for token in (*verb.children, *tie.trigger.children))
        is_new = bool(children(tie.trigger, "det"))
        return verb if is_new or is_behind or verb.tag_ == "VBZ" else None

    def _marriages(self) -> Iterator[Finding]:
        for tie in self.ties:
            if tie.kind == "state" and tie.type == "married" and not tie.is_over and len(tie.keys) == 2:
                yield tie

    def _bereaved(self, token: Token) -> Iterator[Finding]:
        """ "She was widowed in 1961": of the one whom she is last said to have married."""
        who = subjects(token)
        told = [each for each in self.lives if each.type == "died" and each.trigger in token.children]
        if len(who) == len(told) == 1 and told[0].keys != who:
            yield replace(told[0], type="widowed", people=_lost(who[0], told[0].keys[0]), rule="relation: widowed")
            return
        before = [each for each in (*self.couples, *self._marriages()) if each.trigger.i < token.i]
        married = [each for each in before if each.type == "married" and who[:1] and who[0] in each.keys]
        last = max(married, key=lambda each: each.trigger.i, default=None)
        if last is not None and len(who) == 1:
            deceased = next(key for key in last.keys if key != who[0])
            yield _widowed(token, who[0], deceased, "widowed")

    def _left_as(self, token: Token) -> Iterator[Finding]:
        """ "Ben died in 1866, leaving Ada a widow", "his death left her widowed", "she became a widow when he died"."""
        verb, subject = token.head, subject_token(token.head)
        is_hers = verb.lemma_ == "become" or is_passive(verb)
        left = unique(key for child in children(verb, "obj", "iobj") if child != token for key in people(child))
        left = subjects(verb) if is_hers else left
        near = [*verb.children, *token.children] if is_hers else [verb.head, subject]
        told = [each for each in self.lives if each.type == "died" and each.trigger in near]
        if len(left) == len(told) == 1 and told[0].keys != left:
            yield replace(told[0], type="widowed", people=_lost(left[0], told[0].keys[0]), rule="relation: widow")

    def _mourning(self) -> dict[str, str]:
        """Whose late wife or husband each is told to be."""
        late = [tie for tie in self._marriages() if "late" in left_modifiers(tie.trigger)]
        return {tie.keys[1]: tie.keys[0] for tie in late}

    def _said_of(self) -> dict[tuple[int, str], str]:
        """Who has the wife or husband of whom a word tells something, by that word and the wife or husband."""
        found: dict[tuple[int, str], str] = {}
        for tie in self._marriages():
            if tie.trigger.dep_ in (*SUBJECT, "nmod", "nmod:poss", "obl") and not _is_widow(tie.trigger):
                found.setdefault((tie.trigger.head.i, tie.keys[1]), tie.keys[0])
        return found

    def _survivor(self, death: Finding, said: Mapping[tuple[int, str], str]) -> str | None:
        """Whose wife or husband the death is said of, or to whom the dead was married until then."""
        survivor = said.get((death.trigger.i, death.keys[0])) or self._left(death) or self._left_behind(death)
        return None if survivor in subjects(death.trigger) else survivor  # "she killed her husband"

    def _left_behind(self, death: Finding) -> str | None:
        """Who goes on after the death of the one whom they had married, or is left by it.

        "After Ada's death, he moved to York"; "she died in 1920, leaving him with two children".
        """
        trigger, dead = death.trigger, death.keys[0]
        leaving = [each for each in children(trigger, "advcl") if each.lower_ == "leaving"]
        left = {key for each in leaving for child in children(each, "obj", "iobj") for key in people(child)}
        words = {child.lower_ for child in children(trigger, "case", "mark", "advmod", "fixed")}
        clause = clause_head(trigger.head) if trigger.head != trigger else trigger
        is_before = clause != trigger and AFTER & words and trigger.dep_.startswith(("obl", "advcl"))
        mourners = left | set(subjects(clause) if is_before else ())
        married = [each.keys for each in self._unions()]
        found = {key for pair in married if dead in pair for key in pair if key in mourners}
        return next(iter(found - {dead})) if len(found - {dead}) == 1 else None

    def _left(self, death: Finding) -> str | None:
        """ "They were married until his death", "until he died in 1961", "their marriage ended with his death"."""
        trigger = death.trigger
        is_end = trigger.dep_ == "obl" and trigger.head.lemma_ == "end" and preposition(trigger) in ENDING
        if not is_end and not UNTIL & {
            child.lower_ for child in trigger.children if child.dep_ in ("mark", "case", "advmod")
        }:
            return None
        for couple in (*self.couples, *self._marriages()):
            word = couple.trigger
            stayed = [word.head] if word.dep_ == "xcomp" or (is_end and word.dep_ in SUBJECT) else []
            if couple.type == "married" and trigger.head in (*couple.words, *stayed) and death.keys[0] in couple.keys:
                return next((key for key in couple.keys if key != death.keys[0]), None)
        return None


def _is_widow(noun: Token) -> bool:
    return noun.lemma_.lower() in ("widow", "widower")


def _widowed(trigger: Token, survivor: str, deceased: str, word: str) -> Finding:
    return Finding("event", "widowed", trigger, _lost(survivor, deceased), (trigger,), f"relation: {word}")


def _lost(survivor: str, deceased: str) -> tuple[tuple[str, str], ...]:
    return ("survivor", survivor), ("deceased", deceased)


def _surviving(noun: Token) -> Token | None:
    """The verb that tells who outlived whom, above a row of those left: "survived by his son and by his wife"."""
    first = noun.head if noun.dep_ == "appos" and noun.head.pos_ == "PROPN" else noun  # "by Ada, his wife, and"
    while first.dep_ == "conj" and first in conjuncts(first.head):
        first = first.head
    verb = first.head
    is_row = first.dep_.startswith("obl") or first.dep_ in ("obj", "nsubj", "nsubj:pass")
    is_told = verb.lemma_ in OUTLIVING or is_death_before(verb) or is_by_death(verb)
    return verb if is_row and (is_told or is_of_survivors(verb)) else None


def is_of_survivors(verb: Token) -> bool:
    """ "Survivors include his wife Ada"."""
    subject = subject_token(verb) if verb.lemma_ == "include" else None
    return subject is not None and subject.lemma_ == "survivor"


def is_death_before(verb: Token) -> bool:
    """ "She was predeceased by Ben", "preceded in death by Ben"."""
    is_preceding = verb.lemma_ == "precede" and any(child.lemma_ == "death" for child in children(verb, "obl"))
    return is_preceding or verb.lemma_ == "predecease"


def _doer_and_done_to(verb: Token) -> tuple[str, ...]:
    """The two of "she survived him", "he was survived by Ada": the subject stands first."""
    others = [child for child in children(verb, "obj", "obl:agent", "obl") if preposition(child) in ("", "by")]
    named = [people(child) for child in others if people(child)]
    first = subjects(verb)
    return (*first, named[0][0]) if len(first) == 1 and named and first[0] != named[0][0] else ()


def _outlived(verb: Token, tie: Finding) -> Iterator[Finding]:
    """Who outlived whom, of a possessor and the wife or husband named beside "survive" or "predecease"."""
    holder, bearer = tie.keys
    subject = subject_token(verb)
    is_subject = subject is not None and tie.trigger in conjuncts(subject)
    if is_of_survivors(verb) or (verb.lemma_ == "leave" and holder in subjects(verb)):
        yield _widowed(verb, bearer, holder, verb.lemma_)
    if is_of_survivors(verb) or verb.lemma_ == "leave" or (not is_subject and holder not in subjects(verb)):
        return
    if is_passive(verb) and not is_subject and preposition(tie.trigger) not in ("by", ""):
        return
    # "He was survived by his wife", "his wife survived him"; "he survived his wife", "he was predeceased by his wife"
    wife_is_left = is_subject != is_passive(verb)
    if is_death_before(verb):
        wife_is_left = not wife_is_left
    survivor, deceased = (bearer, holder) if wife_is_left else (holder, bearer)
    yield _widowed(verb, survivor, deceased, verb.lemma_)
