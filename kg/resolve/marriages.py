"""Whom a document tells somebody married and when: nobody takes vows to another while a marriage is known to last."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from kg.nlp.names import first_names
from kg.records import Claim, LocalPerson, Status
from kg.resolve.names import is_variant, parse

_MONTH = timedelta(days=31)
_VOWS = (Status.ASSERTED, Status.REPORTED, Status.PLANNED)
_ENDS = ("divorced", "separated", "divorce_filed", "engagement_ended")

Span = tuple[str, date, date]  # a spouse's first name, and the first and last day


@dataclass(frozen=True, slots=True)
class Marriages:
    """The days between which a marriage is known, weddings and engagements, and from whom a parting is told."""

    lasting: tuple[Span, ...] = ()
    vows: tuple[Span, ...] = ()
    parted: frozenset[str] = frozenset()
    around: frozenset[str] = frozenset()  # the first names of all people of the documents

    def __or__(self, other: "Marriages") -> "Marriages":
        """Both as one person's."""
        if not (other.lasting or other.vows or other.parted or other.around):
            return self
        vows = tuple(sorted({*self.vows, *other.vows}))
        around = self.around | other.around
        return Marriages(_joined((*self.lasting, *other.lasting)), vows, self.parted | other.parted, around)

    def excludes(self, other: "Marriages") -> bool:
        """Whether the other takes vows to somebody else while a marriage of this one is known to last.

        Where a document names both spouses, the one may have been misread for the other.
        """
        parted = self.parted | other.parted
        return any(
            first + _MONTH < day and until < last - _MONTH and not _is_same(spouse, bride)
            for spouse, first, last in self.lasting
            if spouse not in other.around and not any(_is_same(spouse, each) for each in parted)
            for bride, day, until in other.vows
            if bride not in self.around
        )


def marriages(local: LocalPerson, claims: Iterable[Claim], around: frozenset[str] = frozenset()) -> Marriages:
    """What the claims of one document tell of the marriages of `local`; `around` are the first names in it."""
    lasting, vows, parted = [], [], set()
    for claim in claims:
        for spouse in _spouses(local, claim):
            when = claim.when
            if claim.type in _ENDS:
                parted.add(spouse)
            elif claim.type in ("married", "engaged") and when and when.earliest and when.latest:
                if claim.type == "married" and claim.status is Status.ASSERTED and not claim.end:
                    lasting.append((spouse, when.latest, when.latest))
                if claim.kind == "event" and claim.status in _VOWS:
                    vows.append((spouse, when.earliest, when.latest))
    told = lasting or vows
    return Marriages(_joined(lasting), tuple(sorted(set(vows))), frozenset(parted), around if told else frozenset())


def _spouses(local: LocalPerson, claim: Claim) -> list[str]:
    """The first name of the other partner, if it is one."""
    others = [parse(each.name) for each in claim.people if each.role == "partner" and each.person != local.key]
    return [name.first for name in others if name.is_full or name.first in first_names()]


def _joined(spans: Iterable[Span]) -> tuple[Span, ...]:
    """One span for each spouse."""
    found: dict[str, tuple[date, date]] = {}
    for spouse, first, last in spans:
        known = found.get(spouse, (first, last))
        found[spouse] = min(first, known[0]), max(last, known[1])
    return tuple((spouse, *found[spouse]) for spouse in sorted(found))


def _is_same(one: str, other: str) -> bool:
    return one == other or is_variant(one, other, of_one_gender=True)
