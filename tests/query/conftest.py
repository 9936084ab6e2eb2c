import pytest

from kg.query.view import Graph
from tests.query.story import ONTOLOGY, story


@pytest.fixture(scope="session")
def graph() -> Graph:
    return Graph(story(), ONTOLOGY, lambda day: story(as_of=day))
