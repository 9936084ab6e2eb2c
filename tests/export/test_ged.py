import io

import pytest

from kg.dates.interval import Interval
from kg.export import write
from kg.export.ged_dates import of_day
from kg.records import Status

gedcom7 = pytest.importorskip("gedcom7")


def read(timeline):
    stream = io.StringIO()
    write(timeline, stream, format="ged")
    records = gedcom7.loads(stream.getvalue())
    assert gedcom7.validate(records) == []
    return stream.getvalue(), records


def under(record, *tags):
    """The texts of the structures that a path of tags leads to."""
    found = [record]
    for tag in tags:
        found = [child for each in found for child in each.children if child.tag == tag]
    return [each.pointer or each.text for each in found]


def test_people_families_and_sources_come_back_valid(couple):
    _, records = read(couple)
    tags = [record.tag for record in records]
    assert (tags.count("INDI"), tags.count("FAM"), tags.count("SOUR")) == (6, 2, 3)


def test_a_childs_birth_stands_under_the_child_and_its_family(couple):
    text, records = read(couple)
    child = next(record for record in records if record.xref == "@IP4@")
    assert under(child, "BIRT", "DATE") == ["3 MAY 2021"]
    assert under(child, "BIRT", "SOUR", "DATA", "TEXT") == ["Their son Max was born on 3 May 2021"]
    assert under(child, "FAMC") == ["@FP1_P2@"]
    assert "1 CHIL @IP4@\n" in text


def test_shared_work_makes_no_family(couple):
    event = next(event for event in couple.events if len(event.people) == 2)
    workers = tuple(member.model_copy(update={"role": "participant"}) for member in event.people)
    work = event.model_copy(update={"type": "worked_together", "people": workers})
    text, records = read(couple.model_copy(update={"events": (work,), "states": (), "kin": ()}))
    assert "FAM" not in [record.tag for record in records]
    assert text.count("2 TYPE worked together\n") == 2


def test_a_parent_known_by_a_tie_alone_is_a_family_of_one(couple):
    _, records = read(couple.model_copy(update={"events": ()}))
    family = next(record for record in records if record.xref == "@FP1@")
    assert (under(family, "HUSB"), under(family, "CHIL")) == (["@IP1@"], ["@IP4@"])


def test_only_what_is_asserted_has_a_tag_of_its_own(couple):
    engaged = next(event for event in couple.events if event.type == "engaged")
    told, _ = read(couple)
    assert "1 ENGA" not in told
    assert "2 TYPE rumoured: engaged\n" in told
    sure = engaged.model_copy(update={"status": Status.ASSERTED})
    assert "1 ENGA\n2 DATE BEF 14 SEP 2020\n" in read(couple.model_copy(update={"events": (sure,)}))[0]
    assert "1 ENGA Y\n" in read(couple.model_copy(update={"events": (sure.model_copy(update={"when": None}),)}))[0]


def test_what_was_denied_is_nowhere(couple):
    assert "denied" not in read(couple)[0]
    assert "MARR" not in read(couple)[0]


def test_bounds_that_are_not_exact_are_told_in_words_and_no_date_is_invented(couple):
    text, _ = read(couple)
    assert "1 FACT dating\n2 TYPE relationship\n2 DATE FROM 2014 TO 2016\n3 PHRASE began 2014, ended 2016\n" in text
    assert "2 DATE\n3 PHRASE began 2017 to 2018, ended January to 24 December 2023\n" in text


@pytest.mark.parametrize("hostile", ["@I1@", "@IP1@", "a\n0 @X@ INDI", "a\r\n1 NAME x", "\x00\x1b", "a\n\nb", "\ud800"])
def test_a_text_is_never_structure(couple, hostile):
    claim = couple.events[1].claims[0]
    changed = claim.model_copy(update={"evidence": claim.evidence.model_copy(update={"quote": hostile})})
    event = couple.events[1].model_copy(update={"claims": (changed,), "place": hostile})
    _, records = read(couple.model_copy(update={"events": (event,)}))
    assert [record.tag for record in records].count("INDI") == 6


@pytest.mark.parametrize(
    ("edtf", "date"),
    [
        ("2020-09-14", "14 SEP 2020"),
        ("2020-09", "SEP 2020"),
        ("2017", "2017"),
        ("2015~", "ABT 2015"),
        ("../2022-02", "BEF FEB 2022"),
        ("../2022-02-03", "BEF 3 FEB 2022"),
        ("2015/..", "AFT 2015"),
        ("2017/2019", "BET 2017 AND 2019"),
        ("2020/2020-09-14", "BET JAN 2020 AND 14 SEP 2020"),
        ("199X", "BET 1990 AND 1999"),
        ("2019-22", "BET JUN 2019 AND AUG 2019"),
        ("2020-05-03/2020-05-09", "BET 3 MAY 2020 AND 9 MAY 2020"),
    ],
)
def test_a_day_in_gedcom(edtf, date):
    assert of_day(Interval.from_edtf(edtf)) == date
