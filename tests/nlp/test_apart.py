"""Tests of `kg.nlp.apart`: a text that opens with a bare family name, and relatives who bear it in full."""

import pytest

# text, the bare name, who else in the text bears it
CASES = [
    ("Larsen was born in Leeds, the daughter of Ada Poe, a baker, and John Larsen. She studied.", "John Larsen"),
    ("Betts was born in 1873, the oldest of three children of the surgeon Carl Betts and Ada Poe.", "Carl Betts"),
    ("Voss is the niece of Dan Voss, a columnist. Voss made her debut in 1996.", "Dan Voss"),
    ("Hale was born in Leeds in 1931. She and her husband, Ben Hale, moved to Hull. Hale died there.", "Ben Hale"),
    ("Roe was born in 1950 in Leeds, the daughter of Nancy and Jim Roe. Her mother was a nurse.", "Jim Roe"),
]


def bearer(doc, text):
    """Whom the first mention of these words means."""
    mentions = (each for each in doc._.mentions if doc[each.start : each.end].text == text)
    return next(mentions).people


@pytest.mark.parametrize(("text", "relative"), CASES)
def test_who_opens_a_text_is_no_relative_named_in_full(nlp, text, relative):
    doc, name = nlp(text), text.split()[0]
    bare = {each.people for each in doc._.mentions if doc[each.start : each.end].text == name}
    assert bare == {(name,)}
    assert bearer(doc, relative) == (relative,)


@pytest.mark.parametrize(
    "text",
    [
        "Ben Hale married Ada Poe. Hale died in 1950.",
        "Hale sings. Ada Poe and her husband, Ben Hale, have two sons. Hale was seen in Leeds.",
        "Hale sings in Leeds. Ben Hale is the son of a baker.",
        "Hale sings in Leeds. Ben Hale, the son of Ada Poe, is a tenor.",
        "Hale sings in Leeds. Ben Hale is her brother, said Ada Poe.",
    ],
)
def test_a_bare_name_is_the_one_who_bears_it_in_full(nlp, text):
    assert bearer(nlp(text), "Hale") == ("Ben Hale",)


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("Ben George ruled Morne. His aunt wed George, Margrave of Lorn, in 1520.", "George"),
        ("George Hale ruled Morne. His aunt knew George, Margrave of Lorn.", "George Hale"),
        ("Ben Hale ruled Morne. His aunt knew Hale, Margrave of Lorn.", "Ben Hale"),
    ],
)
def test_a_ruler_of_a_first_name_is_nobody_of_that_family_name(nlp, text, who):
    assert bearer(nlp(text), text.split(", Margrave")[0].split()[-1]) == (who,)


@pytest.mark.parametrize(("noun", "gender"), [("daughter", "female"), ("son", "male")])
def test_daughter_behind_a_birth_is_a_woman(nlp, noun, gender):
    doc = nlp(f"Larsen was born in Leeds, the {noun} of Ada Poe, a baker, and John Larsen.")
    assert {each.name: each.gender for each in doc._.people}["Larsen"] == gender


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Ada Poe married Ben Roe and was the mother of Ben Leo Roe.", {"Ada Poe", "Ben Roe", "Ben Leo Roe"}),
        ("Ada Poe married Ben Roe, and their son Ben Leo Roe sang.", {"Ada Poe", "Ben Roe", "Ben Leo Roe"}),
        ("Ada Poe married Ben Roe. Their son Ben Leo Roe sang.", {"Ada Poe", "Ben Roe", "Ben Leo Roe"}),
        # one who is told of again in full
        ("Ada Poe met Ben Roe in 1990. Ben Leo Roe sang.", {"Ada Poe", "Ben Leo Roe"}),
        ("Ada Poe's son, Ben Roe, was born in 1990. Her son Ben Leo Roe sang.", {"Ada Poe", "Ben Leo Roe"}),
    ],
)
def test_a_son_is_not_whom_his_mother_wed(nlp, text, names):
    assert {each.name for each in nlp(text)._.people} - {"mother of Ben Leo Roe"} == names


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Ada (née Roe) Poe left in 1920.", {"Ada Poe"}),
        ("Ann (born Lark) Poe and Ben Roe left in 1920.", {"Ann Poe", "Ben Roe"}),
        ("Ada (née Roe) and Ben Poe left in 1920.", {"Ada", "Ben Poe"}),
        # who is brought in with the name at birth is no daughter told of below
        (
            "Carl was born to Ben Roe and Ada (née Poe) Roe. Ada Eva Roe, a daughter, left.",
            {"Ada Eva Roe", "Ada Roe"},
        ),
    ],
)
def test_a_name_goes_on_behind_the_name_at_birth(nlp, text, names):
    found = {each.name for each in nlp(text)._.people}
    assert names <= found
    assert not found & {"Roe", "Poe", "Lark"}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Ina Walsh, daughter of the painter Hugh Walsh, was born in York. Walsh married Ben Poe.", "Ina Walsh"),
        ("Ina Walsh, sister of Hugh Walsh, sang in York. Walsh married Ben Poe in 1950.", "Ina Walsh"),
        ("Hugh Walsh, the father of Ina Walsh, sang in York. Walsh married Eva Poe in 1950.", "Hugh Walsh"),
        ("Ina, the daughter of Hugh Walsh, sang in York. Walsh married Eva Poe in 1950.", "Hugh Walsh"),
        ("Ina Walsh is the daughter of Hugh Walsh. Hugh Walsh sang. Walsh wed Eva Poe in 1950.", "Hugh Walsh"),
    ],
)
def test_a_family_name_is_not_that_of_kin_told_of_by_the_way(nlp, text, expected):
    doc = nlp(text)
    (bare,) = (each for each in doc._.mentions if doc[each.start : each.end].text == "Walsh")
    assert bare.people == (expected,)
