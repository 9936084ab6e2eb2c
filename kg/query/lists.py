"""Answers that are several events, a gap between partners, or who says so."""

from kg.dates.english import on_day
from kg.dates.interval import Certainty, Interval
from kg.query.facts import Facts, event_time, is_dated
from kg.query.persons import days_asked
from kg.query.query import Query
from kg.query.reply import Reply, missing, unknown
from kg.query.select import ids_of, occurrences, told, within
from kg.query.wording import happened, held, known, listed, names, on, sentence
from kg.records import Basis, Claim, Document, Event, Status


def events(query: Query, facts: Facts) -> Reply:
    """What happened, in order; events without a date follow in the text alone."""
    ids = ids_of(facts, query.who)
    found = _distinct(facts, [each for each in _told(facts, ids) if not query.types or each.type in query.types])
    sure, perhaps = within(facts, [each for each in found if is_dated(each)], query.moments)
    dated = sure or perhaps
    undated = [each for each in found if not is_dated(each)] if not query.moments else []
    if not dated and not undated:
        return _none(query, facts, ids)
    texts = [_told_as(facts, each, ids) for each in (*dated, *undated)]
    value = [[each.type, when.edtf] for each in dated if (when := event_time(each))]
    claims = tuple(claim for each in (*dated, *undated) for claim in each.claims)
    certainty = (
        Certainty.CERTAIN if sure and all(each.status is Status.ASSERTED for each in sure) else Certainty.POSSIBLE
    )
    first = f"by {on_day(query.as_of)} it was known: " if query.as_of else ""
    return Reply({"events": value}, sentence(first + "; ".join(texts)), certainty, claims, tuple(texts), tuple(ids))


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
    return unknown(f"{text}; {nearest}" if nearest else text)


def gap(query: Query, facts: Facts) -> Reply:
    """Whether nobody (or somebody) is told to have been a partner at the moments asked for."""
    ids = ids_of(facts, query.who)
    at = days_asked(query, facts) or (Interval.day(facts.newest) if facts.newest else Interval())
    spans = facts.spans(ids, facts.lexicon.together)
    asks_single = query.relation == "before"
    sure = [span for span in spans if span.holds(at) is Certainty.CERTAIN]
    if sure:
        text = listed([held(facts, span) for span in sure])
        claims = tuple(claim for span in sure for claim in span.claims)
        return Reply(
            {"yes": not asks_single},
            sentence(f"{'no' if asks_single else 'yes'}: {text}"),
            Certainty.CERTAIN,
            claims,
            (text,),
        )
    possible = [span for span in spans if span.holds(at) is Certainty.POSSIBLE and span.start]
    if possible:
        text = f"perhaps: {listed([held(facts, span) for span in possible])}"
        return Reply({"yes": None}, sentence(text), Certainty.POSSIBLE, possible[0].claims, (text,))
    nearest = "; ".join(held(facts, span) for span in spans[:3])
    text = f"no partner of {names(facts, ids)} is recorded then{'; ' + nearest if nearest else ''}"
    return Reply({"yes": None}, sentence(text), Certainty.UNKNOWN, (), (text,))


def evidence(query: Query, facts: Facts) -> Reply:
    """Who says so, with their words."""
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
    if not claims:
        return unknown("no source is recorded")
    return _said(facts, claims, subject)


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
    return _said(facts, claims, held(facts, spans[0])) if claims else missing(facts, happening.type, ids)


def _said(facts: Facts, claims: tuple[Claim, ...], subject: str) -> Reply:
    documents = {document.id: document for document in facts.timeline.documents}
    unique = {claim.evidence: claim for claim in claims}
    ordered = sorted(unique.values(), key=lambda claim: (_day(documents, claim), claim.document, claim.evidence.start))
    told = [f"{_source(documents, claim)}: “{claim.evidence.quote}”" for claim in ordered]
    says = "; ".join(told[:3]) + (f"; and {len(told) - 3} more" if len(told) > 3 else "")
    return Reply({"says": says}, sentence(f"{subject}: {says}"), Certainty.CERTAIN, tuple(ordered), tuple(told))


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
