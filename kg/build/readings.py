"""Documents to what they say: in this process, or in worker processes that each load the model once.

Whoever reads, the outcomes come in the order of the tasks, and no document can do more harm than be skipped itself.
"""

import logging
import os
import signal
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from functools import partial
from itertools import chain
from time import monotonic
from typing import TYPE_CHECKING, Any, Protocol

from kg.build.tasks import Task
from kg.errors import KgError
from kg.read import Skip
from kg.records import Document, Reading

if TYPE_CHECKING:
    from multiprocessing.connection import Connection

log = logging.getLogger(__name__)

Outcome = Reading | Skip
Readings = Callable[[Iterable[Task], "Reads"], Iterator[tuple[Task, Outcome]]]

SMALL = 60_000  # characters that are read in this process, in less time than others need to load the model
AHEAD = 32  # documents for each worker that may wait for an earlier one to be done
LARGEST = 64 << 20  # characters that may do so
LOADING = 300.0  # seconds that loading the model may take
PATIENCE = 120.0  # seconds that any document may take
SLOWEST = 100  # characters a second, below which a long one is given up: a twentieth of a slow machine's speed
HEAP = 3 << 30  # bytes that a worker may hold, of which the model takes a third
WIDEST = 8 << 10  # bytes beside them for each character, eight times what one takes


class Reads(Protocol):
    """What a Reader does."""

    @property
    def stamp(self) -> str: ...

    def ready(self) -> None: ...

    def __call__(self, document: Document) -> Reading: ...


def here(tasks: Iterable[Task], reader: Reads) -> Iterator[tuple[Task, Outcome]]:
    """What each document says, read one by one in this process."""
    for task in tasks:
        outcome = attempt(reader, task.document)
        if isinstance(outcome, KgError):
            raise outcome
        yield task, outcome


def attempt(reader: Reads, document: Document) -> Outcome | KgError:
    """What a document says; a fault of ours in it is logged, and the document skipped."""
    try:
        return reader(document)
    except KgError as error:
        return error
    except MemoryError:
        return Skip(document.source, "reading it took more memory than a text of its length may")
    except Exception as error:
        log.debug("%s", document.source, exc_info=True)
        return Skip(document.source, f"reading it failed ({type(error).__name__}: {error})")


def with_workers(workers: int, *, small: int = SMALL, patience: float = PATIENCE) -> Readings:
    """Reads in so many processes, if there is more to read than `small` characters.

    A document that takes longer than `patience` seconds (longer for a long one), or kills its process, is skipped.
    """

    def read(tasks: Iterable[Task], reader: Reads) -> Iterator[tuple[Task, Outcome]]:
        tasks = iter(tasks)
        few = list(_few(tasks, small))
        if sum(len(task.document.text) for task in few) <= small:
            yield from here(few, reader)
            return
        with _Pool(reader, workers, patience) as pool:
            yield from pool.outcomes(chain(few, tasks))

    return read


def _few(tasks: Iterator[Task], most: int) -> Iterator[Task]:
    """The first tasks, until their texts together are longer than `most`."""
    size = 0
    for task in tasks:
        yield task
        size += len(task.document.text)
        if size > most:
            return


@dataclass(slots=True)
class _Waiting:
    """A task on its way, and what came of it."""

    task: Task
    outcome: Outcome | None = None


class _Worker:
    """A process that reads one document at a time."""

    def __init__(self, reader: Reads, patience: float) -> None:
        from multiprocessing import get_context

        context = get_context("spawn")
        self.connection, theirs = context.Pipe()
        self._patience = patience
        self.process = context.Process(target=_serve, args=(theirs, reader), daemon=True, name="kg-worker")
        self.process.start()
        theirs.close()
        self.is_loaded = False
        self.work: _Waiting | None = None
        self._started = monotonic()

    @property
    def is_idle(self) -> bool:
        return self.is_loaded and self.work is None

    @property
    def most(self) -> float:
        """Seconds that what it is doing may take."""
        return self._patience + len(self.work.task.document.text) / SLOWEST if self.work else LOADING

    @property
    def left(self) -> float:
        """Seconds that it may still take."""
        return self._started + self.most - monotonic()

    def give(self, work: _Waiting) -> None:
        """Has it read a document."""
        self.work, self._started = work, monotonic()
        self.connection.send(work.task.document)

    def hear(self) -> None:
        """Takes what it has to say. Raises EOFError if it is dead, KgError if nothing can be read at all."""
        said = self.connection.recv()
        if isinstance(said, KgError):
            raise said
        if self.work is None:
            self.is_loaded = True
        else:
            self.work.outcome, self.work = said, None

    def end(self) -> str:
        """Stops the process; how it ended, if it ended itself."""
        self.process.join(0.5)
        code = self.process.exitcode
        self.process.kill()
        self.process.join()
        self.connection.close()
        return "" if code is None else f"signal {-code}" if code < 0 else f"exit code {code}"


@dataclass
class _Pool:
    """Up to `most` workers; one that dies or hangs is replaced."""

    reader: Reads
    most: int
    patience: float
    workers: list[_Worker] = field(default_factory=list)

    def __enter__(self) -> "_Pool":
        return self

    def __exit__(self, *_: object) -> None:
        for worker in self.workers:
            worker.process.kill()
        for worker in self.workers:
            worker.end()

    def outcomes(self, tasks: Iterator[Task]) -> Iterator[tuple[Task, Outcome]]:
        """What each document says, in order; only so many are asked for that all workers are busy."""
        waiting: deque[_Waiting] = deque()
        upcoming = next(tasks, None)
        while upcoming or waiting:
            while upcoming and self._has_room(waiting) and (worker := self._idle()):
                waiting.append(_Waiting(upcoming))
                self._give(worker, waiting[-1])
                upcoming = next(tasks, None)
            while waiting and waiting[0].outcome is not None:
                done = waiting.popleft()
                if done.outcome is not None:
                    yield done.task, done.outcome
            if waiting or upcoming:
                self._listen()

    def _has_room(self, waiting: deque[_Waiting]) -> bool:
        size = sum(len(each.task.document.text) for each in waiting)
        return len(waiting) < AHEAD * self.most and (not waiting or size < LARGEST)

    def _idle(self) -> _Worker | None:
        """A worker with nothing to do; as long as there are too few, one more is started."""
        found = next((worker for worker in self.workers if worker.is_idle), None)
        if not found and len(self.workers) < self.most:
            self.workers.append(_Worker(self.reader, self.patience))
        return found

    def _give(self, worker: _Worker, work: _Waiting) -> None:
        try:
            worker.give(work)
        except OSError:  # it has died meanwhile
            self._replace(worker)

    def _listen(self) -> None:
        """Waits until some worker has something to say, or is to be given up."""
        from multiprocessing.connection import wait

        busy = [worker for worker in self.workers if not worker.is_idle]
        least = min((worker.left for worker in busy), default=0.0)
        heard = wait([worker.connection for worker in self.workers], max(0.0, least)) if busy else []
        for worker in [each for each in self.workers if each.connection in heard]:
            try:
                worker.hear()
            except (EOFError, OSError):
                self._replace(worker)
        for worker in [each for each in self.workers if not each.is_idle and each.left <= 0]:
            self._give_up(worker)

    def _replace(self, worker: _Worker) -> None:
        """Another worker takes the place of a dead one; the document that it was reading is skipped."""
        self.workers.remove(worker)
        how = worker.end()
        if not worker.is_loaded:
            raise KgError(f"a worker process ended while it loaded the model ({how}); try again with --workers 1")
        if worker.work:
            source = worker.work.task.document.source
            worker.work.outcome = Skip(source, f"the process that read it ended ({how})")

    def _give_up(self, worker: _Worker) -> None:
        self.workers.remove(worker)
        worker.process.kill()
        worker.end()
        if worker.work is None:
            raise KgError(f"a worker process took longer than {LOADING:.0f} seconds to load the model")
        source = worker.work.task.document.source
        worker.work.outcome = Skip(source, f"reading it took longer than {worker.most:.0f} seconds")


def _serve(connection: "Connection[Any, Any]", reader: Reads) -> None:
    """What a worker process does: loads the model, then reads what it is given, until nobody is there any more."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the process that started it decides
    os.environ["OMP_NUM_THREADS"] = "1"  # a process is a core
    told = partial(_told, connection)
    try:
        reader.ready()
    except KgError as error:
        told(error)
        return
    if not told("ready"):
        return
    while True:
        try:
            document = connection.recv()
        except (EOFError, OSError):
            return
        _bound(HEAP + WIDEST * len(document.text))
        if not told(attempt(reader, document)):
            return


def _bound(most: int) -> None:
    """Refuses this process more than so many bytes, where the system can: no document takes all that a machine has."""
    try:
        import resource
    except ImportError:  # Windows has no such limits
        return
    _, hard = resource.getrlimit(resource.RLIMIT_DATA)
    resource.setrlimit(resource.RLIMIT_DATA, (most if hard == resource.RLIM_INFINITY else min(most, hard), hard))


def _told(connection: "Connection[Any, Any]", said: object) -> bool:
    """Whether there was still somebody to tell it to."""
    try:
        connection.send(said)
    except OSError:
        return False
    return True
