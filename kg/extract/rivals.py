"""Who would be somebody's wife or fiancée beside another: where only "the blonde" says so, that is misread."""

from collections import defaultdict
from collections.abc import Sequence, Set

from spacy.tokens import Doc, Span

from kg.extract.finding import Finding
from kg.extract.roles import unnamed
from kg.nlp.marks import mentions_in

SOLE = frozenset({"engaged", "married"})  # what nobody is with two at a time

Couple = frozenset[str]
Weight = tuple[int, int, int]


def without_rivals(doc: Doc, found: Sequence[Finding]) -> list[Finding]:
    """The findings without those of sentences that make two a couple of now against better told ones.

    Better told is who is named beside the other, in more sentences, or in the title. Where both are named the text says
    what it says.
    """
    sentences: dict[Couple, dict[int, Span]] = defaultdict(dict)
    nobodies = unnamed(doc)
    for each in found:
        if _is_present(each) and nobodies.isdisjoint(each.keys):
            sentences[frozenset(each.keys)][each.trigger.sent.start] = each.trigger.sent
    weights = {couple: _weight(doc, couple, list(told.values())) for couple, told in sentences.items()}
    misread = {
        (couple, start)
        for couple, weight in weights.items()
        if not weight[0] and any(other & couple and weights[other] > weight for other in weights if other != couple)
        for start in sentences[couple]
    }
    return [each for each in found if (frozenset(each.keys), each.trigger.sent.start) not in misread]


def _is_present(finding: Finding) -> bool:
    is_tie = finding.kind == "state" and finding.type in SOLE and finding.rule.startswith("relation")
    return is_tie and finding.attests and not finding.is_over and finding.status is None


def _weight(doc: Doc, couple: Couple, told: Sequence[Span]) -> Weight:
    """In how many sentences both are named, in how many they are told of, and how many of them the title names."""
    titled = {key for each in doc._.mentions if doc[each.start].idx < doc._.body for key in each.people}
    return sum(couple <= named_in(doc, each) for each in told), len(told), len(couple & titled)


def named_in(doc: Doc, sentence: Span) -> Set[str]:
    """The people whom a sentence names."""
    near = mentions_in(doc, sentence.start, sentence.end)
    return {key for mention in near if mention.kind == "name" for key in mention.people}
