"""A person as one document knows them, with all that helps to tell whether another document means the same one."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from functools import lru_cache
from itertools import product

from kg.nlp.forms import long_forms
from kg.records import Claim, LocalPerson, Reading, Status
from kg.resolve.lives import Life, life
from kg.resolve.names import Name, other_forms, parse

Source = tuple[str, str]  # document id, local key
Together = tuple[tuple[str, ...], ...]  # the local keys of each claim's people, where there are several

_COUPLE = frozenset(("partner", "survivor", "deceased"))
_PEERS = _COUPLE | {"participant"}
_CROWD = 40  # people in one document that say nothing of each other
_IMAGINED = frozenset((Status.FICTIONAL, Status.HYPOTHETICAL))


@dataclass(frozen=True, slots=True)
class Profile:
    """Acquaintances are written as initial and surname ("j norton"), so that spelling variants of them agree."""

    source: Source
    local: LocalPerson
    name: Name
    also: tuple[Name, ...] = ()  # other full names the document uses
    partners: frozenset[str] = frozenset()  # of couples
    peers: frozenset[str] = frozenset()  # partners and co-workers
    contacts: frozenset[str] = frozenset()  # peers, parents and children
    parents: frozenset[str] = frozenset()
    children: frozenset[str] = frozenset()
    surnames: frozenset[str] = frozenset()  # of partners, those known by surname alone included
    company: frozenset[str] = frozenset()  # everybody else in the document, unless it is a long list
    beside: frozenset[str] = frozenset()  # the local keys of those told of in one claim
    life: Life = field(default_factory=Life)


@dataclass(frozen=True, slots=True)
class Outline:
    """All that a document says which tells who is who, and who is told of together."""

    document: str
    profiles: tuple[Profile, ...] = ()
    unnamed: tuple[tuple[str, str], ...] = ()  # the local keys and names of those like "his first wife"
    together: Together = ()


def outline(reading: Reading, published: date | None = None) -> Outline:
    """The outline of a document that was published on that day."""
    return Outline(
        reading.document,
        tuple(profiles(reading, published=published)),
        tuple((local.key, local.name) for local in reading.people if local.unnamed),
        together(reading),
    )


def together(reading: Reading) -> Together:
    """Who is told of together in a document."""
    return tuple(sorted({tuple(sorted(keys)) for claim in reading.claims if len(keys := keys_of(claim)) > 1}))


def keys_of(claim: Claim) -> set[str]:
    """The local keys of those whom a claim names, or the happening that tells its day."""
    return {person.person for person in claim.people} | set(claim.anchor.people if claim.anchor else ())


def profiles(
    reading: Reading, known: Mapping[Source, Name] | None = None, published: date | None = None
) -> Iterable[Profile]:
    """The profiles of every named person of a document that was published on that day.

    `known` tells who somebody is whom the document calls by a first name or surname alone.
    """
    own = {local.key: _name(local) for local in reading.people}
    names = {key: (known or {}).get((reading.document, key), name) for key, name in own.items()}
    around = frozenset(name.first for name in own.values())
    told: dict[str, list[Claim]] = defaultdict(list)
    for claim in _without_incest([each for each in reading.claims if each.status not in _IMAGINED]):
        for key in sorted({person.person for person in claim.people}):
            told[key].append(claim)
    for local in reading.people:
        if not local.unnamed and own[local.key].first:
            profile = _profile(reading, local, told[local.key], names)
            yield replace(profile, name=own[local.key], life=life(local, told[local.key], published, around))


def _without_incest(claims: Sequence[Claim]) -> Sequence[Claim]:
    """The claims without those that make a couple of parent and child, or kin of a couple: the fewer are misread."""
    couples, kin = defaultdict[frozenset[str], list[Claim]](list), defaultdict[frozenset[str], list[Claim]](list)
    for claim in claims:
        keys: dict[str, list[str]] = defaultdict(list)
        for person in claim.people:
            keys["partner" if person.role in _COUPLE else person.role].append(person.person)
        if len(keys["partner"]) == 2:
            couples[frozenset(keys["partner"])].append(claim)
        for pair in product(keys["parent"], keys["child"]):
            kin[frozenset(pair)].append(claim)
    wrong = [min(couples[pair], kin[pair], key=len) for pair in couples.keys() & kin.keys()]
    gone = {claim.id for each in wrong for claim in each}
    return [claim for claim in claims if claim.id not in gone]


def acquaintance(name: Name) -> str:
    """How a full name is written among contacts: by the initial of what the first name is short for; rulers by theirs.

    >>> acquaintance(parse("James Norton")), acquaintance(parse("Bob Hale")), acquaintance(parse("Otto II of Burgundy"))
    ('j norton', 'r hale', 'otto ii')
    """
    if name.is_of_rulers:
        return f"{name.first} {name.last}"
    initials = {each[0] for each in long_forms(name.first)}
    return f"{initials.pop() if len(initials) == 1 else name.first[0]} {name.last}"


def _name(local: LocalPerson) -> Name:
    """The name, with the "Jr." that one of its forms has."""
    name = parse(local.name)
    same = (form for form in map(parse, local.names) if (form.first, form.last) == (name.first, name.last))
    return replace(name, suffix=name.suffix or next((form.suffix for form in same if form.suffix), ""))


def _profile(reading: Reading, local: LocalPerson, claims: list[Claim], names: dict[str, Name]) -> Profile:
    others = {
        (person.role, names[person.person])
        for claim in claims
        for person in claim.people
        if person.person != local.key and person.person in names and names[person.person].first
    }
    mine = {person.role for claim in claims for person in claim.people if person.person == local.key}
    full = {(role, acquaintance(name)) for role, name in others if name.is_full}
    return Profile(
        source=(reading.document, local.key),
        local=local.model_copy(update={"evidence": None}).lean(),
        name=names[local.key],
        also=_also(reading, local, names),
        partners=_one(who for role, who in full if role in _COUPLE & _counterparts(mine)),
        peers=_one(who for role, who in full if role in _PEERS & _counterparts(mine)),
        contacts=_one(who for _, who in full),
        parents=_kin(local, claims, names, "child", "parent"),
        children=_kin(local, claims, names, "parent", "child"),
        surnames=_one(name.last or name.first for role, name in others if role in _COUPLE),
        company=_company(local, names),
        beside=_one({person.person for claim in claims for person in claim.people} - {local.key}),
    )


def _kin(local: LocalPerson, claims: list[Claim], names: dict[str, Name], mine: str, theirs: str) -> frozenset[str]:
    """Those who are told of in the one role where `local` is in the other."""
    told = [claim for claim in claims if any((each.role, each.person) == (mine, local.key) for each in claim.people)]
    others = {names[each.person] for claim in told for each in claim.people if each.role == theirs}
    return _one(acquaintance(name) for name in others if name.is_full)


def _company(local: LocalPerson, names: dict[str, Name]) -> frozenset[str]:
    if len(names) > _CROWD:
        return frozenset()
    return _one(acquaintance(name) for key, name in names.items() if key != local.key and name.is_full)


def _one(names: Iterable[str]) -> frozenset[str]:
    """The names as a set; equal ones are one object, since most are told again and again."""
    return _same(frozenset(names))


@lru_cache(maxsize=1 << 16)
def _same(names: frozenset[str]) -> frozenset[str]:
    return names


def _counterparts(roles: set[str]) -> set[str]:
    """The roles of the others in claims where one has these: a widow's deceased husband is her partner."""
    return roles | (_COUPLE if roles & _COUPLE else set())


def _also(reading: Reading, local: LocalPerson, names: dict[str, Name]) -> tuple[Name, ...]:
    """Full names beside the main one. "Mrs John Smith" is no name of hers, and another person's is not either."""
    taken = {name.key for key, name in names.items() if key != local.key}
    own = names[local.key]
    told = [form for form in local.names if not form.casefold().startswith(("mrs ", "mrs. "))]
    forms = {form for each in (local.name, *told) for form in (parse(each), *other_forms(each))}
    fresh = {form for form in forms if form.is_full and form.key not in taken}
    fresh = {form for form in fresh if (form.first, form.last) != (own.first, own.last)}
    return tuple(sorted(fresh, key=lambda form: (form.key, form.middles)))
