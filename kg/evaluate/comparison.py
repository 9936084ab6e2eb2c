"""A timeline beside its gold: what was found, missed and made up."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from kg.evaluate.gold import Gold, GoldFact
from kg.evaluate.match import Fact, Told, bounds, ends, pairs, same_people, same_tie, told
from kg.evaluate.rules import OPENS, Rules
from kg.evaluate.turns import Kept, Turns
from kg.records import Timeline

Counts = tuple[int, int, int]  # right, predicted, gold


@dataclass(frozen=True, slots=True)
class Match:
    """A prediction with the right type and people, and whether its date is right, exactly or within a month."""

    fact: Fact
    gold: GoldFact
    is_dated: bool
    is_close: bool


@dataclass(slots=True)
class Comparison:
    """All that a score needs to know of one gold file."""

    gold: Gold
    rules: Rules
    told: Told
    real: list[GoldFact] = field(default_factory=list)
    shown: list[Fact] = field(default_factory=list)
    matched: list[Match] = field(default_factory=list)
    missed: list[GoldFact] = field(default_factory=list)
    extra: list[Fact] = field(default_factory=list)
    repeats: int = 0
    works: tuple[int, int, int, int] = (0, 0, 0, 0)  # gold groups found, gold groups, predictions right, predictions
    shared: list[tuple[GoldFact, tuple[Fact, ...]]] = field(default_factory=list)  # gold groups, what is told of each
    unreal: list[tuple[GoldFact, bool, bool]] = field(default_factory=list)  # shown as real, found as unreal
    rivals: Kept = (0, 0)
    turns: Kept = (0, 0)
    states: Counts = (0, 0, 0)
    held: list[tuple[GoldFact, Fact]] = field(default_factory=list)  # gold states and what is told of each
    kin: Counts = (0, 0, 0)
    traps: list[tuple[GoldFact, Fact | None]] = field(default_factory=list)  # and the fact that fell into it


def compare(gold: Gold, timeline: Timeline, rules: Rules | None = None) -> Comparison:
    """A timeline beside its gold, by the rules for one document unless others are given."""
    found = Comparison(gold, rules or Rules(gold), told(timeline))
    events = [event for event in gold.named_events if event.type not in found.rules.apart]
    found.real = [event for event in events if event.is_real and not event.is_soft]
    soft = [event for event in events if event.is_real and event.is_soft]
    _events(found, soft)
    _stand_ins(found)
    found.shared, found.works = _works(found)
    found.unreal = _unreal(found, [event for event in events if not event.is_real])
    turns = Turns(found.rules, found.told, timeline.documents)
    found.rivals, found.turns = turns.rivals(events), turns.turns(events)
    found.held, found.states = _states(found, found.real + soft)
    found.kin = _kin(found)
    found.traps = _traps(found, found.real + soft)
    return found


def _events(found: Comparison, soft: Sequence[GoldFact]) -> None:
    same, dates = found.rules.same, found.rules.dates

    def value(fact: Fact, event: GoldFact) -> int:
        return 1 + sum(dates(fact, event)) if same(fact, event) else 0

    shown = [fact for fact in found.told.events if fact.is_real and fact.type not in found.rules.apart]
    taken = {i for i, _ in pairs(shown, found.real, value)}
    left = [i for i in range(len(shown)) if i not in taken]
    spare = {i for i in left if any(same(shown[i], event) for event in soft)}
    found.repeats = sum(any(same(shown[i], event) for event in found.real) for i in left if i not in spare)
    found.shown = [fact for i, fact in enumerate(shown) if i not in spare]
    pairing = pairs(found.shown, found.real, value)
    couples = [(found.shown[i], found.real[j]) for i, j in pairing]
    found.matched = [Match(fact, event, *dates(fact, event)) for fact, event in couples]
    right, done = {i for i, _ in pairing}, {j for _, j in pairing}
    found.extra = [fact for i, fact in enumerate(found.shown) if i not in right]
    found.missed = [event for j, event in enumerate(found.real) if j not in done]


def _stand_ins(found: Comparison) -> None:
    for event in found.missed[:]:
        states = (state for state in found.told.states if state.is_real and found.rules.stands_in(state, event))
        if state := next(states, None):
            found.missed.remove(event)
            found.shown.append(state)
            found.matched.append(Match(state, event, True, True))


def _works(found: Comparison) -> tuple[list[tuple[GoldFact, tuple[Fact, ...]]], tuple[int, int, int, int]]:
    """Shared work that counts apart: a prediction is right inside a gold group of people."""
    apart, means = found.rules.apart, found.rules.cast.means
    groups = [event for event in found.gold.named_events if event.type in apart]
    made = [fact for fact in found.told.events if fact.type in apart and fact.is_real]

    def inside(fact: Fact, group: GoldFact) -> bool:
        return all(any(means(name, person) for person in group.people) for name in fact.everyone)

    told = [(group, tuple(fact for fact in made if inside(fact, group))) for group in groups]
    reached = [(group, facts) for group, facts in told if facts]
    right = sum(any(inside(fact, group) for group in groups) for fact in made)
    return reached, (len(reached), len(groups), right, len(made))


def _unreal(found: Comparison, unreal: Sequence[GoldFact]) -> list[tuple[GoldFact, bool, bool]]:
    """Denials, plans and the like of which nothing real is told; whether each was shown as real, or found as it is."""
    truths = {event.couple for event in found.real}
    hidden = [fact for fact in found.told.events if not fact.is_real]
    return [
        (
            event,
            any(found.rules.same(fact, event) for fact in found.shown),
            any(found.rules.same(fact, event) for fact in hidden),
        )
        for event in unreal
        if event.couple not in truths
    ]


def _states(found: Comparison, events: Sequence[GoldFact]) -> tuple[list[tuple[GoldFact, Fact]], Counts]:
    """A predicted state that a gold event of that couple opens is neither right nor wrong."""
    same, cast, held = found.rules.same, found.rules.cast, found.told.states
    gold = [state for state in found.gold.states if not state.has_unnamed]

    def value(fact: Fact, state: GoldFact) -> int:  # of two stints the one that has its days
        return 3 + sum(is_near - is_against for is_near, is_against in ends(fact, state)) if same(fact, state) else 0

    pairing = pairs(held, gold, value)
    taken = {i for i, _ in pairing}

    def is_opened(fact: Fact) -> bool:
        opened = any(OPENS.get(event.type) == fact.type and same_people(cast, fact, event) for event in events)
        return opened or any(same(fact, state) for state in gold)

    wrong = sum(i not in taken and not is_opened(fact) for i, fact in enumerate(held))
    return [(gold[j], held[i]) for i, j in pairing], (len(taken), len(taken) + wrong, len(gold))


def _kin(found: Comparison) -> Counts:
    cast = found.rules.cast
    everyone = [tie for tie in found.gold.kin if len(tie.people) == 2]
    gold = [tie for tie in everyone if not tie.is_soft and not tie.has_unnamed]
    taken = {i for i, _ in pairs(found.told.kin, gold, lambda fact, tie: int(same_tie(cast, fact, tie)))}
    rest = (fact for i, fact in enumerate(found.told.kin) if i not in taken)
    wrong = sum(not any(same_tie(cast, fact, tie) for tie in everyone) for fact in rest)
    return len(taken), len(taken) + wrong, len(gold)


def _traps(found: Comparison, events: Sequence[GoldFact]) -> list[tuple[GoldFact, Fact | None]]:
    held = (fact for fact in (*found.told.states, *found.told.kin) if fact.is_real)
    facts = [*found.shown, *held]
    traps = [trap for trap in found.gold.never if trap.type not in found.rules.apart]
    return [
        (trap, next((fact for fact in facts if found.rules.springs(fact, trap)), None))
        for trap in traps
        if not _is_truth(found, trap, events)
    ]


def _is_truth(found: Comparison, trap: GoldFact, events: Sequence[GoldFact]) -> bool:
    """Whether the gold itself holds the same fact, so that finding it says nothing."""
    if trap.when is None and any(event.couple == trap.couple for event in found.real):
        return True
    same = (event for event in events if event.couple == trap.couple)
    is_told = any(trap.when is None or bounds(event.when) == bounds(trap.when) for event in same)
    return is_told or any(state.couple == trap.couple for state in found.gold.states)
