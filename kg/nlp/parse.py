"""A document through the pipeline: title and text as one Doc, markup masked so that every character keeps its place."""

import re
from typing import TYPE_CHECKING

from spacy.tokens import Doc

from kg.nlp import marks as _marks  # registers doc._.published and doc._.body  # noqa: F401
from kg.records import Document

if TYPE_CHECKING:
    from spacy.language import Language

GAP = "\n\n"
# markup of Markdown, wikis and HTML left in a text; a match becomes blanks of its length, but for its group "keep"
MARKUP = re.compile(
    r"<!--.{0,2000}?-->"
    r"|</?[A-Za-z][A-Za-z0-9]{0,15}(?:\s[^<>\n]{0,300})?/?>"
    r"|!\[[^\]\n]{0,200}\]\([^)\s]{0,500}\)"
    r"|\[(?P<keep>[^\]\[\n]{1,200})\]\([^)\s]{0,500}\)"
    r"|\[(?:\d{1,3}|citation needed|note \d{1,3}|[a-z])\]"
    r"|(?m:^#{1,6}[ \t]+)|(?m:^[ \t]*[*+-][ \t]+)"
    r"|\*\*|__|(?<!\w)[*_](?=\w)|(?<=[\w.,!?])[*_](?!\w)"
    r"|(?m:^Category:.{0,2000}$)|\b[\w-]{1,100}\.(?:png|jpe?g|svg|gif|webp)\b"
)
# no word, but an address, an encoded picture or 100,000 brackets: the tokenizer takes the square of its length
ENDLESS = re.compile(r"\S{200,}")
PLAIN = dict.fromkeys(map(ord, "\u00a0\u2007\u2009\u200a\u202f"), " ")  # else a token beside the words: "son\xa0Ben"
ITEM = re.compile(r"^(?:[ \t]*(?:[-*•+–]|\d{1,2}[.)])[ \t]+|:+\*[ \t]*)(?=\S)", re.MULTILINE)  # a line of a list begins
ITALICS = re.compile(
    r"(?<=\S)[ \t(]{1,3}_(\w[^_\n]{0,200})(?<=[\w.,!?])_(?!\w)"
)  # behind a word: what opens a line may be a speaker
# the scholarly apparatus after an article: what stands there are books and pages, not lives
APPARATUS = re.compile(
    r"^[#=* \t]{0,6}(?:notes and references|references|external links|further reading|footnotes|citations|works cited"
    r"|(?:primary |secondary )?sources)"
    r"[=* \t]{0,6}$",
    re.IGNORECASE | re.MULTILINE,
)


def masked(text: str) -> str:
    """The text with markup blanked out, and blanks of every kind made plain, character for character.

    >>> masked("**Ada** met [George](https://example.org).[2]")
    '  Ada   met  George                      .   '
    >>> masked("her son\xa0George")
    'her son George'
    """
    text = text.translate(PLAIN)
    apparatus = next(
        (match.start() for match in APPARATUS.finditer(text) if match.start() > len(text) * 0.3), len(text)
    )
    return ENDLESS.sub(_blank, MARKUP.sub(_blank, text[:apparatus])) + re.sub(r"\S", " ", text[apparatus:])


def _blank(match: re.Match[str]) -> str:
    keep = match.groupdict().get("keep")
    if keep is None:
        return " " * len(match[0])
    start = match.start("keep") - match.start()
    return " " * start + keep + " " * (len(match[0]) - start - len(keep))


def whole_text(document: Document) -> str:
    """Title, a blank line and the text; the text alone where there is no title or the title opens it."""
    return document.title + GAP + document.text if has_title(document) else document.text


def has_title(document: Document) -> bool:
    """Whether the title is read beside the text: not where the text begins with it, as a line or sentence of its own.

    "Ada Roe was born in 1900" begins with a name that tells whom it is about where it is the title, too.
    """
    rest = document.text.removeprefix(document.title)
    is_line = len(rest) < len(document.text) and (not rest.strip() or rest[0] == "\n" or document.title[-1] in ".!?")
    return bool(document.title) and not is_line


def body_start(document: Document) -> int:
    """Where `document.text` begins in what the pipeline reads."""
    return len(document.title) + len(GAP) if has_title(document) else 0


def items(doc: Doc, text: str) -> tuple[tuple[int, int], ...]:
    """The lines of lists in `text`, the characters before markup was masked, as tokens (end not included)."""
    lines = ((match.end(), text.find("\n", match.end())) for match in ITEM.finditer(text))
    spans = (doc.char_span(start, end if end >= 0 else len(text), alignment_mode="expand") for start, end in lines)
    return tuple((span.start, span.end) for span in spans if span is not None)


def italics(doc: Doc, text: str) -> tuple[tuple[int, int], ...]:
    """What stands in italics in `text`, as tokens (end not included): mostly a title or a foreign word."""
    spans = (doc.char_span(*match.span(1), alignment_mode="contract") for match in ITALICS.finditer(text))
    return tuple((span.start, span.end) for span in spans if span is not None and len(span))


def made(nlp: "Language", document: Document) -> Doc:
    """A tokenised Doc that knows its publication date and where its body begins; the pipeline has not run."""
    text = whole_text(document)
    doc = nlp.make_doc(masked(text))
    doc._.items = items(doc, text)
    doc._.italics = italics(doc, text)
    doc._.published = document.published
    doc._.body = body_start(document)
    return doc


def parse(nlp: "Language", document: Document) -> Doc:
    """The document read by the pipeline: tokens, tree, names, dates, coreference."""
    return nlp(made(nlp, document))
