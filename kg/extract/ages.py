"""When children were born, by the ages that stand behind their names: "their son Ben, four, and daughter Cora, two"."""

from collections import defaultdict
from collections.abc import Container, Iterable, Iterator, Mapping
from dataclasses import replace
from datetime import date, timedelta

from spacy.tokens import Doc, Span, Token

from kg.dates import units
from kg.dates.interval import Interval
from kg.extract.anniversaries import number
from kg.extract.certainty import Told
from kg.extract.finding import Finding
from kg.extract.roles import PARENTS
from kg.extract.rows import age_behind
from kg.extract.subjects import subject_token, subjects
from kg.extract.times import Times
from kg.extract.tree import children, is_when
from kg.nlp.marks import Mention, mentions_in, people_of
from kg.records import TimeExpression

GROWN = 16  # years: of a younger person no love is told
ADULT = 18  # years: of an older person no reader would reckon the birth
OLDEST = 120
UNITS = ("year", "month", "week")  # "a four-year-old", "a 17-month-old"
OLD = {f"{mark}{unit}{mark}old": unit for mark in "-‐‑" for unit in UNITS}
YOUNG = {"months": "month", "weeks": "week"}  # "Ben, 13 months,"
NAMING = {"named", "called"}
NEAR = 2  # words from a noun to the name behind its comma
AFTER_AGE = ",.;:)"  # "Ada Roe, 43, sang", not "Ada Roe, 43 Mill Lane"


def births_by_age(doc: Doc, published: date | None) -> dict[str, Interval]:
    """For all with one age behind their names: the year of days of their birth, as told on the day of publication.

    Of a baby the month, or the week: "their 17-month-old son Ben".
    """
    if published is None:
        return {}
    ages: dict[str, set[tuple[int, str]]] = defaultdict(set)
    for mention in doc._.mentions:
        told = _told_age(doc, mention) if mention.kind == "name" and len(mention.people) == 1 else None
        age = number(told) if told is not None else None
        if age is not None and told is not None:
            ages[mention.people[0]].add((age, _unit(told)))
    found = {key: _born(published, *min(told)) for key, told in ages.items() if len(told) == 1}
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
    above = age_above(finding.trigger)
    if above is not None and time.end < finding.trigger.left_edge.idx:
        return subjects(above)
    subject = subject_token(finding.trigger)
    opens = subject is not None and time.end < doc[subject.left_edge.i].idx
    owners = children(subject, "nmod:poss") if subject is not None and opens else []
    named = [token for token in span or () if token.tag_ in ("PRP", "PRP$", "NNP")] or owners
    if named:
        told = people_of(doc, named[0])
        if told == finding.keys and (child := _child(subject, time)) is not None:
            return people_of(doc, child)
        about = {*finding.keys, *(key for each in (subject.subtree if subject else ()) for key in people_of(doc, each))}
        return told if named[0].tag_ == "NNP" or about.issuperset(told) else ()  # "she" is one whom the clause is about
    is_losers = opens or finding.trigger.lemma_ == "lose"  # "aged five, she lost her father": not he
    return finding.keys if len(finding.keys) == 1 and not is_losers else subjects(finding.trigger)


def age_above(verb: Token) -> Token | None:
    """What the clause is under that may tell at what age it came about: "she was six when her parents met and wed"."""
    before = verb.doc[verb.i - 2] if verb.dep_ == "conj" and verb.nbor(-1).pos_ == "CCONJ" else verb
    is_told = before.dep_ == "advcl" and is_when(before) and bool(children(before.head, "cop"))
    return before.head if is_told else None


def is_mothers(death: Token, keys: Container[str]) -> bool:
    """Whether one of those who died is told as the mother: "his parents had died by the time he was ten"."""
    subject = subject_token(death)
    women = (person.key for person in death.doc._.people if person.gender == "female")
    return subject is not None and subject.lemma_ in PARENTS and any(key in keys for key in women)


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


def births_told(doc: Doc, told: Iterable[Told], born: Mapping[str, Interval]) -> Iterator[Told]:
    """All that is told; a birth without a day has that of the age told with the child's name: "a son, Ben, four".

    Not where anything else dates the birth, or the child has died: at what age, then?
    """
    told = list(told)
    known = {key for each in told for role, key in each.finding.people if _dates(each) and role in ("child", "person")}
    for each in told:
        child = next((key for role, key in each.finding.people if role == "child"), "")
        is_open = each.finding.type == "child_born" and child in born and child not in known
        age = _age_told(doc, child, each.finding.trigger.sent) if is_open else None
        if age is not None:
            span = (age.idx, age.idx + len(age))
            each = replace(each, times=Times(on=born[child], words=age.text, spans=(span,)))
        yield each


def _dates(told: Told) -> bool:
    """Whether the finding dates a birth, or tells of a death."""
    kind = told.finding.type
    return kind == "died" or (kind in ("born", "child_born") and (told.times != Times() or told.anchor is not None))


def _age_told(doc: Doc, key: str, sentence: Span) -> Token | None:
    """The number that tells how old somebody of the sentence is, beside their name."""
    names = (each for each in mentions_in(doc, sentence.start, sentence.end) if each.people == (key,))
    ages = (_told_age(doc, each) for each in names if each.kind == "name")
    return next((each for each in ages if each is not None), None)


def _told_age(doc: Doc, name: Mention) -> Token | None:
    """The number beside a name that tells how old they are: "Ada Roe, 43,", "six-year-old Ben"."""
    if (behind := age_behind(doc[name.start])) is not None:
        age, after = _age(behind), doc[behind.i : behind.i + 2].text[-1]
        return behind if age is not None and (age < ADULT or (age < OLDEST and after in AFTER_AGE)) else None
    first = min(doc[name.head].left_edge.i, doc[name.start - 1].left_edge.i if name.start else 0)
    if doc[name.start - 1].lower_ in NAMING and name.start:  # "a six-year-old (son) called Ben"
        last = doc[name.start - 2]
        first = min(first, last.left_edge.i, last.i - 5)
    noun = _noun_before(doc, name)
    shared = range(noun.left_edge.i, noun.i) if noun is not None else ()
    own = reversed(range(first, name.start - 4))  # "six-year-old Ben and four-year-old Max": the nearest
    old = (i for i in (*own, *shared) if doc[i + 1 : i + 5].text.lower() in OLD)
    return next((doc[i] for i in old if i == 0 or doc[i - 1].lower_ != "then"), None)


def _noun_before(doc: Doc, name: Mention) -> Token | None:
    """What a name behind a comma is of: "an eight-year-old daughter, Mia", "18-month-old twins, Mia and Max"."""
    first = doc[name.head].head if doc[name.head].dep_ == "conj" else doc[name.head]
    noun = first.head
    is_beside = first.dep_ == "appos" and 0 < first.left_edge.i - noun.i <= NEAR and noun.pos_ == "NOUN"
    return noun if is_beside and (first.i == name.head or noun.tag_ == "NNS") else None


def _unit(age: Token) -> str:
    """In what an age is counted."""
    behind = age.doc[age.i + 1 : age.i + 5]
    return OLD.get(behind.text.lower()) or YOUNG.get(behind[0].lower_ if len(behind) else "", "year")


def _born(day: date, age: int, unit: str) -> Interval | None:
    """The days on which somebody was born who is so old on that day; None where they lie out of the calendar."""
    first, last = (units.shifted(day, -count, unit) for count in (age + 1, age))
    return Interval(first + timedelta(1), last) if first is not None and last is not None else None


def _age(token: Token) -> int | None:
    """The age that a number tells, which closes what is said of the name: not "Ada, two of his sons", "Ben (2-R)"."""
    after = token.nbor() if token.i + 1 < len(token.doc) else token
    if after.lower_ in YOUNG:
        return number(token)
    counts = after.pos_ in ("NOUN", "ADJ", "ADV", "SYM") or after.tag_ == "HYPH" or after.lower_ == "of"
    return None if counts else number(token)
