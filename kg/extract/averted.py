"""What did not come about: forbidden, refused, opposed, given up, or all but done."""

from spacy.tokens import Token

from kg.extract.stories import Cues
from kg.extract.tree import children

UNWILLING = {"refuse", "decline", "fail"}
AGAINST = {"oppose", "object", "lie"}  # doing something, to it or about it
FORBIDDING = {"forbid", "prohibit", "ban", "bar"}  # to do something
SHUNNING = {"avoid", "dodge", "evade"}  # doing it
SHORT_OF = {("short", "of"), ("close", "to"), ("near", "to"), ("far", "from")}  # "stopped short of marrying"


def is_averted(token: Token, above: Token, cues: Cues) -> bool:
    """ "Vetoed a marriage", "was forbidden to marry", "kept from marrying", "avoided marrying", "close to marrying"."""
    lemma, words = above.lemma_.lower(), {child.lower_ for child in children(token, "mark", "case")}
    if token.tag_ == "VBG":
        near = {(each.lemma_.lower(), word) for each in (above, *above.children) for word in words}
        return (lemma in cues["averted"] and "from" in words) or lemma in SHUNNING or not near.isdisjoint(SHORT_OF)
    is_clause = "to" in words and lemma in FORBIDDING
    return is_clause or (lemma in cues["barred"] and token.dep_ in ("obj", "nsubj:pass"))


def is_opposed(token: Token, above: Token) -> bool:
    """ "Warned against marrying him", "opposed marrying him", "ruled out marrying him", "gave up on marrying him"."""
    words = {child.lower_ for child in children(token, "mark", "case")}
    parts = {child.lower_ for child in children(above, "compound:prt")}
    is_ruled_out = above.lemma_ == "rule" and "out" in parts and not words
    is_given_up = above.lemma_ == "give" and "up" in parts and words == {"on"} and not children(above, "obj")
    is_fought = above.lemma_ in AGAINST and words <= {"about", "to"}
    return token.tag_ == "VBG" and ("against" in words or is_fought or is_ruled_out or is_given_up)


def is_declined(token: Token, above: Token) -> bool:
    """ "She refused to marry him", "she refused an arranged marriage to him"; not "she rejected her marriage"."""
    is_offer = token.dep_ == "obj" and token.pos_ == "NOUN" and not children(token, "nmod:poss")
    return above.lemma_ in UNWILLING and (token.dep_ == "xcomp" or (is_offer and above.lemma_ != "fail"))
