"""States of two people that are a word against another of them: who is engaged is not married yet."""

from collections.abc import Sequence

from kg.dates.interval import Certainty, Interval
from kg.ontology.schema import EventType
from kg.query.facts import Facts
from kg.query.span import Span


def against(facts: Facts, ids: list[str], types: Sequence[str], day: Interval, likely: Span | None) -> Span | None:
    """Another state of the same people that held then, so that this one did not.

    What was so before `likely` began is no word against it: they were divorced, courted, and married again.
    """
    implied = {name for type in types for name in (*facts.ontology.states[type].implies, *_implying(facts, type))}
    others = [name for name in facts.ontology.states if name not in {*types, *implied, "living_together"}]
    others = [name for name in others if any(_excludes(facts, name, type) for type in types)]
    others += [name for name in implied if name not in types and name != "living_together"]
    if len(ids) < 2:
        return None
    spans = facts.spans(ids, others)
    if likely:
        spans = [span for span in spans if span.order > likely.order]
    held_then = [span for span in spans if span.holds(day) is Certainty.CERTAIN]
    return held_then[-1] if held_then else next((span for span in reversed(spans) if _is_open(span, day)), None)


def _excludes(facts: Facts, state: str, other: str) -> bool:
    """Whether one of two states ends where the other begins: who is separated is married all the same."""
    events = facts.ontology.events.values()
    return any((state in each.opens and other in each.closes) or _ends(each, state, other) for each in events)


def _ends(event: EventType, state: str, other: str) -> bool:
    return other in event.opens and state in event.closes


def _implying(facts: Facts, type: str) -> list[str]:
    return [name for name, state in facts.ontology.states.items() if type in state.implies]


def _is_open(span: Span, day: Interval) -> bool:
    return span.holds(day) is Certainty.POSSIBLE and span.has_begun(day) and span.end is None and span.core is not None


def parted(facts: Facts, ids: Sequence[str], day: Interval, together: Span) -> Span | None:
    """Their separation, if they lived apart on all of these days: who is separated is not together, though married."""
    spans = [span for span in facts.spans(ids, ["separated"]) if span.order > together.order] if len(ids) > 1 else []
    apart = (span for span in spans if span.core and day.during(span.core) is Certainty.CERTAIN)
    return next(apart, None)
