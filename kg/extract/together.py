"""Who does something with others, where that stands apart from the verb: "Ada, along with Ben, toured Wales"."""

from collections.abc import Iterator, Sequence

from spacy.tokens import Doc, Token

from kg.extract.finding import Finding
from kg.extract.frames import frame_words, parts_of_speech
from kg.extract.lexicon import Lexicon
from kg.extract.order import SHARED
from kg.extract.roles import is_reciprocal, people, unique
from kg.extract.subjects import subject_token, subjects
from kg.extract.tree import OBJECT, children
from kg.extract.works import group, is_with, joined_to
from kg.nlp.marks import tokens_of

APART = {"along", "together", "jointly"}  # before "with"


def together(doc: Doc, lexicon: Lexicon) -> Iterator[Finding]:
    """What frames of shared work miss: "together with" somebody, several who do it, a "with" without a noun."""
    for verb in tokens_of(doc):
        if verb.pos_ not in ("VERB", "ADJ") or not (words := _frame(verb, lexicon)):
            continue
        doers, others = subjects(verb), unique((*_apart(verb, words), *_shared(verb)))
        if len(doers) > 1 and not others:
            others = unique(key for each in children(verb, "obl") if is_with(each) for key in people(each))
        if doers and (set(others) - set(doers) or (len(doers) > 2 and is_reciprocal(verb))):
            yield from group(verb, (*doers, *others), f"together: {verb.lemma_}")


def _frame(verb: Token, lexicon: Lexicon) -> Sequence[Token]:
    """The words of a frame that tells of work with somebody."""
    parts = parts_of_speech(verb)
    lemma = verb.lemma_.lower()
    frames = [each for part in parts for each in lexicon.frames(part, lemma) if each.type == SHARED]  # type: ignore[arg-type]
    frames = [each for each in frames if each.plural or "with" in each.slots]
    found = (frame_words(each, verb) for each in frames)
    is_bare = any(not each.needs for each in frames) and _is_stranded(verb)
    return next(filter(None, found), [verb] if is_bare else [])


def _apart(verb: Token, words: Sequence[Token]) -> tuple[str, ...]:
    """Who is joined by "together with" or "along with" to the verb, its objects or its subject."""
    subject = subject_token(verb)
    near = {verb, *words, *children(verb, *OBJECT), *([subject] if subject is not None else [])}
    near |= {each for word in near for each in children(word, "advmod") if each.lower_ in APART}
    return unique(key for each in sorted(joined_to(near)) if _is_apart(each) for key in people(each))


def _is_apart(noun: Token) -> bool:
    """Whether "together" or "along" stands before its "with"."""
    before = noun.left_edge.nbor(-1).lower_ if noun.left_edge.i > noun.sent.start else ""
    cases = {child.lower_ for child in children(noun, "case", "fixed")}
    return not APART.isdisjoint({before, noun.head.lower_, *cases})


def _shared(verb: Token) -> tuple[str, ...]:
    """Who is the object of a verb behind that has the noun, too: "she met, worked with and married Ben"."""
    if not _is_stranded(verb):
        return ()
    first = verb.head if verb.dep_ == "conj" else verb
    row = [each for each in (first, *children(first, "conj"), *children(verb, "conj")) if each.i > verb.i]
    return unique(key for each in row[:1] for noun in children(each, "obj") for key in people(noun))


def _is_stranded(verb: Token) -> bool:
    """Whether a "with" behind it has no noun of its own."""
    return any(child.lower_ == "with" and child.dep_ != "case" for child in verb.rights)
