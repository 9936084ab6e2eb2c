"""Passages told again with women for men and men for women, so that what is learned of "she" holds for "he", too.

Pronouns, nouns, titles and first names change their gender (Zhao and others, 2018, Gender bias in coreference
resolution); family names, and what happens, stay.

>>> from kg.train.swapped import swapped_word
>>> [swapped_word(word, tag) for word, tag in [("Her", "PRP$"), ("her", "PRP"), ("husbands", "NNS"), ("she", "PRP")]]
['His', 'him', 'wives', 'he']
"""

from collections.abc import Iterator
from functools import lru_cache
from typing import Any
from zlib import crc32

from kg.nlp.names import first_names, fold

# Each of a pair stands for the other; "her" and "his" are two words each, told apart by their tags.
_PAIRS = (
    "she he|herself himself|woman man|women men|girl boy|girls boys|lady gentleman|ladies gentlemen|wife husband"
    "|wives husbands|mother father|mothers fathers|mum dad|mom dad|daughter son|daughters sons|sister brother"
    "|sisters brothers|aunt uncle|aunts uncles|niece nephew|nieces nephews|grandmother grandfather"
    "|granddaughter grandson|stepmother stepfather|stepdaughter stepson|girlfriend boyfriend|bride groom"
    "|widow widower|queen king|queens kings|princess prince|duchess duke|countess count|baroness baron|actress actor"
    "|actresses actors|heroine hero|goddess god|waitress waiter|hostess host|heiress heir|female male|females males"
    "|mrs mr|mrs. mr.|ms mr|ms. mr.|dame sir|madam sir|saleswoman salesman|spokeswoman spokesman"
    "|businesswoman businessman|policewoman policeman|chairwoman chairman|maiden bachelor|nun monk"
)
_OF_TAGS = {("her", "PRP$"): "his", ("her", "PRP"): "him", ("his", "PRP$"): "her", ("his", "PRP"): "hers",
            ("hers", "PRP"): "his", ("hers", "PRP$"): "his", ("him", "PRP"): "her"}  # fmt: skip


def swapped(record: dict[str, Any], doc: Any) -> dict[str, Any]:
    """A passage of GAP, read by the encoder, as a record of the passage with genders swapped."""
    parts, shifts, end, shift = [], [(0, 0)], 0, 0
    for start, old, new in _changes(record, doc):
        parts += [record["text"][end:start], new]
        end, shift = start + len(old), shift + len(new) - len(old)
        shifts.append((end, shift))
    text = "".join([*parts, record["text"][end:]])

    def moved(place: int) -> int:
        return place + max(found for found in shifts if found[0] <= place)[1]

    spans = {key: [moved(place) for place in record[key]] for key in ("pronoun", "a", "b")}
    return {**record, **spans, "text": text}


def _changes(record: dict[str, Any], doc: Any) -> Iterator[tuple[int, str, str]]:
    """Where a word stands that changes, the word, and what it becomes."""
    named = {token.i for ent in doc.ents if ent.label_ == "PERSON" for token in ent}
    for key in ("a", "b"):
        span = doc.char_span(*record[key], alignment_mode="expand")
        named |= {token.i for token in span}
    for token in doc:
        new = swapped_word(token.text, token.tag_)
        if new == token.text and token.i in named:
            new = swapped_name(token.text, record["doc"])
        if new != token.text:
            yield token.idx, token.text, new


def swapped_word(word: str, tag: str) -> str:
    """A pronoun, noun or title of the other gender; any other word as it is."""
    lower = word.lower()
    new = _OF_TAGS.get((lower, tag)) or _words().get(lower, lower)
    return word if new == lower else _like(word, new)


def swapped_name(word: str, salt: str) -> str:
    """A first name of the other gender, always the same for one name and `salt`; a word that is none as it is.

    >>> swapped_name("Norton", "1"), swapped_name("Jane", "1") == swapped_name("Jane", "1") != "Jane"
    ('Norton', True)
    """
    gender = first_names().get(fold(word), "")
    if not gender or not word[0].isupper():
        return word
    others = _names()["male" if gender == "female" else "female"]
    return _like(word, others[crc32(f"{fold(word)} {salt}".encode()) % len(others)])


def _like(word: str, new: str) -> str:
    """The new word in capitals where the old one is."""
    if word.isupper() and len(word) > 1:
        return new.upper()
    return new[0].upper() + new[1:] if word[0].isupper() else new


@lru_cache(maxsize=1)
def _words() -> dict[str, str]:
    pairs = [pair.split() for pair in _PAIRS.split("|")]
    # Of several words for one, the first is taken.
    return {a: b for female, male in reversed(pairs) for a, b in ((female, male), (male, female))}


@lru_cache(maxsize=1)
def _names() -> dict[str, list[str]]:
    found: dict[str, list[str]] = {"female": [], "male": []}
    for name, gender in sorted(first_names().items()):
        found[gender].append(name.title())
    return found
