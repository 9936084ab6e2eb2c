"""The store: documents, what was read from them, and human judgements, in one SQLite file. Nothing derived is kept."""

import json
import sqlite3
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from types import TracebackType
from typing import Any, NamedTuple, Self

from kg.errors import StoreError, UnknownName, unknown
from kg.records import Document, Judgement, Reading, content_id

APPLICATION = 0x6B670001  # SQLite's application_id: tells our files from other databases
VERSION = 1  # SQLite's user_version: what SCHEMA makes
IMPORTED = "imported"  # the stamp of facts that no version of model, ontology or code has read
WAIT = 30.0  # seconds that one writer waits for another

SCHEMA = """
CREATE TABLE IF NOT EXISTS documents (
    id TEXT PRIMARY KEY,
    source TEXT NOT NULL,
    location TEXT NOT NULL,  -- its file (and row) on the machine that read it: tells "1.md" of two folders apart
    given TEXT NOT NULL,     -- JSON: the metadata that a person gave for it
    digest TEXT NOT NULL,
    title TEXT NOT NULL,
    publisher TEXT,
    author TEXT,
    published TEXT,          -- ISO day
    text TEXT NOT NULL
) STRICT;
CREATE INDEX IF NOT EXISTS documents_digest ON documents (digest);
CREATE INDEX IF NOT EXISTS documents_location ON documents (location);
CREATE TABLE IF NOT EXISTS readings (
    document TEXT PRIMARY KEY REFERENCES documents (id) ON DELETE CASCADE,
    stamp TEXT NOT NULL,
    reading TEXT NOT NULL    -- JSON of a Reading
) STRICT;
CREATE TABLE IF NOT EXISTS judgements (
    number INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    judgement TEXT NOT NULL  -- JSON of a Judgement
) STRICT;
CREATE TABLE IF NOT EXISTS settings (
    name TEXT PRIMARY KEY,   -- "ontology": the TOML that --ontology gave
    value TEXT NOT NULL
) STRICT;
"""
FIELDS = ("id", "source", "digest", "title", "publisher", "author", "published", "text")


class Known(NamedTuple):
    """What the store knows of a document without reading its text."""

    id: str
    source: str
    location: str
    digest: str
    stamp: str
    given: dict[str, Any]


class Store:
    """An open store; a context manager. ":memory:" keeps it in memory.

    Writers make the file where there is none (unless `create` is False), and leave none behind where nothing was put
    in; readers refuse a path without a store. One transaction a document: a killed build leaves whole documents only.
    Raises StoreError.
    """

    def __init__(self, path: Path | str = ":memory:", *, readonly: bool = False, create: bool = True) -> None:
        self.path = str(path)
        self._is_new = self.path != ":memory:" and not Path(self.path).exists()
        if self._is_new and (readonly or not create):
            raise StoreError(f"no store at {path}; make one with: kg build PATH --db {path}")
        with self._translated():
            self._database = _read(self.path) if readonly else _write(self.path)
            self._check()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Closes the file; one that was made here and never got anything is taken away again."""
        with self._translated():
            held = "SELECT (SELECT count(*) FROM documents) + (SELECT count(*) FROM judgements)"
            unused = self._is_new and not self._database.execute(held).fetchone()[0]
            self._database.close()
        if unused:
            Path(self.path).unlink(missing_ok=True)

    @contextmanager
    def snapshot(self) -> Iterator[None]:
        """All that is read inside is of one moment, whoever writes meanwhile."""
        with self._translated():
            self._database.execute("BEGIN")
            try:
                yield
            finally:
                self._database.rollback()

    def documents(self) -> Iterator[Document]:
        """Every document, sorted by id."""
        for row in self._rows(f"SELECT {', '.join(FIELDS)} FROM documents ORDER BY id"):
            yield _document(row)

    def document(self, document: str) -> Document:
        """The document with this id. Raises StoreError where there is none."""
        for row in self._rows(f"SELECT {', '.join(FIELDS)} FROM documents WHERE id = ?", document):
            return _document(row)
        raise StoreError(f"{self.path} holds no document {document!r}")

    def readings(self) -> Iterator[Reading]:
        """What every document says, sorted by document."""
        for (text,) in self._rows("SELECT reading FROM readings ORDER BY document"):
            yield Reading.model_validate_json(text)

    def judgements(self) -> Iterator[Judgement]:
        """Every judgement that stands, in the order in which they were made."""
        for (text,) in self._rows("SELECT judgement FROM judgements ORDER BY number"):
            yield Judgement.model_validate_json(text)

    def known(self, document: str) -> Known | None:
        """What is known of the document with this id."""
        return next(self._known("documents.id", document), None)

    def at(self, location: str) -> Known | None:
        """What is known of the document that was read from this place."""
        return next(self._known("location", location), None)

    def copies(self, digest: str) -> list[Known]:
        """The documents whose text and metadata have this hash, sorted by id."""
        return list(self._known("digest", digest))

    def stale(self, stamp: str) -> list[str]:
        """The ids of documents read by another version of model, ontology or code, sorted; none of imported facts."""
        stale = "SELECT document FROM readings WHERE stamp NOT IN (?, ?) ORDER BY document"
        return [row[0] for row in self._rows(stale, stamp, IMPORTED)]

    def has(self, document: str, digest: str, stamp: str) -> bool:
        """Whether this very content was read by this very version of model, ontology and code."""
        known = self.known(document)
        return known is not None and (known.digest, known.stamp) == (digest, stamp)

    def add(
        self, document: Document, reading: Reading, *, location: str = "", given: Mapping[str, Any] | None = None
    ) -> None:
        """Puts a document and what it says in, in the place of an older state of both."""
        with self._transaction() as database:
            _put(database, document, reading, location, given or {})

    def take(self, told: Iterable[tuple[Document, Reading]], location: str, judgements: Iterable[Judgement]) -> None:
        """Puts all that one file of facts says in, or nothing, in the place of what that file said before.

        With judgements it is a whole store, whose documents keep their own places.
        """
        with self._transaction() as database:
            database.execute(
                "DELETE FROM documents WHERE location = ? OR substr(location, 1, ?) = ?",
                (location, len(location) + 1, f"{location}#"),
            )
            for document, reading in told:
                place = f"{location}#{document.source}" if reading.stamp == IMPORTED else document.source
                _put(database, document, reading, place, {})
            for judgement in judgements:
                _judge(database, judgement)

    def move(self, document: str, source: str, location: str) -> None:
        """Notes the place of a document whose content has stayed the same."""
        known = self.known(document)
        if known and (known.source, known.location) == (source, location):
            return
        with self._transaction() as database:
            database.execute("UPDATE documents SET source = ?, location = ? WHERE id = ?", (source, location, document))

    def setting(self, name: str) -> str | None:
        """A setting that holds for the whole store."""
        return next((row[0] for row in self._rows("SELECT value FROM settings WHERE name = ?", name)), None)

    def set(self, name: str, value: str) -> None:
        """Puts a setting in the place of an older one."""
        with self._transaction() as database:
            database.execute("INSERT OR REPLACE INTO settings VALUES (?, ?)", (name, value))

    def remove(self, document: str) -> None:
        """Takes a document and everything it said out."""
        with self._transaction() as database:
            if not database.execute("DELETE FROM documents WHERE id = ?", (document,)).rowcount:
                raise StoreError(f"{self.path} holds no document {document!r}")

    def judge(self, judgement: Judgement) -> Judgement:
        """Puts a judgement in, under an id made of what it says if it has none; the same one twice counts once."""
        if not judgement.id:
            judgement = judgement.model_copy(update={"id": content_id("judgement", judgement.model_dump_json())})
        with self._transaction() as database:
            _judge(database, judgement)
        return judgement

    def undo(self, judgement: str = "") -> Judgement:
        """Takes the judgement whose id begins so, or the latest one, out again and returns it."""
        found = list(
            self._rows("SELECT id, judgement FROM judgements WHERE id GLOB ? ORDER BY number DESC", f"{judgement}*")
        )
        if judgement and len(found) != 1:
            raise UnknownName(f"{len(found) or 'no'} judgements have an id that begins with {judgement!r}")
        if not found:
            raise StoreError("there is no judgement to undo")
        with self._transaction() as database:
            database.execute("DELETE FROM judgements WHERE id = ?", found[0][:1])
        return Judgement.model_validate_json(found[0][1])

    def find(self, document: str) -> str:
        """The id of the document with this source, or whose id begins so. Raises UnknownName for none or several."""
        named = "SELECT id FROM documents WHERE source = ? OR id GLOB ? ORDER BY id"
        found = [row[0] for row in self._rows(named, document, f"{document}*" if document.isalnum() else document)]
        if len(found) == 1:
            return str(found[0])
        if found:
            raise UnknownName(f"{len(found)} documents have an id that begins with {document!r}")
        raise UnknownName(unknown("document", document, (row[0] for row in self._rows("SELECT source FROM documents"))))

    def _known(self, column: str, value: str) -> Iterator[Known]:
        columns = "documents.id, source, location, digest, stamp, given"
        join = "documents JOIN readings ON document = documents.id"
        for *texts, given in self._rows(
            f"SELECT {columns} FROM {join} WHERE {column} = ? ORDER BY documents.id", value
        ):
            yield Known._make((*texts, json.loads(given)))

    def _rows(self, query: str, *values: str) -> Iterator[tuple[Any, ...]]:
        with self._translated():
            yield from self._database.execute(query, values)

    def _check(self) -> None:
        """Refuses other databases and newer stores, and lays the tables in an empty file."""
        application, version, tables = (
            self._database.execute(query).fetchone()[0]
            for query in ("PRAGMA application_id", "PRAGMA user_version", "SELECT count(*) FROM sqlite_master")
        )
        if version > VERSION and application == APPLICATION:
            raise StoreError(f"{self.path} was written by a newer kg; upgrade kg to use it")
        if application != APPLICATION and (tables or self._database.in_transaction or not self._writes()):
            raise StoreError(f"{self.path} is no store of kg; give another file with --db")
        if application != APPLICATION:
            marks = f"PRAGMA application_id = {APPLICATION}; PRAGMA user_version = {VERSION};"
            self._database.executescript(f"BEGIN IMMEDIATE; {SCHEMA} {marks} COMMIT;")

    def _writes(self) -> bool:
        return not self._database.execute("PRAGMA query_only").fetchone()[0]

    @contextmanager
    def _transaction(self) -> Iterator[sqlite3.Connection]:
        with self._translated():
            self._database.execute("BEGIN IMMEDIATE")
            try:
                yield self._database
            except BaseException:
                self._database.rollback()
                raise
            self._database.commit()

    @contextmanager
    def _translated(self) -> Iterator[None]:
        """One line for each way in which a database file fails."""
        try:
            yield
        except sqlite3.DatabaseError as error:
            raise StoreError(_line(self.path, error)) from error


def _put(
    database: sqlite3.Connection, document: Document, reading: Reading, location: str, given: Mapping[str, Any]
) -> None:
    row = document.model_dump(mode="json") | {"location": location, "given": json.dumps(given, default=str)}
    columns, marks = ", ".join(row), ", ".join(f":{name}" for name in row)
    database.execute("DELETE FROM documents WHERE id = ?", (document.id,))
    database.execute(f"INSERT INTO documents ({columns}) VALUES ({marks})", row)
    database.execute("INSERT INTO readings VALUES (?, ?, ?)", (document.id, reading.stamp, reading.model_dump_json()))


def _judge(database: sqlite3.Connection, judgement: Judgement) -> None:
    row = (judgement.id, judgement.model_dump_json())
    database.execute("INSERT OR IGNORE INTO judgements (id, judgement) VALUES (?, ?)", row)


def _document(row: tuple[Any, ...]) -> Document:
    return Document.model_validate(dict(zip(FIELDS, row, strict=True)))


def _write(path: str) -> sqlite3.Connection:
    database = sqlite3.connect(path, timeout=WAIT, isolation_level=None)
    database.execute("PRAGMA foreign_keys = ON")
    database.execute("PRAGMA secure_delete = ON")  # what was removed is gone from the file's bytes too
    if _is_ours_or_empty(database):
        database.execute("PRAGMA journal_mode = WAL")
        database.execute("PRAGMA synchronous = NORMAL")  # a kill loses nothing, a power cut the last documents
    return database


def _is_ours_or_empty(database: sqlite3.Connection) -> bool:
    application = database.execute("PRAGMA application_id").fetchone()[0]
    return application == APPLICATION or not database.execute("SELECT count(*) FROM sqlite_master").fetchone()[0]


def _read(path: str) -> sqlite3.Connection:
    """Read only; where not even the folder can be written, SQLite must be told that nothing changes the file."""
    address = Path(path).absolute().as_uri()
    database = sqlite3.connect(f"{address}?mode=ro", uri=True, timeout=WAIT, isolation_level=None)
    try:
        database.execute("SELECT count(*) FROM sqlite_master").fetchone()
    except sqlite3.OperationalError:
        database.close()
        database = sqlite3.connect(f"{address}?immutable=1", uri=True, isolation_level=None)
    database.execute("PRAGMA query_only = ON")
    return database


def _line(path: str, error: sqlite3.DatabaseError) -> str:
    lines = {
        sqlite3.SQLITE_NOTADB: f"{path} is no store of kg; give another file with --db",
        sqlite3.SQLITE_CORRUPT: f"{path} is damaged; build it again from the documents",
        sqlite3.SQLITE_BUSY: f"{path} is in use by another program that writes; try again when it is done",
        sqlite3.SQLITE_FULL: f"{path} cannot grow: the disk is full",
        sqlite3.SQLITE_READONLY: f"{path} cannot be written; it is read-only",
        sqlite3.SQLITE_CANTOPEN: f"{path} cannot be opened; is it a file in a folder that exists?",
    }
    code = getattr(error, "sqlite_errorcode", 0) & 0xFF  # extended codes carry the primary one in the low byte
    return lines.get(code, f"{path} cannot be used: {error}")
