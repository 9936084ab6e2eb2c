"""A timeline that cannot be derived anew, as it was known on a day."""

from datetime import date

from kg.query.asof import as_of
from kg.records import Bound, Bounds
from tests.sample_timeline import BLOG, GAZETTE, NORA, POST, TOM, claim, couple, members

DAY = date(2021, 1, 1)  # the Post is of 2024, the Blog has no date


def test_no_proof_and_no_bound_is_from_later_documents():
    known = as_of(couple(), DAY)
    assert {each.document for fact in (*known.events, *known.states, *known.kin) for each in fact.claims} == {"d1"}
    assert {event.bounds for event in known.events} == {Bounds()}
    (dating,) = [state for state in known.states if state.id == "s1"]
    assert dating.start == Bound()  # was inferred


def test_a_tie_keeps_the_sources_that_told_it_by_then():
    pair = members(NORA, TOM, role="sibling")
    tie = (
        couple()
        .kin[1]
        .model_copy(
            update={
                "claims": (
                    claim(GAZETTE, "Nora Lind met Tom Vale", "sibling_of", pair, kind="kin"),
                    claim(POST, "They met in 2016", "sibling_of", pair, kind="kin"),
                    claim(BLOG, "Zoë Vale", "sibling_of", pair, kind="kin"),
                )
            }
        )
    )
    (known,) = as_of(couple().model_copy(update={"kin": (tie,)}), DAY).kin
    assert [each.document for each in known.claims] == ["d1"]


def test_where_nothing_is_left_out_nothing_changes():
    whole = couple().model_copy(update={"documents": (GAZETTE, POST)})
    assert as_of(whole, date(2025, 1, 1)) == whole
