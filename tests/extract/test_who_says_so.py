"""Who says what a claim tells: the verb of telling above it, where no words are quoted."""

import pytest


@pytest.mark.parametrize(
    ("text", "teller"),
    [
        ("Ada Roe revealed on Wednesday that she had split from Ben Poe.", "Ada Roe"),
        ("Ada Roe announced her split from Ben Poe in May.", "Ada Roe"),
        ("Ada Roe confirmed details of her split from Ben Poe.", "Ada Roe"),
        ("Ada Roe and Ben Poe announced their split in May.", "Ada Roe and Ben Poe"),
        ("A source said that Ada Roe had split from Ben Poe.", "A source"),
        ("Ada Roe split from Ben Poe in May.", None),
        ("The court heard that Ada Roe had split from Ben Poe.", None),
    ],
)
def test_who_tells_it(claims_of, text, teller):
    assert {claim.said_by for claim in claims_of(text) if claim.type == "separated" and claim.kind == "event"} == {
        teller
    }
