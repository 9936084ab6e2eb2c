"""Where a document names people: the model's PERSON spans, repaired by what the rest of the document shows."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import pairwise

from spacy.tokens import Doc

from kg.nlp import headlines, names
from kg.nlp.aliases import is_alias
from kg.nlp.edges import person_spans
from kg.nlp.headlines import title_end
from kg.nlp.lexicon import PRONOUNS, person_noun
from kg.nlp.lifespans import birth, life, rank, rank_end, seat
from kg.nlp.names import Name
from kg.nlp.phrases import doc_word
from kg.nlp.repeats import repeats
from kg.nlp.shapes import normalised

_NEE = re.compile(r"\bn[ée]e\s*$", re.IGNORECASE)
_SMALL = frozenset(["little", "mini", "miniature", "baby"])


@dataclass(frozen=True, slots=True)
class Named:
    """Tokens `start` to `end` (not included) that name a person, titles included.

    `alias_of` is the start of the name that the text itself makes this one another form of. `life` are the years in a
    bracket behind it, `born` the year of birth that its clause tells, `seat` where a ruler's title behind it is from.
    """

    start: int
    end: int
    name: Name
    text: str
    alias_of: int | None = None
    life: tuple[str, str] = ("", "")
    born: str = ""
    seat: str = ""


def named(doc: Doc) -> list[Named]:
    """Every stretch that names a person, in order; none overlap."""
    spans = [span for span in person_spans(doc) if not _is_cut(doc, *span)]
    headwords = list(headlines.headwords(doc))
    for extra in (*headlines.headline(doc), *headlines.lead(doc), *headwords):
        spans = [span for span in spans if span[1] <= extra[0] or extra[1] <= span[0]] + [extra]
    styles = set(_styles(doc, sorted(set(spans))))
    spans = sorted({*spans, *styles})
    spans = list(_unranked(doc, sorted({*spans, *repeats(doc, spans)}), styles))
    body = title_end(doc)
    found = [_named(doc, start, end, is_title=start < body) for start, end in spans if not _is_like(doc, start, end)]
    return _with_aliases(doc, [_turned(each) if (each.start, each.end) in headwords else each for each in found])


def _is_cut(doc: Doc, start: int, end: int) -> bool:
    """Whether a word is only the first of what tells where somebody works: the Little of "Little Mix singer Ada"."""
    first, after = doc[start], doc[min(end, len(doc) - 1)]
    is_within = end == start + 1 and first.dep_ in ("amod", "compound") and first.head == after != first
    is_name = after.tag_ == "NNP" and after.ent_type_ != "PERSON" and after.dep_ == "compound"
    return is_within and is_name and after.head.is_lower and person_noun(after.head.lower_) is not None


def _is_like(doc: Doc, start: int, end: int) -> bool:
    """Whether a name tells what somebody will be like: "We will have a little baby Ben soon"; nobody is called so."""
    first = start
    while doc_word(doc, first - 1) in _SMALL:
        first -= 1
    return first < start and end == start + 1 and doc_word(doc, first - 1) in ("a", "another")


def _unranked(doc: Doc, spans: list[tuple[int, int]], styles: set[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """Spans without those in the rank of the one before: "Richard Roe, 1st Baron Roe of Bath" names one person."""
    taken = 0
    for start, end in spans:
        if start >= taken or (start, end) in styles:
            yield start, end
            taken = rank_end(doc, end) if end - start > 1 else end


def _styles(doc: Doc, spans: list[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """The title by which a peer goes, where a sentence opens with both: "ADA ROE, LADY MORNE (1830-1910), was"."""
    taken, whole = {i for start, end in spans for i in range(start, end)}, set(spans)
    for start, end in spans:
        first, last = end + 1, end + 3
        is_first = start == doc[start].sent.start and doc_word(doc, end) == "," and doc_word(doc, last) in ("(", ",")
        is_title = doc_word(doc, first) in names.PEERS and all(token.text[:1].isupper() for token in doc[first:last])
        if is_first and is_title and ((first, last) in whole or not taken & {first, first + 1}):
            yield first, last


def _named(doc: Doc, start: int, end: int, *, is_title: bool) -> Named:
    text = re.sub(r"\s+", " ", doc[start:end].text)
    if is_title and text.endswith("s") and _lost_apostrophe(doc, doc[end - 1].text):
        text = text[:-1]
    text = text.rstrip(". ") if names.parse(text).is_numbered else text  # "his grandfather, Otto I."
    text += rank(doc, start, end, is_title=is_title)
    name, born = names.parse(normalised(text)), birth(doc[start:end])
    return Named(
        start, end, name, text, life=life(doc, end), born=born, seat=seat(doc, end) if len(name.parts) == 1 else ""
    )


def _lost_apostrophe(doc: Doc, word: str) -> bool:
    """ "Danny Ciprianis fiancée": a headline whose body knows Cipriani better than Ciprianis."""
    texts = [token.text for token in doc[title_end(doc) :]]
    return texts.count(word[:-1]) > texts.count(word)


def _turned(each: Named) -> Named:
    family, _, given = each.text.partition(", ")
    text = f"{given} {family.title() if family.isupper() else family}"
    return replace(each, name=names.parse(normalised(text)), text=text)


# other names of the same person


def _with_aliases(doc: Doc, found: list[Named]) -> list[Named]:
    """Marks the names that the text introduces as another one of the person before: "(born Norma Roe)", "known as"."""
    marked, at = found[:1], {each.start: each for each in found}
    for before, each in pairwise(found):
        first = marked[-1].alias_of
        told = _alias(doc, before, each)
        if told.alias_of is None and _is_told_born_so(doc, at[first] if first is not None else before, each):
            told = replace(each, alias_of=before.start)
        is_other_form = marked[-1].alias_of is not None and doc[before.end : each.start].text == "or"
        marked.append(replace(each, alias_of=marked[-1].alias_of) if is_other_form else told)
    return marked


def _alias(doc: Doc, before: Named, each: Named) -> Named:
    if each.start - before.end > 60:
        return each
    between = normalised(doc[before.end : each.start].text)
    if "\n" in between:
        return each
    # "Jane Roe (1 May 1900 - 2 June 1980), known as Nan": what stands in whole brackets does not part them.
    lead = doc[max(0, before.start - 3) : before.start].text
    if _is_born_so(doc, before, each) or _is_subject_born_so(doc, before, each) or _is_style(doc, before, each):
        return replace(each, alias_of=before.start)
    if is_alias(before.name, each.name, names.BRACKETED.sub(" ", between), lead):
        return replace(_maiden(before, each, between), alias_of=before.start)
    return each


def _maiden(before: Named, each: Named, between: str) -> Named:
    """The name at birth in full: "Jane Roe (née Doe)" was Jane Doe."""
    is_family = len(before.name.parts) > 1 and len(each.name.parts) == 1 and not each.name.titles
    if not is_family or not _NEE.search(between):
        return each
    text = f"{before.name.parts[0]} {each.text}"
    return replace(each, name=names.parse(text), text=text)


def _is_born_so(doc: Doc, before: Named, each: Named) -> bool:
    """ "Jane Roe was a poet. Born Ada Doe in 1804, she …": the other name of whom the sentence before opens with."""
    born = each.start - 1
    if len(each.name.parts) < 2 or doc_word(doc, born) != "born" or not doc[born].is_sent_start or not born:
        return False
    return doc_word(doc, each.end) in ("in", "on", "at", ",", "to") and before.start <= doc[born - 1].sent.start + 1


def _is_subject_born_so(doc: Doc, before: Named, each: Named) -> bool:
    """ "Roe, the youngest of four, was born Ada Doe in Leeds": another name of the subject."""
    verb = doc[each.start : each.end].root.head
    is_told = len(each.name.parts) > 1 and verb.lower_ == "born" and verb.i == each.start - 1
    return is_told and any(
        child.dep_ in ("nsubj", "nsubj:pass") and before.start <= child.i < before.end for child in verb.lefts
    )


def _is_told_born_so(doc: Doc, before: Named, each: Named) -> bool:
    """ "Jane Roe was a poet. She was born Ada Doe in Leeds": the other name of who opens the sentence before.

    Nobody else may be named between the two, and hers has to be the subject: "Ben Roe's wife sings. She was born …".
    """
    born, subject = each.start - 1, doc[before.start : before.end].root
    told = [doc_word(doc, i) for i in range(born - 2, born + 1)]
    if len(each.name.parts) < 2 or told not in (["she", "was", "born"], ["he", "was", "born"]):
        return False
    gender = names.title_gender(before.name) or names.given_gender(before.name)
    is_first = before.start <= subject.sent.start + 1 and subject.dep_ in ("nsubj", "nsubj:pass")
    is_behind = doc_word(doc, each.end) in ("in", "on", "at", ",", "to", ".", ";")
    return bool(doc[born - 2].is_sent_start) and is_first and is_behind and gender in ("", PRONOUNS[told[0]][0])


def _is_style(doc: Doc, before: Named, each: Named) -> bool:
    """ "Ada Roe, Lady Morne": the title by which a peer goes; not "with Ada Roe, Lady Morne and Ben Poe"."""
    root = doc[each.start : each.end].root
    is_beside = each.start == before.end + 1 and doc_word(doc, before.end) == ","
    is_title = len(each.name.parts) == 1 and bool(set(each.name.titles) & names.PEERS) and not before.name.titles
    genders = {names.title_gender(each.name), names.given_gender(before.name)} - {""}
    is_said = root.dep_ == "appos" and before.start <= root.head.i < before.end and doc_word(doc, each.end) != "and"
    is_opening = before.start == doc[before.start].sent.start and doc_word(doc, each.end) == "("
    return is_beside and is_title and (is_said or is_opening) and len(genders) < 2
