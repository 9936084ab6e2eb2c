"""From a read Doc to a Reading: the people a document knows and its claims, with the characters that prove them."""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from typing import Literal

from spacy.tokens import Doc

from kg.dates.interval import Granularity, Interval
from kg.extract.acting import is_acted
from kg.extract.ages import births_by_age, dated_by_age, is_child, is_minor
from kg.extract.anniversaries import before, by_anniversary, is_commemorated
from kg.extract.arrivals import arrivals
from kg.extract.brackets import brackets, lifetimes
from kg.extract.certainty import Told, scored
from kg.extract.fiction import characters, is_fiction, is_in_story, is_undergone_now, plots, scenes, synopses
from kg.extract.frames import Finding, couples
from kg.extract.gapped import gapped
from kg.extract.holding import AFTERMATHS, Turns, began, borne_out, is_present, past, stative_tense, unwed
from kg.extract.implied import asked_about, completed, first_met, numbered, remarried
from kg.extract.kindred import part_namesakes
from kg.extract.lasting import lasted, lengths, since_then
from kg.extract.lawful import could_be, grown, sure_couples
from kg.extract.learned import RULE, beside
from kg.extract.lexicon import Lexicon, lexicon
from kg.extract.links import LATER
from kg.extract.lists import lists
from kg.extract.lives import is_told_after, lives
from kg.extract.order import in_order
from kg.extract.parents import RAISING
from kg.extract.places import place_of, work_of
from kg.extract.posthumous import without_posthumous
from kg.extract.relations import relations
from kg.extract.replies import replies, taken_up
from kg.extract.rivals import without_rivals
from kg.extract.rumours import rumours
from kg.extract.serial import serial
from kg.extract.shared import origins, shared
from kg.extract.siblings import siblings
from kg.extract.spouses import with_named_spouses
from kg.extract.status import Telling, is_nobody_known, telling
from kg.extract.times import Times, times_alone
from kg.extract.tree import PRESENT, children, preposition
from kg.extract.when import Attachment
from kg.extract.widows import Widowhoods
from kg.nlp.marks import DocPerson, mentions_in
from kg.ontology.schema import Ontology
from kg.records import Anchor, Claim, Document, Evidence, LocalPerson, Participant, Reading, Status, content_id

AHEAD = {"will", "shall", "'ll", "’ll", "is", "are"}
YEAR = re.compile(r"\b\d{4}\b")
HEARSAY = {Status.REPORTED, Status.RUMOURED}
QUOTES = {"'", "‘", "’", '"', "“", "”"}


def reading(doc: Doc, document: Document, ontology: Ontology, stamp: str = "") -> Reading:
    """Everything that `doc`, the parsed `document`, says. Claims in order of the text, each once."""
    part_namesakes(doc, lexicon(ontology))
    extractor = Extractor(doc, document, ontology)
    found = {claim.id: claim for claim in extractor.claims()}
    claims = without_posthumous(sorted(found.values(), key=_place))
    return Reading(document=document.id, stamp=stamp, people=extractor.people(), claims=tuple(claims))


def _place(claim: Claim) -> tuple[str, int, int, str]:
    return claim.evidence.field, claim.evidence.start, claim.evidence.end, claim.id


class Extractor:
    """Reads one parsed document: `told` gives what the rules find, `claims` what is made of it."""

    def __init__(self, doc: Doc, document: Document, ontology: Ontology) -> None:
        self.doc, self.document, self.ontology = doc, document, ontology
        self.raw = document.title.ljust(doc._.body)[: doc._.body] + document.text  # as doc.text, markup unmasked
        self.lexicon: Lexicon = lexicon(ontology)
        self.is_fiction = is_fiction(doc)
        self.characters, self.scenes = characters(doc), scenes(doc)
        self.plots, self.synopses = plots(doc, self.lexicon.cues), synopses(doc)
        self.born = births_by_age(doc, document.published)
        self.minors = {key for key, born in self.born.items() if is_minor(born, document.published)}
        self.known: dict[str, DocPerson] = {person.key: person for person in doc._.people}
        self.over: set[tuple[str, frozenset[str]]] = set()  # (state, people) that the document calls past
        self.unwed: dict[frozenset[str], Status] = {}  # those whose wedding is to come, and as what it is told

    def claims(self) -> Iterator[Claim]:
        found = with_named_spouses(self.doc, list(self.told()), self.is_real)
        self.over = past(self.ontology, [each.finding for each in found])
        self.unwed = unwed(found, lambda each: self._status(each.finding, each.times).status, self.document.published)
        found += beside(self.doc, self.lexicon, found, self.is_real)
        for told in in_order(list(scored(self.doc, found)), self.ontology):
            for claim in self._claims_of(told):
                yield claim.model_copy(update={"score": round(told.score, 3)})

    def _claims_of(self, told: Told) -> Iterator[Claim]:
        finding, times = told.finding, told.times
        if finding.type != "born" or times.words or told.anchor:  # "Ada, born Roe": a name, and no day
            claim = self._claim(self._settled(finding, times), times, told.anchor)
            yield claim
            yield from self._told_to_hold(finding, times)
            yield from self._never_begun(finding, claim)

    def told(self) -> Iterator[Told]:
        """What the rules find, each finding with its time, and what is denied or confirmed in other words."""
        found = list(dated_by_age(self._told_in_words(), self.born))
        yield from found
        yield from (Told(finding, Times()) for finding in rumours(self.doc, self.lexicon))
        words = taken_up(self.doc, self.lexicon.cues)
        doubted = [each.finding for each in found if words and self._status(each.finding, each.times).status in HEARSAY]
        for finding in replies(words, doubted, self.lexicon.cues):
            yield Told(finding, Times())

    def _told_in_words(self) -> Iterator[Told]:
        rows = list(serial(self.doc, self.lexicon))
        told = {(each.trigger.i, frozenset(each.keys)) for each in rows}
        pairs, halves = couples(self.doc, self.lexicon)
        pairs = [*rows, *(pair for pair in pairs if (pair.trigger.i, frozenset(pair.keys)) not in told)]
        ties = [*relations(self.doc, self.lexicon), *siblings(self.doc, self.lexicon), *origins(self.doc)]
        pairs += completed(halves, [*pairs, *(tie for tie in ties if tie.kind == "state"), *asked_about(self.doc)])
        pairs += [*remarried(self.doc, pairs, ties), *numbered(ties), *first_met(self.doc, pairs)]
        told_lives = list(lives(self.doc, self.lexicon))
        widowhoods = Widowhoods(self.doc, self.lexicon, pairs, ties, told_lives)
        found = [*borne_out(pairs, ties, self.ontology), *ties, *told_lives, *widowhoods.dated()]
        found.extend(lists(self.doc, self.raw, self.lexicon, [pair for pair in pairs if pair.type == "married"]))
        found += list(arrivals(self.doc, self.lexicon, found))
        found += list(shared(self.doc, self.lexicon, found))
        children_ = frozenset(self.ontology.kin["child"])
        born = {key for each in found for role, key in each.people if role == "child"}
        dated = [*gapped(self.doc, found, children_), *brackets(self.doc, self.lexicon, born)]
        taken = {(each.finding.trigger.i, each.finding.keys) for each in dated}
        found = [each for each in found if (each.trigger.i, each.keys) not in taken]
        elsewhere = {each.time.start for each in dated if each.time} | lifetimes(self.doc)
        remembered = [each for each in found if is_commemorated(each)]
        sure = sure_couples(self.doc, found, self.ontology)
        found = grown(without_rivals(self.doc, found), self.minors, sure)
        found = [each for each in found if not is_commemorated(each)]
        attachment = Attachment(self.doc, found, elsewhere, self.ontology, self.born)
        turns, lasting = Turns(found, self.ontology), list(lengths(self.doc, found, self.lexicon))
        for finding in found:
            times = attachment.of(finding)
            times = replace(times, end=times.end or self._ending(finding, attachment))
            finding, times = turns.held(finding, times, attachment.of, self.is_real)
            if could_be(self.doc, finding, times, sure):
                counted = since_then(finding, lasting, self.ontology) if times.on is None else None
                yield Told(finding, times, anchor=attachment.anchor(finding) or counted)
        held = lasted(lasting, self.ontology, attachment.of)
        for finding, times in (*by_anniversary(self.doc, remembered, attachment.of, found), *held):
            yield Told(finding, times)
        yield from (Told(each.finding, times_alone(each.time)) for each in dated)
        yield from (Told(finding, Times()) for finding in widowhoods.undated())

    def _told_to_hold(self, finding: Finding, times: Times) -> Iterator[Claim]:
        """The state that news of its beginning attests: "they announced their engagement in June" were engaged then."""
        if times.news is not None and finding.kind == "event":
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
            if opening and (cue is None or cue.lower_ != "longer"):
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
        is_kept = finding.trigger.head.lemma_ in ("remain", "stay", "end")
        is_dated = times.on is not None and tense != "present" and not is_kept
        is_over = tense == "past" and finding.type in AFTERMATHS and not finding.rule.startswith("noun")
        kind = "state" if finding.type in self.ontology.states else finding.kind
        kind = "event" if has_both and (is_dated or is_over) else kind
        return replace(finding, kind=kind)

    def _ending(self, finding: Finding, attachment: Attachment) -> Interval | None:
        """When a state ended, where the words that name it tell its end."""
        return attachment.of(finding.ended_by).on if finding.ended_by is not None else None

    def _claim(self, finding: Finding, times: Times, anchor: Anchor | None = None) -> Claim:
        told = self._status(finding, times)
        evidence = self._evidence(*self._extent(finding, times))
        when, start, end, duration = times.on, times.start, times.end, times.duration
        if finding.kind == "event":
            when = when or start or (None if end is None else Interval(None, end.latest))
            if times.news is not None and not told.status.is_real:
                when = None  # "on Monday they said that they will marry": by then they had not
            if when is not None and is_told_after(finding):
                when = Interval(None, when.latest)
            if finding.type == "child_born" and finding.trigger.tag_ in PRESENT and finding.trigger.lemma_ == "have":
                when = None  # "with whom she has Ava, eight, in 2018": no time of a birth
            when = self._narrowed(finding, self._happened(self._coming(finding, when, times.words, told), told))
            start = end = duration = None
        elif finding.kind == "state":
            when = when or self._attested(finding, times)
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
            place=place_of(finding) if finding.kind == "event" else None,
            work=work_of(finding) if finding.kind == "event" else None,
            status=told.status,
            said_by=self._said_by(finding, told),
            evidence=evidence,
            found_by=finding.rule,
        )

    def _coming(self, finding: Finding, when: Interval | None, words: str, told: Telling) -> Interval | None:
        """A day without a year of what is still to come is the next one: "is fixed for the ninth of January"."""
        published = self.document.published
        is_ahead = any(child.lower_ in AHEAD for child in children(finding.trigger, "aux", "aux:pass", "cop"))
        is_due = is_ahead and told.status is Status.PLANNED
        if when is None or when.latest is None or published is None or not is_due:
            return when
        is_past = when.latest < published and when.granularity in (Granularity.DAY, Granularity.MONTH)
        return before(when, -1) if is_past and not YEAR.search(words) else when

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
        by_age = next((self.born.get(key) for role, key in finding.people if role == "child"), None)
        is_year = finding.type == "child_born" and when is not None and when.granularity is Granularity.YEAR
        if when is None or not is_year or by_age is None or not is_child(by_age, self.document.published):
            return when
        return (when & by_age) or when

    def _attested(self, finding: Finding, times: Times) -> Interval | None:
        """The day on which a state told in the present tense holds, that of publication; None for one told as past.

        "His girlfriend" holds on that day, too, unless the document knows her for an "ex-girlfriend".
        """
        published = self.document.published
        is_over = finding.is_over and finding.type not in AFTERMATHS
        if published is None or not finding.attests or is_over or times.end is not None:
            return None
        is_now = stative_tense(finding, self.lexicon) == "present" or is_present(finding)
        is_tie = finding.rule.startswith("relation") and (finding.type, frozenset(finding.keys)) not in self.over
        return Interval.day(published) if is_now or is_tie else None

    def _status(self, finding: Finding, times: Times) -> Telling:
        is_tie = finding.rule.startswith(("relation", RULE))
        if finding.rule.startswith("bracket") and not self.is_fiction:  # "is thought to resemble Roe (1791-1867)"
            return Telling(Status.ASSERTED)
        told = telling(finding.trigger, self.lexicon.cues, is_tie=is_tie)
        if finding.kind == "state" and told.status is Status.CALLED_OFF:  # "called off their romance": there was one
            told = Telling(Status.ASSERTED)
        if finding.status is Status.DENIED or (finding.status is not None and told.status.is_real):
            told = Telling(finding.status, finding.trigger)
        elif finding.status is Status.NEGATED:  # "they are not just friends"
            told = Telling(Status.HYPOTHETICAL, told.cue)
        published = self.document.published
        is_plot = told.status.is_real and self._is_plot(finding, times)
        is_plot |= any(start <= finding.trigger.i < end for start, end in self.synopses)
        is_played = not self.characters.isdisjoint(finding.keys) or finding.trigger.sent.start in self.scenes
        if self.is_fiction or is_plot or is_played or is_acted(finding.trigger, is_tie=is_tie):
            return Telling(Status.FICTIONAL)
        if told.status is Status.ASSERTED and (self._is_quoted_headline(finding) or self._is_from_source(finding)):
            return Telling(Status.REPORTED)
        begins = times.on.earliest if times.on is not None and finding.kind == "event" else None
        if told.status is Status.ASSERTED and published is not None and begins is not None and begins > published:
            return Telling(Status.PLANNED)
        ends = times.on.latest if times.on is not None else None
        is_past = published is not None and ends is not None and ends < published
        is_counted_from = finding.trigger.pos_ == "NOUN" and preposition(finding.trigger) in LATER
        if told.status is Status.PLANNED and is_past and is_counted_from:  # "hope for a son since their 2018 wedding"
            return Telling(Status.ASSERTED)
        is_loose = is_tie and finding.type == "married" and told.status is Status.ASSERTED
        return Telling(self.unwed.get(frozenset(finding.keys), told.status)) if is_loose else told

    def _is_quoted_headline(self, finding: Finding) -> bool:
        """Whether a headline gives the words to somebody else: "Roe and Poe 'go their separate ways'"."""
        if finding.trigger.idx >= self.doc._.body:
            return False
        return sum(token.text in QUOTES for token in self.doc[: finding.trigger.i]) % 2 == 1

    def _is_from_source(self, finding: Finding) -> bool:
        """Whether the words are those of somebody without a name: "A source told the Mail: 'They met in May.'" """
        return any(
            not quotation.speaker and is_nobody_known(quotation.said_by, self.lexicon.cues)
            for quotation in self.doc._.speakers
            if quotation.start <= finding.trigger.i < quotation.end
        )

    def _is_plot(self, finding: Finding, times: Times) -> bool:
        """Whether a happening is told as plots are: in the present tense, without a date, not in a headline."""
        trigger = finding.trigger
        if finding.kind != "kin" and not finding.rule.startswith("relation") and is_in_story(trigger):
            return True
        if finding.kind == "state":  # "Ada marries Ben and has an affair with Carl"
            is_story = trigger.dep_ == "conj" and trigger.tag_ == trigger.head.tag_ == "VBZ"
            frames = self.lexicon.frames("verb", trigger.head.lemma_) if is_story else ()
            return any(frame.kind == "event" for frame in frames) and trigger.idx >= self.doc._.body
        is_lasting = trigger.lemma_ in {"have", *RAISING}  # "they have a son, Ben" is told in the present, and no plot
        if finding.kind == "kin" or trigger.idx < self.doc._.body or times.words or is_lasting:
            return False
        is_now = trigger.tag_ in PRESENT or (finding.type == "died" and is_undergone_now(trigger))
        return is_now or any(start <= trigger.i < end for start, end in self.plots)

    def _said_by(self, finding: Finding, told: Telling) -> str | None:
        for quotation in self.doc._.speakers:
            if quotation.start <= finding.trigger.i < quotation.end:
                speaker = self.known.get(quotation.speaker)
                return quotation.said_by or (speaker.name if speaker else None)
        if told.cue is not None and told.status is Status.REPORTED:
            subject = next(iter(children(told.cue, "nsubj")), None)
            if subject is not None:
                return self.doc[subject.left_edge.i : subject.right_edge.i + 1].text[:120]
        return None

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
