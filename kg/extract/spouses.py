"""Relatives who are named elsewhere: "her husband" is Ben where she has wed Ben and nobody else, as is "her father"."""

from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from itertools import permutations

from spacy.tokens import Doc

from kg.extract.certainty import Told
from kg.extract.partings import PARTED
from kg.extract.roles import ANEW, LOVERS, PARENTS, SPOUSES
from kg.extract.tree import left_modifiers

UNIONS = {"married", "divorced"}  # as states, too
DEATHS = {"died", "widowed"}
ENDS = PARTED | DEATHS
BIRTHS = {"parent_of", "child_born"}
EXES = {"ex", "ex-wife", "ex-husband"}


@dataclass(frozen=True, slots=True)
class _People:
    """What the people without a name are called, "wife" or "father", everybody's gender, and each child's parents."""

    nouns: dict[str, str]
    genders: dict[str, str]
    parents: dict[str, set[str]]

    def may_be_one(self, *keys: str) -> bool:
        """Whether no two of them are told to be of different gender."""
        return len({self.genders[key] for key in keys} - {""}) < 2


def with_named_kin(doc: Doc, told: Sequence[Told], is_real: Callable[[Told], bool]) -> list[Told]:
    """What is told, each wife, husband or parent known only as such being the one who is named of whose they are."""
    real = [each for each in told if is_real(each)]
    people = _People(
        {person.key: person.name.split(" of ")[0] for person in doc._.people if person.unnamed},
        {person.key: person.gender for person in doc._.people},
        _parents_of(real),
    )
    named = _spouses(people, real) | _parents(people) | _late(people, real) | _lovers(people, real)
    named |= _becoming(people, real)
    return [new for each in told if (new := _renamed(each, named)) is not None]


def _spouses(people: _People, told: Sequence[Told]) -> dict[str, str]:
    """The key of the named spouse for that of one who is not; none where the marriage of the unnamed ended before."""
    wed: dict[str, dict[str, int]] = defaultdict(dict)  # by person and spouse: where their marriage is told first
    for each in told:
        if each.finding.type in UNIONS and len(set(each.finding.keys)) == 2:
            for one, other in (each.finding.keys, each.finding.keys[::-1]):
                wed[one][other] = min(each.finding.trigger.i, wed[one].get(other, each.finding.trigger.i))
    kin = {frozenset(each.finding.keys) for each in told if each.finding.kind == "kin"}
    anew = {
        key for each in told if not ANEW.isdisjoint(left_modifiers(each.finding.trigger)) for key in each.finding.keys
    }
    left = {frozenset(each.finding.keys) for each in told if each.finding.type in ENDS}
    parted = {frozenset(each.finding.keys) for each in told if each.finding.type in PARTED}
    found = {}
    for owner, spouses in wed.items():
        known = [key for key in spouses if key not in people.nouns]
        known = [key for key in known if frozenset((owner, key)) not in parted] if len(known) > 1 else known
        is_told = len(known) == 1 and owner not in people.nouns and frozenset((owner, known[0])) not in kin
        for key in spouses if is_told else ():
            ends = [each for each in told if key in each.finding.keys and each.finding.type in ENDS]
            wed_by = _wed_by(told, {owner, known[0]})
            is_another = key in anew and frozenset((owner, known[0])) in left
            is_after = not is_another and all(
                spouses[known[0]] < each.finding.trigger.i or _is_since(each, wed_by) for each in ends
            )
            if people.nouns.get(key) in SPOUSES and is_after and people.may_be_one(key, known[0]):
                found[key] = known[0]
    return found


def _lovers(people: _People, told: Sequence[Told]) -> dict[str, str]:
    """The key of the named partner for that of a girlfriend, an ex or an ex-wife who is not.

    Whoever goes by "her boyfriend" is the only one with whom she is; "her ex" the only one from whom she has parted.
    """
    loves: dict[str, dict[str, list[Told]]] = defaultdict(lambda: defaultdict(list))  # by person and partner
    for each in told:
        roles = {role for role, _ in each.finding.people}
        if roles == {"partner"} and len(set(each.finding.keys)) == 2 and each.finding.type != "met":
            for one, other in (each.finding.keys, each.finding.keys[::-1]):
                loves[one][other].append(each)
    found = {}
    for owner, partners in loves.items():
        named = [key for key in partners if key not in people.nouns]
        for key in partners.keys() & people.nouns.keys() if owner not in people.nouns else ():
            known = [other for other in named if _may_be_meant(people.nouns[key], partners[other])]
            is_sound = len(known) == 1 and people.may_be_one(key, known[0])
            if is_sound and _is_same(people.nouns[key], partners[key], partners[known[0]], len(named)):
                found[key] = known[0]
    return found


def _becoming(people: _People, told: Sequence[Told]) -> dict[str, str]:
    """The key of who becomes a wife for that of the wife: "Ada is an aide of his and became his third wife"."""
    wed = [each.finding for each in told if each.finding.type == "married" and each.finding.kind == "event"]
    found = {}
    for tie in (each.finding for each in told if each.finding.type == "married"):
        unnamed = [key for key in tie.keys if key in people.nouns]
        for other in (each for each in wed if tie.trigger in each.words and tie.trigger != each.trigger):
            whose = set(other.keys) - set(tie.keys)
            if len(unnamed) == len(whose) == 1 and whose.isdisjoint(people.nouns) and set(tie.keys) & set(other.keys):
                found[unnamed[0]] = whose.pop()
    return found


def _may_be_meant(noun: str, known: Sequence[Told]) -> bool:
    """Whether somebody with whom all this is told may be an "ex-wife", an "ex" or a "girlfriend"."""
    ends = [each for each in known if each.finding.type in ENDS or each.finding.is_over]
    if noun in EXES:
        is_wed = any(each.finding.type in UNIONS for each in known)
        return bool(ends) and (is_wed or noun == "ex")
    return not ends


def _is_same(noun: str, unnamed: Sequence[Told], known: Sequence[Told], count: int) -> bool:
    """Whether what is told of somebody without a name goes with what is told of the only one who may be meant."""
    if noun in EXES:
        return True
    is_anew = any(not ANEW.isdisjoint(left_modifiers(each.finding.trigger)) for each in unnamed)
    is_over = any(each.finding.type in ENDS or each.finding.is_over for each in unnamed)
    is_now = any(_is_lover_now(each) for each in known)
    return noun in LOVERS and is_now and not is_over and not is_anew and count == 1


def _is_lover_now(told: Told) -> bool:
    """Whether two are told to be together without a wedding: "her boyfriend Ben", "she is dating Ben"."""
    finding = told.finding
    return finding.kind == "state" and finding.type in ("dating", "engaged") and finding.attests and not finding.is_over


def _late(people: _People, told: Sequence[Told]) -> dict[str, str]:
    """The key of the other parent of somebody's children, of whom there is one, for that of the spouse who died."""
    partners: dict[str, set[str]] = defaultdict(set)
    dead: set[str] = set()
    for each in told:
        if each.finding.kind != "kin" and len(each.finding.keys) == 2 and each.finding.type not in BIRTHS:
            for one, other in (each.finding.keys, each.finding.keys[::-1]):
                partners[one].add(other)
        roles = dict(each.finding.people)
        dead |= {roles[role] for role in ("person", "deceased") if each.finding.type in DEATHS and role in roles}
    found = {}
    for owner, others in _coparents(people.parents).items():
        known = others - people.nouns.keys()
        late = [key for key in partners[owner] & dead if people.nouns.get(key) in SPOUSES]
        parents = known & dead or known
        is_one = len(late) == len(parents) == 1 and people.may_be_one(*late, *parents)
        if is_one and owner not in people.nouns and partners[owner] <= people.nouns.keys():
            found[late[0]] = next(iter(parents))
    return found


def _coparents(parents: Mapping[str, set[str]]) -> dict[str, set[str]]:
    """With whom each has children."""
    found: dict[str, set[str]] = defaultdict(set)
    for theirs in parents.values():
        for one, other in permutations(theirs, 2):
            found[one].add(other)
    return found


def _parents_of(told: Sequence[Told]) -> dict[str, set[str]]:
    """The parents of each child."""
    parents: dict[str, set[str]] = defaultdict(set)
    for each in told:
        for parent, child in each.finding.lines if each.finding.type in BIRTHS else ():
            parents[child].add(parent)
    return parents


def _wed_by(told: Sequence[Told], couple: set[str]) -> date | None:
    """The day by which the two are told to have wed."""
    weddings = (each for each in told if each.finding.type == "married" and set(each.finding.keys) == couple)
    return min((each.times.on.latest for each in weddings if each.times.on and each.times.on.latest), default=None)


def _is_since(told: Told, day: date | None) -> bool:
    """Whether something is told to have happened after a day."""
    first = told.times.on.earliest if told.times.on else None
    return day is not None and first is not None and day < first


def _parents(people: _People) -> dict[str, str]:
    """The key of the named parent for that of one who is not: of whom alone it may be said.

    Of a parent who may be either, "his father" tells if no other is named.
    """
    found = {}
    for theirs in people.parents.values():
        named = theirs - people.nouns.keys()
        for key in theirs & people.nouns.keys():
            gender = PARENTS.get(people.nouns[key])
            fitting = [each for each in named if people.genders[each] == gender]
            if gender == "male" and len(named) == 1:
                fitting = [each for each in named if people.genders[each] != "female"]
            if gender and len(named) <= 2 and len(fitting) == 1:
                found[key] = fitting[0]
    return found


def _renamed(told: Told, named: Mapping[str, str]) -> Told | None:
    """None where it would tell of somebody twice."""
    people = tuple((role, named.get(key, key)) for role, key in told.finding.people)
    if people == told.finding.people:
        return told
    is_sound = len({key for _, key in people}) == len(people)
    return replace(told, finding=replace(told.finding, people=people)) if is_sound else None
