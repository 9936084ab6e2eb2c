"""The text of a PDF, with what the file says of its title, author and date of publication."""

import itertools
import logging
import re
from collections import Counter
from collections.abc import Iterator
from time import process_time
from typing import TYPE_CHECKING, BinaryIO

from kg.errors import InputError
from kg.read.draft import Draft, NeedsExtra, dated, draft

if TYPE_CHECKING:
    from pypdf import PdfReader

PRISM = tuple(
    f"http://prismstandard.org/namespaces/basic/{version}" for version in ("", "1.2/", "2.0/", "2.1/", "3.0/")
)
SPOOLED = re.compile(r"microsoft (?:word|powerpoint) - |untitled|.*\.\w{2,5}$|\S*$", re.I)  # a file's name, no title
LONGEST = 200  # characters of a title that are looked at
HYPHENATED = re.compile(r"(?<=[a-z])[-\u00ad]\n(?=[a-z])|\u00ad")
NUMBER = re.compile(r"(?:page )?\W{0,3}\d{1,4}\W{0,3}(?:of \d{1,4})?", re.I)
DIGITS = re.compile(r"\d+")
FURNITURE = 3  # pages on which a first or last line stands that belongs to none of them
PATIENCE = 5.0  # seconds of work, and one more for every so many bytes; a page can ask for any amount of it
BYTES_A_SECOND = 10_000
TOO_MUCH = "its pages take too long to read; save it again as a plain PDF or as text"


def drafts(stream: BinaryIO) -> Iterator[Draft]:
    """One draft: the text of all pages without their numbers and running heads, words at line ends joined.

    Raises InputError where it holds no text (a scan), is encrypted or damaged, or asks for too much work.
    """
    try:
        from pypdf import PdfReader
    except ImportError:
        raise NeedsExtra("a PDF", "pdf") from None
    logging.getLogger("pypdf").addHandler(logging.NullHandler())  # what it finds odd quotes the file to the terminal
    try:
        reader = PdfReader(stream)
        text = joined(_pages(reader, _Clock(stream)))
        fields = _fields(reader)
    except InputError:
        raise
    except Exception as error:  # a file that breaks the parser must not stop the others
        raise InputError(f"it cannot be read as a PDF ({type(error).__name__})") from error
    if not text:
        raise InputError("it holds no text; a scan needs character recognition (OCR) first")
    yield dated(draft(text, fields), fields.get("CreationDate", ""))


def joined(pages: list[str]) -> str:
    """The text of pages without page numbers and running heads; what a hyphen parts at a line's end is one word.

    >>> joined(["They mar-\\nried\\n1", "in May.\\n2"])
    'They married\\nin May.'
    """
    lined = [[line.strip() for line in page.split("\n")] for page in pages]
    lined = [[line for line in lines if line and not NUMBER.fullmatch(line)] for lines in lined]
    edges = Counter(edge for lines in lined for edge in {_masked(line) for line in (*lines[:1], *lines[-1:])})
    kept = (
        line
        for lines in lined
        for place, line in enumerate(lines)
        if place not in (0, len(lines) - 1) or edges[_masked(line)] < FURNITURE
    )
    return HYPHENATED.sub("", "\n".join(kept)).strip()


def _masked(line: str) -> str:
    """A line with its numbers alike: "12 The Wire" and "13 The Wire"."""
    return DIGITS.sub("0", line)


class _Clock:
    """How long reading may take: what pages do is a program, and nothing in a file bounds it."""

    def __init__(self, stream: BinaryIO) -> None:
        size = stream.seek(0, 2)
        stream.seek(0)
        self._last = process_time() + PATIENCE + size / BYTES_A_SECOND

    def __call__(self, *_: object) -> None:
        """Raises InputError once it is over; pypdf calls it before every step of a page."""
        if process_time() > self._last:
            raise InputError(TOO_MUCH)


def _pages(reader: "PdfReader", clock: _Clock) -> list[str]:
    if reader.is_encrypted and not reader.decrypt(""):
        raise InputError("it is encrypted; save it without a password")
    found = []
    for page in reader.pages:
        clock()
        found.append(page.extract_text(visitor_operand_before=clock))
    return found


def _fields(reader: "PdfReader") -> dict[str, str]:
    """The file's own entries by name, and the date of publication as XMP tells it."""
    told = {key.removeprefix("/"): str(value) for key, value in (reader.metadata or {}).items()}
    if SPOOLED.fullmatch(told.get("Title", "")[:LONGEST].strip()):
        told.pop("Title", None)
    return told | _dates(reader)


def _dates(reader: "PdfReader") -> dict[str, str]:
    if not (xmp := reader.xmp_metadata):
        return {}
    found = (xmp.get_element("", space, name) for space in PRISM for name in ("publicationDate", "coverDate"))
    node = next(itertools.chain.from_iterable(found), None)
    return {"published": node.nodeValue or getattr(node.firstChild, "data", "")} if node else {}
