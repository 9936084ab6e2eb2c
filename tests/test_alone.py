"""Everything runs with no network: a process that may open no socket builds, asks, exports, reports and scores."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
# what a process runs before anything else
FORBIDDEN = """
import sys

AF_UNIX = 1  # pairs of these join kg's own processes, and reach no network

class Alone(BaseException):
    "Somebody wants to talk to another machine."

def heard(event, told):
    if event.startswith("socket.") and event != "socket.gethostname":
        if event != "socket.__new__" or told[1] != AF_UNIX:
            # spaCy imports urllib3, which tries once whether this machine has IPv6, and takes a refusal for a no
            is_probe = any(name == "_has_ipv6" for name in callers())
            raise (OSError if is_probe else Alone)(f"a socket was asked for: {event}")

def callers():
    frame = sys._getframe(1)
    while frame:
        yield frame.f_code.co_name
        frame = frame.f_back

sys.addaudithook(heard)
"""
TEXT = "date 2020-05-04\nJoan Firth married Adam Pell in Leith in June 2014. They divorced in 2018."


@pytest.fixture(scope="module")
def alone(tmp_path_factory):
    """Runs a command in a process that may open no socket: exit code, standard output, standard error."""
    place = tmp_path_factory.mktemp("alone")
    (place / "sitecustomize.py").write_text(FORBIDDEN)
    (place / "texts").mkdir()
    (place / "texts" / "a.txt").write_text(TEXT)

    def run(*arguments, program=("-m", "kg")):
        done = subprocess.run(
            [sys.executable, *program, *arguments],
            cwd=place, capture_output=True, text=True, check=False, timeout=200,
            env=os.environ | {"PYTHONPATH": os.pathsep.join((str(place), str(ROOT)))},
        )  # fmt: skip
        return done.returncode, done.stdout, done.stderr

    built = run("build", "texts", "--workers", "1")
    assert built[0] == 0, built
    return run


@pytest.mark.parametrize(
    "code",
    [
        "import socket; socket.socket()",
        "import socket; socket.getaddrinfo('localhost', 80)",
        "import urllib.request; urllib.request.urlopen('http://127.0.0.1:9')",
        "import _socket; _socket.socket()",
    ],
)
def test_a_socket_is_really_forbidden(alone, code):
    assert "a socket was asked for" in alone("-c", code, program=())[2]


@pytest.mark.parametrize(
    "command",
    [
        ["build", "texts", "--workers", "2"],
        ["ask", "When did Joan Firth marry Adam Pell?"],
        ["timeline", "Joan Firth", "--plot", "out.svg"],
        ["people", "--why"],
        ["export", "out.graphml"],
        ["export", "out.jsonl", "--full"],
        ["export", "out.ttl"],
        ["export", "out.ged"],
        ["report", "out.html"],
        ["review", "--json"],
        ["diff", "texts", "--json"],
        ["check"],
        ["eval", str(ROOT / "data" / "expected.json"), "--facts"],
    ],
    ids=" ".join,
)
def test_commands_need_no_network(alone, command):
    code, _, err = alone(*command)
    assert "a socket was asked for" not in err
    assert code == (1 if command[0] == "diff" else 0), err


def test_scoring_with_the_pipeline_needs_no_network(alone):
    code, _, err = alone("eval", str(ROOT / "data" / "expected.json"))
    assert (code, "a socket was asked for" in err) == (0, False), err
