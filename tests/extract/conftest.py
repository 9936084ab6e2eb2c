"""Texts to claims, by the packaged pipeline and ontology."""

from datetime import date

import pytest

from kg.extract.claims import reading
from kg.nlp.parse import parse
from kg.ontology.load import load
from kg.records import Claim, Document

PUBLISHED = date(2020, 9, 14)  # a Monday


@pytest.fixture(scope="session")
def claims_of(nlp):
    """The claims of a text that was published on a day, if not None."""
    ontology = load()

    def claims_of(text: str, published: date | None = PUBLISHED) -> tuple[Claim, ...]:
        document = Document(id="d", source="d.txt", text=text, published=published)
        return reading(parse(nlp, document), document, ontology).claims

    return claims_of
