"""What one word tells of several people: "Ada was born on 6 March 1806, Ben on 7 May 1812", "her divorces from …"."""

import re
from bisect import bisect_left
from collections.abc import Container, Iterator, Sequence, Set
from dataclasses import replace
from itertools import pairwise
from operator import attrgetter

from spacy.tokens import Doc, Span, Token

from kg.extract.brackets import Dated
from kg.extract.finding import Finding
from kg.extract.times import behind
from kg.extract.tree import children
from kg.nlp.marks import Mention, mention_at, mentions_in
from kg.records import TimeExpression

JOINING = {",", ";", "and", "&"}
DATING = {"on", "in", "about", "around", "circa", "c."}
LISTED = re.compile(r",?\s*(?:and|&)?\s*(?:in|on)?\s*")
LONGEST = 10  # tokens from one date to the next: "and their younger son, Carl Roe, on"


def gapped(doc: Doc, findings: list[Finding], nouns: Set[str]) -> Iterator[Dated]:
    """The births and deaths whose verb stands once for a row of names and dates, and the partners of "her divorces".

    So do the children of "they welcomed Ada in 2009 and their son Ben in 2012"; `nouns` are the words for children.
    """
    spans = [(doc.char_span(time.start, time.end), time) for time in doc._.times]
    times = [(span, time) for span, time in spans if span is not None]
    for finding in findings:
        if _opens_row(finding):
            *others, (role, _) = finding.people
            for name, time in _row(finding.trigger, times, nouns if role == "child" else None):
                people = (*others, (role, name.people[0]))
                if len(set(people)) == len({key for _, key in people}):
                    yield Dated(replace(finding, people=people, rule=f"{finding.rule} (shared)"), time)


def _opens_row(finding: Finding) -> bool:
    """Whether the word may tell the same of others: a verb of one person, a plural of somebody's partner."""
    word = finding.trigger
    is_child = bool(finding.people) and finding.people[-1][0] == "child"
    if finding.kind != "event" or len(finding.people) > 2 + is_child:
        return False
    if len(finding.people) == 1 or is_child:
        return word.pos_ in ("VERB", "AUX")
    return word.tag_ == "NNS" and bool(children(word, "nmod:poss"))


def _row(
    verb: Token, times: Sequence[tuple[Span, TimeExpression]], nouns: Set[str] | None
) -> Iterator[tuple[Mention, TimeExpression]]:
    """The names that stand alone between one date and the next, from the verb on, each with the date behind it."""
    doc = verb.doc
    first, last = (bisect_left(times, place, key=_start) for place in (verb.i + 1, verb.sent.end))
    told = times[first:last]
    if not told or any(token.pos_ in ("VERB", "AUX") for token in doc[verb.i + 1 : told[0][0].start]):
        return
    for (one, _), (other, time) in pairwise(told):
        name = _alone(doc[one.end : other.start], nouns)
        if name is None:
            return
        yield name, time


def _start(dated: tuple[Span, TimeExpression]) -> int:
    return dated[0].start


def _alone(between: Span, nouns: Set[str] | None) -> Mention | None:
    """The one person named between two dates, where no other clause begins, called by none but these `nouns`."""
    words = [token for token in between if not token.is_space]
    is_row = 2 < len(words) <= LONGEST and words[0].lower_ in JOINING and words[-1].lower_ in DATING
    if not is_row or any(token.pos_ in ("VERB", "AUX") or token.tag_ in ("WP", "WDT", "PRP") for token in words):
        return None
    if nouns is not None and any(token.pos_ == "NOUN" and token.lemma_.lower() not in nouns for token in words):
        return None
    named = [mention for mention in mentions_in(between.doc, between.start, between.end) if mention.kind == "name"]
    return named[0] if len(named) == 1 and len(named[0].people) == 1 else None


def of_row(
    finding: Finding, row: Sequence[Finding], told: list[TimeExpression], text: str, taken: Container[int]
) -> list[TimeExpression]:
    """Of a row of partners or children the day behind this one, no other's.

    "Her divorces from Ben in 2009, Carl in 2012"; "two children, Ada (1928) and Ben (1930)".
    """
    if turns := _in_turn(row, told):
        return [next(day for each, day in zip(row, turns, strict=True) if each is finding)]
    doc = finding.trigger.doc
    is_row = len(row) > 1 and {role for role, _ in finding.people} in ({"partner"}, {"parent", "child"})
    ends = [_own_end(each, row) for each in row] if is_row else []
    days = [behind(doc, text, end) if end is not None else None for end in ends]
    days = [day if day is not None and day.start not in taken else None for day in days]
    if not any(days):
        return told
    mine, end = next((day, end) for each, day, end in zip(row, days, ends, strict=True) if each is finding)
    if mine is not None:
        return [mine]
    own = [time for time in days if time is not None and text[time.start - 1] in "(["]  # "Ben (1953), Carl"
    return [time for time in told if time not in own and (end is None or time.start >= end or time not in days)]


def _in_turn(row: Sequence[Finding], told: Sequence[TimeExpression]) -> list[TimeExpression]:
    """The day of each of a row, where as many are listed: "Ada, Ben and Cy were born in 1855, 1858 and 1861".

    Empty where the days are no list of that length, or where it is not plain in which order the people stand.
    """
    days = sorted((time for time in told if time.relation == "on" and time.when), key=attrgetter("start"))
    if len(row) < 2 or len(days) != len(row):
        return []
    doc = row[0].trigger.doc
    if not all(LISTED.fullmatch(doc.text[one.end : other.start]) for one, other in pairwise(days)):
        return []
    places = [place for each in row if (place := _place(each, row)) is not None]
    if len(set(places)) < len(row):
        return []
    return [days[sorted(places).index(place)] for place in places]


def named_in_turn(verb: Token) -> tuple[str, ...]:
    """Those of a row right before the verb of whom as many days are listed: "Ada and Ben, born in 1930 and 1932"."""
    doc = verb.doc
    named: list[Mention] = []
    end = verb.i - (doc[verb.i - 1].text == ",") if verb.i > verb.sent.start else 0
    while (mention := mention_at(doc, doc[end - 1])) is not None and mention.end == end and mention.kind == "name":
        named.insert(0, mention)
        end = mention.start
        while end > verb.sent.start + 1 and doc[end - 1].lower_ in JOINING:
            end -= 1
        if end == mention.start:
            break
    days = [time for time in doc._.times if verb.idx < time.start < verb.sent.end_char and time.relation == "on"]
    ends = [i for i, (one, other) in enumerate(pairwise(days)) if not LISTED.fullmatch(doc.text[one.end : other.start])]
    is_list = len(days[: ends[0] + 1 if ends else None]) == len(named) > 1
    return tuple(key for each in named for key in each.people) if is_list else ()


def _place(finding: Finding, row: Sequence[Finding]) -> int | None:
    """Where the one stands in the sentence who is in no other finding of the row."""
    own = set(finding.keys).difference(*(each.keys for each in row if each is not finding))
    sent = finding.trigger.sent
    named = (each.start for each in mentions_in(sent.doc, sent.start, sent.end) if set(each.people) == own)
    return next(named, None) if len(own) == 1 else None


def _own_end(finding: Finding, row: Sequence[Finding]) -> int | None:
    """The character behind the one of a finding's people who is in no other of the row."""
    own = set(finding.keys).difference(*(each.keys for each in row if each is not finding))
    doc = finding.trigger.doc
    found = mentions_in(doc, finding.trigger.i + 1, finding.trigger.sent.end)
    mentions = sorted(found, key=lambda each: each.kind != "name")  # "the singer Ben Roe (1953)"
    lasts = (doc[each.end - 1] for each in mentions if set(each.people) == own and len(own) == 1)
    return next((last.idx + len(last) for last in lasts), None)
