"""Whatever stands in a document, every format is written, and read again it is one and the same number of records."""

import io
import json

import networkx
from hypothesis import given, settings
from hypothesis import strategies as st

from kg.export import Options, formats, write
from kg.export.flat import graph
from kg.records import Timeline

TEXT = st.text(st.characters(), max_size=30)  # lone surrogates too


def timeline_of(couple: Timeline, text: str) -> Timeline:
    """The couple's timeline with `text` for every name, place, title and quote of one event."""
    event = couple.events[1]
    claim = event.claims[0].model_copy(
        update={"said_by": text, "evidence": event.claims[0].evidence.model_copy(update={"quote": text})}
    )
    people = tuple(member.model_copy(update={"name": text}) for member in event.people)
    return couple.model_copy(
        update={
            "events": (event.model_copy(update={"place": text, "work": text, "people": people, "claims": (claim,)}),),
            "people": tuple(person.model_copy(update={"name": text, "aliases": (text,)}) for person in couple.people),
            "documents": tuple(
                each.model_copy(update={"title": text, "publisher": text, "source": text}) for each in couple.documents
            ),
        }
    )


def written(timeline: Timeline, name: str) -> bytes:
    stream = io.BytesIO()
    write(timeline, stream, format=name)
    return stream.getvalue()


@settings(max_examples=60, deadline=None)
@given(text=TEXT)
def test_any_text_in_any_format(couple, text):
    timeline = timeline_of(couple, text)
    size = len({element.id for element in graph(timeline, Options(shape="events")) if not hasattr(element, "source")})
    for name, format in formats().items():
        if not hasattr(format.load(), "files"):
            assert written(timeline, name)
    assert len(networkx.read_graphml(io.BytesIO(written(timeline, "graphml")))) == size
    assert len(networkx.read_gexf(io.BytesIO(written(timeline, "gexf")))) == len(couple.people)
    assert len([json.loads(line) for line in written(timeline, "jsonl").decode().splitlines()]) == 16
    assert json.loads(written(timeline, "timelinejs"))["events"]
    assert len(written(timeline, "mermaid").decode().splitlines()) == 2


@settings(max_examples=15, deadline=None)
@given(text=TEXT)
def test_any_text_in_every_folder_of_files(couple, text, tmp_path_factory):
    timeline, folder = timeline_of(couple, text), tmp_path_factory.mktemp("out")
    for name, format in formats().items():
        if hasattr(format.load(), "files"):
            write(timeline, folder / name, format=name)
            assert all(path.stat().st_size for path in (folder / name).iterdir())
