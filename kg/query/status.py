"""What two people were to each other on a day."""

from datetime import date

from kg.dates.interval import Certainty, Interval
from kg.errors import KgError
from kg.ontology.schema import Ontology
from kg.query.facts import Facts
from kg.records import State, Timeline

_ORDER = (Certainty.CERTAIN, Certainty.POSSIBLE)


def status(
    timeline: Timeline | Facts, ontology: Ontology, ids: tuple[str, ...], at: Interval | date | None = None
) -> list[tuple[State, Certainty]]:
    """The states of these people that held, or may have held, on a day: the certain first, then in order of time.

    `at` may be wider than a day: then on some day of it. Without it the day of the newest document is meant. Raises
    KgError where no day is given and no document has a date.
    """
    facts = timeline if isinstance(timeline, Facts) else Facts(timeline, ontology)
    day = at if isinstance(at, Interval) else Interval.day(at or _newest(facts))
    pairs = [(state, facts.span(state)) for state in facts.states(ids) if state.status.is_real]
    found = [(state, span.holds(day), span) for state, span in pairs]
    kept = [
        (state, sure, span)
        for state, sure, span in found
        if sure in _ORDER and (sure is Certainty.CERTAIN or span.has_begun(day))
    ]
    kept.sort(key=lambda each: (_ORDER.index(each[1]), each[2].order, each[0].id))
    return [(state, sure) for state, sure, _ in kept]


def _newest(facts: Facts) -> date:
    if facts.newest is None:
        raise KgError("no document has a date, so there is no present day: say which day you mean")
    return facts.newest
