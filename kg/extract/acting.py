"""What an actor plays: "she plays Ada, a widow whose husband was killed", "his role as the son of a baker"."""

from spacy.tokens import Token

from kg.extract.tree import children, preposition
from kg.nlp.marks import people_of

PLAYING = {"play", "portray"}
APPEARING = {"appear", "cast", "star", "co-star", "debut", "guest-star"}
PARTS = {"role", "part", "cameo", "appearance", "turn", "performance"}
# what is played, and nobody: "a concert marking the birth of their son"
PERFORMED = frozenset("role part concert gig show set match game song tune festival tour season".split())
WHO = {"who", "whose", "whom"}
LONGEST = 12  # steps up the tree


def is_acted(trigger: Token, *, is_tie: bool) -> bool:
    """Whether the trigger, or a word for a tie (`is_tie`), says who somebody in a play is, or describes them.

    "She plays the mother of Ada"; "he played a doctor who had killed his son" or "mourning his son"; "cast as Ada,
    daughter of a baker".
    """
    token, is_person = trigger, is_tie
    for _ in range(LONGEST):
        if (is_person or people_of(token.doc, token)) and _is_part(token):
            return True
        is_whose = token.dep_ == "acl:relcl" and any(each.lower_ in WHO for each in token.subtree)
        is_whose |= token.dep_ == "acl" and token.tag_ == "VBG" and token.head.lemma_ not in PERFORMED
        is_person = is_whose or (is_person and token.dep_ in ("conj", "appos"))
        token = token.head
    return False


def _is_part(token: Token) -> bool:
    """Whether the noun is a part: what is played, "as" whom somebody appears, or whose role it is."""
    verb = token.head
    if token.dep_ == "obj":
        return verb.lemma_ in PLAYING and not children(verb, "obl:agent")
    if preposition(token) == "as":
        return verb.lemma_ in (*APPEARING, *PARTS) or any(each.lemma_ in PARTS for each in children(verb, "obj"))
    return preposition(token) == "of" and verb.lemma_ in ("role", "part")
