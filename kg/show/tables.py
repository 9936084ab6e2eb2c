"""Records as tables for people to read. Every text of a document is shown, never obeyed; no quote is cut."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from datetime import date

from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.text import Text

from kg.dates.english import on_day, stretch, words
from kg.dates.interval import Certainty, Interval
from kg.records import (
    Answer,
    Bounds,
    Claim,
    Conflict,
    Document,
    Event,
    Evidence,
    Kin,
    Member,
    Participant,
    Person,
    State,
    Status,
    Timeline,
    disputed,
)
from kg.show.console import Listing
from kg.show.safe import visible

Documents = Mapping[str, Document]

_COLOURS = {
    Status.ASSERTED: "green",
    Status.REPORTED: "yellow",
    Status.RUMOURED: "magenta",
    Certainty.CERTAIN: "green",
    Certainty.POSSIBLE: "yellow",
    Certainty.CONTRADICTED: "red",
}
# the usual course of things, for events that are dated alike
_COURSE = (
    *("born", "met", "worked_together", "dating_began", "went_public", "moved_in", "engaged", "engagement_ended"),
    *("married", "child_born", "adopted", "separated", "reconciled", "divorce_filed", "divorced", "widowed", "died"),
)
_ID = 8  # characters of an id: enough to tell apart some ten thousand records
_PROOFS = 5  # quotes below an answer
_AROUND = 80  # characters of the source on either side of a quote


def people(people: Iterable[Person]) -> RenderableType:
    """Who is known, by name, with the other names they go by."""
    rows = [
        (
            _text(person.name + " (unnamed)" * person.unnamed, "italic" if person.unnamed else "bold"),
            _text(", ".join(person.aliases)),
            _text(str(person.mentions)),
            _id(person.id),
        )
        for person in sorted(people, key=lambda person: (person.unnamed, person.name, person.id))
    ]
    return Listing(("Name", "Also called", "Mentions", "Id"), rows)


def documents(documents: Iterable[Document]) -> RenderableType:
    """What was read, from whom, when, in order of publication; undated ones last."""
    rows = [
        (
            _text(on_day(document.published), "" if document.published else "dim"),
            _text(document.publisher or ""),
            _id(document.id),
            _text(document.title),
            _text(document.source, "dim"),
        )
        for document in sorted(documents, key=lambda document: (document.published or date.max, document.source))
    ]
    return Listing(("Published", "Publisher", "Id", "Title", "Source"), rows, below=2)


def timeline(events: Iterable[Event], documents: Documents) -> RenderableType:
    """What happened, in order, each with its status, its source and the words that prove it."""
    rows = [
        (
            _text(dated(event), "bold" if event.status is Status.ASSERTED else ""),
            _text(_what(event), "bold" if event.status is Status.ASSERTED else "italic"),
            _text(named(event.people)),
            _status(event.status),
            _id(event.id),
            _text(_sources(event.claims, documents), "dim"),
            _text(_quote(event), "italic"),
        )
        for event in in_order(events)
    ]
    return Listing(("When", "What", "Who", "Status", "Id", "Source", "Quote"), rows, below=2)


def states(states: Iterable[State], documents: Documents) -> RenderableType:
    """Relations by stint: from when to when each held, as far as it is known."""
    rows = [
        (
            _text(stretch(state.start.days, state.end.days)),
            _text(_spaced(state.type) + f" (stint {state.stint})" * (state.stint > 1)),
            _text(named(state.people)),
            _status(state.status),
            _id(state.id),
            _text(_sources(state.claims, documents), "dim"),
            _text(_quote(state), "italic"),
        )
        for state in sorted(states, key=lambda state: (_first(state.start.days), state.type, state.id))
    ]
    return Listing(("When", "What", "Who", "Status", "Id", "Source", "Quote"), rows, below=2)


def status(held: Iterable[tuple[State, Certainty]], documents: Documents) -> RenderableType:
    """What people were to each other on a day: each state with how sure it is that it held then."""
    rows = [
        (
            _text(_spaced(state.type), "bold" if sure is Certainty.CERTAIN else "italic"),
            _text(sure.value, _COLOURS.get(sure, "")),
            _status(state.status),
            _text(stretch(state.start.days, state.end.days)),
            _text(_sources(state.claims, documents), "dim"),
            _text(_quote(state), "italic"),
        )
        for state, sure in held
    ]
    return Listing(("What", "Then", "Status", "When", "Source", "Quote"), rows, below=2)


def kin(ties: Iterable[Kin], documents: Documents) -> RenderableType:
    """Standing ties; the parent comes first."""
    rows = [
        (
            _text(_spaced(tie.type)),
            _text(named(tie.people)),
            _status(tie.status),
            _text(_sources(tie.claims, documents), "dim"),
            _text(_quote(tie), "italic"),
        )
        for tie in sorted(ties, key=lambda tie: (tie.type, named(tie.people), tie.id))
    ]
    return Listing(("Tie", "Who", "Status", "Source", "Quote"), rows, below=2)


def why(record: Event | State | Kin, documents: Documents) -> RenderableType:
    """Everything behind a fact: what follows for its dates, who disagrees, each claim with its words in their place."""
    who, when = named(record.people), _told(record)
    head = (
        _text(_what(record) if isinstance(record, Event) else _spaced(record.type), "bold"),
        _text(who),
        _text(when, "bold"),
        _status(record.status),
        _id(record.id),
    )
    why = [_text(note) for note in notes(record, documents)]
    proofs = [_proof(claim, documents) for claim in record.claims]
    return Group(Text("  ").join(cell for cell in head if cell.plain), *why, *proofs)


def conflicts(conflicts: Iterable[Conflict], timeline: Timeline, documents: Documents) -> RenderableType:
    """Where the sources disagree: why, and what each of them says of the timeline's facts."""
    facts = disputed(timeline)
    shown: list[RenderableType] = []
    for conflict in conflicts:
        concerned = [facts[id] for id in conflict.events if id in facts]
        shown.append(Text("  ").join((_text(conflict.why, "bold"), _id(conflict.id))))
        told = [(fact.type, named(fact.people), claim) for fact in concerned for claim in fact.claims]
        told += [(claim.type, named(claim.people), claim) for claim in conflict.told]
        rows = [
            (
                _text(words(claim.when or claim.end)),
                _text(_spaced(type_)),
                _text(names),
                _status(claim.status),
                _text(_cited((claim.document,), documents), "dim"),
                _text(f"“{claim.evidence.quote}”", "italic"),
            )
            for type_, names, claim in told
            if _is_named(claim, conflict)
        ]
        shown.append(Listing(("When", "What", "Who", "Status", "Source", "Quote"), rows, below=2))
    return Group(*shown)


def answer(answer: Answer, documents: Documents) -> RenderableType:
    """An answer in a sentence, how sure it is, the words that prove it and the steps that led to it.

    Of many quotes those of different documents come first, and what is left out is counted.
    """
    sure = _text(f"({answer.certainty.value})", _COLOURS.get(answer.certainty, "dim"))
    quotes = _in_turn(answer.evidence)
    proof = [part for evidence in quotes[:_PROOFS] for part in _place(evidence, documents)]
    if (more := len(quotes) - _PROOFS) > 0:
        proof.append(_text(f"and {more} more {'quote' if more == 1 else 'quotes'}: --json gives them all", "dim"))
    steps = [_text(f"{number}. {step}", "dim") for number, step in enumerate(answer.steps, 1)]
    return Group(Text(" ").join((_text(answer.text, "bold"), sure)), _indented(Group(*proof, *steps)))


def _in_turn(quotes: Iterable[Evidence]) -> list[Evidence]:
    """The first quote of every document before the second of any."""
    seen: Counter[str] = Counter()
    rounds = []
    for quote in quotes:
        rounds.append((seen[quote.document], quote))
        seen[quote.document] += 1
    return [quote for _, quote in sorted(rounds, key=lambda each: each[0])]


def in_order(events: Iterable[Event]) -> list[Event]:
    """Events as they came about, as their dates tell; one without by the last day it may be; undated ones last."""
    return sorted(events, key=lambda event: (_first(event.when or _last(event.bounds)), _course(event), event.id))


def _last(bounds: Bounds) -> Interval | None:
    day = bounds.latest or bounds.earliest
    return Interval(day, day) if day else None


def dated(event: Event) -> str:
    """When it was, as the sources say; where none does, what follows from other events, if anything."""
    follows = event.bounds.days
    return words(event.when) if event.when or not follows else f"{words(follows)} (inferred)"


def named(people: Sequence[Member | Participant]) -> str:
    """The names of those who took part, with their roles where these differ.

    >>> parent, child = Member(id="1", name="Ada", role="parent"), Member(id="2", name="Byron", role="child")
    >>> named([parent, child])
    'Ada (parent), Byron (child)'
    """
    if len({member.role for member in people}) < 2:
        return ", ".join(member.name for member in people)
    return ", ".join(f"{member.name} ({_spaced(member.role)})" for member in people)


def cited(document: Document) -> str:
    """A document in a few words: who published it, and when.

    >>> cited(Document(id="1", source="a.txt", text="", published=date(2020, 9, 14)))
    'a.txt, 14 September 2020'
    """
    name = document.publisher or document.title or document.source
    return f"{name}, {on_day(document.published)}"


def notes(record: Event | State | Kin, documents: Documents) -> list[str]:
    """What follows for its dates and why, and what other sources say against them."""
    if isinstance(record, State):
        bounds = (("start", record.start), ("end", record.end))
        follows = [f"{name}: {bound.basis.value}, {bound.why}" for name, bound in bounds if bound.why]
    elif isinstance(record, Event):
        follows = [f"bounds: {words(record.bounds.days)}, {reason}" for reason in record.bounds.why]
    else:
        return []
    return follows + [
        f"against it: {words(rival.when)}, {_cited(rival.documents, documents)}" for rival in record.rivals
    ]


def understood(claim: Claim) -> str:
    """How the words of a claim were read: when, who in which role, who says so, by which rule, how surely."""
    roles = ", ".join(f"{person.name} ({_spaced(person.role)})" for person in claim.people)
    told = f"“{claim.when_text}” = {words(claim.when)}" if claim.when_text else words(claim.when)
    said = f"said by {claim.said_by}" if claim.said_by else ""
    return "; ".join(filter(None, (told, roles, said, claim.found_by, f"score {claim.score:.2f}")))


def by_weight(record: Event | State | Kin) -> list[Claim]:
    """Its claims, those first that tell its own date and carry its own status."""

    def key(claim: Claim) -> tuple[bool, bool, int, float, str]:
        against = _against(claim, record)
        return against == 3, claim.status is not record.status, against, -claim.score, claim.id

    return sorted(record.claims, key=key)


def _course(event: Event) -> int:
    return _COURSE.index(event.type) if event.type in _COURSE else len(_COURSE)


def _indented(renderable: RenderableType) -> RenderableType:
    return Padding(renderable, (0, 0, 0, 2), expand=False)


def _first(when: Interval | None) -> tuple[date, date]:
    """Where an interval stands in a list: "by 2019" after "2018" and before "2020"."""
    if when is None or (when.earliest is None and when.latest is None):
        return date.max, date.max
    return when.earliest or when.latest or date.max, when.latest or date.max


def _told(record: Event | State | Kin) -> str:
    if isinstance(record, State):
        return stretch(record.start.days, record.end.days)
    return dated(record) if isinstance(record, Event) else ""


def _proof(claim: Claim, documents: Documents) -> RenderableType:
    line = Text().append_text(_status(claim.status)).append(f"; {visible(understood(claim))}", "dim")
    return Group(*_place(claim.evidence, documents), _indented(line))


def _place(evidence: Evidence, documents: Documents) -> tuple[RenderableType, RenderableType]:
    """Where a quote stands, and the quote among its neighbours."""
    document = documents.get(evidence.document)
    text, start = (getattr(document, evidence.field), evidence.start) if document else ("", 0)
    if text[start : evidence.end] != evidence.quote:
        text, start = evidence.quote, 0
    end = start + len(evidence.quote)
    before, after = text[max(0, start - _AROUND) : start], text[end : end + _AROUND]
    if start > _AROUND:
        before = "…" + before.partition(" ")[2]
    if end + _AROUND < len(text):
        after = after.rpartition(" ")[0] + "…"
    quote = Text(_joined(before, right=True), "dim").append(f"“{visible(evidence.quote)}”", "bold reverse not dim")
    return _text(_found_in(document) if document else evidence.document), _indented(
        quote.append(_joined(after, left=True))
    )


def _found_in(document: Document) -> str:
    name = cited(document)
    return name if document.source in name else f"{name} ({document.source})"


def _joined(text: str, *, left: bool = False, right: bool = False) -> str:
    """Safe text that keeps the one space between it and what it touches."""
    return " " * (left and text[:1].isspace()) + visible(text).strip() + " " * (right and text[-1:].isspace())


def _quote(record: Event | State | Kin) -> str:
    claims = by_weight(record)
    return f"“{claims[0].evidence.quote}”" if claims else ""


def _against(claim: Claim, record: Event | State | Kin) -> int:
    """How far a claim is from telling the date of an event: that very date, one that fits, none, another one."""
    when = record.when if isinstance(record, Event) else None
    if when is None or claim.when == when:
        return 0
    if claim.when is None:
        return 2
    return 1 if claim.when & when else 3


def _sources(claims: Sequence[Claim], documents: Documents) -> str:
    return _cited(tuple(dict.fromkeys(claim.document for claim in claims)), documents)


def _cited(ids: Sequence[str], documents: Documents) -> str:
    return "; ".join(cited(documents[id]) if id in documents else id for id in ids) or "inferred"


def _is_named(claim: Claim, conflict: Conflict) -> bool:
    return not conflict.claims or claim.id in conflict.claims


def _status(status: Status) -> Text:
    return _text(_spaced(status.value), _COLOURS.get(status, "red"))


def _what(event: Event) -> str:
    """What happened, with the work and the place: "worked together (Belleville, Donmar Warehouse)"."""
    about = ", ".join(each for each in (event.work, event.place) if each)
    return _spaced(event.type) + (f" ({about})" if about else "")


def _spaced(name: str) -> str:
    return name.replace("_", " ")


def _id(id: str) -> Text:
    return _text(id[:_ID], "dim")


def _text(text: str, style: str = "") -> Text:
    return Text(visible(text), style=style)
