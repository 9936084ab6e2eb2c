"""When what is found came about: by its own times, or by those of its neighbours in the tree.

A trigger without a time of its own may take one of its governor: "the wedding took place in 2018", "in 1990 he went on
to marry her".
"""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Collection
from dataclasses import replace
from operator import itemgetter
from typing import Literal

from spacy.tokens import Doc, Token

from kg.dates.interval import Duration, Interval
from kg.extract.ages import age_above, is_mothers, whose_age
from kg.extract.attachment import Attachment
from kg.extract.between import around, beside_clause, since_wedding
from kg.extract.finding import Finding
from kg.extract.gapped import of_row
from kg.extract.holding import PASSIVE_STATES
from kg.extract.joined import listed
from kg.extract.lasting import HAVING, ran_its_course
from kg.extract.links import (
    EARLIER,
    LATER,
    apart,
    bounded,
    is_at_once,
    is_bracketed,
    is_during,
    is_kept_by,
    is_measured,
    is_news,
    is_of_illness,
    is_pluperfect,
    is_remembered,
    is_topic,
    is_worked_at,
    lasting,
    link_of,
    tells_how,
    waiting,
)
from kg.extract.lists import LISTED
from kg.extract.serial import Rows
from kg.extract.times import (
    BESIDE,
    TELLING,
    Times,
    day_before,
    decided,
    fitting,
    is_announced,
    is_of_begun,
    lasts,
    name_end,
    nearest,
    times_of,
    wedlock,
    year_of_cause,
    year_of_clause,
)
from kg.extract.tree import PRESENT, children, clause_head, is_when, preposition, twin
from kg.ontology.schema import Ontology
from kg.records import Anchor, TimeExpression


class When:
    """The times of the findings of a document, as their own words and those around them tell them."""

    def __init__(
        self, doc: Doc, findings: list[Finding], taken: set[int], ontology: Ontology, born: Collection[str] = ()
    ) -> None:
        """`taken` are the starts of expressions that belong elsewhere: lives in brackets; `born` whose age is told."""
        self.doc, self.taken, self.ontology, self.born = doc, taken, ontology, born
        attached = Attachment(doc, findings, taken)
        self.text, self.at, self.lines, self.beside = attached.text, attached.at, attached.lines, attached.beside
        self.anchors, self.counted = attached.anchors, attached.counted
        self.events, self.heads = attached.events, attached.heads
        self.numbered = Rows(findings)
        self.rows: dict[tuple[int, str], list[Finding]] = defaultdict(list)  # of one word for several happenings
        self.first: dict[int, Finding] = {}  # of each word
        for finding in findings:
            self.rows[finding.trigger.i, finding.type].append(finding)
            self.first.setdefault(finding.trigger.i, finding)

    def anchor(self, finding: Finding) -> Anchor | None:
        """The happening by which the finding is dated, and how far from it."""
        if finding.kind == "event" and (birth := self._birth(finding)):
            return birth
        told = (self.anchors.get(word.i) for word in (finding.trigger, *finding.words))
        anchored = next((each for each in told if each is not None), None)
        if anchored is None or finding.kind != "event" or anchored[0] is finding or finding.trigger.lemma_ == "expect":
            return None  # "they are expecting, weeks after the wedding" tells nothing of the birth
        event, time = anchored
        direction: Literal[-1, 0, 1] = 1 if time.relation == "after" else -1 if time.relation == "before" else 0
        is_dated = any(time.when for word in finding.words for time in self.at.get(word.i, []))
        if direction > 0 and is_dated and self._comes_before(finding, event):
            return None  # "they are back where they wed in 2017, four months after parting"
        offset = None if event.trigger.lemma_ in TELLING else time.duration  # after it was announced, not after it
        return Anchor(type=event.type, people=event.keys, direction=direction, offset=offset)

    def is_outlived(self, finding: Finding) -> bool:
        """Whether who is told to be widowed died first: "his wife died two years after him"."""
        other, time = self.anchors.get(finding.trigger.i, (finding, None))
        is_after = time is not None and time.relation == "after" and other.type == "died"
        return finding.type == "widowed" and is_after and any(("survivor", key) in finding.people for key in other.keys)

    def _birth(self, finding: Finding) -> Anchor | None:
        """ "She married at 25", "died aged 80": as long after the birth of the one whom it is told of.

        Who died by some day of a life had lived: so had the mother of whose life it is.
        """
        own = [time for word in finding.words for time in self.at.get(word.i, [])]
        aged = [time for time in own if time.anchor == "birth" and time.relation in ("on", "by", "before")]
        if not aged and (above := age_above(finding.trigger)) is not None:
            aged = [time for time in self.at.get(above.i, []) if time.anchor == "birth"]
        offset = aged[0].duration if len(aged) == 1 else None
        whose = whose_age(self.doc, aged[0], finding) if aged else ()
        whose = next(((key,) for key in whose if key in self.born), whose)  # "when they were 19", of whom one is 43 now
        if offset is None or len(whose) != 1 or finding.type == "born" or any(time.when for time in own):
            return None
        if aged[0].relation in ("by", "before"):
            is_of_birth = finding.type == "died" and (
                whose == finding.keys or is_mothers(finding.trigger, finding.keys)
            )
            offset = Duration(0, offset.most, "") if is_of_birth else Duration(None, offset.most, offset.text)
        return Anchor(type="born", people=whose, direction=1, offset=offset)

    def of(self, finding: Finding) -> Times:
        """The times of one finding."""
        own = [
            time for word in finding.words for time in self.at.get(word.i, []) if not is_of_begun(time, word, finding)
        ]
        own = own or self.beside(finding)
        row = self.rows.get((finding.trigger.i, finding.type), [])
        if (years := wedlock(finding, row)) is not None or (finding.kind == "event" and is_during(finding.trigger)):
            lengths = [time for time in own if time.relation == "for"]  # "in their ten-year marriage"
            return years or times_of(lengths, finding)
        own = fitting(self.numbered.own(finding, own, self.text), finding)
        if finding.rule == LISTED:  # a child's line tells the whole life: "Ada (1811-1893), a priest from 1841"
            own = [time for time in own if 0 < time.start - name_end(finding.trigger) <= BESIDE]
        # "in July she said that they had split after two years": so long it had lasted, and July is still its day
        is_told = any(lasts(finding, time) if time.relation == "for" else time.when for time in own)
        if not any(time.when for time in own) and (counted := self._counted_back(finding)):
            return counted
        is_alone = finding.rule == LISTED and finding.trigger.head.lower_ != "born"  # "- Ada Roe taught in 1860"
        shared = [] if is_told or is_alone else self._shared(finding)
        told = of_row(finding, row, [*own, *shared], self.text, self.taken)
        times = times_of(listed(nearest(told, finding), self.text) or self._of_line(finding), finding, is_own=is_told)
        if finding.kind == "state" and times.start is None and times.end is None and (since := self._since(finding)):
            return replace(times, start=since.when, words=since.text, spans=((since.start, since.end),))
        is_lasting = finding.kind == "state" or finding.trigger.lower_ in PASSIVE_STATES
        is_lasting |= times.start is not None or finding.trigger.pos_ == "NOUN"
        if is_lasting and times.end is None and (end := self._till(finding)):
            on = None if times.on == end.when else times.on
            return replace(times, on=on, end=end.when, words=times.words or end.text)
        is_day = times.on is not None and not any(self.text[:start].endswith("between ") for start, _ in times.spans)
        if finding.kind == "state" and is_day and times.duration and ran_its_course(finding.trigger):
            return replace(times, start=times.start or times.on, on=None)
        if finding.kind == "state" and times.duration and times.on is None and (until := self._until(finding)):
            return replace(times, on=until.when)
        if times.on is None:
            head = finding.trigger.head.i
            above = self.first.get(head)
            # "since May, after announcing her split, after five years of dating": that tells no day
            is_dated = any(time.when and time.relation != "for" for time in own)
            bound = None if is_dated else around(finding, self.at.get(head, []), above, self.ontology)
            is_anchored = any(word.i in self.anchors for word in (finding.trigger, *finding.words))
            is_told_otherwise = is_dated or is_anchored or times.duration is not None
            bound = bound or (None if is_told_otherwise else beside_clause(finding, self.at))
            return bound or since_wedding(finding, own, self.events.values(), self.at) or times
        return replace(times, on=self._known_by(finding, times.on) if is_told else apart(finding.trigger, times.on))

    def _since(self, finding: Finding) -> TimeExpression | None:
        """The day of the happening since which it holds: "has been dating Ben since her split from Carl in May".

        Who "has dated Ben and Carl since" began to do so some time later.
        """
        if finding.trigger.tag_ == "VBN":
            return None
        for child in (child for word in finding.words for child in children(word, "advcl", "obl", "nmod")):
            link = next(iter(children(child, "mark", "case")), None)
            is_counted = link is not None and is_measured(link) and link.nbor(-1) not in finding.words
            if link is not None and link.lower_ == "since" and not is_counted:
                days = self._days_of(child)
                return days[0] if len(days) == 1 and child.i in self.events else None
        return None

    def _till(self, finding: Finding) -> TimeExpression | None:
        """The day of the happening until which it held: "were married from 1946 until her death in 1970"."""
        verb = [finding.trigger.head] if finding.trigger.dep_ in ("nsubj", "nsubj:pass") else []
        words = (child for word in (*finding.words, *verb) for child in children(word, "advcl", "obl", "nmod"))
        behind = [child for child in words if preposition(child) in ("until", "till") and child.i in self.events]
        days = [day for child in behind for day in self._days_of(child)]
        is_delayed = any(child.lower_ in ("not", "n't", "never") for child in finding.trigger.children)
        return days[0] if len(days) == 1 and not is_delayed else None

    def _days_of(self, word: Token) -> list[TimeExpression]:
        """The times that tell on which day, or in which year, it was."""
        return [time for time in self.at.get(word.i, []) if time.relation == "on" and time.when]

    def _until(self, finding: Finding) -> TimeExpression | None:
        """The day up to which a length is told: "they dated for two years before they married in May 2017"."""
        clauses = [child for word in finding.words for child in children(word, "advcl") if child.i in self.events]
        theirs = [each for each in clauses if set(self.events[each.i].keys) == set(finding.keys)]
        had = is_pluperfect(finding.trigger)  # "had been together for two years when they married"
        behind = [
            each
            for each in theirs
            if any(mark.lower_ in EARLIER for mark in children(each, "mark")) or (had and is_when(each))
        ]
        days = [day for each in behind for day in self._days_of(each)]
        return days[0] if len(days) == 1 else None

    def _known_by(self, finding: Finding, on: Interval) -> Interval:
        """Its own time, which ends when it became known: "in June it emerged that they had parted this year"."""
        trigger = finding.trigger
        if not is_announced(trigger):
            return on
        telling = decided(trigger).head
        days = [time.when for time in self._days_of(telling) if time.when]
        news = Interval(None, days[0].latest) if len(days) == 1 and days[0].latest else None
        return (news and on & news) or on

    def _counted_back(self, finding: Finding) -> Times | None:
        """ "They wed in 2007, a year after her divorce": she was divorced in 2006; not "over a year after"."""
        above, time = self.counted.get(finding.trigger.i, (None, None))
        length = time.duration if time is not None else None
        if above is None or time is None or length is None or length.least is None or length.most is None:
            return None
        if self._comes_before(self.events.get(above.i), finding) and time.relation == "after":
            return None
        if (day := self._counting_day(above, time)) is None or day.when is None:
            return None
        on = day.when.shift(length, 1 if time.relation == "before" else -1)
        if finding.trigger.lemma_ in TELLING or is_announced(finding.trigger):
            on = Interval(None, on.latest)
        words = " … ".join(dict.fromkeys((day.text, time.text)))
        return Times(on=on, words=words, spans=((day.start, day.end), (time.start, time.end)))

    def _counting_day(self, above: Token, time: TimeExpression) -> TimeExpression | None:
        """The one day told of what a happening is counted back from; news that "comes a year after" is of today."""
        counting = self.events.get(above.i)
        words = {above.i, *(word.i for word in (counting.words if counting else ()))}
        told = [each for i in sorted(words) for each in self.at.get(i, []) if each.when]
        days = [each for each in told if each.relation in ("on", "since")]
        published = self.doc._.published
        if not days and published is not None and (is_news(above) or time.text.endswith("since")):
            return time.model_copy(update={"when": Interval.day(published)})
        is_now = any(word.tag_ in PRESENT for word in (above, *children(above, "aux", "cop")))
        if not days and is_announced(above) and is_now:  # "on Monday they said that they are expecting, weeks after"
            days = self._days_of(above.head)
        is_apart = any(time.end < each.start and above.idx < each.start for each in days)  # "and, lately, in 2019"
        return days[0] if len(days) == 1 and not is_apart else None

    def _comes_before(self, one: Finding | None, other: Finding) -> bool:
        """Whether the first of two happenings of the same people has to come before the second."""
        return (
            one is not None and set(one.keys) == set(other.keys) and one.type in self.ontology.events[other.type].after
        )

    def _of_line(self, finding: Finding) -> list[TimeExpression]:
        """The date that heads the line: "1894, 13 December: marries Jane in London."."""
        if finding.kind != "event":
            return []
        doc, trigger = self.doc, finding.trigger
        heads = self.lines[: bisect_left(self.lines, trigger.i, key=itemgetter(0))][-1:]
        if not heads or "\n" in self.text[doc[heads[-1][0]].idx : trigger.idx]:
            return []
        return [heads[-1][1]]

    def _shared(self, finding: Finding) -> list[TimeExpression]:
        """Times told of a neighbour in the tree, where the words say that they are one time."""
        trigger, governor = finding.trigger, finding.trigger.head
        if finding.kind == "kin" or is_remembered(trigger):
            return []
        waits = [time for word in finding.words for verb in waiting(word) for time in self.at.get(verb.i, [])]
        if until := [time for time in waits if time.relation == "until"]:
            return [time.model_copy(update={"relation": "on"}) for time in until]
        told = [time for verb in lasting(trigger) for time in self.at.get(verb.i, [])]
        if stretch := [time for time in told if time.relation in ("since", "until", "for")]:
            return stretch
        if trigger.pos_ in ("NOUN", "PROPN") and not children(trigger, "cop"):
            return self._of_light_verb(finding)
        day = day_before(trigger.left_edge, self.text) if is_when(trigger) else None
        if day is not None:  # "until 12 October 1915, when he died"
            return [day]
        simultaneous = [child for word in finding.words for child in word.children if is_at_once(child, finding.keys)]
        told = [time for child in simultaneous for time in self._of_clause(child)]
        if told:  # "they met when they co-starred in 2017"
            is_during = any(child.tag_ == "VBG" for child in simultaneous)  # "while travelling in 1790 they had met"
            return [bounded(time) for time in told] if is_pluperfect(trigger) and not is_during else told
        if finding.type in ("died", "widowed") and (told := self._of_illness(trigger)):
            return told
        other = twin(trigger)
        if other is not None and self.at.get(other.i):  # "they met and married in 1918", not "two years later in 1918"
            return [] if other.i in self.anchors else self.at[other.i]
        if governor == trigger:
            return []
        if year := year_of_clause(trigger) or year_of_cause(trigger):
            return [year]
        if is_announced(trigger):
            telling = decided(trigger).head
            above = telling.head if telling.dep_ == "xcomp" else telling
            return self.at.get(telling.i) or self.at.get(above.i, [])  # "in June it became known that they split"
        # "went on to marry", "took to the papers in May to announce their split"
        goes_on = trigger.tag_ == "VB" and (governor.lemma_ == "go" or trigger.lemma_ in TELLING)
        goes_on |= finding.type != "child_born" and tells_how(trigger)
        if trigger.dep_ == "xcomp" or (trigger.dep_ == "advcl" and (is_when(trigger) or goes_on)):
            # "in 1990 he went on to marry her", "earlier this year, when she moved in"
            return self.at.get(governor.i, [])
        if trigger.dep_ in ("acl:relcl", "advcl:relcl", "advcl") and governor.dep_ == "root":
            # "it was only in 2018 that they confirmed it"
            return self.at.get(governor.i, []) if any(child.dep_ == "cop" for child in governor.children) else []
        if trigger.dep_ == "conj":  # "in 1990 she left and married": a time that precedes both
            if finding.type == "child_born" and (governor.i, "married") in self.rows:
                return []  # "in 1990 they married, and they had two sons"
            told = [time for time in self.at.get(governor.i, []) if time.end <= governor.idx]
            is_over = is_pluperfect(trigger) and not is_pluperfect(governor)  # "in May she sang, but they had parted"
            if is_over and not told and is_announced(governor):  # "said in May that all was well but they had parted"
                told = self.at.get(governor.head.i, [])
            return [bounded(time) for time in told] if is_over else told
        return []

    def _of_illness(self, death: Token) -> list[TimeExpression]:
        """The day that ends what is told of the illness somebody died of: "of fever brought on by flu on 3 May 1894".

        Not that of wounds: "of wounds received on 3 May".
        """
        told = [*children(death, "advcl"), *(each for noun in children(death, "obl") for each in children(noun, "acl"))]
        causes = [each for each in told if is_of_illness(each)]
        days = [time for each in causes for time in self.at.get(each.i, []) if time.relation == "on"]
        return days if len(days) == 1 and death.i < causes[0].i else []

    def _of_clause(self, clause: Token) -> list[TimeExpression]:
        """The times of a clause, or of what goes on in it: "when they were seen kissing in May"."""
        inside = (child for child in clause.children if child.dep_ == "xcomp" or is_at_once(child))
        return self.at.get(clause.i) or next((told for each in inside if (told := self._of_clause(each))), [])

    def _of_light_verb(self, finding: Finding) -> list[TimeExpression]:
        """ "The wedding took place in 2018": the verb above the noun, unless it tells a happening of its own."""
        is_end = finding.trigger.dep_ == "conj" and finding.trigger.head.ent_type_ == "DATE"
        if finding.kind == "state" and finding.trigger.dep_ == "obj" and finding.trigger.head.lemma_ in HAVING:
            return self.at.get(finding.trigger.head.i, [])  # "had a romance with her for six years from 2010"
        if finding.kind != "event" or is_end:  # "between 1950 and his death"
            return []
        governor = clause_head(finding.trigger.head)
        if is_bracketed(finding.trigger) and not is_bracketed(governor):
            return []  # "from 1990 (the year of his death) to 1995 he sang"
        # "after his divorce he was married in 1958": the day of another happening bounds it, see _apart
        is_first = finding.trigger.i < governor.i and finding.trigger.head == governor
        is_apart = is_first and link_of(finding.trigger) in LATER
        # "he proposed in May on the anniversary of their first date": one day
        is_that_day = finding.trigger.lemma_ in ("anniversary", "birthday") and preposition(finding.trigger) == "on"
        is_shared = governor.i not in self.heads or is_apart or is_that_day
        is_of_other = is_worked_at(finding.trigger) or is_topic(finding.trigger)
        if is_kept_by(governor, finding.trigger) and not any(time.when for time in self.at.get(governor.i, [])):
            governor, is_shared = governor.head, True
        told = self.at.get(governor.i, []) if is_shared and not is_of_other else []
        return [time for time in told if time.relation not in ("since", "until")]
