"""Days told by ages, and by what was told before them: plain arithmetic, and no day where there is nothing to count."""

from datetime import date

import pytest


@pytest.mark.parametrize(
    ("text", "events"),
    [
        ("Carl Roe was born on 3 May 1900. At the age of 21 he married Ada Poe.",
         {"born": "1900-05-03", "married": "1921-05-03/1922-05-02"}),
        ("Carl Roe was born in 1900. At 21 he married Ada Poe.", {"born": "1900", "married": "1921/1922"}),
        ("Carl Roe was born in 1900. Aged 21, he married Ada Poe.", {"born": "1900", "married": "1921/1922"}),
        ("Carl Roe was born in 1900. He met Ada Poe when he was just 15.", {"born": "1900", "met": "1915/1916"}),
        # counted from what was told last, and never from the birth before it
        ("Carl Roe was born in 1900. At 21 he married Ada Poe. Five years later they divorced.",
         {"born": "1900", "married": "1921/1922", "divorced": "1926/1927"}),
        ("Carl Roe was born in 1900. At 21 he met Ada Poe, and they married two years later.",
         {"born": "1900", "met": "1921/1922", "married": "1923/1924"}),
        ("Carl Roe, who was 21, met Ada Poe at sea. Two years later they married.", {"met": None, "married": None}),
        ("Carl Roe was born in 1900. He left school at the age of 15. Two years later he met Ada Poe.",
         {"born": "1900", "met": None}),
        # by a birthday at the latest, and no day
        ("Carl Roe was born on 3 May 1900. By the time he was ten, he had met Ada Poe.",
         {"born": "1900-05-03", "met": "../1910-05-03"}),
        ("Carl Roe was born on 3 May 1900. By his tenth birthday he had met Ada Poe.",
         {"born": "1900-05-03", "met": "../1910-05-03"}),
        # an age beside a day tells nothing new
        ("Carl Roe married Ada Poe in 1921, aged 21. Five years later they divorced.",
         {"married": "1921", "divorced": "1926"}),
    ],
)  # fmt: skip
def test_days_told_by_ages(timeline_of, text, events):
    found = timeline_of(text).events
    assert {each.type: each.when and each.when.edtf for each in found} == events


@pytest.mark.parametrize(
    ("text", "met"),
    [
        ("Ada Roe, 43, met Ben Poe when they were both just 19.", "1995-09-15/1997-09-13"),
        ("Ada Roe (43) sang. She met Ben Poe when Ada was 12-years-old.", "1988-09-15/1990-09-13"),
        ("Ada Roe, 43, sang. Ada Roe, 45, met Ben Poe when she was 19.", None),  # of two ages one is wrong
        ("Ada Roe, 43 Mill Lane, met Ben Poe when she was 19.", None),
        # where the birth is told, its day tells more
        ("Ada Roe, 43, was born on 3 May 1977. She met Ben Poe when she was 19.", "1996-05-03/1997-05-02"),
    ],
)
def test_who_is_of_an_age_now_was_so_much_younger_then(timeline_of, text, met):
    events = timeline_of(text, published=date(2020, 9, 14)).events
    assert [each.when and each.when.edtf for each in events if each.type == "met"] == [met]
    assert not [each for each in events if each.type == "born" and each.when.edtf != "1977-05-03"]


def test_child_born_so_many_years_after_a_wedding(timeline_of):
    text = "Carl Roe was born in 1900. He wed Ada Poe when he was 21. Their daughter Mia was born two years later."
    births = {each.people[-1].name: each.when.edtf for each in timeline_of(text).events if each.type == "born"}
    assert births == {"Carl Roe": "1900", "Mia": "1923/1924"}


@pytest.mark.parametrize(
    ("text", "died"),
    [
        ("Ada Roe was born on 3 May 1950. Her father, Ben Poe (born 1920), died when she was five.",
         "1955-05-03/1956-05-02"),
        ("Ada Roe was born on 3 May 1950. Her mother Eva Roe died when she was five.", "1955-05-03/1956-05-02"),
        ("Ada Roe was born on 3 May 1920. Her mother Eva Roe died when she was 70.", None),  # the mother
        ("Ada Roe was born on 3 May 1950. Her daughter Eva Roe died when she was five.", None),  # the daughter
        # a birth told of the parents is one of the child
        ("Ada Roe had a daughter, Eva Roe, in 1797. Eva Roe died when she was a year old.", "1798/1799"),
        ("Ada Roe had a daughter, Eva Roe, in 1797. Eva Roe died when she was a month old.", None),
    ],
)  # fmt: skip
def test_age_is_of_whom_the_words_name(timeline_of, text, died):
    deaths = [each.when and each.when.edtf for each in timeline_of(text).events if each.type == "died"]
    assert deaths == [died]
