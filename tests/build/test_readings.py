"""Worker processes: the same store whoever reads, and a document that hangs or kills its process costs only itself."""

import os
import sys
import time
from pathlib import Path

import pytest

from kg.build import build, with_workers
from kg.errors import KgError, ModelError
from kg.read import Skip
from kg.records import LocalPerson, Reading
from kg.store import Store

PATIENCE = 5.0


class Reader:
    """Reads one person, named as the text; some texts are the end of the process that reads them."""

    stamp = "1"

    def __init__(self, fault=""):
        self.fault = fault

    def ready(self):
        if self.fault == "no pipeline":
            raise ModelError("no pipeline")
        if self.fault == "dies":
            os._exit(3)

    def __call__(self, document):
        if document.text == "die":
            os.kill(os.getpid(), 9)
        if document.text == "hang":
            time.sleep(600)
        if document.text == "swell":
            bytearray(20 << 30)
        if document.text == "crash":
            raise ZeroDivisionError("division by zero")
        if document.text == "stop":
            raise ModelError("the pipeline is gone")
        return Reading(document=document.id, stamp=self.stamp, people=(LocalPerson(key="1", name=document.text),))


def folder(path: Path, texts):
    for number, text in enumerate(texts):
        (path / f"{number:03}.txt").write_text(text)
    return path


def built(path, workers, *, reader=None, patience=PATIENCE):
    """The report of a build and every row of its store."""
    with Store() as store:
        readings = with_workers(workers, small=0, patience=patience)
        report = build([path], store, reader or Reader(), readings=readings)
        return report, list(store.documents()), list(store.readings())


@pytest.mark.parametrize("workers", [1, 3])
def test_workers_change_nothing(tmp_path, workers):
    path = folder(tmp_path, [f"Person {number} came." for number in range(40)])
    with Store() as store:
        build([path], store, Reader())
        expected = list(store.documents()), list(store.readings())
    report, *found = built(path, workers)
    assert (report.read, tuple(found)) == (40, expected)


def test_a_document_that_kills_hangs_or_crashes_costs_only_itself(tmp_path):
    texts = ["Ada came.", "die", "Ben came.", "hang", "crash", "Cy came.", "die", "Dot came."]
    report, documents, _ = built(folder(tmp_path, texts), 2)
    assert sorted(document.text for document in documents) == ["Ada came.", "Ben came.", "Cy came.", "Dot came."]
    assert report.failed == 4
    assert report.skipped == [
        Skip("001.txt", "the process that read it ended (signal 9)"),
        Skip("003.txt", "reading it took longer than 5 seconds"),
        Skip("004.txt", "reading it failed (ZeroDivisionError: division by zero)"),
        Skip("006.txt", "the process that read it ended (signal 9)"),
    ]


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="other systems do not refuse memory")
def test_a_document_that_takes_too_much_memory_costs_only_itself(tmp_path):
    report, documents, _ = built(folder(tmp_path, ["Ada came.", "swell", "Ben came."]), 1)
    assert sorted(document.text for document in documents) == ["Ada came.", "Ben came."]
    assert report.skipped == [Skip("001.txt", "reading it took more memory than a text of its length may")]


@pytest.mark.parametrize(
    ("fault", "text", "line"),
    [
        ("no pipeline", "Ada.", "no pipeline"),
        ("", "stop", "the pipeline is gone"),
        ("dies", "Ada.", "a worker process ended while it loaded the model (exit code 3); try again with --workers 1"),
    ],
)
def test_trouble_with_the_pipeline_stops_the_build(tmp_path, fault, text, line):
    with pytest.raises(KgError) as caught:
        built(folder(tmp_path, [text]), 2, reader=Reader(fault))
    assert str(caught.value) == line


def test_little_is_read_in_this_process(tmp_path):
    folder(tmp_path, ["Ada came."])
    with Store() as store:
        report = build([tmp_path], store, Reader("dies"), readings=with_workers(2))  # a worker would end at once
    assert report.read == 1


def test_only_so_many_documents_wait(tmp_path):
    """However slow the first document is, the reader runs ahead of the writer by a fixed number of documents."""
    from kg.build import readings
    from kg.build.tasks import Task
    from kg.records import Document

    asked = 0

    def tasks():
        nonlocal asked
        for asked in range(1, 1001):
            yield Task(Document(id=str(asked), source="a", text=f"Person {asked} came."), "a", {})

    for done, _ in enumerate(with_workers(2, small=0)(tasks(), Reader())):
        assert asked - done <= 2 * readings.AHEAD + 2
    assert asked == 1000
