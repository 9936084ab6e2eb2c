"""Prepositions left behind by "who": "Ben, whom she split from in May" tells from whom, not from what in May."""

from collections.abc import Iterator

from spacy.tokens import Doc, Token

from kg.nlp.governing import SUBJECTS, hang
from kg.nlp.phrases import places

_RELATIVES = ("who", "whom")
_LEFT = ("from", "with", "to")  # before one who is loved or left
_AFTER = ("IN", "CC", "WRB", ".", ",", ":", "-RRB-", "RB", "''", "_SP")  # tags of what may follow one left behind
_TIMES = frozenset(["last", "this", "earlier", "just"])
_FARTHEST = 6  # words from the verb


def hang_stranded(doc: Doc) -> None:
    """Hangs a preposition that has no noun behind it at the relative pronoun it goes with."""
    for i in places(doc, "LOWER", _RELATIVES):
        relative, verb = doc[i], doc[i].head
        others = [child for child in verb.lefts if child.dep_ in SUBJECTS and child != relative]
        if verb.i < i or verb.tag_[:2] not in ("VB", "JJ") or not others:
            continue
        preposition = _preposition(verb)
        if preposition.lower_ in _LEFT and _is_left(preposition):
            hang(preposition, relative, "case")
            relative.dep_ = "obl"
        for other in _twins(verb):
            preposition = _preposition(other)
            if preposition.lower_ in _LEFT and _is_left(preposition):  # "whom she married and split from in May"
                hang(preposition, other, "compound:prt")


def _twins(verb: Token) -> Iterator[Token]:
    """The verbs that are coordinated with one, one after another."""
    for child in list(verb.rights):
        if child.dep_ == "conj" and child.tag_[:2] == "VB":
            yield child
            yield from _twins(child)


def _preposition(verb: Token) -> Token:
    """The first one near behind the verb; itself if there is none."""
    inside = verb.doc[verb.i + 1 : min(verb.i + _FARTHEST, verb.sent.end)]
    return next((token for token in inside if token.tag_ in ("IN", "TO")), verb)


def _is_left(preposition: Token) -> bool:
    """Whether no noun follows: "whom she split from in May", "whom he was engaged to.", "who she left with today"."""
    if any(True for _ in preposition.children):
        return False
    if preposition.i + 1 == preposition.sent.end:
        return True
    after = preposition.nbor()
    return after.tag_ in _AFTER or after.lower_ in _TIMES
