"""Whose children are: the verbs that tell it, and what stands behind names: "Ben, 3, from her marriage to Carl"."""

from collections.abc import Set

from spacy.tokens import Token

from kg.extract.implied import WEDDING
from kg.extract.roles import PARENTS, SPOUSES, UNIONS, is_origin, people, unique
from kg.extract.rows import behind
from kg.extract.subjects import subjects
from kg.extract.tree import SUBJECT, children, preposition
from kg.nlp.marks import people_of

FATHERING = {"father", "beget", "begat", "sire"}
BEARING = {"welcome", "give", "bear", "deliver", *FATHERING}  # that tell of a birth
GIVING = {"give", "present", "bless"}  # that tell of a child who is given to somebody
SHARING = {"share", "co-parent", "coparent"}  # what two do
RAISING = {*SHARING, "raise", "parent"}  # that tell of children born before
HAVING = {*SHARING, "have", "welcome"}  # "has three children with him"


def parents_behind(opening: Token, kin: Set[str]) -> tuple[str, ...]:
    """The parents told of behind the names of children, a row that a word for children or a verb opens.

    "From her marriage to Ben", "with her husband Ben", "whom she shares with Ben". `kin` are the words for children.
    """
    word = behind(opening, kin)
    if word is None:
        return ()
    if word.lower_ == "from" and word.dep_ == "case" and word.head.lemma_.lower() in UNIONS:
        return parents_of_union(word.head)
    if _is_of_spouse(word) and not any(map(_is_of_spouse, word.doc[word.i + 1 : word.sent.end])):
        owners = (key for each in children(word.head, "nmod:poss") for key in people(each))
        return unique((*owners, *people(word.head)))  # "sons Ben and Carl by his first wife, Ada"
    if word.lower_ in ("who", "whom") and word.head.lemma_ in HAVING:
        others = _beside(word.head)
        return unique((*subjects(word.head), *others)) if others else ()
    is_shared = opening.lemma_ in HAVING or (opening.dep_ == "obj" and opening.head.lemma_ in HAVING)
    return people(word.head) if is_shared and word.lower_ == "with" and word.dep_ == "case" else ()


def _is_of_spouse(word: Token) -> bool:
    """ "By" in "by his first wife"; where "by his second" follows, it is not told of all."""
    return word.lower_ in ("from", "by") and word.dep_ == "case" and word.head.lemma_.lower() in SPOUSES


def named_besides(child: Token) -> tuple[str, ...]:
    """Who is named behind a child as its parent: Ben of "with the father of her child, the actor Ben Roe"."""
    parent = child.head
    if child.dep_ != "nmod" or parent.lemma_.lower() not in PARENTS:
        return ()
    near = [parent, *([parent.head] if parent.dep_ == "conj" else [])]
    names = [each for word in near for each in children(word, "appos", "flat") if each.i > child.i]
    return unique(key for each in names for key in people(each))


def origin_of(noun: Token) -> Token | None:
    """The marriage that children are told to be from, wherever the tree hangs it: "sons from his marriage to Jane"."""
    after = [
        token.head for token in noun.doc[noun.i + 1 : noun.i + 2] if token.lower_ == "from" and token.dep_ == "case"
    ]
    return next(filter(is_origin, (*noun.children, *after)), None)


def parents_of_union(union: Token) -> tuple[str, ...]:
    """The two of a marriage that children are from: "from her marriage to Ben", "from Ada's relationship with Ben"."""
    others = [each for each in union.children if preposition(each) in ("to", "with")]
    found = unique(key for each in others for key in people_of(union.doc, each))
    owners = unique(key for each in children(union, "nmod:poss") for key in people(each))
    return unique((*found, *owners)) if len(owners) == 1 else found


def wed_before(verb: Token) -> tuple[str, ...]:
    """Whom those who have children are told to have married before: "he married Ada Roe in 1920 and had two sons".

    So have who married her "and went on to have two sons", or "having two sons", which is not "after having".
    """
    verb = verb.head if verb.tag_ == "VB" and verb.head.lemma_ == "go" else verb
    wedding, is_bare = verb.head, verb.tag_ == "VBG" and not children(verb, "mark", "aux")
    if verb.dep_ != "conj" and not (verb.dep_ == "advcl" and is_bare and verb.i > wedding.i):
        return ()
    if wedding.lemma_ not in WEDDING or children(verb, *SUBJECT):
        return ()
    near = [*children(wedding, "obj"), *(each for each in children(wedding, "obl") if preposition(each) == "to")]
    return unique(key for each in near for key in people(each))


def _beside(verb: Token) -> tuple[str, ...]:
    """With whom somebody has children."""
    near = [each for each in children(verb, "obl") if preposition(each) == "with"]
    return unique(key for each in near for key in people_of(verb.doc, each))
