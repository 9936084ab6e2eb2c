"""Facts that were never prose, from a file into a store."""

from collections.abc import Iterable, Iterator
from pathlib import Path

from kg.errors import InputError
from kg.forgotten import Forgotten
from kg.ontology.schema import Ontology
from kg.read.chronology import facts
from kg.read.rows import is_chronology
from kg.records import Document, Reading, content_id
from kg.store import Held, Known, Store


def take(store: Store, path: Path, ontology: Ontology) -> int:
    """Puts the facts of a file, or a full export, in the place of what that file said before; how many claims.

    Raises InputError for a file that cannot be read or has a row that is wrong; nothing of it is taken then.
    """
    forgotten, location, text = Forgotten(*store.blocked()), str(path.resolve()), _text(path)
    if forgotten:
        named = [document for document, _ in facts(text, path.name, ontology).told]
        location = forgotten.place(location, named)
    source = next(name for name in _names(path) if _is_free(store, content_id("document", name), location))
    found = facts(text, source, ontology)
    told = [_left(forgotten, location, document, reading) for document, reading in found.told]
    judgements = [each for each in found.judgements if not any(map(forgotten.opened_by, each.names))]
    store.take(told, location, judgements)
    return sum(len(reading.claims) for _, reading in told)


def apart(paths: Iterable[Path]) -> tuple[list[Path], list[Path]]:
    """The files of facts, and all other paths."""
    found: tuple[list[Path], list[Path]] = ([], [])
    for path in paths:
        found[not (path.is_file() and _holds_facts(path))].append(path)
    return found


def _holds_facts(path: Path) -> bool:
    with path.open("rb") as stream:
        return is_chronology(stream.readline().decode("utf-8", "replace"))


def _left(forgotten: Forgotten, location: str, document: Document, reading: Reading) -> tuple[Document, Reading]:
    known = Known(document.id, document.source, f"{location}#{document.source}", document.digest, reading.stamp, {})
    left = forgotten.left(Held(document, reading, known))
    return left.document, left.reading


def _text(path: Path) -> str:
    try:
        return path.read_bytes().decode("utf-8-sig")
    except UnicodeDecodeError:
        raise InputError(f"{path} is no text in UTF-8") from None
    except OSError as error:
        raise InputError(f"{path} cannot be read: {error.strerror}") from None


def _names(path: Path) -> Iterator[str]:
    """The file's name, then that with more and more of its folders before it."""
    name = path.name
    yield name
    for folder in reversed(path.resolve().parent.parts):
        name = f"{folder.strip('/')}/{name}"
        yield name
    yield str(path.resolve())


def _is_free(store: Store, id: str, location: str) -> bool:
    """Whether no other file's document bears this id."""
    known = store.known(id)
    return known is None or known.location.partition("#")[0] == location
