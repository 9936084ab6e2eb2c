import os
import subprocess
import sys
from html.parser import HTMLParser

import pytest
from lxml import etree

from kg.errors import KgError
from kg.records import Status, Timeline
from kg.show import plots


@pytest.fixture(scope="module")
def documents(couple):
    return {document.id: document for document in couple.documents}


@pytest.fixture(scope="module")
def chart(couple, documents):
    return plots.timeline(couple.events, couple.states, documents, title="Nora Lind")


@pytest.fixture(scope="module")
def drawn(chart):
    return plots.svg(chart)


def words(drawn):
    return [text for text in etree.fromstring(drawn).itertext() if text.strip()]


def rows_of(chart):
    return chart.to_dict()["datasets"].popitem()[1]


def values(chart):
    return {row["label"] + "/" + row["told"]: row for row in rows_of(chart)}


def test_every_real_fact_stands_in_the_picture_with_its_date_and_doubt(drawn):
    shown = words(drawn)
    assert shown[shown.index("dating · Ola Berg") :]
    assert {"began 2014, ended 2016", "by 14 September 2020 · rumoured", "January to 24 December 2023 · reported"} <= {
        *shown
    }
    assert not any("denied" in text or "married" in text for text in shown)


def test_the_people_of_the_whole_picture_are_not_repeated(couple, documents):
    pair = [event for event in couple.events if {"p1", "p2"} <= {member.id for member in event.people}]
    labels = {name.partition("/")[0] for name in values(plots.timeline(pair, [], documents))}
    assert {"met", "child born · Max"} <= labels


def test_a_bar_fades_over_the_days_on_which_it_may_begin_or_end(chart):
    row = values(chart)["dating · Tom Vale/began 2017 to 2018, ended January to 24 December 2023"]
    days = [row[name] // 86_400_000 for name in ("in_from", "in_to", "from", "to", "out_from", "out_to")]
    start, end = 17_167, 19_715  # 1 January 2017 and 24 December 2023, in days since 1970
    assert days == [start, start + 729, start + 729, end - 356, end - 357, end]


def test_an_event_within_a_year_is_a_span_and_one_on_a_day_is_none(chart):
    rows = values(chart)
    year, day = rows["met · Tom Vale/2017"], rows["child born · Tom Vale, Max/3 May 2021"]
    assert (year["span_to"] - year["span_from"]) // 86_400_000 == 365
    assert "span_from" not in day
    assert "in_from" not in day


def test_an_open_bound_fades_a_little_and_claims_no_length(chart):
    row = values(chart)["engaged · Tom Vale/by 14 September 2020 · rumoured"]
    assert row["in_to"] == row["from"]
    assert 0 < (row["in_to"] - row["in_from"]) // 86_400_000 < 366
    assert "out_from" not in row


def test_the_same_bytes_twice_and_in_every_time_zone(chart, drawn):
    assert plots.svg(chart) == drawn
    script = (
        "import sys; from tests.sample_timeline import couple; from kg.show import plots; c = couple();"
        "documents = {document.id: document for document in c.documents};"
        "sys.stdout.buffer.write(plots.svg(plots.timeline(c.events, c.states, documents, title='Nora Lind')))"
    )
    west = {**os.environ, "TZ": "America/Los_Angeles"}
    assert subprocess.run([sys.executable, "-c", script], env=west, capture_output=True, check=True).stdout == drawn


class Scripts(HTMLParser):
    count, closed = 0, 0

    def handle_starttag(self, tag, attrs):
        self.count += tag == "script"

    def handle_endtag(self, tag):
        self.closed += tag == "script"


def test_a_page_needs_no_network_and_runs_nothing_of_a_document(couple, documents):
    def page(title):
        reader = Scripts()
        reader.feed(text := plots.page(plots.timeline(couple.events, [], documents, title=title)).decode())
        return text, (reader.count, reader.closed)

    hostile, scripts = page("</script><script>alert(1)</script><!--<script>")
    assert scripts == (1, 1)
    assert "<script>alert" not in hostile
    assert "cdn.jsdelivr" not in hostile


@pytest.mark.parametrize(("suffix", "begins"), [("svg", b"<svg"), ("png", b"\x89PNG"), ("html", b"<!DOCTYPE html>")])
def test_saved_by_its_suffix(chart, tmp_path, suffix, begins):
    plots.save(chart, tmp_path / f"out.{suffix}")
    assert (tmp_path / f"out.{suffix}").read_bytes().lstrip()[: len(begins)] == begins


def test_another_suffix_is_refused(chart, tmp_path):
    with pytest.raises(KgError, match=r"out\.gif: a picture is saved as \.svg, \.png or \.html$"):
        plots.save(chart, tmp_path / "out.gif")


def test_nothing_dated_is_nothing_to_draw(couple, documents):
    undated = [event for event in couple.events if event.when is None]
    with pytest.raises(KgError, match=r"^nothing to draw: "):
        plots.timeline(undated, [], documents)


def test_of_people_takes_what_is_told_of_all_of_them(couple):
    chart = plots.of_people(couple, ["p1", "p3"])
    assert {name.partition("/")[0] for name in values(chart)} == {"dating", "separated", ""}
    assert chart.to_dict()["title"]["text"] == "Nora Lind and Ola Berg"


def test_stints_of_one_pair_and_kind_share_a_line(couple):
    (state, *_) = couple.states
    again = state.model_copy(update={"id": "s9", "stint": 2, "start": state.end, "end": state.end})
    chart = plots.stints(couple.model_copy(update={"states": (*couple.states, again)}))
    found = rows_of(chart)
    on = [
        (row["label"], row["row"], row["before"]) for row in found if row["label"].startswith("Nora Lind and Ola Berg")
    ]
    assert on == [
        ("Nora Lind and Ola Berg · dating", 0, "Nora Lind and Ola Berg · dating"),
        ("Nora Lind and Ola Berg · dating", 0, ""),
    ]
    assert [row["after"] for row in found if row["row"] == 0] == ["2 times", ""]


def test_stints_of_some_people_are_those_in_which_any_of_them_was(couple):
    labels = {row["label"] for row in rows_of(plots.stints(couple, ["p3"]))}
    assert labels == {"Nora Lind and Ola Berg · dating"}


def test_stints_of_nobody_are_nothing_to_draw():
    with pytest.raises(KgError, match=r"^nothing to draw: "):
        plots.stints(Timeline())


def test_a_rumour_is_hatched_and_nothing_else(couple, documents):
    sure = [each for each in couple.events if each.status == "asserted"]
    rumours = [each.model_copy(update={"status": Status.RUMOURED}) for each in sure]
    assert strokes(plots.svg(plots.timeline(sure, [], documents))) == 0
    assert strokes(plots.svg(plots.timeline(rumours, [], documents))) > 10


def strokes(drawn):
    """How many strokes of a hatching a picture holds."""
    return drawn.decode().count('stroke-width="1.3"')
