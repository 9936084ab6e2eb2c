"""Whether two people could be wedded, or parents together, when they are told to have been."""

from collections.abc import Iterable, Set
from datetime import date

from spacy.tokens import Doc

from kg.extract.frames import Finding
from kg.extract.times import Times
from kg.nlp.marks import mentions_in

MATES = {"married", "divorced", "child_born"}  # what was told of a woman and a man alone, before
ADULT = {"partner", "parent", "survivor", "deceased"}
FIRST_EQUAL = date(2001, 4, 1)  # Netherlands, Wet openstelling huwelijk


def grown(found: Iterable[Finding], minors: Set[str]) -> list[Finding]:
    """Those by which no child is somebody's partner or parent, which would be misread."""
    return [each for each in found if not any(key in minors for role, key in each.people if role in ADULT)]


def could_be(doc: Doc, finding: Finding, times: Times) -> bool:
    """Not a wedding, or parents, of two women or two men before any law knew it, told by a pronoun: misread."""
    if finding.type not in MATES or times.on is None or times.on.latest is None or times.on.latest >= FIRST_EQUAL:
        return True
    couple = [key for role, key in finding.people if role in ("partner", "parent")]
    genders = {person.gender for person in doc._.people if person.key in couple}
    if len(couple) != 2 or len(genders) != 1 or "" in genders:
        return True
    sent = finding.trigger.sent
    inside = mentions_in(doc, sent.start, sent.end)
    named = {key for mention in inside if mention.kind == "name" for key in mention.people}
    return named >= set(couple)
