"""Which pipelines are taken, and which are refused."""

import pytest
import spacy

from kg.errors import ModelError
from kg.nlp.pipeline import load


def pipeline(folder, labels):
    """A blank pipeline on disk, with a parser of these labels."""
    nlp = spacy.blank("en")
    parser = nlp.add_pipe("parser")
    for label in labels:
        parser.add_label(label)
    nlp.initialize()
    nlp.to_disk(folder)
    return folder


def test_own_pipeline_reads_a_sentence(nlp):
    assert nlp.pipe_names[:2] == ["kg_encoder", "kg_lemmas"]
    assert [token.lemma_ for token in nlp("They were wed.")] == ["they", "be", "wed", "."]


def test_other_pipeline_with_universal_labels_is_taken(tmp_path):
    found = load(pipeline(tmp_path / "ud", ["nsubj", "obj", "obl", "nmod:poss"]))
    assert "parser" in found.pipe_names
    assert "kg_encoder" not in found.pipe_names


@pytest.mark.parametrize(
    ("labels", "why"),
    [(["nsubj", "dobj", "pobj"], "it has dobj"), (["nsubj", "obj"], "it lacks obl")],
)
def test_other_labels_are_refused_in_one_line(tmp_path, labels, why):
    folder = pipeline(tmp_path / "old", labels)
    with pytest.raises(ModelError) as refusal:
        load(folder)
    assert str(refusal.value) == f"the labels of the pipeline {folder} are not Universal Dependencies: {why}"


def test_missing_pipeline_is_refused_in_one_line(tmp_path):
    with pytest.raises(ModelError) as refusal:
        load(tmp_path / "none")
    assert str(refusal.value).startswith(f"no language pipeline at {tmp_path / 'none'}: ")
    assert "\n" not in str(refusal.value)
