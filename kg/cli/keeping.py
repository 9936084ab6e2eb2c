"""Commands that keep a store right: diff, remove, forget, check."""

from typing import Annotated, Any

import typer

import kg
from kg.cli.app import STORE, AsJson, Db, app, note, show


@app.command()
def diff(
    paths: Annotated[list[str], typer.Argument(metavar="DOCUMENT...", help="Files or folders, as for kg build.")],
    as_json: AsJson = False,
    db: Db = STORE,
    model: Annotated[str | None, typer.Option(metavar="NAME", help="The pipeline that kg build is given.")] = None,
) -> None:
    """Show what documents would add, change or contradict, before they are read.

    The store stays as it is.

    \b
    kg diff new/interview.txt
    """
    from kg.show import verdicts

    compared = kg.compare(paths, db, model=model)
    for source, reason in compared.skipped:
        note(f"skipped {source}: {reason}")
    known = {document.id: document for document in (*compared.before.documents, *compared.after.documents)}
    none = "they would change nothing"
    show(compared.differences, lambda found: verdicts.differences(found, known), as_json, none=none)


@app.command()
def remove(
    document: Annotated[str, typer.Argument(help="Its source, or the beginning of its id.")], db: Db = STORE
) -> None:
    """Leave a document and all it said out, now and when it is read again.

    Its text stays in the store until kg undo or kg forget.

    \b
    kg remove news/a.txt
    """
    with kg.Store(db, create=False) as store:
        store.remove(store.find(document))


@app.command()
def forget(
    person: Annotated[str, typer.Argument(metavar="PERSON", help="A name, any form of it, or the beginning of an id.")],
    yes: Annotated[bool, typer.Option("--yes", help="Do not ask.")] = False,
    as_json: AsJson = False,
    db: Db = STORE,
) -> None:
    """Forget a person for good, now and when documents are read again.

    Every sentence that names them is blanked in the store; it keeps only hashes of their names. This cannot be undone.
    An export does not carry those hashes, which names could be tried on: in a store made of it, forget them there too.

    \b
    kg forget "Jessie Buckley"
    """
    done = kg.forget(db, person, lambda told: _agreed(told, yes, as_json))
    if done is None:
        note("nobody was forgotten")
        raise typer.Exit(1)
    if as_json:
        typer.echo(kg.json_line(done))
    else:
        note(f"forgotten; out of reach are {done.beyond}")


@app.command()
def check(
    mend: Annotated[bool, typer.Option("--mend", help="Have kg build read again what is wrong.")] = False,
    as_json: AsJson = False,
    db: Db = STORE,
) -> None:
    """Verify a store: the file, its tables, and every quote, reference and hash.

    Exit code 2 when something is wrong, with what to do about it.

    \b
    kg check
    """
    from kg.show import verdicts
    from kg.show.console import echo

    found = kg.check(db, mend=mend)
    if as_json:
        typer.echo(kg.json_line(found))
    elif found.sound:
        counts = (found.documents, "document"), (found.claims, "claim"), (found.judgements, "judgement")
        typer.echo(f"sound: {', '.join(_count(number, noun) for number, noun in counts)}")
    else:
        echo(verdicts.flaws(found.flaws))
    if not found.sound:
        raise typer.Exit(2)


def _agreed(told: Any, yes: bool, as_json: bool) -> bool:
    from kg.show import verdicts
    from kg.show.console import echo

    if not as_json:
        echo(verdicts.lines(_told(told)))
    return yes or typer.confirm(f"Forget {_safe(told.name)} for good?", err=True)


def _told(told: Any) -> list[tuple[str, str]]:
    pairs = [
        ("names that go", ", ".join(told.names)),
        ("others bear too", ", ".join(told.shared)),
        ("changed", f"{_count(told.documents, 'document')}, {_count(told.characters, 'character')} blanked"),
        ("lost", f"{_count(told.claims, 'claim')}, {_count(told.judgements, 'judgement')}"),
        ("still in other documents", ", ".join(told.still)),
        ("files that still name them", ", ".join(told.files)),
    ]
    return [(name, said) for name, said in pairs if said]


def _count(number: int, noun: str) -> str:
    return f"{number} {noun}{'s' * (number != 1)}"


def _safe(name: str) -> str:
    from kg.show.safe import visible

    return visible(name)
