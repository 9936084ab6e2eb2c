"""Where tree and tags of a reading say different things: what only a verb can be is one."""

import numpy as np
from spacy.tokens import Doc, Token

_CLAUSES = frozenset(["root", "conj", "ccomp", "parataxis"])
_SUBJECTS = ("nsubj", "nsubj:pass")
_HELPING = frozenset(["cop", "aux", "aux:pass"])


def repaired(doc: Doc) -> Doc:
    """The document, with the verbs that were tagged as adjectives tagged as verbs: "Ada and Ben separate in June"."""
    strings = doc.vocab.strings
    subjects = np.isin(doc.to_array("DEP"), np.array([strings[name] for name in _SUBJECTS], dtype=np.uint64))
    for i in np.flatnonzero(subjects).tolist():
        verb = doc[i].head
        if verb.tag_ == "JJ" and verb.i > i and _is_verb(verb):
            verb.tag_, verb.pos_ = ("VBD" if verb.lower_.endswith("ed") else "VBP"), "VERB"
    return doc


def _is_verb(word: Token) -> bool:
    """Whether it heads a clause of its own without a copula, and there is such a verb."""
    from lemminflect import getLemma

    if word.dep_ not in _CLAUSES or any(child.dep_ in _HELPING for child in word.children):
        return False
    return bool(getLemma(word.lower_, upos="VERB", lemmatize_oov=False))
