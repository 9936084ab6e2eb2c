"""Whether words that may be said of any two tell of a couple: "a romantic relationship", "she is seeing Ben"."""

from spacy.tokens import Token

from kg.extract.lexicon import Frame
from kg.extract.tree import LASTING, PRESENT, children, conjuncts, left_modifiers, preposition

# of a relationship: what friends and kin have, and what lovers have; and what lovers do with theirs
FRIENDLY = frozenset(
    """close closer good better best strong great excellent special warm cordial friendly amicable difficult strained
    tense complicated platonic commercial love-hate love hate professional personal unique lasting lifelong
    collaborative creative artistic""".split()
)
LOVING = frozenset(
    """romantic sexual intimate serious long-term on-off off on-again same-sex extramarital adulterous illicit secret
    brief previous past former new last year month""".split()
)
COURTING = {"begin", "start", "enter", "pursue", "rekindle", "end", "confirm", "announce", "reveal", "flaunt"}
BESIDE_SEEING = {"ccomp", "compound:prt", "obl:unmarked", "xcomp"}  # "is seeing him off", "is seeing Ben tomorrow"


def is_loose(frame: Frame, head: Token) -> bool:
    """Whether the words may be said of two who are no couple: "their relationship", "they lived in Rome"."""
    return _is_any_relationship(frame, head) or _is_any_home(frame, head)


def _is_any_relationship(frame: Frame, noun: Token) -> bool:
    """ "Their relationship", "a close relationship with her aunt"; not "a relationship", "a romantic relationship"."""
    if frame.part != "noun" or frame.kind != "state" or noun.lemma_ != "relationship":
        return False
    told = {word.lower() for word in left_modifiers(noun)}
    if not told.isdisjoint(FRIENDLY):
        return True
    is_new = noun.dep_ in ("obj", "nsubj:pass") and noun.head.lemma_ in COURTING
    is_one = any(child.lower_ in ("a", "an") for child in children(noun, "det"))
    return not (is_one or is_new or any(word in LOVING or word.endswith("-year") for word in told))


def _is_any_home(frame: Frame, head: Token) -> bool:
    """ "They lived in Rome", "with his uncle"; not "lives with Ada"."""
    if frame.type != "living_together" or frame.needs or head.lemma_ != "live":
        return False
    other = next((child for child in head.children if preposition(child) == "with"), None)
    is_now = head.tag_ in PRESENT or (head.tag_ == "VBG" and bool(children(head, "aux")))
    named = other is not None and any(each.pos_ == "PROPN" for each in (other, *children(other, "appos")))
    return not named or not is_now


def is_had(noun: Token) -> bool:
    """Whether it is love that two have by name: "Ada and Ben had a brief romance", not "had a good relationship"."""
    verb = noun.head
    is_love = noun.lemma_ in ("romance", "affair", "fling") or bool(LOVING & set(left_modifiers(noun)))
    named = (each for subject in children(verb, "nsubj") for each in conjuncts(subject))
    is_by_name = all(each.pos_ in ("PROPN", "PRON") or each.lemma_ in ("couple", "pair", "duo") for each in named)
    return is_love and is_by_name and noun.dep_ == "obj" and verb.lemma_ in ("have", "share", "enjoy")


def is_courting(verb: Token) -> bool:
    """ "She is seeing Ben", "has been seeing Ben"; not "saw Ben", "is seeing him off", "is seeing Ben tomorrow"."""
    helpers = children(verb, "aux")
    is_going_on = verb.tag_ == "VBG" and any(each.lemma_ == "be" for each in helpers)
    is_of_name = all(each.pos_ != "PRON" for each in children(verb, "obj"))
    is_planned = any(each.tag_ == "MD" for each in helpers)
    return is_going_on and is_of_name and not is_planned and not any(map(_is_for_else, verb.children))


def _is_for_else(child: Token) -> bool:
    """What makes seeing somebody no courtship: "off", "tomorrow", "as a friend", "for lunch"; not "for two years"."""
    if child.dep_ == "advcl":  # "after their split"
        return not children(child, "mark")
    is_errand = preposition(child) in ("as", "for", "in", "at") and child.lemma_ not in LASTING
    return is_errand or child.lower_ == "off" or child.dep_ in BESIDE_SEEING
