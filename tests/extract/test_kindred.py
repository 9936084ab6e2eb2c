"""Relatives of one name: a brother named after the father, a daughter after the mother."""

from datetime import date

import pytest

from kg.extract.claims import reading
from kg.nlp.parse import parse
from kg.ontology.load import load
from kg.records import Document


@pytest.fixture(scope="module")
def kin_of(nlp):
    ontology = load()

    def kin_of(text: str) -> set[str]:
        """ "Carl > Ada" for each parent and child, "Ada - Ben" for siblings, by their keys."""
        document = Document(id="d", source="d.txt", text=text, published=date(2020, 9, 14))
        found = set()
        for claim in reading(parse(nlp, document), document, ontology).claims:
            first, *others = claim.people
            if claim.type == "parent_of":
                found.add(f"{first.person} > {others[0].person}")
            elif claim.type == "sibling_of":
                found.add(f"{first.person} - {others[0].person}")
        return found

    return kin_of


@pytest.mark.parametrize(
    ("text", "tie", "wrong"),
    [
        (
            "Ada Roe was born in 1849 to Carl Roe and Eva Poe. She had two younger brothers, Carl and Max.",
            "Ada Roe - Carl",
            "Ada Roe - Carl Roe",
        ),
        (
            "Ben Roe was a miller. He was the son of Mary and John Roe. He wed Eva Poe. Their daughter Mary Roe sang.",
            "Ben Roe > Mary Roe",
            "Mary Roe > Ben Roe",
        ),
        (
            "Ben Roe was a miller. He was born the son of the baker Carl Roe. His brother was Carl Roe, a singer.",
            "Ben Roe - Carl Roe (2)",
            "Ben Roe - Carl Roe",
        ),
        (  # who is told of more keeps the name
            "Ben Roe was a miller. His late brother Carl sang. His son Carl danced. His son Carl Roe wed in 1890. "
            "Ben's youngest son Carl died in 1901.",
            "Ben Roe > Carl Roe",
            "Ben Roe - Carl Roe",
        ),
    ],
)
def test_relatives_of_one_name_are_two(kin_of, text, tie, wrong):
    found = kin_of(text)
    assert tie in found
    assert wrong not in found


@pytest.mark.parametrize(
    ("text", "tie"),
    [
        ("Ben Roe was the son of Carl Roe. His father, Carl, was a miller.", "Carl Roe > Ben Roe"),
        ("Ben Roe was the brother of Carl Roe. His brother Carl was a miller.", "Ben Roe - Carl Roe"),
    ],
)
def test_who_is_told_as_one_kind_of_kin_stays_one(kin_of, text, tie):
    assert kin_of(text) == {tie}
