"""Answers whether somebody was alive, dead or widowed."""

from collections.abc import Sequence

from kg.dates.interval import Certainty, Interval
from kg.query.calendar import event_time
from kg.query.facts import Facts
from kg.query.query import Happening, Query
from kg.query.reply import Reply, as_of_newest, left_open, negated, told_so
from kg.query.select import Told, ids_of, occurrences
from kg.query.wording import happened, held, names, on


def life(query: Query, facts: Facts, happening: Happening, at: Interval | None) -> Reply:
    """Whether somebody was alive, dead or widowed at the time asked for, or is by the newest document."""
    ids = ids_of(facts, happening.people)
    if len(ids) > 1 and query.asks == "alive":
        return _all_alive(query, facts, happening, at)
    day = at or (Interval.day(facts.newest) if facts.newest else Interval())
    ends = [each for each in occurrences(facts, happening) if _befell(each, ids)]
    asks_over = query.asks != "alive"
    if not ends or ends[0].when is None:
        if query.asks == "widowed" and (spans := facts.spans(ids, ["married"])):
            return negated(f"no such loss is recorded; {held(facts, spans[-1])}", spans[-1].claims, ids, sure=False)
        text = f"no {facts.ontology.events[happening.type].noun} of {names(facts, ids)} is recorded"
        return left_open(text, (), ids, Certainty.UNKNOWN)
    told = ends[0]
    text = as_of_newest(query, facts) + happened(facts, told)
    born = next((when for event in facts.births(ids[0]) if (when := event_time(event))), None)
    is_known = query.kind == "present" and not query.moments  # what is told has happened, though by no dated source
    if told.when and (is_known or told.when.before(day) is Certainty.CERTAIN):
        return (
            told_so(text, told.claims, told.status, ids, supposed=told.supposed)
            if asks_over
            else negated(text, told.claims, ids)
        )
    if born and born.after(day) is Certainty.CERTAIN:
        return negated(f"born only {on(born)}", told.claims, ids)
    is_one_day = any(moment.happening for moment in query.moments)  # some day of these, rather than all of them
    is_reached = not asks_over and not is_one_day and told.when and _reaches(told.when, day)
    if told.when and (told.when.after(day) is Certainty.CERTAIN or is_reached):
        return negated(text, told.claims, ids) if asks_over else told_so(text, told.claims, told.status, ids)
    return left_open(f"perhaps: {text}", told.claims, ids)


def _all_alive(query: Query, facts: Facts, happening: Happening, at: Interval | None) -> Reply:
    """Whether all of several were alive: not where one was not, and open where it is open for one."""
    each = [life(query, facts, happening.model_copy(update={"people": (who,)}), at) for who in happening.people]
    ranks = {False: 0, None: 1, True: 2}
    return min(each, key=lambda reply: ranks[reply.value.get("yes")])  # type: ignore[index]


def _befell(told: Told, ids: Sequence[str]) -> bool:
    """Whether it is they who were widowed, rather than those who died."""
    return told.type != "widowed" or told.people[0] in ids


def _reaches(when: Interval, day: Interval) -> bool:
    """Whether a life that ended then reached into the days asked for."""
    return when.earliest is not None and day.earliest is not None and when.earliest > day.earliest
