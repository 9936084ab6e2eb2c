"""An archive of short news notes of our own, as many as are asked for, no two alike: about sixty words each.

python -m tests.scale.archive 1000 FOLDER
"""

import sys
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path
from random import Random

from tests.scale.crowd import Crowd, Happening

_FIRSTS = (
    "Anna Ben Clara David Ellen Frank Grace Henry Irene James Karen Louis Maria Nathan Olivia Peter Quentin Rachel "
    "Simon Teresa Victor Wendy Adam Bella Carl Diana Edward Fiona George Helen Ian Julia Kevin Laura Martin Nina Oscar "
    "Paula Robert Susan Thomas Ursula Walter Yvonne Alan Beatrice Colin Dorothy Eric Florence"
).split()
_TRADES = "actor singer novelist footballer painter chef architect presenter drummer swimmer surgeon".split()
_TOWNS = "Leeds Cardiff Bath Derry Lincoln Oban Truro Whitby Dundee Margate Durham Exeter Perth Kendal Ripon".split()
_TOLD = {
    "met": ("{a} and {b} met {when}.", "{a} first met {b} {when}."),
    "dating_began": ("{a} and {b} began dating {when}.", "{a} started dating {b} {when}."),
    "went_public": ("{a} and {b} went public with their relationship {when}.",),
    "moved_in": ("{a} and {b} moved in together {when}.", "{a} moved in with {b} {when}."),
    "engaged": ("{a} and {b} got engaged {when}.", "{a} proposed to {b} {when}."),
    "married": ("{a} married {b} {when}.", "{a} and {b} were married {when} in {town}."),
    "separated": ("{a} and {b} separated {when}.", "{a} split from {b} {when}."),
    "divorced": ("{a} and {b} divorced {when}.", "{a} divorced {b} {when}."),
    "born": ("{a} was born {when} in {town}.", "{a}, a {trade}, was born {when}."),
}
_FILLING = (
    "The {trade} was seen in {town} that week, where a new season had just opened to good notices.",
    "A friend of the family said that nothing had changed at the house near {town}.",
    "Rain kept most people away from the market in {town}, but the hall was full by eight.",
    "The {trade} has worked in {town} for years and still keeps a small studio above a bakery.",
    "Tickets for the evening in {town} were gone within an hour, the organisers said.",
    "Neither would say more when they left the station at {town}.",
)


class Archive(Crowd):
    """A crowd whose first names are in use, and notes about it."""

    def __init__(self, people: int, *, seed: int = 7) -> None:
        super().__init__(people, seed=seed)
        random = Random(seed + 3)
        self.names = [f"{random.choice(_FIRSTS)} {name.split()[1]}" for name in self.names]

    def notes(self) -> Iterator[tuple[date, str]]:
        """The day and the text of each note."""
        random = Random(self.seed + 4)
        for couple in self.couples():
            story = self._story(couple, random)
            for _ in range(random.choice((2, 3, 4, 5))):
                yield self._note(random.sample(story, min(len(story), random.randint(1, 2))), random)

    def _note(self, told: list[Happening], random: Random) -> tuple[date, str]:
        day = max(each.day for each in told) + timedelta(random.randint(1, 900))
        told = sorted(told, key=lambda each: each.day)
        sentences = [self._sentence(each, random) for each in told]
        for filling in random.sample(_FILLING, 4 - len(told)):
            place = random.randint(0, len(sentences))
            sentences.insert(place, filling.format(trade=random.choice(_TRADES), town=random.choice(_TOWNS)))
        return day, " ".join(sentences)

    def _sentence(self, told: Happening, random: Random) -> str:
        names = {key: self.names[person] for key, person in zip("ab", told.people, strict=False)}
        when = random.choice((f"in {told.day:%Y}", f"in {told.day:%B %Y}", f"on {told.day.day} {told.day:%B %Y}"))
        words = random.choice(_TOLD[told.type])
        return words.format(when=when, town=random.choice(_TOWNS), trade=random.choice(_TRADES), **names)


def write(folder: Path, notes: int, *, more: int = 0) -> None:
    """Writes so many notes into a folder, a thousand in each folder below, and some `more` of the same story.

    What is there already is left alone.
    """
    found = Archive(notes // 2 + 100).notes()
    for number, (day, text) in zip(range(notes + more), found, strict=False):
        path = folder / f"{number // 1000:03}" / f"{number:06}.txt"
        if not path.exists():
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(f"date {day}\n{text}\n", encoding="utf-8")


if __name__ == "__main__":
    write(Path(sys.argv[2]), int(sys.argv[1]))
