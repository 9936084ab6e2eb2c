"""Interviews: whose answers the quotations are that nobody is said to speak."""

from collections.abc import Callable, Iterable, Sequence

from spacy.tokens import Doc

from kg.nlp.candidates import Candidate
from kg.nlp.headlines import title_end
from kg.nlp.lexicon import PRONOUNS
from kg.nlp.phrases import doc_word
from kg.nlp.quotations import Quote
from kg.nlp.shapes import normalised

_FIRST_PERSON = frozenset(word for word, (_, number) in PRONOUNS.items() if number in ("speaker", "speakers"))
_MARKS = ("'", '"', "''")


def titled(doc: Doc, candidates: Iterable[Candidate]) -> int | None:
    """The head of the one name to whom a title gives words: "Jane Roe: 'We were friends'", "Lunch with Jane Roe: …"."""
    end = title_end(doc)
    colon = next((i for i in range(max(end - 1, 0)) if doc[i].text == ":" and normalised(doc[i + 1].text) in _MARKS), 0)
    named = [each.head for each in candidates if each.kind == "name" and each.end <= colon]
    return named[0] if len(named) == 1 else None


def only_speaker(quotes: Iterable[Quote], known_at: Callable[[int], tuple[int, ...]]) -> int | None:
    """The head of the first mention that is said to speak, where all quotations of the document are one person's."""
    heads = [quote.speaker for quote in quotes if quote.speaker is not None]
    figures = {known_at(head) for head in heads}
    return heads[0] if len(figures) == 1 and len(min(figures)) == 1 else None


def attribute(doc: Doc, quotes: Sequence[Quote], speaker: int) -> None:
    """Gives what is told in the first person, and by nobody, to the one who is interviewed."""
    start = title_end(doc)
    for quote in quotes:
        is_own = any(doc_word(doc, i) in _FIRST_PERSON for i in range(quote.start, quote.end))
        if quote.speaker is None and is_own and (quote.start >= start or speaker < start):
            quote.speaker = speaker
