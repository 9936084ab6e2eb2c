"""Proposals that were refused, and offers of marriage, make nobody engaged or married."""

import pytest

ASKED = "Paul Orr proposed to Ada Bell in 1899"


@pytest.mark.parametrize(
    ("text", "status"),
    [
        (f"{ASKED}. She declined.", "negated"),
        ("Dr Paul Orr asked Ada Bell to marry him, but she refused.", "negated"),
        (f"{ASKED}, but was turned down.", "negated"),
        ("Paul Orr proposed twice to Ada Bell, who rejected him.", "negated"),
        (f"{ASKED}. She said no, but they remained friends.", "negated"),
        (f"{ASKED}. She refused to marry him.", "negated"),
        # near misses: something else is refused, by somebody else, or not in the end
        (f"{ASKED}. She accepted.", "asserted"),
        (f"{ASKED}. She refused to leave her parents at once.", "asserted"),
        (f"{ASKED}. He declined a post in York.", "asserted"),
        (f"{ASKED}. She declined at first, but accepted a week later.", "asserted"),
        (f"{ASKED}. She did not refuse him.", "asserted"),
    ],
)
def test_refused_proposal_is_no_engagement(claims_of, text, status):
    told = [claim for claim in claims_of(text) if claim.type == "engaged"]
    assert {claim.status for claim in told} == {status}


def test_who_proposes_marriage_has_not_wed(claims_of):
    told = {claim.type for claim in claims_of("Paul Orr proposed marriage to Ada Bell in 1899.")}
    assert told == {"engaged"}


@pytest.mark.parametrize(
    ("text", "is_told"),
    [
        ("Ada Bell said yes when Paul Orr popped the question in July.", True),
        ("When Paul Orr proposed in July, Ada Bell accepted.", True),
        ("Ada Bell said no when Paul Orr popped the question in July.", False),
        ("Ada Bell said she was ill when Paul Orr proposed in July.", False),
        ("Ada Bell said yes when Paul Orr proposed that they sell the house.", False),
    ],
)
def test_who_said_yes_is_whom_one_proposed_to(claims_of, text, is_told):
    couples = {frozenset(one.name for one in claim.people) for claim in claims_of(text) if claim.type == "engaged"}
    assert couples == ({frozenset(["Ada Bell", "Paul Orr"])} if is_told else set())
