"""Gold as a chronology, so that its questions can be asked of what it says, without any reading of prose."""

import json
from collections.abc import Iterator, Mapping
from datetime import date
from itertools import combinations
from pathlib import Path
from typing import Any

from kg.evaluate.gold import interval

Json = dict[str, Any]
_COPIED = ("type", "people", "child", "place", "work", "said_by", "duration", "stint")


def chronology(path: Path, published: Mapping[str, date | None]) -> str:
    """The facts of a gold file as the lines of a chronology, a row for each document that tells one.

    `published` are the days of the documents by name. Rival dates and later turns of a fact stand where they were told.
    """
    gold = json.loads(path.read_text(encoding="utf-8"))
    rows = (*_people(gold), *_facts(gold, published))
    return "\n".join(json.dumps(row, ensure_ascii=False) for row in rows)


def _people(gold: Json) -> Iterator[Json]:
    for person in gold.get("people", ()):
        told = {name: person[name] for name in ("name", "aliases", "unnamed") if name in person}
        yield {"kind": "person", **told}


def _facts(gold: Json, published: Mapping[str, date | None]) -> Iterator[Json]:
    for name, kind in (("events", "event"), ("states", "state"), ("kin", "kin")):
        for fact in gold.get(name, ()):
            for document, told in _tellings(fact, kind):
                day = published.get(document)
                source = {"document": document or None, "published": day and day.isoformat()}
                row = {"kind": kind, **{key: fact[key] for key in _COPIED if fact.get(key)}, **told, **source}
                people = row.get("people", ())
                # a household of four is a state of every two of them
                pairs = combinations(people, 2) if kind == "state" and len(people) > 2 else [people]
                yield from ({**row, "people": list(pair)} for pair in pairs)


def _tellings(fact: Json, kind: str) -> Iterator[tuple[str, Json]]:
    """What each document says of a fact: its own date where it has one, and its own status."""
    rivals = {str(name): each["date"] for each in fact.get("rivals") or () if "date" in each for name in each["docs"]}
    names = [str(name) for name in fact.get("docs") or ("",)]
    both = bool(rivals) and set(names) <= set(rivals)  # one document that gives two dates
    turns = [(str(name), each["status"]) for each in fact.get("turn") or () for name in each["docs"]]
    for name in sorted({*names, *rivals, *(turned for turned, _ in turns)}):
        days = [rivals.get(name), None] if both and name in names else [rivals.get(name)]
        for status in [status for turned, status in turns if turned == name] or [fact.get("status") or "asserted"]:
            yield from ((name, {**_times(fact, kind, day), "status": status}) for day in days)


def _times(fact: Json, kind: str, rival: str | None) -> Json:
    if kind == "event":
        return {"when": _edtf(rival or fact.get("date"))}
    return {name: _edtf(fact.get(name)) for name in ("attested", "start", "end")} if kind == "state" else {}


def _edtf(text: object) -> str | None:
    return str(text) if interval(text) else None
