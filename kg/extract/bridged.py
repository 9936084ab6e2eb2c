"""Kin without a word of whose: "They had three sons. The eldest, Ben …", "… Another daughter, Ada, wed Carl Poe"."""

from collections.abc import Iterator, Set

from spacy.tokens import Doc, Token

from kg.dates.phrases.lexicon import ORDINALS
from kg.extract.bearers import bearers_of
from kg.extract.finding import Finding
from kg.extract.lexicon import Lexicon
from kg.extract.likened import is_plain
from kg.extract.relations import holders_of
from kg.extract.roles import is_unnamed
from kg.extract.tree import children, left_modifiers, preposition
from kg.nlp.marks import tokens_of

REACH = 60  # tokens back to the kin of whom one is told
ELDER = {"elder", "older", "younger"}
RANKED = {*ORDINALS[:10], *ELDER, "eldest", "oldest", "youngest", "other", "next", "last", "surviving", "remaining"}
OF_WHOM = {"of", "to", "by", "with", "from", "in", "for"}


def bridged(doc: Doc, lexicon: Lexicon) -> Iterator[Finding]:
    """The ties of those who are told as one of the children, brothers or sisters told of before."""
    kin, siblings = (frozenset(lexicon.ontology.kin[kind]) for kind in ("child", "sibling"))
    for noun in tokens_of(doc):
        word = noun.lemma_.lower()
        if noun.tag_ != "NN" or word not in kin | siblings or not (_is_one_of_them(noun) and is_plain(noun)):
            continue
        named = tuple(key for key in bearers_of(noun, kin, is_child=word in kin) if not is_unnamed(doc, key))
        if len(named) != 1 or holders_of(noun, kin):
            continue
        for owner in _owners(noun, kin, siblings):
            if owner != named[0]:
                role = ("parent", "child") if word in kin else ("sibling", "sibling")
                people = ((role[0], owner), (role[1], named[0]))
                type_ = "parent_of" if word in kin else "sibling_of"
                yield Finding("kin", type_, noun, people, (noun,), f"relation: {noun.lemma_}")


def _is_one_of_them(noun: Token) -> bool:
    """ "The eldest son", "another daughter", "an elder brother", with no word of whose."""
    if children(noun, "nmod:poss") or any(preposition(child) in OF_WHOM for child in noun.children):
        return False
    words = {child.lower_ for child in children(noun, "det", "nummod")}
    modifiers = set(left_modifiers(noun))
    is_told = bool(children(noun, "cop"))  # "Ben was the eldest son": of whoever is spoken of
    is_ranked = "the" in words and bool(modifiers & RANKED) and not is_told
    return is_ranked or bool(words & {"another", "one"}) or (bool(words & {"a", "an"}) and bool(modifiers & ELDER))


def _owners(noun: Token, kin: Set[str], siblings: Set[str]) -> tuple[str, ...]:
    """Whose children or siblings are told of last before it; whose sibling a child is, of whom its parents are told."""
    is_child = noun.lemma_.lower() in kin
    for i in range(noun.i - 1, max(noun.i - REACH, -1), -1):
        before = noun.doc[i]
        word = before.lemma_.lower()
        if word not in (kin if is_child else kin | siblings) or not _is_of_family(before):
            continue
        if holders := holders_of(before, kin):
            if is_child or word in siblings:
                return holders
            born = bearers_of(before, kin, is_child=True)
            return born if len(born) == 1 and not is_unnamed(noun.doc, born[0]) else ()
    return ()


def _is_of_family(noun: Token) -> bool:
    """Whether it is told of several, or of one that somebody has: no "son of Carl Poe", whoever wed him."""
    return noun.tag_ == "NNS" or bool(children(noun, "nmod:poss"))
