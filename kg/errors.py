"""What can go wrong on the user's side; the command line turns each into one line and exit code 2.

KgError
├── InputError       a path, a document or a metadata file that cannot be read
├── StoreError       a file that is no store, or one of another version
├── OntologyError    an event-type file that does not hold together
├── ModelError       a language pipeline that kg cannot work with
└── UnknownName      a person, event, document or type that nobody bears
"""

from collections.abc import Iterable
from difflib import get_close_matches


class KgError(Exception):
    """One line for the user: what, where, and what to do."""


class InputError(KgError):
    """A path, a document or a metadata file that cannot be read."""


class StoreError(KgError):
    """A file that is no store of kg, or a store that cannot be used."""


class OntologyError(KgError):
    """An event-type file that does not hold together."""


class ModelError(KgError):
    """A language pipeline that kg cannot work with."""


class UnknownName(KgError):
    """A person, event, document or type that nobody bears."""


def unknown(kind: str, name: str, known: Iterable[str]) -> str:
    """A line saying that no `kind` is called `name`, with the nearest known name.

    >>> unknown("event type", "engagd", ["engaged", "married"])
    "no event type is called 'engagd'; did you mean 'engaged'?"
    >>> unknown("person", "Zo", ["Ada Byron"])
    "no person is called 'Zo'"
    """
    folded = {each.casefold(): each for each in sorted(known)}
    near = get_close_matches(name.casefold(), list(folded), n=1, cutoff=0.6)
    hint = f"; did you mean {folded[near[0]]!r}?" if near else ""
    return f"no {kind} is called {name!r}{hint}"
