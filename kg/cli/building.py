"""Commands that read documents: build, documents, dates, eval."""

import json
import os
import re
from datetime import date
from pathlib import Path
from typing import Annotated, Any

import typer

import kg
from kg.cli.app import STORE, AsJson, AsOf, Db, Undated, app, day, note, show
from kg.cli.app import documents as documents_of
from kg.cli.progress import progress

Model = Annotated[str | None, typer.Option(metavar="NAME", help="Another spaCy pipeline with Universal Dependencies.")]
Types = Annotated[Path | None, typer.Option("--ontology", metavar="FILE", help="Event types of your own (TOML).")]
Published = Annotated[
    date | None, typer.Option(parser=day, metavar="DATE", help="When texts without a date were published.")
]
Publisher = Annotated[str | None, typer.Option(help="Who published texts that do not say.")]
Metadata = Annotated[
    Path | None,
    typer.Option(metavar="CSV", help="Columns source, published, publisher, title, author; above what a text says."),
]
Workers = Annotated[
    int | None, typer.Option(min=1, metavar="N", help="Processes that read; as many as there are cores, if not given.")
]
Cluster = Annotated[
    str | None,
    typer.Option(
        metavar="ADDRESS", help="Read on the workers of this Dask scheduler: tcp://HOST:8786 (extra: cluster)."
    ),
]
NAMED = 20  # skipped documents that are named; of the rest only the number is told


@app.command()
def build(
    paths: Annotated[list[str], typer.Argument(metavar="PATH...", help="Files, folders, URLs; - for standard input.")],
    db: Db = STORE,
    published: Published = None,
    publisher: Publisher = None,
    metadata: Metadata = None,
    ontology: Types = None,
    model: Model = None,
    workers: Workers = None,
    cluster: Cluster = None,
    strict: Annotated[bool, typer.Option("--strict", help="Exit code 2 if anything was skipped.")] = False,
) -> None:
    """Read documents into the store.

    What was read before and has not changed is not read again.

    \b
    kg build data
    kg build news/*.txt --published 2020-09-14 --publisher "The Wire"
    kg build archive --metadata archive.csv --db archive.db
    kg build s3://news/archive --cluster tcp://10.0.0.5:8786
    """
    given = _given(published, publisher, metadata)
    with progress() as told:
        reading: dict[str, Any] = {"model": model, "workers": workers or cores(), "cluster": cluster}
        report = kg.build_store(paths, db, ontology=ontology, given=given, progress=told, **reading)
    _tell(report)
    if fault := _fault(report, strict):
        note(fault)
        raise typer.Exit(2)


@app.command("import")
def import_(
    files: Annotated[list[str], typer.Argument(metavar="FILE...", help="JSON lines or CSV; or a full export.")],
    db: Db = STORE,
) -> None:
    """Take facts that were never prose.

    A row is an event, a state or a tie; what the same file said before goes.

    \b
    kg import chronology.jsonl
    kg import everything.jsonl --db copy.db
    """
    for file in files:
        typer.echo(f"facts: {kg.import_facts(file, db)} taken from {file}")


@app.command()
def documents(
    published: Published = None,
    publisher: Publisher = None,
    metadata: Metadata = None,
    as_of: AsOf = None,
    undated: Undated = False,
    db: Db = STORE,
    as_json: AsJson = False,
    model: Model = None,
    workers: Workers = None,
) -> None:
    """List what was read, from whom, when; with --as-of, what was there to read on a day.

    With metadata: give it to documents of the store first, and read those again.

    \b
    kg documents
    kg documents --as-of 2022-06-01
    kg documents --metadata archive.csv
    """
    from kg.show import tables

    if published or publisher or metadata:
        with progress() as told:
            given = _given(published, publisher, metadata)
            report = kg.give_metadata(db, given, model=model, progress=told, workers=workers or cores())
        _tell(report)
    if as_of:
        known = documents_of(kg.open(db, as_of=as_of, undated=undated)).values()
        show(known, tables.documents, as_json, none=f"no document was published by {as_of}")
        return
    with kg.Store(db, readonly=True) as store:
        show(store.documents(), tables.documents, as_json, none="the store holds no documents")


@app.command()
def dates(
    files: Annotated[list[str], typer.Argument(metavar="FILE...", help="Texts or JSON lines; - for standard input.")],
    published: Published = None,
    as_json: AsJson = False,
) -> None:
    """List the date expressions of texts.

    Each with its characters, the days it may mean, and what they are told from.

    \b
    kg dates data/clara-schumann.txt
    echo "They met on Saturday." | kg dates - --published 2020-09-14 --json
    """
    found = [each for file in files for each in kg.text_times(file, published)]
    if as_json:
        for name, expression in found:
            typer.echo(f'{{"id": {json.dumps(name)}, {kg.json_line(expression)[1:]}')
    elif found:
        from kg.show import listings
        from kg.show.console import echo

        echo(listings.times(found))
    if not found:
        note("no date expression found")
        raise typer.Exit(1)


@app.command("eval")
def evaluate(
    gold: Annotated[
        Path, typer.Argument(help="A gold file for a whole folder, or a folder with one for each document.")
    ],
    texts: Annotated[Path | None, typer.Argument(metavar="DOCUMENTS", help="Where the documents are.")] = None,
    errors: Annotated[bool, typer.Option("--errors", help="Show every fault, and what lost it.")] = False,
    facts: Annotated[bool, typer.Option("--facts", help="Only ask the gold's questions on its own facts.")] = False,
    as_json: AsJson = False,
    ontology: Types = None,
    model: Model = None,
) -> None:
    """Score what is found in documents against gold.

    A gold file is for its whole folder; of a folder of gold, each document is read alone.

    \b
    kg eval data/expected.json
    kg eval gold texts --errors
    """
    if facts:
        report = kg.score_facts(gold, texts, ontology=ontology)
    else:
        report = kg.score(gold, texts, model=model, ontology=ontology)
    if as_json:
        typer.echo(json.dumps(report.as_dict(errors=errors), ensure_ascii=False))
    else:
        from kg.show.safe import visible

        for line in report.lines(errors=errors):
            typer.echo(re.sub(r"\S+", lambda word: visible(word[0]), line))  # its columns stay as they are


def _given(published: date | None, publisher: str | None, metadata: Path | None) -> Any:
    return kg.Given(published, publisher, kg.given_rows(metadata) if metadata else {})


def cores() -> int:
    """How many cores this program may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def _fault(report: Any, strict: bool) -> str:
    """Why a build did not do all that was asked for; "" where it did."""
    if report.barren:
        return f"nothing could be read from {', '.join(report.barren)}"
    if report.failed:
        return f"{report.failed} of the documents could not be coped with; all others are in the store"
    if extras := sorted({skip.extra for skip in report.skipped if skip.extra}):
        return f"some documents need a library that is not there: pip install 'kg[{','.join(extras)}]'"
    if strict and any(not skip.quiet for skip in report.skipped):
        return "not everything could be read"
    return ""


def _tell(report: Any) -> None:
    """What was done: what was skipped by name, then the figures."""
    named = [skip for skip in report.skipped if not skip.quiet]
    for skip in named[:NAMED]:
        note(f"skipped {skip.source}: {skip.reason}")
    if len(named) > NAMED:
        note(f"skipped {len(named) - NAMED} more")
    typer.echo(
        f"documents: {report.read} read, {report.unchanged} unchanged, {len(report.skipped)} skipped; "
        f"{report.words} words in {report.seconds:.1f} s ({report.words_per_second} words/s)"
    )
    if report.undated:
        note(f"read without a date of publication: {report.undated} (--published or --metadata gives one)")
