"""Files that are as they were when they were read, told by one look at each and without opening it.

As git's index does, the store keeps a file's size, times and number. A file that was written to while it was read, or
just before, could be written to again within one tick of its clock, and its time would not tell: it is read again.
"""

from collections.abc import Iterable, Iterator
from functools import cache
from importlib.metadata import PackageNotFoundError, version
from time import time_ns
from typing import TYPE_CHECKING

from kg.build.reader import code
from kg.read import STDIN, File, Skip
from kg.records import content_id
from kg.store import Store
from kg.store.seen import Whole, held, note

if TYPE_CHECKING:
    from kg.build.readings import Outcome
    from kg.build.tasks import Task

UNKNOWN = "\ufffd"  # in the place of a file's name that is no text: another file may be called so, too
TICK = 2_000_000_000  # nanoseconds: the coarsest clock of a file system, that of FAT
CODE = ("read", "forgotten.py")  # what decides which documents a file holds, and the libraries that it asks
LIBRARIES = (
    *("brotli", "courlan", "htmldate", "jusText", "lxml", "lxml-html-clean", "pypdf", "python-docx"),
    *("python-frontmatter", "PyYAML", "trafilatura", "warcio"),
)


class Files:
    """The files of one build, and those of earlier ones that are as they were."""

    def __init__(self, store: Store, stamp: str) -> None:
        self.store, self.stamp = store, stamp
        self._version = store.version
        self._whole: dict[str, Whole] = {}
        self._failed: set[str] = set()

    def unchanged(self, location: str, state: str) -> int:
        """How many documents a file holds, if all of them are in the store as these versions read them; else 0."""
        return held(self.store, location, state, self.stamp) if state else 0

    def read(self, file: Whole) -> None:
        """Remembers a file all of which became documents; they are read, or will be."""
        if file.state:
            self._whole[file.location] = file

    def noted(self, found: Iterable[tuple["Task", "Outcome"]]) -> Iterator[tuple["Task", "Outcome"]]:
        """What comes of each task; once all are in the store, their files are noted there."""
        for task, outcome in found:
            if isinstance(outcome, Skip):
                self._failed.add(task.file)
            yield task, outcome
        whole = (file for file in self._whole.values() if file.location not in self._failed)
        note(self.store, whole, version=self._version)


def state(file: File) -> str:
    """What tells whether a file is as it was, by readers of today; "" where nothing does."""
    if (file.is_named and file.path == STDIN) or UNKNOWN in file.source:
        return ""
    now = time_ns()  # before anything of it is read
    try:
        found = file.path.stat()
    except OSError:
        return ""
    if found.st_mtime_ns > now - TICK:
        return ""
    return content_id(found.st_size, found.st_mtime_ns, found.st_ctime_ns, found.st_ino, _readers())


@cache
def _readers() -> str:
    return content_id(code(*CODE), *map(_version, LIBRARIES))


def _version(library: str) -> str:
    try:
        return version(library)
    except PackageNotFoundError:
        return ""
