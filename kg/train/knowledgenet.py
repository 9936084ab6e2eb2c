"""Measures what extraction finds in the passages of KnowledgeNet: who is married to whom, whose child, born, died.

KnowledgeNet (Mesquita et al., EMNLP-IJCNLP 2019) asks of a passage the facts of a few properties. Scored is the text:
a fact is a pair of strings, counted once a passage, whichever mention of a person it names. A passage counts for
those properties alone that were annotated in it.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from itertools import product
from typing import Any

from kg.extract.claims import reading
from kg.extract.roles import people
from kg.extract.subjects import subjects
from kg.nlp.names import parse as parse_name
from kg.nlp.parse import parse
from kg.ontology.load import load as load_ontology
from kg.records import Claim, Document

TIES = ("spouse", "child_of")
PROPERTIES = (*TIES, "birth_date", "death_date")
SPOUSES = ("married", "divorced", "widowed")
PARENTAGE = ("parent_of", "child_born", "adopted")
DAYS = {"born": "birth_date", "died": "death_date"}

Pair = tuple[str, str]


def scores(nlp: Any, records: Iterable[dict[str, Any]]) -> dict[str, dict[str, float]]:
    """Precision, recall and F1, in per cent, of each property over the records of the corpus."""
    ontology = load_ontology()
    counts: dict[str, Counter[str]] = {name: Counter() for name in PROPERTIES}
    for record in records:
        asked = [name for name in PROPERTIES if name in record["props"]]
        if record["source"] != "knowledgenet" or not asked:
            continue
        document = Document(id=record["doc"], source=record["doc"], text=record["text"])
        doc = parse(nlp, document)
        found = told(doc, reading(doc, document, ontology).claims)
        for name in asked:
            gold = set(annotated(doc, record, name))
            counts[name].update(gold=len(gold), found=len(found[name]), right=len(gold & found[name]))
    return {name: _rates(each) for name, each in counts.items()}


def _rates(counts: Counter[str]) -> dict[str, float]:
    right, found, gold = counts["right"], counts["found"], counts["gold"]
    rates = (right / found if found else 0.0, right / gold if gold else 0.0)
    return {
        "precision": 100 * rates[0],
        "recall": 100 * rates[1],
        "F1": 200 * right / (found + gold) if found + gold else 0.0,
    }


def table(found: dict[str, dict[str, float]]) -> str:
    """The figures as lines of text."""
    return "\n".join(
        f"{name:12} " + "  ".join(f"{figure} {value:.1f}" for figure, value in figures.items())
        for name, figures in found.items()
    )


def annotated(doc: Any, record: dict[str, Any], name: str) -> Iterator[Pair]:
    """The pairs of strings of one property; a day as our own reading of its words, so that they can be told apart."""
    text = record["text"]
    for fact in record["facts"]:
        if fact["rel"] == name:
            for (start, end), other in product(fact["subj"], fact["obj"]):
                value = plain(text[slice(*other)]) if name in TIES else _day(doc, *other)
                yield plain(text[start:end]), value


def plain(name: str) -> str:
    """A mention without titles, honours and case.

    >>> plain("Sir James Norton CBE"), plain("He")
    ('james norton', 'he')
    """
    parsed = parse_name(name)
    return " ".join((*parsed.parts, parsed.suffix)).strip().casefold() or name.casefold()


def _day(doc: Any, start: int, end: int) -> str:
    times = [time for time in doc._.times if time.start < end and start < time.end and time.when is not None]
    return str(times[0].when) if times else doc.text[start:end].casefold()


def told(doc: Any, claims: Iterable[Claim]) -> dict[str, set[Pair]]:
    """The pairs of strings, by property, that the claims about a passage tell as true."""
    strings = _strings(doc)
    pairs: dict[str, set[Pair]] = defaultdict(set)
    for claim in claims:
        if claim.status.is_real:
            for name, subject, value in _facts(claim):
                values = strings[value] if name in TIES else {value}
                pairs[name] |= set(product(strings[subject], values))
    return pairs


def _facts(claim: Claim) -> Iterator[tuple[str, str, str]]:
    """Property, subject and object of what a claim tells: people by their keys, days as they are written.

    The day by which somebody was dead is not the day of the death.
    """
    keys = [each.person for each in claim.people]
    if claim.type in SPOUSES and len(keys) == 2:
        yield from (("spouse", keys[0], keys[1]), ("spouse", keys[1], keys[0]))
    elif claim.type in PARENTAGE:
        by_role = {role: [each.person for each in claim.people if each.role == role] for role in ("child", "parent")}
        yield from (("child_of", child, parent) for child, parent in product(by_role["child"], by_role["parent"]))
    elif claim.type in DAYS and claim.when and claim.when.earliest and claim.when.latest:
        yield DAYS[claim.type], keys[0], str(claim.when)


def _strings(doc: Any) -> dict[str, set[str]]:
    """What each person is called: names, pronouns, and the "who" of a clause about them, as the corpus counts them."""
    strings: dict[str, set[str]] = defaultdict(set)
    for mention in doc._.mentions:
        if len(mention.people) == 1 and mention.kind in ("name", "pronoun"):
            strings[mention.people[0]].add(plain(doc[mention.start : mention.end].text))
    for token in doc:
        if token.lower_ in ("who", "whom", "whose"):
            strings[_antecedent(token)].add(token.lower_)
    return strings


def _antecedent(relative: Any) -> str:
    """The one person whom a relative clause says something of: "Ada was the first who …"; "" for nobody or several."""
    clause = relative
    while clause.head != clause and clause.dep_ not in ("acl:relcl", "acl"):
        clause = clause.head
    noun = clause.head
    keys = people(noun)
    if not keys and any(child.dep_ == "cop" for child in noun.children):
        keys = subjects(noun)
    return keys[0] if len(keys) == 1 else ""
