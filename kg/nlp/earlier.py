"""Partners of before: whom "his wife" is not in "she wed Ben, whose wife had died", "he wed Ada after his wife died".

Somebody who is spoken of in the main clause would be "she" there, not "his wife".
"""

from collections.abc import Iterator
from itertools import islice

from spacy.tokens import Token

from kg.nlp.candidates import relative_head
from kg.nlp.governing import SUBJECTS
from kg.nlp.possessors import HELPING
from kg.nlp.unions import DYING, is_left, is_parting, is_tie, told_by, word_of

_AFTER = frozenset("after following since once when upon on".split())
_INSIDE = ("nsubj", "nsubj:pass", "obj", "obl", "advcl", "xcomp", "conj")  # how a noun hangs in what is told by the way
_LOVED = (*SUBJECTS, "obj", "obl", "nmod")
_LEAVING = frozenset((*DYING, "death", "suicide", "pass", "leave"))
_UNWED = frozenset("date engage engaged relationship romance".split())
_DEEP = 4


def aside(noun: Token) -> Token | None:
    """What a union is told to follow, where it takes a partner: "he wed Ada after the death of his wife"."""
    if not is_lost(noun) and not (noun.dep_ in ("obj", "obl", "nmod") and is_parting(noun.head)):
        return None
    word = noun
    for _ in range(_DEEP):
        if word.head == word or not (word.dep_ in _INSIDE or word.dep_.startswith("nmod")):
            return None
        is_after = any(child.lower_ in _AFTER and child.dep_ in ("case", "mark", "advmod") for child in word.children)
        if is_after and _is_union(word.head):
            return word
        word = word.head
    return None


def others(noun: Token) -> Iterator[Token]:
    """The words for people whom a noun for a partner does not mean, told in the clause that it stands beside."""
    told = aside(noun)
    if told is not None:
        yield from _loved(told.head)
        return
    owner = next((child for child in noun.children if child.dep_ == "nmod:poss"), None)
    above = relative_head(owner) if owner is not None else None
    if owner is None or above is None or _is_said(noun):
        return
    if owner.tag_ == "WP$" or _is_before(noun, above):
        yield from (child for each in above.ancestors for child in each.children if child.dep_ in _LOVED)


def is_lost(noun: Token) -> bool:
    """Whether a partner dies or goes: "his wife died", "his wife's death", "his wife filed for divorce"."""
    if noun.dep_ in SUBJECTS:
        told = [noun.head, *(child for child in noun.head.children if child.dep_ in ("obj", "obl", "xcomp"))]
        return word_of(noun.head) in _LEAVING or any(map(is_parting, told))
    return noun.dep_ in ("nmod:poss", "nmod") and word_of(noun.head) in _LEAVING


def is_before(noun: Token, loved: Token) -> bool:
    """Whether a partner was lost before the love told at the other word: by the years of both, or if it is love now.

    "Ada is engaged to Ben. His wife died in 2014", "Ben married Ada in 2019. His wife died in 2014".
    """
    word = next((each for each in islice(loved.ancestors, _DEEP) if is_tie(each)), None)
    if word is None:
        return False
    is_now = any(child.tag_ in ("VBZ", "VBP") and child.dep_ in HELPING for child in word.children)
    lost, wed = ({token.text for token in each.sent if token.shape_ == "dddd"} for each in (noun, word))
    is_earlier = len(lost) == len(wed) == 1 and noun.sent != word.sent and max(lost) < max(wed)
    return is_earlier or (is_now and word_of(word) in _UNWED and noun.lemma_ in ("wife", "husband"))


def _is_union(word: Token) -> bool:
    """Whether what is told of two is love, and not its end."""
    words = list(told_by(word, len(word.doc)))
    return any(map(is_tie, words)) and not any(map(is_parting, words))


def _loved(word: Token) -> Iterator[Token]:
    for each in told_by(word, len(word.doc)):
        yield from (child for child in each.children if child.dep_ in _LOVED)


def _is_said(noun: Token) -> bool:
    """Whether somebody is told to be the partner: "Ben, whose wife she became", "whose wife she was"."""
    return noun.dep_ == "xcomp" or any(child.dep_ == "cop" for child in noun.children)


def _is_before(noun: Token, above: Token) -> bool:
    """Whether a relative clause tells of a partner lost by then: "she is dating Ben, who left his wife".

    Not "Ada married Ben, who left his wife", as he may have left Ada.
    """
    clause = next(each for each in (noun, *noun.ancestors) if each.dep_ == "acl:relcl")
    is_past = any(child.lower_ in ("had", "having") for child in clause.children if child.dep_ == "aux")
    is_loved = any(word_of(each) in _UNWED for each in above.ancestors)
    is_over = is_left(noun) or (noun.dep_ == "obj" and (clause.lemma_ in ("leave", "lose") or is_parting(clause)))
    return is_over and (is_past or is_loved)
