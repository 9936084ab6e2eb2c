"""A typed question: what `question` makes of words, and what a program or a JSON file may write itself."""

from datetime import date
from typing import Annotated, Literal

from pydantic import BeforeValidator, PlainSerializer, ValidationError

from kg.dates.interval import Interval
from kg.errors import KgError, unknown
from kg.ontology.schema import Ontology
from kg.records import Record, Status

Kind = Literal[
    "when", "where", "who_at", "who_in", "before", "ordinal", "join", "implicit", "before_after", "duration_state",
    "duration_between", "yesno_at", "present", "count", "compare", "list", "gap", "evidence", "select", "unanswerable",
]  # fmt: skip


def _interval(given: object) -> object:
    return Interval.from_edtf(given) if isinstance(given, str) else given


When = Annotated[Interval, BeforeValidator(_interval), PlainSerializer(str, return_type=str)]


class Who(Record):
    """Somebody a question speaks of: by name, by a relation to others, or both.

    `relation` is a relational noun ("husband", "mother", "ex-wife") to the people `of`; `nth` picks one in order of
    time: 1 is the first, -1 the last, 0 any.
    """

    name: str = ""
    relation: str = ""
    of: tuple["Who", ...] = ()
    nth: int = 0


class Happening(Record):
    """An event or a state of certain people; for a state, `edge` says which end of it is meant as a day.

    `detail` is a word that its place or shared work holds. `status` asks for what is not on the timeline ("planned").
    """

    kind: Literal["event", "state"] = "event"
    type: str
    people: tuple[Who, ...] = ()
    nth: int = 0
    edge: Literal["start", "end"] = "start"
    detail: str = ""
    status: Status | None = None


Relation = Literal[
    "at", "before", "after", "meets", "met_by", "overlaps", "overlapped_by", "starts", "started_by", "during",
    "contains", "finishes", "finished_by", "equals",
]  # fmt: skip


class Moment(Record):
    """A condition in time: at, before or after a date, a happening, or somebody's turn ("before Imogen Poots").

    A selection may name any of Allen's thirteen relations (`kg.dates.allen`), as "overlaps"; "at" is to share a day.
    """

    relation: Relation = "at"
    when: When | None = None
    happening: Happening | None = None
    who: Who | None = None


class Query(Record):
    """A question with its parts told apart.

    when, where          the date or place of `happening`
    who_at, who_in       the people of `who`, or those who take part in `happening` beside the people it names; with
                         both, those of `who` to whom it befell in `moments`, with those whom it names
    before               whose turn came before or after `moments`' somebody
    implicit, join       like when and who, where the time or a person is told by another fact
    before_after         whether `happening` stands in `relation` to `other`
    duration_state       how long the state `happening` held, until `other` if given
    duration_between     how long from `other` to `happening`
    yesno_at, present    whether `happening` was so at `moments`; present: on the day of the newest document
    count                how many: people of `who`, or events like `happening`
    compare              which of `who` comes first by `order` in `happening`, or has most of a relation
    list                 the events of the people of `who`, of the types `types` if given, and, with `detail`, only
                         those whose place or shared work holds that word
    gap                  whether nobody (`relation` "after": somebody; "either": at some time nobody) was `who`'s
                         partner at `moments`, or stood in the state `happening` to them
    evidence             who says that `happening` was so; at `moments` are the days of the documents
    select               the events, states or people of `select`: of the people of `who` together, or of anybody;
                         of the `types` and, if given, of a `status`; told by one of the `documents` (beginning of an
                         id, source, title or publisher); in the relations of all `moments`; in order of time, only
                         the `nth` of them, or how many (`count`)
    `as_of` leaves out what was published after that day, and `documents` whatever else than these.
    """

    kind: Kind
    question: str = ""
    happening: Happening | None = None
    who: tuple[Who, ...] = ()
    moments: tuple[Moment, ...] = ()
    other: Happening | None = None
    relation: Literal["before", "after", "either"] = "before"
    order: Literal["first", "last", "most", "least", "longest", "shortest"] = "first"
    types: tuple[str, ...] = ()
    as_of: date | None = None
    # present: yes or no, rather than who; never: whether it was not so at any time;
    # with a death or loss: whether somebody was alive, dead or widowed then
    # of evidence: in what the sources disagree; said: what the first of `who` says of the others
    asks: Literal["", "whether", "never", "alive", "dead", "widowed", "disagreement", "said"] = ""
    detail: str = ""
    beside: tuple[str, ...] = ()  # words that narrow a yes, of which nothing is known: "happily"
    without: tuple[Who, ...] = ()  # whom an answer of people is not to name: "besides Ada"
    select: Literal["events", "states", "people"] = "events"
    status: tuple[Status, ...] = ()
    documents: tuple[str, ...] = ()
    nth: int = 0
    count: bool = False
    notes: tuple[str, ...] = ()  # how names and pronouns were understood
    why: str = ""  # unanswerable: what was not understood


def parsed(text: str) -> Query:
    """The typed question that JSON writes. Raises KgError, naming the place, for what is none.

    >>> parsed('{"kind": "when", "happening": {"type": "met", "people": [{"name": "Ada"}]}}').happening.type
    'met'
    """
    try:
        return Query.model_validate_json(text)
    except ValidationError as error:
        first = error.errors()[0]
        place = ".".join(map(str, first["loc"]))
        raise KgError(f"no typed question: {place}{': ' if place else ''}{first['msg'].lower()}") from None


# what a kind cannot be answered without: all of the parts in one of the groups
_NEEDS: dict[str, tuple[tuple[str, ...], ...]] = {
    "when": (("happening",),),
    "implicit": (("happening",),),
    "where": (("happening",),),
    "before": (("who", "moments"),),
    "before_after": (("happening", "other"),),
    "duration_state": (("happening",),),
    "duration_between": (("other",),),
    "compare": (("who",),),
    "list": (("who",),),
    "gap": (("who",),),
    "evidence": (("happening",), ("asks",)),
    "select": ((),),
    "unanswerable": ((),),
}


def check(query: Query, ontology: Ontology) -> None:
    """Raises KgError where a typed question lacks a part that its kind needs, or names a type that nothing declares."""
    needs = _NEEDS.get(query.kind, (("happening",), ("who",)))
    if not any(all(getattr(query, name) for name in group) for group in needs):
        wanted = " or ".join(" and ".join(group) for group in needs)
        raise KgError(f"no typed question: {query.kind!r} needs {wanted}")
    told = (query.happening, query.other, *(moment.happening for moment in query.moments))
    for happening in (each for each in told if each):
        known = ontology.events if happening.kind == "event" else ontology.states
        if happening.type not in known:
            raise KgError(unknown(f"{happening.kind} type", happening.type, known))
    is_selection = query.kind == "select"
    types = {*ontology.events, *(ontology.states if is_selection else ())}
    for type in query.types:
        if type not in types:
            raise KgError(unknown("type" if is_selection else "event type", type, sorted(types)))
    for moment in query.moments:
        if query.kind != "select" and moment.relation not in ("at", "before", "after"):
            raise KgError(f"no typed question: only a selection knows {moment.relation!r}; write at, before or after")
