"""How sure a claim is: signs by name, a score from their weights, and nothing learned where there are no weights."""

import json
from math import log

import pytest

from kg.extract import certainty
from kg.extract.certainty import score, scored, signs, weights
from kg.extract.claims import Extractor, reading
from kg.nlp.parse import parse
from kg.ontology.load import load as load_ontology
from kg.records import Document


@pytest.fixture(scope="module")
def read(nlp):
    ontology = load_ontology()

    def read(text: str):
        document = Document(id="d", source="d.txt", text=text)
        doc = parse(nlp, document)
        return doc, Extractor(doc, document, ontology)

    return read


@pytest.mark.parametrize(
    ("text", "type_", "sign", "value"),
    [
        ("Ada Roe married Ben Poe in 2017.", "married", "people by name", 2),
        ("Ada Roe lives in Leeds. She married Ben Poe in 2017.", "married", "people by pronoun", 1),
        ("Ada Roe married Ben Poe in 2017.", "married", "dated", 1),
        ("Ada Roe married Ben Poe.", "married", "dated", None),
        ("Ada Roe married Ben Poe.", "married", "married by verb: marry", 1),
        ("Ada Roe married Ben Poe.", "married", "told again", None),
        ("Ada Roe married Ben Poe. They had met in 2010. Ada Roe wed Ben Poe.", "married", "couple", 1),
        ("Ada Roe, a friend of Cy Doe, married Ben Poe.", "married", "event, others beside", pytest.approx(log(2))),
    ],
)  # fmt: skip
def test_signs_tell_how_people_are_named_and_what_stands_beside(read, text, type_, sign, value):
    doc, extractor = read(text)
    found = list(extractor.told())
    seen = next(seen for told, seen in zip(found, signs(doc, found), strict=True) if told.finding.type == type_)
    assert seen.get(sign) == value


def test_score_adds_the_weights_of_the_signs_that_are_known():
    known = {"always": 1.0, "others beside": -2.0}
    alone, beside = ({"always": 1.0, "others beside": count, "never seen": 5.0} for count in (0.0, 1.0))
    assert score(alone, known) == pytest.approx(0.731, abs=0.001)
    assert score(beside, known) == pytest.approx(0.269, abs=0.001)


def test_every_claim_carries_its_score(read, nlp):
    document = Document(id="d", source="d.txt", text="Ada Roe married Ben Poe in 2017. His brother Cy died in 2018.")
    claims = reading(parse(nlp, document), document, load_ontology()).claims
    assert claims
    assert all(0 < claim.score < 1 for claim in claims)


def test_without_weights_the_rules_findings_stay_as_they_were(read, tmp_path, monkeypatch):
    doc, extractor = read("Ada Roe married Ben Poe in 2017.")
    found = list(extractor.told())
    monkeypatch.setattr(certainty, "weights", lambda: weights(tmp_path / "none.json"))
    assert list(scored(doc, found)) == found


def test_weights_are_read_from_a_file_of_names_and_numbers(tmp_path):
    path = tmp_path / "weights.json"
    path.write_text(json.dumps({"always": 1, "dated": 0.5}), encoding="utf-8")
    assert weights(path) == {"always": 1.0, "dated": 0.5}


def test_packaged_weights_find_a_plain_wedding_surer_than_a_child_by_hearsay(read):
    doc, extractor = read("Ada Roe married Ben Poe in 2017. She has Dot, Cy Doe told Eve Moe and Fay Loe.")
    plain, *rest = scored(doc, list(extractor.told()))
    assert plain.finding.type == "married"
    assert all(told.score < plain.score for told in rest)
