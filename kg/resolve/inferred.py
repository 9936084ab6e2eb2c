"""Events that follow from others by a rule: births as the births of the parents' children, and widowhood."""

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from kg.ontology.schema import Ontology
from kg.records import Basis, Event, Kin, Member, Person, content_id
from kg.resolve.events import point
from kg.resolve.told import Told

Couple = frozenset[str]
Pair = tuple[str, ...]

_ENDS = ("divorced", "separated", "divorce_filed")
_WIDOW = re.compile(r"\bwidow(er|ed)?\b|\blate (husband|wife|spouse)\b", re.IGNORECASE)
_YEAR = timedelta(days=366)
_NEWS = timedelta(days=60)  # from a death to what is its obituary


def births(events: Sequence[Event], ties: Iterable[Kin], ontology: Ontology) -> list[Event]:
    """A dated birth is the birth of a child to the parents that are told of, one or two."""
    told = {
        member.id for event in events if event.type == "child_born" for member in event.people if member.role == "child"
    }
    parents: dict[str, list[tuple[Member, Kin]]] = defaultdict(list)
    for tie in ties:
        if tie.type == "parent_of":
            parents[tie.people[1].id].append((tie.people[0], tie))
    most = ontology.events["child_born"].roles.count("parent")
    born = [event for event in events if event.type == "born" and event.status.is_real and event.when]
    new = [event for event in born if event.people[0].id not in told]
    return [_birth(event, known) for event in new if 0 < len(known := parents[event.people[0].id]) <= most]


def losses(
    events: Sequence[Event],
    held: Mapping[Pair, Sequence[Told]],
    published: Mapping[str, date | None],
    people: Mapping[str, Person],
) -> list[Event]:
    """A wife or husband who outlived the other was widowed, if nothing tells that the marriage had ended before.

    That it lasted has to be told: by words for a widow, by calling them married when the death was told or at most a
    year before it, by an obituary that tells the wedding, by the survivor's next wedding, or by the survivor's own,
    later death, if words and not just years in a bracket tell of the first. Of who may be long divorced, nothing is
    inferred; nor of two whose wedding is not told, but from words for a widow. `held` are the state claims of each
    couple, `published` the days of the documents.
    """
    real = [event for event in events if event.status.is_real]
    deaths = {event.people[0].id: event for event in real if event.type == "died"}
    told = {_couple(event) for event in real if event.type == "widowed"}
    ends: dict[Couple, list[Event]] = defaultdict(list)
    weddings: dict[str, list[Event]] = defaultdict(list)
    couples: dict[Couple, tuple[Member, ...]] = {}
    for event in (event for event in real if len(event.people) == 2):  # "she married in 2023" names nobody else
        if event.type in _ENDS:
            ends[_couple(event)].append(event)
        if event.type == "married":
            couples[_couple(event)] = event.people
            for member in event.people:
                weddings[member.id].append(event)
    for pair, states in held.items():
        if any(each.type == "married" for each in states) and not deaths.keys().isdisjoint(pair):
            couples.setdefault(frozenset(pair), tuple(_member(people[id]) for id in pair))
    out = []
    for couple in sorted(couples.keys() - told, key=sorted):
        states = [each for each in held.get(tuple(sorted(couple)), ()) if each.type == "married"]
        marriage = _Marriage(couples[couple], states, ends[couple], weddings, deaths, published)
        out += [_loss(*pair, deaths[pair[0].id]) for pair in marriage.losses()]
    return out


@dataclass(frozen=True, slots=True)
class _Marriage:
    """Two who married, and what is told of the marriage's length."""

    people: tuple[Member, ...]
    states: Sequence[Told]
    ends: Sequence[Event]
    weddings: Mapping[str, Sequence[Event]]
    deaths: Mapping[str, Event]
    published: Mapping[str, date | None]

    def losses(self) -> list[tuple[Member, Member]]:
        """The dead and the survivor, if one lost the other."""
        both = ((self.people[0], self.people[1]), (self.people[1], self.people[0]))
        return [(dead, survivor) for dead, survivor in both if dead.id in self.deaths and self._is_loss(dead, survivor)]

    def _is_loss(self, dead: Member, survivor: Member) -> bool:
        death, own = self.deaths[dead.id], self.deaths.get(survivor.id)
        if own and (own.when is None or death.when is None or point(own.when) <= point(death.when)):
            return False
        if not self._mine:
            return self._lasted(dead, survivor, death) and self._is_in_words_for_widows()
        is_outlived = own is not None and _is_in_words(death)
        return self._lasted(dead, survivor, death) and (is_outlived or self._is_told(survivor, death))

    @property
    def _mine(self) -> list[Event]:
        return [
            each for each in self.weddings[self.people[0].id] if _couple(each) == frozenset(m.id for m in self.people)
        ]

    def _lasted(self, dead: Member, survivor: Member, death: Event) -> bool:
        """Whether nothing ended it after the last wedding, nor did either marry anybody else before the death."""
        last = max((point(each.when) for each in self._mine if each.when), default=None)
        if any(last is None or each.when is None or point(each.when) >= last for each in self.ends):
            return False
        if last is None or death.when is None:
            return True
        others = [*self.weddings[dead.id], *self.weddings[survivor.id]]
        days = [point(each.when) for each in others if each.when and each not in self._mine]
        return not any(last < day < point(death.when) for day in days)

    def _is_in_words_for_widows(self) -> bool:
        return any(_WIDOW.search(each.claim.evidence.quote) for each in self.states)

    def _is_told(self, survivor: Member, death: Event) -> bool:
        if self._is_in_words_for_widows():
            return True
        day = death.when.earliest if death.when else None
        if day is None:
            return False
        held = [each.claim.when.latest for each in self.states if each.claim.when and not each.claim.end]
        again = [each.when.earliest for each in self.weddings[survivor.id] if each not in self._mine and each.when]
        if any(each and each >= day - _YEAR for each in held) or any(each and each >= day for each in again):
            return True
        return bool(self._obituaries(death, day) & {document for each in self._mine for document in _documents(each)})

    def _obituaries(self, death: Event, day: date) -> set[str]:
        known = ((each, self.published.get(each)) for each in _documents(death))
        return {document for document, news in known if news and day <= news <= day + _NEWS}


def _is_in_words(death: Event) -> bool:
    """Whether a clause tells the death, and not years in a bracket alone."""
    return any(not claim.found_by.startswith("bracket") for claim in death.claims)


def _documents(event: Event) -> set[str]:
    return {claim.document for claim in event.claims}


def _birth(born: Event, parents: Sequence[tuple[Member, Kin]]) -> Event:
    members = sorted((parent for parent, _ in parents), key=lambda member: (member.name, member.id))
    child = born.people[0].model_copy(update={"role": "child"})
    claims = {claim.id: claim for _, tie in parents for claim in tie.claims} | {
        claim.id: claim for claim in born.claims
    }
    return Event(
        id=content_id("event", "child_born", child.id, "inferred"),
        type="child_born",
        people=(*members, child),
        when=born.when,
        status=born.status,
        basis=Basis.INFERRED,
        place=born.place,
        score=born.score,
        claims=tuple(claims[each] for each in sorted(claims)),
    )


def _loss(dead: Member, survivor: Member, death: Event) -> Event:
    members = (survivor.model_copy(update={"role": "survivor"}), dead.model_copy(update={"role": "deceased"}))
    return Event(
        id=content_id("event", "widowed", *((member.role, member.id) for member in members), "inferred"),
        type="widowed",
        people=members,
        when=death.when,
        status=death.status,
        basis=Basis.INFERRED,
        score=death.score,
        claims=death.claims,
    )


def _member(person: Person) -> Member:
    return Member(id=person.id, name=person.name, role="partner")


def _couple(event: Event) -> Couple:
    return frozenset(member.id for member in event.people)
