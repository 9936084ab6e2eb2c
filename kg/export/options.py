"""What goes into an export, in which order."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import TypeVar

from kg.records import Conflict, Document, Event, Judgement, Kin, Person, Reading, State, Timeline

Row = TypeVar("Row", Document, Person, Event, State, Kin, Conflict)


@dataclass(frozen=True, slots=True)
class Everything:
    """What a full export holds beside the timeline: enough to give back an equal store."""

    documents: Iterable[Document] = ()
    readings: Iterable[Reading] = ()
    judgements: Iterable[Judgement] = ()


@dataclass(frozen=True, slots=True)
class Options:
    """What a format may take into account. `shape` is one of those that the format offers."""

    real: bool = False  # leave out what is denied, planned, called off, negated, supposed or fiction
    full: Everything | None = None
    shape: str = ""

    def events(self, timeline: Timeline) -> Iterator[Event]:
        """The events to write, by id."""
        return (event for event in ordered(timeline.events) if self._keeps(event))

    def states(self, timeline: Timeline) -> Iterator[State]:
        """The states to write, by id."""
        return (state for state in ordered(timeline.states) if self._keeps(state))

    def kin(self, timeline: Timeline) -> Iterator[Kin]:
        """The ties to write, by id."""
        return (kin for kin in ordered(timeline.kin) if self._keeps(kin))

    def conflicts(self, timeline: Timeline) -> Iterator[Conflict]:
        """The conflicts to write, by id, with those of their events that are written."""
        gone = {event.id for event in timeline.events if not self._keeps(event)} if self.real else set()
        for conflict in ordered(timeline.conflicts):
            events = tuple(event for event in conflict.events if event not in gone)
            if events or not conflict.events:
                yield conflict.model_copy(update={"events": events})

    def _keeps(self, record: Event | State | Kin) -> bool:
        return not self.real or record.status.is_real


def ordered(rows: Iterable[Row]) -> Iterable[Row]:
    """The rows by id. Those that are not in memory come sorted from where they are kept, and stay there."""
    return sorted(rows, key=lambda row: row.id) if isinstance(rows, (tuple, list)) else rows
