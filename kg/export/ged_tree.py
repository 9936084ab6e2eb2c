"""Which events and relations stand under which person and which family of a tree."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field

from kg.export.options import Options
from kg.records import Event, State, Status, Timeline

Family = tuple[str, ...]  # ids of the one or two people who make it, sorted
Told = list[tuple[Event | State, str]]  # with the GEDCOM tag, where it does not follow from the type

_BIRTHS = {"child_born": "BIRT", "adopted": "ADOP"}


@dataclass
class Tree:
    """What is told of each person and each family, and who is whose child."""

    people: dict[str, Told] = field(default_factory=lambda: defaultdict(list))
    families: dict[Family, Told] = field(default_factory=lambda: defaultdict(list))
    children: dict[Family, set[str]] = field(default_factory=lambda: defaultdict(set))
    as_parent: dict[str, set[Family]] = field(default_factory=lambda: defaultdict(set))
    as_child: dict[str, set[Family]] = field(default_factory=lambda: defaultdict(set))

    @property
    def known(self) -> list[Family]:
        """All families, in order."""
        return sorted({*self.families, *self.children})

    def tell(self, family: Family, record: Event | State) -> None:
        """Put an event or a relation under a family."""
        self.families[family].append((record, ""))
        self._join(family)

    def bear(self, family: Family, child: str) -> None:
        """Make someone the child of a family."""
        self.children[family].add(child)
        self.as_child[child].add(family)
        self._join(family)

    def _join(self, family: Family) -> None:
        for person in family:
            self.as_parent[person].add(family)


def tree(timeline: Timeline, options: Options) -> Tree:
    """The tree of all that may have happened; parents follow from what is asserted alone."""
    grown = Tree()
    for event in options.events(timeline):
        if event.status.is_real:
            _place(grown, event)
    for state in options.states(timeline):
        if state.status.is_real and len(state.people) == 2:
            grown.tell(_family(member.id for member in state.people), state)
    for child, parents in _parents(timeline, options).items():
        if child not in grown.as_child:
            for family in [_family(parents)] if len(parents) < 3 else [(parent,) for parent in parents]:
                grown.bear(family, child)
    return grown


def _place(grown: Tree, event: Event) -> None:
    """Under the child that was born, the couple whose it is, or else each of its people: who work together are none."""
    children = [member.id for member in event.people if member.role == "child"]
    others = [member.id for member in event.people if member.role != "child"]
    asserted = event.status is Status.ASSERTED
    if event.type in _BIRTHS and children and asserted and 0 < len(others) < 3:
        for child in children:
            grown.people[child].append((event, _BIRTHS[event.type]))
            grown.bear(_family(others), child)
    elif len(others) == 2 and all(member.role != "participant" for member in event.people):
        grown.tell(_family(others), event)
    else:
        for person in others:
            grown.people[person].append((event, ""))


def _parents(timeline: Timeline, options: Options) -> dict[str, list[str]]:
    parents: dict[str, list[str]] = defaultdict(list)
    for kin in options.kin(timeline):
        if kin.type == "parent_of" and kin.status is Status.ASSERTED and len(kin.people) == 2:
            parents[kin.people[1].id].append(kin.people[0].id)
    return parents


def _family(people: Iterable[str]) -> Family:
    return tuple(sorted(set(people)))
