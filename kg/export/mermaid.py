"""A Mermaid timeline for a README: https://mermaid.js.org/syntax/timeline.html

Only what is told as having happened, and dated; rumours and reports say so.
"""

import re
from collections.abc import Iterator

from kg.dates.english import words
from kg.export.options import Options
from kg.records import Event, Status, Timeline

# what ends an entry or starts a directive, comment or tag in Mermaid's text, as its entity codes
_SIGNS = re.compile(r"[^\w .,’'()\-–]")


def chunks(timeline: Timeline, options: Options) -> Iterator[str]:
    """The diagram, a happening a line, in order."""
    yield "timeline\n"
    dated = [event for event in timeline.events if event.when and event.status.is_real and _day(event)]
    for event in sorted(dated, key=lambda event: (_day(event), event.id)):
        yield f"    {safe(words(event.when))} : {safe(_told(event))}\n"


def safe(text: str) -> str:
    """A text that Mermaid shows as it is.

    >>> safe("a: <b>")
    'a#58; #60;b#62;'
    """
    return _SIGNS.sub(lambda match: " " if match[0].isspace() else f"#{ord(match[0])};", text)


def _told(event: Event) -> str:
    doubt = "" if event.status is Status.ASSERTED else f" ({event.status.value})"
    return f"{event.type.replace('_', ' ')}{doubt}, {' and '.join(member.name for member in event.people)}"


def _day(event: Event) -> str:
    when = event.when
    day = (when.earliest or when.latest) if when else None
    return day.isoformat() if day else ""
