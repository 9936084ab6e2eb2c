"""The measures of words and speed."""

import pytest
import spacy

from kg.train.corpora import Sentence, Text
from kg.train.evaluate import alignment, speed


def test_alignment_counts_words_and_leaves_out_those_the_treebank_mends():
    words, forms = ["So", "it", "s", "ex", "-", "wife"], ["_", "_", "Typo=Yes", "_", "_", "_"]
    sentence = Sentence(words, [True, False, True, False, False, False], [1] * 6, forms=forms)
    found = alignment(spacy.blank("en"), [Text("t", "ewt/email", [sentence])])
    assert found == {
        "all": pytest.approx(100 * 4 / 6),
        "as spelt": pytest.approx(80),
        "ewt": pytest.approx(100 * 4 / 6),
    }


def test_speed_names_every_part_of_the_pipeline():
    nlp = spacy.blank("en")
    nlp.add_pipe("sentencizer")
    found = speed(nlp, ["Ann met Bob.", "They wed."])
    assert {"words/s", "words/s of a blank tokenizer", "µs a word, tokenizer", "µs a word, sentencizer"} <= set(found)
    assert all(value > 0 for value in found.values())
    assert found["share of the pipeline's"] < 100
