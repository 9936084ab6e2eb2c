import sys
from datetime import date

import pytest

from kg.errors import KgError
from kg.export import write
from kg.export.jsonl import records

parquet = pytest.importorskip("pyarrow.parquet")


@pytest.fixture
def tables(couple, tmp_path):
    write(couple, tmp_path / "out.parquet")
    return {path.stem: parquet.read_table(path).to_pylist() for path in (tmp_path / "out.parquet").iterdir()}


def test_every_record_is_a_row(couple, tables):
    rows = list(records(couple))
    for name, kind in (
        ("documents", "document"),
        ("people", "person"),
        ("events", "event"),
        ("states", "state"),
        ("kin", "kin"),
    ):
        assert {row["id"] for row in tables[name]} == {row["id"] for row in rows if row["kind"] == kind}
    quotes = {(row["of"], row["document"], row["start"], row["end"], row["quote"]) for row in tables["claims"]}
    assert quotes == {
        (row["id"], claim["document"], claim["start"], claim["end"], claim["quote"])
        for row in rows
        for claim in row.get("claims", ())
        if isinstance(claim, dict)
    }


def test_days_are_days_and_people_are_structures(tables):
    event = next(row for row in tables["events"] if row["id"] == "e2")
    assert (event["edtf"], event["earliest"], event["latest"]) == (
        "2020-01-01/2020-09-14",
        date(2020, 1, 1),
        date(2020, 9, 14),
    )
    assert event["people"][0] == {"id": "p1", "name": "Nora Lind", "role": "partner"}
    state = next(row for row in tables["states"] if row["id"] == "s3")
    assert (state["start_earliest"], state["start_latest"], state["end_latest"]) == (None, date(2020, 9, 14), None)


def test_without_pyarrow_it_says_what_to_install(couple, tmp_path, monkeypatch):
    monkeypatch.setitem(sys.modules, "pyarrow", None)
    with pytest.raises(KgError, match=r"^the format parquet needs pyarrow: pip install 'kg\[parquet\]'$"):
        write(couple, tmp_path / "out.parquet")
    assert list(tmp_path.iterdir()) == []
