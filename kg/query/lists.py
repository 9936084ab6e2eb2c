"""Answers that are several events, a gap between partners, or who says so."""

from datetime import date, timedelta

from kg.dates.english import on_day
from kg.dates.interval import Certainty, Interval
from kg.query.calendar import event_time, told_days
from kg.query.facts import Facts, is_dated
from kg.query.persons import days_asked, inside
from kg.query.query import Query
from kg.query.reply import Reply, missing, unknown
from kg.query.select import MOST, ids_of, mentions, occurrences, told, within
from kg.query.sources import disagreements, said
from kg.query.span import Span
from kg.query.wording import happened, held, known, listed, names, on, sentence
from kg.records import Basis, Claim, Document, Event, Status


def events(query: Query, facts: Facts) -> Reply:
    """What happened, in order; events without a date follow in the text alone."""
    ids = ids_of(facts, query.who)
    if not query.who:
        return _of_anybody(query, facts)
    found = [each for each in _told(facts, ids) if not query.types or each.type in query.types]
    found = _distinct(facts, [each for each in found if mentions(each, query.detail)])
    sure, perhaps = within(facts, [each for each in found if is_dated(each)], query.moments)
    dated = sure or perhaps
    undated = [each for each in found if not is_dated(each)] if not query.moments else []
    if not dated and not undated:
        return _none(query, facts, ids)
    texts = [_told_as(facts, each, ids) for each in (*dated, *undated)]
    value = [[each.type, when.edtf] for each in dated for when in told_days(each)]
    claims = tuple(claim for each in (*dated, *undated) for claim in each.claims)
    certainty = (
        Certainty.CERTAIN if sure and all(each.status is Status.ASSERTED for each in sure) else Certainty.POSSIBLE
    )
    first = f"by {on_day(query.as_of)} it was known: " if query.as_of else ""
    return Reply({"events": value}, sentence(first + "; ".join(texts)), certainty, claims, tuple(texts), tuple(ids))


def _of_anybody(query: Query, facts: Facts) -> Reply:
    """What happened to whomever in the days or at the place asked for; what only may have, where nothing surely did."""
    at = days_asked(query, facts)
    types = query.types or tuple(facts.ontology.events)
    is_narrow = at or query.types or query.detail
    events = [event for type in types for event in facts.anybody(type, at)] if is_narrow else []
    sure, perhaps = within(facts, [each for each in events if mentions(each, query.detail)], query.moments)
    found = sorted(sure or filter(_is_dated_closely, perhaps), key=facts.order)
    if not found or len(found) > MOST:
        where = f"for {query.detail!r}" if query.detail else "then"
        return unknown(
            f"{len(found)} events are recorded {where}; say of whom" if found else f"nothing is recorded {where}"
        )
    texts = [happened(facts, told(event)) for event in found]
    value = [[event.type, when.edtf] for event in found if (when := event_time(event))]
    claims = tuple(claim for event in found for claim in event.claims)
    certainty = Certainty.CERTAIN if sure else Certainty.POSSIBLE
    return Reply(
        {"events": value}, sentence(("" if sure else "perhaps: ") + "; ".join(texts)), certainty, claims, tuple(texts)
    )


def _is_dated_closely(event: Event) -> bool:
    """Whether its days are few: what lies between a birth and a death says nothing of any year."""
    when = event_time(event)
    return when is not None and when.days is not None and when.days <= _FEW_YEARS


def _told(facts: Facts, ids: list[str]) -> list[Event]:
    """The events of all of them together; of three and more people, those of any two."""
    if len(ids) < 3:
        return facts.events(ids)
    shared = [event for i, one in enumerate(ids) for other in ids[i + 1 :] for event in facts.events([one, other])]
    return list({event.id: event for event in shared}.values())


def _distinct(facts: Facts, events: list[Event]) -> list[Event]:
    """Without what only follows from another of them: they are together again where they were reconciled."""
    types = facts.ontology.events

    def follows(event: Event) -> bool:
        same = [
            each for each in events if each is not event and each.when == event.when and each.basis is not event.basis
        ]
        return event.basis is Basis.INFERRED and any(
            set(types[each.type].opens) & set(types[event.type].opens) for each in same
        )

    return [event for event in events if not follows(event)]


def _told_as(facts: Facts, event: Event, ids: list[str]) -> str:
    text = happened(facts, told(event, ids))
    return text if event.status is Status.ASSERTED else f"{event.status.value}: {text}"


def _none(query: Query, facts: Facts, ids: list[str]) -> Reply:
    time = next((f" {on(moment.when)}" for moment in query.moments if moment.when), "")
    nearest = known(facts, ids)
    text = f"nothing is recorded of {names(facts, ids)}{time}"
    text += f" for {query.detail!r}" if query.detail else ""
    return unknown(f"{text}; {nearest}" if nearest else text)


def gap(query: Query, facts: Facts) -> Reply:
    """Whether nobody (or somebody) is told to have been a partner, or a spouse, at the moments asked for."""
    ids = ids_of(facts, query.who)
    at = days_asked(query, facts) or Interval(facts.newest, facts.newest)
    spans = facts.spans(ids, [query.happening.type] if query.happening else facts.lexicon.together)
    spans = [span for span in spans if span.status is not Status.RUMOURED]
    asks_single = query.relation != "after"
    named = {
        id
        for moment in query.moments
        if moment.relation != "at" and moment.happening
        for id in ids_of(facts, moment.happening.people)
    } - set(ids)
    spans = [span for span in spans if asks_single or not named & set(span.people)]  # "a wife before Ada" is not Ada
    asks_single = query.relation != "after"
    if any(moment.happening for moment in query.moments) and asks_single and not inside(query, facts):
        return _no_gap(facts, spans)
    sure = [span for span in spans if span.holds(at) is Certainty.CERTAIN]
    free = _free(spans, at) if query.relation == "either" else None
    if sure and not free:
        text = listed([held(facts, span) for span in sure])
        claims = tuple(claim for span in sure for claim in span.claims)
        yes = f"{'no' if asks_single else 'yes'}: {text}"
        return Reply({"yes": not asks_single}, sentence(yes), Certainty.CERTAIN, claims, (text,))
    possible = [span for span in spans if span.holds(at) is Certainty.POSSIBLE and _is_placed(span)]
    possible = [span for span in possible if not _is_followed(span, spans, at)]
    if possible and not sure and not query.moments and all(span.end is None for span in possible):
        told = f"{listed([held(facts, span) for span in possible])}, and no end is recorded"
        claims = tuple(claim for span in possible for claim in span.claims)
        yes = f"{'no' if asks_single else 'yes'}, as far as is known: {told}"
        return Reply({"yes": not asks_single}, sentence(yes), Certainty.POSSIBLE, claims, (told,))
    if possible and not sure:
        text = f"perhaps: {listed([held(facts, span) for span in possible])}"
        return Reply({"yes": None}, sentence(text), Certainty.POSSIBLE, possible[0].claims, (text,))
    nearest = "; ".join(held(facts, span) for span in spans[:3])
    text = f"no partner of {names(facts, ids)} is recorded then{'; ' + nearest if nearest else ''}"
    if free:
        return _alone(spans, asks_single, f"from {on_day(free.earliest)} to {on_day(free.latest)} {text}")
    if any(span.is_past(at) for span in spans):
        return _alone(spans, asks_single, text)
    return Reply({"yes": None}, sentence(text), Certainty.UNKNOWN, (), (text,))


def _no_gap(facts: Facts, spans: list[Span]) -> Reply:
    text = "; ".join(held(facts, span) for span in spans) or "nothing of the kind is recorded"
    return unknown(f"no days between are told: {text}", claims=tuple(claim for span in spans for claim in span.claims))


def _is_placed(span: Span) -> bool:
    """Whether a source places it in time: one that only lies between birth and death says nothing of any day."""
    return bool(span.attested or (span.start and (days := span.start.days) and days <= _FEW_YEARS))


_FEW_YEARS = 1096


def _is_followed(span: Span, spans: list[Span], at: Interval) -> bool:
    """Whether a wedding to somebody else came after it and before the days asked for: it had ended, told or not."""
    others = [each for each in spans if each.type == "married" and set(each.people) != set(span.people)]
    days = [each.start for each in others if each.start and each.start.before(at) is Certainty.CERTAIN]
    return span.start is not None and any(span.start.before(day) is Certainty.CERTAIN for day in days)


def _free(spans: list[Span], at: Interval) -> Interval | None:
    """Days of a stretch on which no relation can have held: at some time between 1950 and 1953."""
    if at.earliest is None or at.latest is None:
        return None
    busy = sorted((span.reach.earliest or date.min, span.reach.latest or date.max) for span in spans)
    day = at.earliest
    for first, last in busy:
        if first > day:
            break
        day = max(day, last + timedelta(1)) if last < date.max else date.max
    end = min([first - timedelta(1) for first, _ in busy if first > day] + [at.latest])
    return Interval(day, end) if day <= end else None


def _alone(spans: list[Span], asks_single: bool, text: str) -> Reply:
    """Nobody is recorded after one who was: as far as is known, nobody."""
    claims = tuple(claim for span in spans for claim in span.claims)
    told = f"{'yes' if asks_single else 'no'}, as far as is known: {text}"
    return Reply({"yes": asks_single}, sentence(told), Certainty.POSSIBLE, claims, (text,))


def evidence(query: Query, facts: Facts) -> Reply:
    """Who says so, with their words; or in what the sources disagree."""
    if query.asks == "disagreement":
        return disagreements(query, facts)
    if query.asks == "said":
        claims = said(query, facts)
        return (
            _said(facts, claims, "")
            if claims
            else unknown(f"nothing of the kind is told in the words of {names(facts, ids_of(facts, query.who[:1]))}")
        )
    if query.happening:
        found = occurrences(facts, query.happening)
        claims = tuple(claim for each in found for claim in each.claims)
        subject = happened(facts, found[0]) if found else ""
    else:
        ids = ids_of(facts, query.who)
        claims = tuple(claim for event in facts.events(ids) for claim in event.claims)
        subject = f"what is told of {names(facts, ids)}"
    if not claims and query.happening:
        return _by_state(query, facts)
    claims = _published_in(query, facts, claims)
    if not claims:
        return unknown("no source is recorded")
    return _said(facts, claims, subject)


def _published_in(query: Query, facts: Facts, claims: tuple[Claim, ...]) -> tuple[Claim, ...]:
    """Those of the documents of the day that the question names: "which words of the article of 3 May"; else all."""
    days = [moment.when for moment in query.moments if moment.when]
    dated = [(each, day) for each in claims if (day := facts.published_on(each))]
    inside = [each for each, day in dated if all(Interval.day(day) & at for at in days)]
    return tuple(inside) if days and inside else claims


def _by_state(query: Query, facts: Facts) -> Reply:
    happening = query.happening
    if happening is None:
        return unknown("no source is recorded")
    ids = ids_of(facts, happening.people)
    opened = (
        facts.ontology.events[happening.type].opens if happening.type in facts.ontology.events else (happening.type,)
    )
    spans = facts.spans(ids, opened)
    claims = tuple(claim for span in spans for claim in span.claims)
    if not claims and (closed := facts.ontology.events.get(happening.type)):  # "his ex-girlfriend" tells of a parting
        spans = [span for span in facts.spans(ids, closed.closes) if any(claim.end for claim in span.claims)]
        claims = tuple(claim for span in spans for claim in span.claims if claim.end)
    claims = _published_in(query, facts, claims)
    return _said(facts, claims, held(facts, spans[0])) if claims else missing(facts, happening.type, ids)


def _said(facts: Facts, claims: tuple[Claim, ...], subject: str) -> Reply:
    documents = {document.id: document for document in facts.timeline.documents}
    unique = {claim.evidence: claim for claim in claims}
    ordered = sorted(unique.values(), key=lambda claim: (_day(documents, claim), claim.document, claim.evidence.start))
    told = [f"{_source(documents, claim)}: “{claim.evidence.quote}”" for claim in ordered]
    says = "; ".join(told[:3]) + (f"; and {len(told) - 3} more" if len(told) > 3 else "")
    text = f"{subject}: {says}" if subject else says
    return Reply({"says": says}, sentence(text), Certainty.CERTAIN, tuple(ordered), tuple(told))


def _day(documents: dict[str, Document], claim: Claim) -> str:
    document = documents.get(claim.document)
    return document.published.isoformat() if document and document.published else "9999"


def _source(documents: dict[str, Document], claim: Claim) -> str:
    document = documents.get(claim.document)
    if document is None:
        return claim.document
    name = document.publisher or document.title or document.source
    told = f"{name} ({on_day(document.published)})" if document.published else name
    said = f", {claim.status.value}" if claim.status is not Status.ASSERTED else ""
    by = f", by {claim.said_by}" if claim.said_by else ""
    return told + said + by
