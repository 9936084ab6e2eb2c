"""What stands after an article and tells of books is not read."""

import pytest

from kg.nlp.parse import masked

LIFE = "Ada Roe was a poet. She was born in York and lived there with her aunt, a nurse, for ten years.\n\n"


@pytest.mark.parametrize("heading", ["Sources", "PRIMARY SOURCES", "== References ==", "Further reading"])
def test_lists_of_books_are_blank(heading):
    text = f"{LIFE}{heading}\n\n-   Life of Marsh, John (d. 1669), of York\n"
    assert masked(text).rstrip() == LIFE.rstrip()
    assert len(masked(text)) == len(text)


def test_prose_that_speaks_of_sources_is_read():
    text = f"{LIFE}Sources told her more.\n"
    assert masked(text) == text
