"""What people do for a living: whether one life joins two callings, and the word that tells namesakes apart."""

from collections import Counter
from collections.abc import Iterable, Sequence

from kg.nlp.lexicon import NOUNS

# kinds of work; one life often joins those of one line
_WORK = {
    "screen": "actor actress star filmmaker director producer presenter host comedian comic model dancer performer",
    "song": "singer songwriter rapper musician composer popstar frontman vocalist dj performer star",
    "band": "drummer guitarist bassist pianist violinist cellist organist saxophonist musician composer songwriter",
    "letters": "writer author novelist poet journalist playwright critic columnist editor historian essayist "
    "broadcaster reporter",
    "sport": "footballer player athlete swimmer boxer wrestler golfer cyclist driver coach cricketer quarterback "
    "goalkeeper midfielder striker jockey runner sprinter hurdler rower climber gymnast skier skater",
    "state": "politician minister president senator governor mayor king queen prince princess lawyer judge diplomat",
    "war": "soldier officer general admiral captain colonel pilot sailor",
    "science": "scientist physicist chemist biologist mathematician astronomer engineer inventor professor doctor vet "
    "geologist botanist crystallographer surgeon economist",
    "faith": "priest bishop vicar pastor rabbi monk nun missionary",
    "trade": "businessman businesswoman entrepreneur banker merchant farmer baker carpenter chef restaurateur teacher",
    "art": "painter sculptor artist photographer architect designer potter ceramicist illustrator",
}
_NEAR = {
    "screen": ("song", "letters", "art", "sport", "trade", "state"),
    "song": ("screen", "band", "art"),
    "letters": ("screen", "art", "state", "science"),
    "state": ("war", "letters", "trade", "screen"),
    "trade": ("screen", "state", "science", "art"),
}
_WORDS = {line: frozenset(words.split()) for line, words in _WORK.items()}
_LINES = {
    word: frozenset(line for line, words in _WORDS.items() if word in words)
    for word in frozenset().union(*_WORDS.values())
}
# nouns that say little of whom they are said
_VAGUE = frozenset(
    """
    man woman lady gentleman boy girl lad bloke guy star celebrity personality person individual native resident
    newcomer winner contestant finalist icon legend teenager teen beauty hunk blonde brunette goddess diva divorcee
    newlywed colleague student leader nominee champion heir heiress player
    """.split()
)


def lines(descriptors: Iterable[str]) -> frozenset[str]:
    """The lines of work that some nouns tell.

    >>> sorted(lines(["drummer", "father"])), sorted(lines(["musician"]))
    (['band'], ['band', 'song'])
    """
    return frozenset(line for noun in descriptors for line in _LINES.get(noun, ()))


def callings(descriptors: Iterable[str]) -> list[str]:
    """The nouns that tell what somebody does, without ties and what is said of everybody.

    >>> callings(["man", "drummer", "father"])
    ['drummer']
    """
    return [noun for noun in descriptors if _is_calling(noun)]


def is_one_life(one: frozenset[str], other: frozenset[str]) -> bool:
    """Whether some work of either line is often done by one person; so it is where one is known of no work."""
    pairs = [(a, b) for a in one for b in other]
    return not pairs or any(a == b or b in _NEAR.get(a, ()) or a in _NEAR.get(b, ()) for a, b in pairs)


def told_apart(namesakes: Sequence[Counter[str]]) -> list[str]:
    """For each of several namesakes the calling that no other has, or ""; nothing for one who bears the name alone.

    `namesakes` are the nouns that documents call each by, and how many do.

    >>> told_apart([Counter(drummer=2, man=3), Counter(actor=1, husband=1), Counter()])
    ['drummer', 'actor', '']
    """
    if len(namesakes) < 2:
        return ["" for _ in namesakes]
    everyone = Counter(noun for each in namesakes for noun in each)
    return [_calling(each, everyone) for each in namesakes]


def _calling(nouns: Counter[str], everyone: Counter[str]) -> str:
    fit = sorted(noun for noun in nouns if everyone[noun] == 1 and _is_calling(noun))
    return max(fit, key=lambda noun: (nouns[noun], noun in _LINES), default="")


def _is_calling(noun: str) -> bool:
    known = NOUNS.get(noun)
    return noun not in _VAGUE and not (known and known.tie)
