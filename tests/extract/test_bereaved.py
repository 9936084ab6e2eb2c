"""Who lost a wife or husband by a death that is told for itself, and who did not."""

import pytest


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Ben Poe wed Ada Roe in 1900. She died in childbirth the following year.", {"Ben Poe lost Ada Roe 1901"}),
        ("Ben Poe wed Ada Roe in 1900, but she died in 1905.", {"Ben Poe lost Ada Roe 1905"}),
        ("Ben Poe wed Ada Roe in 1900 and they had sons before her death in 1905.", {"Ben Poe lost Ada Roe 1905"}),
        ("Ada Roe wed first Ben Poe, who died in 1900, and secondly Carl Zed.", {"Ada Roe lost Ben Poe 1900"}),
        # whom the document is about, long after the wedding, and by the days of lives
        (
            "Ben Poe wed Ada Roe in 1900. He built mills. He ran for mayor. Ada Roe died in 1930.",
            {"Ben Poe lost Ada Roe 1930"},
        ),
        ("Ben Poe (1870–1950) wed Ada Roe (1880–1930) in 1900.", {"Ben Poe lost Ada Roe 1930"}),
        (
            "Ada Roe outlived her husband Ben Poe, who died in 1960.",
            {"Ada Roe lost Ben Poe", "Ada Roe lost Ben Poe 1960"},
        ),
        # near misses and refusals
        ("Ben Poe (1870–1950) wed Ada Roe (1880–1960) in 1900.", set()),
        ("Ben Poe (1870–1950) ran mills. His son Carl (1900–1980) wed Eva Lund (1902–1930).", set()),
        ("Ben Poe wed Ada Roe in 1900. They divorced in 1910. She died in 1920.", set()),
        ("Ben Poe was married to Ada Roe from 1900 until 1910. She died in 1920.", set()),
        ("Ben Poe wed Ada Roe in 1900 and Eva Lund in 1910. Ada Roe died in 1930.", set()),
        ("Ben Poe wed Ada Roe in 1900. Her father died in 1920.", set()),
        ("Ben Poe wed Ada Roe in 1900. His partner Carl Zed died in 1920.", set()),
        ("Ben Poe wed Ada Roe in 1900. He left her in 1910. She died in 1920.", set()),
        ("Ben Poe wed Ada Roe in 1900. He died in 1920.", set()),
        ("Ben Poe wed Ada Roe in 1900. He killed her in 1920.", set()),
        ("Ben Poe wed Ada Roe in 1900. She would have died in 1920.", set()),
    ],
)
def test_death_after_a_wedding(claims_of, text, told):
    claims = [claim for claim in claims_of(text, None) if claim.type == "widowed" and claim.status.is_real]
    assert {
        " lost ".join(person.name for person in claim.people) + (f" {claim.when}" if claim.when else "")
        for claim in claims
    } == told
