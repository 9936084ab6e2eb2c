"""People who are called like a month are neither dates nor passed over."""

import pytest

from kg.nlp.parse import parse
from kg.records import Document

ROE = "April Roe met Ben Poe in 2015."


@pytest.mark.parametrize(
    ("text", "named", "dated"),
    [
        ("Ben Poe proposed to April Roe in December of 2018.", ["Ben Poe", "April Roe"], ["December of 2018"]),
        (f"{ROE} Ben proposed to April in May.", ["April Roe", "Ben Poe", "Ben", "April"], ["2015", "May"]),
        (f"{ROE} Ben wed in April.", ["April Roe", "Ben Poe", "Ben"], ["2015", "April"]),
        (f"{ROE} Ben left last April.", ["April Roe", "Ben Poe", "Ben"], ["2015", "last April"]),
        (f"{ROE} Ben wed on 5 April 2018.", ["April Roe", "Ben Poe", "Ben"], ["2015", "5 April 2018"]),
        ("Ada Roe wed Ben Poe on May Day in 2015.", ["Ada Roe", "Ben Poe"], ["May Day in 2015"]),
        ("Ada Roe wed Ben Poe in April.", ["Ada Roe", "Ben Poe"], ["April"]),
    ],
)
def test_a_month_is_a_name_where_the_document_knows_one(nlp, text, named, dated):
    doc = parse(nlp, Document(id="d", source="d.txt", text=text))
    assert [span.text for span in doc.ents if span.label_ == "PERSON"] == named
    assert [time.text.removeprefix("in ") for time in doc._.times] == dated


def test_the_following_may_is_when_two_wed(timeline_of):
    events = timeline_of("Ada Roe met Ben Poe in 2015 and they married the following May.").events
    assert {event.type: event.when.edtf for event in events if event.when} == {"met": "2015", "married": "2016-05"}
