import pytest
from hypothesis import given, settings

from kg.dates.edtf import parse, to_text
from kg.dates.interval import Granularity, Interval
from tests.dates.test_interval import intervals


@settings(deadline=None)
@given(intervals())
def test_what_is_printed_is_read_back(when: Interval) -> None:
    assert parse(to_text(when)) == when


@pytest.mark.parametrize(
    ("text", "earliest", "latest", "granularity"),
    [
        ("2019-05-03", "2019-05-03", "2019-05-03", "day"),
        ("2019-05", "2019-05-01", "2019-05-31", "month"),
        ("2019", "2019-01-01", "2019-12-31", "year"),
        ("199X", "1990-01-01", "1999-12-31", "decade"),
        ("19XX", "1900-01-01", "1999-12-31", "century"),
        ("2019-22", "2019-06-01", "2019-08-31", "season"),
        ("2019-24", "2019-12-01", "2020-02-29", "season"),
        ("2019-34", "2019-04-01", "2019-06-30", "span"),
        ("2019-06/2019-08", "2019-06-01", "2019-08-31", "span"),
        ("../2019-05", None, "2019-05-31", "span"),
        ("2015/..", "2015-01-01", None, "span"),
        ("2015/", "2015-01-01", None, "span"),
        ("2019-XX", "2019-01-01", "2019-12-31", "year"),
        ("2019-05-XX", "2019-05-01", "2019-05-31", "month"),
        ("2019-05-03T12:30:00Z", "2019-05-03", "2019-05-03", "day"),
        ("0001", "0001-01-01", "0001-12-31", "year"),
    ],
)
def test_bounds(text: str, earliest: str | None, latest: str | None, granularity: str) -> None:
    when = parse(text)
    assert (when.earliest and when.earliest.isoformat(), when.latest and when.latest.isoformat()) == (earliest, latest)
    assert when.granularity is Granularity(granularity)


@pytest.mark.parametrize(
    ("text", "approximate", "uncertain"), [("2015~", True, False), ("2015?", False, True), ("2015%", True, True)]
)
def test_marks(text: str, approximate: bool, uncertain: bool) -> None:
    assert (parse(text).approximate, parse(text).uncertain) == (approximate, uncertain)


@pytest.mark.parametrize(
    "text", ["", "x", "2019-13", "2019-02-30", "1869/1866", "0000", "-0044", "Y20000", "9999-24", "20X5", "2019-XX-03"]
)
def test_what_is_no_date_is_refused_by_name(text: str) -> None:
    with pytest.raises(ValueError, match="no EDTF date: '"):
        parse(text)


@pytest.mark.parametrize(
    "text", ["2019-05-03", "2019-05", "2019", "199X", "../2019", "2019-06/2019-08", "2015/..", "2017-05-03~"]
)
def test_an_independent_reader_agrees(text: str) -> None:
    edtf = pytest.importorskip("edtf")
    told, ours = edtf.parse_edtf(text), parse(text)
    for day, strict in ((ours.earliest, "lower_strict"), (ours.latest, "upper_strict")):
        if day is not None:
            assert tuple(getattr(told, strict)()[:3]) == (day.year, day.month, day.day)
