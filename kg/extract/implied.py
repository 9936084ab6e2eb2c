"""The other half of a couple where a sentence names only one: "Larry filed for divorce", "he proposed on a beach"."""

from collections.abc import Iterable

from kg.extract.frames import Finding, Half

WITHIN = 400  # tokens back to the last couple that a half may belong to


def completed(halves: Iterable[Half], couples: list[Finding]) -> list[Finding]:
    """Findings for those halves whose person was last paired with one other, not long before.

    Nothing is completed where the person stands in two couples at once in that stretch of text.
    """
    ordered = sorted(couples, key=lambda finding: finding.trigger.i)
    found = []
    for half in halves:
        others = _partners(half, ordered)
        if len(others) == 1:
            found.append(half.completed_by(others[0]))
    return found


def _partners(half: Half, couples: list[Finding]) -> list[str]:
    """With whom the person is paired before the half, the nearest first, each once."""
    near = [
        each for each in couples if half.trigger.i - WITHIN <= each.trigger.i < half.trigger.i and half.key in each.keys
    ]
    return list(dict.fromkeys(key for finding in reversed(near) for key in finding.keys if key != half.key))
