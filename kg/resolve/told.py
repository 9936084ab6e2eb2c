"""Claims with their people known: what is fused into events, states and ties."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date

from kg.dates.interval import Interval
from kg.ontology.schema import Ontology
from kg.records import Basis, Claim, Conflict, Document, Person, Reading, Status, content_id
from kg.resolve.names import folded
from kg.resolve.profiles import Source

_RECKONED = re.compile(
    r"\b(day|week|month|year|decade)s? (ago|after|before|earlier|later|prior|since)\b", re.IGNORECASE
)

Roles = tuple[tuple[str, str], ...]  # (role, person id), sorted


@dataclass(frozen=True, slots=True)
class Told:
    """A claim about the people `roles`. `type` is the event that it tells or implies; `when` what it says of that day.

    `firm` is False where the day was reckoned from a duration, and so only counts where nothing better is known.
    """

    claim: Claim
    type: str
    roles: Roles
    when: Interval | None = None
    basis: Basis = Basis.STATED
    firm: bool = True
    published: date | None = None

    @property
    def people(self) -> tuple[str, ...]:
        """The ids of its people, sorted."""
        return tuple(sorted(person for _, person in self.roles))


def tellings(readings: Iterable[Reading], who: Mapping[Source, str], documents: Mapping[str, Document]) -> list[Told]:
    """Every claim whose people are known and differ from each other, in the order of the claims' ids."""
    found = []
    for reading in readings:
        published = documents[reading.document].published if reading.document in documents else None
        for claim in reading.claims:
            sources = [(reading.document, person.person) for person in claim.people]
            ids = [who[source] for source in sources if source in who]
            if ids and len(set(ids)) == len(sources):
                roles = tuple(sorted((person.role, each) for person, each in zip(claim.people, ids, strict=True)))
                found.append(Told(claim, claim.type, roles, claim.when, claim.basis, published=published))
    return sorted(found, key=lambda told: (told.claim.id, told.roles))


def is_first_hand(claim: Claim) -> bool:
    """Whether one of the people themselves says it."""
    return claim.said_by is not None and folded(claim.said_by) in {folded(person.name) for person in claim.people}


def is_reckoned(claim: Claim) -> bool:
    """Whether its day is counted from another, and so told by and by: "a month ago", "a year after they wed"."""
    return _RECKONED.search(claim.when_text) is not None


def implied(tellings: Iterable[Told], ontology: Ontology) -> Iterator[Told]:
    """The beginnings that state claims imply: "dating since 2017", "a two-year relationship that ended in 2017".

    Of two who "are not married", it is the wedding by that day that is denied.
    """
    tellings = list(tellings)
    ends, days = _ends(tellings, ontology), _days(tellings)
    for told in tellings:
        claim, opener = told.claim, opener_of(told.type, ontology)
        if claim.kind != "state" or opener is None:
            continue
        if claim.status in (Status.DENIED, Status.NEGATED):
            by = claim.when.latest if claim.when else told.published
            yield replace(told, type=opener, when=Interval(None, by) if by else None, firm=False)
        if not claim.status.is_real:
            continue
        is_until = not claim.found_by.startswith("length")  # "wed after two years of dating": no parting ends those
        end = claim.end or (ends.get((claim.document, told.people, told.type)) if is_until else None)
        if claim.start:
            yield replace(told, type=opener, when=claim.start, basis=Basis.INFERRED)
        elif claim.duration and (start := began(claim, end, _day_of_anchor(told, days))):
            yield replace(told, type=opener, when=start, basis=Basis.INFERRED, firm=False)


def clash(tellings: Iterable[Told], people: Mapping[str, Person], about: Iterable[str], why: str) -> Conflict:
    """Claims about the people `about`, by id, that cannot all be right, and why: "Ann Lee: died, and later married"."""
    claims = {told.claim.id: told.claim for told in tellings}
    names = " and ".join(sorted(people[each].name for each in about))
    ids = tuple(sorted(claims))
    told = tuple(claims[id] for id in ids)
    return Conflict(id=content_id("conflict", *ids), claims=ids, why=f"{names}: {why}", told=told)


def kinds(tellings: Iterable[Told]) -> str:
    """What they tell of, each once: "married and separated"."""
    return " and ".join(sorted({told.type for told in tellings}))


def began(claim: Claim, end: Interval | None, day: Interval | None = None) -> Interval | None:
    """When a state of a known length began: before the day on which it had lasted so long, or before its end.

    That `day` may be one that only the anchor of the claim leads to.
    """
    if claim.duration is None:
        return None
    when = day or (claim.when if not claim.end else None)
    if when:
        days = type(claim.duration)(claim.duration.least, claim.duration.most, "", claim.duration.approximate)
        start = when.shift(days, -1).roughly()
    elif end:
        start = end.shift(claim.duration, -1).roughly()
    else:
        return None
    says_nothing = start.latest is None or (end is not None and start.latest == end.latest)  # "after less than a year"
    return None if start.earliest is None and says_nothing else start


def opener_of(state: str, ontology: Ontology) -> str | None:
    """The event type that begins a state in the ordinary way: the first one declared."""
    return next((event.name for event in ontology.events.values() if state in event.opens), None)


def _day_of_anchor(told: Told, days: Mapping[tuple[str, tuple[str, ...], str], Interval | None]) -> Interval | None:
    """The day of what happened to two after a state had lasted so long, as the same document tells it elsewhere."""
    anchor = told.claim.anchor
    return days.get((told.claim.document, told.people, anchor.type)) if anchor is not None else None


def _days(tellings: list[Told]) -> dict[tuple[str, tuple[str, ...], str], Interval | None]:
    """For (document, people, event type): the day that a document tells; None where it tells of several."""
    found: dict[tuple[str, tuple[str, ...], str], Interval | None] = {}
    for told in tellings:
        if told.claim.kind == "event" and told.claim.status.is_real and told.when:
            key = (told.claim.document, told.people, told.type)
            known = found.get(key, told.when)
            found[key] = known and known & told.when
    return found


def _ends(tellings: list[Told], ontology: Ontology) -> dict[tuple[str, tuple[str, ...], str], Interval]:
    """For (document, people, state): the day on which that document ends the state."""
    found = {}
    for told in tellings:
        event = ontology.events.get(told.type)
        if told.claim.kind == "event" and told.claim.status.is_real and event and told.when:
            found.update({(told.claim.document, told.people, state): told.when for state in event.closes})
    return found
