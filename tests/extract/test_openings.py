"""Sentences that open with whose child somebody is."""

import pytest


@pytest.mark.parametrize(
    ("text", "parents", "child"),
    [
        (
            "Born in Leeds to Ben Roe, a baker, and his wife Dora, Ada Roe moved to York.",
            {"Ben Roe", "Dora"},
            "Ada Roe",
        ),
        (
            "Born in Leeds to a baker, Ben Roe, and his wife, Dora, Ada was the second of four.",
            {"Ben Roe", "Dora"},
            "Ada",
        ),
        (
            "Born in York, the daughter of Ben Roe, a baker, and his wife Dora, Ada Roe fled.",
            {"Ben Roe", "Dora"},
            "Ada Roe",
        ),
        ("A daughter of Ben Roe, a baker, and his wife Dora, Ada Roe moved to York.", {"Ben Roe", "Dora"}, "Ada Roe"),
        ("The second of three sons of Ben Roe and Dora Poe, Carl Roe read law.", {"Ben Roe", "Dora Poe"}, "Carl Roe"),
        ("Son of the baker Carl Roe, Ben Roe married Ada Poe in 1920.", {"Carl Roe"}, "Ben Roe"),
        # the clause behind is about somebody else, or about the child without a name
        ("The son of a baker, Ben Roe married Ada Poe in 1920.", set(), ""),
        ("The son of Ben Roe met Ada Poe in 1920.", set(), ""),
    ],
)
def test_whose_child_the_subject_is(claims_of, text, parents, child):
    told = [each for each in claims_of(text, None) if each.type in ("parent_of", "child_born")]
    named = [(who.name, who.role) for each in told for who in each.people]
    assert {name for name, role in named if role == "parent"} == parents
    assert {name for name, role in named if role == "child"} == ({child} if child else set())


def test_who_opens_so_is_nobody_new(nlp):
    opening = "The son of the minister Carl Lee Roe by his first wife, Dora Poe, Lee Roe was taught at home."
    doc = nlp(f"Ben Lee Roe (1889–1968) was a peer. {opening}")
    keys = {doc[each.start : each.end].text: each.people for each in doc._.mentions if each.kind == "name"}
    assert keys["Lee Roe"] == keys["Ben Lee Roe"]


@pytest.mark.parametrize(
    "opening",
    [
        "Born to Ben Roe and his wife Dora, he",
        "The son of Ben Roe, a baker, and his wife Dora, he",
        "The only son of Ben Roe and his wife Dora, he",
    ],
)
def test_whose_child_he_is_is_not_he(claims_of, opening):
    told = claims_of(f"Carl Roe was a painter.\n\n{opening} married Eva Zed in 1920.", None)
    couples = {tuple(sorted(who.name for who in each.people)) for each in told if each.type == "married"}
    assert couples == {("Carl Roe", "Eva Zed"), ("Ben Roe", "Dora")}
