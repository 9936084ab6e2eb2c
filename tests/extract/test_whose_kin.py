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
        "Ben Roe wed Ada Poe. As well as their daughter, two, Ada also has a horse.",
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


@pytest.mark.parametrize(
    ("text", "ties"),
    [
        (
            "Ada Roe has two daughters, Eva, 20, and Zoe, 18, with Ben Poe and a son, Max, 3, with Carl Lark.",
            {"Ben Poe > Eva", "Ben Poe > Zoe", "Carl Lark > Max"},
        ),
        (
            "Ada Roe has two daughters with Ben Poe, Eva and Zoe, and a son, Max, with Carl Lark.",
            {"Ben Poe > Eva", "Ben Poe > Zoe", "Carl Lark > Max"},
        ),
        (
            "She shares son Max (pictured with Carl Lark) with ex-husband, Ben Poe. Ada Roe sings.",
            {"Ben Poe > Max"},
        ),
    ],
)
def test_each_child_is_of_the_parent_told_with_it(kin_of, text, ties):
    fathers = ("Ben Poe", "Carl Lark")
    assert {tie for tie in kin_of(text) if tie.startswith(fathers)} == ties


@pytest.mark.parametrize(
    ("text", "ties"),
    [
        ("Ada Roe came with her two sons, Ben and Max, and Carl Poe.", {"Ada Roe > Ben", "Ada Roe > Max"}),
        # a dash opens the row behind an aside, where an age or a second name follows
        ("Ben Poe came with Ada Roe's teenagers from her first marriage - Eva, 14, and Max, 13.",
         {"Ada Roe > Eva", "Ada Roe > Max"}),
        ("Ben Poe came with Ada Roe's daughters from her first marriage - Carl left.", set()),
        ("The two have two daughters, Mia Roe, two, and Lola Roe, one; Lola, April Poe, and Mia pictured. April Poe "
         "and Ben Roe wed in 2019.", set()),
    ],
)  # fmt: skip
def test_no_more_are_children_than_are_counted(kin_of, text, ties):
    assert kin_of(text) == ties


@pytest.mark.parametrize(
    ("text", "ties"),
    [
        ("Tim Roe is married to Ada Poe. Tim and Ada were joined by Ada's sister Eva, her fiancé Carl Lark, and their "
         "son Max.", {"Carl Lark > Max", "Eva > Max"}),
        ("Karl Roe is married to Ada Poe. Karl was joined by his brother Peter Roe, sister-in-law Sylvia Lark and the "
         "couple's son Max.", {"Peter Roe > Max", "Sylvia Lark > Max"}),
        ("Ada Roe gave birth just one day before her twin sister and fellow star Eva Lark delivered her own son Max.",
         {"Eva Lark > Max"}),
    ],
)  # fmt: skip
def test_whose_the_last_of_a_row_is(kin_of, text, ties):
    assert kin_of(text) == ties


def test_who_is_dating_one_of_a_family_is_none_of_it(kin_of):
    text = (
        "Ada Poe is dating Ben Roe. Ben split from Eva in May. The Roes have said that it was best for their son Max."
    )
    assert not any(tie.startswith("Ada Poe") for tie in kin_of(text))


def test_his_first_wife_behind_his_sons_is_his_who_has_them(claims_of):
    text = "Max Poe was a poet. His father Carl Poe had two sons, Ben and Leo, from his first wife Ada Roe."
    couples = {tuple(each.name for each in claim.people) for claim in claims_of(text) if claim.type == "married"}
    assert couples == {("Ada Roe", "Carl Poe")}


@pytest.mark.parametrize(
    "text",
    [
        "Ben Roe shares daughters London, 10, and six-year-old Rylee with ex-wife, and You actress, Ada Poe.",
        "Ben Roe has a daughter, Mia. Ada Poe says, 'Give me a baby!' and then he does.",
    ],
)
def test_the_other_parent_is_no_child_and_what_is_asked_for_no_birth(claims_of, text):
    born = {each.name: each.role for claim in claims_of(text) for each in claim.people}
    assert born.get("Ada Poe") != "child"
    assert not any(claim.found_by == "verb: give baby" for claim in claims_of(text))


@pytest.mark.parametrize(
    ("row", "expected"),
    [
        ("his parents, girlfriend Ada Roe and a friend", set()),
        ("his parents, wife Ada Roe and their dog", set()),
        ("his wife, daughter Ada and son Carl", {"parent_of Ben Poe, Ada", "parent_of Ben Poe, Carl"}),
        ("his wife, the heiress Ada Roe", {"married Ada Roe, Ben Poe"}),
        ("his parents, mother Ada Roe and father Carl Poe", {"parent_of Ada Roe, Ben Poe"}),
        (
            "his sisters Ada Roe, her husband Carl Roe, and Eva Poe",
            {
                "married Ada Roe, Carl Roe",
                "sibling_of Ada Roe, Ben Poe",
                "sibling_of Ben Poe, Eva Poe",
            },
        ),
    ],
)
def test_a_row_of_different_kin_tells_of_each_by_its_own_noun(claims_of, row, expected):
    claims = claims_of(f"Ben Poe came with {row}.")
    told = {(claim.type, tuple(each.name for each in claim.people)) for claim in claims if claim.kind != "event"}
    assert {
        f"{kind} {', '.join(names)}" for kind, names in told if not any(" of " in name for name in names)
    } == expected


@pytest.mark.parametrize(
    ("text", "told"),
    [
        # whom somebody tells of is another, and so are her kin
        ("Ada Roe said the woman had lost touch with her husband.", set()),
        ("Ada Roe said the victim was visited by her father.", set()),
        ("Ada Roe said the actress had lost touch with her mother.", set()),
        ("Ada Roe said that she had lost touch with her mother.", {"mother of Ada Roe > Ada Roe"}),
        ("Ada Roe had been on tour. The actress visited her mother.", {"mother of Ada Roe > Ada Roe"}),
        ("Ada Roe spoke to a fan who had lost his father.", set()),
        # a girl is no woman named before
        ("Ada Roe rang the police. The girl was found with her mother.", set()),
        ("Ada Roe, 12, ran away. The girl was found with her mother.", {"mother of Ada Roe > Ada Roe"}),
        ("Ada Roe has a son, Ben. The boy was found with his father.", {"Ada Roe > Ben", "father of Ben > Ben"}),
    ],
)
def test_kin_of_whom_somebody_tells_of(kin_of, text, told):
    assert kin_of(text) == told


@pytest.mark.parametrize(
    ("text", "tie", "is_told"),
    [
        (
            "Ada Roe is Max's mother. Eva Zed is seen touching Ada's bump when she was pregnant with her son Max.",
            "Eva Zed > Max",
            0,
        ),
        ("Ada Roe is Max's mother. Ada is married to Eva Zed. Eva Zed touched her son Max.", "Eva Zed > Max", 1),
        ("Ada Roe is Max's mother. Eva Zed has a son, Max, too.", "Eva Zed > Max", 1),
        ("Ada Roe is Max's mother. Ben Poe kissed his son Max.", "Ben Poe > Max", 1),
        ("Ada Roe is Max's mother. Eva Zed shares a son, Max, with Ben Poe.", "Eva Zed > Max", 0),
        ("Eva Zed sang. She kissed her son Max.", "Eva Zed > Max", 0),  # as often, but not by name
    ],
)
def test_her_child_is_not_a_second_mothers(kin_of, text, tie, is_told):
    assert (tie in kin_of(f"{text} Ada's son Max is two.")) == is_told


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Ben Poe is dating CEO Ada Roe.", {"Ben Poe", "Ada Roe"}),
        ("Sportsman Ben loves Ada Poe. His wife Ada sang. Ben Roe sang.", {"Ben Roe", "Ada Poe"}),
        ("A man wept. Smitten Ben Roe kissed his wife Ada Poe. Ben sang.", {"Ben Roe", "Ada Poe"}),
        ("Ada Roe kissed her boyfriend Vexley boss Ben Poe.", {"Ada Roe", "Ben Poe"}),
        ("Ada Roe sings. Ben Poe, who wed Ada, left the Very Vexley star.", {"Ada Roe", "Ben Poe"}),
        ("Ada Roe sang, with Ben Poe gushing over his wife Ada.", {"Ada Roe", "Ben Poe"}),
        ("Ada Roe and the two-time Tony winner are friends. She is married to Ben Poe.", {"Ada Roe", "Ben Poe"}),
        # a first name that says what somebody may be
        ("Rebel Wilson is dating Ben Poe. Wilson sang.", {"Rebel Wilson", "Ben Poe"}),
    ],
)
def test_name_begins_behind_what_its_bearer_is(claims_of, text, names):
    loving = [claim for claim in claims_of(text) if claim.type in ("dating", "married")]
    assert {each.name for claim in loving for each in claim.people} == names
