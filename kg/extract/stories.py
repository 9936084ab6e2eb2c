"""What is told as a story, a rumour or a report, and what says that it is true, untrue or a legend."""

from collections.abc import Mapping

from spacy.tokens import Token

from kg.extract.tree import children, is_finite, is_now

Cues = Mapping[str, frozenset[str]]  # the ontology's cue words by what they say: Lexicon.cues

UNTRUE = {
    "absurd", "baseless", "bogus", "bunkum", "fabricated", "fabrication", "fake", "false", "fantasy", "fiction",
    "groundless", "hoax", "incorrect", "invention", "laughable", "lie", "ludicrous", "made-up", "mistaken",
    "nonsense", "retract", "ridiculous", "rubbish", "tosh", "unfounded", "untrue", "withdraw", "wrong",
}  # fmt: skip
BYWORDS = {"word", "legend", "tradition", "mill", "tongue"}  # "the rumour mill has it that", "tongues wagged that"
PROOFS = {"truth", "evidence", "proof", "record", "suggestion", "indication", "sign", "basis"}  # "no evidence that"
FACTIVE = {"discover", "find", "learn", "realise", "realize"}  # of what is so


def is_untrue(story: Token) -> bool:
    """ "Rumours that they had parted are wrong", "proved the rumours false", "there is no truth in the story"."""
    head = story.head
    if any(child.lemma_ in UNTRUE for child in children(story, "amod")):  # "false claims that they had parted"
        return True
    if head.lemma_ in PROOFS and any(child.lower_ == "no" for child in children(head, "det")):
        return True
    if story.dep_.startswith("nsubj") and head.lemma_ in UNTRUE:
        return True
    beside = [
        each for word in (story, head, *children(story, "acl")) for each in children(word, "xcomp", "advmod", "amod")
    ]
    return head.lemma_ in ("prove", "turn") and any(each.lemma_ in UNTRUE for each in beside)


def is_false(verb: Token) -> bool:
    """Whether the verb says that what it is done to is not true: "called it rubbish", "described them as untrue"."""
    return any(token.lemma_.lower() in UNTRUE for token in verb.doc[verb.i + 1 : verb.sent.end])


def is_story(token: Token, cues: Cues) -> bool:
    """Whether the word stands for what is told: "rumour", "claim", "report"."""
    return any(token.lemma_.lower() in cues[kind] for kind in ("rumour", "stories"))


def is_found_out(token: Token) -> bool:
    """Whether it is what somebody finds, and so is true: "came home to discover that she had died"."""
    is_clause = token.dep_ == "ccomp" and is_finite(token) and not is_now(token)
    return is_clause and token.head.lemma_ in FACTIVE and any(word.lower_ == "that" for word in children(token, "mark"))


def is_in_legend(clause: Token) -> bool:
    """Whether the clause is what legend tells, with all that is told in it: "tradition has it that when they met …"."""
    is_told = clause.dep_ == "ccomp" and clause.head != clause
    return is_told and any(noun.lemma_.lower() in BYWORDS for noun in children(clause.head, "nsubj"))
