"""Phrases that may speak of people, as rows of numbers: what the scorer of antecedents sees of them."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from spacy.tokens import Doc, Token

from kg.nlp import names
from kg.nlp.lexicon import person_noun
from kg.nlp.phrases import coordination, phrase
from kg.nlp.quotations import Quote, line_ends

Array = NDArray[np.float32]
Numbers = NDArray[np.int64]
WIDE = 384  # of a word's vector

# Words that say by themselves what kind of mention they make.
_PRONOUNS: dict[str, int] = {
    word: number
    for number, words in enumerate(
        (
            "he him his himself", "she her hers herself", "they them their theirs themselves themself 'em em",
            "it its itself", "i me my mine myself", "we us our ours ourselves 's", "you your yours yourself yourselves",
            "who whom whose which that", "this these those one ones each both all",
        )
    )
    for word in words.split()
}  # fmt: skip
_HE, _SHE = _PRONOUNS["he"], _PRONOUNS["she"]
NAME, NOMINAL, WHOLE = 9, 13, 23  # the first of four kinds of names, of ten kinds of nominals; a coordination
KIND_COUNT = 24
_GENDERS = {"": 0, "female": 1, "male": 2}
_ROLES = {
    "nsubj": 1, "nsubj:pass": 1, "nsubj:outer": 1, "csubj": 1, "obj": 2, "iobj": 2, "obl": 3, "obl:agent": 3,
    "nmod:poss": 4, "nmod": 5, "conj": 6, "appos": 7, "vocative": 8, "compound": 9, "nmod:desc": 9, "root": 10,
}  # fmt: skip
ROLE_COUNT = 11
_NAME_TAGS = ("NNP", "NNPS")
_DEFINITE = frozenset("the this that these those both".split())
_LONGEST = 12  # words of a name on either side of one of them: a text may be nothing but capitals
_BITS = 62  # of the fingerprint of capitalised words
COLUMNS = (
    "start", "end", "head", "governor", "kind", "role", "sentence", "paragraph", "quote", "speaker",
    "words", "main", "first", "last", "capitals", "whole",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Mentions:
    """A column for each mention, in order of their starts, and a row for each of `COLUMNS`.

    Words are told by numbers that equal where the words do; sentences, paragraphs and quotations by their place in the
    document (-1: in no quotation); `speaker` by the token that heads who says it.
    """

    table: Numbers

    def __len__(self) -> int:
        return int(self.table.shape[1])

    def __getitem__(self, name: str) -> Numbers:
        row: Numbers = self.table[COLUMNS.index(name)]
        return row

    def vectors(self, tensor: Array) -> Array:
        """The word vectors of each mention's head, first and last word, one behind the other."""
        words = np.stack([self["head"], self["start"], self["end"] - 1], axis=1)
        return tensor[words].reshape(len(self), 3 * tensor.shape[1])

    def genders(self) -> Numbers:
        """1 for a pronoun or noun of women, 2 for one of men, 0 where neither is sure: names tell none."""
        kinds = self["kind"]
        noun = kinds - NOMINAL
        is_noun = (noun >= 0) & (noun < 6)
        told: Numbers = np.select([kinds == _SHE, kinds == _HE, is_noun], [1, 2, noun % 3], 0)
        return told

    def at(self, places: Numbers | slice) -> "Mentions":
        """The mentions at these places, in the shape of the places."""
        return Mentions(self.table[:, places])


def mentions(
    doc: Doc, heads: Iterable[int], wholes: Iterable[tuple[int, int]] = (), quotes: Sequence[Quote] = ()
) -> Mentions:
    """The mentions headed by these tokens, and the coordinations from one head to another."""
    spans = [(*phrase(doc[head]), head, 0) for head in sorted(set(heads))]
    spans += [(*coordination(doc[head], doc[last]), head, 1) for head, last in sorted(set(wholes))]
    reader = _Reader(doc, quotes)
    rows = [reader.row(*span) for span in sorted(spans)]
    return Mentions(np.array(rows, dtype=np.int64).reshape(len(rows), len(COLUMNS)).T)


def coordinations(doc: Doc, heads: Iterable[int]) -> list[tuple[int, int]]:
    """Of each head with conjuncts that are heads, too: itself and the last of them."""
    known = set(heads)
    found = []
    for head in sorted(known):
        token = doc[head]
        if token.n_rights and token.tag_ != "PRP$":
            last = max((child.i for child in token.rights if child.dep_ == "conj" and child.i in known), default=-1)
            if last >= 0:
                found.append((head, last))
    return found


class _Reader:
    """Where each token of a document stands, and the rows of its mentions."""

    def __init__(self, doc: Doc, quotes: Sequence[Quote]) -> None:
        self.doc = doc
        self.lower: list[int] = np.right_shift(doc.to_array("LOWER").astype(np.uint64), 2).astype(np.int64).tolist()
        self.sentence: list[int] = np.cumsum(doc.to_array("SENT_START").astype(np.int64) == 1).tolist()
        breaks = np.zeros(len(doc) + 1, dtype=np.int64)
        breaks[[i + 1 for i in line_ends(doc)]] = 1
        self.paragraph: list[int] = np.cumsum(breaks).tolist()
        self.quote, self.speaker = [-1] * len(doc), [-1] * len(doc)
        for number, each in enumerate(quotes):
            length = each.end - each.start
            self.quote[each.start : each.end] = [number] * length
            self.speaker[each.start : each.end] = [-1 if each.speaker is None else each.speaker] * length
        self.known: dict[tuple[int, ...], int] = {}

    def row(self, start: int, end: int, head: int, whole: int) -> tuple[int, ...]:
        """What `COLUMNS` names, of one mention."""
        doc, lower = self.doc, self.lower
        token = doc[head]
        tag = token.tag_
        first, last = _name_words(doc, token) if tag in _NAME_TAGS else (head, head)
        stop = end - 1 if end - 1 > start and doc[end - 1].tag_ == "POS" else end
        capitals = 0
        if tag not in ("PRP", "PRP$"):
            for i in range(start, stop):
                if doc[i].text[0].isupper():
                    capitals |= 1 << lower[i] % _BITS
        return (
            start, end, head, token.head.i, WHOLE if whole else _kind(doc, token, start, first, last),
            _ROLES.get(token.dep_, 0), self.sentence[head], self.paragraph[head], self.quote[head], self.speaker[head],
            self.known.setdefault(tuple(lower[start:stop]), len(self.known)), lower[head], lower[first], lower[last],
            capitals, whole,
        )  # fmt: skip


def _name_words(doc: Doc, token: Token) -> tuple[int, int]:
    """The first and the last word of the name around a proper noun, titles left out."""
    first = last = token.i
    least, end = max(0, first - _LONGEST), min(len(doc), last + _LONGEST)
    while last + 1 < end and doc[last + 1].tag_ in _NAME_TAGS and doc[last + 1].head.i >= first:
        last += 1
    while (
        first > least and doc[first - 1].tag_ == "NNP" and doc[first - 1].head.i <= last and doc[first].sent_start != 1
    ):
        first -= 1
    while first < last and names.is_title(doc[first].text, doc[first + 1].text):
        first += 1
    return first, last


def _kind(doc: Doc, token: Token, start: int, first: int, last: int) -> int:
    """The pronoun, or a name's or a noun's gender and number, and whether a noun is definite."""
    tag = token.tag_
    known = _PRONOUNS.get(token.lower_.replace("’", "'"))
    if known is not None and tag not in ("NN", "NNP", "NNS"):
        return known
    if tag == "NNPS":
        return NAME + 3
    if tag == "NNP":
        gender = names.title_gender(names.parse(doc[max(first - 1, start) : last + 1].text))
        return NAME + _GENDERS[gender or names.first_names().get(names.fold(doc[first].text), "")]
    noun = None if tag == "NNS" else person_noun(token.lemma_.lower())
    definite = doc[start].lower_ in _DEFINITE or doc[start].tag_ in ("PRP$", "NNP")
    if noun is None:
        return NOMINAL + (8 if tag == "NNS" else 6) + definite
    return NOMINAL + _GENDERS[noun.gender] + 3 * definite
