"""The language pipeline: from characters to a spaCy Doc with names, trees, time expressions and people."""
