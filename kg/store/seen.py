"""Of which file each document was read, and how that file was then: while it is so, nobody need open it.

Only documents of files that hold nothing else have such a note, and it goes with its document: whoever changes that,
or takes it out, has the file read again. No note tells a name or a place.
"""

from collections.abc import Iterable
from typing import NamedTuple

from kg.store.store import Store

# a file's documents are at its location, or behind that and the name of a row
_HELD = """SELECT stamp, state, seen.documents, count(*) FROM documents
    JOIN readings ON readings.document = id LEFT JOIN seen ON seen.document = id
    WHERE location >= ?1 AND location < ?1 || '$' AND (location = ?1 OR substr(location, length(?1) + 1, 1) = '#')
    GROUP BY stamp, state, seen.documents"""
_NOTE = """INSERT OR REPLACE INTO seen SELECT id, ?2, ?3 FROM documents
    WHERE location >= ?1 AND location < ?1 || '$' AND (location = ?1 OR substr(location, length(?1) + 1, 1) = '#')"""


class Whole(NamedTuple):
    """A file all of which became documents: where it is, how it was before it was read, and how many it held."""

    location: str
    state: str
    documents: int


def held(store: Store, location: str, state: str, stamp: str) -> int:
    """How many documents a file holds, if all were read of it by these versions when it was in this state; else 0."""
    groups = list(store.rows(_HELD, location))
    count = groups[0][3] if len(groups) == 1 else 0
    return count if groups == [(stamp, state, count, count)] else 0


def note(store: Store, files: Iterable[Whole], *, version: int) -> None:
    """Notes how files were when the documents that the store has of them were read.

    Nothing is noted if the store's version is another one: what it has may be what another program read later.
    """
    with store.transaction() as database:
        if store.version == version:
            database.executemany(_NOTE, files)
