"""In a row of kin each of whom is described the names hang at each other, and what is said of one at that one."""

import pytest

from kg.nlp.described import part_described
from tests.nlp.hand import doc_of

HUSBAND = (
    "They|PRP|nsubj|1 had|VBD|root|0 {}|CD|nummod|1 sons|NNS|obj|-2 ~,|,|punct|1 Max|NNP|appos|-2|P ~,|,|punct|2 "
    "who|WP|nsubj|1 wed|VBD|acl:relcl|-5 Ada|NNP|obj|-1|P ~,|,|punct|2 and|CC|cc|1 Otto|NNP|conj|-3|P"
)
LISTED = (
    "Their|PRP$|nmod:poss|1 children|NNS|nsubj|2 were|VBD|cop|1 Max|NNP|root|0|P ~,|,|punct|2 a|DT|det|1 "
    "judge|NN|appos|-3 {0}|{0}|punct|1 Ida|NNP|conj|-5|P ~,|,|punct|2 who|WP|nsubj|1 wed|VBD|acl:relcl|-8 "
    "Carl|NNP|obj|-1|P {0}|{0}|punct|1 Otto|NNP|nsubj|-3|P ~,|,|punct|2 a|DT|det|1 poet|NN|appos|-3"
)
KIN = (
    "They|PRP|nsubj|1 had|VBD|root|0 a|DT|det|1 daughter|NN|obj|-2 ~,|,|punct|1 Ida|NNP|appos|-2|P ~,|,|punct|2 "
    "who|WP|nsubj|1 {}|VBD|acl:relcl|-5 {}|NNP|obj|-1{} ~,|,|punct|3 and|CC|cc|2 a|DT|det|1 {}|NN|conj|-4"
)


def heads(sentence: str) -> dict[str, str]:
    """Each word's head and label."""
    doc = doc_of(sentence)
    part_described(doc)
    return {token.text: f"{token.head.text} {token.dep_}" for token in doc}


@pytest.mark.parametrize(
    ("number", "otto", "wed"),
    [("two", "Max conj", "Max acl:relcl"), ("three", "Ada conj", "sons acl:relcl")],  # of three, who is Otto?
)
def test_a_brother_is_not_wed_to_whom_his_brother_wed(number, otto, wed):
    told = heads(HUSBAND.format(number))
    assert (told["Otto"], told["wed"]) == (otto, wed)


@pytest.mark.parametrize(
    ("mark", "otto", "wed"),
    [(";", "Max conj", "Ida acl:relcl"), (",", "wed nsubj", "Max acl:relcl")],  # without number, commas part nothing
)
def test_semicolons_part_who_is_listed(mark, otto, wed):
    told = heads(LISTED.format(mark))
    assert (told["Otto"], told["wed"]) == (otto, wed)


@pytest.mark.parametrize(
    ("what", "otto"),
    [("who|WP|nsubj|1 died|VBD|acl:relcl|-3", "Max conj"), ("a|DT|det|1 poet|NN|appos|-3", "Ada conj")],
)
def test_clauses_part_a_row_that_tells_no_number(what, otto):
    row = HUSBAND.replace("{}|CD|nummod|1 sons|NNS|obj|-2", "sons|NNS|obj|-1")
    assert heads(f"{row} ~,|,|punct|-1 {what}")["Otto"] == otto


@pytest.mark.parametrize(
    ("words", "head"),
    [
        (("wed", "Carl", "|P", "son"), "daughter"),
        (("wed", "Carl", "|P", "baker"), "Carl"),  # no kin of Ida's
        (("had", "brother", "", "sister"), "brother"),  # her own
    ],
)
def test_other_kin_is_not_kin_of_whom_a_daughter_wed(words, head):
    assert heads(KIN.format(*words))[words[3]] == f"{head} conj"


def test_whom_a_description_names_is_none_of_the_row():
    told = heads(HUSBAND.format("two").replace("who|WP|nsubj|1", "his|PRP$|nmod:poss|1").replace("wed|VBD", "wife|NN"))
    assert told["Ada"] == "wife obj"


@pytest.mark.parametrize(
    ("mark", "head"), [(";", "wife conj"), (",", "Ada appos")]
)  # "his wife, Ada, a sister of Ben's"
def test_each_of_those_left_is_kin_of_its_own(mark, head):
    told = heads(
        "by|IN|case|2 his|PRP$|nmod:poss|1 wife|NN|root|0 ~,|,|punct|1 Ada|NNP|appos|-2|P "
        f"~{mark}|{mark}|punct|2 a|DT|det|1 sister|NN|appos|-3 ~,|,|punct|1 Eva|NNP|appos|-2|P"
    )
    assert told["sister"] == head


def test_the_first_word_of_a_band_is_nobody():
    told = (
        "Ben|NNP|nsubj|1|P left|VBD|root|0 Little|NNP|amod|1|P Rain|NNP|compound|1 singer|NN|obj|-3 Ada|NNP|appos|-1|P"
    )
    assert [person.name for person in doc_of(told)._.people] == ["Ben", "Ada"]
