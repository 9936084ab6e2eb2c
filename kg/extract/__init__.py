"""From a read Doc to claims: who, what, when, how surely, with the characters that say so."""
