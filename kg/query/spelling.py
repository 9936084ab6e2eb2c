"""Misspelled words of a question that nobody understood: "when did they devorce?"."""

from collections.abc import Callable

from kg.query.facts import Facts
from kg.query.people import folded
from kg.query.pieces import SMALL
from kg.query.words import lemmas, tokenized

_SHORTEST = 4  # letters of a word that is looked at: one wrong letter of three makes another word
_LONG = 7  # letters from which on two may be wrong: "seperted"
_ASKING = frozenset("what when where which whom whose".split())


def respelled(text: str, facts: Facts) -> tuple[str, tuple[str, ...]]:
    """The question with each word that is no English and nobody's name as the nearest word that kg knows, and notes.

    A word to which two known ones are equally near stays as it is.
    """
    return _with(text, lambda word: _nearest(word, facts) if word.islower() else "")


def asking(text: str, facts: Facts) -> tuple[str, tuple[str, ...]]:
    """The question with its first word mended, if it is nearly one that asks: "Wehn did they meet?"."""
    first = next((word for word, _, _ in tokenized(text)), "")
    found = _near(first.lower(), _ASKING) if _is_free(first.lower(), facts) and first.lower() not in SMALL else ()
    mended = found[0].capitalize() if len(found) == 1 and not _is_word(first.lower()) else ""
    return _with(text, lambda word: mended if word == first else "")


def _with(text: str, mended: Callable[[str], str]) -> tuple[str, tuple[str, ...]]:
    """The text with what stands for its words, where something does, and a note on each."""
    found, notes, place = "", [], 0
    for word, start, end in tokenized(text):
        if new := mended(word):
            notes.append(f"{word!r} is read as {new!r}")
        found, place = found + text[place:start] + (new or word), end
    return found + text[place:], tuple(notes)


def _nearest(word: str, facts: Facts) -> str:
    """The known word that is nearest to a misspelled one; "" where none is, or the word is spelled well."""
    known = facts.lexicon.vocabulary
    if word in known | SMALL or not _is_free(word, facts):
        return ""
    near = _near(word, known) or _near(word, SMALL)
    is_one = near and frozenset.intersection(*map(lemmas, near))  # "engaged" and "engage" are one
    return max(near, key=len) if is_one and not _is_word(word) else ""


def _near(word: str, known: frozenset[str]) -> tuple[str, ...]:
    from rapidfuzz import process
    from rapidfuzz.distance import OSA

    most = 1 if len(word) < _LONG else 2
    near = process.extract(word, known, scorer=OSA.distance, score_cutoff=most, limit=None)
    best = min((distance for _, distance, _ in near), default=0)
    return tuple(sorted(each for each, distance, _ in near if distance == best and len(each) >= _SHORTEST))


def _is_word(word: str) -> bool:
    from kg.nlp.lemmas import is_word  # with spaCy and a dictionary, which no question needs that is understood

    return is_word(word)


def _is_free(word: str, facts: Facts) -> bool:
    return len(word) >= _SHORTEST and word.isalpha() and not facts.names.find(folded(word))
