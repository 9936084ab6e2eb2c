"""Documents read by many machines: shards of them are sent to a running Dask scheduler, and what they say comes back.

A shard is named by its content, so that reading it twice is reading it once. The scheduler gives another worker what a
lost one held; a document that ends every worker it is given to, or that hangs, is skipped. The outcomes come in the
order of the tasks.
"""

import json
from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from threading import Lock
from typing import Any

from kg.build.reader import Reader
from kg.build.readings import LOADING, PATIENCE, SLOWEST, Outcome, Readings, Reads, attempt
from kg.build.tasks import Task
from kg.errors import KgError
from kg.read import Skip
from kg.records import Document, Reading, content_id

SHARD = 50_000  # characters: some seconds of work, so that asking for it costs little beside
MOST = 500  # documents in a shard
AHEAD = 3  # shards for each worker that are sent before the first one is back
WAIT = 30.0  # seconds for the scheduler, and for its first worker

_LOCK = Lock()  # the pipeline reads one document at a time
_READERS: dict[str, Reads] = {}


def with_cluster(address: str, *, shard: int = SHARD, patience: float = LOADING + PATIENCE) -> Readings:
    """Reads on the workers of the scheduler at this address ("tcp://10.0.0.5:8786").

    A shard that takes longer than `patience` seconds (longer for a long one) is read again document by document, and
    a document that does so alone is skipped; the workers that hang over it are started anew.
    Raises KgError where there is no scheduler, or where its workers have another version of kg.
    """

    def read(tasks: Iterable[Task], reader: Reads) -> Iterator[tuple[Task, Outcome]]:
        with _client(address) as client:
            sent: deque[tuple[list[Task], Any]] = deque()
            for tasks_of_shard in _shards(tasks, shard):
                sent.append((tasks_of_shard, _sent(client, tasks_of_shard, reader)))
                while len(sent) > AHEAD * max(1, len(client.nthreads())):
                    yield from _back(client, *sent.popleft(), reader, patience)
            while sent:
                yield from _back(client, *sent.popleft(), reader, patience)

    return read


def _client(address: str) -> Any:
    try:
        from distributed import Client
    except ImportError:
        raise KgError("reading on a cluster needs Dask: pip install 'kg[cluster]'") from None
    connected: Any = Client
    try:
        client = connected(address, timeout=WAIT, set_as_default=False)
        client.wait_for_workers(1, timeout=WAIT)
    except (OSError, TimeoutError, ValueError) as error:
        raise KgError(f"no Dask scheduler with a worker answers at {address}: {str(error).splitlines()[0]}") from None
    return client


def _shards(tasks: Iterable[Task], most: int) -> Iterator[list[Task]]:
    """The tasks in lists of about so many characters."""
    shard: list[Task] = []
    size = 0
    for task in tasks:
        shard.append(task)
        size += len(task.document.text)
        if size >= most or len(shard) == MOST:
            yield shard
            shard, size = [], 0
    if shard:
        yield shard


def _sent(client: Any, shard: Sequence[Task], reader: Reads) -> Any:
    documents = [task.document for task in shard]
    name = content_id(reader.stamp, *(document.model_dump_json() for document in documents))
    return client.submit(read_shard, reader, documents, key=f"kg-{name}", pure=True)


def _back(
    client: Any, shard: list[Task], future: Any, reader: Reads, patience: float
) -> Iterator[tuple[Task, Outcome]]:
    """The outcomes of a shard; one that ended its workers, or hangs, is sent again document by document."""
    from distributed import KilledWorker

    # It is the first of those on their way, so that no worker has more than what it is at to do before it.
    most = patience + sum(len(task.document.text) for task in shard) / SLOWEST
    try:
        lines = future.result(timeout=most)
    except (KilledWorker, TimeoutError) as error:
        why = "every worker that read it ended"
        if isinstance(error, TimeoutError):
            why = f"reading it took longer than {most:.0f} seconds"
            _give_up(client, future)
        if len(shard) == 1:
            yield shard[0], Skip(shard[0].document.source, why)
            return
        for task in shard:  # one at a time: Dask gives up all that is on a worker that ends too often
            yield from _back(client, [task], _sent(client, [task], reader), reader, patience)
        return
    for task, line in zip(shard, lines.splitlines(), strict=True):
        yield task, _outcome(line)


def _give_up(client: Any, future: Any) -> None:
    """Starts the workers anew that hang over a shard; those that no nanny watches are let go."""
    held = [worker for worker, keys in client.processing().items() if future.key in keys]
    client.cancel([future], force=True)
    try:
        client.restart_workers(held, timeout=WAIT)
    except (ValueError, TimeoutError):
        client.retire_workers(held, close_workers=True)
    try:
        client.wait_for_workers(1, timeout=WAIT)
    except TimeoutError:
        raise KgError("no worker of the cluster is left: the last ones hang; start others and build again") from None


def read_shard(reader: Reads, documents: Sequence[Document]) -> str:
    """What the documents say as JSON lines, one each, in order: a reading, or a source and why it was skipped."""
    with _LOCK:
        known = _READERS.setdefault(reader.stamp, reader)
        if known is reader:
            _check(reader)
            reader.ready()
        return "".join(f"{_line(attempt(known, document))}\n" for document in documents)


def _check(reader: Reads) -> None:
    """Raises KgError where this machine's kg would read otherwise than that of who asks."""
    if isinstance(reader, Reader) and reader.stamp != reader.stamp_here():
        raise KgError("a worker of the cluster has another version of kg or of its model; give all of them the same")


def _line(outcome: Outcome | KgError) -> str:
    if isinstance(outcome, KgError):
        raise outcome
    if isinstance(outcome, Skip):
        return json.dumps({"source": outcome.source, "reason": outcome.reason})
    return outcome.model_dump_json()


def _outcome(line: str) -> Outcome:
    fields: dict[str, Any] = json.loads(line)
    return Skip(**fields) if "reason" in fields else Reading.model_validate_json(line)
