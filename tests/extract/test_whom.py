"""Of whom a clause with "whom" tells, behind words for whose kin somebody is."""

import pytest


@pytest.fixture(scope="module")
def couples(claims_of):
    """The pairs whom a text tells to have wed or to have a child, each in one line."""

    def couples(text: str) -> set[str]:
        events = [claim for claim in claims_of(text, None) if claim.kind == "event"]
        pairs = [sorted(each.name for each in claim.people if each.role != "child") for claim in events]
        return {" + ".join(pair) for pair in pairs if len(pair) == 2}

    return couples


@pytest.mark.parametrize(
    ("text", "ties"),
    [
        ("Ben Poe left with his wife and three of his pupils, one of whom, Carl Zed, sang.", {"married Ben Poe"}),
        (
            "Ben Poe left with his wife and two sons, one of whom, Carl, sang.",
            {"married Ben Poe", "parent_of Ben Poe Carl"},
        ),
        ("Ben Poe left with his wife, Ada, and three pupils, one of whom, Carl Zed, sang.", {"married Ada Ben Poe"}),
    ],
)
def test_one_of_many_is_none_but_one_of_them(claims_of, text, ties):
    claims = [claim for claim in claims_of(text, None) if claim.kind != "event"]
    people = [[each.name for each in claim.people if " of " not in each.name] for claim in claims]
    assert {" ".join([claim.type, *names]) for claim, names in zip(claims, people, strict=True)} == ties


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Ben Poe wed Ada, daughter of Hugh Roe of York, by whom he had a son, Max.", {"Ada + Ben Poe"}),
        (
            "Ada Poe wed Ben Roe, the brother of the painter Hugh Roe, by whom she had a son, Max.",
            {"Ada Poe + Ben Roe"},
        ),
        ("Ben Poe met Ada Roe, niece of the poet Hugh Roe, whom he married in 1820.", {"Ada Roe + Ben Poe"}),
        ("Ben Poe wed Ada, daughter of Hugh Roe and Eva Lark, by whom he had a son, Max.", {"Ada + Ben Poe"}),
        # by their sex, or beside who had the child, none but the kin is meant
        ("Ben Poe wed Ada, widow of Carl Dell, by whom she had a son, Max.", {"Ada + Ben Poe", "Ada + Carl Dell"}),
        ("Max Poe, son of the singer Ada Roe, whom Ben Poe had married in 1820, sang.", {"Ada Roe + Ben Poe"}),
        ("Eva Poe, daughter of Ben Poe and Ada Roe, whom he had married in 1820, sang.", {"Ada Roe + Ben Poe"}),
    ],
)
def test_who_is_wed_is_hardly_the_kin_named_last(couples, text, told):
    assert couples(text) == told


def test_whom_somebody_weds_is_one(claims_of):
    text = (
        "Ben Roe was a baker. By his first wife, Ada Poe, he had a son, Max; "
        "by his second, Eva Zed, whom he married in 1852, a daughter, Dora."
    )
    weddings = [claim for claim in claims_of(text, None) if claim.type == "married" and claim.kind == "event"]
    assert [{each.name for each in claim.people} for claim in weddings] == [{"Ben Roe", "Eva Zed"}]


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("Carl Zed asked Ben Poe to let him marry Dora Hart.", {"Carl Zed", "Dora Hart"}),
        ("Ben Poe asked Ada Roe to marry him.", {"Ada Roe", "Ben Poe"}),
        ("Ada Roe promised Ben Poe to marry him.", {"Ada Roe", "Ben Poe"}),
    ],
)
def test_who_is_asked_to_do_it_does_it_to_somebody_else(claims_of, text, who):
    [claim] = [each for each in claims_of(text) if each.type in ("married", "engaged")]
    assert {each.name for each in claim.people} == who


def test_they_who_are_to_do_it_need_not_be_others(claims_of):
    text = "Carl Zed and Max Hart told Ben Poe they were going to give him money so that he could bury his wife."
    assert {each.name for claim in claims_of(text) if claim.type == "married" for each in claim.people} == {
        "Ben Poe",
        "wife of Ben Poe",
    }
