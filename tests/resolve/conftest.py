import pytest

from kg.ontology.load import load
from kg.records import Timeline
from kg.resolve.timeline import timeline


@pytest.fixture(scope="session")
def ontology():
    return load()


@pytest.fixture(scope="session")
def told(ontology):
    """The timeline of some Sources."""

    def build(*sources, judgements=(), **options) -> Timeline:
        documents, readings = [each.document for each in sources], [each.reading for each in sources]
        return timeline(documents, readings, judgements, ontology, **options)

    return build
