"""Titles before a noun that tells what somebody in them is: their words are no clause."""

import pytest


@pytest.mark.parametrize(
    ("text", "hung"),
    [
        ("Ada Roe previously dated Made In Leeds star Ben Poe.", "star obj dated"),
        ("Ada Roe wed Married at First Sight star Ben Poe in 2019.", "star obj wed"),
        ("Keeping Up With The Roes star Ada Roe married Ben Poe.", "star nsubj married"),
        ("She split from Dancing With The Stars judge Ben Poe.", "judge obl split"),
        ("Ada Roe dated her former Made In Leeds co-star Ben Poe.", "co-star obj dated"),
        ("Ada Roe and Made In Leeds star Ben Poe wed in 2019.", "star conj Ada"),
        ("Ben Roe was linked to German model and Made In Leeds star Eva Poe.", "star conj model"),
        # whose title names alone make, and words that belong to no title
        ("Ada Roe dated Vanderpump Rules star Ben Poe.", "star obj dated"),
        ("After Love Island star Ada Roe married Ben Poe, she left.", "star nsubj married"),
        ("He filmed The Circle with star Ben Poe.", "star obl filmed"),
    ],
)
def test_words_of_a_title_hang_at_the_noun_behind_it(nlp, text, hung):
    doc = nlp(text)
    noun, label, head = hung.split()
    (star,) = (token for token in doc if token.text == noun)
    assert (star.dep_, star.head.text) == (label, head)
    assert {token.dep_ for token in star.lefts} <= {"compound", "case", "cc", "nmod:poss", "amod", "mark"}


@pytest.mark.parametrize(
    ("text", "hung"),
    [
        ("Ada Roe spoke of her split from Made In Leeds's Ben Poe.", "Ben nmod split"),
        ("Ada Roe dated Married At First Sight's Ben Poe.", "Ben obj dated"),
        ("Ada Roe sang after Carl Zed's Ben Poe left.", "Ben nsubj left"),  # which is no title
    ],
)
def test_words_of_a_title_hang_at_the_name_whose_it_is(nlp, text, hung):
    name, label, head = hung.split()
    (ben,) = (token for token in nlp(text) if token.text == name)
    assert (ben.dep_, ben.head.text) == (label, head)
