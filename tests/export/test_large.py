"""A million events as GraphML: in two minutes and a gigabyte, from records that are made while they are written."""

import subprocess
import sys

import pytest

SCRIPT = """
import os, resource, sys
from random import Random
from time import process_time
from kg.export import write
from kg.records import Event, State, Timeline
from tests.query.large import DOCUMENT, crowd, happenings

class Kept:
    def __init__(self, kind):
        self.kind = kind
    def __iter__(self):
        made = happenings({events}, people, Random(7))
        return (each for each in made if isinstance(each, self.kind))

people = crowd({events}, Random(7))
kept = dict(documents=(DOCUMENT,), people=people, events=Kept(Event), states=Kept(State), kin=(), conflicts=())
timeline = Timeline.model_construct(**kept)
started = process_time()
write(timeline, "out.graphml", shape={shape!r})
seconds = process_time() - started
size = os.path.getsize("out.graphml") / 1e6
print(seconds, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1e3, size)
with open("out.graphml") as stream:
    print(sum(">event</data>" in line for line in stream))
"""


def exported(folder, events, shape):
    """Seconds of a processor, megabytes of memory, megabytes of file, and how many events are in it."""
    script = SCRIPT.format(events=events, shape=shape)
    done = subprocess.run([sys.executable, "-c", script], cwd=folder, capture_output=True, text=True, check=True)
    return [float(each) for each in done.stdout.split()]


def test_what_is_not_in_memory_is_written_as_it_comes(tmp_path, monkeypatch, pytestconfig):
    monkeypatch.setenv("PYTHONPATH", str(pytestconfig.rootpath))
    *_, size, count = exported(tmp_path, 2_000, "events")
    assert size > 2
    assert 2_000 <= count < 2_007


@pytest.mark.slow
@pytest.mark.parametrize(("shape", "events"), [("events", 1_000_000), ("people", 0)])
def test_a_million_events_in_two_minutes_and_a_gigabyte(tmp_path, monkeypatch, pytestconfig, shape, events):
    monkeypatch.setenv("PYTHONPATH", str(pytestconfig.rootpath))
    seconds, memory, size, count = exported(tmp_path, 1_000_000, shape)
    print(f"{shape}: {seconds:.0f} s, {memory:.0f} MB of memory, {size:.0f} MB of file")
    assert count >= events
    assert seconds < 120
    assert memory < 1_000
