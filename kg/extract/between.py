"""The day of what a happening comes before or after: "parted after the birth of Ada in 1963"."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence

from spacy.tokens import Span, Token

from kg.dates.interval import Interval
from kg.extract.finding import Finding
from kg.extract.links import EARLIER, LATER, is_measured, noun_end
from kg.extract.partings import AFTERMATHS
from kg.extract.times import BESIDE, Times
from kg.extract.tree import children, preposition
from kg.nlp.marks import text_of
from kg.ontology.schema import Ontology
from kg.records import TimeExpression

AFTER = re.compile(r"\bafter\b", re.IGNORECASE)
DEATHS = {"died", "widowed"}
WEDLOCK = re.compile(r" of (?:\w+ )?(?:marriage|married life|wedlock)\b")
ONCE = {"before", "prior"}  # not "until": that tells how long something went on
LINKS = {"after", "following", "before"}  # of a clause
AT_ONCE = {"upon", "since"}  # "upon his death in 1568", "since their wedding in 2010"
# nouns that have their day with them; "died after a fall in 1950" tells one day for both
HAPPENINGS = frozenset(
    "birth death wedding marriage divorce split separation breakup break-up engagement arrival meeting reunion".split()
)


def as_bound(span: Span, time: TimeExpression, owner: Token, nouns: Mapping[int, Token]) -> TimeExpression:
    """The time as what it says of the owner, where it is the day of a noun that the owner comes before or after.

    `nouns` are the words for happenings by the start of the day that is told right behind them.
    """
    if time.when is None or time.relation != "on":
        return time
    noun = nouns.get(time.start)
    holders = [*_above(span.root, owner), *([noun] if noun is not None and noun.head == owner else [])]
    beside = [child for child in owner.children if 0 < time.start - noun_end(child) <= BESIDE]
    behind = (each for each in beside if each.i > owner.i)  # "wed after his divorce in 2013"
    holders += [each for each in behind if each.lemma_ in HAPPENINGS and "," not in span.doc[each.i : span.start].text]
    is_told = any(each.lemma_ in HAPPENINGS or span.end <= each.i for each in holders)  # "after his 2019 affair"
    if is_told and any(_link(each) in LATER - AT_ONCE for each in holders):
        return time.model_copy(update={"when": Interval(time.when.earliest, None)})
    if is_told and any(_link(each) == "since" for each in holders):
        return time.model_copy(update={"relation": "since"})
    holders += beside
    if any(each.pos_ in ("NOUN", "PROPN") and _link(each) in ONCE for each in holders) or _lasted_to(noun, owner):
        return time.model_copy(update={"when": Interval(None, time.when.latest)})
    return time


def _lasted_to(death: Token | None, owner: Token) -> bool:
    """Whether a death only tells that something went on till then: "were married at the time of his death in 1940"."""
    if death is None or death.lemma_ != "death" or not children(owner, "aux:pass", "cop"):
        return False
    held = death.head if death.head.lemma_ == "time" else death
    return preposition(held) == "at" and owner in held.ancestors


def _link(noun: Token) -> str:
    """The preposition, unless words before it tell how long before or after: "a few months after his split in 2015"."""
    link = next(iter(children(noun, "case")), None)
    return "" if link is None or is_measured(link) else link.lower_


def _above(token: Token, owner: Token) -> Iterator[Token]:
    """What stands between a time and the word that it belongs to: "after the birth of Ada in 1963, they parted"."""
    while token.head not in (token, owner):
        token = token.head
        yield token


def since_wedding(
    finding: Finding, own: Sequence[TimeExpression], events: Iterable[Finding], at: Mapping[int, list[TimeExpression]]
) -> Times | None:
    """The day of a parting that is counted from the wedding: "they wed in 1860 and parted after two years".

    So is a death, where it is years of the marriage: "she died after two years of marriage". `own` are the times of
    the parting, `at` those of each word of the `events` told.
    """
    lengths = [time for time in own if time.relation == "for" and time.duration is not None]
    length = lengths[0] if finding.type in {*AFTERMATHS, *DEATHS} and len(lengths) == 1 else None
    is_of_life = finding.type in DEATHS and length is not None
    if is_of_life and WEDLOCK.match(text_of(finding.trigger.doc), length.end if length else 0) is None:
        return None  # "after two years of illness"
    if length is None or length.duration is None or length.duration.approximate or length.duration.most is None:
        return None
    before = text_of(finding.trigger.doc)[max(0, length.start - 15) : length.start] + length.text
    is_after = AFTER.search(before) is not None
    if not is_after and "within " not in before:
        return None
    weddings = (each for each in events if each.type == "married" and each.trigger.i < finding.trigger.i)
    told = [each for each in weddings if set(each.keys) >= set(finding.keys)][-1:]
    days = [time for each in told for word in each.words for time in at.get(word.i, []) if time.relation == "on"]
    if not days or days[-1].when is None:
        return None
    wed, on = days[-1], days[-1].when.shift(length.duration)
    on = on if is_after else days[-1].when.hull(on)
    return Times(on, words=f"{wed.text} … {length.text}", spans=tuple((each.start, each.end) for each in (wed, length)))


def beside_clause(finding: Finding, at: Mapping[int, list[TimeExpression]]) -> Times | None:
    """What the day of a clause says of the happening before or after it: "she wed two years after she moved in 1920".

    `at` are the times of each word; a clause that opens the sentence is one of all that is told behind it.
    """
    if finding.kind != "event":
        return None
    words = list(finding.words)
    if finding.trigger.dep_ == "conj":
        words.append(finding.trigger.head)
    clauses = [child for word in words for child in children(word, "advcl")]
    clauses = [each for each in clauses if each.head in finding.words or each.i < each.head.i]
    told = [(mark, clause) for clause in clauses for mark in children(clause, "mark") if mark.lower_ in LINKS]
    if len(told) != 1:
        return None
    mark, clause = told[0]
    days = [time for time in at.get(clause.i, []) if time.relation == "on" and time.when and time.anchor != "event"]
    if len(days) != 1 or days[0].when is None:
        return None
    when, is_after = days[0].when, mark.lower_ in LATER
    if is_after and not is_measured(mark) and clause.tag_ == "VBG" and clause.i > finding.trigger.i:
        return None  # "they began dating after meeting in 2004", "died after falling ill on 3 May": the day of either
    on = Interval(when.earliest, None) if is_after else Interval(None, when.latest)
    used = days
    if is_measured(mark):  # "just before"
        on = when
        ends = [time for time in mark.doc._.times if time.anchor == "event" and time.end == mark.idx + len(mark)]
        length = ends[0].duration if ends else None
        if length is not None and length.least is not None and length.most is not None:
            on, used = when.shift(length, 1 if is_after else -1), [*ends, *days]
    spans = tuple((each.start, each.end) for each in used)
    return Times(on=on, words=" … ".join(each.text for each in used), spans=spans)


def around(finding: Finding, told: Sequence[TimeExpression], above: Finding | None, ontology: Ontology) -> Times | None:
    """The bound that the clause above sets: "they parted in May, after meeting in Rome", "wed in 1950 after divorcing".

    `told` are the times of that clause, `above` what it tells of. A couple may part many times before they do the next
    thing, together or alone; weddings, what happens once, and what happens to others, have one day.
    """
    trigger = finding.trigger
    marks = {child.lower_ for child in children(trigger, "mark")}
    if finding.kind != "event" or trigger.dep_ != "advcl" or not marks & (LATER | EARLIER):
        return None
    event = ontology.events[finding.type]
    is_once = event.once == "life" or "child" in event.roles  # each child is born once
    is_once |= above is None and any(ontology.states[each].implies for each in event.opens)
    if not is_once and (above is None or set(above.keys) == set(finding.keys)):
        return None
    days = [time for time in told if time.relation in ("on", "since") and time.anchor != "event"]
    if len(days) != 1 or days[0].when is None:
        return None
    on = Interval(None, days[0].when.latest) if marks & LATER else Interval(days[0].when.earliest, None)
    return Times(on=on, words=days[0].text, spans=((days[0].start, days[0].end),))
