"""Nobody is born or dies twice in one document."""

import pytest

LIFE = "Ben Roe (5 May 1850 – 14 June 1920) was a painter. "


@pytest.mark.parametrize(
    ("text", "days"),
    [
        # what is worked out yields to what is told
        ("A year after Ben Roe's death, on 1 January 1922, Ada Poe signed the deed.", {"1920-06-14", None}),
        ("The funeral was held four days after his death on June 18, 1920.", {"1920-06-14", None}),
        ("Carl Zed robbed him in 1901. He died shortly afterwards.", {"1920-06-14", None}),
        # it is another who is told to have died on another day, unless sources differ
        ("Carl Zed was a rebel. He was executed in September 1917.", {"1920-06-14"}),
        ("He died on 3 May 1920.", {"1920-06-14", "1920-05-03"}),
        ("Roe died on 16 June 1920.", {"1920-06-14", "1920-06-16"}),
        ("He died in 1920.", {"1920-06-14", "1920"}),
    ],
)
def test_a_death_is_on_the_day_that_is_told_best(claims_of, text, days):
    told = [each for each in claims_of(LIFE + text, None) if each.type == "died"]
    assert {each.when and each.when.edtf for each in told} == days


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("Ada Roe fell ill in May 1998, two months before she died. Roe died on June 25, 1998.", {"1998-06-25", None}),
        ("Ada Roe fell ill in 1998. She died two years later.", {"2000"}),
        ("Ada Roe died in 1998. Ada Roe died in 2001.", {"1998", "2001"}),  # which is right?
    ],
)
def test_without_a_bracket_a_named_death_is_told_best(claims_of, text, days):
    told = [each for each in claims_of(text, None) if each.type == "died"]
    assert {each.when and each.when.edtf for each in told} == days


@pytest.mark.parametrize(
    ("text", "days"),
    [
        # a day that is only claimed, or a few years off, leaves the other one told
        (
            "Ada Roe always said that she was born in 1900. The register tells that she was born in 1909.",
            {"1900", "1909"},
        ),
        ("Ada Roe (1900–1970) was a painter. In the register she was born in 1897.", {"1900", "1897"}),
        ("Ada Roe (1900–1970) was a painter. Eva Poe was a nun. She was born in 1847.", {"1900"}),
    ],
)
def test_two_days_of_a_birth_that_may_both_be_told_are_kept(claims_of, text, days):
    told = [each for each in claims_of(text, None) if each.type == "born" and each.people[0].name == "Ada Roe"]
    assert {each.when and each.when.edtf for each in told} == days
