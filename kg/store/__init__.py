"""The store: documents, what was read from them, and human judgements, in one SQLite file. Nothing derived is kept."""

from kg.store.schema import APPLICATION, VERSION
from kg.store.soundness import Flaw
from kg.store.store import IMPORTED, Blocked, Held, Known, Store, judgement_id

__all__ = ["APPLICATION", "IMPORTED", "VERSION", "Blocked", "Flaw", "Held", "Known", "Store", "judgement_id"]
