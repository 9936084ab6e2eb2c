"""The timeline that was derived from a store, laid down in the same file, so that a question reads only what it needs.

It is never edited: what a changed document or judgement touches is derived again and takes the place of what was there.
Triggers note what has changed since, in the transaction that changes it, whoever writes.
"""

import json
import sqlite3
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from typing import Any, Generic, NamedTuple, TypeVar, overload

from pydantic import TypeAdapter

from kg.records import Conflict, Document, Event, Judgement, Kin, Person, Record, State, Timeline
from kg.store.store import Store

R = TypeVar("R", bound=Record)
_KINDS: dict[str, type[Record]] = {"events": Event, "states": State, "kin": Kin, "conflicts": Conflict}
_JUDGED = TypeAdapter(list[Judgement])
Block = tuple[str, str, str]  # what somebody is looked for by: key, kind and rest; see resolve/blocks.py
STAMP, JUDGEMENTS = "stamp", "judgements"  # names in the table "derived"


class Fact(NamedTuple):
    """An event, state, tie or conflict to be laid down."""

    kind: str
    place: str  # sorts the facts of its kind, and is no other's
    id: str
    type: str
    record: Record
    people: frozenset[str]  # whom it is about


class Update(NamedTuple):
    """What takes the place of the people `gone` and of all facts about somebody of `about`; None is everybody.

    `blocks` are all that somebody has, as JSON by person; `outlines`, as JSON by document, and `casts` those of
    documents that have changed.
    """

    people: Iterable[Person]
    blocks: Mapping[str, str]
    facts: Iterable[Fact]
    outlines: Iterable[tuple[str, str]]
    casts: Mapping[str, str]
    gone: Iterable[str] | None
    about: Iterable[str] | None


class Derived:
    """What is laid down in a store."""

    def __init__(self, store: Store) -> None:
        self.store = store

    def is_current(self, stamp: str) -> bool:
        """Whether it was derived by these versions from what the store holds now."""
        return self.stamp == stamp and not self.changed

    @property
    def stamp(self) -> str:
        """The versions by which it was derived; "" where nothing was."""
        return next((value for (value,) in self.store.rows("SELECT value FROM derived WHERE name = ?", STAMP)), "")

    @property
    def changed(self) -> list[str]:
        """The ids of documents that have changed since, sorted; "" among them where judgements have."""
        return [id for (id,) in self.store.rows("SELECT document FROM changed ORDER BY document")]

    @property
    def judgements(self) -> list[Judgement]:
        """The judgements by which it was derived."""
        rows = self.store.rows("SELECT value FROM derived WHERE name = ?", JUDGEMENTS)
        return next((_JUDGED.validate_json(value) for (value,) in rows), [])

    def people(self) -> dict[str, str]:
        """Everybody by id, as JSON."""
        return dict(self.store.rows("SELECT id, record FROM persons"))

    def person(self, id: str) -> str:
        """Somebody, as JSON."""
        return next(str(record) for (record,) in self.store.rows("SELECT record FROM persons WHERE id = ?", id))

    def called(self, name: str) -> list[tuple[str, str]]:
        """Those who are called so, with a note behind it in brackets or without, as JSON by id, sorted by name."""
        noted = "name = ?1 OR name >= ?1 || ' (' AND name < ?1 || ' )'"
        return list(self.store.rows(f"SELECT id, record FROM persons WHERE {noted} ORDER BY name, id", name))

    def people_in(self, documents: Iterable[str]) -> set[str]:
        """The ids of those who were told of in some documents."""
        query = "SELECT person FROM sources WHERE document = ?"
        return {person for document in documents for (person,) in self.store.rows(query, document)}

    def blocks(self, person: str) -> list[Block]:
        """What somebody is looked for by."""
        return list(self.store.rows("SELECT key, kind, rest FROM blocks WHERE person = ? ORDER BY 1, 2, 3", person))

    def with_key(self, key: str) -> list[tuple[str, Block]]:
        """Who is looked for by this key, and how."""
        rows = self.store.rows("SELECT person, kind, rest FROM blocks WHERE key = ?", key)
        return [(person, (key, kind, rest)) for person, kind, rest in rows]

    def outline(self, document: str) -> str:
        """The outline of a document that has not changed since, as JSON; "" where there is none."""
        query = "SELECT outline FROM outlines WHERE document = ? AND document NOT IN (SELECT document FROM changed)"
        return next((outline for (outline,) in self.store.rows(query, document)), "")

    def cast_of(self, document: str) -> str:
        """The chronology that a document was of; "" for none."""
        return next((name for (name,) in self.store.rows("SELECT name FROM casts WHERE document = ?", document)), "")

    def in_cast(self, name: str) -> list[str]:
        """The documents that were of a chronology."""
        return [document for (document,) in self.store.rows("SELECT document FROM casts WHERE name = ?", name)]

    def lay(self, update: Update, *, stamp: str, judgements: Sequence[Judgement], version: int) -> bool:
        """Lays an update down, derived by the versions `stamp` and the judgements; no change counts as new any longer.

        All of it happens; or nothing, and it says False, if the store's version is another one.
        """
        with self.store.transaction() as database:
            if self.store.version != version:
                return False
            if update.gone is None or update.about is None:
                _clear(database)
            for table, column in (("persons", "id"), ("sources", "person"), ("blocks", "person")):
                gone = ((id,) for id in update.gone or ())
                database.executemany(f"DELETE FROM {table} WHERE {column} = ?", gone)
            for id in update.about or ():
                _take_out(database, id)
            for each in update.people:
                _put_person(database, each)
            for person, blocks in update.blocks.items():
                _put_blocks(database, person, blocks)
            for fact in update.facts:
                _put_fact(database, fact)
            for table in ("outlines", "casts"):
                database.execute(f"DELETE FROM {table} WHERE document IN (SELECT document FROM changed)")
            database.executemany("INSERT OR REPLACE INTO outlines VALUES (?, ?)", update.outlines)
            database.executemany("INSERT OR REPLACE INTO casts VALUES (?, ?)", update.casts.items())
            database.execute("DELETE FROM changed")
            values = ((STAMP, stamp), (JUDGEMENTS, _JUDGED.dump_json(list(judgements)).decode()))
            database.executemany("INSERT OR REPLACE INTO derived VALUES (?, ?)", values)
        return True


class StoredTimeline:
    """The timeline laid down in a store, read as far as it is asked for; it has all that a Timeline has.

    All that is read from it is of the moment since which the store is held.
    """

    def __init__(self, store: Store) -> None:
        self._store = store
        self.events: Rows[Event] = Rows(store, "events")
        self.states: Rows[State] = Rows(store, "states")
        self.kin: Rows[Kin] = Rows(store, "kin")
        self.conflicts: Rows[Conflict] = Rows(store, "conflicts")

    def __getattr__(self, name: str) -> Any:
        return getattr(self.whole, name)

    def __eq__(self, other: object) -> bool:
        return self.whole == (other.whole if isinstance(other, StoredTimeline) else other)

    __hash__ = None  # type: ignore[assignment]

    @cached_property
    def documents(self) -> tuple[Document, ...]:
        """Every document, sorted by id."""
        return tuple(self._store.documents())

    @cached_property
    def people(self) -> tuple[Person, ...]:
        """Everybody by name."""
        rows = self._store.rows("SELECT record FROM persons ORDER BY name, id")
        return tuple(Person.model_validate_json(record).lean() for (record,) in rows)

    @cached_property
    def whole(self) -> Timeline:
        """All of it as one record."""
        return Timeline.model_construct(
            documents=self.documents,
            people=self.people,
            events=tuple(self.events),
            states=tuple(self.states),
            kin=tuple(self.kin),
            conflicts=tuple(self.conflicts),
        )


class Rows(Sequence[R], Generic[R]):
    """The facts of one kind in their order, read anew each time; and those about one person, or of one type."""

    def __init__(self, store: Store, kind: str) -> None:
        self._store, self._kind = store, kind
        self._record: Any = _KINDS[kind]
        self._about: dict[str, list[R]] = {}

    def __iter__(self) -> Iterator[R]:
        return self._read("kind = ?", self._kind)

    def __len__(self) -> int:
        (count,) = next(self._store.rows("SELECT count(*) FROM facts WHERE kind = ?", self._kind))
        return int(count)

    @overload
    def __getitem__(self, i: int) -> R: ...
    @overload
    def __getitem__(self, i: slice) -> Sequence[R]: ...
    def __getitem__(self, i: int | slice) -> R | Sequence[R]:
        return tuple(self)[i]

    def get(self, person: str, none: Sequence[R] = ()) -> Sequence[R]:
        """Those that tell of the person with this id."""
        if person not in self._about:
            mine = "kind = ?2 AND place IN (SELECT place FROM about WHERE person = ?1 AND kind = ?2)"
            self._about[person] = list(self._read(mine, person, self._kind))
        return self._about[person] or none

    def of_type(self, type: str) -> list[R]:
        """Those of one type."""
        return list(self._read("kind = ? AND type = ?", self._kind, type))

    def called(self, id: str) -> list[R]:
        """Those whose id begins so."""
        return list(self._read("kind = ? AND id >= ? AND id < ?", self._kind, id, f"{id}g")) if id else []

    def _read(self, which: str, *values: str) -> Iterator[R]:
        for (record,) in self._store.rows(f"SELECT record FROM facts WHERE {which} ORDER BY place", *values):
            yield self._record.model_validate_json(record).lean()


def _clear(database: sqlite3.Connection) -> None:
    for table in ("derived", "persons", "sources", "blocks", "facts", "about", "outlines", "casts"):
        database.execute(f"DELETE FROM {table}")


def _take_out(database: sqlite3.Connection, person: str) -> None:
    """Takes out every fact about a person, whoever else it is about."""
    found = database.execute("SELECT kind, place FROM about WHERE person = ?", (person,)).fetchall()
    database.executemany("DELETE FROM facts WHERE kind = ? AND place = ?", found)
    database.executemany("DELETE FROM about WHERE kind = ? AND place = ?", found)


def _put_person(database: sqlite3.Connection, person: Person) -> None:
    row = (person.id, person.name, person.model_dump_json())
    database.execute("INSERT OR REPLACE INTO persons VALUES (?, ?, ?)", row)
    database.execute("DELETE FROM sources WHERE person = ?", (person.id,))
    documents = sorted({document for document, _ in person.sources})
    database.executemany("INSERT OR IGNORE INTO sources VALUES (?, ?)", [(each, person.id) for each in documents])


def _put_blocks(database: sqlite3.Connection, person: str, blocks: str) -> None:
    database.execute("DELETE FROM blocks WHERE person = ?", (person,))
    rows = [(key, person, kind, rest) for key, kind, rest in json.loads(blocks)]
    database.executemany("INSERT INTO blocks VALUES (?, ?, ?, ?)", rows)


def _put_fact(database: sqlite3.Connection, fact: Fact) -> None:
    row = (fact.kind, fact.place, fact.id, fact.type, fact.record.model_dump_json())
    database.execute("INSERT OR REPLACE INTO facts VALUES (?, ?, ?, ?, ?)", row)
    told = [(person, fact.kind, fact.place) for person in sorted(fact.people)]
    database.executemany("INSERT OR IGNORE INTO about VALUES (?, ?, ?)", told)
