"""Forms told from a day of somebody's life: "at the age of 23", "in her thirties", "their first anniversary"."""

from kg.dates.phrases.form import Form, Rule, ruled
from kg.dates.phrases.lexicon import compiled, listed
from kg.dates.phrases.tokens import Tokens

RULES: list[Rule] = []
_rule = ruled(RULES)

_RELATIONS = {"at": "on", "by": "by", "before": "before", "after": "after", "since": "since", "from": "since"}
_RELATIONS |= {"until": "until", "when": "on"}
_AT_AGE = "(?:at|by|from|since|until|before|after)(?:the|article)?age of?"
_YEARS = "(?:small|large|number)"


_WHEN = "(?:when|by the time)(?:pronoun|word word?)was"


@_rule(f"(?:{_AT_AGE}|{_WHEN} word?word?){_YEARS}(?:dash?unit?dash?old)?|{_WHEN} word?article unit old")
def _age(tokens: Tokens, first: int, last: int) -> Form | None:
    """ "at the age of 23", "when she was 25", "by the time Ben was just 15", "when she was a year old"."""
    whose = tokens.word(first + (3 if tokens.kind(first + 2, "time") else 1))
    is_clause = tokens.value("was", first, last) is not None
    if whose.lower() in ("it", "we") or (is_clause and tokens.kind(first + 1, "word") and not whose[:1].isupper()):
        return None  # "when it was 30 degrees", "when temperatures were 30"
    verb = next((i for i in range(first, last) if tokens.kind(i, "was")), last)
    between = {tokens.word(i).lower() for i in range(verb + 1, last) if tokens.kind(i, "word")}
    if not between <= {"just", "only", "still", "both"}:
        return None
    if tokens.value("unit", first, last) not in (None, "year"):
        return None  # "when she was 14 months old"
    form = _aged(tokens, first, last, _RELATIONS[str(tokens[first])])
    if form is not None and is_clause and tokens.kind(first, "by"):
        form.kind = "anniversary"  # "by the time she was ten": by the day on which she was
    is_count = whose.lower() == "they" and form is not None and form.least < _FEW
    return None if is_count else form  # "when they were two"


@_rule(f"{_YEARS}(?:dash?unit dash?old)?when")
def _age_when(tokens: Tokens, first: int, last: int) -> Form | None:
    """ "She was just six when her parents parted", "Ben was 16 years old when"."""
    verb = first - 2 if tokens.word(first - 1).lower() in _JUST else first - 1
    is_told = tokens.kind(verb, "was") and tokens.word(verb - 1).lower() not in ("it", "they")
    return _aged(tokens, first, last - 1, "on") if is_told else None


@_rule(f"(?:before|after|until)(?:pronoun|word word?)was{_YEARS}")
def _before_turned(tokens: Tokens, first: int, last: int) -> Form | None:
    """ "before she turned 17", "after Ben Roe turned 40": told by the birthday."""
    form = turned(tokens, first + 1)
    if form is not None:
        form.first, form.relation = first, _RELATIONS[str(tokens[first])]
    return form


_TURNED = compiled(f"(?:pronoun|word word?)was{_YEARS}")


def turned(tokens: Tokens, first: int) -> Form | None:
    """The birthday that a clause from the token on tells: "(the day after) she turned 17"."""
    found = _TURNED.match(tokens.classes, first)
    if found is None or tokens.word(found.end() - 2).lower() != "turned":
        return None
    counts = tokens.kind(found.end(), "word") and tokens.word(found.end()).islower()  # "turned 12 pages"
    is_person = tokens.word(first).lower() not in ("it", "we") and not counts
    form = _aged(tokens, first, found.end(), "on") if is_person else None
    if form is not None:
        form.kind = "anniversary"
    return form


_JUST = frozenset(listed("just only still barely"))
_FEW = 10


@_rule(f"aged{_YEARS}|at{_YEARS}")
def _aged_alone(tokens: Tokens, first: int, last: int) -> Form | None:
    """ "died aged 35", "married at 21", "Aged 21, he married"; not "Ada, aged 35," nor "children aged 5 and 7"."""
    if _opens_sentence(tokens, first) and tokens.kind(last, "comma", "pronoun"):
        form = _aged(tokens, first, last, "on")
        is_hour = form is not None and tokens.kind(first, "at") and form.least < _GROWN  # "At nine she left"
        return None if is_hour else form
    ends = last == len(tokens.classes) or tokens.kind(last, "comma", "dot", "stop", "paragraph", "close", "in", "on")
    return _aged(tokens, first, last, "on") if ends and tokens.word(first - 1).lower() in _IN_LIVES else None


_GROWN = 13  # years: what is less may be an hour


def _opens_sentence(tokens: Tokens, first: int) -> bool:
    return first == 0 or tokens.kind(first - 1, "stop", "dot", "paragraph")


_IN_LIVES = frozenset(
    listed("died dies dying dead death married marries marry wed widowed orphaned divorced retired again home mother")
)


def _aged(tokens: Tokens, first: int, last: int, relation: str) -> Form | None:
    is_one = tokens.kind(last - 1, "old") and tokens.kind(last - 3, "article")  # "a year old"
    years = 1 if is_one else tokens.number(("small", "large", "number"), first, last)
    if years is None or years > 120:
        return None
    return Form(
        first, last, "age", least=years, most=years, unit="year", direction=1, anchor="birth", relation=relation
    )


@_rule("(?:in|during)own(?:early dash?|mid dash?|late dash?)?(?:decade|teens)")
def _in_years(tokens: Tokens, first: int, last: int) -> Form | None:
    """ "in her thirties", "in his late 60s", "in their teens"; "she is in her thirties" is an age."""
    if tokens.kind(first - 1, "was") or tokens.word(first - 1).lower() in (
        "are",
        "both",
        "now",
        "still",
        "be",
        "people",
    ):
        return None
    part = next((str(tokens[i]) for i in range(first, last) if tokens.kind(i, "early", "mid", "late")), "")
    years = tokens.number(("decade",), first, last)
    start = 10 if years is None else years % 100
    low, high = _PARTS[part]
    low = max(low, 3) if start == 10 else low
    return Form(first, last, "age", least=start + low, most=start + high, unit="year", direction=1, anchor="birth")


_PARTS = {"": (0, 9), "early": (0, 3), "mid": (4, 6), "late": (7, 9)}


@_rule("own(?:ordinal|(?:small|number)dash?unit)wedding?anniversary|own ordinal birthday")
def _anniversary(tokens: Tokens, first: int, last: int) -> Form | None:
    """ "their first wedding anniversary", "their five-year anniversary", "her 30th birthday"."""
    years = tokens.number(("ordinal", "small", "number"), first, last) or 1
    if tokens.value("unit", first, last) not in (None, "year"):
        return None
    anchor = "birth" if tokens.kind(last - 1, "birthday") else "event"
    form = Form(first, last, "anniversary", least=years, most=years, unit="year", anchor=anchor, direction=1)
    if tokens.word(first - 2).lower() in ("short", "shy") and tokens.kind(first - 1, "of"):
        form.first, form.relation = first - 2, "before"  # "just short of his 70th birthday"
    return form
