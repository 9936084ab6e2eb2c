"""The rule for words typed into a search box: "ada roe wife", "ada roe and ben poe wedding"."""

from kg.dates.interval import Interval
from kg.query.asked import Asked
from kg.query.clauses import AUXILIARIES, WH
from kg.query.lengths import as_event
from kg.query.pieces import SMALL
from kg.query.query import Happening, Query, Who
from kg.query.select import people

_STORY = ("history", "timeline", "chronology", "relationship", "relationships", "story", "biography")
_BESIDE = frozenset("date day year relationship relationships dating".split())


def keywords(asked: Asked) -> Query | None:
    """What a name and a noun without any verb ask for; a last guess, where no other rule understands the words."""
    main = asked.main
    if asked.subs or not main.whos or set(main.words) & (AUXILIARIES | WH) or any(who.relation for who in main.whos):
        return None
    noun = next((piece.noun for piece in main.pieces if piece.relation and not piece.who), "")
    happening = main.happening(asked.ontology)
    other = [piece for piece in main.pieces if piece.is_plain and piece.text[0].isalpha() and not piece.noun]
    unknown = [piece for piece in other if piece.low not in SMALL | _BESIDE | {"age", *_STORY}]
    if unknown:
        return None
    if noun:
        asked_for = Who(relation=noun, of=main.whos[:1])
        today = Interval.day(asked.facts.newest) if asked.facts.newest else None
        return Query(kind="present" if today and people(asked.facts, asked_for, today) else "who_in", who=(asked_for,))
    if main.has("age"):
        return Query(kind="duration_between", other=Happening(type="born", people=main.whos[:1]))
    if main.has(*_STORY):
        return Query(kind="list", who=main.whos)
    if happening is None:
        return None
    if any(sense.noun for piece in main.acts for sense in piece.senses):
        return Query(kind="when", happening=as_event(asked, happening))
    return Query(kind="present", happening=happening, asks="whether") if asked.text.rstrip().endswith("?") else None
