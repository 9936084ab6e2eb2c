"""Nobody has two wives at a time: who is so only as "the blonde" is misread."""

import pytest


@pytest.fixture(scope="module")
def wives_of(claims_of):
    """The couples that a text tells to be married, by name."""

    def wives_of(text: str) -> set[str]:
        told = (claim for claim in claims_of(text) if claim.type == "married")
        return {" + ".join(one.name for one in each.people) for each in told}

    return wives_of


@pytest.mark.parametrize(
    ("text", "couples"),
    [
        # "she" is Dora, whoever is told of last
        (
            "Dora Roe was pictured with her husband Ben Poe. Dora and her sister Ada Roe sang. Ada is proud of her. "
            "She wed her husband Ben in 2014.",
            {"Ben Poe + Dora Roe"},
        ),
        ("Ada Roe is proud of her sister. She wed her husband Ben Poe in 2014.", {"Ada Roe + Ben Poe"}),
        # both are named, or the one was before the other
        ("Dora Roe loves her husband Ben Poe. Ada Roe loves her husband Ben Poe.",
         {"Ben Poe + Dora Roe", "Ada Roe + Ben Poe"}),
        ("Ben Poe wed Dora Roe in 2001. They parted. He loves his wife Ada Roe.",
         {"Ben Poe + Dora Roe", "Ada Roe + Ben Poe"}),
    ],
)  # fmt: skip
def test_better_told_couples_stand(wives_of, text, couples):
    assert wives_of(text) == couples
