"""Whatever stands in a document, every format is written, and read again it is one and the same number of records."""

import csv
import io
import json
import re

import gedcom7
import networkx
import pyarrow.parquet
import pytest
import rdflib
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


HOSTILE = {
    "formula": '=HYPERLINK("http://x.example","click")',
    "command": "@SUM(1+1)*cmd|' /C calc'!A0",
    "xml": '</data></node><node id="x"/><!-- ]]> &lt; &#0; "\'',
    "cypher": "x'}) DETACH DELETE n; // \\\"}) RETURN 1 `",
    "sparql": '" . <urn:x> <urn:y> "z" . # \\u0022 <urn:kg:p2> a kg:Lie',
    "html": "<script>document.title='owned'</script><img src=x onerror=alert(1)>",
    "mermaid": "a : b\n    2020 : c %% {{ }} ;",
    "gedcom": "@I1@\n0 @X@ INDI\n1 NAME Mallory",
    "json": '"}],"people":[{"id":"x"}] \\u0022 \u2028 \u2029',
    "terminal": "\x1b[2J\x1b]0;owned\x07\x9b31m",
    "direction": "\u202egnorw\u202c \u2066in\u2069 \u200f\ufeff",
    "control": "a\x00b\x01c\x0bd\x7fe",
    "lines": "a\r\nb\rc\nd\te",
    "letters": "Zoë Ağaoğlu 北京 😀 e\u0301",
    "surrogate": "a\ud800b",
}
NO_TEXT = re.compile("[\\ud800-\\udfff]")
NO_XML = re.compile("[^\\t\\n\\r\\u0020-\\ud7ff\\ue000-\\ufffd\\U00010000-\\U0010ffff]")
NO_GEDCOM = re.compile("[\\x00-\\x08\\x0b\\x0c\\x0e-\\x1f\\x7f-\\x9f\\ud800-\\udfff\\ufffe\\uffff]")


def named(couple, text):
    """The couple's timeline, in which one person is called `text`."""
    people = [each.model_copy(update={"name": text}) if each.id == "p2" else each for each in couple.people]
    return couple.model_copy(update={"people": tuple(people)})


def by_graphml(timeline, folder):
    return networkx.read_graphml(io.BytesIO(written(timeline, "graphml"))).nodes["p2"]["name"]


def by_gexf(timeline, folder):
    return networkx.read_gexf(io.BytesIO(written(timeline, "gexf"))).nodes["p2"]["name"]


def by_jsonl(timeline, folder):
    rows = map(json.loads, written(timeline, "jsonl").decode().splitlines())
    return next(row["name"] for row in rows if row["id"] == "p2")


def by_rdflib(timeline, format, name):
    graph = rdflib.Graph().parse(data=written(timeline, name).decode(), format=format)
    return str(graph.value(rdflib.URIRef("urn:kg:p2"), rdflib.RDFS.label))


def by_ttl(timeline, folder):
    return by_rdflib(timeline, "turtle", "ttl")


def by_jsonld(timeline, folder):
    return by_rdflib(timeline, "json-ld", "jsonld")


def by_gedcom(timeline, folder):
    records = gedcom7.loads(written(timeline, "ged").decode())
    assert gedcom7.validate(records) == []
    person = next(record for record in records if record.xref == "@IP2@")
    return next(child.text for child in person.children if child.tag == "NAME")


def by_csv(timeline, folder):
    write(timeline, folder / "csv", format="csv")
    with (folder / "csv" / "nodes.csv").open(newline="", encoding="utf-8") as stream:
        return next(row["name"] for row in csv.DictReader(stream) if row["id:ID"] == "p2")


def by_parquet(timeline, folder):
    write(timeline, folder / "parquet", format="parquet")
    rows = pyarrow.parquet.read_table(folder / "parquet" / "people.parquet").to_pylist()
    return next(row["name"] for row in rows if row["id"] == "p2")


def by_cypher(timeline, folder):
    """A string of Cypher that holds no quotation mark of its own is one of JSON."""
    line = next(each for each in written(timeline, "cypher").decode().split("\n") if '{id: "p2"}' in each)
    return json.loads(re.search(r'`name`: ("(?:[^"\\]|\\.)*")', line)[1])


def as_formula(text):
    return f"'{text}" if text[0] in "=+-@\t\r" else text


READERS = {
    by_graphml: lambda text: NO_XML.sub("\ufffd", text),
    by_gexf: lambda text: NO_XML.sub("\ufffd", text),
    by_jsonl: lambda text: text,
    by_ttl: lambda text: NO_TEXT.sub("\ufffd", text),
    by_jsonld: lambda text: NO_TEXT.sub("?", text),
    by_gedcom: lambda text: NO_GEDCOM.sub("\ufffd", " ".join(text.replace("/", " ").split())),
    by_csv: lambda text: as_formula(NO_TEXT.sub("?", text)),
    by_parquet: lambda text: NO_TEXT.sub("?", text),
    by_cypher: lambda text: NO_TEXT.sub("?", text),
}


@pytest.mark.parametrize("reader", READERS, ids=lambda reader: reader.__name__)
@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE)
def test_a_hostile_name_comes_back_as_it_was(couple, tmp_path, reader, text):
    """By each format's own reader: nothing was obeyed and nothing lost but what the format cannot hold."""
    assert reader(named(couple, text), tmp_path) == READERS[reader](text)


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE)
def test_a_hostile_quote_is_plain_text_for_a_page(couple, text):
    shown = json.loads(written(timeline_of(couple, text), "timelinejs"))["events"][0]["text"]
    assert not re.search("<(?!/?p>)", shown["text"] + shown["headline"])
    assert len(written(timeline_of(couple, text), "mermaid").decode().splitlines()) == 2
