"""Captions of pictures, which print a sentence of the text again: they are about the same people."""

from collections.abc import Iterable, Iterator, Mapping

from spacy.tokens import Doc, Token

from kg.nlp.candidates import Candidate

_WORDS = 8  # that open a sentence and its copy; fewer may be said of anybody
_LABEL = 9  # words at most before the colon of "Happier times: …"
_STOPS = frozenset(".!?…")
_QUOTES = frozenset("'\"’”)")


def as_in_text(doc: Doc, spotted: Iterable[Candidate]) -> None:
    """Reads what is no name in a caption of whom it means in the text that the caption repeats, as far as it does."""
    at = {each.head: each for each in spotted if each.kind != "name"}
    told: dict[tuple[str, ...], list[Token]] = {}
    captions = []
    for words, is_caption in _passages(doc):
        if is_caption:
            captions.append(words)
        else:
            told.setdefault(_opening(words), words)
    for words in captions:
        _copy(told.setdefault(_opening(words), words), words, at)


def _opening(words: list[Token]) -> tuple[str, ...]:
    return tuple(word.text for word in words[:_WORDS])


def _copy(source: list[Token], words: list[Token], at: Mapping[int, Candidate]) -> None:
    """Gives what the words mean in the source to the same words of the copy, up to the first that differs.

    Whom these were taken for, the rest of the caption does not mean either.
    """
    pairs = enumerate(zip(source, words, strict=False))
    length = next((i for i, (one, other) in pairs if one.text != other.text), min(len(source), len(words)))
    meant = {}
    for one, other in zip(source[:length], words[:length], strict=False):
        told, read = at.get(one.i), at.get(other.i)
        if told is not None and read is not None and told.people:
            meant[read.people] = told.people
            read.people = told.people
    for word in words[length:]:
        read = at.get(word.i)
        if read is not None and read.people:
            read.people = meant.get(read.people, read.people)


def _passages(doc: Doc) -> Iterator[tuple[list[Token], bool]]:
    """The words from each sentence on to the end of its paragraph, and whether they stand in a caption.

    A caption has a label, which is left out, or its paragraph ends without a full stop.
    """
    for paragraph in _paragraphs(doc):
        label = _label(paragraph)
        is_caption = label > 0 or _is_open(paragraph)
        for i in range(label, len(paragraph) - _WORDS + 1):
            if i == label or paragraph[i].is_sent_start:
                yield paragraph[i:], is_caption


def _paragraphs(doc: Doc) -> Iterator[list[Token]]:
    words: list[Token] = []
    for token in doc:
        if not token.is_space:
            words.append(token)
        elif "\n" in token.text and words:
            yield words
            words = []
    if words:
        yield words


def _label(paragraph: list[Token]) -> int:
    """How many words stand up to the colon that ends a label."""
    return next((i + 1 for i, word in enumerate(paragraph[:_LABEL]) if word.text == ":"), 0)


def _is_open(paragraph: list[Token]) -> bool:
    last = next((word for word in reversed(paragraph) if word.text not in _QUOTES), paragraph[-1])
    return last.text[-1] not in _STOPS
