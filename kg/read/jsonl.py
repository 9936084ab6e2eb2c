"""Documents as JSON: one object a line, or a file of one object or one list of them."""

import json
from collections.abc import Iterable, Iterator

from kg.errors import InputError
from kg.read.draft import Draft, NoDocuments, draft
from kg.read.text import decode

NO_TEXT = 'it is no JSON object with a "text"'
Row = tuple[str, Draft | str]  # the row's name, and its draft or what is wrong with it


def rows(lines: Iterable[bytes]) -> Iterator[Row]:
    """Each line's document under its own id or address, else its number; blank lines hold none.

    Raises NoDocuments where the first line is an object of another kind: then so is the file.

    >>> list(rows([b'{"text": "They met."}', b'[]']))[1]
    ('2', 'it is no JSON object with a "text"')
    """
    is_first = True
    for number, line in enumerate(lines, start=1):
        if line.strip():
            name, found = _row(line, str(number))
            if is_first and found == NO_TEXT:
                raise NoDocuments("it holds no documents")
            is_first = False
            yield name, found


def documents(text: str) -> Iterator[Row]:
    """The documents of a JSON file. Raises InputError where it holds none."""
    value = _parsed(text)
    each = value if isinstance(value, list) else [value]
    if not any(isinstance(one, dict) and isinstance(one.get("text"), str) for one in each):
        raise NoDocuments("it holds no documents")
    for number, one in enumerate(each, start=1):
        yield _named(one, str(number))


def _row(line: bytes, number: str) -> Row:
    try:
        return _named(_parsed(decode(line)), number)
    except InputError as error:
        return number, str(error)


def _parsed(text: str) -> object:
    try:
        return json.loads(text)
    except (ValueError, RecursionError):
        raise InputError("it is no JSON") from None


def _named(value: object, number: str) -> Row:
    if not isinstance(value, dict) or not isinstance(value.get("text"), str):
        return number, NO_TEXT
    name = next((str(value[key]) for key in ("id", "url") if isinstance(value.get(key), str | int)), number)
    return name, draft(value["text"], value, row=name)
