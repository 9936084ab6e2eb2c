"""A person as one document knows them, with all that helps to tell whether another document means the same one."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field

from kg.records import Claim, LocalPerson, Reading, Status
from kg.resolve.lives import Life, life
from kg.resolve.names import Name, parse

Source = tuple[str, str]  # document id, local key

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
    surnames: frozenset[str] = frozenset()  # of partners, those known by surname alone included
    company: frozenset[str] = frozenset()  # everybody else in the document, unless it is a long list
    life: Life = field(default_factory=Life)


def profiles(readings: Iterable[Reading]) -> list[Profile]:
    """The profiles of every named person of every document, in the order of their sources."""
    found = [profile for reading in readings for profile in _of(reading)]
    return sorted(found, key=lambda profile: profile.source)


def acquaintance(name: Name) -> str:
    """How a full name is written among contacts.

    >>> acquaintance(parse("James Norton"))
    'j norton'
    """
    return f"{name.first[0]} {name.last}"


def _of(reading: Reading) -> Iterable[Profile]:
    names = {local.key: parse(local.name) for local in reading.people}
    told: dict[str, list[Claim]] = defaultdict(list)
    for claim in reading.claims:
        if claim.status not in _IMAGINED:
            for key in sorted({person.person for person in claim.people}):
                told[key].append(claim)
    for local in reading.people:
        if not local.unnamed and names[local.key].first:
            yield _profile(reading, local, told[local.key], names)


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
        local=local,
        name=names[local.key],
        also=_also(reading, local, names),
        partners=frozenset(who for role, who in full if role in _COUPLE & _counterparts(mine)),
        peers=frozenset(who for role, who in full if role in _PEERS & _counterparts(mine)),
        contacts=frozenset(who for _, who in full),
        surnames=frozenset(name.last or name.first for role, name in others if role in _COUPLE),
        company=_company(local, names),
        life=life(local, claims),
    )


def _company(local: LocalPerson, names: dict[str, Name]) -> frozenset[str]:
    if len(names) > _CROWD:
        return frozenset()
    return frozenset(acquaintance(name) for key, name in names.items() if key != local.key and name.is_full)


def _counterparts(roles: set[str]) -> set[str]:
    """The roles of the others in claims where one has these: a widow's deceased husband is her partner."""
    return roles | (_COUPLE if roles & _COUPLE else set())


def _also(reading: Reading, local: LocalPerson, names: dict[str, Name]) -> tuple[Name, ...]:
    """Full names beside the main one. "Mrs John Smith" is no name of hers, and another person's is not either."""
    taken = {name.key for key, name in names.items() if key != local.key}
    own = names[local.key]
    forms = {parse(form) for form in local.names if not form.casefold().startswith(("mrs ", "mrs. "))}
    fresh = {form for form in forms if form.is_full and form.key != own.key and form.key not in taken}
    return tuple(sorted(fresh, key=lambda form: (form.key, form.middles)))
