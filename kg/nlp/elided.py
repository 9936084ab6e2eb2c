"""Verbs of a chronology that leave out whose life it is: "1921, 27 September: marries Jane Roe."."""

from collections.abc import Iterator

from spacy.tokens import Doc, Token

from kg.nlp.candidates import Candidate
from kg.nlp.marks import is_of_date, opens_sentence

_TAGS = ("VBD", "VBN", "VBZ")
_ROW = ":–—"


def elided(doc: Doc) -> Iterator[Candidate]:
    """A candidate at the verb of each dated row that has no subject, in order."""
    for sent in doc.sents:
        if is_of_date(sent[0]) and any(token.text in _ROW for token in sent):
            verb = next((token for token in sent if _is_subjectless(token)), None)
            if verb is not None:
                yield Candidate(verb.i, verb.i + 1, verb.i, "elided")


def _is_subjectless(token: Token) -> bool:
    return token.tag_ in _TAGS and (opens_sentence(token) or _is_fronted(token))


def _is_fronted(token: Token) -> bool:
    """A participle before a clause whose subject is a pronoun: "1952: divorced from Jane, he marries Ada"."""
    clause = token.head
    is_ahead = token.dep_ == "advcl" and token.tag_ == "VBN" and token.i < clause.i
    return is_ahead and any(child.dep_.startswith("nsubj") and child.tag_ == "PRP" for child in clause.children)
