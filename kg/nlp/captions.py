"""Captions of pictures, which print a sentence of the text again: about the same people, and beside the story."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from itertools import groupby, islice

from spacy.tokens import Doc, Token

from kg.nlp.candidates import Candidate
from kg.nlp.quotations import lines

Passage = tuple[list[Token], int]  # the words of a paragraph, and the place among them where a sentence begins

_WORDS = 8  # that open a sentence and its copy; fewer may be said of anybody
_LABEL = 9  # words at most before the colon of "Happier times: …"
_LONGEST = 500  # words of a caption; a whole text without a full stop is none
_STOPS = frozenset(".!?…")
_QUOTES = frozenset("'\"’”)")


def as_in_text(doc: Doc, spotted: Iterable[Candidate]) -> None:
    """Reads what is no name in a caption of whom it means in the text that the caption repeats, as far as it does."""
    at = {each.head: each for each in spotted if each.kind != "name"}
    told: dict[tuple[str, ...], Passage] = {}
    captions = []
    for passage, is_caption in _passages(doc):
        if is_caption:
            captions.append(passage)
        else:
            told.setdefault(_opening(passage), passage)
    for passage in captions:
        source = told.setdefault(_opening(passage), passage)
        if source is not passage:
            _copy(source, passage, at)


def asides(doc: Doc) -> list[tuple[int, int]]:
    """The captions that only repeat the text, as tokens (start, end): behind them it goes on as if without them.

    Not those beside captions that tell something else.
    """
    passages = [passage for passage, _ in _passages(doc)]
    told = Counter(map(_opening, passages))
    again = {words[0].i for words, start in passages if told[_opening((words, start))] > 1}
    body = [words for words in _paragraphs(doc) if words and words[0].idx >= doc._.body]
    rows = [list(row) for is_open, row in groupby(body, _is_open) if is_open]  # not "He said: 'Yes.'"
    copies = [words for row in rows if all(each[0].i in again for each in row) for words in row]
    return [(words[0].i, words[-1].i + 1) for words in copies]


def _opening(passage: Passage) -> tuple[str, ...]:
    words, start = passage
    return tuple(word.text for word in words[start : start + _WORDS])


def _copy(source: Passage, copy: Passage, at: Mapping[int, Candidate]) -> None:
    """Gives what the words mean in the source to the same words of the copy, up to the first that differs.

    Whom these were taken for, the rest of the caption does not mean either.
    """
    (told_words, first), (words, start) = source, copy
    end, meant = start, {}
    for one, other in zip(islice(told_words, first, None), islice(words, start, None), strict=False):
        if one.text != other.text:
            break
        told, read = at.get(one.i), at.get(other.i)
        if told is not None and read is not None and told.people:
            meant[read.people] = told.people
            read.people = told.people
        end += 1
    if all(people == told for people, told in meant.items()):
        return
    for word in islice(words, end, None):
        read = at.get(word.i)
        if read is not None and read.people:
            read.people = meant.get(read.people, read.people)


def _passages(doc: Doc) -> Iterator[tuple[Passage, bool]]:
    """The words from each sentence on to the end of its paragraph, and whether they stand in a caption.

    A caption has a label, which is left out, or its paragraph ends without a full stop.
    """
    for paragraph in _paragraphs(doc):
        label, is_caption = _label(paragraph), _is_caption(paragraph)
        for i in range(label, len(paragraph) - _WORDS + 1):
            if i == label or paragraph[i].is_sent_start:
                yield (paragraph, i), is_caption


def _paragraphs(doc: Doc) -> Iterator[list[Token]]:
    for first, last in lines(doc):
        yield [token for token in doc[first:last] if not token.is_space]


def _is_caption(paragraph: list[Token]) -> bool:
    return 0 < len(paragraph) < _LONGEST and (_label(paragraph) > 0 or _is_open(paragraph))


def _label(paragraph: list[Token]) -> int:
    """How many words stand up to the colon that ends a label."""
    return next((i + 1 for i, word in enumerate(paragraph[:_LABEL]) if word.text == ":"), 0)


def _is_open(paragraph: list[Token]) -> bool:
    last = next((word for word in reversed(paragraph) if word.text not in _QUOTES), paragraph[-1])
    return last.text[-1] not in _STOPS
