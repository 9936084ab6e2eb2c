"""Where a happening took place and the work it belongs to, from the words under its trigger."""

from spacy.tokens import Span, Token

from kg.extract.frames import Finding
from kg.extract.tree import preposition

AT = {"in", "at", "near", "on", "outside", "inside"}
WITH_WORK = {"in", "on", "for", "of", "during", "while", "as"}


def place_of(finding: Finding) -> str | None:
    """The place named with "in" or "at" under the trigger."""
    return _named_under(finding, {"PLACE"}, AT)


def work_of(finding: Finding) -> str | None:
    """The film, play or book named under the trigger."""
    return _named_under(finding, {"WORK"}, WITH_WORK)


def _named_under(finding: Finding, labels: set[str], prepositions: set[str]) -> str | None:
    for word in finding.words:
        for child in word.children:
            if child.dep_.startswith(("obl", "nmod")) and preposition(child) in prepositions:
                entity = _entity(child, labels)
                if entity is not None:
                    return entity.text
    return None


def _entity(token: Token, labels: set[str]) -> Span | None:
    """The named entity in a noun phrase, the longest first: "the Donmar Warehouse in London" gives the theatre."""
    start, end = token.left_edge.i, token.right_edge.i + 1
    inside = [ent for ent in token.doc[start:end].ents if ent.label_ in labels]
    over = [ent for ent in inside if ent.start <= token.i < ent.end]
    return (over or inside or [None])[0]
