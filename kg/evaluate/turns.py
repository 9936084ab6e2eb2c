"""Which rival dates and turns of the gold a timeline has kept: who else says when, who denied it and who confirmed it.

A rival date is kept by an event of that type and those people that has it, as its own or as a rival, from one of the
gold's documents; that of an end which is only implied, by the state that ended. A turn is kept by what such a
document says, with that status, of such an event or of the state that it opens. Denied and negated are one turn, and
so are reported and rumoured. That a plan was called off is kept, too, by an event that stands as called off for what
such a document says of it or of the engagement: "she sent the ring back".
"""

from collections.abc import Iterable, Iterator
from pathlib import PurePath

from kg.dates.interval import Interval
from kg.evaluate.gold import GoldFact, GoldTurn, interval
from kg.evaluate.match import Fact, Told, bounds
from kg.evaluate.rules import ENDS, OPENS, Rules
from kg.records import Claim, Document, Event, State, Status

Kept = tuple[int, int]  # found, in the gold

_ALIKE = {"negated": "denied", "rumoured": "reported"}


class Turns:
    """Counts what is kept of the gold's rival dates and turns."""

    def __init__(self, rules: Rules, told: Told, documents: Iterable[Document]) -> None:
        self._rules, self._told = rules, told
        self._names = {document.id: PurePath(document.source.rpartition("#")[2]).stem for document in documents}

    def rivals(self, events: Iterable[GoldFact]) -> Kept:
        """Rival dates."""
        return _kept(self._has_date(event, rival) for event in events for rival in event.rivals)

    def turns(self, events: Iterable[GoldFact]) -> Kept:
        """Denials, confirmations and the rumours before them."""
        return _kept(self._has_turn(event, turn) for event in events for turn in event.turn)

    def _has_date(self, event: GoldFact, rival: GoldTurn) -> bool:
        wanted = interval(rival.date)
        if wanted is None:
            return False
        facts = self._same(event, ENDS.get(event.type, "") if event.implied else "")
        return any(bounds(when) == bounds(wanted) for fact in facts for when in self._dates(fact, rival))

    def _dates(self, fact: Fact, rival: GoldTurn) -> Iterator[Interval]:
        """The dates that an event keeps, or the end of a state, and that a document of the rival gives."""
        if isinstance(fact.record, Event | State):
            yield from (
                each.when for each in fact.record.rivals if any(self._is_of(id, rival) for id in each.documents)
            )
        is_event = isinstance(fact.record, Event)
        if is_event and fact.when and any(self._is_of(claim.document, rival) for claim in fact.claims):
            yield fact.when

    def _has_turn(self, event: GoldFact, turn: GoldTurn) -> bool:
        facts = self._same(event, OPENS.get(event.type, ""))
        said = [(fact, claim) for fact in facts for claim in fact.claims if self._is_of(claim.document, turn)]
        return any(_alike(turn.status) in (_alike(claim.status.value), _ended(fact, claim)) for fact, claim in said)

    def _same(self, event: GoldFact, state: str) -> list[Fact]:
        """The predicted events that are this one, and the states of that type and these people."""
        held = event.model_copy(update={"type": state})
        events = [fact for fact in self._told.events if self._rules.same(fact, event)]
        return events + [fact for fact in self._told.states if self._rules.same(fact, held)]

    def _is_of(self, document: str, part: GoldTurn) -> bool:
        return self._names.get(document) in {str(each) for each in part.docs}


def _kept(found: Iterable[bool]) -> Kept:
    found = list(found)
    return sum(found), len(found)


def _ended(fact: Fact, claim: Claim) -> str:
    """What a claim makes of a plan whose end it tells; "" for a claim that only has the plan."""
    return "called_off" if fact.status == "called_off" and claim.status is not Status.PLANNED else ""


def _alike(status: str) -> str:
    return _ALIKE.get(status, status)
