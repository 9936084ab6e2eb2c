"""The whole sizes: run with -m scale -s, on a machine that has nothing else to do."""

import pytest

from tests.scale.crowd import readings
from tests.scale.measure import measured, n_log_n


@pytest.mark.scale
def test_a_million_claims_are_resolved_in_a_quarter_of_an_hour():
    found = [measured("resolution", people) for people in (10_000, 30_000, 100_000)]
    print(*found, sep="\n")
    assert found[-1]["claims"] > 1_000_000 * 0.95
    assert (found[-1]["seconds"] < 15 * 60, found[-1]["gigabytes"] < 8) == (True, True)
    assert n_log_n(found[-1], "claims") < 1.5 * n_log_n(found[0], "claims")


@pytest.mark.scale
def test_a_hundred_thousand_notes_are_read_in_bounded_memory():
    found = [measured("archive", notes) for notes in (1_000, 10_000, 100_000)]
    print(*found, sep="\n")
    assert found[-1]["read"] == 100_000
    assert found[-1]["gigabytes"] < 1.5
    assert n_log_n(found[-1], "notes") < 1.5 * n_log_n(found[1], "notes")


@pytest.mark.scale
def test_ten_more_notes_cost_little_and_a_question_is_answered_at_once():
    found = measured("growth", 25_000)
    print(found)
    assert found["share"] < 0.02
    assert found["asked"] < 3


def test_a_crowd_tells_what_its_texts_say():
    for document, reading in readings(50):
        for claim in reading.claims:
            assert document.text[claim.evidence.start : claim.evidence.end] == claim.evidence.quote
    assert list(readings(20)) == list(readings(20))
