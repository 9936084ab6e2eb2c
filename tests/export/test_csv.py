import csv
import io

import pytest

from kg.errors import KgError
from kg.export import write
from kg.export.csv import safe


def table(path):
    with path.open(newline="", encoding="utf-8") as stream:
        return list(csv.DictReader(stream))


@pytest.fixture
def folder(couple, tmp_path):
    write(couple, tmp_path / "out", format="csv")
    return tmp_path / "out"


def test_the_headers_are_those_of_neo4j(folder):
    assert sorted(path.name for path in folder.iterdir()) == ["nodes.csv", "relationships.csv"]
    node, edge = table(folder / "nodes.csv")[0], table(folder / "relationships.csv")[0]
    assert list(node)[:3] == ["id:ID", ":LABEL", "kind"]
    assert {"mentions:int", "unnamed:boolean", "score:double", "when"} <= node.keys()
    assert list(edge)[:4] == ["id", ":START_ID", ":END_ID", ":TYPE"]


def test_every_record_and_every_edge_is_a_row(folder):
    nodes, edges = table(folder / "nodes.csv"), table(folder / "relationships.csv")
    labels = {node["id:ID"]: node[":LABEL"] for node in nodes}
    assert {labels[id] for id in ("p1", "e1", "s1", "d1", "c1")} == {"Person", "Event", "State", "Document", "Conflict"}
    assert {edge[":START_ID"] for edge in edges} | {edge[":END_ID"] for edge in edges} <= labels.keys()
    assert {"PARTNER", "CHILD", "PARENT_OF", "EVIDENCE", "PLACE", "CONFLICT"} <= {edge[":TYPE"] for edge in edges}
    quotes = {edge["quote"] for edge in edges}
    assert "She denied that she had married \u202eOla Berg" in quotes


@pytest.mark.parametrize("text", ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1"])
def test_a_formula_is_text(text):
    assert safe(text) == "'" + text


@pytest.mark.parametrize("text", ["Lind", "1-1", "a=b", "", "'=1"])
def test_other_text_stays(text):
    assert safe(text) == text


def test_a_stream_cannot_take_a_folder(couple):
    with pytest.raises(KgError, match=r"^the format csv makes several files: name a folder to write them to$"):
        write(couple, io.StringIO(), format="csv")


def test_a_folder_that_holds_something_is_left_alone(couple, tmp_path):
    (tmp_path / "mine").write_text("x")
    with pytest.raises(KgError, match=r"is there already; name a new folder$"):
        write(couple, tmp_path, format="csv")
    assert [path.name for path in tmp_path.iterdir()] == ["mine"]


def test_a_failed_export_leaves_no_folder(couple, tmp_path):
    with pytest.raises(AttributeError):
        write(couple.model_copy(update={"events": (None,)}), tmp_path / "out", format="csv")
    assert list(tmp_path.iterdir()) == []
