"""When children were born, by the ages that stand behind their names: "their son Ben, four, and daughter Cora, two"."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from datetime import date, timedelta

from spacy.tokens import Doc, Token

from kg.dates.interval import Interval
from kg.dates.phrases.lexicon import WORDS
from kg.extract.anniversaries import before
from kg.extract.certainty import Told
from kg.extract.frames import Finding
from kg.extract.roles import subject_token, subjects
from kg.extract.rows import is_aged
from kg.extract.tree import children
from kg.nlp.marks import people_of
from kg.records import TimeExpression

GROWN = 16  # years: of a younger person no love is told
ADULT = 18  # years: of an older person no reader would reckon the birth
OLDEST = 120
PARENTS = ("father", "mother", "parent")
AFTER_AGE = ",.;:)"  # "Ada Roe, 43, sang", not "Ada Roe, 43 Mill Lane"


def births_by_age(doc: Doc, published: date | None) -> dict[str, Interval]:
    """For all with one age behind their names: the year of days of their birth, as told on the day of publication."""
    if published is None:
        return {}
    ages: dict[str, set[int]] = defaultdict(set)
    for mention in doc._.mentions:
        if mention.kind == "name" and len(mention.people) == 1 and is_aged(doc[mention.start]):
            age, after = _age(doc[mention.end + 1]), doc[mention.end + 1 : mention.end + 3].text[-1]
            if age is not None and (age < ADULT or (age < OLDEST and after in AFTER_AGE)):
                ages[mention.people[0]].add(age)
    found = {key: _born(published, min(told)) for key, told in ages.items() if len(told) == 1}
    return {key: when for key, when in found.items() if when is not None}


def is_child(born: Interval, day: date | None) -> bool:
    """Whether who was born then is so young on that day that a reader would reckon the birth."""
    return day is not None and born.latest is not None and day.year - born.latest.year < ADULT


def is_minor(born: Interval, day: date | None) -> bool:
    """Whether who was born then was no partner yet to anybody on that day."""
    return day is not None and born.earliest is not None and day.year - born.earliest.year < GROWN


def whose_age(doc: Doc, time: TimeExpression, finding: Finding) -> tuple[str, ...]:
    """Who was of that age: in "when she was five her father died" it is she, as in "at five, her father died"."""
    span = doc.char_span(time.start, time.end, alignment_mode="expand")
    subject = subject_token(finding.trigger)
    opens = subject is not None and time.end < doc[subject.left_edge.i].idx
    owners = children(subject, "nmod:poss") if subject is not None and opens else []
    named = [token for token in span or () if token.tag_ in ("PRP", "NNP")] or owners
    if named:
        told = people_of(doc, named[0])
        if told == finding.keys and (child := _child(subject, time)) is not None:
            return people_of(doc, child)
        about = {*finding.keys, *(key for each in (subject.subtree if subject else ()) for key in people_of(doc, each))}
        return told if named[0].tag_ == "NNP" or about.issuperset(told) else ()  # "she" is one whom the clause is about
    return finding.keys if len(finding.keys) == 1 else subjects(finding.trigger)


def _child(parent: Token | None, time: TimeExpression) -> Token | None:
    """Whose parent died: "his father died when he was eight", the son."""
    words = [] if parent is None else [parent, *children(parent, "compound", "appos", "flat")]
    is_young = time.duration is not None and (time.duration.most or 0) < GROWN * 365
    owners = (owner for word in words if word.lemma_ in PARENTS for owner in children(word, "nmod:poss"))
    return next(owners, None) if is_young else None


def dated_by_age(told: Iterable[Told], born: Mapping[str, Interval]) -> Iterator[Told]:
    """All that is told; what came about at somebody's age has its day where only their age now tells their birth."""
    told = list(told)
    known = {each.finding.keys for each in told if each.finding.type == "born" and (each.times.on or each.anchor)}
    for each in told:
        anchor = each.anchor
        is_aged = anchor is not None and anchor.type == "born" and each.times.on is None and anchor.people not in known
        day = born.get(anchor.people[0]) if anchor is not None and is_aged else None
        if anchor is not None and anchor.offset is not None and day is not None:
            each = replace(each, times=replace(each.times, on=day.at_age(anchor.offset)))
        yield each


def _born(day: date, age: int) -> Interval | None:
    first, last = before(Interval.day(day), age + 1), before(Interval.day(day), age)
    if first is None or last is None or first.earliest is None:
        return None
    return Interval(first.earliest + timedelta(1), last.latest)


def _age(token: Token) -> int | None:
    """The age that a number tells, which closes what is said of the name: not "Ada, four years later", "Ben (2-R)"."""
    after = token.nbor() if token.i + 1 < len(token.doc) else token
    counts = after.pos_ in ("NOUN", "ADJ", "ADV", "SYM") or after.tag_ == "HYPH"
    return None if counts else _number(token)


def _number(token: Token) -> int | None:
    kind, value = WORDS.get(token.lower_, ("", None))
    if kind == "number" and isinstance(value, int):
        return value
    return int(token.text) if token.text.isdecimal() else None
