"""Names that the model passed over, or took for places, though the rest of the document knows them as people's."""

from collections import Counter
from collections.abc import Iterator

from spacy.strings import get_string_id
from spacy.tokens import Doc, Span, Token

from kg.nlp import names
from kg.nlp.names import fold, is_title
from kg.nlp.phrases import acts_alone, doc_word, is_joined
from kg.nlp.shapes import normalised

_PLACING = frozenset(["in", "at", "from", "near", "to", "of", "around", "across", "into", "the"])
_STAYING = frozenset(["in", "at", "near", "around", "across", "into"])
_OFTEN = 3  # times that a first name is told before a place's label counts for nothing
_NOUNS = frozenset(map(get_string_id, ("NNP", "NNPS", "NN")))  # "Guy" and "Form" look like common nouns


def repeats(doc: Doc, spans: list[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """Capitalised words that the model passed over though they are part of a full name of this document."""
    texts = [doc[start:end].text for start, end in spans]
    full = {fold(text) for text, (start, end) in zip(texts, spans, strict=True) if end - start > 1}
    known, given = _known_words(doc, texts), _given(doc, spans, texts)
    inside = {i for start, end in spans for i in range(start, end)}
    labels = {i: span for span in doc.ents if span.label_ != "PERSON" for i in range(span.start, span.end)}
    done = 0
    keys = zip(doc.to_array("TAG").tolist(), doc.to_array("IS_LOWER").tolist(), strict=True)
    for i, (tag, is_small) in enumerate(keys):
        if i < done or tag not in _NOUNS or (is_small and i not in labels):
            continue
        place = labels.get(i)
        if place is not None and place.start == i and i not in inside and _is_misread(place, full, given):
            done = place.end
            yield i, done
            continue
        end = i
        while end < len(doc) and end not in inside and _repeats_word(doc[end], known, labels.get(end)):
            end += 1
        if end > i and _stands_free(doc, i, end):
            yield i, end
        done = end


def _given(doc: Doc, spans: list[tuple[int, int]], texts: list[str]) -> set[str]:
    """The first names of people named in full by which they are often called, and which no place here bears."""
    first = {folded[0] for text in texts if len(folded := names.parse(text).folded) > 1}
    told = Counter(fold(doc[start].text) for start, _ in spans)
    places = {fold(span.text) for span in doc.ents if doc_word(doc, span.start - 1) in _STAYING}
    return {word for word in first - places if told[word] >= _OFTEN}


def _is_misread(span: Span, full: set[str], given: set[str]) -> bool:
    """Whether what the model takes for a place is a person's name: "Brooklyn Roe", "split from Una", "Kyly, 39,"."""
    if span.label_ not in ("PLACE", "OTHER") or fold(span.text) not in (full if len(span) > 1 else given):
        return False
    if span.root.dep_ == "compound" or doc_word(span.doc, span.start - 1) in _STAYING:
        return False
    return len(span) > 1 or (span.label_ == "PLACE" and _stands_free(span.doc, span.start, span.end))


def _known_words(doc: Doc, texts: list[str]) -> set[str]:
    """The first and the family names of people who are named in full, and single names that are never written small."""
    known: set[str] = set()
    single: set[str] = set()
    for text in texts:
        name = names.parse(normalised(text))
        folded = name.folded
        known.update(word for each in name.nicknames if len(word := fold(each)) > 3 and " " not in word)
        if len(folded) > 1:
            known.update(word for word in (folded[0], folded[-1]) if len(word) > 2 and "." not in word)
        elif folded and len(folded[0]) > 2:
            single.add(folded[0])
    written = set(doc.to_array("ORTH").tolist())
    return known | {word for word in single if not word.islower() or doc.vocab.strings[word] not in written}


def _repeats_word(token: Token, known: set[str], entity: Span | None) -> bool:
    if not token.text[:1].isupper():
        return False
    word = fold(token.text)
    if token.tag_ not in ("NNP", "NNPS") and not (is_joined(token) or acts_alone(token)):
        return False
    if entity is None:
        return word in known
    if word in known and is_joined(token):  # "Jack and London wed" tells of London Roe
        return True
    if len(entity) > 1 or entity.label_ in ("DATE", "WORK") or (word not in known and word not in names.first_names()):
        return False
    # "Jack London" and "in London"; "Maggie's parents" whatever the model makes of her
    acts = (
        token.dep_ in ("nsubj", "nsubj:pass", "nmod:poss", "appos", "obj", "iobj")
        and doc_word(token.doc, token.i - 1) not in _PLACING
    )
    return acts or (entity.label_ != "PLACE" and word in known)


def _stands_free(doc: Doc, start: int, end: int) -> bool:
    """No part of a longer capitalised name: "Norton Street" is no Norton; "the Nortons" are not one."""
    after = doc[end] if end < len(doc) else None
    before = doc[start - 1] if start else None
    if after is not None and (after.tag_ in ("NNP", "NNPS") or (after.text == "-" and not doc[end - 1].whitespace_)):
        return False
    if before is not None and (
        (before.tag_ == "NNP" and not is_title(before.text)) or (before.text == "-" and not before.whitespace_)
    ):
        return False
    return not (before is not None and before.lower_ == "the")
