"""A question taken apart, and the conditions in time that it names."""

from dataclasses import dataclass
from typing import Literal

from kg.dates.interval import Interval
from kg.ontology.schema import Ontology
from kg.query.ages import of_age, tells_age
from kg.query.clauses import Clause
from kg.query.facts import Facts
from kg.query.phrases import Reference
from kg.query.pieces import SMALL
from kg.query.query import Happening, Moment, Who
from kg.query.select import occurrences
from kg.records import Status

_NOW = frozenset("now currently still today nowadays presently".split())
_PRESENT = frozenset("is are am 's does do".split())
DOING = frozenset(
    "happen happened do done experience go went gone through undergo together relationship life lives couple two both "
    "happens during everything things turn take place documents sources articles say events marriage couple's".split()
)
BEING = frozenset("was were is are being been".split())


@dataclass(frozen=True)
class Asked:
    """A question taken apart, as the rules see it."""

    text: str
    facts: Facts
    main: Clause
    subs: tuple[Clause, ...]
    reference: Reference
    by_published: Interval | None = None  # "by what had been published until then"

    @property
    def ontology(self) -> Ontology:
        """The ontology in use."""
        return self.facts.ontology

    @property
    def start(self) -> str:
        """The first words of the main clause, after dates and commas."""
        words = list(self.main.words)
        while words and (
            words[0] in (",", "as", "of", "in", "on", "by", "at", "to", "for", "from", "with")
            or self._is_time(words[0])
        ):
            if words[0] in ("for", "to", "with", "from", "in", "on", "at", "by") and words[1:2] and words[1] in ASKING:
                break
            words.pop(0)
        return " ".join(words)

    def _is_time(self, low: str) -> bool:
        return any(piece.time and piece.low == low for piece in self.main.pieces)

    def starts(self, *phrases: str) -> bool:
        """Whether it begins with one of the phrases."""
        return any(f"{self.start} ".startswith(f"{phrase} ") for phrase in phrases)


ASKING = frozenset("whom who which what when how where".split())


def moments(asked: Asked, happening: Happening | None = None) -> tuple[Moment, ...]:
    """The conditions in time that the question names, in the main clause and beside it."""
    found = [Moment(when=when) for when in asked.main.times]
    found = [_by_then(asked, moment, happening) for moment in found]
    if age := age_told(asked, asked.main):
        found.append(Moment(when=age))
    for sub in asked.subs:
        if moment := moment_of(asked, sub, happening):
            found.append(moment)
    return tuple(found)


def age_told(asked: Asked, clause: Clause) -> Interval | None:
    """The days of the age that a clause tells, of whom it names or else of whom the question is about."""
    return of_age(clause.words, (*clause.whos, *asked.main.whos), asked.facts)


def _by_then(asked: Asked, moment: Moment, happening: Happening | None) -> Moment:
    """ "As of May, had they met?": at any time up to May."""
    is_event = happening and happening.kind == "event"
    if moment.when and is_event and (asked.main.is_as_of or asked.by_published or asked.starts("had", "have", "has")):
        return Moment(when=Interval(None, moment.when.latest))
    return moment


def moment_of(asked: Asked, sub: Clause, happening: Happening | None = None) -> Moment | None:
    """The condition that a clause beside the main one names."""
    if tells_age(sub.words) and not sub.acts:
        age = age_told(asked, sub)
        return Moment(relation=sub.relation, when=_from(age, sub)) if age else None
    if sub.times and not sub.whos and set(sub.words) & _BOUNDS.keys():  # "when the war ended"
        edge = next(_BOUNDS[word] for word in sub.words if word in _BOUNDS)
        day = sub.times[0].latest if edge == "end" else sub.times[0].earliest
        return Moment(relation=sub.relation, when=Interval(day, day))
    prefer: Literal["event", "state"] = "state" if sub.relation == "at" and set(sub.words) & BEING else "event"
    if told := sub.happening(asked.ontology, prefer):
        if not told.people:
            told = told.model_copy(update={"people": whose(asked, told)})
        return Moment(relation=sub.relation, happening=_in_its_time(asked, sub, told))
    if sub.whos and not _says_more(sub):
        if happening and len(sub.whos) > 1:
            return Moment(relation=sub.relation, happening=happening.model_copy(update={"people": sub.whos}))
        return Moment(relation=sub.relation, who=sub.whos[0])
    if sub.times:
        return Moment(relation=sub.relation, when=sub.times[0])
    return None


def _says_more(sub: Clause) -> bool:
    """Whether a clause tells of a deed that nothing is known of: "when they announced it", not "before Ada did"."""
    last = next((i for i in range(len(sub.pieces) - 1, -1, -1) if sub.pieces[i].who), -1)
    rest = [piece for piece in sub.pieces[last + 1 :] if piece.is_plain and piece.low.isalpha()]
    return any(not piece.senses and piece.low not in SMALL | DOING | BEING for piece in rest)


_BOUNDS = {"ended": "end", "began": "start", "started": "start", "broke": "start"}


def _from(age: Interval, sub: Clause) -> Interval:
    """ "Before she was 30" is before the first days of that age."""
    return Interval(None, age.earliest) if sub.relation == "before" else age


def _in_its_time(asked: Asked, sub: Clause, told: Happening) -> Happening:
    """ "At their wedding in 2018": of several weddings the one of that year."""
    if told.kind != "event" or told.nth or not sub.times or not told.people:
        return told
    found = [each.when for each in occurrences(asked.facts, told)]
    place = next((i for i, when in enumerate(found, 1) if when and when & sub.times[0]), 0)
    return told.model_copy(update={"nth": place})


def whose(asked: Asked, happening: Happening) -> tuple[Who, ...]:
    """Whose "the wedding" is: that of the people of the question, or of the couple that the documents are about."""
    owners = (who.of for who in asked.main.whos if who.of)  # "which of her children was born after the wedding?"
    choices = (asked.main.whos, asked.main.whos[:1], *owners, asked.reference.people("they", ()))
    if happening.type in ("born", "died"):  # of one alone
        choices = choices[:-1]
    for people in choices:
        if people and occurrences(asked.facts, happening.model_copy(update={"people": people})):
            return people
    return asked.main.whos


def is_present(asked: Asked) -> bool:
    """Whether it asks for how things are now."""
    if asked.main.times or asked.subs:
        return False
    words = set(asked.main.words)
    return bool(words & _NOW) or asked.start.split(" ", 1)[0] in _PRESENT or bool(words & {"is", "are"})


def coming(asked: Asked, happening: Happening) -> Happening:
    """What is only planned, where nothing of the kind is told to have happened: "when are they getting married?" """
    coming = happening.model_copy(update={"status": Status.PLANNED})
    is_coming = not occurrences(asked.facts, happening) and occurrences(asked.facts, coming)
    return coming if is_coming else happening


def is_under_way(asked: Asked) -> bool:
    """ "Is she marrying him?", "are they getting married?" """
    acts = asked.main.acts
    is_becoming = asked.main.has("getting", "becoming") or any(piece.low.endswith("ing") for piece in acts)
    return is_present(asked) and is_becoming and not asked.main.has("being")
