"""Training examples: windows of running text and single sentences, roughened now and then, as arrays of numbers."""

import random
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
from tokenizers import Tokenizer

from kg.nlp.shapes import SHAPES, normalised, shape
from kg.train.corpora import ANYTHING, Sentence, Text
from kg.train.silver import named_spans

MOST_PIECES = 12  # of one word: a web address needs no more
PARAGRAPH = len(SHAPES)  # added to the shape of a word that starts a paragraph
NO_SHAPE = 2 * len(SHAPES)  # of the signs around a window
LONGEST, SHORTEST, BATCH = 160, 30, 500
MASK = 103  # the encoder's own sign for a word that is hidden
HIDDEN_SHARE, RENAMED_SHARE = 0.05, 0.2  # of words, and of names that get another of their kind and length
POOL = 400  # windows that are sorted by length together


@dataclass(slots=True)
class Window:
    """Words of neighbouring sentences; `known` of them count for everything, the rest for sentence starts only."""

    pieces: list[list[int]]
    shapes: list[int]
    sentence: list[int]
    starts: list[int]
    names: list[int]
    tags: list[int]
    classes: list[int]
    forms: list[int]
    heads: list[int]
    labels: list[int]
    known: int


class Inventory:
    """Numbers for tags, word classes, forms (features), labels and word pieces; and names to put for others."""

    def __init__(self, tokenizer: Tokenizer, tags: list[str], classes: list[str], forms: list[str],
                 labels: list[str]) -> None:  # fmt: skip
        self.tokenizer = tokenizer
        self.columns = tags, classes, forms, labels
        self._numbers = [{name: i for i, name in enumerate(column)} for column in self.columns]
        self._pieces: dict[str, list[int]] = {}
        self.names: dict[tuple[str, int], list[list[str]]] = {}
        self.hidden = HIDDEN_SHARE

    @property
    def sizes(self) -> tuple[int, int, int, int]:
        """How many tags, classes, forms and labels there are."""
        tags, classes, forms, labels = map(len, self.columns)
        return tags, classes, forms, labels

    @classmethod
    def of(cls, tokenizer: Tokenizer, texts: list[Text]) -> "Inventory":
        """The inventory of the trees in `texts`, sorted; of forms those met five times."""
        found: list[Counter[str]] = [Counter() for _ in range(4)]
        for sentence in (sentence for text in texts for sentence in text.sentences):
            if sentence.tags is not None:
                columns = (sentence.tags, sentence.classes, sentence.forms, sentence.labels)
                for counts, column in zip(found, columns, strict=True):
                    counts.update(column)
        least = (1, 1, 5, 1)
        return cls(tokenizer, *(sorted(name for name, count in counts.items() if count >= some)
                                for counts, some in zip(found, least, strict=True)))  # fmt: skip

    def take_names(self, texts: list[Text]) -> None:
        """Keeps the names of people and places, by label and length, to put for one another."""
        for sentence in (sentence for text in texts for sentence in text.sentences):
            for start, end, label in named_spans(sentence):
                words = sentence.words[start:end]
                if label in ("PERSON", "PLACE") and all(word[:1].isupper() for word in words):
                    self.names.setdefault((label, end - start), []).append(words)

    def pieces(self, word: str) -> list[int]:
        """The word pieces of one normalised word; an unknown sign where it has none."""
        known = self._pieces.get(word)
        if known is None:
            known = self.tokenizer.encode(word, add_special_tokens=False).ids[:MOST_PIECES] or [100]
            self._pieces[word] = known
        return known

    def numbers(self, sentence: Sentence) -> list[list[int]]:
        """Tags, classes, forms and labels as numbers; -1 where there is no tree or it is not in the inventory."""
        if sentence.tags is None:
            return [[-1] * len(sentence.words)] * 4
        columns = (sentence.tags, sentence.classes, sentence.forms, sentence.labels)
        return [[known.get(name, -1) for name in column] for known, column in zip(self._numbers, columns, strict=True)]

    def renamed(self, sentence: Sentence, chance: random.Random) -> list[str]:
        """The words, now and then with another name of the same kind and length."""
        words = list(sentence.words)
        for start, end, label in named_spans(sentence):
            others = self.names.get((label, end - start))
            if others and chance.random() < RENAMED_SHARE and words[start][:1].isupper():
                words[start:end] = chance.choice(others)
        return words


def roughened(sentence: Sentence, inventory: Inventory, chance: random.Random) -> tuple[list[str], list[int]]:
    """The words as a headline, in capitals, in small letters or without a final stop may have them; and those kept."""
    words, kept = inventory.renamed(sentence, chance), list(range(len(sentence.words)))
    draw = chance.random()
    if draw < 0.03:
        words = [word.capitalize() if len(word) > 3 or i == 0 else word for i, word in enumerate(words)]
    elif draw < 0.045:
        words = [word.upper() for word in words]
    elif draw < 0.075:
        lead = chance.randint(1, 6)
        words = [word.upper() if i < lead else word for i, word in enumerate(words)]
    elif draw < 0.11:
        words = [word.lower() for word in words]
    if len(words) > 2 and chance.random() < 0.06 and words[-1] in ".!?" and len(words) - 1 not in sentence.heads[:-1]:
        kept.pop()
    return words, kept


def window(sentences: list[Sentence], inventory: Inventory, chance: random.Random | None, tail: int = 0) -> Window:
    """One window; of the last sentence only `tail` words and their starts, if any. Without `chance` as it stands."""
    made = Window([], [], [], [], [], [], [], [], [], [], 0)
    flagged = chance is None or chance.random() < 0.6
    for number, sentence in enumerate(sentences):
        words, kept = sentence.words, list(range(len(sentence.words)))
        if chance:
            words, kept = roughened(sentence, inventory, chance)
        is_tail = bool(tail) and number == len(sentences) - 1
        kept = kept[:tail] if is_tail else kept[:LONGEST]
        offset = len(made.pieces)
        tags, classes, forms, labels = inventory.numbers(sentence)
        # Capitals tell a work or an event from what merely was not annotated; without them nothing is known.
        lowered = words != sentence.words
        for i in kept:
            spelling = normalised(words[i])
            hidden = chance is not None and chance.random() < inventory.hidden
            made.pieces.append([MASK] if hidden else inventory.pieces(spelling))
            made.shapes.append(shape(spelling) + PARAGRAPH * (i == 0 and sentence.paragraph and flagged))
            made.sentence.append(number)
            made.starts.append(-1 if sentence.tags is None or sentence.is_parsed else int(i == 0))
            made.names.append(
                ANYTHING
                if is_tail or (lowered and sentence.names[i] & 1 == 0 and words[i].islower())
                else sentence.names[i]
            )
            made.tags.append(-1 if is_tail else tags[i])
            made.classes.append(-1 if is_tail else classes[i])
            made.forms.append(-1 if is_tail else forms[i])
            head = sentence.heads[i] if sentence.tags is not None else -1
            whole = sentence.tags is not None and head < len(sentence.words[:LONGEST]) and not is_tail
            made.heads.append(offset + head if whole else -1)
            made.labels.append(labels[i] if whole else -1)
        if not is_tail:
            made.known = len(made.pieces)
    return made


def windows(text: Text, inventory: Inventory, chance: random.Random) -> Iterator[Window]:
    """The document once, cut at random into single sentences and windows of random length."""
    at = 0
    while at < len(text.sentences):
        if chance.random() < SINGLE_SHARE:
            yield window(text.sentences[at : at + 1], inventory, chance)
            at += 1
            continue
        wanted, end, length = chance.randint(SHORTEST, LONGEST), at, 0
        while end < len(text.sentences) and (end == at or length + len(text.sentences[end].words) <= wanted):
            length += len(text.sentences[end].words)
            end += 1
        tail = chance.randint(1, 20) if end < len(text.sentences) and chance.random() < 0.5 else 0
        yield window(text.sentences[at : end + bool(tail)], inventory, chance, tail)
        at = end


# A window holds about five sentences, so that about a quarter of the words stand in single sentences.
SINGLE_SHARE = 0.6


# Of what has names only, the part that is read in an epoch: what is far from news, or little annotated, counts less.
SHARES = {"btc": 0.25, "wnut17": 0.25, "litbank": 0.5, "gap": 0.3, "fewrel": 0.5}


def epoch(texts: list[Text], inventory: Inventory, chance: random.Random) -> Iterator[list[Window]]:
    """Batches of about 500 pieces over every document, or a share of its source, in random order."""
    found: list[Window] = []
    for text in texts:
        if chance.random() > SHARES.get(text.source, 1):
            continue
        found.extend(windows(text, inventory, chance))
    chance.shuffle(found)
    for at in range(0, len(found), POOL):
        # Neighbours of one length waste nothing on padding.
        pool = sorted(found[at : at + POOL], key=_pieces)
        batches = list(_filled(pool))
        chance.shuffle(batches)
        yield from batches


def _pieces(made: Window) -> int:
    return sum(map(len, made.pieces)) + 2


def _filled(pool: list[Window]) -> Iterator[list[Window]]:
    batch: list[Window] = []
    size = 0
    for made in pool:
        if batch and size + _pieces(made) > BATCH * 1.15:
            yield batch
            batch, size = [], 0
        batch.append(made)
        size += _pieces(made)
        if size >= BATCH:
            yield batch
            batch, size = [], 0
    if batch:
        yield batch


def arrays(batch: list[Window]) -> dict[str, np.ndarray]:
    """A batch laid end to end: pieces with their place in the window and their word, words with what is known."""
    ids, positions, piece_window, piece_word, shapes = [], [], [], [], []
    word_window, word_place, sentence, heads, known = [], [], [], [], []
    words = 0
    for number, made in enumerate(batch):
        row = [(101, -1)]
        row += [(piece, i) for i, pieces in enumerate(made.pieces) for piece in pieces]
        row = [*row[:511], (102, -1)]
        for place, (piece, i) in enumerate(row):
            ids.append(piece)
            positions.append(place)
            piece_window.append(number)
            piece_word.append(-1 if i < 0 else words + i)
            shapes.append(NO_SHAPE if i < 0 else made.shapes[i])
        for i in range(len(made.pieces)):
            word_window.append(number)
            word_place.append(i)
            known.append(i < made.known)
        sentence += made.sentence
        heads += made.heads
        words += len(made.pieces)
    flat = {
        name: [value for made in batch for value in getattr(made, name)]
        for name in ("shapes", "starts", "names", "tags", "classes", "forms", "labels")
    }
    columns = dict(
        ids=ids,
        positions=positions,
        piece_window=piece_window,
        piece_word=piece_word,
        piece_shapes=shapes,
        word_window=word_window,
        word_place=word_place,
        sentence=sentence,
        heads=heads,
        known=known,
        **flat,
    )
    return {name: np.asarray(values, dtype=np.int64) for name, values in columns.items()}
