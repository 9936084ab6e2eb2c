"""Words for weddings, divorces and what is filed or under way, and what only sounds like them."""

import pytest


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Ada Roe petitioned for dissolution of her marriage to Ben Poe in May 2019.", {"divorce_filed 2019-05"}),
        ("Ada Roe filed for an annulment of her marriage to Ben Poe in May 2019.", {"divorce_filed 2019-05"}),
        ("Ada Roe submitted divorce papers in May 2019 against Ben Poe.", {"divorce_filed 2019-05"}),
        ("Ben Poe was served with divorce papers by Ada Roe in May 2019.", {"divorce_filed 2019-05"}),
        ("Ada Roe's divorce petition against Ben Poe was lodged in May 2019.", {"divorce_filed 2019-05"}),
        ("Ada Roe instituted divorce proceedings against Ben Poe in 1921.", {"divorce_filed 1921"}),
        ("Ada Roe demanded a divorce from Ben Poe in 1921.", set()),
        ("Ada Roe obtained a decree absolute from Ben Poe in 1921.", {"divorced 1921"}),
        ("Ada Roe obtained a decree nisi from Ben Poe in 1921.", set()),
        ("A judge granted Ada Roe a divorce from Ben Poe in 1921.", {"divorced 1921"}),
        ("Ada Roe had her marriage to Ben Poe annulled in 1921.", {"divorced 1921"}),
        ("Ada Roe wed Ben Poe in 1919. Divorce followed in 1921.", {"married 1919", "divorced 1921"}),
        ("Ada Roe wed Ben Poe in 1919. Exile followed the divorce in 1921.", {"married 1919"}),
        ("Ada Roe wed Ben Poe in 1919, but the union ended in divorce.", {"married 1919", "divorced"}),
        ("Ada Roe took Ben Poe for her husband in 1921.", {"married 1921"}),
        ("Ada Roe made Ben Poe her husband in 1921.", {"married 1921"}),
        ("Ada Roe made her husband, Ben Poe, a cake in 1921.", set()),
        ("Ada Roe and Ben Poe were pronounced husband and wife in 1921.", {"married 1921"}),
        ("The union of Ada Roe and Ben Poe was solemnised in 1921.", {"married 1921"}),
        ("Carl Roe gave his daughter Ada in marriage to Ben Poe in 1921.", {"married 1921"}),
        ("Ada Roe was married off to Ben Poe at fifteen.", {"married"}),
        # what is under way has not happened
        ("Ada Roe is divorcing Ben Poe.", set()),
        ("Ada Roe and Ben Poe are getting divorced.", set()),
        ("Ada Roe and Ben Poe are getting a divorce.", set()),
        ("Ada Roe and Ben Poe were getting married.", set()),
        ("Ada Roe divorcing Ben Poe after ten years", set()),
        ("After divorcing Ben Poe in 1921, Ada Roe left.", {"divorced 1921"}),
        ("In filing for divorce from Ben Poe in 1921, Ada Roe cited his absence.", {"divorce_filed 1921"}),
        ("Ada Roe pulled out of her wedding to Ben Poe in 1921.", {"engagement_ended 1921"}),
        ("Ada Roe spoke of her rekindled romance with Ben Poe.", {"reconciled"}),
        ("Ada Roe rekindled her love of tennis with Ben Poe.", set()),
        # as pedigrees have it
        ("Ada Roe, m. 1st May 1825 Ben Poe.", {"married 1825-05-01"}),
        ("Ada Roe (b. 1801; m. 1 May 1825 to Ben Poe) was a nurse.", {"born 1801", "married 1825-05-01"}),
        ("Ada Roe ran the 400 m. Ben Poe came second.", set()),
        ("Ada Roe left York before being divorced by Ben Poe in 1921.", {"divorced 1921"}),
    ],
)
def test_other_words_for_weddings_and_divorces(claims_of, text, told):
    claims = [claim for claim in claims_of(text, None) if claim.kind == "event" and claim.status.is_real]
    assert {f"{claim.type} {claim.when or ''}".strip() for claim in claims} == told


@pytest.mark.parametrize(
    ("said", "kind"),
    [
        ("was unhappy in 1950", "state"),
        ("produced a son in 1950", "state"),
        ("was declared void in 1950", "state"),
        ("in 1950 was unhappy", "event"),
        ("was performed in 1950", "event"),
        ("was a quiet affair in 1950", "event"),
        ("was in 1950", "event"),
    ],
)
def test_a_year_of_what_a_marriage_was_like_is_not_that_of_the_wedding(claims_of, said, kind):
    (marriage,) = [each for each in claims_of(f"Ada Roe's marriage to Ben Poe {said}.", None) if each.type == "married"]
    assert (marriage.kind, marriage.when.edtf) == (kind, "1950")


def test_whom_somebody_wed_1stly_and_2ndly(claims_of):
    told = claims_of("Ada Roe married 1stly, in 1862, Ben Poe, and 2ndly, in 1870, Carl Zed.", None)
    assert {(claim.people[1].name, claim.when.edtf) for claim in told} == {("Ben Poe", "1862"), ("Carl Zed", "1870")}


@pytest.mark.parametrize(
    ("said", "told"),
    [
        ("This marriage ended in divorce in 1975", {"married 1970", "divorced 1975"}),
        ("They had a son, Max. That marriage was dissolved in 1975", {"married 1970", "divorced 1975"}),
        ("This marriage was a happy one", {"married 1970"}),
        ("A marriage ended in divorce in 1975", {"married 1970"}),
    ],
)
def test_this_marriage_is_that_told_of_before(claims_of, said, told):
    claims = claims_of(f"Ben Poe married Ada Roe in 1970. {said}.", None)
    assert {f"{claim.type} {claim.when}" for claim in claims if claim.kind == "event" and claim.when} == told
