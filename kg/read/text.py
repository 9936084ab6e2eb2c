"""Bytes to characters, and plain text to a draft."""

import codecs
from collections.abc import Iterator

from kg.errors import InputError
from kg.read.draft import Draft

# longer marks first: UTF-32's begins with UTF-16's
MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
KINDS = {
    b"%PDF": "a PDF",
    b"PK\x03\x04": "a ZIP archive or office file",
    b"\x1f\x8b": "a gzip archive",
    b"\x89PNG": "a picture",
    b"\xff\xd8\xff": "a picture",
    b"GIF8": "a picture",
    b"SQLite format 3\x00": "a database",
    b"\xd0\xcf\x11\xe0": "an office file",
    b"{\\rtf": "an RTF file",
}


def binary_kind(head: bytes) -> str | None:
    """What a file is that holds no text, by its first bytes; None where it may be text.

    >>> binary_kind(b"%PDF-1.7"), binary_kind(b"They met in 2017.")
    ('a PDF', None)
    """
    kind = next((kind for magic, kind in KINDS.items() if head.startswith(magic)), None)
    if kind or mark(head):
        return kind
    odd = sum(byte < 32 and byte not in b"\t\n\r\f\x1b" for byte in head)
    return "binary" if b"\x00" in head or odd * 20 > len(head) else None


def mark(data: bytes) -> str | None:
    """The encoding that a byte-order mark names."""
    return next((name for bom, name in MARKS if data.startswith(bom)), None)


def decode(data: bytes, declared: str | None = None) -> str:
    """Characters by byte-order mark, else as declared, else UTF-8, else Windows-1252; lines end in a newline.

    Raises InputError where none fits, and for UTF-8 with damaged characters, since names would come out wrong.
    """
    text = _by_name(data, mark(data) or declared)
    if text is None:
        text = _by_name(data, "utf-8")
    if text is None:
        if mark(data) or _is_damaged_utf8(data):
            raise InputError("its characters are damaged; save it again as UTF-8")
        text = _by_name(data, "cp1252")
    if text is None:
        raise InputError("its encoding is neither UTF-8 nor Windows-1252; save it as UTF-8")
    return text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")


def drafts(text: str) -> Iterator[Draft]:
    """A plain text is one draft without metadata."""
    yield Draft(text.strip())


def _by_name(data: bytes, encoding: str | None) -> str | None:
    try:
        if encoding is None or not codecs.lookup(encoding)._is_text_encoding:
            return None
        return data.decode(encoding)
    except (LookupError, ValueError):  # no such encoding; undecodable bytes; a name with NUL in it
        return None


def _is_damaged_utf8(data: bytes) -> bool:
    """Whether most of what is not ASCII is good UTF-8: then the rest is damage, not another encoding."""
    text = data.decode("utf-8", "replace")
    bad = text.count("\ufffd")
    return sum(character > "\x7f" for character in text) - bad > bad
