"""A real Dask scheduler with two real workers, one of which is killed half-way: the same store as without them."""

import os
import signal
import socket
import subprocess
import sys
import time
from contextlib import contextmanager, suppress
from pathlib import Path

import pytest

from kg.build import build, build_store, reader_for
from kg.build.cluster import with_cluster
from kg.errors import InputError, KgError
from kg.records import LocalPerson, Reading
from kg.store import Store
from tests.scale.archive import write

pytest.importorskip("distributed")
ROOT = Path(__file__).parents[2]


class Reader:
    """Reads one person, named as the text; "die" is the end of the process that reads it."""

    stamp = "1"

    def ready(self):
        pass

    def __call__(self, document):
        if document.text == "die":
            os.kill(os.getpid(), signal.SIGKILL)
        if document.text == "hang":
            time.sleep(600)
        if document.text == "crash":
            raise ZeroDivisionError("division by zero")
        return Reading(document=document.id, stamp=self.stamp, people=(LocalPerson(key="1", name=document.text),))


@contextmanager
def cluster(*options):
    """The address of a scheduler on the loopback, and its two workers."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        address = f"tcp://127.0.0.1:{free.getsockname()[1]}"
    port = address.rpartition(":")[2]
    scheduler = started("scheduler", "--host", "127.0.0.1", "--port", port, "--no-dashboard")
    workers = [
        started("worker", address, "--host", "127.0.0.1", "--nthreads", "1", "--no-dashboard", *options) for _ in "ab"
    ]
    try:
        yield address, workers
    finally:
        for process in (*workers, scheduler):
            with suppress(ProcessLookupError):
                os.killpg(process.pid, signal.SIGKILL)  # a nanny has a child
            process.wait()


def started(role, *options):
    command = [sys.executable, "-m", "distributed.cli.dask_" + role, *options]
    quiet = {"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL}
    return subprocess.Popen(
        command, cwd=ROOT, env=os.environ | {"PYTHONPATH": str(ROOT)}, start_new_session=True, **quiet
    )


def folder(path, texts):
    path.mkdir()
    for number, text in enumerate(texts):
        (path / f"{number:03}.txt").write_text(text)
    return path


def built(path, reader=None, **options):
    with Store() as store:
        report = build([path], store, reader or Reader(), **options)
        return (
            report,
            list(store.rows("SELECT rowid, * FROM documents")),
            list(store.rows("SELECT rowid, * FROM readings")),
        )


def test_a_killed_worker_changes_nothing(tmp_path):
    path = folder(tmp_path / "texts", [f"Person {number} came." for number in range(120)])
    expected = built(path)[1:]
    with cluster("--no-nanny") as (address, workers):

        def kill_one(report):
            if report.read == 40:
                workers[0].kill()

        report, *found = built(path, readings=with_cluster(address, shard=60), progress=kill_one)
        assert workers[0].wait(30) == -signal.SIGKILL
    assert (report.read, tuple(found)) == (120, expected)


def test_a_document_that_ends_its_workers_or_crashes_costs_only_itself(tmp_path):
    path = folder(tmp_path / "texts", ["Ada came.", "die", "crash", "Ben came."])
    with cluster() as (address, _):  # a nanny starts an ended worker again
        report = built(path, readings=with_cluster(address))[0]
    assert [(skip.source, skip.reason) for skip in report.skipped] == [
        ("001.txt", "every worker that read it ended"),
        ("002.txt", "reading it failed (ZeroDivisionError: division by zero)"),
    ]
    assert report.read == 2


def test_a_document_that_hangs_costs_only_itself(tmp_path):
    path = folder(tmp_path / "texts", ["Ada came.", "hang", "Ben came."])
    with cluster() as (address, _):
        report = built(path, readings=with_cluster(address, patience=5))[0]
    assert [(skip.source, skip.reason) for skip in report.skipped] == [
        ("001.txt", "reading it took longer than 5 seconds")
    ]
    assert report.read == 2


@pytest.mark.faults
def test_a_killed_worker_changes_nothing_of_what_the_pipeline_reads(tmp_path):
    write(tmp_path / "notes", 120)
    expected = built(tmp_path / "notes", reader_for())[1:]
    with cluster("--no-nanny") as (address, workers):

        def kill_one(report):
            if report.read == 40:
                workers[0].kill()

        readings = with_cluster(address, shard=2_000)
        report, *found = built(tmp_path / "notes", reader_for(), readings=readings, progress=kill_one)
        assert workers[0].wait(30) == -signal.SIGKILL
    assert (report.read, tuple(found)) == (120, expected)


def test_no_scheduler_is_told_in_one_line(tmp_path, monkeypatch):
    monkeypatch.setattr("kg.build.cluster.WAIT", 1.0)
    path = folder(tmp_path / "texts", ["Ada came."])
    with pytest.raises(KgError, match=r"^no Dask scheduler with a worker answers at tcp://127\.0\.0\.1:9: "):
        built(path, readings=with_cluster("tcp://127.0.0.1:9"))


def test_a_url_is_read_like_a_path(tmp_path, monkeypatch):
    import kg.build

    monkeypatch.setattr(kg.build, "_reader", lambda model, ontology: Paper(ontology))
    path = folder(tmp_path / "texts", ["Ada came.", "Ben came."])
    for name, paths in {"a": [path], "b": [f"file://{path}"]}.items():
        assert build_store(paths, tmp_path / name).read == 2
    with Store(tmp_path / "a") as one, Store(tmp_path / "b") as other:
        assert list(one.documents()) == list(other.documents())
    with pytest.raises(InputError, match=r"none cannot be fetched: "):
        build_store([f"file://{tmp_path}/none"], tmp_path / "c")


class Paper(Reader):
    def __init__(self, ontology):
        self.ontology = ontology
