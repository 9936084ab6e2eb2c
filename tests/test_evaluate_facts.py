"""Gold taken as facts, so that its questions alone are scored."""

import json
from datetime import date
from pathlib import Path

import pytest
from typer.testing import CliRunner

from kg.cli import app
from kg.evaluate.facts import chronology
from kg.evaluate.runs import score_facts

GOLD = {
    "people": [{"name": "Ada Hill", "aliases": ["Addie"]}, {"name": "Ben Moor", "aliases": []}],
    "events": [
        {
            "type": "married",
            "people": ["Ada Hill", "Ben Moor"],
            "date": "2012",
            "docs": [1, 2],
            "rivals": [{"date": "2013", "docs": [3]}],
        },
        {
            "type": "divorced",
            "people": ["Ada Hill", "Ben Moor"],
            "date": None,
            "status": "rumoured",
            "docs": [2],
            "turn": [{"status": "denied", "docs": [3], "date": "2015-01-01"}],
        },
    ],
    "states": [{"type": "dating", "people": ["Ada Hill", "Ben Moor"], "attested": "2010", "docs": [1]}],
    "kin": [{"type": "parent_of", "people": ["Ada Hill", "Cy Hill"], "docs": [1]}],
    "questions": [
        {"kind": "when", "q": "When did Addie marry Ben Moor?", "a": {"when": "2012"}},
        {"kind": "who_at", "q": "Who was Ada Hill dating in 2010?", "a": {"people": ["Ben Moor"]}},
        {"kind": "when", "q": "When did Ben Moor die?", "a": {"when": "2016"}},
    ],
}


@pytest.fixture
def gold(tmp_path: Path) -> Path:
    path = tmp_path / "couple.json"
    path.write_text(json.dumps(GOLD), encoding="utf-8")
    return path


def test_each_document_tells_its_own_date_and_status(gold: Path) -> None:
    rows = [json.loads(line) for line in chronology(gold, {"1": date(2014, 5, 6)}).splitlines()]
    told = [
        (row["type"], row.get("when"), row["status"], row["document"], row["published"])
        for row in rows
        if row["kind"] == "event"
    ]
    assert told == [
        ("married", "2012", "asserted", "1", "2014-05-06"),
        ("married", "2012", "asserted", "2", None),
        ("married", "2013", "asserted", "3", None),
        ("divorced", None, "rumoured", "2", None),
        ("divorced", None, "denied", "3", None),
    ]
    assert [row["kind"] for row in rows if row["kind"] != "event"] == ["person", "person", "state", "kin"]


def test_questions_are_counted_by_kind(gold: Path) -> None:
    report = score_facts(gold)
    assert report.as_dict() == {"questions": [2, 3], "kinds": {"when": [1, 2], "who_at": [1, 1]}}
    assert [reply.is_right for reply in report.replies] == [True, True, False]


def test_the_command_prints_them(gold: Path) -> None:
    done = CliRunner().invoke(app, ["eval", str(gold), "--facts"])
    lines = ["questions answered right  2 of 3", "   when                   1 of 2", "   who_at                 1 of 1"]
    assert (done.exit_code, done.stdout.splitlines()) == (0, lines)
