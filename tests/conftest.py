"""Fixtures that several parts share."""

from collections.abc import Callable, Iterator
from datetime import date
from typing import TYPE_CHECKING

import pytest

from kg.ontology.load import load as load_ontology
from kg.ontology.schema import Ontology
from kg.records import Timeline
from kg.store import Store

if TYPE_CHECKING:
    from spacy.language import Language


@pytest.fixture(scope="session")
def couple() -> Timeline:
    """A couple on and off, by hand: see sample_timeline.py."""
    from tests import sample_timeline

    return sample_timeline.couple()


@pytest.fixture(scope="session")
def nlp() -> "Language":
    """The language pipeline that comes with kg."""
    from kg.nlp.pipeline import load

    return load()


@pytest.fixture(scope="session")
def ontology() -> Ontology:
    """The event types that come with kg."""
    return load_ontology()


@pytest.fixture
def store() -> Iterator[Store]:
    """An empty store in memory."""
    with Store() as store:
        yield store


@pytest.fixture(scope="session")
def timeline_of(nlp: "Language", ontology: Ontology) -> Callable[..., Timeline]:
    """The timeline of one text: `timeline_of("Ada met Ben.", published=date(2020, 9, 14))`."""
    from kg.build import Reader
    from kg.read.draft import Draft
    from kg.read.draft import document as made
    from kg.resolve.timeline import timeline

    reader = Reader(nlp, ontology)

    def of(text: str, published: date | None = None, title: str = "") -> Timeline:
        document = made(Draft(text, title=title, published=published), "text")
        assert not hasattr(document, "reason"), document
        return timeline([document], [reader(document)], [], ontology)

    return of
