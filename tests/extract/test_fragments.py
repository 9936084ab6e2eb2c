"""What a text leaves out, its own beginning and end included, keeps nothing else of it from being read."""

import pytest


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("To wed Ben Roe, Ada Poe left Leeds in 2012.", set()),
        ("To Ada's first husband, Ben Roe, after her wedding", {"married"}),
        ("Ada Roe married Ben Poe until", {"married"}),
        ("Ada Roe and Ben Poe divorced, all", {"divorced"}),
        (") (1878–1946), married Ada Poe.", set()),
        ("Children are two daughters she", set()),
    ],
)
def test_a_text_that_is_cut_off_is_read(claims_of, text, told):
    assert {claim.type for claim in claims_of(text) if claim.status.is_real} >= told


def test_an_age_without_a_day_tells_no_birth_and_hinders_nothing(claims_of):
    (wedding,) = claims_of("Ada Roe turned 40. She married Ben Poe in 2012.")
    assert (wedding.type, wedding.when.edtf) == ("married", "2012")


@pytest.mark.parametrize(
    "text",
    [
        "Ada Roe married Ben Poe in 2012. They had 3² sons: Max, a priest, Otto, a miller, and Karl.",
        "Ada Roe married Ben Poe in 2012. They kept their ²nd wedding anniversary on Monday.",
    ],
)
def test_what_is_a_digit_and_no_number_hinders_nothing(claims_of, text):
    assert "married" in {claim.type for claim in claims_of(text)}
