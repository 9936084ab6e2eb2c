"""What documents would change, before they are read into a store: the store's facts against those of a trial."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from kg.build import Reader, build, graph_of, ontology_of
from kg.dates.interval import Interval
from kg.importing import apart, take
from kg.records import Difference, Event, Evidence, Kin, Person, State, Timeline, disputed
from kg.store import Store

Fact = Event | State | Kin


@dataclass(frozen=True, slots=True)
class Compared:
    """What was compared, and what differs, in the order of a timeline."""

    before: Timeline
    after: Timeline
    differences: tuple[Difference, ...]
    skipped: tuple[tuple[str, str], ...]  # sources that gave no document, and why


def compare(paths: Iterable[Path | str], db: Path | str = "kg.db", *, model: str | None = None) -> Compared:
    """What a store would hold after `kg build` of these paths, beside what it holds; the store stays as it is."""
    listed = [Path(path) for path in paths]
    with Store(db, readonly=True) as store, store.copy() as trial:
        types = ontology_of(store)
        before = graph_of(store, types).timeline()
        facts, texts = apart(listed)
        for path in facts:
            take(trial, path, types)
        skipped = _read(texts, trial, Reader(model, types)) if texts else ()
        after = graph_of(trial, types).timeline()
    return Compared(before, after, tuple(differences(before, after)), skipped)


def differences(before: Timeline, after: Timeline) -> Iterator[Difference]:
    """What is new, changed, contradicted or gone; facts of two timelines are one if they share their id or a claim."""
    olds, news = list(_facts(before)), list(_facts(after))
    fresh = {claim.id for fact in news for claim in fact.claims} - {claim.id for old in olds for claim in old.claims}
    known = _Known(olds)
    for fact in news:
        old = known.find(fact)
        quotes = tuple(claim.evidence for claim in fact.claims if claim.id in fresh)
        if old is None and quotes:
            yield _difference("new", fact, after=_when(fact), quotes=quotes)
        elif old is not None:
            yield from _changes(old, fact, quotes)
    yield from _contradictions(before, after, fresh)
    yield from (_difference("gone", old, before=_when(old)) for old in olds if old.claims and old.id not in known.found)
    yield from _names(before.people, after.people)


class _Known:
    """The facts of the earlier timeline, and which of them were found again."""

    def __init__(self, facts: list[Fact]) -> None:
        self.found: set[str] = set()
        self._by_id = {fact.id: fact for fact in facts}
        self._by_claim: dict[tuple[str, str], list[Fact]] = defaultdict(list)
        for fact in facts:
            for claim in fact.claims:
                self._by_claim[fact.type, claim.id].append(fact)

    def find(self, fact: Fact) -> Fact | None:
        """The fact that this one was before: that of its id, else the one with which it shares most claims."""
        shared = [
            old for claim in fact.claims for old in self._by_claim[fact.type, claim.id] if type(old) is type(fact)
        ]
        old = self._by_id.get(fact.id) or max(shared, key=lambda old: (shared.count(old), old.id), default=None)
        # what two facts were before may be one now
        self.found |= {each.id for each in shared} if fact.id not in self._by_id else {fact.id}
        return old


def _read(texts: list[Path], trial: Store, reader: Reader) -> tuple[tuple[str, str], ...]:
    trial.restamp(reader.stamp)  # what the store holds already is compared as it is, by whatever version it was read
    return tuple((skip.source, skip.reason) for skip in build(texts, trial, reader).skipped)


def _facts(timeline: Timeline) -> Iterator[Fact]:
    yield from timeline.events
    yield from timeline.states
    yield from timeline.kin


def _changes(old: Fact, new: Fact, quotes: tuple[Evidence, ...]) -> Iterator[Difference]:
    before, after = _sources(old), _sources(new)
    if _when(old) != _when(new):
        yield _difference("tighter" if _is_tighter(old, new) else "date", new, _when(old), _when(new), quotes)
    if old.status is not new.status:
        yield _difference("status", new, old.status.value, new.status.value, quotes)
    if quotes and before < after and (_when(old), old.status) == (_when(new), new.status):
        yield _difference("source", new, str(len(before)), str(len(after)), quotes)


def _is_tighter(old: Fact, new: Fact) -> bool:
    """Whether every day that is possible now was possible before."""
    pairs = zip(_ends(old), _ends(new), strict=True)
    return all((before or Interval()) & (after or Interval()) == (after or Interval()) for before, after in pairs)


def _contradictions(before: Timeline, after: Timeline, fresh: set[str]) -> Iterator[Difference]:
    """Conflicts that nobody knew of, or that more sources take part in."""
    known = {(conflict.id, conflict.why) for conflict in before.conflicts}
    facts = disputed(after)
    claims = {claim.id: claim for fact in _facts(after) for claim in fact.claims}
    for conflict in after.conflicts:
        quotes = tuple(claims[id].evidence for id in conflict.claims if id in fresh and id in claims)
        concerned = [facts[id] for id in conflict.events if id in facts]
        if quotes and (conflict.id, conflict.why) not in known:
            people = {member.name: None for fact in concerned for member in fact.people}
            yield Difference(
                change="against",
                id=conflict.id,
                kind="conflict",
                type=concerned[0].type if concerned else "conflict",
                people=tuple(people),
                after=conflict.why,
                quotes=quotes,
            )


def _sources(fact: Fact) -> set[str]:
    return {claim.document for claim in fact.claims}


def _when(fact: Fact) -> str:
    """When it was, as EDTF; of a state, within which days it began and ended."""
    if isinstance(fact, State):
        return " to ".join(end.edtf if end else ".." for end in _ends(fact))
    return "".join(end.edtf for end in _ends(fact) if end)


def _ends(fact: Fact) -> tuple[Interval | None, ...]:
    """The day of an event, the first and the last one of a state; None where nothing is known of it."""
    if isinstance(fact, Event):
        return (fact.when,)
    if isinstance(fact, State):
        return (fact.start.days, fact.end.days)
    return ()


def _difference(
    change: str, fact: Fact, before: str = "", after: str = "", quotes: tuple[Evidence, ...] = ()
) -> Difference:
    return Difference(
        change=change,  # type: ignore[arg-type]
        id=fact.id,
        kind={Event: "event", State: "state", Kin: "kin"}[type(fact)],
        type=fact.type,
        people=tuple(member.name for member in fact.people),
        status=fact.status,
        before=before,
        after=after,
        quotes=quotes,
    )


def _names(before: Iterable[Person], after: Iterable[Person]) -> Iterator[Difference]:
    """Names under which somebody known would be known too."""
    known = {source: person for person in before for source in person.sources}
    for person in after:
        olds = {known[source].id: known[source] for source in person.sources if source in known}
        had = {name for old in olds.values() for name in (old.name, *old.aliases)}
        fresh = sorted({person.name, *person.aliases} - had)
        if olds and (fresh or len(olds) > 1):
            names = tuple(sorted(old.name for old in olds.values()))
            yield Difference(
                change="name",
                id=person.id,
                kind="person",
                type="person",
                people=(person.name,),
                before=", ".join(names),
                after=", ".join(sorted({person.name, *fresh})),
            )
