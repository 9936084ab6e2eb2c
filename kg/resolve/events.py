"""What happened: claims of one type about the same people fuse where their dates agree and else are rivals.

A happening that comes once in a life or once in a stint stays one event, however many days its sources give, unless
between two of the days the couple parted or came together again. One that may repeat stays apart where dates differ.
"""

import re
from calendar import month_name
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import timedelta

from kg.dates.interval import Certainty, Interval
from kg.ontology.schema import EventType, Ontology
from kg.read.chronology import STAMP
from kg.records import Basis, Claim, Event, Member, Person, Rival, Status, content_id
from kg.resolve.births import birth_groups
from kg.resolve.copies import Copies
from kg.resolve.names import folded
from kg.resolve.told import Roles, Told, is_first_hand, is_reckoned
from kg.resolve.yearless import in_year_of, is_yearless

_STRENGTH = (Status.ASSERTED, Status.REPORTED, Status.RUMOURED)
_ROUGHLY = timedelta(days=366)
_COUNTED = re.compile(r"\b(ago|last|this|next|yesterday|today|tonight|tomorrow)\b", re.IGNORECASE)
_NAMED = re.compile(r"\d|\b(?:" + "|".join(month_name[1:]) + r")\b")
_AGAIN = re.compile(r"\b(again|(second|third) (time|wedding)|remarr|re-?wed\b|once more)", re.IGNORECASE)


@dataclass(slots=True)
class Account:
    """Tellings that agree on a day; `when` is what they say together, None where none says."""

    when: Interval | None
    told: list[Told] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Fusing:
    """What fusion needs to know beside the tellings."""

    ontology: Ontology
    people: Mapping[str, Person]
    copies: Copies


def fuse(tellings: Iterable[Told], fusing: Fusing) -> list[Event]:
    """The events of all `tellings`, in no order that matters; unreal ones stand apart, with their status."""
    known = [told for told in tellings if _is_declared(told, fusing.ontology)]
    days = _days(known)
    out = []
    for group in _groups(known, fusing):
        turns = _turning_points(group[0], days, fusing.ontology)
        out += _of_group(group, turns, fusing)
    return out


def _is_declared(told: Told, ontology: Ontology) -> bool:
    return told.type in ontology.events and {role for role, _ in told.roles} <= set(ontology.events[told.type].roles)


def is_together(state: str, ontology: Ontology) -> bool:
    """Whether a state is one of being a couple: it implies another state, or another implies it."""
    return bool(ontology.states[state].implies) or any(state in each.implies for each in ontology.states.values())


def begins(event: EventType, ontology: Ontology) -> bool:
    """Whether a couple comes together by it."""
    return any(is_together(state, ontology) for state in event.opens)


def ends(event: EventType, ontology: Ontology) -> bool:
    """Whether a couple parts by it."""
    return bool(event.closes) and not begins(event, ontology)


def point(when: Interval) -> int:
    """A day's number to sort by: the middle, or the bound that is known."""
    bounds = [bound.toordinal() for bound in (when.earliest, when.latest) if bound]
    return sum(bounds) // max(1, len(bounds))


# groups of tellings that may be one event


def _groups(tellings: list[Told], fusing: Fusing) -> list[list[Told]]:
    kinds: dict[str, list[Told]] = defaultdict(list)
    for told in tellings:
        roles = fusing.ontology.events[told.type].roles
        kinds["birth" if "child" in roles else "work" if "participant" in roles else ""].append(told)
    return [*_same(kinds[""]), *_works(kinds["work"]), *birth_groups(kinds["birth"], fusing.people)]


def _same(tellings: list[Told]) -> list[list[Told]]:
    groups: dict[tuple[str, Roles], list[Told]] = defaultdict(list)
    for told in tellings:
        groups[told.type, told.roles].append(told)
    return list(groups.values())


def _works(tellings: list[Told]) -> list[list[Told]]:
    """Shared work by its title; told without one it joins the first of the same people that has one."""
    groups = []
    for same in _same(tellings):
        titled: dict[str, list[Told]] = defaultdict(list)
        for told in same:
            titled[folded(told.claim.work or "")].append(told)
        untitled = titled.pop("", [])
        if titled:
            titled[min(titled)] += untitled
        groups += [titled[work] for work in sorted(titled)] or [untitled]
    return groups


def _of_group(group: list[Told], turns: list[Interval], fusing: Fusing) -> list[Event]:
    by_status: dict[str, list[Told]] = defaultdict(list)
    for told in group:
        by_status["real" if told.claim.status.is_real else told.claim.status.value].append(told)
    events = []
    for status in sorted(by_status):
        same = by_status[status]
        once = _once(group[0], fusing)
        stints = _stints(_accounts(same), once, turns)
        stints = _with_undated(stints, [told for told in same if told.when is None], once)
        named = f"{_title(group, fusing)} {status}".lstrip()
        events += [_event(stint, f"{named} {number}", fusing) for number, stint in enumerate(stints, 1)]
    return _with_plans_kept_apart(events)


def _title(group: list[Told], fusing: Fusing) -> str:
    """What tells works that the same people share apart; other events are the same whatever work they belong to."""
    is_shared = "participant" in fusing.ontology.events[group[0].type].roles
    return next((folded(told.claim.work) for told in group if is_shared and told.claim.work), "")


def _once(told: Told, fusing: Fusing) -> str:
    event = fusing.ontology.events[told.type]
    return "life" if "child" in event.roles else event.once


def _accounts(tellings: list[Told]) -> list[Account]:
    """Dated tellings in groups that agree, the narrowest first, so that a year joins the month that it holds.

    Rumours come last, and narrow no more than a bound: told in April, it was not in late April because some think so.
    """
    accounts: list[Account] = []
    dated = [(told, told.when) for told in tellings if told.when is not None]
    is_firm = any(told.firm for told, _ in dated)
    for told, when in sorted(
        dated,
        key=lambda each: (not each[0].firm, _is_rumour(each[0]), each[1].days or 10**7, each[1].edtf, each[0].claim.id),
    ):
        fit = [account for account in accounts if account.when and _agreed(account.when, when)]
        fit = fit or _moved_to(when, told, accounts)
        if not fit and is_firm and not told.firm:
            told, fit = replace(told, when=None), accounts  # a reckoned day is no rival of a stated one
        if not fit:
            accounts.append(Account(when, [told]))
            continue
        best = max(fit, key=lambda account: len(account.told))
        narrows = told.firm and best.when and (best.when.is_open or not _is_rumour(told))
        best.when = _agreed(best.when, when) if narrows and best.when else best.when
        best.told.append(told)
    return sorted(accounts, key=lambda account: (point(account.when) if account.when else 0, account.told[0].claim.id))


def _moved_to(when: Interval, told: Told, accounts: list[Account]) -> list[Account]:
    """The account of a day without its year that others lay in another year, once it is moved there."""
    for account in accounts if not is_yearless(told) else ():
        loose = account.when is not None and all(map(is_yearless, account.told))
        moved = in_year_of(account.when, when) if account.when is not None and loose else None
        if moved is not None and told.claim.document not in {each.claim.document for each in account.told}:
            account.when = moved
            return [account]
    return []


def _is_rumour(told: Told) -> bool:
    return told.claim.status is Status.RUMOURED


def _agreed(one: Interval, other: Interval) -> Interval | None:
    """What both say; "about 2015" also agrees with a neighbouring year, which then holds."""
    exact = one & other
    if exact or not (one.approximate or other.approximate):
        return exact
    rough, firm = (one, other) if one.approximate else (other, one)
    return firm if _wider(rough) & firm else None


def _wider(when: Interval) -> Interval:
    try:
        return Interval(when.earliest and when.earliest - _ROUGHLY, when.latest and when.latest + _ROUGHLY)
    except OverflowError:
        return when


# stints


def _days(tellings: list[Told]) -> dict[tuple[str, ...], dict[str, list[Interval]]]:
    """For the people of each couple the days that real claims give, by type; "by 1963" is no day to turn at."""
    days: dict[tuple[str, ...], dict[str, list[Interval]]] = defaultdict(lambda: defaultdict(list))
    for told in tellings:
        if told.when and told.when.earliest and told.claim.status.is_real and len(told.roles) == 2:
            days[told.people][told.type].append(told.when)
    return days


def _turning_points(
    told: Told, days: Mapping[tuple[str, ...], Mapping[str, list[Interval]]], ontology: Ontology
) -> list[Interval]:
    """The days between which `told` may have happened again: partings for a wedding, reunions for a separation."""
    event = ontology.events[told.type]
    turns = begins if ends(event, ontology) else ends
    found = days.get(told.people, {})
    return [when for type in sorted(found) if turns(ontology.events[type], ontology) for when in found[type]]


def _stints(accounts: list[Account], once: str, turns: list[Interval]) -> list[list[Account]]:
    """Accounts of one happening each: the first is what is told of it, further ones are rivals."""
    if once == "many":
        return [[account] for account in accounts]
    stints: list[list[Account]] = []
    for account in accounts:
        is_new = once == "stint" and stints and (_is_between(stints[-1][-1], account, turns) or _is_again(account))
        if stints and not is_new:
            stints[-1].append(account)
        else:
            stints.append([account])
    return stints


def _is_again(account: Account) -> bool:
    """Whether a source says that it happened before: "they were married for the second time"."""
    return any(_AGAIN.search(told.claim.evidence.quote) for told in account.told)


def _is_between(one: Account, other: Account, turns: list[Interval]) -> bool:
    if one.when is None or other.when is None:
        return False
    low, high = point(one.when), point(other.when)
    return any(low <= point(turn) < high for turn in turns)


def _with_undated(stints: list[list[Account]], undated: list[Told], once: str) -> list[list[Account]]:
    """An undated telling speaks of the last time before its publication.

    What was told before any of the days that others give was another time, if there may be more than one.
    """
    first = Account(None)
    for told in undated:
        earlier = [stint for stint in stints if _is_by(stint[0].when, told)]
        if earlier or (stints and (once == "life" or not _is_after(stints[0][0].when, told))):
            (earlier or stints)[-1 if earlier else 0][0].told.append(told)
        else:
            first.told.append(told)
    return [[first], *stints] if first.told else stints


def _is_by(when: Interval | None, told: Told) -> bool:
    return when is None or told.published is None or point(when) <= told.published.toordinal()


def _is_after(when: Interval | None, told: Told) -> bool:
    return bool(when and when.earliest and told.published and when.earliest > told.published)


# one event


def _event(stint: list[Account], which: str, fusing: Fusing) -> Event:
    best = max(stint, key=lambda account: _support(account, fusing))
    plans = [account for account in stint if account.when and account.when.latest]
    if plans and stint[0].told[0].claim.status is Status.PLANNED:  # what was put off is planned for the later day
        best = max(plans, key=lambda account: point(account.when or Interval()))
    told = sorted((each for account in stint for each in account.told), key=lambda each: each.claim.id)
    claims = tuple({each.claim.id: each.claim for each in told}.values())
    stated = [each.claim for each in told if each.basis is Basis.STATED]
    type, members = told[0].type, _members(told, fusing)
    return Event(
        id=content_id("event", type, *((member.role, member.id) for member in members), which),
        type=type,
        people=members,
        when=best.when,
        status=_status(claims),
        basis=Basis.STATED if stated else Basis.INFERRED,
        place=_commonest(claim.place for claim in stated),
        work=_commonest(claim.work for claim in stated),
        score=max(claim.score for claim in claims),
        rivals=tuple(
            _rival(account) for account in stint if account is not best and any(told.firm for told in account.told)
        ),
        claims=claims,
    )


def _support(account: Account, fusing: Fusing) -> tuple[object, ...]:
    """By what the better of two accounts is told: a source first, then who was there, then how many, and how well."""
    claims = [told.claim for told in account.told]
    strength = min(
        (_STRENGTH.index(claim.status) for claim in claims if claim.status in _STRENGTH), default=len(_STRENGTH)
    )
    return (
        _is_stated(account),
        account.told[0].type != "born" and any(_is_remembered(claim) for claim in claims),  # nobody remembers it
        fusing.copies.independent(claim.document for claim in claims),
        -strength,
        any(told.when is not None and not is_reckoned(told.claim) for told in account.told),
        any(told.when and not _is_counted(told.claim) for told in account.told),  # "in October" beside "last summer"
        -_place(account) if fusing.ontology.events[account.told[0].type].once == "life" else 0,
        bool(account.when and account.when.earliest),  # a day, not only a bound
        len(claims),
        max(claim.score for claim in claims),
        not (account.when and account.when.approximate),
        -(account.when.days or 10**7) if account.when else 0,
        -point(account.when) if account.when else 0,
    )


def _is_remembered(claim: Claim) -> bool:
    """Whether one of the people gives the day; "two weeks ago" may count from long before it was published."""
    return is_first_hand(claim) and not _COUNTED.search(claim.when_text)


def _is_counted(claim: Claim) -> bool:
    """Whether the words only count from the day of publication: "a month ago", not "in March this year"."""
    return _COUNTED.search(claim.when_text) is not None and _NAMED.search(claim.when_text) is None


def _status(claims: Sequence[Claim]) -> Status:
    """The strongest that holds; a noun adds nothing where its document tells the same in a clause.

    "They have reportedly parted. After their split …": the noun only takes up what was reported.
    """
    told = {claim.document for claim in claims if not _takes_up(claim)}
    counted = [claim for claim in claims if not _takes_up(claim) or claim.document not in told]
    return min((claim.status for claim in counted), key=list(Status).index)


def _takes_up(claim: Claim) -> bool:
    """Whether a noun without a day names the happening: "their split", "after the wedding"."""
    return claim.kind == "event" and claim.when is None and claim.found_by.startswith("noun")


def _place(account: Account) -> int:
    """Where it is first told: a life's own days stand where it is introduced, those of namesakes further down.

    The rows of a chronology stand in no such order.
    """
    return min((told.claim.evidence.start for told in account.told if told.claim.found_by != STAMP), default=0)


def _is_stated(account: Account) -> bool:
    return any(told.basis is Basis.STATED for told in account.told)


def _rival(account: Account) -> Rival:
    when = account.when or Interval()
    return Rival(when=when, documents=tuple(sorted({told.claim.document for told in account.told})))


def _members(tellings: Sequence[Told], fusing: Fusing) -> tuple[Member, ...]:
    """Everybody in their role, in the order of the roles and then of the names; of parents, the two most often told."""
    roles = fusing.ontology.events[tellings[0].type].roles
    times = Counter(each for told in tellings for each in told.roles)
    ranked = sorted(times, key=lambda each: (-times[each], each))
    chosen = [
        each for role in dict.fromkeys(roles) for each in [r for r in ranked if r[0] == role][: _most(role, roles)]
    ]
    members = [Member(id=person, name=fusing.people[person].name, role=role) for role, person in chosen]
    return tuple(sorted(members, key=lambda member: (roles.index(member.role), member.name, member.id)))


def _most(role: str, roles: tuple[str, ...]) -> int | None:
    return None if role == "participant" else roles.count(role)


def _commonest(words: Iterable[str | None]) -> str | None:
    times = Counter(word for word in words if word)
    return max(sorted(times), key=lambda word: (times[word], len(word))) if times else None


def _with_plans_kept_apart(events: list[Event]) -> list[Event]:
    """A plan that came true is told with the event; one that is younger than every such event stays a plan.

    So does one that its documents otherwise only name: "their coming wedding", "the wedding".
    """
    planned = {claim.document for event in events if event.status is Status.PLANNED for claim in event.claims}
    real = [event for event in events if event.status.is_real and not _is_only_named(event, planned)]
    out = [event for event in events if event in real or not event.status.is_real]
    out = [event for event in out if event.status is not Status.PLANNED]
    for plan in (event for event in events if event.status is Status.PLANNED):
        done = next((event for event in real if not _is_later(plan, event)), None)
        if done is None:
            out.append(plan)
        else:
            out[out.index(done)] = done.model_copy(update={"claims": done.claims + plan.claims})
            real = [event for event in out if event.status.is_real]
    return out


def _is_only_named(event: Event, documents: Collection[str]) -> bool:
    return all(_takes_up(claim) and claim.document in documents for claim in event.claims)


def _is_later(plan: Event, done: Event) -> bool:
    return bool(plan.when and done.when and plan.when.after(done.when) is Certainty.CERTAIN)
