"""A typed question and a timeline to an answer."""

from collections.abc import Callable
from datetime import date

from kg.errors import UnknownName
from kg.ontology.schema import Ontology
from kg.query import compare, conditions, counts, lists, persons, selection, sequence, times, truth
from kg.query.asof import as_of, told_by
from kg.query.facts import Facts
from kg.query.query import Query
from kg.query.question import OUTSIDE, question
from kg.query.reply import Reply, finished, unknown
from kg.records import Answer, Timeline

Rebuild = Callable[[date], Timeline]


def _declined(query: Query, _: Facts) -> Reply:
    return unknown(query.why or OUTSIDE)


_HANDLERS: dict[str, Callable[[Query, Facts], Reply]] = {
    "when": times.when,
    "implicit": times.when,
    "where": times.where,
    "who_at": persons.who,
    "who_in": persons.who,
    "ordinal": persons.who,
    "join": persons.who,
    "before": persons.turn,
    "before_after": sequence.order,
    "duration_state": times.lasting,
    "duration_between": times.between,
    "yesno_at": truth.whether,
    "count": counts.count,
    "compare": compare.compare,
    "list": lists.events,
    "gap": lists.gap,
    "evidence": lists.evidence,
    "select": selection.select,
    "unanswerable": _declined,
}


def answer(query: Query, timeline: Timeline | Facts, ontology: Ontology, *, rebuild: Rebuild | None = None) -> Answer:
    """What a timeline answers to a typed question, with its proof.

    `rebuild` derives the timeline as of a day; without it the claims of later documents are left out of this one.
    """
    return finished(
        reply(query, timeline if isinstance(timeline, Facts) else Facts(timeline, ontology), rebuild), query
    )


def reply(query: Query, facts: Facts, rebuild: Rebuild | None = None) -> Reply:
    """The same before it becomes an Answer: it names the people that a next question may call "they"."""
    if query.as_of:
        earlier = rebuild(query.as_of) if rebuild else as_of(facts.timeline, query.as_of)
        facts = Facts(earlier, facts.ontology)
    if query.documents and query.kind != "select":
        only = tuple(each for each in facts.timeline.documents if each.id in query.documents)
        facts = Facts(told_by(facts.timeline, only), facts.ontology)
    handler = truth.whether if query.kind == "present" and _is_yes_or_no(query) else persons.who
    try:
        if lacking := conditions.lacking(query, facts):
            return lacking
        return _HANDLERS.get(query.kind, handler)(query, facts)
    except UnknownName as error:
        return unknown(str(error))


def _is_yes_or_no(query: Query) -> bool:
    return query.asks != ""


def ask(
    text: str, facts: Facts, *, rebuild: Rebuild | None = None, context: tuple[str, ...] = ()
) -> tuple[Answer, tuple[str, ...]]:
    """The answer to a question in words, and the people whom "they" means in the next one."""
    query = question(text, facts, facts.ontology, context=context)
    made = reply(query, facts, rebuild)
    spoken_of = dict.fromkeys((*_spoken_of(query, made, facts), *context))  # who was told of before may be meant again
    return finished(made, query), tuple(spoken_of)[:_REMEMBERED]


_REMEMBERED = 6  # people of a talk


def _spoken_of(query: Query, made: Reply, facts: Facts) -> tuple[str, ...]:
    """Whom "he" or "they" may mean next: those of the answer, then those of the question; counted ones come last."""
    told = [each for each in (query.happening, query.other) if each]
    whos = (*query.who, *(who for each in told for who in each.people))
    named = [who.name for who in (*whos, *(of for who in whos for of in who.of)) if who.name]
    asked = [found[0] for name in named if len(found := facts.names.named(name)) == 1]
    return tuple(dict.fromkeys((*asked, *made.people) if query.kind == "count" else (*made.people, *asked)))
