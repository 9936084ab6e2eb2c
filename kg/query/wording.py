"""Answers as one English sentence."""

from collections.abc import Iterable, Sequence
from datetime import date

from kg.dates.english import words
from kg.dates.interval import Granularity, Interval
from kg.query.facts import Facts
from kg.query.select import Told
from kg.query.span import Span
from kg.records import Status

_IN = (Granularity.MONTH, Granularity.SEASON, Granularity.YEAR, Granularity.DECADE, Granularity.CENTURY)
# A beginning known to so many days is told by its end: "by 2023" rather than "from some day between 1980 and 2023".
_VAGUE = 1096
_TENS = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve")


def listed(items: Sequence[str]) -> str:
    """The items with commas and a last "and".

    >>> listed(["Ada", "Bob", "Cem"])
    'Ada, Bob and Cem'
    """
    return " and ".join([", ".join(items[:-1]), items[-1]] if len(items) > 1 else items)


def names(facts: Facts, ids: Iterable[str]) -> str:
    """The people's names as a list."""
    return listed([facts.people[id].name for id in ids])


def on(when: Interval | None) -> str:
    """A date with the preposition that a sentence needs; empty where nothing is known.

    >>> on(Interval.from_edtf("2017")), on(Interval.from_edtf("../2022-02")), on(Interval.from_edtf("2020-03-25"))
    ('in 2017', 'by February 2022', 'on 25 March 2020')
    >>> on(Interval.from_edtf("2006-09-17~/2007-09-17~"))
    'in about 2007'
    """
    if when is None or (when.earliest is None and when.latest is None):
        return ""
    if when.earliest is None:
        return words(when)
    if when.latest is None:
        return f"not before {words(when).removesuffix(' or later')}"
    if when.granularity is Granularity.DAY:
        return f"on {words(when)}"
    is_told = when.granularity in _IN or when.approximate
    return f"in {words(when)}" if is_told else f"some time from {words(when)}"


def happened(facts: Facts, told: Told, *, prefix: str = "") -> str:
    """That something happened, as a clause: "Ada and Bob married in 2017"."""
    subject, verb = _subject(facts, told)
    if told.status is Status.PLANNED and (event := facts.ontology.events.get(told.type)):
        parents = [member.id for member in told.event.people if member.role == "parent"] if told.event else []
        subject, verb = f"the {event.noun} of {names(facts, parents or told.people)}", "is expected"
        if told.when and told.when.latest and facts.newest and told.when.latest < facts.newest:
            return f"{subject} was planned for {words(told.when)}, and no source tells that it took place"
    place = f" ({told.event.place})" if told.event and told.event.place else ""
    time = on(told.when)
    supposed = ", as far as is known" if told.supposed else ""
    return " ".join(part for part in (prefix, subject, verb, time) if part) + place + supposed


def _subject(facts: Facts, told: Told) -> tuple[str, str]:
    event = facts.ontology.events.get(told.type)
    ids = list(told.people)
    if told.event and event and "child" in event.roles:
        roles = {role: [each.name for each in told.event.people if each.role == role] for role in ("parent", "child")}
        if roles["child"]:
            verb, by = ("was born", "to") if told.type == "child_born" else ("was adopted", "by")
            return listed(roles["child"]), f"{verb} {by} {listed(roles['parent'])}" if roles["parent"] else verb
    if event is None:
        return names(facts, ids), f"were {facts.ontology.states[told.type].label}"
    if told.type == "widowed" and len(ids) == 2:
        return names(facts, ids[:1]), f"was widowed by the death of {names(facts, ids[1:])}"
    work = told.event.work if told.event and "participant" in event.roles else None
    return names(facts, ids), f"{event.label} on {work}" if work else event.label


def sentence(text: str) -> str:
    """The text with a capital and a full stop."""
    text = " ".join(text.split())
    return text[:1].upper() + text[1:] + ("" if text.endswith((".", "?", "!")) else ".")


def hedged(text: str, status: Status) -> str:
    """The text as a sentence that shows how sure its sources are."""
    if status is Status.REPORTED:
        return sentence(f"Reportedly {text} (reported, not confirmed)")
    if status is Status.RUMOURED:
        return sentence(f"By rumour, {text} (not confirmed)")
    return sentence(text)


def years(least: float | None, most: float | None) -> str:
    """A length of time in years, or months where it is short.

    >>> years(6.3, 6.4), years(4.1, 5.0), years(0.2, 0.3), years(None, 3)
    ('about 6 years', '4 to 5 years', '2 to 4 months', 'at most 3 years')
    """
    if least is None and most is None:
        return "an unknown time"
    if least is None:
        return f"at most {_count(most or 0)}"
    if most is None:
        return f"at least {_count(least)}"
    if most < 1.5:
        low, high = round(least * 12 - 0.49), round(most * 12 + 0.49)
        return f"about {_counted(high, 'month')}" if high - low < 2 else f"{low} to {_counted(high, 'month')}"
    low, high = int(least), int(most + 0.01)
    return f"about {_counted(high, 'year')}" if high == low else f"{low} to {_counted(high, 'year')}"


def _count(number: float) -> str:
    return _counted(round(number, 1) if number % 1 else int(number), "year")


def _counted(number: float, unit: str) -> str:
    return f"{number:g} {unit}{'' if number == 1 else 's'}"


def number(count: int) -> str:
    """A small number in words.

    >>> number(3), number(30)
    ('three', '30')
    """
    return _TENS[count] if count < len(_TENS) else str(count)


def ordinal(place: int) -> str:
    """Which of several, with a space behind it; nothing for the first, or for any.

    >>> ordinal(2), ordinal(0)
    ('second ', '')
    """
    return f"{_PLACES[place]} " if 1 < place < len(_PLACES) else ""


_PLACES = ("", "first", "second", "third", "fourth", "fifth", "sixth")


def known(facts: Facts, ids: Sequence[str]) -> str:
    """The last thing known of these people together, for an answer that does not know; empty where nothing is."""
    spans = facts.spans(ids, tuple(facts.ontology.states)) if ids else []
    events = [event for event in facts.events(ids) if event.status.is_real] if ids else []
    spans = [span for span in spans if span.status is not Status.RUMOURED] or spans
    if spans and (told := _latest_span(spans)):
        return held(facts, told) + (" by rumour" if told.status is Status.RUMOURED else "")
    if events:
        from kg.query.select import told as as_told

        return happened(facts, as_told(events[-1]))
    return ""


def _latest_span(spans: list[Span]) -> Span | None:
    dated = [span for span in spans if span.start or span.attested or span.end]
    return dated[-1] if dated else spans[-1]


def held(facts: Facts, span: Span) -> str:
    """That a relation held, with what is known of its time: "they were engaged by February 2022"."""
    label = facts.ontology.states[span.type].label
    return f"{names(facts, span.people)} were {label} {since(span)}".strip()


def some(when: Interval) -> str:
    """A day of which more than one unit is known: "some day between May 2017 and 2019"."""
    is_span = when.granularity is Granularity.SPAN and not when.is_open and not when.approximate
    return f"some day between {words(when).replace(' to ', ' and ')}" if is_span else words(when)


def since(span: Span) -> str:
    """The time of a relation as far as known: "from 2017 to 2023", "by February 2022", "as of 9 May 2020"."""
    start, end = span.start, span.end
    parts = []
    if start and start.earliest is None and end and end.earliest and end.latest == start.latest:
        start = None  # by March, until March
    if start and (start.earliest or start.latest):
        is_vague = start.earliest is None or (start.days or 0) > _VAGUE
        parts.append(words(Interval(None, start.latest)) if is_vague else f"from {some(start)}")
    if end and end.latest and parts and (span.until_death or _may_end_at_once(start, end)):
        parts.append(f"until {words(Interval(None, end.latest)).removeprefix('by ')} at the latest")
    elif end and (end.earliest or end.latest):
        parts.append(f"until {some(end)}" if end.earliest else f"and no longer {words(end)}")
    if not parts and span.attested:
        parts.append(f"as of {words(max(span.attested, key=lambda when: when.latest or date.min))}")
    return " ".join(parts)


def _may_end_at_once(start: Interval | None, end: Interval) -> bool:
    """Whether the first day on which a relation may have ended says no more than that it had begun."""
    is_span = end.granularity is Granularity.SPAN and not end.is_open
    first = start.latest if start else None
    return is_span and first is not None and end.earliest is not None and end.earliest <= first
