"""A learned second reader: which happenings the rules missed, when a happening was, and how sure a claim is.

Small heads on the encoder's word vectors, trained by `python -m kg.train extraction`. The rules' findings go in and
come out with a score; findings of the types at which the heads do better than the rules alone are added. Where no
weights are installed, or another pipeline read the document, the rules' findings come out as they went in.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import combinations
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from spacy.tokens import Doc

from kg.extract.certainty import KIN, LEARNED, NONE, RULES, STATE, evidence_for
from kg.extract.frames import Finding
from kg.extract.lexicon import Lexicon
from kg.extract.vectors import WIDE, Array, Numbers, Targets, View, near, pair_features, ranks_of, trigger_inputs, view
from kg.extract.when import Times, times_of
from kg.records import Anchor

PACKAGED = Path(__file__).parent.parent / "model" / "extraction.npz"
SCALE = np.float32(2.5)  # brings the vectors' entries to about one
POSSIBLE = 0.1  # probability from which a word is looked at as a trigger
MENTIONS, TIMES = (100, 50), (150, 60)  # words looked back and ahead for people and for times
LIKELY = -1.5  # log odds from which a person may take part
SECOND = ("child", "deceased")  # roles of the second person of a type with two different roles
IMPLIED = "(partner implied)"
PARTNERS = ("partner", "partner")
AT_ALL, INSTEAD = 0.5, 0.85  # how likely a time must be where the rules found none, and where they found another
STANDS, NEVER = 0.45, 2.0  # how sure a claim must be to stand
SURE = 1.0  # the score where nothing was learned


@dataclass(frozen=True, slots=True)
class Told:
    """A finding with its time, and how sure it is that the text says so: 0 to 1."""

    finding: Finding
    times: Times
    score: float = SURE
    anchor: Anchor | None = None


@dataclass(frozen=True, slots=True)
class Ruled:
    """A finding as the heads see it."""

    word: int
    number: int  # of its type
    keys: tuple[str, ...]
    roles: tuple[int, ...]  # of each person: 0 the first, 1 the second
    spans: tuple[tuple[int, int], ...]
    rule: int
    is_implied: bool


@dataclass(slots=True)
class Pairs:
    """Triggers with the type that each may tell, and what the heads say of them; a row is a trigger with a type."""

    words: Numbers
    types: Numbers
    places: dict[tuple[int, int], int]
    triggers: Array  # log odds that the word tells the type
    unreal: Array  # log odds that what it tells is not so
    people: Array  # log odds of each of the document's people, in the first role and in the second
    rows: Numbers  # each pair near enough of a trigger and a time
    columns: Numbers
    times: Array  # probability that the time is the trigger's


class Heads:
    """The learned weights, applied without any framework."""

    def __init__(self, weights: dict[str, Array], types: Sequence[str]) -> None:
        self.weights, self.types = weights, list(types)
        self.numbers = {name: i for i, name in enumerate(self.types)}

    @classmethod
    def from_disk(cls, path: str | Path) -> "Heads":
        """The heads kept in a file of arrays."""
        with np.load(path) as arrays:
            types = [str(name) for name in arrays["types"]]
            return cls({name: arrays[name].astype(np.float32) for name in arrays.files if name != "types"}, types)

    def __call__(self, seen: View, found: Sequence[Ruled]) -> Pairs:
        """What the heads say of a document in which the rules found `found`."""
        triggers, unreal = self.triggers(seen)
        ruled = {(each.word, each.number) for each in found}
        possible = zip(*(each.tolist() for each in np.nonzero(triggers > _log_odds(POSSIBLE))), strict=True)
        pairs = sorted(ruled.union(possible))
        words, types = np.array(pairs, dtype=np.int64).reshape(-1, 2).T
        places = {pair: i for i, pair in enumerate(pairs)}
        by_rule = self._by_rule(seen, found, places)
        people = self._people(seen, words, types, *by_rule[:2])
        rows, columns, times = self._times(seen, words, types, by_rule[0], by_rule[2])
        return Pairs(words, types, places, triggers[words, types], unreal[words], people, rows, columns, times)

    def ruled(self, told: Told) -> Ruled | None:
        """A finding in numbers; None where its type was not learned."""
        finding = told.finding
        number = self.numbers.get(f"state:{finding.type}" if finding.kind == "state" else finding.type)
        if number is None:
            return None
        rule = finding.rule.split(":")[0]
        return Ruled(
            finding.trigger.i,
            number,
            finding.keys,
            tuple(int(role in SECOND) for role, _ in finding.people),
            told.times.spans,
            RULES.index(rule) if rule in RULES else 0,
            IMPLIED in finding.rule,
        )

    def certainty(self, seen: View, pairs: Pairs, claims: Sequence[Ruled]) -> Array:
        """How sure each claim is: 0 to 1."""
        if not claims:
            return np.zeros(0, dtype=np.float32)
        scores = evidence_for(self, seen, pairs, claims) @ self.weights["certainty"] + self.weights["certainty_bias"]
        found: Array = 1 / (1 + np.exp(-scores))
        return found

    def threshold(self, claim: Ruled) -> float:
        """How sure a claim must be to stand: the same for all, but that some types are not left to the heads."""
        is_barred = claim.rule == LEARNED and not self.weights["adds"][claim.number]
        return NEVER if is_barred else STANDS

    def triggers(self, seen: View) -> tuple[Array, Array]:
        weights, inputs = self.weights, trigger_inputs(seen)
        inputs[:, : 3 * WIDE] *= SCALE
        hidden = np.maximum(inputs @ weights["trigger"] + weights["trigger_bias"], 0)
        scores: Array = hidden @ weights["type"] + weights["type_bias"] + seen.cues @ weights["cue"]
        real = hidden @ weights["status"] + weights["status_bias"]
        return scores, real[:, 1] - real[:, 0]

    def _by_rule(
        self, seen: View, found: Sequence[Ruled], places: dict[tuple[int, int], int]
    ) -> tuple[NDArray[np.bool_], NDArray[np.bool_], NDArray[np.bool_]]:
        """What the rules say: of which pairs they found something, with which people, and at which time."""
        is_ruled = np.zeros(len(places), dtype=bool)
        people = np.zeros((len(places), len(seen.keys)), dtype=bool)
        times = np.zeros((len(places), len(seen.expressions)), dtype=bool)
        columns = {key: i for i, key in enumerate(seen.keys)}
        spans = {(time.start, time.end): i for i, time in enumerate(seen.expressions)}
        for each in found:
            place = places[each.word, each.number]
            is_ruled[place] = True
            people[place, [columns[key] for key in each.keys]] = True
            times[place, [spans[span] for span in each.spans if span in spans]] = True
        return is_ruled, people, times

    def _people(
        self, seen: View, words: Numbers, types: Numbers, ruled: NDArray[np.bool_], theirs: NDArray[np.bool_]
    ) -> Array:
        """The best mention of each person counts."""
        found = np.full((len(words), len(seen.keys), 2), NONE, dtype=np.float32)
        rows, columns = near(words, seen.mentions, *MENTIONS)
        if not len(rows):
            return found
        is_same = (theirs[rows] & seen.mentions.people[columns]).any(1)
        scores = self._linked("people", seen, words, types, seen.mentions, rows, columns, ruled, is_same)
        pairs, keys = np.nonzero(seen.mentions.people[columns])
        np.maximum.at(found, (rows[pairs], keys), scores[pairs])
        return found

    def _times(
        self, seen: View, words: Numbers, types: Numbers, ruled: NDArray[np.bool_], theirs: NDArray[np.bool_]
    ) -> tuple[Numbers, Numbers, Array]:
        """Each trigger with the times near it, and how likely each is its own: at most one is."""
        rows, columns = near(words, seen.times, *TIMES)
        if not len(rows):
            return rows, columns, np.zeros(0, dtype=np.float32)
        scores = self._linked("time", seen, words, types, seen.times, rows, columns, ruled, theirs[rows, columns])[:, 0]
        powers = np.exp(np.minimum(scores - self.weights["time_none"][types][rows], 30))
        total = 1 + np.bincount(rows, weights=powers, minlength=len(words))
        return rows, columns, (powers / total[rows]).astype(np.float32)

    def _linked(
        self, name: str, seen: View, words: Numbers, types: Numbers, targets: Targets, rows: Numbers, columns: Numbers,
        ruled: NDArray[np.bool_], is_same: NDArray[np.bool_],
    ) -> Array:  # fmt: skip
        """Scores of links between triggers and targets; a pair is a row and a column."""
        weights, triggers, others = self.weights, words[rows], targets.words[columns]
        by_rule = np.where(ruled[rows], 1 + is_same.astype(np.int64), 0)
        features = pair_features(seen, triggers, targets, columns, ranks_of(rows, triggers, others), by_rule)
        at_trigger = (seen.vectors[words] * SCALE) @ weights[f"{name}_trigger"] + weights[f"{name}_type"][types]
        at_target = (seen.vectors[targets.words] * SCALE) @ weights[f"{name}_target"] + weights[f"{name}_bias"]
        hidden = at_trigger[rows] + at_target[columns]
        for numbers in features.T:
            hidden += weights[f"{name}_features"][numbers]
        scores: Array = np.maximum(hidden, 0) @ weights[f"{name}_out"] + weights[f"{name}_out_bias"]
        return scores


# from scores to claims


def told_of(
    heads: Heads, seen: View, pairs: Pairs, ruled: Sequence[Ruled], unnamed: frozenset[str]
) -> list[Ruled]:
    """What the heads would add to the rules' findings: of each trigger the people who best fit its roles."""
    known = {(each.number, frozenset(each.keys)) for each in ruled}
    found = []
    for place, (word, number) in enumerate(zip(pairs.words.tolist(), pairs.types.tolist(), strict=True)):
        scores = pairs.people[place]
        for people, roles in _casts(heads.types[number], scores):
            keys = tuple(seen.keys[i] for i in people)
            if not unnamed & set(keys) and (number, frozenset(keys)) not in known:
                found.append(Ruled(word, number, keys, roles, (), LEARNED, False))
    return found


def _casts(type_: str, scores: Array) -> Iterator[tuple[tuple[int, ...], tuple[int, ...]]]:
    """The people (their places) whom a type may be told of, each with the role: 0 the first, 1 the second."""
    first, second = (_best(scores[:, role]) for role in (0, 1))
    if type_ in ("parent_of", "widowed"):
        yield from (((one, other), (0, 1)) for one in first[:4] for other in second[:6] if one != other)
    elif type_ in ("child_born", "adopted"):
        parents = tuple(first[:2])
        children = [other for other in second if other not in parents]
        if parents:
            yield from (((*parents, child), (0,) * len(parents) + (1,)) for child in children[:6])
            yield from [(parents, (0,) * len(parents))] if not children else []
    elif type_ in ("born", "died"):
        yield from (((one,), (0,)) for one in first[:2])
    elif type_ != "worked_together":
        yield from ((pair, (0, 0)) for pair in combinations(first[: 5 if type_ == "sibling_of" else 3], 2))


def _best(scores: Array) -> list[int]:
    """The people who are at all likely, the likeliest first."""
    order = np.argsort(-scores, kind="stable")
    return [int(i) for i in order if scores[i] > LIKELY]


# rules and heads together


def judged(doc: Doc, lexicon: Lexicon, found: Sequence[Told]) -> Iterator[Told]:
    """What the rules found and what the heads add, each with a score; what is hardly told at all is left out."""
    reader = heads()
    if reader is None or not found or doc.tensor.ndim != 2 or doc.tensor.shape != (len(doc), WIDE):
        yield from found
        return
    seen = view(doc, lexicon, reader.types)
    numbers = [reader.ruled(told) for told in found]
    ruled = [each for each in numbers if each is not None]
    pairs = reader(seen, ruled)
    unnamed = frozenset(person.key for person in doc._.people if person.unnamed)
    added = told_of(reader, seen, pairs, ruled, unnamed)
    scores = reader.certainty(seen, pairs, [*ruled, *added]).tolist()
    rest = iter(zip(ruled, scores, strict=False))
    for told, number in zip(found, numbers, strict=True):
        if number is None:
            yield told
            continue
        score = next(rest)[1]
        if score >= reader.threshold(number):
            times = _dated(told, seen, pairs, pairs.places[number.word, number.number])
            yield replace(told, times=times, score=score)
    yield from _added(doc, lexicon, reader, seen, pairs, list(zip(scores[len(ruled) :], added, strict=True)))


def _added(
    doc: Doc, lexicon: Lexicon, reader: Heads, seen: View, pairs: Pairs, scored: Sequence[tuple[float, Ruled]]
) -> Iterator[Told]:
    """What the heads alone find, each happening once, where it is told most clearly."""
    known: set[tuple[int, frozenset[str]]] = set()
    for score, claim in sorted(scored, key=_surest):
        what = claim.number, frozenset(claim.keys)
        if score >= reader.threshold(claim) and what not in known:
            known.add(what)
            told = Told(_finding(doc, lexicon, reader.types[claim.number], claim), Times(), score)
            yield replace(told, times=_dated(told, seen, pairs, pairs.places[claim.word, claim.number]))


def _surest(scored: tuple[float, Ruled]) -> tuple[float, int, int, tuple[str, ...]]:
    score, claim = scored
    return -score, claim.word, claim.number, claim.keys


def _finding(doc: Doc, lexicon: Lexicon, type_: str, claim: Ruled) -> Finding:
    kind = "kin" if type_ in KIN else "state" if type_.startswith(STATE) else "event"
    name = type_.removeprefix(STATE)
    roles = KIN[name] if kind == "kin" else PARTNERS if kind == "state" else lexicon.ontology.events[name].roles
    if name in ("child_born", "adopted"):
        roles = tuple("child" if role else "parent" for role in claim.roles)
    token = doc[claim.word]
    people = tuple(zip(roles, claim.keys, strict=False))
    return Finding(kind, name, token, people, (token,), f"learned: {token.lemma_.lower()}")


def _dated(told: Told, seen: View, pairs: Pairs, place: int) -> Times:
    """The finding's own time; of an event for which the rules find none or a doubtful one, the likeliest."""
    finding, times = told.finding, told.times
    if finding.kind != "event" or finding.rule.startswith("bracket"):
        return times
    near_it = np.flatnonzero(pairs.rows == place)
    if not len(near_it):
        return times
    best = near_it[int(pairs.times[near_it].argmax())]
    time, chance = seen.expressions[pairs.columns[best]], float(pairs.times[best])
    is_told = any((time.start, time.end) == span for span in times.spans)
    is_dated = any(each is not None for each in (times.on, times.start, times.end))
    if is_told or chance < (INSTEAD if is_dated else AT_ALL):
        return times
    return times_of([time], finding)


@lru_cache(maxsize=4)
def heads(path: Path = PACKAGED) -> Heads | None:
    """The heads of the package, or of another file; None where there are none."""
    return Heads.from_disk(path) if path.exists() else None


def _log_odds(probability: float) -> float:
    return float(np.log(probability / (1 - probability)))
