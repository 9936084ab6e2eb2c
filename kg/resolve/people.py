"""Who is who across documents: names block, acquaintances and lives decide, and what a person judged wins.

A full name is one person's unless their facts cannot be one life. Spelling variants and married names need an
acquaintance in common; a first name or surname alone needs one, too, and must fit one person only. Every step goes
through its candidates in the order of their sources, and no decision counts how often a name occurs anywhere.
"""

from collections import Counter, defaultdict
from collections.abc import Hashable, Iterable, Iterator, Sequence
from itertools import combinations

from kg.records import Judgement, Person, Reading, content_id
from kg.resolve.casts import joined, spread
from kg.resolve.lives import Life, clash, other_work
from kg.resolve.names import Name, folded, is_misspelt, is_variant, middles_agree
from kg.resolve.profiles import Profile, Source, profiles


class Cluster:
    """Profiles taken for one person, with the reasons."""

    def __init__(self, profile: Profile, verdicts: frozenset[tuple[int, int]]) -> None:
        self.members = [profile]
        self.documents = {profile.source[0]}
        self.names = {profile.name}
        self.also = set(profile.also)
        self.partners = set(profile.partners)
        self.peers = set(profile.peers)
        self.contacts = set(profile.contacts)
        self.surnames = set(profile.surnames)
        self.company = set(profile.company)
        self.life: Life = profile.life
        self.verdicts = set(verdicts)
        self.why: set[str] = set()

    def absorb(self, other: "Cluster") -> None:
        """Take all members of `other` in."""
        self.members += other.members
        self.life |= other.life
        for field in (
            "documents",
            "names",
            "also",
            "partners",
            "peers",
            "contacts",
            "surnames",
            "company",
            "verdicts",
            "why",
        ):
            getattr(self, field).update(getattr(other, field))

    @property
    def order(self) -> Source:
        """The first of its sources, by which clusters are sorted."""
        return min(member.source for member in self.members)

    @property
    def full_names(self) -> list[Name]:
        """Its full names in order."""
        return sorted((name for name in self.names if name.is_full), key=lambda name: (name.key, name.middles))


class Clusters:
    """Which cluster each source is in. `join` merges two of them unless something speaks against it."""

    def __init__(self, found: Sequence[Profile], judgements: Sequence[Judgement]) -> None:
        verdicts = _verdicts(found, judgements)
        self.of = {each.source: Cluster(each, verdicts.get(each.source, frozenset())) for each in found}

    def __iter__(self) -> Iterator[Cluster]:
        alive = {id(cluster): cluster for cluster in self.of.values()}
        return iter(sorted(alive.values(), key=lambda cluster: cluster.order))

    def join(self, one: Cluster, other: Cluster, why: str, *, judged: bool = False) -> bool:
        """Whether the two clusters are one now; `judged` lets nothing speak against it."""
        one, other = (self.of[each.members[0].source] for each in (one, other))
        if one is other:
            return True
        if not judged and refusal(one, other):
            return False
        large, small = sorted((one, other), key=lambda each: (-len(each.members), each.order))
        large.absorb(small)
        large.why.add(why)
        for member in small.members:
            self.of[member.source] = large
        return True


def resolve(
    readings: Iterable[Reading], judgements: Sequence[Judgement]
) -> tuple[tuple[Person, ...], dict[Source, str]]:
    """The people of all `readings`, by name, and the person's id for each (document, local key)."""
    told = list(readings)
    readings = joined(told)
    found = profiles(readings)
    clusters = Clusters(found, judgements)
    _full_names(clusters, found)
    _judged_same(clusters, judgements)
    _other_names(clusters)
    _variants(clusters)
    _single_names(clusters)
    people = [_person(cluster) for cluster in clusters]
    people += [
        _nameless(reading.document, local.key, local.name)
        for reading in readings
        for local in reading.people
        if local.unnamed
    ]
    people = _identified(spread(people, told))
    return tuple(people), {source: person.id for person in people for source in person.sources}


def refusal(one: Cluster, other: Cluster) -> str:
    """Why the two clusters cannot be one person; "" where nothing speaks against it."""
    if one.documents & other.documents:
        return "one document tells them apart"
    if any((judgement, 1 - side) in other.verdicts for judgement, side in one.verdicts):
        return "judged different"
    if any(a.key == b.key and not middles_agree(a, b) for a in one.names for b in other.names):
        return "other middle names"
    if {one.life.title, other.life.title} == {"female", "male"}:
        return "a woman and a man"
    acquainted = bool(one.contacts & other.contacts)
    if reason := clash(one.life, other.life, acquainted=acquainted):
        return reason
    if acquainted:
        return ""
    if {one.life.gender, other.life.gender} == {"female", "male"} and not one.company & other.company:
        return "a woman and a man"
    if one.contacts and other.contacts and other_work(one.life, other.life):
        return "other work and no acquaintance in common"
    return ""


# the steps


def _full_names(clusters: Clusters, found: Sequence[Profile]) -> None:
    """One full name, one person, as far as their facts allow; those of whom most is known go first."""
    groups: dict[Hashable, list[Profile]] = defaultdict(list)
    for profile in found:
        if profile.name.is_full:
            groups[profile.name.key].append(profile)
    for group in groups.values():
        known: list[Cluster] = []
        for profile in sorted(group, key=lambda each: (-len(each.contacts), each.source)):
            mine = clusters.of[profile.source]
            chosen = _namesake(mine, known)
            if chosen is None:
                mine.why.update(
                    f"another {profile.local.name}: {reason}" for each in known if (reason := refusal(mine, each))
                )
                known.append(mine)
            else:
                clusters.join(chosen, mine, f"called {profile.local.name} in several documents")
                known = list(dict.fromkeys(clusters.of[each.members[0].source] for each in known))


def _namesake(mine: Cluster, known: list[Cluster]) -> Cluster | None:
    """The one of several bearers of a name that is meant; None where it cannot be told, or where all are ruled out."""
    fit = [each for each in known if not refusal(mine, each)]
    if not fit:
        return None
    best = max(fit, key=lambda each: (len(each.contacts & mine.contacts), len(each.members)))
    return best if len(fit) == 1 or best.contacts & mine.contacts or not mine.contacts else None


def _judged_same(clusters: Clusters, judgements: Sequence[Judgement]) -> None:
    everybody = [member for cluster in clusters for member in cluster.members]
    for judgement in judgements:
        if judgement.verdict == "same":
            names = {folded(name) for name in judgement.names}
            same = [each for each in everybody if names & _forms(each)]
            for each in same[1:]:
                clusters.join(clusters.of[same[0].source], clusters.of[each.source], "judged the same", judged=True)


def _other_names(clusters: Clusters) -> None:
    """One document calls a person by two full names; another, by the second of them."""
    bearers: dict[Hashable, list[Cluster]] = defaultdict(list)
    for cluster in clusters:
        for key in sorted({name.key for name in cluster.full_names}):
            bearers[key].append(cluster)
    for cluster in clusters:
        for name in sorted(cluster.also, key=lambda name: name.key):
            fit = [each for each in bearers[name.key] if each is not cluster and not refusal(cluster, each)]
            if len(fit) == 1:
                clusters.join(
                    cluster, fit[0], f"one document has both names: {_written(cluster)} and {_written(fit[0])}"
                )


def _variants(clusters: Clusters) -> None:
    """Spelling variants, short forms and married names of people who share a partner, a co-worker or company."""
    buckets: dict[tuple[str, str, str, str], list[tuple[Cluster, Name]]] = defaultdict(list)
    for cluster in clusters:
        for name in cluster.full_names:
            for peer in sorted(cluster.peers | cluster.company):
                buckets["last", name.last, name.suffix, peer].append((cluster, name))
                buckets["first", name.first, name.suffix, peer].append((cluster, name))
    for bucket in buckets.values():
        for (cluster, name), (other, another) in combinations(bucket, 2):
            if (reason := _variant(name, another, cluster, other)) and (shared := _shared(cluster, other)):
                why = f"{reason}: {_written(cluster)} and {_written(other)}, who share {shared}"
                clusters.join(cluster, other, why)


def _variant(name: Name, another: Name, cluster: Cluster, other: Cluster) -> str:
    if name.last == another.last and name.first != another.first and is_variant(name.first, another.first):
        return "forms of one name"
    if name.first != another.first or name.last == another.last:
        return ""
    if is_misspelt(name.last, another.last):
        return "spellings of one name"
    shared = {partner.split()[-1] for partner in cluster.partners & other.partners}
    return "a married name" if shared & {name.last, another.last} else ""


def _shared(cluster: Cluster, other: Cluster) -> str:
    """Whom both know well, or else two of whom both are told with; sisters share their parents, and that is nothing."""
    peers, company = cluster.peers & other.peers, cluster.company & other.company
    family = (cluster.contacts - cluster.peers) & (other.contacts - other.peers)
    known = sorted(peers) or (sorted(company) if len(company) > 1 and not family else [])
    return " and ".join(each.title() for each in known[:2])


def _single_names(clusters: Clusters) -> None:
    """A first name or surname alone is the one person who bears it and has the same acquaintance or company."""
    alone = [cluster for cluster in clusters if not cluster.full_names]
    bearers = _bearers(clusters, {name.first for cluster in alone for name in cluster.names})
    for cluster in alone:
        word = min(name.first for name in cluster.names)
        fit = _fitting(
            clusters, cluster, [each for contact in cluster.contacts for each in bearers["with", word, contact]]
        )
        if not fit:
            known = [each for partner in cluster.surnames for each in bearers["partner", word, partner]]
            fit = _fitting(clusters, cluster, known)
        if not fit:
            near = Counter(id(each) for one in cluster.company for each in bearers["near", word, one])
            near_by = [each for one in cluster.company for each in bearers["near", word, one] if near[id(each)] > 1]
            fit = _fitting(clusters, cluster, near_by)
        if len(fit) == 1:
            clusters.join(fit[0], cluster, f"{_written(cluster)} with an acquaintance of {_written(fit[0])}")
        for contact in cluster.contacts if not fit else ():
            bearers["with", word, contact].append(cluster)


def _bearers(clusters: Clusters, words: set[str]) -> dict[tuple[str, str, str], list[Cluster]]:
    """Who bears a word of `words` in a full name, by whom they know, by a partner's surname, and by company."""
    found: dict[tuple[str, str, str], list[Cluster]] = defaultdict(list)
    for cluster in clusters:
        for word in words & {word for name in cluster.full_names for word in name.words}:
            for contact in cluster.contacts:
                found["with", word, contact].append(cluster)
            # families share surnames and company, so that "Mrs Pike" in such company may be any of them
            for one in cluster.company if word in {name.first for name in cluster.full_names} else ():
                found["near", word, one].append(cluster)
        for last in words & {name.last for name in cluster.full_names}:
            for partner in cluster.surnames:
                found["partner", last, partner].append(cluster)
    return found


def _fitting(clusters: Clusters, cluster: Cluster, candidates: Iterable[Cluster]) -> list[Cluster]:
    """What the candidates have become, each once and in order, without those that `cluster` cannot be."""
    now = {id(found): found for each in candidates if (found := clusters.of[each.members[0].source]) is not cluster}
    return sorted((each for each in now.values() if not refusal(cluster, each)), key=lambda each: each.order)


def _forms(profile: Profile) -> set[str]:
    return {folded(form) for form in (profile.local.name, *profile.local.names)}


def _verdicts(found: Sequence[Profile], judgements: Sequence[Judgement]) -> dict[Source, frozenset[tuple[int, int]]]:
    """For each source the sides of "different" judgements it stands on: (which judgement, 0 or 1).

    Two names are two sides. One name in a named document is one side, and that name elsewhere the other.
    """
    different = [(i, each) for i, each in enumerate(judgements) if each.verdict == "different" and each.names]
    sides: dict[Source, set[tuple[int, int]]] = defaultdict(set)
    for profile in found if different else ():
        forms = _forms(profile)
        for i, judgement in different:
            named = [folded(name) in forms for name in (judgement.names[0], judgement.names[-1])]
            if len(set(map(folded, judgement.names))) == 1:
                named[1] = named[0] and profile.source[0] != judgement.document
                named[0] = named[0] and not named[1]
            if named[0] != named[1]:
                sides[profile.source].add((i, named.index(True)))
    return {source: frozenset(each) for source, each in sides.items()}


# the records


def _written(cluster: Cluster) -> str:
    """The full name that most documents give, and of equals the longest."""
    times = Counter(member.local.name for member in cluster.members if member.name.is_full)
    times = times or Counter(member.local.name for member in cluster.members)
    return max(sorted(times), key=lambda name: (times[name], len(name)))


def _person(cluster: Cluster) -> Person:
    name = _written(cluster)
    forms = {form for member in cluster.members for form in (member.local.name, *member.local.names)}
    return Person(
        id="",
        name=name,
        aliases=tuple(sorted(forms - {name})),
        mentions=sum(member.local.mentions for member in cluster.members),
        gender=cluster.life.title or cluster.life.gender,
        sources=tuple(sorted(member.source for member in cluster.members)),
        why=tuple(sorted(cluster.why)),
    )


def _nameless(document: str, key: str, name: str) -> Person:
    return Person(id="", name=name, unnamed=True, mentions=1, sources=((document, key),))


def _identified(people: Iterable[Person]) -> list[Person]:
    """The same by name and source, each with an id made of its name, and of its first source where namesakes exist."""
    ordered = sorted(people, key=lambda person: (person.name, person.sources))
    bearers = Counter(person.name for person in ordered)
    unique = [not person.unnamed and bearers[person.name] == 1 for person in ordered]
    return [
        person.model_copy(update={"id": content_id("person", person.name, *(() if alone else person.sources[0]))})
        for person, alone in zip(ordered, unique, strict=True)
    ]
