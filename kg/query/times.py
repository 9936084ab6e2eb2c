"""Answers that are a time or a length of time, or a place."""

from collections.abc import Set
from dataclasses import replace
from datetime import date

from kg.dates.english import on_day, words
from kg.dates.interval import Certainty, Duration, Interval
from kg.query.calendar import told_days
from kg.query.facts import Facts
from kg.query.query import Happening, Query
from kg.query.reply import Reply, by_status, missing, unknown
from kg.query.select import Told, anchor, ids_of, occurrences, people, stretch, told
from kg.query.span import Span
from kg.query.wording import happened, hedged, held, names, on, sentence, some, years
from kg.records import Claim, Status

_YEAR = 365.2425


def when(query: Query, facts: Facts) -> Reply:
    """The date of a happening."""
    happening = _asked(query)
    ids = ids_of(facts, happening.people)
    found = _filtered(query, facts, _planned_first(facts, happening) or occurrences(facts, happening))
    if not found:
        return _elsewhere(query, facts, happening, ids)
    dated = [each for each in found if each.is_dated]
    if not dated:
        text = f"{happened(facts, found[0])}, but no source says when{'' if happening.status else ' it was'}"
        return unknown(text, claims=found[0].claims, steps=(_step(facts, found[0]),))
    first = dated[0]
    day = (first.event.when if first.event and first.event.when else first.when) or Interval()
    if happening.nth == 1 and first.event and len(told := told_days(first.event)) > 1:
        day = told[0]
    first = replace(first, when=day)
    if any(moment.relation == "at" and moment.when and day.contains(moment.when) for moment in query.moments):
        return unknown(f"no source tells it more closely: {happened(facts, first)}", claims=first.claims)
    text = _end_of(facts, happening, first) or happened(facts, first)
    later = [on(each.when) for each in dated[1:] if each.type not in ("met", "born", "died")]
    text += f", and again {' and '.join(later)}" if later and not happening.nth else ""
    reply = hedged(text, first.status).rstrip()
    rivals = [words(rival) for rival in first.rivals if rival != day]
    reply += f" Other sources give {' or '.join(rivals)}." if rivals else ""
    return Reply({"when": day.edtf}, reply, first.certainty, first.claims, _why(facts, first), first.people)


def _asked(query: Query) -> Happening:
    return query.happening or Happening(type="met")


def _planned_first(facts: Facts, happening: Happening) -> list[Told]:
    """What was planned at first: of all plans, those called off included, the one for the earliest day."""
    if happening.status is not Status.PLANNED or happening.nth != 1:
        return []
    anyhow = happening.model_copy(update={"nth": 0})
    plans = [
        each
        for status in (Status.PLANNED, Status.CALLED_OFF)
        for each in occurrences(facts, anyhow.model_copy(update={"status": status}))
    ]
    dated = [each for each in plans if each.when and each.when.earliest]
    return sorted(dated, key=lambda each: (each.when.earliest if each.when else None) or date.max)[:1]


def _filtered(query: Query, facts: Facts, found: list[Told]) -> list[Told]:
    """Those that may lie in the moments of the query; an undated one only where no moment is asked."""
    days = [each for moment in query.moments if (each := stretch(facts, moment))]
    return [each for each in found if not days or (each.when and all(each.when & day for day in days))]


def _end_of(facts: Facts, happening: Happening, told: Told) -> str:
    if happening.kind != "state":
        return ""
    verb = "ended" if happening.edge == "end" else "began"
    return f"the {facts.ontology.states[told.type].noun} of {names(facts, told.people)} {verb} {on(told.when)}"


def _elsewhere(query: Query, facts: Facts, happening: Happening, ids: list[str]) -> Reply:
    """Nothing at that time or of that kind: the end of a relation may be told by another event."""
    if happening.kind == "state" and happening.edge == "end":
        parted = happening.model_copy(update={"kind": "event", "type": "separated"})
        if _filtered(query, facts, occurrences(facts, parted)):
            return when(query.model_copy(update={"happening": parted}), facts)
    closed = {"separated": facts.lexicon.together, "engagement_ended": ("engaged",)}.get(happening.type)
    if closed and (spans := [span for span in facts.spans(ids, closed) if span.end]):
        ended = happening.model_copy(update={"kind": "state", "type": spans[-1].type, "edge": "end", "nth": -1})
        return when(query.model_copy(update={"happening": ended}), facts)
    return _by_then(facts, happening, ids) or missing(facts, happening.type, ids, happening.nth)


def _by_then(facts: Facts, happening: Happening, ids: list[str]) -> Reply | None:
    """Since when a relation has held of which only a day is told on which it did: since then at the latest."""
    event = facts.ontology.events.get(happening.type)
    types = event.opens if event else (happening.type,) if happening.edge == "start" else ()
    spans = [span for span in facts.spans(ids, types) if span.start and span.start.latest] if happening.nth < 0 else []
    if not spans or len(ids) < 2:
        return None
    day = Interval(None, spans[-1].start.latest if spans[-1].start else None)
    text = f"{held(facts, spans[-1])}, but no source says since when"
    return Reply({"when": day.edtf}, hedged(text, spans[-1].status), Certainty.POSSIBLE, spans[-1].claims)


def _step(facts: Facts, told: Told) -> str:
    when = told.when.edtf if told.when else "undated"
    return f"{told.type} ({names(facts, told.people)}): {when}, {told.status.value}"


def _why(facts: Facts, told: Told) -> tuple[str, ...]:
    return (_step(facts, told), *(told.event.bounds.why if told.event else ()))


def where(query: Query, facts: Facts) -> Reply:
    """The place of a happening, or the work at which it was."""
    happening = _asked(query)
    found = occurrences(facts, happening)
    if happening.type == "born":  # a birth is told of the child, and of the parents
        found += [told(event) for who in found for id in who.people[:1] for event in facts.births(id)]
    found = [each for each in found if each.when is None] + _filtered(
        query, facts, [each for each in found if each.when]
    )
    if not found:
        return missing(facts, happening.type, ids_of(facts, happening.people))
    placed = next((each for each in found if each.event and each.event.place), None)
    if placed and placed.event and placed.event.place:
        text = happened(facts, placed)
        return Reply(
            {"place": placed.event.place},
            hedged(text, placed.status),
            placed.certainty,
            placed.claims,
            _why(facts, placed),
        )
    text = happened(facts, found[0])
    worked = next((each.event.work for each in found if each.event and each.event.work), None)
    if worked and happening.type == "worked_together":
        told_on = next(each for each in found if each.event and each.event.work == worked)
        text = happened(facts, told_on)
        return Reply({"work": worked}, hedged(text, told_on.status), told_on.certainty, told_on.claims, ())
    what = "where, or on what" if happening.type == "worked_together" else "where"
    shared = f"; they worked together on {worked}" if worked and worked not in text else ""
    return unknown(f"{text}, but no source says {what}{shared}", claims=found[0].claims)


# lengths of time


def lasting(query: Query, facts: Facts) -> Reply:
    """How long a state held, until another happening if given, a day if given, or now."""
    happening = _asked(query)
    ids = ids_of(facts, happening.people)
    stints = _stints(facts, ids, happening.type)
    if not stints:
        return missing(facts, happening.type, ids)
    stint = stints[happening.nth - 1 if 0 < happening.nth <= len(stints) else -1 if happening.nth else 0]
    if query.other and query.other.nth:  # "before they reconciled in 2016": what lasted until then
        ends = [each.when for each in occurrences(facts, query.other) if each.when]
        begun = [each for each in stints if each.start and ends and each.start.before(ends[0]) is Certainty.CERTAIN]
        stint = begun[-1] if begun else stint
    until, why = _until(query, facts, stint)
    start = stint.start if stint.told_start else None
    label = facts.ontology.states[happening.type].label
    if told := _told_length(stint, start, until, set() if query.other else {*facts.lexicon.together} - {stint.type}):
        least, most = told
    elif start and until and (start.earliest or not start.latest or not until.latest or start.latest < until.latest):
        least, most = _years(start, until)
    else:
        return unknown(f"how long they were {label} is not told: {_bounds(stint)}", claims=stint.claims)
    one, several = ("has been", "have been") if why == "now" else ("was", "were")
    so_far = one if len(ids) == 1 else several
    is_rough = bool(told and least and most and start and start.approximate)  # "after ten years of marriage"
    length = years(least, least if is_rough else most)
    text = f"{names(facts, ids)} {so_far} {label} for {length}{_from_to(start, until, why)}"
    steps = (f"from {start.edtf if start else 'an unknown day'} to {until.edtf if until else 'an unknown day'}",)
    sure = Certainty.POSSIBLE if why == "death" else by_status(stint.status)
    return Reply({"years": [least, most]}, hedged(text, stint.status), sure, stint.claims, steps, tuple(ids))


def stint(facts: Facts, happening: Happening, other: Happening | None = None) -> Duration | None:
    """How long the first stint of a state held, or until another happening; None where its bounds are not told."""
    stints = _stints(facts, ids_of(facts, happening.people), happening.type)
    if not stints or not stints[0].told_start or stints[0].start is None:
        return None
    until, _ = _until(Query(kind="duration_state", other=other), facts, stints[0])
    return stints[0].start.until(until) if until else None


def _bounds(stint: Span) -> str:
    told = [f"it began {on(stint.start)}" if stint.start else "", f"it ended {on(stint.end)}" if stint.end else ""]
    return " and ".join(each for each in told if each) or "neither its start nor its end is"


def _from_to(start: Interval | None, until: Interval | None, why: str) -> str:
    if start is None or until is None:
        return ""
    now = {"now": ", the newest document", "death": ", a death: no other end is recorded"}.get(why, "")
    first, last = some(start), some(until)
    joint = " until " if " between " in first + last else " to "
    return f" ({first}{joint}{last}{now})"


def _until(query: Query, facts: Facts, stint: Span) -> tuple[Interval | None, str]:
    if query.other:
        ends = [each.when for each in occurrences(facts, query.other) if each.when]
        later = [each for each in ends if not stint.start or stint.start.after(each) is not Certainty.CERTAIN]
        return next(iter(later), None), "other"
    days = [each for moment in query.moments if (each := anchor(facts, moment))]
    days = [each if each.earliest else Interval(each.latest, each.latest) for each in days]  # "by May 2020"
    if days:
        return (
            stint.end
            if stint.end and stint.end.latest and days[0].earliest and stint.end.latest < days[0].earliest
            else days[0]
        ), "day"
    if stint.until_death and (death := facts.ended_by_death(stint)):
        return death, "death"
    if stint.end:
        return stint.end, "end"
    return (Interval.day(facts.newest), "now") if facts.newest and stint.start else (None, "")


def _stints(facts: Facts, ids: list[str], type: str) -> list[Span]:
    """The spans of a state; those that follow each other without a break, by states that imply it, are one.

    Love whose beginning nobody tells came before the marriage.
    """
    types = [
        name for name in facts.ontology.states if name == type or (type == "dating" and name in facts.lexicon.together)
    ]
    found: list[Span] = []
    for span in sorted(facts.spans(ids, types), key=lambda span: span.start is not None or span.type != type):
        if found and _goes_on(found[-1], span):
            found[-1] = _joined(found[-1], span)
        else:
            found.append(span)
    return found


def _goes_on(first: Span, then: Span) -> bool:
    """Whether the second began before the first had surely ended: courtship, engagement, marriage."""
    if first.end is None or then.start is None or first.end.latest is None:
        return True
    return then.start.earliest is None or (then.start.earliest - first.end.latest).days <= 1


def _joined(first: Span, then: Span) -> Span:
    start = first.start
    if start is None and then.start and then.start.latest:
        start = Interval(None, then.start.latest)
    ends = [span.end for span in (first, then)]
    end = (
        None
        if then.end is None
        else max((each for each in ends if each), key=lambda when: (when.latest is None, when.latest))
    )
    attested, claims = first.attested + then.attested, first.claims + then.claims
    joined = Span(first.type, first.people, start, end, attested, first.status, claims, first.told_start)
    return replace(joined, until_death=then.until_death)


def _told_length(
    stint: Span, start: Interval | None, until: Interval | None, others: Set[str]
) -> tuple[float | None, float | None] | None:
    """What a source says of the length, where a bound is missing or only reckoned from that length.

    Not of two who went on to one of the `others`: of one state it is told how long, not of both.
    """
    told = [claim.duration for claim in stint.claims if claim.duration and claim.type == stint.type]
    is_whole = not any(claim.type in others for claim in stint.claims)
    if (start and until and not start.approximate) or not told or not is_whole:
        return None
    least, most = told[0].least, told[0].most
    return (None if least is None else round(least / _YEAR, 2), None if most is None else round(most / _YEAR, 2))


def _years(start: Interval, end: Interval) -> tuple[float | None, float | None]:
    """The years from one day to another, least and most, to two decimals."""
    length = start.until(end)
    least, most = length.least, length.most
    return (None if least is None else round(least / _YEAR, 2), None if most is None else round(most / _YEAR, 2))


def between(query: Query, facts: Facts) -> Reply:
    """The years from one happening to another."""
    first, last = _told_once(query.other, facts), _told_once(query.happening, facts)
    if query.happening is None and query.moments:
        day = next((each for moment in query.moments if (each := anchor(facts, moment))), None)
        return _age(query, facts, first, day)
    if _is_still_widowed(query, first, last) and first and first.when and facts.newest:
        least, most = _years(first.when, Interval.day(facts.newest))
        text = f"{years(least, most)} by {on_day(facts.newest)}, the newest document: {happened(facts, first)}"
        return Reply({"years": [least, most]}, sentence(text), Certainty.POSSIBLE, first.claims, (_step(facts, first),))
    for happening, end in ((query.other, first), (query.happening, last)):
        if end is None and happening:
            return missing(facts, happening.type, ids_of(facts, happening.people), happening.nth)
        if end and end.when is None:
            return unknown(f"{happened(facts, end)}, but no source says when", claims=end.claims)
    if not (first and last and first.when and last.when):
        return _age(query, facts, first, Interval.day(facts.newest) if facts.newest else None)
    if query.other and query.other.type == "born" and query.happening and query.happening.type != "born":
        return _age(query, facts, first, last.when)
    if first.event and last.event and first.event.id == last.event.id:
        return unknown(f"only one such day is told: {happened(facts, first)}", claims=first.claims)
    if last.when.before(first.when) is Certainty.CERTAIN:
        first, last = last, first
    least, most = _years(first.when or Interval(), last.when or Interval())
    text = f"{years(least, most)}: {happened(facts, first)} and {happened(facts, last)}"
    sure = max(first.certainty, last.certainty, key=lambda each: each is Certainty.POSSIBLE)
    claims: tuple[Claim, ...] = first.claims + last.claims
    return Reply({"years": [least, most]}, sentence(text), sure, claims, (_step(facts, first), _step(facts, last)))


def _is_still_widowed(query: Query, loss: Told | None, death: Told | None) -> bool:
    """Whether somebody was widowed, and no death of theirs is told."""
    ends = query.happening and query.happening.type == "died"
    return bool(query.other and query.other.type == "widowed" and ends and loss and death is None)


def _told_once(happening: Happening | None, facts: Facts) -> Told | None:
    found = occurrences(facts, happening) if happening else []
    return next((each for each in found if each.when), found[0] if found else None)


def _age(query: Query, facts: Facts, born: Told | None, day: Interval | None) -> Reply:
    ids = ids_of(facts, query.other.people) if query.other else []
    if born is None or born.when is None or day is None:
        return missing(facts, "born", ids)
    least, most = born.when.age(day)
    if died := _dead_by(facts, ids, day):
        died_at = born.when.age(died)
        text = f"{names(facts, ids)} died {on(died)}, at the age of {_spread(*died_at)}"
        return unknown(text, claims=born.claims)
    told = _spread(least, most)
    text = (
        f"{names(facts, ids)} was {told} {'year' if told == '1' else 'years'} old on {on_day(day.latest)}"
        if day.days == 1
        else f"{names(facts, ids)} was {told} years old"
    )
    return Reply(
        {"years": [least, most]}, sentence(text), born.certainty, born.claims, (_step(facts, born),), tuple(ids)
    )


def _dead_by(facts: Facts, ids: list[str], day: Interval) -> Interval | None:
    """When one died, if that was surely before these days: nobody is 120 years old."""
    died = facts.died(ids[0]) if ids else None
    return died if died and died.before(day) is Certainty.CERTAIN else None


def _spread(least: int | None, most: int | None) -> str:
    """A number, or the least and the most it may be."""
    return f"{least}" if least == most else f"{least} or {most}" if most == (least or 0) + 1 else f"{least} to {most}"


def ages(facts: Facts, query: Query) -> list[tuple[str, Interval]]:
    """Those of the query's people whose birth is dated, each with it."""
    found = [each for who in query.who for each in people(facts, who)]
    told = [(each.id, next((day for event in facts.births(each.id) if (day := _when(event))), None)) for each in found]
    return [(id, day) for id, day in told if day]


def _when(event: object) -> Interval | None:
    from kg.query.calendar import event_time
    from kg.records import Event

    return event_time(event) if isinstance(event, Event) else None
