"""Whose child somebody bore or is, where trees hang it elsewhere: "bore Ben Poe a son", "born in Leeds, son of Ben"."""

from spacy.tokens import Token

from kg.nlp.governing import SUBJECTS, hang
from kg.nlp.lexicon import tie_of
from kg.nlp.possessors import CHILDREN, name_before

_BEARING = frozenset(["bore", "bear", "bears", "borne", "bearing", "gave", "give", "gives", "given", "giving"])
_HAVING = frozenset(["had", "has", "have"])
_COUNTED = frozenset(["det", "nummod"])
_LOOSE = frozenset(["parataxis", "conj", "dislocated", "xcomp", "obj", "advcl", "obl:unmarked"])
_NEAR = 4  # words behind a comma
_OF_BIRTH = frozenset(["nmod", "nmod:unmarked", "obl", "obl:unmarked", "appos", "conj", "nummod"])


def bear(child: Token) -> None:
    """Makes a son the object of the verb that tells of his birth, or its subject where it stands before him.

    "She bore Ben Poe a son", "Ben had by her a son", "to Ben and Ada was born a son", which trees hang elsewhere.
    """
    first = next((each for each in child.lefts if each.dep_ in _COUNTED), None)
    verb = child.head
    if first is None or child.i < verb.i:
        return
    is_beside = child.doc[first.i - 1].ent_type_ == "PERSON" and first.lower_ != "the"  # no comma: "bore Ben Poe a son"
    if child.dep_ == "appos" and verb.ent_type_ == "PERSON" and verb.dep_ == "obj" and verb.head.lower_ in _BEARING:
        if is_beside:
            verb.dep_ = "iobj"
            child.head, child.dep_ = verb.head, "obj"
    elif child.dep_ == "xcomp" and verb.lower_ in _BEARING and is_beside:
        for word in verb.rights:
            word.dep_ = "iobj" if word.dep_ == "obj" else word.dep_
        child.dep_ = "obj"
    elif child.dep_ == "xcomp" and verb.lower_ in _HAVING and not any(each.dep_ == "obj" for each in verb.rights):
        child.dep_ = "obj"
    elif child.dep_ in ("xcomp", "obj") and verb.lower_ == "born":
        _bear_behind(child, verb)


def _bear_behind(child: Token, verb: Token) -> None:
    """Makes a subject of who is born behind the verb, and parents of those before it: "to Ben and Ada was born …"."""
    parent = next((each for each in verb.lefts if each.dep_ == "obl" and each.left_edge.lower_ == "to"), None)
    if parent is None:
        return
    for word in [each for each in verb.lefts if each.dep_ in SUBJECTS]:
        if not any(each.dep_ == "cc" for each in word.lefts):
            return  # "to Ben's joy Ada was born"
        word.head, word.dep_ = parent, "conj"
    child.dep_ = "nsubj:pass"


def describe_born(noun: Token) -> None:
    """Says of whoever is born whose child that is: "Ada was born in Leeds, the daughter of Ben", which is no place."""
    verb = noun.head
    while verb.dep_ in _OF_BIRTH and verb.ent_type_ != "PERSON" and verb.head.i < noun.i:
        verb = verb.head
    is_owned = noun.i + 1 < len(noun.doc) and noun.doc[noun.i + 1].lower_ == "of"
    is_free = not any(child.dep_ in ("nmod:poss", "nsubj", "cop") for child in noun.lefts)
    is_beside = noun.dep_ in _OF_BIRTH | {"parataxis"} and verb.i < noun.i
    if verb.lower_ == "born" and noun.lower_ in CHILDREN and is_beside and is_owned and is_free:
        hang(noun, verb, "xcomp")


def describe_child(noun: Token) -> None:
    """Hangs a son or daughter at the name before it, of two: "Ben, son of Carl Roe, and Ada, daughter of …".

    In "Ada and Ben, children of Carl, son of Dan" Carl is the son.
    """
    father = name_before(noun.nbor(-1)) if noun.i > noun.sent.start and noun.nbor(-1).text == "," else None
    above = father.root.head if father is not None and father.root.dep_ == "nmod" else noun
    if above.tag_ == "NNS" and above.lower_ in CHILDREN and noun.tag_ == "NN" and father is not None:
        hang(noun, father.root, "appos")
        return
    callings = [each for each in noun.head.rights if each.dep_ == "appos" and each != noun]
    is_bare = all(child.is_punct for child in noun.lefts)
    is_named = is_bare and noun.i + 1 < len(noun.doc) and noun.nbor().ent_type_ == "PERSON"
    if is_named and noun.head.dep_ == "appos" and tie_of(noun.head.head.lower_) == "partner":
        hang(noun, noun.head.head, "conj")  # "with her husband Ben, son Carl, and daughter Ada"
        return
    near = (child for word in (noun.head, *callings) for child in word.rights if child.i < noun.i)
    row = sorted((child for child in near if child.dep_ == "conj"), key=lambda each: each.i)
    if noun.tag_ == "NN" and row and row[-1].ent_type_ == noun.head.ent_type_ == "PERSON":
        hang(noun, row[-1], noun.dep_)
        return
    start = min((child.left_edge.i for child in noun.lefts if not child.is_punct), default=noun.i)
    comma = noun.doc[start - 1]
    span = name_before(comma) if start > noun.sent.start and comma.text == "," else None
    name = span.root if span is not None else noun
    if name.dep_ == "conj" and name.head == noun.head and any(child.dep_ == "cc" for child in name.children):
        hang(noun, name, noun.dep_)


def part_children(child: Token) -> None:
    """Coordinates a child with the one before, and not with a parent: "a son with Ben and a daughter with Carl"."""
    parent = child.head
    if parent.dep_ == "appos" and tie_of(parent.head.lower_) == "partner":
        parent = parent.head  # "with ex-husband Ben Roe and a daughter"
    first = parent.head
    is_counted = any(each.dep_ in _COUNTED for each in child.lefts)
    is_with = any(each.lower_ in ("with", "by") for each in parent.lefts if each.dep_ == "case")
    is_person = parent.ent_type_ == "PERSON" or tie_of(parent.lower_) == "partner"
    if is_counted and is_with and is_person and first.lower_ in CHILDREN:
        hang(child, first, "conj")


def describe_adopted(verb: Token) -> None:
    """Makes a word of the child behind it of a verb: "Ada Roe, adopted daughter of Ben Poe", who adopted nobody."""
    child = verb.nbor() if verb.i + 1 < len(verb.doc) else verb
    if child.head == verb and child.lower_ in CHILDREN and verb.dep_ in ("acl", "appos") and verb.head.i < verb.i:
        child.head, child.dep_ = verb.head, "appos"
        for word in [each for each in verb.children if each != child]:
            word.head = child
        verb.tag_, verb.pos_, verb.head, verb.dep_ = "VBN", "VERB", child, "amod"


def describe_shared(together: Token) -> None:
    """Hangs who a child is at the child, behind "together": "welcomed their first child together, son Ben"."""
    child, comma = together.doc[max(together.i - 1, 0)], together.doc[min(together.i + 1, len(together.doc) - 1)]
    behind = together.doc[together.i + 2 : together.i + 2 + _NEAR]
    noun = next((token for token in behind if token.tag_ == "NN"), child)
    is_told = child.tag_ == "NN" and tie_of(child.lower_) == "child" and comma.text in (",", ":", "-", "–", "—")
    is_loose = noun.head == together or (noun.head == child.head and noun.dep_ in _LOOSE)
    if is_told and is_loose and noun.lower_ in CHILDREN:
        hang(noun, child, "appos")
