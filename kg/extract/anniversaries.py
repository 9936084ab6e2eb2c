"""What is told by its anniversary: "their tenth wedding anniversary on 3 May", "her 40th birthday", "a year since"."""

from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import takewhile
from operator import attrgetter

from spacy.tokens import Doc, Token

from kg.dates import units
from kg.dates.interval import Duration, Granularity, Interval
from kg.dates.phrases.lexicon import CARDINALS, ORDINALS, WORDS
from kg.extract.finding import Finding
from kg.extract.holding import WED
from kg.extract.links import EARLIER, LATER
from kg.extract.roles import people, unique
from kg.extract.subjects import subjects
from kg.extract.times import Times, day_before, times_alone
from kg.extract.tree import PRESENT, children, clause_head, preposition
from kg.nlp.marks import mention_at, text_of, tokens_of
from kg.records import TimeExpression

WEDDINGS = {"wedding", "marriage"}
NAMES = {"married": "wedding", "dating_began": "first date"}
LOVING = {"dating", "dating_began", "engaged"}
LOVES = {"couple", "relationship", "romance", "together"}  # what an anniversary may be of, or kept as
EXACTLY = {"just", "only", "exactly", "precisely"}
KEEPING = {"celebrate", "commemorate", "mark", "toast"}  # what is done on the day
COUNTING = {"happy", "blissful", "wonderful", "wedded", "long", "glorious", "beautiful"}  # years; not "nearly 14"
SHORT = {"shy", "short"}  # of what was not reached: "just shy of their sixth wedding anniversary in 2009"
AHEAD = 92  # days for which one looks ahead to a birthday
OLDEST, LONGEST = 121, 80  # years of a life, of a marriage
JUBILEES = {"silver": 25, "pearl": 30, "ruby": 40, "golden": 50, "diamond": 60}


def anniversaries(doc: Doc, found: Sequence[Finding]) -> Iterator[tuple[Finding, int]]:
    """Weddings, births and first dates, each with the number of years that its anniversary lies after it (0: untold).

    What else is `found` tells of what a couple keeps an anniversary that has no name.
    """
    for token in tokens_of(doc):
        if token.lemma_ == "turn" and token.pos_ == "VERB":
            yield from _turned(token)
        if token.lemma_ == "year" and _is_kept(token):
            couple = _couple_of_years(token, found)
            if len(couple) == 2 and (years := _count(token)):
                roles, words = tuple(("partner", key) for key in couple), (token, *_doing(token.head))
                yield Finding("event", "married", token, roles, words, "noun: wedding anniversary"), years
        if token.lemma_.lower() not in ("anniversary", "birthday") or _is_unreached(token):
            continue
        years = _count(token)
        if years and token.lemma_.lower() == "birthday":
            yield from ((finding, years) for finding in _born(token))
        elif years or _began(token) == "married":
            is_wedding = _began(token) == "married"
            couple = _with_spouse(_couple(token), token, found) if is_wedding else _couple(token)
            roles = tuple(("partner", key) for key in couple)
            kind = (_began(token) or _kept(token, couple, found)) if len(couple) == 2 else None
            if kind is not None:
                yield Finding("event", kind, token, roles, (token,), f"noun: {NAMES[kind]} anniversary"), years or 0


def is_commemorated(finding: Finding) -> bool:
    """Whether the words tell the anniversary of a happening: "on the third anniversary of his death", "celebrated".

    The day that is told with it is not its own.
    """
    return finding.kind == "event" and _anniversary(finding) is not None


def by_anniversary(
    doc: Doc, remembered: Iterable[Finding], times_of: Callable[[Finding], Times], found: Sequence[Finding] = ()
) -> Iterator[tuple[Finding, Times]]:
    """Happenings with the day that follows from their anniversaries; `remembered` are those found by other words."""
    taken = set()
    for finding in remembered:
        token = _anniversary(finding) or finding.trigger
        taken.add((token.i, frozenset(finding.keys)))
        if _is_unreached(token):
            yield finding, Times()
            continue
        times = _of_day(token, replace(finding, trigger=token, words=(token, *finding.words)), times_of)
        years = _count(token)
        yield finding, replace(times, on=before(times.on, years)) if times.on and years else Times()
    for finding, years in anniversaries(doc, found):
        times = _of_day(finding.trigger, finding, times_of)
        if (finding.trigger.i, frozenset(finding.keys)) in taken:
            continue
        if times.on is not None and years:
            on = before(times.on, years - _is_missed(finding, times.on))
            yield _of_first_day(finding, on, found, times_of), replace(times, on=on)
        elif finding.type == "married":  # no day tells when; who keeps the day of a wedding has wed
            yield replace(finding, kind="state", attests=False), Times()


def _of_day(day: Token, finding: Finding, times_of: Callable[[Finding], Times]) -> Times:
    """The times of an anniversary: its own, or those of what came about so long before or after it.

    "She died on 3 May 1960, two days before her 80th birthday" tells that this was on 5 May.
    """
    times, counted = times_of(finding), _counted(day)
    if counted is None or (times.on is not None and times.on.earliest is not None and times.on.latest is not None):
        return times
    time, length, direction = counted
    beside = day_before(day.doc[_first(time, day.doc)], text_of(day.doc))
    verb = clause_head(day.head)
    known = times_alone(beside) if beside is not None else times_of(replace(finding, trigger=verb, words=(verb,)))
    if known.on is None or known.on.earliest is None or known.on.latest is None:
        return times
    words, spans = f"{known.words} … {time.text}", (*known.spans, (time.start, time.end))
    return Times(on=known.on.shift(length, -direction), words=words, spans=spans)


def _counted(day: Token) -> tuple[TimeExpression, Duration, int] | None:
    """What tells how long before (-1) or after (1) an anniversary something was, and how long: "a day before their"."""
    last = bisect_right(day.doc._.times, day.idx, key=attrgetter("start"))
    for time in takewhile(lambda each: each.end >= day.left_edge.idx, reversed(day.doc._.times[:last])):
        length = time.duration
        holds = time.start <= day.idx < time.end
        if length is None:
            continue
        if holds and (told := units.from_birthday(length.text)) is not None:
            return time, Duration.of(*told[2]), told[1]
        is_exact = length.least is not None and length.most is not None and not length.approximate
        is_counted = time.anchor == "event" and time.text.split()[0].lower() not in LATER | EARLIER | SHORT
        if is_counted and is_exact and time.relation in ("before", "after") and (holds or _stands_before(time, day)):
            return time, length, 1 if time.relation == "after" else -1
    return None


def _stands_before(time: TimeExpression, day: Token) -> bool:
    """Whether nothing but whose anniversary it is stands between: "a week before (Ada Roe's third) birthday"."""
    span = day.doc.char_span(time.start, time.end, alignment_mode="expand")
    return span is not None and all(
        token.is_ancestor(day) or day.is_ancestor(token) for token in day.doc[span.end : day.i]
    )


def _first(time: TimeExpression, doc: Doc) -> int:
    """The token with which an expression begins, or the word before it that makes it exact: "just two days"."""
    span = doc.char_span(time.start, time.end, alignment_mode="expand")
    first = span.start if span is not None else 0
    return first - 1 if first and doc[first - 1].lower_ in EXACTLY else first


def _is_unreached(day: Token) -> bool:
    """Whether an anniversary was not reached: "just shy of their sixth", not "two days short of", which tells it."""
    return day.head.lemma_ in SHORT and _counted(day) is None


def _anniversary(finding: Finding) -> Token | None:
    """The anniversary of what a finding's word names, or into whose name it goes: "celebrate a wedding anniversary"."""
    for word in finding.words:
        if word.lemma_ == "marriage" and word.head.lemma_ == "year" and _is_kept(word.head):
            return word.head
        is_of = word.dep_ in ("compound", "amod") or (word.dep_ == "nmod" and preposition(word) == "of")
        if is_of and word.head.lemma_.lower() == "anniversary" and word.head != finding.trigger:
            return word.head
    return None


def _doing(verb: Token) -> list[Token]:
    """What somebody does to keep a day, which may tell it: "marked their first year by sharing a clip on Sunday"."""
    return [child for child in children(verb, "advcl") if any(word.lower_ == "by" for word in child.lefts)]


def years_counted(years: Token) -> int | None:
    """The number of years, where nothing makes it less than plain: not "nearly seven", "more than ten"."""
    counts = children(years, "nummod")
    modifiers = {
        child.lower_ for child in (*children(years, "amod", "advmod"), *(counts[0].children if counts else ()))
    }
    return number(counts[0]) if len(counts) == 1 and modifiers <= COUNTING else None


def _count(anniversary: Token) -> int | None:
    if anniversary.lemma_ == "year" and children(anniversary, "nummod"):
        return years_counted(anniversary)
    words = [child for child in anniversary.lefts if child.dep_ in ("compound", "amod", "nummod", "nmod")]
    most = OLDEST if anniversary.lemma_.lower() == "birthday" else LONGEST
    return next((years for years in map(_years, words) if years and years < most), None)


def _began(anniversary: Token) -> str | None:
    """What an anniversary is of that is no happening by itself: "wedding anniversary", "of their first date"."""
    if any(
        child.dep_ in ("compound", "amod", "nmod") and child.lemma_.lower() in WEDDINGS for child in anniversary.lefts
    ):
        return "married"
    return "dating_began" if _first_date(anniversary) is not None else None


def _kept(anniversary: Token, couple: tuple[str, ...], found: Sequence[Finding]) -> str | None:
    """What "their third anniversary" is of: a wedding of those who have wed, of other couples the first day."""
    whose = [each for each in found if set(each.keys) == set(couple)]
    told = {each.type for each in whose}
    is_of_other = any(preposition(child) == "of" and child.lemma_ not in LOVES for child in anniversary.rights)
    if is_of_other or anniversary.dep_ == "compound" or not told & (WED | LOVING):
        return None
    is_first = any(each.lemma_ in LOVES for each in anniversary.doc[anniversary.i + 1 : anniversary.i + 4])
    is_spouse = any(each.type == "married" and each.rule.startswith("relation") for each in whose)
    is_wed = is_spouse or (bool(told & WED) and "engaged" not in told)
    return "married" if is_wed and not is_first else "dating_began"


def _of_first_day(
    finding: Finding, on: Interval | None, found: Sequence[Finding], times_of: Callable[[Finding], Times]
) -> Finding:
    """What an anniversary without a name is of; those who wed later than the day that it tells keep another."""
    if finding.type != "married" or _began(finding.trigger) is not None or on is None or on.latest is None:
        return finding
    weddings = [each for each in found if (each.kind, each.type) == ("event", "married")]
    days = [times_of(each).on for each in weddings if set(each.keys) == set(finding.keys)]
    is_later = any(day is not None and day.earliest is not None and day.earliest > on.latest for day in days)
    return (
        replace(finding, type="dating_began", rule=f"noun: {NAMES['dating_began']} anniversary")
        if is_later
        else finding
    )


def _is_kept(year: Token) -> bool:
    """Whether a marriage is celebrated that has lasted so many years: "marked their first year of marriage"."""
    is_of_marriage = any(child.lemma_ == "marriage" and preposition(child) == "of" for child in year.rights)
    return is_of_marriage and year.dep_ == "obj" and year.head.lemma_ in KEEPING


def _couple_of_years(year: Token, found: Sequence[Finding]) -> tuple[str, ...]:
    """Who celebrates years of marriage, and with or to whom they are married."""
    others = [child for child in year.rights if child.lemma_ == "marriage"]
    told = [
        key for word in others for child in word.rights if preposition(child) in ("to", "with") for key in people(child)
    ]
    return _with_spouse(unique((*_couple(year), *told)), year, found)


def _with_spouse(couple: tuple[str, ...], token: Token, found: Sequence[Finding]) -> tuple[str, ...]:
    """The two, where one alone keeps the day: with the only one whom they are told to be married to."""
    if len(couple) != 1 or any(owner.tag_ != "PRP$" for owner in children(token, "nmod:poss")):
        return couple  # "her parents' anniversary"
    wed = [each for each in found if each.type in WED and couple[0] in each.keys and len(each.keys) == 2]
    mates = {key for each in wed for key in each.keys} - set(couple)
    return (*couple, *mates) if len(mates) == 1 else couple


def _first_date(anniversary: Token) -> Token | None:
    noun = next((child for child in anniversary.rights if preposition(child) == "of"), None)
    is_date = noun is not None and noun.lemma_ == "date" and any(child.lower_ == "first" for child in noun.lefts)
    return noun if is_date else None


def _born(birthday: Token) -> Iterator[Finding]:
    """Whose birthday: its possessor, if that is one person, or "of their son Ben"."""
    near = [child for child in birthday.children if child.dep_ == "nmod:poss" or preposition(child) == "of"]
    owners = unique(key for child in near for key in people(child))
    if len(owners) == 1:
        yield Finding("event", "born", birthday, (("person", owners[0]),), (birthday,), "noun: birthday")


def _turned(verb: Token) -> Iterator[tuple[Finding, int]]:
    """ "Ada turned 40 on Monday", "Ben, turning four next week": whoever does it, and how old they become."""
    age = verb.doc[min(verb.i + 1, verb.sent.end - 1)]
    years = number(age) or 0
    is_ahead = any(child.lemma_ != "have" for child in children(verb, "aux"))
    before = mention_at(verb.doc, verb.doc[verb.i - 2]) if verb.i > 1 and verb.nbor(-1).text == "," else None
    named = before.people if before is not None and before.kind == "name" else ()
    who = named if verb.tag_ == "VBG" else subjects(verb)
    if len(who) == 1 and 0 < years < 110 and _counts_years(age) and not is_ahead:
        yield Finding("event", "born", verb, (("person", who[0]),), (verb,), "verb: turn"), years


def _counts_years(age: Token) -> bool:
    """Whether a number behind "turn" is an age: not "turned 12 pages", "one of them down"; "forty-two" is cut short."""
    behind = age.doc[min(age.i + 1, age.sent.end - 1)]
    if behind.tag_ == "HYPH" and behind.i + 1 < len(age.doc):
        return number(behind.nbor()) is None
    return behind == age or behind.lemma_ == "year" or not (behind.pos_ in ("NOUN", "PROPN") or behind.lower_ == "of")


def _is_missed(finding: Finding, when: Interval) -> bool:
    """Whether the next such day is meant: "she turns 40 on Monday", "sang ahead of her 40th birthday on 3 October"."""
    published, day = finding.trigger.doc._.published, finding.trigger
    if published is None or when.latest is None or when.latest >= published:
        return False
    next_ = units.shifted(when.latest, 1, "year")
    is_near = next_ is not None and 0 <= (next_ - published).days <= AHEAD
    is_ahead = preposition(day) in EARLIER or any(
        token.lower_ == "ahead" for token in day.doc[max(0, day.i - 6) : day.i]
    )
    return (day.tag_ in PRESENT and day.lemma_ == "turn") or (is_near and is_ahead)


def before(when: Interval | None, years: int) -> Interval | None:
    """The interval that lies whole `years` before `when`; None where a bound falls out of the calendar.

    A 29 February of which the year has none is its 28th; a whole February stays one.

    >>> before(Interval.from_edtf("2020-07-31"), 10).edtf, before(Interval.from_edtf("2020-02-29"), 10).edtf
    ('2010-07-31', '2010-02-28')
    """
    if when is None or when.earliest is None or when.latest is None:
        return None
    earliest, latest = (units.shifted(day, -years, "year") for day in (when.earliest, when.latest))
    if earliest is None or latest is None:
        return None
    if when.granularity is Granularity.MONTH:
        latest = units.bounds(latest, "month")[1]
    return replace(when, earliest=earliest, latest=latest)


def number(token: Token) -> int | None:
    """What a word counts, in figures or in letters: "40", "forty"; None where it is no number."""
    kind, value = WORDS.get(token.lower_, ("", None))
    if kind == "number" and isinstance(value, int):
        return value
    return int(token.text) if token.text.isdecimal() else None


def _years(word: Token) -> int | None:
    """ "tenth", "10th", "ten-year", "10-year", "golden", "forty-fifth": 10, 50 or 45."""
    tens = number(word.nbor(-2)) if word.i > 1 and word.nbor(-1).tag_ == "HYPH" else None
    if tens and word.lower_ in ORDINALS[:9]:
        return tens + ORDINALS.index(word.lower_) + 1
    texts = [word.lower_, *(child.lower_ for child in word.children if child.dep_ in ("nummod", "compound", "amod"))]
    for text in texts:
        text = text.removesuffix("-year").rstrip("-")
        if text in ORDINALS:
            return ORDINALS.index(text) + 1
        if text in CARDINALS[1:13] and word.lower_ != text:
            return CARDINALS.index(text)
        if text in JUBILEES:
            return JUBILEES[text]
        digits = text.rstrip("sthndr")
        if digits.isdecimal() and (digits != text or word.lower_ != text):
            return int(digits)
    return None


def _couple(noun: Token) -> tuple[str, ...]:
    """Whose anniversary: its possessors, "with" somebody, and the subject of the verb."""
    owned = (noun, _first_date(noun) or noun)
    found = [key for each in owned for child in each.children if child.dep_ == "nmod:poss" for key in people(child)]
    if not found and any(child.tag_ != "PRP$" for each in owned for child in children(each, "nmod:poss")):
        return ()  # "a friend's wedding anniversary"
    verb = noun.head
    with_ = [child for word in (noun, verb) for child in word.children if preposition(child) == "with"]
    found += [key for child in with_ for key in people(child)]
    if len(unique(found)) < 2 and verb.pos_ == "VERB":
        found = [*subjects(verb), *found]
    return unique(found)
