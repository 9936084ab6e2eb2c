"""Words of love that are said of a marriage, too: "her partner", "their relationship", "they are together"."""

from collections.abc import Callable, Sequence

from kg.extract.certainty import Told
from kg.extract.holding import WED
from kg.extract.tree import clause_head, is_now

EITHER_WAY = {f"relation: {noun}" for noun in ("partner", "companion", "other half")}
EITHER_WAY |= {"noun: relationship", "noun: romance", "adjective: together"}


def without_the_wed(found: Sequence[Told], is_real: Callable[[Told], bool]) -> list[Told]:
    """What is told without undated words of love for two who have wed: "their relationship" is the marriage.

    Told in the past it may be what came before, unless the sentence tells of the marriage, too.
    """
    wed = [each.finding for each in found if each.finding.type in WED and is_real(each)]
    couples = {frozenset(each.keys) for each in wed}
    beside = {(each.trigger.sent.start, frozenset(each.keys)) for each in wed}

    def is_of_marriage(told: Told) -> bool:
        finding, times = told.finding, told.times
        is_dated = any(each is not None for each in (times.on, times.start, times.end, times.duration))
        couple, trigger = frozenset(finding.keys), finding.trigger
        if couple not in couples or finding.kind != "state" or finding.rule not in EITHER_WAY or is_dated:
            return False
        is_before = finding.rule.startswith("noun") and not is_now(clause_head(trigger))
        return not is_before or (trigger.sent.start, couple) in beside

    return [each for each in found if not is_of_marriage(each)]
