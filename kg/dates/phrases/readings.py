"""What a form means on the calendar, given the day of publication and the dates told before it."""

from datetime import date

from kg.dates.phrases import almanac, counting
from kg.dates.phrases.context import Answer, Context
from kg.dates.phrases.form import Form
from kg.dates.phrases.parts import part_of

_READERS = almanac.READERS | counting.READERS


def read(form: Form, context: Context) -> Answer:
    """The interval that a form names, and "calendar", "publication", "earlier" or "event": what it was told from."""
    inner = read(form.inner, context) if form.inner else None
    when, anchor = _READERS[form.kind](form, context, inner)
    if when is not None and form.part:
        when = part_of(when, form.part, _turn(form, context, anchor))
    return when, anchor


def _turn(form: Form, context: Context, anchor: str) -> date | None:
    """The day before or after which a part is: of publication, or in "later that year" the date told before."""
    if anchor != "earlier" or context.last is None:
        return context.published
    return context.last.latest if form.part == "earlier" else context.last.earliest
