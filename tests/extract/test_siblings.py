"""Brothers and sisters who are called so together, and what such a tie forbids."""

from datetime import date

import pytest

from kg.extract.claims import reading
from kg.nlp.parse import parse
from kg.ontology.load import load as load_ontology
from kg.records import Document
from kg.resolve.timeline import timeline


def ties(claims) -> set[str]:
    found = (claim for claim in claims if claim.type == "sibling_of" and claim.status.is_real)
    return {" + ".join(sorted(each.name for each in claim.people)) for claim in found}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The brothers Carl Roe and Otto Roe built the mill.", {"Carl Roe + Otto Roe"}),
        ("Siblings Ada Poe, 12, and Ben Poe, 9, ran the race.", {"Ada Poe + Ben Poe"}),
        ("The sisters, Ada Poe and Eva Poe, opened a shop.", {"Ada Poe + Eva Poe"}),
        ("Ada Poe and Eva Poe were twin sisters.", {"Ada Poe + Eva Poe"}),
        ("Carl Roe, Otto Roe and other brothers built the mill.", {"Carl Roe + Otto Roe"}),
        # whose brother is told before
        (
            "Ada Roe was one of three children born to Eva Roe; an elder brother was the poet Max Roe.",
            {"Ada Roe + Max Roe"},
        ),
        (
            "Ada Roe's brother Carl was a miller, and another brother, Otto, a judge.",
            {"Ada Roe + Carl", "Ada Roe + Otto"},
        ),
        ("Ada Roe sang. The elder brother, Otto, wept.", set()),
        # near misses: whose sisters they are is told; nobody's kin
        ("Ada Poe and Eva Poe are sisters of Ben Poe.", {"Ada Poe + Ben Poe", "Ben Poe + Eva Poe"}),
        ("Ada Poe and Eva Poe were like sisters.", set()),
        ("Ada Poe is like a sister to Eva Lark.", set()),
        ("Ada Poe is practically a sister to Eva Lark.", set()),
        ("Ada Poe is a sister to Eva Lark.", {"Ada Poe + Eva Lark"}),
        ("Ada Poe and Eva Poe are soul sisters.", set()),
        ("He had no brothers. Carl Roe and Otto Roe were his friends.", set()),
        ("They played brothers Carl Roe and Otto Roe in the drama.", set()),
    ],
)
def test_siblings_together(claims_of, text, expected):
    assert ties(claims_of(text)) == expected


@pytest.mark.parametrize(
    ("opening", "is_shown"),
    [
        ("The mill was built by the brothers Carl Roe and Otto Roe.", False),
        ("The mill was built by the actors Carl Roe and Otto Roe.", True),
    ],
)
def test_brothers_who_separate_were_in_business(nlp, opening, is_shown):
    ontology = load_ontology()
    text = f"{opening} They separated in 1920."
    document = Document(id="d", source="d.txt", text=text, published=date(2020, 9, 14))
    line = timeline([document], [reading(parse(nlp, document), document, ontology)], [], ontology)
    assert [event.type for event in line.events if event.type == "separated"] == ["separated"] * is_shown
