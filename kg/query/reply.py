"""An answer while it is made, and the ways in which one says that something is not known."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from kg.dates.english import on_day
from kg.dates.interval import Certainty
from kg.query.facts import Facts
from kg.query.query import Query
from kg.query.wording import known, names, ordinal, sentence
from kg.records import Answer, Claim, Evidence, Status

# So many quotes prove an answer to a reader; `kg why` shows every one.
_QUOTES = 12
# What sources say was not so.
DENIALS = (Status.DENIED, Status.NEGATED)


@dataclass(frozen=True, slots=True)
class Reply:
    """Value, sentence, claims and steps of an answer; made into an Answer by `finished`."""

    value: dict[str, object]
    text: str
    certainty: Certainty = Certainty.CERTAIN
    claims: tuple[Claim, ...] = ()
    steps: tuple[str, ...] = ()
    people: tuple[str, ...] = ()


def finished(reply: Reply, query: Query) -> Answer:
    """The answer to a query."""
    return Answer(
        question=query.question,
        kind=query.kind,
        value=reply.value,
        certainty=reply.certainty,
        text=reply.text,
        evidence=_evidence(reply.claims),
        steps=query.notes + reply.steps,
    )


def _evidence(claims: Iterable[Claim]) -> tuple[Evidence, ...]:
    found = {
        (claim.evidence.document, claim.evidence.field, claim.evidence.start, claim.evidence.end): claim.evidence
        for claim in claims
    }
    return tuple(found[key] for key in sorted(found))[:_QUOTES]


def by_status(status: Status) -> Certainty:
    """How sure a fact is that sources tell with this status."""
    return Certainty.CERTAIN if status is Status.ASSERTED else Certainty.POSSIBLE


def unknown(text: str, *, steps: Sequence[str] = (), claims: tuple[Claim, ...] = ()) -> Reply:
    """Nothing is known, and why."""
    return Reply({"unknown": True}, sentence(text), Certainty.UNKNOWN, claims, tuple(steps))


def missing(facts: Facts, type: str, ids: Sequence[str], nth: int = 0, detail: str = "") -> Reply:
    """No such happening is recorded; says the nearest thing known instead, or that what it presupposes is missing.

    `nth` is which of several was asked for: there may be a first where no second is recorded. `detail` is the place
    or the work that was asked for.
    """
    event = facts.ontology.events.get(type)
    noun = event.noun if event else facts.ontology.states[type].noun
    whose = f" of {names(facts, ids)}" if ids else ""
    lacking = _presupposed(facts, type, ids)
    nearest = known(facts, ids) or (known(facts, ids[:1]) if len(ids) == 1 else "")
    first = f"no {lacking}{whose} is recorded" if lacking else f"no {noun}{whose} is recorded"
    steps = (f"looked for {type} of {names(facts, ids) or 'anybody'}: none",)
    first = f"no {ordinal(nth)}{noun}{whose} is recorded" if nth > 1 else first
    first += f" for {detail!r}" if detail else ""
    return unknown(f"{first}; {nearest}" if nearest else first, steps=steps)


def _presupposed(facts: Facts, type: str, ids: Sequence[str]) -> str:
    """The noun of the state that the happening ends, where that is not recorded: no divorce without a marriage."""
    event = facts.ontology.events.get(type)
    if event is None or not ids or not event.closes:
        return ""
    state = event.closes[0] if event.name in ("divorced", "engagement_ended") else ""
    if event.name == "divorce_filed":
        state = "married"
    return facts.ontology.states[state].noun if state and not facts.spans(ids, [state]) else ""


# yes or no


def affirmed(
    text: str, claims: tuple[Claim, ...], status: Status, ids: Sequence[str], *, supposed: bool = False
) -> Reply:
    """Yes, as sure as a status is; `supposed`: as far as nothing tells otherwise."""
    if supposed:
        return Reply({"yes": True}, sentence(f"yes: {text}"), Certainty.POSSIBLE, claims, (text,), tuple(ids))
    said = "by rumour" if status is Status.RUMOURED else "reported"
    hedge = f" ({said}, not confirmed)" if status is not Status.ASSERTED else ""
    return Reply({"yes": True}, sentence(f"yes: {text}{hedge}"), by_status(status), claims, (text,), tuple(ids))


def negated(text: str, claims: tuple[Claim, ...], ids: Sequence[str], *, sure: bool = True) -> Reply:
    """No; not `sure` where only nothing of the kind is recorded."""
    certainty = Certainty.CONTRADICTED if sure else Certainty.POSSIBLE
    return Reply({"yes": False}, sentence(f"no: {text}"), certainty, claims, (text,), tuple(ids))


def left_open(
    text: str, claims: tuple[Claim, ...], ids: Sequence[str], certainty: Certainty = Certainty.POSSIBLE
) -> Reply:
    """Neither yes nor no."""
    return Reply({"yes": None}, sentence(text), certainty, claims, (text,), tuple(ids))


def told_so(
    text: str, claims: tuple[Claim, ...], status: Status, ids: Sequence[str], *, supposed: bool = False
) -> Reply:
    """Yes, as sure as a status is; a rumour alone leaves it open."""
    if status is Status.RUMOURED:
        return left_open(f"by rumour only: {text} (not confirmed)", claims, ids)
    return affirmed(text, claims, status, ids, supposed=supposed)


def as_of_newest(query: Query, facts: Facts) -> str:
    """The day of the newest document, for what is asked of now; empty for other days."""
    return f"as of {on_day(facts.newest)}, the newest document, " if query.kind == "present" and facts.newest else ""
