"""The article of a web page, with the date, title and publisher that the page states."""

import re
from collections.abc import Iterator
from datetime import date
from typing import Any

from kg.errors import InputError
from kg.read.draft import Draft, draft

LOOKS_LIKE = re.compile(
    r"\s*(?:<\?xml[^>]*>\s*)?(?:<!--.{0,2000}?-->\s*)*<(?:!doctype\s+html|html|head|body|article)\b", re.I | re.S
)
DECLARED = re.compile(rb"""(?:charset|encoding)\s*=\s*["']?\s*([\w.:-]{2,40})""", re.I)
BODY = re.compile(r"<body\b", re.I)
HEAD = 4096  # bytes in which a page declares its encoding
DEEPEST = 2000  # open elements; the parser's recursion is the machine's stack
# extensive_search takes "© 2024" and a wedding for the date of publication; the default earliest date is 1995,
# the default latest one is today, and no clock may enter
DATES = {"extensive_search": False, "original_date": True, "min_date": "1800-01-01", "max_date": "9999-12-31"}


def is_html(text: str) -> bool:
    """Whether `text` opens as a web page does.

    >>> is_html("<!DOCTYPE html><title>A</title>"), is_html("<3 is a heart")
    (True, False)
    """
    return bool(LOOKS_LIKE.match(text))


def declared(data: bytes) -> str | None:
    """The encoding that a page names in its head."""
    found = DECLARED.search(data[:HEAD])
    return found[1].decode("ascii", "replace") if found else None


def drafts(text: str, address: str | None = None, captured: date | None = None) -> Iterator[Draft]:
    """One draft: the article's text as extracted, to which all offsets refer. Raises InputError where there is none.

    The page's address may tell its day and publisher; it was not published after it was `captured`.
    """
    if _depth(text) > DEEPEST:
        raise InputError("its elements are nested too deep")
    page = _extracted(
        text if BODY.search(text) else f"<html><body><article>{text}</article></body></html>",
        address=address,
        latest=captured,
    )
    paragraphs = [line.strip() for line in (page.text or "").split("\n") if line.strip()] if page else []
    if not any(map(_has_sentence, paragraphs)):
        raise InputError("it holds no article")
    if paragraphs[0] == page.title:
        del paragraphs[0]
    fields = {"title": page.title, "author": page.author, "publisher": page.sitename, "published": page.date}
    yield draft("\n\n".join(paragraphs), {name: value for name, value in fields.items() if value})


def _extracted(text: str, *, address: str | None, latest: date | None) -> Any:
    from trafilatura import bare_extraction

    dates = DATES | ({"max_date": latest.isoformat()} if latest else {})  # a copy: the callee writes into it
    try:
        return bare_extraction(
            text,
            address,
            with_metadata=True,
            include_comments=False,
            include_tables=False,
            date_extraction_params=dates,
        )
    except Exception as error:  # a page that breaks the parser must not stop the others
        raise InputError(f"its HTML cannot be parsed ({type(error).__name__})") from error


def _has_sentence(paragraph: str) -> bool:
    """Whether these are words of prose; menus have no full stops."""
    words = paragraph.split()
    return len(words) >= 5 and any(word.rstrip("'\"’”)").endswith((".", "!", "?")) for word in words)


def _depth(text: str) -> int:
    """An upper bound of how deep elements are nested: openings not yet closed, whatever they are called."""
    depth = deepest = 0
    for tag in re.finditer(r"<(/?)(?!(?:p|br|li|img|hr|meta|link|input|td|tr|option|source|wbr)\b)[a-z]", text, re.I):
        depth = max(0, depth - 1) if tag[1] else depth + 1
        deepest = max(deepest, depth)
    return deepest
