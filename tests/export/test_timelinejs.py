import io
import json

from kg.export import write


def slides(timeline):
    stream = io.StringIO()
    write(timeline, stream, format="timelinejs")
    return {slide["unique_id"]: slide for slide in json.loads(stream.getvalue())["events"]}


def test_a_slide_has_its_days_its_words_and_its_quote(couple):
    slide = slides(couple)["e2"]
    assert slide["start_date"] == {"year": 2020, "month": 1, "day": 1}
    assert slide["end_date"] == {"year": 2020, "month": 9, "day": 14}
    assert slide["display_date"] == "January to 14 September 2020"
    assert slide["text"]["headline"] == "moved in: Nora Lind, Tom Vale"
    assert slide["text"]["text"] == "<p>“They moved in together this year” (Harbour Gazette, 2020-09-14)</p>"


def test_doubt_stands_in_the_headline_and_what_never_happened_is_left_out(couple):
    found = slides(couple)
    assert found["e4"]["text"]["headline"] == "engaged (rumoured): Nora Lind, Tom Vale"
    denied = couple.events[-1].model_copy(update={"when": couple.events[1].when})
    assert "e6" not in slides(couple.model_copy(update={"events": (denied,)}))


def test_an_open_date_says_so(couple):
    slide = slides(couple)["e4"]
    assert slide["display_date"] == "by 14 September 2020"
    assert "end_date" not in slide


def test_relations_are_slides_too(couple):
    assert slides(couple)["s2"]["display_date"] == "began 2014, ended 2016"


def test_words_of_a_document_are_no_markup(couple):
    name = "<img src=x onerror=alert(1)>"
    hostile = couple.events[1].people[0].model_copy(update={"name": name})
    event = couple.events[1].model_copy(update={"people": (hostile,)})
    slide = slides(couple.model_copy(update={"events": (event,)}))["e1"]
    assert slide["text"]["headline"] == "met: &lt;img src=x onerror=alert(1)&gt;"


def test_no_events_is_an_empty_timeline(couple):
    assert slides(couple.model_copy(update={"events": (), "states": ()})) == {}
