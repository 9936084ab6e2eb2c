"""A timeline of many invented people and events, made by counting."""

from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from random import Random

from kg.dates.interval import Interval
from kg.records import Bound, Claim, Document, Event, Evidence, Member, Person, State, Timeline

DOCUMENT = Document(id="d", source="d.txt", text="They met.", published=date(2020, 1, 1))
_SYLLABLES = "ba den fir gul hem jos kan lim mor nev oss pel quin rud sev tam ulv wen yar zol".split()
_TYPES = ("met", "dating_began", "engaged", "married", "separated", "divorced", "worked_together")


def large(events: int, *, seed: int = 7) -> Timeline:
    """A timeline of so many events among a fifth as many people, each with a claim; couples have several events."""
    random = Random(seed)
    people = crowd(events, random)
    told = list(happenings(events, people, random))
    found = tuple(each for each in told if isinstance(each, Event))
    states = tuple(each for each in told if isinstance(each, State))
    return Timeline.model_construct(
        documents=(DOCUMENT,), people=people, events=found, states=states, kin=(), conflicts=()
    )


def crowd(events: int, random: Random) -> tuple[Person, ...]:
    """The people of so many events."""
    return tuple(Person(id=f"{n:08x}", name=_name(random)) for n in range(max(events // 5, 4)))


def happenings(events: int, people: Sequence[Person], random: Random) -> Iterator[Event | State]:
    """So many events, or a few more, of couples, and a state for each wedding; the ids of each kind rise."""
    number = weddings = 0
    while number < events:
        one, other = random.sample(people, 2)
        day = date(1950, 1, 1) + timedelta(random.randrange(20000))
        for type in _TYPES[: random.randint(1, len(_TYPES))]:
            yield _event(number, type, (one, other), day)
            number += 1
            if type == "married":
                yield _married(weddings, (one, other), day)
                weddings += 1
            day += timedelta(random.randrange(900))


def _name(random: Random) -> str:
    return " ".join("".join(random.choices(_SYLLABLES, k=random.randint(2, 3))).capitalize() for _ in range(2))


_PARTNER = Member(id="p", name="", role="partner")


def _members(people: tuple[Person, Person]) -> tuple[Member, ...]:
    return tuple(_PARTNER.model_copy(update={"id": each.id, "name": each.name}) for each in people)


_EVIDENCE = Evidence(document="d", start=0, end=9, quote="They met.")
_CLAIM = Claim(id="c", document="d", kind="event", type="met", people=(), evidence=_EVIDENCE)  # enough to be quoted


# a record is a shallow copy of one made before: making the data shall not cost as much as what is measured on it
_MET = Event.model_construct(id="e", type="met", people=(), claims=(_CLAIM,))
_WED = State.model_construct(id="s", type="married", people=(), claims=(_CLAIM,))


def _event(number: int, type: str, people: tuple[Person, Person], day: date) -> Event:
    fields = {"id": f"e{number:08x}", "type": type, "people": _members(people), "when": Interval.day(day)}
    return _MET.model_copy(update=fields)


def _married(number: int, people: tuple[Person, Person], day: date) -> State:
    fields = {"id": f"s{number:08x}", "people": _members(people), "start": Bound(earliest=day, latest=day)}
    return _WED.model_copy(update=fields)
