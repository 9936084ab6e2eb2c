"""Whom "his ex" and "his former flame" mean: nobody who is his partner now; and what a hyphen joins."""

import pytest


@pytest.mark.parametrize(
    ("union", "words", "is_she"),
    [
        ("is engaged to", "His former flame", False),
        ("is engaged to", "His ex", False),
        ("is dating", "His ex-girlfriend", False),
        ("was engaged to", "His former fiancée", True),
        ("is engaged to", "His fiancée", True),
    ],
)
def test_who_is_a_partner_now_is_no_ex(nlp, union, words, is_she):
    doc = nlp(f"Ben Poe {union} Ada Roe. {words} sang in York.")
    found = next(each for each in doc._.mentions if doc[each.start : each.end].text == words)
    assert (found.people == ("Ada Roe",)) == is_she


def test_an_ex_told_of_is_meant_before_a_wife(nlp):
    doc = nlp("Ben Poe wed Ada Roe in 2019. He divorced from his ex-wife Eva Foe in 2016. He saw his former flame.")
    found = next(each for each in doc._.mentions if doc[each.start : each.end].text == "his former flame")
    assert found.people == ("Eva Foe",)


@pytest.mark.parametrize(
    ("text", "lemma"),
    [
        ("Their break-up hurt.", "break-up"),
        ("Their break-ups hurt.", "break-up"),
        ("After her break up with Ben Poe she sang.", "break-up"),
        ("They went up.", "up"),
    ],
)
def test_a_noun_that_ends_in_a_particle_is_known_by_the_whole(nlp, text, lemma):
    assert [token.lemma_ for token in nlp(text) if token.lower_ in ("up", "ups")] == [lemma]


@pytest.mark.parametrize(
    "union",
    [
        "He divorced Mary Hale in 1965 and married Jane Hall in 1966.",
        "Leaving Mary Hale in 1965, he married Jane Hall.",
        "He went to live with Jane Hall, divorcing Mary Hale in 1965 and marrying Jane.",
    ],
)
def test_who_parts_is_not_whom_one_has_left_before(nlp, union):
    doc = nlp(f"Ben Poe married Mary Hale in 1950. {union} She and Ben divorced in 1983.")
    assert next(each for each in doc._.mentions if doc[each.start].text == "She").people == ("Jane Hall",)


@pytest.mark.parametrize(
    ("union", "expected"),
    [("lives with his partner", ("Carl Zed", "Kate Lark")), ("married", ())],
)
def test_our_marriage_is_that_with_an_ex_where_there_is_but_a_partner(nlp, union, expected):
    doc = nlp(f"Carl Zed {union} Eva Lew. He divorced Kate Lark. Carl said: 'We were young. Our marriage'.")
    assert next(each.people for each in doc._.mentions if doc[each.start].text == "Our") == expected
