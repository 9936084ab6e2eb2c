"""Births: who bore whom, where the words for it stand in an order that trees misread, or away from the names."""

import pytest


@pytest.fixture(scope="module")
def births_of(claims_of):
    """The births of children that a text tells, parents before the child, each in one line."""

    def births_of(text: str) -> set[str]:
        found = (claim for claim in claims_of(text, None) if claim.type == "child_born")
        return {f"{', '.join(each.name for each in claim.people)} {claim.when}" for claim in found}

    return births_of


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Ada Roe bore Ben Poe a son, Max, in 1844.", {"Ada Roe, Ben Poe, Max 1844"}),
        ("Ben Poe had by Ada Roe an illegitimate son, Max, in 1844.", {"Ben Poe, Ada Roe, Max 1844"}),
        ("To Ben Poe and Ada Roe was born a son, Max, in 1844.", {"Ben Poe, Ada Roe, Max 1844"}),
    ],
)
def test_a_son_behind_his_parents_is_the_child(births_of, text, told):
    assert births_of(text) == told
