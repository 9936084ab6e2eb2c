"""Children whose names are a place's or a plain word's: "daughters India, four, and Apple", "her son Racer".

So are parents': "born to Dale and Hope Roe".
"""

from collections.abc import Iterator

from spacy.tokens import Doc, Span, Token

from kg.nlp.names import is_title
from kg.nlp.phrases import places

_ONE = frozenset(["son", "daughter"])
_CHILD = frozenset(["boy", "girl", "baby", "child"])  # only where told to be called so
_NAMING = frozenset(["called", "named"])
_MANY = frozenset(["sons", "daughters", "children", "kids", "twins", "triplets", "boys", "girls"])
_HAVING = frozenset(["has", "have", "had", "share", "shares", "shared", "raise", "raises"])  # "she has Ava, 3"
# what stands between the names: ages, and what a child is
_BETWEEN = frozenset(["named", "called", "aged", "age", "months", "month", "years", "year", "old", "baby", "plus"])
_BETWEEN |= {*_ONE, *_MANY, ",", "and", "&", ":", "(", ")", "-", "‑", "–"}
_NO_NAMES = frozenset(["PERSON", "DATE", "WORK"])
_TAGS = frozenset(["NNP", "NNPS", "NN", "NNS", "JJ", "FW"])
_REACH = 40  # tokens of a row
_BEING = frozenset([",", ":", "were", "are"])  # "his parents were Dale and Hope Roe"
_LONGEST = 2  # words of such a name


def name_children(doc: Doc) -> None:
    """Makes people's names of the words in a row of children that are nothing else there."""
    nouns = (doc[i] for i in places(doc, "LOWER", _ONE | _CHILD | _MANY | _HAVING) if doc[i].is_lower)
    found = {(span.start, span.end): span for noun in nouns for span in _children(noun)}
    if found:
        doc.set_ents(list(found.values()), default="unmodified")


def name_parents(doc: Doc) -> None:
    """Makes a person's name of the word before "and" and a full name, where two are told to be parents."""
    found = []
    for i in places(doc, "LOWER", ["and", "&"]):
        if 2 <= i < len(doc) - 2 and doc[i + 1].ent_type_ == doc[i + 2].ent_type_ == "PERSON":
            first = doc[i - 1]
            is_name = _may_name(first) and first.tag_ == "NNP" and not is_title(first.text) and first.head.i != i + 1
            if is_name and _are_parents(first) and _is_whole(doc[i - 1 : i]):
                found.append(Span(doc, i - 1, i, label="PERSON"))
    if found:
        doc.set_ents(found, default="unmodified")


def _are_parents(first: Token) -> bool:
    """Whether what stands before a name makes it a parent's: "born in York to", "the son of", "his parents,"."""
    before = [token.lower_ for token in first.doc[max(first.sent.start, first.i - _REACH) : first.i]]
    is_of = before[-1:] == ["of"] and not {*before[-2:-1]}.isdisjoint(_ONE | _MANY | {"child"})
    is_told = before[-1:] == ["parents"] or (before[-2:-1] == ["parents"] and before[-1] in _BEING)
    return is_of or is_told or (before[-1:] == ["to"] and "born" in before)


def _children(noun: Token) -> Iterator[Span]:
    """The names behind a word for children that the model passed over.

    Right behind "son" or "daughter" stands a name, and behind "a boy called". In a row of several it needs an age, or a
    child beside it that the model knows for a person: not "she teaches her children French".
    """
    row = list(_row(noun))
    is_known = any(span[0].ent_type_ == "PERSON" for span in row)
    for span in row:
        is_called = span.start == noun.i + 2 and noun.nbor().lower_ in _NAMING and noun.lower_ in _ONE | _CHILD
        is_first = (span.start == noun.i + 1 and noun.lower_ in _ONE) or is_called
        is_child = is_first or _is_aged(span) or (is_known and noun.lower_ in _MANY)
        if noun.lower_ in _HAVING:  # not "has Covid, 19 days after"
            is_child = _is_aged(span) and not span.doc[min(span.end + 2, len(span.doc) - 1)].is_alpha
        if is_child and span[0].ent_type_ != "PERSON" and _is_whole(span):
            yield Span(noun.doc, span.start, span.end, label="PERSON")


def _row(noun: Token) -> Iterator[Span]:
    """What may be names in a row behind the noun, those that the model knows for people's among them."""
    doc, i, end = noun.doc, noun.i + 1, min(noun.sent.end, noun.i + _REACH)
    while i < end:
        token, first = doc[i], i
        is_person = token.ent_type_ == "PERSON"
        while i < end and (doc[i].ent_type_ == "PERSON" if is_person else _may_name(doc[i])):
            i += 1
        if i > first:
            yield doc[first:i]
        elif token.lower_ in _BETWEEN or token.like_num or token.is_space:
            i += 1
        else:
            return


def _may_name(token: Token) -> bool:
    is_word = token.is_alpha and token.text[0].isupper() and not token.is_sent_start
    return is_word and token.tag_ in _TAGS and token.ent_type_ not in _NO_NAMES


def _is_aged(span: Span) -> bool:
    """Whether an age stands behind: "India, four", "Racer (12)"."""
    after = span.doc[span.end : span.end + 2]
    return len(after) == 2 and after[0].text in ",(" and after[1].like_num and len(after[1].text) < 10


def _is_whole(span: Span) -> bool:
    """Whether the words are all of a name, of no longer one and of no other kind: not "her son London-based"."""
    doc, end = span.doc, span.end
    inside = [ent for ent in doc[span.start : end].ents if ent.start < span.start or ent.end > end]
    after = doc[end] if end < len(doc) else None
    is_part = after is not None and (after.text in "-‑" or after.ent_type_ == "PERSON" or after.text.isdigit())
    return len(span) <= _LONGEST and not inside and not is_part
