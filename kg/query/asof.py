"""A timeline as far as it was known on a day: documents published later, and what only they tell, are left out."""

from datetime import date

from kg.dates.interval import Interval
from kg.records import Basis, Bound, Bounds, Claim, Document, Event, Kin, State, Status, Timeline

_STRENGTH = tuple(Status)


def as_of(timeline: Timeline, day: date) -> Timeline:
    """The timeline without what was published after `day`, and without undated documents.

    Whatever was inferred is dropped where anything is left out, which it may follow from; a timeline derived anew from
    the claims is tighter.
    """
    return told_by(timeline, tuple(each for each in timeline.documents if each.published and each.published <= day))


def told_by(timeline: Timeline, documents: tuple[Document, ...]) -> Timeline:
    """The timeline without what only other documents tell."""
    if len(documents) == len(timeline.documents):
        return timeline
    known = {each.id for each in documents}
    events = tuple(kept for each in timeline.events if (kept := _event(each, _kept(each.claims, known))))
    states = tuple(state for each in timeline.states if (state := _state(each, _kept(each.claims, known))))
    kin = tuple(tie for each in timeline.kin if (tie := _tie(each, _kept(each.claims, known))))
    return timeline.model_copy(
        update={"documents": documents, "events": events, "states": states, "kin": kin, "conflicts": ()}
    )


def _kept(claims: tuple[Claim, ...], known: set[str]) -> tuple[Claim, ...]:
    return tuple(claim for claim in claims if claim.document in known)


def _event(event: Event, claims: tuple[Claim, ...]) -> Event | None:
    if not claims or len(claims) == len(event.claims):
        return event.model_copy(update={"bounds": Bounds()}) if claims else None
    status = min((claim.status for claim in claims), key=_STRENGTH.index)
    told = [claim.when for claim in claims if claim.when and claim.status is status]
    told = told or [claim.when for claim in claims if claim.when]
    when = _met(told) if told else None
    return event.model_copy(update={"claims": claims, "status": status, "when": when, "bounds": Bounds(), "rivals": ()})


def _met(told: list[Interval]) -> Interval:
    """What all say together; the first where they disagree."""
    when = told[0]
    for each in told[1:]:
        when = when & each or when
    return when


def _state(state: State, claims: tuple[Claim, ...]) -> State | None:
    if not claims or len(claims) == len(state.claims):
        told = {"start": _stated(state.start), "end": _stated(state.end)}
        return state.model_copy(update=told) if claims else None
    attested = tuple(claim.when for claim in claims if claim.when)
    starts = [claim.start for claim in claims if claim.start]
    ends = [claim.end for claim in claims if claim.end]
    start, end = (
        Bound(earliest=each[0].earliest, latest=each[0].latest) if each else Bound() for each in (starts, ends)
    )
    status = min((claim.status for claim in claims), key=_STRENGTH.index)
    return state.model_copy(
        update={"claims": claims, "attested": attested, "start": start, "end": end, "rivals": (), "status": status}
    )


def _stated(bound: Bound) -> Bound:
    """What a source says of the end of a state, and nothing else."""
    return bound if bound.basis is Basis.STATED else Bound()


def _tie(kin: Kin, claims: tuple[Claim, ...]) -> Kin | None:
    if not claims:
        return None
    status = min((claim.status for claim in claims), key=_STRENGTH.index)
    return kin.model_copy(update={"claims": claims, "status": status})
