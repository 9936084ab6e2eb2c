"""How long two had been a couple when something happened to them: "they split after two years of dating"."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass

from spacy.tokens import Doc, Span, Token

from kg.extract.finding import Finding
from kg.extract.lexicon import Lexicon
from kg.extract.links import is_pluperfect
from kg.extract.roles import people
from kg.extract.times import Times, is_announced
from kg.extract.tree import children, is_verb
from kg.ontology.schema import Ontology
from kg.records import Anchor, TimeExpression

HAVING = {"have", "enjoy", "maintain", "share"}  # what is done with a romance while it lasts
AFTER = {"after", "following"}
# what may stand between "after" and the length: "after nearly two years", "after less than a year"
HEDGES = {"a", "an", "about", "almost", "around", "just", "less", "more", "nearly", "only", "over", "roughly", "than"}
# and between the length and the word for the relation: "of happy marriage", "a two-year on-off romance"
FILLING = {"-", "–", "‑", "of", "on", "off", "and", "again"}
REACH = 8  # tokens from the length to that word
STEPS = 4  # words of the tree from the length up to what happened


@dataclass(frozen=True, slots=True)
class Length:
    """How long a relation had lasted when something happened: its word and its state, what happened, the length."""

    word: Token
    state: str
    event: Finding
    time: TimeExpression


def lengths(doc: Doc, found: Iterable[Finding], lexicon: Lexicon) -> Iterator[Length]:
    """The lengths of time after which something happened to two."""
    events = [each for each in found if each.kind == "event" and _is_of_couple(each, lexicon)]
    told = {word.i: each for each in reversed(events) for word in each.words}
    for time in doc._.times if told else ():
        span = doc.char_span(time.start, time.end, alignment_mode="expand")
        word = _relation(span, lexicon) if span is not None and time.duration is not None and _is_after(span) else None
        event = _dated_by(span, word, told) if span is not None and word is not None else None
        if word is not None and event is not None:
            yield Length(word, _state(word, lexicon), event, time)


def lasted(
    told: Iterable[Length], ontology: Ontology, times_of: Callable[[Finding], Times]
) -> Iterator[tuple[Finding, Times, Anchor | None]]:
    """A state for each length of time after which something happened to two; it ends there, if that closes it.

    Where only another sentence tells the day of that, the state is anchored there.
    """
    for each in told:
        word, event, time = each.word, each.event, each.time
        is_over = each.state in ontology.events[event.type].closes
        day = times_of(event).on
        rule = f"length: {word.lower_}"
        finding = Finding("state", each.state, word, event.people, (word,), rule, is_over=is_over, attests=False)
        bounds = {"end": day} if is_over else {"on": day}
        anchor = Anchor(type=event.type, people=event.keys, direction=-1, offset=time.duration) if day is None else None
        yield finding, Times(**bounds, duration=time.duration, words=time.text, spans=((time.start, time.end),)), anchor


def since_then(finding: Finding, told: Iterable[Length], ontology: Ontology) -> Anchor | None:
    """The beginning from which a length counts to what has no day: "they moved in together after a year of dating"."""
    for each in told:
        began = [name for name, event in ontology.events.items() if each.state in event.opens]
        if each.event is finding and began and finding.type != began[0]:
            return Anchor(type=began[0], people=finding.keys, direction=1, offset=each.time.duration)
    return None


def ran_its_course(word: Token) -> bool:
    """Whether a length told of it is that of the whole: "they dated in 2006 for a year", "were together in the 1990s".

    Not "by 2006 they had dated for a year", up to which it lasted so long.
    """
    above = word.head if word.dep_ == "obj" and word.head.lemma_ in HAVING else word
    verbs = (above, *children(above, "cop", "aux", "aux:pass"))
    return any(verb.tag_ == "VBD" for verb in verbs) and not is_pluperfect(above) and not is_announced(above)


def _is_of_couple(finding: Finding, lexicon: Lexicon) -> bool:
    """Whether it is told of two who are or were a couple: strangers, too, meet."""
    event = lexicon.ontology.events[finding.type]
    is_pair = [role for role, _ in finding.people] == ["partner", "partner"]
    return is_pair and finding.status is None and bool(event.opens or event.after)


def _is_after(span: Span) -> bool:
    """Whether "after" or "following" begins the length or stands before it."""
    before = (token.lower_ for token in reversed(span.doc[span.sent.start : span.start]))
    return span[0].lower_ in AFTER or next((word for word in before if word not in HEDGES), "") in AFTER


def _relation(span: Span, lexicon: Lexicon) -> Token | None:
    """The word for a relation behind a length: "two years of dating", "two years together", "a two-year romance"."""
    for token in span.doc[span.end : min(span.end + REACH, span.sent.end)]:
        if _state(token, lexicon):
            return token
        if token.pos_ != "ADJ" and token.lower_ not in FILLING:
            return None
    return None


def _state(word: Token, lexicon: Lexicon) -> str:
    """The state that a word tells by itself; "" for none."""
    lemmas = ("date",) if word.lower_ == "dating" else (word.lemma_.lower(), word.lower_)
    frames = (
        frame for lemma in lemmas for part in ("noun", "verb", "adjective") for frame in lexicon.frames(part, lemma)
    )
    return next((frame.type for frame in frames if frame.kind == "state" and not frame.needs), "")


def _dated_by(span: Span, word: Token, told: Mapping[int, Finding]) -> Finding | None:
    """What happened after that length, of the same clause; None where the relation is one with somebody else."""
    token = span.root
    for _ in range(STEPS):
        token = token.head
        if token.i in told and token != word:
            keys = set(told[token.i].keys)
            return told[token.i] if all(keys >= set(people(child)) for child in word.children) else None
        if token != word and is_verb(token):
            return None
    return None
