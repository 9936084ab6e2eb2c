"""Gold and the documents it is about: finds the texts, reads them, and scores what was found."""

from pathlib import Path

from kg.build import Reader, build, graph_of, reader_for
from kg.errors import InputError
from kg.evaluate import Report, score_file, score_folder
from kg.query.view import Graph
from kg.read import Skip, read
from kg.records import Timeline
from kg.store import Store


def score(gold: Path, texts: Path | None = None, *, model: str | None = None, ontology: Path | None = None) -> Report:
    """Scores a gold file over its whole folder, or a folder of gold files with each document (or group) read alone.

    `texts` is where the documents are: beside the gold file, or in the folder whose name the gold folder's extends
    ("letters" for "letters_gold"), if not given. Raises InputError where there are none.
    """
    if not gold.exists():
        raise InputError(f"no such file or folder: {gold}")
    texts = texts or _texts_of(gold)
    reader = reader_for(model, ontology)
    if gold.is_file():
        graph = _graph(texts, reader)
        return score_file(gold, graph.timeline(), graph.ask)
    return score_folder(gold, lambda name: _timeline(texts, name, reader))


def _texts_of(gold: Path) -> Path:
    if gold.is_file():
        return gold.parent
    texts = gold.with_name(gold.resolve().name.removesuffix("_gold"))
    if texts == gold or not texts.is_dir():
        raise InputError(f"{gold}: name the folder of the documents, too")
    return texts


def _timeline(texts: Path, name: str, reader: Reader) -> Timeline | None:
    """The timeline of the document, or folder of documents, called `name`; None where there is none."""
    found = sorted(path for path in texts.glob(f"{name}*") if path.stem == name or path.name == name)
    return (
        _graph(found[0], reader).timeline()
        if found and any(not isinstance(each, Skip) for each in read(found[0]))
        else None
    )


def _graph(path: Path, reader: Reader) -> Graph:
    with Store() as store:
        build([path], store, reader)
        return graph_of(store, reader.ontology)
