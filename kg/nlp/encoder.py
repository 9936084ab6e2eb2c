"""The component `kg_encoder`: one pass of a small encoder gives tags, features, trees, sentences, names and vectors.

A document is read in windows of running text, each cut and computed alone and always in the same way,
so that its numbers depend on nothing but its own text.
"""

import io
import json
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path
from typing import Any, cast

import numpy as np
from numpy.typing import NDArray
from spacy.attrs import DEP, ENT_IOB, ENT_TYPE, HEAD, MORPH, POS, TAG
from spacy.language import Language
from spacy.symbols import IDS
from spacy.tokens import Doc

from kg.nlp.names import bare
from kg.nlp.repairs import repaired
from kg.nlp.shapes import SHAPES, normalised, shape
from kg.nlp.trees import names, spans, tree
from kg.nlp.windows import (
    LEAST,
    LONG_PIECES,
    PIECES,
    Words,
    given,
    join_names,
    join_rows,
    paragraph_ends,
    part_quotations,
    spell_out,
    window_end,
)  # fmt: skip

MOST_PIECES = 12  # of one word: a web address needs no more
_UNKNOWN = 100  # a word of no known piece
_WIDE = 384
_REMEMBERED = 200_000
FILES = ("encoder.onnx", "labels.npz", "inventory.json", "tokenizer.json")


@dataclass(slots=True)
class Reading:
    """What was read of a document's words; heads are places among the words."""

    starts: list[int]
    tags: list[int]
    classes: list[int]
    forms: list[int]
    heads: list[int]
    labels: list[int]
    names: list[str]


class Encoder:
    """Sets tags, trees, sentence starts, names and `doc.tensor` (a vector a token; nought for white space)."""

    def __init__(self, name: str = "kg_encoder", files: dict[str, bytes] | None = None) -> None:
        self.name = name
        self.take(files or {})

    def take(self, files: dict[str, bytes]) -> None:
        """Takes the contents of the files named in `FILES`."""
        self.files = files
        self._session: Any = None
        self._tokenizer: Any = None
        self._known: dict[int, tuple[list[int], int]] = {}
        if files:
            inventory = json.loads(files["inventory.json"])
            self.tags: list[str] = inventory["tags"]
            self.classes: list[str] = inventory["classes"]
            self.forms: list[str] = inventory["forms"]
            self.labels: list[str] = inventory["labels"]
            self.bio: list[str] = inventory["bio"]
            self._root = self.labels.index("root")
            arrays = np.load(io.BytesIO(files["labels.npz"]))
            self._label_weight, self._label_bias = arrays["weight"], arrays["bias"]

    # spaCy

    def __call__(self, doc: Doc) -> Doc:
        words = self._words(doc)
        # Filled window by window: a copy of the vectors of a long document would double its memory.
        tensor = np.zeros((len(doc), _WIDE), dtype=np.float32)
        self._write(doc, words, self._read(words, tensor))
        doc.tensor = cast(Any, tensor)
        return repaired(doc)

    def pipe(self, stream: Iterable[Doc], batch_size: int = 1) -> Iterator[Doc]:
        """Each document alone: neighbours and `batch_size` change nothing."""
        del batch_size
        yield from map(self, stream)

    def to_disk(self, path: str | Path, exclude: Iterable[str] = ()) -> None:
        """Writes the weights into a folder."""
        del exclude
        folder = Path(path)
        folder.mkdir(parents=True, exist_ok=True)
        for name, content in self.files.items():
            (folder / name).write_bytes(content)

    def from_disk(self, path: str | Path, exclude: Iterable[str] = ()) -> "Encoder":
        """Takes the weights from a folder."""
        del exclude
        self.take({name: (Path(path) / name).read_bytes() for name in FILES})
        return self

    def to_bytes(self, exclude: Iterable[str] = ()) -> bytes:
        """The weights in one string of bytes."""
        del exclude
        import srsly

        return bytes(srsly.msgpack_dumps(self.files))

    def from_bytes(self, content: bytes, exclude: Iterable[str] = ()) -> "Encoder":
        """Takes the weights from `to_bytes`."""
        del exclude
        import srsly

        self.take(srsly.msgpack_loads(content))
        return self

    def __getstate__(self) -> dict[str, Any]:
        return {"name": self.name, "files": self.files}

    def __setstate__(self, state: dict[str, Any]) -> None:
        self.name = state["name"]
        self.take(state["files"])

    # words

    def _words(self, doc: Doc) -> Words:
        words = Words([], [], [], [])
        if not len(doc):
            return words
        strings, known = doc.vocab.strings, self._known
        read = [known.get(orth) or self._spelled(orth, strings[orth]) for orth in doc.to_array("ORTH").tolist()]
        ends = paragraph_ends(doc, [i for i, (pieces, breaks) in enumerate(read) if breaks and not pieces])
        given = doc.to_array("SENT_START").astype(np.int64).tolist()
        paragraph = True
        for i, (pieces, kind) in enumerate(read):
            if not pieces:
                paragraph |= i in ends
                continue
            words.places.append(i)
            words.pieces.append(pieces)
            words.shapes.append(kind + len(SHAPES) * paragraph)
            words.forced.append(given[i] if i and given[i] else int(paragraph))
            paragraph = False
        if words.forced:
            words.forced[0] = 1
        join_rows(words, doc)
        join_names(words, doc)
        part_quotations(words, doc)
        spell_out(words, doc, lambda word: self._spelled(strings.add(word), word))
        return words

    def _spelled(self, orth: int, text: str) -> tuple[list[int], int]:
        """The pieces and shape of a word, kept for the next time; of white space none, and the lines it ends."""
        if len(self._known) >= _REMEMBERED:
            self._known.clear()
        if text.isspace():
            found: tuple[list[int], int] = ([], text.count("\n"))
        else:
            # A "word" of a million letters is cut before it is looked at.
            plain = normalised(text[:200])
            ids = self._pieces.encode(plain, add_special_tokens=False).ids[:MOST_PIECES]
            found = (ids or [_UNKNOWN], shape(plain))
        self._known[orth] = found
        return found

    @property
    def _pieces(self) -> Any:
        if self._tokenizer is None:
            from tokenizers import Tokenizer

            self._tokenizer = Tokenizer.from_str(self.files["tokenizer.json"].decode())
        return self._tokenizer

    # windows

    def _read(self, words: Words, tensor: NDArray[np.float32]) -> Reading:
        reading = Reading([], [], [], [], [], [], [])
        count, start, most = len(words.places), 0, PIECES
        while start < count:
            end = window_end(words, start, most)
            output = self._run(words, start, end)
            starts = _starts(output["starts"], words.forced[start:end])
            if end == count or words.forced[end] == 1:
                done = end - start
            elif len(starts) > 1 and (most == PIECES or starts[-1] >= LEAST):
                done = starts.pop()
            elif most == PIECES:
                most = LONG_PIECES
                continue
            else:
                # One sentence that fills the longest window: cut where a new one is least unlikely.
                half = (end - start) // 2
                done = half + int(output["starts"][half:].argmax()) if end - start > 1 else 1
            done = max(done, 1)
            self._keep(reading, output, starts, start, done)
            tensor[words.places[start : start + done]] = output["vectors"][:done]
            start += done
            most = PIECES
        return reading

    def _run(self, words: Words, start: int, end: int) -> dict[str, NDArray[Any]]:
        model = self._model
        found = model.run(None, given(words.pieces[start:end], words.shapes[start:end]))
        return dict(zip(self._names, found, strict=True))

    @property
    def _model(self) -> Any:
        if self._session is None:
            import onnxruntime

            options = onnxruntime.SessionOptions()
            options.intra_op_num_threads = options.inter_op_num_threads = 1
            options.log_severity_level = 3
            content = self.files["encoder.onnx"]
            self._session = onnxruntime.InferenceSession(content, options, providers=["CPUExecutionProvider"])
            self._names = [output.name for output in self._session.get_outputs()]
        return self._session

    def _keep(
        self, reading: Reading, output: dict[str, NDArray[Any]], starts: list[int], start: int, done: int
    ) -> None:
        """Takes the first `done` words of a window into the reading, sentence by sentence."""
        arcs = output["arcs"]
        heads: list[int] = []
        bounds = [*(place for place in starts if place < done), done]
        for first, end in pairwise(bounds):
            heads += [first + head for head in tree(arcs[first:end, first:end])]
            reading.names += names(output["names"][first:end], self.bio)
        reading.starts += [start + place for place in bounds[:-1]]
        reading.heads += [start + head for head in heads]
        reading.labels += self._labelled(output, heads)
        reading.tags += output["tags"][:done].tolist()
        reading.classes += output["classes"][:done].tolist()
        reading.forms += output["forms"][:done].tolist()

    def _labelled(self, output: dict[str, NDArray[Any]], heads: list[int]) -> list[int]:
        dependents = output["label_dependent"][: len(heads)]
        pairs = output["label_governor"].take(heads, axis=0)  # a sum through a rectifier beside a product, in place
        half = dependents.shape[1] // 2
        added, product = pairs[:, :half], pairs[:, half:]
        np.maximum(np.add(added, dependents[:, :half], out=added), 0, out=added)
        np.multiply(product, dependents[:, half:], out=product)
        scores = pairs @ self._label_weight + self._label_bias
        is_root = np.array(heads) == np.arange(len(heads))
        scores[:, self._root] = np.where(is_root, np.inf, -np.inf)
        labels: list[int] = scores.argmax(axis=1).tolist()
        return labels

    # results

    def _write(self, doc: Doc, words: Words, reading: Reading) -> None:
        places = np.array(words.places, dtype=np.int64)
        strings = doc.vocab.strings
        morphology = doc.vocab.morphology
        columns = np.zeros((len(doc), 7), dtype=np.uint64)
        columns[:, 0] = strings.add("_SP")
        columns[:, 1] = IDS["SPACE"]
        columns[:, 3] = strings.add("dep")
        columns[:, 4] = 2
        columns[:, 6] = morphology.add("_")
        if len(places):
            self._fill(columns, places, reading, doc)
            columns[places, 6] = _keys(reading.forms, lambda number: morphology.add(self.forms[number]))
        else:
            columns.view(np.int64)[:, 2] = -np.arange(len(doc))
        doc.from_array([TAG, POS, HEAD, DEP, ENT_IOB, ENT_TYPE, MORPH], cast(Any, columns))

    def _fill(self, columns: NDArray[np.uint64], places: NDArray[np.int64], reading: Reading, doc: Doc) -> None:
        """Writes the reading of the words at `places` into the columns TAG, POS, HEAD, DEP, ENT_IOB, ENT_TYPE."""
        strings = doc.vocab.strings
        columns[places, 0] = _keys(reading.tags, lambda number: strings.add(self.tags[number]))
        columns[places, 1] = _keys(reading.classes, lambda number: IDS[self.classes[number]])
        columns[places, 3] = _keys(reading.labels, lambda number: strings.add(self.labels[number]))
        heads = columns.view(np.int64)[:, 2]  # told from the word itself, so some are below nought
        heads[places] = places[reading.heads] - places
        _hang_blanks(heads, places)
        for first, end, label in self._names_of(reading):
            if label == "PERSON":
                lead, length = bare([doc[place].text for place in places[first:end].tolist()])
                first, end = first + lead, first + length
            columns[places[first] : places[end - 1] + 1, 4] = 1
            columns[places[first], 4] = 3
            columns[places[first] : places[end - 1] + 1, 5] = strings.add(label)

    def _names_of(self, reading: Reading) -> Iterator[tuple[int, int, str]]:
        """Names as places among the words; none runs over the end of a sentence."""
        bounds = [*reading.starts, len(reading.names)]
        for first, end in pairwise(bounds):
            for start, stop, label in spans(reading.names[first:end]):
                yield first + start, first + stop, label


def _keys(numbers: list[int], key: Callable[[int], int]) -> NDArray[np.uint64]:
    """The key of each number; each is looked up once."""
    keys = {number: key(number) for number in set(numbers)}
    return np.array([keys[number] for number in numbers], dtype=np.uint64)


def _starts(logits: NDArray[np.float32], forced: list[int]) -> list[int]:
    """The places in the window where sentences start, its first word included."""
    return [i for i, (logit, given) in enumerate(zip(logits.tolist(), forced, strict=True))
            if i == 0 or given == 1 or (given == 0 and logit > 0)]  # fmt: skip


def _hang_blanks(heads: NDArray[np.int64], places: NDArray[np.int64]) -> None:
    """Hangs white space under the word before it, or at the beginning of a document under the first word."""
    blank = np.ones(len(heads), dtype=bool)
    blank[places] = False
    for i in np.flatnonzero(blank).tolist():
        before = int(places.searchsorted(i)) - 1
        heads[i] = places[max(before, 0)] - i


@Language.factory(
    "kg_encoder",
    assigns=["token.tag", "token.pos", "token.morph", "token.dep", "token.head", "token.is_sent_start", "doc.ents",
             "doc.tensor"],
)  # fmt: skip
def make_encoder(nlp: Language, name: str) -> Encoder:
    """The component without weights: `from_disk` brings them."""
    del nlp
    return Encoder(name)
