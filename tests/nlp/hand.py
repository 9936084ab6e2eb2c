"""Documents typed in by hand: words with their tags, trees and names."""

from functools import lru_cache

import spacy
from spacy.language import Language
from spacy.tokens import Doc, Span

from kg.nlp import lemmas as _lemmas  # registers kg_lemmas  # noqa: F401
from kg.nlp.coreference import Coreference

LABELS = {"P": "PERSON", "O": "ORG", "L": "PLACE"}


@lru_cache
def _nlp() -> Language:
    nlp = spacy.blank("en")
    nlp.add_pipe("kg_lemmas")
    return nlp


def doc_of(*sentences: str, body: int = 0) -> Doc:
    """A Doc read by Coreference; each token is `word|tag|dep|offset of its head[|label]`.

    `~` before a word: no blank stands before it. `¶` is a paragraph's end. Labels P, O, L begin a name, small ones go
    on.
    """
    rows = [row.split("|") for sentence in sentences for row in sentence.split()]
    words = [row[0].lstrip("~").replace("¶", "\n\n") for row in rows]
    glued = [row[0].startswith("~") for row in rows[1:]] + [True]
    breaks = [row[0] == "¶" for row in rows]
    after = [not (glue or here or there) for glue, here, there in zip(glued, breaks, [*breaks[1:], True], strict=True)]
    starts = [place == 0 for sentence in sentences for place in range(len(sentence.split()))]
    doc = Doc(
        _nlp().vocab,
        words=words,
        spaces=after,
        tags=[row[1] for row in rows],
        deps=[row[2] for row in rows],
        heads=[i + int(row[3]) for i, row in enumerate(rows)],
        sent_starts=starts,
    )
    doc.ents = _names(doc, rows)
    doc._.body = body
    for _, pipe in _nlp().pipeline:
        doc = pipe(doc)
    return Coreference()(doc)


def _names(doc: Doc, rows: list[list[str]]) -> list[Span]:
    labels = [row[4] if len(row) > 4 else "" for row in rows] + [""]
    spans = []
    for start, label in enumerate(labels):
        if label in LABELS:
            end = next(i for i in range(start + 1, len(labels)) if labels[i] != label.lower())
            spans.append(Span(doc, start, end, label=LABELS[label]))
    return spans


def people(doc: Doc, text: str, which: int = 0) -> tuple[str, ...]:
    """Whom the mention written `text` (its `which`-th) speaks of."""
    found = [mention for mention in doc._.mentions if doc[mention.start : mention.end].text == text]
    people: tuple[str, ...] = found[which].people
    return people
