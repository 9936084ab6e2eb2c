"""What trees tell of people's names where nobody annotated names: for the web texts of EWT."""

from collections import Counter
from collections.abc import Iterable, Iterator

from kg.train.corpora import ANYTHING, BIO, Sentence, Text

_BEGIN, _INSIDE = (1 << BIO.index(prefix + "-PERSON") for prefix in "BI")
_OTHER = ANYTHING & ~(_BEGIN | _INSIDE)
# What may stand inside a person's name besides proper nouns: hyphens, commas, "V." and addresses.
_WITHIN = ("NNP", "NNPS", "HYPH", "GW", "ADD", ",", ".", "FW")
_ALONE = ("nsubj", "nsubj:pass", "obj", "iobj", "conj", "nmod", "nmod:poss", "root", "vocative", "appos", "obl:agent")


def named_spans(sentence: Sentence) -> Iterator[tuple[int, int, str]]:
    """The annotated names of a sentence as (first word, end, label)."""
    known = [BIO[bits.bit_length() - 1] if bits & (bits - 1) == 0 else "O" for bits in sentence.names]
    start = -1
    for i, tag in enumerate([*known, "O"]):
        if start >= 0 and not tag.startswith("I-"):
            yield start, i, known[start][2:]
            start = -1
        if tag.startswith("B-"):
            start = i


def first_names(texts: Iterable[Text]) -> set[str]:
    """Words that begin people's names at least twice, and seldom any other name."""
    people: Counter[str] = Counter()
    every: Counter[str] = Counter()
    for text in texts:
        for sentence in text.sentences:
            for start, _, label in named_spans(sentence):
                every[sentence.words[start]] += 1
                people[sentence.words[start]] += label == "PERSON"
    return {word for word, count in people.items() if count >= 2 and count >= 0.9 * every[word] and word.istitle()}


def add_people(texts: Iterable[Text], known: set[str]) -> None:
    """Marks names of people in trees whose names nobody annotated, and bars them from words that are no proper nouns.

    A name is a proper noun with the proper nouns hung on it by `flat`, where it begins with a `known` first name
    or is spoken to.
    """
    for text in texts:
        for sentence in text.sentences:
            if sentence.tags is not None and all(bits == ANYTHING for bits in sentence.names):
                sentence.names = _people(sentence, sentence.tags, known)


def _people(sentence: Sentence, tags: list[str], known: set[str]) -> list[int]:
    bits = [ANYTHING if tag in _WITHIN else _OTHER for tag in tags]
    for i, label in enumerate(sentence.labels):
        if tags[i] != "NNP" or label == "flat":
            continue
        end = i + 1
        while end < len(tags) and tags[end] == "NNP" and sentence.labels[end] == "flat" and sentence.heads[end] == i:
            end += 1
        sure = label == "vocative" or (sentence.words[i] in known and (end - i > 1 or label in _ALONE))
        joined = any(head == i and sentence.labels[j] in ("compound", "flat") for j, head in enumerate(sentence.heads)
                     if not i <= j < end)  # fmt: skip
        if sure and not joined and (end == len(tags) or tags[end] != "HYPH"):
            bits[i:end] = [_BEGIN] + [_INSIDE] * (end - i - 1)
    return bits
