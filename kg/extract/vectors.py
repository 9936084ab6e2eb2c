"""What a document's words look like to the learned extractor: arrays of numbers, made for a whole document at once."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray
from spacy.tokens import Doc

from kg.extract.lexicon import Lexicon
from kg.records import TimeExpression

Array = NDArray[np.float32]
Numbers = NDArray[np.int64]
WIDE = 384

DEPS = (
    "root nsubj nsubj:pass obj iobj obl obl:unmarked obl:agent obl:arg nmod nmod:poss nmod:unmarked nmod:desc nummod "
    "amod advmod appos conj flat compound compound:prt acl acl:relcl advcl advcl:relcl ccomp xcomp csubj parataxis cop "
    "aux aux:pass case mark det cc fixed list dep orphan discourse vocative punct"
).split()
CASES = (
    "in on of to with by from after before since until during for at about between 's as and when while"
).split()
KINDS = ("name", "pronoun", "nominal", "group")
RELATIONS = ("on", "by", "before", "after", "since", "until", "for", "about")
STEPS = np.array([-64, -32, -16, -8, -4, -2, -1, 0, 1, 2, 3, 5, 9, 17, 33, 65])
DEEP = 6  # words of a path up to the common governor, or down from it
_DEP = {name: i + 1 for i, name in enumerate(DEPS)}
_CASE = {name: i + 1 for i, name in enumerate(CASES)}
# how many values each feature of a pair takes: distance, sentences, path, three relations, case word, kind, rank,
# number, whether it is the main person, what the rules say
SIZES = (
    len(STEPS) + 1,
    7,
    (DEEP + 1) ** 2,
    len(DEPS) + 1,
    len(DEPS) + 1,
    len(DEPS) + 1,
    len(CASES) + 1,
    12,
    8,
    4,
    2,
    3,
)
OFFSETS = np.cumsum((0, *SIZES[:-1]))


@dataclass(slots=True)
class Targets:
    """Words that a trigger may be linked with: mentions of people, or time expressions."""

    words: Numbers  # the head word of each
    kinds: Numbers
    counts: Numbers  # how many people a mention means; of a time, how precise it is
    topics: Numbers
    people: NDArray[np.bool_]  # a column for each person of the document: whom each mention means


@dataclass(slots=True)
class View:
    """A document as arrays; a row is a word."""

    vectors: Array
    heads: Numbers
    deps: Numbers
    cases: Numbers
    sentences: Numbers
    chains: Numbers  # of each word itself and the words above it, up to the root; -1 after that
    cues: Array  # which types the word's lemma may tell, by the ontology
    mentions: Targets
    times: Targets
    expressions: list[TimeExpression]
    keys: list[str]  # of the people, in order of the columns of `mentions.people`


def view(doc: Doc, lexicon: Lexicon, types: Sequence[str]) -> View:
    """The arrays of a parsed document."""
    heads = np.array([token.head.i for token in doc], dtype=np.int64)
    deps = np.array([_DEP.get(token.dep_, 0) for token in doc], dtype=np.int64)
    cases = np.zeros(len(doc), dtype=np.int64)
    for token in doc:
        if token.dep_ in ("case", "mark"):
            cases[token.head.i] = _CASE.get(token.lower_, 0)
    sentences = np.cumsum([bool(token.is_sent_start) for token in doc]).astype(np.int64)
    mentions, times, expressions = _mentions(doc), *_times(doc)
    cues = _cues(doc, lexicon, types)
    vectors: Array = np.asarray(doc.tensor, dtype=np.float32)
    keys = sorted(person.key for person in doc._.people)
    return View(vectors, heads, deps, cases, sentences, _chains(heads), cues, mentions, times, expressions, keys)


def _chains(heads: Numbers) -> Numbers:
    found = np.full((len(heads), DEEP), -1, dtype=np.int64)
    found[:, 0] = np.arange(len(heads))
    for step in range(1, DEEP):
        below = found[:, step - 1]
        above = np.where(below >= 0, heads[below], -1)
        found[:, step] = np.where(above == below, -1, above)
    return found


@lru_cache(maxsize=8)
def cue_table(lexicon: Lexicon, types: tuple[str, ...]) -> dict[str, list[int]]:
    """Lemmas that may tell a happening, and the places of its types."""
    places = {name: i for i, name in enumerate(types)}
    found: dict[str, set[int]] = {}
    for frame in lexicon.all_frames():
        name = frame.type if frame.kind == "event" else f"state:{frame.type}"
        if name in places:
            found.setdefault(frame.head, set()).add(places[name])
    for noun, state in lexicon.relations.items():
        if f"state:{state.name}" in places:
            found.setdefault(noun, set()).add(places[f"state:{state.name}"])
    for kind in ("parent", "child", "sibling"):
        name = "sibling_of" if kind == "sibling" else "parent_of"
        for noun in lexicon.ontology.kin.get(kind, ()) if name in places else ():
            found.setdefault(noun, set()).add(places[name])
    return {lemma: sorted(numbers) for lemma, numbers in found.items()}


def _cues(doc: Doc, lexicon: Lexicon, types: Sequence[str]) -> Array:
    table = cue_table(lexicon, tuple(types))
    found = np.zeros((len(doc), len(types)), dtype=np.float32)
    for token in doc:
        numbers = table.get(token.lemma_.lower()) or table.get(token.lower_)
        if numbers:
            found[token.i, numbers] = 1
    return found


def _mentions(doc: Doc) -> Targets:
    kept = [mention for mention in doc._.mentions if mention.people]
    first = min((person for person in doc._.people if not person.unnamed), key=lambda each: each.first, default=None)
    topic = first.key if first else ""
    columns = {key: i for i, key in enumerate(sorted(person.key for person in doc._.people))}
    people = np.zeros((len(kept), len(columns)), dtype=bool)
    for row, mention in enumerate(kept):
        people[row, [columns[key] for key in mention.people]] = True
    return Targets(
        np.array([mention.head for mention in kept], dtype=np.int64),
        np.array([KINDS.index(mention.kind) if mention.kind in KINDS else 4 for mention in kept], dtype=np.int64),
        np.array([min(len(mention.people), 3) for mention in kept], dtype=np.int64),
        np.array([topic in mention.people for mention in kept], dtype=np.int64),
        people,
    )


def _times(doc: Doc) -> tuple[Targets, list[TimeExpression]]:
    words, kept = [], []
    for time in doc._.times:
        span = doc.char_span(time.start, time.end, alignment_mode="expand")
        if time.when is not None and span is not None and len(span):
            words.append(span.root.i)
            kept.append(time)
    targets = Targets(
        np.array(words, dtype=np.int64),
        np.array([RELATIONS.index(time.relation) for time in kept], dtype=np.int64),
        np.array([_precision(time) for time in kept], dtype=np.int64),
        np.array([time.anchor == "calendar" for time in kept], dtype=np.int64),
        np.zeros((len(kept), 0), dtype=bool),
    )
    return targets, kept


def _precision(time: TimeExpression) -> int:
    days = time.when.days if time.when is not None else None
    return 3 if days is None or days > 400 else 0 if days == 1 else 1 if days < 40 else 2


def near(triggers: Numbers, targets: Targets, back: int, ahead: int) -> tuple[Numbers, Numbers]:
    """Each trigger (its place in `triggers`) with each target at most so many words before or after it."""
    if not len(targets.words) or not len(triggers):
        return np.zeros(0, dtype=np.int64), np.zeros(0, dtype=np.int64)
    away = targets.words[None, :] - triggers[:, None]
    rows, columns = np.nonzero((away >= -back) & (away <= ahead))
    return rows, columns


def pair_features(
    view: View, words: Numbers, targets: Targets, columns: Numbers, ranks: Numbers, rules: Numbers
) -> Numbers:
    """A row of feature numbers for each pair of a trigger word and a target, each shifted to its own range."""
    others = targets.words[columns]
    apart = np.clip(view.sentences[others] - view.sentences[words], -3, 3) + 3
    up, down, toward = _paths(view, words, others)
    found = [
        np.digitize(others - words, STEPS),
        apart,
        up * (DEEP + 1) + down,
        view.deps[words],
        view.deps[others],
        toward,
        view.cases[others],
        targets.kinds[columns],
        np.minimum(ranks, 7),
        targets.counts[columns],
        targets.topics[columns],
        rules,
    ]
    shifted: Numbers = np.stack(found, axis=1) + OFFSETS
    return shifted


def _paths(view: View, words: Numbers, others: Numbers) -> tuple[Numbers, Numbers, Numbers]:
    """Steps up to the common governor, steps down from it (DEEP: none), and the relation of the last but one word."""
    mine, theirs = view.chains[words], view.chains[others]
    same = (mine[:, :, None] == theirs[:, None, :]) & (mine[:, :, None] >= 0)
    flat = same.reshape(len(words), DEEP * DEEP)
    met = flat.any(1)
    first = flat.argmax(1)
    up, down = np.where(met, first // DEEP, DEEP), np.where(met, first % DEEP, DEEP)
    below = theirs[np.arange(len(words)), np.maximum(np.minimum(down, DEEP) - 1, 0)]
    toward = np.where(met & (down > 0), view.deps[below], 0)
    return up, down, toward


def ranks_of(rows: Numbers, words: Numbers, others: Numbers) -> Numbers:
    """Which nearest target of its side each pair holds: 0 to 3 before the trigger, 4 to 7 after it."""
    away = others - words
    side = (away > 0).astype(np.int64)
    order = np.lexsort((np.abs(away), side, rows))
    group = rows[order] * 2 + side[order]
    starts = np.r_[True, group[1:] != group[:-1]] if len(group) else np.zeros(0, dtype=bool)
    place = np.arange(len(group)) - np.maximum.accumulate(np.where(starts, np.arange(len(group)), 0))
    found = np.empty(len(rows), dtype=np.int64)
    found[order] = np.minimum(place, 3) + 4 * side[order]
    return found


def trigger_inputs(view: View) -> Array:
    """For each word its vector, that of its governor, and the mean of those that hang on it."""
    count = len(view.heads)
    below = np.zeros_like(view.vectors)
    not_root = view.heads != np.arange(count)
    np.add.at(below, view.heads[not_root], view.vectors[not_root])
    many = np.bincount(view.heads[not_root], minlength=count)[:, None]
    inputs: Array = np.concatenate(
        [view.vectors, view.vectors[view.heads], below / np.maximum(many, 1), view.cues], axis=1
    )
    return inputs


def names_of(events: Iterable[str], states: Iterable[str]) -> list[str]:
    """The types that the extractor knows, by the names that its weights call them."""
    return [*events, *(f"state:{name}" for name in states), "parent_of", "sibling_of"]
