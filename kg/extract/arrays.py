"""A document as arrays for the learned reader: what is plain to see of each word, and of a word with a mention."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType

import numpy as np
from numpy.typing import NDArray
from spacy.attrs import DEP, HEAD, LEMMA, LOWER, SENT_START
from spacy.tokens import Doc

from kg.extract.lexicon import Lexicon

Array = NDArray[np.float32]
Numbers = NDArray[np.int64]

BACK, AHEAD = 100, 50  # words before and after a trigger in which its people are looked for
DEEP = 6  # words of a path up to the common governor, or down from it
DEPS = (
    "root nsubj nsubj:pass obj iobj obl obl:unmarked obl:agent obl:arg nmod nmod:poss nmod:unmarked nmod:desc nummod "
    "amod advmod appos conj flat compound compound:prt acl acl:relcl advcl advcl:relcl ccomp xcomp csubj parataxis cop "
    "aux aux:pass case mark det cc fixed list dep orphan discourse vocative punct"
).split()
CASES = ("in on of to with by from after before since until during for at about between 's as and when while").split()
KINDS = {"name": 0, "pronoun": 1, "nominal": 2, "group": 3}
_MARKS = [1 + DEPS.index(name) for name in ("case", "mark")]
STEPS = np.array([-64, -32, -16, -8, -4, -2, -1, 0, 1, 2, 3, 5, 9, 17, 33, 65])
# how many values each feature of a pair takes: distance, sentences apart, path, relation of the trigger, of the mention
# and on the way to it, preposition, kind of mention, which nearest one, how many people, main person, what rules say
SIZES = (17, 7, (DEEP + 1) ** 2, *([len(DEPS) + 1] * 3), len(CASES) + 1, 12, 8, 4, 2, 3)
OFFSETS = np.cumsum((0, *SIZES[:-1]))
Ruled = Mapping[tuple[int, int], frozenset[str]]  # of a word and a type's number: the people whom the rules found
_NOTHING: Ruled = MappingProxyType({})


@dataclass(frozen=True, slots=True)
class View:
    """A document in numbers; a row is a word, and of `mentions` a mention that means somebody."""

    heads: Numbers
    deps: Numbers
    cases: Numbers  # the preposition or conjunction of a word
    sentences: Numbers
    chains: Numbers  # the word itself and those above it, up to the root; -1 after that
    cues: Array  # a column for each type: whether the word may tell it, by the ontology
    mentions: Numbers  # its head, kind, how many people it means at most 3, and whether the main person is among them
    people: list[tuple[str, ...]]  # the keys of those whom each mention means


def view(doc: Doc, lexicon: Lexicon, types: Sequence[str]) -> View:
    """The arrays of a parsed document."""
    columns = np.asarray(doc.to_array([HEAD, DEP, SENT_START, LEMMA, LOWER]), dtype=np.uint64)
    offsets, relations, starts, lemmas, words = columns.reshape(-1, 5).T
    heads = np.arange(len(doc)) + offsets.astype(np.int64)
    deps = _coded(relations, {doc.vocab.strings[name]: i for i, name in enumerate(DEPS, 1)})
    cases, marks = np.zeros(len(doc), dtype=np.int64), np.isin(deps, _MARKS)
    cases[heads[marks]] = _coded(words[marks], {doc.vocab.strings[name]: i for i, name in enumerate(CASES, 1)})
    kept = [mention for mention in doc._.mentions if mention.people]
    named = (person for person in doc._.people if not person.unnamed)
    first = min(named, key=lambda person: person.first, default=None)
    rows = [
        (
            each.head,
            KINDS.get(each.kind, len(KINDS)),
            min(len(each.people), 3),
            first is not None and first.key in each.people,
        )
        for each in kept
    ]
    return View(
        heads, deps, cases, np.cumsum(starts == 1), _chains(heads),
        _cues(doc, lemmas, words, lexicon, types),
        np.array(rows, dtype=np.int64).reshape(-1, 4), [mention.people for mention in kept],
    )  # fmt: skip


def _coded(column: NDArray[np.uint64], places: Mapping[int, int]) -> Numbers:
    """The place of each word's string; 0 for those that have none."""
    found, inverse = np.unique(column, return_inverse=True)
    coded: Numbers = np.array([places.get(key, 0) for key in found.tolist()], dtype=np.int64)[inverse.reshape(-1)]
    return coded


def _cues(
    doc: Doc, lemmas: NDArray[np.uint64], words: NDArray[np.uint64], lexicon: Lexicon, types: Sequence[str]
) -> Array:
    """What the lemma may tell, or else the word itself, by the names of types."""
    known = {word: i for i, word in enumerate(lexicon.told_by, 1)}
    rows = [[name in names for name in types] for names in ((), *lexicon.told_by.values())]
    by_lemma, by_word = (
        _coded(column, {key: known.get(doc.vocab.strings[key].lower(), 0) for key in np.unique(column).tolist()})
        for column in (lemmas, words)
    )
    cues: Array = np.array(rows, dtype=np.float32)[np.where(by_lemma > 0, by_lemma, by_word)]
    return cues


def _chains(heads: Numbers) -> Numbers:
    found = np.full((len(heads), DEEP), -1, dtype=np.int64)
    found[:, 0] = np.arange(len(heads))
    for step in range(1, DEEP):
        below = found[:, step - 1]
        above = np.where(below >= 0, heads[below], -1)
        found[:, step] = np.where(above == below, -1, above)
    return found


@dataclass(frozen=True, slots=True)
class Links:
    """Triggers and the mentions near each: `rows` are places of triggers, `columns` of mentions."""

    rows: Numbers
    columns: Numbers
    features: Numbers  # a row for each pair; each feature is shifted to its own range


def links(seen: View, words: Numbers, types: Numbers, ruled: Ruled = _NOTHING) -> Links:
    """Each trigger, a word that may tell a type, with the mentions near it."""
    rows, columns = _near(words, seen.mentions[:, 0])
    theirs = [ruled.get((word, type_)) for word, type_ in zip(words.tolist(), types.tolist(), strict=True)]
    by_rule = [
        0 if (mine := theirs[row]) is None else 1 + (not mine.isdisjoint(seen.people[column]))
        for row, column in zip(rows.tolist(), columns.tolist(), strict=True)
    ]
    triggers, mentions = words[rows], seen.mentions[columns]
    others = mentions[:, 0]
    up, down, toward = _paths(seen, triggers, others)
    found = [
        np.digitize(others - triggers, STEPS),
        np.clip(seen.sentences[others] - seen.sentences[triggers], -3, 3) + 3,
        up * (DEEP + 1) + down,
        seen.deps[triggers],
        seen.deps[others],
        toward,
        seen.cases[others],
        mentions[:, 1],
        _ranks(rows, others - triggers),
        mentions[:, 2],
        mentions[:, 3],
        np.array(by_rule, dtype=np.int64),
    ]
    return Links(rows, columns, np.stack(found, axis=1) + OFFSETS)


def _near(words: Numbers, heads: Numbers) -> tuple[Numbers, Numbers]:
    """Each trigger, by its place, with each mention in reach, in order of the text."""
    order = np.argsort(heads, kind="stable")
    first, last = (np.searchsorted(heads[order], words + away) for away in (-BACK, AHEAD + 1))
    columns = [np.sort(order[start:end]) for start, end in zip(first, last, strict=True)]
    return np.repeat(np.arange(len(words)), last - first), np.concatenate([np.zeros(0, dtype=np.int64), *columns])


def _paths(seen: View, words: Numbers, others: Numbers) -> tuple[Numbers, Numbers, Numbers]:
    """Steps up to the common governor, steps down from it (DEEP: none), and the relation of the last but one word."""
    mine, theirs = seen.chains[words], seen.chains[others]
    same = (mine[:, :, None] == theirs[:, None, :]) & (mine[:, :, None] >= 0)
    flat = same.reshape(len(words), DEEP * DEEP)
    met, first = flat.any(1), flat.argmax(1)
    up, down = np.where(met, first // DEEP, DEEP), np.where(met, first % DEEP, DEEP)
    below = theirs[np.arange(len(words)), np.maximum(np.minimum(down, DEEP) - 1, 0)]
    return up, down, np.where(met & (down > 0), seen.deps[below], 0)


def _ranks(rows: Numbers, away: Numbers) -> Numbers:
    """Which nearest mention of its side each pair holds: 0 to 3 before the trigger, 4 to 7 after it."""
    side = (away > 0).astype(np.int64)
    order = np.lexsort((np.abs(away), side, rows))
    group = rows[order] * 2 + side[order]
    starts = np.concatenate([[True], group[1:] != group[:-1]])[: len(group)]
    place = np.arange(len(group)) - np.maximum.accumulate(np.where(starts, np.arange(len(group)), 0))
    found = np.empty(len(rows), dtype=np.int64)
    found[order] = np.minimum(place, 3) + 4 * side[order]
    return found
