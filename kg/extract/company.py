"""Who is with somebody for years: "she has been with Ben since 2015", "he was with Ada for three years"."""

from collections.abc import Iterator

from spacy.tokens import Doc, Token

from kg.extract.finding import Finding
from kg.extract.roles import people, unique
from kg.extract.subjects import subjects
from kg.extract.tree import SUBJECT, children, preposition
from kg.nlp.marks import tokens_of

_YEARS = {"year", "decade", "month"}
_LASTING = {"for", "since", "from", "until"}  # before how long
_BESIDE = {*_LASTING, "to", "in", "before", "after"}  # before what else may be told of it
_HIRED = {"manager", "agent", "coach", "trainer", "publicist", "producer"}  # whom one is with for work


def company(doc: Doc) -> Iterator[Finding]:
    """Two of whom one is told to have been with the other for long; where no news tells it, they may be at war."""
    for token in tokens_of(doc):
        if not children(token, "cop") or preposition(token) != "with" or not _is_for_long(token):
            continue
        doers = subjects(token) if children(token, *SUBJECT) else ()
        pair = unique((*doers, *people(token)))
        if len(doers) == 1 and len(pair) == 2:
            roles = tuple(("partner", key) for key in pair)
            rule = "copula: with"
            yield Finding("state", "dating", token, roles, (token,), rule, weak=doc._.published is None)


def _is_for_long(token: Token) -> bool:
    """Whether it lasts for years, or from one day: not "for the weekend", nor "as her manager", "on tour"."""
    beside = [child for child in token.children if child.dep_.startswith(("nmod", "obl")) and child.i > token.i]
    times = [child for child in beside if preposition(child) in _LASTING]
    is_told = any(each.lemma_ in _YEARS or each.ent_type_ == "DATE" for each in times)
    is_alone = all(preposition(child) in _BESIDE or child.ent_type_ == "DATE" for child in beside)
    return is_told and is_alone and token.lemma_ not in _HIRED
