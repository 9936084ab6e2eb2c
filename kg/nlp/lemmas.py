"""The component `kg_lemmas`: the dictionary form of every token, from its tag."""

from collections.abc import Iterable, Iterator
from typing import Any, cast

import numpy as np
from spacy.attrs import LEMMA, ORTH, POS, TAG
from spacy.language import Language
from spacy.parts_of_speech import NAMES
from spacy.tokens import Doc

from kg.nlp.phrases import places
from kg.nlp.shapes import normalised

_REMEMBERED = 200_000
# Only these tags mark an inflected form; asked for others, the package changes words that stand as they are.
_CLASSES = {
    "NNS": "NOUN", "NNPS": "PROPN", "JJR": "ADJ", "JJS": "ADJ", "RBR": "ADV", "RBS": "ADV",
    "VBD": "VERB", "VBG": "VERB", "VBN": "VERB", "VBP": "VERB", "VBZ": "VERB",
}  # fmt: skip
_HYPHENED = {"NOUN", "VERB"}  # of which the package knows the last part only: "ex-wives" are no "ex-wive"
# Words the package does not know, or takes for nouns ("are": a hundredth of a hectare).
_VERBS = {
    **dict.fromkeys(("am", "'m", "is", "'s", "are", "'re", "was", "were", "been", "being", "be", "m", "re"), "be"),
    **dict.fromkeys(("have", "'ve", "has", "had", "having"), "have"),
    **dict.fromkeys(("ca", "can"), "can"),
    **dict.fromkeys(("wo", "will", "'ll"), "will"),
    **dict.fromkeys(("did", "does", "doing"), "do"),
    "sha": "shall", "'d": "would", "m.": "marry", "wed": "wed", "left": "leave", "got": "get", "gotten": "get",
}  # fmt: skip
_FIXED = {
    "n't": "not", "nt": "not", "these": "this", "those": "that", "an": "a", "gon": "go", "wan": "want", "na": "to",
    "more": "more", "most": "most", "least": "least", "later": "late", "people": "person", "whom": "who",
    "regards": "regards", "thanks": "thanks", "troops": "troops", "pants": "pants", "glasses": "glasses",
    "supplies": "supplies", "goods": "goods", "grounds": "grounds", "nuptials": "nuptials", "am": "a.m.", "pm": "p.m.",
    "relict": "widow",
}  # fmt: skip
_PARTICLES = {each + ending: each for each in ("up", "off", "out", "down", "over") for ending in ("", "s")}
HYPHENS = frozenset("-‐‑")
_PRONOUNS = {
    "me": "I", "i": "I", "him": "he", "us": "we", "them": "they", "'em": "they", "em": "they", "mine": "my",
    "yours": "your", "hers": "her", "ours": "our", "theirs": "their", "'s": "we", "u": "you",
}  # fmt: skip


def lemma(word: str, tag: str, kind: str = "") -> str:
    """The dictionary form of a word with this Penn tag and Universal word class, in small letters unless a proper noun.

    >>> lemma("married", "VBD"), lemma("Children", "NNS"), lemma("are", "VBP"), lemma("Nortons", "NNPS")
    ('marry', 'child', 'be', 'Norton')
    >>> lemma("ex-wives", "NNS"), lemma("co-wrote", "VBD")
    ('ex-wife', 'co-write')
    """
    if kind == "PUNCT":
        return word
    plain = normalised(word)
    if tag == "NNPS":
        return _inflected(plain, "PROPN")
    if tag == "NNP":
        return plain
    lower = plain.lower()
    if tag == "PRP":
        return "she" if lower == "her" else _PRONOUNS.get(lower, lower)
    if tag == "POS":
        return "'s"
    if tag.startswith("VB") or tag == "MD":
        if lower == "'d":
            return "would" if tag == "MD" else "have"
        if lower in _VERBS:
            return _VERBS[lower]
    if lower in _FIXED:
        return _FIXED[lower]
    return _inflected(lower, _CLASSES[tag]) if tag in _CLASSES else lower


def _inflected(word: str, kind: str) -> str:
    from lemminflect import getLemma

    first, hyphen, last = word.rpartition("-") if kind in _HYPHENED else ("", "", word)  # "ex-wives", "co-wrote"
    found = getLemma(last, upos=kind) if last else ()
    return first + hyphen + (str(found[0]) if found else last)


def may_be(word: str, kind: str) -> bool:
    """Whether there is such a word of this Universal word class.

    >>> may_be("model", "NOUN"), may_be("marry", "NOUN")
    (True, False)
    """
    from lemminflect import getLemma

    return bool(getLemma(word, upos=kind, lemmatize_oov=False))


def is_word(word: str) -> bool:
    """Whether the dictionary has it, of whatever class.

    >>> is_word("window"), is_word("devorce")
    (True, False)
    """
    return any(may_be(word, kind) for kind in ("NOUN", "VERB", "ADJ", "ADV"))


def _compounds(doc: Doc) -> Iterator[tuple[int, str]]:
    """Nouns that end in a particle, by its place, and their whole: the "up" of "her break-up" says nothing."""
    for i in places(doc, "LOWER", _PARTICLES):
        is_hyphened = i > 1 and doc[i - 1].text in HYPHENS
        stem = doc[i - 2 if is_hyphened else i - 1] if i else doc[i]
        if doc[i].tag_ in ("NN", "NNS") and (is_hyphened or (i and stem.tag_ == "NN")):
            yield i, f"{stem.lower_}-{_PARTICLES[doc[i].lower_]}"


class Lemmas:
    """Sets `token.lemma_` of every token."""

    def __init__(self, name: str = "kg_lemmas") -> None:
        self.name = name
        self._known: dict[tuple[int, ...], str] = {}

    def __call__(self, doc: Doc) -> Doc:
        strings, known = doc.vocab.strings, self._known
        if len(known) > _REMEMBERED:
            known.clear()
        rows = doc.to_array([ORTH, TAG, POS]).tolist() if len(doc) else []
        forms = []
        for row in map(tuple, rows):
            form = known.get(row)
            if form is None:
                form = known[row] = lemma(strings[row[0]], strings[row[1]], NAMES[row[2]] if row[2] else "")
            forms.append(strings.add(form))
        for i, whole in _compounds(doc):
            forms[i] = strings.add(whole)
        if forms:
            doc.from_array([LEMMA], cast(Any, np.array(forms, dtype=np.uint64).reshape(-1, 1)))
        return doc

    def pipe(self, stream: Iterable[Doc], batch_size: int = 1) -> Iterator[Doc]:
        """Each document alone."""
        del batch_size
        yield from map(self, stream)

    def to_disk(self, path: Any, exclude: Iterable[str] = ()) -> None:
        """Nothing to write: the forms come from a package."""

    def from_disk(self, path: Any, exclude: Iterable[str] = ()) -> "Lemmas":
        """Nothing to read."""
        return self

    def to_bytes(self, exclude: Iterable[str] = ()) -> bytes:
        """Nothing."""
        return b""

    def from_bytes(self, content: bytes, exclude: Iterable[str] = ()) -> "Lemmas":
        """Nothing."""
        return self


@Language.factory("kg_lemmas", assigns=["token.lemma"], requires=["token.tag"])
def make_lemmas(nlp: Language, name: str) -> Lemmas:
    """The component."""
    del nlp
    return Lemmas(name)
