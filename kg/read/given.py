"""Metadata that a person gives for texts that carry none, or carry it wrong."""

import csv
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path, PurePosixPath
from typing import Any

from kg.errors import InputError
from kg.read.draft import digested, draft
from kg.read.published import find_day
from kg.read.text import decode
from kg.records import Document

FIELDS = ("title", "publisher", "author", "published")
NAMING = ("source", "file", "path", "document")


@dataclass(frozen=True, slots=True)
class Given:
    """A date and a publisher for documents that name none, and rows that stand above what a document says itself."""

    published: date | None = None
    publisher: str | None = None
    rows: Mapping[str, Mapping[str, object]] = field(default_factory=dict)

    def __bool__(self) -> bool:
        """Whether anything is given."""
        return self != Given()

    def fields(self, document: Document) -> dict[str, Any]:
        """What is given for this document; a row names it by its source or its file's name."""
        row = self.rows.get(document.source) or self.rows.get(PurePosixPath(document.source).name) or {}
        filled = {name: getattr(self, name) for name in ("published", "publisher") if getattr(document, name) is None}
        return {name: value for name, value in (filled | dict(row)).items() if value is not None}


def with_given(document: Document, fields: Mapping[str, Any]) -> Document:
    """The document with the given metadata in the place of its own; days may be ISO strings."""
    return digested(Document.model_validate(document.model_dump() | dict(fields))) if fields else document


def given_rows(path: Path) -> dict[str, dict[str, object]]:
    """The rows of a metadata file: a column "source" and any of title, publisher, author, published (or date).

    Raises InputError with the line that cannot be used.
    """
    try:
        lines = decode(path.read_bytes()).splitlines()
    except (OSError, InputError) as error:
        raise InputError(f"{path}: {getattr(error, 'strerror', None) or error}") from None
    reader = csv.DictReader(lines)
    columns = {name.strip().casefold(): name for name in reader.fieldnames or () if name}
    naming = next((columns[name] for name in NAMING if name in columns), None)
    if naming is None:
        raise InputError(f"{path}: its first line names no column 'source' (and published, publisher, title, author)")
    try:
        return {row[naming]: _row(row, f"{path}:{reader.line_num}") for row in reader if row[naming]}
    except csv.Error as error:
        raise InputError(f"{path}:{reader.line_num}: {error}") from None


def _row(row: Mapping[str, str], where: str) -> dict[str, object]:
    made = draft("", {key: value for key, value in row.items() if key and key.strip().casefold() not in NAMING})
    told = next((row[key] for key in row if key and key.strip().casefold() in ("published", "date")), None)
    if told and find_day(told) is None:
        raise InputError(f"{where}: {told!r} is no date; write it as 2020-09-14")
    return {name: value for name in FIELDS if (value := getattr(made, name))}
