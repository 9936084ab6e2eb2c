"""Random input for everything that takes any: readers, dates, questions, exporters and the extractor.

`pytest -m fuzz tests/hostile/test_fuzz.py` gives each KG_FUZZ_SECONDS (5, if not set; 600 for a night's search).
Nothing may crash, and 10 kB may take a second. `-s` prints how many inputs were tried; what fails, Hypothesis shrinks.
"""

import io
import json
import os
from collections.abc import Callable
from contextlib import suppress
from datetime import date
from time import monotonic, process_time

import networkx
import pytest
import rdflib
from hypothesis import HealthCheck, given, seed, settings
from hypothesis import strategies as st

from kg.build import Reader
from kg.dates.interval import Interval
from kg.dates.phrases import phrases
from kg.query.view import Graph
from kg.read import Skip, find_day, read
from kg.read.draft import digested
from kg.records import Document
from tests.export.test_hostile import timeline_of, written
from tests.hostile.pieces import PIECES, PLAIN
from tests.query.story import ONTOLOGY, story
from tests.query.test_fuzz import WORDS
from tests.read.archives import PAGE, docx, pdf, record, said

pytestmark = pytest.mark.fuzz
SECONDS = float(os.environ.get("KG_FUZZ_SECONDS", "5"))
A_SECOND = 10_000  # characters or bytes that may take one; a short input may take as long

WORDED = st.lists(
    st.sampled_from([*PIECES.values(), *PLAIN.split(), *WORDS]) | st.text(max_size=12), min_size=1, max_size=60
)
TEXTS = st.builds(str.join, st.sampled_from(["", " ", "\n", ", "]), WORDED)
FILES = {
    "a.txt": b"date 2020-05-04\nAda met Ben.",
    "a.md": b"---\ntitle: A\ndate: 2020-05-04\n---\nAda met Ben.",
    "a.html": PAGE.format(head='<meta name="date" content="2019-05-04">').encode(),
    "a.json": b'[{"id": 1, "text": "Ada met Ben.", "published": "2020-01-01"}]',
    "a.jsonl": b'{"id": 1, "text": "Ada met Ben."}\n{"text": "Ben left."}\n',
    "a.pdf": pdf(["Ada met Ben.", "They wed in 2019."], info={"Title": "A", "CreationDate": "D:20200101"}),
    "a.docx": docx(said("Ada met Ben."), {"dc:title": "A"}, {"date": "2019-01-01"}),
    "a.warc": record("https://a.example/2019/05/04/a", PAGE.format(head="").encode()),
}


def fuzzed(inputs: st.SearchStrategy, check: Callable, first: object = PLAIN) -> None:
    """Checks `first`, which loads the libraries, then random inputs, until the time is up."""
    tried = 0

    def timed(value: object) -> None:
        nonlocal tried
        tried += 1
        started = process_time()
        check(value)
        took = process_time() - started
        assert took < max(1.0, size(value) / A_SECOND), f"{took:.1f} s for {size(value)}"

    end, number = monotonic() + SECONDS, 0
    check(first)
    while monotonic() < end:
        limits = settings(max_examples=50, deadline=None, database=None, suppress_health_check=list(HealthCheck))
        seed(number)(limits(given(inputs)(timed)))()
        number += 1
    print(f"{tried} inputs")


def size(value: object) -> int:
    return len(value[1]) if isinstance(value, tuple) else len(value)


@st.composite
def damaged(draw: st.DrawFn) -> tuple[str, bytes]:
    """A file of any kind, with parts of it cut out, doubled or replaced."""
    name = draw(st.sampled_from(sorted(FILES)))
    data = FILES[draw(st.sampled_from([name, name, name, *sorted(FILES)]))]
    for _ in range(draw(st.integers(0, 4))):
        start = draw(st.integers(0, len(data)))
        end = draw(st.integers(start, min(len(data), start + 40)))
        put = draw(st.binary(max_size=8) | st.sampled_from([each.encode() for each in PIECES.values()]))
        data = data[:start] + put * draw(st.sampled_from([1, 1, 3, 500])) + data[end:]
    return name, data


def test_readers(tmp_path):
    def check(file: tuple[str, bytes]) -> None:
        (tmp_path / file[0]).write_bytes(file[1])
        for found in read(tmp_path / file[0]):
            assert isinstance(found, Skip) or found.model_dump_json().encode()

    for file in FILES.items():
        check(file)
    fuzzed(damaged(), check, ("a.txt", b"Ada met Ben."))


def test_dates():
    def check(words: str) -> None:
        for found in phrases(words, date(2020, 2, 29)):
            assert words[found.start : found.end] == found.text
        find_day(words)
        with suppress(ValueError):
            assert Interval.from_edtf(Interval.from_edtf(words).edtf) == Interval.from_edtf(words)

    fuzzed(TEXTS, check)


def test_questions():
    graph = Graph(story(), ONTOLOGY, lambda day: story(as_of=day))

    def check(question: str) -> None:
        answer = graph.ask(question)
        assert "\n" not in answer.text
        assert len(answer.value) == 1

    fuzzed(TEXTS, check)


def test_exporters(couple):
    def check(text: str) -> None:
        timeline = timeline_of(couple, text)
        assert len(networkx.read_graphml(io.BytesIO(written(timeline, "graphml"))))
        assert len(networkx.read_gexf(io.BytesIO(written(timeline, "gexf"))))
        assert all(json.loads(line) for line in written(timeline, "jsonl").decode().splitlines())
        assert len(rdflib.Graph().parse(data=written(timeline, "ttl").decode(), format="turtle"))
        for name in ("ged", "cypher", "mermaid", "timelinejs", "jsonld"):
            assert written(timeline, name)

    fuzzed(st.text(st.characters(), max_size=60) | TEXTS.map(lambda words: words[:200]), check)


def test_extractor(nlp, ontology):
    reader = Reader(nlp, ontology)
    reader.__dict__["stamp"] = "test"

    def check(words: str) -> None:
        document = digested(Document(id="a", source="a", text=words.strip() or "a", published=date(2020, 2, 29)))
        for claim in reader(document).claims:
            assert document.text[claim.evidence.start : claim.evidence.end] == claim.evidence.quote

    fuzzed(TEXTS.map(lambda words: words.encode("utf-8", "replace").decode()), check)
