"""Children's names that the model passed over."""

import pytest

from kg.nlp.offspring import name_children, name_parents
from tests.nlp.hand import doc_of

ROW = "daughters|NNS|root|0 Ada|NNP|appos|-1|P ~,|,|punct|-1"


@pytest.mark.parametrize(
    ("sentence", "names"),
    [
        ("her|PRP$|nmod:poss|1 son|NN|root|0 Denver|NNP|appos|-1|L", ["Denver"]),
        ("her|PRP$|nmod:poss|1 son|NN|root|0 Denver|NNP|appos|-1|L River|NNP|flat|-1", ["Denver River"]),
        (f"{ROW} four|CD|appos|-2 ~,|,|punct|1 Cricket|NN|conj|-4|O", ["Ada", "Cricket"]),
        ("daughters|NNS|root|0 Cricket|NN|appos|-1 ~,|,|punct|1 four|CD|appos|-2", ["Cricket"]),
        ("a|DT|det|1 boy|NN|root|0 called|VBN|acl|-1 River|NNP|xcomp|-1|O", ["River"]),
        # nothing tells of a child
        ("a|DT|det|1 boy|NN|root|0 saw|VBD|acl|-1 River|NNP|obj|-1|O", []),
        ("a|DT|det|1 band|NN|root|0 called|VBN|acl|-1 River|NNP|xcomp|-1|O", []),
        ("a|DT|det|1 boy|NN|root|0 named|VBN|acl|-1 after|IN|case|1 River|NNP|obl|-2|O", []),
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


HOPE = "and|CC|cc|1 Hope|NNP|conj|-2|P Roe|NNP|flat|-1|p"


@pytest.mark.parametrize(
    ("words", "names"),
    [
        (f"born|VBN|root|0 to|IN|case|1 Dale|NNP|obl|-2 {HOPE}", ["Dale", "Hope Roe"]),
        (f"the|DT|det|1 son|NN|root|0 of|IN|case|1 Dale|NNP|nmod|-2|L {HOPE}", ["Dale", "Hope Roe"]),
        (f"his|PRP$|nmod:poss|1 parents|NNS|root|0 ~,|,|punct|1 Dale|NNP|appos|-2 {HOPE}", ["Dale", "Hope Roe"]),
        # no parents are told of, and no name stands there
        (f"moved|VBD|root|0 to|IN|case|1 Dale|NNP|obl|-2|L {HOPE}", ["Hope Roe"]),
        (f"the|DT|det|1 mayor|NN|root|0 of|IN|case|1 Dale|NNP|nmod|-2|L {HOPE}", ["Hope Roe"]),
        (f"born|VBN|root|0 to|IN|case|1 Scots|NNPS|obl|-2 {HOPE}", ["Hope Roe"]),
        (f"born|VBN|root|0 to|IN|case|1 Sir|NNP|obl|-2 {HOPE}", ["Hope Roe"]),
    ],
)
def test_the_first_of_two_parents_has_a_name(words, names):
    doc = doc_of(words)
    name_parents(doc)
    assert [span.text for span in doc.ents if span.label_ == "PERSON"] == names
