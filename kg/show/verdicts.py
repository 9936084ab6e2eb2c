"""What a person is asked to decide, and told before and after: doubts, differences, flaws, and somebody forgotten."""

from collections.abc import Iterable, Iterator, Mapping

from rich.console import Group, RenderableType
from rich.text import Text

from kg.dates.english import stretch, words
from kg.dates.interval import Interval
from kg.records import Decision, Difference, Document, Doubt, Evidence
from kg.show.console import Listing
from kg.show.safe import visible
from kg.show.tables import cited

Documents = Mapping[str, Document]

_ID = 8  # characters of an id, as in the other tables
_COLOURS = {
    "new": "green",
    "tighter": "cyan",
    "source": "cyan",
    "status": "yellow",
    "date": "yellow",
    "against": "red",
    "gone": "red",
}


def doubts(doubts: Iterable[Doubt]) -> RenderableType:
    """Facts to look at, the least sure first, each with what speaks against it."""
    rows = [
        (
            _text(f"{doubt.sureness:.2f}", "bold"),
            _text(_spaced(doubt.type)),
            _text(", ".join(doubt.people)),
            _text(words(doubt.when) if doubt.when else ""),
            _text(doubt.id[:_ID], "dim"),
            _text("; ".join(doubt.why), "yellow"),
            _text(f"“{doubt.quotes[0].quote}”", "italic"),
        )
        for doubt in doubts
    ]
    return Listing(("Sure", "What", "Who", "When", "Id", "Why", "Quote"), rows, below=2)


def doubt(number: int, count: int, doubt: Doubt) -> RenderableType:
    """The line above a fact that is to be decided on."""
    return _text(f"{number} of {count}: {'; '.join(doubt.why) or 'nothing speaks against it'}", "yellow")


def differences(differences: Iterable[Difference], documents: Documents) -> RenderableType:
    """What would change: first new facts, then what becomes of known ones."""
    rows = [
        (
            _text(each.change, _COLOURS.get(each.change, "")),
            _text(_spaced(each.type)),
            _text(", ".join(each.people)),
            _text("" if each.change in ("status", "against", "name") else _spaced(each.status.value)),
            _text(_change(each)),
            _text(each.id[:_ID], "dim"),
            _text("; ".join(_quoted(each.quotes, documents)), "italic"),
        )
        for each in differences
    ]
    return Listing(("Change", "What", "Who", "Status", "When", "Id", "Quote"), rows, below=1)


def decisions(decisions: Iterable[Decision], documents: Documents) -> RenderableType:
    """What was decided by hand, about whom or what, and whether that is still found."""
    rows = [
        (
            _text(each.id[:_ID]),
            _text(each.verdict),
            _text(", ".join(each.names) or _source(each, documents)),
            _text(_spaced(each.type or "")),
            _text(words(each.when) if each.when else ""),
            _text("" if each.state == "holds" else _STATES[each.state], "red"),
            _text(f"“{each.quote}”" if each.quote else "", "italic"),
        )
        for each in decisions
    ]
    return Listing(("Id", "Verdict", "Who", "What", "When", "", "Quote"), rows, below=1)


def flaws(flaws: Iterable[object]) -> RenderableType:
    """What is wrong with a store, where, and what to do about it."""
    rows = [
        (_text(each.where, "bold"), _text(each.what), _text(each.remedy, "cyan"))  # type: ignore[attr-defined]
        for each in flaws
    ]
    return Listing(("Where", "What is wrong", "What to do"), rows, below=1)


def lines(pairs: Iterable[tuple[str, str]]) -> RenderableType:
    """Pairs of a word and what is to be said about it, one below the other."""
    return Group(*(Text.assemble((f"{name}: ", "bold"), visible(said)) for name, said in pairs))


_STATES = {"overruled": "overruled since", "unattached": "finds nothing any more"}


def _source(decision: Decision, documents: Documents) -> str:
    document = documents.get(decision.document or "")
    return document.source if document else decision.document or ""


def _quoted(quotes: Iterable[Evidence], documents: Documents) -> Iterator[str]:
    for quote in quotes:
        document = documents.get(quote.document)
        yield f"“{quote.quote}”" + (f" {cited(document)}" if document else "")


def _change(difference: Difference) -> str:
    """What was and what would be; of a new fact only the latter."""
    if difference.change == "source":
        return f"{difference.before} → {difference.after} sources"
    before, after = _told(difference.before), _told(difference.after)
    if difference.change == "against":
        return difference.after
    if difference.change in ("new", "gone"):
        return after or before
    return f"{before or 'undated'} → {after or 'undated'}"


def _told(text: str) -> str:
    """A date in words; anything else as it is.

    >>> _told("2017-06"), _told("reported"), _told("2017 to ..")
    ('June 2017', 'reported', 'began 2017')
    """
    try:
        if " to " in text:
            return stretch(*(None if end == ".." else Interval.from_edtf(end) for end in text.split(" to ")))
        return words(Interval.from_edtf(text)) if text else ""
    except ValueError:
        return text


def _spaced(type: str) -> str:
    return type.replace("_", " ")


def _text(text: str, style: str = "") -> Text:
    return Text(visible(text), style)
