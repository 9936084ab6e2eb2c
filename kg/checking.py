"""Whether a store is sound: its file, its tables, and every quote, reference and hash in them."""

from collections import Counter, defaultdict
from collections.abc import Iterator
from pathlib import Path

from kg.build import ontology_of
from kg.errors import KgError
from kg.forgotten import Forgotten
from kg.read.draft import digested
from kg.records import Evidence, Record
from kg.store import IMPORTED, Flaw, Held, Store

_AGAIN = "kg check --mend, then kg build PATH"
_AFRESH = "build a new store from the documents, and import a full export of a sound copy, if there is one"


class Soundness(Record):
    """What was looked at, and what is wrong with it: nothing, in a sound store."""

    sound: bool
    documents: int = 0
    claims: int = 0
    judgements: int = 0
    flaws: tuple[Flaw, ...] = ()


def check(db: Path | str, *, mend: bool = False) -> Soundness:
    """Verifies a store as far as it can be read.

    `mend` has the documents in which something is wrong read again by the next build. Raises StoreError for a file
    that is no store.
    """
    counts: Counter[str] = Counter()
    with Store(db, readonly=True) as store:
        flaws = list(_flaws(store, counts))
    if mend:
        with Store(db, create=False) as store:
            store.unread(sorted({flaw.document for flaw in flaws if flaw.document}))
    return Soundness(sound=not flaws, flaws=tuple(flaws), **counts)


def _flaws(store: Store, counts: "Counter[str]") -> Iterator[Flaw]:
    try:
        yield from store.flaws()
        homes: dict[str, dict[str, str]] = defaultdict(dict)  # claim -> id and source of the documents that have it
        forgotten = Forgotten(*store.blocked())
        for held in store.held():
            counts["documents"] += 1
            counts["claims"] += len(held.reading.claims)
            for claim in held.reading.claims:
                homes[claim.id][held.document.id] = held.document.source
            yield from _of_document(held, forgotten)
        for name, documents in homes.items():
            for id, source in documents.items() if len(documents) > 1 else ():
                what = f"claim {name} is in {len(documents)} documents"
                yield Flaw(where=source, what=what, remedy=_AGAIN, document=id)
        counts["judgements"] = sum(1 for _ in store.judgements())
        ontology_of(store)
    except KgError as error:
        yield Flaw(where=store.path, what=str(error), remedy=_AFRESH)


def _of_document(held: Held, forgotten: Forgotten) -> Iterator[Flaw]:
    document, known = held.document, held.known
    again = f"kg import {known.location.partition('#')[0]}" if known.stamp == IMPORTED else _AGAIN
    faults = list(_of_text(held)) + list(_of_claims(held))
    if forgotten.left(held) != held:
        faults.append("it tells of somebody who is to be forgotten")
    for what in dict.fromkeys(faults):
        yield Flaw(where=document.source, what=what, remedy=again, document=document.id)


def _of_text(held: Held) -> Iterator[str]:
    document, reading, known = held
    if digested(document).digest != document.digest:
        yield "its text or its metadata is not what was read"
    if (reading.document, reading.stamp) != (document.id, known.stamp):
        yield "what was read from it belongs to another document, or to another reading"
    quotes = [claim.evidence for claim in reading.claims]
    quotes += [person.evidence for person in reading.people if person.evidence]
    if lost := sum(not _is_quoted(each, held) for each in quotes):
        yield f"{lost} of its {len(quotes)} quotes are not where they were read"


def _of_claims(held: Held) -> Iterator[str]:
    known = {person.key for person in held.reading.people}
    for claim in held.reading.claims:
        if claim.document != held.document.id:
            yield f"claim {claim.id} is another document's"
        people = {each.person for each in claim.people} | set(claim.anchor.people if claim.anchor else ())
        for key in sorted(people - known):
            yield f"claim {claim.id} tells of {key!r}, whom the document does not know"


def _is_quoted(evidence: Evidence, held: Held) -> bool:
    text = held.document.title if evidence.field == "title" else held.document.text
    return evidence.document == held.document.id and text[evidence.start : evidence.end] == evidence.quote
