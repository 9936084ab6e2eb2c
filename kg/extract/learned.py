"""A learned second reader: ties and states of two people that no rule finds, read from the encoder's word vectors.

One head says which words tell a happening, a state or a tie (with the vectors of the word above and of those below it),
another which mention near such a word takes part, and in which role. `python -m kg.train refine` trains them together
with the encoder, on all types; `KEPT` are those in which they beat the rules alone. A pipeline without their weights is
read by the rules.
"""

from collections.abc import Callable, Container, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from math import log
from pathlib import Path

import numpy as np
from spacy.tokens import Doc

from kg.extract.against import speaks_against
from kg.extract.arrays import Array, Numbers, View, links, view
from kg.extract.certainty import Told, tie_of
from kg.extract.finding import Finding
from kg.extract.lexicon import Lexicon, named
from kg.extract.order import SHARED
from kg.extract.roles import unnamed
from kg.extract.times import Times

WEIGHTS = "facts.npz"  # in a pipeline's folder
RULE = "model"
ROLES = {"parent_of": ("parent", "child"), "sibling_of": ("sibling", "sibling")}
PARTNERS = ("partner", "partner")  # the roles of all other types
WED = "married"
KEPT = ("parent_of", f"state:{WED}")  # where it finds more than it spoils, on dev and on news
STANDS = 0.3  # how likely a word and both roles together must be: best of 0.25 to 0.6, on news and on dev


@dataclass(frozen=True, slots=True)
class Proposal:
    """A word that tells a type of two people, and how likely that is: 0 to 1."""

    chance: float
    word: int
    type: str  # as the heads name it: "state:married"
    keys: tuple[str, str]

    def told(self, doc: Doc) -> Told:
        """It as a finding, which has no date of its own."""
        state, _, name = self.type.rpartition(":")
        token, people = doc[self.word], tuple(zip(ROLES.get(name, PARTNERS), self.keys, strict=True))
        finding = Finding(state or "kin", name, token, people, (token,), f"{RULE}: {token.lemma_.lower()}")
        return Told(finding, Times(), odds=round(log(self.chance / (1 - self.chance)), 2))


class Heads:
    """The learned weights, applied without any framework; `types` are all they were trained on, `kept` those read."""

    def __init__(self, weights: Mapping[str, Array], types: Sequence[str], kept: Sequence[str] = KEPT) -> None:
        self.types, self.kept = list(types), list(kept)
        self._weights = weights
        self._numbers = np.array([self.types.index(name) for name in kept], dtype=np.int64)

    @classmethod
    def from_disk(cls, path: Path, kept: Sequence[str] = KEPT) -> "Heads":
        """The heads kept in a file of arrays."""
        with np.load(path) as arrays:
            types = [str(name) for name in arrays["types"]]
            return cls({name: arrays[name].astype(np.float32) for name in arrays.files if name != "types"}, types, kept)

    def __call__(self, doc: Doc, lexicon: Lexicon, taken: Container[tuple[int, str]] = ()) -> list[Proposal]:
        """What is likely enough, each type of each two people once, the likeliest first.

        Looked at are the words that the ontology knows for a type; a word that is `taken` for it, by its place, is not.
        """
        seen = view(doc, lexicon, self.types)
        words, columns = np.nonzero(seen.cues[:, self._numbers])
        free = [(word, self.kept[column]) not in taken for word, column in zip(words.tolist(), columns, strict=True)]
        words, numbers = words[free], self._numbers[columns[free]]
        chances = self.triggers(doc, seen, words, numbers)
        likely = chances >= STANDS
        words, numbers, chances = words[likely], numbers[likely], chances[likely]
        people = self.people(doc, seen, words, numbers)
        best: dict[tuple[str, tuple[str, str]], Proposal] = {}
        for word, number, chance, near in zip(words.tolist(), numbers.tolist(), chances.tolist(), people, strict=True):
            for one, keys in _pairs(self.types[number], chance, near):
                proposal = Proposal(one, word, self.types[number], keys)
                known = best.get((proposal.type, keys))
                if known is None or known.chance < one:
                    best[proposal.type, keys] = proposal
        return sorted(best.values(), key=lambda each: (-each.chance, each.word, each.type, each.keys))

    def triggers(self, doc: Doc, seen: View, words: Numbers, numbers: Numbers) -> Array:
        """How likely each word tells the type of that number."""
        weights, vectors, cues = self._weights, _vectors(doc), seen.cues[words]
        nothing = np.zeros((1, vectors.shape[1]), dtype=np.float32)
        below = [[child.i for child in doc[word].children] for word in words.tolist()]
        means = [vectors[each].mean(0, keepdims=True) if each else nothing for each in below]
        parts = [vectors[words], vectors[seen.heads[words]], np.concatenate([nothing[:0], *means]), cues]
        hidden = np.maximum(np.concatenate(parts, axis=1) @ weights["trigger"] + weights["trigger_bias"], 0)
        scores = hidden @ weights["type"] + weights["type_bias"] + cues @ weights["cue"]
        return _chances(scores[np.arange(len(words)), numbers])

    def people(self, doc: Doc, seen: View, words: Numbers, numbers: Numbers) -> list[dict[str, Array]]:
        """For each trigger the people near it, and how likely each has the first role and the second."""
        weights, vectors, near = self._weights, _vectors(doc), links(seen, words, numbers)
        rows = near.rows
        used, columns = np.unique(near.columns, return_inverse=True)
        mentions = vectors[seen.mentions[used, 0]]
        hidden = (vectors[words] @ weights["mine"] + weights["kind"][numbers])[rows]
        hidden += (mentions @ weights["other"] + weights["other_bias"])[columns]
        for values in near.features.T:
            hidden += weights["features"][values]
        scores = np.maximum(hidden, 0) @ weights["role"] + weights["role_bias"]
        product = (vectors[words] @ weights["low_mine"])[:, None, :] * weights["low_kind"][numbers]
        scores = scores + (product[rows] * (mentions @ weights["low_other"])[columns][:, None, :]).sum(-1)
        found: list[dict[str, Array]] = [{} for _ in words]
        for row, column, chances in zip(rows.tolist(), near.columns.tolist(), _chances(scores), strict=True):
            for key in seen.people[column]:  # the best mention of each counts
                found[row][key] = np.maximum(found[row].get(key, chances), chances)
        return found


def _vectors(doc: Doc) -> Array:
    return np.asarray(doc.tensor, dtype=np.float32)


def _chances(scores: Array) -> Array:
    found: Array = np.reciprocal(1 + np.exp(-np.clip(scores, -15, 15)))  # never wholly sure: odds are asked for
    return found


def _pairs(type_: str, chance: float, near: Mapping[str, Array]) -> Iterator[tuple[float, tuple[str, str]]]:
    """Two people whom the type may be told of, with how likely that is; those with one role once, in order."""
    one, other = ROLES.get(type_, PARTNERS)
    firsts, seconds = (
        [(key, chance * float(chances[role])) for key, chances in near.items() if chance * chances[role] >= STANDS]
        for role in (0, int(one != other))
    )
    for first, likely in firsts:
        for second, also in seconds:
            both = likely * also / chance
            if both >= STANDS and (first < second or (one != other and first != second)):
                yield both, (first, second)


# rules and model together


def beside(
    doc: Doc, lexicon: Lexicon, found: Sequence[Told], is_real: Callable[[Told], bool], heads: Heads | None = None
) -> Iterator[Told]:
    """What the model finds beside the rules' `found`: told as real, of people with names, and against nothing known.

    It reads only words that no rule has read for the same: of those, whom they are told of is better left to the rule.
    The `heads` are those of the pipeline that read the document; without any, nothing is found.
    """
    heads = heads or heads_of(doc._.folder)
    nobodies = unnamed(doc)
    if heads is None or len(doc._.people) - len(nobodies) < 2:
        return
    taken = {(told.finding.trigger.i, told_as) for told in found for told_as in _readings(told.finding)}
    proposals = [each for each in heads(doc, lexicon, taken) if nobodies.isdisjoint(each.keys)]
    if not proposals:
        return
    genders = {person.key: person.gender for person in doc._.people}
    known = Known(found, is_real, genders)
    couples = set[int]()  # words that tell of a couple: each of the likeliest one alone
    for told in (each.told(doc) for each in proposals if each.word not in couples):
        finding = told.finding
        if known.allows(finding) and not speaks_against(finding, lexicon) and is_real(told):
            known.take(finding)
            couples.update([finding.trigger.i] if finding.kind == "state" else [])
            yield told


def _readings(finding: Finding) -> tuple[str, ...]:
    """What a word that tells a finding is not read for again: "his ex-wife" tells no marriage beside the divorce.

    Nor does "her marriage to Ben" tell another than the rule's, which takes it for a wedding or for a state.
    """
    is_tie = finding.kind == "state" and finding.rule.startswith("relation")
    return (named(finding.kind, finding.type), *((f"state:{WED}",) if is_tie or finding.type == WED else ()))


class Known:
    """What is told of people already. Nothing is told of them twice, and no tie against another."""

    def __init__(
        self, found: Iterable[Told], is_real: Callable[[Told], bool], genders: Mapping[str, str] | None = None
    ) -> None:
        self.genders = genders or {}
        self.told: set[tuple[str, str, frozenset[str]]] = set()
        self.tied: set[tuple[str | None, frozenset[str]]] = set()
        self.parents: dict[str, set[str]] = {}
        self.unreal: set[tuple[str, frozenset[str]]] = set()
        for each in found:
            if is_real(each):
                self.take(each.finding)
            else:
                self.unreal.add((each.finding.type, frozenset(each.finding.keys)))
                self.unreal.update(("parent_of", frozenset(pair)) for pair in each.finding.lines)

    def take(self, finding: Finding) -> None:
        """Remembers what is told to be so."""
        self.told.add((finding.kind, finding.type, frozenset(finding.keys)))
        if finding.type != SHARED:  # who works together is no couple by that
            self.tied.add((tie_of(finding), frozenset(finding.keys)))
        for parent, child in finding.lines:
            self.parents.setdefault(child, set()).add(parent)
            self.tied.add(("kin", frozenset((parent, child))))

    def allows(self, finding: Finding) -> bool:
        """Whether it is new, not told to be unreal, and no child gets a third parent, two mothers or a spouse for one.

        That two are married or engaged is only believed where other words make a couple of them.
        """
        whom = frozenset(finding.keys)
        is_told = (finding.kind, finding.type, whom) in self.told or (finding.type, whom) in self.unreal
        if is_told or ("kin", whom) in self.tied:
            return False
        is_couple = ("couple", whom) in self.tied
        if finding.kind != "kin":
            return is_couple
        parent, child = finding.keys
        others = self.parents.get(child, set())
        return not is_couple and len(others) < 2 and not any(self._are_rivals(parent, other) for other in others)

    def _are_rivals(self, one: str, other: str) -> bool:
        """Whether both would be the mother, or the father, of one child, and are no couple."""
        genders = {self.genders.get(one, ""), self.genders.get(other, "")}
        return len(genders) == 1 and genders != {""} and ("couple", frozenset((one, other))) not in self.tied


@lru_cache(maxsize=4)
def heads_of(folder: Path | None) -> Heads | None:
    """The heads of a pipeline, by its folder; None where it has none."""
    path = folder / WEIGHTS if folder else None
    return Heads.from_disk(path) if path is not None and path.exists() else None
