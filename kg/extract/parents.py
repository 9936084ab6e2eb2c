"""Whose the children of a row are, by what stands behind it: "sons Ben and Carl, 3, from his marriage to Ada"."""

from collections.abc import Set

from spacy.tokens import Token

from kg.extract.roles import UNIONS, people, subjects, unique
from kg.extract.rows import behind
from kg.extract.tree import children, preposition
from kg.nlp.marks import people_of

SHARING = {"share", "have", "welcome", "co-parent"}


def parents_behind(noun: Token, kin: Set[str]) -> tuple[str, ...]:
    """The parents told of behind the names of children; `noun` is the word for children, `kin` are all such words.

    "From her marriage to Ben", "with her husband Ben", "whom she shares with Ben".
    """
    word = behind(noun, kin)
    if word is None:
        return ()
    if word.lower_ == "from" and word.dep_ == "case" and word.head.lemma_.lower() in UNIONS:
        return parents_of_union(word.head)
    if word.lower_ in ("who", "whom") and word.head.lemma_ in SHARING:
        others = _beside(word.head)
        return unique((*subjects(word.head), *others)) if others else ()
    is_shared = noun.dep_ == "obj" and noun.head.lemma_ in SHARING
    return people(word.head) if is_shared and word.lower_ == "with" and word.dep_ == "case" else ()


def parents_of_union(union: Token) -> tuple[str, ...]:
    """The other one of a marriage that children are from: Ben of "from her marriage to Ben"."""
    others = [each for each in union.children if preposition(each) in ("to", "with")]
    return unique(key for each in others for key in people_of(union.doc, each))


def _beside(verb: Token) -> tuple[str, ...]:
    """With whom somebody has children."""
    near = [each for each in children(verb, "obl") if preposition(each) == "with"]
    return unique(key for each in near for key in people_of(verb.doc, each))
