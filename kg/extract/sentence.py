"""What a sentence and its marks make of all that it tells: a question, a correction, a word that is not meant."""

from itertools import pairwise

from spacy.tokens import Token

OPENING, CLOSING = {"'", "‘", '"', "“", "``"}, {"'", "’", '"', "”", "''"}
MEANINGFUL = {"NOUN", "PROPN", "VERB", "ADJ", "ADV", "PRON"}


def is_so_called(word: Token) -> bool:
    """Whether the word alone, or with its owner, stands in quotation marks: "his 'wife' Ada", "they were 'married'"."""
    doc, first = word.doc, word.i
    if first > 0 and doc[first - 1].dep_ == "nmod:poss":  # "called her 'my wife'"
        first -= 1
    return first > 0 and word.i + 1 < len(doc) and doc[first - 1].text in OPENING and doc[word.i + 1].text in CLOSING


def is_of_title(word: Token) -> bool:
    """Whether the word is part of a title in italics, all of whose words that mean something are capitals."""
    spans = (word.doc[start:end] for start, end in word.doc._.italics if start <= word.i < end)
    inside = next(spans, None)
    return inside is not None and not any(each.is_lower and each.pos_ in MEANINGFUL for each in inside)


def is_question(trigger: Token) -> bool:
    """Whether the sentence asks."""
    for token in reversed(list(trigger.sent)):
        if not token.is_space and not token.is_quote and token.text not in ("'", "’", "”"):
            return token.text.endswith("?")
    return False


def is_withdrawn(trigger: Token) -> bool:
    """Whether the sentence only tells what was printed wrongly: "an earlier version of this article said that"."""
    words = [token.lower_ for token in trigger.sent]
    return any(
        word in ("earlier", "previous", "original")
        and after in ("version", "versions", "edition", "editions")
        and {"this", "article", "interview", "story", "item", "report"} & set(words[i : i + 7])
        for i, (word, after) in enumerate(pairwise(words))
    )
