"""People who are called like a month: "Ben proposed to April in December", where April Roe is told of."""

from spacy.tokens import Doc, Span, Token

from kg.nlp.phrases import doc_word, places

_MONTHS = frozenset(["april", "may", "june", "august"])
_DAYS = frozenset(["day", "days", "fool", "fools", "ball", "bank", "holiday", "offensive", "revolution", "uprising"])
_NEXT = frozenset("following next last this that same previous".split())
_JOINING = frozenset(["to", "and", "or", "until", "till", "through", "-", "–", ","])
# before a month, not before a person
_DATING = frozenset(
    (
        "in of on last next this that since until till by early late mid mid- during for each every through throughout "
        "around before after between past following the st nd rd th"
    ).split()
)


def name_the_months(doc: Doc) -> None:
    """Makes the names of months that the model takes for dates those of people, where the document knows them."""
    people = [span for span in doc.ents if span.label_ == "PERSON"]
    full = [span for span in doc.ents if _is_full(span)]
    called = {word.lower_ for name in (*people, *full) if len(name) > 1 for word in (name[0], name[-1])} & _MONTHS
    told = {i for span in full for i in range(span.start, span.end)}
    bare = [doc[i : i + 1] for i in places(doc, "LOWER", called) if i not in told and _is_bare(doc[i])]
    named = [Span(doc, span.start, span.end, label="PERSON") for span in (*full, *bare)]
    inside = told | {span.start for span in bare}
    if named:
        others = [span for span in doc.ents if inside.isdisjoint(range(span.start, span.end))]
        doc.ents = tuple(sorted((*others, *named)))


def hang_the_months(doc: Doc) -> None:
    """Makes a month told as the next or last the time of what was done: "they married the following May"."""
    for i in places(doc, "LOWER", _MONTHS):
        month = doc[i]
        if month.dep_ == "obj" and month.ent_type_ == "DATE" and any(each.lower_ in _NEXT for each in month.lefts):
            month.dep_ = "obl:unmarked"


def undated(doc: Doc) -> str:
    """The text with the months that are people's names made illegible, each character for one."""
    text = doc.text
    for i in places(doc, "LOWER", _MONTHS):
        if doc[i].ent_type_ == "PERSON":
            text = text[: doc[i].idx] + "X" * len(doc[i]) + text[doc[i].idx + len(doc[i]) :]
    return text


def _is_full(span: Span) -> bool:
    """Whether a date is a month and a name behind it: "proposed to April Roe"; not "on May Day", "in April Ben"."""
    words = span[1:]
    is_name = len(words) in (1, 2) and all(word.text.istitle() and word.is_alpha for word in words)
    if span.label_ != "DATE" or span[0].lower_ not in _MONTHS or not is_name:
        return False
    return doc_word(span.doc, span.start - 1) not in _DATING and words[0].lower_ not in _DAYS | _MONTHS


def _is_bare(month: Token) -> bool:
    """Whether no date is told by it: "in April", "April 2019", "5 April", "from April to June"."""
    doc, i = month.doc, month.i
    before, after = doc_word(doc, i - 1), doc_word(doc, i + 1)
    is_entity = month.ent_type_ == "DATE" or (not month.ent_type_ and month.tag_ == "NNP")
    is_counted = before[-1:].isdigit() or after[:1].isdigit() or after == "of"
    is_range = (before in _JOINING and _is_of_time(doc, i - 2)) or (after in _JOINING and _is_of_time(doc, i + 2))
    return is_entity and month.text.istitle() and before not in _DATING and not is_counted and not is_range


def _is_of_time(doc: Doc, i: int) -> bool:
    return 0 <= i < len(doc) and doc[i].ent_type_ == "DATE"
