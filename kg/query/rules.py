"""Which kind of question it is, and its parts: one rule for each way of asking, the most particular first."""

import re
from collections.abc import Callable, Sequence
from typing import Literal

from kg.query.alone import lonely
from kg.query.asked import BEING, DOING, Asked, coming, is_present, is_under_way, moments, whose
from kg.query.clauses import AUXILIARIES, Clause
from kg.query.keywords import keywords
from kg.query.lengths import as_event, how_long
from kg.query.lives import alive, children, inverse, outlived, relatives, widowhood
from kg.query.pieces import SMALL, Piece
from kg.query.query import Happening, Kind, Moment, Query, Who
from kg.query.ranking import ranked
from kg.query.select import ids_of, nth_of, occurrences
from kg.query.words import lemmas
from kg.query.yesno import TIMES, beside, whether
from kg.records import Status

Rule = Callable[[Asked], Query | None]


def _known(asked: Asked) -> Query | None:
    words = [piece for piece in asked.main.pieces if piece.text[0].isalnum()]
    if [piece.low for piece in words[:1]] == ["who"] and len(words) == 3 and words[2].who and words[2].who.name:
        return Query(kind="list", who=asked.main.whos) if words[1].low in BEING and not asked.subs else None
    if not (asked.main.has("known about", "known of", "we know about", "is known", "was known") and asked.main.whos):
        return None
    as_of = asked.main.times[0].latest if asked.main.times else None
    return Query(kind="list", who=asked.main.whos, as_of=as_of)


def _disagreement(asked: Asked) -> Query | None:
    """ "On what do the articles disagree?", "do the sources agree on when they met?" """
    asks = re.search(
        r"\b(dis)?agree\b|\b(contradict|differ|conflict)(s|ing)?\b|\binconsisten", asked.text, re.IGNORECASE
    )
    if not asks or not re.search(
        r"\b(source|article|document|paper|report|account|text)s\b", asked.text, re.IGNORECASE
    ):
        return None
    whole = Clause(tuple(piece for clause in (asked.main, *asked.subs) for piece in clause.pieces))
    told = _besides(whole, frozenset(("agree", "disagree", "differ"))).happening(asked.ontology)
    return Query(kind="evidence", happening=told, who=whole.whos, asks="disagreement")


def _said(asked: Asked) -> Query | None:
    """ "What does Ada say about Bob?": what is told in her words."""
    pieces = asked.main.pieces
    says = next((i for i, piece in enumerate(pieces) if piece.low in _TELLING), 0)
    speaker = next((piece.who for piece in pieces[:says] if piece.who), None)
    if not (re.match(r"what (do|does|did|has|have) ", asked.start) and speaker and speaker.name):
        return None
    happening = _besides(asked.main, _TELLING).happening(asked.ontology)
    return Query(kind="evidence", who=asked.main.whos, happening=happening, asks="said")


def _evidence(asked: Asked) -> Query | None:
    starts = (
        *("by whom is it told", "by whom is it said", "by whom was it reported"),
        "who says",
        "who said",
        "who reported",
        "who reports",
        "who told",
        "who claims",
        "who claimed",
        "according to",
        "where is it written",
        "where is it said",
        "where does it say",
        "where do we read",
        "where do you read",
    )
    asks = asked.starts(
        *starts,
        *("how do we know", "how do you know", "how is it known", "how can we know", "how sure"),
        *("since when do we know", "since when is it known", "on what does", "on what basis", "on whose word"),
        *("which words", "which quote", "which sentence", "what proof", "what evidence", "what is the proof"),
        *("what is the evidence", "show me the quote", "the quote", "quote", "the proof", "show me the proof"),
    )
    source = asked.main.has(
        *("source for", "source of", "evidence for", "evidence that", "evidence of", "proof of", "proof for"),
        *("sources say", "says so", "documents say", "articles say", "documents tell", "sources tell"),
    )
    document = re.match(
        r"((by|in|on|from|to|with) )?(which|what) (of the )?"
        r"(article|document|paper|source|report|text|piece)s?\b",
        asked.start,
    )
    if not (asks or source or document):
        return None
    whole = Clause(tuple(piece for clause in (asked.main, *asked.subs) for piece in clause.pieces))
    happening = _besides(whole, _TELLING).happening(asked.ontology)
    if happening and happening.status is Status.PLANNED and not asked.main.has("planned", "plan", "planning"):
        happening = happening.model_copy(update={"status": None})  # "which is to be believed?"
    dated = re.search(
        r"\b(article|document|paper|report|piece|text|letter|issue|edition)s? (of|from|dated|on) ", asked.text
    )
    days = tuple(Moment(when=when) for when in whole.times[:1]) if dated else ()
    known = happening or whole.whos
    return Query(kind="evidence", happening=happening, who=whole.whos, moments=days) if known else None


_TELLING = frozenset("know knew known tell tells told say says said see seen read reads mention mentions".split())


def _besides(clause: Clause, words: frozenset[str]) -> Clause:
    """The clause without acts that only tell of another: "how do we know that they married?" """
    return Clause(tuple(piece for piece in clause.pieces if not (piece.senses and piece.low in words)))


def _negative(asked: Asked) -> Query | None:
    """ "Who was not married to Ada?": what nobody tells of cannot be listed."""
    if not (asked.starts("who", "whom", "whose", "which", "what") and asked.main.has("not", "n't", "never", "nobody")):
        return None
    return Query(kind="unanswerable", why="kg knows what is told: it cannot say of whom something was not so")


def _count(asked: Asked) -> Query | None:
    if not asked.starts("how many", "how often", "what number of") and not asked.main.has("how many"):
        return None
    noun = next((piece for piece in asked.main.pieces if piece.relation), None)
    people = asked.main.whos
    if noun and people:
        return Query(kind="count", who=(Who(relation=noun.noun, of=people),), moments=moments(asked))
    related = next((who for who in people if who.relation), None)
    happening = asked.main.happening(asked.ontology)
    if asked.main.has("people", "guests", "persons", "men", "women") and not related:
        return None  # "how many people came to the wedding?"
    if related and not (happening and asked.main.has("times", "how often")):
        return Query(kind="count", who=(related,), moments=moments(asked))
    return Query(kind="count", happening=as_event(asked, happening), moments=moments(asked)) if happening else None


def _when(asked: Asked) -> Query | None:
    what = re.match(
        r"((on|in|at|for|by|since|until) )?(what|which) (\w+ )?(day|date|year|month|time|week|season)\b", asked.start
    )
    whens = asked.starts(
        "when", "since when", "for when", "how long ago", "until when", "what is the date", "what was the date"
    )
    birthday = asked.main.has("birthday", "date of", "day of", "year of") and asked.starts("what", "when", "which")
    if not (what or whens or birthday):
        return None
    happening = asked.main.happening(asked.ontology)
    if happening is None:
        return None
    if happening.kind == "state" and happening.edge == "start" and not asked.starts("since when"):
        happening = as_event(asked, happening) if happening.type in _own_openers(asked) else happening
    if happening.status is Status.DENIED:  # of a denial its documents tell
        return Query(kind="evidence", happening=happening, who=happening.people)
    if asked.starts("since when"):
        happening = happening.model_copy(update={"nth": -1})
    if not happening.people:
        happening = happening.model_copy(update={"people": whose(asked, happening)})
    ended = Happening(kind="state", type="married", people=happening.people, nth=happening.nth, edge="end")
    if happening.type == "divorced" and asked.main.has("end", "ended") and not occurrences(asked.facts, happening):
        happening = ended if occurrences(asked.facts, ended) else happening  # whatever ended it
    if asked.starts("when is", "when are", "what day is", "what date is"):
        happening = coming(asked, happening)
    found = tuple(each for each in moments(asked) if each.happening or each.when)
    if happening.status and asked.main.is_as_of and asked.main.times:
        return Query(kind="when", happening=happening, as_of=asked.main.times[0].latest)
    return Query(kind="implicit" if asked.subs else "when", happening=happening, moments=found)


def _own_openers(asked: Asked) -> set[str]:
    return {state for event in asked.ontology.events.values() for state in event.opens}


def _where(asked: Asked) -> Query | None:
    place = re.match(
        r"((in|at|to|on) )?(what|which) (\w+ )?(city|town|place|country|church|venue|state|village|island)\b",
        asked.start,
    )
    happening = asked.main.happening(asked.ontology)
    if happening and not happening.people:
        happening = happening.model_copy(update={"people": whose(asked, happening)})
    noun = re.match(r"((in|at|on) )?(what|which) (\w+)", asked.start)
    is_work = asked.starts("on what", "in what") or (noun is not None and _is_work(asked, noun[4]))
    is_work = is_work and happening is not None and happening.type == "worked_together"
    if not (place or is_work or asked.starts("where", "from where")):
        return None
    happening = coming(asked, happening) if happening and asked.starts("where is", "where are") else happening
    return Query(kind="where", happening=happening, moments=moments(asked)) if happening else None


def _is_work(asked: Asked, noun: str) -> bool:
    """ "On which film": whether it asks for a work."""
    return bool(lemmas(noun) & {"work", "project", *asked.ontology.work.get("project", ())})


def _who(asked: Asked) -> Query | None:
    asks = (
        "who",
        "whom",
        "whose",
        "with whom",
        "with which",
        "to which",
        "to whom",
        "from whom",
        "by whom",
        "which",
        "what was the name",
        "what is the name",
    )
    if not asked.starts(*asks) or asked.starts("which events", "which dated", "which things"):
        return None
    if asked.starts("which") and any(_is_plural(piece) for piece in asked.main.pieces[1:2]):
        return None  # "which weddings": a list of events
    related = [who for who in asked.main.whos if who.relation]
    happening = asked.main.happening(asked.ontology, _tense(asked))
    if happening and related and re.match(r"(who|which)( one)? of ", asked.start) and asked.main.whos[0].relation:
        return _those(asked, happening, related[0])
    if happening and happening.kind == "event" and is_under_way(asked):
        happening = coming(asked, happening)
    if happening and not happening.people and not related:
        happening = as_event(asked, happening)
    if happening and asked.main.has(*TIMES):
        return Query(kind="unanswerable", why="kg counts for people who are named, and lists nobody by how often")
    if asked.main.has("between") and len(asked.main.whos) > 2:
        return Query(kind="unanswerable", why="kg tells who came before or after one person, not between two")
    found = moments(asked, happening)
    if not found and happening and (following := _following(asked)):
        other = next((id for id in asked.reference.context if all(who.name != id for who in asked.main.whos)), "")
        if not other or not happening.people:
            return Query(kind="unanswerable", why=f"{following!r} whom is not said")
        found = (Moment(relation=following, who=Who(name=other)),)
    turn = next((each for each in found if each.who), None)
    if turn:
        return _turn(asked, happening, related, turn)
    if happening and not (related and happening.type == "born" and not asked.main.has("born")):
        return Query(kind=_who_kind(asked, happening.people), happening=happening, moments=found)
    if related and asked.starts("which of", "which one of", "who of") and (words := beside(asked)):
        return Query(kind="unanswerable", why=f"of {', '.join(map(repr, words))} nothing is known")
    if related:
        return Query(kind=_who_kind(asked, (related[0],)), who=(related[0],), moments=found)
    return None


def _following(asked: Asked) -> Literal["before", "after", ""]:
    """ "Whom did she marry next?", "who was she with before?": before or after the one last spoken of."""
    last = next((piece.low for piece in reversed(asked.main.pieces) if piece.text[0].isalnum()), "")
    return "after" if last in ("next", "afterwards") else "before" if last in ("before", "previously") else ""


def _those(asked: Asked, happening: Happening, related: Who) -> Query:
    """ "Which of her sons married Ada?" """
    told = happening.model_copy(update={"people": happening.people[1:]})
    kind: Kind = "present" if is_present(asked) else "join"
    return Query(kind=kind, who=(related,), happening=told, moments=moments(asked, happening))


def _tense(asked: Asked) -> Literal["event", "state"]:
    return "state" if set(asked.main.words) & (BEING | {"be"}) else "event"


def _turn(asked: Asked, happening: Happening | None, related: list[Who], turn: Moment) -> Query | None:
    """ "Who was she with before Bob?" """
    if related:
        return Query(kind="before", who=(related[0],), moments=(turn,))
    if happening and happening.people:
        noun = {"married": "spouse", "engaged": "fiancé"}.get(happening.type, "partner")
        return Query(kind="before", who=(Who(relation=noun, of=happening.people[:1]),), moments=(turn,))
    return None


def _who_kind(asked: Asked, people: Sequence[Who]) -> Kind:
    if is_present(asked):
        return "present"
    if any(who.nth for who in people):
        return "ordinal"
    if any(of.relation for who in people for of in (who.of or (who,))):
        return "join"
    return "who_at" if asked.main.times or asked.subs else "who_in"


def _ending(asked: Asked) -> Query | None:
    """ "How did her first marriage end?", "what became of their engagement?": what closed it."""
    became = asked.starts("what became of", "what happened to")
    if not (became or (asked.starts("how did", "how does") and asked.main.has("end", "ended", "finish"))):
        return None
    told = asked.main.happening(asked.ontology, "state")
    event = asked.ontology.events.get(told.type) if told and told.kind == "event" else None
    tied = (*event.opens, *event.closes) if event else (told.type,) if told else ()
    state = next((name for name in tied if name in asked.facts.lexicon.together), "")
    if not (told and state and told.people) or asked.main.times:
        return None
    spans = asked.facts.spans(ids_of(asked.facts, told.people), [state])
    span = next(iter(nth_of(spans, told.nth or -1)), None)
    if span is None:
        return None
    closing = (name for name, event in asked.ontology.events.items() if state in event.closes)
    types = tuple(name for name in closing if name != "married" or state == "engaged")
    return Query(kind="list", who=tuple(Who(name=id) for id in span.people), types=types)


def _list(asked: Asked) -> Query | None:
    if _does_something_else(asked):
        return None
    starts = (
        *("list", "what", "name", "tell", "show", "give", "in what order", "the story", "the history", "outline"),
        *("describe", "recount", "trace", "sketch", "summarise", "summarize", "sum up", "walk me through", "all"),
        *("which events", "which dated", "enumerate", "the events", "everything", "the timeline", "the stages"),
    )
    plural = asked.starts("which", "what", "name", "list") and _types(asked)
    is_way = any(piece.is_plain and piece.low in _DEVELOPING for piece in asked.main.pieces)
    develops = asked.starts("how did", "how has", "how had") and is_way
    steps = develops or plural or asked.main.has(*_ORDERED)
    is_all = asked.main.has("all") and plural  # "list all divorces"
    detail = asked.main.detail(asked.ontology)
    is_narrow = asked.main.whos or asked.main.times or is_all or (detail and asked.starts("what happened", "list"))
    if not (asked.starts(*starts) or steps) or not is_narrow:
        return None
    related = [who for who in asked.main.whos if who.relation]
    if not (develops or plural) and (_asks_for_more(asked) or asked.main.has("for a living")):
        return None
    if related and not asked.main.acts:
        return Query(kind="who_in", who=(related[0],), moments=moments(asked))
    found = tuple(each for each in moments(asked) if not each.who)
    types = () if develops else _types(asked)
    return Query(kind="list", who=asked.main.whos, types=types, moments=found, detail=detail)


def _types(asked: Asked) -> tuple[str, ...]:
    """Which event types a list is of: all, those of a couple's turns, or the one that it names."""
    if asked.main.has("beginnings", "turns", "ups", "stints", "ends"):
        if not asked.main.has("turns"):
            return "dating_began", "separated", "reconciled"
        types = asked.ontology.events.items()
        return tuple(
            name
            for name, event in types
            if event.is_symmetric and (event.opens or event.closes or "married" in event.after)
        )
    told = asked.main.happening(asked.ontology)
    if told is None or not (asked.starts("how") or any(_is_plural(piece) for piece in asked.main.acts)):
        return ()
    return (as_event(asked, told).type,) if as_event(asked, told).kind == "event" else ()


def _is_plural(piece: Piece) -> bool:
    """ "The weddings", "all divorces"."""
    return piece.low.endswith("s") and any(sense.noun for sense in piece.senses)


def _does_something_else(asked: Asked) -> bool:
    """ "What did Ada paint?": a deed of which kg knows nothing."""
    if not re.match(r"(what|which \w+) (did|does|do|has|had|have) ", asked.start):
        return False
    words = [piece.low for piece in asked.main.pieces if piece.is_plain and piece.low.isalpha() and not piece.noun]
    return any(word not in SMALL | AUXILIARIES | DOING for word in words)


def _asks_for_more(asked: Asked) -> bool:
    """ "What is Ada's favourite colour?", "name three films with Ada": words of which kg knows nothing."""
    words = [piece.low for piece in asked.main.pieces if piece.is_plain and piece.text[0].isalpha() and not piece.noun]
    if asked.main.has(*_LISTS) or (asked.main.acts and asked.starts("list")):
        return False
    known = SMALL | AUXILIARIES | DOING | _LISTING
    return any(word not in known and not word[:-1].isdigit() for word in words)


_ORDERED = ("step by step", "in order", "timeline", "happened", "history of", "story of")
_DEVELOPING = tuple(
    "develop developed evolve evolved unfold unfolded progress progressed go gone change changed".split()
)
_LISTS = tuple(
    "events event timeline story history chronology happened happen order milestones stages steps turns everything "
    "beginnings dates".split()
)
_LISTING = frozenset(
    "main major important key recorded involving concerning regarding facts fact information learn learned things "
    "thing earliest latest second short whole full complete overview summary path named names kg there been every "
    "entire including along far us briefly article document source say tell tells report reports mention mentioned "
    "list step told recount summarise summarize sum outline trace sketch describe enumerate walk through".split()
)
RULES: tuple[Rule, ...] = (
    *(_known, _disagreement, _said, _evidence, _negative, lonely, outlived, widowhood),
    *(how_long, _count, _when, _where, ranked, alive, children, inverse, relatives),
    *(_who, _ending, _list, whether, keywords),
)
