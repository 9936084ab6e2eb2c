"""What one source alone says, and in what the sources disagree."""

import re
from collections.abc import Iterable, Sequence

from kg.dates.english import on_day, words
from kg.dates.interval import Certainty
from kg.query.facts import Facts
from kg.query.people import folded
from kg.query.query import Query
from kg.query.reply import Reply, unknown
from kg.query.select import ids_of, occurrences, told
from kg.query.wording import happened, held, names, sentence, some
from kg.records import Claim, Document, Event, Rival, State

_BY_SOURCE = re.compile(
    r"(?:^|,? )according to (?:the (?:article|document|file|paper) )?[\"“'‘]?(.+?)[\"”'’]?(?:, ?| ?\?|$)", re.IGNORECASE
)
_MOST = 6  # disagreements that one answer tells


def by_source(text: str, facts: Facts) -> tuple[str, tuple[str, ...]]:
    """A question without "according to letters.txt", and the ids of the documents that are so called."""
    found = _BY_SOURCE.search(text)
    if found is None:
        return text, ()
    wanted = folded(found[1])
    ids = tuple(each.id for each in facts.timeline.documents if wanted in map(folded, _called(each)))
    rest = f"{text[: found.start()]} {text[found.end() :]}".strip()
    return (rest, ids) if ids and rest else (text, ())


def _called(document: Document) -> Iterable[str]:
    name = document.source.replace("\\", "/").rsplit("/", 1)[-1]
    return filter(None, (document.title, document.publisher, document.source, name, name.rpartition(".")[0]))


def disagreements(query: Query, facts: Facts) -> Reply:
    """The days on which sources disagree, of the people of a question or of all, with who says what."""
    ids = ids_of(facts, query.who)
    found = _disputed(facts, ids)
    if query.happening:  # of the first wedding, not of the second
        meant = {each.event.id for each in occurrences(facts, query.happening) if each.event}
        is_state = query.happening.kind == "state"
        found = [each for each in found if each.id in meant or (is_state and each.type == query.happening.type)]
    if not found:
        whose = f" of {names(facts, ids)}" if ids else ""
        return unknown(f"no disagreement of the sources{whose} is recorded")
    texts = tuple(_told(facts, each) for each in found[:_MOST])
    more = f"; and {len(found) - _MOST} more: see `kg conflicts`" if len(found) > _MOST else ""
    says = "; ".join(texts) + more
    claims = tuple(claim for each in found[:_MOST] for claim in each.claims)
    return Reply({"says": says}, sentence(says), Certainty.CERTAIN, claims, texts, tuple(ids))


def said(query: Query, facts: Facts) -> tuple[Claim, ...]:
    """What is told in the words of the first of the people, about the others and the kind of happening, if given."""
    speaker, *others = (ids_of(facts, (who,)) for who in query.who)
    names_of = {name.casefold() for id in speaker for name in (facts.people[id].name, *facts.people[id].aliases)}
    ids = [id for each in others for id in each] or speaker
    told_of: list[Event | State] = [*facts.events(ids), *facts.states(ids)]
    types = {query.happening.type} if query.happening else set()
    claims = [claim for each in told_of for claim in each.claims if not types or claim.type in types]
    found = [claim for claim in claims if claim.said_by and claim.said_by.casefold() in names_of]
    return tuple({claim.id: claim for claim in found}.values())


def _disputed(facts: Facts, ids: Sequence[str]) -> list[Event | State]:
    if ids:
        told_of: list[Event | State] = [*facts.events(ids), *facts.states(ids)]
        return [each for each in told_of if each.rivals]
    known = {id for conflict in facts.timeline.conflicts for id in conflict.events}
    events = [each for each in facts.timeline.events if each.id in known and each.rivals]
    return [*events, *(each for each in facts.timeline.states if each.id in known and each.rivals)]


def _told(facts: Facts, fact: Event | State) -> str:
    text = happened(facts, told(fact)) if isinstance(fact, Event) else held(facts, facts.span(fact))
    others = {document for rival in fact.rivals for document in rival.documents}
    own = _sources(facts, [claim for claim in fact.claims if claim.document not in others])
    return f"{text}{own}, but {' and '.join(_rival(facts, fact, each) for each in fact.rivals)}"


def _has_day(claim: Claim) -> bool:
    return bool(claim.when or claim.start or claim.end)


def _rival(facts: Facts, fact: Event | State, rival: Rival) -> str:
    when = f"until {some(rival.when)}" if rival.when.is_open else words(rival.when)
    claims = [claim for claim in fact.claims if claim.document in rival.documents]
    return f"others say {when}{_sources(facts, [each for each in claims if _agrees(each, rival)])}"


def _agrees(claim: Claim, rival: Rival) -> bool:
    days = [day for day in (claim.when, claim.start, claim.end) if day]
    return any(day & rival.when for day in days)


def _sources(facts: Facts, claims: Iterable[Claim]) -> str:
    """Who says so, in which words of time."""
    told_by: dict[str, str] = {}
    for claim in filter(_has_day, claims):
        if document := facts.document(claim.document):
            told_by[_name(document)] = told_by.get(_name(document)) or claim.when_text
    told = [f"{name}: “{words}”" if words else name for name, words in sorted(told_by.items())]
    return f" ({'; '.join(told[:3])}{'; and others' if len(told) > 3 else ''})" if told else ""


def _name(document: Document) -> str:
    name = document.publisher or document.title or document.source
    return f"{name}, {on_day(document.published)}" if document.published else name
