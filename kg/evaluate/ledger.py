"""What went wrong, and which stage of the line probably lost it.

name          a person was not found, or somebody was found whom the gold does not know
coreference   the words were read, but a pronoun or a description was taken for somebody else
role          the words were read, but somebody else who is named in them was taken for a partner
trigger       the words that tell it were not read, or read as another kind of happening
date          people and type are right, the date is not
status        a denial, a plan, a plot or a rumour was taken for a fact, or a fact for one of those
fusion        the same happening stands twice, or two stand as one
detail        a place, a work or who says so is missing or another
"""

from collections.abc import Iterator
from dataclasses import asdict, dataclass, replace
from typing import Any, Literal

from kg.evaluate.comparison import Comparison
from kg.evaluate.details import details
from kg.evaluate.gold import GoldFact
from kg.evaluate.match import Fact, bounds
from kg.evaluate.names import words

Stage = Literal["name", "coreference", "role", "trigger", "date", "status", "fusion", "detail"]
Kind = Literal["missed", "extra", "date", "place", "work", "said_by", "trap", "unreal"]


@dataclass(frozen=True, slots=True)
class Fault:
    """One missed or wrong fact, or one of its details."""

    document: str
    kind: Kind
    stage: Stage
    type: str
    people: tuple[str, ...]
    gold: str | None = None
    predicted: str | None = None
    words: str = ""

    def __str__(self) -> str:
        both = f" {self.gold} not {self.predicted}"
        when = {"missed": f" {self.gold}", "extra": f" {self.predicted}", "date": both}
        head = f"{self.document}: {self.kind} ({self.stage}): {self.type} {' + '.join(self.people)}"
        words = " ".join(self.words.split())[:120]
        told = both.replace(" None", " none") if self.stage == "detail" else when.get(self.kind, "")
        return head + told.replace(" None", " undated") + (f": “{words}”" if words else "")

    def as_dict(self) -> dict[str, Any]:
        """Its fields as plain data."""
        return asdict(self)


def faults(found: Comparison) -> Iterator[Fault]:
    """Every fault of one document: missed, extra, wrong in its date, fallen for."""
    for gold in found.missed:
        yield Fault(found.gold.id, "missed", _why_missed(found, gold), gold.type, gold.people, gold.date)
    for fact in found.extra:
        yield _fault(found, "extra", _why_extra(found, fact), fact)
    for match in found.matched:
        if match.gold.date and not match.is_dated:
            yield _fault(found, "date", "date", match.fact, match.gold)
    for detail in details(found):
        if not detail.is_right:
            fault = _fault(found, detail.kind, "detail", detail.facts[0], detail.gold)
            yield replace(fault, gold=detail.asked, predicted=", ".join(detail.told) or None)
    for trap, caught in found.traps:
        if caught:
            yield _fault(found, "trap", _why_trapped(found, caught), caught, trap)
    for gold, is_shown, _ in found.unreal:
        if is_shown:
            yield Fault(found.gold.id, "unreal", "status", gold.type, gold.people, gold.date)


def _fault(found: Comparison, kind: Kind, stage: Stage, fact: Fact, gold: GoldFact | None = None) -> Fault:
    words = fact.claims[0].evidence.quote if fact.claims else ""
    predicted = fact.when.edtf if fact.is_dated and fact.when else None
    people = gold.people if gold else fact.everyone
    return Fault(found.gold.id, kind, stage, fact.type, people, gold.date if gold else None, predicted, words)


def _why_missed(found: Comparison, gold: GoldFact) -> Stage:
    same = [fact for fact in found.told.events if found.rules.same(fact, gold)]
    if same:
        return "fusion" if any(fact.is_real for fact in same) else "status"
    if fact := next((fact for fact in found.told.events if _is_read_from(fact, gold)), None):
        return _whose(found, fact, gold)
    is_known = all(any(found.rules.cast.means(name, person) for name in found.told.names) for person in gold.people)
    return "trigger" if is_known else "name"


def _why_extra(found: Comparison, fact: Fact) -> Stage:
    golds, same = found.gold.named_events, found.rules.same
    if any(same(fact, gold) for gold in found.real):
        return "fusion"
    if _is_fiction(found, fact) or any(same(fact, gold) for gold in (*golds, *found.gold.never)):
        return "status"
    if gold := next((gold for gold in golds if _is_read_from(fact, gold)), None):
        return _whose(found, fact, gold)
    return "trigger" if all(found.rules.cast.knows(name) for name in fact.everyone) else "name"


def _why_trapped(found: Comparison, fact: Fact) -> Stage:
    """What is told as unreal, or is fiction, was lost by status; the rest was read as something that is not said."""
    unreal = (gold for gold in found.gold.named_events if not gold.is_real)
    is_unreal = fact.status != "asserted" or any(found.rules.same(fact, gold) for gold in unreal)
    return "status" if is_unreal or _is_fiction(found, fact) else "trigger"


def _is_fiction(found: Comparison, fact: Fact) -> bool:
    characters = [person.name for person in found.gold.people if person.fictional]
    return any(found.rules.cast.means(name, character) for name in fact.everyone for character in characters)


def _is_read_from(fact: Fact, gold: GoldFact) -> bool:
    """Whether a prediction of that type comes from the words that prove the gold or, without offsets, has its date."""
    if fact.type != gold.type:
        return False
    spans = [(span[0], span[1]) for span in gold.evidence if len(span) == 2]
    if not spans:
        return fact.is_dated and bounds(fact.when) == bounds(gold.when)
    proofs = [claim.evidence for claim in fact.claims if claim.evidence.field == "text"]
    return any(proof.start < end and start < proof.end for proof in proofs for start, end in spans)


def _whose(found: Comparison, fact: Fact, gold: GoldFact) -> Stage:
    """Whether a wrong person stands in the quoted words themselves, or was put there for a pronoun or the like."""
    means = found.rules.cast.means
    wrong = [name for name in fact.everyone if not any(means(name, person) for person in gold.people)]
    quoted = words(" ".join(claim.evidence.quote for claim in fact.claims))
    return "role" if not wrong or any(words(name) & quoted for name in wrong) else "coreference"
