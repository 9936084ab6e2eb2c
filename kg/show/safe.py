"""Words of documents made safe to print: they steer no terminal, break no line and turn no reading direction."""

import re

_BREAKS = re.compile(r"[\s\x85\u2028\u2029]+")
_UNSEEN = re.compile("[\x00-\x1f\x7f-\x9f\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff\ud800-\udfff\ufff9-\ufffb]")


def visible(text: str) -> str:
    """The text on one line, with a sign in place of every character that would act instead of being seen.

    >>> visible("red\\x1b[31m\\nand  blue")
    'red�[31m and blue'
    """
    return _UNSEEN.sub("\ufffd", _BREAKS.sub(" ", text))


def steady(text: str) -> str:
    """The text, character for character as long as it was and on the same lines, with a sign for what would act.

    >>> steady("red\\x1b[31m\\nand  blue")
    'red�[31m\\nand  blue'
    """
    return _UNSEEN.sub(lambda match: match[0] if match[0] in "\n\t" else "\ufffd", text)
