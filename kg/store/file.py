"""The file of a store: opened to write or only to read, wiped of what was deleted, its troubles in one line each."""

import logging
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from pathlib import Path

from kg.errors import StoreError
from kg.store.schema import APPLICATION, VERSION, migrate

log = logging.getLogger(__name__)
WAIT = 30.0  # seconds that one writer waits for another


def opened(path: str, *, readonly: bool) -> sqlite3.Connection:
    """The database at `path`, of today's version: an older one is brought up to date first, an empty file is filled."""
    database = _to_read(path) if readonly else _to_write(path)
    version = _version(database, path)
    if version == VERSION:
        return database
    if not readonly:
        migrate(database)
        return database
    database.close()
    _bring_up_to_date(path)
    return _to_read(path)


@contextmanager
def explained(path: str) -> Iterator[None]:
    """One line for each way in which a database file fails."""
    try:
        yield
    except sqlite3.DatabaseError as error:
        raise StoreError(_line(path, error)) from error


def missing(path: str) -> StoreError:
    """What is said where there is no store."""
    return StoreError(f"no store at {path}; make one with: kg build PATH --db {path}")


def foreign(path: str) -> StoreError:
    """What is said of a file of another program."""
    return StoreError(f"{path} is no store of kg; give another file with --db")


def damaged(path: str) -> StoreError:
    """What is said of a file whose content cannot be what kg wrote."""
    return StoreError(f"{path} is damaged; build it again from the documents")


def wipe(database: sqlite3.Connection, patience: float) -> bool:
    """Takes what was deleted out of the file's bytes and its log's; False where a reader stayed in the way so long."""
    database.execute("VACUUM")
    database.execute(f"PRAGMA busy_timeout = {round(patience * 1000)}")
    busy, _, _ = database.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()
    database.execute(f"PRAGMA busy_timeout = {round(WAIT * 1000)}")
    return not busy


def _to_write(path: str) -> sqlite3.Connection:
    database = sqlite3.connect(path, timeout=WAIT, isolation_level=None)
    database.execute("PRAGMA foreign_keys = ON")
    database.execute("PRAGMA secure_delete = ON")  # what was removed is gone from the file's bytes too
    if _is_ours_or_empty(database):
        database.execute("PRAGMA journal_mode = WAL")
        database.execute("PRAGMA synchronous = NORMAL")  # a kill loses nothing, a power cut the last documents
    return database


def _to_read(path: str) -> sqlite3.Connection:
    """Read only; where not even the folder can be written, SQLite must be told that nothing changes the file."""
    address = Path(path).absolute().as_uri()
    database = sqlite3.connect(f"{address}?mode=ro", uri=True, timeout=WAIT, isolation_level=None)
    try:
        database.execute("SELECT count(*) FROM sqlite_master").fetchone()
    except sqlite3.OperationalError:
        database.close()
        database = sqlite3.connect(f"{address}?immutable=1", uri=True, isolation_level=None)
        _warn_of_log(path)
    database.execute("PRAGMA query_only = ON")
    return database


@cache
def _warn_of_log(path: str) -> None:
    """Says, once, that a log which cannot be read here may hold more."""
    log_file = Path(f"{path}-wal")
    if log_file.exists() and log_file.stat().st_size:
        log.warning("%s cannot be written here: what was last put in may be missing from it", path)


def _version(database: sqlite3.Connection, path: str) -> int:
    """The version of a store, 0 of an empty file. Raises StoreError for other databases and newer stores."""
    application, version, tables, only_read = (
        database.execute(query).fetchone()[0]
        for query in (
            "PRAGMA application_id",
            "PRAGMA user_version",
            "SELECT count(*) FROM sqlite_master",
            "PRAGMA query_only",
        )
    )
    if application != APPLICATION and (tables or only_read):
        database.close()
        raise foreign(path) if tables else missing(path)  # without tables: killed before it was made
    if version > VERSION:
        database.close()
        raise StoreError(f"{path} was written by a newer kg; upgrade kg to use it")
    return int(version)


def _is_ours_or_empty(database: sqlite3.Connection) -> bool:
    application = database.execute("PRAGMA application_id").fetchone()[0]
    return application == APPLICATION or not database.execute("SELECT count(*) FROM sqlite_master").fetchone()[0]


def _bring_up_to_date(path: str) -> None:
    try:
        database = _to_write(path)
        migrate(database)
        database.close()
    except sqlite3.OperationalError as error:
        if error.sqlite_errorcode & 0xFF not in (sqlite3.SQLITE_READONLY, sqlite3.SQLITE_CANTOPEN):
            raise
        raise StoreError(
            f"{path} was written by an older kg and is read-only; copy it to where it can be written"
        ) from None


def _line(path: str, error: sqlite3.DatabaseError) -> str:
    fixed = f"{path} cannot be written; it is read-only"
    lost = f"{path} cannot be opened; is it a file in a folder that exists?"
    lines = {
        sqlite3.SQLITE_NOTADB: str(foreign(path)),
        sqlite3.SQLITE_CORRUPT: str(damaged(path)),
        sqlite3.SQLITE_BUSY: f"{path} is in use by another program that writes; try again when it is done",
        sqlite3.SQLITE_FULL: f"{path} cannot grow: the disk is full",
        sqlite3.SQLITE_READONLY: fixed,
        sqlite3.SQLITE_CANTOPEN: fixed if Path(path).is_file() else lost,  # it is the log that cannot be made
    }
    code = getattr(error, "sqlite_errorcode", 0) & 0xFF  # extended codes carry the primary one in the low byte
    return lines.get(code, f"{path} cannot be used: {error}")
