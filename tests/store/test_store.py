"""The store: what it keeps, what it refuses, and what a kill leaves."""

import sqlite3
import subprocess
import sys
from datetime import date

import pytest

from kg.errors import StoreError, UnknownName
from kg.read.draft import digested, renamed
from kg.records import Document, Judgement, LocalPerson, Reading
from kg.store import APPLICATION, VERSION, Store


def document(source="a.txt", text="Ada met Ben.", **fields):
    return renamed(digested(Document(id="", source="", text=text, **fields)), source)


def reading(document, stamp="1", *names):
    people = tuple(LocalPerson(key=name, name=name) for name in names)
    return Reading(document=document.id, stamp=stamp, people=people)


def judgement(id, verdict="same"):
    return Judgement(id=id, verdict=verdict, names=("Ada", "Ada Hill"))


def test_gives_back_what_was_added(store):
    told = document(title="A \x1b[1m life", publisher="The Wire", author="Cy", published=date(2020, 9, 14))
    store.add(told, reading(told, "1", "Ada"))
    assert list(store.documents()) == [told]
    assert store.document(told.id) == told
    assert list(store.readings()) == [reading(told, "1", "Ada")]


def test_documents_and_readings_come_sorted_by_id(store):
    added = [document(f"{name}.txt") for name in "edcba"]
    for each in added:
        store.add(each, reading(each))
    ids = sorted(each.id for each in added)
    assert [each.id for each in store.documents()] == ids
    assert [each.document for each in store.readings()] == ids


def test_a_later_state_of_a_document_replaces_the_earlier(store):
    first, second = document(text="Ada met Ben."), document(text="Ada left Ben.")
    store.add(first, reading(first, "1", "Ada"))
    store.add(second, reading(second, "2", "Ben"))
    assert list(store.documents()) == [second]
    assert list(store.readings()) == [reading(second, "2", "Ben")]


def test_has_asks_for_content_and_stamp(store):
    told = document()
    store.add(told, reading(told, "1"))
    assert store.has(told.id, told.digest, "1")
    assert not store.has(told.id, "other", "1")
    assert not store.has(told.id, told.digest, "2")
    assert not store.has("nobody", told.digest, "1")
    assert store.stale("2") == [told.id]
    assert store.stale("1") == []


def test_documents_are_found_by_place_and_content(store):
    told, copy = document("a.txt"), document("b.txt")
    store.add(told, reading(told), location="/x/a.txt", given={"published": date(2020, 1, 1)})
    store.add(copy, reading(copy), location="/x/b.txt")
    assert store.at("/x/a.txt").id == told.id
    assert store.at("/x/a.txt").given == {"published": "2020-01-01"}
    assert {known.id for known in store.copies(told.digest)} == {told.id, copy.id}
    store.move(told.id, "c.txt", "/x/c.txt")
    assert store.at("/x/a.txt") is None
    assert store.known(told.id).source == "c.txt"


def test_removed_document_is_gone_with_all_it_said(store):
    told = document()
    store.add(told, reading(told))
    store.remove(told.id)
    assert not [*store.documents(), *store.readings()]
    with pytest.raises(StoreError, match=f"^:memory: holds no document '{told.id}'$"):
        store.remove(told.id)


def test_judgements_count_once_and_are_undone_latest_first(store):
    for id in ("b", "a", "b"):
        store.judge(judgement(id))
    assert [each.id for each in store.judgements()] == ["b", "a"]
    assert store.undo() == [judgement("a")]
    assert store.undo("b") == [judgement("b")]
    with pytest.raises(StoreError, match=r"^there is no judgement to undo$"):
        store.undo()


def test_unknown_judgement_is_refused_by_name(store):
    store.judge(judgement("aa1"))
    store.judge(judgement("aa2"))
    with pytest.raises(UnknownName, match=r"^no judgements have an id that begins with 'x'$"):
        store.undo("x")
    with pytest.raises(UnknownName, match=r"^2 judgements have an id that begins with 'aa'$"):
        store.undo("aa")


def test_judgement_without_an_id_gets_one_from_what_it_says(store):
    bare = Judgement(id="", verdict="same", names=("Ada", "Ada Hill"))
    assert store.judge(bare)[0].id == store.judge(bare)[0].id != ""
    assert len(list(store.judgements())) == 1


def test_document_is_found_by_source_or_beginning_of_its_id(store):
    told = document("news/a.txt")
    store.add(told, reading(told))
    assert store.find("news/a.txt") == store.find(told.id[:6]) == told.id
    with pytest.raises(UnknownName, match=r"^no document is called 'news/b.txt'; did you mean 'news/a.txt'\?$"):
        store.find("news/b.txt")


def test_settings_hold_for_the_store(store):
    assert store.setting("ontology") is None
    store.set("ontology", "one")
    store.set("ontology", "two")
    assert store.setting("ontology") == "two"


def test_file_is_read_again_after_closing(tmp_path):
    told = document()
    with Store(tmp_path / "kg.db") as store:
        store.add(told, reading(told))
    assert [path.name for path in tmp_path.iterdir()] == ["kg.db"]  # nothing is left in a journal beside it
    with Store(tmp_path / "kg.db", readonly=True) as store:
        assert list(store.documents()) == [told]


def test_a_store_that_never_got_anything_leaves_no_file(tmp_path):
    Store(tmp_path / "kg.db").close()
    assert not list(tmp_path.iterdir())


def test_reader_does_not_write(tmp_path):
    told = document()
    with Store(tmp_path / "kg.db") as store:
        store.add(told, reading(told))
    with (
        Store(tmp_path / "kg.db", readonly=True) as store,
        pytest.raises(StoreError, match="cannot be written; it is read-"),
    ):
        store.remove(told.id)


def test_reader_sees_whole_documents_while_another_writes(tmp_path):
    first, second = document("a.txt"), document("b.txt")
    with Store(tmp_path / "kg.db") as writer:
        writer.add(first, reading(first))
        with Store(tmp_path / "kg.db", readonly=True) as reader:
            assert list(reader.documents()) == [first]
            writer.add(second, reading(second))
            assert len(list(reader.documents())) == 2


def test_missing_store_is_named_with_the_remedy(tmp_path):
    path = tmp_path / "kg.db"
    with pytest.raises(StoreError) as caught:
        Store(path, readonly=True)
    assert str(caught.value) == f"no store at {path}; make one with: kg build PATH --db {path}"
    assert not path.exists()


@pytest.mark.parametrize("readonly", [True, False])
def test_text_file_is_no_store_and_stays_as_it_is(tmp_path, readonly):
    path = tmp_path / "kg.db"
    path.write_text("Ada met Ben. " * 99)
    with pytest.raises(StoreError) as caught:
        Store(path, readonly=readonly)
    assert str(caught.value) == f"{path} is no store of kg; give another file with --db"
    assert path.read_text() == "Ada met Ben. " * 99


@pytest.mark.parametrize("readonly", [True, False])
def test_another_programs_database_is_no_store_and_stays_as_it_is(tmp_path, readonly):
    path = tmp_path / "kg.db"
    with sqlite3.connect(path) as database:
        database.execute("CREATE TABLE birds (name)")
    before = path.read_bytes()
    with pytest.raises(StoreError) as caught:
        Store(path, readonly=readonly)
    assert str(caught.value) == f"{path} is no store of kg; give another file with --db"
    assert path.read_bytes() == before


@pytest.mark.parametrize("mode", ["delete", "wal"])
def test_an_empty_file_as_a_kill_leaves_it_is_no_store_yet_and_may_become_one(tmp_path, mode):
    path = tmp_path / "kg.db"
    path.touch()
    with sqlite3.connect(path) as database:
        database.execute(f"PRAGMA journal_mode = {mode}")
    database.close()
    with pytest.raises(StoreError) as caught:
        Store(path, readonly=True)
    assert str(caught.value) == f"no store at {path}; make one with: kg build PATH --db {path}"
    told = document()
    with Store(path) as store:
        store.add(told, reading(told))
    with Store(path, readonly=True) as store:
        assert list(store.documents()) == [told]


def test_store_of_a_newer_version_is_refused(tmp_path):
    path = tmp_path / "kg.db"
    with sqlite3.connect(path) as database:
        database.execute("CREATE TABLE later (x)")
        database.execute(f"PRAGMA application_id = {APPLICATION}")
        database.execute(f"PRAGMA user_version = {VERSION + 1}")
    with pytest.raises(StoreError) as caught:
        Store(path)
    assert str(caught.value) == f"{path} was written by a newer kg; upgrade kg to use it"


def test_folder_that_is_not_there_is_named(tmp_path):
    path = tmp_path / "none" / "kg.db"
    with pytest.raises(StoreError) as caught:
        Store(path)
    assert str(caught.value) == f"{path} cannot be opened; is it a file in a folder that exists?"


def test_damaged_store_is_named(tmp_path):
    path = tmp_path / "kg.db"
    with Store(path) as store:
        for number in range(200):
            told = document(f"{number}.txt", "Ada met Ben. " * 20)
            store.add(told, reading(told))
    data = bytearray(path.read_bytes())
    data[8192:] = b"\xff" * (len(data) - 8192)
    path.write_bytes(data)
    with pytest.raises(StoreError, match=r"is damaged; build it again from the documents$"), Store(path) as store:
        list(store.documents())


KILLED = """
import os, sys
sys.path.insert(0, sys.argv[2])
from tests.store.test_store import document, reading
from kg.store import Store
store = Store(sys.argv[1])
for number in range(3):
    told = document(f"{number}.txt")
    store.add(told, reading(told))
told = document("half.txt")
with store.transaction() as database:
    database.execute("DELETE FROM documents")
    os.kill(os.getpid(), 9)
"""


def test_killed_writer_leaves_whole_documents(tmp_path, pytestconfig):
    path = tmp_path / "kg.db"
    subprocess.run([sys.executable, "-c", KILLED, path, pytestconfig.rootpath], check=False)
    with Store(path, readonly=True) as store:
        assert [each.source for each in sorted(store.documents(), key=lambda each: each.source)] == [
            "0.txt",
            "1.txt",
            "2.txt",
        ]
