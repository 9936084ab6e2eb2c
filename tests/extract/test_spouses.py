"""A wife or husband without a name, who is named elsewhere in the document."""

import pytest


@pytest.mark.parametrize(
    ("text", "partner"),
    [
        ("In 1910 Ada Roe was wed to Ben Poe, who was a smith. She and her husband divorced in 1923.", "Ben Poe"),
        ("Ada Roe married Ben Poe in 1910. After her release, her husband divorced her in 1923.", "Ben Poe"),
        # from whom she was divorced before a wedding is another
        ("Ada Roe and her husband divorced in 1923. In 1925 she married Ben Poe.", "husband of Ada Roe"),
    ],
)
def test_husband_without_a_name(claims_of, text, partner):
    divorced = [claim for claim in claims_of(text) if claim.type == "divorced" and claim.kind == "event"]
    assert {each.name for claim in divorced for each in claim.people} == {"Ada Roe", partner}


def test_husband_named_by_a_copula_is_the_one_who_lost_her(claims_of):
    text = "Queen Ada was the second wife of King Ben of Rhune. After Queen Ada died in 1396, her husband built a tomb."
    widowed = next(claim for claim in claims_of(text, None) if claim.type == "widowed")
    assert {each.role: each.name for each in widowed.people} == {"survivor": "Ben of Rhune", "deceased": "Queen Ada"}
