"""Passages told again with genders swapped: what changes, what stays, and where the marked words stand then."""

import pytest

from kg.train.swapped import swapped, swapped_name, swapped_word


@pytest.mark.parametrize(
    ("word", "tag", "other"),
    [
        ("her", "PRP$", "his"),
        ("her", "PRP", "him"),
        ("his", "PRP$", "her"),
        ("him", "PRP", "her"),
        ("HIS", "PRP$", "HER"),
        ("Himself", "PRP", "Herself"),
        ("Mrs.", "NNP", "Mr."),
        ("actresses", "NNS", "actors"),
        ("they", "PRP", "they"),
        ("doctor", "NN", "doctor"),
    ],
)
def test_words_take_the_other_gender_in_their_own_case(word, tag, other):
    assert swapped_word(word, tag) == other


def test_a_first_name_becomes_one_of_the_other_gender_and_always_the_same():
    from kg.nlp.names import first_names

    new = swapped_name("Jane", "passage 1")
    assert first_names()[new.lower()] == "male"
    assert {swapped_name("Jane", "passage 1") for _ in range(3)} == {new}
    assert {swapped_name("Jane", f"passage {number}") for number in range(20)} > {new}


@pytest.mark.parametrize("word", ["Norton", "jane", "Quux"])
def test_what_is_no_first_name_stays(word):
    assert swapped_name(word, "1") == word


def test_the_marked_words_are_found_in_the_passage_as_told_again(nlp):
    text = "Jane Roe met Ada Norton in 1920. Her husband, she said, was a baker in Virginia."
    spans = {"a": [0, 8], "b": [13, 23], "pronoun": [33, 36]}
    record = {"source": "gap", "doc": "1", "text": text, **spans, "a_coref": True, "b_coref": False}
    told = swapped(record, nlp(text))
    words = {key: told["text"][slice(*told[key])] for key in spans}
    assert words["pronoun"] == "His"
    assert words["a"].endswith(" Roe")
    assert not words["a"].startswith("Jane")
    assert words["b"].endswith("Norton")
    assert told["text"].endswith("wife, he said, was a baker in Virginia.")
    assert (told["a_coref"], told["b_coref"]) == (True, False)
