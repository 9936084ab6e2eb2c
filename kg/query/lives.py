"""Rules for questions of life and death, of children, and of whose husband somebody was."""

import re

from kg.dates.interval import Certainty
from kg.query.asked import Asked, is_present, moments
from kg.query.clauses import AUXILIARIES
from kg.query.pieces import Piece
from kg.query.query import Happening, Kind, Moment, Query, Who
from kg.query.select import occurrences
from kg.query.yesno import counted

_ALIVE, _DEAD = ("alive", "living", "among the living"), ("dead", "deceased")
_OUTLIVE = ("outlive", "outlived", "outlives", "survive", "survived", "survives")
_BEARING = frozenset(("born", "child_born", "adopted"))


def alive(asked: Asked) -> Query | None:
    """ "Was Ada still alive in 1850?" """
    is_alive, is_dead = asked.main.has(*_ALIVE), asked.main.has(*_DEAD)
    starts = asked.start.split(" ", 1)[0] in AUXILIARIES
    noun = next((piece.noun for piece in asked.main.pieces if piece.relation and not piece.who), "")
    is_left = noun in ("widow", "widower") or asked.main.has("widow", "widower", "widowed")
    if starts and is_left and asked.main.has("leave", "leaves", "left") and len(asked.main.whos) == 1:
        noun = noun or "widow"
        return Query(kind="yesno_at", who=(Who(relation=noun, of=asked.main.whos),), asks="whether")
    if starts and is_left and len(asked.main.whos) == 1:
        told = Happening(type="widowed", people=asked.main.whos)
        now: Kind = "present" if is_present(asked) else "yesno_at"
        return Query(kind=now, happening=told, moments=moments(asked), asks="widowed")
    if not (starts and (is_alive or is_dead) and asked.main.whos) or asked.main.has("living together", "living with"):
        return None
    kind: Kind = "present" if is_present(asked) else "yesno_at"
    both = is_alive and asked.main.has("and", "both", "all")
    died = Happening(type="died", people=asked.main.whos if both else asked.main.whos[:1])
    return Query(kind=kind, happening=died, moments=moments(asked), asks="alive" if is_alive else "dead")


def outlived(asked: Asked) -> Query | None:
    """ "Did Ada outlive Bob?", "How long did she survive her husband?", "How much later than Bob did Ada die?" """
    whos = asked.main.whos
    if len(whos) < 2:
        return None
    if asked.main.has("later than", "earlier than") and asked.starts("how much", "how many years", "how long"):
        told = asked.main.happening(asked.ontology)
        ends = [_of(told.type, who) for who in whos[:2]] if told else []
        return Query(kind="duration_between", other=ends[0], happening=ends[1]) if ends else None
    if asked.starts("how much older", "how much younger") or re.match(r"how many \w+ (older|younger)\b", asked.start):
        return Query(kind="duration_between", other=_of("born", whos[0]), happening=_of("born", whos[1]))
    if not asked.main.has(*_OUTLIVE) or "or" in asked.main.words:
        return None
    later, first = _of("died", whos[0]), _of("died", whos[1])
    if asked.starts("how long", "for how long", "how many", "by how many", "by how much"):
        return Query(kind="duration_between", other=first, happening=later)
    return Query(kind="before_after", happening=later, other=first, relation="after")


def widowhood(asked: Asked) -> Query | None:
    """ "How long did Ada live as a widow?": from the loss to the next wedding, or else to her own death."""
    asks = re.match(r"(for )?how (long|many (years|months|weeks|days))\b", asked.start) or asked.main.has("length of")
    if not (asks and asked.main.whos and asked.main.has("widow", "widower", "widowed", "widowhood", "widowerhood")):
        return None
    whos = asked.main.whos[:1]
    lost = Happening(type="widowed", people=whos, nth=asked.main.nth or 1)
    loss = next(iter(occurrences(asked.facts, lost)), None)
    weddings = occurrences(asked.facts, Happening(type="married", people=whos))
    day = loss.when if loss else None
    later = [
        i for i, each in enumerate(weddings, 1) if day and each.when and day.before(each.when) is Certainty.CERTAIN
    ]
    others = [i for i, each in enumerate(weddings, 1) if loss and not set(loss.people) <= set(each.people)]
    is_before = [each.when and day and each.when.before(day) is Certainty.CERTAIN for each in weddings]
    undated = [i for i in others if not is_before[i - 1]]
    anew = later or undated  # who may have married again has not been a widow until death
    end = Happening(type="married", people=whos, nth=anew[0]) if anew else Happening(type="died", people=whos)
    return Query(kind="duration_between", other=lost, happening=end)


def relatives(asked: Asked) -> Query | None:
    """ "Does Ada have a brother?": whether there is anybody in a relation to her."""
    owns = asked.starts("did", "does", "do", "had", "has", "have") and asked.main.has("have", "had", "got", "has")
    noun = next((piece for piece in asked.main.pieces if piece.relation and not piece.who), None)
    if not (owns and noun and asked.main.whos) or asked.main.acts or asked.subs:
        return None
    asks = Query(kind="yesno_at", who=(Who(relation=noun.noun, of=asked.main.whos),), asks="whether")
    return asks.model_copy(update={"beside": counted(asked)})


def _of(type: str, who: Who) -> Happening:
    return Happening(type=type, people=(who,))


def children(asked: Asked) -> Query | None:
    """ "Which child did Ada have in 1950?", "which of her children were born while ...", "who was born to them?" """
    if not asked.starts("who", "which", "what"):
        return None
    main = asked.main
    noun = next((piece for piece in main.pieces if _is_child(piece)), None)
    related = next((who for who in main.whos if _is_child_of(asked, who)), None)
    happening = main.happening(asked.ontology)
    bears = happening is not None and happening.type in _BEARING
    if related and main.has("born"):
        return _born(asked, related.model_copy(update={"nth": related.nth or main.nth}))
    if noun and noun.relation and main.whos and not related and _asks_for(asked, noun):
        return _born(asked, Who(relation=noun.noun, of=main.whos))
    if bears and asked.starts("who") and main.has("born to", "born of", "born"):
        owners = main.whos or tuple(who for sub in asked.subs for who in sub.whos)[:2]
        return _born(asked, Who(relation="child", of=owners)) if owners and main.has("to", "of") else None
    if bears and asked.starts("which", "what") and main.whos and _child_word(asked, main.words[1:3]):
        return _born(asked, Who(relation=_child_word(asked, main.words[1:3]), of=main.whos))
    return None


def _is_child(piece: Piece) -> bool:
    return bool(piece.relation and piece.relation.kin == "child" and not piece.who)


def _is_child_of(asked: Asked, who: Who) -> bool:
    relation = asked.facts.lexicon.relation(who.relation) if who.relation else None
    return bool(relation and relation.kin == "child")


def _asks_for(asked: Asked, noun: Piece) -> bool:
    """Whether the noun follows the word that asks: "which children", "what son"."""
    low = [piece for piece in asked.main.pieces if piece.low not in (",",)]
    place = low.index(noun)
    return place > 0 and low[place - 1].low in ("which", "what") and asked.main.has("have", "had", "has", "born", "get")


def _child_word(asked: Asked, words: list[str]) -> str:
    found = ((word, asked.facts.lexicon.relation(word)) for word in words)
    return next((word for word, relation in found if relation and relation.kin == "child"), "")


def _born(asked: Asked, child: Who) -> Query:
    found = tuple(moment for moment in moments(asked) if not moment.who)
    kind: Kind = "join" if asked.subs else "who_in"
    return Query(kind=kind, who=(child,), happening=Happening(type="born", people=(child,)), moments=found)


def inverse(asked: Asked) -> Query | None:
    """ "Whose husband was Ada's father in 1840?", "whose mother is Ada?": who stands at the other end."""
    if not asked.starts("whose") or not asked.main.whos:
        return None
    pieces = [piece for piece in asked.main.pieces if piece.relation and not piece.who]
    relation = pieces[0].relation if pieces else None
    if relation is None or relation.paths:
        return None
    kin = {"parent": "child", "child": "parent", "sibling": "sibling"}
    noun = kin[relation.kin] if relation.kin else _NOUNS.get(relation.partners, "partner")
    noun = "late spouse" if relation.bereft == "survivor" else noun
    found: tuple[Moment, ...] = moments(asked)
    kind: Kind = "present" if is_present(asked) else "join" if asked.subs else "who_at" if found else "who_in"
    return Query(kind=kind, who=(Who(relation=noun, of=asked.main.whos[:1]),), moments=found)


_NOUNS: dict[tuple[str, ...], str] = {("married",): "spouse", ("engaged",): "fiancé"}
