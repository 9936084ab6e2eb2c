"""People who are to stay forgotten: known by salted hashes alone, and blanked out of every document that names them.

A full name that nobody else bears tells of the person wherever it stands; a first name or a shared one only does in
documents that tell of them anyway. Every sentence with such a name goes, and those after it that lean on it ("She
married in 2012."), so that no later reading takes what was said of one person for another. What goes leaves as many
spaces behind: every other character keeps its place.
"""

import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from hashlib import blake2b
from pathlib import PurePosixPath
from typing import TYPE_CHECKING, Any, NamedTuple

from kg.read.draft import digested, renamed
from kg.records import Claim, Document, Evidence, LocalPerson, Reading
from kg.store import IMPORTED, Blocked, Held

if TYPE_CHECKING:
    from spacy.language import Language

UNREAD = ""  # the stamp of a reading that was cut down; the next build makes it anew
_WORD = re.compile(r"[^\W_]+(?:['’](?!s\b)[^\W_]+)*")  # "O'Brien" is a word, "Brien's" one and an s
_PARAGRAPH = re.compile(r"\n\s*\n")
_LINE = re.compile(r"[^\n]+")
_PIECE = re.compile(r"[^/#]+")  # of a path, and of the row behind it
_BACK = frozenset(
    "he she they him her them his hers their theirs himself herself themselves couple pair duo both".split()
)
_SUFFIXES = frozenset((".txt", ".text", ".md", ".markdown", ".rst", ".html", ".htm", ".json", ".jsonl", ".csv"))
_UNTOLD = 12  # characters of the hash that stands in a path for a name


class Word(NamedTuple):
    """A word of a text: where it stands, and how it is compared."""

    start: int
    end: int
    folded: str
    is_capital: bool


class Forgotten:
    """The block list of a store, ready to be held against documents. False where nobody was forgotten."""

    def __init__(self, salt: str, entries: Iterable[Blocked]) -> None:
        self._salt = salt
        self._opening: dict[str, set[int]] = {}
        self._forms: dict[int, set[str]] = {}
        self._lengths: set[int] = set()
        for each in entries:
            self._forms.setdefault(each.person, set()).add(each.hash)
            self._lengths.add(each.words)
            if each.opens:
                self._opening.setdefault(each.hash, set()).add(each.person)
        self._lengths.discard(0)

    def __bool__(self) -> bool:
        return bool(self._forms)

    def told_of(self, document: Document, location: str) -> set[int]:
        """The forgotten people of whom a document tells, by the numbers that the block list has for them."""
        if not self:
            return set()
        fields = (document.text, document.title, document.author, document.publisher, document.source, location)
        hashes = {hash for field in fields for hash, _ in self._grams(words(field or ""))}
        hashes |= {hashed(self._salt, part) for part in (location, document.digest) if part}
        return {person for hash in hashes for person in self._opening.get(hash, ())}

    def without(self, document: Document, location: str, *, is_prose: bool = True) -> tuple[Document, str]:
        """The document and its location without the forgotten; the same ones where it tells of none.

        What is no prose is a fact a line, and no line leans on another.
        """
        told = self.told_of(document, location)
        if not told:
            return document, location
        kept = {
            "text": _blank(document.text, (self._gone if is_prose else self._rows)(document.text, told)),
            "title": _blank(document.title, self._gone(document.title, told)),
            "author": document.author if not self.names(document.author, told) else None,
            "publisher": document.publisher if not self.names(document.publisher, told) else None,
        }
        left = digested(document.model_copy(update=kept))
        source = self._path(document.source, told)
        return (left if source == document.source else renamed(left, source)), self._path(location, told)

    def left(self, held: Held) -> Held:
        """What is left of a document, of where it came from and of what it says: the claims whose words still stand."""
        document, reading, known = held
        told = self.told_of(document, known.location)
        if not told:
            return held
        left, location = self.without(document, known.location, is_prose=reading.stamp != IMPORTED)
        given = self.fields_without(known.given)
        reading = self._said(reading, told, left)
        if left != document and reading.stamp != IMPORTED:
            reading = reading.model_copy(update={"stamp": UNREAD})
        known = known._replace(id=left.id, source=left.source, location=location, digest=left.digest, given=given)
        return Held(left, reading, known)

    def place(self, location: str, documents: Iterable[Document]) -> str:
        """The location of a file that holds these documents, without the people of whom they tell."""
        told = {person for each in documents for person in self.told_of(each, f"{location}#{each.source}")}
        return self._path(location, told)

    def fields_without(self, given: Mapping[str, Any]) -> dict[str, Any]:
        """Given metadata without the values that tell of somebody forgotten."""
        return {name: value for name, value in given.items() if not (isinstance(value, str) and self.opened_by(value))}

    def opened_by(self, text: str) -> set[int]:
        """The people whom a text names in full."""
        return {person for hash, _ in self._grams(words(text)) for person in self._opening.get(hash, ())}

    def names(self, text: str | None, told: set[int]) -> bool:
        """Whether one of the people whom a document tells of is named in a text of it."""
        return any(True for _ in self._named(words(text or ""), told))

    # the parts

    def _said(self, reading: Reading, told: set[int], left: Document) -> Reading:
        people = {each.key: self._person(each, told, left) for each in reading.people}
        known = {key: person for key, person in people.items() if person}
        claims = [each for each in reading.claims if self._stands(each, set(known), told, left)]
        return reading.model_copy(
            update={
                "document": left.id,
                "people": tuple(known.values()),
                "claims": tuple(_moved(each, left.id) for each in claims),
            }
        )

    def _person(self, person: LocalPerson, told: set[int], left: Document) -> LocalPerson | None:
        if any(self.names(name, told) for name in (person.key, person.name)):
            return None
        evidence = person.evidence and _kept(person.evidence, left)
        names = tuple(name for name in person.names if not self.names(name, told))
        return person.model_copy(update={"evidence": evidence, "names": names})

    def _stands(self, claim: Claim, known: set[str], told: set[int], left: Document) -> bool:
        people = {each.person for each in claim.people} | set(claim.anchor.people if claim.anchor else ())
        words = (claim.said_by, claim.place, claim.work, *(each.name for each in claim.people))
        return (
            people <= known
            and not any(self.names(each, told) for each in words)
            and _kept(claim.evidence, left) is not None
        )

    def _gone(self, text: str, told: set[int]) -> Iterator[tuple[int, int]]:
        """The sentences that name them, and those that lean on such a one until another person is introduced."""
        leaning = False
        for start, end in sentences(text):
            found = words(text[start:end])
            if any(True for _ in self._named(found, told)):
                leaning = True
            elif not any(word.folded in _BACK for word in found):
                leaning = leaning and not any(word.is_capital and len(word.folded) > 1 for word in found[1:])
                continue
            if leaning:
                yield start, end

    def _rows(self, text: str, told: set[int]) -> Iterator[tuple[int, int]]:
        """The lines that name them."""
        return (found.span() for found in _LINE.finditer(text) if self.names(found[0], told))

    def _path(self, path: str, told: set[int]) -> str:
        """A path with a hash for each of its parts that names them; what tells its kind stays."""

        def hidden(piece: re.Match[str]) -> str:
            found = [word._replace(is_capital=True) for word in words(piece[0])]  # files are named in small letters
            if not any(True for _ in self._named(found, told)):
                return piece[0]
            suffix = PurePosixPath(piece[0]).suffix
            return hashed(self._salt, piece[0])[:_UNTOLD] + (suffix if suffix in _SUFFIXES else "")

        return _PIECE.sub(hidden, path)

    def _named(self, found: list[Word], told: set[int]) -> Iterator[Word]:
        forms = {hash for person in told for hash in self._forms[person]}
        for hash, word in self._grams(found):
            if hash in forms:
                yield word

    def _grams(self, found: list[Word]) -> Iterator[tuple[str, Word]]:
        """Every run of words as long as some blocked name; a single word only where it is written as a name is."""
        for length in sorted(self._lengths):
            for i in range(len(found) - length + 1):
                if length > 1 or found[i].is_capital:
                    yield hashed(self._salt, " ".join(word.folded for word in found[i : i + length])), found[i]


def form(name: str) -> str:
    """A name as it is hashed.

    >>> form("Zoë O’Brien-Smith's")
    'zoe obrien smith s'
    """
    return " ".join(word.folded for word in words(name))


def hashed(salt: str, text: str) -> str:
    """The hash that stands for a text. Who guesses the text can check the guess; nobody can read it off."""
    return blake2b(text.encode("utf-8", "surrogatepass"), key=bytes.fromhex(salt), digest_size=16).hexdigest()


def words(text: str) -> list[Word]:
    """The words of a text."""
    return [
        Word(found.start(), found.end(), _folded(found[0]), not found[0][0].islower()) for found in _WORD.finditer(text)
    ]


def sentences(text: str) -> Iterator[tuple[int, int]]:
    """Where the sentences of a text begin and end, by its stops alone; a paragraph ends a sentence."""
    start = 0
    for stop in (*(found.end() for found in _PARAGRAPH.finditer(text)), len(text)):
        for sent in _splitter()(text[start:stop]).sents if text[start:stop].strip() else ():
            yield start + sent.start_char, start + sent.end_char
        start = stop


@cache
def _splitter() -> "Language":
    """Stops, without a model: the same sentences whatever version of the pipeline reads the rest."""
    import spacy

    nlp = spacy.blank("en")
    nlp.max_length = 2**40
    nlp.add_pipe("sentencizer")
    return nlp


def _blank(text: str, spans: Iterable[tuple[int, int]]) -> str:
    """The text with spaces in the place of these parts of it, line by line."""
    pieces, reached = [], 0
    for start, end in spans:
        pieces += [text[reached:start], _LINE.sub(lambda line: " " * len(line[0]), text[start:end])]
        reached = end
    return "".join((*pieces, text[reached:]))


def _folded(word: str) -> str:
    plain = unicodedata.normalize("NFKD", word.casefold().replace("'", "").replace("’", ""))
    return "".join(each for each in plain if not unicodedata.combining(each))


def _kept(evidence: Evidence, left: Document) -> Evidence | None:
    """The evidence under the document's present id, where its characters still stand."""
    text = getattr(left, evidence.field)
    if text[evidence.start : evidence.end] != evidence.quote:
        return None
    return evidence.model_copy(update={"document": left.id})


def _moved(claim: Claim, document: str) -> Claim:
    evidence = claim.evidence.model_copy(update={"document": document})
    return claim.model_copy(update={"document": document, "evidence": evidence})
