"""How long a marriage has lasted that goes on: "celebrate 14 years of marriage", "happy after 24 years of marriage"."""

from collections.abc import Callable, Collection, Iterator, Sequence

from spacy.tokens import Doc, Token

from kg.dates.interval import Duration, Interval
from kg.extract.anniversaries import KEEPING, years_counted
from kg.extract.finding import Finding
from kg.extract.roles import people, unique
from kg.extract.subjects import subjects
from kg.extract.times import NEWS, Times
from kg.extract.tree import OBJECT, children, clause_head, is_now, preposition
from kg.nlp.marks import text_of, tokens_of

HAVING = KEEPING | {"enjoy", "have", "share", "spend"}  # not "have ended 14 years of marriage"


def still_wed(
    doc: Doc, found: Sequence[Finding], ended: Collection[str], times_of: Callable[[Finding], Times]
) -> Iterator[tuple[Finding, Times]]:
    """Marriages of so many years, as told on the day of publication; not on a day told, as anniversaries are.

    Not of a couple of whom anything is told that is among the `ended`, the happenings with which a marriage ends.
    """
    published = doc._.published
    for years in (token for token in tokens_of(doc) if published is not None and token.lemma_ == "year"):
        marriage = next((each for each in children(years, "nmod") if each.lemma_ == "marriage"), None)
        count = years_counted(years) if marriage is not None and preposition(marriage) == "of" else None
        verb = clause_head(years)
        couple = _couple(verb, marriage, found) if marriage is not None and count else ()
        told = {each.type for each in found if set(each.keys) == set(couple)}
        if marriage is None or count is None or not couple or not told.isdisjoint(ended):
            continue
        roles = tuple(("partner", key) for key in couple)
        wedding = Finding("event", "married", years, roles, (years, verb), "noun: years of marriage")
        times = times_of(wedding)
        day = times.news or times.on
        if day is None and _goes_on(years, verb):
            state = Finding("state", "married", marriage, roles, (marriage,), "length: marriage")
            start, end = years.left_edge.idx, marriage.idx + len(marriage)
            length = Duration.of(count, "year")
            words = text_of(doc)[start:end]
            yield state, Times(on=Interval.day(published), duration=length, words=words, spans=((start, end),))


def _goes_on(years: Token, verb: Token) -> bool:
    """Whether so many years are told to have passed by now: "says after 14 years", "have enjoyed 14 years"."""
    if years.dep_ in OBJECT:
        return is_now(verb) and verb.lemma_ in HAVING
    return preposition(years) == "after" and (is_now(verb) or verb.lemma_ in NEWS)


def _couple(verb: Token, marriage: Token, found: Sequence[Finding]) -> tuple[str, ...]:
    """Who are wed so long: the subjects of the clause, or one of them and the only one told to be wed to them."""
    whose = [key for child in marriage.children if preposition(child) in ("to", "with") for key in people(child)]
    who = unique([*subjects(verb), *whose])
    if len(who) != 1:
        return who if len(who) == 2 else ()
    ties = {
        frozenset(each.keys) for each in found if each.type == "married" and who[0] in each.keys and not each.is_over
    }
    (spouse,) = next(iter(ties)) - {*who} if len(ties) == 1 and len(next(iter(ties))) == 2 else (None,)
    return (*who, spouse) if spouse is not None else ()
