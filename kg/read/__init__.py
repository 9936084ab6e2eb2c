"""Paths to documents: `read` takes a file or a folder and yields a Document or a Skip for everything in it."""

import io
import os
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import BinaryIO, NamedTuple

from kg.errors import InputError
from kg.read import archived, html, jsonl, markdown, text
from kg.read.draft import Draft, NeedsExtra, NoDocuments, Skip, document, renamed
from kg.read.folder import ABOUT, files
from kg.read.given import Given, given_rows, with_given
from kg.read.published import find_day
from kg.records import Document

__all__ = [
    "STDIN",
    "File",
    "Given",
    "Skip",
    "documents",
    "drafts",
    "find_day",
    "found",
    "given_rows",
    "read",
    "renamed",
    "with_given",
]

STDIN = Path("-")
HEAD = 8192  # bytes by which a file's kind is told
LARGEST = 64 * 2**20  # bytes of one text; files of JSON lines may be of any size
LINES = frozenset({".jsonl", ".ndjson"})
PAGES = frozenset({".html", ".htm", ".xhtml"})
TEXTS = frozenset({"", ".txt", ".text", ".md", ".markdown", ".rst"})

TOO_LARGE = "it is larger than 64 MB; split it, or give its documents as JSON lines"

Sourced = tuple[str, Draft]


class File(NamedTuple):
    """A file that may hold documents, or standard input."""

    path: Path
    source: str  # its path relative to the folder that was given, or its name
    is_named: bool  # by whoever asks; what is only found in a folder is plain text under a suffix of texts alone


def read(path: Path | str) -> Iterator[Document | Skip]:
    """What `path` holds: a file's document (or documents), a folder's in sorted order, or standard input's for "-".

    A document's source is its path relative to the folder given, or its name where a file is given. Kinds are told
    by content; in a folder, plain text counts only under a suffix of texts. Raises InputError, at once, if there is no
    such path; whatever else goes wrong is a Skip.
    """
    return (each for file in found(path) for each in documents(file))


def drafts(path: Path | str) -> Iterator[Sourced | Skip]:
    """The same before a text is looked at: each source with its draft."""
    return (each for file in found(path) for each in _drafts(file))


def found(path: Path | str) -> Iterator[File]:
    """The files that `read` opens, none of them opened yet. Raises InputError, at once, if there is no such path."""
    path = Path(path)
    if path != STDIN and not path.exists():
        raise InputError(f"no such file or folder: {path}")
    if path != STDIN and path.is_dir():
        above = len(path.parts)
        return (File(file, _source("/".join(file.parts[above:])), is_named=False) for file in files(path))
    return iter([File(path, _source(path.name), is_named=True)])


def documents(file: File) -> Iterator[Document | Skip]:
    """What one file holds, in its order."""
    return map(_document, _drafts(file))


def _document(found: Sourced | Skip) -> Document | Skip:
    if isinstance(found, Skip):
        return found
    source, draft = found
    made = document(draft, source)
    if isinstance(made, Document) and made.source == str(STDIN):
        return renamed(made, f"{source}#{made.digest[:12]}")  # one piped text is told from another by its content
    return made


def _drafts(file: File) -> Iterator[Sourced | Skip]:
    if file.is_named and file.path == STDIN:
        return _explained(lambda: _of_stream(sys.stdin.buffer, file.source, named=True), file.source)
    return _explained(lambda: _of_file(file), file.source)


def _source(name: str) -> str:
    """A file's name as text; bytes that are none become U+FFFD."""
    return os.fsencode(name).decode("utf-8", "replace")


def _of_file(file: File) -> Iterator[Sourced | Skip]:
    if not file.path.is_file():  # opening a pipe or a device would wait for ever
        raise InputError("it is no regular file" if file.path.exists() else "its link leads nowhere")
    if not file.is_named and file.path.stem.casefold() in ABOUT:
        raise NoDocuments("it is about the folder; name it to have it read")
    with file.path.open("rb") as stream:
        yield from _of_stream(stream, file.source, named=file.is_named)


def _explained(found: Callable[[], Iterator[Sourced | Skip]], source: str) -> Iterator[Sourced | Skip]:
    """What is found, and a Skip where reading ends in trouble."""
    try:
        yield from found()
    except InputError as error:
        extra = error.extra if isinstance(error, NeedsExtra) else ""
        yield Skip(source, str(error), quiet=isinstance(error, NoDocuments), extra=extra)
    except OSError as error:
        yield Skip(source, f"it cannot be read: {error.strerror}")


def _of_stream(stream: BinaryIO, source: str, *, named: bool) -> Iterator[Sourced | Skip]:
    suffix = Path(source).suffix.casefold()
    head = stream.read(HEAD)
    if not head.strip():
        raise InputError("it is empty")
    if archived.may_hold(head):
        stream = _seekable(head, stream)
        if rows := archived.rows(head, stream):
            yield from _of_rows(rows, source)
            return
        stream.seek(len(head))
    if kind := text.binary_kind(head):
        raise InputError(f"it is {kind}; kg reads text, Markdown, HTML, JSON lines, PDF, DOCX and WARC")
    if suffix in LINES or (suffix != ".json" and _opens_json_lines(head)):
        yield from _of_rows(jsonl.rows(_lines(head, stream)), source)
        return
    data = head + stream.read(LARGEST)
    if len(data) > LARGEST:
        raise InputError(TOO_LARGE)
    if suffix == ".json":
        yield from _of_rows(jsonl.documents(text.decode(data)), source)
        return
    for draft in _of_text(data, suffix, named=named):
        yield source, draft


def _seekable(head: bytes, stream: BinaryIO) -> BinaryIO:
    """The stream from its beginning; a pipe's is kept in memory."""
    if stream.seekable():
        return stream
    data = head + stream.read(LARGEST)
    if len(data) > LARGEST:
        raise InputError(TOO_LARGE)
    return io.BytesIO(data)


def _of_text(data: bytes, suffix: str, *, named: bool) -> Iterator[Draft]:
    is_page = suffix in PAGES or html.is_html(data[:HEAD].decode("latin-1"))
    characters = text.decode(data, html.declared(data) if is_page else None)
    if is_page:
        return html.drafts(characters)
    if markdown.has_front_matter(characters):
        return markdown.drafts(characters)
    if suffix not in TEXTS and not named:
        raise InputError(f"it is of no kind that kg reads ({suffix})")
    return text.drafts(characters)


def _of_rows(rows: Iterator[jsonl.Row], source: str) -> Iterator[Sourced | Skip]:
    for name, row in rows:
        yield Skip(f"{source}#{name}", row) if isinstance(row, str) else (source, row)


def _opens_json_lines(head: bytes) -> bool:
    return head.lstrip().startswith(b'{"') and b'"text"' in head


def _lines(head: bytes, stream: BinaryIO) -> Iterator[bytes]:
    """The lines of a stream whose first bytes were read already."""
    *whole, rest = head.split(b"\n")
    yield from whole
    yield rest + stream.readline()
    yield from stream
