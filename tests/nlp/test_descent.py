"""Whom words mean in what is told of parents and children."""

from datetime import date

import pytest

from kg.extract.claims import reading
from kg.nlp.parse import parse
from kg.ontology.load import load
from kg.records import Document


def parents_in(nlp, text: str) -> set[str]:
    """ "Ben Poe > Ada Roe" for each parent and child of whom both have names."""
    document = Document(id="d", source="d.txt", text=text, published=date(2020, 9, 14))
    claims = reading(parse(nlp, document), document, load()).claims
    ties = (claim.people for claim in claims if claim.type == "parent_of")
    return {f"{parent.name} > {child.name}" for parent, child in ties if " of " not in child.name}


@pytest.mark.parametrize(
    ("text", "ties"),
    [
        (
            "Ada Roe left a shop in York on Monday. Roe wore a red coat. The daughter of the singer Ben Poe smiled.",
            {"Ben Poe > Ada Roe"},
        ),
        # a parent of whom more is told may have another daughter
        ("Ben Poe sang in York. Ada Roe wore a red coat. The daughter of Ben Poe smiled.", set()),
        # nobody whom a son could be
        ("Ada Roe left a shop in York. Roe wore a red coat. The son of the singer Ben Poe smiled.", set()),
    ],
)
def test_whom_the_news_are_about_may_be_told_by_a_parent(nlp, text, ties):
    assert parents_in(nlp, text) == ties


@pytest.mark.parametrize(
    ("text", "pair"),
    [
        ("Ben Marsh married Ada Pole, daughter of Mark Dole by his wife Joyce Starr.", {"Mark Dole", "Joyce Starr"}),
        (
            "Ben Marsh married Ada Pole, daughter of Mark Dole, by his second wife Eva Starr.",
            {"Mark Dole", "Eva Starr"},
        ),
        ("Ben Marsh, the son of Mark Dole, was helped by his wife Joyce Starr.", {"Ben Marsh", "Joyce Starr"}),
        ("Ada Pole, sister of Mark Pole, and wife of Carl Vane, founded a school.", {"Ada Pole", "Carl Vane"}),
        # the other parent, wherever the tree hangs her
        (
            "Ben Marsh was born in 1922 in Hull, the only child of Mark Marsh, a clerk for mustard maker Dole's in the "
            "City of London and his wife, Joyce Starr (née Lane).",
            {"Mark Marsh", "Joyce Starr"},
        ),
        (
            "Ben Marsh, son of Mark Marsh, moved to Leeds and his wife Joyce Starr followed.",
            {"Ben Marsh", "Joyce Starr"},
        ),
    ],
)
def test_whose_wife_is_told_beside_a_child(timeline_of, text, pair):
    assert pair in [{one.name for one in state.people} for state in timeline_of(text).states]


def test_own_sister_joined_to_a_name_is_another(timeline_of):
    kin = timeline_of("Ben Marsh met Ada Pole, daughter of Carl Pole, and her sister Jane Pole.").kin
    assert ["Ada Pole", "Jane Pole"] in [sorted(one.name for one in each.people) for each in kin]


@pytest.mark.parametrize(
    "text",
    [
        "Carl Zed's father, the son of Max Roe, was born in York.",
        "Carl Zed's father, son of Max Roe, was born in York. Carl's father sang.",
        "Carl Zed's mother, a daughter of Max Roe and sister of Ben Roe, sang in York.",
    ],
)
def test_whose_child_a_parent_is_told_to_be_is_no_parent_of_the_same(nlp, text):
    assert "Max Roe > Carl Zed" not in parents_in(nlp, text)


@pytest.mark.parametrize(
    ("clause", "married"),
    [
        ("a daughter, Ida, with the actress, 33, whom he married in 2010", set()),
        ("a daughter, Ida, with Ada Poe, 33, whom he married in 2010", {"Ada Poe"}),
    ],
)
def test_of_whom_an_age_is_told_the_clause_behind_it_tells(timeline_of, clause, married):
    events = timeline_of(f"Ben Roe has {clause}.").events
    wed = {person.name for event in events if event.type == "married" for person in event.people}
    assert wed - {"Ben Roe"} == married


@pytest.mark.parametrize(
    ("text", "ties"),
    [
        ("He studied with Carl Zed and married his daughter Eve in 1850.", {"Carl Zed > Eve"}),
        ("He worked for the painter Carl Zed. He later married his daughter Eve.", {"Carl Zed > Eve"}),
        ("In 1850 he married his daughter Eve to Carl Zed.", {"Ben Poe > Eve"}),
        ("Carl Zed married his daughter Eve in 1850.", {"Ben Poe > Eve"}),
        ("He became fond of his daughter Eve.", {"Ben Poe > Eve"}),
    ],
)
def test_nobody_weds_an_own_child(nlp, text, ties):
    assert parents_in(nlp, f"Ben Poe (1800–1870) was a painter. {text}") == ties


def test_whose_sister_one_weds_is_somebody_else(timeline_of):
    kin = timeline_of("Ben Poe met the painter Carl Zed in Rome and married his sister Eve in 1850.").kin
    assert [sorted(one.name for one in each.people) for each in kin] == [["Carl Zed", "Eve"]]


@pytest.mark.parametrize(
    ("text", "ties"),
    [
        (
            "Her mother was Eva Poe. Max Zed is the son of Poe and Zed.",
            {"Eva Poe > Sylvia Poe", "Sylvia Poe > Max Zed"},
        ),
        ("Her brother was Dan Poe. Max is the son of Dan.", {"Dan Poe > Max"}),
    ],
)
def test_a_bare_family_name_is_a_parent_as_the_life_it_stands_in(nlp, text, ties):
    found = parents_in(nlp, f"SYLVIA POE (1932–1963) was a poet.\n\n{text}")
    assert {each for each in found if not each.startswith("Zed")} == ties


@pytest.mark.parametrize(
    ("text", "dead"),
    [
        ("Max Roe has one granddaughter, Ada Poe. Max's grandmother died in 1960.", set()),
        ("Max Roe has one nephew, Leo Poe. His uncle died in 1960.", set()),
        ("Max Roe has one grandson, Leo Poe. Max's grandson died in 1960.", {"Leo Poe"}),
    ],
)
def test_a_grandmother_is_not_the_granddaughter_told_of(timeline_of, text, dead):
    assert {event.people[0].name for event in timeline_of(text).events if event.type == "died"} == dead


@pytest.mark.parametrize(
    ("text", "pair"),
    [
        ("Dan Poe's forebears were captains, but he sold coal. His marriage to Ada Roe was a success.", "Ada Dan"),
        ("He studied in York. His marriage to Eva Lee was a success.", "Ben Eva"),
        ("His elder son and heir by his wife Eva Lee was Max Poe.", "Ben Eva"),
        ("Ben was survived by his second wife, the four children of his first marriage and a cousin.", "Ben second"),
    ],
)
def test_nobody_is_wed_to_a_parent_or_a_child(timeline_of, text, pair):
    timeline = timeline_of(f"Ben Poe was born to Dan Poe and Ada Roe. {text}")
    couples = [each for each in timeline.states if each.type == "married"]
    assert [" ".join(sorted(one.name.split()[0] for one in each.people)) for each in couples] == [pair]
    assert not any(one.name.startswith("second wife") for each in timeline.kin for one in each.people)
