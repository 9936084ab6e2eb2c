"""Event types from TOML: the packs that come with kg, and a user's own file on top."""

import hashlib
import tomllib
from pathlib import Path
from typing import Any, TypeVar

from pydantic import ValidationError

from kg.errors import OntologyError, unknown
from kg.ontology.schema import EventType, Ontology, StateType

T = TypeVar("T", EventType, StateType)
PACKS = ("relationships.toml", "family.toml", "cues.toml")


def load(extra: Path | None = None) -> Ontology:
    """The ontology of the packs; `extra` adds types or replaces those of the same name.

    Raises OntologyError, which names the file, the key and what is wrong.
    """
    paths = [Path(__file__).parent / name for name in PACKS] + ([extra] if extra else [])
    events: dict[str, EventType] = {}
    states: dict[str, StateType] = {}
    kin: dict[str, tuple[str, ...]] = {}
    work: dict[str, tuple[str, ...]] = {}
    cues: dict[str, tuple[str, ...]] = {}
    digest = hashlib.sha256()
    for path in paths:
        table = _table(path, digest)
        events |= {name: _declared(EventType, name, body, path) for name, body in table.get("events", {}).items()}
        states |= {name: _declared(StateType, name, body, path) for name, body in table.get("states", {}).items()}
        kin |= {name: tuple(nouns) for name, nouns in table.get("kin", {}).items()}
        work |= {name: tuple(words) for name, words in table.get("work", {}).items()}
        cues |= {name: tuple(words) for name, words in table.get("cues", {}).items()}
    ontology = Ontology(events=events, states=states, kin=kin, work=work, cues=cues, digest=digest.hexdigest())
    _check(ontology)
    return ontology


def _table(path: Path, digest: Any) -> dict[str, Any]:
    try:
        raw = path.read_bytes()
        digest.update(raw)
        return tomllib.loads(raw.decode())
    except OSError as error:
        raise OntologyError(f"{path}: cannot be read ({error.strerror})") from None
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise OntologyError(f"{path}: is not TOML ({error})") from None


def _declared(kind: type[T], name: str, body: dict[str, Any], path: Path) -> T:
    try:
        return kind(name=name, **body)
    except ValidationError as error:
        fault: Any = error.errors()[0]
        raise OntologyError(f"{path}: {'.'.join(map(str, (name, *fault['loc'])))}: {fault['msg']}") from None
    except TypeError as error:
        raise OntologyError(f"{path}: {name}: {error}") from None


def _check(ontology: Ontology) -> None:
    for event in ontology.events.values():
        for state in (*event.opens, *event.closes):
            if state not in ontology.states:
                raise OntologyError(f"event type {event.name}: {unknown('state', state, ontology.states)}")
        for earlier in event.after:
            if earlier not in ontology.events:
                raise OntologyError(f"event type {event.name}: {unknown('event type', earlier, ontology.events)}")
