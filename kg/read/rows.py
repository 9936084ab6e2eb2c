"""The rows of a chronology with their lines and characters: JSON lines, or CSV with the same columns."""

import csv
import json
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from kg.errors import InputError

FACTS = ("event", "state", "kin")
# the other records of an export; conflicts, and who is who, are derived again
KINDS = (*FACTS, "person", "document", "reading", "judgement", "conflict")
LISTS = ("people", "attested", "aliases")  # in CSV, "Ada Byron; Bob Lane" or "Ada Byron | Bob Lane"


@dataclass(frozen=True, slots=True)
class Row:
    """One row of a file: where it stands, its characters, and its values by column."""

    source: str
    number: int  # the physical line on which it begins
    text: str
    values: dict[str, Any]

    @property
    def kind(self) -> str:
        """One of KINDS."""
        return str(self.values["kind"])

    def wrong(self, fault: str) -> InputError:
        """The error that names this row."""
        return _wrong(self.source, self.number, fault)


def rows(text: str, source: str) -> Iterator[Row]:
    """Every row that is not blank. Raises InputError for the first that is none, or of no known kind.

    >>> [(row.number, row.values["type"]) for row in rows('{"kind": "kin", "type": "sibling_of"}', "a.jsonl")]
    [(1, 'sibling_of')]
    >>> [row.values["people"] for row in rows("kind,type,people\\nkin,sibling_of,Ada; Bob", "a.csv")]
    [['Ada', 'Bob']]
    """
    found = _json_lines(text, source) if text.lstrip("\ufeff \r\n\t").startswith("{") else _csv(text, source)
    for row in found:
        if row.values.get("kind") not in KINDS:
            raise row.wrong(f"'kind' is {row.values.get('kind')!r}; give event, state or kin")
        yield row


def is_chronology(head: str) -> bool:
    """Whether a file that begins so holds facts: its first row, or its header, names their columns."""
    first = next((line for line in head.lstrip("\ufeff").splitlines() if line.strip()), "")
    if not first.lstrip().startswith("{"):
        return {"kind", "type", "people"} <= {name.strip().casefold() for name in first.split(",")}
    try:
        values = json.loads(first)
    except (ValueError, RecursionError):
        return False
    return values.get("kind") in KINDS and ("text" not in values or "digest" in values)


def _json_lines(text: str, source: str) -> Iterator[Row]:
    for number, line in enumerate(text.removeprefix("\ufeff").split("\n"), start=1):
        if line := line.strip():
            yield Row(source, number, line, _object(line, source, number))


def _object(line: str, source: str, number: int) -> dict[str, Any]:
    try:
        values = json.loads(line)
    except (ValueError, RecursionError):
        raise _wrong(source, number, "it is no JSON") from None
    if not isinstance(values, dict):
        raise _wrong(source, number, "it is no JSON object")
    return values


def _csv(text: str, source: str) -> Iterator[Row]:
    lines = text.removeprefix("\ufeff").splitlines(keepends=True)
    reader = csv.reader(lines, strict=True)
    header: list[str] = []
    while True:
        first = reader.line_num
        try:
            cells = next(reader, None)
        except csv.Error as error:
            raise _wrong(source, first + 1, f"it is no CSV: {error}") from None
        if cells is None:
            return
        if not any(cell.strip() for cell in cells):
            continue
        if not header:
            header = _header(cells, source, reader.line_num)
        elif len(cells) > len(header):
            raise _wrong(source, first + 1, f"it has {len(cells)} cells under {len(header)} columns")
        else:
            yield Row(source, first + 1, "".join(lines[first : reader.line_num]).strip(), _cells(header, cells))


def _header(cells: list[str], source: str, number: int) -> list[str]:
    names = [cell.strip().casefold() for cell in cells]
    if missing := [name for name in ("kind", "type", "people") if name not in names]:
        raise _wrong(source, number, f"no column is called {missing[0]!r}; it needs kind, type and people")
    return names


def _cells(header: list[str], cells: list[str]) -> dict[str, Any]:
    """The cells that are not empty, by column."""
    told = {name: cell.strip() for name, cell in zip(header, cells, strict=False) if cell.strip()}
    return {name: _listed(cell) if name in LISTS else cell for name, cell in told.items()}


def _listed(cell: str) -> list[str]:
    parts = cell.split("|" if "|" in cell else ";")
    return [part.strip() for part in parts if part.strip()]


def _wrong(source: str, number: int, fault: str) -> InputError:
    return InputError(f"{source}, line {number}: {fault}")
