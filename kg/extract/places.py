"""Where a happening took place and the work it belongs to, from the words under its trigger."""

from collections.abc import Iterator

from spacy.tokens import Span, Token

from kg.extract.finding import Finding
from kg.extract.order import SHARED
from kg.extract.tree import children, is_when, preposition

# a house or a company can be the place of "at", a country or town of "in"
PLACES = {"at": {"PLACE", "ORG", "EVENT"}, "in": {"PLACE"}, "near": {"PLACE"}, "outside": {"PLACE", "ORG"}}
WORKS = {word: {"WORK", "OTHER"} for word in ("in", "on", "for", "of", "during", "as", "while")}
NAMING = {"call", "entitle", "name", "title"}
DEPTH = 3  # nouns between the trigger and the name: "in the production of Belleville at the Donmar Warehouse"


def place_of(finding: Finding) -> str | None:
    """The place named with "at" or "in" under the trigger, one with "at" first: the house before the town."""
    found = [(preposition(token) != "at", token.i, span.text) for token, span in _named(finding, PLACES)]
    return min(found)[2] if found else None


def work_of(finding: Finding) -> str | None:
    """The film, play or book named under the trigger or right before it ("her Glee co-star"), or what is made."""
    made = (_name_of(thing) for thing in finding.words[1:]) if finding.rule.startswith("making") else iter(())
    before = (_entity(name).text for name in _names_before(finding.trigger) if finding.type == SHARED)
    behind = (span.text for _, span in _named(finding, WORKS))
    return next((name for name in (*made, *before, *behind) if name), None)


def _names_before(noun: Token) -> Iterator[Token]:
    """The name of a show or club before a word for colleagues: "her Glee co-star"."""
    beside = (word for word in (*noun.lefts, *noun.head.lefts) if word.dep_ == "compound" and word.i < noun.i)
    return (word for word in beside if word.text[0].isupper() and word.ent_type_ != "PERSON" and word.sent_start != 1)


def _name_of(thing: Token) -> str | None:
    """The name of a show, a book or a company: "the podcast Salt", "a company called Salt & Sons"."""
    called = [each for clause in children(thing, "acl") if clause.lemma_ in NAMING for each in clause.rights]
    named = (each for each in (thing, *children(thing, "appos"), *called) if is_titled(each))
    return next((_entity(each).text.strip(" –—-") for each in named), None)


def is_titled(noun: Token) -> bool:
    """Whether it belongs to the name of a work, a company or another thing, but no person or place."""
    return noun.ent_type_ in ("WORK", "ORG", "OTHER", "EVENT")


def _named(finding: Finding, labels: dict[str, set[str]]) -> Iterator[tuple[Token, Span]]:
    """Entities under the trigger, or under a clause of the same time, whose preposition admits their label."""
    clauses = [child for child in finding.trigger.children if child.dep_ == "advcl" and is_when(child)]
    for word in (*finding.words, *clauses):
        for token in _nouns(word, DEPTH):
            if token.ent_type_ in labels.get(preposition(token), ()):
                yield token, _entity(token)


def _nouns(word: Token, depth: int) -> Iterator[Token]:
    """Nouns that hang under a word through other nouns."""
    for child in word.children:
        if child.dep_.startswith(("obl", "nmod", "obj")):
            yield child
            if depth > 1:
                yield from _nouns(child, depth - 1)


def _entity(token: Token) -> Span:
    """The entity that covers a token, found beside it: asking the document for all its entities costs its length."""
    doc, start, end = token.doc, token.i, token.i + 1
    while start > 0 and doc[start].ent_iob_ == "I":
        start -= 1
    while end < len(doc) and doc[end].ent_iob_ == "I":
        end += 1
    return doc[start:end]
