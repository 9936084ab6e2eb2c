"""How a relation is told to hold: in the present, or as past."""

from kg.extract.frames import Finding
from kg.extract.lexicon import Lexicon
from kg.extract.tree import children

# participles that tell a state as well as the event that began it: "is married", "were married in 1840"
PASSIVE_STATES = {"married", "engaged", "divorced", "separated", "wed", "betrothed", "estranged"}
BARE = {"acl", "advcl", "amod", "root", "conj", "xcomp"}  # relations of a participle without a form of be
PRESENT_BE = {"is", "are", "am", "'s", "'re", "’s", "’re"}


def stative_tense(finding: Finding, lexicon: Lexicon) -> str | None:
    """ "present" or "past" for a noun or participle that tells a relation as holding; None for a plain happening."""
    trigger = finding.trigger
    if finding.rule.startswith("noun"):
        head = finding.rule.removeprefix("noun: ").split()[0]
        return "past" if lexicon.is_stative(finding.type, "noun", head) else None
    if len(finding.words) > 1 or trigger.lower_ not in PASSIVE_STATES:
        return None
    be = [child for child in trigger.children if child.dep_ in ("cop", "aux:pass")]
    if any(child.lemma_ in ("get", "become") for child in be):
        return None
    if not be:  # "engaged to Jane, he …", "Jane, married to Ben": but "he married Jane" is a verb with an object
        is_bare = trigger.dep_ in BARE and trigger.tag_ != "VBD" and not children(trigger, "obj", "nsubj")
        return "past" if is_bare else None
    perfect = any(child.lower_ in ("have", "has", "'ve", "’ve") for child in children(trigger, "aux"))
    return "present" if perfect or any(child.lower_ in PRESENT_BE for child in be) else "past"


def is_present(finding: Finding) -> bool:
    """ "are dating", "have been dating": a state told as holding now."""
    trigger = finding.trigger
    if trigger.tag_ in ("VBZ", "VBP"):
        return True
    return any(child.tag_ in ("VBZ", "VBP") and child.dep_ in ("aux", "cop") for child in trigger.children)
