"""A store whose timeline is laid down and up to date, opened without loading what derives it."""

import logging
from pathlib import Path

from kg.build.reader import code
from kg.errors import StoreError
from kg.ontology.schema import Ontology
from kg.records import content_id
from kg.store import Store
from kg.store.derived import Derived

log = logging.getLogger(__name__)
CODE = ("dates", "resolve", "records.py")  # what decides what follows from claims


def current(db: Path | str, ontology: Ontology) -> Store | None:
    """The store, held, with its timeline up to date; None where that can neither be read nor be laid down."""
    store = Store(db, readonly=True)
    if not Derived(store).is_current(stamp_of(ontology)):
        store.close()
        from kg.build.derived import refresh

        try:
            with Store(db, create=False) as writer:
                refresh(writer, ontology)
        except StoreError:
            log.debug("the timeline cannot be laid down in %s", db, exc_info=True)
        store = Store(db, readonly=True)
    store.hold()
    if Derived(store).is_current(stamp_of(ontology)):
        return store
    store.close()
    return None


def stamp_of(ontology: Ontology) -> str:
    """The versions of the code and the event types by which a timeline is derived."""
    return content_id(code(*CODE), ontology.digest)
