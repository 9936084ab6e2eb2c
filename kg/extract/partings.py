"""What tells of a parting in passing: "in 1932 he left Ada", not "left Ada at the station"; "no longer a couple"."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from spacy.tokens import Token

from kg.extract.finding import Finding
from kg.extract.roles import people
from kg.extract.tree import children, conjuncts, is_no_longer, is_passive, preposition
from kg.ontology.schema import EventType, Ontology

OCCASIONS = {"day", "time", "moment", "month", "night", "reason", "way", "week", "year"}
DYING = {"die", "pass", "perish", "succumb", "drown", "kill", "murder", "shoot"}
AFTERMATHS = {"divorced", "separated"}  # in which those are who have parted: an ex-wife is divorced
PARTED = {*AFTERMATHS, "divorce_filed"}  # what is told of those who part
TURN = " (turn: "  # in the rule of what a state tells to have happened
FEASTS = {"anniversary", "birthday", "christmas", "easter", "eve"}
STAYING = {"alone", "behind", "here", "home", "there"}  # where who is left stays: "left her behind"


def turned(pairs: Iterable[Finding], ontology: Ontology) -> Iterator[Finding]:
    """What came between, where a state no longer holds or holds again: "they are no longer an item", "dating again"."""
    ends = {event.closes[0]: name for name, event in reversed(ontology.events.items()) if _only_ends(event)}
    renewals = {state: name for name, event in ontology.events.items() for state in event.opens if _is_renewal(event)}
    for state in pairs:
        is_state = state.kind == "state" or bool(children(state.trigger, "cop", "aux:pass"))  # "are engaged"
        for cue in state.trigger.children if is_state and not state.is_over else ():
            found = ends if is_no_longer(cue) else renewals if cue.lower_ == "again" else {}
            if state.type in found:
                rule = f"{state.rule}{TURN}{cue.lower_})"
                yield replace(state, kind="event", type=found[state.type], words=(*state.words, cue), rule=rule)


def _is_renewal(event: EventType) -> bool:
    """Whether the event begins anew what was between two, so that they have parted no more."""
    return AFTERMATHS.isdisjoint(event.opens) and bool(event.opens) and not AFTERMATHS.isdisjoint(event.closes)


def _only_ends(event: EventType) -> bool:
    """Whether the event ends what two were, and begins nothing new between them: no wedding."""
    return event.is_symmetric and bool(event.closes) and set(event.opens) <= AFTERMATHS


def is_turn(finding: Finding) -> bool:
    """Whether an event is told by the state that follows it: by then it had come about."""
    return TURN in finding.rule


def is_parting(leave: Token) -> bool:
    """Whether somebody is left, for another or on a day that is told: "in 1932 he left Ada", not "the couple left"."""
    told = ("nsubj:pass", "obl:agent") if is_passive(leave) else ("obj",)
    is_left = all(any(map(people, children(leave, each))) for each in told)
    has_day = any(token.ent_type_ == "DATE" for token in leave.sent)
    has_day |= any(preposition(child) == "for" and bool(people(child)) for child in children(leave, "obl"))
    return is_left and has_day and not is_by_death(leave) and not any(map(_is_elsewhere, leave.children))


def is_left_somewhere(leave: Token) -> bool:
    """Whether a wife or husband is left at a place or with something: "left his wife and family in Leeds".

    So is who survives a death, "leaving a wife and a son", and who inherits: "the estate he left his wife".
    """
    left = [each for child in children(leave, "obj") for each in conjuncts(child)]
    places = [child for each in left for child in children(each, "nmod") if preposition(child) in ("in", "at")]
    is_survivor = any(each.lower_ in ("a", "an") for noun in left for each in children(noun, "det"))
    is_survivor = is_survivor or is_by_death(leave)
    return is_survivor or is_bare_relative(leave) or any(map(_is_elsewhere, (*leave.children, *places)))


def is_by_death(leave: Token) -> bool:
    """Whether who dies leaves others behind: "he died in 1990, leaving his wife Ada and two sons"."""
    return leave.lemma_ == "leave" and leave.dep_ in ("advcl", "conj", "xcomp", "acl") and leave.head.lemma_ in DYING


def is_bare_relative(verb: Token) -> bool:
    """Whether the thing right before a clause is its object: "the land he left her", not "the day he left her"."""
    noun, is_relative = verb.head, verb.dep_ == "acl:relcl" and verb.left_edge.i == verb.head.i + 1
    has_pronoun = any(child.tag_ in ("WP", "WDT", "WRB") for child in verb.children)
    return is_relative and not has_pronoun and noun.lemma_ not in OCCASIONS and noun.ent_type_ != "DATE"


def _is_elsewhere(child: Token) -> bool:
    """What makes of leaving somebody no parting: "left him in York", "left her the house", "left her behind"."""
    is_day = any(token.ent_type_ == "DATE" for token in (child, *child.children)) or child.lower_ in FEASTS
    is_aside = child.dep_ in ("obl", "obl:unmarked", "nmod") and not is_day and preposition(child) != "for"
    is_errand = child.dep_ == "advcl" and child.tag_ == "VB"
    is_staying = child.dep_ == "advmod" and child.lower_ in STAYING
    return is_aside or is_errand or is_staying or child.dep_ in ("iobj", "xcomp", "ccomp", "compound:prt", "obl:arg")
