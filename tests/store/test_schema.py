"""Stores of other versions: an older one is brought up to date in one transaction, a newer one is refused."""

import sqlite3

import pytest

from kg.errors import StoreError
from kg.records import Judgement
from kg.store import APPLICATION, VERSION, Store
from kg.store.schema import STEPS, migrate
from tests.store.test_store import document, reading


def old_store(path, version=1):
    """A store as that version left it, with a document and a judgement in it."""
    told = document(text="Ada met Ben.")
    row = told.model_dump(mode="json") | {"location": "/x/a.txt", "given": "{}"}
    made = Judgement(id="j1", verdict="same", names=("Ada", "Ada Hill"))
    with sqlite3.connect(path) as database:
        for step in STEPS[:version]:
            for statement in step:
                database.execute(statement)
        database.execute(f"PRAGMA application_id = {APPLICATION}")
        database.execute(f"PRAGMA user_version = {version}")
        columns = ", ".join(row)
        database.execute(f"INSERT INTO documents ({columns}) VALUES ({', '.join(':' + name for name in row)})", row)
        database.execute(
            "INSERT INTO readings VALUES (?, ?, ?)", (told.id, "1", reading(told, "1", "Ada").model_dump_json())
        )
        database.execute("INSERT INTO judgements VALUES (1, 'j1', ?)", (made.model_dump_json(),))
    database.close()
    return told, made


def version_of(path):
    database = sqlite3.connect(path)
    try:
        return database.execute("PRAGMA user_version").fetchone()[0]
    finally:
        database.close()


@pytest.mark.parametrize("readonly", [True, False])
def test_an_older_store_is_brought_up_to_date_and_keeps_all_it_held(tmp_path, readonly):
    told, made = old_store(tmp_path / "kg.db")
    with Store(tmp_path / "kg.db", readonly=readonly) as store:
        assert list(store.documents()) == [told]
        assert list(store.readings()) == [reading(told, "1", "Ada")]
        assert list(store.judgements()) == [made]
        assert list(store.flaws()) == []
    assert version_of(tmp_path / "kg.db") == VERSION


def test_the_latest_judgement_of_an_older_store_can_be_undone(tmp_path):
    _, made = old_store(tmp_path / "kg.db")
    with Store(tmp_path / "kg.db") as store:
        assert store.undo() == [made]


def test_a_step_that_fails_leaves_the_store_as_it_was(tmp_path, monkeypatch):
    old_store(tmp_path / "kg.db")
    before = (tmp_path / "kg.db").read_bytes()
    broken = ("CREATE TABLE half (x) STRICT",)  # a STRICT table needs types
    monkeypatch.setattr("kg.store.schema.STEPS", (*STEPS[:2], broken))
    database = sqlite3.connect(tmp_path / "kg.db", isolation_level=None)
    with pytest.raises(sqlite3.OperationalError):
        migrate(database)
    database.close()
    assert (tmp_path / "kg.db").read_bytes() == before


def test_a_newer_store_is_refused_and_left_alone(tmp_path):
    Store(tmp_path / "kg.db").set("x", "y")
    database = sqlite3.connect(tmp_path / "kg.db")
    database.execute(f"PRAGMA user_version = {VERSION + 1}")
    database.close()
    for readonly in (True, False):
        with pytest.raises(StoreError) as caught:
            Store(tmp_path / "kg.db", readonly=readonly)
        assert str(caught.value) == f"{tmp_path / 'kg.db'} was written by a newer kg; upgrade kg to use it"
    assert version_of(tmp_path / "kg.db") == VERSION + 1


def test_an_older_store_that_cannot_be_written_is_named_with_the_remedy(read_only_folder):
    path = read_only_folder(lambda folder: old_store(folder / "kg.db")) / "kg.db"
    with pytest.raises(StoreError) as caught:
        Store(path, readonly=True)
    assert (
        str(caught.value) == f"{path} was written by an older kg and is read-only; copy it to where it can be written"
    )
