"""Who is named behind the day and the place of a wedding is the one who was wed."""

import pytest

from kg.nlp.repairs import repaired
from tests.nlp.hand import doc_of

WED = "Ben|NNP|nsubj|1|P married|VBD|root|0 in|IN|case|1 1815|CD|obl|-2 in|IN|case|1 York|NNP|obl|-4|L ~,|,|punct|1"
ADA = "Ada|NNP|appos|-2|P Roe|NNP|flat|-1|p"


@pytest.mark.parametrize(
    ("sentence", "head"),
    [
        (f"{WED} {ADA} .|.|punct|-8", "married"),
        (f"{WED} Countess|NNP|appos|-2 Ada|NNP|flat|-1|P .|.|punct|-8", "Countess"),
        # the day without "in", taken for whom he wed
        (
            f"Ben|NNP|nsubj|1|P married|VBD|root|0 1815|CD|obj|-1 ~,|,|punct|1 {ADA.replace('appos|-2', 'nsubj|-3')}",
            "married",
        ),
        # of whom more is told, who is one of two, and who may be a place
        (f"{WED} {ADA} said|VBD|parataxis|-8 .|.|punct|-9", "York"),
        (f"{WED} {ADA} and|CC|cc|1 Eva|NNP|conj|-3|P .|.|punct|-10", "York"),
        (f"{WED} Ada|NNP|appos|-2|P .|.|punct|-7", "York"),
        # they have wed each other, and somebody else is named before
        (WED.replace("Ben|", "They|").replace("NNP|nsubj|1|P", "PRP|nsubj|1") + f" {ADA} .|.|punct|-8", "York"),
        (WED.replace("York|NNP|obl|-4|L", "Eva|NNP|obj|-4|P") + f" {ADA} .|.|punct|-8", "Eva"),
    ],
)
def test_the_name_behind_day_and_place_is_whom_one_wed(sentence, head):
    assert next(token for token in repaired(doc_of(sentence)) if token.text == "Ada").head.text == head


def test_what_is_told_behind_the_name_is_told_of_it():
    doc = repaired(doc_of(f"{WED} {ADA} ~,|,|punct|1 daughter|NN|appos|-5 of|IN|case|1 Carl|NNP|nmod|-2|P"))
    assert next(token for token in doc if token.text == "daughter").head.text == "Ada"


def test_nobody_weds_a_day():
    words = "Ben|NNP|nsubj|1|P married|VBD|root|0 1815|CD|obj|-1 ~,|,|punct|1 Ada|NNP|nsubj|-3|P Roe|NNP|flat|-1|p"
    labels = {token.text: token.dep_ for token in repaired(doc_of(words))}
    assert (labels["1815"], labels["Ada"]) == ("obl", "obj")
