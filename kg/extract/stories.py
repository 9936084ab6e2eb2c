"""What is told as a story, a rumour or a report, and what says that it is true, untrue or a legend."""

from collections.abc import Mapping

from spacy.tokens import Token

from kg.extract.tree import children, is_finite, is_now, preposition

Cues = Mapping[str, frozenset[str]]  # the ontology's cue words by what they say: Lexicon.cues

UNTRUE = {
    "absurd", "baseless", "bogus", "bunkum", "exaggerate", "exaggerated", "fabricated", "fabrication", "fake",
    "false", "fantasy", "fiction", "groundless", "hoax", "incorrect", "invention", "laughable", "lie", "ludicrous",
    "made-up", "mistaken", "nonsense", "premature", "retract", "ridiculous", "rubbish", "tosh", "unfounded",
    "untrue", "withdraw", "wrong",
}  # fmt: skip
BYWORDS = {"word", "legend", "tradition", "mill", "tongue"}  # "the rumour mill has it that", "tongues wagged that"
PROOFS = {"truth", "evidence", "proof", "record", "suggestion", "indication", "sign", "basis"}  # "no evidence that"
FALSELY = {"falsely", "wrongly", "mistakenly", "erroneously", "incorrectly"}
TAKING_BACK = {"apologise", "apologize", "sue"}  # for saying it
ANNOUNCING = {"link", "declare", "pronounce", "report"}
CLEARING = {"clear", "acquit", "exonerate", "vindicate"}
SAYING = {"say", "write", "claim", "report", "print", "publish", "state", "suggest", "allege", "tell"}
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


def is_said_falsely(verb: Token) -> bool:
    """ "It was wrongly stated that", "apologised for saying that", "sued him for writing that"."""
    is_for = any(child.lower_ == "for" for child in children(verb, "mark", "case"))
    is_taken_back = is_for and (verb.lemma_ in SAYING or verb.lower_ == "writing") and verb.head.lemma_ in TAKING_BACK
    return is_taken_back or any(child.lower_ in FALSELY for child in children(verb, "advmod"))


def is_cue(token: Token, words: frozenset[str]) -> bool:
    """Whether the token is one of the words, alone or with what hangs on it: "dismissed", "laughed it off"."""
    lemma = token.lemma_.lower()
    near = children(token, "compound:prt", "advmod", "obl", "xcomp")  # the tree may take "off" for a preposition
    beside = [*(child.lemma_.lower() for child in near), *map(preposition, near)]
    return lemma in words or any(f"{lemma} {word}" in words for word in beside)


def is_told_wrongly(token: Token, cues: Cues) -> bool:
    """ "Was wrongly linked to him", "declared dead by mistake"; "an affair with Ben, which she denied"."""
    told = (token, *(child for child in token.children if child.pos_ == "PROPN"))  # not "in disputed circumstances"
    clauses = [each for word in told for each in children(word, "acl:relcl")]
    is_denied = any(each.lemma_ in cues["denied"] and any(w.tag_ == "WDT" for w in each.children) for each in clauses)
    is_mistaken = any(
        child.lower_ in FALSELY or child.lemma_ == "mistake" for child in children(token, "advmod", "obl")
    )
    return is_denied or (token.lemma_ in ANNOUNCING and is_mistaken)


def is_unsaid(cue: Token) -> bool:
    """Whether it is taken back behind: "it was rumoured that they wed, but this was not so", "accused, but cleared"."""
    turned = [each for each in children(cue, "conj") if any(word.lower_ == "but" for word in children(each, "cc"))]
    return any(
        each.lemma_ in UNTRUE
        or each.lemma_ in CLEARING
        or (each.lemma_ in ("so", "true", "case") and any(word.lower_ in ("not", "n't") for word in each.children))
        for each in turned
    )


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
