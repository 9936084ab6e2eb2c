"""Words of love that are said of two who have wed tell no other tie of them."""

import pytest


@pytest.mark.parametrize(
    ("text", "is_told"),
    [
        ("Ada Roe is married to Ben Poe. She came with her partner.", False),
        ("Ada Roe has a husband, Ben Poe. Ada says their relationship is hard.", False),
        ("Ada Roe said of her husband Ben Poe that their relationship was hard.", False),
        ("Ada Roe is married to Ben Poe. They are together in Leeds.", False),
        # told of two who have not wed, or of the days before
        ("Ada Roe has a boyfriend, Ben Poe. Ada says their relationship is hard.", True),
        ("Ada Roe is engaged to Ben Poe. She came with her partner.", True),
        ("Ada Roe plans to marry Ben Poe. Ada says their relationship is hard.", True),
        ("Ada Roe married Ben Poe in 2019. Their romance began in a bakery.", True),
        ("Ada Roe married Ben Poe in 2019. They had been together since 2012.", True),
    ],
)
def test_partner_of_who_has_wed_is_the_spouse(claims_of, text, is_told):
    couple = {"Ada Roe", "Ben Poe"}
    told = [claim for claim in claims_of(text) if {one.name for one in claim.people} == couple]
    assert told
    assert any(claim.type in ("dating", "dating_began") for claim in told) is is_told
