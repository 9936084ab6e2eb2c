"""Whether two people could be wedded, or parents together, when they are told to have been."""

from collections import defaultdict
from collections.abc import Iterable, Set
from datetime import date

from spacy.tokens import Doc

from kg.extract.finding import Finding
from kg.extract.roles import unnamed
from kg.extract.times import Times
from kg.nlp.marks import mentions_in
from kg.ontology.schema import Ontology

Couple = frozenset[str]

MATES = {"married", "divorced", "child_born"}  # what was told of a woman and a man alone, before
ADULT = {"partner", "parent", "survivor", "deceased"}
FIRST_EQUAL = date(2001, 4, 1)  # Netherlands, Wet openstelling huwelijk


def sure_couples(doc: Doc, found: Iterable[Finding], ontology: Ontology) -> set[Couple]:
    """Two people with names whom different words tell to be a couple, which is hardly misread twice."""
    loving, nobodies = ontology.loving, unnamed(doc)
    rules: dict[Couple, set[str]] = defaultdict(set)
    for each in found:
        if each.type in loving and len(set(each.keys)) == 2 and nobodies.isdisjoint(each.keys):
            rules[frozenset(each.keys)].add(each.rule)
    return {couple for couple, told in rules.items() if len(told) > 1}


def grown(found: Iterable[Finding], minors: Set[str], couples: Set[Couple]) -> list[Finding]:
    """Those by which no child is somebody's partner or parent, which would be misread.

    Who is surely one of a couple is no child: the age is that of a namesake.
    """
    children = set(minors).difference(*couples)
    return [each for each in found if not any(key in children for role, key in each.people if role in ADULT)]


def could_be(doc: Doc, finding: Finding, times: Times, couples: Set[Couple]) -> bool:
    """Not a wedding, or parents, of two women or two men before any law knew it, told by a pronoun: misread."""
    if finding.type not in MATES or times.on is None or times.on.latest is None or times.on.latest >= FIRST_EQUAL:
        return True
    if frozenset(finding.keys) in couples:
        return True
    couple = [key for role, key in finding.people if role in ("partner", "parent")]
    genders = {person.gender for person in doc._.people if person.key in couple}
    if len(couple) != 2 or len(genders) != 1 or "" in genders:
        return True
    sent = finding.trigger.sent
    inside = mentions_in(doc, sent.start, sent.end)
    named = {key for mention in inside if mention.kind == "name" for key in mention.people}
    return named >= set(couple)
