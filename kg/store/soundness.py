"""What the database itself can tell of its faults."""

import sqlite3
from collections.abc import Iterator

from kg.records import Record
from kg.store.schema import VERSION, migrate, sha256

_FILE = "build a new store from the documents"
_AGAIN = "kg check --mend, then kg build PATH"
_REPORTED = 3  # faults of one page mostly come in hundreds


class Flaw(Record):
    """Something wrong with a store: where, what, and what to do about it; `document` is its id, where it is in one."""

    where: str
    what: str
    remedy: str
    document: str | None = None


def flaws(database: sqlite3.Connection, path: str) -> Iterator[Flaw]:
    """What is wrong with the file, the tables, the references between them, and the bytes of readings."""
    for (line,) in database.execute(f"PRAGMA integrity_check({_REPORTED})"):
        if line != "ok":
            yield Flaw(where=path, what=f"the file is damaged: {line}", remedy=_FILE)
    if _tables(database) != _tables(_fresh()):
        yield Flaw(where=path, what=f"its tables are not those of version {VERSION}", remedy=_FILE)
        return
    for table, row, other, _ in database.execute("PRAGMA foreign_key_check"):
        yield Flaw(where=f"{table}, row {row}", what=f"it belongs to nothing in {other}", remedy=_FILE)
    yield from _unread(database)
    for (stands,) in database.execute("SELECT value FROM settings WHERE name = 'wipe'"):
        if stands:
            yield Flaw(
                where=path,
                what="bytes of somebody forgotten may still be in it",
                remedy="kg check --mend, while no other program is at the store",
            )


def _unread(database: sqlite3.Connection) -> Iterator[Flaw]:
    query = """SELECT id, source, reading, hash FROM documents LEFT JOIN readings ON document = id ORDER BY id"""
    for id, source, reading, known in database.execute(query):
        if reading is None:
            yield Flaw(where=source, what="nothing was read from it", remedy=_AGAIN, document=id)
        elif sha256(reading) != known:
            yield Flaw(where=source, what="what was read from it has changed since", remedy=_AGAIN, document=id)


def _tables(database: sqlite3.Connection) -> list[tuple[str, str]]:
    return sorted(database.execute("SELECT name, sql FROM sqlite_master WHERE sql IS NOT NULL"))


def _fresh() -> sqlite3.Connection:
    database = sqlite3.connect(":memory:", isolation_level=None)
    migrate(database)
    return database
