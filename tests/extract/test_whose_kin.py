"""Whose kin somebody is, where another could be meant as well: the nearer owner, the parent behind a child."""

import pytest


@pytest.fixture(scope="module")
def kin_of(claims_of):
    """ "Ada Roe > Ben" for each parent and child that the text tells of."""

    def kin_of(text: str) -> set[str]:
        ties = (claim.people for claim in claims_of(text) if claim.type == "parent_of" and claim.status.is_real)
        return {f"{parent.name} > {child.name}" for parent, child in ties}

    return kin_of


@pytest.mark.parametrize(
    "text",
    [
        "Ben Roe is in court. Roe's lawyer Carl Poe said his client did not want to see his daughter.",
        "Ben Roe is a teacher. Mr Roe is accused of asking the boy to draw pictures of his mother.",
        "Ada Roe was engaged to Dora Lark. The US boxer welcomed her first baby last year.",
    ],
)
def test_whose_nameless_kin_is_stays_open_where_somebody_else_stands_nearer(kin_of, text):
    assert kin_of(text) == set()


@pytest.mark.parametrize(
    ("text", "ties"),
    [
        ("Ben Roe told the boy about his mother.", {"mother of Ben Roe > Ben Roe"}),
        ("Ben Roe stole from his own father.", {"father of Ben Roe > Ben Roe"}),
        ("Ben Roe said that he missed his daughter.", {"Ben Roe > daughter of Ben Roe"}),
    ],
)
def test_nameless_kin_is_of_who_does_what_the_clause_tells(kin_of, text, ties):
    assert kin_of(text) == ties


@pytest.mark.parametrize(
    ("text", "ties"),
    [
        ("Ada Roe was back with the father of her child, actor Ben Poe.", "Ada Roe > Ben Poe"),
        ("Ben Poe paid tribute to the mother of his two children, Ada Roe.", "Ben Poe > Ada Roe"),
        ("Ada Roe is named in the memoir of her ex-partner - and father of her son - Ben Poe.", "Ada Roe > Ben Poe"),
    ],
)
def test_the_name_behind_the_father_of_her_child_is_his(kin_of, text, ties):
    assert ties not in kin_of(text)


@pytest.mark.parametrize(
    ("text", "ties"),
    [
        ("Ada Roe split from Ben Poe, who is the father of her daughter, Eva Lark Poe.",
         {"Ada Roe > Eva Lark Poe", "Ben Poe > Eva Lark Poe"}),
        ("Ada Roe is back with Ben Poe, the father of her son, Carl Poe.",
         {"Ada Roe > Carl Poe", "Ben Poe > Carl Poe"}),
        ("Ada Roe wed Ben Poe, father of her children Max and Leo.",
         {"Ada Roe > Max", "Ada Roe > Leo", "Ben Poe > Max", "Ben Poe > Leo"}),
    ],
)  # fmt: skip
def test_a_father_who_is_named_already_leaves_the_name_to_the_child(kin_of, text, ties):
    assert kin_of(text) == ties


def test_a_small_child_is_no_father(kin_of):
    text = "Ada Roe split from the father of her son, Max Poe, 3."
    assert "Ada Roe > Max Poe" in kin_of(text)


def test_whose_children_somebody_is_stepmother_of_is_another(kin_of):
    text = "Ada Roe wed Ben Poe in 2014, and the actress became the stepmother of the athlete's children: Max and Leo."
    assert not any(tie.startswith("Ada Roe") for tie in kin_of(text))


def test_a_bracket_between_two_parents_leaves_them_both(kin_of):
    text = "Ada Roe (right) and Ben Poe's daughter Eva (left) was protective of her famous mother."
    assert kin_of(text) == {"Ada Roe > Eva", "Ben Poe > Eva"}


def test_what_somebody_is_and_whom_one_thanks_are_no_names(claims_of):
    text = "Ada Roe is retired. The Olympian said her daughter sings. Ben Poe thanked God the row was over."
    assert not {"Olympian", "God"} & {each.name for claim in claims_of(text) for each in claim.people}
