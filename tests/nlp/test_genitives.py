"""Owners of owners: whose sister somebody's wife's sister is."""

import pytest


@pytest.mark.parametrize(
    ("text", "owned"),
    [
        ("Ben Roe's wife's sister, Ada Poe, came.", {"Ben > wife", "wife > sister"}),
        ("Ada Poe met her half-brother Eric Roe's 37-year-old wife, Lara.", {"her > brother", "brother > wife"}),
        ("Ada Roe's uncle Ben Poe's daughter, Eva, wed Carl Lenz.", {"Ada > uncle", "uncle > daughter"}),
        (
            "Ben Poe's new girlfriend Ada Roe's ex-husband, Carl Lenz, is 55.",
            {"Ben > girlfriend", "girlfriend > ex-husband"},
        ),
        ("Counting: Actor Josh Poe's wife Kate shared an update on Tuesday.", {"Josh > wife"}),
        ("Her 28-year-old husband's death was sudden.", {"Her > husband", "husband > death"}),
        # two owners of one thing, and a sign that is none of an owner
        ("Ada Roe and Ben Poe's daughter Eva came.", {"Ada > daughter"}),
        ("The show of Ada Roe's ex/co-parent Ben began.", {"Ada > parent"}),
    ],
)
def test_each_owner_hangs_at_what_follows_its_sign(nlp, text, owned):
    found = {f"{token} > {token.head}" for token in nlp(text) if token.dep_ == "nmod:poss"}
    assert found == owned
