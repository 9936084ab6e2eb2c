"""Whose the name behind two kin is: Ben is the father in "she is back with the father of her child, actor Ben Roe"."""

from spacy.tokens import Span, Token

from kg.dates.phrases.lexicon import CARDINALS
from kg.nlp.governing import hang
from kg.nlp.lexicon import NOUNS, tie_of
from kg.nlp.names import first_names, fold
from kg.nlp.phrases import end_of_name
from kg.nlp.possessors import CHILDREN

_NAMING = ("appos", "flat")
_GROWN = 16  # years, from which on an age is that of a parent
_NUMBERS = frozenset(CARDINALS[1:13])


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
