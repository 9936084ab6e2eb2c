"""The web pages of a WARC file (ISO 28500), one after another, in memory that does not grow with the file."""

import io
import zlib
from collections.abc import Callable, Iterator
from gzip import GzipFile
from typing import TYPE_CHECKING, BinaryIO

from kg.errors import InputError
from kg.read import html
from kg.read.draft import Draft, NeedsExtra
from kg.read.jsonl import Row
from kg.read.published import find_day
from kg.read.text import decode

if TYPE_CHECKING:
    from warcio.recordloader import ArcWarcRecord

LARGEST = 64 * 2**20  # bytes of one page, unpacked
LONGEST = 2**20  # bytes of one record's headers
GZIP = b"\x1f\x8b"
TRIES = (31, 15, -15)  # zlib's names for gzip, deflate as it should be, deflate as some servers send it


def rows(stream: BinaryIO) -> Iterator[Row]:
    """Every page that was answered in HTML, under its address.

    Raises InputError where the file is damaged, after the pages before that, and NeedsExtra without its library.
    """
    try:
        import warcio  # noqa: F401
    except ImportError:
        raise NeedsExtra("a WARC archive", "warc") from None
    try:
        for record in _records(stream):
            if _is_page(record):
                yield _row(record)
    except Exception as error:  # whatever the library makes of a damaged file
        raise InputError(f"it is damaged ({type(error).__name__}); what stands before that is read") from error


def _records(stream: BinaryIO) -> Iterator["ArcWarcRecord"]:
    from warcio.archiveiterator import ArchiveIterator

    stream.seek(0)
    is_packed = stream.read(len(GZIP)) == GZIP
    stream.seek(0)
    records = ArchiveIterator(_Unpacked(stream) if is_packed else stream)
    records.INC_RECORD = ""  # it would print what the file holds
    records.reader.readline = heads = _Heads(records.reader.readline)
    for record in records:
        if record.length is None:
            raise ValueError("a record of no length")
        yield record
        heads.length = 0


class _Unpacked:
    """Reads a gzip file, whether each record or the whole was packed, and says so if it was cut off."""

    def __init__(self, stream: BinaryIO) -> None:
        self._file = GzipFile(fileobj=stream)

    def read(self, size: int) -> bytes:
        try:
            return self._file.read1(size)
        except EOFError:  # to the library, the end of a file in good order
            raise ValueError("cut off") from None


class _Heads:
    """Reads the lines of headers, up to an end."""

    def __init__(self, readline: Callable[[int], bytes]) -> None:
        self._readline = readline
        self.length = 0

    def __call__(self, length: int | None = None) -> bytes:
        line = self._readline(min(length or LONGEST, LONGEST))
        self.length += len(line)
        if self.length > LONGEST:
            raise ValueError("headers without end")
        return line


def _is_page(record: "ArcWarcRecord") -> bool:
    if record.rec_type != "response" or not record.http_headers:
        return False
    kind = record.http_headers.get_header("content-type") or ""
    return record.http_headers.get_statuscode() == "200" and "html" in kind.casefold()


def _row(record: "ArcWarcRecord") -> Row:
    address = record.rec_headers.get_header("WARC-Target-URI") or ""
    try:
        return address, _draft(record, address)
    except InputError as error:
        return address, str(error)


def _draft(record: "ArcWarcRecord", address: str) -> Draft:
    data = _content(record)
    kind = html.DECLARED.search((record.http_headers.get_header("content-type") or "").encode("ascii", "replace"))
    declared = kind[1].decode() if kind else html.declared(data)
    captured = find_day(record.rec_headers.get_header("WARC-Date") or "")
    (found,) = html.drafts(decode(data, declared), address=address, captured=captured)
    return Draft(found.text, found.title, found.publisher, found.author, found.published, row=address)


def _content(record: "ArcWarcRecord") -> bytes:
    """The bytes of a page, unpacked. Raises InputError for more of them than any page has."""
    from warcio.bufferedreaders import ChunkedDataReader

    too_large = InputError("it is larger than 64 MB")
    if record.length > LARGEST:
        raise too_large
    headers = record.http_headers
    data = record.raw_stream.read()
    if record.raw_stream.limit:
        raise ValueError("cut off")
    if (headers.get_header("transfer-encoding") or "").casefold() == "chunked":
        data = ChunkedDataReader(io.BytesIO(data)).read()
    data = _unpacked(data, (headers.get_header("content-encoding") or "").strip().casefold())
    if len(data) > LARGEST:
        raise too_large
    return data


def _unpacked(data: bytes, encoding: str) -> bytes:
    """At most one byte more than LARGEST; as it stands where a header says packed of what was unpacked when stored."""
    if encoding == "br":
        return _by_brotli(data)
    for bits in TRIES if encoding in ("gzip", "x-gzip", "deflate") else ():
        try:
            return zlib.decompressobj(bits).decompress(data, LARGEST + 1)
        except zlib.error:
            continue
    return data


def _by_brotli(data: bytes) -> bytes:
    import brotli

    try:
        unpacked: bytes = brotli.Decompressor().process(data, output_buffer_limit=LARGEST + 1)
    except brotli.error:
        return data
    return unpacked
