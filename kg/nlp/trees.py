"""From scores to trees and names: one root a sentence, no cycle; BIO tags to spans."""

from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import pairwise
from typing import Any

import numpy as np
from numpy.typing import NDArray

Scores = NDArray[np.float32]
_NEVER = np.float32(-1e9)


def tree(scores: Scores) -> list[int]:
    """The best head of each word, itself for the one root; `scores[i, j]`: j is the head of i, i itself: i is the root.

    >>> tree(np.array([[0, 5, 1], [2, 4, 1], [0, 3, 9]], dtype=np.float32))
    [1, 2, 2]
    """
    heads = scores.argmax(axis=1)
    roots = np.flatnonzero(heads == np.arange(len(heads)))
    chosen: list[int] = heads.tolist()
    if len(roots) == 1 and _cycle(chosen) is None:
        return chosen
    # Rows are compared with one another where words compete for the root, so each is made a distribution.
    logs = scores - scores.max(axis=1, keepdims=True)
    logs -= np.log(np.exp(logs).sum(axis=1, keepdims=True))
    return _chu_liu_edmonds(_rooted(logs, int(roots[0]) if len(roots) == 1 else _best_root(logs, roots)))


def _best_root(logs: Scores, roots: NDArray[np.intp]) -> int:
    """The word that gains most by being the root over its next best head."""
    own = logs.diagonal().copy()
    others = logs.copy()
    np.fill_diagonal(others, _NEVER)
    gain = own - (others.max(axis=1) if len(own) > 1 else 0)
    candidates = roots if len(roots) else np.arange(len(own))
    return int(candidates[gain[candidates].argmax()])


def _rooted(logs: Scores, root: int) -> Scores:
    held = logs.copy()
    np.fill_diagonal(held, _NEVER)
    held[root] = _NEVER
    held[root, root] = 0
    return held


def _cycle(heads: Sequence[int]) -> list[int] | None:
    """Some cycle of two or more words, or None."""
    state = [0] * len(heads)
    for start in range(len(heads)):
        path = []
        at = start
        while state[at] == 0:
            state[at] = start + 1
            path.append(at)
            at = heads[at]
        if state[at] == start + 1 and heads[at] != at:
            return path[path.index(at) :]
    return None


def _chu_liu_edmonds(scores: Scores) -> list[int]:
    """The best tree where the root's row already allows only itself; a cycle is shrunk to one node and solved anew."""
    heads: list[int] = scores.argmax(axis=1).tolist()
    cycle = _cycle(heads)
    if cycle is None:
        return heads
    inside = set(cycle)
    rest = [i for i in range(len(heads)) if i not in inside]
    kept = np.array([scores[i, heads[i]] for i in cycle])
    # Into the cycle: the best word to break it at, for every head outside; out of it: the best word as a head.
    entering = scores[np.ix_(cycle, rest)] - kept[:, None]
    leaving = scores[np.ix_(rest, cycle)]
    size = len(rest) + 1
    small = np.full((size, size), _NEVER, dtype=np.float32)
    small[:-1, :-1] = scores[np.ix_(rest, rest)]
    small[-1, :-1] = entering.max(axis=0)
    small[:-1, -1] = leaving.max(axis=1)
    solved = _chu_liu_edmonds(small)
    for place, i in enumerate(rest):
        head = solved[place]
        heads[i] = rest[head] if head < size - 1 else cycle[int(leaving[place].argmax())]
    broken = int(entering[:, solved[-1]].argmax())
    heads[cycle[broken]] = rest[solved[-1]]
    return heads


def names(scores: Scores, bio: Sequence[str]) -> list[str]:
    """The best BIO tag of each word of a sentence such that every I continues a name of its own label.

    >>> names(np.array([[0, 2, 1], [1, 0, 5]], dtype=np.float32), ["O", "B-DATE", "I-DATE"])
    ['B-DATE', 'I-DATE']
    >>> names(np.array([[2, 0, 1], [4, 0, 5]], dtype=np.float32), ["O", "B-DATE", "I-DATE"])
    ['O', 'O']
    """
    best = scores.argmax(axis=1).tolist()
    barred = _barred(tuple(bio))
    if barred.isdisjoint(pairwise([0, *best])):
        return [bio[i] for i in best]
    costs = np.zeros((len(bio), len(bio)), dtype=np.float32)
    costs[tuple(zip(*barred, strict=True))] = _NEVER
    total, back = np.where(costs[0] < 0, _NEVER, scores[0]), []
    for row in scores[1:]:
        ways = total[:, None] + costs
        back.append(ways.argmax(axis=0))
        total = ways.max(axis=0) + row
    path = [int(total.argmax())]
    for pointers in reversed(back):
        path.append(int(pointers[path[-1]]))
    return [bio[i] for i in reversed(path)]


@lru_cache(maxsize=4)
def _barred(bio: tuple[str, ...]) -> frozenset[tuple[int, int]]:
    """The pairs of tags, by number, of which the second does not go on what the first is in; the first tag is "O"."""
    tags = list(enumerate(bio))
    return frozenset((i, j) for i, before in tags for j, tag in tags if tag[0] == "I" and before[1:] != tag[1:])


def spans(tags: Sequence[Any]) -> Iterator[tuple[int, int, str]]:
    """Names as (first word, end, label) from BIO tags; an I that continues nothing begins a name.

    >>> list(spans(["B-PERSON", "I-PERSON", "O", "I-DATE", "B-DATE"]))
    [(0, 2, 'PERSON'), (3, 4, 'DATE'), (4, 5, 'DATE')]
    """
    start = -1
    for i in range(len(tags) + 1):
        tag = tags[i] if i < len(tags) else "O"
        if start >= 0 and tag == "I" + tags[start][1:]:
            continue
        if start >= 0:
            yield start, i, tags[start][2:]
        start = -1 if tag == "O" else i
