"""What scale costs, printed line by line as it is measured; each size in a process of its own, for its memory.

python -m tests.scale.measure resolution 1000 10000 100000    people: who is who and what happened, from claims
python -m tests.scale.measure archive 1000 4000 100000        notes read by the pipeline, from files to a timeline
python -m tests.scale.measure growth 25000                    notes: the build, ten more of them, and a question
"""

import json
import os
import resource
import subprocess
import sys
from collections import Counter
from math import log
from pathlib import Path
from tempfile import TemporaryDirectory
from time import perf_counter, process_time

from tests.scale.archive import write

MORE = 10  # documents


def resolution(people: int) -> dict[str, float]:
    """Seconds of this process and gigabytes for the timeline of so many people, about ten claims each."""
    from kg.ontology.load import load
    from kg.resolve.timeline import timeline
    from tests.scale.crowd import readings

    told = [(document.lean(), reading.lean()) for document, reading in readings(people)]
    claims = sum(len(reading.claims) for _, reading in told)
    started = process_time()
    found = timeline([document for document, _ in told], [reading for _, reading in told], [], load())
    seconds = process_time() - started
    return {"people": people, "claims": claims, "events": len(found.events), "seconds": seconds, **_memory()}


def archive(notes: int) -> dict[str, float]:
    """Seconds and gigabytes of the main process and its workers for a build of so many notes."""
    with TemporaryDirectory() as folder:
        return _built(Path(folder), notes)


def growth(notes: int) -> dict[str, float]:
    """Seconds of a build of so many notes, of one with ten more, and of a question to it from a cold start.

    `work` are the seconds that processors were busy with it, which other programs on the machine change least.
    """
    with TemporaryDirectory() as folder:
        full = _built(Path(folder), notes)
        more = _built(Path(folder), notes, more=MORE)
        asked = _asked(Path(folder) / "kg.db")
    shares = {"share": more["seconds"] / full["seconds"], "share_of_work": more["work"] / full["work"]}
    return full | {"ten_more": more["seconds"]} | shares | {"asked": asked}


def _asked(db: Path) -> float:
    """Seconds of a question from a cold start, about somebody who has no namesake."""
    import kg

    graph = kg.open(db)
    bearers = Counter(name for person in graph.people() for name in {person.name, *person.aliases})
    married = (member.name for event in graph.events(type="married") for member in event.people)
    name = next(name for name in married if bearers[name] == 1)
    command = [sys.executable, "-m", "kg", "ask", f"When did {name} marry?", "--db", str(db)]
    started = perf_counter()
    subprocess.run(command, capture_output=True, check=False)  # a wedding that cannot be told is an answer, too
    return perf_counter() - started


def _built(folder: Path, notes: int, *, more: int = 0) -> dict[str, float]:
    import kg

    write(folder / "notes", notes, more=more)
    started, busy = perf_counter(), _work()
    report = kg.build_store([folder / "notes"], folder / "kg.db", workers=len(os.sched_getaffinity(0)))
    workers = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1e6
    seconds, work = perf_counter() - started, _work() - busy
    told = {"notes": notes, "read": report.read, "seconds": seconds, "work": work}
    return told | _memory() | {"worker_gigabytes": workers}


def _work() -> float:
    """Seconds that processors were busy with this process and those it started and that have ended."""
    used = [resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)]
    return sum(each.ru_utime + each.ru_stime for each in used)


def _memory() -> dict[str, float]:
    return {"gigabytes": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1e6}


MEASURES = {"resolution": resolution, "archive": archive, "growth": growth}


def measured(name: str, size: int) -> dict[str, float]:
    """What a measure finds, in a process of its own."""
    command = [sys.executable, "-m", "tests.scale.measure", "--one", name, str(size)]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    found: dict[str, float] = json.loads(done.stdout.splitlines()[-1])
    return found


def n_log_n(found: dict[str, float], size: str) -> float:
    """Microseconds for each n log n."""
    return 1e6 * found["seconds"] / (found[size] * log(found[size]))


if __name__ == "__main__":
    if sys.argv[1] == "--one":
        print(json.dumps(MEASURES[sys.argv[2]](int(sys.argv[3]))))
    else:
        for size in sys.argv[2:]:
            found = measured(sys.argv[1], int(size))
            print(", ".join(f"{name} {value:,.4g}" for name, value in found.items()), flush=True)
