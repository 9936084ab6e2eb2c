"""A row of a chronology as facts, each of its values checked against the ontology."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass, field, replace
from datetime import date
from difflib import get_close_matches
from typing import Any

from kg.dates import units
from kg.dates.interval import Certainty, Duration, Interval
from kg.errors import unknown
from kg.ontology.schema import Ontology
from kg.read.published import find_day
from kg.read.rows import Row
from kg.records import Basis, Status

COLUMNS = (
    *("kind", "type", "people", "when", "status", "place", "work", "said_by", "child"),
    *("attested", "start", "end", "duration", "stint", "published", "document", "publisher", "basis", "score"),
)
OTHERS = ("id", "name", "note", "notes", "source", "title", "url", "bounds", "claims", "rivals")  # no slips of ours
KIN = {"parent_of": ("parent", "child"), "sibling_of": ("sibling", "sibling")}
BIRTHS = ("child_born", "adopted")


@dataclass(frozen=True, slots=True)
class Bearer:
    """Somebody in a role; `key` tells people of one file apart."""

    key: str
    name: str
    role: str


@dataclass(frozen=True, slots=True)
class Fact:
    """What one row says, or one claim of a row that an export wrote. `fields` are those of a Claim."""

    row: Row
    kind: Any
    type: str
    people: tuple[Bearer, ...]
    document: str = ""
    published: date | None = None
    publisher: str | None = None
    found_by: str = ""
    fields: dict[str, Any] = field(default_factory=dict)


def facts(row: Row, ontology: Ontology) -> Iterator[Fact]:
    """The facts of a row: one, or one for each source or day that it names.

    Raises InputError for what is wrong with it.
    """
    _known_columns(row)
    made = Fact(
        row=row,
        kind=row.kind,
        type=_type(row, ontology),
        people=_people(row, ontology),
        document=_text(row, "document"),
        published=_day(row),
        publisher=_text(row, "publisher") or None,
        fields=_common(row),
    )
    sources = _claims(row)
    if row.values.get("basis") == Basis.INFERRED:  # the day follows from what the sources say: theirs is another
        sources = [{**each, "when": None} for each in sources]
    if row.kind == "state":
        yield from _of_state(made, sources)
    else:
        yield from _of_sources(made, sources, when(row, "when"))


def when(row: Row, column: str) -> Interval | None:
    """The days that a column tells: EDTF, or an export's object with it. Raises InputError for what is neither."""
    return _interval(row, column, row.values.get(column))


# columns


def _known_columns(row: Row) -> None:
    """A column that is nearly one of ours is a slip, and would be lost; others are the writer's own."""
    if "date" in row.values and "when" not in row.values:
        raise row.wrong("no column is called 'date'; did you mean 'when'?")
    for name in row.values:
        is_known = name in COLUMNS or name in OTHERS
        near = [] if is_known else get_close_matches(str(name), COLUMNS, n=1, cutoff=0.75)
        if near and near[0] not in row.values:
            raise row.wrong(f"no column is called {name!r}; did you mean {near[0]!r}?")


def _type(row: Row, ontology: Ontology) -> str:
    kinds: dict[str, Collection[str]] = {"event": ontology.events, "state": ontology.states, "kin": KIN}
    known = kinds[row.kind]
    type = _text(row, "type")
    if type not in known:
        name = {"event": "event type", "state": "state", "kin": "tie"}[row.kind]
        raise row.wrong(unknown(name, type, known) if type else "it has no 'type'")
    return type


def _people(row: Row, ontology: Ontology) -> tuple[Bearer, ...]:
    given = row.values.get("people")
    if isinstance(given, str):
        given = [given]
    if not isinstance(given, list) or not given:
        raise row.wrong("it has no 'people'; give a list of names")
    type = str(row.values["type"])
    roles = _roles(row, ontology, len(given))
    found = [_bearer(row, each, role) for each, role in zip(given, roles, strict=True)]
    if child := row.values.get("child"):
        if type not in BIRTHS:
            raise row.wrong(f"a 'child' belongs to {' or '.join(BIRTHS)}, not to {type!r}")
        found.append(_bearer(row, child, "child"))
    if len({each.key for each in found}) < len(found):
        raise row.wrong("somebody stands in 'people' twice")
    return tuple(found)


def _roles(row: Row, ontology: Ontology, count: int) -> tuple[str, ...]:
    type = str(row.values["type"])
    if row.kind == "kin":
        roles: tuple[str, ...] = KIN[type]
    else:
        roles = ontology.events[type].roles if row.kind == "event" else ("partner", "partner")
    least = 1 if row.kind == "event" else 2
    is_open = row.kind == "event" and len(roles) == 2 and roles[0] == roles[1]  # three may meet
    if count < least or (count > len(roles) and not is_open):
        raise row.wrong(f"{type!r} is about {' and '.join(roles)}, and 'people' names {count}")
    return roles[:count] if count <= len(roles) else roles[:1] * count


def _bearer(row: Row, given: object, role: str) -> Bearer:
    values = given if isinstance(given, dict) else {"name": given}
    name = values.get("name")
    if not isinstance(name, str) or not name.strip():
        raise row.wrong(f"{given!r} in 'people' is no name")
    name = " ".join(name.split())
    return Bearer(key=str(values.get("id") or name), name=name, role=str(values.get("role") or role))


def _text(row: Row, column: str) -> str:
    value = row.values.get(column)
    if value is None:
        return ""
    if not isinstance(value, str | int) or isinstance(value, bool):
        raise row.wrong(f"{column!r} is {value!r}, which is no text")
    return " ".join(str(value).split())


def _day(row: Row) -> date | None:
    value = _text(row, "published")
    day = find_day(value)
    if value and day is None:
        raise row.wrong(f"'published' is {value!r}, which is no day; write it as 2020-09-14")
    return day


def _common(row: Row) -> dict[str, Any]:
    told = _text(row, "status")
    is_inferred = Basis.INFERRED in (told, _text(row, "basis"))
    if (stint := row.values.get("stint")) is not None and not str(stint).isdigit():
        raise row.wrong(f"'stint' is {stint!r}, which is no number")
    return {
        "status": _status(row, "" if told == Basis.INFERRED else told),
        "basis": Basis.INFERRED if is_inferred else Basis.STATED,
        "place": _text(row, "place") or None,
        "work": _text(row, "work") or None,
        "said_by": _text(row, "said_by") or None,
        "score": _score(row),
    }


def _status(row: Row, told: object) -> Status:
    if told and told not in list(Status):
        raise row.wrong(unknown("status", str(told), list(Status)))
    return Status(str(told)) if told else Status.ASSERTED


def _score(row: Row) -> float:
    try:
        score = float(row.values.get("score", 1.0))
    except (TypeError, ValueError):
        score = -1.0
    if not 0 <= score <= 1:
        raise row.wrong(f"'score' is {row.values['score']!r}, which is no number from 0 to 1")
    return score


def _interval(row: Row, column: str, given: object) -> Interval | None:
    text = given.get("edtf") if isinstance(given, dict) else given
    if text in (None, "", "../.."):
        return None
    try:
        return Interval.from_edtf(text) if isinstance(text, str) else Interval.from_edtf(str(int(f"{text}")))
    except ValueError:
        fault = f"{column!r} is {text!r}, which is no date; write 2017, 2017-06, 2017-06-03 or ../2018"
        raise row.wrong(fault) from None


# states


def _of_state(made: Fact, sources: list[dict[str, Any]]) -> Iterator[Fact]:
    """The first claim holds how long it lasted; each further one is a day on which it is said to hold.

    Of a state that an export wrote only those days are taken: its ends follow from events of the same export.
    """
    row = made.row
    told = row.values.get("attested", row.values.get("when"))
    days = [_interval(row, "attested", each) for each in (told if isinstance(told, list) else [told])]
    told_days = [each for each in days if each]
    if sources:
        said = [each for each in sources if _interval(row, "when", each.get("when")) in told_days]
        yield from _of_sources(made, said, None) if said else (_with(made, {"when": day}) for day in told_days)
        return
    start, end = when(row, "start"), when(row, "end")
    length = {"start": start, "end": end, "duration": _duration(row)}
    if start and end and end.before(start) is Certainty.CERTAIN:
        raise row.wrong("it ends before it starts")
    yield _with(made, {"when": told_days[0] if told_days else None} | length)
    for day in told_days[1:]:
        yield _with(made, {"when": day})


def _with(made: Fact, fields: dict[str, Any]) -> Fact:
    return replace(made, fields=made.fields | fields)


def _duration(row: Row) -> Duration | None:
    text = _text(row, "duration")
    told = units.from_iso(text.rstrip("~"))
    if text and told is None:
        raise row.wrong(f"'duration' is {text!r}, which is no length of time; write P2Y, P6M, P2Y6M, P3W or P1D")
    return Duration.of(*told, approximate=text.endswith("~")) if told else None


# the claims of an export


def _claims(row: Row) -> list[dict[str, Any]]:
    claims = row.values.get("claims") or []
    if not isinstance(claims, list) or not all(isinstance(each, dict) for each in claims):
        raise row.wrong("'claims' is no list of claims")
    return claims


def _of_sources(made: Fact, sources: list[dict[str, Any]], day: Interval | None) -> Iterator[Fact]:
    """What each source of an exported record says; where none gives a day, the day of the record."""
    if not sources:
        yield _with(made, {"when": day})
        return
    days = [_interval(made.row, "when", each.get("when")) for each in sources]
    for each, told in zip(sources, days, strict=True):
        said = {name: each[name] for name in ("said_by", "score") if each.get(name) is not None}
        fields = {"when": told if any(days) else day, "status": _status(made.row, each.get("status"))}
        yield replace(
            made,
            document=str(each.get("document") or made.document),
            found_by=str(each.get("found_by") or ""),
            fields=made.fields | fields | said,
        )
