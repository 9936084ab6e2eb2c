"""Words to a typed question, by the names, dates and happenings in them and the word that asks."""

from collections.abc import Sequence

from kg.dates.interval import Interval
from kg.errors import UnknownName
from kg.nlp.names import is_title
from kg.ontology.schema import Ontology
from kg.query.ages import tells_age
from kg.query.asked import ASKING, Asked, age_told, moment_of
from kg.query.clauses import AUXILIARIES, split
from kg.query.facts import Facts
from kg.query.paraphrase import beginning, plain
from kg.query.people import nobody
from kg.query.phrases import PRONOUNS, Reference, joined
from kg.query.pieces import SMALL, Piece, cut
from kg.query.query import Query, Who
from kg.query.rules import RULES
from kg.query.sources import by_source
from kg.query.spelling import asking, respelled
from kg.records import Timeline

OUTSIDE = (
    "kg answers questions about who was what to whom and when: meeting, dating, engagements, marriages, separations, "
    "divorces, births, deaths, children, shared work"
)
_PUBLISHED = frozenset("published articles article documents document reports sources".split())


def question(text: str, timeline: Timeline | Facts, ontology: Ontology, *, context: Sequence[str] = ()) -> Query:
    """The typed question that the words ask; `context` are ids of the people whom "they" may mean.

    Never raises for what the words are: a question that is not understood, or whose names stay open, is "unanswerable"
    and says `why`.
    """
    facts = timeline if isinstance(timeline, Facts) else Facts(timeline, ontology)
    said, documents = by_source(beginning(text), facts)
    meant, notes = asking(said, facts)
    query = _read(meant, facts, ontology, context)
    if query.kind == "unanswerable":
        meant, more = respelled(meant, facts)
        again = _read(meant, facts, ontology, context) if more else query
        query, notes = (again, (*notes, *more)) if again.kind != "unanswerable" else (query, notes)
    return query.model_copy(update={"question": text, "documents": documents, "notes": (*notes, *query.notes)})


def _read(text: str, facts: Facts, ontology: Ontology, context: Sequence[str]) -> Query:
    """The typed question of words as they are spelled."""
    asked_for = plain(text)
    reference = Reference(facts, tuple(context))
    try:
        others, pieces = _other(cut(asked_for, facts), context)
        pieces = joined(pieces, reference)
    except UnknownName as error:
        return Query(kind="unanswerable", question=text, why=str(error))
    if stranger := _stranger(pieces):
        return Query(kind="unanswerable", question=text, why=nobody(stranger, facts.names))
    if pronoun := next((piece.low for piece in pieces if piece.is_plain and piece.low in PRONOUNS), ""):
        return Query(kind="unanswerable", question=text, why=f"nobody is named whom {pronoun!r} may mean")
    pieces, published = _published(pieces)
    pieces, without = _without(pieces)
    main, subs = split(pieces)
    asked = Asked(asked_for, facts, main, tuple(subs), reference, published)
    query = next((made for rule in RULES if (made := rule(asked))), None)
    if query is None:
        return Query(kind="unanswerable", question=text, why=OUTSIDE)
    if unread := _unread(asked, query):
        return Query(kind="unanswerable", question=text, why=f"it is not told when that was: {unread}")
    if _is_about_nobody(query):
        return Query(
            kind="unanswerable", question=text, why="the question names nobody that is known: say who is meant"
        )
    as_of = published.latest if published else query.as_of
    notes = tuple(dict.fromkeys(reference.notes))
    return query.model_copy(update={"question": text, "as_of": as_of, "notes": notes, "without": (*without, *others)})


# Kinds in which every clause beside the main one is a condition in time.
_TIMED = frozenset("who_at who_in join ordinal present when implicit where yesno_at count list gap".split())
_LENGTHS = frozenset(("duration_state", "duration_between"))  # here a clause may tell one of the two ends


def _unread(asked: Asked, query: Query) -> str:
    """A clause beside the main one that tells a time, but none that is known: "during the war"; "" where none is."""
    is_end_open = query.kind in _LENGTHS and (query.happening is None or query.other is None)
    if query.kind not in _TIMED and not is_end_open:
        return ""
    if tells_age(asked.main.words) and age_told(asked, asked.main) is None:
        return "no birth tells at which age"
    for sub in asked.subs:
        is_said = any(word.isalpha() and word not in SMALL for word in sub.words)
        if is_said and moment_of(asked, sub, query.happening) is None:
            return asked.text[sub.pieces[0].start : sub.pieces[-1].end].strip(" ,?")
    return ""


def _is_about_nobody(query: Query) -> bool:
    """Whether a happening is asked about that could be anybody's; "who" and "how many" may ask so."""
    told = [each for each in (query.happening, query.other) if each]
    asks_who = query.kind in ("who_at", "who_in", "ordinal", "join", "count", "compare", "evidence", "list")
    asks_who = asks_who or (query.kind == "present" and (bool(query.who) or query.asks == ""))
    return not asks_who and any(not each.people for each in told)


def _published(pieces: list[Piece]) -> tuple[list[Piece], Interval | None]:
    """Takes out "by the articles published until 2019": what is asked is what was known by then."""
    lows = [piece.low for piece in pieces]
    first = next((i for i, low in enumerate(lows) if low in _PUBLISHED), None)
    if first is None or "by" not in lows[:first] or ASKING & set(lows[:2]):
        return pieces, None
    start = max(i for i in range(first) if lows[i] == "by")
    end = next((i for i in range(first, len(pieces)) if lows[i] in (",", "?")), len(pieces))
    inner = [piece for piece in pieces[start:end] if piece.time]
    rest = pieces[:start] + pieces[end + (end < len(pieces) and lows[end] == ",") :]
    dated = inner or [piece for piece in rest if piece.time]
    return rest, dated[0].time.when if dated and dated[0].time and _is_then(lows[start:end], inner) else None


_BESIDES = frozenset("besides except excluding bar".split())
_BESIDES_LONG = frozenset((("apart", "from"), ("aside", "from"), ("other", "than")))


def _other(pieces: list[Piece], context: Sequence[str]) -> tuple[tuple[Who, ...], list[Piece]]:
    """Takes out "other" of "his other wife": not the one last spoken of, if anybody was."""
    for i, piece in enumerate(pieces[:-1]):
        if piece.low == "other" and pieces[i + 1].relation:
            return tuple(Who(name=id) for id in context), pieces[:i] + pieces[i + 1 :]
    return (), pieces


def _without(pieces: list[Piece]) -> tuple[list[Piece], tuple[Who, ...]]:
    """Takes out "besides Ada", "apart from Ada": whom the answer is not to name."""
    for i in range(len(pieces)):
        words = tuple(piece.low for piece in pieces[i : i + 2])
        start = i + 1 if words[0] in _BESIDES else i + 2 if words in _BESIDES_LONG else 0
        if start and start < len(pieces) and (who := pieces[start].who):
            end = start + 1 + (pieces[start + 1 : start + 2] != [] and pieces[start + 1].low == ",")
            return pieces[:i] + pieces[end:], (who,)
    return pieces, ()


def _is_then(lows: list[str], inner: list[Piece]) -> bool:
    return bool(inner) or "then" in lows


def _stranger(pieces: Sequence[Piece]) -> str:
    """A name that nobody bears where somebody is needed: "When did Zed Zander marry?"; empty where there is none."""
    for i in range(1, len(pieces)):
        before = pieces[i - 1]
        is_place = before.low in _PLACING or (before.low == "to" and pieces[i - 2].low.startswith("mov"))
        if not _is_name(pieces[i]) or is_place or _is_name(before) or _is_title_of(pieces, i):
            continue
        last = next((j for j in range(i, len(pieces)) if not _is_name(pieces[j])), len(pieces))
        name = " ".join(piece.text for piece in pieces[i:last])
        is_asked = any(piece.senses or piece.relation for piece in pieces)
        if is_asked and (last - i > 1 or before.low in AUXILIARIES or before.low in ("and", "with")):
            return name
    return ""


def _is_title_of(pieces: Sequence[Piece], i: int) -> bool:
    """ "Prince" before a name that is known without it."""
    return is_title(pieces[i].text) and i + 1 < len(pieces) and bool(pieces[i + 1].who)


_PLACING = frozenset("in at on the a an from for near into".split())


def _is_name(piece: Piece) -> bool:
    return piece.is_plain and piece.text[:1].isupper() and len(piece.text) > 1 and piece.low not in SMALL
