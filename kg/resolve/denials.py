"""What becomes of a rumour that is denied, of news that the people themselves deny, and of a plan that is given up.

A rumour or report stands no longer once it is denied. What sources assert stands against a denial, unless the people
themselves deny it later and have never told it; a conflict keeps both. The claims stay together in one event.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from datetime import date

from kg.ontology.schema import Ontology
from kg.records import Claim, Event, Status
from kg.resolve.told import Told, is_first_hand, opener_of

Published = Mapping[str, date | None]  # by document

_DENIED = (Status.DENIED, Status.NEGATED)


def settled(events: Iterable[Event], published: Published, ontology: Ontology) -> list[Event]:
    """The events, where denials have taken back what they deny and plans that were given up are called off."""
    groups: dict[tuple[str, ...], list[Event]] = defaultdict(list)
    for event in events:
        groups[tuple(sorted(member.id for member in event.people))].append(event)
    out: list[Event] = []
    for group in groups.values():
        kept = _without_denied(group, published)
        out += [_called_off(event, kept, published, ontology) for event in kept]
    return out


def undenied(told: Iterable[Told], events: Sequence[Event], ontology: Ontology) -> tuple[list[Told], list[Event]]:
    """The tellings of states without the doubtful ones whose beginning is denied and told by no event.

    What they tell of a rumour stays with the events that deny it.
    """
    tellings: dict[tuple[str, tuple[str, ...]], list[Event]] = defaultdict(list)
    for event in events:
        tellings[event.type, tuple(sorted(member.id for member in event.people))].append(event)
    kept: list[Told] = []
    doubted: dict[str, list[Claim]] = defaultdict(list)  # by the event that denies it
    for each in told:
        found = tellings.get((opener_of(each.type, ontology) or "", each.people), [])
        denial = next((event.id for event in found if event.status in _DENIED), None)
        if each.claim.status is Status.ASSERTED or denial is None or any(event.status.is_real for event in found):
            kept.append(each)
        elif each.claim.status.is_real:
            doubted[denial].append(each.claim)
    return kept, [_with(event, doubted[event.id]) if event.id in doubted else event for event in events]


def _with(event: Event, claims: Iterable[Claim]) -> Event:
    whole = {claim.id: claim for claim in (*event.claims, *claims)}
    return event.model_copy(update={"claims": tuple(whole[id] for id in sorted(whole))})


def may_be_one(event: Event, other: Event) -> bool:
    """Whether two tellings can be of one day."""
    return event.when is None or other.when is None or bool(event.when & other.when)


def _without_denied(events: Sequence[Event], published: Published) -> list[Event]:
    kept = list(events)
    for denial in (event for event in events if event.status in _DENIED):
        gone = [
            event
            for event in kept
            if event.type == denial.type
            and event.status.is_real
            and may_be_one(event, denial)
            and _is_taken_back(event, denial, published)
        ]
        if gone:
            claims = {claim.id: claim for each in (denial, *gone) for claim in each.claims}
            when = denial.when or next((each.when for each in gone if each.when), None)
            whole = denial.model_copy(update={"claims": tuple(claims[id] for id in sorted(claims)), "when": when})
            kept = [whole if event is denial else event for event in kept if event not in gone]
    return kept


def _is_taken_back(event: Event, denial: Event, published: Published) -> bool:
    told = [claim for claim in event.claims if claim.status is Status.ASSERTED]
    if not told:
        first = _days(event.claims, published)
        last = _days(denial.claims, published)
        return not (first and last) or max(last) >= min(first)
    own = [claim for claim in denial.claims if is_first_hand(claim)]
    days, later = _days(told, published), _days(own, published)
    is_later = bool(days and later) and len(days) == len(told) and max(later) > max(days)
    return is_later and not any(is_first_hand(claim) for claim in told)


def _days(claims: Iterable[Claim], published: Published) -> list[date]:
    return [day for claim in claims if (day := published.get(claim.document))]


def _called_off(event: Event, group: Sequence[Event], published: Published, ontology: Ontology) -> Event:
    """A planned wedding of two who then gave up their engagement, or of which a later source says that it was none."""
    if event.status is not Status.PLANNED or not ontology.events[event.type].opens:
        return event
    if any(each.type == event.type and each.status.is_real for each in group):
        return event
    ends = [each for each in group if _gives_up(each, event, ontology)]
    ends = [each for each in ends if _is_later(each, event, published)]
    if not ends:
        return event
    claims = {claim.id: claim for each in (event, *ends) for claim in each.claims}
    return event.model_copy(update={"status": Status.CALLED_OFF, "claims": tuple(claims[id] for id in sorted(claims))})


def _gives_up(end: Event, plan: Event, ontology: Ontology) -> bool:
    if end.type == plan.type:
        return end.status in (*_DENIED, Status.CALLED_OFF)
    kind = ontology.events[end.type]
    before = [state for state in kind.closes if state in ontology.states]
    closed_by_plan = set(ontology.events[plan.type].closes)
    return end.status.is_real and not kind.opens and bool(closed_by_plan & set(before))


def _is_later(end: Event, plan: Event, published: Published) -> bool:
    first, last = _days(plan.claims, published), _days(end.claims, published)
    return not (first and last) or max(last) >= min(first)
