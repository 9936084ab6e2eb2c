"""Nobody goes on after their own death."""

import pytest

KILLED = "Ben Roe (1801-1865) was a painter. Roe was killed by a tree in 1816. In 1830, Roe married Ada Poe."
TWICE = "Ben Roe (1801-1865) was a painter. In 1830, Roe married Ada Poe. In 1892, Roe married Eva Lark."


@pytest.mark.parametrize(
    ("text", "event", "is_told"),
    [
        # somebody dies, and lives on, and dies: the first was another
        (KILLED, "died Ben 1816", False),
        (KILLED, "married Ada Ben 1830", True),
        (KILLED, "died Ben 1865", True),
        # what comes after the last death was done by another, or on another day
        (TWICE, "married Ada Ben 1830", True),
        (TWICE, "married Ben Eva 1892", False),
        # a child may be born after its father's death, and who dies but once has died
        ("Ben Roe died on 3 May 1850. Ben and Ada Roe had a son, Carl, on 2 September 1850.",
         "child_born Ada Ben Carl 1850", True),
        ("Ben Roe married Ada Poe in 1840. She died in 1841. He died in 1850.", "died Ada 1841", True),
    ],
)  # fmt: skip
def test_nobody_lives_on_after_the_last_death_told(claims_of, text, event, is_told):
    found = {
        " ".join([claim.type, *sorted(one.name.split()[0] for one in claim.people), str(claim.when.latest.year)])
        for claim in claims_of(text, None)
        if claim.when is not None and claim.when.latest is not None
    }
    assert (event in found) is is_told, found


LIFE = "BEN ROE (3 June 1808 – 6 December 1889) was a judge. "


@pytest.mark.parametrize(
    ("text", "event", "is_told"),
    [
        # the years in the bracket are surer than whom a pronoun means
        ("Ben's son Max was named after his uncle; he died in 1854.", "died Ben 1854", False),
        ("His grandfather lived in York. He married Eva Lark in 1783.", "married Ben Eva 1783", False),
        ("He married Eva Lark in 1835.", "married Ben Eva 1835", True),
        ("He was born in 1809.", "born Ben 1809", True),  # sources differ
        ("He was born in 1829.", "born Ben 1829", False),
        ("In 1908 his hundredth birthday was kept.", "born Ben 1908", False),
        ("Ada Poe (1740–1790) had a niece. She wed Dan Moe in 1820.", "married Ada Dan 1820", False),
        # a niece of that name may stand in the bracket
        ("Ada Poe married Dan Moe in 1835. They had a niece, Ada (b. 1853).", "married Ada Dan 1835", True),
    ],
)
def test_nothing_is_told_of_somebody_in_the_years_of_another_life(claims_of, text, event, is_told):
    found = {
        " ".join([claim.type, *sorted(one.name.split()[0] for one in claim.people), str(claim.when.latest.year)])
        for claim in claims_of(LIFE + text, None)
        if claim.when is not None and claim.when.latest is not None
    }
    assert (event in found) is is_told, found


@pytest.mark.parametrize(("died", "is_told"), [(1885, False), (1925, True)])
def test_who_died_before_does_not_survive_anybody(claims_of, died, is_told):
    wives = f"Roe wed Ada Poe (1824–{died}) in 1848. In 1886 he wed Eva Lark. She survived him."
    widows = [each.people for each in claims_of(LIFE + wives, None) if each.type == "widowed" and each.when is None]
    assert any(one.name == "Ada Poe" for people in widows for one in people if one.role == "survivor") <= is_told


@pytest.mark.parametrize(
    ("text", "holds"),
    [
        ("Ada Roe, whose husband, Ben Poe, died last year, lives in Leeds.", False),
        ("Ada Roe said that her husband, Ben Poe, died in her arms.", False),
        ("Ada Roe, whose husband, Ben Poe, was ill last year, lives in Leeds.", True),
        ("Ada Roe's husband, Ben Poe, nearly died.", True),
        ("Ada Roe lives with her husband, Ben Poe, whose father, Otto, died.", True),
    ],
)
def test_no_marriage_goes_on_after_a_death(claims_of, text, holds):
    (marriage,) = [each for each in claims_of(text) if each.type == "married"]
    assert (marriage.when is not None) is holds
