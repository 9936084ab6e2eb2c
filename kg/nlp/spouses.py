"""Which of several spouses a noun means: "his second wife" who was wed second, "her late husband" the one who died."""

from collections.abc import Container, Iterable, Iterator, Sequence
from itertools import islice, pairwise

from spacy.tokens import Doc, Token

from kg.nlp.ties import Tie, is_past
from kg.nlp.unions import is_past_wedding, is_told_now

_SPOUSES = frozenset(["wife", "husband", "spouse"])
_ORDERS = ("first", "second", "third", "fourth", "fifth", "sixth", "seventh")
_LOST = frozenset(["late", "dead", "deceased"])
_OTHER = frozenset(["former", "previous", "then", "future", "estranged", "ex", "another", "other"])
_NOT = frozenset(["not", "n't", "n’t", "never"])
_BESIDE = ("obl", "obl:unmarked", "nmod", "advmod")  # how the day of a wedding hangs at its verb
_FARTHEST = 4  # words above a name to the verb that tells the wedding
Told = tuple[int, Tie, int]  # whose a tie is, the tie, and the token that told it


def spouse(doc: Doc, noun: Token, owner: int, told: Sequence[Told], dead: Container[int]) -> int | None:
    """Whom "his second wife", "his late wife" or "his wife" means who was wed before or after another.

    `told` are all ties of the document, and `dead` those whose death is told before the noun. None where it is open;
    "his wife" is the one wed last before the noun, where all others are dead or have parted from him.
    """
    before = {word.lower_ for word in noun.lefts}
    order = next((word for word in _ORDERS if word in before), "")
    if noun.lower_ not in _SPOUSES:
        return None
    wed = _in_order(doc, _weddings(doc, owner, told))
    if order:
        return _at(_ORDERS.index(order), [other for other, _ in wed], owner, told)
    wed = [(other, head) for other, head in wed if head < noun.i]
    lost = [other for other, _ in wed if other in dead]
    if before & _LOST:
        return lost[0] if len(lost) == 1 else None
    parted = (tie.other for whose, tie, head in told if whose == owner and is_past(tie) and head < noun.i)
    is_one = len(wed) > 1 and {*lost, *parted} >= {other for other, _ in wed[:-1]} and not before & _OTHER
    return wed[-1][0] if is_one and wed[-1][0] not in lost else None


def _at(place: int, wed: Sequence[int], owner: int, told: Iterable[Told]) -> int | None:
    """Who was wed at a place of the row, of two at the least: first, before those who are told as second and third.

    Of "his wife Ada", whom no verb tells him to have wed, it is open before or after whom.
    """
    partners = [tie for whose, tie, _ in told if whose == owner and tie.kind == "partner"]
    numbered = {tie.order: tie.other for tie in partners if tie.order in _ORDERS}
    if any(tie.noun in _SPOUSES and tie.other not in {*wed, *numbered.values()} for tie in partners):
        return None
    free = iter([other for other in wed if other not in numbered.values()])
    row = [numbered[each] if each in numbered else next(free, None) for each in _ORDERS]
    return row[place] if sum(other is not None for other in row) > 1 else None


def _weddings(doc: Doc, owner: int, told: Iterable[Told]) -> Iterator[tuple[int, Token]]:
    """Those whom the owner is told to have wed, each once, with the verb that tells it first."""
    found: dict[int, Token] = {}
    for whose, tie, head in told:
        verb = _verb(doc[head]) if tie.kind == "partner" and owner in (whose, tie.other) else None
        if verb is not None:
            found.setdefault(tie.other if whose == owner else whose, verb)
    yield from found.items()


def _verb(name: Token) -> Token | None:
    """The verb that tells that the one named was wed: not "is married to", "to marry" or "never married"."""
    for word in islice(name.ancestors, _FARTHEST):
        if word.pos_ == "VERB" or is_past_wedding(word):
            is_not = any(child.lower_ in _NOT for child in word.children)
            is_told = word.pos_ == "VERB" and is_past_wedding(word) and not is_told_now(word)
            return word if is_told and not is_not else None
    return None


def _in_order(doc: Doc, weddings: Iterable[tuple[int, Token]]) -> list[tuple[int, int]]:
    """Those wed and where it is told, in the order of the years where all are told, else of the text.

    Empty where the years that are told go against the text.
    """
    found = sorted((verb.i, other, _year(verb)) for other, verb in weddings)
    years = [year for *_, year in found if year]
    if len(years) == len(found):
        found.sort(key=lambda wed: wed[2])
    elif any(one > other for one, other in pairwise(years)):
        return []
    return [(other, i) for i, other, _ in found]


def _year(verb: Token) -> int:
    """The year that a verb tells its day by, and 0 without one."""
    beside = (child for child in verb.children if child.dep_ in _BESIDE)
    words = (word for child in beside for word in child.subtree)
    return next((int(word.text) for word in words if word.shape_ == "dddd" and word.text.isascii()), 0)
