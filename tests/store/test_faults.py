"""What goes wrong with files: a full disk, a read-only place, two writers, a reader meanwhile, a damaged page."""

import os
import random
import sqlite3
import subprocess
import sys
import threading
import time
from pathlib import Path

import pytest

from kg.build import graph_of, ontology_of
from kg.checking import check
from kg.errors import KgError, StoreError
from kg.store import Store
from tests.store.test_store import document, reading

ROOT = Path(__file__).parent.parent.parent


def filled(path, count=40):
    with Store(path) as store:
        for number in range(count):
            told = document(f"{number}.txt", "Ada Hill met Ben Moor in Leith. " * 40)
            store.add(told, reading(told, "1", "Ada Hill", "Ben Moor"))
    return path


def kg(*arguments, **options):
    """Exit code, standard output and standard error of a command."""
    done = subprocess.run(
        [sys.executable, "-m", "kg", *map(str, arguments)],
        capture_output=True, text=True, cwd=options.pop("cwd", ROOT), check=False, timeout=120,
        env=os.environ | {"PYTHONPATH": str(ROOT), **options},
    )  # fmt: skip
    return done.returncode, done.stdout, done.stderr


# a full disk


def test_a_full_store_refuses_a_document_in_one_line_and_keeps_the_others(tmp_path):
    with Store(filled(tmp_path / "kg.db")) as store:
        pages = next(int(row[0]) for row in store.rows("PRAGMA page_count"))
        store._database.execute(f"PRAGMA max_page_count = {pages + 2}")
        told = document("large.txt", "Ada Hill met Ben Moor. " * 4000)
        with pytest.raises(StoreError) as caught:
            store.add(told, reading(told))
        assert str(caught.value) == f"{tmp_path / 'kg.db'} cannot grow: the disk is full"
        assert len(list(store.documents())) == 40
        small = document("small.txt")
        store.add(small, reading(small))
    with Store(tmp_path / "kg.db") as store:
        assert len(list(store.documents())) == 41
        assert list(store.flaws()) == []


@pytest.fixture
def small_disk(tmp_path):
    """A file system of four megabytes."""
    folder = tmp_path / "small"
    folder.mkdir()
    if (
        os.geteuid()
        or subprocess.run(["mount", "-t", "tmpfs", "-o", "size=4m", "tmpfs", folder], check=False).returncode
    ):
        pytest.skip("only root can make a small disk")
    yield folder
    subprocess.run(["umount", "-l", folder], check=True)


def test_commands_on_a_full_disk_say_one_line_and_leave_nothing_half_written(small_disk, tmp_path):
    filled(small_disk / "kg.db")
    _fill(small_disk / "filler")
    (tmp_path / "facts.jsonl").write_text(
        "\n".join(
            f'{{"kind": "event", "type": "married", "people": ["Ann Lee{number}", "Bob Ray{number}"], "when": "2001"}}'
            for number in range(4000)
        )
    )
    code, out, err = kg("import", tmp_path / "facts.jsonl", "--db", small_disk / "kg.db")
    assert (code, out, err.count("\n")) == (2, "", 1), err
    code, out, err = kg("export", small_disk / "out.jsonl", "--full", "--db", small_disk / "kg.db")
    assert (code, out, err.count("\n")) == (2, "", 1), err
    assert not [path for path in small_disk.iterdir() if "out" in path.name]
    (small_disk / "filler").unlink()
    assert kg("check", "--db", small_disk / "kg.db")[:2] == (0, "sound: 40 documents, 0 claims, 0 judgements\n")


def _fill(path):
    with path.open("wb", buffering=0) as stream:
        try:
            while True:
                stream.write(b"x" * 4096)
        except OSError:
            return


# a place that cannot be written


def test_reading_commands_work_in_a_read_only_place_and_writing_ones_say_one_line(read_only_folder):
    db = read_only_folder(lambda folder: filled(folder / "kg.db")) / "kg.db"
    assert kg("people", "--json", "--db", db)[0] == 0
    assert kg("check", "--db", db)[0] == 0
    assert kg("documents", "--db", db)[0] == 0
    for command in (["remove", "1.txt"], ["same", "Ada Hill", "Ben Moor"], ["undo"], ["forget", "Ada Hill", "--yes"]):
        assert kg(*command, "--db", db) == (2, "", f"kg: {db} cannot be written; it is read-only\n")


# several programs at once


def test_a_second_writer_waits_for_the_first(tmp_path):
    filled(tmp_path / "kg.db", 3)
    other = sqlite3.connect(tmp_path / "kg.db", isolation_level=None, check_same_thread=False)
    other.execute("BEGIN IMMEDIATE")
    threading.Timer(1.0, lambda: other.execute("COMMIT")).start()
    started = time.monotonic()
    with Store(tmp_path / "kg.db") as store:
        told = document("late.txt")
        store.add(told, reading(told))
        assert time.monotonic() - started > 0.9
        assert len(list(store.documents())) == 4


def test_a_writer_that_has_waited_long_enough_says_one_line(tmp_path, monkeypatch):
    monkeypatch.setattr("kg.store.file.WAIT", 0.2)
    filled(tmp_path / "kg.db", 3)
    other = sqlite3.connect(tmp_path / "kg.db", isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    told = document("late.txt")
    with Store(tmp_path / "kg.db") as store, pytest.raises(StoreError) as caught:
        store.add(told, reading(told))
    other.close()
    line = f"{tmp_path / 'kg.db'} is in use by another program that writes; try again when it is done"
    assert str(caught.value) == line


WRITER = """
import sys
sys.path.insert(0, sys.argv[2])
from tests.store.test_store import document, reading
from kg.store import Store
with Store(sys.argv[1]) as store:
    for number in range(int(sys.argv[3]), int(sys.argv[3]) + 150):
        told = document(f"{number}.txt", "Ada Hill met Ben Moor. " * 50)
        store.add(told, reading(told, "1", "Ada Hill"))
"""


def test_two_writers_and_a_reader_at_once_lose_nothing(tmp_path):
    db = filled(tmp_path / "kg.db", 3)
    writers = [subprocess.Popen([sys.executable, "-c", WRITER, db, ROOT, str(start)]) for start in (1000, 2000)]
    counts = []
    while any(writer.poll() is None for writer in writers):
        with Store(db, readonly=True) as store, store.snapshot():
            documents, readings = list(store.documents()), list(store.readings())
        assert [each.id for each in documents] == [each.document for each in readings]
        counts.append(len(documents))
    assert [writer.returncode for writer in writers] == [0, 0]
    assert counts == sorted(counts)
    with Store(db) as store:
        assert len(list(store.documents())) == 303
        assert list(store.flaws()) == []


# a damaged file

COMMANDS = (["people", "--json"], ["documents", "--json"], ["judgements"], ["check"], ["undo"], ["conflicts"])


def outcome(db):
    """What is said of a damaged store: a line for the user, or what a check found."""
    try:
        with Store(db, readonly=True) as store:
            graph_of(store, ontology_of(store))
            list(store.judgements())
        return "sound" if check(db).sound else "found"
    except KgError as error:
        return str(error)


@pytest.mark.parametrize("seed", range(40))
def test_any_truncation_or_flipped_page_is_one_line_or_a_flaw_or_harmless(tmp_path, seed):
    db = filled(tmp_path / "kg.db")
    before = db.read_bytes()
    chance = random.Random(seed)
    data = bytearray(before)
    if seed % 2:
        del data[chance.randrange(1, len(data)) :]
    else:
        page = 4096 * chance.randrange(len(data) // 4096)
        data[page : page + 4096] = bytes(byte ^ 0xFF for byte in data[page : page + 4096])
    db.write_bytes(data)
    met = outcome(db)
    assert "\n" not in met
    assert met != "sound" or _same_content(db, tmp_path)


def _same_content(db, tmp_path):
    """Whether all that was stored can still be read: the damage hit bytes that hold nothing."""
    filled(tmp_path / "other.db")
    with Store(db, readonly=True) as one, Store(tmp_path / "other.db", readonly=True) as other:
        return list(one.held()) == list(other.held())


@pytest.mark.parametrize("command", COMMANDS)
def test_commands_meet_a_truncated_store_with_one_clear_line(tmp_path, command):
    db = filled(tmp_path / "kg.db")
    db.write_bytes(db.read_bytes()[: 4096 * 9])
    assert kg(*command, "--db", db) == (2, "", f"kg: {db} is damaged; build it again from the documents\n")
