"""What turns a document into a Reading, and the stamp of the model, event types and code by which it does."""

import hashlib
import json
from collections.abc import Iterable, Iterator
from functools import cache, cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any

from kg.ontology.schema import Ontology
from kg.records import Document, Reading, content_id

if TYPE_CHECKING:
    from spacy.language import Language

CODE = ("dates", "nlp", "extract")  # the folders whose code decides what a document says


class Reader:
    """What turns a document into a Reading: a pipeline and an ontology, and the stamp of both and of the code.

    A pipeline that is given by name (None: kg's own) is loaded when it is first needed, once in each process that
    needs it; such a reader can be sent to other processes.
    """

    def __init__(self, pipeline: "Language | str | None", ontology: Ontology) -> None:
        self._pipeline, self.ontology = pipeline, ontology

    def __reduce__(self) -> tuple[type["Reader"], tuple[Any, Ontology], dict[str, str]]:
        return Reader, (self._pipeline, self.ontology), {"stamp": self.stamp}  # one build, one stamp

    @cached_property
    def nlp(self) -> "Language":
        """The pipeline. Raises ModelError where there is none of that name."""
        from kg.nlp.pipeline import load

        if self._pipeline is None or isinstance(self._pipeline, str):
            return load(self._pipeline)
        return self._pipeline

    @cached_property
    def stamp(self) -> str:
        """A name for the versions of pipeline, event types and code."""
        return self.stamp_here()

    def stamp_here(self) -> str:
        """The stamp by the files of this machine, which may not be those of the machine that sent this reader."""
        return content_id(self._stamp_of_pipeline(), self.ontology.digest, code(*CODE))

    def _stamp_of_pipeline(self) -> str:
        """A hash of a pipeline: of its files, where it was loaded from some, else of its own description."""
        from kg.nlp.pipeline import PACKAGED

        path = PACKAGED if self._pipeline is None else self.nlp.path  # kg's own is known without loading it
        if path:
            return hash_of(each for each in path.rglob("*") if each.is_file())
        return json.dumps(self.nlp.meta, sort_keys=True, default=str)

    def ready(self) -> None:
        """Loads the pipeline if that has not been done. Raises ModelError."""
        self.nlp  # noqa: B018

    def __call__(self, document: Document) -> Reading:
        from kg.extract.claims import reading
        from kg.nlp.parse import parse

        return reading(parse(self.nlp, document), document, self.ontology, self.stamp)


@cache
def code(*parts: str) -> str:
    """A hash of some folders and files of kg, word lists included."""
    return hash_of(path for part in parts for path in _files(Path(__file__).parent.parent / part))


def _files(part: Path) -> Iterator[Path]:
    return (path for path in (part.rglob("*.*") if part.is_dir() else [part]) if path.suffix != ".pyc")


def hash_of(paths: Iterable[Path]) -> str:
    """A hash of some files' names and contents."""
    digest = hashlib.sha256()
    for path in sorted(paths):
        digest.update(path.name.encode() + b"\x1f" + path.read_bytes())
    return digest.hexdigest()
