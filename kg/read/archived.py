"""Files of other programs and of web archives; each kind is read by a library that is an extra of kg."""

import zlib
from collections.abc import Iterator
from typing import BinaryIO

from kg.read import docx, pdf, warc
from kg.read.draft import Draft
from kg.read.jsonl import Row

PDF = b"%PDF"
ZIP = b"PK\x03\x04"
GZIP = b"\x1f\x8b"


def rows(head: bytes, stream: BinaryIO) -> Iterator[Row] | None:
    """What a PDF, a DOCX or a WARC holds, told by its first bytes; None where it is none of them.

    `stream` can be sought in. Raises InputError for what is damaged, and NeedsExtra where the library is missing.
    """
    if head.startswith(PDF):
        return _alone(pdf.drafts(stream))
    if head.startswith(ZIP) and docx.is_docx(stream):
        return _alone(docx.drafts(stream))
    if _unpacked(head).startswith(b"WARC/"):
        return warc.rows(stream)
    return None


def may_hold(head: bytes) -> bool:
    """Whether a file that begins so may be one of them."""
    return head.startswith((PDF, ZIP, GZIP, b"WARC/"))


def _alone(drafts: Iterator[Draft]) -> Iterator[Row]:
    return (("", draft) for draft in drafts)


def _unpacked(head: bytes) -> bytes:
    try:
        return zlib.decompressobj(31).decompress(head, 16) if head.startswith(GZIP) else head
    except zlib.error:
        return b""
