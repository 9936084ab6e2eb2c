"""Who is who across documents: names block, acquaintances and lives decide, and what a person judged wins.

A full name is one person's unless their facts cannot be one life. Spelling variants and married names need an
acquaintance in common; a first name or surname alone needs one, too, and must fit one person only. Every step goes
through its candidates in the order of their sources, and no decision counts how often a name occurs anywhere.
"""

from collections import Counter, defaultdict
from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence, Set
from datetime import date
from itertools import combinations

from kg.nlp.forms import long_forms
from kg.nlp.names import first_names
from kg.records import Judgement, Person, Reading
from kg.resolve.casts import joined, spread
from kg.resolve.clusters import Cluster, Clusters, are_of_two_generations, forms, judged_names, refusal
from kg.resolve.names import Name, is_misspelt, is_variant
from kg.resolve.naming import Bearer, bearer, identified, named, nameless, written
from kg.resolve.profiles import Outline, Profile, Source, acquaintance, outline, profiles

# how sure each sort of agreement makes it that two are one, before anybody whom both know counts
_SURE = {"full": 0.9, "also": 0.9, "married": 0.8, "variant": 0.7, "single": 0.6}
_ROUNDS = 4  # at most: who somebody is may tell who their acquaintances are


def resolve(
    readings: Iterable[Reading], judgements: Sequence[Judgement], published: Mapping[str, date | None] | None = None
) -> tuple[tuple[Person, ...], dict[Source, str]]:
    """The people of all `readings`, by name, and the person's id for each (document, local key).

    `published` are the days of publication by document: who was a parent then was grown up.
    """
    told = list(readings)
    known = {each.document: each for each in joined(told)}
    outlines = [outline(each, (published or {}).get(document)) for document, each in known.items()]
    clusters = clustered((each for told in outlines for each in told.profiles), judgements, known.__getitem__)
    casts = [each for each in told if each.cast]
    found = everybody([bearer(each) for each in clusters], outlines, casts)
    people = sorted(found, key=lambda person: (person.name, person.sources))
    return tuple(people), {source: person.id for person in people for source in person.sources}


def everybody(bearers: Sequence[Bearer], outlines: Iterable[Outline], casts: Sequence[Reading]) -> list[Person]:
    """Those who bear names, in the same order, and then those without; readings of `casts` are joined in outlines."""
    records = spread([each.record for each in bearers], casts)
    people = named([each._replace(record=record) for each, record in zip(bearers, records, strict=True)])
    others = spread([each for told in outlines for each in nameless(told)], casts)
    return people + [identified(each, *each.sources[0]) for each in others]


def clustered(
    profiles: Iterable[Profile], judgements: Sequence[Judgement], reading_of: Callable[[str], Reading]
) -> Clusters:
    """Which profiles are one person's. `reading_of` gives what documents say, and is asked for few."""
    found = sorted(profiles, key=lambda profile: profile.source)
    clusters = Clusters(found, judgements)
    groups = _by_name(found)
    _full_names(clusters, groups)
    _judged_same(clusters, judgements)
    for turn in range(_ROUNDS):
        before = len(clusters)
        _namesakes(clusters, groups, last=False)
        _other_names(clusters)
        _variants(clusters)
        _married_names(clusters)
        _single_names(clusters)
        if turn and len(clusters) == before:  # nobody was found who might tell more
            break
        _introduce(clusters, reading_of)
    _namesakes(clusters, groups, last=True)
    return clusters


def _introduce(clusters: Clusters, reading_of: Callable[[str], Reading]) -> None:
    """Lets everybody know in full those of whom their documents give a first name or surname alone."""
    known = {}
    for cluster in clusters:
        names = cluster.full_names
        for member in cluster.members if names else ():
            if not member.name.is_full:
                known[member.source] = names[0]
    for document in sorted({document for document, _ in known}):
        for profile in profiles(reading_of(document), known):
            if profile.source in clusters.of:  # all are, once those whom this concerns are resolved together
                clusters.of[profile.source].learn(profile)


# the steps


def _full_names(clusters: Clusters, groups: Sequence[Sequence[Profile]]) -> None:
    """One full name, one person, as far as their facts allow; those of whom most is known go first.

    Of a name that one document gives to two people, nobody is taken to mean either without a sign of it.
    """
    for group in groups:
        _evident(clusters, group)
        if not _is_shared(group):
            _rest(clusters, group)


def _by_name(found: Sequence[Profile]) -> list[list[Profile]]:
    groups: dict[Hashable, list[Profile]] = defaultdict(list)
    for profile in found:
        if profile.name.is_full:
            groups[profile.name.key].append(profile)
    return [sorted(group, key=lambda each: (-len(each.contacts), each.source)) for group in groups.values()]


def _is_shared(group: Sequence[Profile]) -> bool:
    """Whether some document gives the name to two people."""
    return max(Counter(profile.source[0] for profile in group).values()) > 1


def _namesakes(clusters: Clusters, groups: Sequence[Sequence[Profile]], *, last: bool) -> None:
    """Names that two people bear, once more is known of whom they know; at `last`, those of whom nothing tells."""
    for group in groups:
        if _is_shared(group):
            (_rest if last else _evident)(clusters, group)


def _evident(clusters: Clusters, group: Sequence[Profile]) -> None:
    """Joins those of one name who have an acquaintance in common, then those of one calling."""
    for signs in (_contacts, _callings):
        knowing: dict[str, list[Profile]] = defaultdict(list)
        for profile in group:
            mine = clusters.of[profile.source]
            if not (own := sorted(signs(mine))):
                continue
            near = [clusters.of[each.source] for sign in own for each in knowing[sign]]
            if fit := _fitting(clusters, mine, near):
                best = max(fit, key=lambda each: (len(signs(each) & signs(mine)), len(each.members)))
                why = f"called {profile.local.name} in several documents"
                clusters.join(best, mine, why, sure=_SURE["full"], settled=True)
            now = clusters.of[profile.source]
            for sign in own:  # one of each cluster will do: of somebody there may be thousands
                if not any(clusters.of[each.source] is now for each in knowing[sign]):
                    knowing[sign].append(profile)


def _contacts(cluster: Cluster) -> Set[str]:
    return cluster.contacts


def _callings(cluster: Cluster) -> Set[str]:
    return cluster.callings


def _rest(clusters: Clusters, group: Sequence[Profile]) -> None:
    """Joins those of one name of whom nothing but the name tells who they are."""
    known: list[Cluster] = []
    for profile in group:
        mine = clusters.of[profile.source]
        if mine in known:
            continue
        chosen = _namesake(mine, known)
        if chosen is None:
            reasons = {reason for each in known if (reason := refusal(mine, each))}
            mine.note(*(f"another {profile.local.name}: {reason}" for reason in reasons))
            known.append(mine)
        else:
            why = f"called {profile.local.name} in several documents"
            clusters.join(chosen, mine, why, sure=_SURE["full"], settled=True)
            known = list(dict.fromkeys(clusters.now(each) for each in known))


def _namesake(mine: Cluster, known: list[Cluster]) -> Cluster | None:
    """The one of several bearers of a name that is meant; None where it cannot be told, or where all are ruled out."""
    fit = [each for each in known if not refusal(mine, each)]
    if not fit:
        return None
    best = max(fit, key=lambda each: (len(each.contacts & mine.contacts), len(each.members)))
    if mine.is_shared:
        return _in_such_company(mine, known, fit)
    return best if len(fit) == 1 or best.contacts & mine.contacts or not mine.contacts else None


def _in_such_company(mine: Cluster, known: list[Cluster], fit: list[Cluster]) -> Cluster | None:
    """Of those who share a name, the one who is told with much the same people, as no other is.

    Where a document tells two apart and one of them is known, the other is the other one who is known.
    """
    if len(fit) == 1 and all(each in fit or each.documents & mine.documents for each in known):
        return fit[0]
    near = sorted(known, key=lambda each: -len(each.company & mine.company))
    most = len(near[0].company & mine.company)
    is_clear = most > 1 and all(2 * len(each.company & mine.company) <= most for each in near[1:])
    return near[0] if is_clear and near[0] in fit else None


def _judged_same(clusters: Clusters, judgements: Sequence[Judgement]) -> None:
    everybody = [member for cluster in clusters for member in cluster.members]
    for judgement in judgements:
        if judgement.verdict == "same":
            names = set(judged_names(judgement))
            same = [each for each in everybody if names & forms(each)]
            for each in same[1:]:
                clusters.join(clusters.of[same[0].source], clusters.of[each.source], "judged the same", settled=True)


def _other_names(clusters: Clusters) -> None:
    """One document calls a person by two full names; another, by the second of them."""
    bearers: dict[Hashable, list[Cluster]] = defaultdict(list)
    for cluster in clusters:
        for key in sorted({name.key for name in cluster.full_names}):
            bearers[key].append(cluster)
    for cluster in clusters:
        for name in sorted(cluster.also, key=lambda name: name.key):
            others = _fitting(clusters, clusters.now(cluster), bearers[name.key], stated=True)
            fit = [each for each in others if not refusal(cluster, each) or _know_each_other(cluster, each)]
            if len(fit) == 1:
                why = f"one document has both names: {written(cluster.members)} and {written(fit[0].members)}"
                clusters.join(cluster, fit[0], why, sure=_SURE["also"], stated=True)


def _know_each_other(one: Cluster, other: Cluster) -> bool:
    """Whether two know somebody in common."""
    return bool(one.contacts & (other.contacts | other.company) or other.contacts & one.company)


def _variants(clusters: Clusters) -> None:
    """Spelling variants and short forms of people who share a partner, a co-worker or company."""
    buckets: dict[tuple[str, str, str, str], list[tuple[Cluster, Name]]] = defaultdict(list)
    for cluster in clusters:
        for name in cluster.full_names:
            for peer in sorted(cluster.peers | cluster.company):
                buckets["last", name.last, name.suffix, peer].append((cluster, name))
                buckets["first", name.first, name.suffix, peer].append((cluster, name))
    for bucket in buckets.values():
        for (cluster, name), (other, another) in combinations(bucket, 2):
            if (reason := _variant(name, another)) and (shared := _shared(cluster, other, name, another)):
                why = f"{reason}: {written(cluster.members)} and {written(other.members)}, who share {shared}"
                clusters.join(cluster, other, why, sure=_SURE["variant"])


def _variant(name: Name, another: Name) -> str:
    if name.last == another.last and name.first != another.first and is_variant(name.first, another.first):
        return "forms of one name"
    if name.first == another.first and name.last != another.last and is_misspelt(name.last, another.last):
        return "spellings of one name"
    return ""


def _shared(cluster: Cluster, other: Cluster, name: Name, another: Name) -> str:
    """Whom both know well, or else two of whom both are told with; sisters share their parents, and that is nothing.

    An initial may be anybody's of the family: only who knows somebody well in common is meant by "J. Hart".
    """
    peers, company = cluster.peers & other.peers, cluster.company & other.company
    is_initial = 1 in (len(name.first), len(another.first))
    if is_initial and _are_man_and_woman(cluster, other, name, another):
        return ""
    is_company = len(company) > 1 and not cluster.family & other.family and not is_initial
    return " and ".join(each.title() for each in (sorted(peers) or (sorted(company) if is_company else []))[:2])


def _is_man(cluster: Cluster) -> bool:
    """Told by his title or else by his first names: he keeps his name when he marries."""
    return {_gender(cluster, name) for name in cluster.full_names} == {"male"}


def _gender(cluster: Cluster, name: Name) -> str:
    """Told by a title or else by the first name; "" where neither tells."""
    return cluster.life.title or first_names().get(name.first, "")


def _are_man_and_woman(cluster: Cluster, other: Cluster, name: Name, another: Name) -> bool:
    return {_gender(cluster, name), _gender(other, another)} == {"female", "male"}


def _married_names(clusters: Clusters) -> None:
    """Ann Lee, the wife of Bob Ray, is Ann Ray, told of as his wife or beside him, not as his child or sister."""
    wives: dict[str, list[Cluster]] = defaultdict(list)
    bearers: dict[str, list[Cluster]] = defaultdict(list)
    parents: dict[str, set[str]] = defaultdict(set)
    for cluster in clusters:
        for name in cluster.full_names:
            parents[acquaintance(name)] |= cluster.parents
        for partner in cluster.partners:
            wives[partner].append(cluster)
        lasts = {name.last for name in cluster.full_names}
        for partner in {each for each in cluster.partners | cluster.company if each.split(" ", 1)[1] in lasts}:
            bearers[partner].append(cluster)
    for partner in sorted(wives.keys() & bearers.keys()):
        for wife in wives[partner]:
            others = [each for each in bearers[partner] if not each.parents & parents[partner]]
            fit = [each for each in others if _is_married_name(wife, each, partner)]
            fit = _fitting(clusters, clusters.now(wife), fit, stated=True)
            if len(fit) == 1:
                both = f"{written(wife.members)} and {written(fit[0].members)}"
                why = f"a married name: {both}, who share {partner.title()}"
                clusters.join(wife, fit[0], why, sure=_SURE["married"], stated=True)


def _is_married_name(wife: Cluster, other: Cluster, partner: str) -> bool:
    """Whether one has the other's first name and the partner's surname; short forms only of a wife told as such."""
    last = partner.split(" ", 1)[1]
    if partner in other.family or any(name.last == last for name in wife.full_names) or _is_man(wife):
        return False
    firsts = {name.first for name in wife.full_names}
    married = {name.first for name in other.full_names if name.last == last}
    is_wife = partner in other.partners
    return any(
        one == first or (is_wife and is_variant(one, first, of_one_gender=True)) for one in firsts for first in married
    )


def _single_names(clusters: Clusters) -> None:
    """A first name or surname alone is the one person who bears it and has the same acquaintance or company."""
    alone = [cluster for cluster in clusters if not cluster.full_names]
    bearers = _bearers(clusters, {word for cluster in alone for name in cluster.names for word in _meant(name.first)})
    for cluster in alone:
        word = min(name.first for name in cluster.names)
        known = [
            each for contact in cluster.contacts for form in _meant(word) for each in bearers["with", form, contact]
        ]
        fit = _fitting(clusters, cluster, known)
        if not fit:
            known = [each for partner in cluster.surnames for each in bearers["partner", word, partner]]
            fit = _fitting(clusters, cluster, known)
        if not fit:
            near = Counter(id(each) for one in cluster.company for each in bearers["near", word, one])
            near_by = [each for one in cluster.company for each in bearers["near", word, one] if near[id(each)] > 1]
            # families share surnames and company, so that "Mrs Pike" in such company may be any of them
            near_by = [each for each in near_by if not cluster.life.title or word in {n.first for n in each.full_names}]
            fit = _fitting(clusters, cluster, near_by)
        fit = [each for each in fit if not are_of_two_generations(each, cluster)]
        if len(fit) == 1:
            why = f"{written(cluster.members)} with an acquaintance of {written(fit[0].members)}"
            clusters.join(fit[0], cluster, why, sure=_SURE["single"])
        for contact in cluster.contacts if not fit else ():
            bearers["with", word, contact].append(cluster)


def _meant(word: str) -> set[str]:
    """A first name or surname alone, and the first names that it is short for."""
    return {word, *long_forms(word)}


def _bearers(clusters: Clusters, words: set[str]) -> dict[tuple[str, str, str], list[Cluster]]:
    """Who bears a word of `words` in a full name, by whom they know, by a partner's surname, and by company."""
    found: dict[tuple[str, str, str], list[Cluster]] = defaultdict(list)
    for cluster in clusters:
        for word in words & {word for name in cluster.full_names for word in name.words}:
            for contact in cluster.contacts:
                found["with", word, contact].append(cluster)
            for one in cluster.company:
                found["near", word, one].append(cluster)
        for last in words & {name.last for name in cluster.full_names}:
            for partner in cluster.surnames:
                found["partner", last, partner].append(cluster)
    return found


def _fitting(
    clusters: Clusters, cluster: Cluster, candidates: Iterable[Cluster], *, stated: bool = False
) -> list[Cluster]:
    """What the candidates have become, each once and in order, without those that `cluster` cannot be."""
    now = {id(found): found for each in candidates if (found := clusters.now(each)) is not cluster}
    fit = (each for each in now.values() if not refusal(cluster, each, stated=stated))
    return sorted(fit, key=lambda each: each.order)
