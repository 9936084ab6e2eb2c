"""What a notebook holds: a timeline with questions to ask of it, and lists that show themselves as tables."""

from collections.abc import Callable, Iterable
from datetime import date
from html import escape
from typing import TYPE_CHECKING, Any, TypeVar

from pydantic import BaseModel

from kg.dates.interval import Interval
from kg.errors import KgError, UnknownName, unknown
from kg.ontology.schema import Ontology
from kg.query.answer import answer, ask
from kg.query.facts import Facts
from kg.query.query import Happening, Query, Who, check, parsed
from kg.query.results import Answered, Held, Lasted, Listed
from kg.query.select import Found, people
from kg.query.select import person as named
from kg.query.status import status
from kg.query.times import stint
from kg.query.wording import known
from kg.records import Event, Kin, Person, State, Timeline
from kg.store.derived import Rows

if TYPE_CHECKING:
    import pandas

R = TypeVar("R", bound=BaseModel)
Day = date | Interval | str | None


class Graph:
    """A timeline to ask: people, pairs, what they were to each other and when, and questions in plain English."""

    def __init__(
        self, timeline: Timeline, ontology: Ontology, rebuild: Callable[[date], Timeline] | None = None
    ) -> None:
        self._facts = Facts(timeline, ontology)
        self._rebuild = rebuild

    @property
    def ontology(self) -> Ontology:
        """The event types that the timeline was made with."""
        return self._facts.ontology

    def timeline(self) -> Timeline:
        """All people, events, states, ties and conflicts."""
        return self._facts.timeline

    def people(self) -> Listed[Person]:
        """Everybody, those of most mentions first."""
        return Listed(sorted(self._facts.people.values(), key=lambda each: (-each.mentions, each.name, each.id)))

    def person(self, name: str) -> "PersonView":
        """The one person so called: by any form of the name, or the beginning of an id. Raises UnknownName."""
        return PersonView(self, self._facts.people[named(self._facts, name)])

    def pair(self, a: str, b: str) -> "PairView":
        """What is told of two people together."""
        return PairView(self, self.person(a).record, self.person(b).record)

    def events(self, *people: str, type: str = "", within: Day = None, real: bool = True) -> Listed[Event]:
        """Events in order of time: of all `people` together, of a type, within days; `real=False`: denied ones too."""
        if type and type not in self.ontology.events:
            raise UnknownName(unknown("event type", type, self.ontology.events))
        ids = [self.person(name).record.id for name in people]
        return Listed(self._facts.select(ids, type=type, within=day(within), real=real))

    def event(self, id: str) -> Event | State | Kin:
        """The event, state or tie whose id begins so. Raises UnknownName where it is none or several."""
        timeline = self._facts.timeline
        kinds: tuple[Iterable[Event | State | Kin], ...] = (timeline.events, timeline.states, timeline.kin)
        found = [each for records in kinds for each in called(records, id)]
        if len(found) == 1:
            return found[0]
        raise UnknownName(
            f"{len(found)} events have an id that begins with {id!r}" if found else f"no event has the id {id!r}"
        )

    def status(self, a: str, b: str, at: Day = None) -> "Held":
        """What two people were to each other on a day, each with how sure it is; without a day: when last told of."""
        return self.pair(a, b).status(at)

    def as_of(self, day: date) -> "Graph":
        """The graph as it was known on a day: without what was published later."""
        from kg.query.asof import as_of

        earlier = self._rebuild(day) if self._rebuild else as_of(self._facts.timeline, day)
        return Graph(earlier, self.ontology, self._rebuild)

    def ask(self, text: str) -> "Answered":
        """The answer to a question in plain English, with its proof."""
        return Answered(ask(text, self._facts, rebuild=self._rebuild)[0])

    def conversation(self) -> "Conversation":
        """Questions one after the other, in which "they" means the people of the last answer."""
        return Conversation(self._facts, self._rebuild)

    def query(self, query: Query | str) -> "Answered":
        """The answer to a typed question, or to its JSON. Raises KgError for one that does not hold together."""
        if isinstance(query, str):
            query = parsed(query)
        check(query, self.ontology)
        return Answered(answer(query, self._facts, self.ontology, rebuild=self._rebuild))

    def to_dict(self) -> dict[str, Any]:
        """The whole timeline as plain data."""
        return self._facts.timeline.model_dump(mode="json")

    def to_frame(self) -> "pandas.DataFrame":
        """A table of all events for pandas."""
        return self.events().to_frame()

    def __repr__(self) -> str:
        timeline = self._facts.timeline
        counts = (
            (len(timeline.people), "people"),
            (len(timeline.events), "events"),
            (len(timeline.documents), "documents"),
        )
        return f"<Graph of {', '.join(f'{count} {noun}' for count, noun in counts)}>"

    def _repr_html_(self) -> str:
        return f"<p>{escape(repr(self))}</p>{self.events()[:50]._repr_html_()}"


class PersonView:
    """One person of a graph."""

    def __init__(self, graph: Graph, record: Person) -> None:
        self._graph, self.record = graph, record

    @property
    def name(self) -> str:
        """The canonical name."""
        return self.record.name

    def timeline(self) -> Listed[Event]:
        """What happened to them, in order."""
        return self._graph.events(self.record.id)

    def partners(self, at: Day = None) -> Listed[Person]:
        """With whom they were together on some day of `at`; without it, all ever, in order."""
        return self._related("partner", at)

    def spouses(self, at: Day = None) -> Listed[Person]:
        """To whom they were married."""
        return self._related("spouse", at)

    def children(self) -> Listed[Person]:
        """Their children, the eldest first."""
        return self._related("child")

    def parents(self) -> Listed[Person]:
        """Their parents."""
        return self._related("parent")

    def siblings(self) -> Listed[Person]:
        """Their brothers and sisters."""
        return self._related("sibling")

    def _related(self, relation: str, at: Day = None) -> Listed[Person]:
        facts = self._graph._facts
        found: list[Found] = people(facts, Who(relation=relation, of=(Who(name=self.record.id),)), day(at), every=True)
        return Listed(facts.people[each.id] for each in found)

    def to_frame(self) -> "pandas.DataFrame":
        """A table of what happened to them for pandas."""
        return self.timeline().to_frame()

    def to_dict(self) -> dict[str, Any]:
        """The record as plain data."""
        return self.record.model_dump(mode="json")

    def __repr__(self) -> str:
        return f"<{self.record.name}>"

    def _repr_html_(self) -> str:
        return f"<p><b>{escape(self.record.name)}</b></p>{self.timeline()._repr_html_()}"


class PairView:
    """Two people of a graph."""

    def __init__(self, graph: Graph, a: Person, b: Person) -> None:
        self._graph, self.a, self.b = graph, a, b

    @property
    def _ids(self) -> tuple[str, str]:
        return self.a.id, self.b.id

    def timeline(self) -> Listed[Event]:
        """What happened between them, in order."""
        return self._graph.events(*self._ids)

    def states(self) -> Listed[State]:
        """What they were to each other, stint by stint."""
        return Listed(self._graph._facts.states(self._ids))

    def status(self, at: Day = None) -> "Held":
        """What they were on a day, each with how sure it is; without a day: of the newest document."""
        return Held(status(self._graph._facts, self._graph.ontology, self._ids, day(at)))

    def known(self) -> str:
        """The last thing that is told of them together, in words; empty where nothing is."""
        return known(self._graph._facts, self._ids)

    def duration(self, state: str, until: str | None = None) -> "Lasted | None":
        """How long a state held, until an event of theirs if given; None where nothing tells its bounds."""
        for type, types in ((state, self._graph.ontology.states), (until, self._graph.ontology.events)):
            if type and type not in types:
                raise UnknownName(unknown("type", type, types))
        pair = tuple(Who(name=id) for id in self._ids)
        other = Happening(type=until, people=pair) if until else None
        length = stint(self._graph._facts, Happening(kind="state", type=state, people=pair), other)
        return Lasted(length.least, length.most, length.text, length.approximate) if length else None

    def to_frame(self) -> "pandas.DataFrame":
        """A table of their events for pandas."""
        return self.timeline().to_frame()

    def to_dict(self) -> dict[str, Any]:
        """Their events and states as plain data."""
        return {"events": self.timeline().to_dict(), "states": self.states().to_dict()}

    def __repr__(self) -> str:
        return f"<{self.a.name} and {self.b.name}>"

    def _repr_html_(self) -> str:
        return f"<p><b>{escape(self.a.name)} and {escape(self.b.name)}</b></p>{self.timeline()._repr_html_()}"


class Conversation:
    """Questions in turn; each may call the people of the last answer "they", "he" or "she"."""

    def __init__(self, facts: Facts, rebuild: Callable[[date], Timeline] | None = None) -> None:
        self._facts, self._rebuild = facts, rebuild
        self._people: tuple[str, ...] = ()

    def ask(self, text: str) -> Answered:
        """The answer to the next question."""
        made, self._people = ask(text, self._facts, rebuild=self._rebuild, context=self._people)
        return Answered(made)


def day(given: Day) -> Interval | None:
    """A date, an interval, or either as EDTF, as an interval. Raises KgError for text that is no date.

    >>> str(day("2016"))
    '2016'
    """
    if isinstance(given, str):
        try:
            return Interval.from_edtf(given)
        except ValueError:
            raise KgError(f"not a date: {given!r}; write 2016, 2016-05 or 2016-05-03") from None
    return Interval.day(given) if isinstance(given, date) else given


def called(records: Iterable[R], id: str) -> list[R]:
    """The records whose id begins so; those of a store are looked up there."""
    if isinstance(records, Rows):
        return list(records.called(id))
    return [each for each in records if id and each.id.startswith(id)]  # type: ignore[attr-defined]
