"""What all commands share: one place for errors, the options of reading commands, and printing."""

import logging
import os
import sys
from collections.abc import Callable, Iterable, Sequence
from datetime import date
from inspect import Parameter, Signature, signature
from pathlib import Path
from typing import Annotated, Any

import typer
from typer.core import TyperGroup

import kg

INTERRUPTED = 130  # as shells count it


class Commands(TyperGroup):
    """Turns whatever the user gave wrong into one line on stderr and exit code 2, and a closed pipe into silence."""

    def main(self, args: Sequence[str] | None = None, *_: Any, standalone_mode: bool = True, **extra: Any) -> Any:
        logging.getLogger("kg").addHandler(_NOTES)
        code = self._code(args, **extra)
        if standalone_mode:
            sys.exit(code)
        return code

    def _code(self, args: Sequence[str] | None, **extra: Any) -> int:
        try:
            code = super().main(args, standalone_mode=False, **extra)
            sys.stdout.flush()
        except typer.TyperException as error:
            return _failed(error.format_message())
        except kg.KgError as error:
            return _failed(str(error))
        except (KeyboardInterrupt, typer.Abort):
            return INTERRUPTED
        except (BrokenPipeError, SystemExit):  # a closed pipe, which typer turns into an exit
            # whoever reads has enough; Python must not flush into the closed pipe at its end
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
            return 0
        return code if isinstance(code, int) else 0


app = typer.Typer(
    name="kg",
    cls=Commands,
    context_settings={"help_option_names": ["-h", "--help"]},
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
)


def run() -> None:
    """The program `kg`."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="backslashreplace")  # a terminal that cannot show a letter gets its number
    app()


def note(message: str) -> None:
    """A line for the user that is no data; what a document put into it is shown, not obeyed."""
    from kg.show.safe import visible

    typer.echo(f"kg: {visible(message)}", err=True)


def _failed(message: str) -> int:
    note(message)
    return 2


class _Notes(logging.Handler):
    """What the library has to say, as notes."""

    def emit(self, record: logging.LogRecord) -> None:
        note(record.getMessage())


_NOTES = _Notes(logging.WARNING)


def day(text: str) -> date:
    """A day from the command line."""
    found: date | None = kg.find_day(text)
    if found is None:
        raise typer.BadParameter(f"{text!r} is no date; write it as 2020-09-14")
    return found


Db = Annotated[Path, typer.Option("--db", metavar="FILE", help="The store.")]
AsOf = Annotated[
    date | None, typer.Option("--as-of", parser=day, metavar="DATE", help="Know only what was published by then.")
]
Undated = Annotated[bool, typer.Option("--undated", help="With --as-of, keep documents without a date.")]
MinScore = Annotated[float, typer.Option("--min-score", min=0, max=1, help="Leave out claims less sure than this.")]
AsJson = Annotated[bool, typer.Option("--json", help="Print one JSON object a line.")]
STORE = Path("kg.db")

_LIMITS = {
    "as_of": (AsOf, None),
    "undated": (Undated, False),
    "min_score": (MinScore, 0.0),
    "db": (Db, STORE),
}


def reading(command: Callable[..., None]) -> Callable[..., None]:
    """A command with the options that all reading commands take; its first parameter is the graph that they open."""
    _, *own = signature(command).parameters.values()
    limits = [
        Parameter(name, Parameter.KEYWORD_ONLY, default=value, annotation=kind)
        for name, (kind, value) in _LIMITS.items()
    ]
    parameters = [each.replace(kind=Parameter.KEYWORD_ONLY) for each in own] + limits

    def opened(**arguments: Any) -> None:
        command(kg.open(**{name: arguments.pop(name) for name in _LIMITS}), **arguments)

    opened.__name__, opened.__doc__ = command.__name__, command.__doc__
    opened.__signature__ = Signature(parameters)  # type: ignore[attr-defined]
    opened.__annotations__ = {each.name: each.annotation for each in parameters}
    return opened


def show(records: Iterable[Any], table: Callable[[list[Any]], Any], as_json: bool, *, none: str) -> None:
    """The records as JSON lines, or in the table made of them; where there are none, `none`, and exit code 1."""
    records = list(records)
    if as_json:
        for record in records:
            typer.echo(kg.json_line(record))
    elif records:
        from kg.show.console import echo

        echo(table(records))
    if not records:
        note(none)
        raise typer.Exit(1)


def documents(graph: Any) -> dict[str, Any]:
    """The documents of a graph by id."""
    return {document.id: document for document in graph.timeline().documents}
