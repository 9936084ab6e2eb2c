from datetime import date, timedelta

import pytest

from kg.dates.interval import Interval
from kg.records import Basis, Bound, State
from kg.show.rows import Row, pieces, rows

FADE = timedelta(100)


def of_state(start, end, *attested):
    bounds = [Interval.from_edtf(edtf) if edtf else Interval() for edtf in (start, end)]
    first, last = (Bound(earliest=when.earliest, latest=when.latest) for when in bounds)
    times = tuple(map(Interval.from_edtf, attested))
    return State(id="s", type="dating", people=(), start=first, end=last, attested=times)


def day(row, name):
    found = getattr(row, name)
    return found.isoformat() if found else None


@pytest.mark.parametrize(
    ("state", "first", "last"),
    [
        (of_state("2014", "2016"), "2014-12-31", "2016-01-01"),
        (of_state("2014", None), "2014-12-31", "2014-12-31"),
        (of_state("2014", None, "2018-05-03"), "2014-12-31", "2018-05-03"),
        (of_state(None, None, "2018-05-03"), "2018-05-03", "2018-05-03"),
        (of_state("../2015", "2014/.."), None, None),  # it may have ended before that
        (of_state("2014", "2016", "2018"), "2014-12-31", "2016-12-31"),  # the end outweighs a later mention
        (of_state(None, None), None, None),
    ],
)
def test_the_days_on_which_a_relation_surely_held(state, first, last):
    (row,) = rows([], [state], {})
    assert (day(row, "first"), day(row, "last")) == (first, last)


def test_what_is_said_of_it_when_it_is_told_to_have_ended_is_no_proof_that_it_lasted():
    ended = of_state("2014", "2016/2018", "2018-12-31")
    stated = ended.model_copy(update={"end": ended.end.model_copy(update={"basis": Basis.STATED})})
    (row,) = rows([], [stated], {})
    assert (day(row, "last"), day(row, "high")) == ("2016-01-01", "2018-12-31")


def test_being_apart_is_no_bar_and_a_denied_relation_neither(couple):
    apart = of_state("2014", None).model_copy(update={"type": "separated"})
    denied = of_state("2014", None).model_copy(update={"status": couple.events[-1].status})
    assert rows([], [apart, denied], {}) == []


@pytest.mark.parametrize(
    ("days", "found"),
    [
        ({"low": 1, "first": 5, "last": 8, "high": 9}, {"in": (1, 5), "from": (5, 9), "out": (8, 9)}),
        ({"first": 205, "last": 208}, {"in": (105, 205), "from": (205, 209), "out": (208, 308)}),
        ({"low": 1, "high": 9}, {"span": (1, 10)}),
        ({"low": 1}, {"out": (1, 101)}),
        ({"high": 109}, {"in": (9, 109)}),
        ({}, {}),
    ],
)
def test_the_pieces_of_a_relation(days, found):
    row = Row(
        "", "", "dating", "asserted", is_state=True, **{name: date.fromordinal(day) for name, day in days.items()}
    )
    names = {"from": ("from", "to")} | {name: (f"{name}_from", f"{name}_to") for name in ("in", "out", "span")}
    expected = {
        each: date.fromordinal(day) for name, ends in found.items() for each, day in zip(names[name], ends, strict=True)
    }
    assert pieces(row, FADE) == expected


def test_an_event_told_by_one_bound_stands_at_it_and_one_not_told_nowhere(couple):
    engaged, moved = (next(event for event in couple.events if event.id == id) for id in ("e4", "e2"))
    (row,) = rows([engaged], [], {})
    assert (day(row, "first"), day(row, "low")) == ("2020-09-14", None)
    (row,) = rows([moved.model_copy(update={"when": None})], [], {})
    assert (day(row, "low"), day(row, "first"), day(row, "high")) == ("2020-01-01", None, "2020-09-14")
