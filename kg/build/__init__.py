"""The line itself, from paths to a store and from a store to a graph: the one module that knows every stage."""

import logging
from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory
from time import perf_counter
from typing import IO, TYPE_CHECKING, Any, TypedDict, Unpack, cast

from kg.build.current import current
from kg.build.reader import Reader
from kg.build.readings import Outcome, Readings, Reads, here, with_workers
from kg.build.report import BuildReport, Progress
from kg.build.tasks import Task, expected, given_later, tasks
from kg.build.unchanged import Files
from kg.build.urls import fetched
from kg.errors import InputError
from kg.importing import apart, take
from kg.ontology.load import load as load_ontology
from kg.ontology.schema import Ontology
from kg.read import Given, Skip, drafts, read
from kg.read.published import split_header
from kg.records import TimeExpression, Timeline
from kg.store import Store

if TYPE_CHECKING:
    from spacy.language import Language

    from kg.query.view import Graph

log = logging.getLogger(__name__)
Rebuild = Callable[[date | None], Timeline]  # derives the timeline as of a day
ONTOLOGY = "ontology"  # the store's setting that holds a user's own event types


class Limits(TypedDict, total=False):
    """What of a store a graph is made of."""

    as_of: date | None  # leaves out what was published later, and what has no date
    undated: bool  # keeps, with `as_of`, what has no date
    min_score: float  # leaves out claims less sure than this


def build(
    paths: Iterable[Path | str],
    store: Store,
    reader: Reads,
    *,
    given: Given | None = None,
    progress: Progress | None = None,
    readings: Readings = here,
) -> BuildReport:
    """Reads into the store what is new or changed under `paths`, and again what older versions had read.

    `readings` says where documents are read: in this process, or with_workers. A document that cannot be read is a
    Skip in the report and stops no other. Raises InputError if a path is not there.
    """
    listed = sorted({Path(path) for path in paths})
    files = Files(store, reader.stamp)
    report = BuildReport(expected=expected(listed, files) if progress else 0)
    told = progress or _nobody
    found = readings(tasks(listed, files, given or Given(), report, told), reader)
    return _stored(files.noted(found), store, report, told)


def give(
    store: Store, reader: Reads, given: Given, *, progress: Progress | None = None, readings: Readings = here
) -> BuildReport:
    """Gives documents of the store a date or publisher, and reads those again."""
    return _stored(readings(given_later(store, given), reader), store, BuildReport(), progress or _nobody)


def build_store(
    paths: Iterable[Path | str],
    db: Path | str = "kg.db",
    *,
    model: str | None = None,
    ontology: Path | None = None,
    given: Given | None = None,
    progress: Progress | None = None,
    workers: int = 0,
    cluster: str | None = None,
) -> BuildReport:
    """`build` with a store by its path, made if need be, and the pipeline and event types by their names.

    `workers` processes read, where there is enough to read; with none of them, this process does it itself; with
    `cluster`, the workers of the Dask scheduler at that address do. Event types of one's own stay with the store until
    others are given.
    """
    from kg.build.derived import refresh

    load_ontology(ontology)  # what does not hold together is refused before a store is made
    with fetched(paths) as local:
        _there(local)
        with Store(db) as store:
            if ontology:
                store.set(ONTOLOGY, ontology.read_text(encoding="utf-8"))
            types = ontology_of(store)
            options: dict[str, Any] = {"given": given, "progress": progress, "readings": _readings(workers, cluster)}
            report = build(local, store, _reader(model, types), **options)
            refresh(store, types)
            return report


def import_facts(path: Path | str, db: Path | str = "kg.db") -> int:
    """Takes a file of facts that were never prose, or a full export, into a store, made if need be; how many claims.

    What the same file said before goes. Raises InputError for a row that is wrong; nothing of the file is taken then.
    """
    with Store(db) as store:
        return take(store, Path(path), ontology_of(store))


def give_metadata(
    db: Path | str, given: Given, *, model: str | None = None, progress: Progress | None = None, workers: int = 0
) -> BuildReport:
    """`give` with a store by its path."""
    with Store(db, create=False) as store:
        reader = _reader(model, ontology_of(store))
        return give(store, reader, given, progress=progress, readings=_readings(workers))


def open(db: Path | str = "kg.db", **limits: Unpack[Limits]) -> "Graph":
    """The graph of a store; see Limits for what may be left out: `kg.open("kg.db", as_of=date(2022, 6, 1))`."""
    from kg.query.view import Graph

    timeline, ontology, rebuild = _timeline_of(db, limits)
    return Graph(timeline, ontology, rebuild)


def export_store(
    db: Path | str,
    target: "Path | str | IO[Any]",
    *,
    full: bool = False,
    form: Mapping[str, Any],
    **limits: Unpack[Limits],
) -> None:
    """Writes a store's timeline to a path or stream; `form` are the options of `kg.write`, `full` adds its sources."""
    from kg.export import Everything, write

    timeline, _, _ = _timeline_of(db, limits)
    with Store(db, readonly=True) as store:
        everything = Everything(store.documents(), store.readings(), store.judgements()) if full else None
        write(timeline, target, full=everything, **form)


def from_paths(
    paths: Iterable[Path | str],
    *,
    nlp: "Language | None" = None,
    ontology: Path | None = None,
    given: Given | None = None,
    **limits: Unpack[Limits],
) -> "Graph":
    """The graph of documents and of files of facts, with no store.

    `nlp` is the pipeline that `kg.load()` gives, and is loaded if missing and needed.
    """
    types = load_ontology(ontology)
    given_facts, texts = apart(_there(paths))
    with Store() as store:
        for path in given_facts:
            take(store, path, types)
        if texts:
            build(texts, store, Reader(nlp, types) if nlp else _reader(None, types), given=given)
        return graph_of(store, types, **limits)


def ontology_of(store: Store) -> Ontology:
    """The event types of kg, and those that the store was built with on top."""
    own = store.setting(ONTOLOGY)
    if own is None:
        return load_ontology()
    with TemporaryDirectory() as folder:
        path = Path(folder) / "ontology.toml"
        path.write_text(own, encoding="utf-8")
        return load_ontology(path)


def text_times(path: Path | str, published: date | None = None) -> Iterator[tuple[str, TimeExpression]]:
    """The time expressions of a file's texts, each with the name of its row or file, in order.

    They are told from the day the text itself gives, or else `published`. Raises InputError for what cannot be read.
    """
    from kg.nlp.times import time_expressions

    for found in drafts(path):
        if isinstance(found, Skip):
            raise InputError(f"{found.source}: {found.reason}")
        source, draft = found
        day = draft.published or split_header(draft.text)[0] or published
        for expression in time_expressions(draft.text, day):
            yield draft.row or source, expression


def reader_for(model: str | None = None, ontology: Path | None = None) -> Reader:
    """A reader with the pipeline and event types by their names."""
    return _reader(model, load_ontology(ontology))


def graph_of(store: Store, ontology: Ontology, **limits: Unpack[Limits]) -> "Graph":
    """The graph of an open store, derived from all that it holds."""
    from kg.query.view import Graph

    rebuild = _rebuilding(store, ontology, limits)
    return Graph(rebuild(limits.get("as_of")), ontology, rebuild)


def _timeline_of(db: Path | str, limits: Limits) -> tuple[Timeline, Ontology, Rebuild]:
    """The timeline of a store: as it is laid down there or, within limits, derived from all that it holds."""
    from kg.store.derived import StoredTimeline

    with Store(db, readonly=True) as store:
        ontology = ontology_of(store)
        if any(limits.values()):
            rebuild = _rebuilding(store, ontology, limits)
            return rebuild(limits.get("as_of")), ontology, rebuild
    held = current(db, ontology)
    if held:
        return cast(Timeline, StoredTimeline(held)), ontology, lambda day: _rebuilding(held, ontology, {})(day)
    with Store(db, readonly=True) as store:
        rebuild = _rebuilding(store, ontology, limits)
        return rebuild(None), ontology, rebuild


def _rebuilding(store: Store, ontology: Ontology, limits: Limits) -> Rebuild:
    """What derives the timeline as of a day from all that a store holds now."""
    from kg.resolve.timeline import timeline

    with store.snapshot():
        documents, readings, judgements = list(store.documents()), list(store.readings()), list(store.judgements())
    undated = sum(document.published is None for document in documents)
    if limits.get("as_of") and not limits.get("undated") and undated:
        log.warning(
            "left out as of %s: %d without a date of publication (--undated keeps them)", limits["as_of"], undated
        )

    def as_of(day: date | None) -> Timeline:
        return timeline(documents, readings, judgements, ontology, **(limits | {"as_of": day}))

    return as_of


def _there(paths: Iterable[Path | str]) -> list[Path]:
    """The paths, once all of them are known to be there: before that nothing is loaded, read or made."""
    listed = [Path(path) for path in paths]
    for path in listed:
        read(path)
    return listed


def _reader(model: str | None, ontology: Ontology) -> Reader:
    """A reader; a pipeline other than kg's own is looked at right away."""
    reader = Reader(model, ontology)
    if model is not None:
        reader.ready()
    return reader


def _readings(workers: int, cluster: str | None = None) -> Readings:
    """Who reads."""
    if cluster:
        from kg.build.cluster import with_cluster

        return with_cluster(cluster)
    return with_workers(workers) if workers else here


def _nobody(report: BuildReport) -> None:
    """Nobody looks on."""


def _stored(found: Iterable[tuple[Task, Outcome]], store: Store, report: BuildReport, told: Progress) -> BuildReport:
    """Everything that was read, put into the store; the report of it."""
    started = perf_counter()
    for task, outcome in found:
        if isinstance(outcome, Skip):
            report.skipped.append(outcome)
            report.failed += 1
        else:
            store.add(task.document, outcome, location=task.location, given=task.given)
            report.read += 1
            report.undated += task.document.published is None
            report.words += len(task.document.text.split())
        report.seconds = perf_counter() - started
        told(report)
    report.seconds = perf_counter() - started
    return report


__all__ = [
    "BuildReport",
    "Limits",
    "Progress",
    "Reader",
    "build",
    "build_store",
    "export_store",
    "from_paths",
    "give",
    "give_metadata",
    "graph_of",
    "import_facts",
    "ontology_of",
    "open",
    "reader_for",
    "text_times",
    "with_workers",
]
