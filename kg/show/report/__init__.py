"""A timeline as one page that a browser shows without a network: everything known, each fact with its proof.

The words of documents stand in the page as data alone. Its script puts them there as text, never as markup, and the
page's own policy lets nothing else run and nothing be fetched.
"""

import json
from base64 import b64encode
from hashlib import sha256
from importlib.resources import files
from pathlib import Path

from kg.export.target import write_file
from kg.records import Timeline
from kg.show.report.data import told


def write_report(timeline: Timeline, path: str | Path, *, title: str = "Who was what to whom, and when") -> None:
    """Write the page to a file, all of it or nothing. Raises KgError where that cannot be."""
    write_file(Path(path), [page(timeline, title=title)])


def page(timeline: Timeline, *, title: str = "") -> str:
    """The page as HTML."""
    from jinja2 import Environment

    template = Environment(autoescape=True, trim_blocks=True, keep_trailing_newline=True).from_string(
        _part("page.html")
    )
    style, script = _part("page.css"), _part("map.js") + _part("page.js")
    return template.render(
        title=title,
        timeline=timeline,
        style=style,
        script=script,
        data=_inert(told(timeline)),
        style_hash=_hash(style),
        script_hash=_hash(script),
    )


def _inert(data: object) -> str:
    """JSON that cannot end the script element that holds it, nor change how the rest of the page is read.

    >>> _inert("</script>")
    '"\\\\u003c/script>"'
    """
    return json.dumps(data, ensure_ascii=False, separators=(",", ":")).replace("<", "\\u003c")


def _part(name: str) -> str:
    return (files(__package__) / name).read_text(encoding="utf-8")


def _hash(text: str) -> str:
    """How a page's policy names a script or a style that may be used (CSP level 3, section 2.3.1)."""
    return b64encode(sha256(text.encode()).digest()).decode()
