"""Prepositions left behind: "Ben Roe, who she split from in May"."""

import pytest


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Ada Poe shares two sons with Ben Roe, who she announced she had split from in May 2018.", {"2018-05"}),
        ("Pictured: Ben Roe, who Ada Poe split from in June 2019, before going home.", {"2019-06"}),
        ("Ada Poe is a friend of Ben Roe, who she split from in 2016.", {"2016"}),
        # it is the noun behind that goes with the preposition
        ("Ada Poe is a friend of Ben Roe, who she thinks split from Eva Lark in 2016.", set()),
    ],
)
def test_who_is_split_from_stands_before_it(claims_of, text, told):
    couple = {"Ada Poe", "Ben Roe"}
    partings = [each for each in claims_of(text) if each.type == "separated"]
    assert {each.when.edtf for each in partings if {it.name for it in each.people} == couple} == told
