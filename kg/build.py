"""The line itself, from paths to a store and from a store to a graph: the one module that knows every stage."""

import hashlib
import json
import logging
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory
from time import perf_counter
from typing import IO, TYPE_CHECKING, Any, TypedDict, Unpack

from kg.errors import InputError, KgError
from kg.importing import apart, take
from kg.ontology.load import load as load_ontology
from kg.ontology.schema import Ontology
from kg.read import STDIN, Given, Skip, drafts, read, renamed, with_given
from kg.read.published import split_header
from kg.records import Document, Reading, TimeExpression, Timeline, content_id
from kg.store import IMPORTED, Store

if TYPE_CHECKING:
    from spacy.language import Language

    from kg.query.view import Graph

log = logging.getLogger(__name__)
CODE = ("dates", "nlp", "extract")  # the folders whose code decides what a document says
ONTOLOGY = "ontology"  # the store's setting that holds a user's own event types
Progress = Callable[[Document], None]


@dataclass
class BuildReport:
    """What a build did: documents read, found unchanged and skipped; words of what was read, and seconds for all."""

    read: int = 0
    unchanged: int = 0
    undated: int = 0  # of those read
    words: int = 0
    seconds: float = 0.0
    skipped: list[Skip] = field(default_factory=list)
    barren: list[str] = field(default_factory=list)  # the paths given that hold no document

    @property
    def words_per_second(self) -> int:
        """Speed over everything: reading files, the pipeline, the store."""
        return round(self.words / self.seconds) if self.seconds else 0


class Limits(TypedDict, total=False):
    """What of a store a graph is made of."""

    as_of: date | None  # leaves out what was published later, and what has no date
    undated: bool  # keeps, with `as_of`, what has no date
    min_score: float  # leaves out claims less sure than this


@dataclass(frozen=True, slots=True)
class Task:
    """A document to be read, with what the store notes beside it."""

    document: Document
    location: str
    given: dict[str, Any]


class Reader:
    """What turns a document into a Reading: a pipeline and an ontology, and the stamp of both and of the code."""

    def __init__(self, nlp: "Language", ontology: Ontology) -> None:
        self.nlp, self.ontology = nlp, ontology
        self.stamp = content_id(_pipeline(nlp), ontology.digest, _code())

    def __call__(self, document: Document) -> Reading:
        from kg.extract.claims import reading
        from kg.nlp.parse import parse

        return reading(parse(self.nlp, document), document, self.ontology, self.stamp)


def build(
    paths: Iterable[Path | str],
    store: Store,
    reader: Reader,
    *,
    given: Given | None = None,
    progress: Progress | None = None,
) -> BuildReport:
    """Reads into the store what is new or changed under `paths`, and again what older versions had read.

    A document that cannot be read is a Skip in the report and stops no other. Raises InputError if a path is not there.
    """
    started = perf_counter()
    report = BuildReport()
    for task in _tasks(sorted({Path(path) for path in paths}), store, reader.stamp, given or Given(), report):
        _take(task, store, reader, report)
        if progress:
            progress(task.document)
    report.seconds = perf_counter() - started
    return report


def give(store: Store, reader: Reader, given: Given, *, progress: Progress | None = None) -> BuildReport:
    """Gives documents of the store a date or publisher, and reads those again."""
    started = perf_counter()
    report = BuildReport()
    for document in list(store.documents()):
        known = store.known(document.id)
        fields = given.fields(document)
        if known and fields and known.stamp != IMPORTED:
            _take(Task(with_given(document, fields), known.location, known.given | fields), store, reader, report)
            if progress:
                progress(document)
    report.seconds = perf_counter() - started
    return report


def build_store(
    paths: Iterable[Path | str],
    db: Path | str = "kg.db",
    *,
    model: str | None = None,
    ontology: Path | None = None,
    given: Given | None = None,
    progress: Progress | None = None,
) -> BuildReport:
    """`build` with a store by its path, made if need be, and the pipeline and event types by their names.

    Event types of one's own stay with the store until others are given.
    """
    paths = _there(paths)
    load_ontology(ontology)  # what does not hold together is refused before a store is made
    with Store(db) as store:
        if ontology:
            store.set(ONTOLOGY, ontology.read_text(encoding="utf-8"))
        return build(paths, store, _reader(model, ontology_of(store)), given=given, progress=progress)


def import_facts(path: Path | str, db: Path | str = "kg.db") -> int:
    """Takes a file of facts that were never prose, or a full export, into a store, made if need be; how many claims.

    What the same file said before goes. Raises InputError for a row that is wrong; nothing of the file is taken then.
    """
    with Store(db) as store:
        return take(store, Path(path), ontology_of(store))


def give_metadata(
    db: Path | str, given: Given, *, model: str | None = None, progress: Progress | None = None
) -> BuildReport:
    """`give` with a store by its path."""
    with Store(db, create=False) as store:
        return give(store, _reader(model, ontology_of(store)), given, progress=progress)


def open(db: Path | str = "kg.db", **limits: Unpack[Limits]) -> "Graph":
    """The graph of a store; see Limits for what may be left out: `kg.open("kg.db", as_of=date(2022, 6, 1))`."""
    with Store(db, readonly=True) as store:
        return graph_of(store, ontology_of(store), **limits)


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

    with Store(db, readonly=True) as store:
        graph = graph_of(store, ontology_of(store), **limits)
        everything = Everything(store.documents(), store.readings(), store.judgements()) if full else None
        write(graph.timeline(), target, full=everything, **form)


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


def _there(paths: Iterable[Path | str]) -> list[Path]:
    """The paths, once all of them are known to be there: before that nothing is loaded, read or made."""
    listed = [Path(path) for path in paths]
    for path in listed:
        read(path)
    return listed


def reader_for(model: str | None = None, ontology: Path | None = None) -> Reader:
    """A reader with the pipeline and event types by their names."""
    return _reader(model, load_ontology(ontology))


def graph_of(store: Store, ontology: Ontology, **limits: Unpack[Limits]) -> "Graph":
    """The graph of an open store."""
    from kg.query.view import Graph
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

    return Graph(as_of(limits.get("as_of")), ontology, as_of)


def _reader(model: str | None, ontology: Ontology) -> Reader:
    from kg.nlp.pipeline import load

    return Reader(load(model), ontology)


def _pipeline(nlp: "Language") -> str:
    """A hash of a pipeline: of its files, where it was loaded from some, else of its own description."""
    if nlp.path:
        return _hash(path for path in nlp.path.rglob("*") if path.is_file())
    return json.dumps(nlp.meta, sort_keys=True, default=str)


def _code() -> str:
    """A hash of the code that decides what a document says, and of its word lists."""
    root = Path(__file__).parent
    return _hash(path for name in CODE for path in (root / name).rglob("*.*") if path.suffix != ".pyc")


def _hash(paths: Iterable[Path]) -> str:
    digest = hashlib.sha256()
    for path in sorted(paths):
        digest.update(path.name.encode() + b"\x1f" + path.read_bytes())
    return digest.hexdigest()


def _tasks(paths: list[Path], store: Store, stamp: str, given: Given, report: BuildReport) -> Iterator[Task]:
    """The documents to read: under `paths` what is new or changed, then what an older version had read."""
    places = _Places(store)
    for path in paths:
        for task in _settled(path, places, given, report):
            if store.has(task.document.id, task.document.digest, stamp):
                report.unchanged += 1
                store.move(task.document.id, task.document.source, task.location)
            else:
                yield task
    for id in store.stale(stamp):
        known = store.known(id)
        if known and id not in places.taken:
            yield Task(store.document(id), known.location, known.given)


def _settled(path: Path, places: "_Places", given: Given, report: BuildReport) -> Iterator[Task]:
    """The documents of one path, each under the id that it keeps."""
    root = path if path.is_dir() or path == STDIN else path.parent
    holds_any = False
    seen: set[str] = set()
    for found in read(path):
        if isinstance(found, Skip):
            report.skipped.append(found)
            continue
        holds_any = True
        task = places.settle(found, root, given)
        if task.location in seen:
            report.skipped.append(Skip(found.source, "a document of that name stands before it in the file"))
        elif places.taken.setdefault(task.document.id, task.location) == task.location:
            yield task
        seen.add(task.location)
    if not holds_any:
        report.barren.append(str(path))


def _take(task: Task, store: Store, reader: Reader, report: BuildReport) -> None:
    """Reads one document into the store; a fault of ours in one document is named, logged, and stops no other."""
    document = task.document
    try:
        reading = reader(document)
    except KgError:
        raise
    except Exception as error:
        log.debug("%s", document.source, exc_info=True)
        report.skipped.append(Skip(document.source, f"reading it failed ({type(error).__name__}: {error})"))
        return
    store.add(document, reading, location=task.location, given=task.given)
    report.read += 1
    report.undated += document.published is None
    report.words += len(document.text.split())


class _Places:
    """Which document is which, from one build to the next."""

    def __init__(self, store: Store) -> None:
        self.store = store
        self.taken: dict[str, str] = {}  # in this build: id -> location

    def settle(self, document: Document, root: Path, given: Given) -> Task:
        """A text at a known place keeps its id, whatever it says now; so does a known text whose old place is gone."""
        location = document.source if root == STDIN else str(root.resolve() / document.source)
        fields = given.fields(document)
        known = self.store.at(location)
        if known:
            kept = {"id": known.id, "source": known.source}
            return Task(
                with_given(document, known.given | fields).model_copy(update=kept), location, known.given | fields
            )
        document = with_given(document, fields)
        moved = next((copy for copy in self.store.copies(document.digest) if not _is_there(copy.location)), None)
        if moved:
            return Task(document.model_copy(update={"id": moved.id}), location, moved.given | fields)
        return Task(self._told_apart(document, location, root), location, fields)

    def _told_apart(self, document: Document, location: str, root: Path) -> Document:
        """The document, with as many names of folders before its source as make it another's no longer."""
        named = document
        for folder in reversed(root.resolve().parts):
            if self._is_free(named.id, location):
                break
            named = renamed(document, f"{folder.strip('/')}/{named.source}")
        return named

    def _is_free(self, id: str, location: str) -> bool:
        known = self.store.known(id)
        holder = self.taken.get(id) or (known.location if known else None)
        return holder is None or holder == location or not _is_there(holder)


def _is_there(location: str) -> bool:
    """Whether the file of a location, which may end in "#row", still exists."""
    return Path(location).exists() or Path(location.rpartition("#")[0] or location).exists()
