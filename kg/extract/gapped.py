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
from kg.nlp.marks import Mention, mention_at, mentions_in, text_of
from kg.records import TimeExpression

JOINING = {",", ";", "and", "&"}
DATING = {"on", "in", "about", "around", "circa", "c."}
LIKENING = {"as", "of", "that"}
LISTED = re.compile(r",?\s*(?:and|&)?\s*(?:in|on)?\s*")
PART = re.compile(r";\s*(?:and\s+)?(?:(?:in|on|about)\s+)?\Z")  # "; and in 1865"
ASIDE = re.compile(r" ?\([^()\n]{0,80}\)")
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
            called = nouns if role == "child" else None
            for name, time in (*_row(finding.trigger, times, called), *_fronted(finding.trigger, times, called)):
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


def _fronted(
    verb: Token, times: Sequence[tuple[Span, TimeExpression]], nouns: Set[str] | None
) -> Iterator[tuple[Mention, TimeExpression]]:
    """The names that each stand alone behind their date: "in 1602 Ada was born, in 1604 their son Ben".

    Where a date stands before the verb or right behind it, too: "she had in 1602 a son, Ben, and in 1604 a son, Carl".
    """
    sent = verb.sent
    first, own, last = (bisect_left(times, place, key=_start) for place in (sent.start, verb.i, sent.end))
    if own < last and all(token.lower_ in DATING for token in verb.doc[verb.i + 1 : times[own][0].start]):
        first, own = own, own + 1
    if not first < own < last or any(
        token.pos_ in ("VERB", "AUX") for token in verb.doc[times[own - 1][0].end : verb.i - 1]
    ):
        return
    ends = [*(span.start for span, _ in times[own + 1 : last]), sent.end]
    for (span, time), end in zip(times[own:last], ends, strict=True):
        name = _opened(span, end, nouns) if time.relation == "on" else None
        if name is None:
            return
        yield name, time


def _opened(day: Span, end: int, nouns: Set[str] | None) -> Mention | None:
    """The one person named behind a day that begins a part of the sentence, before the token `end`."""
    begin = day.end + (day.end < end and day.doc[day.end].text == ",")
    while end > begin and (day.doc[end - 1].is_punct or day.doc[end - 1].lower_ in DATING | JOINING):
        end -= 1
    is_part = _begins_part(day) and 0 < end - begin <= LONGEST
    return _only_one(day.doc[begin:end], nouns) if is_part else None


def _begins_part(day: Span) -> bool:
    """Whether the words before a day part it from what was told before: "and in 1604", "; 1865"."""
    start = day.start
    while start and day.doc[start - 1].lower_ in DATING:
        start -= 1
    return start > 0 and day.doc[start - 1].lower_ in JOINING


def _start(dated: tuple[Span, TimeExpression]) -> int:
    return dated[0].start


def _alone(between: Span, nouns: Set[str] | None) -> Mention | None:
    """The one person named between two dates, where no other clause begins, called by none but these `nouns`."""
    words = [token for token in between if not token.is_space]
    is_row = 2 < len(words) <= LONGEST and words[0].lower_ in JOINING and words[-1].lower_ in DATING
    return (_only_one(between, nouns) or (_only_kin(words) if nouns is None else None)) if is_row else None


def _only_kin(words: Sequence[Token]) -> Mention | None:
    """The one told by nothing but whose kin it is: "her father died in 1850 and her mother in 1860"."""
    told = [word for word in words if word.lower_ not in JOINING | DATING]
    kin = mention_at(told[-1].doc, told[-1]) if told else None
    is_all = kin is not None and (kin.start, kin.end) == (told[0].i, told[-1].i + 1) and kin.kind == "nominal"
    return kin if is_all and kin is not None and len(kin.people) == 1 else None


def _only_one(words: Span, nouns: Set[str] | None) -> Mention | None:
    """The one person named by words that are no clause, called by none but these `nouns`."""
    if any(token.pos_ in ("VERB", "AUX") or token.tag_ in ("WP", "WDT", "PRP") for token in words):
        return None
    if any(token.lower_ in LIKENING for token in words[:1]):
        return None  # "in the same year as his wedding to Ada"
    if nouns is not None and any(token.pos_ == "NOUN" and token.lemma_.lower() not in nouns for token in words):
        return None
    named = [mention for mention in mentions_in(words.doc, words.start, words.end) if mention.kind == "name"]
    return named[0] if len(named) == 1 and len(named[0].people) == 1 else None


def of_row(
    finding: Finding, row: Sequence[Finding], told: list[TimeExpression], text: str, taken: Container[int]
) -> list[TimeExpression]:
    """Of a row of partners or children the day behind this one, no other's.

    "Her divorces from Ben in 2009, Carl in 2012"; "two children, Ada (1928) and Ben (1930)"; or the day before it where
    the row begins with a day: "in 1860 she married Ben and in 1865 Carl".
    """
    if leading := _leading(finding, row, told):
        return leading
    told = _without_next(told, finding)
    if turns := _in_turn(row, told):
        return [next(day for each, day in zip(row, turns, strict=True) if each is finding)]
    doc = finding.trigger.doc
    is_row = len(row) > 1 and {role for role, _ in finding.people} in ({"partner"}, {"parent", "child"})
    ends = [_own_end(each, row) for each in row] if is_row else []
    days = [_day_behind(doc, text, end, taken) if end is not None else None for end in ends]
    if not any(days):
        return told
    mine, end = next((day, end) for each, day, end in zip(row, days, ends, strict=True) if each is finding)
    if mine is not None:
        return [mine]
    fronted = [time for time in told if time not in days and time.when and time.end < finding.trigger.idx]
    others = [time.when for time in days if time is not None and time.when]
    if fronted and end is not None and not any(time.when and time.when & when for time in fronted for when in others):
        return fronted  # "in 1849 she met Ada, and Ben in 1852"
    own = [time for time in days if time is not None and text[time.start - 1] in "(["]  # "Ben (1953), Carl"
    return [time for time in told if time not in own and (end is None or time.start >= end or time not in days)]


def _day_behind(doc: Doc, text: str, end: int, taken: Container[int]) -> TimeExpression | None:
    """The day behind a name that ends there, or behind the bracket with a life: "Ada Roe (1856–1911) in 1879"."""
    day = behind(doc, text, end)
    if day is not None and day.start not in taken:
        return day
    aside = ASIDE.match(text, end)
    day = behind(doc, text, aside.end()) if aside is not None else None
    return day if day is not None and day.start not in taken else None


def _in_turn(row: Sequence[Finding], told: Sequence[TimeExpression]) -> list[TimeExpression]:
    """The day of each of a row, where as many are listed: "Ada, Ben and Cy were born in 1855, 1858 and 1861".

    Empty where the days are no list of that length, or where it is not plain in which order the people stand.
    """
    days = sorted((time for time in told if time.relation == "on" and time.when), key=attrgetter("start"))
    if len(row) < 2 or len(days) != len(row):
        return []
    doc = row[0].trigger.doc
    if not all(LISTED.fullmatch(text_of(doc)[one.end : other.start]) for one, other in pairwise(days)):
        return []
    places = [place for each in row if (place := _place(each, row)) is not None]
    if len(set(places)) < len(row):
        return []
    return [days[sorted(places).index(place)] for place in places]


def _leading(finding: Finding, row: Sequence[Finding], told: Sequence[TimeExpression]) -> list[TimeExpression]:
    """The day before the one whom the finding adds to a row, where each day of it stands before others of the row."""
    doc, sent = finding.trigger.doc, finding.trigger.sent
    inside = (time for time in doc._.times if sent.start_char <= time.start < sent.end_char)
    parts = [time for time in inside if PART.search(text_of(doc), sent.start_char, time.start) and time not in told]
    days = sorted((time for time in (*told, *parts) if time.relation == "on" and time.when), key=attrgetter("start"))
    places = [_place(each, row) for each in row] if len(row) > 1 < len(days) else []
    starts = [doc[place].idx for place in places if place is not None]
    if not starts or len(set(starts)) < len(row) or any(_is_behind_name(day, doc) for day in days):
        return []
    place = _place(finding, row)
    if not days[0].start < min(starts) <= max(starts) > days[-1].start or place is None:
        return []
    return [day for day in days if day.start < doc[place].idx][-1:]


def _is_behind_name(day: TimeExpression, doc: Doc) -> bool:
    """Whether it stands in a bracket behind a name or noun: "Ben (1953)", not "married (1953) Ben"."""
    span = doc.char_span(day.start, day.end, alignment_mode="expand")
    start = span.start if span is not None else 0
    return start > 1 and doc[start - 1].text in ("(", "[") and doc[start - 2].pos_ in ("PROPN", "NOUN")


def _without_next(told: list[TimeExpression], finding: Finding) -> list[TimeExpression]:
    """The days without those that begin another part: "in 1602 she had a daughter, Ada, and in 1604 twins"."""
    trigger, days = finding.trigger, [time for time in told if time.relation == "on" and time.when]
    if not any(day.end < trigger.idx for day in days):
        return told
    first = min(days, key=attrgetter("start"))
    return [time for time in told if not (time in days and _is_next(time, first, trigger))]


def _is_next(day: TimeExpression, first: TimeExpression, trigger: Token) -> bool:
    span = trigger.doc.char_span(day.start, day.end, alignment_mode="expand")
    if span is None or span.start < trigger.i or day.when is None or first.when is None or day.when & first.when:
        return False
    after = span.end + (span.end < len(trigger.doc) and trigger.doc[span.end].text == ",")
    is_told = after < span.sent.end and trigger.doc[after].pos_ in ("DET", "NOUN", "PROPN", "PRON", "NUM", "ADJ")
    return is_told and _begins_part(span)


def named_in_turn(verb: Token) -> tuple[str, ...]:
    """Those of a row right before the verb of whom as many days are listed: "Ada and Ben, born in 1930 and 1932"."""
    doc, sent = verb.doc, verb.sent
    named: list[Mention] = []
    end = verb.i - (doc[verb.i - 1].text == ",") if verb.i > sent.start else 0
    while (mention := mention_at(doc, doc[end - 1])) is not None and mention.end == end and mention.kind == "name":
        named.insert(0, mention)
        end = mention.start
        while end > sent.start + 1 and doc[end - 1].lower_ in JOINING:
            end -= 1
        if end == mention.start:
            break
    if len(named) < 2:
        return ()
    text = text_of(doc)
    days = [time for time in doc._.times if verb.idx < time.start < sent.end_char and time.relation == "on"]
    ends = [i for i, (one, other) in enumerate(pairwise(days)) if not LISTED.fullmatch(text[one.end : other.start])]
    is_list = len(days[: ends[0] + 1 if ends else None]) == len(named)
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
