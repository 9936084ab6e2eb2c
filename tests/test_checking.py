"""`kg check`: what is wrong with a store, where, and what to do; a sound one is sound."""

import json
import sqlite3

import pytest

from kg.build import build
from kg.checking import check
from kg.errors import StoreError
from kg.records import Judgement
from kg.store import VERSION, Store
from kg.store.schema import sha256
from tests.test_judgement import TEXTS, Reader, folder  # noqa: F401

AGAIN = "kg check --mend, then kg build PATH"


@pytest.fixture
def db(tmp_path, folder):  # noqa: F811
    with Store(tmp_path / "kg.db") as store:
        build([folder], store, Reader())
        store.judge(Judgement(id="", verdict="same", names=("Ada Hill", "A. Hill")))
    return tmp_path / "kg.db"


def changed(db, *statements):
    """The store after somebody else's hands were in it."""
    database = sqlite3.connect(db)
    database.create_function("sha256", 1, sha256)
    for statement in statements:
        database.execute(statement)
    database.commit()
    database.close()
    return [(flaw.where, flaw.what, flaw.remedy) for flaw in check(db).flaws]


RESEALED = "UPDATE readings SET hash = sha256(reading)"


def test_a_sound_store_is_sound_and_counted(db):
    found = check(db)
    assert (found.sound, found.documents, found.claims, found.judgements) == (True, len(TEXTS), len(TEXTS), 1)


@pytest.mark.parametrize(
    ("statements", "where", "what"),
    [
        (
            ["UPDATE documents SET text = replace(text, 'Cy', 'Di') WHERE source = 'c.txt'"],
            "c.txt",
            "its text or its metadata is not what was read",
        ),
        (
            ["UPDATE documents SET publisher = 'The Wire' WHERE source = 'c.txt'"],
            "c.txt",
            "its text or its metadata is not what was read",
        ),
        (
            ["UPDATE readings SET reading = replace(reading, '1980', '1981')"],
            "e.txt",
            "what was read from it has changed since",
        ),
        (
            ["UPDATE readings SET reading = replace(reading, '\"start\":0', '\"start\":1')", RESEALED],
            "c.txt",
            "1 of its 1 quotes are not where they were read",
        ),
        (
            ['UPDATE readings SET reading = replace(reading, \'"key":"Cy Fox"\', \'"key":"Di Fox"\')', RESEALED],
            "c.txt",
            "claim claim c.txt tells of 'Cy Fox', whom the document does not know",
        ),
        (
            ["UPDATE readings SET reading = replace(reading, 'claim c.txt', 'claim d.txt')", RESEALED],
            "c.txt",
            "claim claim d.txt is in 2 documents",
        ),
        (
            ["DELETE FROM readings WHERE document = (SELECT id FROM documents WHERE source = 'c.txt')"],
            "c.txt",
            "nothing was read from it",
        ),
    ],
)
def test_a_change_of_the_content_is_found_and_mended_by_the_next_build(db, folder, statements, where, what):  # noqa: F811
    assert (where, what, AGAIN) in changed(db, *statements)
    check(db, mend=True)
    with Store(db) as store:
        build([folder], store, Reader())
    assert check(db).sound


def test_a_row_that_belongs_to_nothing_is_found(db):
    lost = "UPDATE readings SET document = 'x' WHERE document = (SELECT min(id) FROM documents)"
    (where, what, _), *_ = changed(db, lost)
    assert where.startswith("readings, row ")
    assert what == "it belongs to nothing in documents"


def test_tables_that_are_not_ours_are_found(db):
    (where, what, _), *_ = changed(db, "DROP TABLE settings", "CREATE TABLE settings (name)")
    assert (where, what) == (str(db), f"its tables are not those of version {VERSION}")


def test_a_reading_that_is_no_json_is_one_line(db):
    found = changed(db, "UPDATE readings SET reading = '{' WHERE document = (SELECT min(id) FROM documents)")
    assert (str(db), f"{db} is damaged; build it again from the documents") in [
        (where, what) for where, what, _ in found
    ]


def test_a_damaged_file_is_found(db):
    data = bytearray(db.read_bytes())
    data[-4096:] = b"\xff" * 4096
    db.write_bytes(data)
    assert any("damaged" in flaw.what for flaw in check(db).flaws)


def test_a_file_that_is_no_store_is_refused(tmp_path):
    (tmp_path / "kg.db").write_text("Ada met Ben.")
    with pytest.raises(StoreError, match="is no store of kg"):
        check(tmp_path / "kg.db")


def test_flaws_are_plain_data(db):
    changed(db, "UPDATE documents SET text = 'x' WHERE source = 'c.txt'")
    found = json.loads(check(db).model_dump_json())
    assert found["sound"] is False
    assert {"where", "what", "remedy", "document"} == set(found["flaws"][0])
