"""Who says so: whether what is told comes by hearsay, from a source without a name, or according to somebody."""

from spacy.tokens import Token

from kg.extract.stories import Cues
from kg.extract.tree import PRESENT, children

CUSTOMS = {"plan", "law", "custom", "rite", "schedule", "tradition", "wish", "will"}  # according to which one acts
HABITS = {
    "like",
    "love",
    "use",
    "prefer",
    "lead",
    "prompt",
    "cause",
    "make",
    "have",
}  # "she liked to say", "led us to believe"


def is_hearsay(verb: Token, cues: Cues) -> bool:
    """Whether a verb tells what others say: "it is claimed that", "sources say", "they are said to"; not "she said"."""
    is_told = bool(children(verb, "aux:pass", "nsubj:pass", "expl")) and verb.lemma_ != "convince"  # of her own mind
    if is_told or verb.lemma_.lower() in cues["claiming"]:
        return True
    if verb.lemma_ == "hear" and verb.tag_ in PRESENT:  # "we hear that they have parted"
        return True
    if verb.tag_ in ("VBN", "VBD") and any(children(each, "mark") for each in children(verb, "xcomp")):
        return True  # "known in 1825 and said to have died in 1830"
    if verb.dep_ == "xcomp" and verb.head.lemma_.lower() in HABITS:  # "liked to say that", "led fans to believe that"
        return True
    if any(child.lower_ in ("always", "often") for child in children(verb, "advmod")):
        return True
    told = [verb.head] if verb.dep_ == "acl" and verb.tag_ == "VBG" else []  # "has fans thinking that they parted"
    return any(each.lemma_.lower() in cues["sources"] for each in (*children(verb, "nsubj", "nsubj:pass"), *told))


def is_nobody_known(speaker: str, cues: Cues) -> bool:
    """Whether somebody who says something is no more than a source: "a friend", "an usher", not "a spokesman"."""
    words = speaker.lower().split()
    is_any = bool(words) and words[0] in ("a", "an", "another", "one", "our")
    return not cues["sources"].isdisjoint(words) or (is_any and cues["officials"].isdisjoint(words))


def tells_who_says_so(token: Token) -> bool:
    """Whether the phrase tells who says so; "according to plan" does not."""
    if token.dep_ not in ("obl", "nmod", "advcl") or token.lemma_ in CUSTOMS:
        return False
    return token.lower_ == "according" or any(child.lower_ == "according" for child in token.children)
