"""The other half of a couple where a sentence names only one: "Larry filed for divorce", "he proposed on a beach"."""

from bisect import bisect_left
from collections.abc import Iterable

from kg.extract.frames import Finding, Half

NEAR, FAR = 80, 400  # tokens back to the couple that a half belongs to: the last one, or the only one


def completed(halves: Iterable[Half], couples: list[Finding]) -> list[Finding]:
    """Findings for those halves whose person was last paired not long before, or paired with one other only."""
    ordered = sorted(couples, key=_place)
    found = []
    for half in halves:
        near, far = _partners(half, ordered, NEAR), _partners(half, ordered, FAR)
        if near or len(far) == 1:
            found.append(half.completed_by((near or far)[0]))
    return found


def _partners(half: Half, couples: list[Finding], within: int) -> list[str]:
    """With whom the person is paired before the half, the nearest first, each once."""
    first = bisect_left(couples, half.trigger.i - within, key=_place)
    last = bisect_left(couples, half.trigger.i, key=_place)
    before = [each for each in couples[first:last] if half.key in each.keys]
    return list(dict.fromkeys(key for finding in reversed(before) for key in finding.keys if key != half.key))


def _place(finding: Finding) -> int:
    return finding.trigger.i
