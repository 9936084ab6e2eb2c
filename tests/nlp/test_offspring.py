"""Children's names that the model passed over."""

import pytest

from kg.nlp.offspring import name_children
from tests.nlp.hand import doc_of

ROW = "daughters|NNS|root|0 Ada|NNP|appos|-1|P ~,|,|punct|-1"


@pytest.mark.parametrize(
    ("sentence", "names"),
    [
        ("her|PRP$|nmod:poss|1 son|NN|root|0 Denver|NNP|appos|-1|L", ["Denver"]),
        ("her|PRP$|nmod:poss|1 son|NN|root|0 Denver|NNP|appos|-1|L River|NNP|flat|-1", ["Denver River"]),
        (f"{ROW} four|CD|appos|-2 ~,|,|punct|1 Cricket|NN|conj|-4|O", ["Ada", "Cricket"]),
        ("daughters|NNS|root|0 Cricket|NN|appos|-1 ~,|,|punct|1 four|CD|appos|-2", ["Cricket"]),
        # nothing tells of a child
        ("her|PRP$|nmod:poss|1 son|NN|root|0 Denver|NNP|compound|2|L ~-|HYPH|punct|1 born|VBN|acl|-3", []),
        ("taught|VBD|root|0 her|PRP$|nmod:poss|1 sons|NNS|iobj|-2 French|NNP|obj|-3", []),
        (f"{ROW} flew|VBD|root|0 to|IN|case|1 Paris|NNP|obl|-2|L", ["Ada"]),
        ("Apple|NNP|nsubj|1 called|VBD|root|0 ~,|,|punct|-1 at|IN|case|1 four|CD|obl|-3", []),
    ],
)
def test_words_in_a_row_of_children_are_their_names(sentence, names):
    doc = doc_of(sentence)
    name_children(doc)
    assert [span.text for span in doc.ents if span.label_ == "PERSON"] == names
