"""A crowd of invented people, counted out from a seed: who married whom, and the documents that tell it.

`readings(100_000)` gives about a million claims in 200,000 documents, as if the pipeline had read them; `fill` puts
them into a store. Names collide as real ones do (a few surnames are common, most are rare), people have up to four
partners, and each happening is told by several documents, some of which know its day and some only the year.
"""

from collections.abc import Iterator
from datetime import date, timedelta
from itertools import accumulate
from random import Random
from typing import NamedTuple

from kg.dates.interval import Interval
from kg.records import Claim, Document, Evidence, LocalPerson, Participant, Reading, Status, content_id
from kg.store import Store

_ONSETS = "b br c ch d dr f g gr h j k l m n p r s st t tr v w".split()
_NUCLEI = "a ai e ea i o oa u".split()
_CODAS = " l m n nd r rd s ss t th x".split(" ")
_STORY = ("met", "dating_began", "went_public", "moved_in", "engaged", "married", "separated", "divorced")
_WORDS = {
    "met": "met",
    "dating_began": "began dating",
    "went_public": "went public together",
    "moved_in": "moved in together",
    "engaged": "became engaged",
    "married": "were married",
    "separated": "separated",
    "divorced": "were divorced",
    "born": "was born",
}
_TOLD = (2, 3, 4, 5)  # documents that tell of one couple


class Happening(NamedTuple):
    """What is so, before anybody tells it."""

    type: str
    people: tuple[int, ...]
    day: date


class Crowd:
    """So many people with their names and births, and the couples among them, the same for one seed."""

    def __init__(self, people: int, *, seed: int = 7) -> None:
        self.seed = seed
        random = Random(seed)
        firsts, lasts = _names(random, 40 + people // 100, 2), _names(random, 200 + people // 4, 3)
        of_firsts, of_lasts = _zipf(len(firsts), 0.7), _zipf(len(lasts), 0.8)
        self.names = [
            f"{random.choices(firsts, cum_weights=of_firsts)[0]} {random.choices(lasts, cum_weights=of_lasts)[0]}"
            for _ in range(people)
        ]
        self.born = [date(1920, 1, 1) + timedelta(random.randrange(25000)) for _ in range(people)]

    def couples(self) -> Iterator[tuple[int, int]]:
        """Two people of about one age, each person in one to four couples or so."""
        random = Random(self.seed + 1)
        people = sorted(range(len(self.born)), key=self.born.__getitem__)
        near = 50
        for place, one in enumerate(people):
            for _ in range(random.choices((0, 1, 2), (4, 5, 1))[0]):
                other = people[min(len(people) - 1, place + random.randint(1, near))]
                if other != one:
                    yield one, other

    def documents(self) -> Iterator[tuple[Document, Reading]]:
        """What is told of every couple, in two to five documents each."""
        random = Random(self.seed + 2)
        for number, couple in enumerate(self.couples()):
            story = self._story(couple, random)
            for copy in range(random.choice(_TOLD)):
                yield self._told(f"{number}-{copy}", story, random)

    def _story(self, couple: tuple[int, int], random: Random) -> list[Happening]:
        day = max(self.born[each] for each in couple) + timedelta(random.randint(7000, 11000))
        story = [Happening("born", (each,), self.born[each]) for each in couple]
        for type in _STORY[: random.randint(2, len(_STORY))]:
            if type in ("met", "married") or random.random() < 0.7:
                story.append(Happening(type, couple, day))
            day += timedelta(random.randint(30, 1500))
        return story

    def _told(self, name: str, story: list[Happening], random: Random) -> tuple[Document, Reading]:
        kept = [each for each in story if random.random() < (0.4 if each.type == "born" else 0.85)] or story[-1:]
        text, found = "", []
        for each in kept:
            when = _precision(each.day, random)
            names = " and ".join(self.names[person] for person in each.people)
            sentence = f"{names} {_WORDS[each.type]} in {when.edtf}."
            found.append((each, when, len(text), sentence))
            text += f"{sentence} "
        last = max(each.day for each in kept) + timedelta(random.randint(1, 900))
        document = _document(name, text.strip(), last)
        return document, self._reading(document, found)

    def _reading(self, document: Document, found: list[tuple[Happening, Interval, int, str]]) -> Reading:
        keys = {
            person: f"p{place}" for place, person in enumerate(dict.fromkeys(p for f in found for p in f[0].people))
        }
        people = tuple(
            LocalPerson(key=key, name=self.names[person], names=(self.names[person],), mentions=2)
            for person, key in keys.items()
        )
        claims = []
        for each, when, start, quote in found:
            role = "person" if each.type == "born" else "partner"
            members = tuple(Participant(role=role, person=keys[p], name=self.names[p]) for p in each.people)
            evidence = Evidence(document=document.id, start=start, end=start + len(quote), quote=quote)
            claims.append(
                Claim(
                    id=content_id("claim", document.id, start),
                    document=document.id,
                    kind="event",
                    type=each.type,
                    people=members,
                    when=when,
                    status=Status.ASSERTED,
                    evidence=evidence,
                    found_by="crowd",
                )
            )
        return Reading(document=document.id, stamp="crowd", people=people, claims=tuple(claims))


def readings(people: int, *, seed: int = 7) -> Iterator[tuple[Document, Reading]]:
    """Documents with what they say; about two documents and ten claims for each of `people`."""
    return Crowd(people, seed=seed).documents()


def fill(store: Store, people: int, *, seed: int = 7) -> int:
    """Puts the documents of a crowd into a store, in one transaction; how many claims."""
    claims = 0

    def told() -> Iterator[tuple[Document, Reading]]:
        nonlocal claims
        for document, reading in readings(people, seed=seed):
            claims += len(reading.claims)
            yield document, reading

    store.take(told(), "/crowd", ())
    return claims


def _document(name: str, text: str, published: date) -> Document:
    id = content_id("document", name)
    return Document(
        id=id, source=f"{name}.txt", text=text, publisher="The Crowd", published=published, digest=content_id(text)
    )


def _precision(day: date, random: Random) -> Interval:
    kind = random.random()
    if kind < 0.4:
        return Interval.day(day)
    return Interval.from_edtf(f"{day:%Y-%m}" if kind < 0.7 else f"{day:%Y}")


def _names(random: Random, most: int, syllables: int) -> list[str]:
    """So many different words that can be said."""
    found: dict[str, None] = {}
    while len(found) < most:
        parts = [
            random.choice(_ONSETS) + random.choice(_NUCLEI) + (random.choice(_CODAS) if i else "")
            for i in range(random.randint(2, syllables))
        ]
        found["".join(parts).capitalize()] = None
    return list(found)


def _zipf(most: int, power: float) -> list[float]:
    """How often names are borne, added up: the first is common, the last is rare."""
    return list(accumulate(1 / rank**power for rank in range(1, most + 1)))
