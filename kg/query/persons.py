"""Answers that are people, or how many."""

from collections.abc import Sequence
from datetime import date, timedelta

from kg.dates.english import on_day
from kg.dates.interval import Certainty, Interval
from kg.query.calendar import event_time
from kg.query.facts import Facts
from kg.query.query import Happening, Query, Who
from kg.query.reply import DENIALS, Reply, missing, unknown
from kg.query.select import (
    MOST,
    Found,
    Told,
    anchor,
    at_time,
    current,
    ids_of,
    is_parted,
    mentions,
    merged,
    nth_of,
    occurrences,
    people,
    stretch,
)
from kg.query.select import told as event_told
from kg.query.span import Span
from kg.query.wording import happened, held, known, listed, names, on, sentence, since
from kg.records import Status


def who(query: Query, facts: Facts) -> Reply:
    """The people that a relation or a happening names, at the moments asked for."""
    at = days_asked(query, facts)
    if query.who and query.happening:
        if query.happening.type != "born":
            return _to_whom(query, facts, query.happening, at)
        return _born_then(query, facts, query.who[0], at)
    if query.happening:
        return _taking_part(query, facts, query.happening, at)
    asked = query.who[0]
    found = people(facts, asked, at, every=query.kind in ("who_in", "count") and at is None)
    owner = ids_of(facts, asked.of)
    if not found:
        return unknown(
            _nobody(facts, asked, owner, query), steps=(f"looked for {asked.relation} of {names(facts, owner)}: none",)
        )
    return _told(query, facts, asked.relation, owner, found)


def _born_then(query: Query, facts: Facts, child: Who, at: Interval | None) -> Reply:
    """Which children were born in the days asked for: surely, or else perhaps."""
    owner = ids_of(facts, child.of)
    found = people(facts, child, every=True)
    days = {each.id: [day for event in facts.births(each.id) if (day := event_time(event))] for each in found}
    inside = [each for each in found if at is None or any(at.contains(day) for day in days[each.id])]
    perhaps = [each for each in found if at and any(day & at for day in days[each.id])]
    chosen = inside or perhaps
    if not chosen:
        return unknown(_nobody(facts, child, owner, query), steps=(f"looked for children of {names(facts, owner)}",))
    order = sorted(chosen, key=lambda each: days[each.id][0].earliest or date.min if days[each.id] else date.max)
    return _told(query, facts, child.relation, owner, order)


def _to_whom(query: Query, facts: Facts, happening: Happening, at: Interval | None) -> Reply:
    """Which of several it befell: "which of her sons married Ada?" """
    asked, owner = query.who[0], ids_of(facts, query.who[0].of)
    at = at if query.moments or happening.kind == "state" else None  # "which of them are adopted": whenever it was
    those = people(facts, asked, every=True)
    others = happening.model_copy(update={"nth": 0})
    placed = []
    for each in those:
        told = others.model_copy(update={"people": (Who(name=each.id), *happening.people)})
        if days := _when_told(facts, told, at):
            placed.append((days[0], Found(each.id, each.certainty, each.claims + days[0].claims)))
    placed.sort(key=lambda pair: (pair[0].when and (pair[0].when.earliest or pair[0].when.latest)) or date.max)
    found = [each for _, each in placed]
    found = nth_of(found, happening.nth) if happening.nth else found
    if not found:
        return unknown(f"of none of them it is told: {names(facts, [each.id for each in those])}")
    return _told(query, facts, asked.relation, owner, found)


def _when_told(facts: Facts, happening: Happening, at: Interval | None) -> list[Told]:
    """The occurrences that may lie in the days asked for; of a state those that may have held then."""
    if happening.kind == "state":
        spans = facts.spans(ids_of(facts, happening.people), [happening.type])
        held_then = [span for span in spans if at is None or (span.holds(at) is not _NO and span.has_begun(at))]
        return [Told(span.type, span.people, span.start, span.status, span.claims) for span in held_then]
    return [each for each in occurrences(facts, happening) if at is None or each.when is None or each.when & at]


_NO = Certainty.CONTRADICTED


def days_asked(query: Query, facts: Facts) -> Interval | None:
    """The days asked about: all moments together, or those of now for a question in the present."""
    if between := inside(query, facts):
        return between
    days = [each for moment in query.moments if (each := stretch(facts, moment))]
    if not days:
        return Interval.day(facts.newest) if query.kind == "present" and facts.newest else None
    at = days[0]
    for day in days[1:]:
        at = at & day or at
    return at


def inside(query: Query, facts: Facts) -> Interval | None:
    """The days strictly between two happenings; None where there are none, or other moments are asked for."""
    ends = {each.relation: anchor(facts, each) for each in query.moments if each.happening}
    after, before = ends.get("after"), ends.get("before")
    if not (after and before and after.latest and before.earliest and after.latest < before.earliest):
        return None
    first, last = after.latest + timedelta(1), before.earliest - timedelta(1)
    return Interval(first, last) if first <= last else None


def _told(query: Query, facts: Facts, relation: str, owner: Sequence[str], found: list[Found]) -> Reply:
    left_out = ids_of(facts, query.without)
    kept = [each for each in found if each.id not in left_out]
    if not kept:
        return unknown(f"nobody else is recorded: {listed([held(facts, each.span) for each in found if each.span])}")
    found, rumoured = _told_apart(kept)
    named = [each for each in found if not facts.people[each.id].unnamed]
    nameless = [each for each in found if named and each not in named]
    found = named or found
    ids = [each.id for each in found]
    spans = [each.span for each in found if each.span]
    sure = Certainty.CERTAIN if all(each.certainty is Certainty.CERTAIN for each in found) else Certainty.POSSIBLE
    if any(span.status is not Status.ASSERTED for span in spans):
        sure = Certainty.POSSIBLE
    extra = [f"{facts.people[each.id].name} {_times_held(facts, each)}".strip() for each in found]
    extra = list(dict.fromkeys(extra))  # "father of Ada" of several documents
    whose = f"{names(facts, owner)}'s {relation}: " if owner and relation else ""
    whose = f"by rumour only: {whose}" if spans and all(span.status is Status.RUMOURED for span in spans) else whose
    text = f"{_as_of_now(query, facts)}{whose}{listed(extra)}"
    text += f"; unnamed also {_each_once(facts, nameless)}" if nameless else ""
    text += f"; by rumour also {names(facts, [each.id for each in rumoured])}" if rumoured else ""
    text += " (no end is recorded)" if sure is Certainty.POSSIBLE and any(span.end is None for span in spans) else ""
    text += ", as far as is known" if sure is Certainty.POSSIBLE and not spans else ""
    steps = tuple(held(facts, span) for span in spans) or (f"{relation} of {names(facts, owner)}",)
    claims = tuple(claim for each in found for claim in each.claims)
    return Reply({"people": [facts.people[id].name for id in ids]}, sentence(text), sure, claims, steps, tuple(ids))


def _each_once(facts: Facts, found: Sequence[Found]) -> str:
    """The names, each once: of several documents "first child of Ada" may be one or many."""
    return listed(list(dict.fromkeys(facts.people[each.id].name for each in found)))


def _told_apart(found: list[Found]) -> tuple[list[Found], list[Found]]:
    """Those whom sources vouch for, and those of rumours alone; where there are only rumours, they are the first."""
    rumoured = [each for each in found if each.span and each.span.status is Status.RUMOURED]
    vouched = [each for each in found if each not in rumoured]
    return (vouched, rumoured) if vouched else (found, [])


def _times_held(facts: Facts, found: Found) -> str:
    """When they were a couple, stint by stint; empty where no relation between them is what was asked for."""
    return " and ".join(_time(facts, span) for span in (found.span, *found.again) if span)


def _time(facts: Facts, span: Span) -> str:
    """When somebody was a partner; of one who is only told as a former one, since when that."""
    if span.type in facts.lexicon.together or span.type == "living_together":
        return since(span)
    return f"({facts.ontology.states[span.type].label} {since(span)})"


def _as_of_now(query: Query, facts: Facts) -> str:
    return (
        f"as of {on_day(facts.newest)}, the newest document, "
        if query.kind == "present" and facts.newest and not query.moments
        else ""
    )


def _nobody(facts: Facts, asked: Who, owner: Sequence[str], query: Query) -> str:
    relation = facts.lexicon.relation(asked.relation)
    time = next((f" {on(moment.when)}" for moment in query.moments if moment.when), "")
    text = f"no {asked.relation} of {names(facts, owner) or 'anybody'} is recorded{time}"
    spans = (
        [span for id in owner for span in facts.spans([id], relation.partners)]
        if relation and relation.partners
        else []
    )
    return f"{text}; {'; '.join(held(facts, span) for span in spans[:2])}" if spans else text


def _taking_part(query: Query, facts: Facts, happening: Happening, at: Interval | None) -> Reply:
    """The others of a happening: "Who did Ada marry?", "Who was Ada dating in 2016?" """
    ids = ids_of(facts, happening.people)
    event = facts.ontology.events.get(happening.type)
    if query.kind == "present" and not happening.people and at and not happening.status:
        return _couples(facts, event.opens[0] if event and event.opens else happening.type, at)
    if happening.kind == "event" and not happening.people and not happening.nth:
        return _anybody(facts, happening, None if query.kind == "present" and happening.status else at)
    if happening.kind == "event":
        told = occurrences(facts, happening)
        at = None if happening.status is Status.PLANNED and query.kind == "present" else at
        if at is None and told and happening.status is Status.PLANNED:
            return _others(facts, ids, told)
        inside = [each for each in told if at is None or (each.when and each.when.during(at) is Certainty.CERTAIN)]
        found = inside or [each for each in told if at and each.when and each.when & at]
        if found:
            return _others(facts, ids, found)
        if happening.status:
            return unknown(
                f"no {happening.status.value} {event.noun if event else ''} of {names(facts, ids)} is recorded"
            )
        opened = facts.ontology.events[happening.type].opens if happening.type in facts.ontology.events else ()
        types: Sequence[str] = opened
    else:
        types = [
            name for name in facts.ontology.states if name == happening.type or _implies(facts, name, happening.type)
        ]
    spans = facts.spans(ids[:1], types) if ids else []
    exact = [span for span in spans if span.type == happening.type] or spans
    pool = exact if at and ids and at_time(ids[0], exact, at) else spans
    named = {id for id in _in_conditions(query, facts) if id not in ids}
    partners = [each for each in _held(query, facts, ids, pool, at) if each.id not in named]
    if partners:
        return _told(query, facts, "", (), partners)
    return (
        missing(facts, happening.type, ids, detail=happening.detail)
        if not spans
        else unknown(f"nobody is recorded then; {'; '.join(held(facts, span) for span in spans[:2])}")
    )


def _couples(facts: Facts, type: str, at: Interval) -> Reply:
    """Who of all people is in a state on these days: those who surely are, and those of whom no end is told."""
    spans = [span for span in facts.spans((), (type,)) if span.status is not Status.RUMOURED]
    spans = [span for span in spans if not any(facts.people[id].unnamed for id in span.people)]
    is_sure = [span.holds(at) is Certainty.CERTAIN for span in spans]
    certain = [span for span, sure in zip(spans, is_sure, strict=True) if sure]
    others = [span for span, sure in zip(spans, is_sure, strict=True) if not sure]
    found = [*certain, *(span for span in others if _may_go_on(span, at))]
    if not found or len(found) > MOST:
        return unknown(f"{len(found)} such couples are recorded; say who, or when" if found else "none is recorded so")
    sure = Certainty.CERTAIN if len(found) == len(certain) else Certainty.POSSIBLE
    texts = tuple(held(facts, span) for span in found)
    ids = tuple(dict.fromkeys(id for span in found for id in span.people))
    text = "; ".join(texts) + (" (no end is recorded)" if sure is Certainty.POSSIBLE else "")
    claims = tuple(claim for span in found for claim in span.claims)
    return Reply({"people": [facts.people[id].name for id in ids]}, sentence(text), sure, claims, texts, ids)


def _may_go_on(span: Span, at: Interval) -> bool:
    """Whether a relation of which no end is told may hold on these days: not if the two must be dead by then."""
    last = span.core.latest if span.core and span.end is None else None
    return last is not None and span.has_begun(at) and not (at.earliest and at.earliest - last > _LONGEST)


_LONGEST = timedelta(90 * 365)  # marriages known


def _in_conditions(query: Query, facts: Facts) -> list[str]:
    """Whom a condition names with the one asked about: "whom did she marry before she married Bob?" is not Bob."""
    told = [moment.happening for moment in query.moments if moment.relation != "at" and moment.happening]
    return [id for happening in told if len(happening.people) > 1 for id in ids_of(facts, happening.people)]


def _anybody(facts: Facts, happening: Happening, at: Interval | None) -> Reply:
    """Who it befell, of all people: those who surely lie in the days asked for, or else those who may."""
    events = facts.anybody(happening.type, at, status=happening.status)
    if len(events) > MOST:
        noun = facts.ontology.events[happening.type].noun
        return unknown(f"{len(events)} times a {noun} is recorded; say whose, or when")
    found = [event_told(event) for event in events]
    if happening.detail:
        found = [each for each in found if each.event and mentions(each.event, happening.detail)]
    sure = [each for each in found if at is None or (each.when and each.when.during(at) is Certainty.CERTAIN)]
    return _others(facts, (), sure or found) if found else missing(facts, happening.type, (), detail=happening.detail)


def _held(query: Query, facts: Facts, ids: list[str], spans: list[Span], at: Interval | None) -> list[Found]:
    if not ids:
        return []
    if at:
        types = [query.happening.type] if query.happening else []
        found = at_time(ids[0], spans, at)
        found = [each for each in found if not (each.span and is_parted(facts, each.span, types, at))]
    elif query.kind == "present":
        found = current(facts, ids[0], spans)
    else:
        found = [
            Found(next(each for each in span.people if each != ids[0]), Certainty.CERTAIN, span.claims, span)
            for span in spans
        ]
    partners = merged([found])
    return nth_of(partners, query.happening.nth) if query.happening and query.happening.nth else partners


def _implies(facts: Facts, state: str, other: str) -> bool:
    return any(each == other or _implies(facts, each, other) for each in facts.ontology.states[state].implies)


def _others(facts: Facts, ids: Sequence[str], found: list[Told]) -> Reply:
    others = list(dict.fromkeys(id for each in found for id in _principals(each) if id not in ids))
    others = others or list(dict.fromkeys(id for each in found for id in each.people if id not in ids))
    if not others:
        return unknown(f"{happened(facts, found[0])}; nobody else is told", claims=found[0].claims)
    text = "; ".join(f"{'denied: ' if each.status in DENIALS else ''}{happened(facts, each)}" for each in found[:4])
    sure = Certainty.CERTAIN if all(each.certainty is Certainty.CERTAIN for each in found) else Certainty.POSSIBLE
    claims = tuple(claim for each in found for claim in each.claims)
    steps = tuple(happened(facts, each) for each in found)
    return Reply(
        {"people": [facts.people[id].name for id in others]}, sentence(text), sure, claims, steps, tuple(others)
    )


def _principals(told: Told) -> list[str]:
    """Those whom "who had a child" asks for: the parents, not the child; of a loss, who was left."""
    for role in ("parent", "survivor"):
        if told.event and (found := [member.id for member in told.event.people if member.role == role]):
            return found
    return list(told.people)


def turn(query: Query, facts: Facts) -> Reply:
    """Who came before or after somebody in a relation: "Who was she with before Bob?" """
    asked, moment = query.who[0], query.moments[0]
    owner = ids_of(facts, asked.of)
    other = ids_of(facts, (moment.who,) if moment.who else ())
    found = [each for each in people(facts, asked.model_copy(update={"nth": 0}), every=True) if each.id not in owner]
    found += [each for each in _past(facts, asked, owner) if each.id not in {known.id for known in found}]
    mark = next((each.span for each in found if each.id in other and each.span), None) or _tie(facts, owner, other)
    rest = [each for each in found if each.id not in other and each.span]
    if mark is None:
        return unknown(f"{names(facts, other)} is not recorded as {asked.relation} of {names(facts, owner)}")
    placed = [each for each in rest if each.span and _is_before(each.span, mark) == (moment.relation == "before")]
    if not placed:
        return unknown(f"nobody is recorded {moment.relation} {names(facts, other)}; {known(facts, [*owner, *other])}")
    placed, _ = _told_apart(placed)
    placed = [each for each in placed if not facts.people[each.id].unnamed] or placed
    chosen = placed[-1] if moment.relation == "before" else placed[0]
    if facts.people[chosen.id].unnamed and chosen.span:  # "his ex" may be somebody who is named elsewhere
        return unknown(f"no name is told: {held(facts, chosen.span)}", claims=chosen.span.claims)
    return _told(query, facts, asked.relation, owner, [chosen])


def _tie(facts: Facts, owner: Sequence[str], other: Sequence[str]) -> Span | None:
    """The first relation of any kind between two people: before his fiancée he had a wife."""
    spans = facts.spans([*owner, *other], facts.lexicon.together) if owner and other else []
    return spans[0] if spans else None


def _past(facts: Facts, asked: Who, owner: Sequence[str]) -> list[Found]:
    """Former partners whose time is not told: "ex-husband"."""
    past = asked.model_copy(update={"relation": f"ex-{asked.relation}", "nth": 0})
    relation = facts.lexicon.relation(past.relation)
    return people(facts, past, every=True) if relation and relation.partners and owner else []


def _is_before(span: Span, mark: Span) -> bool:
    """Whether a span comes first, as far as bounds tell; one only told as past comes before one that goes on."""
    if span.type in ("divorced", "separated") or (span.start is None and span.end):
        return True
    if span.end and mark.start and not (mark.end and span.start and mark.end.before(span.start) is Certainty.CERTAIN):
        return span.end.before(mark.start) is not Certainty.CONTRADICTED
    return span.order < mark.order
