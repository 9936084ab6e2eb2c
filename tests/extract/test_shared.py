"""Children who are named with one parent, and told to be shared with the other."""

import pytest

SONS = "Ben Poe posed with his sons, Max, four, and Leo, one."


@pytest.mark.parametrize(
    ("text", "shared"),
    [
        (f"{SONS} Ben shares his two sons with his ex-wife, Ada Roe.", {"Max", "Leo"}),
        (f"{SONS} Ben shares his sons with his ex-wife, Ada Roe.", {"Max", "Leo"}),
        (f"{SONS} Ben Poe and Ada Roe have two children together.", {"Max", "Leo"}),
        # more, others, or somebody else's
        (f"{SONS} Ben shares three sons with his ex-wife, Ada Roe.", set()),
        (f"{SONS} Ben shares a son with his ex-wife, Ada Roe.", set()),
        (f"{SONS} Ben shares his two daughters with his ex-wife, Ada Roe.", set()),
        (f"{SONS} Ben Poe and Ada Roe have a child together.", set()),
        (f"{SONS} Ben Poe and Ada Roe hope to have two children.", set()),
        (f"{SONS} Carl Foe shares his two sons with his ex-wife, Ada Roe.", set()),
    ],
)
def test_children_told_to_be_shared_are_of_both(claims_of, text, shared):
    ties = [each for each in claims_of(text) if each.type == "parent_of" and each.status.is_real]
    told = [(parent.name, child.name) for each in ties for parent, child in [each.people]]
    assert {child for parent, child in told if parent == "Ada Roe"} == shared


def test_a_mothers_sons_are_no_daughters(claims_of):
    text = "Ada Roe is a mom to sons Max and Leo. Ada shares her two sons with her ex-husband Ben Poe."
    ties = {tuple(one.name for one in claim.people) for claim in claims_of(text) if claim.type == "parent_of"}
    assert ties == {("Ada Roe", "Max"), ("Ada Roe", "Leo"), ("Ben Poe", "Max"), ("Ben Poe", "Leo")}


@pytest.mark.parametrize(
    ("row", "children"),
    [
        ("ten-year-old Max Poe, Leo Poe, five, and Pia Poe, eight,", {"Max Poe", "Leo Poe", "Pia Poe"}),
        ("Leo Poe, five, with Carl Zed, and Pia Poe, eight,", {"Pia Poe"}),
    ],
)
def test_a_row_of_children_is_of_the_marriage_behind_it(claims_of, row, children):
    claims = claims_of(f"Ada Roe is a mother to {row} from her marriage to Ben Poe.")
    ties = [[each.name for each in claim.people] for claim in claims if claim.type == "parent_of"]
    assert {child for parent, child in ties if parent == "Ben Poe"} == children
