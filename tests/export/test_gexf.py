import io

import networkx
import pytest
from lxml import etree

from kg.export import write
from kg.export.jsonl import records

GEXF = "{http://www.gexf.net/1.2draft}"


def written(timeline, shape):
    stream = io.BytesIO()
    write(timeline, stream, format="gexf", shape=shape)
    return stream.getvalue()


def test_networkx_reads_every_record_back(couple):
    graph = networkx.read_gexf(io.BytesIO(written(couple, "events")))
    kinds = ("person", "event", "state", "document", "conflict")
    rows = {row["id"]: row for row in records(couple) if row["kind"] in kinds}
    assert {id for id, data in graph.nodes(data=True) if data["kind"] in kinds} == set(rows)
    for id, row in rows.items():
        data = graph.nodes[id]
        assert data.get("what", row["kind"]) == row.get("type", row["kind"])
        assert data.get("status") == row.get("status")
        assert data.get("when") == ((row.get("when") or {}).get("edtf"))
    quotes = {data["quote"] for *_, data in graph.edges(data=True) if "quote" in data}
    assert "They moved in together this year" in quotes
    assert "Vale reportedly split from Lind before Christmas.\ufffd" in quotes


@pytest.mark.parametrize("shape", ["people", "events"])
def test_lifetimes_are_days_and_every_attribute_is_declared(couple, shape):
    root = etree.fromstring(written(couple, shape))
    declared = {part.get("class"): {each.get("id") for each in part} for part in root.iter(f"{GEXF}attributes")}
    for part in ("node", "edge"):
        for element in root.iter(GEXF + part):
            assert {each.get("for") for each in element.iter(f"{GEXF}attvalue")} <= declared[part]
    starts = {each.get("id"): (each.get("start"), each.get("end")) for each in root.iter(f"{GEXF}node", f"{GEXF}edge")}
    stint = "s2:0" if shape == "people" else "s2"
    assert starts[stint] == ("2014-01-01", "2016-12-31")
    assert starts["p1"] == (None, None)
    if shape == "events":
        assert starts["e2"] == ("2020-01-01", "2020-09-14")


def test_no_attribute_is_called_type(couple):
    root = etree.fromstring(written(couple, "people"))
    assert "type" not in {each.get("title") for each in root.iter(f"{GEXF}attribute")}
