"""Proposals that are told to be refused: "he asked her to marry him. She declined"."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from spacy.tokens import Token

from kg.extract.frames import ACCEPTING, Finding
from kg.extract.roles import people, subject_token
from kg.extract.tree import children, is_passive
from kg.records import Status

PROPOSING = {"propose", "ask", "pop", "offer"}
REFUSING = {"decline", "refuse", "reject", "rebuff", "spurn"}
OFFERS = {"proposal", "offer", "hand", "suit", "suitor", "advance"}
WEDDING = {"marry", "wed", "accept"}  # what somebody may refuse to do
NOT = {"not", "n't", "never"}


def told_refused(found: Iterable[Finding]) -> Iterator[Finding]:
    """The findings, each proposal that the words behind it tell to be refused as what did not come to be."""
    for each in found:
        is_proposal = each.type == "engaged" and each.trigger.lemma_ in PROPOSING and each.trigger.pos_ == "VERB"
        yield replace(each, status=Status.NEGATED) if is_proposal and _is_refused(each) else each


def _is_refused(proposal: Finding) -> bool:
    """Whether the first answer in its sentence or the next one is no, and no other one follows it there."""
    answers = [verb for verb in _behind(proposal.trigger) if _is_refusal(verb, proposal)]
    after = answers[0].doc[answers[0].i + 1 : answers[0].sent.end] if answers else ()
    return bool(answers) and not any(verb.lemma_ in ACCEPTING for verb in after)


def _behind(trigger: Token) -> Iterator[Token]:
    """The verbs behind a trigger, up to the end of the next sentence."""
    doc, end = trigger.doc, trigger.sent.end
    last = doc[end].sent.end if end < len(doc) else end
    return (token for token in doc[trigger.i + 1 : last] if token.pos_ == "VERB")


def _is_refusal(verb: Token, proposal: Finding) -> bool:
    """Whether the other one says no, and to this: not "she refused to leave her parents", "declined the prize"."""
    down = any(child.lower_ == "down" for child in verb.children)
    no = any(child.lower_ == "no" for child in verb.children)
    is_no = verb.lemma_ in REFUSING or (verb.lemma_ == "turn" and down) or (verb.lemma_ == "say" and no)
    if not is_no or any(child.lower_ in NOT for child in children(verb, "advmod")):
        return False
    one, other = proposal.keys if len(proposal.keys) == 2 else ("", "")
    subject = subject_token(verb)
    told = set(people(subject)) if subject is not None else set()
    is_of_offer = subject is not None and subject.lemma_ in OFFERS
    is_whose = is_of_offer or told == {one} if is_passive(verb) and children(verb, "aux:pass") else told == {other}
    done = [child for child in children(verb, "xcomp", "ccomp") if child.lower_ != "no"]
    objects = children(verb, "obj")
    is_to = all(each.lemma_ in (*OFFERS, "no") or one in people(each) for each in objects)
    return is_whose and is_to and all(each.lemma_ in WEDDING for each in done)
