"""GAP by cluster, on passages of our own that the pipeline reads."""

from kg.train.people import gap

TEXTS = [
    ("Jane Roe met Ada Norton in 1920. In the same year she opened a school.", "she", "Jane Roe", "Ada Norton"),
    ("Ben Hale died in 1910. His widow sold the mill to Carl Poe.", "His", "Ben Hale", "Carl Poe"),
]


def passage(text, pronoun, a, b):
    spans = {key: [text.index(word), text.index(word) + len(word)] for key, word in (("a", a), ("b", b))}
    start = text.index(f" {pronoun} ") + 1
    spans["pronoun"] = [start, start + len(pronoun)]
    return {"source": "gap", "doc": text[:8], "text": text, **spans, "a_coref": True, "b_coref": False}


def test_each_passage_counts_for_its_gender_and_told_both_ways_for_both(nlp):
    found = gap(nlp, [passage(*each) for each in TEXTS[:1]])
    assert found["gap"]["feminine"] == 100
    assert found["gap"]["masculine"] == 0
    assert found["gap told both ways"]["masculine"] > 0


def test_passages_of_other_sources_are_left_out(nlp):
    records = [passage(*each) for each in TEXTS]
    assert gap(nlp, [*records, {"source": "litbank", "text": "Ada."}]) == gap(nlp, records)
