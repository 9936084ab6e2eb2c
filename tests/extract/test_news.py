"""How news tells of couples: who is with whom, since when, and what they make known or keep."""

from datetime import date

import pytest

PUBLISHED = date(2020, 9, 14)  # a Monday


@pytest.fixture(scope="module")
def told(claims_of):
    """What is told between Ada Roe and Ben Poe: types with their day, or from when until when, or how long."""

    def told(text: str) -> set[str]:
        couple = [each for each in claims_of(text) if {"Ada Roe", "Ben Poe"} == {one.name for one in each.people}]
        lines = set()
        for each in couple:
            ends = "–".join(end.edtf if end else "" for end in (each.start, each.end))
            length = each.duration.text if each.duration else ""
            when = each.when.edtf if each.when and each.kind == "event" else ""
            status = each.status.value if each.status.value != "asserted" else ""
            lines.add(" ".join(filter(None, (each.type, ends.strip("–"), length, when, status))))
        return lines

    return told


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("Ada Roe came with her husband of one year, Hill Street star Ben Poe.", "married P1Y"),
        ("Ada Roe came with husband of one year Hill Street star Ben Poe, 24.", "married P1Y"),
        ("Ada Roe came with husband of 16 years and fellow actor Ben Poe.", "married P16Y"),
        ("Ada Roe came with her boyfriend of two years - singer Ben Poe - on Sunday.", "dating P2Y"),
        # another person, and not the one of two years
        ("Ada Roe came with her boyfriend of two years and her brother Ben Poe.", "sibling_of"),
    ],
)
def test_a_calling_between_the_years_with_a_partner_and_the_name(told, text, line):
    assert told(text) == {line}


@pytest.mark.parametrize(
    ("text", "is_told"),
    [
        ("Ada Roe made her relationship with Ben Poe official in May 2019.", True),
        ("Ada Roe made her relationship with new boyfriend Ben Poe Instagram official in May 2019.", True),
        ("Ada Roe made her romance with singer Ben Poe public in May 2019.", True),
        ("Ada Roe and Ben Poe made their romance Instagram official in May 2019.", True),
        ("Ada Roe made Ben Poe public enemy number one in May 2019.", False),
        ("Ada Roe and Ben Poe announced in May 2019 that they are dating.", True),
        ("Ada Roe and Ben Poe announced a wedding date in May 2019.", False),
    ],
)
def test_what_makes_a_romance_public(told, text, is_told):
    assert ("went_public 2019-05" in told(text)) == is_told


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("Ada Roe has been with Ben Poe for five years.", {"dating P5Y"}),
        ("Ada Roe, who has been with Ben Poe since 2015, said no.", {"dating 2015"}),
        ("Ada Roe was with Ben Poe from 2010 to 2014.", {"dating 2010–2014"}),
        ("Ada Roe used to date Ben Poe.", {"dating"}),
        # those who are together for a while, or at work
        ("Ada Roe was with Ben Poe for two days.", set()),
        ("Ada Roe was with Ben Poe at the time of the crash in 2015.", set()),
        ("Ada Roe has been with manager Ben Poe since 2015.", set()),
        ("The tool used to date Ben Poe's bones was found by Ada Roe.", set()),
        # what lovers are, and other people, too
        (
            "Ada Roe is engaged to Ben Poe. The pair have been inseparable since May 2019.",
            {"engaged", "dating 2019-05"},
        ),
        ("Ada Roe met Ben Poe in 2010. The pair have been inseparable since May 2019.", {"met 2010"}),
    ],
)
def test_who_is_with_whom(told, text, lines):
    assert told(text) == lines


@pytest.mark.parametrize("published", [True, False])
def test_who_was_with_a_general_for_years_may_have_served_him(claims_of, published):
    claims = claims_of("Ada Roe was with Ben Poe for two years.", *(() if published else (None,)))
    assert bool(claims) == published


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("Ada Roe spoke of Ben Poe, whom she married in 2015 and split from in 2018.", "separated 2018"),
        ("Ada Roe has a son with Ben Poe, whom she dated in 2015 and broke up with in 2018.", "separated 2018"),
        ("Ada Roe spoke of Ben Poe, whom she met in 2015 and split from Carl Zed for in 2018.", "met 2015"),
        ("Ada Roe met Ben Poe in 2015 and married that summer.", "married 2015-22"),
        ("Ada Roe met Ben Poe at school in 2015 and married two years later.", "married 2017"),
        ("Ada Roe met Ben Poe in 2015 and married in 2016.", "met 2015"),
        ("Ada Roe's husband is Ben Poe. It rained. Ben proposed on their second anniversary in June 2019.",
         "engaged 2019-06"),
        ("Ada Roe sang with Carl Zed. Ada once dated Ben Poe. The former couple split in 2018.", "separated 2018"),
        ("Ada Roe and Ben Poe were married until Ben's passing in 2013.", "widowed 2013"),
    ],
)  # fmt: skip
def test_the_other_one_is_told_beside(told, text, line):
    assert line in told(text)


def test_whom_somebody_met_is_not_married_by_a_year_alone(told):
    assert told("Ada Roe met Ben Poe in 2015 and married in 2016.") == {"met 2015"}


def test_passing_an_exam_is_no_death(claims_of):
    assert not claims_of("Ada Roe applauded Ben Poe's passing of the exam in 2013.")


@pytest.mark.parametrize(
    ("text", "wed"),
    [
        ("Ada Roe has been celebrating two years of marriage with husband Ben Poe this month.", "2018-09"),
        ("Ada Roe and Ben Poe celebrated their first year of marriage on Sunday.", "2019-09-13"),
        ("Ada Roe's husband is Ben Poe. She marked her first year of marriage by sharing a clip on Sunday.",
         "2019-09-13"),
        ("Ada Roe, who is married to Ben Poe, celebrated her second wedding anniversary on Sunday.", "2018-09-13"),
        # what others keep, or is kept of something else
        ("Ada Roe, the wife of Ben Poe, celebrated her parents' 50th wedding anniversary on Sunday.", None),
        ("Ada Roe and Ben Poe celebrated a friend's 50th wedding anniversary on Sunday.", None),
        ("Ada Roe, the wife of Ben Poe, marked her tenth anniversary on the show on Sunday.", None),
    ],
)  # fmt: skip
def test_the_years_of_a_marriage_are_kept_on_its_day(told, text, wed):
    assert {each for each in told(text) if each.startswith("married 2")} == ({f"married {wed}"} if wed else set())


def test_the_years_behind_the_age_of_whom_somebody_wed(told):
    twins = "and twins Tom and Zoe, 12, from his marriage to Eva Poe, 48, (2004-2018)"
    text = f"Ben Poe has three children, Jack, 28, from his marriage to Ada Roe, 58, (1991-2001) {twins}."
    assert told(text) == {"married 1991–2001"}


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("Ada Roe is expecting her first child with Ben Poe. The baby is due in May 2021.",
         {"child_born planned", "child_born 2021-05 planned"}),
        ("Ada Roe is pregnant with Ben Poe's child, adding that her first child is due in May 2021.",
         {"child_born planned", "child_born 2021-05 planned"}),
        # the day on which she said so
        ("Ada Roe announced she's expecting her first child with Ben Poe on Sunday.", {"child_born planned"}),
        ("Ada Roe announced she's expecting her first child with Ben Poe in May 2021.", {"child_born 2021-05 planned"}),
        # what others are due to do
        ("Ada Roe is expecting with Ben Poe. Her son is due to start school in May 2021.", set()),
        ("Ada Roe has a son with Ben Poe. Her son is due in Leeds in May 2021.", set()),
    ],
)  # fmt: skip
def test_when_a_child_is_due(told, text, lines):
    assert told(text) == lines


@pytest.mark.parametrize(
    ("text", "is_told"),
    [
        ("Ada Roe said that her first child is due in May 2021.", False),
        ("Ada Roe said that her first child is due to start school in May 2021.", True),
    ],
)
def test_a_child_who_is_due_is_nobodys_yet(claims_of, text, is_told):
    assert any(each.type == "parent_of" for each in claims_of(text)) == is_told


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("Ada Roe is expecting her first child with husband Ben Poe in December.", PUBLISHED),
        ("Ada Roe announced on Monday that she is expecting a child with husband Ben Poe.", PUBLISHED),
        ("Ada Roe went to Leeds with husband Ben Poe in May 2019.", date(2019, 5, 31)),
    ],
)
def test_a_tie_holds_today_and_not_on_the_day_of_what_is_to_come(claims_of, text, day):
    held = [each.when for each in claims_of(text, PUBLISHED) if (each.kind, each.type) == ("state", "married")]
    assert [when and when.latest for when in held] == [day]


@pytest.mark.parametrize(
    ("text", "pair"),
    [
        ("Ben Poe 'ghosted' Ada Roe and reunited with his ex-girlfriend Eva Lark.", {"Ben Poe", "Eva Lark"}),
        ("Ben 'Bear' Poe reunited with his ex-girlfriend Eva Lark.", {"Ben 'Bear' Poe", "Eva Lark"}),
    ],
)
def test_what_is_done_to_somebody_in_quotes_is_no_nickname(claims_of, text, pair):
    told = [{who.name for who in each.people} for each in claims_of(text) if each.type == "reconciled"]
    assert told == [pair]


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("Carl Zed talked Ada Roe into marrying Ben Poe.", {"married"}),
        ("Carl Zed congratulated Ada Roe on marrying Ben Poe.", {"married"}),
        ("Carl Zed stopped Ada Roe from marrying Ben Poe.", {"married negated"}),
        ("Carl Zed saw Ada Roe after marrying Ben Poe.", set()),
        ('"Marry me, Ben Poe," said Ada Roe.', {"married hypothetical"}),
        ("Meet Ada Roe, who married Ben Poe in 2012.", {"married 2012"}),
        ("Ada Roe and Ben Poe have a plan, and they are working on it.", set()),
        ("Ada Roe and Ben Poe worked on it together.", {"worked_together"}),
    ],
)
def test_who_is_talked_into_it_and_what_is_only_asked_for(told, text, lines):
    assert told(text) == lines


def test_whose_husband_is_joined_with_a_name_is_a_woman(claims_of):
    text = "Nasser Zed greeted Jules and her husband Ben Poe. It rained. Eva Lark saw Jules and her husband Ben Poe."
    assert {one.name for each in claims_of(text) for one in each.people} == {"Jules", "Ben Poe"}


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("Ada Roe has yet to acknowledge her romance with Ben Poe.", "dating"),
        ("Ada Roe said Ben Poe wanted to keep their romance his secret.", "dating"),
        ("Ada Roe has not confirmed her romance with Ben Poe.", "dating rumoured"),
        ("Ada Roe hopes to have a romance with Ben Poe.", "dating planned"),
        ("Ada Roe is not in a relationship with Ben Poe.", "dating negated"),
        ("Ada Roe denied her romance with Ben Poe.", "dating denied"),
        ("People are trying to determine why Ada Roe divorced Ben Poe.", "divorced"),
        ("People are trying to determine whether Ada Roe divorced Ben Poe.", "divorced hypothetical"),
    ],
)
def test_a_romance_of_ones_own_is_taken_for_granted(told, text, line):
    assert line in told(text)


@pytest.mark.parametrize(
    ("text", "line", "held"),
    [
        ("Ben Poe spoke about his girlfriend at the time, Ada Roe.", "dating", False),
        ("Ben Poe wrote about Ada Roe, his girlfriend at that time.", "dating", False),
        ("Ben Poe came with his girlfriend Ada Roe at the time of the crash.", "dating", True),
    ],
)
def test_whose_partner_somebody_was_at_the_time_is_not_told_of_today(claims_of, text, line, held):
    (claim,) = claims_of(text)
    assert {one.name for one in claim.people} == {"Ada Roe", "Ben Poe"}
    assert (claim.type, claim.when is not None) == (line, held)


def test_two_who_have_moved_on_did_not_do_so_with_each_other(told):
    assert told("Ada Roe and Ben Poe split in 2018. They have both moved on.") == {"separated 2018"}


def test_the_children_of_a_father_do_not_divorce_each_other(claims_of):
    assert not claims_of("The father of Eva and Kylie Roe sang. It rained until their divorce in 2015.")


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("Ada Roe and Ben Poe saved their marriage in 2015.", {"married"}),
        ("Ada Roe and Ben Poe had to work on their marriage in 2015.", {"married"}),
        ("Ada Roe and Ben Poe solemnised their marriage in 2015.", {"married", "married 2015"}),
    ],
)
def test_what_is_done_to_a_marriage_is_no_wedding(told, text, lines):
    assert told(text) == lines
