import pytest

from kg.records import Evidence
from tests.resolve.sources import Source

ANN, BOB, CAL = "Ann Lee", "Bob Ray", "Cal Fox"
DEBUT = "The couple made their first appearance on the red carpet in May"


def saying(name, quote, *people, start=0):
    source = Source(name).says("went_public", *people)
    evidence = Evidence(document=name, start=start, end=start + len(quote), quote=quote)
    source.claims[-1] = source.claims[-1].model_copy(update={"evidence": evidence})
    return source


def couples(timeline):
    found = [event for event in timeline.events if event.type == "went_public"]
    return sorted(" + ".join(member.name for member in event.people) for event in found)


def test_copies_of_a_sentence_are_of_the_couple_of_whom_most_is_told(told):
    copies = [saying("a", DEBUT, ANN, BOB), saying("b", DEBUT, ANN, BOB), saying("c", DEBUT, ANN, CAL)]
    assert couples(told(*copies)) == ["Ann Lee + Bob Ray"]


def test_the_words_themselves_outweigh_all_else(told):
    quote = "After her split from Cal Fox in April Ann was seen in public with him"
    told_most = Source("d").says("met", ANN, BOB).says("engaged", ANN, BOB)
    timeline = told(saying("a", quote, ANN, CAL), saying("b", quote, ANN, BOB), saying("c", quote, ANN, BOB), told_most)
    assert couples(timeline) == ["Ann Lee + Cal Fox"]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (DEBUT, "In May they went out together for the first time, and waved"),  # other words
        ("They went public in May", "They went public in May"),  # words that may be said of anybody
    ],
)
def test_what_is_no_copy_stands(told, one, other):
    assert len(couples(told(saying("a", one, ANN, BOB), saying("b", one, ANN, BOB), saying("c", other, ANN, CAL)))) == 2


def test_people_who_have_nobody_in_common_are_not_compared(told):
    timeline = told(saying("a", DEBUT, ANN, BOB), saying("b", DEBUT, ANN, BOB), saying("c", DEBUT, CAL, "Zoe Orr"))
    assert len(couples(timeline)) == 2


def test_equal_evidence_for_two_couples_leaves_both(told):
    assert len(couples(told(saying("a", DEBUT, ANN, BOB), saying("b", DEBUT, ANN, CAL)))) == 2


def test_one_place_may_tell_of_two_couples(told):
    both = saying("a", DEBUT, ANN, BOB)
    both.claims += [
        claim.model_copy(update={"document": "a", "evidence": claim.evidence.model_copy(update={"document": "a"})})
        for claim in saying("x", DEBUT, ANN, CAL).claims
    ]
    both.knows(CAL)
    assert len(couples(told(both, Source("b").says("met", ANN, BOB)))) == 2
