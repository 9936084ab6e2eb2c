"""Words for kin and partners that tell of another tie, or none: "mother-in-law", "like a sister", "dance partner"."""

from spacy.tokens import Token

from kg.extract.roles import PARENTS
from kg.extract.tree import children, left_modifiers, preposition
from kg.nlp.marks import mention_at

NEARLY = {"like", "almost", "practically", "virtually", "basically", "essentially"}
# what one does to somebody who is as near as kin
HOLDING = {"treat", "regard", "regards", "see", "view", "love", "consider", "raise", "call", "think", "bring", "take"}
OF_CHILDREN = {"baby", "birthday", "infant", "toddler", "twin", "miracle"}
# what makes another tie of a noun: "step-son", "mother-in-law", "god-daughter", "foster father", "co-parent"
OTHER_TIES = frozenset(
    (
        "business founder dance dancing writing songwriting training bridge sparring law acting comedy senior "
        "managing founding operating publishing general limited creative musical production producing doubles "
        "tennis skating singing duet trading commercial professional civil step god foster grand great surrogate "
        "co work on-screen onscreen screen fictional tv spiritual honorary"
    ).split()
)


def is_plain(token: Token) -> bool:
    """Not "mother-in-law", "step-son", "soap husband": words beside the noun that make another tie of it."""
    following = token.doc[token.i + 1 : token.i + 5].text.lower().replace(" ", "")
    if token.lemma_ == "partner" and any(word.lower_.endswith("ing") for word in children(token, "compound")):
        return False  # "her running partner"
    if _is_likened(token) or _is_girl_of(token) or _is_of_house(token):
        return False
    return not following.startswith(("-in-law", "inlaw", "in-law")) and not OTHER_TIES & set(left_modifiers(token))


def _is_girl_of(noun: Token) -> bool:
    """ "His poster girl", "a choir boy": nobody's child; but "their baby girl"."""
    before = noun.nbor(-1) if noun.i > noun.sent.start else noun
    is_compound = before.dep_ == "compound" and before.head == noun and before.tag_ in ("NN", "NNP")
    return noun.lemma_ in ("girl", "boy") and is_compound and before.lower_ not in OF_CHILDREN


def _is_of_house(noun: Token) -> bool:
    """ "Mistress of the Robes", "made her mistress of a great estate": nobody's lover."""
    of = [child for child in children(noun, "nmod") if preposition(child) == "of"]
    return noun.lemma_.lower() == "mistress" and bool(of) and all(mention_at(each.doc, each) is None for each in of)


def _is_likened(noun: Token) -> bool:
    """ "She is like a sister to Ada", "practically a brother", "a second father": but as near as one."""
    is_said = bool(children(noun, "cop"))
    is_nearly = preposition(noun) == "like" or any(child.lower_ in NEARLY for child in children(noun, "advmod"))
    is_as = preposition(noun) == "as" or noun.dep_ == "xcomp"
    if is_as and noun.head.lemma_ in HOLDING and children(noun.head, "obj"):
        return True  # "she treats him as her son"
    return (is_said and is_nearly) or (noun.lemma_ in PARENTS and "second" in left_modifiers(noun))
