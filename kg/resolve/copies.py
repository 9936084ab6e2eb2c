"""Which documents are copies of one article, so that they count once as support."""

import re
from collections.abc import Iterable, Mapping
from zlib import crc32

from kg.records import Document

_WORDS = 5  # in a shingle
_KEPT = 4  # one shingle in so many is looked at
_ALIKE = 0.5  # of the shorter text's shingles, found in the longer


class Copies:
    """Compares texts when asked, each read once.

    Two are copies when half of the shorter one's runs of five words are found in the other.
    """

    def __init__(self, documents: Mapping[str, Document]) -> None:
        self._documents = documents
        self._sketches: dict[str, frozenset[int]] = {}

    def independent(self, documents: Iterable[str]) -> int:
        """How many of the documents with these ids are no copy of another."""
        originals: list[str] = []
        for document in sorted(set(documents)):
            if not any(self.alike(document, other) for other in originals):
                originals.append(document)
        return len(originals)

    def alike(self, one: str, other: str) -> bool:
        """Whether the two documents are copies of one article."""
        a, b = self._sketch(one), self._sketch(other)
        return bool(a and b) and len(a & b) >= _ALIKE * min(len(a), len(b))

    def _sketch(self, document: str) -> frozenset[int]:
        if document not in self._sketches:
            text = self._documents[document].text if document in self._documents else ""
            self._sketches[document] = sketch(text)
        return self._sketches[document]


def sketch(text: str) -> frozenset[int]:
    """A sample of the runs of five words in `text`, case and punctuation aside; the same runs in every text."""
    words = re.findall(r"\w+", text.casefold())
    runs = (" ".join(words[i : i + _WORDS]).encode("utf-8", "surrogatepass") for i in range(len(words) - _WORDS + 1))
    return frozenset(number for run in runs if not (number := crc32(run)) % _KEPT)
