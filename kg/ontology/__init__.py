"""Event types, states and cue words: declared in TOML, checked when loaded."""
