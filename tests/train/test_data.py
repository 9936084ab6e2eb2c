"""The public formats become sentences with trees and with what is known of names."""

import gzip
import json

from kg.nlp.tokenizer import tokenizer
from kg.train import corpora
from kg.train.corpora import (
    ANYTHING,
    BIO,
    CHAINS,
    add_names,
    name_bits,
    named_texts,
    outside,
    records,
    span_records,
    told_apart,
    trees,
)  # fmt: skip

CONLLU = """# newdoc id = one
# source = ewt/weblog
# text = Ann didn't wed.
1\tAnn\tAnn\tPROPN\tNNP\tNumber=Sing\t4\tnsubj\t_\t_
2-3\tdidn't\t_\t_\t_\t_\t_\t_\t_\t_
2\tdid\tdo\tAUX\tVBD\t_\t4\taux\t_\tSpaceAfter=No
3\tn't\tnot\tPART\tRB\t_\t4\tadvmod\t_\t_
4\twed\twed\tVERB\tVB\t_\t0\troot\t_\tSpaceAfter=No
5\t.\t.\tPUNCT\t.\t_\t4\tpunct\t_\t_

"""

ALL = ["PERSON", "ORG", "PLACE"]


def tags(bits):
    return {tag for i, tag in enumerate(BIO) if bits >> i & 1}


def read(tmp_path):
    path = tmp_path / "small.conllu.gz"
    with gzip.open(path, "wt", encoding="utf-8") as file:
        file.write(CONLLU)
    return trees(path)


def test_tree_has_heads_within_the_sentence_and_the_root_as_its_own_head(tmp_path):
    (text,) = read(tmp_path)
    (sentence,) = text.sentences
    assert (text.name, text.source) == ("one", "ewt/weblog")
    assert sentence.words == ["Ann", "did", "n't", "wed", "."]
    assert sentence.spaces == [True, False, True, False, True]
    assert sentence.heads == [3, 3, 3, 3, 3]
    assert sentence.forms == ["Number=Sing", "_", "_", "_", "_"]
    assert sentence.paragraph
    assert set(sentence.names) == {ANYTHING}


def test_names_of_a_record_are_put_on_the_tree(tmp_path):
    texts = read(tmp_path)
    add_names(texts, {"one": {"text": "Ann didn't  wed.", "ents": [[0, 3, "PERSON"]], "labels": ALL}})
    assert tags(texts[0].sentences[0].names[0]) == {"B-PERSON"}
    assert tags(texts[0].sentences[0].names[1]) == {"O"}


def test_only_what_was_annotated_throughout_is_denied():
    assert tags(outside("walked", ALL)) == {"O"}
    assert tags(outside("walked", [])) == {"O"}
    assert "B-PERSON" in tags(outside("Walker", []))
    assert tags(outside("1999", ALL)) == {"O", "B-DATE", "I-DATE"}
    assert tags(outside("1999", [*ALL, "DATE"])) == {"O"}
    assert tags(outside("Oscar", [*ALL, "WORK", "EVENT", "DATE"])) == {"O", "B-OTHER", "I-OTHER"}


def test_words_beside_a_figure_may_belong_to_a_date():
    words = [(0, 3, "the"), (4, 8, "19th"), (9, 16, "century")]
    bits = name_bits(words, {"ents": [], "labels": ["PERSON"]})
    assert "I-DATE" in tags(bits[2])


def test_name_that_cuts_a_word_is_left_open():
    bits = name_bits([(0, 6, "Norton")], {"ents": [[0, 4, "PERSON"]], "labels": ["PERSON"]})
    assert bits == [ANYTHING]


def test_record_is_cut_by_the_pipelines_own_tokenizer():
    record = {"doc": "d", "source": "s", "text": "Ann's here. Bob isn't.", "sents": [[0, 11], [12, 22]],
              "ents": [[0, 3, "PERSON"], [12, 15, "PERSON"]], "labels": ["PERSON"]}  # fmt: skip
    (text,) = named_texts([record], tokenizer())
    assert [sentence.words for sentence in text.sentences] == [["Ann", "'s", "here", "."], ["Bob", "is", "n't", "."]]
    assert tags(text.sentences[1].names[0]) == {"B-PERSON"}


def test_records_with_a_few_known_people_become_records_of_names():
    gap = {"source": "gap", "text": "Ann met Bob.", "a": [0, 3], "b": [8, 11]}
    facts = [("child_of", [[0, 3]], [[14, 16]]), ("member_of", [[5, 6]], [[7, 10]])]
    family = {"text": "Eve, a son of Cy.", "facts": [dict(zip(("rel", "subj", "obj"), f, strict=True)) for f in facts]}
    first, second = span_records([gap], [family])
    assert first["ents"] == [[0, 3, "PERSON"], [8, 11, "PERSON"]]
    assert second["ents"] == [[0, 3, "PERSON"], [14, 16, "PERSON"]]
    assert (first["labels"], second["sents"]) == ([], [[0, 17]])


def test_marks_of_people_find_their_words_in_the_treebank(tmp_path, monkeypatch):
    marks = [{"source": "ewt", "doc": "one", "clusters": [[[0, 3]]]},
             {"source": "own", "doc": "w1", "text": "Eva wed.", "clusters": [[[0, 3]]]}]  # fmt: skip
    monkeypatch.setattr(corpora, "CHAINS", tmp_path / "chains.jsonl.gz")
    with gzip.open(corpora.CHAINS, "wt", encoding="utf-8") as file:
        file.writelines(json.dumps(each) + "\n" for each in marks)
    (tmp_path / "ud").mkdir()
    with gzip.open(tmp_path / "ud" / "train.conllu.gz", "wt", encoding="utf-8") as file:
        file.write(CONLLU)
    found = [each["text"][slice(*each["clusters"][0][0])] for each in told_apart(tmp_path)]
    assert found == ["Ann", "Eva"]


def test_every_mark_of_people_stands_in_its_text_and_in_one_chain():
    for record in records(CHAINS):
        spans = [tuple(span) for chain in record["clusters"] for span in chain]
        assert spans
        assert len(spans) == len(set(spans)), record["doc"]
        assert all(len(chain) > 1 for chain in record["clusters"]), record["doc"]
        text = record.get("text")
        assert text is None or all(text[start:end].strip() == text[start:end] != "" for start, end in spans)
