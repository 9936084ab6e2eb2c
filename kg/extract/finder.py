"""What the rules find in a read document, each finding with its time: from words, rows, lists and brackets."""

from collections.abc import Iterator
from dataclasses import replace

from spacy.tokens import Doc

from kg.extract.adoptions import adoptions
from kg.extract.ages import births_by_age, births_told, dated_by_age, is_minor
from kg.extract.anniversaries import by_anniversary, is_commemorated
from kg.extract.arrivals import arrivals
from kg.extract.bereaved import bereaved
from kg.extract.bibliographies import bibliographies
from kg.extract.brackets import brackets, lifetimes
from kg.extract.bridged import bridged
from kg.extract.casts import casts
from kg.extract.certainty import Told
from kg.extract.colleagues import colleagues
from kg.extract.company import company
from kg.extract.deaths import called_late
from kg.extract.entries import beyond, entries
from kg.extract.factuality import Factuality
from kg.extract.finding import Finding
from kg.extract.frames import couples
from kg.extract.gapped import gapped
from kg.extract.holding import Turns, borne_out, throughout, until_then, without_love_of_kin
from kg.extract.implied import (
    asked_about,
    begun_before,
    begun_later,
    completed,
    first_met,
    first_wed,
    numbered,
    remarried,
)
from kg.extract.kindred import part_namesakes
from kg.extract.lasting import lasted, lengths, since_then
from kg.extract.lawful import could_be, grown, sure_couples, without_kin_of_lovers, without_second_mothers
from kg.extract.lexicon import Lexicon, lexicon
from kg.extract.lists import lists
from kg.extract.lives import lives
from kg.extract.newborns import due, newborns
from kg.extract.partings import turned
from kg.extract.relations import relations
from kg.extract.replies import replies, taken_up
from kg.extract.rivals import without_rivals
from kg.extract.roles import topic
from kg.extract.rumours import rumours
from kg.extract.sentence import is_of_title
from kg.extract.serial import serial
from kg.extract.shared import origins, shared
from kg.extract.siblings import siblings
from kg.extract.standing import still_wed
from kg.extract.times import Times, times_alone
from kg.extract.together import together
from kg.extract.twofold import told_by_two
from kg.extract.when import When
from kg.extract.widows import Widowhoods
from kg.extract.works import met_at_work, works
from kg.ontology.schema import Ontology
from kg.records import Document, Status

HEARSAY = {Status.REPORTED, Status.RUMOURED}


class Finder:
    """Finds in one read document what happened, what held and who is whose kin; `told` gives each with its time.

    Relatives of one name whom the document takes for one are made two people of `doc` first.
    """

    def __init__(self, doc: Doc, document: Document, ontology: Ontology) -> None:
        self.doc, self.ontology = doc, ontology
        self.raw = document.title.ljust(doc._.body)[: doc._.body] + document.text  # as doc.text, markup unmasked
        self.lexicon: Lexicon = lexicon(ontology)
        self.ties, self.lives = self._of_kin()
        if part_namesakes(doc, [*self.ties, *self.lives]):
            self.ties, self.lives = self._of_kin()
        self.born = births_by_age(doc, document.published)
        self.minors = {key for key, born in self.born.items() if is_minor(born, document.published)}
        self.factuality = Factuality(doc, document, self.lexicon)

    def _of_kin(self) -> tuple[list[Finding], list[Finding]]:
        """Ties between people, and births and deaths."""
        ties = [each for rule in (relations, siblings, bridged) for each in rule(self.doc, self.lexicon)]
        ties += told_by_two(self.doc)
        return ties, [*lives(self.doc, self.lexicon), *adoptions(self.doc, self.lexicon, ties)]

    def told(self) -> Iterator[Told]:
        """What the rules find, each finding with its time, and what is denied or confirmed in other words."""
        found = list(dated_by_age(self._timed(), self.born))
        found = list(births_told(self.doc, found, self.born))
        found += list(bereaved(self.doc, found, self.factuality.is_real))
        found += list(called_late(self.doc, found, self.lexicon))
        yield from found
        yield from (Told(finding, Times()) for finding in rumours(self.doc, self.lexicon))
        words, status = taken_up(self.doc, self.lexicon.cues), self.factuality.of
        doubted = [each.finding for each in found if words and status(each.finding, each.times).status in HEARSAY]
        for finding in replies(words, doubted, self.lexicon.cues):
            yield Told(finding, Times())

    def _found(self) -> tuple[list[Finding], Widowhoods]:
        """What clauses, rows and lists tell, without its time."""
        rows = list(serial(self.doc, self.lexicon))
        told = {(each.trigger.i, frozenset(each.keys)) for each in rows}
        pairs, halves = couples(self.doc, self.lexicon)
        pairs = [*rows, *(pair for pair in pairs if (pair.trigger.i, frozenset(pair.keys)) not in told)]
        ties = [*self.ties, *origins(self.doc)]
        pairs += [*works(self.doc, self.lexicon), *casts(self.doc, self.lexicon)]
        pairs += [*together(self.doc, self.lexicon), *bibliographies(self.doc), *company(self.doc)]
        pairs += completed(halves, [*pairs, *(tie for tie in ties if tie.kind == "state"), *asked_about(self.doc)])
        pairs += [*remarried(self.doc, pairs, ties), *numbered(ties), *first_met(self.doc, pairs)]
        pairs += list(first_wed(self.doc, pairs, ties))
        pairs += [*begun_before(pairs, self.lexicon), *begun_later(pairs, ties, self.lexicon)]
        pairs += [*turned(pairs, self.ontology)]
        happened = [each for each in pairs if self.factuality.of(each, Times()).status.is_real]
        widowhoods = Widowhoods(self.doc, self.lexicon, happened, ties, self.lives)
        found = [*borne_out(pairs, ties, self.ontology), *ties, *self.lives, *widowhoods.dated()]
        found.extend(lists(self.doc, self.raw, self.lexicon, [pair for pair in pairs if pair.type == "married"]))
        found += list(arrivals(self.doc, self.lexicon, found))
        found += list(newborns(self.doc, found))
        found += list(due(self.doc, self.lexicon, found))
        found += list(shared(self.doc, self.lexicon, found))
        found = [each for each in found if each.type == "worked_together" or not is_of_title(each.trigger)]
        found = without_kin_of_lovers(self.doc, without_love_of_kin(found), self.ontology)
        return without_second_mothers(self.doc, found, self.ontology), widowhoods

    def _timed(self) -> Iterator[Told]:
        """What is found, with the times that are told of it; what cannot be, or is only remembered, left out."""
        found, widowhoods = self._found()
        born = {key for each in found for role, key in each.people if role == "child"}
        births = [each for each in found if each.kind == "event" and each.type in ("born", "child_born", "adopted")]
        tied = born - {key for each in births for role, key in each.people if role != "parent"}
        tied -= {*topic(self.doc)}  # "_Ada Roe_ (1911)" in the life of Ada Roe is a film
        dated = [
            *gapped(self.doc, found, frozenset(self.ontology.kin["child"])),
            *brackets(self.doc, self.lexicon, born, tied),
            *entries(self.doc),
        ]
        found = list(beyond(dated, found))
        elsewhere = {each.time.start for each in dated if each.time} | lifetimes(self.doc, tied)
        remembered = [each for each in found if is_commemorated(each)]
        sure = sure_couples(self.doc, found, self.ontology)
        found = grown(without_rivals(self.doc, found), self.minors, sure)
        found = [each for each in found if not is_commemorated(each)]
        when = When(self.doc, found, elsewhere, self.ontology, self.born)
        turns, lasting = Turns(found, self.ontology), list(lengths(self.doc, found, self.lexicon))
        for finding in found:
            times = throughout(finding, until_then(finding, when.of(finding)))
            times = _unless_widowed(finding, _ended(finding, times, when))
            finding, times = turns.held(finding, times, when.of, self.factuality.is_real)
            if could_be(self.doc, finding, times, sure) and not when.is_outlived(finding):
                counted = since_then(finding, lasting, self.ontology) if times.on is None else None
                yield Told(finding, times, anchor=when.anchor(finding) or counted)
                if work := met_at_work(finding):
                    yield Told(work, times)
        held = lasted(lasting, self.ontology, when.of)
        ended = [name for name, event in self.ontology.events.items() if "married" in event.closes]
        lasts = still_wed(self.doc, found, ended, when.of)
        yield from (Told(finding, times, anchor=anchor) for finding, times, anchor in held)
        for finding, times in (*by_anniversary(self.doc, remembered, when.of, found), *lasts):
            yield Told(finding, times)
        yield from (Told(each.finding, times_alone(each.time)) for each in dated)
        undated = (*widowhoods.undated(), *colleagues(self.doc, self.lexicon))
        yield from (Told(finding, Times()) for finding in undated)


def _ended(finding: Finding, times: Times, when: When) -> Times:
    """The times with the day on which the state ended, where the words that name it tell its end.

    Who parted are married yet: "they ended their ten-year marriage in 2015" tells how long they had been by then.
    """
    day = when.of(finding.ended_by).on if finding.ended_by is not None else None
    if finding.is_over or finding.ended_by is None:
        return replace(times, end=times.end or day)
    return replace(times, on=day) if times.duration and times.on is None else times


def _unless_widowed(finding: Finding, times: Times) -> Times:
    """The times without the day on which one was a widow, when the marriage held no more: "wed Max's widow in 1850"."""
    is_widow = finding.kind == "state" and finding.rule.startswith("relation: widow")
    return replace(times, on=None) if is_widow else times
