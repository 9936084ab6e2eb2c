"""Nothing of a document reaches the terminal as it stands: neither its words nor its name, neither here nor there."""

import re

import pytest
from typer.testing import CliRunner

from kg.cli import app

ACTS = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u200e\u200f\u202a-\u202e\u2066-\u2069\ud800-\udfff]")
TEXT = (
    "date 2020-05-04\n\x1b]0;owned\x07Ada Hill married Ben Cole in Leith\x1b[2J in June 2014. "
    "\u202eAda Hill\u202c left Ben Cole in 2018."
)
COMMANDS = [
    ["people", "--why"],
    ["people", "\x1b[31mAda"],
    ["timeline", "Ada Hill", "Ben Cole"],
    ["status", "Ada Hill", "Ben Cole", "--at", "2015"],
    ["conflicts"],
    ["review"],
    ["documents"],
    ["ask", "When did Ada Hill marry Ben Cole?"],
    ["ask", "When did \x1b[31mAda Hill\u202e marry Ben Cole?"],
    ["why", "\x1b[31m"],
    ["dates", "texts/a\x1b[31m\u202e.txt"],
    ["build", "texts", "--strict"],
    ["build", "\x1b[31m"],
]


@pytest.fixture(scope="module")
def place(tmp_path_factory):
    folder = tmp_path_factory.mktemp("hostile")
    (folder / "texts").mkdir()
    (folder / "texts" / "a\x1b[31m\u202e.txt").write_text(TEXT)
    (folder / "texts" / "b\x1b[31m\n.txt").write_bytes(b"")
    (folder / "texts" / "c.jsonl").write_text('{"id": "\\u001b[2J", "text": "Ada met Ben."}\n{"id": "\\u202e"}\n')
    return folder


@pytest.mark.parametrize("command", COMMANDS, ids=lambda command: ascii(" ".join(command)))
def test_what_is_printed_steers_no_terminal(place, monkeypatch, command):
    monkeypatch.chdir(place)
    if not (place / "kg.db").exists():
        CliRunner().invoke(app, ["build", "texts", "--workers", "1"])
    done = CliRunner().invoke(app, command)
    assert done.exit_code in (0, 1, 2), done.exception
    assert not ACTS.findall(done.stdout + done.stderr)
