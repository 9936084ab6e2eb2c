"""What a program does with a store."""

import json
import sqlite3
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from types import TracebackType
from typing import Any, NamedTuple, Self, TypeVar

from pydantic import ValidationError

from kg.errors import StoreError, UnknownName, unknown
from kg.records import Document, Judgement, Reading, Record, content_id
from kg.store.file import WAIT, damaged, explained, missing, opened, wipe
from kg.store.schema import sha256
from kg.store.soundness import Flaw, flaws

R = TypeVar("R", bound=Record)

IMPORTED = "imported"  # the stamp of facts that no version of model, ontology or code has read
SALT = "salt"  # the setting with which names on the block list are hashed
WIPE = "wipe"  # the setting that stands while the bytes of somebody forgotten may still be in the file
FIELDS = ("id", "source", "digest", "title", "publisher", "author", "published", "text")


# judgements on the same target that say something else, and later
_OVERRULED = """DELETE FROM judgements AS mine WHERE id = ? AND EXISTS (
    SELECT 1 FROM judgements AS later WHERE later.number > mine.number
    AND json_remove(later.judgement, '$.id') != json_remove(mine.judgement, '$.id')
    AND json_remove(later.judgement, '$.id', '$.verdict', '$.when')
        = json_remove(mine.judgement, '$.id', '$.verdict', '$.when'))"""
_STANDS = "id NOT IN (SELECT document FROM removed)"
_SAID = "document NOT IN (SELECT document FROM removed)"


class Known(NamedTuple):
    """What the store knows of a document without reading its text."""

    id: str
    source: str
    location: str
    digest: str
    stamp: str
    given: dict[str, Any]


class Blocked(NamedTuple):
    """A salted hash on the block list: of a name form of `words` words, or, with none, of a document's place or text.

    `opens` says whether a document that has it tells of the person, who is only a number.
    """

    person: int
    hash: str
    words: int
    opens: bool


class Held(NamedTuple):
    """All that the store has of one document."""

    document: Document
    reading: Reading
    known: Known


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
            raise missing(self.path)
        with explained(self.path):
            self._database = opened(self.path, readonly=readonly)
        if not readonly and self.setting(WIPE):
            self.wipe(patience=0)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Closes the file; one that was made here and never got anything is taken away again."""
        with explained(self.path):
            held = "SELECT (SELECT count(*) FROM documents) + (SELECT count(*) FROM judgements)"
            unused = self._is_new and not self._database.execute(held).fetchone()[0]
            self._database.close()
        if unused:
            Path(self.path).unlink(missing_ok=True)

    @contextmanager
    def snapshot(self) -> Iterator[None]:
        """All that is read inside is of one moment, whoever writes meanwhile."""
        if self._database.in_transaction:  # it is held already
            yield
            return
        with explained(self.path):
            self._database.execute("BEGIN")
            try:
                yield
            finally:
                self._database.rollback()

    def hold(self) -> None:
        """All that is read from now on, until the store is closed, is of one moment."""
        with explained(self.path):
            self._database.execute("BEGIN")

    @property
    def version(self) -> int:
        """A number that is another one as soon as another program has written."""
        return next(int(row[0]) for row in self.rows("PRAGMA data_version"))

    def documents(self) -> Iterator[Document]:
        """Every document that was not removed, sorted by id."""
        for row in self.rows(f"SELECT {', '.join(FIELDS)} FROM documents WHERE {_STANDS} ORDER BY id"):
            yield self._made(Document, dict(zip(FIELDS, row, strict=True))).lean()

    def document(self, document: str) -> Document:
        """The document with this id, removed or not. Raises StoreError where there is none."""
        for row in self.rows(f"SELECT {', '.join(FIELDS)} FROM documents WHERE id = ?", document):
            return self._made(Document, dict(zip(FIELDS, row, strict=True)))
        raise StoreError(f"{self.path} holds no document {document!r}")

    def readings(self) -> Iterator[Reading]:
        """What every document that was not removed says, sorted by document."""
        for (text,) in self.rows(f"SELECT reading FROM readings WHERE {_SAID} ORDER BY document"):
            yield self._parsed(Reading, text).lean()

    def reading(self, document: str) -> Reading:
        """What the document with this id says, removed or not. Raises StoreError where there is none."""
        for (text,) in self.rows("SELECT reading FROM readings WHERE document = ?", document):
            return self._parsed(Reading, text).lean()
        raise StoreError(f"{self.path} holds no document {document!r}")

    def judgements(self) -> Iterator[Judgement]:
        """Every judgement that stands, in the order in which they were made."""
        for (text,) in self.rows("SELECT judgement FROM judgements ORDER BY number"):
            yield self._parsed(Judgement, text)

    def ids(self) -> Iterator[str]:
        """The ids of every document, sorted."""
        for (id,) in self.rows(f"SELECT id FROM documents WHERE {_STANDS} ORDER BY id"):
            yield id

    def holds(self, document: str) -> bool:
        """Whether there is a document with this id that was not removed."""
        return any(True for _ in self.rows(f"SELECT id FROM documents WHERE id = ? AND {_STANDS}", document))

    def held(self) -> Iterator[Held]:
        """Every document, removed ones too, with all that belongs to it, sorted by id."""
        for (id,) in self.rows("SELECT id FROM documents ORDER BY id"):
            known = self.known(id)
            if known:
                yield Held(self.document(id), self.reading(id), known)

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
        return [row[0] for row in self.rows(stale, stamp, IMPORTED)]

    def has(self, document: str, digest: str, stamp: str) -> bool:
        """Whether this very content was read by this very version of model, ontology and code."""
        known = self.known(document)
        return known is not None and (known.digest, known.stamp) == (digest, stamp)

    def add(
        self, document: Document, reading: Reading, *, location: str = "", given: Mapping[str, Any] | None = None
    ) -> None:
        """Puts a document and what it says in, in the place of an older state of both."""
        with self.transaction() as database:
            _put(database, document, reading, location, given or {})

    def take(self, told: Iterable[tuple[Document, Reading]], location: str, judgements: Iterable[Judgement]) -> None:
        """Puts all that one file of facts says in, or nothing, in the place of what that file said before.

        With judgements it is a whole store, whose documents keep their own places.
        """
        with self.transaction() as database:
            database.execute(
                "DELETE FROM documents WHERE location = ? OR substr(location, 1, ?) = ?",
                (location, len(location) + 1, f"{location}#"),
            )
            for document, reading in told:
                place = f"{location}#{document.source}" if reading.stamp == IMPORTED else document.source
                _put(database, document, reading, place, {})
            _judge(database, judgements)

    def move(self, document: str, source: str, location: str) -> None:
        """Notes the place of a document whose content has stayed the same."""
        known = self.known(document)
        if known and (known.source, known.location) == (source, location):
            return
        with self.transaction() as database:
            database.execute("UPDATE documents SET source = ?, location = ? WHERE id = ?", (source, location, document))

    def setting(self, name: str) -> str | None:
        """A setting that holds for the whole store."""
        return next((row[0] for row in self.rows("SELECT value FROM settings WHERE name = ?", name)), None)

    def set(self, name: str, value: str) -> None:
        """Puts a setting in the place of an older one."""
        with self.transaction() as database:
            database.execute("INSERT OR REPLACE INTO settings VALUES (?, ?)", (name, value))

    def remove(self, document: str) -> Judgement:
        """Hides a document and everything it said, however often it is read again, until that is undone."""
        if not self.holds(document):
            raise StoreError(f"{self.path} holds no document {document!r}")
        (judgement,) = self.judge(Judgement(id="", verdict="remove", document=document))
        return judgement

    def judge(self, *judgements: Judgement) -> list[Judgement]:
        """Puts in what one command decided, to be undone together; one without an id gets one made of what it says.

        One that stands already counts once; one that another has overruled since counts as made now.
        """
        named = [each if each.id else each.model_copy(update={"id": judgement_id(each)}) for each in judgements]
        with self.transaction() as database:
            _judge(database, named)
        return named

    def undo(self, judgement: str = "") -> list[Judgement]:
        """Takes the judgement whose id begins so, or all of the latest command, out again and returns them."""
        if judgement:
            chosen, values = "id GLOB ?", [f"{judgement}*"]
        else:
            chosen, values = "action = (SELECT max(action) FROM judgements)", []
        found = list(self.rows(f"SELECT id, judgement FROM judgements WHERE {chosen} ORDER BY number", *values))
        if judgement and len(found) != 1:
            raise UnknownName(f"{len(found) or 'no'} judgements have an id that begins with {judgement!r}")
        if not found:
            raise StoreError("there is no judgement to undo")
        with self.transaction() as database:
            database.executemany("DELETE FROM judgements WHERE id = ?", [row[:1] for row in found])
        return [self._parsed(Judgement, text) for _, text in found]

    def blocked(self) -> tuple[str, list[Blocked]]:
        """The salt of the block list, made at random for a store, and its entries; "" where nobody was forgotten."""
        rows = self.rows("SELECT person, hash, words, opens FROM forgotten ORDER BY person, hash")
        return self.setting(SALT) or "", [
            Blocked(person, hash, count, bool(opens)) for person, hash, count, opens in rows
        ]

    def forget(
        self,
        salt: str,
        blocked: Iterable[Blocked],
        left: Mapping[str, Held],
        judgements: Mapping[str, Judgement | None],
    ) -> bool:
        """Puts somebody on the block list, and what is left of documents and judgements in the place of them, for good.

        Both are given by the ids they had; None is for a judgement of which nothing is left. Whether it could wipe.
        """
        with self.transaction() as database:
            database.executemany("INSERT INTO forgotten VALUES (?, ?, ?, ?)", blocked)
            database.executemany("INSERT OR REPLACE INTO settings VALUES (?, ?)", [(SALT, salt), (WIPE, "1")])
            for id, held in left.items():
                database.execute("DELETE FROM documents WHERE id = ?", (id,))
                _put(database, held.document, held.reading, held.known.location, held.known.given)
            for id, judgement in judgements.items():
                if judgement is None:
                    database.execute("DELETE FROM judgements WHERE id = ?", (id,))
                else:
                    row = (judgement.id, judgement.model_dump_json(), id)
                    database.execute("UPDATE OR REPLACE judgements SET id = ?, judgement = ? WHERE id = ?", row)
        return self.wipe()

    def flaws(self) -> Iterator[Flaw]:
        """What is wrong with the file and its tables."""
        with explained(self.path):
            yield from flaws(self._database, self.path)

    def unread(self, documents: Iterable[str]) -> None:
        """Has documents read again by the next build, from their files where these are still there."""
        ids = [(id,) for id in documents]
        with self.transaction() as database:
            database.executemany("UPDATE documents SET digest = '' WHERE id = ?", ids)
            database.executemany("UPDATE readings SET stamp = '' WHERE document = ?", ids)
            database.executemany("DELETE FROM seen WHERE document = ?", ids)

    def restamp(self, stamp: str) -> None:
        """Takes everything as read by the versions of this stamp, imported facts aside."""
        with self.transaction() as database:
            database.execute("UPDATE readings SET stamp = ? WHERE stamp != ?", (stamp, IMPORTED))

    def copy(self) -> "Store":
        """A copy in memory, to try things out on."""
        made = Store()
        with explained(self.path):
            self._database.backup(made._database)
        return made

    def wipe(self, patience: float = WAIT) -> bool:
        """Takes what was deleted out of the file's bytes; False where a reader stays: the next writer does it then."""
        with explained(self.path):
            if done := wipe(self._database, patience):
                self._database.execute("DELETE FROM settings WHERE name = ?", (WIPE,))
            return done

    def find(self, document: str) -> str:
        """The id of the document with this source, or whose id begins so. Raises UnknownName for none or several."""
        named = f"SELECT id FROM documents WHERE (source = ? OR id GLOB ?) AND {_STANDS} ORDER BY id"
        found = [row[0] for row in self.rows(named, document, f"{document}*" if document.isalnum() else document)]
        if len(found) == 1:
            return str(found[0])
        if found:
            raise UnknownName(f"{len(found)} documents have an id that begins with {document!r}")
        sources = self.rows(f"SELECT source FROM documents WHERE {_STANDS}")
        raise UnknownName(unknown("document", document, (row[0] for row in sources)))

    def _known(self, column: str, value: str) -> Iterator[Known]:
        columns = "documents.id, source, location, digest, stamp, given"
        join = "documents JOIN readings ON document = documents.id"
        for *texts, given in self.rows(f"SELECT {columns} FROM {join} WHERE {column} = ? ORDER BY documents.id", value):
            yield Known._make((*texts, json.loads(given)))

    def rows(self, query: str, *values: str) -> Iterator[tuple[Any, ...]]:
        """The rows of a query that only reads."""
        with explained(self.path):
            yield from self._database.execute(query, values)

    @contextmanager
    def transaction(self) -> Iterator[sqlite3.Connection]:
        """All that is written inside, or nothing."""
        with explained(self.path):
            self._database.execute("BEGIN IMMEDIATE")
            try:
                yield self._database
                self._database.commit()
            except BaseException:
                self._database.rollback()
                raise

    def _made(self, kind: type[R], values: dict[str, Any]) -> R:
        try:
            return kind.model_validate(values)
        except ValidationError:
            raise damaged(self.path) from None

    def _parsed(self, kind: type[R], text: str) -> R:
        try:
            return kind.model_validate_json(text)
        except ValidationError:
            raise damaged(self.path) from None


def _put(
    database: sqlite3.Connection, document: Document, reading: Reading, location: str, given: Mapping[str, Any]
) -> None:
    row = document.model_dump(mode="json") | {"location": location, "given": json.dumps(given, default=str)}
    columns, marks = ", ".join(row), ", ".join(f":{name}" for name in row)
    database.execute("DELETE FROM documents WHERE id = ?", (document.id,))
    database.execute(f"INSERT INTO documents ({columns}) VALUES ({marks})", row)
    text = reading.model_dump_json()
    read = (document.id, reading.stamp, text, sha256(text))
    database.execute("INSERT INTO readings (document, stamp, reading, hash) VALUES (?, ?, ?, ?)", read)


def _judge(database: sqlite3.Connection, judgements: Iterable[Judgement]) -> None:
    (action,) = database.execute("SELECT 1 + coalesce(max(action), 0) FROM judgements").fetchone()
    for each in judgements:
        database.execute(_OVERRULED, (each.id,))
        row = (each.id, each.model_dump_json(), action)
        database.execute("INSERT OR IGNORE INTO judgements (id, judgement, action) VALUES (?, ?, ?)", row)


def judgement_id(judgement: Judgement) -> str:
    """The id of a judgement that has none: made of all that it says."""
    return content_id("judgement", judgement.model_dump_json(exclude_defaults=True))
