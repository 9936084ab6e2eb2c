"""Prose -> time expressions: tokens -> forms -> joins -> readings -> phrases."""

from kg.dates.phrases.phrase import Phrase, phrases

__all__ = ["Phrase", "phrases"]
