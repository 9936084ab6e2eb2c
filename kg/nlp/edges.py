"""Where names of people begin and end: the model's PERSON spans without what is no part of a name, halves joined."""

import re
from collections.abc import Iterator
from itertools import takewhile

import numpy as np
from spacy.tokens import Doc, Span, Token

from kg.nlp import names
from kg.nlp.aliases import is_use
from kg.nlp.lemmas import HYPHENS
from kg.nlp.lexicon import NOUNS
from kg.nlp.names import PARTICLES, PEERS, fold, is_honour, is_title
from kg.nlp.phrases import doc_word
from kg.nlp.shapes import normalised

# months, days, the magazine People and who is thanked
_NO_NAMES = frozenset(
    (
        "january february march april may june july august september october november december monday tuesday "
        "wednesday thursday friday saturday sunday people god"
    ).split()
)
_DETERMINERS = frozenset(["a", "an", "the", "her", "his", "their", "my", "our", "former", "fellow"])
_WHERE = frozenset(["in", "of", "from", "to", "at", "near"])
_PLACES = frozenset(["PLACE", "GPE", "LOC"])
# of whom something is said, never of where: "the assassination of Roe"
_OF_PEOPLE = frozenset(
    (
        "assassination birth bust death divorce execution friend friends house life marriage murder portrait wedding "
        "brother child children cousin daughter father husband mother partner sister son widow wife works"
    ).split()
)
_BORN = frozenset(["née", "nee", "né", "born"])
_BEHIND = ("VBG", "VBD", "VBZ", "NN")  # tags of words in lower case that a name does not end with
_APPEARING = frozenset(
    "appear appears appeared appearing appearance appearances guest guested interview interviewed".split()
)
_NICKNAMED = re.compile(r"[\"“”'‘’]\s*([^\Wa-z]\w*\s*[\"“”'‘’])?")  # not "Ada 'dumped' Ben"
_USING = 8  # words before a name that may tell that somebody uses it


def person_spans(doc: Doc) -> list[tuple[int, int]]:
    """The model's PERSON spans without what is no part of a name, joined where a nickname or a suffix parts them."""
    spans = [span for span in doc.ents if (span.label_ == "PERSON" and not _is_place(span)) or _is_used(span)]
    found = [_bracketed(doc, *kept) for span in spans if (kept := _trimmed(span))]
    joined: list[tuple[int, int]] = []
    starts = {end: start for start, end in reversed(found)}
    whole = _around_births(doc, _hyphened(doc, [each for each in found if not _is_seat(doc, each[0], starts)]))
    for start, end in whole:
        if joined and _belongs(doc, joined[-1], (start, end)):
            start = joined.pop()[0]
        joined.append((start, _suffix_end(doc, end)))
    inside = {i for start, end in joined for i in range(start, end)}
    return [(_title_start(doc, start), _seat_end(doc, start, end, inside)) for start, end in _shed(doc, joined)]


def _is_used(span: Span) -> bool:
    """Whether a full name that the model takes for no person's is one that somebody uses: "signs as J. D. Roe"."""
    before = span.doc[max(span.start - _USING, span.sent.start) : span.start]
    return span.label_ == "OTHER" and len(span) > 1 and is_use(before.text)


def _is_place(span: Span) -> bool:
    """Whether a single name is that of a place: "the first lawyer of Montserrat", who lived in Montserrat."""
    doc, name = span.doc, span[0]
    if len(span) > 1 or doc_word(doc, name.i - 1) not in _WHERE or fold(name.text) in names.first_names():
        return False
    if doc_word(doc, name.i - 2) in _OF_PEOPLE or doc_word(doc, name.i + 1) in ("'s", "’s"):
        return False
    same = [doc[i] for i in np.flatnonzero(doc.to_array("ORTH") == name.orth).tolist()]
    people = [token for token in same if token.ent_type_ == "PERSON"]
    places = sum(token.ent_type_ in _PLACES for token in same)
    return places >= len(people) and all(map(_is_alone, people))


def _is_alone(name: Token) -> bool:
    """Whether a word of a name is the whole of it."""
    following = name.doc[name.i + 1] if name.i + 1 < len(name.doc) else None
    return name.ent_iob_ == "B" and (following is None or following.ent_iob_ != "I")


def _is_seat(doc: Doc, start: int, starts: dict[int, int]) -> bool:
    """Whether a span is the place behind a numbered name: the Morne of "Hugh III of Morne"; `starts` by ends."""
    if doc_word(doc, start - 1) != "of" or start - 1 not in starts:
        return False
    return names.parse(doc[starts[start - 1] : start - 1].text).is_numbered


def _seat_end(doc: Doc, start: int, end: int, taken: set[int]) -> int:
    """Where a single name ends with the place it is told by: "Hugh III of Morne", "Duke John Henry of Morne"."""
    name = names.parse(doc[start:end].text)
    is_noble = start > 0 and doc_word(doc, start - 1) in PEERS
    if doc_word(doc, end) != "of" or (len(name.parts) > 1 and not is_noble and not set(name.titles) & PEERS):
        return end
    last = end + 1
    while last < len(doc) and last not in taken and doc[last].text[:1].isupper():
        if doc[last].tag_ != "NNP" and doc[last].lower_ not in PARTICLES:
            break
        last += 1
        if doc_word(doc, last) == "-" and _is_tight(doc, last) and doc[last + 1 : last + 2].text[:1].isupper():
            last += 1
    return last if last > end + 1 else end


def _shed(doc: Doc, spans: list[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """Spans cut before a name known from elsewhere: "Ibiza DJ Clara Voss" is Clara Voss, "Ben Hale Clara Voss" two."""
    texts = {text for start, end in spans if " " in (text := doc[start:end].text)}  # "Hart-Roe" is a family name
    alone = {doc[start].text for start, end in spans if end == start + 1}
    known = names.first_names()
    for start, end in spans:
        start = _after_calling(doc, start, end, texts, alone)
        places = (i for i in range(start + 1, end - 1) if fold(doc[i].text) in known and doc[i:end].text in texts)
        cut = next(places, start)
        is_other = fold(doc[start].text) in known
        if is_other and cut - start >= 2:
            yield start, cut
        yield (start if is_other and cut - start == 1 else cut), end


def _after_calling(doc: Doc, start: int, end: int, texts: set[str], alone: set[str]) -> int:
    """Where a name begins behind what its bearer is: "CEO Ben Roe", or "Sportsman Ben" where Ben Roe is told of.

    Not "Rebel Roe", whose first name says what somebody may be. So behind a word whose capital is that of the
    sentence, of who goes by the first name elsewhere: "Smitten Ben Roe wed her. Ben …".
    """
    known = names.first_names()
    if end < start + 2 or is_title(doc[start].text) or fold(doc[start + 1].text) not in known:
        return start
    word, first = doc[start].text, doc[start + 1].text
    is_mood = bool(doc[start].is_sent_start) and fold(word) not in known and first in alone and word not in alone
    is_whole = end > start + 2 or any(text.startswith(f"{first} ") for text in texts)
    return start + 1 if is_whole and (is_mood or _is_person(doc[start])) else start


def _is_person(word: Token) -> bool:
    """Whether a word tells what somebody is, and not whose."""
    noun = NOUNS.get(word.lower_)
    return noun is not None and not noun.tie


def _bracketed(doc: Doc, start: int, end: int) -> tuple[int, int]:
    """A span that closes a bracket it did not open takes in what stands before: "Bill (William) Voss"."""
    inside = [token.text for token in doc[start:end]]
    if ")" not in inside or "(" in inside:
        return start, end
    is_whole = start >= 2 and doc[start - 1].text == "(" and doc[start - 2].text[:1].isupper()
    return (start - 2, end) if is_whole else (start + inside.index(")") + 1, end)


def _hyphened(doc: Doc, spans: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Spans that end or begin at a hyphen take in the other half: "Rhys-Harries"."""
    whole: list[tuple[int, int]] = []
    for start, end in spans:
        while (
            end + 1 < len(doc) and doc[end].text in HYPHENS and _is_tight(doc, end) and doc[end + 1].text[:1].isupper()
        ):
            end += 2
        while (
            start >= 2
            and doc[start - 1].text in HYPHENS
            and _is_tight(doc, start - 1)
            and doc[start - 2].text[:1].isupper()
        ):
            start -= 2
        if whole and start <= whole[-1][1]:
            start, end = whole[-1][0], max(end, whole[-1][1])
            whole.pop()
        whole.append((start, end))
    return whole


def _around_births(doc: Doc, spans: list[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """Spans of which one goes on behind the name at birth take in both: "Ada (née Roe) Poe"."""
    ends, taken = dict(spans), 0
    for start, end in spans:
        if start >= taken:
            closing = _birth_end(doc, end)
            taken = ends.get(closing, end) if closing else end
            yield start, taken


def _birth_end(doc: Doc, opening: int) -> int:
    """Where a bracket that tells a name at birth ends; 0 where there is none: "(née Roe)", not "(born in York)"."""
    if doc_word(doc, opening) not in ("(", "[") or doc_word(doc, opening + 1) not in _BORN:
        return 0
    end = opening + 2
    while end < len(doc) and (doc[end].text[:1].isupper() or doc[end].lower_ in PARTICLES):
        end += 1
    return end + 1 if end > opening + 2 and doc_word(doc, end) in (")", "]") else 0


def _is_tight(doc: Doc, i: int) -> bool:
    return not (doc[i].whitespace_ or doc[i - 1].whitespace_)


def _trimmed(span: Span) -> tuple[int, int] | None:
    tokens = list(takewhile(lambda token: not _is_dash(token) and not _is_before_rank(token, span), _upright(span)))
    while tokens and (not _ends_name(tokens[-1]) or _is_behind(tokens[-1], tokens[0])):
        tokens.pop()
    while tokens and not _begins_name(tokens[0]):
        tokens.pop(0)
    if (
        not tokens
        or not any(token.text[:1].isupper() for token in tokens)
        or (len(tokens) == 1 and _is_no_name(tokens[0]))
    ):
        return None
    if any("\n" in token.text or "_" in token.text for token in tokens):
        return None
    if doc_word(span.doc, tokens[0].i - 1) == "of" and doc_word(span.doc, tokens[0].i - 2) in PEERS:
        return None  # "the Duke of Alba": Alba is a place
    if tokens[0].tag_ in ("PRP", "PRP$", "DT") or (len(tokens) == 1 and fold(tokens[0].text) in _NO_NAMES):
        return None
    is_the = doc_word(span.doc, tokens[0].i - 1) == "the"
    if (is_the and is_family(tokens[-1])) or _is_part(tokens[-1], is_the=is_the):
        return None
    if _is_employer(tokens[-1]):
        return None
    if len(tokens) == 1 and (_is_show(tokens[0]) or _is_calling(tokens[0])):
        return None
    return tokens[0].i, tokens[-1].i + 1


def _upright(span: Span) -> list[Token]:
    """The words of a name that are no title in italics: "played in _Ada Roe_"; in a table also those beside one."""
    slanted = [(start, end) for start, end in span.doc._.italics if start < span.end and end > span.start]
    inside = {i for start, end in slanted for i in range(start, end)}
    is_part = any(start < span.start or end > span.end for start, end in slanted)  # "_The Life of Ada Roe_"
    rest = list(span) if is_part else [token for token in span if token.i not in inside]
    if rest and _is_dash(rest[0]):  # "_Salt_ – Mexico"
        return []
    is_row = any(token.is_space and len(token) > 2 for token in span)
    return rest if is_row or not rest else list(span)  # "Ada _the Bold_ Roe"


def _is_no_name(token: Token) -> bool:
    """Whether a single word is a title or letters after a name; a child may be called so: "her son Justice"."""
    word, before = token.text, doc_word(token.doc, token.i - 1)
    return before not in ("son", "daughter") and (is_title(word) or (word.isupper() and is_honour(word)))


def _is_before_rank(comma: Token, span: Span) -> bool:
    """Whether what the span has behind a comma is no name: "Ben Hale, Elector" of Morne."""
    if comma.text != ",":
        return False
    rest = [token.text for token in span.doc[comma.i + 1 : span.end]]
    return bool(rest) and (doc_word(span.doc, span.end) == "of" or all(map(is_title, rest)))


def is_family(token: Token) -> bool:
    """Whether a name behind "the" is that of a family taken together: "the Nortons", where Norton is told of."""
    text = token.text
    is_plural = token.tag_ == "NNP" and text.endswith("s") and any(each.text == text[:-1] for each in token.doc)
    return token.tag_ == "NNPS" or is_plural


def _is_part(token: Token, *, is_the: bool) -> bool:
    """Whether a name is what somebody is known for: "the Emma actress" played in Emma, "two-time Tony winner"."""
    noun = token.doc[token.i + 1] if token.i + 1 < len(token.doc) else token
    is_inside = is_the or (token.dep_ in ("compound", "amod") and token.head == noun)
    return is_inside and noun.tag_ == "NN" and noun.is_lower and _is_person(noun)


def _is_employer(token: Token) -> bool:
    """Whether somebody named behind works for what bears the name: "her boyfriend Vexley CEO Ben Roe"."""
    if token.i + 2 >= len(token.doc):
        return False
    noun, name = token.nbor(), token.nbor(2)
    is_name = name.ent_type_ == "PERSON" and name.ent_iob_ == "B" and name.text[:1].isupper()
    return is_name and noun.ent_type_ != "PERSON" and noun.tag_ in ("NN", "NNP") and _is_person(noun)


def _is_behind(last: Token, first: Token) -> bool:
    """Whether a word in lower case only follows a name: "with Ben gushing over his wife"."""
    is_told = last.tag_ in _BEHIND or last.lower_ in NOUNS or last.text.endswith("ing")
    return last.is_lower and is_told and last.lower_ not in PARTICLES and last.i > first.i and first.text[:1].isupper()


def _is_show(token: Token) -> bool:
    """Whether a single name is that of a show: "she appeared on Lorraine"; nobody appears on a person."""
    before, after = doc_word(token.doc, token.i - 1), doc_word(token.doc, token.i + 1)
    return before == "on" and doc_word(token.doc, token.i - 2) in _APPEARING and after not in ("'s", "’s")


def _is_calling(token: Token) -> bool:
    """Whether a single name tells but what somebody is: "the Olympian said", "her Olympian mother"."""
    before = doc_word(token.doc, token.i - 1)
    return before in _DETERMINERS and token.lower_ in NOUNS and token.text != token.text.upper()


def _is_dash(token: Token) -> bool:
    """A dash between blanks parts two names: "Jane Roe - Ben"."""
    return token.text in "-–—" and bool(token.whitespace_) and token.i > 0 and bool(token.nbor(-1).whitespace_)


def _begins_name(token: Token) -> bool:
    opens = token.text in "'\"“‘" and token.i + 1 < len(token.doc)
    return opens or token.text[:1].isupper() or token.lower_ in PARTICLES


def _ends_name(token: Token) -> bool:
    text = normalised(token.text)
    is_word = any(letter.isalnum() for letter in text) and text not in ("'s", "’s")
    return (is_word and token.lower_ != "of") or text == '"'


def _belongs(doc: Doc, before: tuple[int, int], after: tuple[int, int]) -> bool:
    """Whether two neighbouring spans are one name: `Eleanor "Ellie"` and `Carmody`."""
    if after[0] - before[1] > 3:
        return False
    between = doc[before[1] : after[0]].text.strip()
    if not between:
        return before[1] == after[0] and doc[after[0]].sent_start != 1 and "\n" not in doc[before[0] : after[1]].text
    return bool(_NICKNAMED.fullmatch(between)) and _quoted(doc, before, after)


def _quoted(doc: Doc, before: tuple[int, int], after: tuple[int, int]) -> bool:
    """A whole pair of quotes between the first word and the last, and no comma before it."""
    text = normalised(doc[before[0] : after[1]].text)
    return (text.count('"') == 2 or text.count("'") >= 2) and "," not in text and "\n" not in text


def _suffix_end(doc: Doc, end: int) -> int:
    comma = int(doc_word(doc, end) == ",")
    return end + comma + 1 if doc_word(doc, end + comma) in ("jr", "jr.", "sr", "sr.") else end


def _title_start(doc: Doc, start: int) -> int:
    """Titles before a name belong to it: "Sir", "Dr.", "Prince"; capitalised only."""
    while (
        start > 0
        and is_title(doc[start - 1].text, doc[start].text)
        and doc[start - 1].text[0].isupper()
        and doc[start].sent_start != 1
    ):
        start -= 1
    return start
