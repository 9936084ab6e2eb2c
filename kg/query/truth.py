"""Answers that are yes or no, and comparisons."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from kg.dates.interval import Certainty, Interval
from kg.query.against import against, parted
from kg.query.facts import Facts
from kg.query.life import life
from kg.query.persons import days_asked
from kg.query.query import Happening, Query, Who
from kg.query.reply import DENIALS, Reply, affirmed, as_of_newest, left_open, missing, negated, told_so, unknown
from kg.query.select import Told, current, ids_of, occurrences, people, told
from kg.query.span import Span
from kg.query.wording import happened, held, known, names, on, ordinal, sentence, some
from kg.records import Status


def whether(query: Query, facts: Facts) -> Reply:
    """Whether something was so at the moments asked for; closed-world only where sources tell of these people then."""
    reply = _whether(query, facts)
    is_so = reply.value.get("yes")
    if is_so is not None and query.beside:
        word = ", ".join(f"{each!r}" for each in query.beside)
        return left_open(
            f"{reply.text.partition(': ')[2].removesuffix('.')}; of {word} nothing is known",
            reply.claims,
            reply.people,
        )
    return _turned(reply, bool(is_so)) if query.asks == "never" and is_so is not None else reply


def _turned(reply: Reply, is_so: bool) -> Reply:
    """ "Was she never married?": no, she was."""
    was, said = ("Yes", "No") if is_so else ("No", "Yes")
    return replace(reply, value={"yes": not is_so}, text=said + reply.text.removeprefix(was))


def _whether(query: Query, facts: Facts) -> Reply:
    """The answer to the same question without "never"."""
    at = days_asked(query, facts)
    if query.happening and query.asks in ("alive", "dead", "widowed"):
        return life(query, facts, query.happening, at)
    if query.happening is None:
        return _is_one_of(query, facts, at)
    ids = ids_of(facts, query.happening.people)
    if len(ids) < len(query.happening.people):
        return _unborn(query, facts, query.happening)
    if several := _several(facts, query.happening):
        return _of_any(query, facts, several)
    if len(ids) > 1 and len(query.happening.people) == 1 and _are_each(facts, query.happening.people[0]):
        return _of_any(query, facts, [(Who(name=id),) for id in ids])
    if query.happening.kind == "state":
        return _state(query, facts, query.happening.type, ids, at)
    return _event(query, facts, query.happening, ids, at)


def _several(facts: Facts, happening: Happening) -> list[tuple[Who, ...]]:
    """Each with somebody else: "did she marry any of her boyfriends?"; empty where no noun means several."""
    many = next((who for who in happening.people if who.relation and facts.lexicon.is_plural(who.relation)), None)
    rest = tuple(who for who in happening.people if who != many)
    if many is None or len(rest) != 1:
        return []
    return [(*rest, Who(name=each.id)) for each in people(facts, many, every=True)]


def _are_each(facts: Facts, who: Who) -> bool:
    """Whether a noun means several, each for themselves: "her children", but not "her parents"."""
    noun = facts.lexicon.relation(who.relation) if who.relation else None
    return bool(noun and (noun.kin in ("child", "sibling") or noun.paths))


def _of_any(query: Query, facts: Facts, each_of: Sequence[tuple[Who, ...]]) -> Reply:
    """ "Did her children marry?": whether any of them did."""
    told = query.happening or Happening(type="")
    each = [told.model_copy(update={"people": whos}) for whos in each_of]
    replies = [_whether(query.model_copy(update={"happening": one}), facts) for one in each]
    so = next((reply for reply in replies if reply.value.get("yes")), None)
    return so or next((reply for reply in replies if reply.value.get("yes") is None), replies[0])


def _is_one_of(query: Query, facts: Facts, at: Interval | None) -> Reply:
    """ "Is Ada the wife of Bob?"; of one alone whether there is any: "does Ada have a brother?" """
    first, asked = query.who[0], query.who[-1]
    if len(query.who) == 1:
        return _has_any(facts, asked)
    ids = ids_of(facts, (first,))
    owner = ids_of(facts, asked.of)
    found = people(facts, asked, at)
    if asked.nth:
        return _is_nth(facts, ids, owner, asked)
    if (
        len(owner) == 1
        and (noun := facts.lexicon.relation(asked.relation))
        and noun.partners
        and not (noun.past or noun.bereft)
    ):
        return _state(query, facts, noun.partners[0] if len(noun.partners) == 1 else "dating", [*ids, *owner], at)
    claims = tuple(claim for each in found if each.id in ids for claim in each.claims)
    if any(each.id in ids for each in found):
        sure = (
            Status.ASSERTED
            if all(each.certainty is Certainty.CERTAIN for each in found if each.id in ids)
            else Status.REPORTED
        )
        return affirmed(
            f"{names(facts, ids)} is recorded as {asked.relation} of {names(facts, owner)}", claims, sure, ids
        )
    if found:
        other = f"{asked.relation} of {names(facts, owner)}: {names(facts, [each.id for each in found])}"
        return negated(other, tuple(claim for each in found for claim in each.claims), [*ids, *owner], sure=False)
    told = known(facts, [*owner, *ids])
    return left_open(
        f"no {asked.relation} of {names(facts, owner)} is recorded then{'; ' + told if told else ''}",
        (),
        ids,
        Certainty.UNKNOWN,
    )


def _is_nth(facts: Facts, ids: list[str], owner: list[str], asked: Who) -> Reply:
    """ "Was Ada his second wife?" """
    found = people(facts, asked, every=True)
    if not found:
        return left_open(f"no such {asked.relation} of {names(facts, owner)} is recorded", (), ids, Certainty.UNKNOWN)
    told = [each.id for each in found]
    text = f"the {ordinal(asked.nth) or 'first '}{asked.relation} of {names(facts, owner)}: {names(facts, told)}"
    text = text.replace("the first ", "the last ") if asked.nth < 0 else text
    claims = tuple(claim for each in found for claim in each.claims)
    if set(ids) & set(told):
        return told_so(text, claims, Status.ASSERTED, ids)
    return negated(text, claims, [*ids, *owner])


def _has_any(facts: Facts, asked: Who) -> Reply:
    """Whether anybody is recorded who stands in a relation; what no source tells may be so all the same."""
    owner, found = ids_of(facts, asked.of), people(facts, asked, every=True)
    whose = f"{asked.relation} of {names(facts, owner)}"
    if not found:
        return left_open(f"no {whose} is recorded", (), owner, Certainty.UNKNOWN)
    claims = tuple(claim for each in found for claim in each.claims)
    told = [each.id for each in found]
    return affirmed(f"{whose}: {names(facts, told)}", claims, Status.ASSERTED, told)


def _unborn(query: Query, facts: Facts, happening: Happening) -> Reply:
    """Somebody who is only expected, or not told of at all."""
    parents = [each for who in happening.people for each in who.of]
    planned = Happening(type="child_born", people=tuple(parents), status=Status.PLANNED)
    ids = ids_of(facts, parents)
    if happening.type == "born" and parents and (found := occurrences(facts, planned)):
        when = f" {on(found[0].when)}" if found[0].when else ""
        return negated(f"the birth is only expected{when}", found[0].claims, ids)
    return unknown(
        f"nobody of that kind is recorded; {known(facts, ids)}" if ids else "nobody of that kind is recorded"
    )


def _due(facts: Facts, ids: list[str]) -> Reply | None:
    """Of somebody who is only expected: not born yet."""
    planned = [each for id in ids for each in facts.events([id], "child_born", status=Status.PLANNED)]
    due = [event for event in planned if any(member.role == "child" and member.id in ids for member in event.people)]
    if len(ids) == 1 and facts.people[ids[0]].unnamed:  # "her baby": the one that she expects, if she has no other
        parents = [parent for parent, _ in facts.kin(ids[0], "parent")]
        if not any(facts.events([parent], "child_born") for parent in parents):
            due += [each for id in parents for each in facts.events([id], "child_born", status=Status.PLANNED)]
    return negated(happened(facts, told(due[0])), due[0].claims, ids) if due else None


# states


def _state(query: Query, facts: Facts, type: str, ids: list[str], at: Interval | None) -> Reply:
    types = [type] if type != "dating" else list(facts.lexicon.together)
    spans = facts.spans(ids, types)
    day = at or Interval()
    verdicts = [(span.holds(day), span) for span in spans]
    certain = [span for verdict, span in verdicts if verdict is Certainty.CERTAIN]
    openers = [name for name, event in facts.ontology.events.items() if type in event.opens] or [type]
    if disputed := _disputed(facts, openers, ids, spans):
        return disputed
    if certain and type == "dating" and (apart := parted(facts, ids, day, certain[-1])):
        return negated(held(facts, apart), apart.claims, ids)
    if certain:
        span = next((each for each in reversed(certain) if each.type == type), certain[-1])
        return told_so(as_of_newest(query, facts) + held(facts, span), span.claims, span.status, span.people)
    possible = [span for verdict, span in verdicts if verdict is Certainty.POSSIBLE and span.has_begun(day)]
    other = against(facts, ids, types, day, possible[-1] if possible else None)
    if possible and not other:
        return _perhaps(query, facts, possible[-1], day, ids)
    if spans and other and not (spans[-1].start or spans[-1].end or spans[-1].attested):
        return negated(f"{as_of_newest(query, facts)}{held(facts, other)}", other.claims, ids, sure=False)
    if spans:
        return (
            _rivalled(facts, type, ids, day)
            or _unended(facts, spans[-1], day)
            or negated(held(facts, spans[-1]), spans[-1].claims, ids)
        )
    if other:
        noun = facts.ontology.states[type].noun
        return negated(f"no {noun} is recorded; {held(facts, other)}", other.claims, ids, sure=False)
    return _closed(query, facts, type, ids, day)


def _perhaps(query: Query, facts: Facts, span: Span, day: Interval, ids: list[str]) -> Reply:
    """The bounds leave it open; a relation that had begun and has no recorded end is taken to go on."""
    core = span.core
    if span.status is Status.RUMOURED:
        return told_so(held(facts, span), span.claims, span.status, ids)
    goes_on = span.end is None or (span.until_death and facts.outlasts(span, day))
    if goes_on and (core is None or (day.earliest and core.latest and core.latest <= day.earliest)):
        before = " before a death" if span.end else ""
        text = f"{as_of_newest(query, facts)}{held(facts, span)}, and no end{before} is recorded"
        if apart := [each for each in facts.spans(ids, ["separated"]) if each.end is None and each.order > span.order]:
            text += f"; {held(facts, apart[-1])}"
        return Reply(
            {"yes": True},
            sentence(f"yes, as far as is known: {text}"),
            Certainty.POSSIBLE,
            span.claims,
            (text,),
            tuple(ids),
        )
    return left_open(f"perhaps: {held(facts, span)}", span.claims, ids)


def _disputed(facts: Facts, types: Sequence[str], ids: list[str], real: Sequence[Span | Told]) -> Reply | None:
    """What to say where sources deny it: no, if nobody says otherwise or the denial came later; open, if on one day."""
    found = [
        each
        for status in DENIALS
        for type in types
        for each in occurrences(facts, _happening(facts, type, ids, status))
    ]
    found = [each for each in found if set(each.people) <= set(ids)]  # that these two never married is no word on one
    denials = [each for each in found if not real or any(_is_same(each, other) for other in real)]
    if not denials:
        return None
    said = max((facts.told_on(other.claims) for other in real), default=date.min)
    denied = max(denials, key=lambda each: facts.told_on(each.claims))
    text = happened(facts, denied)
    claims = tuple(claim for other in real for claim in other.claims) + denied.claims
    if real and facts.told_on(denied.claims) < said:
        return None
    if real and facts.told_on(denied.claims) == said:
        return left_open(f"sources disagree, some deny it: {text}", claims, ids)
    return negated(f"it is {'said and later ' if real else ''}denied: {text}", claims, ids)


def _is_same(denied: Told, other: Span | Told) -> bool:
    """Whether a denial may speak of this: its day, if told, may be the same."""
    when = other.when if isinstance(other, Told) else other.start
    return denied.when is None or when is None or bool(denied.when & when)


def _happening(facts: Facts, type: str, ids: Sequence[str], status: Status | None = None) -> Happening:
    return Happening(type=type, people=tuple(Who(name=id) for id in ids), status=status)


def _rivalled(facts: Facts, type: str, ids: list[str], day: Interval) -> Reply | None:
    """Sources that disagree on the end of a relation leave the days between open."""
    for event in facts.events(ids):
        opens = type in facts.ontology.events[event.type].opens
        if opens and any(rival.when.after(day) is not Certainty.CERTAIN for rival in event.rivals):
            return left_open(f"sources disagree: {_dates(facts, event.type, ids)}", event.claims, ids)
        closes = type in facts.ontology.events[event.type].closes
        if closes and any(rival.when.before(day) is not Certainty.CERTAIN for rival in event.rivals) and event.rivals:
            return left_open(f"sources disagree: {_dates(facts, event.type, ids)}", event.claims, ids)
    return None


def _unended(facts: Facts, span: Span, day: Interval) -> Reply | None:
    """Sources that have a relation go on when others have it over leave the days between open."""
    for end in span.rivals:
        if end.latest is None or day.earliest is None or day.earliest < end.latest:
            text = f"sources disagree: {held(facts, span)}; others say until {some(end)}"
            return left_open(text, span.claims, span.people)
    return None


def _dates(facts: Facts, type: str, ids: Sequence[str]) -> str:
    found = occurrences(facts, _happening(facts, type, ids))
    rivals = [on(rival) for each in found for rival in each.rivals]
    return f"{happened(facts, found[0])}; others say {' or '.join(rivals)}" if found else ""


def _elsewhere(facts: Facts, type: str, ids: list[str], day: Interval) -> Span | None:
    """The same relation of one of two people to somebody else, which surely held then."""
    if len(ids) < 2 or type not in facts.ontology.states:
        return None
    spans = [span for id in ids for span in facts.spans([id], [type]) if span.has_begun(day)]
    held_then = [span for span in spans if span.holds(day) is not Certainty.CONTRADICTED]
    return held_then[0] if held_then else None


def _closed(query: Query, facts: Facts, type: str, ids: list[str], day: Interval) -> Reply:
    """Nothing of the kind is recorded: no, where sources tell something of these people together; else not known.

    What is told of one alone says nothing of what else befell them, and of children few sources speak.
    """
    state, event = facts.ontology.states.get(type), facts.ontology.events.get(type)
    noun = event.noun if event else state.noun if state else type
    told = known(facts, ids)
    is_single = len(ids) < 2 and not (
        query.kind == "present" and (state or (event and event.opens)) and _has_somebody(facts, ids)
    )
    events = {each.type for each in facts.events(ids)} if ids else set()
    is_couple = bool(facts.spans(ids, tuple(facts.ontology.states)) or events & facts.ontology.loving) if ids else False
    is_silent = is_single or not is_couple or bool(event and "child" in event.roles) or _has_ended(facts, type, ids)
    if len(ids) > 2:  # "did he leave Ada for Bea?": more than the two that it is of
        return left_open(f"no {noun} of {names(facts, ids)} is recorded", (), ids, Certainty.UNKNOWN)
    if told and ids and is_silent:
        return left_open(f"no {noun} of {names(facts, ids)} is recorded; {told}", (), ids, Certainty.UNKNOWN)
    if told and ids:
        return negated(f"no {noun} is recorded; {told}", (), ids, sure=False)
    if others := _elsewhere(facts, type, ids, day):
        return negated(
            f"no {noun} of {names(facts, ids)} is recorded; {held(facts, others)}", others.claims, ids, sure=False
        )
    return left_open(f"no {noun} of {names(facts, ids)} is recorded", (), ids, Certainty.UNKNOWN)


def _has_somebody(facts: Facts, ids: list[str]) -> bool:
    """Whether one has a partner by the newest document."""
    return bool(ids and current(facts, ids[0], facts.spans(ids, facts.lexicon.together)))


def _has_ended(facts: Facts, type: str, ids: list[str]) -> bool:
    """Whether what such an event ends is over, and no source says how: of a former wife, whether she was divorced."""
    event = facts.ontology.events.get(type)
    ended = [name for name in event.closes if facts.ontology.states[name].past in event.opens] if event else []
    spans = facts.spans(ids, ended)
    return any(span.end and span.end.latest and not span.until_death for span in spans)


# events


def _event(query: Query, facts: Facts, happening: Happening, ids: list[str], at: Interval | None) -> Reply:
    found = occurrences(facts, happening)
    if not found and happening.type == "born" and (due := _due(facts, ids)):
        return due
    opened = facts.ontology.events[happening.type].opens if happening.type in facts.ontology.events else ()
    if found and happening.status is Status.PLANNED:
        return told_so(happened(facts, found[0]), found[0].claims, Status.ASSERTED, ids, supposed=True)
    if found and happening.status is Status.DENIED:
        return told_so(f"it is denied that {happened(facts, found[0])}", found[0].claims, Status.ASSERTED, ids)
    if disputed := _disputed(facts, [happening.type], ids, found):
        return disputed
    if not found and happening.status:
        return left_open(f"nothing of the kind is recorded; {known(facts, ids)}", (), ids, Certainty.UNKNOWN)
    if not found and happening.detail and (elsewhere := _without_detail(facts, happening, ids)):
        return elsewhere
    if not found and happening.nth > 1:
        return left_open(missing(facts, happening.type, ids, happening.nth).text, (), ids, Certainty.UNKNOWN)
    if not found:
        past = [span for span in facts.spans(ids, opened) if at is None or span.holds(at) is Certainty.CERTAIN]
        if past:
            return told_so(held(facts, past[0]), past[0].claims, past[0].status, ids)
        return _closed(query, facts, happening.type, ids, at or Interval())
    if query.kind == "present" and opened and not happening.nth:  # "are they back together?"
        return _state(query, facts, opened[0], ids, at)
    if at is None or query.kind == "present":  # "does she have a child?": of whatever year
        return told_so(happened(facts, found[0]), found[0].claims, found[0].status, ids, supposed=found[0].supposed)
    if rival := next((each for each in found if _is_rivalled(each, at)), None):
        days = " or ".join(on(day) for day in rival.rivals)
        return left_open(f"sources disagree: {happened(facts, rival)}; others say {days}", rival.claims, ids)
    verdicts = [(each.when.during(at) if each.when else Certainty.UNKNOWN, each) for each in found]
    for wanted in (Certainty.CERTAIN, Certainty.POSSIBLE, Certainty.UNKNOWN):
        if each := next((told for verdict, told in verdicts if verdict is wanted), None):
            return _judged(facts, each, wanted, ids)
    return negated(happened(facts, found[0]), found[0].claims, ids)


def _is_rivalled(told: Told, at: Interval) -> bool:
    """Whether some sources put it into these days, and others do not."""
    days = [bool(day & at) for day in (told.when, *told.rivals) if day]
    return any(days) and not all(days)


def _without_detail(facts: Facts, happening: Happening, ids: list[str]) -> Reply | None:
    """ "Was she born in Paris?" of one born somewhere else, or nobody says where."""
    found = occurrences(facts, happening.model_copy(update={"detail": ""}))
    placed = [each for each in found if each.event and (each.event.place or each.event.work)]
    if placed and not happening.detail.islower():  # a party may be in Leeds, but London is not
        return negated(happened(facts, placed[0]), placed[0].claims, ids, sure=False)
    if found:
        text = f"{happened(facts, found[0])}, but of {happening.detail!r} no source tells"
        return left_open(text, found[0].claims, ids, Certainty.UNKNOWN)
    return None


def _judged(facts: Facts, told: Told, verdict: Certainty, ids: list[str]) -> Reply:
    text = happened(facts, told)
    if verdict is Certainty.CERTAIN:
        return told_so(text, told.claims, told.status, ids, supposed=told.supposed)
    return left_open(f"perhaps: {text}" if told.when else f"{text}, but no source says when", told.claims, ids)
