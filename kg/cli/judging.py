"""Commands by which a person corrects the graph: same, different, accept, reject, correct, undo, judgements."""

from pathlib import Path
from typing import Annotated, Any

import typer

import kg
from kg.cli.app import STORE, AsJson, Db, app, show

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
def judgements(db: Db = STORE, as_json: AsJson = False) -> None:
    """List what was decided by hand, the earliest first.

    \b
    kg judgements
    """
    from kg.show import listings

    with kg.Store(db, readonly=True) as store:
        show(store.judgements(), listings.judgements, as_json, none="nothing was decided by hand")


@app.command()
def undo(
    id: Annotated[str, typer.Argument(help="The beginning of a judgement's id; the latest one, if none.")] = "",
    db: Db = STORE,
) -> None:
    """Take a judgement back.

    \b
    kg undo
    """
    with kg.Store(db, create=False) as store:
        _print([store.undo(id)])


def _judge(db: Path, *made: Any) -> None:
    with kg.Store(db, create=False) as store:
        _print([store.judge(each) for each in made])


def _print(made: list[Any]) -> None:
    from kg.show import listings
    from kg.show.console import echo

    echo(listings.judgements(made))
