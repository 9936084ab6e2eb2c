"""Adoptions: who adopts whom, in whatever words, and who is only treated as a child."""

import pytest


@pytest.fixture(scope="module")
def adoptions_of(claims_of):
    """The adoptions that a text tells, parents before the child, each in one line."""

    def adoptions_of(text: str) -> set[str]:
        found = (claim for claim in claims_of(text, None) if claim.type == "adopted")
        return {f"{', '.join(each.name for each in claim.people)} {claim.when}" for claim in found}

    return adoptions_of


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Adopted by Ada Roe in 2012, Max Lark grew up in York.", {"Ada Roe, Max Lark 2012"}),
        ("Max Lark, adopted by Ada Roe in 2012, grew up in York.", {"Ada Roe, Max Lark 2012"}),
        ("Ada Roe's adoption of Max Lark in 2012 made news.", {"Ada Roe, Max Lark 2012"}),
        ("The adoption of Max Lark by Ada Roe and Ben Poe was final.", {"Ada Roe, Ben Poe, Max Lark None"}),
        ("Ada Roe is the adoptive mother of Max Lark.", {"Ada Roe, Max Lark None"}),
        ("Max Lark, adopted son of Ada Roe, sang.", {"Ada Roe, Max Lark None"}),
        ("Ada Roe became a mother to Max Lark through adoption in 2012.", {"Ada Roe, Max Lark 2012"}),
        # taken in, or made a son
        ("Ada Roe brought Max Lark home in 2018 as her son.", {"Ada Roe, Max Lark 2018"}),
        ("In 1990 Ada Roe took in Max Lark and raised him as her own.", {"Ada Roe, Max Lark 1990"}),
        ("Max Lark was taken in by Ada Roe in 1990 and raised as her own.", {"Ada Roe, Max Lark 1990"}),
        ("Ben Poe made Max Lark his adopted son in 1850.", {"Ben Poe, Max Lark 1850"}),
        # no child is adopted
        ("Ada Roe's adoption of the name Max Lark in 2012 made news.", set()),
        ("Ada Roe took in a lodger, Max Lark, in 1990.", set()),
        ("Ada Roe brought Max Lark to York as her guest.", set()),
        ("Ada Roe treated Max Lark as her own son.", set()),
    ],
)
def test_who_adopts_whom(adoptions_of, text, told):
    assert adoptions_of(text) == told


@pytest.mark.parametrize(
    ("text", "is_told"),
    [
        ("Ben Poe acknowledged Max Lark as his son in 1950.", True),
        ("Ben Poe treated Max Lark as his son.", False),
        ("Ada Roe regards Max Lark as her son.", False),
    ],
)
def test_who_is_taken_for_a_son(claims_of, text, is_told):
    ties = [[each.name for each in claim.people] for claim in claims_of(text) if claim.type == "parent_of"]
    assert ties == ([["Ben Poe", "Max Lark"]] if is_told else [])
