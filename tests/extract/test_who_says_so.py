"""Who says what a claim tells, where no words are quoted: the verb of telling, a paper, a friend."""

import pytest


@pytest.mark.parametrize(
    ("text", "teller"),
    [
        ("Ada Roe revealed on Wednesday that she had split from Ben Poe.", "Ada Roe"),
        ("Ada Roe announced her split from Ben Poe in May.", "Ada Roe"),
        ("Ada Roe confirmed details of her split from Ben Poe.", "Ada Roe"),
        ("Ada Roe and Ben Poe announced their split in May.", "Ada Roe and Ben Poe"),
        ("Ada Roe told fans how she met Ben Poe and that they had split in 2012.", "Ada Roe"),
        ("Ada Roe admitted that she had been ill before she split from Ben Poe in 2010.", "Ada Roe"),
        ("The epic poem Salt Winds claims that Ada Roe split from Ben Poe.", "The epic poem Salt Winds"),
        ("Ada Roe spoke about her split from Ben Poe.", "Ada Roe"),
        ("A source said that Ada Roe had split from Ben Poe.", "A source"),
        ("Her representative confirmed that Ada Roe had split from Ben Poe.", "Her representative"),
        ("According to a report in The Sun, Ada Roe split from Ben Poe in May.", "a report in The Sun"),
        ("Ada Roe split from Ben Poe in May, according to a friend of the couple.", "a friend of the couple"),
        ("As The Sun reported last week, Ada Roe has split from Ben Poe.", "The Sun"),
        ("It was reported by the Daily Mail that Ada Roe had split from Ben Poe.", "the Daily Mail"),
        ("Ada Roe split from Ben Poe in May.", None),
        ("It emerged that Ada Roe had split from Ben Poe.", None),
        ("According to plan, Ada Roe split from Ben Poe in May.", None),
        ("The court heard that Ada Roe had split from Ben Poe.", None),
    ],
)
def test_who_tells_it(claims_of, text, teller):
    assert {claim.said_by for claim in claims_of(text) if claim.type == "separated" and claim.kind == "event"} == {
        teller
    }


def test_who_shares_a_child_tells_nothing(claims_of):
    claims = claims_of("Ada Roe was married to Ben Poe, with whom she shares a son, Carl.")
    assert {claim.said_by for claim in claims if claim.type == "child_born"} == {None}


def test_ties_taken_for_granted_are_the_writers(claims_of):
    claims = claims_of("Ada Roe said that she had moved to York with her husband, Ben Poe.")
    assert {claim.said_by for claim in claims if claim.type == "married"} == {None}
