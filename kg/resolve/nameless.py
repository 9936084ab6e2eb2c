"""Whom "her husband" means where a document names nobody: the one husband whom other documents name.

Nobody has two fathers or two mothers. Of partners there must be but one who is named, told as such at that time, and
not in the document that leaves the name out: it may mean to tell them apart.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, timedelta

from kg.dates.interval import Interval
from kg.nlp import names
from kg.nlp.lexicon import NOUNS
from kg.ontology.schema import Ontology
from kg.records import Person
from kg.resolve.told import Told

_LATELY = timedelta(days=60)  # so long a girlfriend told of is taken to be the one who is named
_ENDS = frozenset(("divorced", "separated", "engagement_ended", "widowed"))
_MARITAL = frozenset(("married", "divorced", "divorce_filed", "widowed"))
_SPOUSES = frozenset(("husband", "wife", "spouse"))


def with_names(tellings: Sequence[Told], people: Mapping[str, Person], ontology: Ontology) -> list[Told]:
    """The tellings, where those without a name are the ones that other documents name, as far as that is sure."""
    nameless, named = _Ties(), _Ties()
    for told in (each for each in tellings if each.claim.status.is_real and len(each.roles) == 2):
        for one, other in (told.people, told.people[::-1]):
            which = nameless if people[one].unnamed else named
            if not people[other].unnamed:
                which.add(one, other, told, ontology)
    meant: dict[tuple[str, str], str] = {}
    for (who, owner), ties in nameless.ties.items():
        found = _parent(people[who], owner, named, people) or _partner(people[who], owner, ties, named)
        if found:
            meant[who, owner] = found
    return [_told_by_name(told, meant) for told in tellings] if meant else list(tellings)


@dataclass(slots=True)
class _Ties:
    """What is told of two people as a couple, or as parent and child."""

    ties: dict[tuple[str, str], list[Told]] = field(default_factory=lambda: defaultdict(list))
    partners: dict[str, set[str]] = field(default_factory=lambda: defaultdict(set))
    parents: dict[str, set[str]] = field(default_factory=lambda: defaultdict(set))

    def add(self, one: str, other: str, told: Told, ontology: Ontology) -> None:
        """What is told of one, who is the partner or a parent of the other."""
        roles = {person: role for role, person in told.roles}
        if (roles[one], roles[other]) == ("parent", "child"):
            self.parents[other].add(one)
        elif told.type in ontology.loving and "participant" not in roles.values():
            self.partners[other].add(one)
        else:
            return
        self.ties[one, other].append(told)


def _noun(person: Person) -> str:
    """The one word for what somebody without a name is: "husband" of "husband of Ada Roe", "" of "second husband"."""
    word = person.name.partition(" of ")[0]
    return "" if " " in word else word


def _parent(person: Person, child: str, named: _Ties, people: Mapping[str, Person]) -> str:
    """The one named parent of the gender that the noun tells; "" where it may be another."""
    noun = NOUNS.get(_noun(person))
    if noun is None or noun.tie != "parent" or not noun.gender or _noun(person).startswith(("step", "god")):
        return ""
    genders = {each: _gender(people[each]) for each in named.parents[child]}
    found = [each for each, gender in genders.items() if gender == noun.gender]
    return found[0] if len(found) == 1 and "" not in genders.values() else ""


def _gender(person: Person) -> str:
    """What the name alone tells: pronouns are often misread."""
    name = names.parse(person.name)
    return names.title_gender(name) or names.given_gender(name)


def _partner(person: Person, owner: str, told: Sequence[Told], named: _Ties) -> str:
    """The one named partner whom the noun can mean at that time; "" where it may be another."""
    word = _noun(person)
    noun = NOUNS.get(word)
    if noun is None or noun.tie != "partner":
        return ""
    is_spouse = word.removeprefix("ex-") in _SPOUSES
    others = {each: named.ties[each, owner] for each in sorted(named.partners[owner])}
    if is_spouse:
        others = {each: kept for each, known in others.items() if (kept := [t for t in known if t.type in _MARITAL])}
    documents = {each.claim.document for each in told}
    if len(others) != 1 or any(each.claim.document in documents for known in others.values() for each in known):
        return ""
    (found, known), *_ = others.items()
    fits = _is_wed if is_spouse else _is_near
    if word.startswith("ex"):
        return found if any(each.type in _ENDS or each.claim.end for each in known) else ""
    return found if all(fits(each, known) for each in told) else ""


def _is_wed(told: Told, known: Sequence[Told]) -> bool:
    """Whether two were told to be married by then, and not to have parted before."""
    days = [day for each in known if each.type == "married" and (day := _day(each)) and day.latest]
    day = _day(told)
    if day is None or day.latest is None or not days:
        return False
    first = min(each.latest for each in days if each.latest)
    return first <= day.latest + _LATELY and not _is_over(known, day)


def _is_near(told: Told, known: Sequence[Told]) -> bool:
    """Whether two were told to be a couple at much the same time, and not to have parted before."""
    day = _day(told)
    if day is None or day.latest is None or _is_over(known, day):
        return False
    near = Interval((day.earliest or day.latest) - _LATELY, day.latest + _LATELY)
    return any(other and near.contains(other) for other in map(_day, known))


def _is_over(known: Iterable[Told], day: Interval) -> bool:
    """Whether an end is told before a day."""
    ends = [each for each in known if each.type in _ENDS or each.claim.end]
    return any((when := _ended(each)) is None or when < (day.latest or date.max) for each in ends)


def _ended(told: Told) -> date | None:
    when = told.claim.end or _day(told)
    return when.latest if when else None


def _day(told: Told) -> Interval | None:
    """The day that is told, or else the day on which it is told."""
    when = told.when or told.claim.when
    return when or (Interval(told.published, told.published) if told.published else None)


def _told_by_name(told: Told, meant: Mapping[tuple[str, str], str]) -> Told:
    people = told.people
    for pair in (people, people[::-1]) if len(people) == 2 else ():
        if pair in meant:
            roles = ((role, meant[pair] if person == pair[0] else person) for role, person in told.roles)
            return replace(told, roles=tuple(sorted(roles)))
    return told
