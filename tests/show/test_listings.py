"""Lists of date expressions and judgements."""

from kg.dates.interval import Interval
from kg.records import Judgement, TimeExpression
from kg.show.console import plain
from kg.show.listings import judgements, times


def test_times_show_characters_words_meaning_and_origin():
    found = TimeExpression(
        start=9, end=20, text="by May\x1b 2019", when=Interval.from_edtf("../2019-05"), relation="by"
    )
    heading, row = plain(times([("a.txt", found)])).splitlines()
    assert heading.split() == ["Text", "Characters", "Words", "EDTF", "Meaning", "Relation", "Told", "from"]
    cells = [cell.strip() for cell in row.split("  ") if cell.strip()]
    assert cells == ["a.txt", "9–20", "by May\ufffd 2019", "../2019-05", "by May 2019", "by", "calendar"]


def test_judgements_show_what_was_decided_about_whom():
    made = Judgement(id="0123456789ab", verdict="reject", names=("Ada", "Ben"), type="moved_in", quote="moved\nin")
    _, row = plain(judgements([made])).splitlines()
    assert row.split() == ["01234567", "reject", "Ada,", "Ben", "moved", "in", "“moved", "in”"]
