"""Commands by which a person corrects the graph: same, different, accept, reject, correct, review, undo, judgements."""

from pathlib import Path
from typing import Annotated, Any

import typer

import kg
from kg.cli.app import STORE, AsJson, Db, app, documents, show

Person = Annotated[str, typer.Argument(metavar="PERSON")]
Other = Annotated[str, typer.Argument(metavar="PERSON")]
Id = Annotated[
    str, typer.Argument(metavar="ID", help="The beginning of the id of an event, a state, a tie or a claim.")
]


@app.command()
def same(person: Person, other: Other, db: Db = STORE) -> None:
    """Say that two names are one person's.

    \b
    kg same "Jesse Buckley" "Jessie Buckley"
    """
    _judge(db, kg.on_people(kg.open(db), "same", person, other))


@app.command()
def different(person: Person, other: Other, db: Db = STORE) -> None:
    """Say that two names are two people's.

    \b
    kg different "James Norton" "Jim Norton"
    """
    _judge(db, kg.on_people(kg.open(db), "different", person, other))


@app.command()
def accept(id: Id, db: Db = STORE) -> None:
    """Say that a fact is right, however unsure.

    \b
    kg accept 5f0c2a
    """
    _judge(db, *kg.on_claims(kg.open(db), "accept", id))


@app.command()
def reject(id: Id, db: Db = STORE) -> None:
    """Say that a fact is wrong.

    \b
    kg reject 5f0c2a
    """
    _judge(db, *kg.on_claims(kg.open(db), "reject", id))


@app.command()
def correct(
    id: Id,
    when: Annotated[str, typer.Option(metavar="DATE", help="As EDTF: 2017, 2017-06, 2017-06-03, ../2018.")],
    db: Db = STORE,
) -> None:
    """Say when an event really was.

    \b
    kg correct 5f0c2a --when 2017-06
    """
    _judge(db, kg.on_date(kg.open(db), id, when))


@app.command()
def review(
    people: Annotated[
        list[str] | None, typer.Argument(metavar="[PERSON]...", help="Only facts of all of them.")
    ] = None,
    limit: Annotated[int, typer.Option(min=1, metavar="N", help="No more facts than these.")] = 100,
    as_json: AsJson = False,
    db: Db = STORE,
) -> None:
    """Accept or reject the least sure facts, one by one.

    With --json they are only listed, for another program to show; kg accept and kg reject take their ids.

    \b
    kg review
    kg review "James Norton" --json
    """
    graph, found = kg.review(db, *people or ())
    if as_json or not found:
        return show(found[:limit], list, as_json, none="there is nothing to review")
    _review(db, graph, found[:limit])


@app.command()
def judgements(db: Db = STORE, as_json: AsJson = False) -> None:
    """List what was decided by hand, the earliest first.

    Says which decisions a later one overrules, and which no longer find what they are about.

    \b
    kg judgements
    """
    from kg.show import verdicts

    with kg.Store(db, readonly=True) as store:
        known = {document.id: document for document in store.documents()}
        found = kg.decisions(store)
        show(found, lambda made: verdicts.decisions(made, known), as_json, none="nothing was decided by hand")


@app.command()
def undo(
    id: Annotated[str, typer.Argument(help="The beginning of a judgement's id; the latest one, if none.")] = "",
    db: Db = STORE,
) -> None:
    """Take back what the latest command decided, or one judgement.

    \b
    kg undo
    """
    with kg.Store(db, create=False) as store:
        _print(store.undo(id))


_ANSWERS = {"a": "accept", "r": "reject", "s": "skip", "q": "quit"}


def _review(db: Path, graph: Any, found: list[Any]) -> None:
    """Shows fact by fact and keeps what is answered at once; the end of the input ends it."""
    from kg.show import tables, verdicts
    from kg.show.console import echo

    known, counts = documents(graph), dict.fromkeys(("accept", "reject", "skip"), 0)
    for number, doubt in enumerate(found, 1):
        echo(verdicts.doubt(number, len(found), doubt))
        echo(tables.why(graph.event(doubt.id), known))
        answer = _answer()
        if answer == "quit":
            break
        counts[answer] += 1
        if answer != "skip":
            with kg.Store(db, create=False) as store:
                store.judge(*kg.on_claims(graph, answer, doubt.id))
    accepted, rejected, skipped = counts.values()
    typer.echo(f"{accepted} accepted, {rejected} rejected, {skipped} skipped, {len(found) - sum(counts.values())} left")


def _answer() -> str:
    while True:
        try:
            told = typer.prompt("[a]ccept, [r]eject, [s]kip, [q]uit", prompt_suffix=" ", err=True).strip().casefold()
        except typer.Abort:  # end of input, or Ctrl-C
            return "quit"
        for letter, answer in _ANSWERS.items():
            if told in (letter, answer):
                return answer


def _judge(db: Path, *made: Any) -> None:
    with kg.Store(db, create=False) as store:
        _print(store.judge(*made))


def _print(made: list[Any]) -> None:
    from kg.show import listings
    from kg.show.console import echo

    echo(listings.judgements(made))
