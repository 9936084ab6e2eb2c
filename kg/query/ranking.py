"""Rules for questions which of several comes first, has most, or is older."""

from collections.abc import Sequence
from typing import Literal

from kg.query.asked import Asked
from kg.query.clauses import AUXILIARIES
from kg.query.lengths import as_event
from kg.query.pieces import Piece
from kg.query.query import Happening, Query, Who
from kg.query.select import ids_of


def ranked(asked: Asked) -> Query | None:
    """The question, if it asks which of several comes first, or has most, or is older; or whether one does."""
    if than := _than(asked):
        return than
    words = set(asked.main.words) | {word for sub in asked.subs for word in sub.words}
    whos = tuple(dict.fromkeys((*asked.main.whos, *(who for sub in asked.subs for who in sub.whos))))
    is_which = asked.starts("who", "which", "whose", "what")
    whether = asked.start.split(" ", 1)[0] in AUXILIARIES and words & _RANKING
    if is_which and "or" not in words and (longest := _longest_of(asked, words)):
        return longest
    if not (is_which or whether) or "or" not in words or len(whos) < 2 or {"before", "after"} <= words:
        return None
    happening = asked.main.happening(asked.ontology)
    if couples := _couples(asked, happening):
        return couples
    much, little = words & {"more", "most", "often", "oftener"}, words & {"fewer", "fewest", "less", "least", "rarer"}
    long, short = words & {"longer", "longest"}, words & {"shorter", "shortest"}
    if (long or short) and not (words & {"live", "lived", "lives", "life"}) and happening:
        return _longer(asked, happening, whos, "longest" if long else "shortest")
    noun = next((piece.noun for piece in asked.main.pieces if piece.relation and not piece.who), "")
    if (much or little) and noun:
        related = tuple(Who(relation=noun, of=(who,)) for who in whos[-2:])
        return Query(kind="compare", who=related, order="most" if much else "least")
    late = words & {"younger", "later", "last", "youngest", "latest"}
    if words & {"outlived", "outlive", "outlives", "survived", "survive"}:
        return Query(kind="compare", who=whos[-2:], happening=Happening(type="died"), order="last")
    if words & {"older", "younger", "elder", "oldest", "youngest"} or long or short:
        happening = Happening(type="born")
    if happening is None:  # "who is taller?"
        return None
    happening = as_event(asked, happening).model_copy(update={"people": (), "nth": 2 if "remarried" in words else 0})
    order: Order = "longest" if long else "shortest" if short else "most" if much else "least" if little else "first"
    order = "last" if late and order == "first" else order
    return Query(kind="compare", who=whos[-2:], happening=happening, order=order)


Order = Literal["first", "last", "most", "least", "longest", "shortest"]
_RANKING = frozenset(
    "first last earlier later older younger longer shorter more fewer longest oldest youngest sooner".split()
)


def _longer(asked: Asked, happening: Happening, whos: tuple[Who, ...], order: Order) -> Query | None:
    """ "Was Ada married longer to Bob or to Carl?", "who was engaged longer, Ada or Bob?" """
    opened = asked.ontology.events[happening.type].opens if happening.kind == "event" else (happening.type,)
    if not opened:
        return None
    is_now = asked.main.has("has been", "have been", "is", "are")
    state = Happening(kind="state", type=opened[0], people=whos[:-2], nth=-1 if is_now else 0)
    return Query(kind="compare", who=whos[-2:], happening=state, order=order)


def _longest_of(asked: Asked, words: set[str]) -> Query | None:
    """ "Which was her longest marriage?": of all those to whom somebody was married."""
    order: Order | None = "longest" if "longest" in words else "shortest" if "shortest" in words else None
    happening = asked.main.happening(asked.ontology, "state")
    if order is None or happening is None or len(happening.people) != 1:
        return None
    opened = (happening.type,) if happening.kind == "state" else asked.ontology.events[happening.type].opens
    type = next(iter(opened), "")
    owner = ids_of(asked.facts, happening.people)
    others = [id for span in asked.facts.spans(owner, [type]) for id in span.people if id not in owner]
    told = Happening(kind="state", type=type, people=happening.people)
    whos = tuple(Who(name=id) for id in dict.fromkeys(others))
    return Query(kind="compare", who=whos, happening=told, order=order) if len(whos) > 1 else None


def _than(asked: Asked) -> Query | None:
    """ "Is Ada older than Bob?": whether she was born before him."""
    older = asked.main.has("older than", "elder than")
    if not (older or asked.main.has("younger than")) or asked.start.split(" ", 1)[0] not in AUXILIARIES:
        return None
    whos = asked.main.whos
    if len(whos) < 2:
        return None
    first, second = (Happening(type="born", people=(who,)) for who in whos[:2])
    return Query(kind="before_after", happening=first, other=second, relation="before" if older else "after")


def _couples(asked: Asked, happening: Happening | None) -> Query | None:
    """ "Who married first, Ada and Bob or Cem and Dora?" """
    pieces = [piece for clause in (asked.main, *asked.subs) for piece in clause.pieces]
    pieces = [piece for piece in pieces if piece.low not in ("that", "of", "the", "one", "between")]
    middle = next((i for i, piece in enumerate(pieces) if piece.low == "or"), 0)
    one, two = _pair(pieces[max(0, middle - 3) : middle]), _pair(pieces[middle + 1 : middle + 4])
    if not (one and two and happening):
        return None
    event = as_event(asked, happening)
    late = {"later", "last", "latest"} & set(asked.main.words)
    told = [event.model_copy(update={"people": pair, "nth": 0}) for pair in (one, two)]
    order: Order = "last" if late else "first"
    return Query(kind="compare", who=(*one, *two), happening=told[0], other=told[1], order=order)


def _pair(pieces: Sequence[Piece]) -> tuple[Who, ...]:
    """ "Ada and Bob"."""
    whos = tuple(piece.who for piece in pieces if piece.who)
    return whos if len(whos) == 2 and [piece.low for piece in pieces[1:2]] == ["and"] else ()
