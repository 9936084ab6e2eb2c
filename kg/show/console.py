"""How tables are printed: as wide as the terminal, or, into a pipe, a row a line with nothing cut."""

import io
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, TextIO

from rich.console import Console, ConsoleOptions, Group, RenderableType, RenderResult
from rich.table import Table
from rich.text import Text

# wider than any row: into a pipe nothing may be cut or wrapped
_ENDLESS = 1_000_000
# a notebook is no terminal: there rich would print a table in place of returning it
_LITERAL: dict[str, Any] = {"markup": False, "emoji": False, "highlight": False, "force_jupyter": False}


def echo(renderable: RenderableType, stream: TextIO | None = None) -> None:
    """Print a table to a stream (standard output, if none): with colours on a terminal, plain and uncut into a pipe.

    It reads no markup and no emoji codes, so that words of documents stay words; NO_COLOR holds.
    """
    stream = stream or sys.stdout
    if stream.isatty():
        Console(file=stream, **_LITERAL).print(renderable)
    else:
        stream.write(plain(renderable))


def plain(renderable: RenderableType, *, width: int = _ENDLESS) -> str:
    """What a table looks like without colours, no line padded; unless `width` columns are asked for, none is wrapped.

    >>> plain(Listing(("Name", "Born"), [(Text("Ada"), Text("1815"))]))
    'Name  Born\\nAda   1815\\n'
    """
    out = io.StringIO()
    Console(file=out, width=width, force_terminal=False, color_system=None, **_LITERAL).print(renderable)
    return "".join(f"{line.rstrip()}\n" for line in out.getvalue().split("\n")[:-1])


@dataclass(frozen=True)
class Listing:
    """Rows of cells under headings; on a narrow terminal the later cells of each row stand under one another.

    `below` says how many of the last cells of a row then get a line of their own; the ones before share a line.
    """

    headings: tuple[str, ...]
    rows: Sequence[tuple[Text, ...]]
    below: int = 0
    title: str = ""

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> RenderResult:
        if self.title:
            yield Text(self.title, style="bold")
        wide = self._wide()
        endless = options.update(max_width=_ENDLESS)
        fits = console.measure(wide, options=endless).maximum <= options.max_width
        yield wide if fits or not self.below else self._stacked()

    def _wide(self) -> Table:
        table = _table()
        for heading in self.headings:
            table.add_column(heading, overflow="fold", header_style="dim")
        for row in self.rows:
            table.add_row(*row)
        return table

    def _stacked(self) -> Table:
        table = _table(header=False)
        table.add_column(no_wrap=True, overflow="fold")
        table.add_column(overflow="fold")
        for first, *rest in self.rows:
            together, alone = rest[: -self.below], rest[-self.below :]
            cells = (Text("  ").join(cell for cell in together if cell.plain), *(cell for cell in alone if cell.plain))
            table.add_row(first, Group(*cells))
        return table


def _table(*, header: bool = True) -> Table:
    return Table(box=None, show_header=header, show_edge=False, padding=(0, 2, 0, 0), pad_edge=False)
