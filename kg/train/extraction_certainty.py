"""How sure a claim is: a logistic regression over what the heads say of it, fitted on documents they have not seen."""

import logging
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import pairwise

import numpy as np
import torch
from torch.nn import functional

from kg.extract.certainty import LEARNED, evidence_for
from kg.extract.learned import Heads, Ruled, told_of
from kg.extract.vectors import Array
from kg.train.extraction_examples import Example

log = logging.getLogger("kg.train")
BINS = (0.0, 0.2, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 1.0)


@dataclass(slots=True)
class Judged:
    """Claims of many documents: what speaks for each, whether it is right, and which facts it tells."""

    evidence: Array
    right: Array
    claims: list[Ruled]
    facts: list[list[int]]  # numbers of gold facts that count, told by each claim
    missing: dict[int, int]  # number of type -> facts that count and that no rule tells
    total: dict[int, int]


def judge(examples: Iterable[tuple[Example, Heads]]) -> Judged:
    """Every claim of rules and heads that can be judged, each person by name."""
    found = Judged(np.zeros((0, 0), dtype=np.float32), np.zeros(0, dtype=np.float32), [], [], {}, {})
    evidence, right = [], []
    start = 0
    for one, heads in examples:
        pairs = heads(one.view, one.ruled)
        claims = [*one.ruled, *told_of(heads, one.view, pairs, one.ruled, one.unnamed)]
        judged = [i for i, each in enumerate(claims) if one.is_known(each) and (i >= len(one.real) or one.real[i])]
        told = [claims[i] for i in judged]
        evidence.append(evidence_for(heads, one.view, pairs, claims)[judged])
        counted = {id(fact): start + i for i, fact in enumerate(one.facts) if counts(fact)}
        by_rule: set[int] = set()
        for each in told:
            facts = [fact for fact in one.right(each) if fact.is_real]
            right.append(bool(facts))
            mine = [counted[id(fact)] for fact in facts if id(fact) in counted]
            found.claims.append(each)
            found.facts.append(mine)
            by_rule.update(mine if each.rule != LEARNED else ())
        for fact in one.facts:
            if id(fact) in counted:
                found.total[fact.number] = found.total.get(fact.number, 0) + 1
                if counted[id(fact)] not in by_rule:
                    found.missing[fact.number] = found.missing.get(fact.number, 0) + 1
        start += len(one.facts)
    found.evidence, found.right = np.concatenate(evidence), np.array(right, dtype=np.float32)
    return found


def counts(fact: object) -> bool:
    """Whether missing a fact would be a fault."""
    gold = fact.gold  # type: ignore[attr-defined]
    return gold.is_real and not gold.is_soft and not gold.has_unnamed


def logistic(evidence: Array, right: Array, penalty: float = 3.0) -> tuple[Array, float]:
    """Weights and bias."""
    x, y = torch.from_numpy(evidence), torch.from_numpy(right)
    weights = torch.zeros(x.shape[1], requires_grad=True)
    bias = torch.zeros(1, requires_grad=True)
    optimiser = torch.optim.LBFGS([weights, bias], max_iter=200, line_search_fn="strong_wolfe")

    def closure() -> torch.Tensor:
        optimiser.zero_grad()
        loss = functional.binary_cross_entropy_with_logits(x @ weights + bias, y, reduction="sum")
        loss = loss + penalty * (weights**2).sum()
        loss.backward()  # type: ignore[no-untyped-call]
        return loss

    optimiser.step(closure)  # type: ignore[no-untyped-call,arg-type]
    return weights.detach().numpy(), float(bias.detach())


def reliability(scores: Array, right: Array) -> list[tuple[str, int, float, float]]:
    """For each range of scores: how many claims, their mean score, and the share that is right."""
    found = []
    for low, high in pairwise(BINS):
        inside = (scores >= low) & ((scores < high) | (high == 1.0))
        if inside.any():
            share = float(right[inside].mean())
            found.append((f"{low:.1f}-{high:.1f}", int(inside.sum()), float(scores[inside].mean()), share))
    return found
