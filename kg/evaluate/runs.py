"""Gold and the documents it is about: finds the texts, reads them, and scores what was found."""

from collections.abc import Callable
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory

from kg.build import Reader, build, from_paths, graph_of, reader_for
from kg.errors import InputError
from kg.evaluate import Report, asked, score_file, score_folder
from kg.evaluate.facts import chronology
from kg.query.view import Graph
from kg.read import Skip, read
from kg.records import Answer, Document, Timeline
from kg.store import Store


def score(gold: Path, texts: Path | None = None, *, model: str | None = None, ontology: Path | None = None) -> Report:
    """Scores a gold file over its whole folder, or a folder of gold files with each document (or group) read alone.

    `texts` is where the documents are: beside the gold file, or in the folder whose name the gold folder's extends
    ("letters" for "letters_gold"), if not given. Questions of the gold are asked of what was read. Raises InputError
    where there are no documents.
    """
    texts = _found(gold, texts)
    reader = reader_for(model, ontology)
    if gold.is_file():
        graph = _graph(texts, reader)
        return score_file(gold, graph.timeline(), graph.ask)
    graphs: dict[str, Graph] = {}

    def timeline_for(name: str) -> Timeline | None:
        path = _text_of(texts, name)
        graph = _graph(path, reader) if path else None
        if path and graph and path.is_dir():  # only groups of documents have questions: the rest need not be kept
            graphs[name] = graph
        return graph.timeline() if graph else None

    report = score_folder(gold, timeline_for)
    return report.asked(asked(gold, lambda path: graphs[path.stem].ask if path.stem in graphs else None))


def score_facts(gold: Path, texts: Path | None = None, *, ontology: Path | None = None) -> Report:
    """Asks the questions of gold on its own facts, taken as a chronology: no document is read.

    The facts have the days of their documents where `texts` are given or found.
    """
    try:
        found = _found(gold, texts)
    except InputError:
        if not gold.exists() or texts:
            raise
        found = None
    with TemporaryDirectory() as folder:

        def answer_for(path: Path) -> Callable[[str], Answer]:
            own = found and (found if gold.is_file() else _text_of(found, path.stem))
            file = Path(folder) / f"{path.stem}.jsonl"
            file.write_text(chronology(path, published_in(own) if own else {}), encoding="utf-8")
            return from_paths([file], ontology=ontology).ask

        return Report({}).asked(asked(gold, answer_for))


def _found(gold: Path, texts: Path | None) -> Path:
    if not gold.exists():
        raise InputError(f"no such file or folder: {gold}")
    return texts or _texts_of(gold)


def published_in(texts: Path) -> dict[str, date | None]:
    """The days on which documents were published, by file name without suffix, or by row."""
    found = (each for each in read(texts) if isinstance(each, Document))
    return {each.source.rpartition("#")[2].rpartition("/")[2].rsplit(".", 1)[0]: each.published for each in found}


def _texts_of(gold: Path) -> Path:
    if gold.is_file():
        return gold.parent
    texts = gold.with_name(gold.resolve().name.removesuffix("_gold"))
    if texts == gold or not texts.is_dir():
        raise InputError(f"{gold}: name the folder of the documents, too")
    return texts


def _text_of(texts: Path, name: str) -> Path | None:
    """The document, or folder of documents, called `name`; None where there is none that can be read."""
    found = sorted(path for path in texts.glob(f"{name}*") if path.stem == name or path.name == name)
    is_read = found and any(not isinstance(each, Skip) for each in read(found[0]))
    return found[0] if is_read else None


def _graph(path: Path, reader: Reader) -> Graph:
    with Store() as store:
        build([path], store, reader)
        return graph_of(store, reader.ontology)
