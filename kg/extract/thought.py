"""What is only thought, felt, aimed at or spoken of: "was willing to marry", "afraid of marrying", "dreamt that"."""

from spacy.tokens import Token

from kg.extract.stories import Cues, is_cue
from kg.extract.tree import children, is_finite

CLAUSES = {"xcomp", "ccomp", "acl", "obj", "advcl", "obl"}  # as what a clause without a tense hangs on a word
CONTENT = {"ccomp", "csubj", "acl", "acl:relcl"}  # as what a clause with a tense is what a word tells
# prepositions before what may not have been done, but after words of `doing`; and those that are so after some words
OPEN = {"of", "about", "toward", "towards", "against"}
OPEN_AFTER = {
    "on": {
        "insist",
        "plan",
        "keen",
        "set",
        "intent",
        "bent",
        "count",
        "decide",
        "miss",
        "reckon",
        "bet",
        "bank",
        "odds",
    },
    "to": {"object", "oppose", "opposed", "averse", "resign", "prefer", "open", "commit", "committed", "aspire"},
    "in": {"interest", "interested", "believe", "hope"},
    "at": {"balk", "baulk", "hint", "aim", "scoff"},
    "with": {"toy", "threaten", "flirt"},
    "for": {"plan", "hope", "wish", "pray", "reason", "need", "desire", "opportunity", "chance"},
    "from": {"escape", "shy", "shrink", "recoil", "rescue", "excuse", "flee", "run"},
}
DEGREES = {"too", "enough"}  # "too proud to marry", "old enough to marry"
TELLING = {"speak", "talk", "write", "tell", "open", "reflect", "reminisce", "sing"}  # of what has been, too
# what is spoken of as something to do
AHEAD = {"marry", "wed", "elope", "remarry", "engage", "adopt", "reconcile", "propose", "divorce", "leave", "kill"}
KILLING = {"kill", "murder", "shoot", "stab", "strangle", "assassinate", "slay"}  # of which only the doer is in doubt
FORESEEING = {"foretell", "predict", "prophesy", "foresee", "forecast", "fear", "pray"}
CHARGED = {"suspect", "acquit", "clear"}


def is_left_open(token: Token, above: Token, cues: Cues) -> bool:
    """Whether `above` does not say that the infinitive or gerund of `token` was done."""
    is_lost = token.lemma_ == "lose" and above.lemma_ not in cues["thought"]  # "discussed losing him", not "feared"
    is_sure = is_lost or (above.lemma_ in CHARGED and token.lemma_ in KILLING)
    if is_sure or not is_bare(token) or token.dep_ not in CLAUSES:
        return False
    lemma, marks = above.lemma_.lower(), [child.lower_ for child in children(token, "mark", "case")]
    if _first(token).tag_ == "VB":
        degrees = {child.lower_ for child in children(above, "advmod") if above.pos_ != "VERB"}
        is_done = not cues["done"].isdisjoint((lemma, above.lower_))
        return token.dep_ in ("xcomp", "ccomp") and not (is_done and degrees.isdisjoint(DEGREES))
    if not marks:  # "imagined marrying", "put off marrying"; not "she travelled, marrying in Rome"
        before = token.nbor(-1)  # "was spared marrying"; not "died giving birth"
        is_behind = before.dep_ == "compound:prt" or (before == above and lemma in cues["thought"])
        is_object = token.dep_ != "advcl" or is_behind
        return is_object and token.dep_ not in ("acl", "obl") and lemma not in cues["doing"]
    if marks[:2] == ["out", "of"] or lemma in OPEN_AFTER.get(marks[0], ()):  # "was talked out of marrying"
        return True
    is_told = lemma in TELLING and token.lemma_ not in AHEAD
    return marks[0] in OPEN and lemma not in cues["doing"] and not is_told


def is_bare(token: Token) -> bool:
    """Whether a verb has no tense of its own: "marrying", "to marry", "getting married"; not "having married"."""
    first = _first(token)
    is_perfect = first != token and first.lemma_ == "have"
    return first.tag_ in ("VB", "VBG") and not is_finite(token) and not is_perfect


def is_in_mind(token: Token, above: Token, cues: Cues) -> bool:
    """Whether it is what somebody fears, dreams or wants: "feared that she had married", "dreaded a marriage to him".

    A wedding that has its people or its article is one: "dreaded their wedding", "dreaded the marriage".
    """
    if not is_cue(above, cues["thought"]):
        return False
    if is_finite(token):
        return token.dep_ in CONTENT
    is_foreseen = above.lemma_ in FORESEEING and not children(token, "nmod:poss")  # "foretold the death of Ben"
    return token.pos_ == "NOUN" and token.dep_ in ("obj", "obl", "nmod") and (is_foreseen or is_any(token))


def is_thought_of(clause: Token) -> bool:
    """Whether a gerund is what is planned: "considered marrying", "thinks of eloping"; not "thinks since parting"."""
    marks = [child.lower_ for child in children(clause, "mark", "case")]
    is_of = clause.dep_ in ("xcomp", "ccomp", "advcl", "obl") and (not marks or marks[0] in ("of", "about", "on"))
    return is_of and _first(clause).tag_ == "VBG" and clause.lemma_ != "lose"  # "discussed losing her father"


def is_any(noun: Token) -> bool:
    """Whether nothing makes it a known one: "a marriage to Ben", "marriage to Ben"; not "their marriage"."""
    is_known = any(child.lower_ not in ("a", "an", "any", "another", "no") for child in children(noun, "det"))
    return not is_known and not children(noun, "nmod:poss") and noun.tag_ == "NN"


def _first(token: Token) -> Token:
    """The first word of the verb: "getting" of "getting married"."""
    return next(iter(children(token, "aux", "aux:pass", "cop")), token)
