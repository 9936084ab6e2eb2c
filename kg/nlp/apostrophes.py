"""Titles printed without apostrophes: who marries in "Ada Roes ex Ben Poe marries" is Ben."""

from spacy.tokens import Doc, Token

from kg.nlp.headlines import title_end
from kg.nlp.lexicon import NEAREST, tie_of
from kg.nlp.possessors import name_before, own, put_under

_BESIDE = frozenset(["JJ", "NN", "CD", "VBN", "VBG", "RB", "HYPH"])  # "Ada Roes tattooed model boyfriend"


def give_owners(doc: Doc) -> None:
    """Hangs a name that ends in "s" at the word for kin or a partner behind it, in the title."""
    for i in range(1, title_end(doc)):
        noun = doc[i]
        if tie_of(noun.lower_) in NEAREST and noun.tag_ in ("NN", "NNS"):
            start = i
            while start > noun.sent.start and doc[start - 1].tag_ in _BESIDE and doc[start - 1].ent_type_ != "PERSON":
                start -= 1
            owner = name_before(doc[start])
            if owner is not None and owner.text.endswith("s"):
                _name_bearer(noun)
                own(owner.root, noun)


def _name_bearer(noun: Token) -> None:
    """Hangs the name right behind the noun at it, whatever it has been taken for."""
    doc, i = noun.doc, noun.i + 1
    if i == len(doc) or doc[i].ent_type_ != "PERSON" or doc[i].ent_iob_ != "B":
        return
    name = doc[i]
    put_under(name, noun, "appos")
    for each in doc[i + 1 : next((k for k in range(i + 1, len(doc)) if doc[k].ent_iob_ != "I"), len(doc))]:
        if not name.is_ancestor(each):
            each.head, each.dep_ = name, "flat"
