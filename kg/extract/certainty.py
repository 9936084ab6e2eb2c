"""How sure a claim is: a learned score between 0 and 1, from the words that tell it and from what else is told.

The score is a logistic regression over signs with names, so that its weights can be read: `kg/model/certainty.json`,
fitted by `python -m kg.train extraction` on documents whose facts are known. It looks at rules and words, not at the
encoder's vectors, so it holds for any pipeline. Of what the model read (`kg.extract.learned`) its odds are a sign.
"""

import json
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from math import exp, log1p
from pathlib import Path

from spacy.tokens import Doc

from kg.extract.finding import Finding
from kg.extract.roles import unnamed
from kg.extract.times import Times
from kg.nlp.marks import Mention, mentions_in
from kg.records import Anchor

PACKAGED = Path(__file__).parent.parent / "model" / "certainty.json"
IMPLIED = "(partner implied)"
ALONE = frozenset({"born", "died", "child_born", "adopted"})  # types that do not make two people a couple

Weights = Mapping[str, float]


@dataclass(frozen=True, slots=True)
class Told:
    """A finding with its time, and how likely it is that the text says so."""

    finding: Finding
    times: Times
    anchor: Anchor | None = None
    score: float = 1.0
    odds: float = 0.0  # of what the model read: the logarithm of its own odds


def scored(doc: Doc, found: Sequence[Told]) -> Iterator[Told]:
    """What was found in a document, each finding with its score; 1 for all where no weights are installed."""
    known = weights()
    for told, seen in zip(found, signs(doc, found), strict=True):
        yield replace(told, score=score(seen, known)) if known else told


def score(seen: Weights, known: Weights) -> float:
    """The probability that a claim with these signs is right.

    >>> round(score({"always": 1, "type married": 1}, {"always": 1.0, "type married": 0.5, "type met": -2.0}), 2)
    0.82
    """
    return 1 / (1 + exp(-sum(known.get(name, 0.0) * value for name, value in seen.items())))


@lru_cache(maxsize=4)
def weights(path: Path = PACKAGED) -> Weights:
    """The weight of each sign, by name; empty where there are none."""
    return {str(name): float(value) for name, value in json.loads(path.read_text()).items()} if path.exists() else {}


def signs(doc: Doc, found: Sequence[Told]) -> Iterator[dict[str, float]]:
    """What speaks for or against each finding, by name."""
    document = _Document(doc, found)
    for told in found:
        kind = told.finding.kind
        figures = document.figures(told)
        yield {
            "always": 1.0,
            **dict.fromkeys(_names(told.finding), 1.0),
            **figures,
            **{f"{kind}, {name}": value for name, value in figures.items()},
        }


def _names(finding: Finding) -> Iterator[str]:
    """The type, the words and their form."""
    rule = finding.rule.removesuffix(IMPLIED).strip()
    yield f"{finding.kind} {finding.type}"
    yield f"by {rule.split(':')[0]}"
    yield f"{finding.type} by {rule}"
    yield f"{finding.kind} as {finding.trigger.tag_}"
    yield f"{finding.kind} at {finding.trigger.dep_}"


class _Document:
    """What findings of one document have around them."""

    def __init__(self, doc: Doc, found: Sequence[Told]) -> None:
        self.doc = doc
        self.unnamed = unnamed(doc)
        self.told = Counter((each.finding.type, frozenset(each.finding.keys)) for each in found)
        self.tied = Counter(
            (tie, frozenset(each.finding.keys)) for each in found if (tie := tie_of(each.finding)) is not None
        )
        self.at = Counter((each.finding.trigger.i, each.finding.type) for each in found)

    def figures(self, told: Told) -> dict[str, float]:
        """The figures of one finding; those that are nought are left out."""
        finding, sentence = told.finding, told.finding.trigger.sent
        near, whom = mentions_in(self.doc, sentence.start, sentence.end), frozenset(finding.keys)
        mine = [[mention for mention in near if key in mention.people] for key in finding.keys]
        away = [min((abs(each.head - finding.trigger.i) for each in here), default=40) for here in mine]
        others = {key for mention in near for key in mention.people} - whom
        kinds = Counter(_kind(here) for here in mine)
        found = {
            **{f"people by {kind}": float(count) for kind, count in kinds.items()},
            "distance": log1p(max(away, default=0)),
            "others beside": log1p(len(others)),
            "told again": log1p(self.told[finding.type, whom] - 1),
            "told of the same word": log1p(self.at[finding.trigger.i, finding.type] - 1),
            "couple": float(self.tied["couple", whom] > (tie_of(finding) == "couple")),
            "kin": float(self.tied["kin", whom] > (tie_of(finding) == "kin")),
            "unnamed": float(bool(whom & self.unnamed)),
            "odds": told.odds,
            "dated": float(bool(told.times.words)),
            "implied": float(IMPLIED in finding.rule),
            "in title": float(finding.trigger.idx < self.doc._.body),
            "in a quotation": float(any(q.start <= finding.trigger.i < q.end for q in self.doc._.speakers)),
            "long sentence": log1p(len(sentence)) / 4,
            "crowd": log1p(len(self.doc._.people)) / 4,
        }
        return {name: value for name, value in found.items() if value}


def _kind(mentions: Sequence[Mention]) -> str:
    """How a person is spoken of in the sentence: by name if once so, else as the first mention does."""
    kinds = [mention.kind for mention in mentions]
    return "name" if "name" in kinds else kinds[0] if kinds else "nothing"


def tie_of(finding: Finding) -> str | None:
    """What the finding makes of its two people."""
    if len(finding.keys) != 2 or finding.type in ALONE:
        return None
    return "kin" if finding.kind == "kin" else "couple"
