"""Tests of what a text tells of somebody's gender, against a first name that tells another."""

import pytest

WED = "{name} left Carl Poe, whom {who} had married in 1822 and with whom {who} had two sons."


def genders(doc):
    return {each.name: each.gender for each in doc._.people}


def test_a_woman_with_a_mans_first_name_is_told_by_her_pronouns(nlp):
    doc = nlp("Ben Hale met the novelist George Roe. " + WED.format(name="Roe", who="she"))
    assert genders(doc)["George Roe"] == "female"
    assert all(each.people == ("George Roe",) for each in doc._.mentions if doc[each.head].lower_ == "she")


@pytest.mark.parametrize(
    ("text", "gender"),
    [
        ("George Roe is expecting her first child.", "female"),
        ("George Roe gave birth to her first child in May.", "female"),
        ("George Roe is painting her first child.", "male"),
    ],
)
def test_nobody_bears_the_child_of_another(nlp, text, gender):
    assert genders(nlp(text))["George Roe"] == gender


@pytest.mark.parametrize(
    ("text", "gender"),
    [
        (WED.format(name="George Roe", who="he"), "male"),
        ("Ada Poe sang. George Roe left Carl Poe, whom she had met in Leeds.", "male"),  # once is no proof
        ("George Roe left Ada Poe, who had married young and who had said that she would.", "male"),
    ],
)
def test_a_first_name_stands_where_nothing_speaks_against_it(nlp, text, gender):
    assert genders(nlp(text))["George Roe"] == gender


def test_husband_and_wife_after_a_day_are_the_two_told_of(timeline_of):
    text = "Ada Poe married Ben Hale. In May 1935 Ada left; by the end of that year husband and wife were reconciled."
    found = [each for each in timeline_of(text).events if each.type == "reconciled"]
    assert [(each.people[0].name, each.people[1].name, each.when.edtf) for each in found] == [
        ("Ada Poe", "Ben Hale", "../1935")
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Sindre Roe and Ada Poe met in York. She married in 2010.", "Ada Poe"),
        ("Sindre Roe and Ben Poe parted years ago, and he's now married to Eva Zed.", "Ben Poe"),
        ("Sindre Roe and Ben Poe are in love. They have been dating since his split from Eva Zed.", "Ben Poe"),
        ("Sindre Roe met Ben Poe in York. He married in 2010.", "Sindre Roe"),
        ("Sindre Roe, Ada Poe and Eva Zed met in York. She married in 2010.", "Sindre Roe"),
    ],
)
def test_of_two_told_of_together_the_one_whose_gender_is_known(nlp, text, expected):
    doc = nlp(text)
    means = [each.people for each in doc._.mentions if doc[each.head].lower_ in ("he", "she", "his")]
    assert means == [(expected,)]


@pytest.mark.parametrize(
    ("text", "gender"),
    [
        ("Robin Roe opens her door to Ben Poe.", "female"),
        ("Robin Roe told him that Ben Poe had left.", ""),  # another than Robin
        ("Sorrel Roe, a native of Leeds, married the singer Ada Poe in 1920.", "male"),
        ("Sorrel Roe and Ada Poe wed in 1920.", "male"),
        ("Sorrel Roe, an actress, married Ada Poe in 2016.", "female"),
        ("Sorrel Roe sang where Ada Poe was married.", ""),
    ],
)
def test_a_name_of_both_is_told_by_its_own_pronouns_and_by_whom_it_weds(nlp, text, gender):
    (name, *_) = text.split(" Roe")
    assert genders(nlp(text))[f"{name} Roe"] == gender
