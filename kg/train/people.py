"""Measures the component `kg_coreference` on raw text: GAP by cluster, and the CoNLL figure of person clusters."""

from collections.abc import Hashable, Iterable, Iterator
from typing import Any

from kg.train.clusters import Conll, gap_scores
from kg.train.swapped import swapped

_FEMININE = {"she", "her", "hers", "herself"}


def clusters_found(doc: Any) -> list[frozenset[Hashable]]:
    """The chains as exact characters."""
    spans = ([doc[start:end] for start, end in chain] for chain in doc._.chains)
    return [frozenset((span.start_char, span.end_char) for span in chain) for chain in spans]


def conll(nlp: Any, found: Iterable[dict[str, Any]]) -> dict[str, dict[str, float]]:
    """By source: person clusters of exact spans, those of one mention left out."""
    counts: dict[str, Conll] = {}
    for record in found:
        if record["source"] not in ("gum", "litbank"):
            continue
        pairs = zip(record["clusters"], record["types"], strict=True)
        gold = [frozenset(map(tuple, cluster)) for cluster, kind in pairs if kind == "PERSON"]
        counts.setdefault(record["source"], Conll()).add(gold, clusters_found(nlp(record["text"])))
    return {source: conll.scores() for source, conll in counts.items()}


def gap(nlp: Any, found: Iterable[dict[str, Any]]) -> dict[str, dict[str, float]]:
    """GAP by cluster: a pair counts as the same where pronoun and name share a person.

    "gap told both ways" is of the passages and of the same with genders swapped, so that its ratio tells how the
    pipeline reads women and men, and not whether the passages about either are the harder ones.
    """
    pairs: list[tuple[bool, bool, bool]] = []
    swaps: list[tuple[bool, bool, bool]] = []
    for record in found:
        if record["source"] == "gap":
            doc = nlp(record["text"])
            other = swapped(record, doc)
            pairs += _pairs(doc, record)
            swaps += _pairs(nlp(other["text"]), other)
    return {"gap": gap_scores(pairs), "gap told both ways": gap_scores([*pairs, *swaps])}


def _pairs(doc: Any, record: dict[str, Any]) -> Iterator[tuple[bool, bool, bool]]:
    """Of a passage's pronoun with each of its names: whether it is feminine, means the person, is read so."""
    start, end = record["pronoun"]
    feminine = record["text"][start:end].lower() in _FEMININE
    people = _people_at(doc, start, end)
    for key in ("a", "b"):
        yield feminine, record[key + "_coref"], bool(people & _people_at(doc, *record[key]))


def _people_at(doc: Any, start: int, end: int) -> set[str]:
    """The people of the mention nearest in extent to these characters, among those that overlap them."""
    best: tuple[int, set[str]] = (10**9, set())
    for mention in doc._.mentions:
        span = doc[mention.start : mention.end]
        if span.start_char < end and start < span.end_char:
            apart = abs(span.start_char - start) + abs(span.end_char - end)
            best = min(best, (apart, set(mention.people)), key=lambda pair: pair[0])
    return best[1]
