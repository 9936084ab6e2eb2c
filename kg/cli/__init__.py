"""The command line. A command says what its options are and calls the function that does it."""

from typing import Annotated

import typer

import kg

from kg.cli import building, asking, judging, keeping  # isort: skip  # noqa: F401  (they add their commands in this order)
from kg.cli.app import app, run

__all__ = ["app", "run"]


def _version(wanted: bool) -> None:
    if wanted:
        typer.echo(f"kg {kg.__version__}")
        raise typer.Exit


@app.callback(invoke_without_command=True)
def main(
    context: typer.Context,
    version: Annotated[
        bool, typer.Option("--version", callback=_version, is_eager=True, help="Print the version.")
    ] = False,
) -> None:
    """Read documents about people, and ask who was what to whom, when, and who says so.

    \b
    kg build data
    kg timeline "James Norton" "Imogen Poots"
    kg ask "When did James Norton and Imogen Poots meet?"
    """
    if context.invoked_subcommand is None:
        typer.echo(context.get_help())
