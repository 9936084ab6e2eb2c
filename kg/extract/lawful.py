"""Whether two people could be wedded, or parents together, when they are told to have been."""

from datetime import date

from spacy.tokens import Doc

from kg.extract.frames import Finding
from kg.extract.times import Times
from kg.nlp.marks import mentions_in

MATES = {"married", "divorced", "child_born"}  # what was told of a woman and a man alone, before
FIRST_EQUAL = date(2001, 4, 1)  # Netherlands, Wet openstelling huwelijk


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
