"""What one happening says of the day of another: "they met at school and married in 1950", "wed after his divorce".

Only what is told together counts, in the order in which it came about; what may lie pages apart is for the network.
"""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date
from typing import Literal

from spacy.tokens import Token

from kg.dates.interval import Interval
from kg.extract.again import Marriages
from kg.extract.certainty import Told
from kg.extract.finding import Finding
from kg.extract.links import EARLIER, LATER, at_its_day, is_measured
from kg.extract.times import TELLING, Times, becomes_known
from kg.extract.tree import PRESENT, children, is_near
from kg.ontology.schema import Ontology
from kg.records import Anchor

SHARED = "worked_together"  # goes on: "played with them until his death"


def in_order(told: Sequence[Told], ontology: Ontology) -> Iterator[Told]:
    """All that is told; an undated happening hangs on one that its clause names, and is over by the next of the two.

    A happening that is dated anywhere else in the text needs neither.
    """
    told = sorted(told, key=lambda each: each.finding.trigger.i)
    dated = {_what(each) for each in told if each.times.words or each.anchor}
    marriages = Marriages(told, ontology)
    lost = _deaths_alone(told)
    news = {_what(each): each.times for each in told if each.times.news is not None}
    nearby = {each.finding.trigger.i: each.finding for each in told if each.finding.kind == "event"}
    following: dict[frozenset[str], list[Told]] = defaultdict(list)
    placed = []
    for each in reversed(told):
        if each.finding.kind == "event" and each.finding.type != SHARED and _what(each) not in dated:
            later = (next_ for next_ in following[_couple(each)] if _follows(next_, each, ontology))
            is_past = each.finding.trigger.tag_ not in PRESENT
            ends = (lost.get((each.finding.trigger.sent.start, key)) for key in each.finding.keys)
            is_wedding = each.finding.type == "married"
            by = next(later, None) or (min(filter(None, ends), key=_end, default=None) if is_wedding else None)
            times = _by(by) if is_past else each.times
            times = _since(_news_before(each.finding, nearby, news), times) if is_past else times
            anchor = _named_beside(each.finding, nearby) or marriages.anchor(each.finding)
            each = replace(each, times=times, anchor=anchor)
        if each.finding.kind == "event" and each.times.on is not None and len(each.finding.keys) == 2:
            following[_couple(each)].insert(0, each)
        placed.append(each)
    return reversed(placed)


def _deaths_alone(told: Sequence[Told]) -> dict[tuple[int, str], Told]:
    """The deaths in brackets by their sentence and whom they befell: "Ada married Sir Carl Roe (died 1535)".

    Not those of whole lives, "(1490-1535)": that a wedding lies between birth and death goes without saying.
    """
    born = {each.finding.keys for each in told if each.finding.type == "born"}
    ends = [each for each in told if each.finding.rule == "bracket: died" and each.finding.keys not in born]
    return {(each.finding.trigger.sent.start, each.finding.keys[0]): each for each in ends if each.times.on}


def _couple(told: Told) -> frozenset[str]:
    return frozenset(told.finding.keys)


def _end(told: Told) -> date:
    return (told.times.on and told.times.on.latest) or date.max


def _what(told: Told) -> tuple[str, frozenset[str]]:
    return told.finding.type, _couple(told)


def _named_beside(finding: Finding, nearby: dict[int, Finding]) -> Anchor | None:
    """The happening that the words set before or after this one, or on its day: "found love after his divorce"."""
    above = at_its_day(finding.trigger)
    other = nearby.get(above.i) if above is not None else None
    if other is not None and set(other.keys) != set(finding.keys):
        return Anchor(type=other.type, people=other.keys, direction=0)
    for word in finding.words:
        for child in children(word, "advcl", "obl", "nmod"):
            link = next(iter(children(child, "mark", "case")), None)
            other = _told_by(child, nearby)
            if link is None or other is None or set(other.keys) == set(finding.keys) or is_measured(link):
                continue
            if link.lower_ in LATER | EARLIER:
                direction: Literal[-1, 1] = 1 if link.lower_ in LATER else -1
                return Anchor(type=other.type, people=other.keys, direction=direction)
    return None


def _news_before(
    finding: Finding, nearby: dict[int, Finding], news: dict[tuple[str, frozenset[str]], Times]
) -> Times | None:
    """The news that it came after, as it is dated elsewhere: "found love after his split became public"."""
    clauses = (child for word in finding.words for child in children(word, "advcl"))
    for clause in clauses:
        other, subjects = _told_by(clause, nearby), children(clause, "nsubj", "nsubj:pass")
        is_known = clause.lemma_ in TELLING or any(map(becomes_known, subjects))
        if other is not None and is_known and any(each.lower_ in LATER for each in children(clause, "mark", "case")):
            return news.get((other.type, frozenset(other.keys)))
    return None


def _since(first: Times | None, by: Times) -> Times:
    """From the day of the news on, and no later than `by`."""
    if first is None or first.news is None:
        return by
    start, end = Interval(first.news.earliest, None), by.on
    words = " … ".join(each.words for each in (first, by) if each.words)
    return Times(on=(start & end if end else start) or end, words=words, spans=(*first.spans, *by.spans))


def _told_by(word: Token, nearby: dict[int, Finding]) -> Finding | None:
    """What a clause or noun tells: itself, or its subject's happening that came, was announced or became known."""
    told = (nearby.get(each.i) for each in (word, *children(word, "nsubj", "nsubj:pass")))
    return next((each for each in told if each is not None), None)


def _follows(later: Told, told: Told, ontology: Ontology) -> bool:
    """Whether it is told in the same sentence or the next, and cannot have come about before."""
    first, second = told.finding.trigger, later.finding.trigger
    if told.finding.type not in ontology.events[later.finding.type].after or second.i <= first.i:
        return False
    return is_near(first, second)


def _by(later: Told | None) -> Times:
    if later is None or later.times.on is None or later.times.on.latest is None:
        return Times()
    return Times(on=Interval(None, later.times.on.latest), words=later.times.words, spans=later.times.spans)
