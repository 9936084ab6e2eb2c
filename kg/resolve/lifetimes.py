"""Nobody weds or has children before growing up, or after death: where claims say so, the fewer of them are misread."""

from collections import defaultdict
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from datetime import date, timedelta

from kg.records import Conflict, Person
from kg.resolve.lives import GROWN
from kg.resolve.told import Told, clash, kinds

_YEAR = timedelta(days=366)
_LIVING = {"partner", "survivor", "parent"}  # who does something; whoever works with others may be a child

Rule = Callable[[Told, Told], bool]


def without_unlived(
    tellings: Sequence[Told], people: Mapping[str, Person], rows: Collection[str] = ()
) -> tuple[list[Told], list[Conflict]]:
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
    clashes = [each for each in clashes if not any(told.claim.document in rows for told in each[1])]
    gone = {told.claim.id for _, fewer, _ in clashes for told in fewer}
    conflicts = [
        clash([*fewer, *others], people, [person], f"{kinds(fewer)} and {kinds(others)} cannot be of one life")
        for person, fewer, others in clashes
    ]
    return [told for told in tellings if told.claim.id not in gone], conflicts


def _clashes(
    bounds: dict[str, list[Told]], acts: dict[str, list[Told]], is_against: Rule
) -> Iterator[tuple[str, list[Told], list[Told]]]:
    """Whose, and of a birth or death and what contradicts it those told by fewer claims, and the others."""
    for person, found in sorted(bounds.items()):
        strange = [act for act in acts[person] if all(is_against(bound, act) for bound in found)]
        sides = sorted(([*found], strange), key=lambda side: len({told.claim.id for told in side}))
        counts = [len({told.claim.id for told in side}) for side in sides]
        if strange and counts[0] < counts[1]:
            yield person, sides[0], sides[1]


def _is_unborn(birth: Told, act: Told) -> bool:
    grown = timedelta(0) if act.type == "met" else GROWN
    first, last = _first(birth), act.when.latest if act.when else None
    return first is not None and last is not None and last.toordinal() < first.toordinal() + grown.days


def _is_dead(death: Told, act: Told) -> bool:
    last, first = death.when.latest if death.when else None, _first(act)
    return first is not None and last is not None and first > last + _YEAR


def _first(told: Told) -> date | None:
    return told.when.earliest if told.when else None
