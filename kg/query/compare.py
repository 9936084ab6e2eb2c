"""Answers to comparisons: who comes first, who has most, who was so longest."""

from kg.dates.interval import Certainty, Duration, Interval
from kg.query.calendar import event_time
from kg.query.facts import Facts
from kg.query.query import Happening, Query, Who
from kg.query.reply import Reply, missing, unknown
from kg.query.select import Told, ids_of, occurrences, people
from kg.query.wording import happened, known, names, number, sentence, years
from kg.records import Claim

_YEAR = 365.2425


def compare(query: Query, facts: Facts) -> Reply:
    """Which of several people comes first (or last) in a happening, has most of it, or longest."""
    if query.happening is None:
        return _most_people(query, facts)
    if query.other:
        return _couples(query, facts, query.happening, query.other)
    if query.order in ("longest", "shortest"):
        return _longest(query, facts, query.happening)
    type = query.happening.type
    ids = ids_of(facts, query.who)
    nth = query.happening.nth
    wanted = {id: Happening(type=type, people=(Who(name=id),), nth=nth) for id in ids}
    told = {id: occurrences(facts, each) for id, each in wanted.items()}
    if query.order in ("most", "least"):
        return _most(query, facts, type, told)
    dated = {id: next((each for each in found if each.when), None) for id, found in told.items()}
    if any(each is None for each in dated.values()):
        lacking = next(id for id, each in dated.items() if each is None)
        return missing(facts, type, [lacking])
    ranked = sorted(
        ((each.when, id) for id, each in dated.items() if each and each.when), key=lambda pair: _middle(pair[0])
    )
    if len(ranked) < 2:
        return unknown("there is nobody else to compare with")
    chosen, other = (ranked[0], ranked[1]) if query.order == "first" else (ranked[-1], ranked[-2])
    sure = chosen[0].before(other[0]) if query.order == "first" else chosen[0].after(other[0])
    claims = tuple(claim for each in dated.values() if each for claim in each.claims)
    texts = "; ".join(happened(facts, each) for each in dated.values() if each)
    if sure is Certainty.CONTRADICTED or chosen[0] == other[0]:
        return unknown(f"not told apart: {texts}", claims=claims)
    text = f"{names(facts, [chosen[1]])}: {texts}"
    return Reply({"people": [facts.people[chosen[1]].name]}, sentence(text), sure, claims, (texts,), (chosen[1],))


def _couples(query: Query, facts: Facts, *happenings: Happening) -> Reply:
    """Which of two couples comes first, or last."""
    found = [next((each for each in occurrences(facts, told) if each.when), None) for told in happenings]
    for told, each in zip(happenings, found, strict=True):
        if each is None:
            return missing(facts, told.type, ids_of(facts, told.people))
    told_of = [(each.when, each) for each in found if each and each.when]
    told_of.sort(key=lambda pair: _middle(pair[0]), reverse=query.order == "last")
    (when, chosen), (other, _) = told_of
    sure = when.before(other) if query.order == "first" else when.after(other)
    text = "; ".join(happened(facts, each) for _, each in told_of)
    claims = tuple(claim for _, each in told_of for claim in each.claims)
    if sure is Certainty.CONTRADICTED or when == other:
        return unknown(f"not told apart: {text}", claims=claims)
    value: dict[str, object] = {"people": [facts.people[id].name for id in chosen.people]}
    return Reply(value, sentence(f"{names(facts, chosen.people)}: {text}"), sure, claims, (text,), chosen.people)


def _middle(when: Interval) -> float:
    ends = [day.toordinal() for day in (when.earliest, when.latest) if day]
    return sum(ends) / len(ends) if ends else 0.0


def _most(query: Query, facts: Facts, type: str, told: dict[str, list[Told]]) -> Reply:
    counts = {id: sum(facts.heads(each.people) for each in found) for id, found in told.items()}
    ranked = sorted(told, key=lambda id: (-counts[id], id), reverse=query.order == "least")
    text = "; ".join(f"{names(facts, [id])}: {number(count)}" for id, count in counts.items())
    claims = tuple(claim for found in told.values() for each in found for claim in each.claims)
    if len(ranked) < 2 or counts[ranked[0]] == counts[ranked[1]]:
        return unknown(f"no difference is recorded: {text}", claims=claims)
    return Reply(
        {"people": [facts.people[ranked[0]].name]}, sentence(text), Certainty.POSSIBLE, claims, (text,), (ranked[0],)
    )


def _most_people(query: Query, facts: Facts) -> Reply:
    """Who of several has more children, or had more husbands."""
    owners = [ids_of(facts, who.of) for who in query.who]
    found = [people(facts, who, every=True) for who in query.who]
    text = "; ".join(f"{names(facts, owner)}: {number(len(each))}" for owner, each in zip(owners, found, strict=True))
    claims = tuple(claim for each in found for one in each for claim in one.claims)
    ranked = sorted(range(len(found)), key=lambda i: len(found[i]), reverse=query.order == "most")
    if len(ranked) < 2 or len(found[ranked[0]]) == len(found[ranked[1]]):
        return unknown(f"no difference is recorded: {text}", claims=claims)
    best = owners[ranked[0]]
    told = [facts.people[id].name for id in best]
    return Reply({"people": told}, sentence(text), Certainty.POSSIBLE, claims, (text,), tuple(best))


def _longest(query: Query, facts: Facts, happening: Happening) -> Reply:
    """Whose life was longer, or whose marriage; each length by its bounds."""
    owner = ids_of(facts, happening.people)
    found = []
    for id in ids_of(facts, query.who):
        start, end, claims = _stretch_of(facts, happening, [*owner, id])
        if start is None or end is None:
            return unknown(f"how long is not told of {names(facts, [id])}; {known(facts, [*owner, id])}")
        found.append((start.until(end), id, claims))
    found.sort(key=lambda each: (each[0].least or 0, each[0].most or 0), reverse=query.order == "longest")
    if len(found) < 2:
        return unknown("there is nobody else to compare with")
    (best, id, _), (other, _, _) = found[0], found[1]
    apart = (best.least or 0) > (other.most or 0) if query.order == "longest" else (best.most or 0) < (other.least or 0)
    text = "; ".join(f"{names(facts, [each])}: {years(*_in_years(length))}" for length, each, _ in found)
    proof = tuple(claim for _, _, claims in found for claim in claims)
    if best == other:
        return unknown(f"no difference is recorded: {text}", claims=proof)
    sure = Certainty.CERTAIN if apart else Certainty.POSSIBLE
    return Reply({"people": [facts.people[id].name]}, sentence(text), sure, proof, (text,), (id,))


def _in_years(length: Duration) -> tuple[float | None, float | None]:
    least, most = (None if each is None else round(each / _YEAR, 2) for each in (length.least, length.most))
    return least, most


def _stretch_of(
    facts: Facts, happening: Happening, ids: list[str]
) -> tuple[Interval | None, Interval | None, tuple[Claim, ...]]:
    if happening.kind == "state":
        now = Interval.day(facts.newest) if facts.newest and happening.nth < 0 else None
        spans = [span for span in facts.spans(ids, [happening.type]) if span.start and bool(span.end) is (now is None)]
        return (spans[0].start, spans[0].end or now, spans[0].claims) if spans else (None, None, ())
    births = facts.births(ids[-1])
    deaths = facts.events(ids[-1:], "died")
    if not births or not deaths:
        return None, None, ()
    return event_time(births[0]), event_time(deaths[0]), births[0].claims + deaths[0].claims
