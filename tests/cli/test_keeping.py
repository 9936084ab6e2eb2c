"""The commands that keep a store right and ask a person: review, judgements, diff, remove, forget, check."""

import gc
import json
import os
import pty
import select
import sqlite3
import subprocess
import sys

import pytest

from kg.store import Store
from tests.test_cli import ROOT, db, lines, run  # noqa: F401


def table(text):
    return [line.split() for line in text.splitlines()]


# review


def test_review_accepts_rejects_and_skips_one_by_one(run, db):  # noqa: F811
    first, second, *_ = lines(run("review", "--json")[1])
    code, out, err = run("review", stdin="a\nreject\nwhat\ns\nq\n")
    assert code == 0
    assert out.splitlines()[-1].startswith("1 accepted, 1 rejected, ")
    assert first["quotes"][0]["quote"] in out
    assert "[a]ccept, [r]eject, [s]kip, [q]uit" in err
    verdicts = [(each["verdict"], each["quote"]) for each in lines(run("judgements", "--json")[1])]
    assert ("accept", first["quotes"][0]["quote"]) in verdicts
    assert ("reject", second["quotes"][0]["quote"]) in verdicts


def test_what_was_decided_is_not_asked_again_and_comes_back_with_undo(run, db):  # noqa: F811
    asked = [each["id"] for each in lines(run("review", "--json")[1])]
    run("review", stdin="a\nq\n")
    assert [each["id"] for each in lines(run("review", "--json")[1])] == asked[1:]
    run("undo")
    assert [each["id"] for each in lines(run("review", "--json")[1])] == asked


def test_the_end_of_the_input_ends_a_review(run, db):  # noqa: F811
    code, out, _ = run("review", stdin="s\n")
    assert code == 0
    assert "0 accepted, 0 rejected, 1 skipped" in out
    assert run("judgements")[0] == 1


def test_review_for_other_programs_is_json_with_ids_that_the_commands_take(run, db):  # noqa: F811
    (found, *_) = lines(run("review", "Ada Hill", "--json", "--limit", "1")[1])
    assert {"id", "kind", "type", "people", "when", "status", "sureness", "why", "quotes"} == set(found)
    assert run("reject", found["id"])[0] == 0
    assert found["id"] not in [each["id"] for each in lines(run("review", "--json")[1])]


def test_review_of_nothing_says_so(run, db):  # noqa: F811
    for each in lines(run("review", "--json")[1]):
        run("accept", each["id"])
    assert run("review") == (1, "", "kg: there is nothing to review\n")


# judgements


def test_judgements_tell_which_of_them_find_nothing_any_more(run, db):  # noqa: F811
    id = lines(run("timeline", "Ada Hill", "--json")[1])[0]["id"]
    run("reject", id)
    run("remove", "a.txt")
    code, out, _ = run("judgements")
    assert code == 0
    assert "finds nothing any more" in out
    assert [(each["verdict"], each["state"]) for each in lines(run("judgements", "--json")[1])] == [
        ("reject", "unattached"),
        ("remove", "holds"),
    ]


def test_one_undo_takes_all_of_one_command_back(run, db):  # noqa: F811
    before = run("export", "-", "--format", "jsonl")[1]
    run("remove", "a.txt")
    assert run("export", "-", "--format", "jsonl")[1] != before
    assert run("undo")[0] == 0
    assert run("export", "-", "--format", "jsonl")[1] == before
    assert run("undo") == (2, "", "kg: there is no judgement to undo\n")


# forget


def test_forget_says_what_goes_and_asks(run, db):  # noqa: F811
    code, out, err = run("forget", "Ada Hill", stdin="n\n")
    assert code == 1
    assert "names that go: Ada Hill" in out
    assert "changed: 2 documents" in out
    assert err.endswith("kg: nobody was forgotten\n")
    assert "Forget Ada Hill for good?" in err
    assert run("people", "Ada Hill")[0] == 0


@pytest.mark.parametrize("arguments", [["--yes"], ["--yes", "--json"]])
def test_forget_leaves_no_byte_and_names_what_it_cannot_reach(run, db, arguments):  # noqa: F811
    run("export", "earlier.jsonl")
    gc.collect()  # in one process the export's store may still be held: a reader keeps the file from being wiped
    code, out, err = run("forget", "Ada Hill", *arguments)
    assert code == 0
    assert "exports, reports and copies" in out + err
    assert b"Ada" not in db.read_bytes()
    assert run("people", "Ada Hill")[0] == 2
    assert run("check")[0] == 0
    if "--json" in arguments:
        assert lines(out)[0]["name"] == "Ada Hill"


def test_forget_of_nobody_is_one_line(run, db):  # noqa: F811
    assert run("forget", "Ad Hill", "--yes") == (2, "", "kg: no person is called 'Ad Hill'; did you mean 'Ada Hill'?\n")


# check


def test_check_of_a_sound_store(run, db):  # noqa: F811
    assert run("check") == (0, "sound: 2 documents, 3 claims, 0 judgements\n", "")
    assert lines(run("check", "--json")[1]) == [
        {"sound": True, "documents": 2, "claims": 3, "judgements": 0, "flaws": []}
    ]


def test_check_of_a_store_with_a_flaw_says_where_what_and_what_to_do(run, db):  # noqa: F811
    database = sqlite3.connect(db)
    database.execute("UPDATE documents SET text = replace(text, 'Ben', 'Dan') WHERE source = 'a.txt'")
    database.commit()
    database.close()
    code, out, err = run("check")
    assert (code, err) == (2, "")
    assert "a.txt  its text or its metadata is not what was read" in " ".join(out.split("\n")).replace("   ", "  ")
    assert "kg check --mend, then kg build PATH" in out
    code, out, _ = run("check", "--json")
    assert (code, lines(out)[0]["sound"]) == (2, False)


def test_check_of_no_store(run, tmp_path):  # noqa: F811
    assert run("check") == (2, "", "kg: no store at kg.db; make one with: kg build PATH --db kg.db\n")


# diff


def test_diff_shows_what_facts_would_change_and_changes_nothing(run, db, tmp_path):  # noqa: F811
    before = db.read_bytes()
    (tmp_path / "new.jsonl").write_text(
        '{"kind": "event", "type": "married", "people": ["Ada Hill", "Ben Moor"], "when": "2012-06"}\n'
        '{"kind": "event", "type": "married", "people": ["Cy Fox", "Eve Holt"], "when": "2001"}\n'
    )
    code, out, err = run("diff", "new.jsonl")
    assert (code, err) == (0, "")
    assert "tighter  married" in out
    assert "2012 → June 2012" in out
    assert "“Ada Hill married Ben Moor" not in out  # the words that prove it are those of the new document
    found = [(each["change"], each["type"], each["after"]) for each in lines(run("diff", "new.jsonl", "--json")[1])]
    assert ("new", "married", "2001") in found
    assert db.read_bytes() == before


def test_diff_of_what_is_known_already(run, db, tmp_path):  # noqa: F811
    (tmp_path / "new.jsonl").write_text('{"kind": "event", "type": "born", "people": ["Ada Hill"], "when": "1980"}\n')
    run("import", "new.jsonl")
    assert run("diff", "new.jsonl") == (1, "", "kg: they would change nothing\n")
    assert run("diff", "none") == (2, "", "kg: no such file or folder: none\n")


# hostile words


def test_what_a_document_says_steers_no_terminal(run, tmp_path):  # noqa: F811
    name = "Ada\x1b]0;x\x07 [bold]Hill\u202e"
    fact = {"kind": "event", "type": "married", "people": [name, "Ben Moor"], "when": "2012"}
    (tmp_path / "f.jsonl").write_text(json.dumps(fact))
    run("import", "f.jsonl")
    commands = (
        ["review"],
        ["review", "--json"],
        ["judgements"],
        ["check", "--json"],
        ["forget", "Ben Moor"],
        ["diff", "f.jsonl"],
    )
    (tmp_path / "g.jsonl").write_text(json.dumps(fact | {"when": "2012-06"}))
    for command in (*commands, ["diff", "g.jsonl"], ["diff", "g.jsonl", "--json"]):
        _, out, err = run(*command, stdin="a\nn\n")
        assert not set("\x1b\x07\u202e") & set(out + err), command


# in a terminal


@pytest.mark.parametrize("width", [80, 120])
def test_a_review_fits_the_terminal(db, width):  # noqa: F811
    typed = in_terminal(["review", "--db", db], width, b"s\nq\n")
    plain = [line for line in typed.replace("\r", "").splitlines() if "ccept" not in line]
    assert any("They met in 2010" in line for line in plain)


def in_terminal(arguments, width, keys):
    """What a program prints to a terminal so wide, where these keys are pressed; no line may be longer."""
    mine, its = pty.openpty()
    subprocess.run(["stty", "cols", str(width), "-echo"], stdin=its, check=True)
    program = subprocess.Popen(
        [sys.executable, "-m", "kg", *map(str, arguments)],
        stdin=its, stdout=its, stderr=its, cwd=ROOT, env=os.environ | {"NO_COLOR": "1", "TERM": "dumb"},
    )  # fmt: skip
    os.close(its)
    os.write(mine, keys)
    out = b""
    while select.select([mine], [], [], 60)[0]:
        try:
            data = os.read(mine, 4096)
        except OSError:  # the other end is closed
            break
        if not data:
            break
        out += data
    program.wait(timeout=20)
    os.close(mine)
    text = out.decode()
    assert max(len(line) for line in text.replace("\r", "").splitlines()) <= width
    return text


def test_a_store_is_left_alone_by_a_review_that_decides_nothing(run, db):  # noqa: F811
    run("people")  # lays the timeline down
    with Store(db) as store:
        before = [each.model_dump_json() for each in store.judgements()]
    run("review", stdin="s\ns\nq\n")
    with Store(db) as store:
        assert [each.model_dump_json() for each in store.judgements()] == before
