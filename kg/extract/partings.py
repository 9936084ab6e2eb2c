"""When leaving somebody is a parting: "in 1932 he left Ada", not "he left Ada at the station"."""

from spacy.tokens import Token

from kg.extract.roles import people
from kg.extract.tree import children, conjuncts, is_passive, preposition

OCCASIONS = {"day", "time", "moment", "month", "night", "reason", "way", "week", "year"}
DYING = {"die", "pass", "perish", "succumb", "drown", "kill", "murder", "shoot"}
STAYING = {"alone", "behind", "here", "home", "there"}  # where who is left stays: "left her behind"


def is_parting(leave: Token) -> bool:
    """Whether somebody is left, on a day that the sentence tells: "in 1932 he left Ada", not "the couple left"."""
    is_left = not is_passive(leave) and any(people(child) for child in children(leave, "obj"))
    has_day = any(token.ent_type_ == "DATE" for token in leave.sent)
    return is_left and has_day and not any(map(_is_elsewhere, leave.children))


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
    is_day = any(token.ent_type_ == "DATE" for token in (child, *child.children))
    is_aside = child.dep_ in ("obl", "obl:unmarked", "nmod") and not is_day and preposition(child) != "for"
    is_errand = child.dep_ == "advcl" and child.tag_ == "VB"
    is_staying = child.dep_ == "advmod" and child.lower_ in STAYING
    return is_aside or is_errand or is_staying or child.dep_ in ("iobj", "xcomp", "ccomp", "compound:prt", "obl:arg")
