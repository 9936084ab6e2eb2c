"""The language pipeline: kg's own from the package, or any other that speaks Universal Dependencies."""

import importlib
import importlib.util
from pathlib import Path
from typing import TYPE_CHECKING, Any

from kg.errors import ModelError

if TYPE_CHECKING:
    from spacy.language import Language

PACKAGED = Path(__file__).parent.parent / "model"
# The components of kg's own pipeline, in order, and the modules that register them; the later two join any pipeline.
OWN = {"kg_encoder": "kg.nlp.encoder", "kg_lemmas": "kg.nlp.lemmas"}
COMPONENTS = {"kg_times": "kg.nlp.times", "kg_coreference": "kg.nlp.coreference"}
# Labels of older English parsers which Universal Dependencies do not have.
_FOREIGN = {"dobj", "pobj", "nsubjpass", "prep", "attr", "poss"}


def load(model: str | Path | None = None) -> "Language":
    """A spaCy pipeline with trees, names and people: kg's own, or the one named if it speaks UD.

    Raises ModelError, in one line, where there is no such pipeline or its labels are others.
    """
    import spacy

    register()
    try:
        nlp = spacy.load(PACKAGED if model is None else model)
    except OSError as error:
        raise ModelError(f"no language pipeline at {model or PACKAGED}: {str(error).splitlines()[0]}") from None
    if model is not None:
        _check_labels(nlp, str(model))
    if "kg_encoder" not in nlp.pipe_names and "lemmatizer" not in nlp.pipe_names and "kg_lemmas" not in nlp.pipe_names:
        nlp.add_pipe("kg_lemmas", last=True)
    for name, module in COMPONENTS.items():
        if name not in nlp.pipe_names and _found(module):
            nlp.add_pipe(name, last=True)
    nlp.max_length = 10**9
    return nlp


def blank() -> "Language":
    """kg's own pipeline without weights: the encoder and the lemmas."""
    import spacy

    from kg.nlp.tokenizer import adjust

    register()
    nlp = spacy.blank("en")
    adjust(nlp.tokenizer)
    for name in OWN:
        nlp.add_pipe(name)
    return nlp


def register() -> None:
    """Makes kg's components known to spaCy, also where kg is not installed as a package."""
    for module in {**OWN, **COMPONENTS}.values():
        if _found(module):
            importlib.import_module(module)


def _found(module: str) -> bool:
    return importlib.util.find_spec(module) is not None


def _check_labels(nlp: "Language", name: str) -> None:
    if "kg_encoder" in nlp.pipe_names:
        return
    if "parser" not in nlp.pipe_names:
        raise ModelError(f"the pipeline {name} has no parser; kg reads trees in Universal Dependencies")
    parser: Any = nlp.get_pipe("parser")
    labels = set(parser.labels)
    foreign = sorted(labels & _FOREIGN)
    missing = sorted({"obj", "obl"} - labels)
    if foreign or missing:
        why = f"it has {foreign[0]}" if foreign else f"it lacks {missing[0]}"
        raise ModelError(f"the labels of the pipeline {name} are not Universal Dependencies: {why}")
