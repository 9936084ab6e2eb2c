"""The commands: what they print, to which stream, and with which exit code."""

import io
import json
import os
import signal
import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest
from typer.testing import CliRunner

import kg.build
from kg.cli import app
from kg.dates.interval import Interval
from kg.read.draft import Draft
from kg.read.draft import document as made
from kg.records import Claim, Evidence, LocalPerson, Participant, Reading, Status
from kg.store import Store

ROOT = Path(__file__).parent.parent
TEXTS = {
    "a.txt": ("Ada Hill married Ben Moor in 2012. They met in 2010.", date(2015, 5, 4)),
    "b.txt": ("A friend denied that Ada Hill and Ben Moor have divorced.", None),
}
COUPLE = ("Ada Hill", "Ben Moor")


def claim(document, type, quote, when="", status=Status.ASSERTED):
    start = document.text.index(quote)
    return Claim(
        id=f"{type}-{document.source}",
        document=document.id,
        kind="event",
        type=type,
        people=tuple(Participant(role="partner", person=name, name=name) for name in COUPLE),
        when=Interval.from_edtf(when) if when else None,
        status=status,
        evidence=Evidence(document=document.id, start=start, end=start + len(quote), quote=quote),
    )


def told(document):
    """What the texts above say, as the pipeline would find it; of other texts, nothing."""
    if document.text == TEXTS["a.txt"][0]:
        yield claim(document, "married", "Ada Hill married Ben Moor in 2012", "2012")
        yield claim(document, "met", "They met in 2010", "2010")
    if document.text == TEXTS["b.txt"][0]:
        yield claim(document, "divorced", "denied that Ada Hill and Ben Moor have divorced", status=Status.DENIED)


class Reader:
    """Stands for the pipeline, which the commands do not depend on."""

    stamp = "1"

    def __call__(self, document):
        names = [name for name in COUPLE if name in document.text]
        people = tuple(LocalPerson(key=name, name=name, names=(name,)) for name in names)
        return Reading(document=document.id, stamp=self.stamp, people=people, claims=tuple(told(document)))


@pytest.fixture
def db(tmp_path):
    """A store of the texts above, in an empty working folder."""
    path = tmp_path / "kg.db"
    with Store(path) as store:
        for source, (text, published) in TEXTS.items():
            document = made(Draft(text, published=published, publisher="The Wire"), source)
            store.add(document, Reader()(document), location=f"/gone/{source}")
    return path


@pytest.fixture
def run(tmp_path, monkeypatch):
    """Runs a command in an empty folder: (exit code, stdout, stderr)."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(kg.build, "_reader", lambda model, ontology: Reader())

    def of(*arguments, stdin=None):
        done = CliRunner().invoke(app, [str(each) for each in arguments], input=stdin)
        if done.exception and not isinstance(done.exception, SystemExit):
            raise done.exception
        return done.exit_code, done.stdout, done.stderr

    return of


def lines(text):
    return [json.loads(line) for line in text.splitlines()]


# asking


def test_timeline_shows_when_what_status_source_and_quote_in_order(run, db):
    code, out, err = run("timeline", "Ada Hill", "Ben Moor")
    met, married = out.splitlines()[1:]
    assert (code, err) == (0, "")
    for words in ("2010", "met", "asserted", "The Wire, 4 May 2015", "“They met in 2010”"):
        assert words in met
    assert "“Ada Hill married Ben Moor in 2012”" in married


def test_what_was_denied_is_shown_only_when_asked_for(run, db):
    assert "denied" not in run("timeline", "Ada Hill")[1]
    assert "denied" in run("timeline", "Ada Hill", "--all")[1]


@pytest.mark.parametrize(
    ("arguments", "kinds"),
    [
        (["people"], ["person", "person"]),
        (["timeline", "Ada Hill"], ["event", "event"]),
        (["timeline", "Ada Hill", "--min-score", "0.5"], ["event", "event"]),
        (["documents"], ["document", "document"]),
        (["status", "Ada Hill", "Ben Moor", "--at", "2014"], ["state"]),
    ],
)
def test_json_is_one_record_a_line(run, db, arguments, kinds):
    code, out, err = run(*arguments, "--json")
    assert (code, [each["kind"] for each in lines(out)], err) == (0, kinds, "")


def test_ask_answers_with_proof(run, db):
    code, out, _ = run("ask", "When did Ada Hill marry Ben Moor?")
    assert code == 0
    assert "2012" in out
    assert "“Ada Hill married Ben Moor in 2012”" in out


def test_ask_says_that_it_does_not_know_with_exit_code_1(run, db):
    code, out, err = run("ask", "Where did Ada Hill meet Ben Moor?", "--json")
    (answer,) = lines(out)
    assert (code, answer["value"], err) == (1, {"unknown": True}, "")


def test_questions_on_standard_input_are_answered_a_line_each_whatever_the_bytes(run, db):
    code, out, _ = run("ask", stdin=b"When did Ada Hill meet Ben Moor?\n\n\xff\xfe\x00?\n")
    first, second = lines(out)
    assert (code, first["value"], second["value"]) == (0, {"when": "2010"}, {"unknown": True})


def test_conversation_knows_whom_the_next_question_means(run, db):
    code, out, _ = run("ask", "--interactive", stdin="When did Ada Hill meet Ben Moor?\nWhen did they marry?\n")
    assert code == 0
    assert "2010" in out
    assert "2012" in out


def test_why_shows_every_quote_in_its_place(run, db):
    id = lines(run("timeline", "Ada Hill", "--json")[1])[1]["id"]
    code, out, _ = run("why", id[:8])
    assert code == 0
    assert "“Ada Hill married Ben Moor in 2012”. They met" in out


def test_as_of_leaves_out_what_came_later_and_counts_what_has_no_date(run, db):
    code, _, err = run("timeline", "Ada Hill", "--as-of", "2015-05-04")
    assert (code, err) == (
        0,
        "kg: left out as of 2015-05-04: 1 without a date of publication (--undated keeps them)\n",
    )
    assert run("people", "--as-of", "2015-05-03", "--undated", "--json")[2] == ""


def test_export_goes_to_a_file_or_standard_output(run, db, tmp_path):
    assert run("export", "out.jsonl") == (0, "", "")
    written = (tmp_path / "out.jsonl").read_text()
    assert run("export", "-", "--format", "jsonl") == (0, written, "")
    assert {each["kind"] for each in lines(written)} >= {"document", "person", "event"}
    real = lines(run("export", "-", "--format", "jsonl", "--real")[1])
    assert "divorced" not in {each.get("type") for each in real}


def test_formats_are_listed(run, db):
    code, out, _ = run("export", "--list")
    assert code == 0
    assert {"graphml", "jsonl"} <= {line.split()[0] for line in out.splitlines()}


# judging


@pytest.mark.parametrize(
    ("arguments", "sources"),
    [
        (["--as-of", "2015-05-04"], ["a.txt"]),
        (["--as-of", "2015-05-03", "--undated"], ["b.txt"]),
        (["--as-of", "2016-01-01", "--undated"], ["a.txt", "b.txt"]),
    ],
)
def test_documents_of_a_day_are_those_published_by_then(run, db, arguments, sources):
    code, out, _ = run("documents", *arguments, "--json")
    assert (code, sorted(each["source"] for each in lines(out))) == (0, sources)


def test_day_before_every_document_knows_none(run, db):
    code, out, err = run("documents", "--as-of", "1999-12-31")
    assert (code, out) == (1, "")
    assert "no document was published by 1999-12-31" in err


def test_rejected_fact_goes_and_comes_back_with_undo(run, db):
    before = run("export", "-", "--format", "jsonl")[1]
    id = lines(run("timeline", "Ada Hill", "--json")[1])[0]["id"]
    assert run("reject", id[:8])[0] == 0
    assert [each["type"] for each in lines(run("timeline", "Ada Hill", "--json")[1])] == ["married"]
    assert "They met in 2010" in run("judgements")[1]
    assert run("undo")[0] == 0
    assert run("export", "-", "--format", "jsonl")[1] == before


def test_corrected_date_holds(run, db):
    id = lines(run("timeline", "Ada Hill", "--json")[1])[0]["id"]
    assert run("correct", id, "--when", "2010-06")[0] == 0
    assert lines(run("timeline", "Ada Hill", "--json")[1])[0]["when"]["edtf"] == "2010-06"


def test_two_names_are_one_person_when_a_person_says_so(run, db):
    assert run("same", "Ada Hill", "Ben Moor")[0] == 0
    assert len(lines(run("people", "--json")[1])) == 1
    assert run("undo")[0] == 0
    assert len(lines(run("people", "--json")[1])) == 2


def test_removed_document_takes_its_facts_along(run, db):
    assert run("remove", "a.txt") == (0, "", "")
    assert [each["source"] for each in lines(run("documents", "--json")[1])] == ["b.txt"]
    assert run("timeline", "Ada Hill") == (1, "", "kg: nothing is told of Ada Hill\n")


# reading


@pytest.fixture
def folder(tmp_path):
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "a.txt").write_text(TEXTS["a.txt"][0])
    (tmp_path / "in" / "empty.txt").write_text("")
    (tmp_path / "in" / "gold.json").write_text("{}")
    return tmp_path / "in"


def test_build_tells_what_was_read_and_what_was_not(run, folder):
    code, out, err = run("build", "in")
    assert code == 0
    assert out.startswith("documents: 1 read, 0 unchanged, 2 skipped; 11 words in ")
    assert err == (
        "kg: skipped empty.txt: it is empty\n"
        "kg: read without a date of publication: 1 (--published or --metadata gives one)\n"
    )
    assert run("build", "in")[1].startswith("documents: 0 read, 1 unchanged, 2 skipped")


def test_strict_build_minds_what_was_skipped(run, folder):
    code, _, err = run("build", "in", "--strict")
    assert (code, err.splitlines()[-1]) == (2, "kg: not everything could be read")


def test_build_of_nothing_fails_and_leaves_no_store(run, folder, tmp_path):
    code, _, err = run("build", "in/empty.txt")
    assert (code, err) == (2, "kg: skipped empty.txt: it is empty\nkg: nothing could be read from in/empty.txt\n")
    assert not (tmp_path / "kg.db").exists()


def test_build_reads_standard_input(run, tmp_path):
    assert run("build", "-", stdin=TEXTS["a.txt"][0])[0] == 0
    assert len(lines(run("timeline", "Ada Hill", "--json")[1])) == 2


def test_dates_may_be_given_at_the_build_or_later(run, folder):
    run("build", "in", "--published", "2015-05-04", "--publisher", "The Wire")
    (document,) = lines(run("documents", "--json")[1])
    assert (document["published"], document["publisher"]) == ("2015-05-04", "The Wire")
    (folder / "meta.csv").write_text("source,published\na.txt,2016-01-01\n")
    code, out, _ = run("documents", "--metadata", "in/meta.csv", "--json")
    assert (code, lines(out.splitlines()[-1])[0]["published"]) == (0, "2016-01-01")


def test_dates_of_a_text_are_listed_with_their_characters(run):
    code, out, _ = run(
        "dates", "-", "--json", "--published", "2020-09-14", stdin='{"id": "x", "text": "They met in 2010."}\n'
    )
    (found,) = lines(out)
    assert (code, found["id"], found["start"], found["end"], found["when"]["edtf"]) == (0, "x", 12, 16, "2010")
    assert "2010" in run("dates", "-", stdin="They met in 2010.")[1]
    assert run("dates", "-", stdin="They met.") == (1, "", "kg: no date expression found\n")


# trouble


@pytest.mark.parametrize(
    ("arguments", "code", "line"),
    [
        (["people", "Ad Hill"], 2, "no person is called 'Ad Hill'; did you mean 'Ada Hill'?"),
        (["people", "Zo"], 2, "no person is called 'Zo'"),
        (["why", "zzz"], 2, "no event has the id 'zzz'"),
        (["remove", "c.txt"], 2, "no document is called 'c.txt'; did you mean 'b.txt'?"),
        (["undo"], 2, "there is no judgement to undo"),
        (["judgements"], 1, "nothing was decided by hand"),
        (["conflicts"], 1, "no source contradicts another"),
        (["status", "Ada Hill", "Ben Moor", "--at", "x"], 2, "not a date: 'x'; write 2016, 2016-05 or 2016-05-03"),
        (["people", "--as-of", "soon"], 2, "Invalid value for '--as-of': 'soon' is no date; write it as 2020-09-14"),
        (["people", "--db", "no.db"], 2, "no store at no.db; make one with: kg build PATH --db no.db"),
        (["undo", "--db", "no.db"], 2, "no store at no.db; make one with: kg build PATH --db no.db"),
        (["build", "none"], 2, "no such file or folder: none"),
        (["build"], 2, "Missing argument 'PATH...'."),
        (["build", "kg.db", "--metadata", "no.csv"], 2, "no.csv: No such file or directory"),
        (["dates", "none"], 2, "no such file or folder: none"),
        (["eval", "none"], 2, "no such file or folder: none"),
        (["export"], 2, "Invalid value: name a file to write, or - for standard output"),
        (["peopel"], 2, "No such command 'peopel'. Did you mean 'people'?"),
        (["people", "--nonsense"], 2, "No such option: --nonsense"),
    ],
)  # fmt: skip
def test_trouble_is_one_line_on_stderr(run, db, arguments, code, line):
    assert run(*arguments) == (code, "", f"kg: {line}\n")


def test_what_is_no_store_is_refused_and_left_alone(run, tmp_path):
    (tmp_path / "kg.db").write_text("Ada met Ben.")
    line = "kg: kg.db is no store of kg; give another file with --db\n"
    assert run("people") == (2, "", line)
    assert (tmp_path / "kg.db").read_text() == "Ada met Ben."


def test_hostile_text_reaches_no_terminal(run, tmp_path):
    (tmp_path / "a\x1b[31m.txt").write_text("")
    _, out, err = run("build", ".")
    assert "\x1b" not in out + err
    title = "[bold]Ada\x1b]0;x\x07[/bold]\u202e"
    (tmp_path / "b.jsonl").write_text(json.dumps({"title": title, "text": "Ada Hill met Ben Moor."}))
    run("build", "b.jsonl")
    for arguments in (["documents"], ["documents", "--json"], ["export", "-", "--format", "jsonl"]):
        out = run(*arguments)[1]
        assert "[bold]Ada" in out
        assert not set("\x1b\x07\u202e") & set(out)


@pytest.mark.parametrize(
    "name", [None, *(command.name or command.callback.__name__ for command in app.registered_commands)]
)
def test_every_command_explains_itself_with_an_example(run, name):
    code, out, err = run(*filter(None, [name]), "-h")
    assert (code, err) == (0, "")
    assert f"\n  kg {name or 'build'}" in out


def test_without_arguments_help_is_shown(run):
    assert run() == run("--help")


def test_version(run):
    assert run("--version") == (0, f"kg {kg.__version__}\n", "")


# as a program


def program(*arguments, **options):
    return subprocess.Popen(
        [sys.executable, "-m", "kg", *map(str, arguments)],
        stdout=subprocess.PIPE, stderr=subprocess.PIPE, cwd=ROOT, **options,
    )  # fmt: skip


def test_closed_pipe_is_no_trouble(db):
    reader, writer = os.pipe()
    os.close(reader)
    done = subprocess.run(
        [sys.executable, "-m", "kg", "people", "--json", "--db", str(db)],
        stdout=writer, stderr=subprocess.PIPE, cwd=ROOT, check=False,
    )  # fmt: skip
    os.close(writer)
    assert done.stderr == b""


def test_interrupt_ends_with_130(db):
    heard = signal.signal(signal.SIGINT, signal.default_int_handler)  # what runs in the background may be deaf to it
    asking = program("ask", "--db", db, stdin=subprocess.PIPE)
    signal.signal(signal.SIGINT, heard)
    asking.stdin.write(b"When did Ada Hill meet Ben Moor?\n")
    asking.stdin.flush()
    assert asking.stdout.readline().startswith(b"{")
    asking.send_signal(signal.SIGINT)
    assert (asking.wait(timeout=20), asking.stderr.read()) == (130, b"")


def test_output_is_plain_where_nobody_looks_and_in_a_poor_locale(db):
    poor = os.environ | {"PYTHONIOENCODING": "ascii", "NO_COLOR": "1"}
    out, err = program("timeline", "Ada Hill", "--db", db, env=poor).communicate(timeout=60)
    assert b"\\u201cThey met in 2010\\u201d" in out
    assert b"\x1b" not in out + err
    assert err == b""


def test_help_is_quick():
    code = "import sys, kg.cli; print(len([name for name in sys.modules if name.split('.')[0] == 'spacy']))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, cwd=ROOT, check=True)
    assert done.stdout == "0\n"


def test_text_stream_without_reconfigure_is_left_alone(monkeypatch):
    monkeypatch.setattr(sys, "stdout", io.StringIO())
    monkeypatch.setattr(sys, "argv", ["kg", "--version"])
    with pytest.raises(SystemExit) as ended:
        kg.cli.run()
    assert ended.value.code == 0
