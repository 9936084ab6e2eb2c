"""`kg ask` from a cold process: seconds of a processor, so that whatever else runs on the machine does not count."""

import subprocess
import sys
from resource import RUSAGE_CHILDREN, getrusage

import pytest

from kg.build import import_facts
from kg.store import Store
from tests.scale.crowd import fill

FACTS = """{"kind": "event", "type": "met", "people": ["Nora Vell", "Owen Tarrant"], "when": "2017", "place": "Leith"}
{"kind": "event", "type": "married", "people": ["Nora Vell", "Owen Tarrant"], "when": "2019-06"}
"""


def took(*arguments):
    """What `kg` prints, and how long it worked."""
    before = getrusage(RUSAGE_CHILDREN)
    done = subprocess.run([sys.executable, "-m", "kg", *arguments], capture_output=True, text=True, check=True)
    after = getrusage(RUSAGE_CHILDREN)
    return done.stdout, after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def test_help_comes_at_once():
    told, seconds = took("--help")
    assert "ask" in told
    assert seconds < 0.4


def test_a_small_store_answers_in_a_second_and_a_half(tmp_path):
    (tmp_path / "facts.jsonl").write_text(FACTS)
    import_facts(tmp_path / "facts.jsonl", tmp_path / "kg.db")
    took("people", "--db", str(tmp_path / "kg.db"))  # lays the timeline down
    told, seconds = took("ask", "Where did Nora Vell meet Owen Tarrant?", "--db", str(tmp_path / "kg.db"))
    assert told.startswith("Nora Vell and Owen Tarrant met in 2017 (Leith).")
    assert seconds < 1.5


@pytest.mark.slow
def test_a_store_of_twenty_five_thousand_documents_answers_in_three_seconds(tmp_path):
    path = tmp_path / "kg.db"
    with Store(path) as store:
        fill(store, 10_500)
        assert sum(1 for _ in store.documents()) >= 25_000
        person = next(claim for reading in store.readings() for claim in reading.claims).people[0].name
    took("people", "--db", str(path))
    told, seconds = took("ask", f"What happened to {person}?", "--db", str(path), "--json")
    assert '"kind": "list"' in told
    assert seconds < 3
