"""Words of a happening that are not meant so, or of something else: "died laughing", "split the bill"."""

from spacy.tokens import Token

from kg.extract.lexicon import Frame
from kg.extract.roles import LOVERS, SPOUSES
from kg.extract.tree import LASTING, children, preposition
from kg.nlp.marks import people_of

# of what nobody dies, and to what one may succumb and live; and where one loses a husband who is found again
FEELINGS = {
    "shame",
    "embarrassment",
    "boredom",
    "laughter",
    "laughing",
    "curiosity",
    "envy",
    "jealousy",
    "mortification",
}
LURES = {"charm", "temptation", "pressure", "demand", "advance", "urge", "lure", "spell", "flattery", "voice"}
SPEAKING = {"i", "me", "myself", "we", "us", "ourselves"}
# those with whom somebody lives who are no lovers
HOUSEMATES = frozenset(
    """uncle aunt cousin nephew niece grandfather grandmother grandparent grandson granddaughter grandma grandpa friend
    flatmate housemate roommate lodger landlord landlady nurse carer guardian""".split()
)
PARTNERS = SPOUSES | LOVERS - {"partner"}  # from whom nobody parts at work alone
# with whom one parts company at work, what makes a pair of such, and in what else two part
STAFF = frozenset("manager agent coach trainer publicist lawyer producer boss employer publisher".split())
TROUPES = {"duo", "trio", "quartet", "band", "group", "act", "team"}
OTHERWISE = {"politically", "musically", "professionally", "artistically", "creatively"}
CHILDISH = {"birth", "crowd", "childhood", "orphanage", "evacuation", "chaos", "storm", "shipwreck", "flood"}
CONTESTS = {"final", "semi-final", "semifinal", "quarter-final", "round", "match", "race", "bout", "tie", "screen"}
PUBLIC = {"foreign", "current", "public", "internal", "external", "financial", "legal", "consumer", "veteran"}


def is_figurative(frame: Frame, head: Token) -> bool:
    """Whether the words of the frame tell of something else in what stands beside them."""
    if frame.type == "died":
        return _is_no_death(head)
    if frame.type == "separated":
        return _is_no_parting(frame, head)
    if frame.type == "met":
        return any(each.lower_ == "halfway" for each in head.subtree) or _is_in(head, CONTESTS)
    if head.lemma_ == "couple":  # "a couple of fools", "a great couple of actors"
        return any(preposition(child) == "of" and child.tag_ == "NNS" for child in children(head, "nmod"))
    if head.lemma_ == "affair":  # "covers foreign affairs"
        return any(child.lower_ in PUBLIC for child in children(head, "amod", "compound"))
    if frame.head == "get" and frame.needs == ("together",):
        return _is_for_something(head)
    if frame.head == "run":  # "the two ran off into the crowd"
        return not any(each.lower_ == "together" or preposition(each) == "with" for each in head.children)
    if frame.head == "take" and "up" in frame.needs:  # "took up golf with him"
        return bool(children(head, "obj"))
    if frame.type == "living_together":
        return any(child.lemma_ in HOUSEMATES for child in head.children if preposition(child) == "with")
    return head.lemma_ == "together" and _is_for_something(head)


def _is_no_death(verb: Token) -> bool:
    """ "Died inside", "died laughing", "died a thousand deaths", "was killed off", "drowned her sorrows".

    Nor has died who says so: "he will kill me", "I died of shame".
    """
    if any(child.lower_ in SPEAKING for child in children(verb, "obj", "nsubj:pass")) or (
        verb.lemma_ == "die" and any(child.lower_ in SPEAKING for child in children(verb, "nsubj"))
    ):
        return True
    things = [child for child in children(verb, "obj", "obl:unmarked") if not people_of(verb.doc, child)]
    is_done = any(child.lemma_ in ("death", "sorrow", "time", "thought") and child.tag_ != "NNP" for child in things)
    is_done &= not any(child.lemma_ == "time" and child.left_edge.lower_ == "some" for child in things)  # "before 1640"
    is_apart = any(
        child.lower_ in ("inside", "off", "out", "away", "down") for child in children(verb, "advmod", "compound:prt")
    )
    is_apart &= verb.lemma_ != "pass"
    is_laughing = any(child.lemma_ == "laugh" for child in children(verb, "advcl", "xcomp"))
    is_felt = any(preposition(child) == "of" and child.lemma_ in FEELINGS for child in children(verb, "obl"))
    is_lured = verb.lemma_ == "succumb" and any(child.lemma_ in LURES for child in children(verb, "obl"))
    return is_done or is_apart or is_laughing or is_felt or is_lured


def _is_no_parting(frame: Frame, verb: Token) -> bool:
    """ "Split the bill with him", "separated them from Carl", "were separated at birth", "parted with her agent"."""
    if frame.head in ("split", "separate", "separated", "part") and not frame.needs:
        done_to = [each for each in children(verb, "obj") if not preposition(each) and each.tag_ not in ("WP", "WDT")]
        is_done_to = verb.pos_ == "VERB" and bool(done_to) and not children(verb, "aux:pass")
        is_lost = bool(children(verb, "aux:pass", "cop")) and any(
            child.lemma_ in CHILDISH or preposition(child) == "by" for child in children(verb, "obl", "obl:agent")
        )
        is_at_place = any(preposition(child) == "at" and child.lemma_ == "station" for child in children(verb, "obl"))
        if is_done_to or is_lost or is_at_place:
            return True
    # "split from her coach"; not "from her coach boyfriend"
    told = [child for child in verb.children if preposition(child) in frame.slots and child.lemma_ not in PARTNERS]
    callings = [each for child in told for each in (child, *children(child, "compound", "nmod:desc", "appos"))]
    troupes = [each for child in children(verb, "nsubj") for each in children(child, "appos")]
    return (
        any(each.lemma_ in STAFF for each in callings)
        or any(each.lemma_ in TROUPES and children(each, "compound", "amod") for each in troupes)
        or any(child.lower_ in OTHERWISE for child in children(verb, "advmod"))
    )


def _is_in(verb: Token, places: set[str]) -> bool:
    found = [child for child in children(verb, "obl") if preposition(child) in ("in", "on")]
    return any(child.lemma_ in places for child in found)


def _is_for_something(word: Token) -> bool:
    """ "They were together for the game"; not "for two years", "for good"."""
    told = [child for child in children(word, "obl", "nmod") if preposition(child) == "for" and not child.ent_type_]
    return any(
        child.pos_ == "NOUN" and children(child, "det") and not children(child, "nummod") for child in told
    ) and all(child.lemma_ not in (*LASTING, "time", "while", "life", "sake") for child in told)
