"""Where in the clause somebody is spoken of."""

import pytest

from kg.nlp import links
from tests.nlp.hand import doc_of


@pytest.mark.parametrize(
    ("clause", "role"),
    [
        ("Ada|NNP|nsubj|1 wept|VBD|root|0", "subject"),
        # whose mind gives way is spoken of, whose sister weeps is not
        ("Ada|NNP|nmod:poss|2 's|POS|case|-1 mind|NN|nsubj|1 failed|VBD|root|0", "subject"),
        ("Ada|NNP|nmod:poss|2 's|POS|case|-1 sister|NN|nsubj|1 wept|VBD|root|0", "possessor"),
        ("in|IN|case|3 Ada|NNP|nmod:poss|2 's|POS|case|-1 book|NN|obl|1 lies|VBZ|root|0", "object"),
    ],
)
def test_whoever_has_a_thing_has_its_role(clause, role):
    assert next(links.role(token) for token in doc_of(clause) if token.text == "Ada") == role
