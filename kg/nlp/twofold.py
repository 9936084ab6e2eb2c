"""Two people told by two nouns, what each is to the other: "husband and wife Ada and Ben Roe", "brother and sister"."""

from collections.abc import Iterator
from itertools import product

from spacy.tokens import Doc, Token

from kg.nlp.lexicon import GROUPS
from kg.nlp.marks import Twofold
from kg.nlp.phrases import doc_word, places
from kg.nlp.possessors import put_under

_PARENTS = ("mother", "mum", "mom", "father", "dad")
_CHILDREN = ("son", "daughter")
_TIES = {
    "married": (("husband", "wife"), ("wife", "husband"), ("man", "wife")),
    "dating": (("boyfriend", "girlfriend"), ("girlfriend", "boyfriend")),
    "parent_of": (*product(_PARENTS, _CHILDREN), *product(_CHILDREN, _PARENTS)),
    "sibling_of": (("brother", "sister"), ("sister", "brother")),
}
_OF = {pair: tie for tie, pairs in _TIES.items() for pair in pairs}
_NOUNS = frozenset(noun for pair in _OF for noun in pair)
_AND = frozenset(["and", "&", "-", "/", "‑", "–"])
_TEAMS = GROUPS | {"team", "act"}


def twofolds(doc: Doc) -> Iterator[Twofold]:
    """All of them, in order; not those of somebody: "her brother and sister"."""
    for i in places(doc, "LOWER", _NOUNS):
        j = _other(doc, i)
        if j > i and doc_word(doc, i - 1) not in ("'s", "’s") and not any(_is_owner(doc[k]) for k in (i, i - 1, j)):
            yield Twofold(i, j, _OF[doc[i].lower_, doc[j].lower_], _names_behind(doc, j))


def is_twofold(token: Token) -> bool:
    """Whether the noun is one of two that tell of two people."""
    return token.lower_ in _NOUNS and _other(token.doc, token.i) != -1


def hang_twofold(doc: Doc) -> None:
    """Hangs the names behind two nouns at the first, as those who are spoken of."""
    for each in twofolds(doc):
        if each.names:
            one, other = (doc[i] for i in each.names)
            put_under(one, doc[each.first], "appos")
            put_under(other, one, "conj")


def _other(doc: Doc, i: int) -> int:
    """The place of the noun that the one at `i` makes two with, -1 if there is none."""
    for step in (1, -1):
        far = 4 if doc_word(doc, i + 2 * step) in _AND else 2  # "husband-and-wife"
        if doc_word(doc, i + step) in _AND:
            pair = (doc_word(doc, i), doc_word(doc, i + far * step))[::step]
            if pair in _OF:
                return i + far * step
    return -1


def _is_owner(token: Token) -> bool:
    return token.tag_ in ("PRP$", "POS") or (token.dep_ == "nmod:poss" and token.i < token.head.i)


def _names_behind(doc: Doc, j: int) -> tuple[int, ...]:
    """The first words of two names right behind the noun at `j`, a word for two of them between."""
    i = j + 2 if doc_word(doc, j + 1) in _TEAMS else j + 1
    one = _name_at(doc, i)
    if one == i or doc_word(doc, one) not in ("and", "&"):
        return ()
    return (i, one + 1) if _name_at(doc, one + 1) > one + 1 else ()


def _name_at(doc: Doc, i: int) -> int:
    """Where the person's name that begins at `i` ends; `i` if there is none."""
    end = i
    while end < len(doc) and doc[end].ent_type_ == "PERSON" and doc[end].ent_iob_ == ("B" if end == i else "I"):
        end += 1
    return end
