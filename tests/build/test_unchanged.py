"""Files that are as they were are not opened again; whatever is done to them, the store is as if all had been."""

import ast
import os
from datetime import date
from importlib import import_module
from importlib.metadata import packages_distributions
from itertools import count
from pathlib import Path
from tempfile import TemporaryDirectory
from time import time_ns

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import kg.read
from kg.build import build, with_workers
from kg.build.unchanged import LIBRARIES
from kg.read import Given, Skip, documents
from kg.store import Blocked, Store
from tests.build.test_build import Reader, contents
from tests.build.test_readings import Reader as Sendable

TASKS = import_module("kg.build.tasks")  # kg.build.tasks is the function in it
LONG_AGO = time_ns() // 10**9 - 10**6
ROWS = '{"id": 1, "text": "Ada."}\n{"id": 2, "text": "Ben."}\n'


@pytest.fixture
def opened(monkeypatch):
    """The sources of files that were opened since it was last cleared."""
    found = []
    monkeypatch.setattr(TASKS, "documents", lambda file: found.append(file.source) or documents(file))
    return found


@pytest.fixture
def folder(tmp_path):
    """Two texts and a file of two rows, written some time ago."""
    made = tmp_path / "texts"
    made.mkdir()
    for name, text in {"a.txt": "Ada.", "b.txt": "Ben.", "c.jsonl": ROWS}.items():
        written(made / name, text)
    return made


def written(path, text, *, ago=0):
    """Writes a file and dates it back; `ago` tells one time from another."""
    path.write_text(text)
    os.utime(path, (LONG_AGO - ago,) * 2)


def built(path, store, stamp="1", **options):
    """What was read of a path, and the report of it."""
    reader = Reader(stamp)
    return reader.read, build([path], store, reader, **options)


def test_files_that_are_as_they_were_are_not_opened(folder, store, opened):
    built(folder, store)
    assert opened == ["a.txt", "b.txt", "c.jsonl"]
    opened.clear()
    read, report = built(folder, store)
    assert (read, opened, report.read, report.unchanged, report.barren) == ([], [], 0, 4, [])
    built(folder / "c.jsonl", store)
    assert opened == []


def test_files_that_worker_processes_read_are_not_opened_again(folder, store, opened):
    build([folder], store, Sendable(), readings=with_workers(2, small=0))
    opened.clear()
    assert built(folder, store)[1].unchanged == 4
    assert opened == []


def test_progress_counts_the_documents_of_files_that_are_not_opened(folder, store):
    told = []
    written(folder / "c.jsonl", f"{ROWS}\n\n")  # a look at the lines would take it for four documents
    built(folder, store)
    built(folder, store, progress=lambda report: told.append((report.done, report.expected)))
    assert told == [(1, 4), (2, 4), (4, 4)]


def test_a_file_that_was_touched_is_opened_once_and_its_text_not_read(folder, store, opened):
    built(folder, store)
    os.utime(folder / "a.txt", (LONG_AGO + 9,) * 2)
    opened.clear()
    assert built(folder, store)[0] == []
    assert built(folder, store)[0] == []
    assert opened == ["a.txt"]


@pytest.mark.parametrize(("text", "ago"), [("Bea.", 9), ("Beatrice.", 0)])
def test_another_time_or_size_has_a_file_read(folder, store, text, ago):
    built(folder, store)
    written(folder / "b.txt", text, ago=ago)
    assert built(folder, store)[0] == ["b.txt"]


def test_a_change_that_keeps_size_and_time_is_seen(folder, store):
    built(folder, store)
    path = folder / "b.txt"
    before = path.stat()
    while path.stat().st_ctime_ns == before.st_ctime_ns:  # the clock ticks some hundred times a second
        written(path, "Bea.")
    assert path.stat().st_mtime_ns == before.st_mtime_ns
    assert built(folder, store)[0] == ["b.txt"]


def test_files_that_change_places_are_seen(folder, store):
    built(folder, store)
    for old, new in (("a.txt", "x"), ("b.txt", "a.txt"), ("x", "b.txt")):
        (folder / old).rename(folder / new)
    built(folder, store)
    assert contents(store)[:2] == [("a.txt", "Ben."), ("b.txt", "Ada.")]


def test_a_file_just_written_is_opened_again_as_it_may_be_written_to_within_the_same_tick(folder, store, opened):
    os.utime(folder / "a.txt")
    built(folder, store)
    opened.clear()
    built(folder, store)
    assert opened == ["a.txt"]


def test_a_file_written_to_while_it_is_read_is_read_again(folder, store, monkeypatch):
    def late(file):
        found = list(documents(file))
        if file.source == "a.txt":
            file.path.write_text("Ada left.")
        return found

    with monkeypatch.context() as patch:
        patch.setattr(TASKS, "documents", late)
        built(folder, store)
    assert built(folder, store)[0] == ["a.txt"]


def test_a_file_that_is_gone_leaves_its_document(folder, store):
    built(folder, store)
    (folder / "a.txt").unlink()
    assert built(folder, store)[1].unchanged == 3
    assert ("a.txt", "Ada.") in contents(store)


def test_a_file_is_opened_as_long_as_some_of_it_is_no_document(folder, store, opened):
    written(folder / "c.jsonl", ROWS + "broken\n")
    built(folder, store)
    opened.clear()
    _, report = built(folder, store)
    assert (opened, report.unchanged) == (["c.jsonl"], 4)
    assert report.skipped == [Skip("c.jsonl#3", "it is no JSON")]


def test_a_row_that_broke_is_named_every_time_though_its_document_stays(folder, store):
    built(folder, store)
    written(folder / "c.jsonl", ROWS.partition("\n")[0] + "\nbroken\n", ago=9)
    for _ in range(2):
        _, report = built(folder, store)
        assert (report.skipped, report.unchanged) == ([Skip("c.jsonl#2", "it is no JSON")], 3)


def test_a_document_that_failed_is_tried_again_and_its_neighbours_are_not(folder, store):
    built(folder, store)
    written(folder / "c.jsonl", ROWS.replace("Ben", "crash"), ago=9)
    assert built(folder, store)[0] == ["c.jsonl#2"]
    assert built(folder, store)[0] == ["c.jsonl#2"]


def test_a_document_that_came_in_with_others_of_its_text_is_read_in_the_end(folder, store):
    built(folder, store)
    (folder / "a.txt").unlink()
    for name in ("d.txt", "e.txt"):  # the first one is taken for the file that is gone, the other one is not yet
        written(folder / name, "Ada.")
    built(folder, store)
    built(folder, store)
    assert [source for source, text in contents(store) if text == "Ada."].count("e.txt") == 1


def test_other_versions_read_everything_again(folder, store, opened):
    built(folder, store)
    opened.clear()
    assert len(built(folder, store, stamp="2")[0]) == 4
    assert len(opened) == 3


def test_given_metadata_reaches_files_that_are_as_they_were(folder, store):
    built(folder, store)
    built(folder, store, given=Given(published=date(2020, 9, 14)))
    assert {each.published for each in store.documents()} == {date(2020, 9, 14)}


def test_what_was_removed_stays_so_without_being_opened(folder, store, opened):
    built(folder, store)
    store.remove(store.find("a.txt"))
    opened.clear()
    assert built(folder, store)[1].unchanged == 4
    assert ("a.txt", "Ada.") not in contents(store)
    assert opened == []


def test_documents_to_be_mended_are_read_from_their_files(folder, store):
    built(folder, store)
    store.unread([store.find("c.jsonl#1")])
    assert built(folder, store)[0] == ["c.jsonl#1"]


def test_nothing_is_noted_where_another_program_wrote_meanwhile(folder, tmp_path, opened):
    class Meddling(Reader):
        def __call__(self, document):
            Store(tmp_path / "kg.db").set("x", document.text)
            return super().__call__(document)

    with Store(tmp_path / "kg.db") as store:
        build([folder], store, Meddling())
        opened.clear()
        built(folder, store)
        assert len(opened) == 3


def test_all_files_are_opened_once_somebody_is_forgotten(folder, store, opened):
    built(folder, store)
    store.forget("00", [Blocked(1, "hash", 2, True)], {}, {})
    opened.clear()
    built(folder, store)
    built(folder, store)
    assert opened == ["a.txt", "b.txt", "c.jsonl"]


def test_a_store_of_a_version_that_noted_no_files_opens_them_once_and_reads_none(folder, tmp_path, opened):
    path = tmp_path / "kg.db"
    with Store(path) as store:
        built(folder, store)
        with store.transaction() as database:
            for trigger in ("seen_forgotten", "blocks_forgotten"):
                database.execute(f"DROP TRIGGER {trigger}")
            for table in ("seen", "blocks", "casts"):
                database.execute(f"DROP TABLE {table}")
            database.execute("PRAGMA user_version = 4")
    opened.clear()
    with Store(path) as store:
        assert built(folder, store)[0] == []
        assert len(opened) == 3
        assert built(folder, store)[0] == []
        assert len(opened) == 3
        assert list(store.flaws()) == []


def test_every_library_that_readers_ask_counts_as_part_of_them():
    asked = {name for path in Path(kg.read.__file__).parent.glob("*.py") for name in imported(path)}
    found = packages_distributions()
    libraries = {library for name in asked for library in found.get(name, ())} - {"kg", "pydantic"}
    assert "trafilatura" in libraries
    assert libraries <= set(LIBRARIES)


def imported(path):
    for node in ast.walk(ast.parse(path.read_text())):
        if isinstance(node, ast.Import):
            yield from (alias.name.split(".")[0] for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            yield (node.module or "").split(".")[0]


# whatever is done to files, the store is as if all had been opened

NAMES = ("a.txt", "b.txt", "c/a.txt", "c/d.jsonl")
TEXTS = (
    "Ada.",
    "Ben.",
    "Ada met Ben.",
    "crash",
    "",
    ROWS,
    '{"text": "Ada."}\n',
    ROWS + "broken\n",
    ROWS.replace('{"id": 2', ""),
)
STEPS = st.one_of(
    st.tuples(st.just("write"), st.sampled_from(NAMES), st.sampled_from(TEXTS)),
    st.tuples(st.just("touch"), st.sampled_from(NAMES), st.none()),
    st.tuples(st.just("move"), st.sampled_from(NAMES), st.sampled_from(NAMES)),
    st.tuples(st.just("take away"), st.sampled_from(NAMES), st.none()),
    st.tuples(st.just("build"), st.sampled_from([".", "c", *NAMES]), st.sampled_from("112")),
)


def done(step, root, ago):
    """Does one step to the files."""
    kind, name, other = step
    path = root / name
    if kind == "write":
        path.parent.mkdir(exist_ok=True)
        written(path, other, ago=ago)
    elif path.exists() and kind == "touch":
        os.utime(path, (LONG_AGO - ago,) * 2)
    elif path.exists() and kind == "move":
        (root / other).parent.mkdir(exist_ok=True)
        path.rename(root / other)
    elif path.exists():
        path.unlink()


def tables(store):
    return [list(store.rows(f"SELECT * FROM {table} ORDER BY 1")) for table in ("documents", "readings")]


@settings(max_examples=80, deadline=None, suppress_health_check=list(HealthCheck))
@given(st.lists(STEPS, min_size=4, max_size=20))
def test_any_story_of_files_gives_the_store_that_opening_all_of_them_gives(steps):
    with TemporaryDirectory() as folder, Store() as quick, Store() as thorough:
        root, times = Path(folder), count()
        for step in (*steps, ("build", ".", "1"), ("build", ".", "1")):
            if step[0] != "build":
                done(step, root, next(times))
            elif (root / step[1]).exists():
                with thorough.transaction() as database:
                    database.execute("DELETE FROM seen")
                one, other = (built(root / step[1], store, step[2]) for store in (quick, thorough))
                assert one[0] == other[0]
                assert (one[1].unchanged, one[1].skipped) == (other[1].unchanged, other[1].skipped)
                assert one[1].barren == other[1].barren
        assert tables(quick) == tables(thorough)
