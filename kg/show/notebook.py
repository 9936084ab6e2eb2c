"""The same tables as HTML, for notebooks. Every text is escaped; nothing runs, nothing is fetched."""

from collections.abc import Iterable, Mapping
from html import escape
from typing import Any

from rich.console import Console, Group, RenderableType
from rich.padding import Padding
from rich.style import Style
from rich.text import Text

from kg.records import Answer, Conflict, Document, Event, Kin, Person, State, Timeline
from kg.show import tables
from kg.show.console import Listing, plain

Documents = Mapping[str, Document]

# the renderer of GitHub strips colours from a notebook, so tags carry what matters
_TAGS = (("reverse", "mark"), ("bold", "b"), ("italic", "i"))
# darker than a terminal's, to be read on white, in the contrast that WCAG AA asks for, and still on black
_COLOURS = {"green": "#0a8a5f", "yellow": "#a16a00", "magenta": "#b0509a", "red": "#d13438"}
_PLAIN = Console(markup=False, emoji=False, highlight=False)


def html(renderable: RenderableType) -> str:
    """A table of `kg.show.tables` as HTML.

    >>> html(Text("a < b", style="bold"))
    '<div><b>a &lt; b</b></div>'
    """
    if isinstance(renderable, Listing):
        return _listing(renderable)
    if isinstance(renderable, Group):
        return "".join(html(each) for each in renderable.renderables)
    if isinstance(renderable, Padding):
        return f'<div style="margin-left:2em">{html(renderable.renderable)}</div>'
    return (
        f"<div>{_inline(renderable)}</div>" if isinstance(renderable, Text) else f"<pre>{escape(str(renderable))}</pre>"
    )


def table(graph: Any, shown: Any) -> "Table":
    """Records of a graph, or an answer to it, as a notebook shows them best: dates in words, sources, quotes.

    One event, state or tie is shown with everything behind it.
    """
    documents = {document.id: document for document in graph.timeline().documents}
    return Table(renderable(shown, documents))


def renderable(shown: Any, documents: Documents) -> RenderableType:
    """The table of `kg.show.tables` that fits a record, or many records of one kind."""
    if isinstance(shown, Timeline):
        return _whole(shown, documents)
    if isinstance(shown, Answer):
        return tables.answer(shown, documents)
    if isinstance(shown, (Event, State, Kin)):
        return tables.why(shown, documents)
    rows = [shown] if isinstance(shown, (Person, Document)) else list(shown)
    return _many(rows, documents)


class Table:
    """A table that a notebook shows as HTML and everything else as plain text."""

    def __init__(self, renderable: RenderableType) -> None:
        self._renderable = renderable

    def _repr_html_(self) -> str:
        return html(self._renderable)

    def __repr__(self) -> str:
        return plain(self._renderable).rstrip("\n")


class Picture:
    """A chart that a notebook shows: interactive where it can, and as a still picture everywhere else, GitHub too."""

    def __init__(self, chart: Any) -> None:
        self.chart = chart

    def _repr_mimebundle_(self, include: Any = None, exclude: Any = None) -> dict[str, Any]:
        from altair import SCHEMA_VERSION

        from kg.show.plots import svg

        return {
            f"application/vnd.vegalite.{SCHEMA_VERSION.split('.')[0]}+json": self.chart.to_dict(),
            "image/svg+xml": svg(self.chart).decode(),
            "text/plain": repr(self),
        }

    def __repr__(self) -> str:
        return f"<Picture: {self.chart.name}>"

    def save(self, path: str) -> None:
        """Write it as .svg, .png or .html (interactive), as the suffix says."""
        from kg.show.plots import save

        save(self.chart, path)


def plot(graph: Any, *names: str) -> Picture:
    """A picture of the life of a person, or of people together, from a graph.

    Raises UnknownName for a name nobody bears, KgError where nothing of theirs has a date.
    """
    from kg.show.plots import of_people

    return Picture(of_people(graph.timeline(), [graph.person(name).record.id for name in names]))


def plot_stints(graph: Any, *names: str) -> Picture:
    """A picture of all relations, or of all that any of these people had: one line for each pair and kind."""
    from kg.show.plots import stints

    return Picture(stints(graph.timeline(), [graph.person(name).record.id for name in names]))


def plot_map(graph: Any, year: int | None = None) -> Picture:
    """A map of who was tied to whom, with a slider for the year where pictures move; it starts at `year`.

    Raises KgError where no relation has a date.
    """
    from kg.show.maps import people_map

    return Picture(people_map(graph.timeline(), year))


def _whole(timeline: Timeline, documents: Documents) -> RenderableType:
    people, events, texts = map(len, (timeline.people, timeline.events, timeline.documents))
    return Group(
        Text(f"{people} people, {events} events, {texts} documents", style="bold"),
        tables.timeline(timeline.events, documents),
        tables.conflicts(timeline.conflicts, timeline, documents),
    )


def _many(rows: list[Any], documents: Documents) -> RenderableType:
    kinds = {type(row) for row in rows}
    if kinds == {Event}:
        return tables.timeline(rows, documents)
    if kinds == {State}:
        return tables.states(rows, documents)
    if kinds == {Kin}:
        return tables.kin(rows, documents)
    if kinds == {Person}:
        return tables.people(rows)
    if kinds == {Document}:
        return tables.documents(rows)
    if kinds == {Conflict}:
        return tables.conflicts(rows, Timeline(), documents)
    return Text("nothing" if not rows else repr(rows))


def _listing(listing: Listing) -> str:
    title = f"<caption>{escape(listing.title)}</caption>" if listing.title else ""
    head = _row(map(escape, listing.headings), "th")
    body = "".join(_row(map(_inline, row), "td") for row in listing.rows)
    return f"<table>{title}<thead>{head}</thead><tbody>{body}</tbody></table>"


def _row(cells: Iterable[str], tag: str) -> str:
    return "<tr>" + "".join(f'<{tag} style="text-align:left">{cell}</{tag}>' for cell in cells) + "</tr>"


def _inline(text: Text) -> str:
    base = _PLAIN.get_style(text.style)  # a text of one style comes back without it
    return "".join(_tagged(escape(each.text), each.style or base) for each in text.render(_PLAIN) if each.text)


def _tagged(inner: str, style: Style) -> str:
    for name, tag in _TAGS:
        if getattr(style, name):
            inner = f"<{tag}>{inner}</{tag}>"
    if style.color:
        inner = f'<span style="color:{_COLOURS.get(style.color.name, "inherit")}">{inner}</span>'
    return inner
