"""Commands that ask the store: people, timeline, status, why, conflicts, ask, export, report."""

import sys
from pathlib import Path
from typing import Annotated, Any

import typer

import kg
from kg.cli.app import STORE, AsJson, AsOf, Db, MinScore, Undated, app, documents, reading, show

Name = Annotated[str, typer.Argument(metavar="PERSON", help="A name, any form of it, or the beginning of an id.")]
Other = Annotated[str | None, typer.Argument(metavar="[PERSON]", help="Another, to see what happened between them.")]


@app.command()
@reading
def people(
    graph: Any,
    name: Annotated[str | None, typer.Argument(help="Only this person.")] = None,
    why: Annotated[bool, typer.Option("--why", help="Say what was taken for the same person, and why.")] = False,
    as_json: AsJson = False,
) -> None:
    """List who is known.

    \b
    kg people
    kg people "Jessie Buckley" --why
    """
    from kg.show import tables
    from kg.show.safe import visible

    found = [graph.person(name).record] if name else graph.people()
    show(found, tables.people, as_json, none="nobody is known")
    if why and not as_json:
        for person in found:
            for reason in person.why:
                typer.echo(visible(f"{person.name}: {reason}"))


@app.command()
@reading
def timeline(
    graph: Any,
    person: Name,
    other: Other = None,
    unreal: Annotated[
        bool, typer.Option("--all", help="Also what was denied, planned, called off or supposed.")
    ] = False,
    plot: Annotated[Path | None, typer.Option(metavar="FILE", help="Draw it: .svg, .png or .html.")] = None,
    as_json: AsJson = False,
) -> None:
    """Print what happened to a person or between two, in order.

    Each event with its status, its source and the words that prove it.

    \b
    kg timeline "James Norton" "Imogen Poots"
    kg timeline "Clara Schumann" --as-of 1860-01-01 --undated
    """
    from kg.show import tables

    names = [person, other] if other else [person]
    if plot:
        kg.save(kg.plot(graph, *names).chart, plot)
    told = " and ".join(graph.person(name).name for name in names)
    known = graph.pair(person, other).known() if other else ""
    none = f"no event of {told} is told; {known}" if known else f"nothing is told of {told}"
    show(
        graph.events(*names, real=not unreal),
        lambda events: tables.timeline(events, documents(graph)),
        as_json,
        none=none,
    )


@app.command()
@reading
def status(
    graph: Any,
    person: Name,
    other: Annotated[str, typer.Argument(metavar="PERSON")],
    at: Annotated[
        str | None, typer.Option(metavar="DATE", help="A day, month or year; the last news, if none.")
    ] = None,
    as_json: AsJson = False,
) -> None:
    """Say what two people were to each other on a day.

    \b
    kg status "James Norton" "Imogen Poots" --at 2021
    """
    from kg.show import tables

    held = graph.status(person, other, at)
    none = f"nothing is told of {graph.person(person).name} and {graph.person(other).name} at that time"
    none += f"; {known}" if (known := graph.pair(person, other).known()) else ""
    if as_json:
        show((state for state, _ in held), list, as_json, none=none)
    else:
        show(held, lambda rows: tables.status(rows, documents(graph)), as_json, none=none)


@app.command()
@reading
def why(
    graph: Any,
    event: Annotated[str, typer.Argument(help="The beginning of its id, as kg timeline prints it.")],
    as_json: AsJson = False,
) -> None:
    """Show every quote behind an event, a state or a tie.

    \b
    kg why 5f0c2a
    """
    from kg.show import tables

    show([graph.event(event)], lambda found: tables.why(found[0], documents(graph)), as_json, none="")


@app.command()
@reading
def conflicts(graph: Any, as_json: AsJson = False) -> None:
    """Show where the sources disagree.

    \b
    kg conflicts
    """
    from kg.show import tables

    timeline = graph.timeline()
    none = "no source contradicts another"
    show(timeline.conflicts, lambda found: tables.conflicts(found, timeline, documents(graph)), as_json, none=none)


@app.command()
@reading
def ask(
    graph: Any,
    question: Annotated[
        str | None, typer.Argument(help="In plain English; without one, a line each from standard input.")
    ] = None,
    interactive: Annotated[
        bool, typer.Option("--interactive", "-i", help="Ask on; 'they' are those of the last answer.")
    ] = False,
    as_json: AsJson = False,
) -> None:
    """Answer a question, with proof.

    Questions on standard input, one a line, are answered with JSON lines.

    \b
    kg ask "Who was James Norton dating in 2016?"
    kg ask < questions.txt
    """
    if interactive:
        return _converse(graph)
    if question in (None, "-"):
        return _answer_lines(graph)
    _tell(graph, graph.ask(question), as_json)


@app.command()
@reading
def query(
    graph: Any,
    file: Annotated[str, typer.Argument(help="A typed question as JSON; - for standard input.")],
    as_json: AsJson = False,
) -> None:
    """Answer a typed question.

    Its fields are those of a Query; the people and types are names. The kind "select" takes events, states or people
    by person, type, status, document and time, in any of Allen's relations.

    \b
    kg query question.json
    echo '{"kind": "when", "happening": {"type": "met", "people": [{"name": "James Norton"}]}}' | kg query -
    """
    try:
        text = sys.stdin.buffer.read() if file == "-" else Path(file).read_bytes()
    except OSError as error:
        raise typer.BadParameter(f"{file} cannot be read: {error.strerror}") from None
    _tell(graph, graph.query(text.decode("utf-8", "replace")), as_json)


def _tell(graph: Any, answer: Any, as_json: bool) -> None:
    from kg.show import tables

    show([answer], lambda found: tables.answer(found[0], documents(graph)), as_json, none="")
    if "unknown" in answer.value:
        raise typer.Exit(1)


@app.command()
def export(
    file: Annotated[str | None, typer.Argument(help="Its suffix says the format; - for standard output.")] = None,
    format: Annotated[str | None, typer.Option(metavar="NAME", help="The format, whatever the suffix.")] = None,
    shape: Annotated[str, typer.Option(metavar="NAME", help="One of the shapes that the format offers.")] = "",
    real: Annotated[bool, typer.Option("--real", help="Only what happened, not what was denied or planned.")] = False,
    full: Annotated[bool, typer.Option("--full", help="Also texts, claims and judgements.")] = False,
    formats: Annotated[bool, typer.Option("--list", help="List the formats.")] = False,
    as_of: AsOf = None,
    undated: Undated = False,
    min_score: MinScore = 0.0,
    db: Db = STORE,
) -> None:
    """Write the timeline to a file.

    \b
    kg export out.graphml
    kg export - --format jsonl --real
    """
    if formats:
        for each in kg.formats().values():
            typer.echo(f"{each.name:12}{each.about}" + (f" ({', '.join(each.shapes)})" if each.shapes else ""))
        return
    if file is None:
        raise typer.BadParameter("name a file to write, or - for standard output")
    target = sys.stdout if file == "-" else Path(file)
    form = {"format": format, "shape": shape, "real": real}
    kg.export_store(db, target, full=full, form=form, as_of=as_of, undated=undated, min_score=min_score)


@app.command()
@reading
def report(
    graph: Any,
    file: Annotated[Path, typer.Argument(metavar="OUT.html", help="The page; it needs no network.")],
) -> None:
    """Write everything known into one page for a browser.

    People, timeline, relations, a map, conflicts, and every fact with its words in their source.

    \b
    kg report out.html
    """
    kg.write_report(graph.timeline(), file)


def _answer_lines(graph: Any) -> None:
    """One answer a line, for programs; what is no text in the input becomes a question that nobody can answer."""
    for line in sys.stdin.buffer:
        if question := line.decode("utf-8", "replace").strip():
            typer.echo(kg.json_line(graph.ask(question)))


def _converse(graph: Any) -> None:
    from kg.show import tables
    from kg.show.console import echo

    conversation = graph.conversation()
    while True:
        try:
            question = typer.prompt("?", prompt_suffix=" ", err=True)
        except typer.Abort:  # end of input, or Ctrl-C
            return
        echo(tables.answer(conversation.ask(question), documents(graph)))
