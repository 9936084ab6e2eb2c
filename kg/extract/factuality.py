"""How real a document tells what was found in it: by the words around it, the kind of text, and the dates."""

from spacy.tokens import Doc, Token

from kg.extract.acting import is_acted
from kg.extract.answers import is_refused
from kg.extract.certainty import Told
from kg.extract.fiction import (
    characters,
    is_fiction,
    is_in_story,
    is_set_in_story,
    is_undergone_now,
    is_work,
    plots,
    scenes,
    synopses,
)
from kg.extract.finding import Finding
from kg.extract.given import is_given_birth, is_given_death
from kg.extract.hearsay import is_nobody_known
from kg.extract.holding import ENDING
from kg.extract.learned import RULE
from kg.extract.lexicon import Lexicon
from kg.extract.links import LATER
from kg.extract.order import SHARED
from kg.extract.parents import RAISING
from kg.extract.partings import is_turn
from kg.extract.status import UNMADE, Telling, telling
from kg.extract.times import Times
from kg.extract.tree import PRESENT, SUBJECT, children, clause_head, is_finite, preposition
from kg.nlp.marks import people_of
from kg.records import Document, Status

UNSURE = {*UNMADE, Status.NEGATED}
# what a marriage begins with, or never does
CONTRACTING = set("celebrate attend announce arrange negotiate contract enter register bless prepare".split())
LOVE = {"relationship", "romance", "fling"}
BEGINNING = {"begin", "start", "have", "pursue", "imagine", "deny"}  # what makes a romance, or nothing of it
INTIMATE = {"real", "romantic", "sexual", "physical", "intimate", "inappropriate", "improper"}  # what makes it love
DOUBT = {Status.DENIED, Status.RUMOURED}
SURVIVING = {"survive", "leave"}
QUOTES = {"'", "‘", "’", '"', "“", "”"}


class Factuality:
    """What one document tells as happened, reported, planned, denied or invented (after FactBank, 2009)."""

    def __init__(self, doc: Doc, document: Document, lexicon: Lexicon) -> None:
        self.doc, self.published, self.lexicon = doc, document.published, lexicon
        self.is_fiction, self.is_work = is_fiction(doc), is_work(doc)
        self.characters, self.scenes = characters(doc), scenes(doc)
        self.plots, self.synopses = plots(doc, lexicon.cues), synopses(doc)

    def is_real(self, told: Told) -> bool:
        """Whether the text tells a finding as something that happened or holds."""
        return self.of(told.finding, told.times).status.is_real

    def of(self, finding: Finding, times: Times) -> Telling:
        """The status of a finding, and the word that tells it."""
        is_tie = finding.rule.startswith(("relation", RULE)) or _is_ended(finding)
        if finding.rule.startswith("bracket") and not self.is_fiction:  # "is thought to resemble Roe (1791-1867)"
            return Telling(Status.ASSERTED)
        trigger, cues = finding.trigger, self.lexicon.cues
        told = telling(trigger, cues, is_tie=is_tie, is_over=is_turn(finding), is_given=_is_given(finding))
        if finding.kind == "state" and told.status is Status.CALLED_OFF:  # "called off their romance": there was one
            told = Telling(Status.ASSERTED)
        if finding.kind == "state" and told.status in UNSURE and is_had_already(finding.trigger, told):
            is_open = finding.trigger.head.lemma_ == "confirm"  # "has not confirmed their romance"
            told = Telling(Status.RUMOURED if is_open else Status.ASSERTED, told.cue)
        if finding.kind == "state" and not finding.is_over and is_spoken_about(finding.trigger, told):
            told = Telling(Status.ASSERTED)
        if finding.status is Status.DENIED or (finding.status is not None and told.status.is_real):
            told = Telling(finding.status, finding.trigger)
        elif finding.status is Status.NEGATED:  # "they are not just friends"
            told = Telling(Status.HYPOTHETICAL, told.cue)
        if finding.type == "engaged" and told.status.is_real and is_refused(finding.trigger):
            told = Telling(Status.NEGATED, finding.trigger)
        published = self.published
        is_plot = told.status.is_real and self._is_plot(finding, times)
        is_plot |= any(start <= finding.trigger.i < end for start, end in self.synopses)
        is_played = not self.characters.isdisjoint(finding.keys) or finding.trigger.sent.start in self.scenes
        is_plot |= self.is_work and finding.type != SHARED  # but who made a film worked together
        if self.is_fiction or is_plot or is_played or is_acted(finding.trigger, is_tie=is_tie):
            return Telling(Status.FICTIONAL)
        if told.status is Status.ASSERTED and (self._is_quoted_headline(finding) or self._is_from_source(finding)):
            return Telling(Status.REPORTED)
        begins = times.on.earliest if times.on is not None and finding.kind == "event" else None
        if told.status is Status.ASSERTED and published is not None and begins is not None and begins > published:
            return Telling(Status.PLANNED)
        ends = times.on.latest if times.on is not None else None
        is_past = published is not None and ends is not None and ends < published
        is_counted_from = finding.trigger.pos_ == "NOUN" and preposition(finding.trigger) in LATER
        if told.status is Status.PLANNED and is_past and is_counted_from:  # "hope for a son since their 2018 wedding"
            return Telling(Status.ASSERTED)
        return told

    def _is_aside(self, finding: Finding) -> bool:
        """Whether a tie is no part of what a story tells of lovers: "in the film she stars with her husband"."""
        frames = self.lexicon.frames("verb", clause_head(finding.trigger).lemma_)
        is_of_love = any(frame.type in self.lexicon.ontology.loving for frame in frames)
        return finding.rule.startswith(("relation", RULE)) and not is_of_love

    def _is_quoted_headline(self, finding: Finding) -> bool:
        """Whether a headline gives the words to somebody else: "Roe and Poe 'go their separate ways'"."""
        if finding.trigger.idx >= self.doc._.body:
            return False
        return sum(token.text in QUOTES for token in self.doc[: finding.trigger.i]) % 2 == 1

    def _is_from_source(self, finding: Finding) -> bool:
        """Whether the words are those of somebody without a name: "A source told the Mail: 'They met in May.'" """
        return any(
            not quotation.speaker and is_nobody_known(quotation.said_by, self.lexicon.cues)
            for quotation in self.doc._.speakers
            if quotation.start <= finding.trigger.i < quotation.end
        )

    def _is_plot(self, finding: Finding, times: Times) -> bool:
        """Whether a happening is told as plots are: in the present tense, without a date, not in a headline."""
        trigger = finding.trigger
        if is_in_story(trigger, is_tie=finding.kind == "kin" or self._is_aside(finding)):
            return True
        if finding.kind != "kin" and finding.type not in (SHARED, "met") and is_set_in_story(trigger):
            return True
        if finding.kind == "state":  # "Ada marries Ben and has an affair with Carl"
            is_story = trigger.dep_ == "conj" and trigger.tag_ == trigger.head.tag_ == "VBZ"
            frames = self.lexicon.frames("verb", trigger.head.lemma_) if is_story else ()
            return any(frame.kind == "event" for frame in frames) and trigger.idx >= self.doc._.body
        is_lasting = trigger.lemma_ in {"have", *RAISING}  # "they have a son, Ben" is told in the present, and no plot
        is_lasting |= finding.type == "widowed" and trigger.lemma_ in SURVIVING  # "she survives him"
        is_cast = finding.rule.startswith(("cast", "credits"))  # of who is on the screen, whatever is told there
        if finding.kind == "kin" or trigger.idx < self.doc._.body or times.words or is_lasting or is_cast:
            return False
        # "she co-hosts the show", now; but only news tells who works with whom as it tells plots
        is_credit = finding.type == SHARED and (trigger.lemma_ != "work" or self.published is not None)
        is_now = trigger.tag_ in PRESENT or (finding.type == "died" and is_undergone_now(trigger))
        return (is_now and not is_credit) or any(start <= trigger.i < end for start, end in self.plots)


def is_had_already(noun: Token, told: Telling) -> bool:
    """Whether words take a romance for granted, as one's own: "wants to hide their romance".

    So they do a marriage, where it is something else that is meant to be: "wants to save their marriage", not "plans
    their marriage".
    """
    is_whose = any(people_of(noun.doc, owner) for owner in children(noun, "nmod:poss"))
    is_made = noun.head.lemma_ in BEGINNING or any(child.lower_ == "if" for child in noun.head.children)
    is_aim = told.cue is None or told.cue in (noun, noun.head) or noun.head.lemma_ in CONTRACTING
    is_lasting = noun.lemma_ in LOVE or (noun.lemma_ == "marriage" and told.status in UNMADE and not is_aim)
    return is_lasting and is_whose and not is_made and noun.dep_ in ("obj", "obl", "nmod")


def is_spoken_about(noun: Token, told: Telling) -> bool:
    """Whether what is denied or rumoured is what a clause says of a romance or marriage, not that there is one.

    "Denied that his marriage to Ada is in trouble", "rumours that their romance was staged"; not "denied that his
    relationship with Ada was romantic".
    """
    clause, cue = noun.head, told.cue
    is_whose = any(people_of(noun.doc, owner) for owner in children(noun, "nmod:poss"))
    is_subject = noun.dep_ in SUBJECT and is_finite(clause) and clause.lemma_.lower() not in INTIMATE
    is_doubt = told.status in DOUBT and cue is not None and cue.is_ancestor(clause)
    return noun.lemma_ in (*LOVE, "marriage") and is_whose and is_subject and is_doubt


def _is_given(finding: Finding) -> bool:
    """Whether a death or a birth is spoken about as known: "to avenge Ben's death"."""
    is_death = finding.type in ("died", "widowed") and is_given_death(finding.trigger)
    return is_death or (finding.type == "born" and is_given_birth(finding.trigger))


def _is_ended(finding: Finding) -> bool:
    """Whether a relation that still holds is to be ended: "she filed to end her marriage to him"."""
    noun = finding.trigger
    is_held = finding.kind == "state" and not finding.is_over
    return is_held and noun.dep_ == "obj" and noun.head.lemma_ in ENDING
