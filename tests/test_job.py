"""The main job on the sample data, with the language pipeline that comes with kg."""

from pathlib import Path

import pytest

from kg.build import Reader, build, graph_of
from kg.export import write
from kg.store import Store

DATA = Path(__file__).parent.parent / "data"


@pytest.fixture(scope="module")
def reader(nlp, ontology):
    return Reader(nlp, ontology)


@pytest.fixture(scope="module")
def sample(reader):
    """A store of the sample data."""
    with Store() as store:
        build([DATA], store, reader)
        yield store


def exported(store, ontology, path):
    write(graph_of(store, ontology).timeline(), path)
    return path.read_bytes()


def test_every_quote_is_the_characters_it_says(sample):
    documents = {document.id: document for document in sample.documents()}
    claims = [claim for reading in sample.readings() for claim in reading.claims]
    assert claims
    for claim in claims:
        evidence = claim.evidence
        text = getattr(documents[evidence.document], evidence.field)
        assert text[evidence.start : evidence.end] == evidence.quote


def test_no_date_is_invented_for_a_document_without_one(sample):
    undated = {document.id for document in sample.documents() if document.published is None}
    assert undated
    for reading in sample.readings():
        for claim in reading.claims:
            if claim.document in undated and not claim.when_text and claim.kind == "event":
                assert claim.when is None, claim


def test_order_of_files_changes_no_byte_of_the_export(sample, reader, ontology, tmp_path):
    files = sorted(path for path in DATA.iterdir() if path.stem != "README")
    with Store() as other:
        for path in reversed(files):
            build([path], other, reader)
        assert exported(other, ontology, tmp_path / "b.jsonl") == exported(sample, ontology, tmp_path / "a.jsonl")


def test_removing_a_document_equals_never_having_read_it(reader, ontology, tmp_path):
    files = sorted(DATA.glob("norton-poots*"))
    with Store() as one, Store() as other:
        build(files, one, reader)
        one.remove(one.find(files[0].name))
        build(files[1:], other, reader)
        assert exported(one, ontology, tmp_path / "a.jsonl") == exported(other, ontology, tmp_path / "b.jsonl")
