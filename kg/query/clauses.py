"""A question in clauses: what is asked, and the "before they got engaged" or "while she was married" beside it."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import dropwhile, takewhile
from typing import Literal

from kg.dates.interval import Interval
from kg.ontology.schema import Ontology
from kg.query.pieces import Piece
from kg.query.query import Happening, Who
from kg.query.words import Sense
from kg.records import Status

AUXILIARIES = frozenset("did do does was were is are am has have had will would can could".split())
WH = frozenset("who whom whose when where which what how why".split())
_BECOMING = frozenset("get gets got getting gotten become becomes became becoming".split())
_BEING = frozenset("is are was were be been being am stay stayed remain remained".split())
_PLANNED = frozenset(
    "planned plan plans planning due scheduled supposed expected expecting intended upcoming booked "
    "postponed delayed rescheduled".split()
)
_DENYING = frozenset("deny denies denied denying".split())
_MARKERS: dict[str, Literal["at", "before", "after"]] = {
    **dict.fromkeys(("before", "until", "till"), "before"),
    **dict.fromkeys(("after", "since", "following", "once"), "after"),
    **dict.fromkeys(("when", "while", "whilst", "during"), "at"),
}
_PLACING = frozenset("at in on".split())
_ONLINE = frozenset("backstage online".split())
_ARTICLES = frozenset("a an the".split())
OF_FILMS = frozenset("film movie television tv".split())  # a set is one of a film
Preferred = Literal["event", "state"]


@dataclass(frozen=True)
class Clause:
    """Pieces that belong to one verb or noun of happening."""

    pieces: tuple[Piece, ...]
    relation: Literal["at", "before", "after"] = "at"

    @property
    def whos(self) -> tuple[Who, ...]:
        """The people it speaks of, in order, each once."""
        return tuple(dict.fromkeys(piece.who for piece in self.pieces if piece.who))

    @property
    def words(self) -> list[str]:
        """Its words in lower case, people and times as one each."""
        return [piece.low for piece in self.pieces]

    @property
    def acts(self) -> list[Piece]:
        """The pieces that tell a happening."""
        return [piece for piece in self.pieces if piece.senses]

    @property
    def times(self) -> list[Interval]:
        """The dates it names; after "as of" they are told apart by `is_as_of`."""
        return [piece.time.when for piece in self.pieces if piece.time and piece.time.when]

    @property
    def nth(self) -> int:
        """ "second", "last", "again"; 0 where nothing of the kind is said."""
        told = [piece.number for piece in self.pieces if piece.is_plain and piece.number]
        told += [1 for piece in self.acts if piece.low == "first"]  # "when did they first appear in public?"
        return (
            told[0]
            if told
            else 2
            if self.has("again", "remarriage", "remarry", "remarried", "remarries", "remarrying")
            else 0
        )

    @property
    def is_as_of(self) -> bool:
        """Whether it says "as of" a date."""
        times = [(i, piece) for i, piece in enumerate(self.pieces) if piece.time]
        starts = ("as of", "as at", "as per")
        return any(piece.low.startswith(starts) or self._before(i) in starts for i, piece in times)

    def _before(self, i: int) -> str:
        return " ".join(piece.low for piece in self.pieces[max(0, i - 2) : i])

    def has(self, *words: str) -> bool:
        """Whether one of the words is in it, "how many" as two words that follow each other."""
        text = f" {' '.join(self.words)} "
        return any(f" {word} " in text for word in words)

    def happening(self, ontology: Ontology, prefer: Preferred = "event") -> Happening | None:
        """The happening that its words tell, with its people; None where they tell none."""
        ends = self.has("end", "ended", "ends", "over", "stop", "stopped", "cease", "finish")
        sense = self._sense("state" if ends else prefer)
        if sense is None:
            return None
        is_set = "set" in self.words and self.has("for", "date", "day")
        is_coming = (
            set(self.words) & _PLANNED or is_set or self.has("is to", "are to", "going to") or "will" in self.words[:2]
        )
        status = Status.PLANNED if is_coming else None
        kind, type = sense.kind, sense.type
        if set(self.words) & _DENYING:  # denials are told of what began
            status = Status.DENIED
            opener = next((name for name, event in ontology.events.items() if type in event.opens), "")
            kind, type = ("event", opener) if kind == "state" and opener else (kind, type)
        return Happening(
            kind=kind,
            type=type,
            people=self.whos,
            nth=self.nth,
            edge="end" if ends and kind == "state" else "start",
            detail=self.detail(ontology),
            status=status,
        )

    def _sense(self, prefer: Preferred) -> Sense | None:
        if not self.acts:
            return Sense("state", "dating") if self._is_with() else None
        act = max(self.acts, key=lambda piece: (not _is_vague(piece), self._length(piece), -piece.start))
        if set(self.words) & _BECOMING:
            prefer = "event"
        ranked = sorted(
            act.senses, key=lambda sense: (sense.kind != prefer, sense.noun, _SAME.get(sense.type, 0), sense.type)
        )
        return ranked[0]

    def _length(self, act: Piece) -> int:
        """How many words the phrase of an act takes."""
        i = self.pieces.index(act)
        return 1 + sum(piece.noun == "-" for piece in self.pieces[i + 1 : i + 6])

    def _is_with(self) -> bool:
        """ "Who was Ada with in 2016?": nothing but "to be" and "with"."""
        return "with" in self.words and bool(set(self.words) & _BEING)

    def detail(self, ontology: Ontology) -> str:
        """The place or the work that narrows a happening, by its name or kind: "work on Glee", "met on a film set"."""
        kinds = {*ontology.cues.get("venues", ()), *ontology.cues.get("shows", ())}
        for i, piece in enumerate(self.pieces):
            if piece.is_plain and piece.low in _ONLINE:
                return piece.low
            if piece.low in _PLACING:
                behind = [*dropwhile(lambda each: each.low in _ARTICLES, self.pieces[i + 1 :])]
                named = [*takewhile(lambda each: each.is_plain and each.text[0].isupper(), behind)]
                if named and named[0].low not in WH:
                    return " ".join(each.text for each in named)
                words = [each.low for each in takewhile(lambda each: each.is_plain and each.text[0].islower(), behind)]
                if words and words[-1] in kinds:
                    return " ".join(word for word in words if word not in OF_FILMS or word == words[-1])
        return ""


# Of two senses of one phrase the rarer reading goes last: "born" is one's own birth before a child's.
_SAME = {"child_born": 1, "divorce_filed": 1, "living_together": 1, "widowed": 1}


def _is_vague(piece: Piece) -> bool:
    """Words that tell a happening only where nothing else does: "end", "leave", "live"."""
    return piece.low in (
        "end",
        "ended",
        "ends",
        "together",
        "in",
        "part",
        "live",
        "lived",
        "move",
        "moved",
        "leave",
        "couple",
    )


def split(pieces: Sequence[Piece]) -> tuple[Clause, list[Clause]]:
    """The main clause and the clauses beside it, each with how it stands to the main one in time."""
    if ends := _ends(pieces):
        opened, middle, closed = ends
        around, beside = split((*pieces[:opened], *pieces[closed:]))
        after, before = tuple(pieces[opened + 1 : middle]), tuple(pieces[middle + 1 : closed])
        return around, [*beside, Clause(after, "after"), Clause(before, "before")]
    main: list[Piece] = []
    subs: list[tuple[Literal["at", "before", "after"], list[Piece]]] = []
    inside = False
    for i, piece in enumerate(pieces):
        relation = _opens(pieces, i, main)
        if relation:
            subs.append((relation, []))
            inside = True
        elif inside and _closes(piece, main, subs[-1][1]):
            inside = False
            main += [] if piece.low == "," else [piece]
        else:
            (subs[-1][1] if inside else main).append(piece)
    if not any(piece.text[0].isalnum() for piece in main) and subs:  # "when they met": all there is
        first, rest = subs[0][1], subs[1:]
        return Clause((pieces[0], *first)), [Clause(tuple(each), relation) for relation, each in rest if each]
    return Clause(tuple(main)), [Clause(tuple(each), relation) for relation, each in subs if each]


def _ends(pieces: Sequence[Piece]) -> tuple[int, int, int] | None:
    """Where "between her divorce and their wedding" begins, is joined and ends; None for a length of time or people."""
    lows = [piece.low for piece in pieces]
    if "between" not in lows or "how" in lows or "lie" in lows:
        return None
    first = lows.index("between")
    last = next((i for i in range(first, len(lows)) if lows[i] in (",", "?")), len(lows))
    for middle in (i for i in range(first + 1, last) if lows[i] == "and"):
        sides = (pieces[first + 1 : middle], pieces[middle + 1 : last])
        if all(any(piece.senses for piece in side) for side in sides):
            return first, middle, last
    return None


def _opens(pieces: Sequence[Piece], i: int, main: list[Piece]) -> Literal["at", "before", "after"] | None:
    """How the clause that begins with piece `i` stands to the main one; None where none begins."""
    piece = pieces[i]
    after = pieces[i + 1].low if i + 1 < len(pieces) else "?"
    before = pieces[i - 1].low if i else ""
    if not piece.is_plain or piece.low not in _MARKERS or after in ("?", "or", "of"):
        return _opens_long(pieces, i, main)
    if before == "or":  # "before or after they met" opens one clause, "after" alone none
        return "after" if i > 1 and pieces[i - 2].low == "before" else None
    if piece.low in ("when", "since", "as") and (
        after in AUXILIARIES | {"when", "of", "well"} or before in ("since", "say")
    ):
        return None
    return _MARKERS[piece.low]


def _opens_long(pieces: Sequence[Piece], i: int, main: list[Piece]) -> Literal["at", "before", "after"] | None:
    """ "by the time", "at the time", "prior to"."""
    words = " ".join(piece.low for piece in pieces[i : i + 3])
    if words == "by the time":
        return "before"
    if words == "at the time":
        return "at"
    if words.startswith(("at the ", "at his ", "at her ", "at their ", "upon the ", "on the day of ")) and i > 2:
        told = pieces[i + 2 : i + 3]
        if any(sense.noun and sense.kind == "event" for piece in told for sense in piece.senses):
            return "at"
    if pieces[i].low == "at" and i > 1 and _is_anothers(pieces, i + 1):
        return "at"
    is_ranked = words.startswith(("earlier than ", "sooner than ", "later than ")) and not (
        main and main[0].low == "how"
    )
    if words.startswith(("prior to ", "up to ")) or (is_ranked and not words.startswith("later")):
        return "before"
    return "after" if is_ranked else None


def _is_anothers(pieces: Sequence[Piece], i: int) -> bool:
    """ "At his granddaughter's birth": a happening of somebody, behind the one whose it is."""
    is_owned = i + 2 < len(pieces) and bool(pieces[i].who) and pieces[i + 1].low in ("'s", "’s")
    told = pieces[i + 2 : i + 4] if is_owned else []
    return any(sense.noun and sense.kind == "event" for piece in told for sense in piece.senses)


def _closes(piece: Piece, main: list[Piece], sub: list[Piece]) -> bool:
    """Whether a clause beside ends here: at a comma, or where the verb of a main clause that it stands before comes."""
    if piece.low == ",":
        return any(each.who or each.senses or each.time for each in sub)
    is_fronted = not any(each.low in AUXILIARIES for each in main)
    has_people = any(each.who for each in sub)
    is_verb = piece.low in AUXILIARIES or (piece.low in WH and piece.is_plain)
    return is_fronted and is_verb and (any(each.senses for each in sub) or has_people) and not _is_inner(piece, sub)


def _is_inner(piece: Piece, sub: list[Piece]) -> bool:
    """Whether the auxiliary belongs to the clause itself: "while Ada was married"."""
    return piece.low in AUXILIARIES - {"did", "do", "does"} and not any(each.senses for each in sub)
