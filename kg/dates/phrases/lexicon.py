"""The words that time is told with: each has a class, for the patterns of `forms`, and a value.

A class is one character in the string that patterns run over; `compiled` lets patterns name classes by their names.
"""

import re
from collections.abc import Mapping


def listed(words: str) -> list[str]:
    """The words of a line."""
    return words.split()


MONTHS = listed("january february march april may june july august september october november december")
WEEKDAYS = listed("monday tuesday wednesday thursday friday saturday sunday")
CARDINALS = listed(
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen "
    "eighteen nineteen"
)
_TENS = listed("twenty thirty forty fifty sixty seventy eighty ninety")
ORDINALS = listed(
    "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth "
    "sixteenth seventeenth eighteenth nineteenth twentieth"
)
_UNITS = ("day", "week", "month", "year", "decade", "fortnight")

Meaning = tuple[str, object]
WORDS: dict[str, Meaning] = {}


def _put(kind: str, words: Mapping[str, object]) -> None:
    WORDS.update({word: (kind, value) for word, value in words.items()})


def _same(kind: str, words: str) -> None:
    _put(kind, {word: word for word in words.split()})


_put("month", {name: number for number, name in enumerate(MONTHS, 1)})
_put("month", {name[:3]: number for number, name in enumerate(MONTHS, 1) if name != "may"} | {"sept": 9})
_put("weekday", {name: number for number, name in enumerate(WEEKDAYS)})
_put("weekday", {"mon": 0, "tue": 1, "tues": 1, "wed": 2, "thu": 3, "thur": 3, "thurs": 3, "fri": 4})
_put("unit", {name + ending: name for name in _UNITS for ending in ("", "s")})
_put("century", {"century": "century", "centuries": "century"})
_put("quarter", {"quarter": "quarter", "quarters": "quarter"})
_put("weekend", {"weekend": "weekend", "weekends": "weekend"})
_put("hour", {name + ending: "hour" for name in ("second", "minute", "hour", "moment") for ending in ("", "s")})
_put("season", {"spring": "spring", "springtime": "spring", "summer": "summer", "summertime": "summer"})
_put("season", {"autumn": "autumn", "fall": "autumn", "winter": "winter", "wintertime": "winter"})
_put("number", {name: number for number, name in enumerate(CARDINALS)})
_put("number", {name: number * 10 for number, name in enumerate(_TENS, 2)})
_put("number", {"dozen": 12})
_put("scale", {"hundred": 100, "thousand": 1000})
_put("vague", {"couple": (2, 3), "few": (2, 9), "several": (3, 9), "many": (4, None), "some": (2, None)})
_put("half", {"half": 0})
_put("ordinal", {name: number for number, name in enumerate(ORDINALS, 1)} | {"thirtieth": 30})
_put("decade", {name[:-1] + "ies": number * 10 + 1900 for number, name in enumerate(_TENS, 2)})
_put("article", {"a": 1, "an": 1})
_put("near", {"today": 0, "tonight": 0, "yesterday": -1, "tomorrow": 1, "tmrw": 1})
_put("last", {"last": -1, "past": -1, "previous": -1, "preceding": -1})
_put("final", {"final": -1})
_put("next", {"next": 1, "following": 1, "coming": 1, "upcoming": 1, "subsequent": 1, "ensuing": 1})
_put("this", {"this": 0, "current": 0, "these": 0})
_put("that", {"that": 0, "same": 0, "those": 0})
_put("early", {"early": "early"})
_put("mid", {"mid": "mid"})
_put("late", {"late": "late"})
_put("part", {"beginning": "early", "start": "early", "outset": "early", "middle": "mid", "midst": "mid"})
_put("part", {"end": "late", "close": "late"})
_put("rest", {"rest": "rest", "remainder": "rest"})
_put("daytime", {name: name for name in listed("morning afternoon evening night mornings evenings nights noon midday")})
_put("eve", {"eve": "eve"})
_put("feast", {"christmas": "christmas", "xmas": "christmas", "easter": "easter", "thanksgiving": "thanksgiving"})
_put("feast", {"halloween": "halloween", "hogmanay": "new year eve", "juneteenth": "juneteenth"})
_put("saint", {"valentine": "valentine", "patrick": "patrick", "mother": "mother", "father": "father"})
_put("saint", {"boxing": "boxing", "independence": "independence", "labor": "labor", "labour": "labor"})
_put("saint", {"memorial": "memorial", "veterans": "veterans", "workers": "workers", "good": "good"})
_put("new", {"new": "new"})
_put("ad", {"ad": 1, "ce": 1})
_put("bc", {"bc": -1, "bce": -1})
_put("or", {"or": "or"})
_put("quarter_year", {f"q{number}": number for number in range(1, 5)})
_put("onward", {"onward": 1, "onwards": 1})
_put("more", {name: name for name in listed("over more exceeding")})
_put("less", {name: name for name in listed("under less fewer")})
_put("almost", {name: name for name in listed("almost nearly barely")})
_put("about", {name: name for name in listed("about around circa approximately roughly c ca approx")})
_put("shortly", {name: name for name in listed("shortly soon immediately")})
_put("pronoun", {name: name for name in listed("he she they i we you it")})
_put("was", {name: name for name in listed("was were is turned became")})
_put("own", {name: name for name in listed("his her their our my its your")})
_put("aged", {"aged": "aged"})
_put("age", {"age": "age", "ages": "age"})
_put("teens", {"teens": "teens"})
_put("birthday", {"birthday": "birthday"})
_OWN_CLASS = (  # words that are each a class of their own
    "the of in on at from to until through between and by before after since during within for when ago prior later "
    "earlier now not no than least most as time date anniversary old wedding into very"
)
WORDS |= {word: (word, word) for word in listed(_OWN_CLASS)}
WORDS |= {"bef": ("before", "bef"), "aft": ("after", "aft")}
WORDS |= {"thru": ("through", "through"), "til": ("until", "until"), "till": ("until", "until")}
WORDS |= {"throughout": ("during", "throughout"), "upon": ("on", "on")}
WORDS |= dict.fromkeys(listed("hence afterwards afterward thereafter"), ("later", "later"))
_MARKS = {",": "comma", ".": "dot", "(": "open", ")": "close", "/": "slash", ":": "colon", "'": "quote", "’": "quote"}
_MARKS |= dict.fromkeys("-‐‑‒–—−", "dash") | {"~": "about", ";": "stop", "!": "stop", "?": "stop"}
_MARKS |= dict.fromkeys("$£€¥#§", "money") | {"%": "percent", "&": "and"}
WORDS |= {mark: (kind, mark) for mark, kind in _MARKS.items()} | {"'s": ("possessive", "s"), "’s": ("possessive", "s")}

_OTHERS = "small large three year amount clock numeric nth paragraph word apostrophe_year"
KINDS = sorted({kind for kind, _ in WORDS.values()} | set(_OTHERS.split()))
# one printable character a class; "word", the class of all else, is the underscore
_CHARACTERS = [chr(code) for code in (*range(65, 91), *range(97, 123), *range(0xC0, 0x180)) if chr(code).isalpha()]
CHARACTER = {kind: "_" if kind == "word" else _CHARACTERS[number] for number, kind in enumerate(KINDS)}
CODES = {
    form: (CHARACTER[kind], value)
    for word, (kind, value) in WORDS.items()
    for form in (word, word.capitalize(), word.upper())
    if form != "wed"  # a verb: "they first wed in 1972"
}


def compiled(pattern: str) -> re.Pattern[str]:
    """A pattern over the string of classes, written with the names of classes; spaces and line ends mean nothing."""
    letters = re.sub(r"[a-z_]+", lambda name: CHARACTER[name[0]], pattern)
    return re.compile(re.sub(r"\s+", "", letters))
