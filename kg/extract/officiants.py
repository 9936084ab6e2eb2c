"""Who is at a wedding and does not wed: priests and judges who marry two others, guests, and those who cater for it."""

from spacy.tokens import Token

from kg.extract.tree import children, preposition
from kg.nlp.marks import people_of

OFFICIANTS = frozenset(
    """archbishop bishop cardinal chaplain curate dean father imam judge magistrate mayor minister monk parson pastor
    pope preacher priest rabbi rector registrar rev reverend vicar""".split()
)
GOING = {
    "attend",
    "go",
    "come",
    "crash",
    "arrive",
    "appear",
    "sing",
    "perform",
    "dance",
    "film",
    "watch",
    "see",
    "leave",
}
WEDDINGS = {"wedding", "nuptial", "marriage", "ceremony"}


def is_officiated(verb: Token, others: tuple[str, ...]) -> bool:
    """ "The priest married Ada and Ben": two in one breath, wed by a priest, or a woman and a man.

    Not "he married Ada, and in 1920 Eva".
    """
    first = next(iter(children(verb, "obj")), None)
    second = next(iter(children(first, "conj")), None) if first is not None else None
    if first is None or second is None or len(others) != 2 or any(each.like_num for each in first.subtree):
        return False
    is_pair = (*people_of(verb.doc, first), *people_of(verb.doc, second)) == others
    genders = {person.gender for person in verb.doc._.people if person.key in others}
    subjects = [each for child in children(verb, "nsubj") for each in (child, *child.children)]
    is_by_priest = any(each.lemma_.lower().rstrip(".") in OFFICIANTS for each in subjects)
    return is_pair and (is_by_priest or genders == {"male", "female"})


def is_others_wedding(noun: Token) -> bool:
    """ "She catered for the wedding of Ben", "went to a wedding with Ben"; not "had a wedding with Ben"."""
    is_of = any(preposition(child) == "of" and people_of(noun.doc, child) for child in children(noun, "nmod"))
    return noun.lemma_ in WEDDINGS and (is_of or noun.head.lemma_ in GOING)
