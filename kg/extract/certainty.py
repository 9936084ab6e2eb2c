"""How sure a claim is: what the heads say of its words and people, and what else the document tells of them."""

from collections import Counter
from collections.abc import Sequence
from typing import TYPE_CHECKING

import numpy as np

from kg.extract.vectors import Array, View

if TYPE_CHECKING:
    from kg.extract.learned import Heads, Pairs, Ruled

KIN = {"parent_of": ("parent", "child"), "sibling_of": ("sibling", "sibling")}
STATE = "state:"  # before the name of a state, among the types
RULES = ("verb", "noun", "adjective", "relation", "bracket", "list", "learned")  # what found a claim
LEARNED = RULES.index("learned")
ALONE = frozenset({"born", "died", "child_born", "adopted", *KIN})  # types that do not make two people a couple
NONE = np.float32(-9.0)  # the score of a person who is not near
FIGURES = 16


def evidence_for(heads: "Heads", seen: View, pairs: "Pairs", claims: Sequence["Ruled"]) -> Array:
    """The figures by which the certainty of each of a document's claims is told, a row for each claim.

    The same figures stand once for all claims, once for those of the heads alone, for kinship, for states, and for
    the heads' kinship, so that each may weigh otherwise there.
    """
    figures = _figures(heads, seen, pairs, claims)
    learned = np.array([claim.rule == LEARNED for claim in claims], dtype=np.float32)[:, None]
    kin = np.array([heads.types[claim.number] in KIN for claim in claims], dtype=np.float32)[:, None]
    state = np.array([heads.types[claim.number].startswith(STATE) for claim in claims], dtype=np.float32)[:, None]
    rules, types = np.eye(len(RULES), dtype=np.float32), np.eye(len(heads.types), dtype=np.float32)
    found: Array = np.concatenate(
        [
            figures, figures * learned, figures * kin, figures * state, figures * learned * kin,
            rules[[claim.rule for claim in claims]], types[[claim.number for claim in claims]],
        ],
        axis=1,
    )  # fmt: skip
    return found


def _figures(heads: "Heads", seen: View, pairs: "Pairs", claims: Sequence["Ruled"]) -> Array:
    columns = {key: i for i, key in enumerate(seen.keys)}
    by_rule = [claim for claim in claims if claim.rule != LEARNED]
    told = Counter((claim.number, frozenset(claim.keys), claim.rule == LEARNED) for claim in claims)
    ties = [claim for claim in by_rule if _ties(heads, claim)]
    tied = {(heads.types[claim.number] in KIN, frozenset(claim.keys)): claim.number for claim in ties}
    ruled = {(claim.word, claim.number) for claim in by_rule}
    sentences = [seen.sentences[seen.mentions.words[mine]] for mine in seen.mentions.people.T]
    found = np.zeros((len(claims), FIGURES), dtype=np.float32)
    for row, claim in zip(found, claims, strict=True):
        place = pairs.places[claim.word, claim.number]
        scores = pairs.people[place]
        mine = [columns[key] for key in claim.keys]
        own = [scores[i, role] for i, role in zip(mine, claim.roles, strict=True)]
        whom, here = frozenset(claim.keys), seen.sentences[claim.word]
        away = [np.abs(sentences[i] - here).min(initial=9) for i in mine]
        row[:5] = (
            pairs.triggers[place], pairs.unreal[place], np.mean(own or [NONE]), min(own, default=NONE),
            np.delete(scores[:, 0], mine).max(initial=NONE),
        )  # fmt: skip
        row[:5] /= 4
        row[5:] = (
            claim.is_implied,
            seen.cues[claim.word, claim.number],
            (claim.word, claim.number) in ruled,
            tied.get((False, whom), claim.number) != claim.number,
            tied.get((True, whom), claim.number) != claim.number,
            np.log1p(told[claim.number, whom, False]),
            np.log1p(told[claim.number, whom, True]),
            min(max(away, default=0), 3) / 3,
            len(mine) / 2,
            min(own, default=NONE) > 0,
            max(own, default=NONE) / 4,
        )
    return found


def _ties(heads: "Heads", claim: "Ruled") -> bool:
    """Whether a claim makes two people a couple or kin."""
    name = heads.types[claim.number]
    return len(claim.keys) == 2 and (name in KIN or name not in ALONE)
