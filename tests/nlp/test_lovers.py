"""Whose partings, marriages and romances pronouns tell of."""

import pytest


def owner(nlp, text):
    doc = nlp(text)
    told = [each for each in doc._.mentions if doc[each.start].lower_ in ("his", "her") and each.end == each.start + 1]
    return told[-1].people


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Dan Roe's wife Vera Poe had a fling with Alex Reed in 2012, weeks after his split from Kate Zed.",
            "Alex Reed",
        ),
        ("Dan Roe's wife Vera Poe dated Alex Reed in 2012 following his split from Kate Zed.", "Alex Reed"),
        ("Dan Roe's wife Vera Poe dated Alex Reed in 2012, weeks after her split from Dan.", "Vera Poe"),
    ],
)
def test_who_is_loved_has_parted_before(nlp, text, expected):
    assert owner(nlp, text) == (expected,)


@pytest.mark.parametrize(
    "text",
    [
        "Jeff Roe, a father to sons Bob and Fred from his relationship with the late Jade Poe, sang.",
        "Jeff Roe is dad to Bob from his relationship with Jade Poe.",
        "Jeff Roe has a son, Bob, from his marriage to Jade Poe.",
    ],
)
def test_a_union_is_not_that_of_the_children_it_brought(nlp, text):
    assert owner(nlp, text) == ("Jeff Roe",)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("He is now with Sam Poe. They have been dating since his split from ex-wife Kate Zed.", "Mick Roe"),
        ("Carl Poe sang in York. Carl Poe wept after his split from Kate Zed.", "Carl Poe"),
    ],
)
def test_a_parting_is_that_of_whom_the_text_parts(nlp, text, expected):
    assert owner(nlp, f"Mick Roe divorced Kate Zed in 2019. {text}") == (expected,)


@pytest.mark.parametrize(
    ("girlfriend", "union", "expected"),
    [
        ("Ina Roe", "is now in a relationship with the actor Carl Foe", "Eva Poe"),
        ("Ina Roe", "is now dating Carl Foe", "Eva Poe"),
        ("Ina Roe", "is now dating Jack Lund", "Ina Roe"),
    ],
)
def test_who_has_parted_loves_anew_rather_than_somebody_who_is_loved(nlp, girlfriend, union, expected):
    text = f"Ina Roe sang. Jack Lund saw women since calling it quits with Eva Poe in 2017. She {union}. "
    doc = nlp(f"{text} Jack's girlfriend {girlfriend} posed.")
    (she,) = (each for each in doc._.mentions if doc[each.start : each.end].text == "She")
    assert she.people == (expected,)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Ada Roe praised Robin Zed. Her marriage to Robin ended in May.", "Ada Roe"),
        ("Robin Zed sang. Robin met Ben Poe. After his split from Robin, he was seen in York.", "Ben Poe Ben Poe"),
        ("Ben Poe met Carl Zed. After his talk to Carl, he was seen in York.", "Ben Poe Ben Poe"),
    ],
)
def test_nobody_parts_from_oneself(nlp, text, expected):
    doc = nlp(text)
    pronouns = [each for each in doc._.mentions if each.kind == "pronoun"]
    assert " ".join(key for each in pronouns for key in each.people) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Carl Zed went out with Eva Lew. Ada Kent revealed that she and Carl had parted.", "Ada Kent"),
        ("Carl Zed went out with Eva Lew. Ben Kent revealed that she and Carl had parted.", "Eva Lew"),
    ],
)
def test_who_tells_of_a_parting_tells_of_her_own(nlp, text, expected):
    doc = nlp(text)
    assert next(each.people for each in doc._.mentions if doc[each.start].lower_ == "she") == (expected,)
