"""What a reader takes from bytes, and the one place where that becomes a Document, or a named reason why not."""

import hashlib
import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from urllib.parse import urlsplit

from kg.errors import InputError
from kg.read.english import is_english
from kg.read.published import day_of_creation, find_day, split_header
from kg.records import Document, content_id

KEYS = {
    "title": ("title", "headline"),
    "published": ("published", "date", "date_published", "publication_date", "pubdate", "datepublished"),
    "publisher": ("publisher", "source", "site_name", "sitename", "site"),
    "author": ("author", "authors", "byline"),
}
# lone surrogates and NUL come out of JSON escapes and file names; no store and no terminal takes them
UNWRITABLE = re.compile("[\x00\ud800-\udfff]")


class NoDocuments(InputError):
    """A file that is there for something else: gold, an index, a readme."""


class NeedsExtra(InputError):
    """A file that is read by a library which is not installed; `extra` brings it."""

    def __init__(self, what: str, extra: str) -> None:
        super().__init__(f"it is {what}; to have it read: pip install 'kg[{extra}]'")
        self.extra = extra


@dataclass(frozen=True, slots=True)
class Skip:
    """A source that gave no document, and why; `quiet` where nobody would have expected one.

    `extra` names the part of kg that reads it and is not installed.
    """

    source: str
    reason: str
    quiet: bool = False
    extra: str = ""


@dataclass(frozen=True, slots=True)
class Draft:
    """A text with the metadata it carries itself; `row` tells it from others of the same file."""

    text: str
    title: str = ""
    publisher: str | None = None
    author: str | None = None
    published: date | None = None
    row: str = ""


def draft(text: str, fields: Mapping[str, object], row: str = "") -> Draft:
    """A draft whose metadata stands in `fields` under any of the usual names, in any case.

    >>> made = draft("They met.", {"Date": "2020-09-14-13-26-46", "source": "https://www.example.org/a"})
    >>> made.published, made.publisher
    (datetime.date(2020, 9, 14), 'example.org')
    """
    folded = {str(key).strip().casefold(): _line(value) for key, value in fields.items()}
    found = {name: next((folded[key] for key in keys if folded.get(key)), "") for name, keys in KEYS.items()}
    return Draft(
        text=text,
        title=found["title"],
        publisher=_publisher(found["publisher"]),
        author=found["author"] or None,
        published=find_day(found["published"]),
        row=row,
    )


def dated(draft: Draft, created: str) -> Draft:
    """A file's draft, with the day on which the file was made where nothing tells when the text was published."""
    return replace(draft, published=draft.published or day_of_creation(created, draft.text))


def document(draft: Draft, source: str) -> Document | Skip:
    """The document that a draft makes, or why it makes none.

    A date in the text's own first line counts where the metadata gives none; as a header, it is no part of the text.
    """
    source = writable(f"{source}#{draft.row}" if draft.row else source)
    published, text = split_header(writable(draft.text).strip())
    if not text:
        return Skip(source, "it holds no text")
    if not is_english(text):
        return Skip(source, "its text is not English; kg reads English only")
    made = Document(
        id="",
        source="",
        text=text,
        title=writable(draft.title),
        publisher=draft.publisher and writable(draft.publisher),
        author=draft.author and writable(draft.author),
        published=draft.published or published,
    )
    return renamed(digested(made), source)


def renamed(document: Document, source: str) -> Document:
    """The same document under another source, from which its id is made."""
    return document.model_copy(update={"id": content_id("document", source), "source": source})


def digested(document: Document) -> Document:
    """The same document with the hash of everything that a reading depends on; its source is not in it."""
    parts = (document.text, document.title, document.published, document.publisher, document.author)
    digest = hashlib.sha256("\x1f".join(str(part or "") for part in parts).encode()).hexdigest()
    return document.model_copy(update={"digest": digest})


def writable(text: str) -> str:
    """`text` with what cannot be stored replaced by U+FFFD, character for character."""
    return UNWRITABLE.sub("\ufffd", text)


def _line(value: object) -> str:
    """One line of words; a list of authors is joined, whatever else is nested is left out."""
    if isinstance(value, list):
        return ", ".join(filter(None, (_line(each) for each in value if not isinstance(each, list))))
    return " ".join(str(value).split()) if isinstance(value, str | int | date) else ""


def _publisher(name: str) -> str | None:
    """A publisher's name; of an address, its host."""
    if "://" not in name:
        return name or None
    try:
        return (urlsplit(name).hostname or name).removeprefix("www.")
    except ValueError:  # "http://[broken"
        return name
