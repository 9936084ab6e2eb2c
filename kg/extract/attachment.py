"""What each time expression of a document hangs on: the first trigger or verb above it in the tree.

Or the happening that it is counted from: "two years after they met".
"""

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import replace
from itertools import zip_longest

from spacy.tokens import Doc, Span, Token

from kg.dates.interval import Interval
from kg.extract.between import as_bound
from kg.extract.finding import Finding
from kg.extract.joined import with_alternatives
from kg.extract.links import (
    EARLIER,
    LATER,
    before_break,
    clause_above,
    clefted,
    counted_since,
    heads_line,
    is_bracketed,
    is_closed,
    is_counted_from,
    is_measured,
    is_of_conjunct,
    is_of_source,
    noun_end,
    only_names,
    opened,
    parts_clauses,
)
from kg.extract.times import (
    behind,
    is_attribute,
    is_elsewhere,
    is_of_title,
    is_of_work,
    is_standing,
    name_end,
)
from kg.extract.tree import children, conjunct_before, is_verb
from kg.nlp.marks import mentions_in, text_of
from kg.records import TimeExpression

NEAR = 8  # tokens from "two years after" to the word for the happening
RESUMED = re.compile(r", (?:in|on) ")  # behind a clause set off by commas
BACK = ("earlier", "before", "previously")  # counted back


class Attachment:
    """The time expressions of a document by the token that they belong to."""

    def __init__(self, doc: Doc, findings: list[Finding], taken: set[int]) -> None:
        """`taken` are the starts of expressions that belong elsewhere: lives in brackets."""
        self.doc, self.text, self.taken = doc, text_of(doc), taken
        self.triggers = {word.i for finding in findings for word in finding.words}
        self.telling = {word.i for finding in findings if not is_standing(finding) for word in finding.words}
        self.heads = {finding.trigger.i for finding in findings}
        self.at: dict[int, list[TimeExpression]] = defaultdict(list)
        self.lines: list[tuple[int, TimeExpression]] = []  # dates that head a line of a chronology
        self.anchors: dict[int, tuple[Finding, TimeExpression]] = {}  # by the token that a happening dates
        self.counted: dict[int, tuple[Token, TimeExpression]] = {}  # the other way round
        self.events = {finding.trigger.i: finding for finding in findings if finding.kind == "event"}
        self.deaths = {finding.trigger.i: finding for finding in findings if finding.type == "died"}
        self.named = {word.i: event for event in self.events.values() for word in event.words} | self.events
        nouns = {day.start: event.trigger for event in self.events.values() for day in self.beside(event)}
        for time, noun in self._reckoned(list(with_alternatives(doc._.times, self.text))):
            span = doc.char_span(time.start, time.end, alignment_mode="expand")
            if span is not None and len(span) and time.start not in taken and not is_attribute(span, time):
                if is_of_work(span, time) and time.when:  # out by then, and they had met before it came out
                    time = time.model_copy(update={"when": Interval(None, time.when.latest)})
                if is_of_title(span, self.triggers):
                    continue
                owner = self._owner(span.root) if noun is None else noun
                if (
                    self.events.get(owner.i)
                    and time.when
                    and is_of_source(span, is_recent=time.anchor == "publication")
                ):
                    time = time.model_copy(update={"when": Interval(None, time.when.latest)})
                event = self._told_after(span, owner) if time.anchor == "event" else None
                named = self.named.get(event.i) if event is not None else None
                if time.anchor == "event" and (death := self._other_death(span, owner)) is not None:
                    self.anchors[owner.i] = (death, time)
                    continue
                if named is not None:  # "split two years after they got engaged"
                    above = self._dated_by(named.trigger, time)
                    self.anchors[above.i] = (named, time)
                    self.counted[named.trigger.i] = (above, time)
                    continue
                if before := self._told_before(span, time, owner):
                    relation = "before" if time.text.endswith(BACK) else "after"
                    self.anchors[owner.i] = (before, time.model_copy(update={"relation": relation}))
                    continue
                if not is_of_conjunct(time, owner):
                    self.at[owner.i].append(as_bound(span, time, owner, nouns))
                    if heads_line(span, self.text):
                        self.lines.append((span.start, time))

    def _reckoned(self, times: list[TimeExpression]) -> Iterator[tuple[TimeExpression, Token | None]]:
        """The expressions, each with the word that it belongs to where it is not the tree that tells it.

        "Five months after their split in July 2018" is December; July is the day of the split.
        """
        owners: dict[int, Token] = {}
        for time, following in zip_longest(times, times[1:]):
            noun = self._counted_from(time, following) if following is not None else None
            if following is not None and noun is not None and time.duration and following.when:
                owners[following.start] = noun
                owners[time.start] = clause_above(noun, self.triggers)
                when = following.when.shift(time.duration, 1 if time.relation == "after" else -1)
                text = self.text[time.start : following.end]
                time = time.model_copy(update={"when": when, "relation": "on", "anchor": "earlier", "text": text})
            yield time, owners.get(time.start)

    def _counted_from(self, time: TimeExpression, day: TimeExpression) -> Token | None:
        """The noun between "five months after" and the day of what it names."""
        length, words = time.duration, self.doc.char_span(time.end + 1, day.start - 1, alignment_mode="contract")
        if time.anchor != "event" or day.relation != "on" or time.relation not in ("before", "after") or not words:
            return None
        if length is None or length.least is None or length.most is None:
            return None
        if self.text[: time.start].endswith("for ") or words[0].sent.start != words[-1].sent.start:
            return None  # "together for two years before her move in May": it lasted so long
        told = next(
            (self.named[token.i].trigger for token in (*words, *self._behind(day)) if token.i in self.named), None
        )
        is_of_other = any(parts_clauses(token) and token != told for token in words)  # "after he asked her they wed in"
        return None if is_of_other else told or words.root

    def _behind(self, day: TimeExpression) -> list[Token]:
        """The noun that a year stands before: "after their 2018 wedding"."""
        span = self.doc.char_span(day.start, day.end, alignment_mode="expand")
        if span is None or not len(span):
            return []
        noun = span.root.head
        return [noun] if noun.pos_ == "NOUN" and noun.i >= span.end else []

    def _owner(self, token: Token) -> Token:
        """The first trigger word or verb above the expression."""
        first = token
        if (clause := clefted(token)) is not None:
            return clause
        triggers = self.triggers if is_bracketed(token) else self.telling
        while token.head != token:
            token = token.head
            is_aside = only_names(token)  # "a girl called Ada, in May"
            is_clause = is_verb(token) and token.lower_ != "aged" and not is_aside  # "aged 21, she married"
            if token.i in triggers or is_clause:
                # "they share a son; Ada and Ben in May": when the picture was taken
                is_apart = is_elsewhere(first, token) or any(each.text == ";" for each in self.doc[token.i : first.i])
                if is_apart:
                    return first
                since = None if token.i in self.triggers else counted_since(first, token, self.heads)
                return since or before_break(first, self._resumed(first, token), self.triggers)
        return clefted(token) or opened(token)

    def _resumed(self, time: Token, owner: Token) -> Token:
        """The verb above a relative clause that is over: "married Ben, whom she had met in 1910, in 1914"."""
        if owner.dep_ != "acl:relcl":
            return owner
        told = self.at.get(owner.i, [])
        end = told[-1].end if told else owner.idx + len(owner)
        above = clause_above(owner, self.triggers)
        if RESUMED.fullmatch(self.text[end : time.idx]) is not None:
            return above
        is_told = any(each.relation == "on" for each in self.at.get(above.i, []))
        is_bare = above.i in self.triggers and is_verb(above) and not is_told
        return above if is_bare and is_closed(owner, time) else owner

    def _told_after(self, span: Span, owner: Token) -> Token | None:
        """The word for the happening that "two years after" counts from: what it hangs on, or the next one told."""
        own = (child for child in span.root.rights if child.i >= span.end and child.i in self.triggers)
        if (clause := next(own, None)) is not None:  # "in 1930, the year before Ada died, he sang"
            return clause
        if owner.i >= span.end:
            return owner
        after = self.doc[span.end : min(span.end + NEAR, owner.sent.end)]
        return next((token for token in after if token.i in self.triggers), None)

    def _dated_by(self, happening: Token, time: TimeExpression) -> Token:
        """What is dated by it: "she left two years after they wed and a year after he died" dates her going twice."""
        above = clause_above(happening, self.triggers)
        is_second = happening.head == above and self.text[: time.start].endswith(" and ")
        if is_second and any(is_measured(mark) for mark in children(above, "mark") if mark.lower_ in LATER | EARLIER):
            return clause_above(above, self.triggers)
        return above

    def _other_death(self, span: Span, owner: Token) -> Finding | None:
        """The death of whom somebody outlived by so long: "she died four days after Ben", "a year after her mother"."""
        died = self.deaths.get(owner.i)
        if died is None or owner.i > span.start or span.end >= span.sent.end:
            return None
        beside = mentions_in(self.doc, span.end, min(span.end + 2, span.sent.end))
        named = [
            each.people[0] for each in beside if self.doc[each.head].dep_ in ("obl", "nmod") and len(each.people) == 1
        ]
        return replace(died, people=(("person", named[0]),)) if named and named[0] not in died.keys else None

    def _told_before(self, span: Span, time: TimeExpression, owner: Token) -> Finding | None:
        """What is counted from where no day was told: "At 21 he married. Five years later they parted"."""
        if time.anchor != "earlier" or time.duration is None:
            return None
        if is_of_conjunct(time, owner):
            return self.events.get(conjunct_before(owner).i)
        if time.when is not None:
            return None
        start = span.sent.start
        begin = self.doc[start - 1].sent.start if start else 0
        told = [place for place in self.events if begin <= place < span.start and place != owner.i]
        return self.events[max(told)] if told else None

    def beside(self, finding: Finding) -> list[TimeExpression]:
        """The day right behind a noun, whatever the tree hangs it on: "after the death of Ada in 1950 she moved".

        Or behind the name of a child: "after the birth of their daughter, Ada, in 1950".
        """
        noun, near = finding.trigger, finding.near
        if noun.pos_ != "NOUN" or (near is not None and finding.type != "child_born"):
            return []
        end = noun_end(noun) if near is None else name_end(near)
        day = behind(self.doc, self.text, end)
        if day is None or day.start in self.taken or day.text.lower().startswith("until"):
            return []  # "did not hear of his death until May"
        between = self.text[noun.idx : day.start]
        if between.count(")") > between.count("("):
            return []  # "from 1990 (the year of his death) to 1995"
        is_fronted = noun.head.i > noun.i and self.text[day.end : day.end + 1].isspace()
        is_of_clause = is_fronted or is_counted_from(noun)  # "after the death of Ada, in 1950 he married"
        return [] if is_of_clause and "," in self.text[end : day.start] else [day]
