"""From a read Doc to a Reading: the people a document knows and its claims, with the characters that prove them."""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from typing import Literal

from spacy.tokens import Doc, Token

from kg.dates.interval import Granularity, Interval
from kg.extract.ages import is_child
from kg.extract.anniversaries import before
from kg.extract.certainty import Told, scored
from kg.extract.courtship import without_the_wed
from kg.extract.deaths import is_of_day, is_told_after
from kg.extract.finder import Finder
from kg.extract.finding import Finding
from kg.extract.holding import (
    ENDING,
    began,
    enduring,
    holds_by_then,
    is_described,
    is_long_gone,
    is_present,
    past,
    stative_tense,
    unwed,
)
from kg.extract.learned import RULE, beside
from kg.extract.links import is_pluperfect
from kg.extract.once import once
from kg.extract.order import in_order
from kg.extract.partings import AFTERMATHS, is_turn
from kg.extract.places import place_of, work_of
from kg.extract.posthumous import without_posthumous
from kg.extract.premature import not_before
from kg.extract.roles import topic
from kg.extract.sources import teller
from kg.extract.spouses import with_named_kin
from kg.extract.status import Telling, telling
from kg.extract.times import Times, is_announced, is_before_that
from kg.extract.tree import PRESENT, SUBJECT, children, is_no_longer
from kg.nlp.marks import DocPerson, mentions_in
from kg.ontology.schema import Ontology
from kg.records import Anchor, Claim, Document, Evidence, LocalPerson, Participant, Reading, Status, content_id

AHEAD = {"will", "shall", "'ll", "’ll", "is", "are"}
DAYS_OF_NEWS = 7
YEAR = re.compile(r"\b\d{4}\b")


def reading(doc: Doc, document: Document, ontology: Ontology, stamp: str = "") -> Reading:
    """Everything that `doc`, the parsed `document`, says; nothing without its trees. Claims by place, each once."""
    extractor = Extractor(doc, document, ontology)
    found = {claim.id: claim for claim in extractor.claims()}
    claims = not_before(without_posthumous(once(sorted(found.values(), key=_place))))
    return Reading(document=document.id, stamp=stamp, people=extractor.people(), claims=tuple(claims))


def _place(claim: Claim) -> tuple[str, int, int, str]:
    return claim.evidence.field, claim.evidence.start, claim.evidence.end, claim.id


class Extractor:
    """Reads one parsed document: `told` gives what the rules find, `claims` what rules and model make of it."""

    def __init__(self, doc: Doc, document: Document, ontology: Ontology) -> None:
        self.doc, self.document, self.ontology = doc, document, ontology
        self.finder = Finder(doc, document, ontology)
        self.lexicon, self.born = self.finder.lexicon, self.finder.born
        self.known: dict[str, DocPerson] = {person.key: person for person in doc._.people}
        self.over: set[tuple[str, frozenset[str]]] = set()  # (state, people) that the document calls past
        self.enduring: set[tuple[str, frozenset[str]]] = set()  # (state, people) that it calls present, not parted
        self.lives: set[str] = set()  # whom the document is about, and whose birthday it tells
        self.unwed: dict[frozenset[str], Status] = {}  # those whose wedding is to come, and as what it is told

    def claims(self) -> Iterator[Claim]:
        found = with_named_kin(self.doc, list(self.told()), self.is_real)
        self.over = past(self.ontology, [each.finding for each in found])
        self.enduring = enduring(each.finding for each in found)
        births = (each for each in found if each.finding.type == "born" and each.times.words)
        self.lives = {*topic(self.doc), *(key for each in births for key in each.finding.keys)}
        self.unwed = unwed(found, lambda each: self._status(each.finding, each.times).status, self.document.published)
        found = without_the_wed(found, self.is_real)
        found += beside(self.doc, self.lexicon, found, self.is_real)
        for told in in_order(list(scored(self.doc, found)), self.ontology):
            for claim in self._claims_of(told):
                yield claim.model_copy(update={"score": round(told.score, 3)})

    def _claims_of(self, told: Told) -> Iterator[Claim]:
        finding, times = told.finding, told.times
        claim = self._claim(self._settled(finding, times), times, told.anchor)
        is_birthplace = finding.type == "born" and claim.place and not self.lives.isdisjoint(finding.keys)
        if not is_of_day(finding) or times.words or told.anchor or is_birthplace:
            yield claim
            yield from self._told_to_hold(finding, times)
            yield from self._never_begun(finding, claim)

    def told(self) -> Iterator[Told]:
        """What the rules find, each finding with its time, and what is denied or confirmed in other words."""
        return self.finder.told()

    def _told_to_hold(self, finding: Finding, times: Times) -> Iterator[Claim]:
        """The state that news of its beginning attests: "they announced their engagement in June" were engaged then."""
        if times.news is not None and finding.kind == "event" and not is_turn(finding):
            for state in self.ontology.events[finding.type].opens[:1]:
                holding = replace(finding, kind="state", type=state)
                yield self._claim(holding, Times(on=times.news, words=times.words, spans=times.spans))

    def is_real(self, told: Told) -> bool:
        """Whether the text tells a finding as something that happened or holds."""
        return self._status(told.finding, told.times).status.is_real

    def _never_begun(self, finding: Finding, claim: Claim) -> Iterator[Claim]:
        """The happening that is denied with the state that it opens: "they are not engaged" denies an engagement."""
        if claim.kind == "state" and claim.status in (Status.DENIED, Status.NEGATED) and not finding.is_over:
            cue = telling(finding.trigger, self.lexicon.cues).cue
            opening = [name for name, event in self.ontology.events.items() if finding.type in event.opens]
            if opening and (cue is None or not is_no_longer(cue)):
                yield self._claim(replace(finding, kind="event", type=opening[0]), Times())

    def people(self) -> tuple[LocalPerson, ...]:
        mentions = Counter(key for mention in self.doc._.mentions for key in mention.people)
        return tuple(
            LocalPerson(
                key=person.key,
                name=person.name,
                names=tuple(sorted(set(person.names))),
                unnamed=person.unnamed,
                gender=person.gender,  # type: ignore[arg-type]
                mentions=mentions[person.key],
                descriptors=tuple(sorted(set(person.descriptors))),
                evidence=self._evidence(*_chars(self.doc, *person.first))
                if person.first[1] > person.first[0]
                else None,
            )
            for person in sorted(self.known.values(), key=lambda each: each.key)
        )

    def _settled(self, finding: Finding, times: Times) -> Finding:
        """An event or the state that it opens: "were married in 1840" happened, "are married" holds."""
        if times.on is not None and (opening := began(finding, self.ontology)):
            return replace(finding, kind="event", type=opening)
        tense = stative_tense(finding, self.lexicon)
        if finding.kind == "kin" or finding.rule.startswith("relation") or tense is None:
            return finding
        has_both = finding.type in self.ontology.states and finding.type in self.ontology.events
        # "stayed married until his death in 1875", "the marriage ended with his death in 1875"
        is_kept = finding.trigger.head.lemma_ in {"remain", "stay", *ENDING} or is_described(finding.trigger)
        is_kept = is_kept and not _has_day(finding.trigger, times)
        is_held = not finding.attests and not finding.is_over  # "petitioned for dissolution of her marriage in May"
        is_held |= holds_by_then(finding.trigger, times)
        is_held |= times.duration is not None and is_pluperfect(finding.trigger)  # "had been married for ten years"
        is_dated = times.on is not None and tense != "present" and not is_kept and not is_held
        is_over = tense == "past" and finding.type in AFTERMATHS and not finding.rule.startswith("noun")
        kind = "state" if finding.type in self.ontology.states else finding.kind
        kind = "event" if has_both and (is_dated or is_over) else kind
        return replace(finding, kind=kind)

    def _claim(self, finding: Finding, times: Times, anchor: Anchor | None = None) -> Claim:
        told = self._status(finding, times)
        evidence = self._evidence(*self._extent(finding, times))
        when, start, end, duration = times.on, times.start, times.end, times.duration
        if finding.kind == "event":
            when = when or start or (None if end is None else Interval(None, end.latest))
            if times.news is not None and not told.status.is_real:
                when = None  # "on Monday they said that they will marry": by then they had not
            is_aged = when is not None and when == self._by_age(finding)  # "she has Ava, eight": told on the day itself
            is_after = is_told_after(finding) or is_turn(finding) or self._is_day_of_news(finding, when)
            if when is not None and not is_aged and is_after:
                when = Interval(None, when.latest)
            if not is_aged and finding.type == "child_born" and _has(finding.trigger):
                when = None  # "with whom she has Ava, eight, in 2018": no time of a birth
            when = self._narrowed(finding, self._happened(self._coming(finding, when, times.words, told), told))
            start = end = duration = None
        elif finding.kind == "state":
            when = (None if self._is_ahead(when, told) else when) or self._attested(finding, times)
            if finding.is_over and finding.type not in AFTERMATHS and end is None and self.document.published:
                end = Interval(None, self.document.published)  # "his ex-girlfriend": over when it was written
        else:
            when = start = end = duration = None
        people = tuple(Participant(role=role, person=key, name=self.known[key].name) for role, key in finding.people)
        if finding.kind == "state" or (
            finding.people and finding.people[0][0] in ("partner", "participant", "sibling")
        ):
            people = tuple(sorted(people, key=lambda each: each.person))
        return Claim(
            id=content_id(
                self.document.id,
                finding.kind,
                finding.type,
                *(each.person for each in people),
                evidence.field,
                evidence.start,
                evidence.end,
                finding.trigger.i,
            ),
            document=self.document.id,
            kind=finding.kind,  # type: ignore[arg-type]
            type=finding.type,
            people=people,
            when=when,
            start=start,
            end=end,
            duration=duration,
            anchor=anchor,
            when_text=times.words,
            place=place_of(finding, self.lexicon.cues) if finding.kind == "event" else None,
            work=work_of(finding, self.lexicon.cues) if finding.kind == "event" else None,
            status=told.status,
            said_by=teller(finding, told, self.known),
            evidence=evidence,
            found_by=finding.rule,
        )

    def _is_day_of_news(self, finding: Finding, when: Interval | None) -> bool:
        """Whether a day right before publication may be that of the news: "said she had wed on Instagram on Monday"."""
        first, published = when.earliest if when is not None else None, self.document.published
        is_fresh = first is not None and published is not None and 0 <= (published - first).days <= DAYS_OF_NEWS
        return is_fresh and is_announced(finding.trigger) and is_before_that(finding.trigger)

    def _coming(self, finding: Finding, when: Interval | None, words: str, told: Telling) -> Interval | None:
        """A day without a year of what is still to come is the next one: "is fixed for the ninth of January"."""
        published = self.document.published
        is_ahead = any(child.lower_ in AHEAD for child in children(finding.trigger, "aux", "aux:pass", "cop"))
        is_due = is_ahead and told.status is Status.PLANNED
        if when is None or when.latest is None or published is None or not is_due:
            return when
        is_past = when.latest < published and when.granularity in (Granularity.DAY, Granularity.MONTH)
        return before(when, -1) if is_past and not YEAR.search(words) else when

    def _is_ahead(self, when: Interval | None, told: Telling) -> bool:
        """Whether it is the day of what is to come: that of "she expects a child with her husband in May"."""
        first, published = when.earliest if when is not None else None, self.document.published
        return told.status.is_real and first is not None and published is not None and first > published

    def _happened(self, when: Interval | None, told: Telling) -> Interval | None:
        """What is told as having happened did so by the day of publication: "this year" ends with that day.

        That it had happened by then and no more, "following their split earlier this year", is no day at all.
        """
        published = self.document.published
        if when is None or published is None or not told.status.is_real or when.latest is None:
            return when
        if when.earliest is None and when.latest >= published:
            return None
        if when.latest <= published or (when.earliest is not None and when.earliest > published):
            return when
        return replace(when, latest=published, granularity=Granularity.SPAN)

    def _narrowed(self, finding: Finding, when: Interval | None) -> Interval | None:
        """A birth told by its year, within what the child's age leaves of that year: "Ben, four, born in 2016"."""
        by_age = self._by_age(finding)
        is_year = finding.type == "child_born" and when is not None and when.granularity is Granularity.YEAR
        if when is None or not is_year or by_age is None or not is_child(by_age, self.document.published):
            return when
        return (when & by_age) or when

    def _by_age(self, finding: Finding) -> Interval | None:
        """When the child of a birth was born, by the age told of it."""
        return next((self.born.get(key) for role, key in finding.people if role == "child"), None)

    def _attested(self, finding: Finding, times: Times) -> Interval | None:
        """The day on which a state told in the present tense holds, that of publication; None for one told as past.

        So does what goes on and has its length told, "their 38-year marriage", and "his girlfriend", unless the
        document knows her for an "ex-girlfriend".
        """
        published = self.document.published
        is_over = (finding.is_over and finding.type not in AFTERMATHS) or is_long_gone(finding.trigger)
        couple = finding.type, frozenset(finding.keys)
        is_up_to_then = finding.rule.startswith("length")  # "after two years of dating" counts to what came after
        is_up_to_then |= is_pluperfect(finding.trigger)
        is_length = times.duration is not None and couple in self.enduring and not is_up_to_then
        if published is None or not (finding.attests or is_length) or is_over or times.end is not None:
            return None
        is_now = stative_tense(finding, self.lexicon) == "present" or is_present(finding)
        is_tie = finding.rule.startswith("relation") and couple not in self.over
        return Interval.day(published) if is_now or is_tie or is_length else None

    def _status(self, finding: Finding, times: Times) -> Telling:
        """The status of a finding; two whose wedding is to come are not yet called married by a tie."""
        told = self.finder.factuality.of(finding, times)
        is_tie = finding.rule.startswith(("relation", RULE))
        is_loose = is_tie and finding.type == "married" and told.status is Status.ASSERTED
        return Telling(self.unwed.get(frozenset(finding.keys), told.status)) if is_loose else told

    def _extent(self, finding: Finding, times: Times) -> tuple[int, int]:
        """The shortest stretch that holds the trigger, its people where they stand in the sentence, and the time."""
        sent = finding.trigger.sent
        tokens = {word.i for word in finding.words}
        keys = set(finding.keys)
        for mention in mentions_in(self.doc, sent.start, sent.end):
            if keys & set(mention.people):
                nearest = min(tokens, key=lambda i: abs(i - mention.head))
                if abs(nearest - mention.head) <= 25:
                    tokens |= {mention.start, mention.end - 1}
        start, end = _chars(self.doc, min(tokens), max(tokens) + 1)
        for first, last in times.spans:
            if sent.start_char <= first and last <= sent.end_char:
                start, end = min(start, first), max(end, last)
        return start, end

    def _evidence(self, start: int, end: int) -> Evidence:
        body = self.doc._.body
        field: Literal["text", "title"] = "text" if start >= body else "title"
        source = self.document.text if field == "text" else self.document.title
        offset = body if field == "text" else 0
        first, last = start - offset, min(end - offset, len(source))
        return Evidence(document=self.document.id, field=field, start=first, end=last, quote=source[first:last])


def _chars(doc: Doc, start: int, end: int) -> tuple[int, int]:
    """Characters of tokens `start` to `end` (not included), without blanks at the ends."""
    while end > start + 1 and doc[end - 1].is_space:
        end -= 1
    return doc[start].idx, doc[end - 1].idx + len(doc[end - 1])


def _has(trigger: Token) -> bool:
    """Whether the word tells of children whom somebody has: "she has Ava"."""
    return trigger.tag_ in PRESENT and trigger.lemma_ == "have"


def _has_day(noun: Token, times: Times) -> bool:
    """Whether the day is the noun's own: "his 1913 marriage to Ada ended", not "his marriage ended in 1920"."""
    start, end = noun.left_edge.idx, noun.head.idx
    return noun.dep_ in SUBJECT and all(start <= first and last <= end for first, last in times.spans)
