"""Measures a pipeline on the public test files: words, trees, sentences, names and speed, in one table."""

import gc
import time
from collections import Counter
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

from kg.train import people
from kg.train.corpora import Sentence, Text, plain, records, trees

Scores = dict[str, float]


def f1(hits: int, guessed: int, gold: int) -> float:
    """The harmonic mean of precision and recall, in per cent."""
    return 200 * hits / (guessed + gold) if guessed + gold else 0.0


def by_sentence(nlp: Any, texts: Iterable[Text]) -> Scores:
    """Tags, heads and labels where each Doc is one gold sentence of gold words."""
    from spacy.tokens import Doc

    counts: Counter[str] = Counter()
    for text in texts:
        for sentence in text.sentences:
            starts: list[bool | int | None] = [i == 0 for i in range(len(sentence.words))]
            doc = Doc(nlp.vocab, words=sentence.words, spaces=sentence.spaces, sent_starts=starts)
            counts.update(_compared(nlp(doc), sentence, 0, 0))
    return _rates(counts)


def _compared(doc: Any, sentence: Sentence, token: int, shift: int) -> Counter[str]:
    """Hits of one sentence that starts at a token; `shift` is added to gold heads."""
    counts: Counter[str] = Counter(words=len(sentence.words))
    for i, head in enumerate(sentence.heads):
        found = doc[token + i]
        right = found.head.i == shift + head
        counts["tags"] += found.tag_ == (sentence.tags or [])[i]
        counts["classes"] += found.pos_ == sentence.classes[i]
        counts["features"] += found.morph.key == doc.vocab.morphology.add(sentence.forms[i])
        counts["lemmas"] += found.lemma_.lower() == sentence.lemmas[i].lower()
        counts["UAS"] += right
        counts["LAS"] += right and found.dep_ == sentence.labels[i]
    return counts


def _rates(counts: Counter[str]) -> Scores:
    shown = ("tags", "classes", "features", "lemmas", "UAS", "LAS")
    return {name: 100 * counts[name] / counts["words"] for name in shown}


def running(nlp: Any, texts: Iterable[Text]) -> Scores:
    """The same on whole documents of gold words with paragraphs, where sentences are the pipeline's own."""
    from spacy.tokens import Doc

    counts: Counter[str] = Counter()
    for text in texts:
        words: list[str] = []
        spaces: list[bool] = []
        places = []
        for sentence in text.sentences:
            if sentence.paragraph and words:
                words.append("\n\n")
                spaces.append(False)
            places.append(len(words))
            words += sentence.words
            spaces += sentence.spaces
        doc = nlp(Doc(nlp.vocab, words=words, spaces=spaces))
        for place, sentence in zip(places, text.sentences, strict=True):
            counts.update(_compared(doc, sentence, place, place))
    return _rates(counts)


def alignment(nlp: Any, texts: Iterable[Text]) -> Scores:
    """The share of gold words, by treebank, that the tokenizer cuts out of the raw text as one token each.

    "as spelt": without the words that the treebank mends ("its" for "it's" is two words to it).
    """
    counts: Counter[str] = Counter()
    for text in texts:
        written, starts, _ = plain(text)
        cut = {(token.idx, token.idx + len(token)) for token in nlp.make_doc(written)}
        for start, sentence in zip(starts, text.sentences, strict=True):
            for word, space, form in zip(sentence.words, sentence.spaces, sentence.forms, strict=True):
                names = [text.source.partition("/")[0], "all", *(["as spelt"] if "Typo=Yes" not in form else [])]
                hit = (start, start + len(word)) in cut
                counts.update({**dict.fromkeys(names, 1), **{"hit " + name: int(hit) for name in names}})
                start += len(word) + space
    return {name: 100 * counts["hit " + name] / counts[name] for name in sorted(counts) if not name.startswith("hit ")}


def sentences(nlp: Any, texts: Iterable[Text]) -> Scores:
    """F1 of the places in raw text where sentences start, with and without the starts of paragraphs."""
    counts: Counter[str] = Counter()
    for text in texts:
        written, starts, paragraphs = plain(text)
        gold = set(starts[1:])
        guess = {sentence.start_char for sentence in nlp(written).sents} - {0}
        inner, guessed_inner = gold - set(paragraphs), guess - set(paragraphs)
        counts.update(gold=len(gold), guess=len(guess), hit=len(gold & guess))
        counts.update(inner=len(inner), guessed_inner=len(guessed_inner), hit_inner=len(inner & guessed_inner))
    return {
        "sentences": f1(counts["hit"], counts["guess"], counts["gold"]),
        "sentences inside paragraphs": f1(counts["hit_inner"], counts["guessed_inner"], counts["inner"]),
    }


def names(nlp: Any, found: Iterable[dict[str, Any]], *, given: bool = False) -> dict[str, Scores]:
    """F1 of names by source and label, on exact characters; only labels annotated throughout.

    Raw text, unless sentences are `given`: UNER's documents are sentences in a row, without their lines' ends.
    """
    counts: dict[str, Counter[str]] = {}
    for record in found:
        here = counts.setdefault(record["source"], Counter())
        labels = set(record["labels"])
        gold = {(start, end, label) for start, end, label in record["ents"] if label in labels}
        doc = nlp(_with_sentences(nlp, record) if given else record["text"])
        guess = {(e.start_char, e.end_char, e.label_) for e in doc.ents if e.label_ in labels}
        for kind, spans in (("gold", gold), ("guess", guess), ("hit", gold & guess)):
            here.update(f"{kind} {label}" for *_, label in spans)
    return {source: _by_label(here) for source, here in sorted(counts.items())}


def _with_sentences(nlp: Any, record: dict[str, Any]) -> Any:
    doc = nlp.make_doc(record["text"])
    starts = {start for start, _ in record["sents"]}
    for token in doc:
        token.is_sent_start = token.idx in starts
    return doc


def _by_label(counts: Counter[str]) -> Scores:
    labels = sorted(key[5:] for key in counts if key.startswith("gold "))
    return {label: f1(counts["hit " + label], counts["guess " + label], counts["gold " + label]) for label in labels}


def _timed(spent: Counter[str], name: str, part: Callable[[Any], Any], given: Any) -> Any:
    began = time.process_time()
    result = part(given)
    spent[name] += time.process_time() - began  # type: ignore[assignment]
    return result


def speed(nlp: Any, texts: Iterable[str]) -> Scores:
    """Words a second of processor time: of the pipeline, beside a blank spaCy tokenizer's, and from text to claims.

    The microseconds a word of each part follow.
    """
    import spacy

    texts, blank_words, told = list(texts), spacy.blank("en").make_doc, _extraction()
    told(nlp(texts[0]))
    gc.freeze()  # what was measured before is not walked through again and again
    spent: Counter[str] = Counter()
    words = 0
    for text in texts:
        _timed(spent, "blank", blank_words, text)
        doc = _timed(spent, "tokenizer", nlp.make_doc, text)
        for name, part in nlp.pipeline:
            doc = _timed(spent, name, part, doc)
        _timed(spent, "extraction", told, doc)
        words += sum(not token.is_space for token in doc)
    gc.unfreeze()
    blank, extraction = spent.pop("blank"), spent.pop("extraction")
    pipeline = sum(spent.values())
    rate = words / pipeline
    return {
        "words/s": rate,
        "words/s of a blank tokenizer": words / blank,
        "share of the blank tokenizer's": 100 * rate * blank / words,
        "words/s from text to claims": words / (pipeline + extraction),
        "share of the pipeline's": 100 * pipeline / (pipeline + extraction),
        **{f"µs a word, {name}": 1e6 * seconds / words for name, seconds in spent.items()},
    }


def _extraction() -> Callable[[Any], Any]:
    """What turns a read document into claims."""
    from kg.extract.claims import reading
    from kg.ontology.load import load
    from kg.records import Document

    ontology = load()
    return lambda doc: reading(doc, Document(id="", source="", text=doc.text), ontology)


def measure(nlp: Any, corpora: Path, split: str) -> dict[str, Any]:
    """Every figure of one split, "dev" or "test"."""
    parsed = trees(corpora / "ud" / f"{split}.conllu.gz")
    named = list(records(corpora / "ner" / f"{split}.jsonl.gz"))
    result: dict[str, Any] = {"by sentence": {}, "running": {}}
    for name in ("ewt", "gum"):
        part = [text for text in parsed if text.source.startswith(name)]
        result["by sentence"][name] = by_sentence(nlp, part)
    result["by sentence"]["ewt+gum"] = by_sentence(nlp, parsed)
    if split == "test":
        result["by sentence"]["pud"] = by_sentence(nlp, trees(corpora / "ud" / "pud.conllu.gz"))
    result["running"]["ewt+gum"] = running(nlp, parsed)
    result["alignment"] = alignment(nlp, parsed)
    result["sentences"] = sentences(nlp, parsed)
    result["names"] = names(nlp, named)
    uner = [record for record in named if record["source"].startswith("uner")]
    result["names in given sentences"] = names(nlp, uner, given=True)
    if "kg_coreference" in nlp.pipe_names:
        coreferent = list(records(corpora / "coref" / f"{split}.jsonl.gz"))
        result["people"] = {**people.conll(nlp, coreferent), **people.gap(nlp, coreferent)}
    result["speed"] = speed(nlp, [record["text"] for record in named if record["source"] in ("redocred", "gum")])
    return result


def _shown(name: str, value: float) -> str:
    return f"{name} {value:.3f}" if name == "ratio" else f"{name} {value:.1f}"


def table(result: dict[str, Any]) -> str:
    """The figures as lines of text."""
    lines = []
    for part in ("by sentence", "running", "names", "names in given sentences", "people"):
        for source, scores in result.get(part, {}).items():
            lines.append(f"{part:12} {source:10} " + "  ".join(_shown(*score) for score in scores.items()))
    for part in ("names", "names in given sentences"):
        found = {**result["names"], **result[part]}
        three = [found[source]["PERSON"] for source in ("gum", "uner-ewt", "uner-pud") if source in found]
        lines.append(f"PERSON, mean of GUM, UNER-EWT and UNER-PUD, {part}: {sum(three) / len(three):.1f}")
    for part in ("alignment", "sentences", "speed"):
        lines.append(f"{part}: " + "  ".join(f"{name} {value:,.1f}" for name, value in result[part].items()))
    return "\n".join(lines)
