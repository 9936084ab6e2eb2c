"""Facts of lives that are told around somebody: by a name behind "named", through a third, as one of many."""

import pytest

from kg.records import Claim


def _told(claims: tuple[Claim, ...], *types: str) -> set[str]:
    """ "married Ada Roe, Ben Poe 1910" for each claim of these types; "parent_of Ben Roe, Max" for a tie."""
    return {
        f"{claim.type} {', '.join(each.name for each in claim.people)} {claim.when or ''}".strip()
        for claim in claims
        if claim.type in types and claim.status.is_real
    }


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("She wed a sailor named Ben Poe in 1910.", {"married Ada Roe, Ben Poe 1910"}),
        ("A young rancher called Ben Poe wed Ada Roe in 1910.", {"married Ada Roe, Ben Poe 1910"}),
        ("She met an Ohio senior named Ben Poe in 1910.", {"met Ada Roe, Ben Poe 1910"}),
        ("Her husband was a grocer named Ben Poe.", {"married Ada Roe, Ben Poe"}),
        ("She met a horse named Max in 1910.", set()),
        ("She was wed in a village named Ben Poe.", set()),
    ],
)
def test_a_noun_means_who_is_named_behind_it(claims_of, text, told):
    assert _told(claims_of(f"Ada Roe was a poet. {text}", None), "married", "met") == told


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Ben Poe was introduced by friends to Ada Roe in 1910.", {"met Ada Roe, Ben Poe 1910"}),
        (
            "Ben Poe was introduced by his sister to Ada Roe, with whom he became romantically involved.",
            {"met Ada Roe, Ben Poe", "dating_began Ada Roe, Ben Poe"},
        ),
        ("Ben Poe was introduced by the envoy to France, Carl Zed.", set()),
        ("Ben Poe was introduced by an uncle to the work of Ada Roe.", set()),
        (
            "Ben Poe met Ada Roe in 1907. In 1910 the two began a discreet courtship.",
            {"met Ada Roe, Ben Poe 1907", "dating_began Ada Roe, Ben Poe 1910"},
        ),
    ],
)
def test_who_is_brought_together(claims_of, text, told):
    assert _told(claims_of(text, None), "met", "dating_began") == told


@pytest.mark.parametrize(
    ("text", "is_told"),
    [
        ("Ada Roe lived with Ben Poe as man and wife.", True),
        ("Ada Roe and Ben Poe lived together as husband and wife from 1910.", True),
        ("Ada Roe, who had lived with Ben Poe as husband and wife, sued him.", True),
        ("Ada Roe and Ben Poe posed as husband and wife.", False),
    ],
)
def test_who_lives_as_a_couple_is_not_said_to_be_wed(claims_of, text, is_told):
    states = {claim.type for claim in claims_of(text, None) if claim.kind == "state"}
    assert states == ({"living_together"} if is_told else set())


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Another of his sons was Max Roe.", {"parent_of Ben Roe, Max Roe"}),
        (
            "Some of his siblings included Eva Roe and Max Roe.",
            {"sibling_of Ben Roe, Eva Roe", "sibling_of Ben Roe, Max Roe"},
        ),
        ("In 1813 Roe wed Ada    daughter of Count Carl Zed.", {"parent_of Carl Zed, Ada"}),  # where a note stood
        # what is told of somebody without a name is not told of who paints him
        ("Roe painted the Duke of Morne, third son of Carl Zed.", {"parent_of Carl Zed, third son of Carl Zed"}),
        ("Roe grew up in York, the third son of Carl Zed.", {"parent_of Carl Zed, Ben Roe"}),
    ],
)
def test_who_is_one_of_many(claims_of, text, told):
    assert _told(claims_of(f"Ben Roe was a count. {text}", None), "parent_of", "sibling_of") == told


@pytest.mark.parametrize(
    ("text", "dead"),
    [
        ("Ada Roe and Ben Poe had two sons, Max and Leo, both of whom died in 1910.", {"Max", "Leo"}),
        ("Ada Roe and Ben Poe had a girl, Eva, and a son, Leo, both of whom died in 1910.", {"Eva", "Leo"}),
        ("Ada Roe was the child of Carl Roe and Eva Zed, both of whom died in 1910.", {"Carl Roe", "Eva Zed"}),
        ("Ada Roe and Ben Poe had two sons, both of whom died in 1910.", set()),
        ("Ada Roe had sons, Max, who wed Eva Zed, and Leo, both of whom died in 1910.", set()),
    ],
)
def test_both_of_whom_are_the_two_named_before(claims_of, text, dead):
    assert {each.name for claim in claims_of(text, None) if claim.type == "died" for each in claim.people} == dead


def test_a_partner_is_who_is_named_behind_even_as_an_owner(claims_of):
    text = "Ben Roe was a drummer. Roe wrote a song for the soundtrack of then-wife Ada Poe's 1996 film."
    assert [[each.name for each in claim.people] for claim in claims_of(text, None)] == [["Ada Poe", "Ben Roe"]]


def test_those_who_had_a_divorce_are_divorced(claims_of):
    assert _told(claims_of("Ada Roe and Ben Poe had a divorce in 1924.", None), "divorced") == {
        "divorced Ada Roe, Ben Poe 1924"
    }


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Eve Zed writes that Poe loved a nurse in 1920. She bore him a son.", set()),
        ("Eve Zed suggests that Poe loved his model. She married him in 1920.", set()),
        # but who was near to him
        ("His friend Eve Zed wrote that Poe was ill. She married him in 1920.", {"married Ben Poe, Eve Zed 1920"}),
        ("Eve Zed wrote to Poe. She married him in 1920.", {"married Ben Poe, Eve Zed 1920"}),
    ],
)
def test_who_writes_of_a_life_is_not_in_it(claims_of, text, told):
    life = f"BEN POE (1884–1951) was a painter.\n\n{text}"
    assert _told(claims_of(life, None), "married", "parent_of") == told
