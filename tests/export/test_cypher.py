import io
import json
import re

import pytest

from kg.export import write
from kg.export.cypher import quoted
from kg.export.flat import graph
from kg.export.options import Options

TEXT = re.compile(r'"(?:[^"\\\n]|\\.)*"')
MAP = re.compile(r"\{(?:`[a-z_]+`: (?:T|true|false|-?[0-9.]+)(?:, )?)*\}")
STATEMENTS = {
    "MERGE (n:Record:L {id: T}) SET n += M;",
    "MATCH (a:Record {id: T}), (b:Record {id: T}) MERGE (a)-[r:L {id: T}]->(b) SET r += M;",
}


def script(timeline):
    stream = io.StringIO()
    write(timeline, stream, format="cypher")
    return stream.getvalue()


def test_without_its_texts_the_script_is_the_same_few_statements(couple):
    first, *lines = script(couple).splitlines()
    assert first.startswith("CREATE CONSTRAINT ")
    bare = [MAP.sub("M", TEXT.sub("T", line)) for line in lines]
    assert {re.sub(r"(?<=Record:)[A-Z][a-z]+|(?<=\[r:)[A-Z_]+", "L", line) for line in bare} == STATEMENTS
    assert len(lines) == len(list(graph(couple, Options(shape="events"))))


def test_a_hostile_type_of_a_users_own_is_a_plain_name(couple):
    event = couple.events[1].model_copy(
        update={"people": (couple.events[1].people[0].model_copy(update={"role": "x]->() //"}),)}
    )
    assert "[r:X_______" in script(couple.model_copy(update={"events": (event,)}))


@pytest.mark.parametrize(
    "text", ['"', "\\", '\\"', "'; MATCH (n) DETACH DELETE n; //", "a\nb", "\x00\x1b", "\u202e", "\\u0022"]
)
def test_a_text_stays_one_string(text):
    assert TEXT.fullmatch(quoted(text))
    assert json.loads(quoted(text)) == text


@pytest.mark.parametrize(("value", "written"), [(True, "true"), (3, "3"), (0.9, "0.9"), ("\ud800", '"?"')])
def test_other_values(value, written):
    assert quoted(value) == written
