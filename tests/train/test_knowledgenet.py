"""The measure on KnowledgeNet's passages: pairs of strings, for the properties annotated in each."""

import pytest

from kg.train.knowledgenet import scores, table

TEXT = "Dr. Ada Roe (3 May 1850 – 1901) was a nurse who married Ben Poe in 1875."
FULL = {"precision": 100.0, "recall": 100.0, "F1": 100.0}


def span(part):
    start = TEXT.index(part)
    return [start, start + len(part)]


def fact(rel, subj, obj):
    return {"rel": rel, "subj": [span(subj)], "obj": [span(obj)]}


def record(*facts, props, source="knowledgenet"):
    return {"source": source, "doc": "1", "text": TEXT, "props": props, "facts": list(facts)}


WEDDING = [
    fact("spouse", subj, obj)
    for pair in (("Ada Roe", "Ben Poe"), ("who", "Ben Poe"))
    for subj, obj in (pair, pair[::-1])
]


def test_every_mention_of_a_pair_counts_once_and_days_by_what_they_mean(nlp):
    given = record(*WEDDING, fact("birth_date", "Dr. Ada Roe", "3 May 1850"), props=["spouse", "birth_date"])
    found = scores(nlp, [given])
    assert found["spouse"] == FULL
    assert found["birth_date"] == pytest.approx({"precision": 50.0, "recall": 100.0, "F1": 200 / 3})  # "who" is no gold


def test_property_that_was_not_annotated_and_another_corpus_count_nothing(nlp):
    found = scores(nlp, [record(props=["child_of"]), record(props=["spouse"], source="redocred")])
    assert set(found) == {"spouse", "child_of", "birth_date", "death_date"}
    assert all(value == 0 for figures in found.values() for value in figures.values())


def test_annotated_passage_without_the_fact_counts_what_is_told_as_wrong(nlp):
    wrong = scores(nlp, [record(props=["spouse"])])
    half = scores(nlp, [record(props=["spouse"]), record(*WEDDING, props=["spouse"])])
    assert wrong["spouse"]["precision"] == 0
    assert half["spouse"] == pytest.approx({"precision": 50.0, "recall": 100.0, "F1": 200 / 3})


def test_table_names_each_property():
    assert table({"spouse": {"F1": 80.0}, "child_of": {"F1": 60.04}}) == "spouse       F1 80.0\nchild_of     F1 60.0"
