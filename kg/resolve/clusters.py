"""People as far as they are known to be one, and what speaks against two being one."""

from collections import Counter, defaultdict
from collections.abc import Collection, Iterator, Sequence, Set
from typing import Any

from kg.records import Judgement
from kg.resolve.callings import callings
from kg.resolve.lives import Life, clash, other_work
from kg.resolve.names import Name, folded, middles_agree, without_note
from kg.resolve.profiles import Profile, Source

# what is known of whom a person knows
_SHARED = ("partners", "peers", "contacts", "parents", "children", "surnames", "company")
_GATHERED = ("documents", "names", "also", "verdicts", "why", "callings", *_SHARED)


class Cluster:
    """Profiles taken for one person, with the reasons.

    What is known of a single one is shared with its profile: most are joined to others soon.
    """

    __slots__ = ("members", "order", "life", "is_shared", *_GATHERED)

    def __init__(self, profile: Profile, verdicts: frozenset[tuple[int, int]]) -> None:
        self.members = [profile]
        self.order = profile.source  # the first of its sources, by which clusters are sorted
        self.documents: Set[str] = frozenset(profile.source[:1])
        self.names: Set[Name] = frozenset((profile.name,))
        self.also: Set[Name] = frozenset(profile.also)
        self.partners: Set[str] = profile.partners
        self.peers: Set[str] = profile.peers
        self.contacts: Set[str] = profile.contacts
        self.parents: Set[str] = profile.parents
        self.children: Set[str] = profile.children
        self.surnames: Set[str] = profile.surnames
        self.company: Set[str] = profile.company
        self.life: Life = profile.life
        self.callings: Set[str] = frozenset(callings(profile.local.descriptors))
        self.is_shared = False
        self.verdicts: Set[tuple[int, int]] = verdicts
        self.why: Set[str] = frozenset()

    def absorb(self, other: "Cluster") -> None:
        """Take all members of `other` in."""
        self.members += other.members
        self.order = min(self.order, other.order)
        self.life |= other.life
        self.is_shared |= other.is_shared
        for field in _GATHERED:
            if more := getattr(other, field):
                self._gather(field, more)

    def learn(self, profile: Profile) -> None:
        """Take in whom one of its members knows, now that more is known of those people."""
        for field in _SHARED:
            self._gather(field, getattr(profile, field))

    def note(self, *reasons: str) -> None:
        """Keep reasons for what was decided."""
        self._gather("why", reasons)

    def _gather(self, field: str, more: Collection[Any]) -> None:
        known = getattr(self, field)
        if isinstance(known, frozenset):
            if known.issuperset(more):
                return
            known = set(known)
            setattr(self, field, known)
        known.update(more)

    @property
    def full_names(self) -> list[Name]:
        """Its full names in order."""
        return sorted((name for name in self.names if name.is_full), key=lambda name: (name.key, name.middles))

    @property
    def family(self) -> Set[str]:
        """Its parents and children."""
        return self.contacts - self.peers


class Clusters:
    """Which cluster each source is in. `join` merges two of them unless something speaks against it."""

    def __init__(self, found: Sequence[Profile], judgements: Sequence[Judgement]) -> None:
        verdicts = _verdicts(found, judgements)
        self.of = {each.source: Cluster(each, verdicts.get(each.source, frozenset())) for each in found}
        self._alive = {id(cluster): cluster for cluster in self.of.values()}
        bearers = Counter((each.source[0], each.name.key) for each in found if each.name.is_full)
        shared = {key for (_, key), times in bearers.items() if times > 1}
        for each in found:
            self.of[each.source].is_shared = each.name.key in shared

    def __iter__(self) -> Iterator[Cluster]:
        return iter(sorted(self._alive.values(), key=lambda cluster: cluster.order))

    def __len__(self) -> int:
        return len(self._alive)

    def now(self, cluster: Cluster) -> Cluster:
        """What a cluster has become."""
        return self.of[cluster.members[0].source]

    def join(
        self, one: Cluster, other: Cluster, why: str, *, sure: float = 1, settled: bool = False, stated: bool = False
    ) -> bool:
        """Whether the two clusters are one now; `stated` see `refusal`.

        `settled` where nothing speaks against it as they are, or a person judged so: then nothing is asked again.
        `sure` is how sure the names alone make it, from 0 to 1; each acquaintance in common halves the doubt.
        """
        one, other = self.now(one), self.now(other)
        if one is other:
            return True
        if not settled and refusal(one, other, stated=stated):
            return False
        score = 1 - (1 - sure) / 2 ** len(one.contacts & other.contacts)
        large, small = sorted((one, other), key=lambda each: (-len(each.members), each.order))
        large.absorb(small)
        large.note(f"{why} ({score:.2f})")
        for member in small.members:
            self.of[member.source] = large
        del self._alive[id(small)]
        return True


def refusal(one: Cluster, other: Cluster, *, stated: bool = False) -> str:
    """Why the two clusters cannot be one person; "" where nothing speaks against it.

    One document's two people are two; where a source says that the names are one person's (`stated`: a name at birth, a
    married name), only if they bear one name, or are told of together.
    """
    if _told_apart(one, other, stated=stated):
        return "one document tells them apart"
    if any((judgement, 1 - side) in other.verdicts for judgement, side in one.verdicts):
        return "judged different"
    acquainted = bool(one.contacts & other.contacts)
    pairs = ((a, b) for a in one.names for b in other.names if a.key == b.key)
    # one ruler is called by several countries
    if any(not middles_agree(a, b) and not (a.is_of_rulers and acquainted) for a, b in pairs):
        return "other middle names"
    if {one.life.title, other.life.title} == {"female", "male"}:
        return "a woman and a man"
    if reason := clash(one.life, other.life, acquainted=acquainted):
        return reason
    return "" if acquainted else _strangers(one, other)


def _told_apart(one: Cluster, other: Cluster, *, stated: bool) -> bool:
    shared = one.documents & other.documents
    if not shared or not stated:
        return bool(shared)
    mine = [member for member in one.members if member.source[0] in shared]
    theirs = [member for member in other.members if member.source[0] in shared]
    return any(
        a.source[0] == b.source[0] and (a.name.key == b.name.key or a.source[1] in b.beside)
        for a in mine
        for b in theirs
    )


def are_of_two_generations(one: Cluster, other: Cluster) -> bool:
    """Whether one's parent is the other's partner or child."""
    return any(a.parents & (b.children | b.partners) for a, b in ((one, other), (other, one)))


def _strangers(one: Cluster, other: Cluster) -> str:
    """Why two who know nobody in common are two people."""
    if {one.life.gender, other.life.gender} == {"female", "male"} and not one.company & other.company:
        return "a woman and a man"
    is_known = (one.contacts and other.contacts) or not one.company & other.company or one.is_shared
    if is_known and other_work(one.life, other.life):
        return "other work and no acquaintance in common"
    is_dated = one.life.active_by and other.life.active_by
    if not is_dated and len(one.company & other.company) < 2 and _are_called_as_rulers(one, other):
        return "a name of many rulers and nobody in common"
    return ""


def _are_called_as_rulers(one: Cluster, other: Cluster) -> bool:
    """Whether the two share names only that rulers of many times and countries bear, and no country."""
    mine, theirs = (cluster.names | cluster.also for cluster in (one, other))
    both = [(a, b) for a in mine for b in theirs if a.key == b.key]
    return bool(both) and all(a.is_of_rulers and min(len(a.middles), len(b.middles)) < 2 for a, b in both)


def forms(profile: Profile) -> set[str]:
    """Every form of the name that its document uses, folded."""
    return {folded(form) for form in (profile.local.name, *profile.local.names)}


def judged_names(judgement: Judgement) -> list[str]:
    """The names of a judgement, folded; "Ben Hart (drummer)" is called Ben Hart in every source."""
    return [folded(without_note(name)) for name in judgement.names]


def _verdicts(found: Sequence[Profile], judgements: Sequence[Judgement]) -> dict[Source, frozenset[tuple[int, int]]]:
    """For each source the sides of "different" judgements it stands on: (which judgement, 0 or 1).

    Two names are two sides. One name in a named document is one side, and that name elsewhere the other.
    """
    different = [(i, each) for i, each in enumerate(judgements) if each.verdict == "different" and each.names]
    sides: dict[Source, set[tuple[int, int]]] = defaultdict(set)
    for profile in found if different else ():
        called = forms(profile)
        for i, judgement in different:
            names = judged_names(judgement)
            named = [name in called for name in (names[0], names[-1])]
            if len(set(names)) == 1:
                named[1] = named[0] and profile.source[0] != judgement.document
                named[0] = named[0] and not named[1]
            if named[0] != named[1]:
                sides[profile.source].add((i, named.index(True)))
    return {source: frozenset(each) for source, each in sides.items()}
