"""Lives and marriages told in brackets after a name: "(1 May 1850 – 3 June 1900)", "(m. 1968; div. 1974)"."""

import re
from collections.abc import Container, Iterator, Set
from dataclasses import dataclass
from itertools import pairwise, takewhile

from spacy.tokens import Doc, Span, Token

from kg.dates.interval import Granularity, Interval
from kg.extract.bracketed import CLOSING, LONGEST, OPENING, introduced, whose
from kg.extract.finding import Finding
from kg.extract.joined import either
from kg.extract.lexicon import Lexicon
from kg.extract.roles import topic
from kg.extract.tree import OFFSPRING
from kg.nlp.marks import mention_at, mentions_in, tokens_of
from kg.records import TimeExpression

NAMES = {"née", "nee", "né", "formerly", "later", "rev."}
BAPTISED = {"baptised", "baptized", "bap", "bap.", "bapt", "bapt.", "christened"}
BORN = {"born", "b", "b.", "*", *BAPTISED}
DIED = {"died", "d", "d.", "†", "death", "deceased", "dec."}
MARRIAGE = {"m": "married", "married": "married", "div": "divorced", "divorced": "divorced"}
REIGNED = {"r.", "reigned", "ruled", "fl.", "office", "active"}
RULERS = {"king", "queen", "emperor", "empress", "pope", "sultan", "caliph", "tsar", "czar", "shah", "doge"}
RULE = {"reign", "regime", "rule", "government", "administration", "pontificate", "papacy", "presidency", "caliphate"}
WITHIN = {"during", "period", "in", "from"}  # before the years of an office
OWNING = {"his", "her", "their", "of"}
OF_PLACES = {"in", "at", "near", "on", "of", "the"}
DASHES = {"-", "–", "—", "−", "--", "to", "until"}
PARTING = re.compile(r"[;,–—]|^-|-$")  # "in York, England—3 June 1900", "York-3 June 1900"
TITLED = 2  # words of a title that may stand before a name
CHAIN = 3  # terms of office that begin when the one before ended, at least; and one in so many
HEADING = 40  # tokens before a list that tell what it lists
MARRYING = {"marriage", "marry", "wed"}
MARRIED = {*MARRYING, "husband", "wife", "ex-husband", "ex-wife"}
FAMILY = MARRIED | OFFSPRING
# what stands for the end of a life whose day nobody knows: "(1557 – died young)", "(1877–?)", "(1872– )"
UNKNOWN_END = re.compile(r"[-–—−]+ *(?:\d{0,2}\?+|unknown|died(?: young| in (?:infancy|childhood)| an infant)?)?")
ALONE = "bracket: year"  # of a child it is that of the birth: "their sons, Ben (1851) and Carl (1853)"
CHILDHOOD = 14  # years that two bare dates are a life of at least; fewer are a reign, a marriage or a term of office
YOUTH = 18  # and of somebody who is told to be married


@dataclass(frozen=True, slots=True)
class Dated:
    """A finding whose time stands beside it in the bracket."""

    finding: Finding
    time: TimeExpression | None


def brackets(
    doc: Doc, lexicon: Lexicon, young: Set[str] = frozenset(), tied: Set[str] = frozenset()
) -> Iterator[Dated]:
    """Births and deaths in brackets that follow a person's name.

    `young`: who is told as a child; `tied`: of these, of whom no words tell the birth, which a year would date.
    """
    if {"born", "died"} <= lexicon.ontology.events.keys():
        found = [each for each in _told(doc) if _is_life(each, tied)]
        listed = _listed(doc, {*lexicon.ontology.kin["child"], "parent", "marry"})
        free = [each for each in found if young.isdisjoint(each.finding.keys) and each.finding.trigger.i not in listed]
        about = set(topic(doc))
        others = [each for each in free if about.isdisjoint(each.finding.keys)]
        aside = [each for each in free if about.isdisjoint(each.finding.keys) or not _opens_life(each)]
        terms = _terms(found) | _brief(aside) | _reigns(others)
        yield from (each for each in found if each.finding.trigger not in terms)


def _listed(doc: Doc, words: Container[str]) -> set[int]:
    """The tokens of lists of children, of whom or of a marriage the words before tell: "they had four children:"."""
    inside: set[int] = set()
    for start, end in doc._.items:
        before = doc[max(0, start - HEADING) : start]
        if start - 1 in inside or start - 2 in inside or any(token.lemma_.lower() in words for token in before):
            inside.update(range(start, end + 1))
    return inside


def _brief(found: list[Dated]) -> set[Token]:
    """The dates of nothing but a few years, too few for a life: "his marriage to Ada (1991-2001)".

    And of more years that follow them: "married to Ben (1860–63) and to Carl (1865–80)".
    """
    spans = [pair for pair in pairwise(found) if _is_span(*pair) and _is_bare(*pair)]
    brief: set[Token] = set()
    end: tuple[Token, int] | None = None  # the last of a row of such brackets, and its year
    for one, two in spans:
        first, last = (each.time.when.earliest if each.time and each.time.when else None for each in (one, two))
        if first is None or last is None:
            continue
        trigger = one.finding.trigger
        goes_on = end is not None and end[0].sent == trigger.sent and end[1] <= first.year and _is_of_marriages(trigger)
        if last.year - first.year < (YOUTH if _is_of_spouse(one) else CHILDHOOD) or goes_on:
            brief |= {trigger, two.finding.trigger}
            end = two.finding.trigger, last.year
    return brief


def _is_of_marriages(trigger: Token) -> bool:
    return any(token.lemma_ in MARRYING for token in trigger.doc[trigger.sent.start : trigger.i])


def _is_of_spouse(told: Dated) -> bool:
    """Whether the last word of marriage or family before a bracket is one of marriage: "was married to Ben (…)"."""
    sent, end = told.finding.trigger.sent, told.time.start if told.time else 0
    before = (token.lemma_.lower() for token in reversed(sent) if token.idx < end)
    return next((word in MARRIED for word in before if word in FAMILY), False)


def _opens_life(told: Dated) -> bool:
    """Whether the name before the bracket opens the sentence: "Prince Ben (1850–1852) was a son", not "her Ben (…)".

    Nor is it a life behind an office: "Ben, Governor of Morne (1850–1852), wed Ada".
    """
    word = told.finding.words[0]
    first = next(iter(mentions_in(word.doc, word.sent.start, word.i)), None)
    if first is None or first.people != told.finding.keys or first.start > word.sent.start + TITLED:
        return False
    behind = [*takewhile(lambda token: token.text[:1] not in OPENING, word.doc[first.end : word.i])]
    is_rank = any(token.text[0].isdigit() for token in behind)  # a part of the name: ", 2nd Earl of Morne"
    return is_rank or not any(token.lower_ == "of" for token in behind)


def _reigns(found: list[Dated]) -> set[Token]:
    """The years in which a ruler is told to have ruled: "King Ben (1118-1143)", "the regime of Ben Roe (1922-45)"."""
    spans = [pair for pair in pairwise(found) if _is_span(*pair) and _is_bare(*pair)]
    years = [span for span in spans if all(each.time and _is_year(each.time) for each in span)]
    return {each.finding.trigger for span in years if _is_ruler(span[0].finding.words[0].nbor(-1)) for each in span}


def _is_year(time: TimeExpression) -> bool:
    return time.when is not None and time.when.granularity is Granularity.YEAR


def _is_ruler(opening: Token) -> bool:
    """Whether the name before the bracket has a ruler's title, or is told of as ruling."""
    name = mention_at(opening.doc, opening.nbor(-1)) if opening.i else None
    if name is None:
        return False
    before = [token.lower_ for token in opening.doc[max(0, name.start - 2) : name.start]]
    ends = (opening.doc[name.start].lower_, opening.doc[name.end - 1].lower_)  # "King Ben", "the Long Emperor"
    is_titled = not RULERS.isdisjoint((*ends, *before[-1:]))
    return is_titled or (before[-1:] == ["of"] and before[0] in RULE)


def _is_bare(one: Dated, two: Dated) -> bool:
    """Whether no word says that the two dates are those of a life."""
    start, end, doc = one.finding.words[0].i, one.finding.words[-1].i, one.finding.trigger.doc
    return doc[start - 1].text in OPENING and doc[end + 1].text in DASHES and two.finding.words[0].i == end + 2


def _terms(found: list[Dated]) -> set[Token]:
    """The dates of terms of office, which follow one another: "Ada I (1601-1609)", "Ben II (1609-1613)", ….

    Where several do, and not here and there by chance, every bracket of two dates from first to last is a term.
    """
    spans = [(one, two) for one, two in pairwise(found) if one.finding.keys == two.finding.keys and _is_span(one, two)]
    linked = [
        i
        for i, ((_, end), (start, _)) in enumerate(pairwise(spans))
        if end.time is not None and start.time is not None and _same_year(end.time, start.time)
    ]
    inside = spans[linked[0] : linked[-1] + 2] if len(linked) >= CHAIN else []
    if not inside or len(linked) * CHAIN < len(inside):
        return set()
    within = range(inside[0][0].finding.trigger.i, inside[-1][1].finding.trigger.i)
    whole = {each.finding.trigger for span in spans for each in span}
    halves = {each.finding.trigger for each in found if _is_half(each) and each.finding.trigger.i in within}
    return {each.finding.trigger for span in inside for each in span} | halves - whole


def _is_half(told: Dated) -> bool:
    """Whether no word says what the only date of a bracket is that of: "Ada I (?–1631)", "Ben II (1639–?)"."""
    return told.finding.words[0].nbor(-1).lower_ not in BORN | DIED


def _is_span(one: Dated, two: Dated) -> bool:
    return (one.finding.type, two.finding.type) == ("born", "died")


def _same_year(one: TimeExpression, other: TimeExpression) -> bool:
    years = [each.when.latest.year if each.when and each.when.latest else None for each in (one, other)]
    return years[0] is not None and years[0] == years[1]


def _is_life(told: Dated, tied: Set[str]) -> bool:
    """Whether a year alone in its bracket is that of a birth, as of those told as children, where they are told so.

    Not that of a record with the composer's son, or of a picture that bears her name.
    """
    if told.finding.rule != ALONE:
        return True
    return told.finding.keys[0] in tied and any(word.lemma_ in OFFSPRING for word in told.finding.trigger.sent)


def lifetimes(doc: Doc, tied: Set[str] = frozenset()) -> set[int]:
    """Where the times of lives in brackets start, whosever they are: they date nothing else.

    Not those of somebody named in the bracket: "two sons (Ben, b. 1601 and Carl, b. 1604)".
    """
    found = [each for each in _told(doc, nobody="") if each.finding.type in ("born", "died") and _is_life(each, tied)]
    terms = _brief(found)
    first = {each.finding.trigger for each in found if _opens(each.finding.words[0])}
    first |= {
        two.finding.trigger for one, two in pairwise(found) if _is_span(one, two) and one.finding.trigger in first
    }
    return {each.time.start for each in found if each.time is not None and each.finding.trigger in first - terms}


def _opens(time: Token) -> bool:
    """Whether a time is the first thing in a bracket, or follows the first word: "(1601", "(d. 1601"."""
    return any(token.text[:1] in OPENING for token in time.doc[max(time.i - 2, 0) : time.i])


def _told(doc: Doc, nobody: str | None = None) -> Iterator[Dated]:
    """What brackets tell; of a bracket behind no person's name only where `nobody` is a key for it."""
    times, body = list(doc._.times), doc._.body
    position = 0
    opening = [token for token in tokens_of(doc) if token.text[:1] in OPENING]
    first = next((token.i for token in opening if token.idx >= body), None)
    for token in opening:
        inside = _inside(token)
        key = (introduced(token) if token.i == first else None) or whose(token) or nobody
        if token.i == first and inside is not None:
            first = inside.end + 1  # of two brackets behind the first name: "(also Benny) (1850–1900)"
        if inside is None or key is None:
            continue
        while position < len(times) and times[position].start < inside.start_char:
            position += 1
        here = [
            time for time in times[position : position + 6] if time.end <= inside.end_char and time.when is not None
        ]
        here = either(here, doc.text)
        yield from _life(inside, key, here)
        died = _died_undated(inside, here)
        if died is not None:
            yield Dated(Finding("event", "died", died, (("person", key),), (died,), "bracket: died"), None)
        yield from _marriage(inside, key, here)


def _inside(opening: Token) -> Span | None:
    """What stands between this bracket and the one that closes it."""
    doc, depth = opening.doc, 0
    for token in doc[opening.i : opening.i + LONGEST]:
        depth += sum(sign in OPENING for sign in token.text)  # "(;" is one token
        depth -= sum(sign in CLOSING for sign in token.text)
        if depth == 0:
            return doc[opening.i + 1 : token.i] if token.i > opening.i + 1 else None
    return None


def _died_undated(inside: Span, times: list[TimeExpression]) -> Token | None:
    """The word for a death that no time follows: "(died young)", "(1557 – died young)"."""
    first, *others = inside
    told = [first, *(each for each in others if each.nbor(-1).text in (*DASHES, ",", ";"))]
    died = next((each for each in told if each.lower_ in ("died", "d.")), None)
    if died is None or "?" in inside.text or any(time.start > died.idx for time in times):
        return None
    return died


def _life(inside: Span, key: str, times: list[TimeExpression]) -> Iterator[Dated]:
    """A date after "born" is a birth, after "died" a death; two dates with a dash between them are a life."""
    doc, text, first = inside.doc, inside.text, inside.start_char
    previous, baptisms = first, set[int]()
    kinds: list[str | None] = []
    for time in times:
        before = text[previous - first : time.start - first]
        words = PARTING.sub(r" \g<0> ", before.lstrip(" ,?")).split()
        if kinds and not before.strip():  # "8 April 132018 January 1367": the dash is lost
            words = ["–"]
        previous = time.end
        kinds.append("other" if _is_of_others(words) else _kind(words))
        if kinds[-1] == "died" and _is_both(words):
            yield Dated(_of_life("born", key, _words(doc, time)), time)  # "(b. and d. 1850)"
        if {word.lower() for word in words} & BAPTISED or _behind(inside, time).startswith(("bapt", "christened")):
            baptisms.add(time.start)
    if len(times) == 2 and kinds == [None, "dash"]:
        kinds = ["born", "died"]
    elif len(times) == 1 and kinds == [None] and UNKNOWN_END.fullmatch(text[previous - first :].strip()):
        kinds = ["born"]
    elif len(times) == 2 and kinds == ["born", "dash"]:
        kinds = ["born", "died"]
    elif len(times) == 1 and kinds == ["dash"]:
        kinds = ["died"]
    elif kinds[:2] == [None, "dash"] and "dash" not in kinds[2:] and _ends_life(inside, times[1]):
        kinds = ["born", "died", *(["other"] * (len(kinds) - 2))]  # "(1663 – 13 May 1728; M.A. 1681)"
    elif kinds == ["place", "dash"] and "," in text[times[0].end - first : times[1].start - first]:
        kinds = ["born", "died"]  # "(York, 12 May 1850 – Rome, 3 June 1900)"
    is_alone = kinds == [None] and text.strip().isdecimal()
    kinds = ["born"] if is_alone else kinds
    for time, kind in zip(times, kinds, strict=True):
        if kind in ("born", "died"):
            finding = _of_life(str(kind), key, _words(doc, time), ALONE if is_alone else "")
            yield Dated(finding, by_baptism(time) if kind == "born" and time.start in baptisms else time)


def _behind(inside: Span, time: TimeExpression) -> str:
    """What stands behind a time in its bracket."""
    return inside.text[time.end - inside.start_char :].lstrip(" ,([").lower()


def _ends_life(inside: Span, time: TimeExpression) -> bool:
    """Whether a day ends what a bracket says of a life, and other things follow: not "(mayor 1841–1858; dean 1860)"."""
    return not _is_year(time) and _behind(inside, time).startswith(";")


def _of_life(kind: str, key: str, words: tuple[Token, ...], rule: str = "") -> Finding:
    return Finding("event", kind, words[0], (("person", key),), words, rule or f"bracket: {kind}")


def _is_both(words: list[str]) -> bool:
    """Whether the words before a date tell of birth and death at once: "b. & d.", "born and died"."""
    lower = [word.lower() for word in words]
    return len(lower) > 2 and lower[-3] in BORN and lower[-2] in ("and", "&") and lower[-1] in DIED


def by_baptism(baptism: TimeExpression) -> TimeExpression:
    """The time of a birth by that of the baptism: on that day or before."""
    when = baptism.when
    return baptism.model_copy(update={"when": Interval(None, when.latest) if when is not None else None})


def _is_of_others(words: list[str]) -> bool:
    """Whether a date is that of somebody's death told in passing: "(who became king after his death in 1993)"."""
    lower = [word.lower() for word in words]
    return "death" in lower and any(word in OWNING or word.endswith(("'s", "’s")) for word in lower)


def _words(doc: Doc, time: TimeExpression) -> tuple[Token, ...]:
    return tuple(doc.char_span(time.start, time.end, alignment_mode="expand") or doc[:1])


def _marriage(inside: Span, key: str, times: list[TimeExpression]) -> Iterator[Dated]:
    """ "(m. 1968; div. 1974)" after a name: a marriage with the person whom the document is about, and its end."""
    doc, text, first = inside.doc, inside.text, inside.start_char
    previous = first
    about = next(iter(topic(doc)), key)
    for time in times:
        words = text[previous - first : time.start - first].lower().replace(";", " ").replace(",", " ").split()
        previous = time.end
        type_ = MARRIAGE.get(words[0].rstrip(".")) if len(words) == 1 else None
        if type_ is not None and about != key:
            trigger = _words(doc, time)
            people = (("partner", about), ("partner", key))
            yield Dated(Finding("event", type_, trigger[0], people, trigger, f"bracket: {words[0]}"), time)


def _kind(words: list[str]) -> str | None:
    """What the words before a date in brackets make of it; None where they say nothing of a life."""
    lower = [word.lower() for word in words]
    start = max((i + 1 for i, word in enumerate(words) if word == ";"), default=0)
    if start == len(words) and _is_name_at_birth([word for word in words if word != ";"]):
        return "born"  # "(born Karl Roe; 22 June 1943)"
    at = next((i for i in reversed(range(start, len(words))) if _sense(lower[i])), start - 1)
    between = words[at + 1 :][words[at + 1 : at + 2] == [","] :]  # "22 May 1732 – , 1799": a day that is not shown
    is_place, is_name = _is_place(between), bool(NAMES & set(lower))
    if "," in between and not is_place and not is_name:
        return "other"  # "(mayor, 1841–1845)" is an office
    if at < start and lower[-1:] and lower[-1] in WITHIN:
        return "other"  # "(mayor in 1841–1845)"
    if at >= start and lower[at] in DASHES and lower[at].isalpha() and between[1:]:
        return "other"  # "(changed to the surname Roe in 1841)"; not "(1820 to about 1841)"
    return _sense(lower[at]) if at >= start else "place" if is_place and not is_name else None


def _is_name_at_birth(words: list[str]) -> bool:
    """Whether the words tell nothing but how somebody was called at first: "born Karl Roe", "né Roe"."""
    return (
        len(words) > 1
        and words[0].lower() in {*BORN, "née", "nee", "né"}
        and all(word[:1].isupper() for word in words[1:])
    )


def _sense(word: str) -> str | None:
    """What a word says of the date that follows it."""
    if word in BORN or word in DIED:
        return "born" if word in BORN else "died"
    if word in DASHES:
        return "dash"
    return "other" if word.rstrip(".") in MARRIAGE or word in REIGNED else None


def _is_place(words: list[str]) -> bool:
    """Whether the words name a place: "born in York, 1886", "12 May 1850 – Paris, 3 June 1900"."""
    return "," in words[1:] and all(word in OF_PLACES or word == "," or word[:1].isupper() for word in words)
