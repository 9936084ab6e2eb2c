"""Events that follow from others by a rule: births as the births of the parents' children, and widowhood."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from kg.ontology.schema import Ontology
from kg.records import Basis, Event, Kin, Member, content_id
from kg.resolve.events import point

Couple = frozenset[str]


def births(events: Sequence[Event], ties: Iterable[Kin], ontology: Ontology) -> list[Event]:
    """A dated birth is the birth of a child to the parents that are told of, one or two."""
    told = {
        member.id for event in events if event.type == "child_born" for member in event.people if member.role == "child"
    }
    parents: dict[str, list[tuple[Member, Kin]]] = defaultdict(list)
    for tie in ties:
        if tie.type == "parent_of":
            parents[tie.people[1].id].append((tie.people[0], tie))
    most = ontology.events["child_born"].roles.count("parent")
    born = [event for event in events if event.type == "born" and event.status.is_real and event.when]
    new = [event for event in born if event.people[0].id not in told]
    return [_birth(event, known) for event in new if 0 < len(known := parents[event.people[0].id]) <= most]


def losses(events: Sequence[Event]) -> list[Event]:
    """A wife or husband who outlived the other was widowed, if nothing tells that the marriage had ended before.

    The survivor's own, later death has to be told: of people who may be long divorced, nothing is inferred.
    """
    real = [event for event in events if event.status.is_real]
    deaths = {event.people[0].id: event for event in real if event.type == "died"}
    ended = {_couple(event) for event in real if event.type in ("divorced", "separated", "divorce_filed", "widowed")}
    weddings: dict[str, list[Event]] = defaultdict(list)
    for wedding in (event for event in real if event.type == "married"):
        for member in wedding.people:
            weddings[member.id].append(wedding)
    out = {}
    lasting = (event for event in real if event.type == "married" and _couple(event) not in ended)
    for wedding in (event for event in lasting if len(event.people) == 2):  # "she married in 2023" names nobody else
        for dead, survivor in (wedding.people, wedding.people[::-1]):
            others = weddings[dead.id] + weddings[survivor.id]
            if _outlived(dead, survivor, deaths) and _lasted(wedding, deaths[dead.id], others):
                out[dead.id, survivor.id] = _loss(dead, survivor, deaths[dead.id])
    return list(out.values())


def _outlived(dead: Member, survivor: Member, deaths: Mapping[str, Event]) -> bool:
    first, last = (deaths[each.id].when if each.id in deaths else None for each in (dead, survivor))
    return first is not None and last is not None and point(first) < point(last)


def _lasted(wedding: Event, death: Event, others: Iterable[Event]) -> bool:
    """Whether neither of the two is known to have married anybody else between the wedding and the death."""
    if wedding.when is None or death.when is None:
        return True
    since, until = point(wedding.when), point(death.when)
    days = [point(other.when) for other in others if other.when and _couple(other) != _couple(wedding)]
    return not any(since < day < until for day in days)


def _birth(born: Event, parents: Sequence[tuple[Member, Kin]]) -> Event:
    members = sorted((parent for parent, _ in parents), key=lambda member: (member.name, member.id))
    child = born.people[0].model_copy(update={"role": "child"})
    claims = {claim.id: claim for _, tie in parents for claim in tie.claims} | {
        claim.id: claim for claim in born.claims
    }
    return Event(
        id=content_id("event", "child_born", child.id, "inferred"),
        type="child_born",
        people=(*members, child),
        when=born.when,
        status=born.status,
        basis=Basis.INFERRED,
        place=born.place,
        score=born.score,
        claims=tuple(claims[each] for each in sorted(claims)),
    )


def _loss(dead: Member, survivor: Member, death: Event) -> Event:
    members = (survivor.model_copy(update={"role": "survivor"}), dead.model_copy(update={"role": "deceased"}))
    return Event(
        id=content_id("event", "widowed", *((member.role, member.id) for member in members), "inferred"),
        type="widowed",
        people=members,
        when=death.when,
        status=death.status,
        basis=Basis.INFERRED,
        score=death.score,
        claims=death.claims,
    )


def _couple(event: Event) -> Couple:
    return frozenset(member.id for member in event.people)
