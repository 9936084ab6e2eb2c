"""Facts that were never prose at the command line: taken in, asked, exported and taken in again."""

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner

import kg
from kg.cli import app
from kg.store import Store

FACTS = (
    '{"kind": "event", "type": "married", "people": ["Ada Hill", "Ben Moor"], "when": "2012-06", "place": "Leith"}',
    '{"kind": "event", "type": "divorced", "people": ["Ada Hill", "Ben Moor"], "when": "2015", "status": "reported", '
    '"document": "Post", "published": "2015-02-03"}',
    '{"kind": "state", "type": "dating", "people": ["Ada Hill", "Cy"], "attested": "2019", "start": "2018"}',
    '{"kind": "kin", "type": "parent_of", "people": ["Ada Hill", "Irmgard"]}',
)


@pytest.fixture
def run(tmp_path, monkeypatch):
    """Runs a command in an empty folder: (exit code, stdout, stderr)."""
    monkeypatch.chdir(tmp_path)

    def result(*arguments, stdin=""):
        found = CliRunner().invoke(app, arguments, input=stdin)
        return found.exit_code, found.stdout, found.stderr

    return result


@pytest.fixture
def facts(tmp_path):
    path = tmp_path / "facts.jsonl"
    path.write_text("\n".join(FACTS), encoding="utf-8")
    return path


def test_facts_are_asked_like_prose(run, facts):
    assert run("import", "facts.jsonl") == (0, "facts: 4 taken from facts.jsonl\n", "")
    code, out, _ = run("ask", "When did Ada Hill marry Ben Moor?", "--json")
    answer = json.loads(out)
    assert (code, answer["value"]) == (0, {"when": "2012-06"})
    assert answer["evidence"][0]["quote"] == FACTS[0]
    assert json.loads(run("ask", "Who are Irmgard's parents?", "--json")[1])["value"] == {"people": ["Ada Hill"]}


def test_importing_a_file_again_replaces_what_it_said(run, facts):
    run("import", "facts.jsonl")
    facts.write_text(FACTS[3], encoding="utf-8")
    assert run("import", "facts.jsonl") == (0, "facts: 1 taken from facts.jsonl\n", "")
    with Store("kg.db", readonly=True) as store:
        assert [document.source for document in store.documents()] == ["facts.jsonl"]


def test_a_bad_row_leaves_the_store_as_it_was(run, facts):
    run("import", "facts.jsonl")
    before = Path("kg.db").read_bytes()
    facts.write_text("\n".join((*FACTS, FACTS[0].replace("2012-06", "last June"))), encoding="utf-8")
    fault = "'when' is 'last June', which is no date; write 2017, 2017-06, 2017-06-03 or ../2018"
    assert run("import", "facts.jsonl") == (2, "", f"kg: facts.jsonl, line 5: {fault}\n")
    assert Path("kg.db").read_bytes() == before


def test_a_bad_file_makes_no_store(run, facts):
    facts.write_text("{", encoding="utf-8")
    assert run("import", "facts.jsonl", "--db", "new.db") == (2, "", "kg: facts.jsonl, line 1: it is no JSON\n")
    assert not Path("new.db").exists()


def test_a_file_that_is_not_there(run):
    assert run("import", "none.jsonl") == (2, "", "kg: none.jsonl cannot be read: No such file or directory\n")


def test_two_files_of_one_name_stand_beside_each_other(run, facts, tmp_path):
    (tmp_path / "other").mkdir()
    (tmp_path / "other" / "facts.jsonl").write_text(FACTS[3], encoding="utf-8")
    run("import", "facts.jsonl", "other/facts.jsonl")
    with Store("kg.db", readonly=True) as store:
        assert sorted(each.source for each in store.documents()) == [
            "facts.jsonl",
            "facts.jsonl#Post",
            "other/facts.jsonl",
        ]


def test_a_full_export_gives_back_an_equal_store(run, facts):
    run("import", "facts.jsonl")
    run("same", "Ada Hill", "Cy")
    run("export", "all.jsonl", "--full")
    assert run("import", "all.jsonl", "--db", "copy.db")[0] == 0
    run("export", "copy.jsonl", "--full", "--db", "copy.db")
    assert Path("all.jsonl").read_bytes() == Path("copy.jsonl").read_bytes()


def test_a_changed_quote_in_a_full_export_is_refused(run, facts):
    run("import", "facts.jsonl")
    run("export", "all.jsonl", "--full")
    text = Path("all.jsonl").read_text(encoding="utf-8")
    Path("all.jsonl").write_text(text.replace('"start": 0, "end"', '"start": 1, "end"'), encoding="utf-8")
    code, out, err = run("import", "all.jsonl", "--db", "copy.db")
    assert (code, out, err.count("\n")) == (2, "", 1)
    assert "is not in its document" in err


def test_an_export_without_texts_gives_the_same_facts(run, facts):
    def told(path):
        rows = map(json.loads, Path(path).read_text(encoding="utf-8").splitlines())
        kept = ("type", "status", "when", "start", "end", "attested")
        return sorted(
            json.dumps([*(row.get(name) for name in kept), [each["name"] for each in row["people"]]])
            for row in rows
            if row["kind"] in ("event", "state", "kin")
        )

    run("import", "facts.jsonl")
    run("export", "plain.jsonl")
    run("import", "plain.jsonl", "--db", "copy.db")
    run("export", "copy.jsonl", "--db", "copy.db")
    assert told("plain.jsonl") == told("copy.jsonl")


def test_a_later_document_is_left_out_as_of_a_day(run, facts):
    facts.write_text("\n".join(FACTS[:2]), encoding="utf-8")
    run("import", "facts.jsonl")
    asked = ("ask", "When did Ada Hill and Ben Moor divorce?", "--undated")
    assert run(*asked)[0] == 0
    assert run(*asked, "--as-of", "2014-01-01")[0] == 1


def test_facts_need_no_model(facts):
    graph = kg.from_paths([facts])
    assert graph.ask("Who was Ada Hill dating in 2019?").value == {"people": ["Cy"]}


TYPED = '{"kind": "when", "happening": {"type": "married", "people": [{"name": "Ada Hill"}]}}'
BAD = [
    ("{", "no typed question: invalid json: eof while parsing an object at line 1 column 1"),
    ('{"kind": "when"}', "no typed question: 'when' needs happening"),
    ('{"kind": "when", "happening": {"type": "maried"}}', "no event type is called 'maried'; did you mean 'married'?"),
    ('{"kind": "gap", "who": [{"nam": "Ada"}]}', "no typed question: who.0.nam: extra inputs are not permitted"),
]


def test_a_typed_question_is_answered(run, facts):
    run("import", "facts.jsonl")
    Path("question.json").write_text(TYPED, encoding="utf-8")
    assert run("query", "question.json")[1].startswith("Ada Hill and Ben Moor married in June 2012 (Leith).")
    assert json.loads(run("query", "-", "--json", stdin=TYPED)[1])["value"] == {"when": "2012-06"}
    assert run("query", "-", stdin=TYPED.replace("Ada Hill", "Zed"))[0] == 1


@pytest.mark.parametrize(("text", "fault"), BAD)
def test_a_bad_typed_question_is_one_line(run, facts, text, fault):
    run("import", "facts.jsonl")
    assert run("query", "-", stdin=text) == (2, "", f"kg: {fault}\n")


def test_rows_that_begin_alike_are_no_copies_of_one_another(run, tmp_path):
    """Both weddings of one man stand, though the first words of their rows are the same."""
    row = '{"kind": "event", "type": "married", "people": ["Sir Ambrose Dunmore Hill (chemist)", "%s"], "when": "%s"}'
    rows = [row % ("Ingrid Sol", "1949"), row % ("Joan Reed", "1973")]
    rows.append(rows[0].replace("married", "met").replace("1949", "1948"))
    (tmp_path / "facts.jsonl").write_text("\n".join(rows), encoding="utf-8")
    assert run("import", "facts.jsonl")[0] == 0
    code, out, _ = run("ask", "Who was the second wife of Ambrose Hill?")
    assert (code, out.splitlines()[0]) == (
        0,
        "Sir Ambrose Dunmore Hill (chemist)'s wife: Joan Reed from 1973. (certain)",
    )
