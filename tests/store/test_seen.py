"""Notes of files: which documents are a file's, and what makes a note void."""

import pytest

from kg.store import Store
from kg.store.seen import Whole, held, note
from tests.store.test_store import document, reading


def stored(store, *locations):
    """A document for each of some locations."""
    for number, location in enumerate(locations):
        told = document(f"d{number}", text=location)
        store.add(told, reading(told, "1", "Ada"), location=location)


@pytest.mark.parametrize(
    ("location", "count"),
    [
        ("/x/a.txt", 1),
        ("/x/rows.jsonl", 2),
        ("/x/rows", 0),  # other files begin so
        ("/x/%", 0),
        ("/x/rows.jsonl#1", 1),  # a file may be called so
        ("/x/odd'name", 1),
    ],
)
def test_a_files_documents_are_at_its_place_or_in_its_rows(store, location, count):
    stored(store, "/x/a.txt", "/x/rows.jsonl#1", "/x/rows.jsonl#2", "/x/rows.jsonl.txt", "/x/odd'name")
    note(store, [Whole(location, "as it was", count)], version=store.version)
    assert held(store, location, "as it was", "1") == count


@pytest.mark.parametrize(
    "change",
    [
        pytest.param(lambda store: stored(store, "/x/a#1"), id="a document put in anew"),
        pytest.param(lambda store: store.unread([store.find("d1")]), id="a document to be mended"),
        pytest.param(lambda store: store.restamp("2"), id="another version"),
        pytest.param(lambda store: stored(store, "/x/b"), id="a document gone"),
        pytest.param(lambda store: note(store, [Whole("/x/a", "x", 2)], version=store.version), id="another state"),
        pytest.param(
            lambda store: note(store, [Whole("/x/a", "as it was", 3)], version=store.version), id="one failed"
        ),
    ],
)
def test_what_voids_a_note(store, change):
    stored(store, "/x/a#1", "/x/a#2")
    note(store, [Whole("/x/a", "as it was", 2)], version=store.version)
    assert held(store, "/x/a", "as it was", "1") == 2
    change(store)
    assert held(store, "/x/a", "as it was", "1") == 0


def test_a_hidden_document_is_still_a_files(store):
    stored(store, "/x/a")
    note(store, [Whole("/x/a", "as it was", 1)], version=store.version)
    store.remove(store.find("d0"))
    assert held(store, "/x/a", "as it was", "1") == 1


def test_a_note_tells_neither_name_nor_place(tmp_path):
    with Store(tmp_path / "kg.db") as store:
        stored(store, "/x/Ada Hill.txt")
        note(store, [Whole("/x/Ada Hill.txt", "as it was", 1)], version=store.version)
        assert list(store.rows("SELECT * FROM seen")) == [(store.find("d0"), "as it was", 1)]
