"""The time expressions of a document, as the spaCy component kg_times: sets `doc._.times`."""

from datetime import date
from functools import partial

from spacy.language import Language
from spacy.tokens import Doc, Token

from kg.dates.phrases import Phrase, phrases
from kg.dates.phrases.tenses import tense_of_words
from kg.errors import InputError
from kg.nlp import marks
from kg.nlp.months import undated
from kg.nlp.unions import is_parting
from kg.records import TimeExpression

_ = marks  # declares doc._.published and doc._.times


@Language.factory("kg_times", assigns=["doc._.times"])
def make_times(nlp: Language, name: str) -> "Times":
    """The component; it needs no model, and uses tags and trees where the pipeline has set them."""
    return Times(name)


class Times:
    """Finds the time expressions of a Doc, told from `doc._.published` where they are relative."""

    def __init__(self, name: str = "kg_times") -> None:
        self.name = name

    def __call__(self, doc: Doc) -> Doc:
        tenses = partial(tense, doc) if doc.has_annotation("DEP") and doc.has_annotation("TAG") else None
        doc._.times = tuple(map(expression, phrases(undated(doc), doc._.published, tenses=tenses)))
        return doc


def expression(phrase: Phrase) -> TimeExpression:
    """A phrase as a record."""
    return TimeExpression.model_validate(
        {field: getattr(phrase, field) for field in ("start", "end", "text", "when", "relation", "anchor", "duration")}
    )


def time_expressions(
    text: str, published: date | str | None = None, nlp: Language | None = None
) -> tuple[TimeExpression, ...]:
    """The time expressions of a text, in order of `start`; `end` is not included.

    `published`, a date or "YYYY-MM-DD", is the day that "yesterday" and "last month" are told from; without it they
    have no `when`. A pipeline `nlp` lets the tense of verbs decide the direction of "in June"; without one, the words
    around decide.

    >>> [(each.text, each.when.edtf) for each in time_expressions("They met in 2010.")]
    [('2010', '2010')]
    """
    day = _day(published) if isinstance(published, str) else published
    if nlp is None:
        return tuple(map(expression, phrases(text, day)))
    doc = nlp.make_doc(text)
    doc._.published = day
    found: tuple[TimeExpression, ...] = Times()(nlp(doc))._.times
    return found


def _day(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise InputError(f"{text!r} is no day; write it as YYYY-MM-DD") from None


def tense(doc: Doc, start: int, end: int) -> str:
    """ "past", "future" or "" for the verb that governs characters `start` to `end` of a tagged and parsed Doc."""
    span = doc.char_span(start, end, alignment_mode="expand")
    above = (span.root, *span.root.ancestors) if span is not None and len(span) else ()
    verb = next((token for token in above if token.pos_ in ("VERB", "AUX")), None)
    if verb is None:
        return tense_of_words(doc.text, start, end)
    if any(map(_is_over, above)):
        return "past"
    helpers = [child for child in verb.children if child.dep_.startswith(("aux", "cop"))]
    if verb.dep_ == "xcomp" and any(child.lower_ == "first" for child in verb.head.children):
        return "past"  # "they were first reported to be dating in May"
    ahead = _outer(verb) if verb.tag_ == "VB" else ""
    return _of_group([*helpers, verb]) or ahead or tense_of_words(doc.text, start, end)


def _is_over(word: Token) -> bool:
    """Whether words look back at a parting, whatever comes after it: "hopes to heal after their split in May"."""
    marks = {child.lower_ for child in word.children if child.dep_ in ("case", "mark")}
    is_bare = word.pos_ == "NOUN" or word.tag_ == "VBG"  # not "will move after they split in May"
    is_after = "since" in marks or (word.lemma_ != "divorce" and not marks.isdisjoint(("after", "following")))
    return is_bare and is_after and is_parting(word)


_COMING = frozenset(("will", "shall", "’ll", "'ll", "wo"))


def _of_group(group: list[Token]) -> str:
    if any(token.lower_ in _COMING for token in group):
        return "future"
    tags = {token.tag_ for token in group}
    present = any(token.lower_ in _PRESENT for token in group)
    if present and group[-1].tag_ == "VBG":
        return "future"  # "they are marrying in June"
    return "past" if "VBD" in tags or ("VBN" in tags and not present) else ""


_PRESENT = frozenset(("is", "are", "be", "am", "'re", "’re", "'m", "’m"))


_PLANS = frozenset("plan hope want expect intend set due go be schedule prepare aim suppose supposed".split())


def _outer(verb: Token) -> str:
    """ "They plan to marry in June", "is to wed": what the infinitive hangs on looks ahead.

    "They were planning to marry in June" looks back at a plan, unless somebody says so.
    """
    head = verb.head
    hangs = verb.dep_ in ("xcomp", "ccomp", "advcl", "acl")
    if not hangs or (head.lemma_.lower() not in _PLANS and head.lower_ not in _PLANS):
        return ""
    is_over = any(child.tag_ == "VBD" and child.dep_.startswith(("aux", "cop")) for child in head.children)
    return "past" if is_over and head.dep_ != "ccomp" else "future"
