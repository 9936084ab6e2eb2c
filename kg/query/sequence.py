"""Answers whether one happening came before or after another."""

import re
from datetime import date, timedelta

from kg.dates.english import on_day
from kg.dates.interval import Certainty, Interval
from kg.query.facts import Facts
from kg.query.query import Query
from kg.query.reply import Reply, affirmed, left_open, missing, negated, unknown
from kg.query.select import Told, ids_of, occurrences
from kg.query.wording import happened, sentence
from kg.records import Claim, Status


def order(query: Query, facts: Facts) -> Reply:
    """Whether one happening came before (after) another."""
    pair = []
    for happening in (query.happening, query.other):
        found = occurrences(facts, happening) if happening else []
        if not found:
            return (
                missing(facts, happening.type, ids_of(facts, happening.people), happening.nth)
                if happening
                else unknown("nothing to compare")
            )
        pair.append(next((each for each in found if each.when), found[0]))
    first, second = pair
    claims = first.claims + second.claims
    text = f"{happened(facts, first)}; {happened(facts, second)}"
    ids = tuple(dict.fromkeys((*first.people, *second.people)))
    if first.when is None or second.when is None:
        return _ruled(query, facts, first, second) or left_open(f"not told: {text}", claims, ids, Certainty.UNKNOWN)
    before, after = first.when.before(second.when), first.when.after(second.when)
    if query.relation == "either":
        says = "before" if before is Certainty.CERTAIN else "after" if after is Certainty.CERTAIN else ""
        return (
            Reply({"says": says}, sentence(f"{says}: {text}"), Certainty.CERTAIN, claims, (text,), ids)
            if says
            else left_open(text, claims, ids)
        )
    verdict, other = (before, after) if query.relation == "before" else (after, before)
    if verdict is Certainty.CERTAIN:
        status = first.status if first.status is not Status.ASSERTED else second.status
        return affirmed(text, claims, status, ids)
    if verdict is Certainty.CONTRADICTED or other is Certainty.CERTAIN:
        return negated(text, claims, ids)
    return (
        _ruled(query, facts, first, second)
        or _as_told(query, facts, first, second)
        or left_open(f"perhaps: {text}", claims, ids)
    )


def _as_told(query: Query, facts: Facts, first: Told, second: Told) -> Reply | None:
    """By what was told when: not yet engaged in 2020, it seems, where they were girlfriend and boyfriend."""
    days = [not_yet(facts, each) for each in (first, second)]
    one, two = (_after(each.when, day) for each, day in zip((first, second), days, strict=True))
    if one is None or two is None or not any(days):
        return None
    verdict = one.before(two) if query.relation == "before" else one.after(two)
    if verdict not in (Certainty.CERTAIN, Certainty.CONTRADICTED):
        return None
    notes = [
        f"on {on_day(day)} a source calls them girlfriend or boyfriend, and none had told yet that they {verb}"
        for each, day in zip((first, second), days, strict=True)
        if day and (verb := facts.ontology.events[each.type].label)
    ]
    yes = verdict is Certainty.CERTAIN
    told = f"{happened(facts, first)}; {happened(facts, second)}; {'; '.join(notes)}"
    text = sentence(f"{'yes' if yes else 'no'}, as far as is known: {told}")
    ids = tuple(dict.fromkeys((*first.people, *second.people)))
    return Reply({"yes": yes}, text, Certainty.POSSIBLE, first.claims + second.claims, tuple(notes), ids)


def _after(when: Interval | None, day: date | None) -> Interval | None:
    """The days of `when` after a day."""
    return when & Interval(day + timedelta(1), None) if when and day else when


def not_yet(facts: Facts, told: Told) -> date | None:
    """The last day on which a source calls a couple girlfriend and boyfriend, before any tells that they were more."""
    event = facts.ontology.events.get(told.type)
    states = [name for name in (event.opens if event else ()) if "dating" in facts.ontology.states[name].implies]
    if told.event is None or not states or told.when is None:
        return None
    days = facts.published_on
    more = [days(claim) for claim in told.claims]
    more += [days(claim) for span in facts.spans(told.people, states) for claim in span.claims]
    if not all(more):
        return None
    called = [days(claim) for span in facts.spans(told.people, ["dating"]) for claim in span.claims if _is_only(claim)]
    first, last = min(day for day in more if day), told.when.latest or date.max
    return max((day for day in called if day and day < first and day <= last), default=None)


def _is_only(claim: Claim) -> bool:
    """Whether its words are those for a couple that has promised nothing, of that day."""
    return claim.type == "dating" and claim.when is not None and bool(_UNPROMISED.search(claim.evidence.quote))


_UNPROMISED = re.compile(r"\b(?:girl|boy)friend\b", re.I)


def _ruled(query: Query, facts: Facts, first: Told, second: Told) -> Reply | None:
    """The order that the ontology rules for happenings of the same people: nobody marries before they met."""
    if set(first.people) != set(second.people) or query.relation == "either":
        return None
    events = facts.ontology.events
    text = f"{happened(facts, first)}; {happened(facts, second)}"
    earlier = second.type in events and first.type in events[second.type].after
    later = first.type in events and second.type in events[first.type].after
    if not (earlier or later):
        return None
    is_so = earlier == (query.relation == "before")
    claims = first.claims + second.claims
    return affirmed(text, claims, Status.ASSERTED, first.people) if is_so else negated(text, claims, first.people)
