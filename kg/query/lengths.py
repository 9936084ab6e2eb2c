"""Questions for a length of time: how long a state held, how long from one event to another, how old somebody was."""

import re

from kg.query.asked import Asked, moment_of, moments, whose
from kg.query.clauses import Clause
from kg.query.pieces import Piece
from kg.query.query import Happening, Moment, Query
from kg.query.select import occurrences


def how_long(asked: Asked) -> Query | None:
    """The question, if it asks for a length of time."""
    if re.match(r"(at )?(what|which) age\b", asked.start) or asked.text.lower().startswith("at what age "):
        return _age(asked)
    if asked.main.has("length of", "duration of") and asked.starts("what", "the length", "the duration"):
        return _lasting(asked)
    unit = re.match(
        r"(for |after |over |within |during )?(about )?how (long|many (?:years|months|weeks|days)|much time|old)\b",
        asked.start,
    )
    if not unit or asked.start.startswith("how long ago"):
        return None
    if unit[3] == "old":
        return _age(asked)
    return _between(asked) or _lasting(asked)


def _age(asked: Asked) -> Query | None:
    people = asked.main.whos[:1]
    if not people:
        return None
    found = moments(asked)
    later = found[0].happening if found else asked.main.happening(asked.ontology)
    if later and later.type == "born":
        later = None
    if later and len(later.people) == 1 and later.people != people:  # "her wedding with Bob"
        both = later.model_copy(update={"people": (*people, *later.people)})
        later = both if occurrences(asked.facts, both) else later
    born = Happening(type="born", people=people)
    return Query(kind="duration_between", happening=later, other=born, moments=() if later else found)


def _between(asked: Asked) -> Query | None:
    """ "How long after they met did they marry?", "how many years lie between A's wedding and B's?" """
    later = asked.main.happening(asked.ontology)
    first = next((sub for sub in asked.subs if sub.relation != "at"), None)
    if asked.main.has("between", "lie between", "from"):
        both = _two_happenings(asked)
        return Query(kind="duration_between", other=both[0], happening=both[1]) if both else None
    is_fronted = re.match(r"(for )?how (long|many \w+|much time) (before|after|since|until)\b", asked.text.lower())
    is_after = later and later.kind == "event" and asked.text.lower().startswith("after how")
    if not ((is_fronted or is_after) and first):
        return None
    moment = moment_of(asked, first, None)
    if moment and moment.who and later and len(asked.main.whos) == 1:  # "after Cory did Naya die"
        moment = Moment(relation=moment.relation, happening=later.model_copy(update={"people": (moment.who,)}))
    if moment is None or moment.happening is None:
        return None
    if later is None and asked.main.whos:
        later = moment.happening.model_copy(update={"people": asked.main.whos})
    if later and not later.people:
        later = later.model_copy(update={"people": whose(asked, later)})
    ends = (later, moment.happening) if first.relation == "before" else (moment.happening, later)
    return Query(kind="duration_between", other=ends[0], happening=ends[1])


def _two_happenings(asked: Asked) -> tuple[Happening, Happening] | None:
    """The two of "between X and Y": each with the people around it; "the two weddings" are the first and the last."""
    pieces = [piece for clause in (asked.main, *asked.subs) for piece in clause.pieces]
    acts = [i for i, piece in enumerate(pieces) if piece.senses and piece.low not in ("lie", "pass")]
    that = [i for i, piece in enumerate(pieces) if piece.low == "that"]
    if (
        len(acts) == 1
        and not that
        and _is_several(pieces, acts[0])
        and (told := Clause(tuple(pieces)).happening(asked.ontology))
    ):
        first = told.model_copy(update={"nth": 1})
        return first, told.model_copy(update={"nth": -1})
    if len(acts) + len(that) < 2:
        return None
    start = next((i for i, piece in enumerate(pieces) if piece.low in ("between", "from")), 0)
    cut_at = _between_two(pieces, start, acts[0] if acts else start, (acts + that)[1])
    left, right = Clause(tuple(pieces[start:cut_at])), Clause(tuple(pieces[cut_at:]))
    one, two = left.happening(asked.ontology), right.happening(asked.ontology)
    if one and two is None and that:
        two = one.model_copy(update={"people": right.whos})
    if one is None or two is None:
        return None
    one, two = (
        each if each.people else each.model_copy(update={"people": (left.whos or right.whos)}) for each in (one, two)
    )
    return one, two


def _is_several(pieces: list[Piece], i: int) -> bool:
    """ "The two weddings"."""
    return pieces[i].low.endswith("s") or any(piece.low in ("two", "both") for piece in pieces[:i])


def _between_two(pieces: list[Piece], start: int, first: int, second: int) -> int:
    """Where the second of two happenings begins: at the "and" behind the first one and those whose it is."""
    i = next(each for each in range(first + 1, len(pieces)) if pieces[each].noun != "-")
    if i < second and pieces[i].low in ("of", "between", "with"):
        i += 2
        i += 2 if i < second and pieces[i].low == "and" and _is_one_more(pieces, i + 1) else 0
    joints = (each for each in range(i, second + 1) if pieces[each].low in ("and", "to", "until", "till"))
    return next(joints, start)


def _is_one_more(pieces: list[Piece], i: int) -> bool:
    """Whether one more of a couple stands there, rather than somebody whose wedding follows."""
    return bool(pieces[i].who) and not (i + 1 < len(pieces) and pieces[i + 1].low in ("'s", "’s"))


def _lasting(asked: Asked) -> Query | None:
    happening = asked.main.happening(asked.ontology, "state") or _being_somebodys(asked)
    if happening is None:
        return None
    if happening.kind == "event":
        opened = asked.ontology.events[happening.type].opens
        if not opened:
            return None
        happening = happening.model_copy(update={"kind": "state", "type": opened[0]})
    if not happening.people:
        happening = happening.model_copy(update={"people": asked.reference.people("they", ())})
    if asked.starts("how long have", "how long has", "for how long have", "for how long has") and not asked.main.times:
        happening = happening.model_copy(update={"nth": happening.nth or -1})  # of two marriages the one that goes on
    until = next((found for sub in asked.subs if (found := moment_of(asked, sub, None)) and found.happening), None)
    ends = until.happening if until and until.relation in ("before", "at") else None
    return Query(
        kind="duration_state",
        happening=happening,
        other=ends,
        moments=tuple(Moment(when=each) for each in asked.main.times),
    )


def _being_somebodys(asked: Asked) -> Happening | None:
    """ "How long was Ada the wife of Bob?": the state that the noun names."""
    related = next((who for who in asked.main.whos if who.relation), None)
    named = [who for who in asked.main.whos if who is not related]
    relation = asked.facts.lexicon.relation(related.relation) if related else None
    if related is None or relation is None or not relation.partners or not named:
        return None
    return Happening(kind="state", type=relation.partners[0], people=(named[0], *related.of))


def as_event(asked: Asked, happening: Happening) -> Happening:
    """The event that opens a state; an event stays."""
    openers = [name for name, event in asked.ontology.events.items() if happening.type in event.opens]
    if happening.kind == "event" or not openers:
        return happening
    return happening.model_copy(update={"kind": "event", "type": openers[0]})
