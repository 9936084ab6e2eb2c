"""What a question takes for granted, and that no source tells: somebody's brother, the day of a wedding."""

from collections.abc import Iterable

from kg.query.facts import Facts
from kg.query.query import Moment, Query, Who
from kg.query.reply import Reply, missing, unknown
from kg.query.select import anchor, ids_of, occurrences, people
from kg.query.wording import happened, names

# These say themselves what is missing.
_OWN = frozenset(("select", "evidence", "unanswerable", "before", "before_after", "compare"))


def lacking(query: Query, facts: Facts) -> Reply | None:
    """That somebody or some day is not told by which the question goes; None where all of it is.

    Without it "who was she with when her brother died?" would be answered as if nothing had been said of a brother.
    """
    if query.kind in _OWN:
        return None
    for who in _given(query):
        if nobody := _untold(who, facts):
            owner = names(facts, ids_of(facts, nobody.of))
            return unknown(f"no {nobody.relation} of {owner} is recorded")
    for moment in query.moments:
        if reply := _undated(moment, facts):
            return reply
    return None


def _given(query: Query) -> Iterable[Who]:
    """Those by whom it asks, rather than for whom; who somebody asked about with yes or no is may be the question."""
    for who in query.who:
        yield from who.of
    is_open = query.kind != "yesno_at" and not query.asks
    told = [each for each in (query.happening, query.other) if each and is_open]
    told += [moment.happening for moment in query.moments if moment.happening]
    for happening in told:
        yield from happening.people


def _untold(who: Who, facts: Facts) -> Who | None:
    """The innermost of a chain of ties that nobody is known to bear: of "her brother's wife" the brother."""
    for owner in who.of:
        if found := _untold(owner, facts):
            return found
    return who if who.relation and not people(facts, who, every=True) else None


def _undated(moment: Moment, facts: Facts) -> Reply | None:
    """That the happening of a condition is not recorded, or not dated."""
    if moment.when or moment.happening is None or anchor(facts, moment):
        return None
    found = occurrences(facts, moment.happening)
    if not found:
        return missing(facts, moment.happening.type, ids_of(facts, moment.happening.people))
    return unknown(f"{happened(facts, found[0])}, but no source says when", claims=found[0].claims)
