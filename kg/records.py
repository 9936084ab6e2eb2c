"""The records that travel from a document to an answer; none knows storage, formats or spaCy.

Frozen all of them. Lists are tuples, sorted where order carries no meaning, so that equal facts give equal bytes.
"""

import hashlib
from collections.abc import Iterable
from datetime import date
from enum import StrEnum
from functools import cache
from itertools import chain
from typing import Literal, Self

from pydantic import BaseModel, ConfigDict

from kg.dates.interval import Certainty, Duration, Interval


class Record(BaseModel):
    """A frozen value that refuses unknown fields."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    def lean(self) -> Self:
        """The same record in a third of the memory.

        Pydantic keeps with each record a set of the fields that were given; all of a type share one here.
        """
        object.__setattr__(self, "__pydantic_fields_set__", _all_fields(type(self)))
        for value in self.__dict__.values():
            for each in value if isinstance(value, tuple) else (value,):
                if isinstance(each, Record):
                    each.lean()
        return self


@cache
def _all_fields(kind: type[Record]) -> set[str]:
    return set(kind.model_fields)


def content_id(*parts: object) -> str:
    """Twelve hexadecimal digits that depend on `parts` alone.

    >>> content_id("a", 1) == content_id("a", 1) != content_id("a", 2)
    True
    """
    return hashlib.sha256("\x1f".join(map(str, parts)).encode("utf-8", "surrogatepass")).hexdigest()[:12]


class Status(StrEnum):
    """How a source tells a happening. Only the first three stand on the real timeline."""

    ASSERTED = "asserted"
    REPORTED = "reported"
    RUMOURED = "rumoured"
    DENIED = "denied"
    PLANNED = "planned"
    CALLED_OFF = "called_off"
    NEGATED = "negated"
    HYPOTHETICAL = "hypothetical"
    FICTIONAL = "fictional"

    @property
    def is_real(self) -> bool:
        """Whether it may stand on the timeline, with this status on show."""
        return self in (Status.ASSERTED, Status.REPORTED, Status.RUMOURED)


class Basis(StrEnum):
    """Whether a fact or bound is in a source, or follows from others by a named rule."""

    STATED = "stated"
    INFERRED = "inferred"


# what is true: documents and judgements


class Document(Record):
    """One text as it stands, who published it and when. `text` is the body without front matter, stripped."""

    id: str
    source: str  # the path relative to what was given, with "#row" where a file holds many
    text: str
    title: str = ""
    publisher: str | None = None
    author: str | None = None
    published: date | None = None  # never guessed: None where nothing says so
    digest: str = ""  # sha256 of everything above that a reading depends on


class Judgement(Record):
    """What a person decided. It names its target by what was seen, not by derived ids, so it survives rebuilds."""

    id: str
    verdict: Literal["same", "different", "accept", "reject", "correct", "remove"]
    names: tuple[str, ...] = ()
    type: str | None = None
    document: str | None = None
    quote: str | None = None
    when: Interval | None = None


# what one document says


class Evidence(Record):
    """The characters of a source that prove a claim.

    `start` and `end` count characters of `Document.text` (or `title`, as `field` says); `end` is not included,
    so `document.text[start:end] == quote`, always.
    """

    document: str
    field: Literal["text", "title"] = "text"
    start: int
    end: int
    quote: str


class TimeExpression(Record):
    """Words that tell a time. `start` and `end` count characters of the text that was read.

    `when` has taken `relation` in: "by May 2019" is ../2019-05. "since X" and "until X" give the X itself: a state
    begins or ends in it. "for two years" has a `duration`, and a `when` where dates beside it tell which days it is;
    with `anchor` "event" or "birth", `duration` is the offset from it ("at 25" from a birth).
    """

    start: int
    end: int
    text: str
    when: Interval | None = None
    relation: Literal["on", "by", "before", "after", "since", "until", "for", "about"] = "on"
    anchor: Literal["calendar", "publication", "earlier", "event", "birth"] = "calendar"
    duration: Duration | None = None


class Anchor(Record):
    """A time told by another happening of the same people: "two years after they met".

    The day lies `offset` after (`direction` 1) or before (-1) that event; no offset: some time after or before it.
    """

    type: str
    people: tuple[str, ...]  # keys of LocalPerson
    direction: Literal[-1, 0, 1] = 1
    offset: Duration | None = None


class LocalPerson(Record):
    """A person as one document knows them; `key` is unique inside the document and made of the fullest name."""

    key: str
    name: str
    names: tuple[str, ...] = ()  # every form the document uses, sorted
    unnamed: bool = False  # "his first wife"
    gender: Literal["", "female", "male"] = ""
    mentions: int = 1
    descriptors: tuple[str, ...] = ()  # "actress", "king": lower-case nouns the document calls them by
    evidence: Evidence | None = None  # where the fullest name stands first


class Participant(Record):
    """A person in a role of a claim; `person` is a LocalPerson's key, `name` the fullest form the document gives."""

    role: str
    person: str
    name: str


class Claim(Record):
    """One happening, standing relation or kinship tie as one document says it, with the characters that say it."""

    id: str
    document: str
    kind: Literal["event", "state", "kin"]
    type: str
    people: tuple[Participant, ...]  # parent first for parent_of
    when: Interval | None = None  # the day of an event; for a state, a day on which it is said to hold
    start: Interval | None = None  # states only: when it began
    end: Interval | None = None  # states only: when it ended
    duration: Duration | None = None  # states only: how long it lasted, or has lasted on the day `when`
    anchor: Anchor | None = None
    when_text: str = ""
    place: str | None = None
    work: str | None = None
    status: Status = Status.ASSERTED
    basis: Basis = Basis.STATED
    said_by: str | None = None
    evidence: Evidence
    found_by: str = ""  # the rule or model behind it, and its trigger: "rule: split from"
    score: float = 1.0


class Reading(Record):
    """All that one document says, read by one version of model, ontology and code (`stamp`)."""

    document: str
    stamp: str = ""
    people: tuple[LocalPerson, ...] = ()
    claims: tuple[Claim, ...] = ()
    cast: str = ""  # readings of one cast know people together: one key is one person, another key another


# what all documents together say


class Person(Record):
    """One human being across documents. `sources` are the (document id, local key) pairs behind the decision."""

    id: str
    name: str
    aliases: tuple[str, ...] = ()
    mentions: int = 0
    unnamed: bool = False
    gender: Literal["", "female", "male"] = ""
    sources: tuple[tuple[str, str], ...] = ()
    why: tuple[str, ...] = ()  # the reasons for every merge


class Member(Record):
    """A person in a role of an event, state or tie."""

    id: str
    name: str
    role: str


class Bounds(Record):
    """What the temporal network makes of a date, and why. Inclusive days; None is open."""

    earliest: date | None = None
    latest: date | None = None
    why: tuple[str, ...] = ()

    @property
    def days(self) -> Interval | None:
        """The days between; None where both ends are open."""
        return Interval(self.earliest, self.latest) if self.earliest or self.latest else None


class Rival(Record):
    """A date that some sources give and that cannot be true together with the event's own."""

    when: Interval
    documents: tuple[str, ...]


class Event(Record):
    """Claims about one real-world happening, fused. `when` is what sources say, `bounds` what follows."""

    id: str
    type: str
    people: tuple[Member, ...]
    when: Interval | None = None
    status: Status = Status.ASSERTED
    basis: Basis = Basis.STATED
    place: str | None = None
    work: str | None = None
    score: float = 1.0
    bounds: Bounds = Bounds()
    rivals: tuple[Rival, ...] = ()
    claims: tuple[Claim, ...] = ()


class Bound(Record):
    """One end of a state: inclusive days, stated by a source or inferred by the rule that `why` names.

    `approximate` where the day is only reckoned, as a wedding is from "divorced after ten years of marriage".
    """

    earliest: date | None = None
    latest: date | None = None
    basis: Basis = Basis.INFERRED
    why: str = ""
    approximate: bool = False

    @property
    def days(self) -> Interval | None:
        """The days between, rough where they are only reckoned; None where both are open."""
        is_told = self.earliest or self.latest
        return Interval(self.earliest, self.latest, approximate=self.approximate) if is_told else None


class State(Record):
    """A numbered stint of a relation, with four bounds. `attested` are the times at which sources say it held.

    `rivals` are ends that other sources give: they have it hold when by `end` it was over.
    """

    id: str
    type: str
    people: tuple[Member, ...]
    stint: int = 1
    start: Bound = Bound()
    end: Bound = Bound()
    attested: tuple[Interval, ...] = ()
    rivals: tuple[Rival, ...] = ()
    status: Status = Status.ASSERTED
    claims: tuple[Claim, ...] = ()


class Kin(Record):
    """A standing tie: parent_of (parent first) or sibling_of."""

    id: str
    type: Literal["parent_of", "sibling_of"]
    people: tuple[Member, ...]
    status: Status = Status.ASSERTED
    claims: tuple[Claim, ...] = ()


class Conflict(Record):
    """Sources that cannot all be right: the ids of the events, or states, and claims concerned, and why.

    `told` are the claims themselves where some are misread, and stand behind no fact.
    """

    id: str
    events: tuple[str, ...] = ()
    claims: tuple[str, ...] = ()
    why: str = ""
    told: tuple[Claim, ...] = ()


class Timeline(Record):
    """People, events, states, ties and conflicts: derived, never edited. Each tuple is sorted by id-stable keys."""

    documents: tuple[Document, ...] = ()
    people: tuple[Person, ...] = ()
    events: tuple[Event, ...] = ()
    states: tuple[State, ...] = ()
    kin: tuple[Kin, ...] = ()
    conflicts: tuple[Conflict, ...] = ()


def disputed(timeline: Timeline) -> dict[str, Event | State]:
    """The events and states that its conflicts concern, by id; the others pass by and are not kept."""
    concerned = {id for conflict in timeline.conflicts for id in conflict.events}
    facts: Iterable[Event | State] = chain(timeline.events, timeline.states)
    return {fact.id: fact for fact in facts if fact.id in concerned}


# what a person is asked and told about all this


class Decision(Judgement):
    """A judgement, and whether it `holds`, was `overruled` by a later one, or no longer finds what it is about."""

    state: Literal["holds", "overruled", "unattached"]


class Doubt(Record):
    """A fact to be accepted or rejected by its id: how sure it is, from 0 to 1, and what speaks for looking at it."""

    id: str
    kind: str
    type: str
    people: tuple[str, ...]
    when: Interval | None
    status: Status
    sureness: float
    why: tuple[str, ...]
    quotes: tuple[Evidence, ...]


class Difference(Record):
    """One thing that would change.

    `new` is a fact that nobody told; `tighter` a date within the one known, `date` any other one; `status` and `source`
    are of a known fact; `against` contradicts one; `name` is another name of somebody known; `gone` is no longer told.
    `before` and `after` are dates in EDTF, statuses, or numbers of sources.
    """

    change: Literal["new", "tighter", "date", "status", "source", "against", "name", "gone"]
    id: str
    kind: str
    type: str
    people: tuple[str, ...]
    status: Status = Status.ASSERTED
    before: str = ""
    after: str = ""
    quotes: tuple[Evidence, ...] = ()


# questions and answers


class Answer(Record):
    """An answer: value, certainty, one sentence, the quotes that prove it and the steps that led to it.

    `value` is one of {"when": EDTF}, {"people": [...]}, {"yes": true|false|null}, {"years": [least, most]},
    {"count": n}, {"place": text}, {"events": [[type, EDTF], ...]}, {"says": text}, {"unknown": true}.
    """

    question: str
    kind: str
    value: dict[str, object]
    certainty: Certainty = Certainty.UNKNOWN
    text: str = ""
    evidence: tuple[Evidence, ...] = ()
    steps: tuple[str, ...] = ()
