"""Tests of names as works of reference order them, and of the name at birth told beside them."""

import pytest


def known(doc):
    return {each.name for each in doc._.people}


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("ROE, Jane (née Doe), botanist. Born at Hull, 7 May 1895; died at Leeds in 1968.", "Jane Roe"),
        ("Voss, Clara Anne (1931-1999) was a Welsh painter. Voss never married.", "Clara Anne Voss"),
    ],
)
def test_a_headword_is_a_name_turned_round(nlp, text, name):
    assert known(nlp(text)) == {name}


@pytest.mark.parametrize(
    "text",
    [
        "RICHMOND, Virginia (AP) Ada Poe has married Ben Hale.",
        "Paris, Texas (1984) is a film by Ada Poe and Ben Hale.",
    ],
)
def test_a_place_before_a_bracket_is_no_headword(nlp, text):
    assert known(nlp(text)) == {"Ada Poe", "Ben Hale"}


@pytest.mark.parametrize("birth", ["(née Doe)", ", née Doe,", "(nee Doe)"])
def test_the_name_at_birth_is_of_the_same_woman(nlp, birth):
    doc = nlp(f"Jane Roe {birth} was a botanist. A few early notes are signed by Jane Doe.")
    assert known(doc) == {"Jane Roe"}


@pytest.mark.parametrize(
    ("text", "names"),
    [
        (
            "ROE, SIR CARL THOMAS (1820-1890), admiral, son of Ben Roe, was born in York.",
            {"Carl Thomas Roe", "Ben Roe"},
        ),
        ("ROE, Carl, CBE 1990; b. 4 May 1950.\n\nPOE, Dora; writer; b. 3 June 1960.", {"Carl Roe", "Dora Poe"}),
        ("RICHMOND, Virginia, was hot. Ada Poe, born in York, has married Ben Hale.", {"Ada Poe", "Ben Hale"}),
    ],
)
def test_entries_turn_names_round(nlp, text, names):
    assert names <= known(nlp(text))
    assert len(known(nlp(text))) == len(names)


def test_a_life_is_told_of_whom_it_begins_with(nlp):
    doc = nlp("Carl Roe (1820-1890), admiral, second son of Ben Roe, was born in York. Roe died in Leeds.")
    assert {each.name: "Roe" in each.names for each in doc._.people} == {"Carl Roe": True, "Ben Roe": False}
