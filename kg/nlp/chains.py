"""Every mention of people in a document, also of those nobody names, joined by person: the learned scorer's view."""

from collections import defaultdict
from collections.abc import Hashable, Iterable, Mapping, Sequence
from math import exp, inf
from pathlib import Path
from typing import cast

import numpy as np
from spacy.tokens import Doc

from kg.nlp.antecedents import FARTHEST, Flags, Scorer, is_read, scorer, windows
from kg.nlp.mentions import Array, Mentions, coordinations, mentions
from kg.nlp.phrases import parts_of, phrase
from kg.nlp.quotations import Quote

LIKELY = -1.5  # from which score on a word is taken to head a mention
SURE = 2.0  # from which score on it is beyond doubt that it does
THRESHOLD = 0.0  # from which score on a mention joins a chain: rather than it speaks of nobody known
_LEAST, _MOST = -12.0, 6.0  # between which single links weigh
Chain = tuple[tuple[int, int], ...]


class Chains:
    """The links among a document's mentions; without a scorer that knows its vectors there are none.

    `forced` are tokens that head mentions whatever the scorer makes of them.
    """

    def __init__(
        self, doc: Doc, forced: Iterable[int] = (), quotes: Sequence[Quote] = (), weights: Path | None = None
    ) -> None:
        found = scorer(weights) if weights is not None and is_read(doc) else None
        self.places: dict[int, int] = {}
        self.logits = np.zeros(0, dtype=np.float32)
        if found is not None:
            self._read(doc, found, forced, quotes)

    def _read(self, doc: Doc, found: Scorer, forced: Iterable[int], quotes: Sequence[Quote]) -> None:
        self.doc, self.logits = doc, (logits := found.people(doc))
        heads = sorted({*heads_of(logits), *forced})
        self.mentions = mentions(doc, heads, coordinations(doc, heads), quotes)
        self.scores = found(self.mentions, cast(Array, doc.tensor), logits)
        self.scores[~agreeing(self.mentions)] = -inf
        columns = zip(self.mentions["head"].tolist(), self.mentions["whole"].tolist(), strict=True)
        self.places = {head: place for place, (head, whole) in enumerate(columns) if not whole}

    def link(self, head: int, other: int) -> float:
        """How likely the mentions headed by two tokens are one person: above 0 for yes, -inf where nothing is known."""
        before, after = self.places.get(head, -1), self.places.get(other, -1)
        if before > after:
            before, after = after, before
        if not 0 <= before < after <= before + FARTHEST:
            return -inf
        return max(_LEAST, min(_MOST, self.scores.item(after, after - before - 1)))

    def may_be_people(self, head: int) -> bool:
        """Whether the word at `head` may speak of people: "the papers" do not; True where nothing is known."""
        return not self.places or head in self.places

    def is_surely_people(self, head: int) -> bool:
        """Whether the word at `head` speaks of people beyond doubt: in "Ophelion opened" it does not."""
        return bool(len(self.logits)) and bool(self.logits[head] > SURE)

    def chains(self, meant: Mapping[int, Hashable]) -> tuple[Chain, ...]:
        """The mentions of each person spoken of twice or more, as tokens from start to end (not included).

        `meant`: whom a mention is known to mean, by the token that heads it.
        """
        if not self.places:
            return ()
        known = {place: meant[i] for i, place in self.places.items() if i in meant and self.logits[i] > LIKELY}
        members: dict[int, list[tuple[int, int]]] = defaultdict(list)
        for span, owner in zip(told(self.doc, self.mentions), joined(self.scores, known), strict=True):
            if span is not None:
                members[owner].append(span)
        return tuple(tuple(dict.fromkeys(chain)) for chain in members.values() if len(set(chain)) > 1)


def told(doc: Doc, found: Mentions) -> list[tuple[int, int] | None]:
    """Of each mention the words that a chain shows, None for what is part of another's: the "actor" of "actor Ben Roe".

    What one person is at once is one phrase, too: "a poet and potter".
    """
    spans: list[tuple[int, int] | None] = list(zip(found["start"].tolist(), found["end"].tolist(), strict=True))
    columns = enumerate(zip(found["head"].tolist(), found["whole"].tolist(), strict=True))
    places = {(head, whole): place for place, (head, whole) in columns}
    for (head, whole), place in places.items():
        token = doc[head]
        if not whole and (parts := parts_of(token)):
            spans[place] = phrase(parts[0])[0], phrase(parts[-1])[1]
            for inner in {(head, 1), *((part.i, 0) for part in parts if part != token)} & places.keys():
                spans[places[inner]] = None
    return spans


def agreeing(found: Mentions) -> Flags:
    """Whether each mention may be who each before it is: "she" is no brother, nor is "he" the actress."""
    genders = found.genders()
    mine, others = genders[:, None], windows(genders[None], FARTHEST)[0]
    agrees: Flags = (mine == 0) | (others == 0) | (mine == others)
    return agrees


def heads_of(logits: Array) -> list[int]:
    """The tokens that head mentions of people."""
    found: list[int] = np.flatnonzero(logits > LIKELY).tolist()
    return found


def joined(scores: Array, meant: Mapping[int, Hashable], threshold: float = THRESHOLD) -> list[int]:
    """For each mention the first one of its chain: that of whom it is known to mean (`meant`, by the mention's place).

    Of others all links to a chain together say how likely it goes on there: the likeliest is joined, if likely enough.
    """
    owner = list(range(len(scores)))
    first: dict[Hashable, int] = {}  # of each who is known
    whose: dict[int, Hashable] = {}
    rows, back = np.nonzero(scores > _LEAST)
    links: dict[int, list[tuple[int, float]]] = defaultdict(list)
    for i, place, share in zip(rows.tolist(), back.tolist(), np.exp(scores[rows, back]).tolist(), strict=True):
        links[i].append((i - place - 1, share))
    for i in range(len(scores)):
        known = meant.get(i)
        if known is not None and known in first:
            owner[i] = first[known]
            continue
        shares: dict[int, float] = defaultdict(float)
        for other, share in links.get(i, ()):
            if known is None or whose.get(owner[other], known) == known:
                shares[owner[other]] += share
        best = max(shares, key=lambda chain: shares[chain], default=i)
        if shares[best] > exp(threshold):
            owner[i] = best
        if known is not None:
            first[known] = owner[i]
            whose[owner[i]] = known
    return owner
