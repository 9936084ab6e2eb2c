"""What a form means on the calendar, given the day of publication and the dates told before it."""

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
        when = part_of(when, form.part, context.published)
    return when, anchor
