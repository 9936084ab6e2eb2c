"""When leaving somebody is a parting: "in 1932 he left Ada", not "he left Ada at the station"."""

from spacy.tokens import Token

from kg.extract.roles import people
from kg.extract.tree import children, conjuncts, is_passive, preposition


def is_parting(leave: Token) -> bool:
    """Whether somebody is left, on a day that the sentence tells: "in 1932 he left Ada", not "the couple left"."""
    is_left = not is_passive(leave) and any(people(child) for child in children(leave, "obj"))
    has_day = any(token.ent_type_ == "DATE" for token in leave.sent)
    return is_left and has_day and not any(map(_is_elsewhere, leave.children))


def is_left_somewhere(leave: Token) -> bool:
    """Whether a wife or husband is left at a place or with something: "left his wife and family in Leeds"."""
    left = [each for child in children(leave, "obj") for each in conjuncts(child)]
    places = [child for each in left for child in children(each, "nmod") if preposition(child) in ("in", "at")]
    return any(map(_is_elsewhere, (*leave.children, *places)))


def _is_elsewhere(child: Token) -> bool:
    """What makes of leaving somebody no parting: "left him in York", "left her the house", "left him to find it"."""
    is_day = any(token.ent_type_ == "DATE" for token in (child, *child.children))
    is_aside = child.dep_ in ("obl", "obl:unmarked", "nmod") and not is_day and preposition(child) != "for"
    is_errand = child.dep_ == "advcl" and child.tag_ == "VB"
    return is_aside or is_errand or child.dep_ in ("iobj", "xcomp", "ccomp", "compound:prt", "obl:arg")
