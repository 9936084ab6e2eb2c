"""Whose the name behind two kin is: Ben is the father in "she is back with the father of her child, actor Ben Roe".

And of two who have a child each with the same: "she has Ada, nine, with Ben Roe and Max, five, with Carl Poe".
"""

from spacy.tokens import Doc, Span, Token

from kg.dates.phrases.lexicon import CARDINALS
from kg.nlp.governing import hang
from kg.nlp.lexicon import NOUNS, tie_of
from kg.nlp.names import first_names, fold
from kg.nlp.phrases import end_of_name, places
from kg.nlp.possessors import CHILDREN, NAMING, name_before

_NAMING = ("appos", "flat")
_HAVING = frozenset("have has had having share shares shared sharing welcomed raise raises raised raising".split())
_PARENTS = frozenset(["father", "mother", "dad", "mum", "mom"])
_JOINING = frozenset(["and", "&", ";"])
_GROWN = 16  # years, from which on an age is that of a parent
_NUMBERS = frozenset(CARDINALS[1:13])


def tell_coparents(doc: Doc) -> None:
    """Hangs a parent's name at the parent, and each of two children at the other where each has another parent."""
    for i in places(doc, "LOWER", _PARENTS):
        name_parent(doc[i])
    for i in places(doc, "LOWER", ["with"]):
        part_child(doc[i])


def name_parent(parent: Token) -> None:
    """Hangs a full name told behind a child at the parent, who is told of by no other, where it may be the parent's.

    Not a name that is told to be a small child's, of the other gender, or that stands right behind "her son".
    """
    child = next((each for each in parent.rights if _is_child_of(each)), None)
    if child is None or _is_told(parent):
        return
    told = [each for each in child.rights if each.dep_ in _NAMING]
    names = [each for word in told if (each := _name_of(word)) is not None]
    if len(names) != 1 or any(each.dep_ == "conj" for each in names[0].rights):
        return
    if _may_be(names[0], parent, child):
        first = parent.head if parent.dep_ == "conj" and tie_of(parent.head.lower_) == "partner" else parent
        for word in told:
            hang(word, first, "appos")


def _is_child_of(noun: Token) -> bool:
    """Whether it is the child of "the father of her child"."""
    cases = [each.lower_ for each in noun.lefts if each.dep_ == "case"]
    is_owned = any(each.dep_ == "nmod:poss" for each in noun.lefts)
    is_child = tie_of(noun.lower_) == "child" or noun.lower_ in CHILDREN
    return noun.dep_ == "nmod" and cases in (["of"], ["to"]) and is_owned and is_child


def _is_told(parent: Token) -> bool:
    """Whether the text tells already who it is: "Ben, the father of her son", "Ben is the father of her son"."""
    if any(each.dep_ in ("cop", *_NAMING) for each in parent.children) or parent.dep_ in ("appos", "xcomp"):
        return True
    return parent.dep_ in ("obj", "root") and parent.head.lemma_ == "become"


def _name_of(word: Token) -> Token | None:
    """The name that the word is, or the one beside it: Ben of "actor Ben Roe"."""
    return next((each for each in (word, *word.rights) if each.ent_type_ == "PERSON"), None)


def _may_be(name: Token, parent: Token, child: Token) -> bool:
    doc, end = name.doc, end_of_name(name.doc, name.i)
    gender, known = NOUNS[parent.lower_].gender, first_names().get(fold(name.text), "")
    is_parted = any(token.is_punct for token in doc[child.i + 1 : name.i]) or child.tag_ == "NNS"
    return is_parted and end > name.i + 1 and known in ("", gender) and not _is_small(doc[end : end + 2])


def _is_small(after: Span) -> bool:
    """Whether the age of a child stands there."""
    words = [token.lower_ for token in after]
    if len(words) < 2 or words[0] not in (",", "("):
        return False
    return words[1] in _NUMBERS or (words[1].isdigit() and int(words[1]) < _GROWN)


def part_child(case: Token) -> None:
    """Hangs the second child, and the parent behind it, at the first: Max of "has Ada with Ben and Max with Carl"."""
    doc, end = case.doc, case.i - (case.i > 0 and case.nbor(-1).text == ",")
    aged = end > case.sent.start and doc[end - 1].tag_ == "CD"
    comma = doc[end - 1 - aged] if end - 1 - aged > case.sent.start else case
    span = name_before(doc[comma.i if aged and comma.text == "," else end]) if comma != case else None
    if span is None or doc[span.start - 1].lower_ not in _JOINING or case.head.i < case.i or case.dep_ != "case":
        return
    name, other = span.root, span.root.head
    while other.dep_ in (*NAMING, "conj"):
        other = other.head
    first = _child_with(other)
    if name.dep_ == "conj" and first is not None:
        hang(name, first, "conj")
        hang(case.head, name, "nmod")
        if aged:
            hang(doc[end - 1], name, "appos")


def _child_with(other: Token) -> Token | None:
    """The child whom somebody has or shares with who is told behind it."""
    if not any(each.dep_ == "case" and each.lower_ == "with" for each in other.lefts):
        return None
    verb = other.head.head if other.dep_ == "nmod" else other.head
    kids = (each for each in verb.rights if each.dep_ == "obj" and each.i < other.i and each.ent_type_ == "PERSON")
    return next(kids, None) if verb.lower_ in _HAVING else None
