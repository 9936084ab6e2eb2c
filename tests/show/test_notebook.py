from html.parser import HTMLParser
from types import SimpleNamespace

import pytest

from kg.dates.interval import Certainty
from kg.records import Answer
from kg.show import notebook, plots, tables
from kg.show.console import plain


@pytest.fixture(scope="module")
def documents(couple):
    return {document.id: document for document in couple.documents}


class Page(HTMLParser):
    """The tags and the cells of a page."""

    def __init__(self, text):
        super().__init__()
        self.tags, self.text, self.open = set(), [], []
        self.feed(text)

    def handle_starttag(self, tag, attrs):
        self.tags.add(tag)
        self.open.append(tag)
        assert not any(name.startswith("on") or name in ("src", "href") for name, _ in attrs)

    def handle_endtag(self, tag):
        assert self.open.pop() == tag

    def handle_data(self, data):
        self.text.append(data)


def answer(couple):
    claim = couple.events[1].claims[0]
    return Answer(
        question="When?",
        kind="when",
        value={"when": "2017"},
        certainty=Certainty.CERTAIN,
        text="They met in 2017.",
        evidence=(claim.evidence,),
        steps=("found the pair",),
    )


def kinds(couple):
    timeline = couple
    yield from (timeline, answer(couple), couple.events[1], couple.states[0], couple.kin[0], couple.people[0])
    yield from (couple.events, couple.states, couple.kin, couple.people, couple.documents, couple.conflicts, ())


def test_every_kind_of_record_has_its_table_in_which_nothing_runs(couple, documents):
    for shown in kinds(couple):
        page = Page(notebook.html(notebook.renderable(shown, documents)))
        assert page.tags <= {"table", "thead", "tbody", "tr", "th", "td", "div", "b", "i", "mark", "span"}
        assert page.open == []


def test_words_of_a_document_are_escaped_and_none_is_lost(couple, documents):
    listing = tables.documents(couple.documents)
    page = Page(notebook.html(listing))
    assert '<script>alert("x")</script> [bold]Split[/bold]' in page.text
    for cell in page.text:
        assert cell in plain(listing)


def test_the_status_stands_in_words_and_the_quote_is_marked(couple, documents):
    text = notebook.html(notebook.renderable(couple.events, documents))
    assert {"rumoured", "reported", "denied"} <= {*Page(text).text}
    assert "<mark>“They met in 2016, a friend said”</mark>" in notebook.html(
        notebook.renderable(couple.events[1], documents)
    )


def test_an_empty_list_says_so(documents):
    assert notebook.html(notebook.renderable((), documents)) == "<div>nothing</div>"


class Graph:
    """As much of a graph as tables and pictures need."""

    def __init__(self, couple):
        self.couple = couple

    def timeline(self):
        return self.couple

    def person(self, name):
        return SimpleNamespace(record=next(person for person in self.couple.people if person.name == name))


def test_a_table_of_a_graphs_records_names_their_sources_in_html_and_in_text(couple):
    table = notebook.table(Graph(couple), couple.events)
    assert "Harbour Gazette, 14 September 2020" in table._repr_html_()
    assert "by 14 September 2020" in repr(table)


def test_a_plot_of_a_graph_names_its_people(couple):
    drawn = notebook.plot(Graph(couple), "Nora Lind", "Tom Vale").chart.to_dict()
    assert drawn["title"]["text"] == "Nora Lind and Tom Vale"


def test_a_picture_is_interactive_or_still_in_a_notebook_and_saves_as_a_page(couple, documents, tmp_path):
    picture = notebook.Picture(plots.timeline(couple.events, couple.states, documents, title="Nora Lind"))
    shown = picture._repr_mimebundle_()
    assert shown["image/svg+xml"].startswith("<svg")
    assert [name for name in shown if "vegalite" in name]
    assert shown["text/plain"] == "<Picture: Nora Lind>"
    picture.save(tmp_path / "out.html")
    assert (tmp_path / "out.html").read_text(encoding="utf-8").startswith("<!DOCTYPE html>")
