"""Which tokens may head a stretch that speaks of people: most nouns speak of none, and are left aside at once."""

from functools import lru_cache

from spacy.strings import get_string_id
from spacy.tokens import Doc

from kg.nlp import lexicon
from kg.nlp.lexicon import GROUPS, PRONOUNS
from kg.nlp.names import PEERS

HYPHENS = frozenset("-‐‑–")
_SMALL = (*PRONOUNS, "other", "another", "both", "old")  # which may head a candidate, though no nouns of people
_HEADS = frozenset((*_SMALL, "husband", "wife"))
# spaCy's keys of what is asked of every token of a document
_TAGS = frozenset(map(get_string_id, ("NN", "NNS", "NNPS", "PRP", "PRP$", "WP", "WP$", "WDT")))
_WORDS = frozenset(map(get_string_id, (*_SMALL, "two", *PEERS, *lexicon.PEOPLES, *GROUPS)))
_FAMILIES = frozenset(map(get_string_id, ("NNP", "NNPS")))
_HYPHENED = frozenset(map(get_string_id, HYPHENS))


def possible_heads(doc: Doc, taken: set[int]) -> list[int]:
    """The tokens that may head a candidate, told by their tags or, failing that, by their words."""
    strings, lemmas = doc.vocab.strings, doc.to_array("LEMMA").tolist()
    # beside a hyphen the whole word tells: the "mother" and the "law" of "mother-in-law"
    near = {i + step for i, orth in enumerate(doc.to_array("ORTH").tolist()) if orth in _HYPHENED for step in (-1, 1)}
    keys = zip(doc.to_array("TAG").tolist(), doc.to_array("LOWER").tolist(), strict=True)
    return [
        i
        for i, (tag, word) in enumerate(keys)
        if (tag in _TAGS or word in _WORDS)
        and i not in taken
        and (i in near or _may_head(strings[word], strings[lemmas[i]], tag in _FAMILIES))
    ]


@lru_cache(maxsize=50_000)
def _may_head(word: str, lemma: str, is_proper: bool) -> bool:
    """Whether a word that no hyphen joins with others may head a candidate: most nouns speak of no people."""
    lemma = lemma.lower() or word
    is_known = word in _HEADS or lemma in lexicon.SECOND or bool({word, lemma} & GROUPS)
    is_known |= is_proper and word.endswith("s")
    return is_known or any(lexicon.person_noun(each) is not None for each in (lemma, f"ex-{lemma}"))
