"""Tags are set right where the tree says otherwise."""

import pytest

from kg.nlp.repairs import repaired
from tests.nlp.hand import doc_of


@pytest.mark.parametrize(
    ("sentence", "word", "tag"),
    [
        ("Ada|NNP|nsubj|2 almost|RB|advmod|1 divorced|JJ|root|0", "divorced", "VBD"),
        ("Ada|NNP|nsubj|3 and|CC|cc|1 Ben|NNP|conj|-2 separate|JJ|root|0", "separate", "VBP"),
        # with a copula, with no such verb, and beside a clause of its own
        ("Ada|NNP|nsubj|2 is|VBZ|cop|1 divorced|JJ|root|0", "divorced", "JJ"),
        ("Ada|NNP|nsubj|1 happy|JJ|root|0", "happy", "JJ"),
        ("She|PRP|nsubj|1 wept|VBD|root|0 guests|NNS|nsubj|1 present|JJ|advcl|-2", "present", "JJ"),
    ],
)
def test_what_only_a_verb_can_be_is_tagged_as_one(sentence, word, tag):
    token = next(token for token in repaired(doc_of(sentence)) if token.text == word)
    assert token.tag_ == tag
    assert (token.pos_ == "VERB") == tag.startswith("VB")
