"""Lists of what is no part of a timeline: date expressions of a text, and judgements."""

from collections.abc import Iterable

from rich.console import RenderableType
from rich.text import Text

from kg.dates.english import words
from kg.records import Judgement, TimeExpression
from kg.show.console import Listing
from kg.show.safe import visible

_ID = 8  # characters of an id, as in the other tables


_OPEN = {  # why a date expression has no meaning of its own
    "publication": "open: needs the day of publication",
    "earlier": "open: needs a date before it",
    "event": "open: needs the day of what happened",
    "birth": "open: needs the day of birth",
}


def times(found: Iterable[tuple[str, TimeExpression]]) -> RenderableType:
    """Date expressions with the text that each stands in: where, what it means, and from what it is told."""
    rows = [
        _row(
            name,
            f"{each.start}–{each.end}",
            each.text,
            each.when.edtf if each.when else each.duration.text if each.duration else "",
            words(each.when) if each.when else _OPEN.get(each.anchor, ""),
            each.relation,
            each.anchor,
        )
        for name, each in found
    ]
    return Listing(("Text", "Characters", "Words", "EDTF", "Meaning", "Relation", "Told from"), rows)


def judgements(judgements: Iterable[Judgement]) -> RenderableType:
    """What was decided by hand, about whom or what."""
    rows = [
        _row(
            each.id[:_ID],
            each.verdict,
            ", ".join(each.names),
            (each.type or "").replace("_", " "),
            words(each.when) if each.when else "",
            f"“{each.quote}”" if each.quote else "",
        )
        for each in judgements
    ]
    return Listing(("Id", "Verdict", "Who", "What", "When", "Quote"), rows, below=1)


def _row(*cells: str) -> tuple[Text, ...]:
    return tuple(Text(visible(cell)) for cell in cells)
