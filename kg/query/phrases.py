"""Pieces brought together to whom a question speaks of: names told apart, pronouns, and "the sister of her father"."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace

from kg.dates.interval import Certainty
from kg.errors import UnknownName
from kg.query.calendar import event_time
from kg.query.facts import Facts
from kg.query.people import which
from kg.query.pieces import NUMBERS, SMALL, Piece
from kg.query.query import Who

_SHE, _HE = frozenset({"she", "her", "hers"}), frozenset({"he", "his", "him"})
_POSSESSIVE = frozenset({"her", "his", "their"})
_PLURAL = frozenset({"they", "them", "their", "theirs"})
PRONOUNS = frozenset({"she", "he", "they", "him", "them"})  # which mean somebody who has to be known
_PAIRS = frozenset({"two", "couple", "pair", "both", "lovers"})
_OPENING = frozenset("before after when while until since and".split())
# What may stand between a possessor and a relational noun: "her new boyfriend", "his first and only wife".
_NO_NOUNS = SMALL | {",", "through", "upon", "via", "against", "once", "'s", "’s"} | NUMBERS.keys()
_BETWEEN = frozenset(
    "new current present then late former own dear young famous first only and most very adopted adoptive".split()
)


# The pieces that a new one stands for, the last not included.
Made = tuple[int, int, Piece]


@dataclass
class Reference:
    """Whom pronouns may mean: the people named before in the question, and those of the last answer."""

    facts: Facts
    context: tuple[str, ...] = ()
    notes: list[str] = field(default_factory=list)  # how names and pronouns were understood

    def people(self, word: str, before: Sequence[Piece], after: Sequence[Piece] = ()) -> tuple[Who, ...]:
        """Whom a pronoun or "the couple" means between these pieces; empty where nobody fits."""
        named = [piece.who for piece in before if piece.who]
        if len(named) < 2 and not self.context:
            named += [piece.who for piece in after if piece.who]
        plural = word in _PLURAL or word in _PAIRS
        if plural:
            plain = [who for who in named if who.name] or named
            return tuple(plain[:2]) if len(plain) > 1 else self._noted(self._absent_pair()) or tuple(plain)
        near = [piece.who for piece in _clause(before) if piece.who]
        for fitting in ([who for who in group if self._fits(word, who)] for group in (near, named)):
            if fitting:
                return (fitting[0],)
        return self._noted(tuple(who for who in self._absent() if self._fits(word, who))[:1])

    def _absent(self) -> tuple[Who, ...]:
        """The people of the last answer and its question, or else the couple that the documents are about."""
        return tuple(Who(name=id) for id in self.context or self.facts.couple or ())

    def _absent_pair(self) -> tuple[Who, ...]:
        """The first two of them that are told of as a couple: of an answer that names her two husbands, she and one."""
        found = self._absent()
        pairs = ((one, other) for i, other in enumerate(found) for one in found[:i])
        return next((pair for pair in pairs if self.facts.are_couple(*(who.name for who in pair))), found[:2])

    def _noted(self, whos: tuple[Who, ...]) -> tuple[Who, ...]:
        """The same people, once it is noted that they are meant."""
        names = " and ".join(self.facts.people[who.name].name for who in whos)
        self.notes += [f"nobody is named: taken to be {names}"] if whos else []
        return whos

    def _fits(self, word: str, who: Who) -> bool:
        ids = self.facts.names.named(who.name) if who.name and not who.relation else ()
        genders = {self.facts.gender(id) for id in ids} - {""}
        if not genders and who.relation and (told := self.facts.lexicon.relation(who.relation)):
            genders = {told.gender} - {""}
        wanted = "female" if word in _SHE else "male" if word in _HE else ""
        return not wanted or not genders or wanted in genders


def _clause(before: Sequence[Piece]) -> Sequence[Piece]:
    """The pieces since the last word that opens a clause: in "before Ada left her husband" she is Ada."""
    opened = [i for i, piece in enumerate(before) if piece.low in _OPENING]
    return before[opened[-1] + 1 :] if opened else before


def joined(pieces: list[Piece], reference: Reference) -> list[Piece]:
    """The pieces with every person made one piece. Raises UnknownName where a name stays open."""
    pieces = _settled(pieces, reference)
    pieces = _pronouns(_owning(_told_apart(pieces)), reference)
    steps: tuple[Callable[[list[Piece], int], Made | None], ...] = (_possessed, _of, _apposed)
    changed = True
    while changed:
        changed = False
        for i in range(len(pieces) - 1, -1, -1):
            for step in steps if i < len(pieces) else ():  # joining may have left fewer
                if made := step(pieces, i):
                    first, last, piece = made
                    pieces = [*pieces[:first], piece, *pieces[last:]]
                    changed = True
                    break
    return pieces


def _settled(pieces: list[Piece], reference: Reference) -> list[Piece]:
    """Names told apart: by a note ("the politician"), a tie, or whom else the question names."""
    facts, found, notes = reference.facts, list(pieces), set[int]()
    sure = [piece.ids[0] for piece in pieces if len(piece.ids) == 1]
    for i, piece in enumerate(found):
        if len(piece.ids) == 1:
            found[i] = replace(piece, who=_who(facts, piece.ids[0]), ids=())
            if piece.misspelled:
                reference.notes.append(f"{piece.text!r} is taken to be {facts.people[piece.ids[0]].name}")
        elif piece.ids and i and found[i - 1].low == "which":
            found[i] = replace(piece, ids=())
        elif piece.ids:
            after = found[i + 1 : i + 5]
            noted = _noted(facts, piece.ids, after) or _noted(facts, piece.ids, found[max(0, i - 2) : i])
            if len(noted) == 1:
                notes |= _places_of_note(facts, noted[0], found, i)
            ids = noted or _tied(facts, piece.ids, sure) or _having(facts, piece.ids, after)
            ids = ids if len(ids) == 1 else _living(facts, ids or piece.ids, found)
            ids = ids if len(ids) == 1 else _in_full(facts, ids or piece.ids)
            if len(ids) != 1:
                raise UnknownName(which(piece.text, [facts.people[id] for id in piece.ids]))
            reference.notes.append(f"{piece.text!r} is taken to be {facts.people[ids[0]].name}")
            found[i] = replace(piece, who=_who(facts, ids[0]), ids=())
    return [piece for i, piece in enumerate(found) if i not in notes]


def _in_full(facts: Facts, ids: tuple[str, ...]) -> tuple[str, ...]:
    """The one of whom more than a first name is known: "Ada" beside one Ada Byron is most likely she."""
    full = tuple(id for id in ids if " " in facts.people[id].name and not facts.people[id].unnamed)
    return full if len(full) == 1 else ids


def _told_apart(pieces: list[Piece]) -> list[Piece]:
    """Without what told namesakes apart, where more is asked: "the Ada born in 1820", "the Bob who died in 1877"."""
    for i, piece in enumerate(pieces):
        start = i + 1 + (i + 1 < len(pieces) and pieces[i + 1].low in ("who", ","))
        words = [each.low for each in pieces[start : start + 2]]
        end = start + 3
        is_life = words[:1] in (["born"], ["died"]) and words[1:] in (["in"], ["on"])
        is_more = any(each.senses for each in (*pieces[:i], *pieces[end:]))
        if piece.who and is_life and is_more and end <= len(pieces) and pieces[end - 1].time:
            end += [each.low for each in pieces[end : end + 1]] == [","]
            return [*pieces[: i + 1], *pieces[end:]]
    return pieces


def _owning(pieces: list[Piece]) -> list[Piece]:
    """ "alice quills mother": a name in -s before a noun of kinship owns it, apostrophe or not."""
    found: list[Piece] = []
    for i, piece in enumerate(pieces):
        found.append(piece)
        last, _ = _modifiers(pieces, i + 1) if piece.who and piece.low.endswith("s") else (len(pieces), 0)
        if last < len(pieces) and pieces[last].relation:
            found.append(Piece("'s", piece.end, piece.end))
    return found


def _places_of_note(facts: Facts, id: str, pieces: Sequence[Piece], i: int) -> set[int]:
    """Where "the chemist" beside a name stands, once it has told whom the name means."""
    note = facts.names.note(id)
    after = i + 2 < len(pieces) and pieces[i + 1].low == "the" and pieces[i + 2].low in note
    before = i > 1 and pieces[i - 2].low == "the" and pieces[i - 1].low in note
    return {i + 1, i + 2} if after else {i - 2, i - 1} if before else set()


def _who(facts: Facts, id: str) -> Who:
    name = facts.people[id].name
    return Who(name=name if facts.names.named(name) == (id,) else id)


def _noted(facts: Facts, ids: tuple[str, ...], after: Sequence[Piece]) -> tuple[str, ...]:
    """Those whose note the words beside the name tell: "Adam Fenner the politician"."""
    words = {piece.low for piece in after} - {"of", "the", ",", "and", "by"}
    return tuple(id for id in ids if words & set(facts.names.note(id)))


def _having(facts: Facts, ids: tuple[str, ...], after: Sequence[Piece]) -> tuple[str, ...]:
    """Those who have what is asked for: of two Percy Lanes, "Percy Lane's wife" is that of the married one."""
    if len(after) < 2 or after[0].low not in ("'s", "’s") or not (relation := after[1].relation):
        return ()
    if relation.kin:
        return tuple(id for id in ids if facts.kin(id, relation.kin))
    return tuple(id for id in ids if facts.spans([id], relation.partners))


def _living(facts: Facts, ids: tuple[str, ...], pieces: Sequence[Piece]) -> tuple[str, ...]:
    """Those who lived on the days that the question names, if the lives of all of them are told."""
    days = [piece.time.when for piece in pieces if piece.time and piece.time.when]
    births = {id: next((when for event in facts.births(id) if (when := event_time(event))), None) for id in ids}
    if not days or not all(births.values()):
        return ids
    lives = {id: (born, facts.died(id)) for id, born in births.items() if born}
    return tuple(
        id
        for id, (born, died) in lives.items()
        if born.after(days[0]) is not Certainty.CERTAIN and not (died and died.before(days[0]) is Certainty.CERTAIN)
    )


def _tied(facts: Facts, ids: tuple[str, ...], others: Sequence[str]) -> tuple[str, ...]:
    """Those told of as a couple with somebody else of the question; else those who have anything to do with them."""
    couples = tuple(id for id in ids if any(facts.are_couple(id, other) for other in others if other != id))
    return couples or tuple(id for id in ids if any(facts.share(id, other) for other in others if other != id))


def _pronouns(pieces: list[Piece], reference: Reference) -> list[Piece]:
    found: list[Piece] = []
    for i, piece in enumerate(pieces):
        word = piece.low
        if word in _POSSESSIVE and _is_apposition(pieces, i + 1):
            continue
        is_pair = word in _PAIRS and _before(found, 1) in ("the", "two") and not _counts(pieces, i + 1)
        if (not piece.is_plain and not is_pair) or not (word in _SHE | _HE | _PLURAL or is_pair):
            found.append(piece)
            continue
        meant = reference.people(word, found, pieces[i + 1 :])
        if not meant:
            found.append(piece)
        for place, who in enumerate(meant):
            found += [Piece("and", piece.start, piece.start)] * (place > 0) + [
                Piece(piece.text, piece.start, piece.end, who=who)
            ]
        if meant and word in _POSSESSIVE:
            found.append(Piece("'s", piece.end, piece.end))
    return found


def _is_apposition(pieces: Sequence[Piece], i: int) -> bool:
    """ "Her old friend Ada" is Ada: a noun that is no tie, before a name."""
    end = next((j for j in range(i, min(i + 5, len(pieces))) if pieces[j].who), 0)
    nouns = pieces[i:end]
    return bool(nouns) and all(piece.is_plain and piece.low not in _NO_NOUNS for piece in nouns)


def _before(pieces: Sequence[Piece], back: int) -> str:
    return pieces[-back].low if len(pieces) >= back else ""


def _counts(pieces: Sequence[Piece], i: int) -> bool:
    """Whether "two" only counts what follows: "the two weddings", "the couple of"."""
    return _is_of(pieces, i) or (
        i < len(pieces) and bool(pieces[i].senses or pieces[i].relation) and pieces[i].low.endswith("s")
    )


def _is_of(pieces: Sequence[Piece], i: int) -> bool:
    return i < len(pieces) and pieces[i].low == "of"


def _possessed(pieces: list[Piece], i: int) -> Made | None:
    """ "Ada's second husband", "Ada and Bob's child", "her father"."""
    if not pieces[i].who or i + 2 >= len(pieces) or pieces[i + 1].low not in ("'s", "’s", "'", "’"):
        return None
    last, nth = _modifiers(pieces, i + 2)
    relation = pieces[last].relation if last < len(pieces) else None
    if not relation:
        return None
    relation_noun = pieces[last].noun
    is_shared = relation.kin == "child" or (relation.kin and pieces[i].low == "their")
    first = _first_owner(pieces, i) if is_shared else i
    of = tuple(who for piece in pieces[first : i + 1] if (who := piece.who))
    end = last + 1
    if relation.kin == "child" and (other := _other_parent(pieces, end)):
        of, end = (*of, other), end + 2
    return first, end, _related(pieces[first:end], relation_noun, of, nth)


def _other_parent(pieces: list[Piece], i: int) -> Who | None:
    """ "Ada's children with Bob"."""
    is_with = i + 1 < len(pieces) and pieces[i].low in ("with", "by") and not _is_owner(pieces, i + 1)
    return pieces[i + 1].who if is_with else None


def _first_owner(pieces: list[Piece], i: int) -> int:
    """Where "Ada and Bob's" begins, if `i` is Bob."""
    return i - 2 if i > 1 and pieces[i - 1].low == "and" and pieces[i - 2].who else i


def _of(pieces: list[Piece], i: int) -> Made | None:
    """ "the second husband of Ada", "the children of Ada and Bob"."""
    piece = pieces[i]
    if not piece.relation or not _is_of(pieces, i + 1):
        return None
    place = i + 2 + (i + 2 < len(pieces) and pieces[i + 2].low == "the")
    if place >= len(pieces) or not pieces[place].who or _is_owner(pieces, place):
        return None
    of = [who for who in (pieces[place].who,) if who]
    end = place + 1
    both = (
        piece.relation.kin == "child"
        and end + 1 < len(pieces)
        and pieces[end].low == "and"
        and not _is_owner(pieces, end + 1)
    )
    second = pieces[end + 1].who if both else _other_parent(pieces, end) if piece.relation.kin == "child" else None
    if second:
        of, end = [*of, second], end + 2
    first, nth = i, 0
    while (
        first
        and pieces[first - 1].is_plain
        and (pieces[first - 1].number is not None or pieces[first - 1].low in _BETWEEN | _PAIRS)
    ):
        first -= 1
        nth = pieces[first].number or nth
    return first, end, _related(pieces[first:end], piece.noun, tuple(of), nth)


def _is_told_before(piece: Piece, name: Piece) -> bool:
    """Whether "his wife" stands before the name of whom it means."""
    return bool(piece.who and piece.who.relation and name.who and name.who.name)


def _is_owner(pieces: list[Piece], i: int) -> bool:
    """Whether the somebody at `i` is only the possessor of what follows."""
    return i + 1 < len(pieces) and pieces[i + 1].low in ("'s", "’s", "'", "’")


def _related(pieces: list[Piece], noun: str, of: tuple[Who, ...], nth: int | None) -> Piece:
    text = " ".join(piece.text for piece in pieces)
    return Piece(text, pieces[0].start, pieces[-1].end, who=Who(relation=noun, of=of, nth=nth or 0))


def _modifiers(pieces: list[Piece], i: int) -> tuple[int, int]:
    """Passes over "new", "second", "two" ...; the place of what follows and the number told."""
    nth = 0
    while (
        i < len(pieces) and pieces[i].is_plain and (pieces[i].number is not None or pieces[i].low in _BETWEEN | _PAIRS)
    ):
        nth, i = pieces[i].number or nth, i + 1
    return i, nth


def _apposed(pieces: list[Piece], i: int) -> Made | None:
    """ "Ava, the daughter of Hugh Jackman," and "his wife Ada": the same person told twice; the name stays."""
    if (i + 1 < len(pieces) and _is_told_before(pieces[i], pieces[i + 1])) and not _is_owner(pieces, i + 1):
        return i, i + 2, replace(pieces[i + 1], start=pieces[i].start)
    if described := _described(pieces, i):
        return described
    who, rest = pieces[i].who, [piece.low for piece in pieces[i + 1 : i + 3]]
    if not who or not who.name or rest != [",", "the"] or i + 3 >= len(pieces):
        return None
    told = pieces[i + 3].who
    if not told or not told.relation or told.name:
        return None
    end = i + 4 + (i + 4 < len(pieces) and pieces[i + 4].low == ",")
    return i, end, replace(pieces[i], end=pieces[end - 1].end, who=who)


def _described(pieces: list[Piece], i: int) -> Made | None:
    """ "Ada, the painter born in Paris,": what tells more of the person alone is passed over."""
    if not pieces[i].who or [piece.low for piece in pieces[i + 1 : i + 2]] != [","]:
        return None
    end = next((j for j in range(i + 2, min(i + 10, len(pieces))) if pieces[j].low == ","), 0)
    inner = pieces[i + 2 : end]
    if len(inner) < 2 or inner[0].low not in ("the", "a", "an") or any(piece.who for piece in inner):
        return None
    return i, end + 1, replace(pieces[i], end=pieces[end].end)
