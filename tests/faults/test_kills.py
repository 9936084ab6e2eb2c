"""kill -9 at random moments: what was done is there whole, what was not is not, and going on gives the same bytes.

The short run is part of the suite; `pytest -m faults -s tests/faults` kills fifty times each and prints how it went.
"""

import io
import random
import shutil
import signal
import sqlite3
import subprocess
import sys
import time
from pathlib import Path

import pytest

from kg.build import export_store
from kg.checking import check
from kg.store import Store
from tests.faults.worker import FORGOTTEN

ROOT = Path(__file__).parent.parent.parent
PEOPLE = ("Adam Pell", "Rosa Lund", "Colin Dove", "Rita Marsh", "Zoe Quill")
DEATHS = [
    pytest.param(5, id="5"),
    pytest.param(50, id="50", marks=pytest.mark.faults),
]


@pytest.fixture(scope="module")
def texts(tmp_path_factory):
    """Thirty short documents of our own, half of them about somebody who is forgotten in a test."""
    folder = tmp_path_factory.mktemp("texts")
    for number in range(30):
        one, other = PEOPLE[number % 5], PEOPLE[(number // 5 + number + 1) % 5]
        text = f"{one} met {other} in {1990 + number}. They married in June {1995 + number}."
        if number % 2:
            text += f" {FORGOTTEN} married {one} in {1970 + number}, and they divorced in {1980 + number}."
        (folder / f"{number:02}.txt").write_text(f"date 2021-05-04\n{text}")
    return folder


class Victims:
    """A process that does tasks in children, which are killed; it loads the pipeline only once."""

    def __init__(self):
        self.process = subprocess.Popen(
            [sys.executable, "-m", "tests.faults.worker"],
            stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, cwd=ROOT,
        )  # fmt: skip

    def run(self, task, db, folder, after=None):
        """Does a task, killed after so many seconds if that is given; whether it came to its end."""
        self.process.stdin.write(f"{task}\t{db}\t{folder}\t{'' if after is None else after}\n")
        self.process.stdin.flush()
        code = int(self.process.stdout.readline())
        assert code in (0, -signal.SIGKILL)
        return code == 0


@pytest.fixture(scope="module")
def victims():
    made = Victims()
    yield made
    made.process.stdin.close()
    made.process.wait(timeout=20)


@pytest.fixture(scope="module")
def built(victims, texts, tmp_path_factory):
    """A store of all texts that nobody disturbed, the seconds it took, and its export."""
    folder = tmp_path_factory.mktemp("built")
    assert victims.run("build", folder / "first.db", texts)  # starts the pipeline
    started = time.perf_counter()
    assert victims.run("build", folder / "kg.db", texts)
    seconds = time.perf_counter() - started
    assert exported(folder / "first.db") == exported(folder / "kg.db")
    return folder / "kg.db", seconds, exported(folder / "kg.db")


def exported(db):
    out = io.BytesIO()
    export_store(db, out, full=True, form={"format": "jsonl"})
    return out.getvalue()


def moments(count, within):
    """Random moments, the same ones each time."""
    return [random.Random(number).uniform(0, within) for number in range(count)]


@pytest.mark.parametrize("deaths", DEATHS)
def test_a_killed_build_goes_on_to_the_same_bytes(victims, texts, built, tmp_path, deaths):
    _, seconds, expected = built
    equal = midway = 0
    for number, moment in enumerate(moments(deaths, seconds)):
        db = tmp_path / f"{number}.db"
        victims.run("build", db, texts, after=moment)
        midway += 0 < documents_in(db) < 30
        assert victims.run("build", db, texts)
        equal += exported(db) == expected
    print(f"\nbuilds of {seconds:.1f} s killed: {deaths}, midway: {midway}, equal to the undisturbed one: {equal}")
    assert equal == deaths
    assert deaths < 50 or midway >= deaths // 5  # else nothing was tried


@pytest.mark.parametrize("deaths", DEATHS)
def test_a_killed_command_leaves_whole_decisions(victims, texts, built, tmp_path, deaths):
    sizes = set()
    for number, moment in enumerate(moments(deaths, 0.3)):
        db = copied(built, tmp_path / f"{number}.db")
        victims.run("judge", db, texts, after=moment)
        assert check(db).sound
        with Store(db) as store:
            made = list(store.judgements())
            sizes.add(len(made))
            assert len(made) % 2 == 0  # a command makes both or none
            assert [each.names[0] for each in made[::2]] == [f"A{number}" for number in range(len(made) // 2)]
    assert deaths < 50 or len(sizes) > 1, sizes  # of five, all may fall on one side


@pytest.mark.parametrize("deaths", DEATHS)
def test_a_killed_export_leaves_the_file_whole_or_as_it_was(victims, texts, built, tmp_path, deaths):
    db, _, expected = built
    for number, moment in enumerate(moments(deaths, 0.5)):
        target = tmp_path / f"out{number}"
        target.with_suffix(".jsonl").write_bytes(b"earlier")
        victims.run("export", db, target, after=moment)
        assert target.with_suffix(".jsonl").read_bytes() in (b"earlier", expected)


@pytest.mark.parametrize("deaths", DEATHS)
def test_a_killed_forgetting_has_forgotten_all_or_nothing(victims, texts, built, tmp_path, deaths):
    _, _, expected = built
    forgotten = []
    started = time.perf_counter()
    assert victims.run("forget", copied(built, tmp_path / "undisturbed.db"), texts)
    seconds = time.perf_counter() - started
    for number, moment in enumerate(moments(deaths, 1.2 * seconds)):
        folder = tmp_path / str(number)
        folder.mkdir()
        db = copied(built, folder / "kg.db")
        victims.run("forget", db, texts, after=moment)
        Store(db).close()  # the next writer makes up for what the killed one could not do
        assert check(db).sound
        is_forgotten = not any(b"Firth" in path.read_bytes() for path in folder.iterdir())
        assert is_forgotten or exported(db) == expected
        forgotten.append(is_forgotten)
        shutil.rmtree(folder)
    print(f"\nforgettings of {seconds:.1f} s killed: {deaths}, forgotten all the same: {sum(forgotten)}")
    assert deaths < 50 or len(set(forgotten)) == 2


def documents_in(db):
    """How many documents a sound store holds; none where the killed one had not made its tables yet."""
    if not db.exists():
        return 0
    database = sqlite3.connect(db)
    (tables,) = database.execute("SELECT count(*) FROM sqlite_master").fetchone()
    database.close()
    found = check(db) if tables else None
    assert found is None or found.sound, found
    return found.documents if found else 0


def copied(built, db):
    source, _, _ = built
    with Store(source, readonly=True) as store, Store(db) as copy:
        store._database.backup(copy._database)
    return db
