"""Documents and paragraphs that tell a story: a plot, somebody who never lived."""

from spacy.tokens import Doc, Span

from kg.extract.status import Cues

CHARACTERS = {"character", "protagonist", "person", "detective", "hero", "heroine", "villain", "superhero", "figure"}
OPENING = 60  # words in which an article says what it is about


def plots(doc: Doc, cues: Cues) -> list[tuple[int, int]]:
    """The paragraphs that retell a story, as tokens: mostly in the present tense, with a word of fiction near."""
    fiction = cues["fiction"]
    found, start = [], 0
    opening = any(token.lemma_.lower() in fiction for token in doc[:OPENING])
    for token in doc:
        if (token.is_space and token.text.count("\n") > 1) or token.i + 1 == len(doc):
            if _is_plot(doc[start : token.i + 1], fiction, has_word=opening):
                found.append((start, token.i + 1))
            start = token.i + 1
    return found


def _is_plot(paragraph: Span, fiction: frozenset[str], *, has_word: bool) -> bool:
    present = sum(token.tag_ in ("VBZ", "VBP") for token in paragraph)
    past = sum(token.tag_ == "VBD" for token in paragraph)
    return present > max(past, 2) and (has_word or any(token.lemma_.lower() in fiction for token in paragraph))


def is_fiction(doc: Doc) -> bool:
    """Whether the document is about somebody who never lived: its first sentences call them fictional."""
    first = next((token.i for token in doc if token.idx >= doc._.body), 0)
    opening = doc[first : first + OPENING]
    return any(token.lower_ == "fictional" and token.head.lemma_ in CHARACTERS for token in opening)
