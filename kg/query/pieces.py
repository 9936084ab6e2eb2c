"""A question cut into pieces: people, times, happenings, relational nouns, numbers and plain words."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date

from kg.dates.interval import Interval
from kg.nlp.lexicon import person_noun
from kg.nlp.names import is_title
from kg.query.facts import Facts
from kg.query.query import Who
from kg.query.words import Relation, Sense, lemmas, tokenized
from kg.records import TimeExpression

NUMBERS = {
    **{word: place for place, words in enumerate(("first 1st eldest oldest elder older next", "second 2nd", "third 3rd",
        "fourth 4th", "fifth 5th", "sixth 6th"), 1) for word in words.split()},
    **dict.fromkeys(("original", "originally", "initially"), 1),
    **dict.fromkeys(("last", "latest", "final", "recent", "youngest", "younger"), -1),
    **dict.fromkeys(("current", "only"), 0),
}  # fmt: skip
# Words that open a question or hold it together: never a person's name when they stand alone in lower case or first.
SMALL = frozenset(
    "a about ago all an and any anyone are as at be been before between by can could did do does during each ever for "
    "from had has have her his how if in into is it its know known last list long many me more most much not of old "
    "older on one or other out over that the their them then there they this till to two under until up was way we "
    "well were what when where whether which while who whom whose why will with would year years you your since after "
    "so still now tell show name give events may".split()
)


@dataclass(frozen=True, slots=True)
class Piece:
    """Some words of a question: `text` from `start` to `end` (not included). At most one of the other fields is set.

    `ids` are all the people a name may mean; `who` is set once they are told apart.
    """

    text: str
    start: int
    end: int
    ids: tuple[str, ...] = ()
    who: Who | None = None
    time: TimeExpression | None = None
    senses: frozenset[Sense] = frozenset()
    noun: str = ""
    relation: Relation | None = None
    number: int | None = None
    misspelled: bool = False

    @property
    def low(self) -> str:
        """The words in lower case."""
        return self.text.lower()

    @property
    def is_plain(self) -> bool:
        """Whether it is nothing but words."""
        return not (self.ids or self.who or self.time or self.senses or self.relation)


@dataclass
class Cutting:
    """The work of cutting one question: which tokens are taken so far."""

    text: str
    facts: Facts
    tokens: list[tuple[str, int, int]] = field(init=False)
    taken: dict[int, tuple[int, Piece]] = field(default_factory=dict)  # first token -> the token after the last, piece

    def __post_init__(self) -> None:
        self.tokens = tokenized(self.text)

    def put(self, first: int, last: int, **what: object) -> None:
        """Take tokens `first` to `last` (not included) for a piece."""
        start, end = self.tokens[first][1], self.tokens[last - 1][2]
        for inner in range(first, last):
            self.taken.pop(inner, None)
        self.taken[first] = (last, Piece(self.text[start:end], start, end, **what))  # type: ignore[arg-type]

    def is_free(self, i: int) -> bool:
        """Whether no piece covers token `i`."""
        return not any(first <= i < last for first, (last, _) in self.taken.items())

    def is_open(self, first: int, last: int) -> bool:
        """Whether tokens `first` to `last` (not included) are free or hold whole names: "Norton" of "Jams Norton"."""
        inside = [(i, end, piece) for i, (end, piece) in self.taken.items() if i < last and end > first]
        return all(i >= first and end <= last and piece.ids for i, end, piece in inside)

    def pieces(self) -> list[Piece]:
        """All pieces in order; what nobody took is plain words."""
        i, found = 0, []
        while i < len(self.tokens):
            if i in self.taken:
                i, piece = self.taken[i]
            else:
                word, start, end = self.tokens[i]
                piece, i = Piece(word, start, end, number=NUMBERS.get(word.lower())), i + 1
            found.append(piece)
        return found


def cut(text: str, facts: Facts) -> list[Piece]:
    """The pieces of a question, in order."""
    cutting = Cutting(text, facts)
    _mark_names(cutting)
    _mark_shared_surnames(cutting)
    _mark_times(cutting)
    _mark_relations(cutting)
    _mark_happenings(cutting)
    _mark_shared_work(cutting)
    _mark_misspelled(cutting)
    return cutting.pieces()


def _mark_names(cutting: Cutting) -> None:
    """The longest forms of names first, from left to right."""
    tokens, i = cutting.tokens, 0
    while i < len(tokens):
        for last in range(min(len(tokens), i + 2 * cutting.facts.names.longest), i, -1):
            if ids := _name_at(cutting, i, last):
                if _is_title_of_work(cutting, ids, i, last):
                    cutting.put(i, last := last + 1)
                elif not _is_place_or_work(cutting, i, last):
                    cutting.put(i, last, ids=ids)
                i = last - 1
                break
        i += 1


def _mark_shared_surnames(cutting: Cutting) -> None:
    """ "Ada and Bob Lane": Ada is a Lane, too, if there is an Ada Lane."""
    words = [word for word, _, _ in cutting.tokens]
    for i in range(len(words) - 3):
        if words[i + 1].lower() in ("and", "or", "&") and i + 2 in cutting.taken and words[i][0].isupper():
            last, _ = cutting.taken[i + 2]
            alone = i not in cutting.taken or cutting.taken[i][0] == i + 1
            if last - i > 3 and alone and (ids := cutting.facts.names.find(_form([words[i], words[last - 1]]))):
                cutting.put(i, i + 1, ids=ids)


def _name_at(cutting: Cutting, first: int, last: int) -> tuple[str, ...]:
    words = [word for word, _, _ in cutting.tokens[first:last]]
    if not (words[0][0].isalnum() and (words[-1][0].isalnum() or words[-1] in ".)")):
        return ()
    if words[-1] == "." and last == len(cutting.tokens) and len(words[-2]) > 3:
        return ()
    form = _form(words)
    if len(words) == 1 and not _may_name(cutting, first):
        return ()
    found = cutting.facts.names.find(form)
    return _as_written(cutting, found, first, last) if len(found) > 1 else found


_BEFORE_PLACES = ("in", "on", "at")
_FEW = 20  # people of one name whose works are looked through


def _is_title_of_work(cutting: Cutting, ids: tuple[str, ...], first: int, last: int) -> bool:
    """ "The Ada Byron Show", on which she worked, is not Ada Byron."""
    following = cutting.tokens[last : last + 1]
    if not following or not following[0][0][:1].isupper() or len(ids) > _FEW:
        return False
    title = cutting.text[cutting.tokens[first][1] : following[0][2]].casefold()
    events = (event for id in ids for event in cutting.facts.events([id], "worked_together"))
    return any(event.work and title in event.work.casefold() for event in events)


def _is_place_or_work(cutting: Cutting, first: int, last: int) -> bool:
    """ "In Florence", "on Glee" is nobody, whoever else bears the name; "in Ada's life" is of Ada."""
    words = [word.lower() for word, _, _ in cutting.tokens]
    is_behind = first > 0 and words[first - 1] in _BEFORE_PLACES
    return is_behind and not any(word.startswith(("'", "’")) for word in words[last : last + 1])


def _as_written(cutting: Cutting, ids: tuple[str, ...], first: int, last: int) -> tuple[str, ...]:
    """Those whose name holds the words with the same accents: "Stéphanie" is not Stephanie, if there are both."""
    text = cutting.text[cutting.tokens[first][1] : cutting.tokens[last - 1][2]].casefold()
    people = cutting.facts.people
    same = [id for id in ids if any(text in name.casefold() for name in (people[id].name, *people[id].aliases))]
    return tuple(same) or ids


def _form(words: Iterable[str]) -> tuple[str, ...]:
    from kg.query.people import folded

    return tuple(part for word in words for part in folded(word))


def _may_name(cutting: Cutting, i: int) -> bool:
    """Whether a word may be a name by itself: "Will they marry?" and "in May" name nobody."""
    word = cutting.tokens[i][0]
    low = word.lower()
    if low in SMALL and (i == 0 or word == low):
        return False
    if low in _MONTHS:
        before = cutting.tokens[i - 1][0].lower() if i else ""
        after = cutting.tokens[i + 1][0] if i + 1 < len(cutting.tokens) else ""
        return word != low and before not in _PREPOSITIONS and not after.isdigit() and not before.isdigit()
    is_word = low in NUMBERS or person_noun(low) or cutting.facts.lexicon.match([low])[1]
    return word != low or not is_word


_MONTHS = frozenset(
    "january february march april may june july august september october november december summer autumn winter spring "
    "christmas easter".split()
)
_PREPOSITIONS = frozenset("in on by since until before after during of early late mid last next".split())


_WARS = re.compile(
    r"\b(?:(?P<first>the first world war|world war (?:i|one|1)|wwi|ww1|the great war)"
    r"|the second world war|world war (?:ii|two|2)|wwii|ww2)\b",
    re.IGNORECASE,
)
_FIRST_WAR, _SECOND_WAR = (date(1914, 7, 28), date(1918, 11, 11)), (date(1939, 9, 1), date(1945, 9, 2))


def _mark_times(cutting: Cutting) -> None:
    """The date expressions outside names, read against the day of the newest document."""
    from kg.dates.phrases import phrases

    for war in _WARS.finditer(cutting.text):
        inside = [i for i, (_, start, end) in enumerate(cutting.tokens) if war.start() <= start and end <= war.end()]
        when = Interval(*(_FIRST_WAR if war["first"] else _SECOND_WAR))
        if inside and all(map(cutting.is_free, inside)):
            time = TimeExpression(start=war.start(), end=war.end(), text=war[0], when=when)
            cutting.put(inside[0], inside[-1] + 1, time=time)
    for found in phrases(cutting.text, cutting.facts.newest):
        inside = [i for i, (_, start, end) in enumerate(cutting.tokens) if found.start <= start and end <= found.end]
        if inside and found.when and all(map(cutting.is_free, inside)):
            cutting.put(inside[0], inside[-1] + 1, time=found)


def _mark_relations(cutting: Cutting) -> None:
    """Relational nouns, with "ex-", "former" or "-in-law" where they have it."""
    tokens = cutting.tokens
    for i in range(len(tokens)):
        for last in range(min(i + 5, len(tokens)), i, -1):
            if all(map(cutting.is_free, range(i, last))):
                noun = _noun(tokens[i:last])
                relation = cutting.facts.lexicon.relation(noun) if noun else None
                if relation and not _is_verb(cutting, i, last):
                    cutting.put(i, last, relation=relation, noun=noun)
                    break


def _noun(tokens: list[tuple[str, int, int]]) -> str:
    """The tokens as one noun: "ex-wife", "former husband", "brother-in-law"."""
    words = [word.lower() for word, _, _ in tokens]
    if not words[0][0].isalpha() or not words[-1][0].isalpha():
        return ""
    joined = " ".join(words).replace(" - ", "-")
    return joined if len(words) == 1 or "-" in joined or words[0] in _SIDED else ""


_SIDED = ("ex", "former", "other", "late", "maternal", "paternal")


def _is_verb(cutting: Cutting, first: int, last: int) -> bool:
    """Whether the noun is part of a happening: "become a couple", "had a child", "husband and wife"."""
    words = [word.lower() for word, _, _ in cutting.tokens[:last]]
    before = words[max(0, first - 3) : first]
    if words[first] == "betrothed" and before[-1:] not in (["the"], ["a"], ["'s"], ["his"], ["her"], ["their"]):
        return True
    if words[first] in ("couple",) or _is_having(cutting, words, first):
        return True
    after = [word.lower() for word, _, _ in cutting.tokens[last : last + 2]]
    return after in (["and", "wife"], ["and", "girlfriend"]) or before[-2:] in (
        ["husband", "and"],
        ["boyfriend", "and"],
        ["man", "and"],
    )


_HAVING = frozenset(
    "have having expect expecting expects had welcome welcomed welcoming adopt adopted adopting".split()
)


def _is_having(cutting: Cutting, words: list[str], first: int) -> bool:
    """ "have a child", "welcomed their first son", but not "how many children did they have"."""
    relation = cutting.facts.lexicon.relation(words[first])
    before = words[max(0, first - 4) : first]
    return bool(relation and relation.kin == "child" and _HAVING & set(before) and "'s" not in before)


def _mark_happenings(cutting: Cutting) -> None:
    """Words for events and states; the longest phrase from each word on."""
    for i in range(len(cutting.tokens)):
        if not cutting.is_free(i) or is_title(cutting.tokens[i][0]) or _describes(cutting, i):
            continue
        run = _run(cutting, i)
        if not run or run[0][0] != i or _is_the_date(cutting, i):
            continue
        senses, taken = cutting.facts.lexicon.match([word for _, word in run])
        places = [run[each][0] for each in taken]
        if senses and all(map(cutting.is_free, places)):
            cutting.put(i, i + 1, senses=senses)
            for place in places[1:]:
                cutting.put(place, place + 1, noun="-")


def _mark_shared_work(cutting: Cutting) -> None:
    """ "Found a theatre with", "what film did they make together": a deed that makes a work, and its noun."""
    words = [word.lower() for word, _, _ in cutting.tokens]
    work = cutting.facts.ontology.work
    makes = next((i for i, word in enumerate(words) if cutting.is_free(i) and lemmas(word) & _making(work)), None)
    is_work = any(lemmas(word) & set(work.get("project", ())) for word in words)
    told = [word for word in words if word[0].isalnum()]
    asks_whom = "together" in told or told[:2] == ["with", "whom"] or told[-1:] == ["with"]
    if makes is None or not is_work or not asks_whom:
        return
    cutting.put(makes, makes + 1, senses=frozenset({Sense("event", "worked_together")}))
    for i, word in enumerate(words):
        if word == "together":
            cutting.put(i, i + 1, noun="-")


def _making(work: Mapping[str, Iterable[str]]) -> set[str]:
    """The verbs of making, "make" itself among them."""
    return {"make", *work.get("making", ())}


def _describes(cutting: Cutting, i: int) -> bool:
    """ "Her adopted daughter" is a daughter."""
    _, following = cutting.taken.get(i + 1, (0, None))
    return cutting.tokens[i][0].lower() in ("adopted", "adoptive") and bool(following and following.relation)


def _is_the_date(cutting: Cutting, i: int) -> bool:
    """ "What was the date of the wedding?" speaks of a calendar."""
    before = cutting.tokens[i - 1][0].lower() if i else ""
    after = cutting.tokens[i + 1][0].lower() if i + 1 < len(cutting.tokens) else ""
    is_the = before in ("the", "what", "which", "exact") or after == "of"
    return cutting.tokens[i][0].lower() in ("date", "dates") and is_the


def _run(cutting: Cutting, first: int) -> list[tuple[int, str]]:
    """The free words from a token on, up to the next sign, name or time; names of people are passed over."""
    found: list[tuple[int, str]] = []
    for i in range(first, len(cutting.tokens)):
        word = cutting.tokens[i][0].lower()
        if word in ",.?!;:" or len(found) == 9:
            break
        if cutting.is_free(i) and word[0].isalnum():
            found.append((i, word))
    return found


def _mark_misspelled(cutting: Cutting) -> None:
    """Words with a capital that are nearly a name; in a question without capitals any word may be."""
    words = [word for word, _, _ in cutting.tokens]
    has_capitals = any(word[0].isupper() for word in words[1:])
    for i in range(len(words)):
        for last in (i + 3, i + 2, i + 1):
            free = [place for place in range(i, min(last, len(words))) if cutting.is_free(place)]
            if last > len(words) or not free or not cutting.is_open(i, last):
                continue
            if not all(_may_misspell(words[place], has_capitals) for place in free):
                continue
            if ids := cutting.facts.names.near(_form(words[i:last])):
                cutting.put(i, last, ids=ids, misspelled=True)
                break


def _may_misspell(word: str, has_capitals: bool) -> bool:
    return len(word) > 2 and word.isalpha() and word.lower() not in SMALL and (word[0].isupper() or not has_capitals)
