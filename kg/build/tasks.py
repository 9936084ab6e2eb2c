"""What is to be read: documents that are new or changed, each under the id that it keeps from build to build."""

import os
import re
import zlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from gzip import GzipFile
from pathlib import Path
from typing import Any

from kg.build.report import BuildReport, Progress
from kg.build.unchanged import Files, state
from kg.forgotten import Forgotten
from kg.read import STDIN, File, Given, Skip, documents, found, renamed, with_given
from kg.records import Document
from kg.store import IMPORTED, Known, Store
from kg.store.seen import Whole

_ROWS = frozenset({".jsonl", ".ndjson"})  # files of which each line is a document
_BLOCK = 1 << 20
_SAMPLE = 1 << 24  # bytes of an archive, unpacked
_ARCHIVE = re.compile(r"\.warc(?:\.gz)?$", re.I)
_PAGE = b"WARC-Type: response"


@dataclass(frozen=True, slots=True)
class Task:
    """A document to be read, with what the store notes beside it."""

    document: Document
    location: str
    given: dict[str, Any]
    file: str = ""  # the location of the file it is read from now


def tasks(paths: Iterable[Path], files: Files, given: Given, report: BuildReport, told: Progress) -> Iterator[Task]:
    """The documents to read: under `paths` what is new or changed, then what an older version had read.

    They may be stored much later than they are asked for.
    """
    store, places = files.store, _Places(files.store, given)
    for path in paths:
        for task in _settled(path, places, files, report):
            if isinstance(task, Task) and not places.is_read(task, files.stamp):
                yield task
                continue
            if isinstance(task, Task):
                places.note(task)
            report.unchanged += 1 if isinstance(task, Task) else task
            told(report)
    stale = [id for id in store.stale(files.stamp) if id not in places.taken]
    report.expected += len(stale) if report.expected else 0
    for id in stale:
        known = store.known(id)
        if known:
            yield Task(store.document(id), known.location, known.given)


def given_later(store: Store, given: Given) -> Iterator[Task]:
    """The documents of the store to which metadata is given, to be read again."""
    forgotten = Forgotten(*store.blocked())
    for id in list(store.ids()):
        document, known = store.document(id), store.known(id)
        fields = forgotten.fields_without(given.fields(document))
        if known and fields and known.stamp != IMPORTED:
            yield Task(with_given(document, fields), known.location, known.given | fields)


def expected(paths: Iterable[Path], files: Files) -> int:
    """How many documents there may be under `paths`, at a glance: a file is one, or one for each line or web page."""
    return sum(_held(file, _home(path), files) for path in paths for file in found(path))


def _held(file: File, home: Path, files: Files) -> int:
    count = _lines if file.path.suffix.casefold() in _ROWS else _pages if _ARCHIVE.search(file.source) else None
    if count is None:
        return 1
    return files.unchanged(os.path.join(home, file.source), state(file)) or count(file.path)


def _lines(file: Path) -> int:
    try:
        with file.open("rb") as stream:
            return sum(block.count(b"\n") for block in iter(lambda: stream.read(_BLOCK), b""))
    except OSError:
        return 1


def _pages(file: Path) -> int:
    """How many web pages a WARC file may hold, by those at its beginning."""
    try:
        with file.open("rb") as stream:
            unpacked = GzipFile(fileobj=stream) if file.suffix.casefold() == ".gz" else stream
            count = unpacked.read(_SAMPLE).count(_PAGE)
            return max(1, count * file.stat().st_size // max(1, stream.tell()))
    except (OSError, EOFError, zlib.error):
        return 1


def _settled(path: Path, places: "_Places", files: Files, report: BuildReport) -> Iterator[Task | int]:
    """The documents of one path, each under the id that it keeps; of a file that is as it was, how many it holds."""
    home = _home(path)
    holds_any = False
    met: set[str] = set()
    for file in found(path):
        location, now = os.path.join(home, file.source), state(file)
        if not places.given and (count := files.unchanged(location, now)):
            yield count
            holds_any = True
            continue
        held = settled = 0
        for each in documents(file):
            task = _settled_one(each, home, places, met)
            if isinstance(task, Skip):
                report.skipped.append(task)
            elif task:
                yield replace(task, file=location)
                settled += 1
            held += 1
            holds_any |= not isinstance(each, Skip)
        if held == settled:
            files.read(Whole(location, now, held))
    if not holds_any:
        report.barren.append(str(path))


def _settled_one(found: Document | Skip, home: Path, places: "_Places", met: set[str]) -> Task | Skip | None:
    """A document under its id; None where another one takes that in this build."""
    if isinstance(found, Skip):
        return found
    task = places.settle(found, home)
    if task.location in met:
        return Skip(found.source, "a document of that name stands before it in the file")
    met.add(task.location)
    return task if places.taken.setdefault(task.document.id, task.location) == task.location else None


class _Places:
    """Which document is which, from one build to the next."""

    def __init__(self, store: Store, given: Given) -> None:
        self.store, self.given = store, given
        self.forgotten = Forgotten(*store.blocked())
        self.taken: dict[str, str] = {}  # in this build: id -> location
        self._here: dict[str, tuple[str, str, str]] = {}  # in this build: location -> id, source, digest
        self._known: Known | None = None  # what the store has at the place that was settled last

    def is_read(self, task: Task, stamp: str) -> bool:
        """Whether this content was read by these versions, or is being read in this build."""
        document = task.document
        now = (document.id, document.source, document.digest)
        if self._here.get(task.location) == now:
            return True
        self._here[task.location] = now
        if self._is_known(task):
            return self._known is not None and (self._known.digest, self._known.stamp) == (document.digest, stamp)
        return self.store.has(document.id, document.digest, stamp)

    def note(self, task: Task) -> None:
        """Notes the place of a document that stays as it is, if it is another one now."""
        if not self._is_known(task):
            self.store.move(task.document.id, task.document.source, task.location)

    def _is_known(self, task: Task) -> bool:
        known = (self._known.id, self._known.source, self._known.location) if self._known else None
        return known == (task.document.id, task.document.source, task.location)

    def settle(self, document: Document, home: Path) -> Task:
        """A text at a known place keeps its id, whatever it says now; so does a known text whose old place is gone."""
        location = _location(document.source, home)
        fields = self.forgotten.fields_without(self.given.fields(document))
        document, location = self.forgotten.without(document, location)
        self._known = known = self.store.at(location)
        if known:
            kept = {"id": known.id, "source": known.source}
            return Task(
                with_given(document, known.given | fields).model_copy(update=kept), location, known.given | fields
            )
        document = with_given(document, fields)
        if location in self._here:
            id, source, _ = self._here[location]
            return Task(document.model_copy(update={"id": id, "source": source}), location, fields)
        moved = next((copy for copy in self.store.copies(document.digest) if not _is_there(copy.location)), None)
        if moved:
            return Task(document.model_copy(update={"id": moved.id}), location, moved.given | fields)
        return Task(self._told_apart(document, location, home), location, fields)

    def _told_apart(self, document: Document, location: str, home: Path) -> Document:
        """The document, with as many names of folders before its source as make it another's no longer."""
        named = document
        for folder in reversed(home.parts):
            if self._is_free(named.id, location):
                break
            named = renamed(document, f"{folder.strip('/')}/{named.source}")
        return named

    def _is_free(self, id: str, location: str) -> bool:
        known = self.store.known(id)
        holder = self.taken.get(id) or (known.location if known else None)
        return holder is None or holder == location or not _is_there(holder)


def _home(path: Path) -> Path:
    """The folder below which the sources of a path are, on this machine."""
    if path == STDIN:
        return path
    return (path if path.is_dir() else path.parent).resolve()


def _location(source: str, home: Path) -> str:
    """Where a source is on this machine: below `home`, or on standard input."""
    return source if home == STDIN else str(home / source)


def _is_there(location: str) -> bool:
    """Whether the file of a location, which may end in "#row", still exists."""
    return Path(location).exists() or Path(location.rpartition("#")[0] or location).exists()
