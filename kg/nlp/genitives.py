"""Owners of owners: each hangs at the noun behind it, "Ada" at the father of "Ada's father's sister".

So that nobody is taken for kin of those whose kin a relative of theirs is.
"""

from spacy.tokens import Doc, Token

from kg.nlp.lexicon import NOUNS, tie_of
from kg.nlp.phrases import places
from kg.nlp.possessors import name_before, own, put_under

_BETWEEN = frozenset(["JJ", "JJR", "JJS", "CD", "HYPH", "VBN", "VBG", "RB", "NN", "NNS"])  # "'s 37-year-old late wife"
_NOUNS = ("NN", "NNS")


def chain_owners(doc: Doc) -> None:
    """Hangs each owner at what follows its sign, and who it is of at the owner."""
    for i in places(doc, "TAG", ["POS"]):
        if 0 < i < len(doc) - 1 and (noun := _owned(doc[i])) is not None:
            _own(doc[i], noun)
    for i in places(doc, "DEP", ["nmod:poss"]):
        owner = next((each for each in doc[i].head.lefts if each.i > i and each.dep_ == "nmod:poss"), None)
        if owner is not None and owner.tag_ in _NOUNS:
            doc[i].head = owner  # "her 28-year-old husband's death"


def _owned(sign: Token) -> Token | None:
    """The word for kin or a partner behind the sign of an owner: the wife of "'s 37-year-old wife, Ada"."""
    noun = None
    for token in sign.doc[sign.i + 1 : sign.sent.end]:
        if token.tag_ not in _BETWEEN or token.ent_type_ == "PERSON":
            break
        noun = token if token.tag_ in _NOUNS else noun
    is_whole = noun is not None and not (noun.dep_ == "compound" and noun.head.i > noun.i)  # not "Ben's ex/manager"
    return noun if noun is not None and is_whole and tie_of(noun.lower_) else None


def _own(sign: Token, noun: Token) -> None:
    """Hangs whoever a sign belongs to, a name with the noun that tells who that is, at what they own."""
    name = name_before(sign)
    if name is None:
        return
    owner = name.root
    told = sign.doc[name.start - 1] if name.start > sign.sent.start else owner
    if told.tag_ == "NN" and told.lower_ in NOUNS and told.head != owner:
        if tie_of(told.lower_):  # "her uncle Ben Poe's daughter"
            put_under(owner, told, "appos")
            owner = told
        else:  # "Actor Ben Poe's wife"
            put_under(told, owner, "nmod:desc")
    own(owner, noun)
