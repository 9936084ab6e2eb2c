"""Documents with gold, as the heads of facts learn from them: which words tell a fact, and who takes part.

Gold gives the characters that prove a fact, not the word that tells it. Where a rule found the fact, its word is taken;
else the one word there that the ontology knows for the type, or the only word of content; else the fact teaches nothing
until the heads themselves point at a word.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import numpy as np

from kg.evaluate.gold import BIRTHS, Gold, GoldFact
from kg.evaluate.names import Cast
from kg.extract.arrays import Links, Numbers, View, links, view
from kg.extract.claims import Extractor
from kg.extract.lexicon import named
from kg.ontology.schema import Ontology
from kg.train.corpora import BIO, Sentence
from kg.train.extraction import is_same, with_gold
from kg.train.joint import sentences_of

CONTENT = ("VERB", "NOUN", "ADJ", "PROPN", "AUX", "ADV")
ORDERED = ("parent_of", "widowed")  # types whose first person has another role than the second


@dataclass(slots=True)
class Fact:
    """A fact of the gold, the words that prove it, and the word that tells it, if that is known."""

    number: int  # of its type
    gold: GoldFact
    words: list[int]
    word: int | None = None


@dataclass(frozen=True, slots=True)
class Rule:
    """What a rule found: the word, the type's number, the people, and the places of the facts that it is."""

    word: int
    number: int
    keys: tuple[str, ...]
    facts: tuple[int, ...]


@dataclass(slots=True)
class Example:
    """One document: its sentences for the network, its words as arrays, and what the gold and the rules say of it."""

    sentences: list[Sentence]
    places: Numbers  # of the sentences' words among the document's
    view: View
    is_content: np.ndarray
    facts: list[Fact]
    rules: list[Rule]
    means: dict[str, set[str]]  # the gold's people that each key means


@dataclass(frozen=True, slots=True)
class Labels:
    """What the heads should say of an example."""

    types: np.ndarray  # 1 where a word tells a type; `counted` is 0 where that is not known
    counted: np.ndarray
    words: Numbers  # of triggers, with the number of the type that each tells
    numbers: Numbers
    links: Links
    mentions: Numbers  # places of links, one for each person a mention means, and `people`: whom, by rows of `roles`
    people: Numbers
    roles: np.ndarray  # whether a person has the first role and the second; `known` is 0 where no gold tells it
    known: np.ndarray


def type_names(ontology: Ontology) -> list[str]:
    """All types, by the names and in the order in which the heads have them."""
    return [*ontology.events, *(named("state", name) for name in ontology.states), "parent_of", "sibling_of"]


def examples(nlp: Any, texts: Path, gold: Path, types: Sequence[str]) -> Iterator[tuple[str, Example]]:
    """The documents of a folder that have gold, by their ids."""
    for doc, extractor, truth in with_gold(nlp, texts, gold):
        yield truth.id, example(doc, extractor, truth, types)


def example(doc: Any, extractor: Extractor, gold: Gold, types: Sequence[str]) -> Example:
    """One document, its facts told by the words that rules and ontology know."""
    cast, names = Cast(gold.people), {person.key: person.name for person in doc._.people}
    facts = list(_facts(doc, gold, types))
    rules = []
    for finding in (told.finding for told in extractor.told()):
        if (name := named(finding.kind, finding.type)) in types:
            number = types.index(name)
            right = [i for i, each in enumerate(facts) if each.number == number]
            right = [i for i in right if is_same(finding, facts[i].gold, names, cast)]
            rules.append(Rule(finding.trigger.i, number, finding.keys, tuple(right)))
    places = np.flatnonzero([not token.is_space for token in doc])
    kinds = [BIO.index(f"{token.ent_iob_}-PERSON" if token.ent_type_ == "PERSON" else "O") for token in doc]
    bits = iter([1 << kinds[i] for i in places])
    made = Example(
        [replace(each, names=[next(bits) for _ in each.words]) for each in sentences_of(doc)], places,
        view(doc, extractor.lexicon, types),
        np.array([token.pos_ in CONTENT and token.ent_type_ not in ("PERSON", "DATE") for token in doc], dtype=bool),
        facts, rules, {key: {each.name for each in gold.people if cast.means(name, each.name)}
                       for key, name in names.items()},
    )  # fmt: skip
    align(made)
    return made


def _facts(doc: Any, gold: Gold, types: Sequence[str]) -> Iterator[Fact]:
    starts = np.array([token.idx for token in doc]) - doc._.body
    for kind, facts in (("event", gold.events), ("state", gold.states), ("kin", gold.kin)):
        for fact in facts:
            inside = [(starts >= span[0]) & (starts < span[1]) for span in fact.evidence if len(span) == 2]
            if (name := named(kind, fact.type)) in types:
                yield Fact(types.index(name), fact, np.flatnonzero(np.any(inside, axis=0)).tolist() if inside else [])


def align(one: Example, scores: np.ndarray | None = None) -> None:
    """Says of each fact which word tells it; with `scores` of the heads (words, types) of every one that has words."""
    for place, fact in enumerate(one.facts):
        mine = [rule for rule in one.rules if rule.number == fact.number and rule.word in fact.words]
        ruled = [rule.word for rule in mine if place in rule.facts] or [rule.word for rule in mine]
        likely = [word for word in fact.words if one.is_content[word]] or fact.words
        known = [word for word in likely if one.view.cues[word, fact.number]]
        if ruled:
            fact.word = ruled[0]
        elif scores is not None and likely:
            fact.word = max(known or likely, key=lambda word: scores[word, fact.number])
        elif known or len(likely) == 1:
            fact.word = (known or likely)[0]


def labels(one: Example) -> Labels:
    """The labels of an example as it is aligned now."""
    told: dict[tuple[int, int], list[Fact]] = {}
    for fact in one.facts:
        if fact.word is not None:
            told.setdefault((fact.word, fact.number), []).append(fact)
    for rule in one.rules:
        if rule.facts:
            told.setdefault((rule.word, rule.number), [one.facts[i] for i in rule.facts])
    ruled: dict[tuple[int, int], frozenset[str]] = {}
    for rule in one.rules:
        at = rule.word, rule.number
        ruled[at] = ruled.get(at, frozenset()).union(rule.keys)
    pairs = sorted(ruled.keys() | told.keys())
    words, numbers = np.array(pairs, dtype=np.int64).reshape(-1, 2).T
    near = links(one.view, words, numbers, ruled)
    return Labels(*_typed(one, told), words, numbers, near, *_roles(one, near, [told.get(pair, []) for pair in pairs]))


def _typed(one: Example, told: Iterable[tuple[int, int]]) -> tuple[np.ndarray, np.ndarray]:
    """Other words that prove a fact say nothing of its type where they may tell it as well."""
    types, counted = np.zeros_like(one.view.cues), np.ones_like(one.view.cues)
    for fact in one.facts:
        unsure = [word for word in fact.words if fact.word is None or one.view.cues[word, fact.number]]
        counted[unsure, fact.number] = 0
    for word, number in told:
        types[word, number] = counted[word, number] = 1
    return types, counted


def _roles(one: Example, near: Links, facts: Sequence[list[Fact]]) -> tuple[Numbers, Numbers, np.ndarray, np.ndarray]:
    """Who is near which trigger, and in which roles."""
    places: dict[tuple[int, str], int] = {}
    mentions, people, roles, known = [], [], [], []
    wanted = [[set[str]().union(*(_cast(fact.gold)[role] for fact in each)) for role in (0, 1)] for each in facts]
    for link, (row, column) in enumerate(zip(near.rows.tolist(), near.columns.tolist(), strict=True)):
        for key in one.view.people[column]:
            if (row, key) not in places:
                places[row, key] = len(places)
                mine = one.means.get(key, set())
                roles.append([bool(mine & wanted[row][role]) for role in (0, 1)])
                known.append([bool(facts[row])])
            mentions.append(link)
            people.append(places[row, key])
    return (
        np.array(mentions, dtype=np.int64), np.array(people, dtype=np.int64),
        np.array(roles, dtype=np.float32).reshape(-1, 2), np.array(known, dtype=np.float32).reshape(-1, 1),
    )  # fmt: skip


def _cast(fact: GoldFact) -> tuple[set[str], set[str]]:
    """The people in the first role of a fact, and those in the second."""
    if fact.type in BIRTHS:
        return set(fact.people), {fact.child} if fact.child else set()
    if fact.type in ORDERED:
        return set(fact.people[:1]), set(fact.people[1:])
    return set(fact.people), set()
