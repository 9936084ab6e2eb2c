"""The text of a DOCX file, with what the file says of its title, author and date of publication."""

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any, BinaryIO
from zipfile import BadZipFile, ZipFile

from kg.errors import InputError
from kg.read.draft import Draft, NeedsExtra, dated, draft

if TYPE_CHECKING:
    from docx.document import Document as Docx

BODY = "word/document.xml"
CREATED = "dcterms:created"
CORE, CUSTOM = "/docProps/core.xml", "/docProps/custom.xml"
WORDS = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
GONE = frozenset({FALLBACK, f"{WORDS}moveFrom"})  # said again elsewhere; deleted words have another tag than `t`
SIGNS = {f"{WORDS}tab": "\t", f"{WORDS}br": "\n", f"{WORDS}cr": "\n", f"{WORDS}noBreakHyphen": "-"}
LARGEST_TEXT = 64 * 2**20  # bytes of XML, unpacked
LARGEST = 512 * 2**20  # bytes of everything, unpacked


def is_docx(stream: BinaryIO) -> bool:
    """Whether a ZIP archive is a DOCX file."""
    stream.seek(0)
    try:
        with ZipFile(stream) as archive:
            return BODY in archive.namelist()
    except (BadZipFile, ValueError, OSError, NotImplementedError):
        return False


def drafts(stream: BinaryIO) -> Iterator[Draft]:
    """One draft: the text as it stands, changes accepted, a blank line between paragraphs.

    Raises InputError where it is damaged, or larger unpacked than any text.
    """
    try:
        from docx import Document
    except ImportError:
        raise NeedsExtra("a DOCX file", "docx") from None
    _measure(stream)
    try:
        found = Document(stream)
        text = "\n\n".join(_paragraphs(found))
        fields = _fields(found)
    except Exception as error:  # a file that breaks the parser must not stop the others
        raise InputError(f"it cannot be read as DOCX ({type(error).__name__})") from error
    yield dated(draft(text, fields), fields.get(CREATED, ""))


def _measure(stream: BinaryIO) -> None:
    """Raises InputError for what would fill the memory; zipfile unpacks no more of a member than is declared."""
    with ZipFile(stream) as archive:
        members = archive.infolist()
    text = sum(each.file_size for each in members if each.filename.casefold().endswith((".xml", ".rels")))
    if text > LARGEST_TEXT or sum(each.file_size for each in members) > LARGEST:
        raise InputError("it is larger than 64 MB when unpacked; split it")
    stream.seek(0)


def _paragraphs(found: "Docx") -> Iterator[str]:
    """The paragraphs of the body with those of tables and boxes, in the order of the file."""
    body = found.element.body
    for paragraph in body.iter(f"{WORDS}p"):
        is_gone = any(above.tag in GONE for above in paragraph.iterancestors())
        if text := "" if is_gone else "".join(_pieces(paragraph)).strip():
            yield text


def _pieces(paragraph: Any) -> Iterator[str]:
    """What is said in a paragraph; of one in a box inside it, nothing."""
    waiting = [paragraph]
    while waiting:
        node = waiting.pop()
        if node.tag == f"{WORDS}t":
            yield node.text or ""
        elif node.tag in SIGNS:
            yield SIGNS[node.tag]
        elif node is paragraph or (node.tag != f"{WORDS}p" and node.tag not in GONE):
            waiting.extend(reversed(node))


def _fields(found: "Docx") -> dict[str, str]:
    """Title, author and day of creation, and the properties that somebody added, under their own names."""
    from lxml import etree

    fields: dict[str, str] = {}
    for part in list(found.part.package.iter_parts()):
        if part.partname == CORE:  # where there is none, the library invents one
            core = found.core_properties
            fields = {"title": core.title, "author": core.author, CREATED: str(core.created or "")} | fields
        if part.partname == CUSTOM:
            own = etree.fromstring(part.blob, etree.XMLParser(resolve_entities=False, no_network=True))
            fields |= {each.get("name", ""): "".join(each.itertext()) for each in own}
    return fields
