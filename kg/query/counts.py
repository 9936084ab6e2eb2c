"""Answers that say how many there are, of people or of happenings."""

from kg.dates.interval import Certainty, Interval
from kg.query.calendar import event_time
from kg.query.facts import Facts
from kg.query.persons import days_asked
from kg.query.query import Happening, Query, Who
from kg.query.reply import Reply, missing, unknown
from kg.query.select import Found, Told, ids_of, mentions, occurrences, people
from kg.query.select import told as event_told
from kg.query.span import Span
from kg.query.wording import happened, held, names, number, sentence
from kg.records import Status


def count(query: Query, facts: Facts) -> Reply:
    """How many people or events."""
    at = days_asked(query, facts)
    if query.happening:
        return _times(facts, query.happening, at)
    asked = query.who[0]
    owner = ids_of(facts, asked.of)
    found = _distinct(facts, people(facts, asked, every=True), asked)
    if at and at.latest:
        found = [each for each in found if not _is_born_after(facts, each.id, at)]
    if not found:
        return unknown(f"no {asked.relation} of {names(facts, owner)} is recorded")
    ids = [each.id for each in found]
    text = f"{number(len(ids))} {asked.relation if len(ids) != 1 else 'recorded'}: {names(facts, ids)}"
    claims = tuple(claim for each in found for claim in each.claims)
    return Reply(
        {"count": len(ids)},
        sentence(text),
        Certainty.CERTAIN,
        claims,
        (f"counted {asked.relation} of {names(facts, owner)}",),
        tuple(ids),
    )


def _distinct(facts: Facts, found: list[Found], asked: Who) -> list[Found]:
    """Without children whom no source names and who may well be one that another does: "the baby of Ada"."""
    relation = facts.lexicon.relation(asked.relation)
    if relation is None or relation.kin != "child":
        return found
    named = [each for each in found if not facts.people[each.id].unnamed]
    genders = {facts.gender(each.id) for each in named}
    described = {facts.people[each.id].name: each for each in found if each not in named}
    told = {id: facts.gender(each.id) for id, each in described.items()}
    new = [each for id, each in described.items() if named and told[id] and not genders & {"", told[id]}]
    return named + (new if named else list(described.values()))


def _is_born_after(facts: Facts, id: str, at: Interval) -> bool:
    days = [day for event in facts.births(id) if (day := event_time(event))]
    return bool(days and days[0].earliest and at.latest and days[0].earliest > at.latest)


def _times(facts: Facts, happening: Happening, at: Interval | None) -> Reply:
    ids = ids_of(facts, happening.people)
    if not happening.people:
        return _times_of_anybody(facts, happening, at)
    upto = Interval(None, at.latest) if at else None
    found = [each for each in occurrences(facts, happening) if upto is None or each.when is None or each.when & upto]
    others = _other_spans(facts, happening, ids, found) if upto is None else []
    if not found and not others:
        return missing(facts, happening.type, ids)
    steps = (*(happened(facts, each) for each in found), *(held(facts, span) for span in others))
    count = sum(facts.heads(each.people) for each in found) + len({frozenset(span.people) for span in others})
    least = "at least " if count > len(found) else ""  # relations may have begun more than once
    text = f"{least}{number(count)} {'time' if count == 1 else 'times'}: {'; '.join(steps)}"
    claims = tuple(claim for each in found for claim in each.claims)
    claims += tuple(claim for span in others for claim in span.claims)
    sure = Certainty.POSSIBLE if least else Certainty.CERTAIN
    return Reply({"count": count}, sentence(text), sure, claims, steps)


def _other_spans(facts: Facts, happening: Happening, ids: list[str], found: list[Told]) -> list[Span]:
    """Relations of one person of which no beginning is told: who has an ex-husband was married to him, too."""
    event = facts.ontology.events.get(happening.type)
    if event is None or not event.opens or len(ids) != 1 or happening.detail or happening.status:
        return []
    told = {id for each in found for id in each.people} - set(ids)
    spans = facts.spans(ids, event.opens[:1]) if happening.type in ("married", "engaged") else []
    spans = [*(facts.left(ids[0], spans) if happening.type == "married" else ()), *spans]
    spans = [span for span in spans if span.status is not Status.RUMOURED and not told & set(span.people)]
    return list({frozenset(span.people): span for span in spans}.values())


def _times_of_anybody(facts: Facts, happening: Happening, at: Interval | None) -> Reply:
    """How many there were of all people; a few of them are told."""
    found = facts.anybody(happening.type, at, status=happening.status)
    if happening.detail:
        found = [event for event in found if mentions(event, happening.detail)]
    if not found:
        return missing(facts, happening.type, (), detail=happening.detail)
    texts = [happened(facts, event_told(event)) for event in found[:_FEW]]
    more = f"; and {len(found) - _FEW} more" if len(found) > _FEW else ""
    text = f"{number(len(found))} {'time' if len(found) == 1 else 'times'}: {'; '.join(texts)}{more}"
    claims = tuple(claim for event in found[:_FEW] for claim in event.claims)
    return Reply({"count": len(found)}, sentence(text), Certainty.CERTAIN, claims, tuple(texts))


_FEW = 10
