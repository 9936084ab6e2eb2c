"""Partners before what they do and their names: of "with fiancé fashion tycoon Ben Roe" the fiancé is Ben."""

from spacy.tokens import Doc, Token

from kg.nlp.governing import hang
from kg.nlp.lexicon import NOUNS, tie_of
from kg.nlp.phrases import places

_INSIDE = ("NN", "JJ", "CD", "$", "HYPH", "NNP")  # tags of words between a partner and the name
_FARTHEST = 6
_HUNG = ("compound", "nmod:poss", "nmod", "nmod:desc", "amod", "obj", "obl", "appos")


def hang_partners(doc: Doc) -> None:
    """Hangs a calling and its name at the partner right before it, and the partner where the calling was."""
    for i in places(doc, "ENT_TYPE", ["PERSON"]):
        name, calling = doc[i], doc[i].head
        is_called = name.ent_iob_ == "B" and name.dep_ == "appos" and calling.i == i - 1
        if is_called and calling.tag_ == "NN" and calling.lower_ in NOUNS and not tie_of(calling.lower_):
            partner = _partner_before(calling)
            if partner is not None and partner.dep_ in _HUNG and partner.head in (calling, calling.head):
                _swap(partner, calling, name)


def _partner_before(calling: Token) -> Token | None:
    """The partner before a calling and the words that describe it, if no word begins a phrase between them."""
    for i in range(calling.i - 1, max(calling.i - _FARTHEST, calling.sent.start) - 1, -1):
        word = calling.doc[i]
        if word.tag_ == "NN" and word.is_lower and tie_of(word.lower_) == "partner":
            return word
        if word.tag_ not in _INSIDE or word.ent_type_ == "PERSON":
            return None
    return None


def _swap(partner: Token, calling: Token, name: Token) -> None:
    before = [child for child in calling.lefts if child.i < partner.i]
    behind = [child for child in calling.rights if child != name]
    head, label = calling.head, calling.dep_
    partner.head, partner.dep_ = (partner, "root") if head == calling else (head, label)
    hang(name, partner, "appos")
    hang(calling, name, "nmod:desc")
    for child in (*before, *behind):
        hang(child, partner, child.dep_)
