"""Text under front matter; found by its first line, whatever the file is called."""

import re
from collections.abc import Iterator

from kg.errors import InputError
from kg.read.draft import KEYS, Draft, draft

OPENS = re.compile(r"\s*---[ \t]*\n")
LONGEST = 100_000  # characters of front matter; what is longer is no front matter
NAMES_A_KEY = re.compile(rf"^\s*(?:{'|'.join(key for keys in KEYS.values() for key in keys)})\s*:", re.I | re.M)


def has_front_matter(text: str) -> bool:
    """Whether `text` opens with the line that front matter opens with.

    >>> has_front_matter("--- \\ntitle: A\\n---\\nThey met."), has_front_matter("They met.\\n---\\n")
    (True, False)
    """
    return bool(OPENS.match(text))


def drafts(text: str) -> Iterator[Draft]:
    """One draft: the text below the front matter, with what the front matter says.

    Raises InputError where front matter is there but cannot be parsed. A rule drawn above prose is no front matter.
    """
    block, body = split(text)
    fields = _fields(block)
    yield draft(text.strip(), {}) if fields is None else draft(body.strip(), fields)


def split(text: str) -> tuple[str, str]:
    """Front matter and body; an empty front matter where the block is never closed."""
    from frontmatter.default_handlers import YAMLHandler

    try:
        block, body = YAMLHandler().split(text)
    except ValueError:  # no second line of dashes
        return "", text
    return (block, body) if len(block) <= LONGEST else ("", text)


def _fields(block: str) -> dict[str, object] | None:
    """The fields of front matter, every value as it is written; None where it is no front matter."""
    import yaml
    from frontmatter.default_handlers import YAMLHandler

    try:
        # BaseLoader makes strings only: no dates to crash on, no NO read as False, no objects
        fields = YAMLHandler().load(block, Loader=yaml.BaseLoader)
    except (yaml.YAMLError, RecursionError, ValueError) as error:
        if not NAMES_A_KEY.search(block):
            return None
        line = getattr(getattr(error, "problem_mark", None), "line", None)
        where = "" if line is None else f" (line {line + 1})"
        raise InputError(f"its front matter cannot be parsed{where}; correct it or take it out") from None
    return fields if isinstance(fields, dict) else None
