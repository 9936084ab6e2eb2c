"""Noun phrases as mentions of people are cut: a head word with what belongs to it in the tree.

The guidelines are GUM's: with determiners, adjectives, possessors, relative clauses and the possessive sign, without
prepositions, appositions and what is coordinated; a coordination is a phrase of its own.
"""

from collections.abc import Iterable

import numpy as np
from spacy.tokens import Doc, Token

TAGS = tuple("NN NNS NNP NNPS PRP PRP$ DT CD JJ JJS JJR WP FW UH VBN".split())  # of words that head such phrases
_BEFORE = frozenset("det amod nmod:poss compound nummod nmod:desc det:predet dep flat goeswith nmod".split())
_BEHIND = frozenset("flat nmod acl:relcl acl det amod compound nummod goeswith fixed nmod:desc".split())
_ENDING = frozenset(("conj", "appos", "parataxis", "list"))
_OF = frozenset(("of", "from"))
_EMPHATIC = frozenset(("alone", "else", "here"))
_SIGNS = frozenset(("'s", "’s", "'", "’"))
_CLOSING = frozenset(("'", "’", ")", '"', "”", "]"))


def places(doc: Doc, attribute: str, names: Iterable[str]) -> list[int]:
    """The tokens of which the attribute is one of these."""
    keys = doc.to_array(attribute)
    found = np.zeros(len(keys), dtype=bool)
    for name in names:
        found |= keys == doc.vocab.strings[name]
    kept: list[int] = np.flatnonzero(found).tolist()
    return kept


def doc_word(doc: Doc, i: int) -> str:
    """The lower-case word at `i`, "" outside the document."""
    return doc[i].lower_ if 0 <= i < len(doc) else ""


def end_of_name(doc: Doc, start: int) -> int:
    """Where the name of a person that begins at `start`, or stands there, ends; `start` where none does."""
    end = start
    while end < len(doc) and doc[end].ent_type_ == "PERSON" and (end == start or doc[end].ent_iob_ == "I"):
        end += 1
    return end


def phrase(token: Token) -> tuple[int, int]:
    """Where the phrase headed by the token starts and ends (not included)."""
    start, end = token.i, token.i + 1
    if token.n_lefts:
        start = min([start, *(child.left_edge.i for child in token.lefts if child.dep_ in _BEFORE)])
    if token.n_rights:
        for child in token.rights:
            if child.dep_ in _ENDING:
                break
            if _belongs(child, end):
                end = max(end, child.right_edge.i + 1)
    return _trimmed(token, start, end)


def _belongs(child: Token, end: int) -> bool:
    """Whether what hangs on a head belongs to its phrase, which so far ends before `end`."""
    if end == len(child.doc):  # a branch that crosses another may take a phrase to the end of the text
        return False
    if child.dep_ == "nmod":
        first: Token = child.doc[end]
        is_far = child.head.tag_ == "NNP" and first.lower_ not in _OF  # "Ada Roe of Leeds", but not "Ada Roe in 1990"
        return not first.is_punct and not is_far
    if child.dep_ in _BEHIND:
        return True
    is_next = child.i == end
    return is_next and (child.text in _SIGNS if child.dep_ == "case" else child.lower_ in _EMPHATIC)


def title_noun(name: Token) -> Token | None:
    """The noun that stands before a name as titles do, the "actor" of "actor John Roe": both are one phrase."""
    noun = name.head
    is_title = name.dep_ == "appos" and noun.tag_ == "NN" and name.tag_ == "NNP"
    is_before = is_title and name.left_edge.i == phrase(noun)[1]
    is_bare = is_before and not any(child.dep_ in ("det", "nmod:poss") for child in noun.lefts)
    return noun if is_bare else None


def parts_of(token: Token) -> list[Token]:
    """The heads of what makes one phrase with a mention, in order: of title and name, of "a poet and potter".

    Empty for one that stands by itself.
    """
    if (noun := title_noun(token)) is not None:
        return [noun, token]
    others = [child for child in token.rights if child.dep_ == "conj"]
    is_one = bool(others) and all(each.tag_ == token.tag_ == "NN" and not _is_apart(each) for each in others)
    return [token, *others] if is_one and any(each.lower_ == "and" for each in others[-1].lefts) else []


def _is_apart(noun: Token) -> bool:
    """Whether a coordinated noun has words of its own before it, as another person has: "a poet and a potter"."""
    return any(each.dep_ in ("det", "nmod:poss", "nummod", "nsubj") for each in noun.lefts)


def coordination(token: Token, last: Token) -> tuple[int, int]:
    """The phrase of coordinated words: "James Norton and his wife", headed by the first of them."""
    return _trimmed(token, phrase(token)[0], phrase(last)[1])


def _trimmed(token: Token, start: int, end: int) -> tuple[int, int]:
    doc: Doc = token.doc
    while start < token.i and (doc[start].is_space or doc[start].is_punct):
        start += 1
    while end > token.i + 1 and (
        doc[end - 1].is_space or (doc[end - 1].is_punct and doc[end - 1].text not in _CLOSING)
    ):
        end -= 1
    return start, end


def acts_alone(token: Token) -> bool:
    """Whether a common word stands as only names do: "Guy met Jane", "Form's wife"."""
    is_bare = not any(child.dep_ in ("det", "amod", "nmod:poss", "compound", "nummod") for child in token.children)
    return is_bare and token.dep_ in ("nsubj", "nmod:poss") and not token.is_upper


def is_joined(token: Token) -> bool:
    """Whether the word is coordinated with a name: the common word of "Roe and Form met", "Guy and Jane wed"."""
    doc, i = token.doc, token.i
    places = [(j, k) for j, k in ((i - 2, i - 1), (i + 2, i + 1)) if 0 <= j < len(doc)]
    near = [doc[j] for j, k in places if doc[k].lower_ in ("and", "&")]
    return any(other.ent_type_ == "PERSON" and other.text[:1].isupper() for other in near)
