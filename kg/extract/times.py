"""The times of one finding, from the expressions that belong to it: the day, the stretch, the news of it."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Container, Sequence
from dataclasses import dataclass
from operator import attrgetter

from spacy.tokens import Doc, Span, Token

from kg.dates import units
from kg.dates.interval import Duration, Granularity, Interval
from kg.dates.phrases.context import SENTENCE
from kg.extract.bracketed import before_aside
from kg.extract.brackets import YOUTH
from kg.extract.finding import Finding
from kg.extract.governors import is_deed_of
from kg.extract.joined import DASHES, listed
from kg.extract.links import has_no_day, is_tidings, tells_how
from kg.extract.roles import is_origin
from kg.extract.tree import SUBJECT, children, is_counted, is_now, preposition
from kg.nlp.marks import mention_at, mentions_in, text_of
from kg.records import TimeExpression

PUBLIC = {"went_public", "divorce_filed"}  # of which the news itself is the happening
# "announced their engagement in June": the day of the news bounds the happening from above
TELLING = {"announce", "reveal", "confirm", "share", "report", "disclose", "celebrate"}
NEWS = TELLING | {"know", "known", "emerge", "say", "tell", "admit", "claim", "surface", "reveal", "learn", "transpire"}
REPORTING = {"report", "rumour", "rumor", "say", "believe", "claim", "think"}
SPEAKING = set("address describe discuss grieve mention mourn open recall reflect remember speak talk write".split())
SPEAKING |= {"bemoan", "hear", "lament", "learn", "regret"}
COURT = set("accuse acquit acquitted arrest charge clear convict conviction guilty indict innocent jail".split())
COURT |= {"sentence", "suspect", "trial", "try"}  # whose day is that of the verdict: "guilty of his murder a week ago"
# what is done about a death, or a wedding, long after it
INQUIRING = set("avenge commemorate examine explain honour honor investigate probe question reopen rule solve".split())
ABOUT = {"about", "for", "in", "of", "on", "over", "up", "with"}
DECIDING = {"agree", "choose", "decide"}
ENGAGED = {"engaged", "betrothed", "separated", "divorced"}  # what one is from some day on; one is wed on a day
COMING_OUT = {"make", "become", "come", "go"}
KNOWN = {"public", "known", "light", "knowledge"}
FILMS = set("film movie drama comedy thriller blockbuster flick biopic musical remake sequel romcom horror".split())
BRACKET, BRACKETS = 18, {"(", ")"}  # tokens of a bracket of two dates, at most; its marks
SPAN = re.compile(r"[\w ,.]*\b\d{4}\s*(?:[-–—−]|to)\s*(?:[\w ,.]*\d{4}(?:[-–—/]\d\d)?|\d\d)")
# behind a name, or its age: "his marriage to Ada Roe, 58, (1991-2001)"
YEARS = re.compile(r"(?:\. ?|, ?\d\d,? ?)?\((\d{4}) ?[-–—−] ?(\d{4}|\d\d)\)")
DAY = r"(?:\d{1,2} [^\W\d]+ )?\d{4}"
# a life that has lost its dash: "(Rome, 12 May 1929York, 3 June 2012)"
TWO_DAYS = re.compile(rf"(?!.*\b(?:m|married|div|divorced|wed)\b)\D*{DAY}[^\d(]*{DAY}")
BESIDE = 6  # characters: " in ", " on "
WEEK = 8  # days: one more than a week has
TO = range(5)  # characters between the two days of a stretch: " to "
MEDIA = set("appearance broadcast caption interview issue podcast post statement tweet".split())  # where news is told
POSSESSORS = {"her", "his", "their"}  # "confirmed her split", which the tree takes for a verb


@dataclass(frozen=True, slots=True)
class Times:
    """The expressions of one finding, by what they bound; `words` are those that carry the time."""

    on: Interval | None = None
    start: Interval | None = None
    end: Interval | None = None
    duration: Duration | None = None
    news: Interval | None = None  # when it was told, where that is all that is dated
    words: str = ""
    spans: tuple[tuple[int, int], ...] = ()


def times_alone(time: TimeExpression | None) -> Times:
    """The times of what one expression alone dates, if any."""
    return Times(on=time.when, words=time.text, spans=((time.start, time.end),)) if time else Times()


def nearest(times: list[TimeExpression], finding: Finding) -> list[TimeExpression]:
    """Of several dates the one after the word that it is told of: "gave birth to Ada on 3 May 1957, to Ben in 1958".

    A stretch has two: "married to Ada from 1998 to 2005 and to Eva from 2009 to 2017".
    """
    near = finding.near
    if near is None:
        return times
    times = [time for time in times if not _is_anothers(time, near)]
    days = [time for time in times if time.anchor != "birth"] or times  # "in 1849, at 43, she had Ada"
    opening = next((child.idx for child in children(near, "case")), near.idx)
    if before := [time for time in days if time.end < opening and not text_of(near.doc)[time.end : opening].strip()]:
        return before  # "was married twice: in 1913 to Ada, in 1922 to Eva"
    first = sorted(days, key=lambda time: (time.start < near.idx, abs(time.start - near.idx)))[:1]
    ends = [time for time in times for each in first if time.relation == "until" and time.start - each.end in TO]
    return first + (ends if first and first[0].relation == "since" else [])


def _is_anothers(time: TimeExpression, near: Token) -> bool:
    """Whether "born" gives the day to another of those named in a row: "sons Carl, born in 1953, and Dan"."""
    doc = near.doc
    span = doc.char_span(time.start, time.end, alignment_mode="expand")
    start = span.start if span is not None else 0
    before = [token for token in doc[max(0, start - 4) : start] if token.pos_ not in ("ADP", "PUNCT")]
    if len(before) < 2 or before[-1].lower_ != "born":
        return False
    mention = mention_at(doc, before[-2])
    return mention is not None and not mention.start <= near.i < mention.end


def wedlock(finding: Finding, row: Sequence[Finding]) -> Times | None:
    """First and last year of a marriage behind a name, where several are told: "was married twice: to Ben (1943-51)".

    The years behind one name alone may be those of a reign or an office; in news, those of the marriage named before.
    """
    trigger = finding.trigger
    couples = {frozenset(each.keys) for each in row if finding.type == "married" and _years_behind(each)}
    is_state = trigger.lemma_ == "marriage" or bool(children(trigger, "aux:pass", "cop"))  # "was married to Ben (…)"
    if finding.type == "married" and is_state and trigger.doc._.published is not None:
        return _years_behind(finding)
    return _years_behind(finding) if len(couples) > 1 or (couples and is_counted(trigger)) else None


def _years_behind(finding: Finding) -> Times | None:
    """Two years, too few for a life, in a bracket behind the name of the one who is told of after the word."""
    trigger, doc = finding.trigger, finding.trigger.doc
    names = (each for each in mentions_in(doc, trigger.i + 1, trigger.sent.end) if each.kind == "name")
    for name in (each for each in names if len(each.people) == 1 and each.people[0] in finding.keys):
        years = YEARS.match(doc[name.end : name.end + BRACKET].text)
        if years is not None:
            first, last = int(years[1]), int(years[1][: -len(years[2])] + years[2])
            span = (doc[name.end].idx + years.start(1), doc[name.end].idx + years.end(2))
            is_brief = 0 < first <= last < first + YOUTH
            times = Times(
                start=Interval.year(first),
                end=Interval.year(last),
                words=years[0][years[0].index("(") :].strip("()"),
                spans=(span,),
            )
            return times if is_brief else None
    return None


def fitting(times: list[TimeExpression], finding: Finding) -> list[TimeExpression]:
    """The times without those of what lasts or comes twice, where it is told to be done once.

    "She married Ben Roe, a bishop from 1950 to 1960", "Carl Poe, sheriff in 1518 and 1526": terms of an office. Nobody
    is born for years: "born in Pest (since 1873 a part of Budapest)"; "she said she is expecting on Sunday", that day.
    Years of marriage are none of love alone.
    """
    if finding.trigger.lemma_ in ("expect", "pregnant") and is_announced(finding.trigger):
        long = [time for time in times if time.when is None or (time.when.days or WEEK) >= WEEK]
        return long if any(time.anchor == "publication" for time in times) else times
    if finding.kind == "state" and finding.type != "married":
        text = text_of(finding.trigger.doc)
        return [time for time in times if not text.startswith(" of marriage", time.end)]
    if finding.type == "born" or _is_of_first(finding.trigger):  # "the first to die there since 2010"
        return [time for time in times if time.relation not in ("since", "until")]
    is_done = finding.trigger.tag_ == "VBD" and not children(finding.trigger, "aux:pass", "cop")
    if finding.kind != "event" or not is_done or {role for role, _ in finding.people} != {"partner"}:
        return times
    told = [time for time in times if time.relation not in ("since", "until")]
    years = [time for time in told if time.when and time.when.granularity is Granularity.YEAR]
    years = [time for time in years if time.duration is None]  # not "in 1995, seven years later"
    is_twice = finding.type == "married" and len(listed(years, text_of(finding.trigger.doc))) < len(years)
    is_twice &= len({time.when for time in years}) > 1  # not "in 1930, the same year she met him"
    return [time for time in told if not is_twice or time not in years]


def _is_of_first(verb: Token) -> bool:
    return verb.dep_ == "acl" and verb.tag_ in ("VB", "VBN") and is_deed_of(verb.head)


def times_of(expressions: list[TimeExpression], finding: Finding, *, is_own: bool = True) -> Times:
    """What these expressions bound of a finding; `is_own` where they hang on its own words, not on a governor's.

    Of days that cannot both be it, one that is told goes before one that is counted: "ten weeks later, on 20 May".
    """
    on: Interval | None = None
    start = end = news = None
    duration = None
    used: list[TimeExpression] = []
    trigger = finding.trigger.idx
    near = sorted(expressions, key=lambda time: max(time.start - trigger, trigger - time.end))
    for time in sorted(near, key=lambda time: time.duration is not None):
        if time.relation == "for" or time.when is None:
            if time.duration is not None and time.anchor not in ("event", "birth") and time.relation == "for":
                duration = duration or time.duration
                used.append(time)
            continue
        used.append(time)
        if time.relation == "since":
            start = start or time.when
        elif time.relation == "until":
            end = end or time.when
        else:
            on = time.when if on is None else (on & time.when) or on
    is_by_then = any(child.lower_ == "already" for child in finding.trigger.lefts)
    is_by_then |= any(time.text.lower().startswith("as of") for time in used)
    if on is not None and is_by_then and finding.kind == "event":  # "in 1177 he was already married"
        on = Interval(None, on.latest)
    is_recent = all(time.anchor == "publication" and time.when and (time.when.days or WEEK) < WEEK for time in used)
    is_own = is_own and not (on is not None and is_announced(finding.trigger) and has_no_day(finding.trigger, on))
    if on is not None and finding.type not in PUBLIC and _is_news(finding, is_own=is_own, is_recent=is_recent):
        holds = finding.kind == "state" and is_now(finding.trigger)  # "they are dating, she said on Tuesday"
        news, on = on, on if holds else Interval(None, on.latest)
    used.sort(key=attrgetter("start"))
    words = " … ".join(time.text for time in used)
    return Times(on, start, end, duration, news, words, tuple((time.start, time.end) for time in used))


def _is_news(finding: Finding, *, is_own: bool, is_recent: bool = False) -> bool:
    """Whether the time is that of the telling: "they announced their engagement in June", "it emerged in June that".

    `is_own` times hang on the finding's own words: "it emerged that they had parted in May" is no news of May. Days
    or weeks of the news itself are `is_recent`: "she spoke about their split on Monday".
    """
    trigger = finding.trigger
    if trigger.lemma_ in ("anniversary", "birthday", "year"):  # celebrated on the day: "ten years of marriage"
        return False
    if trigger.lemma_ in TELLING:
        return True
    if is_announced(trigger):  # "announced that they were parting in May": of what goes on the day is that of the news
        is_lasting = trigger.tag_ == "VBG" and any(each.lower_ in ("was", "were") for each in children(trigger, "aux"))
        goes_on = finding.kind == "event" and is_lasting
        return not is_own or goes_on or any(child.lower_ in POSSESSORS for child in trigger.lefts)
    if trigger.dep_ == "xcomp" and trigger.head.lemma_ in REPORTING:  # "in May they were reported to be dating"
        return not is_own or any(child.lower_ == "first" for child in children(trigger.head, "advmod"))
    if trigger.pos_ != "NOUN":
        return False
    told = details(trigger)
    is_looked_into = trigger.dep_ in SUBJECT and trigger.head.lemma_ in INQUIRING and not is_own
    is_stated = is_recent and trigger.dep_ == "nmod" and trigger.head.lemma_ in MEDIA and preposition(trigger) in ABOUT
    if is_tidings(trigger) or is_looked_into or is_stated:  # "a statement about his death on Tuesday"
        return True
    if trigger.head.lemma_ in COURT or ((is_recent or not is_own) and trigger.head.lemma_ in SPEAKING):
        return preposition(trigger) in ABOUT or trigger.dep_ == "obj"
    return becomes_known(trigger) or (told.head.lemma_ in TELLING and told.dep_ in ("obj", "nsubj:pass"))


def details(word: Token) -> Token:
    """What is told where something is told of this: the details of "shared details of their wedding"; else this."""
    while word.dep_ == "nmod" and word.head.pos_ == "NOUN" and preposition(word) in ABOUT:
        word = word.head
    return word


def becomes_known(noun: Token) -> bool:
    """Whether the verb above tells that others heard of it: "their split was made public", "went public with it"."""
    verb = noun.head
    is_told = noun.dep_ in ("nsubj", "nsubj:pass") or (verb.lemma_ == "go" and preposition(noun) == "with")
    return is_told and verb.lemma_ in COMING_OUT and any(child.lower_ in KNOWN for child in verb.children)


def is_announced(trigger: Token) -> bool:
    """Whether it is what somebody says or what becomes known: "said that they had split", "had decided to split"."""
    told = decided(trigger)
    return told.dep_ in ("ccomp", "csubj", "csubj:pass") and told.head.lemma_ in NEWS


def decided(verb: Token) -> Token:
    """The verb that tells a decision, where this one is what was decided; else the verb itself."""
    return verb.head if verb.dep_ == "xcomp" and verb.head.lemma_ in DECIDING else verb


def is_before_that(verb: Token) -> bool:
    """Whether a clause tells what had come about before: "she said that they had wed", "that they were engaged"."""
    is_state = verb.lower_ in ENGAGED and any(each.lemma_ == "be" for each in children(verb, "cop", "aux:pass"))
    has_been = verb.tag_ == "VBN" and any(child.lower_ in ("had", "'d", "’d") for child in children(verb, "aux"))
    return is_state or has_been


def lasts(finding: Finding, time: TimeExpression) -> bool:
    """Whether a length of time may be told instead of a day: not "ended a ten-year marriage", "said it lasted ten".

    In "last year she announced that they had parted after ten years" the year is still the day of the news, as it is in
    "last year she left the band, ending her marriage after ten years" the day of both.
    """
    return "-" not in time.text and not is_announced(finding.trigger) and not tells_how(finding.trigger)


def year_of_clause(verb: Token) -> TimeExpression | None:
    """The year or month that a clause tells what came about in: "in 1940, the year in which they met"."""
    noun = verb.head
    if verb.dep_ not in ("acl:relcl", "acl") or noun.lemma_ not in ("year", "month"):
        return None
    return (year_before(noun) if noun.lemma_ == "year" else None) or year_beside(noun)


def year_of_cause(verb: Token) -> TimeExpression | None:
    """The year of what did it: "the 2018 crash that killed Ada", not "the 2006 film that made them a couple"."""
    subject, noun = next(iter(children(verb, "nsubj")), verb), verb.head
    if verb.dep_ != "acl:relcl" or subject.lower_ not in ("that", "which") or noun.lemma_.lower() in FILMS:
        return None
    before = [time for time in noun.doc._.times if noun.left_edge.idx <= time.start and time.end < noun.idx]
    is_year = len(before) == 1 and before[0].when is not None and before[0].when.granularity is Granularity.YEAR
    return before[0] if is_year else None


def is_elsewhere(time: Token, verb: Token) -> bool:
    """Whether a date that hangs on a verb is not its own: "it began in Rome, in an interview in May".

    Nor is one told beside its clause: "she filed a year after tying the knot and, lately, in May".
    """
    above = next((each for each in time.ancestors if each.head == verb), time)
    is_of_telling = (
        above.lemma_ in MEDIA and preposition(above) in ("in", "during") and verb.lemma_ not in NEWS | {"meet"}
    )
    return is_of_telling or (verb.dep_ == "advcl" and above.dep_ == "conj" and above.pos_ != "VERB")


def is_of_title(span: Span, triggers: Container[int]) -> bool:
    """Whether it tells when somebody was what they are called: "the 2016 champion", "Ben Poe, champion in 2016".

    Of two years so do those of "Ben Poe, an MP in 1845-46".
    """
    doc, i = span.doc, span.start - 1
    before = doc[i - 1] if i > 0 and doc[i].pos_ == "ADP" else doc[max(i, 0)]
    is_term = any(token.text in DASHES for token in span)
    held = [noun for noun in (before,) if is_term or all(child.is_punct for child in noun.lefts)]
    held += [noun for noun in (span.root.head,) if noun.i == span.end]
    titles = (noun for noun in held if noun.pos_ == "NOUN" and noun.dep_ == "appos" and noun.i not in triggers)
    named = (mention_at(doc, noun.head) for noun in titles)
    return any(mention is not None and mention.kind == "name" for mention in named)


def is_of_begun(time: TimeExpression, word: Token, finding: Finding) -> bool:
    """Whether it dates what ended, told by one of the words: "his marriage to Ada in 1913 ended in divorce"."""
    is_subject = word.dep_ in SUBJECT and word.head == finding.trigger and word.i < finding.trigger.i
    return is_subject and time.end <= finding.trigger.idx


def is_attribute(span: Span, time: TimeExpression) -> bool:
    """Whether a time only describes a thing: "at his 18th-century house", "a son from his marriage (1991-2001)"."""
    opening = next((token for token in span.doc[max(0, span.start - 3) : span.start] if token.text == "("), None)
    if opening is not None and any(is_origin(above) for above in span.root.ancestors):
        return True
    marks = (token for token in reversed(span.doc[max(0, span.start - BRACKET) : span.start]) if token.text in BRACKETS)
    if (mark := next(marks, None)) is not None and mark.text == "(" and _is_of_bearer(mark):
        return True
    coarse = time.when is not None and time.when.granularity in (Granularity.DECADE, Granularity.CENTURY)
    if span.root.head.pos_ == "PROPN" and preposition(span.root.head) == "in":  # "in 1950s London"
        return False
    return coarse and span.root.dep_ in ("compound", "amod", "nummod", "nmod:poss")


def _is_of_bearer(opening: Token) -> bool:
    """Whether a bracket of two dates stands right behind a name, as those of a life or a reign: "Ada (1601-1609)"."""
    inside = opening.doc[opening.i + 1 : opening.i + BRACKET]
    end = next((token.i for token in inside if token.text == ")"), opening.i)
    mention = mention_at(opening.doc, before_aside(opening.nbor(-1))) if opening.i else None
    text = opening.doc[opening.i + 1 : end].text
    if TWO_DAYS.fullmatch(text) is not None:
        return True
    is_span = SPAN.fullmatch(text) is not None
    return is_span and mention is not None and mention.kind == "name"


def is_standing(finding: Finding) -> bool:
    """Whether its noun only tells who somebody is: "married Ada, a daughter of Carl and the widow of Dan, in 1850"."""
    return finding.kind == "kin" or finding.rule.startswith("relation: widow")


def is_of_work(span: Span, time: TimeExpression) -> bool:
    """Whether a year only tells which film is meant: "met on the set of the 2006 thriller"."""
    is_year = time.when is not None and time.when.granularity is Granularity.YEAR
    before = span.doc[max(0, span.start - 2) : span.start]
    if is_year and len(before) == 2 and before[1].text == "(" and before[0].ent_type_ == "WORK":
        return True  # "met on the set of Dust (2015)"
    return (
        is_year
        and span.root.dep_ in ("compound", "amod", "nummod", "nmod", "nmod:unmarked")
        and (span.root.i < span.root.head.i and span.root.head.lemma_.lower() in FILMS)
    )


def name_end(name: Token) -> int:
    """Where the name that holds the token ends; in characters."""
    mention = mention_at(name.doc, name)
    last = name.doc[mention.end - 1] if mention is not None else name
    return last.idx + len(last)


def behind(doc: Doc, text: str, after: int) -> TimeExpression | None:
    """The day told right after that character of the document's text, in its sentence."""
    times: tuple[TimeExpression, ...] = doc._.times
    i = bisect_left(times, after, key=attrgetter("start"))
    is_near = i < len(times) and times[i].start - after <= BESIDE and times[i].relation == "on"
    is_near = is_near and not SENTENCE.search(text, after, times[i].start + 1)
    return times[i] if is_near and times[i].anchor != "event" else None


def is_time(token: Token) -> bool:
    """Whether a word belongs to a time expression: the Eve of "on New Year's Eve"."""
    times: tuple[TimeExpression, ...] = token.doc._.times
    i = bisect_right(times, token.idx, key=attrgetter("start")) - 1
    return i >= 0 and token.idx < times[i].end


def day_before(token: Token, text: str) -> TimeExpression | None:
    """The expression that ends right before the token, as the day on which something happened."""
    times: tuple[TimeExpression, ...] = token.doc._.times
    i = bisect_left(times, token.idx, key=attrgetter("start")) - 1
    if i < 0 or text[times[i].end : token.idx].strip(" ,"):
        return None
    if (when := times[i].when) is None or when.approximate:  # "a few years ago, when she was married to Ben"
        return None
    return times[i].model_copy(update={"relation": "on"})


def year_beside(noun: Token) -> TimeExpression | None:
    """The year or month of the day right before it: "left in May 1940, the year in which they met"."""
    day = day_before(noun.left_edge, text_of(noun.doc))
    if day is None or day.when is None or day.when.earliest is None or day.when.latest is None:
        return None
    bounds = [units.bounds(each, noun.lemma_) for each in (day.when.earliest, day.when.latest)]
    whole = Interval(bounds[0][0], bounds[0][1])
    return day.model_copy(update={"when": whole}) if bounds[0] == bounds[1] else None


def year_before(noun: Token) -> TimeExpression | None:
    """The year that the sentence before tells last: "… since 2017. That was the year in which they met"."""
    if not any(child.lower_ in ("that", "it", "this") for child in children(noun, "nsubj")) or noun.sent.start == 0:
        return None
    before = noun.doc[noun.sent.start - 1].sent
    near = [time for time in noun.doc._.times if before.start_char <= time.start < noun.sent.start_char]
    is_year = bool(near) and near[-1].when is not None and near[-1].when.granularity is Granularity.YEAR
    return near[-1].model_copy(update={"relation": "on"}) if is_year else None
