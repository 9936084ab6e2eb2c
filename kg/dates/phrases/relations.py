"""What the words before and after a date make of it: "by", "before", "since", "about", "over", "or later"."""

import re

from kg.dates.phrases.form import Form
from kg.dates.phrases.lexicon import compiled
from kg.dates.phrases.tokens import Tokens

_ABOUT = compiled(r"about dot?$")
_DEGREE = compiled(r"(?:more than|less than|at least|more|less|almost|part to|at most|about)(?:the)?$")
_RELATION = compiled(
    r"(?:by|before dot?|after dot?|since|until|from|to|between|for|during|within|into|prior to"
    r"|no later than|later than|not until|not before|no earlier than|not later than|not earlier than"
    r"|not after|earlier than|as of"
    r"|(?:in|on|at)or(?:shortly)?(?:before|after))(?:the)?$"
)


_SOON = re.compile(r" (?:shortly|soon|immediately)(?= )| the$")  # "in or shortly after"


def relate(tokens: Tokens, form: Form) -> None:
    """Take into a form what stands before it: "about", "over", "by", "since", "for"; and after it: "or later"."""
    if form.kind in ("offset", "duration", "window"):
        _degree(tokens, form)
    elif (start := tokens.before(_ABOUT, form.first)) is not None and form.kind != "deictic":
        form.approximate, form.first = True, start
    start = tokens.before(_RELATION, form.first)
    if start is not None and tokens.kind(start, "between") and tokens.kind(form.last, "and") and form.relation == "on":
        form.relation, form.first = "from_on", start  # "between 1651 and her husband's death"
        return
    said = None if start is None else _RELATIONS.get(_SOON.sub("", _words(tokens, start, form.first)))
    if start is not None and said is not None:
        _take(tokens, form, said, start)
    _suffix(tokens, form)
    if form.kind == "duration":
        words = {tokens.word(form.first - 1).lower(), tokens.word(form.first).lower()}
        form.closes = form.relation == "after" or "following" in words
        form.relation = "for"
    elif form.approximate and form.relation == "on":
        form.relation = "about"


def _words(tokens: Tokens, first: int, last: int) -> str:
    return " ".join(tokens.text[tokens.start(first) : tokens.start(last)].lower().split())


def _take(tokens: Tokens, form: Form, said: str, start: int) -> None:
    if said in ("for", "during"):
        if said == "for" and _is_past_unit(tokens, form):
            form.kind = "window"
        if form.kind == "duration" or (form.kind == "window" and said == "for"):
            form.relation = "for"
    elif form.relation in ("since", "until", "between"):  # of a range
        form.first = start
    elif form.relation == "on" and form.kind not in ("offset", "age"):
        _say(tokens, form, said, start)


def _is_past_unit(tokens: Tokens, form: Form) -> bool:
    """ "For the past year" is the year up to now, not the calendar year before."""
    counted = form.unit in ("week", "month", "year", "decade") and form.month is None
    return form.kind == "deictic" and form.direction < 0 and counted and tokens.kind(form.first, "the")


def _say(tokens: Tokens, form: Form, said: str, start: int) -> None:
    if said == "from":
        onward = tokens.kind(form.last, "onward", "until", "to") or tokens.kind(form.last + 1, "onward")
        lasts = tokens.kind(start - 1, "unit") and any(tokens.kind(i, "for") for i in range(start - 6, start - 1))
        if not onward and not lasts:  # "for over six years from 2010"
            return
        said = "since"
    if said == "until" and any(tokens.word(i).lower() in _NOT for i in range(max(0, start - 6), start)):
        said = "on"  # "they did not marry until 2010"
    form.relation, form.first = said, start
    form.loose = form.kind == "year" and tokens.kind(form.last, "word")


_NOT = frozenset(("not", "never", "t"))  # the last of "didn't"
_RELATIONS = {
    **{word: word for word in ("by", "before", "after", "since", "until", "for", "during", "from")},
    **{"no later than": "by", "later than": "after", "earlier than": "before", "prior to": "before", "till": "until"},
    **{"up to": "until", "into": "on", "not until": "on", "no earlier than": "from_on", "not before": "from_on"},
    **{"bef": "before", "bef.": "before", "aft": "after", "aft.": "after"},
    **{"as of": "on", "til": "until", "not later than": "by", "not after": "by", "not earlier than": "from_on"},
    **{f"{word} or before": "by" for word in ("in", "on", "at")},
    **{f"{word} or after": "from_on" for word in ("in", "on", "at")},
}


def _degree(tokens: Tokens, form: Form) -> None:
    start = tokens.before(_DEGREE, form.first)
    if start is None:
        return
    words = _words(tokens, start, form.first)
    degree = _DEGREES.get(words, "")
    if words == "over" and form.kind == "window":
        return  # "over the last two years" is the time in which, not more than it
    if degree:
        form.degree, form.first = degree, start
        form.approximate = degree == "about"


_DEGREES = {
    **dict.fromkeys(("over", "more than", "at least", "exceeding", "more"), "more"),
    **dict.fromkeys(("under", "less than", "fewer than", "at most", "less", "fewer"), "less"),
    **dict.fromkeys(("almost", "nearly", "barely", "close to"), "almost"),
    **dict.fromkeys(("about", "around", "approximately", "roughly", "circa", "ca", "approx"), "about"),
}
_OR = compiled("or(?:later|earlier)|or(?:before|after)(?=close|comma|dot|stop|paragraph|$)")
_AT_MOST = compiled("comma?at the?word")


def _suffix(tokens: Tokens, form: Form) -> None:
    """ "2012 or later", "1198 or after", "from 1968 onward", "in 1640 at the latest"."""
    if form.relation == "on" and (found := _AT_MOST.match(tokens.classes, form.last)) is not None:
        most = tokens.word(found.end() - 1).lower()
        if most in ("latest", "earliest"):
            form.relation, form.last = "by" if most == "latest" else "from_on", found.end()
        return
    if _OR.match(tokens.classes, form.last):
        form.relation = "from_on" if tokens.kind(form.last + 1, "later", "after") else "by"
        form.last += 2
    elif tokens.kind(form.last, "onward"):
        form.last += 1
