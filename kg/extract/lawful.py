"""Whether two people could be wedded, parents together, or parent and child, when they are told to have been."""

from collections import defaultdict
from collections.abc import Iterable, Sequence, Set
from datetime import date
from itertools import permutations

from spacy.tokens import Doc, Span

from kg.extract.finding import Finding
from kg.extract.rivals import named_in, without_rivals
from kg.extract.roles import unnamed
from kg.extract.times import Times
from kg.ontology.schema import Ontology

Couple = frozenset[str]
_SPELT = 4  # letters by which a name is known, however it is misspelt behind them

MATES = {"married", "divorced", "child_born"}  # what was told of a woman and a man alone, before
ADULT = {"partner", "parent", "survivor", "deceased"}
_OF_KIN = {"living_together", "moved_in", "separated", "reconciled", "met"}  # what is told of kin, too
FIRST_EQUAL = date(2001, 4, 1)  # Netherlands, Wet openstelling huwelijk


def sure_couples(doc: Doc, found: Iterable[Finding], ontology: Ontology) -> set[Couple]:
    """Two people with names whom different words tell to be a couple, which is hardly misread twice."""
    loving, nobodies = ontology.loving, unnamed(doc)
    rules: dict[Couple, set[str]] = defaultdict(set)
    for each in found:
        if each.type in loving and len(set(each.keys)) == 2 and nobodies.isdisjoint(each.keys):
            rules[frozenset(each.keys)].add(each.rule)
    return {couple for couple, told in rules.items() if len(told) > 1}


def without_kin_of_lovers(doc: Doc, found: Sequence[Finding], ontology: Ontology) -> list[Finding]:
    """Without kin of whom more sentences tell that they are a couple: "her husband Ben held one of the pair's girls".

    Of as many either may be so: "he wed his sister Ada". But nobody's parent is "his wife": in a life "the son of Ben
    Roe, a lawyer, and his wife Ada" tells no wife of the son's.
    """
    loving = ontology.loving - _OF_KIN
    loved: dict[Couple, set[int]] = defaultdict(set)
    kin: dict[Couple, set[int]] = defaultdict(set)
    parents: dict[Couple, set[int]] = defaultdict(set)
    for each in found:
        for two in [frozenset(each.keys)] if each.type in loving else _kin(each):
            (loved if each.type in loving else kin)[two].add(each.trigger.sent.start)
        for line in each.lines:
            parents[frozenset(line)].add(each.trigger.sent.start)
    misread = {two for two, told in kin.items() if len(loved[two]) > len(told)}
    unwed = {two for two, told in parents.items() if doc._.published is None and len(told) >= len(loved[two])}
    return [each for each in found if _is_sound(each, loving, misread, unwed)]


def _is_sound(each: Finding, loving: Set[str], misread: Set[Couple], unwed: Set[Couple]) -> bool:
    if each.type in loving:
        return frozenset(each.keys) not in unwed or not each.rule.startswith("relation")
    return misread.isdisjoint(_kin(each))


def without_second_mothers(doc: Doc, found: Sequence[Finding], ontology: Ontology) -> list[Finding]:
    """Without a mother or a father whom only "her son" or "she shares a son with" tells, where more tells of another.

    More are the sentences, or of as many those that name the parent. Not of two women who are a couple, nor in lives,
    where many are named after their kin.
    """
    if doc._.published is None:
        return list(found)
    loved = {frozenset(each.keys) for each in without_rivals(doc, found) if each.type in ontology.loving}
    genders = {person.key: person.gender for person in doc._.people}
    names, nobodies = {person.key: person.name for person in doc._.people}, unnamed(doc)
    parents: dict[str, dict[str, set[Span]]] = defaultdict(lambda: defaultdict(set))  # in which sentences of each child
    for each in found:
        for parent, child in each.lines:
            parents[child][parent].add(each.trigger.sent)
    misread = {
        (one, child)
        for child, told in parents.items()
        for one, other in permutations(told, 2)
        if genders.get(one) and genders.get(one) == genders.get(other)
        if names[one][:_SPELT] != names[other][:_SPELT]  # Kristin Roe may be Kristen
        if frozenset((one, other)) not in loved and _often(doc, one, told[one]) < _often(doc, other, told[other])
    }
    return [each for each in found if not _may_be_misread(each, nobodies) or misread.isdisjoint(each.lines)]


def _often(doc: Doc, key: str, sentences: Set[Span]) -> tuple[int, int]:
    """In how many sentences somebody is told of, and in how many of them by name."""
    return len(sentences), sum(key in named_in(doc, each) for each in sentences)


def _may_be_misread(finding: Finding, nobodies: Set[str]) -> bool:
    """Whether a child is told as somebody's by a pronoun, or by a verb whose subject may be another.

    "His wife" who has a child, and "her mother", may be the mother who is named elsewhere.
    """
    is_by_pronoun = any(child.tag_ == "PRP$" for child in finding.trigger.lefts)
    return nobodies.isdisjoint(finding.keys) and (finding.type == "child_born" or is_by_pronoun)


def _kin(finding: Finding) -> list[Couple]:
    """Siblings, or each parent and child, of whom a finding tells."""
    if finding.type == "sibling_of":
        return [frozenset(finding.keys)]
    return [frozenset(two) for two in finding.lines]


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
    return named_in(doc, finding.trigger.sent) >= set(couple)
