"""The rule for questions that are answered with yes or no."""

from typing import Literal

from kg.query.asked import DOING, Asked, coming, is_present, is_under_way, moments, whose
from kg.query.clauses import AUXILIARIES, OF_FILMS, WH
from kg.query.lengths import as_event
from kg.query.pieces import SMALL
from kg.query.query import Happening, Kind, Moment, Query, Who


def whether(asked: Asked) -> Query | None:
    start = asked.start.split(" ", 1)[0]
    if set(asked.start.split(" ")[:2]) & WH:  # "in which city did she ...?"
        return None
    if start not in AUXILIARIES and not any(word in AUXILIARIES for word in asked.main.words[:6]):
        return None
    happening = asked.main.happening(asked.ontology, "state" if start in ("is", "are", "was", "were") else "event")
    present: Kind = "present" if is_present(asked) else "yesno_at"
    if happening is None:
        whos = asked.main.whos
        related = [who for who in whos if who.relation]
        named = tuple(who for who in whos if who not in related)
        asks = Query(kind="yesno_at", who=(*named, *related), moments=moments(asked), asks="whether")
        asks = asks.model_copy(update={"beside": counted(asked)})
        if len(named) == 2 and not related and (noun := _mutual(asked)):
            asks = asks.model_copy(update={"who": (named[0], Who(relation=noun, of=named[1:]))})
            return asks.model_copy(update={"kind": present})
        return asks.model_copy(update={"kind": present}) if related and len(whos) > 1 else None
    if not happening.people:
        happening = happening.model_copy(update={"people": whose(asked, happening)})
    if happening.kind == "event" and is_under_way(asked):
        happening = coming(asked, happening)
    if times := next((count for word, count in TIMES.items() if asked.main.has(word)), 0):
        happening = as_event(asked, happening).model_copy(update={"nth": times})
    return _order(asked, happening) or Query(
        kind=present,
        happening=happening,
        moments=moments(asked, happening),
        asks="never" if asked.main.has("never", "no longer") else "whether",
        beside=(*beside(asked, happening.detail), *counted(asked)),
    )


def beside(asked: Asked, detail: str = "") -> tuple[str, ...]:
    """Words that narrow the question and of which kg knows nothing: "happily" of "were they happily married?"

    Not those of `detail`, the place or the work that is asked for.
    """
    pieces = [piece for clause in (asked.main, *asked.subs) for piece in clause.pieces]
    plain = [piece for piece in pieces if piece.is_plain and piece.number is None and not piece.noun]
    counted = {"longer", "no"} if asked.main.has("no longer") else {"than"} if asked.main.has(*TIMES) else set()
    known = SMALL | AUXILIARIES | DOING | _PASSING | counted | {*detail.split(), *(OF_FILMS if detail else ())}
    return tuple(piece.text for piece in plain if piece.low.isalpha() and piece.text == piece.low not in known)


def counted(asked: Asked) -> tuple[str, ...]:
    """Words that say how many there are, or that there is no other: "her only child", "three children"."""
    words = asked.main.words + [word for who in asked.main.whos if who.relation for word in asked.text.lower().split()]
    return tuple(dict.fromkeys(word for word in words if word in _COUNTS))


_COUNTS = frozenset("only two three four five six seven eight nine ten".split())

# How often something was so at least.
TIMES = {"twice": 2, "two times": 2, "more than once": 2, "more than one time": 2, "three times": 3, "thrice": 3}


# Words that add nothing to what is asked with yes or no.
_PASSING = frozenset(
    "get gets got gotten getting already currently true take takes taken took place come came follow followed "
    "romantically later earlier moment again going really actually officially formally legally eventually finally "
    "previously originally ultimately also even just yet never once same these those such day time times point ex "
    "former late old new friend own young first second third both alive dead presently nowadays today present "
    "become became becoming said told true fact indeed perhaps maybe possibly course another further however "
    "any anymore twice thrice deny denies denied denying back too either neither else days month months week weeks "
    "being themselves himself herself ll re ve d s t".split()
)


def _order(asked: Asked, happening: Happening) -> Query | None:
    """ "Did they move in before they got engaged?" """
    text = " ".join(asked.main.words)
    stood = [each for each in moments(asked, happening) if each.relation != "at"]
    found = next((each if each.happening else _same(happening, each) for each in stood if not each.when), None)
    either = " before or after " in f" {' '.join(asked.text.lower().split())} "
    if found is None or found.happening is None:
        return None
    relation: Literal["before", "after", "either"] = (
        "either" if either else "after" if found.relation == "after" else "before"
    )
    extra = tuple(Moment(when=when) for when in asked.main.times) if text else ()
    return Query(kind="before_after", happening=happening, other=found.happening, relation=relation, moments=extra)


def _same(happening: Happening, moment: Moment) -> Moment:
    """ "Did Ada die before Bob?": the same happening, of somebody else."""
    people = happening.people[:-1] if len(happening.people) > 1 else ()
    other = happening.model_copy(update={"people": (*people, *((moment.who,) if moment.who else ()))})
    return moment.model_copy(update={"happening": other, "who": None})


def _mutual(asked: Asked) -> str:
    """ "Are they sisters?": the noun that each is to the other."""
    nouns = (
        piece for piece in asked.main.pieces if piece.relation and not piece.who and piece.relation.kin == "sibling"
    )
    noun = next((piece.noun for piece in nouns), "")
    return noun if asked.facts.lexicon.relations.get(noun) else noun.removesuffix("s")
