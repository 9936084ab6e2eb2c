"""Denials and confirmations of what was told before: "he denied the claims", "the rumours were true"."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from spacy.tokens import Doc, Token

from kg.extract.finding import Finding
from kg.extract.implied import before, place_of
from kg.extract.status import BRANDING, telling
from kg.extract.stories import Cues, is_cue, is_story
from kg.extract.tree import SUBJECT, children, preposition
from kg.nlp.marks import tokens_of
from kg.records import Status

REACH = 60  # words back to what a denial takes up
IT = {"it", "this", "that"}
# what makes nothing of a story when said of "it": "it is wrong" may be a matter of morals, "it is untrue" is none
FALSE = {"untrue", "false", "nonsense", "fiction", "fabrication", "invention", "lie", "rubbish", "bogus"}
CONFIRMING = {"confirm", "admit"}
DISMISSING = {*BRANDING, "dismiss"}


def taken_up(doc: Doc, cues: Cues) -> list[tuple[Token, Status | None]]:
    """The words that deny what was told before, or confirm it (None: told as these words tell it)."""
    heads = {
        "true",
        "truth",
        "nothing",
        *CONFIRMING,
        *DISMISSING,
        *FALSE,
        *(word.split()[0] for word in cues["denied"]),
    }
    words = (token for token in tokens_of(doc) if token.lemma_.lower() in heads)
    found = ((token, _denies(token, cues), _confirms(token, cues)) for token in words)
    return [(token, Status.DENIED if denies else None) for token, denies, confirms in found if denies or confirms]


def replies(words: Sequence[tuple[Token, Status | None]], doubted: Sequence[Finding], cues: Cues) -> Iterator[Finding]:
    """What `words` deny or confirm: of `doubted`, the rumours and reports, the last before them."""
    told = sorted(doubted, key=place_of)
    for token, status in words:
        if near := before(token.i, told, REACH):
            rule = f"reply: {token.lemma_.lower()}"
            again = replace(near[-1], trigger=token, words=(token,), rule=rule, status=status, attests=False)
            yield replace(again, near=None, ended_by=None)


def _denies(token: Token, cues: Cues) -> bool:
    if token.pos_ == "VERB":
        return _is_denial(token, cues) and telling(token, cues).status.is_real
    if token.lemma_ == "true":  # "it is not true"
        return _is_of_story(token, cues, IT) and telling(token, cues).status is Status.NEGATED
    if token.lower_ in ("truth", "nothing"):
        return _is_baseless(token, cues)
    is_said = token.lemma_ in FALSE and bool(children(token, "cop")) and _is_of_story(token, cues, IT)
    return (is_said and telling(token, cues).status.is_real) or (token.lemma_ in FALSE and _is_all_that_is_said(token))


def _confirms(token: Token, cues: Cues) -> bool:
    if token.lemma_ == "true":  # "it was all true"
        return _is_of_story(token, cues, IT) and telling(token, cues).status is Status.ASSERTED
    is_verb = token.pos_ == "VERB" and token.lemma_ in CONFIRMING
    told = [*children(token, "obj"), *children(token, "nsubj:pass")] if is_verb else []
    return any(_takes_up(each, cues, set()) for each in told) and telling(token, cues).status is Status.ASSERTED


def _is_denial(verb: Token, cues: Cues) -> bool:
    """ "She denied it", "laughed off the rumours", "called the story fiction"."""
    told = children(verb, "obj", "nsubj:pass", "obl")
    if verb.lemma_ in DISMISSING:  # in "called the story fiction" the tree may take both nouns for one
        false = [token for token in verb.doc[verb.i + 1 : verb.sent.end] if token.lemma_.lower() in FALSE]
        told += [child for token in false for child in children(token, "compound")]
        return bool(false) and any(_takes_up(each, cues, IT) for each in told)
    pronouns = IT if verb.lemma_ == "deny" else set()
    return is_cue(verb, cues["denied"]) and any(_takes_up(each, cues, pronouns) for each in told)


def _takes_up(noun: Token, cues: Cues, pronouns: set[str]) -> bool:
    """Whether a noun stands for what was told: "it", "the rumours"; not "rumours that he drank", "his report"."""
    if noun.lower_ in pronouns:
        return True
    says_more = children(noun, "acl", "acl:relcl", "nmod", "nmod:poss", "compound", "amod")
    is_told = is_story(noun, cues) and noun.pos_ == "NOUN"
    return is_told and not any(child.dep_ != "amod" or child.pos_ != "ADJ" for child in says_more)


def _is_of_story(predicate: Token, cues: Cues, pronouns: set[str]) -> bool:
    return any(_takes_up(child, cues, pronouns) for child in children(predicate, *SUBJECT))


def _is_baseless(noun: Token, cues: Cues) -> bool:
    """ "There is no truth in it", "there was nothing in the story"."""
    is_there = noun.dep_ in SUBJECT and noun.head.lemma_ == "be" and bool(children(noun.head, "expl"))
    is_none = noun.lower_ == "nothing" or any(child.lower_ == "no" for child in children(noun, "det"))
    stories = [each for word in (noun, noun.head) for each in children(word, "nmod", "obl")]
    told = [each for each in stories if preposition(each) in ("in", "to")]
    return is_there and is_none and any(_takes_up(each, cues, IT) for each in told)


def _is_all_that_is_said(noun: Token) -> bool:
    """Whether a quotation is nothing but the word: "A complete invention," his office said."""
    quotation = next((each for each in noun.doc._.speakers if each.start <= noun.i < each.end), None)
    if quotation is None:
        return False
    said = [token for token in noun.doc[quotation.start : quotation.end] if not token.is_punct and not token.is_quote]
    return bool(said) and said[-1] == noun and said[0].i >= noun.left_edge.i
