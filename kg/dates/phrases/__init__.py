"""Prose -> time expressions: tokens -> forms -> joins -> readings -> phrases -> stretches."""

from kg.dates.phrases.phrase import Phrase
from kg.dates.phrases.reader import phrases

__all__ = ["Phrase", "phrases"]
