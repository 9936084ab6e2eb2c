"""What a question, a list or a length of time shows in a notebook, and gives on as data and as a table for pandas."""

from collections.abc import Iterable, Iterator, Sequence
from html import escape
from typing import TYPE_CHECKING, Any, Generic, TypeVar, overload

from pydantic import BaseModel

from kg.dates.interval import Certainty, Duration
from kg.query.wording import years
from kg.records import Answer, Event, Person, State

if TYPE_CHECKING:
    import pandas

R = TypeVar("R", bound=BaseModel)
_YEAR = 365.2425  # days


class Listed(Sequence[R], Generic[R]):
    """Records in order, which a notebook shows as a table."""

    def __init__(self, records: Iterable[R]) -> None:
        self._records = tuple(records)

    @overload
    def __getitem__(self, i: int) -> R: ...
    @overload
    def __getitem__(self, i: slice) -> "Listed[R]": ...
    def __getitem__(self, i: int | slice) -> "R | Listed[R]":
        return Listed(self._records[i]) if isinstance(i, slice) else self._records[i]

    def __len__(self) -> int:
        return len(self._records)

    def __iter__(self) -> Iterator[R]:
        return iter(self._records)

    def __repr__(self) -> str:
        return "\n".join(" · ".join(str(value) for value in row.values() if value != "") for row in map(flat, self))

    def _repr_html_(self) -> str:
        return table(list(map(flat, self)))

    def to_dict(self) -> list[dict[str, Any]]:
        """The records as plain data."""
        return [record.model_dump(mode="json") for record in self]

    def to_frame(self) -> "pandas.DataFrame":
        """A table of the records, one row each, for pandas."""
        import pandas

        return pandas.DataFrame(list(map(flat, self)))


class Held(list[tuple[State, Certainty]]):
    """States that held on a day, the certain first, each with how sure that is; a notebook shows a table."""

    def _rows(self) -> list[dict[str, Any]]:
        return [{**flat(state), "certainty": sure.value} for state, sure in self]

    def __repr__(self) -> str:
        return "\n".join(" · ".join(str(value) for value in row.values() if value != "") for row in self._rows())

    def _repr_html_(self) -> str:
        return table(self._rows())

    def to_dict(self) -> list[dict[str, Any]]:
        """The states as plain data, with how sure each is."""
        return [{**state.model_dump(mode="json"), "certainty": sure.value} for state, sure in self]

    def to_frame(self) -> "pandas.DataFrame":
        """A table for pandas, a state a row."""
        import pandas

        return pandas.DataFrame(self._rows())


class Lasted(Duration):
    """A length of time that a notebook shows in words."""

    def to_dict(self) -> dict[str, Any]:
        """The least and the most days and whole years, both None where that end is open."""
        least, most = self.years
        return {"days": [self.least, self.most], "years": [least, most]}

    def to_frame(self) -> "pandas.DataFrame":
        """A table of one row for pandas."""
        import pandas

        return pandas.DataFrame([{"least_days": self.least, "most_days": self.most}])

    def __repr__(self) -> str:
        return years(*(None if days is None else round(days / _YEAR, 2) for days in (self.least, self.most)))

    def _repr_html_(self) -> str:
        return f"<p>{escape(repr(self))}</p>"


class Answered(Answer):
    """An answer that a notebook shows with its quotes."""

    def __init__(self, made: Answer) -> None:
        super().__init__(**{name: getattr(made, name) for name in Answer.model_fields})

    def to_dict(self) -> dict[str, Any]:
        """The answer as plain data."""
        return self.model_dump(mode="json")

    def to_frame(self) -> "pandas.DataFrame":
        """A table of its quotes for pandas, a quote a row."""
        import pandas

        return pandas.DataFrame([{"answer": self.text, **each.model_dump()} for each in self.evidence])

    def __repr__(self) -> str:
        return f"{self.text} ({self.certainty.value})"

    __str__ = __repr__

    def _repr_html_(self) -> str:
        quotes = "".join(f"<blockquote>{escape(each.quote)}</blockquote>" for each in self.evidence)
        return f"<p><b>{escape(self.text)}</b> ({escape(self.certainty.value)})</p>{quotes}"


def flat(record: BaseModel) -> dict[str, Any]:
    """One row of a table: the few fields of a record that people read."""
    if isinstance(record, Event):
        when = record.when.edtf if record.when else ""
        people = ", ".join(member.name for member in record.people)
        return {
            "when": when,
            "type": record.type,
            "people": people,
            "status": record.status.value,
            "place": record.place or "",
        }
    if isinstance(record, State):
        people = ", ".join(member.name for member in record.people)
        told = {name: end.days.edtf if end.days else "" for name, end in (("start", record.start), ("end", record.end))}
        return {"type": record.type, "people": people, "stint": record.stint, **told, "status": record.status.value}
    if isinstance(record, Person):
        return {"name": record.name, "aliases": ", ".join(record.aliases), "mentions": record.mentions, "id": record.id}
    return record.model_dump(mode="json")


def table(rows: list[dict[str, Any]]) -> str:
    """Rows as an HTML table; every text is escaped.

    >>> table([{"name": "<b>"}])
    '<table><thead><tr><th>name</th></tr></thead><tbody><tr><td>&lt;b&gt;</td></tr></tbody></table>'
    """
    head = "".join(f"<th>{escape(str(name))}</th>" for name in (rows[0] if rows else {}))
    body = "".join(
        "<tr>" + "".join(f"<td>{escape(str(value))}</td>" for value in row.values()) + "</tr>" for row in rows
    )
    return f"<table><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>"
