"""The store: documents, what was read from them, judgements, and the timeline last derived, in one SQLite file."""

from kg.store.schema import APPLICATION, VERSION
from kg.store.soundness import Flaw
from kg.store.store import IMPORTED, Blocked, Held, Known, Store, judgement_id

__all__ = ["APPLICATION", "IMPORTED", "VERSION", "Blocked", "Flaw", "Held", "Known", "Store", "judgement_id"]
