"""What the packaged heads read that no rule does, and what they leave alone."""

import pytest

from kg.extract.learned import WEIGHTS
from kg.nlp.pipeline import PACKAGED

pytestmark = pytest.mark.skipif(not (PACKAGED / WEIGHTS).exists(), reason="the packaged pipeline has no heads of facts")

SHARED = "Ada Roe and Ben Poe met in 2010. They have custody of two children, sons Max, four, and Rufus, three."


def read(claims_of, text):
    claims = [claim for claim in claims_of(text) if claim.found_by.startswith("model")]
    return {(claim.type, *(each.name for each in claim.people)) for claim in claims}


def test_children_whose_custody_two_have_are_theirs(claims_of):
    parents = {("parent_of", parent, child) for parent in ("Ada Roe", "Ben Poe") for child in ("Max", "Rufus")}
    assert read(claims_of, SHARED) == parents


@pytest.mark.parametrize(
    "text",
    [
        SHARED.replace("They have", "They do not have"),
        SHARED.replace("They have", "Do they have").replace("three.", "three?"),
        "Ada Roe and Ben Poe were pictured with Max, the son of a friend.",
    ],
)
def test_what_is_denied_asked_or_anothers_is_not_theirs(claims_of, text):
    assert read(claims_of, text) == set()
