"""Gold: what a careful reader takes from one document, from a group of documents, or from a whole folder.

All have one form: people, events, and facts that must not be found; a document's gold has states and ties too, a
folder's has questions. Offsets count characters of the text without front matter, stripped.
"""

import json
from functools import cached_property
from pathlib import Path
from typing import Any

from pydantic import BaseModel, ConfigDict, ValidationError

from kg.dates.interval import Interval
from kg.errors import InputError
from kg.records import Status

BIRTHS = ("child_born", "adopted")  # their people are the parents; the child stands apart
REAL = {status.value for status in Status if status.is_real} | {"inferred"}


class _Part(BaseModel):
    """A frozen part of a gold file; what only readers of the file need is left out."""

    model_config = ConfigDict(frozen=True, extra="ignore")


class GoldPerson(_Part):
    """A person and every name that the text gives them."""

    name: str
    aliases: tuple[str, ...] = ()
    fictional: bool = False


class GoldTurn(_Part):
    """What some documents say of a happening against the rest: another date, or another status."""

    date: str | None = None
    status: str = ""
    docs: tuple[str | int, ...] = ()


class GoldFact(_Part):
    """A happening, a relation, a tie or a trap. Facts that are `soft` are right when found and not missed when not."""

    type: str
    people: tuple[str, ...]
    child: str | None = None
    place: str | None = None
    work: str | None = None
    said_by: str | None = None
    date: str | None = None
    start: str | None = None  # of a state
    end: str | None = None
    when_text: str | tuple[str, ...] | None = None
    status: str = "asserted"
    basis: str = "stated"
    accept: tuple[str, ...] = ()  # other dates that are right as well
    docs: tuple[str | int, ...] = ()
    rivals: tuple[GoldTurn, ...] = ()
    turn: tuple[GoldTurn, ...] = ()
    evidence: tuple[tuple[int, ...], ...] = ()
    note: str = ""
    implied: Any = None
    optional: Any = None
    marginal: Any = None
    undated: Any = None
    weak: Any = None
    from_age: Any = None
    from_state: Any = None

    @property
    def is_real(self) -> bool:
        """Whether it stands on the timeline."""
        return self.status in REAL

    @cached_property
    def is_soft(self) -> bool:
        """Whether missing it is no fault."""
        marks = (self.implied, self.optional, self.marginal, self.undated, self.weak, self.from_age, self.from_state)
        return any(marks)

    @property
    def has_unnamed(self) -> bool:
        """Whether somebody in it is only described."""
        return any("unnamed" in name for name in self.people)

    @cached_property
    def when(self) -> Interval | None:
        """Its date; None where none is given."""
        return interval(self.date)

    @property
    def words_of_time(self) -> str:
        """The words of the text that tell the time."""
        return self.when_text if isinstance(self.when_text, str) else " ".join(self.when_text or ())

    @property
    def couple(self) -> tuple[str, frozenset[str]]:
        """Type and people, in whatever order."""
        return self.type, frozenset(self.people)


class GoldQuestion(_Part):
    """A question and its answer in words, as data, or both; `kind` says what sort of question it is."""

    kind: str = ""
    q: str
    a: str | dict[str, Any]
    value: dict[str, Any] | None = None


class Gold(_Part):
    """One gold file."""

    id: str = ""
    published: str | None = None
    people: tuple[GoldPerson, ...] = ()
    events: tuple[GoldFact, ...] = ()
    states: tuple[GoldFact, ...] = ()
    kin: tuple[GoldFact, ...] = ()
    never: tuple[GoldFact, ...] = ()
    questions: tuple[GoldQuestion, ...] = ()

    @cached_property
    def named_events(self) -> tuple[GoldFact, ...]:
        """The events whose people have names. "At some time before publication" is no date."""
        return tuple(self._dated(event) for event in self.events if not event.has_unnamed)

    def _dated(self, event: GoldFact) -> GoldFact:
        is_day = self.published is not None and len(self.published) == len("2020-01-31")
        no_date = is_day and event.date == f"../{self.published}"
        return event.model_copy(update={"date": None}) if no_date else event


def load(path: Path) -> Gold:
    """The gold of one file. Raises InputError, with the place, for what is none."""
    try:
        return Gold.model_validate({"id": path.stem} | json.loads(path.read_text(encoding="utf-8")))
    except ValidationError as error:
        first = error.errors()[0]
        place = ".".join(map(str, first["loc"]))
        raise InputError(f"{path}: no gold file: {place}: {first['msg'].lower()}") from None
    except (OSError, ValueError, TypeError) as error:
        raise InputError(f"{path}: no gold file: {error}") from None


def interval(edtf: object) -> Interval | None:
    """The interval of an EDTF string; None for what is none.

    >>> interval("2017~").earliest, interval("2023, before Christmas"), interval(None)
    (datetime.date(2017, 1, 1), None, None)
    """
    if not isinstance(edtf, str) or not edtf:
        return None
    try:
        return Interval.from_edtf(edtf)
    except ValueError:
        return None
