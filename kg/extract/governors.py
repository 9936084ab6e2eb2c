"""Which word bears on what another tells: the one whose clause holds it, also where trees take it for an aside."""

import re

from spacy.tokens import Token

from kg.dates.phrases.lexicon import ORDINALS
from kg.extract.stories import Cues, is_found_out, is_in_legend, is_story
from kg.extract.tree import children, is_finite, is_now, is_verb, preposition

DOERS = {*ORDINALS, "few", "last", "latest", "many", "only", "several", "youngest", "oldest", "eldest"}
RANK = re.compile(r"\d+(?:st|nd|rd|th)")
UNDONE = {"attempt", "chance", "effort", "offer", "promise", "threat", "try", "vow", "wish"}  # what may come to nothing
PAST_TIMES = {"when", "after", "since", "following"}  # words whose clause, in the past tense, happened
PARTING = {"split", "separate", "separation", "part", "break", "break-up", "breakup", "bust-up"}
LATER = {"after", "following"}  # where what it tells of does not come but after a wish: "after their split"
KNOWING = {"know", "realise", "realize", "forget", "remember", "notice", "aware", "unaware"}  # of what is so


def governor(token: Token, cues: Cues) -> Token | None:
    """The word whose clause holds this one, as far as it can change what is true: not out of a relative clause."""
    if token.head == token or token.dep_ == "parataxis" or is_found_out(token):
        return None
    if _is_past_time(token) and not is_in_legend(token.head):
        return None
    if token.dep_ == "acl:relcl":
        return _misread_as_relative(token, cues)
    if token.dep_ == "conj" and is_verb(token):
        # "he hopes to marry and have children" shares; "she left and married" does not
        return token.head if token.tag_ == "VB" else None
    return token.head


def first_told(token: Token) -> Token:
    """The first of clauses that one word governs: "rumours that he had left and that he had died"."""
    while token.dep_ == "conj" and any(child.lower_ == "that" for child in children(token, "mark")):
        token = token.head
    return token


def is_deed_of(noun: Token) -> bool:
    """Whether what one of some did tells them from others: "the first couple to wed", "one of few to still be dating".

    So does "the 38th reporter to be killed". Not "the next couple to wed", "will be the first to wed", "his last
    promise to wed".
    """
    words = {noun.lower_, *(child.lower_ for child in children(noun, "amod", "nummod"))}
    is_told = not words.isdisjoint(DOERS) or any(map(RANK.fullmatch, words))
    is_thing = noun.lemma_ in UNDONE
    return is_told and not is_thing and not any(child.tag_ == "MD" for child in children(noun, "aux"))


def is_known(clause: Token, above: Token) -> bool:
    """Whether a clause is so, known or not: "you might not know that they married", "to find out why he left her".

    Not "I don't know that they ever married", nor "she wants to know that he is divorced".
    """
    if not is_finite(clause):
        return False
    if any(each.lower_ == "why" for each in children(clause, "advmod")):
        return True
    words, subjects = {child.lower_ for child in children(clause, "mark")}, children(above, "nsubj")
    is_doubted = any(child.lower_ == "i" for child in subjects) and is_now(above)
    is_wanted = above.dep_ == "xcomp" and not children(above.head, "obj")
    is_content = clause.dep_ == "ccomp" or (clause.dep_ == "advcl" and "that" in words)  # trees hang it so at "aware"
    is_open = is_doubted or is_wanted or not words.isdisjoint(("if", "whether"))
    return above.lemma_ in KNOWING and is_content and not is_open


def _misread_as_relative(token: Token, cues: Cues) -> Token | None:
    """What governs a clause that is no relative one: "reported by the Mail that they parted", "rumours they parted"."""
    noun, subject = token.head, next(iter(children(token, "nsubj", "nsubj:pass")), None)
    if noun.dep_ == "obl:agent" and children(noun.head, "expl", "nsubj:pass"):
        return noun.head
    relatives = [child for child in token.children if child.tag_ in ("WP", "WDT", "WRB")]
    is_told = is_story(noun, cues) or (bool(relatives) and noun.lemma_ in cues["thought"])
    is_whole = subject is not None and subject.tag_ not in ("WP", "WDT") and is_told
    is_full = len(children(token, "obj")) > 1  # "made up a story that she had married Ben"
    is_seen = any(preposition(child) == "in" for child in children(token, "obl"))  # "a dream in which they married"
    is_clause = is_full or is_seen or all(child.dep_ == "obl:unmarked" for child in relatives)
    return noun if is_whole and is_clause else None


def _is_past_time(token: Token) -> bool:
    """Whether it gives the time by what had happened: "the first to do so since she was killed in 1953".

    So does "a year to remember after their engagement", "she will never remarry after her divorce".
    """
    words = {child.lower_ for child in token.children}
    is_over = "since" in words or (token.lemma_ in PARTING and not words.isdisjoint(LATER))
    if is_over and token.dep_ in ("obl", "advcl"):
        return True  # "is trying to move on since their split", "hopes for peace after separating from him"
    if token.dep_ == "obl":
        is_of_wish = token.head.dep_ == "acl" and token.head.tag_ == "VB"
        is_denied = any(child.lower_ in ("never", "not", "n't") for child in children(token.head, "advmod"))
        return (is_of_wish or is_denied) and any(child.lower_ in PAST_TIMES for child in children(token, "case"))
    if token.dep_ != "advcl":
        return False
    verbs = {word.tag_ for word in (token, *children(token, "aux", "aux:pass", "cop"))}
    if "despite" in words:  # "means to stay despite leaving him"
        return "VBG" in verbs
    is_during = "while" in words and token.tag_ != "VBD"  # "while he was married", not "while others thought so"
    return "VBD" in verbs and (is_during or not words.isdisjoint(PAST_TIMES))
