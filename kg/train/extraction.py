"""Fits how sure claims are on documents whose facts are known, and says how far the scores can be trusted.

Needed: documents with gold, in a folder: `train` with `train_gold` and an `index.json` that names each one's genre,
`own` with `own_gold`, `dev` with `gold`. Fitted are the biographies of `train` and all of `own`, with what the heads of
facts read (`kg.train.facts`) only where they did not learn from; the news of `train` and `dev` only report.
"""

import json
import logging
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path
from typing import Any

import numpy as np
import torch
from torch.nn import functional

from kg.evaluate.gold import BIRTHS, Gold, GoldFact, load
from kg.evaluate.names import Cast
from kg.extract.certainty import Told, score, signs
from kg.extract.claims import Extractor
from kg.extract.finding import Finding
from kg.extract.learned import RULE, beside
from kg.nlp.parse import parse
from kg.ontology.load import load as load_ontology
from kg.read import read
from kg.records import Document

log = logging.getLogger("kg.train")
RARE = 8  # a sign of fewer claims says nothing
PENALTY = 4.0  # on squared weights
ASIDE = slice(3, None, 8)  # of the documents that may be learned from
BINS = (0.0, 0.2, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 1.0)


@dataclass(frozen=True, slots=True)
class Example:
    """A claim of the rules: its signs, and whether a careful reader finds the same."""

    document: str
    signs: Mapping[str, float]
    is_right: bool


def train(nlp: Any, reading: Path, out: Path) -> None:
    """Fits the weights, writes `out` (JSON) and logs how many claims of each range of scores are right."""
    torch.set_num_threads(1)
    real = list(examples(nlp, reading / "train", reading / "train_gold"))
    own = list(examples(nlp, reading / "own", reading / "own_gold"))
    ids, aside = set(learned_from(reading / "train")), set_aside(reading)
    lives = [each for each in real if each.document in ids]
    fitted = [each for each in (*own, *lives) if f"by {RULE}" not in each.signs or each.document in aside]
    weights = fit(fitted)
    out.write_text(json.dumps(weights, indent=0, sort_keys=True) + "\n")
    news = [each for each in real if each.document not in ids]
    dev = list(examples(nlp, reading / "dev", reading / "gold"))
    for name, tested in (("fitted", fitted), ("news", news), ("dev", dev)):
        report(name, tested, weights)


def learned_from(texts: Path) -> list[str]:
    """The ids of the documents of a folder that may be learned from: no news."""
    index = texts / "index.json"
    genres = {row["id"]: row["genre"] for row in json.loads(index.read_text())} if index.exists() else {}
    return [path.stem for path in sorted(texts.glob("*.md")) if genres.get(path.stem, "biography") == "biography"]


def set_aside(reading: Path) -> set[str]:
    """The ids of the documents that may be learned from and are not: by them the heads are judged."""
    return {id_ for name in ("own", "train") for id_ in learned_from(reading / name)[ASIDE]}


def with_gold(nlp: Any, texts: Path, gold: Path) -> Iterator[tuple[Any, Extractor, Gold]]:
    """Every document of a folder that has gold, read by the pipeline."""
    ontology = load_ontology()
    for document in read(texts):
        path = gold / f"{Path(document.source).stem}.json"
        if isinstance(document, Document) and path.exists():
            doc = parse(nlp, document)
            yield doc, Extractor(doc, document, ontology), load(path)


def examples(nlp: Any, texts: Path, gold: Path) -> Iterator[Example]:
    """The claims of every document of a folder that has gold."""
    for doc, extractor, truth in with_gold(nlp, texts, gold):
        found = list(extractor.told())
        found += beside(doc, extractor.lexicon, found, extractor.is_real)
        yield from judged(doc, found, truth, extractor)


def judged(doc: Any, found: list[Told], gold: Gold, extractor: Extractor) -> Iterator[Example]:
    """The claims about people who have names that are told as facts, each with whether it is right."""
    cast, unnamed = Cast(gold.people), {person.key for person in doc._.people if person.unnamed}
    names = {person.key: person.name for person in doc._.people}
    facts = {"event": gold.events, "state": gold.states, "kin": gold.kin}
    for told, seen in zip(found, signs(doc, found), strict=True):
        finding = told.finding
        if extractor.is_real(told) and not unnamed & set(finding.keys):
            like = [fact for fact in facts[finding.kind] if fact.type == finding.type and fact.is_real]
            yield Example(gold.id, seen, any(is_same(finding, fact, names, cast) for fact in like))


def is_same(finding: Finding, fact: GoldFact, names: Mapping[str, str], cast: Cast) -> bool:
    """Whether a finding has the people of a gold fact; of two parents one may be missing."""
    wanted, left = list(fact.people), [names[key] for key in finding.keys]
    if finding.type == "parent_of":
        return len(wanted) == 2 and all(map(cast.means, left, wanted))
    if finding.type in BIRTHS:
        left = [names[key] for role, key in finding.people if role != "child"]
    count = len(left)
    for person in wanted:
        mine = next((name for name in left if cast.means(name, person)), None)
        if mine is not None:
            left.remove(mine)
    return not left and (count == len(wanted) or (finding.type in BIRTHS and count > 0))


def fit(training: list[Example]) -> dict[str, float]:
    """The weight of each sign that is not rare, by logistic regression."""
    seen = Counter(name for each in training for name in each.signs)
    names = sorted(name for name, count in seen.items() if count >= RARE)
    places = {name: i for i, name in enumerate(names)}
    rows = np.zeros((len(training), len(names)), dtype=np.float32)
    for row, each in zip(rows, training, strict=True):
        for name, value in each.signs.items():
            if name in places:
                row[places[name]] = value
    right = np.array([each.is_right for each in training], dtype=np.float32)
    return {name: round(value, 4) for name, value in zip(names, _logistic(rows, right).tolist(), strict=True)}


def _logistic(rows: Any, right: Any) -> Any:
    x, y = torch.from_numpy(rows), torch.from_numpy(right)
    weights = torch.zeros(x.shape[1], requires_grad=True)
    optimiser = torch.optim.LBFGS([weights], max_iter=300, line_search_fn="strong_wolfe")

    def loss() -> torch.Tensor:
        optimiser.zero_grad()
        total = functional.binary_cross_entropy_with_logits(x @ weights, y, reduction="sum")
        total = total + PENALTY * (weights**2).sum()
        total.backward()  # type: ignore[no-untyped-call, unused-ignore]
        return total

    optimiser.step(loss)  # type: ignore[no-untyped-call, unused-ignore]
    return weights.detach().numpy()


def report(name: str, tested: Iterable[Example], weights: Mapping[str, float]) -> None:
    """Logs for ranges of scores how many claims are right, and how often a right one scores above a wrong one."""
    pairs = [(score(each.signs, weights), each.is_right) for each in tested]
    for bounds, count, mean, right in reliability(pairs):
        log.info("certainty, %s, score %s: %d claims, mean %.2f, right %.2f", name, bounds, count, mean, right)
    log.info("certainty, %s: a right claim scores above a wrong one %.3f of the time", name, order(pairs))


def reliability(pairs: list[tuple[float, bool]]) -> Iterator[tuple[str, int, float, float]]:
    """For each range of scores: how many claims, their mean score, and the share that is right.

    >>> list(reliability([(0.95, True), (0.92, False), (0.1, False)]))
    [('0.0-0.2', 1, 0.1, 0.0), ('0.9-1.0', 2, 0.935, 0.5)]
    """
    for low, high in pairwise(BINS):
        inside = [pair for pair in pairs if low <= pair[0] < high or pair[0] == high == 1.0]
        if inside:
            mean, right = (sum(column) / len(inside) for column in zip(*inside, strict=True))
            yield f"{low}-{high}", len(inside), round(mean, 4), right


def order(pairs: list[tuple[float, bool]]) -> float:
    """The share of pairs of a right and a wrong claim in which the right one scores higher (ROC AUC).

    >>> order([(0.9, True), (0.8, False), (0.7, True)])
    0.5
    """
    right, wrong = ([value for value, is_right in pairs if is_right is wanted] for wanted in (True, False))
    wins = sum((one > other) + 0.5 * (one == other) for one in right for other in wrong)
    return wins / max(len(right) * len(wrong), 1)
