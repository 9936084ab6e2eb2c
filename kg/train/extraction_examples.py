"""Documents with gold become examples: for each fact the word that tells it, its people and its times."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from kg.dates.interval import Interval
from kg.evaluate.gold import BIRTHS, Gold, GoldFact, load
from kg.evaluate.match import dates
from kg.evaluate.names import Cast
from kg.extract.claims import Extractor
from kg.extract.learned import MENTIONS, TIMES, Heads, Ruled
from kg.extract.vectors import Array, Numbers, Targets, View, names_of, near, pair_features, ranks_of, view
from kg.nlp.parse import parse
from kg.ontology.load import load as load_ontology
from kg.read import read
from kg.records import Document

CONTENT = ("VERB", "NOUN", "ADJ", "PROPN", "AUX", "ADV")
NOBODY = ("PERSON", "DATE")


@dataclass(slots=True)
class Fact:
    """A gold fact in numbers: its type, the words that prove it, and the one that tells it (None where unknown)."""

    number: int
    kind: str
    gold: GoldFact
    words: list[int]
    trigger: int | None = None

    @property
    def is_real(self) -> bool:
        """Whether it happened."""
        return self.gold.is_real


@dataclass(slots=True)
class Example:
    """A document as arrays, what the rules find in it, and what a careful reader finds."""

    id: str
    view: View
    published: Any
    unnamed: frozenset[str]
    ruled: list[Ruled]
    real: list[bool]  # whether the rules tell each finding as a fact
    facts: list[Fact]
    content: NDArray[np.bool_]  # words that may tell something
    types: list[str]
    whom: dict[str, set[str]] = field(default_factory=dict)  # the gold's people whom each key means
    inputs: Any = None

    def right(self, claim: Ruled) -> list[Fact]:
        """The facts that a claim tells."""
        return [fact for fact in self.facts if fact.number == claim.number and self._is(claim, fact)]

    def is_known(self, claim: Ruled) -> bool:
        """Whether a claim can be judged: whoever is only described is nobody's match."""
        unnamed = [key in self.unnamed for key in claim.keys]
        return not any(unnamed) or (self.types[claim.number] in BIRTHS and not all(unnamed))

    def _is(self, claim: Ruled, fact: Fact) -> bool:
        wanted, type_ = list(fact.gold.people), self.types[claim.number]
        if type_ == "parent_of":
            pair = [self.whom.get(key, set()) for key in claim.keys]
            return len(pair) == len(wanted) == 2 and wanted[0] in pair[0] and wanted[1] in pair[1]
        left = [self.whom.get(key, set()) for key in claim.keys if key not in self.unnamed]
        count = len(left)
        if type_ in BIRTHS and fact.gold.child and count > len(wanted):
            wanted.append(fact.gold.child)
        hits = 0
        for person in wanted:
            mine = next((each for each in left if person in each), None)
            if mine is not None:
                left.remove(mine)
                hits += 1
        return hits == len(wanted) == count or (type_ in BIRTHS and 0 < hits == count)


def examples(nlp: Any, texts: Path, gold: Path) -> Iterator[Example]:
    """Every document of a folder that has gold, read by pipeline and rules."""
    ontology = load_ontology()
    types = names_of(ontology.events, ontology.states)
    for document in read(texts):
        path = gold / f"{Path(document.source).stem}.json"
        if isinstance(document, Document) and path.exists():
            doc = parse(nlp, document)
            yield example(doc, load(path), Extractor(doc, document, ontology), types)


def example(doc: Any, gold: Gold, extractor: Extractor, types: list[str]) -> Example:
    """The example of a parsed document."""
    cast, body, reader = Cast(gold.people), doc._.body, Heads({}, types)
    told = [each for each in extractor.told() if each.finding.type != "born" or each.times.words]
    known = [(ruled, extractor.is_real(each)) for each in told if (ruled := reader.ruled(each)) is not None]
    starts = np.array([token.idx for token in doc])
    names = {person.key: person.name for person in doc._.people if not person.unnamed}
    found = Example(
        gold.id, view(doc, extractor.lexicon, types), doc._.published,
        frozenset(person.key for person in doc._.people if person.unnamed),
        [ruled for ruled, _ in known], [is_real for _, is_real in known],
        list(_facts(gold, starts, body, types)),
        np.array([token.pos_ in CONTENT and token.ent_type_ not in NOBODY for token in doc], dtype=bool), types,
    )  # fmt: skip
    known = [person.name for person in gold.people if "unnamed" not in person.name]
    found.whom = {key: {person for person in known if cast.means(name, person)} for key, name in names.items()}
    return found


def _facts(gold: Gold, starts: Numbers, body: int, types: list[str]) -> Iterator[Fact]:
    numbers = {name: i for i, name in enumerate(types)}
    for kind, facts in (("event", gold.events), ("state", gold.states), ("kin", gold.kin)):
        for fact in facts:
            number = numbers.get(f"state:{fact.type}" if kind == "state" else fact.type)
            spans = [(span[0] + body, span[1] + body) for span in fact.evidence if len(span) == 2]
            inside = np.zeros(len(starts), dtype=bool)
            for start, end in spans:
                inside |= (starts >= start) & (starts < end)
            if number is not None:
                yield Fact(number, kind, fact, np.flatnonzero(inside).tolist())


def align(one: Example, triggers: Array | None = None) -> None:
    """Finds the word that tells each fact: a rule's, else one of the ontology's, else the likeliest by `triggers`."""
    for fact in one.facts:
        inside = set(fact.words)
        mine = [each for each in one.ruled if each.number == fact.number and each.word in inside]
        best = [each.word for each in mine if fact in one.right(each)] or [each.word for each in mine]
        likely = [word for word in fact.words if one.content[word]] or fact.words
        known = [word for word in likely if one.view.cues[word, fact.number]]
        if best:
            fact.trigger = best[0]
        elif triggers is None:
            fact.trigger = known[0] if known else likely[0] if len(likely) == 1 else None
        elif likely:
            fact.trigger = max(known or likely, key=lambda word: triggers[word, fact.number])


@dataclass(slots=True)
class Links:
    """Pairs of a trigger (a row) and a target, their features, and which are right."""

    rows: Numbers
    columns: Numbers
    features: Numbers
    right: Array


@dataclass(slots=True)
class Labels:
    """What the heads should say of an example."""

    types: Array  # a row a word
    counted: Array  # 0 where it is not known what is right
    real: Numbers  # of words that tell happenings: 0 real, 1 not; -1 for all others
    words: Numbers  # triggers, with the types of the next
    numbers: Numbers
    is_told: NDArray[np.bool_]  # whether a fact stands behind the trigger
    people: Links
    mentioned: Numbers  # each pair of a link and a person: the link
    persons: Numbers  # and the number of trigger and person together
    roles: Array  # of trigger and person: whether the person stands in the first, in the second role
    of_told: Array  # of trigger and person: whether a fact stands behind the trigger
    times: Links
    is_event: NDArray[np.bool_]


def labels(one: Example) -> Labels:
    """The labels of an aligned example."""
    told = _told(one)
    types, counted = _typed(one, told)
    ruled: dict[tuple[int, int], list[Ruled]] = {}
    for each in one.ruled:
        ruled.setdefault((each.word, each.number), []).append(each)
    pairs = sorted(ruled.keys() | told.keys())
    words, numbers = np.array(pairs, dtype=np.int64).reshape(-1, 2).T
    facts = [told.get(pair, []) for pair in pairs]
    by_rule = [ruled.get(pair, []) for pair in pairs]
    real = np.full(len(one.view.heads), -1, dtype=np.int64)
    for pair, those in zip(pairs, facts, strict=True):
        for fact in those:
            if fact.kind == "event":
                real[pair[0]] = int(not fact.is_real)
    people, mentioned, persons, roles, of_told = _people(one, words, facts, by_rule)
    return Labels(
        types, counted, real, words, numbers, np.array([bool(each) for each in facts], dtype=bool),
        people, mentioned, persons, roles, of_told, _times(one, words, facts, by_rule),
        np.array([any(fact.kind == "event" for fact in each) for each in facts], dtype=bool),
    )  # fmt: skip


def _told(one: Example) -> dict[tuple[int, int], list[Fact]]:
    """The facts behind each trigger and type; what the rules rightly find elsewhere in the text is told there, too."""
    told: dict[tuple[int, int], list[Fact]] = {}
    for fact in one.facts:
        if fact.trigger is not None:
            told.setdefault((fact.trigger, fact.number), []).append(fact)
    for each in one.ruled:
        right = one.right(each)
        if right and (each.word, each.number) not in told:
            told[each.word, each.number] = right
    return told


def _typed(one: Example, told: dict[tuple[int, int], list[Fact]]) -> tuple[Array, Array]:
    types = np.zeros(one.view.cues.shape, dtype=np.float32)
    counted = np.ones_like(types)
    for fact in one.facts:
        unsure = [word for word in fact.words if fact.trigger is None or one.view.cues[word, fact.number]]
        counted[unsure, fact.number] = 0
    for word, number in told:
        types[word, number] = counted[word, number] = 1
    return types, counted


def _roles(fact: Fact, types: Sequence[str]) -> tuple[set[str], set[str]]:
    """The gold's people in the first and in the second role."""
    people, type_ = fact.gold.people, types[fact.number]
    if type_ in BIRTHS:
        return set(people), {fact.gold.child} if fact.gold.child else set()
    if type_ in ("parent_of", "widowed"):
        return set(people[:1]), set(people[1:])
    return set(people), set()


def _people(
    one: Example, words: Numbers, facts: list[list[Fact]], by_rule: list[list[Ruled]]
) -> tuple[Links, Numbers, Numbers, Array, Array]:
    seen = one.view
    columns_of = {key: i for i, key in enumerate(seen.keys)}
    theirs = np.zeros((len(words), len(seen.keys)), dtype=bool)
    for i, found in enumerate(by_rule):
        theirs[i, [columns_of[key] for each in found for key in each.keys]] = True
    rows, columns = near(words, seen.mentions, *MENTIONS)
    is_same = (theirs[rows] & seen.mentions.people[columns]).any(1) if len(rows) else np.zeros(0, dtype=bool)
    links = _links(one, words, seen.mentions, rows, columns, by_rule, is_same)
    mentioned, keys = np.nonzero(seen.mentions.people[columns]) if len(rows) else (rows, rows)
    places, persons = np.unique(rows[mentioned] * len(seen.keys) + keys, return_inverse=True)
    roles = np.zeros((len(places), 2), dtype=np.float32)
    of_told = np.zeros((len(places), 1), dtype=np.float32)
    wanted = [[set().union(*(_roles(fact, one.types)[role] for fact in each)) for role in (0, 1)] for each in facts]
    for i, place in enumerate(places.tolist()):
        row, key = divmod(place, len(seen.keys))
        mine = one.whom.get(seen.keys[key], set())
        roles[i] = [bool(mine & wanted[row][role]) for role in (0, 1)]
        of_told[i] = bool(facts[row])
    return links, mentioned.astype(np.int64), persons.reshape(-1).astype(np.int64), roles, of_told


def _links(
    one: Example, words: Numbers, targets: Targets, rows: Numbers, columns: Numbers, by_rule: list[list[Ruled]],
    is_same: Any,
) -> Links:  # fmt: skip
    ruled = np.array([bool(each) for each in by_rule], dtype=bool)
    rules = np.where(ruled[rows], 1 + is_same.astype(np.int64), 0) if len(rows) else rows
    ranks = ranks_of(rows, words[rows], targets.words[columns])
    features = pair_features(one.view, words[rows], targets, columns, ranks, rules)
    return Links(rows, columns, features, np.zeros(len(rows), dtype=np.float32))


def _times(one: Example, words: Numbers, facts: list[list[Fact]], by_rule: list[list[Ruled]]) -> Links:
    seen = one.view
    rows, columns = near(words, seen.times, *TIMES)
    spans = [{span for each in found for span in each.spans} for found in by_rule]
    at = [(time.start, time.end) for time in seen.expressions]
    is_same = np.array([at[j] in spans[i] for i, j in zip(rows, columns, strict=True)], dtype=bool)
    links = _links(one, words, seen.times, rows, columns, by_rule, is_same)
    for i, (row, column) in enumerate(zip(rows.tolist(), columns.tolist(), strict=True)):
        when = seen.expressions[column].when
        links.right[i] = any(is_dated(fact.gold, when, one.published) for fact in facts[row] if fact.kind == "event")
    return links


def is_dated(gold: GoldFact, when: Interval | None, published: Any) -> bool:
    """Whether an expression gives a fact's date, as it is, as a bound, or up to the day of publication."""
    if gold.when is None or when is None or when.latest is None:
        return gold.when is not None and when is not None and dates(gold, when)[0]
    forms = [when, replace(when, earliest=None)]
    if published and when.latest > published and (when.earliest is None or when.earliest <= published):
        forms.append(replace(when, latest=published))
    return any(dates(gold, form)[0] for form in forms)
