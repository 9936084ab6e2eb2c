"""Rules for questions whether, and how long, somebody had nobody."""

from typing import Literal

from kg.query.asked import Asked, moments
from kg.query.query import Happening, Moment, Query, Who
from kg.query.select import ids_of

_SINGLE = ("single", "alone", "unattached", "without a partner", "without anyone", "on her own", "on his own")
_UNMARRIED = ("unmarried", "unwed", "not married", "n't married", "without a husband", "without a wife", "not wed")
_ANYONE = ("anyone", "anybody", "someone", "somebody")
_HUSBANDS = ("husband", "wife", "spouse", "partner", "boyfriend", "girlfriend", "fiancé", "fiancée")


def lonely(asked: Asked) -> Query | None:
    """ "Was she single in 1950?", "how long was he unmarried between Ada and Zoë?", "did she have a husband then?" """
    if asked.starts("who", "whom", "which", "whose") or asked.main.has("only"):
        return None
    owner = asked.main.whos[:1]
    having = _having(asked)
    unmarried, single = _says(asked, *_UNMARRIED), _says(asked, *_SINGLE)
    if not owner or not (having or unmarried or single or asked.main.has(*_ANYONE)):
        return None
    happening = asked.main.happening(asked.ontology)
    if happening and happening.kind == "event" and asked.starts("did") and not (having or unmarried or single):
        return None  # "did she marry anyone in 1950?" asks for a wedding
    told = Happening(kind="state", type="married", people=owner) if unmarried or having == "married" else None
    between = _between(asked, owner)
    if asked.starts("how long", "for how long", "how many years", "how many months"):
        return _lasting(between)
    found = between or tuple(_turn(asked, owner, moment) for moment in moments(asked))
    ever = _says(asked, "there a time", "there any time", "at any time", "at some point", "at some time", "ever")
    is_alone = single or unmarried
    relation: Literal["before", "after", "either"] = "after" if not is_alone else "either" if ever else "before"
    return Query(kind="gap", who=owner, happening=told, moments=found, relation=relation)


def _turn(asked: Asked, owner: tuple[Who, ...], moment: Moment) -> Moment:
    """ "Before Bob": before they were together."""
    if moment.who is None:
        return moment
    pair = (*owner, moment.who)
    edge: Literal["start", "end"] = "end" if moment.relation == "after" else "start"
    tie = Happening(kind="state", type=_tie(asked, pair, "married"), people=pair, edge=edge)
    return Moment(relation=moment.relation, happening=tie)


def _says(asked: Asked, *phrases: str) -> bool:
    """Whether a phrase stands in the whole question, the clauses beside the main one included."""
    text = f" {' '.join(asked.text.lower().replace('?', ' ').replace(',', ' ').split())} "
    return any(f" {phrase} " in text for phrase in phrases)


def _having(asked: Asked) -> str:
    """ "Did she have a husband in 1928?": the state that the noun names."""
    if not (asked.starts("did", "does", "had", "has") and asked.main.has("have", "had", "has")):
        return ""
    noun = next((piece for piece in asked.main.pieces if piece.relation and not piece.who), None)
    is_one = noun and noun.relation and noun.relation.partners and noun.noun in _HUSBANDS
    return noun.relation.partners[0] if noun and is_one and noun.relation else ""


def _between(asked: Asked, owner: tuple[Who, ...]) -> tuple[Moment, ...]:
    """The days between two partners, or between two weddings with one."""
    if not asked.main.has("between"):
        return ()
    others = asked.main.whos[1:3]
    if asked.main.times or asked.subs:
        return ()
    if len(others) == 2:
        ends = [((*owner, others[0]), 0), ((*owner, others[1]), 0)]
    else:
        ends = [((*owner, *others), 1), ((*owner, *others), 2)]
    (first, one), (last, two) = ends
    left = Happening(kind="state", type=_tie(asked, first, "married"), people=first, nth=one, edge="end")
    found = Happening(kind="state", type=_tie(asked, last, "married"), people=last, nth=two)
    found = Happening(type="married", people=last, nth=two) if found.type == "married" else found
    return Moment(relation="after", happening=left), Moment(relation="before", happening=found)


def _tie(asked: Asked, whos: tuple[Who, ...], type: str) -> str:
    """The state `type` if it is recorded of them, else another in which they were together."""
    spans = asked.facts.spans(ids_of(asked.facts, whos), asked.facts.lexicon.together)
    types = [span.type for span in spans]
    return type if type in types or not types else types[0]


def _lasting(between: tuple[Moment, ...]) -> Query | None:
    if len(between) < 2:
        return None
    return Query(kind="duration_between", other=between[0].happening, happening=between[1].happening)
