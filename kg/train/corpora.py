"""The public formats, read: CoNLL-U trees and records of names, made into documents of annotated sentences."""

import gzip
import json
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

NAMES = ("PERSON", "ORG", "PLACE", "DATE", "WORK", "EVENT", "OTHER")
CHAINS = Path(__file__).with_name("chains.jsonl.gz")
BIO = ("O", *(f"{prefix}-{name}" for name in NAMES for prefix in "BI"))
ANYTHING = (1 << len(BIO)) - 1
_CALENDAR = re.compile(
    r".*\d|(january|february|march|april|may|june|july|august|september|october|november|december"
    r"|jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec|monday|tuesday|wednesday|thursday|friday|saturday|sunday)\.?$",
    re.IGNORECASE,
)


@dataclass(slots=True)
class Sentence:
    """Words with what is known of them: a tree (or None) and, for each word, the BIO tags it may bear as bits."""

    words: list[str]
    spaces: list[bool]
    names: list[int]
    paragraph: bool = False
    tags: list[str] | None = None
    classes: list[str] = field(default_factory=list)
    lemmas: list[str] = field(default_factory=list)
    forms: list[str] = field(default_factory=list)
    heads: list[int] = field(default_factory=list)
    labels: list[str] = field(default_factory=list)
    is_parsed: bool = False  # by a network, not by people: its tree is there, but where it begins was not told


@dataclass(slots=True)
class Text:
    """One document's sentences in order."""

    name: str
    source: str
    sentences: list[Sentence]


def lines(path: Path) -> Iterator[str]:
    """The lines of a gzipped text file, without their ends."""
    with gzip.open(path, "rt", encoding="utf-8") as file:
        for line in file:
            yield line.rstrip("\n")


def records(path: Path) -> Iterator[dict[str, Any]]:
    """The records of a gzipped JSON Lines file."""
    return (json.loads(line) for line in lines(path))


def trees(path: Path) -> list[Text]:
    """The documents of a CoNLL-U file; contracted words are read as their parts."""
    texts: list[Text] = []
    rows: list[list[str]] = []
    source, paragraph = "", False
    for line in lines(path):
        if line.startswith("# newdoc"):
            texts.append(Text(line.partition("=")[2].strip(), "", []))
            paragraph = True
        elif line.startswith("# newpar"):
            paragraph = True
        elif line.startswith("# source"):
            source = line.partition("=")[2].strip()
        elif line and line[0] != "#":
            rows.append(line.split("\t"))
        elif not line and rows:
            texts[-1].source = source
            texts[-1].sentences.append(_tree(rows, paragraph))
            rows, paragraph = [], False
    return texts


def _tree(rows: list[list[str]], paragraph: bool) -> Sentence:
    rows = [row for row in rows if row[0].isdigit()]
    heads = [int(row[6]) - 1 for row in rows]
    return Sentence(
        words=[row[1] for row in rows],
        spaces=["SpaceAfter=No" not in row[9] for row in rows],
        names=[ANYTHING] * len(rows),
        paragraph=paragraph,
        tags=[row[4] for row in rows],
        classes=[row[3] for row in rows],
        lemmas=[row[2] for row in rows],
        forms=[row[5] for row in rows],
        heads=[i if head < 0 else head for i, head in enumerate(heads)],
        labels=[row[7] for row in rows],
    )


def outside(word: str, labels: Iterable[str]) -> int:
    """The tags a word outside every annotated name may bear, where only `labels` were annotated throughout."""
    allowed = 1
    for name in NAMES:
        if name in labels and name != "OTHER":
            continue
        if name == "DATE" and not _CALENDAR.match(word):
            continue
        if name != "DATE" and not word[:1].isupper():
            continue
        place = BIO.index("B-" + name)
        allowed |= 0b11 << place
    return allowed


def name_bits(words: list[tuple[int, int, str]], record: dict[str, Any]) -> list[int]:
    """The allowed tags of words given as (start, end, text); those half inside a name are left open."""
    bits = [outside(text, record["labels"]) for _, _, text in words]
    if "DATE" not in record["labels"]:
        _open_dates(bits, [text for _, _, text in words])
    position = 0
    for start, end, label in sorted(record["ents"]):
        while position < len(words) and words[position][1] <= start:
            position += 1
        i = position
        inside = []
        while i < len(words) and words[i][0] < end:
            inside.append(i)
            i += 1
        exact = bool(inside) and words[inside[0]][0] == start and words[inside[-1]][1] == end
        for j in inside:
            bits[j] = 1 << (BIO.index("B-" + label) + (j != inside[0])) if exact else ANYTHING
    return bits


def _open_dates(bits: list[int], words: list[str]) -> None:
    """Leaves open whether the words around a figure or a month belong to a date: "the early 19th century"."""
    for i, word in enumerate(words):
        if _CALENDAR.match(word):
            for j in range(max(0, i - 2), min(len(words), i + 3)):
                bits[j] |= 0b11 << BIO.index("B-DATE")


def span_records(coreferent: Iterable[dict[str, Any]], related: Iterable[dict[str, Any]]) -> Iterator[dict[str, Any]]:
    """Records of names of which a few alone are known: GAP's two candidates, and the people of FewRel's families."""
    for record in coreferent:
        if record["source"] == "gap":
            yield _open(record, [record["a"], record["b"]])
    for record in related:
        people = [fact for fact in record["facts"] if fact["rel"] in ("child_of", "spouse")]
        if people:
            yield _open(record, [span for fact in people for span in (*fact["subj"], *fact["obj"])])


def told_apart(corpora: Path) -> Iterator[dict[str, Any]]:
    """The documents whose people are marked for this project: prose of its own, and English Web Treebank.

    The treebank's text is not kept with the marks; it is put together from the trees.
    """
    parsed = {text.name: text for text in trees(corpora / "ud" / "train.conllu.gz")}
    for record in records(CHAINS):
        written = record.get("text") or plain(parsed[record["doc"]])[0]
        yield {**record, "text": written, "types": ["PERSON"] * len(record["clusters"]), "singletons": []}


def plain(text: Text) -> tuple[str, list[int], list[int]]:
    """A document's text with blank lines between paragraphs, and where its sentences and its paragraphs start."""
    written, starts, paragraphs = "", [], []
    for sentence in text.sentences:
        if sentence.paragraph and written:
            written = written.rstrip() + "\n\n"
            paragraphs.append(len(written))
        starts.append(len(written))
        written += "".join(word + " " * space for word, space in zip(sentence.words, sentence.spaces, strict=True))
    return written, starts, paragraphs


def _open(record: dict[str, Any], people: list[list[int]]) -> dict[str, Any]:
    ents = [[*span, "PERSON"] for span in sorted(map(tuple, people)) if record["text"][span[0]].isupper()]
    sents = record.get("sents") or [[0, len(record["text"])]]
    return {**record, "ents": ents, "labels": [], "sents": sents}


def add_names(texts: list[Text], records_of: dict[str, dict[str, Any]]) -> None:
    """Puts the names of records onto the trees of the same documents, matched by characters that are not blank."""
    for text in texts:
        record = records_of.get(text.name)
        if record is None:
            continue
        place, places = 0, {}
        for i, character in enumerate(record["text"]):
            if not character.isspace():
                places[place] = i
                place += 1
        cursor = 0
        for sentence in text.sentences:
            words = []
            for word in sentence.words:
                length = len(re.sub(r"\s", "", word))
                words.append((places.get(cursor, -1), places.get(cursor + length - 1, -2) + 1, word))
                cursor += length
            # Documents differ in rare places; from there on nothing is known.
            spelled = all(record["text"][start:end] == word for start, end, word in words if " " not in word)
            sentence.names = name_bits(words, record) if spelled else sentence.names


def named_texts(found: Iterable[dict[str, Any]], tokenizer: Any) -> list[Text]:
    """Records of names as documents, their sentences cut into words by the pipeline's own tokenizer."""
    texts = []
    for record in found:
        sentences = []
        end_before = 0
        for start, end in record["sents"]:
            doc = tokenizer(record["text"][start:end])
            tokens = [token for token in doc if not token.is_space]
            words = [(start + token.idx, start + token.idx + len(token), token.text) for token in tokens]
            paragraph = start == 0 or "\n" in record["text"][end_before:start]
            end_before = end
            if words:
                spaces = [bool(token.whitespace_) for token in tokens]
                sentences.append(Sentence([w for *_, w in words], spaces, name_bits(words, record), paragraph))
        if sentences:
            texts.append(Text(record["doc"], record["source"], sentences))
    return texts
