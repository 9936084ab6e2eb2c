"""Trees by trained networks for texts that have none, to read beside the trees of people: self-training.

Where several networks agree they are right more often than each alone; and what a network reads now with words hidden
and names put for others teaches it of novels and encyclopaedias, which the treebanks hold little of (McClosky, Charniak
and Johnson 2006, Effective self-training for parsing).
"""

from collections.abc import Iterator, Sequence

import torch
from torch import Tensor

from kg.train.corpora import Sentence, Text
from kg.train.examples import LONGEST, Inventory, window
from kg.train.loop import tensors
from kg.train.network import Network

SOURCES = ("litbank", "redocred", "wikigold", "fewrel")  # prose whose sentences are told apart
WORDS = 128  # of a window, as the pipeline reads
TOGETHER = 12  # windows of about one length that are read at once
SURE = {"tags": 0.5, "classes": 0.5, "forms": 0.5, "heads": 0.4}  # how probable what counts is, a head with its label
UNSURE = "?"  # what no inventory knows, so that nothing is learned of it


def add_trees(texts: Sequence[Text], networks: Sequence[Network], inventory: Inventory) -> None:
    """Writes the tags and trees that `networks` find together into every other text of these sources."""
    chosen = [text for text in texts if text.source.partition("/")[0] in SOURCES][::2]
    runs = [run for text in chosen for run in _runs(text)]
    for network in networks:
        network.eval()
    runs.sort(key=_length)
    for at in range(0, len(runs), TOGETHER):
        _add(runs[at : at + TOGETHER], networks, inventory)


def _runs(text: Text) -> Iterator[list[Sentence]]:
    """Neighbouring sentences that fill a window; a sentence that fits none is left as it is."""
    run: list[Sentence] = []
    for sentence in text.sentences:
        is_long = len(sentence.words) > LONGEST
        if run and (is_long or _length(run) + len(sentence.words) > WORDS):
            yield run
            run = []
        if not is_long:
            run.append(sentence)
    if run:
        yield run


def _length(run: Sequence[Sentence]) -> int:
    return sum(len(sentence.words) for sentence in run)


def _add(runs: Sequence[list[Sentence]], networks: Sequence[Network], inventory: Inventory) -> None:
    given = tensors([window(run, inventory, None) for run in runs])
    with torch.inference_mode():
        found = {name: column.tolist() for name, column in _together(networks, given).items()}
    names = dict(zip(("tags", "classes", "forms", "labels"), inventory.columns, strict=True))
    at = 0
    for run in runs:
        first = at
        for sentence in run:
            here = slice(at, at + len(sentence.words))
            for task, column in names.items():
                setattr(sentence, task, [column[i] if i >= 0 else UNSURE for i in found[task][here]])
            place = at - first  # of the sentence in its window; a head beyond the sentence is none
            sentence.heads = [head - place if head >= 0 else len(sentence.words) for head in found["heads"][here]]
            sentence.is_parsed = True
            at += len(sentence.words)


def _together(networks: Sequence[Network], given: dict[str, Tensor]) -> dict[str, Tensor]:
    """The likeliest numbers by the mean of the networks' probabilities, -1 where they are not sure."""
    outputs = [network(given) for network in networks]
    result = {}
    for task in ("tags", "classes", "forms"):
        sure, result[task] = _mean([output[task] for output in outputs]).max(-1)
        result[task][sure < SURE[task]] = -1
    sure, heads = _mean([output["arcs"] for output in outputs]).max(-1)
    first = torch.nonzero(given["word_place"] == 0)[:, 0][given["word_window"]]
    labels = [
        network.heads.labels(output["label_dependent"], output["label_governor"][first + heads])
        for network, output in zip(networks, outputs, strict=True)
    ]
    probable, result["labels"] = _mean(labels).max(-1)
    result["heads"] = heads.masked_fill(sure * probable < SURE["heads"], -1)
    return result


def _mean(scores: Sequence[Tensor]) -> Tensor:
    return torch.stack([each.softmax(-1) for each in scores]).mean(0)
