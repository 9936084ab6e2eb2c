"""What a person decided, laid over what the documents say: claims rejected or accepted, dates set."""

from collections.abc import Iterable, Mapping, Sequence

from kg.dates.interval import Interval
from kg.records import Claim, Event, Judgement, Person, Reading
from kg.resolve.names import folded

_SIDES = {"accept": "claim", "reject": "claim", "same": "people", "different": "people"}  # what rules out what


def standing(judgements: Iterable[Judgement]) -> list[Judgement]:
    """The judgements without those that a later one on the same target overrules, in the order that is left."""
    last: dict[tuple[object, ...], Judgement] = {}
    for each in judgements:
        key = (_SIDES.get(each.verdict, each.verdict), each.names, each.type, each.document, each.quote)
        last.pop(key, None)
        last[key] = each
    return list(last.values())


def on_readings(judgements: Iterable[Judgement]) -> list[Judgement]:
    """Those by which some of what documents say counts otherwise, or not at all."""
    return [each for each in judgements if each.verdict in ("forget", "reject", "accept")]


def judged(readings: Iterable[Reading], judgements: Sequence[Judgement], min_score: float = 0.0) -> list[Reading]:
    """The readings without rejected claims and those below `min_score`; accepted ones always stay."""
    verdicts = {verdict: [each for each in judgements if each.verdict == verdict] for verdict in ("reject", "accept")}
    if not any(verdicts.values()) and not min_score:
        return list(readings)
    out = []
    for reading in readings:
        kept = (_kept(claim, verdicts["accept"], verdicts["reject"], min_score) for claim in reading.claims)
        out.append(reading.model_copy(update={"claims": tuple(claim for claim in kept if claim)}))
    return out


def corrected(events: Iterable[Event], judgements: Sequence[Judgement], people: Mapping[str, Person]) -> list[Event]:
    """The events with the dates that a person set; their rivals are settled by that."""
    corrections = [each for each in judgements if each.verdict == "correct" and each.when]
    return [_corrected(event, corrections, people) for event in events]


def holds(judgement: Judgement, claim: Claim) -> bool:
    """Whether `claim` is what the judgement was made about: all that it names is found in the claim."""
    return (
        judgement.document in (None, claim.document)
        and judgement.type in (None, claim.type)
        and judgement.quote in (None, claim.evidence.quote)
        and {folded(name) for name in judgement.names} <= {folded(person.name) for person in claim.people}
    )


def _kept(claim: Claim, accepted: list[Judgement], rejected: list[Judgement], min_score: float) -> Claim | None:
    if any(holds(each, claim) for each in rejected):
        return None
    if any(holds(each, claim) for each in accepted):
        return claim.model_copy(update={"score": 1.0})
    return claim if claim.score >= min_score else None


def _corrected(event: Event, corrections: list[Judgement], people: Mapping[str, Person]) -> Event:
    whens = [each.when for each in corrections if _is_about(each, event, people)]
    when: Interval | None = whens[-1] if whens else None
    return event if when is None else event.model_copy(update={"when": when, "rivals": ()})


def _is_about(judgement: Judgement, event: Event, people: Mapping[str, Person]) -> bool:
    known = [people[member.id] for member in event.people if member.id in people]
    forms = {folded(form) for person in known for form in (person.name, *person.aliases)}
    return (
        judgement.type in (None, event.type)
        and {folded(name) for name in judgement.names} <= forms
        and (judgement.quote is None or any(_quoted(judgement, claim) for claim in event.claims))
    )


def _quoted(judgement: Judgement, claim: Claim) -> bool:
    return claim.evidence.quote == judgement.quote and judgement.document in (None, claim.document)
