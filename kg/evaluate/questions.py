"""Whether an answer says what the gold says: in data where it can be compared, in words where the gold has only words.

Lenient in form, not in substance: a date may be tighter than the gold's but not elsewhere, a length of time may be a
year off, names may be short or long, and "yes" is not "perhaps".
"""

import re
from collections.abc import Callable, Iterable
from typing import Any

from kg.dates.interval import Certainty, Interval
from kg.errors import KgError
from kg.evaluate.gold import GoldPerson, GoldQuestion, interval
from kg.evaluate.match import near
from kg.evaluate.names import fit, words
from kg.records import Answer

Value = dict[str, Any]

_DAY = r"\d{4}(?:-\d\d){0,2}"
_EDTF = re.compile(rf"(by |before |until |about )?({_DAY}(?:/{_DAY})?)\b")
_YEARS = re.compile(r"(?:about |over |nearly )?(\d+)(?: (?:to|or|-) (\d+))? years?\b")
_TYPES = {"engagement": "engaged", "split": "separated", "wedding": "married", "divorce": "divorced"}
_EMPTY = {"a", "an", "and", "at", "by", "for", "from", "in", "is", "of", "on", "or", "that", "the", "their", "them"}
_EMPTY |= {"they", "to", "was", "were", "with"}


def answered(question: GoldQuestion, answer: Callable[[str], Answer]) -> Answer:
    """What `answer` makes of a question; unknown where it refuses, as for a name that nobody bears."""
    try:
        return answer(question.q)
    except KgError as error:
        return Answer(question=question.q, kind="unknown", value={"unknown": True}, text=str(error))


def is_right(question: GoldQuestion, answer: Answer, people: Iterable[GoldPerson] = ()) -> bool:
    """Whether the answer is the gold's."""
    value = question.value or (question.a if isinstance(question.a, dict) else value_of(question.a))
    check = _CHECKS.get(next(iter(value)))
    return check is not None and check(value, answer, tuple(people))


def value_of(text: str) -> Value:
    """What an answer in words says, as data; words that are no date, number, verdict or name are compared as words.

    >>> value_of("by 2022-02 (revealed February 2022)")
    {'when': '../2022-02'}
    >>> value_of("about 4 to 5 years"), value_of("no evidence of a marriage"), value_of("Jessie Buckley")
    ({'years': [4, 5]}, {'yes': None}, {'name': 'Jessie Buckley'})
    """
    head = text.split("(")[0].strip()
    if verdict := re.match(r"(yes|no evidence|no|unknown)\b", head, re.IGNORECASE):
        return _verdict(verdict[1].lower())
    if years := _YEARS.match(head):
        return {"years": [int(years[1]), int(years[2] or years[1])]}
    if told := _EDTF.match(head):
        return _date(told[1] or "", told[2], head[told.end() :])
    if all(word[0].isupper() for word in head.split() if len(word) > 3):
        return {"name": head}
    return _description(text)


def _date(before: str, edtf: str, after: str) -> Value:
    """A bound where the words say "by"; "2023, before Christmas" may be answered by a bound that lies in it."""
    if before in ("by ", "before ", "until "):
        return {"when": f"../{edtf}"}
    return {"when": edtf, "loose": True} if re.search(r"\b(before|by)\b", after) else {"when": edtf}


def _verdict(word: str) -> Value:
    if word == "unknown":
        return {"unknown": True}
    return {"yes": {"yes": True, "no": False}.get(word)}


def _description(text: str) -> Value:
    """The clause that says most: after a colon, up to a semicolon; what is "not yet known" must not be told."""
    parts = re.sub(r"\(.*?\)", "", text).split(";")
    positive = [part for part in parts if "not yet known" not in part]
    hidden = [part for part in parts if "not yet known" in part]
    types = [type for word, type in _TYPES.items() if any(word in part for part in hidden)]
    return {"says": " ".join(positive).split(":")[-1].strip(), "not": types}


def _is_unknown(answer: Answer) -> bool:
    empty = all(part in (None, [], "", False) for key, part in answer.value.items() if key != "unknown")
    return answer.value.get("unknown") is True or (empty and answer.certainty is Certainty.UNKNOWN)


def _yes(value: Value, answer: Answer, people: tuple[GoldPerson, ...]) -> bool:
    if value["yes"] is None:
        return _is_unknown(answer) or ("yes" in answer.value and not answer.value["yes"])
    return answer.value.get("yes") is value["yes"]


def _when(value: Value, answer: Answer, people: tuple[GoldPerson, ...]) -> bool:
    truth, when = interval(value["when"]), interval(answer.value.get("when"))
    if truth is None or when is None:
        return False
    if truth.contains(when) or (near(truth.earliest, when.earliest) and near(truth.latest, when.latest)):
        return True
    return bool(value.get("loose")) and when.earliest is None and _ends_in(truth, when)


def _ends_in(truth: Interval, when: Interval) -> bool:
    return when.latest is not None and truth.contains(Interval(when.latest, when.latest))


def _years(value: Value, answer: Answer, people: tuple[GoldPerson, ...]) -> bool:
    told = answer.value.get("years")
    if not isinstance(told, list | tuple) or len(told) != 2 or any(each is None for each in told):
        return False
    return all(abs(float(one) - float(other)) <= 1 for one, other in zip(told, value["years"], strict=True))


def _count(value: Value, answer: Answer, people: tuple[GoldPerson, ...]) -> bool:
    return bool(answer.value.get("count") == value["count"])


def _people(value: Value, answer: Answer, people: tuple[GoldPerson, ...]) -> bool:
    told = answer.value.get("people")
    if not isinstance(told, list | tuple) or len(told) != len(value["people"]):
        return False
    known = {person.name: person for person in people}
    wanted = [known.get(name, GoldPerson(name=name)) for name in value["people"]]
    return all(any(fit(_name(name), person) for name in told) for person in wanted)


def _name(part: object) -> str:
    return str(part.get("name", "")) if isinstance(part, dict) else str(part)


def _place(value: Value, answer: Answer, people: tuple[GoldPerson, ...]) -> bool:
    told, wanted = words(str(answer.value.get("place") or "")), words(value["place"])
    return bool(told) and (told <= wanted or wanted <= told)


def _is_named(value: Value, answer: Answer, people: tuple[GoldPerson, ...]) -> bool:
    """A name without a word of what it names: a place or people."""
    by_name = {"people": [value["name"]], "place": value["name"]}
    return _people(by_name, answer, people) or _place(by_name, answer, people)


def _events(value: Value, answer: Answer, people: tuple[GoldPerson, ...]) -> bool:
    told = answer.value.get("events")
    if not isinstance(told, list | tuple) or _tells(answer, value.get("not", ())):
        return False
    return all(any(type == each[0] and _is_in(date, each[1]) for each in told) for type, date in value["events"])


def _is_in(truth: str | None, date: object) -> bool:
    wanted, when = interval(truth), interval(date)
    return wanted is None or (when is not None and wanted.contains(when))


def _tells(answer: Answer, types: Iterable[str]) -> bool:
    told = answer.value.get("events")
    return isinstance(told, list | tuple) and any(each[0] in set(types) for each in told)


def _says(value: Value, answer: Answer, people: tuple[GoldPerson, ...]) -> bool:
    """At least half of the words that carry meaning, in the answer's text or data; none of what must stay unsaid."""
    if _tells(answer, value.get("not", ())):
        return False
    said = _stems(f"{answer.text} {answer.value}")
    wanted = _stems(value["says"])
    return bool(wanted) and 2 * len(wanted & said) >= len(wanted)


def _stems(text: str) -> set[str]:
    plain = re.findall(r"[a-z]+", text.lower().replace("_", " "))
    return {word[:5] for word in plain if word not in _EMPTY and len(word) > 1}


def _unknown(value: Value, answer: Answer, people: tuple[GoldPerson, ...]) -> bool:
    return _is_unknown(answer)


_CHECKS: dict[str, Callable[[Value, Answer, tuple[GoldPerson, ...]], bool]] = {
    "yes": _yes,
    "when": _when,
    "years": _years,
    "count": _count,
    "people": _people,
    "place": _place,
    "name": _is_named,
    "events": _events,
    "says": _says,
    "unknown": _unknown,
}
