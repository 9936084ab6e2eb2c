"""Nobody weds or has children before growing up, or after death: where claims say so, the fewer of them are misread."""

from collections import defaultdict
from collections.abc import Callable, Collection, Iterator, Sequence
from datetime import date, timedelta

from kg.records import Conflict, content_id
from kg.resolve.lives import GROWN
from kg.resolve.told import Told

_YEAR = timedelta(days=366)
_LIVING = {"partner", "survivor", "parent"}  # who does something; whoever works with others may be a child

Clash = Callable[[Told, Told], bool]


def without_unlived(tellings: Sequence[Told], rows: Collection[str] = ()) -> tuple[list[Told], list[Conflict]]:
    """The tellings without births after which somebody would not have been grown, or what is told after a death.

    What more claims tell stays, of as many both do; so does what the documents `rows` tell, which are chronologies.
    """
    born: dict[str, list[Told]] = defaultdict(list)
    died: dict[str, list[Told]] = defaultdict(list)
    acts: dict[str, list[Told]] = defaultdict(list)
    for told in tellings:
        if told.claim.status.is_real and told.claim.kind == "event" and told.when is not None:
            for role, person in told.roles:
                kind = born if told.type == "born" else died if told.type == "died" else acts
                if kind is not acts or role in _LIVING:
                    kind[person].append(told)
    clashes = [*_clashes(born, acts, _is_unborn), *_clashes(died, acts, _is_dead)]
    clashes = [each for each in clashes if not any(told.claim.document in rows for told in each[0])]
    gone = {told.claim.id for fewer, _ in clashes for told in fewer}
    conflicts = [_conflict(fewer, others) for fewer, others in clashes]
    return [told for told in tellings if told.claim.id not in gone], conflicts


def _clashes(
    bounds: dict[str, list[Told]], acts: dict[str, list[Told]], clash: Clash
) -> Iterator[tuple[list[Told], list[Told]]]:
    """Of a birth or death and what contradicts it those told by fewer claims, and the others."""
    for person, found in sorted(bounds.items()):
        strange = [act for act in acts[person] if all(clash(bound, act) for bound in found)]
        sides = sorted(([*found], strange), key=lambda side: len({told.claim.id for told in side}))
        counts = [len({told.claim.id for told in side}) for side in sides]
        if strange and counts[0] < counts[1]:
            yield sides[0], sides[1]


def _is_unborn(birth: Told, act: Told) -> bool:
    grown = timedelta(0) if act.type == "met" else GROWN
    first, last = _first(birth), act.when.latest if act.when else None
    return first is not None and last is not None and last.toordinal() < first.toordinal() + grown.days


def _is_dead(death: Told, act: Told) -> bool:
    last, first = death.when.latest if death.when else None, _first(act)
    return first is not None and last is not None and first > last + _YEAR


def _first(told: Told) -> date | None:
    return told.when.earliest if told.when else None


def _conflict(fewer: Sequence[Told], others: Sequence[Told]) -> Conflict:
    claims = tuple(sorted({told.claim.id for told in (*fewer, *others)}))
    types = [" and ".join(sorted({told.type for told in side})) for side in (fewer, others)]
    return Conflict(id=content_id("conflict", *claims), claims=claims, why=f"{types[0]} against {types[1]} of one life")
