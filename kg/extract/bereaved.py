"""Who lost a wife or husband whose death is told for itself: "He married Ada in 1850. She died in 1861"."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace

from spacy.tokens import Doc

from kg.extract.certainty import Told
from kg.extract.partings import PARTED
from kg.extract.roles import SPOUSES, topic
from kg.extract.subjects import subjects
from kg.extract.tree import is_near

Couple = frozenset[str]


def bereaved(doc: Doc, found: Iterable[Told], is_real: Callable[[Told], bool]) -> Iterator[Told]:
    """Those who lost whom they had wed, at the time of the death, where no other words tell that time.

    They are whom the document is about, or are told to have wed right before the death.
    """
    found = list(found)
    if not {"married", "died"} <= {each.finding.type for each in found}:
        return
    real = sorted((each for each in found if is_real(each)), key=lambda each: each.finding.trigger.i)
    main = next(iter(topic(doc)), "")
    lives = _Lives(real, main)
    for dead, death in lives.deaths.items():
        survivor = lives.survivor(dead, death)
        if survivor is not None:
            lost = (("survivor", survivor), ("deceased", dead))
            rule = f"{death.finding.rule} of a spouse"
            yield replace(death, finding=replace(death.finding, type="widowed", people=lost, rule=rule))


class _Lives:
    """The marriages and deaths that a document tells."""

    def __init__(self, real: list[Told], main: str) -> None:
        self.real, self.main = real, main
        self.unions: dict[Couple, Told] = {}
        self.deaths: dict[str, Told] = {}
        self.lost: dict[Couple, Told] = {}
        self.parted = {frozenset(each.finding.keys) for each in real if each.finding.type in PARTED}
        for each in real:
            keys = each.finding.keys
            if each.finding.type == "married" and len(set(keys)) == 2:
                self.unions.setdefault(frozenset(keys), each)
            elif each.finding.type == "widowed":
                self.lost[frozenset(keys)] = max(self.lost.get(frozenset(keys), each), each, key=_is_dated)
            elif each.finding.type == "died" and not _is_of_kin(each):
                self.deaths[keys[0]] = max(self.deaths.get(keys[0], each), each, key=_weight)

    def survivor(self, dead: str, death: Told) -> str | None:
        """Who lived on as the widow or widower, as far as is told."""
        couples = [couple for couple in self.unions if dead in couple and couple not in self.parted]
        if len(couples) != 1 or len(couples[0] - {dead}) != 1:
            return None
        other, union = next(iter(couples[0] - {dead})), self.unions[couples[0]]
        if _has_outlived(death, other):
            return None
        if couples[0] in self.lost:
            lost = self.lost[couples[0]]
            is_undated = not _is_dated(lost) and _is_dated(death)
            return other if is_undated and dict(lost.finding.people).get("deceased") == dead else None
        wed, trigger = union.finding.trigger, death.finding.trigger
        is_told = wed.i < trigger.i and is_near(wed, trigger) and union.finding.keys[0] == other
        is_known = dead != self.main and (is_told or other == self.main)
        if not is_known or other in subjects(trigger) or self._remarried(other, union, death):
            return None
        # brackets tell the life of anybody: "Ada Roe (1830–1861)"
        is_aside = _is_bracket(death) and not (other == self.main and self._lived_on(other, death))
        return None if is_aside or self._ended_before(death, couples[0]) else other

    def _ended_before(self, death: Told, couple: Couple) -> bool:
        """Whether the marriage is told to have ended before a death: "married to Ben until 2017, who died in 2019"."""
        first = death.times.on.earliest if death.times.on is not None else None
        told = (each for each in self.real if each.finding.type == "married" and couple == set(each.finding.keys))
        ends = [each.times.end.latest for each in told if each.times.end is not None]
        return any(end is not None and first is not None and end < first for end in ends)

    def _remarried(self, person: str, union: Told, death: Told) -> bool:
        """Whether somebody is told to have wed another between the wedding and the death."""
        others = [each for couple, each in self.unions.items() if person in couple and each is not union]
        for each in others:
            is_told_between = union.finding.trigger.i < each.finding.trigger.i < death.finding.trigger.i
            if _is_before(union, each) and _is_before(each, death):
                return True
            if is_told_between and not _is_before(death, each):
                return True
        return False

    def _lived_on(self, person: str, death: Told) -> bool:
        """Whether something is told that somebody did, or underwent, after a death."""
        return any(person in each.finding.keys and _is_before(death, each) for each in self.real)


def _has_outlived(death: Told, other: str) -> bool:
    """Whether somebody is told to have died so long after the other: "his wife died two years after him"."""
    anchor = death.anchor
    return anchor is not None and anchor.type == "died" and anchor.direction > 0 and anchor.people == (other,)


def _is_dated(told: Told) -> bool:
    return told.times.on is not None


def _is_bracket(told: Told) -> bool:
    return told.finding.rule.startswith("bracket")


def _weight(death: Told) -> tuple[bool, bool]:
    """Of several tellings of one death that with a day counts, and one in a sentence before one in brackets."""
    return _is_dated(death), not _is_bracket(death)


def _is_of_kin(death: Told) -> bool:
    """Whether it is told as the loss of a parent, child, brother or sister."""
    words = death.finding.words
    return words[0].lemma_ == "lose" and len(words) > 1 and words[1].lemma_ not in SPOUSES


def _is_before(one: Told, other: Told) -> bool:
    """Whether one is told to have happened before the other, by their days."""
    first = one.times.on.latest if one.times.on is not None else None
    last = other.times.on.earliest if other.times.on is not None else None
    return first is not None and last is not None and first < last
