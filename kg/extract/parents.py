"""Whose children are: the verbs that tell it, and what stands behind names: "Ben, 3, from her marriage to Carl"."""

from collections.abc import Collection, Iterable, Set

from spacy.tokens import Span, Token

from kg.extract.implied import WEDDING
from kg.extract.roles import PARENTS, SPOUSES, UNIONS, is_origin, people, unique
from kg.extract.rows import behind
from kg.extract.subjects import subjects
from kg.extract.tree import SUBJECT, children, preposition
from kg.nlp.marks import Mention, mentions_in, people_of

FATHERING = {"father", "beget", "begat", "sire"}
BEARING = {"welcome", "give", "bear", "deliver", *FATHERING}  # that tell of a birth
GIVING = {"give", "present", "bless"}  # that tell of a child who is given to somebody
SHARING = {"share", "co-parent", "coparent"}  # what two do
BESIDE = {"with", "by", "from"}  # before the other parent of a child
NEAR = 8  # tokens
RAISING = {*SHARING, "raise", "parent"}  # that tell of children born before
HAVING = {*SHARING, "have", "welcome"}  # "has three children with him"


def parents_behind(opening: Token, kin: Set[str]) -> tuple[str, ...]:
    """The parents told of behind the names of children, a row that a word for children or a verb opens.

    "From her marriage to Ben", "with her husband Ben", "whom she shares with Ben". `kin` are the words for children.
    """
    word = behind(opening, kin)
    if word is None:
        return ()
    if word.lower_ == "from" and word.dep_ == "case" and word.head.lemma_.lower() in UNIONS:
        return parents_of_union(word.head)
    if _is_of_spouse(word) and not any(map(_is_of_spouse, word.doc[word.i + 1 : word.sent.end])):
        owners = _having(opening) or tuple(key for each in children(word.head, "nmod:poss") for key in people(each))
        return unique((*owners, *people(word.head)))  # "sons Ben and Carl by his first wife, Ada"
    if word.lower_ in ("who", "whom") and word.head.lemma_ in HAVING:
        others = _beside(word.head)
        return unique((*subjects(word.head), *others)) if others else ()
    is_shared = opening.lemma_ in HAVING or (opening.dep_ == "obj" and opening.head.lemma_ in HAVING)
    return people(word.head) if is_shared and word.lower_ == "with" and word.dep_ == "case" else ()


def _having(child: Token) -> tuple[str, ...]:
    """Who is told to have a child."""
    return subjects(child.head) if child.dep_ == "obj" and child.head.lemma_ in HAVING else ()


def fathered_with(wife: Token, kin: Set[str]) -> tuple[str, ...]:
    """Whose wife she is who is told behind children that he has: "he had two sons, Ben and Carl, by his first wife"."""
    if wife.lemma_ not in SPOUSES or preposition(wife) not in ("by", "from"):
        return ()
    nouns = (word for word in wife.doc[wife.sent.start : wife.i] if word.lemma_.lower() in kin and word.dep_ == "obj")
    rows = (noun for noun in nouns if (word := behind(noun, kin)) is not None and word.head == wife)
    return next(filter(None, map(_having, rows)), ())


def _is_of_spouse(word: Token) -> bool:
    """ "By" in "by his first wife"; where "by his second" follows, it is not told of all."""
    return word.lower_ in ("from", "by") and word.dep_ == "case" and word.head.lemma_.lower() in SPOUSES


def named_besides(child: Token) -> tuple[str, ...]:
    """Who is named behind a child as its parent: Ben of "with the father of her child, the actor Ben Roe"."""
    parent = child.head
    if child.dep_ != "nmod" or parent.lemma_.lower() not in PARENTS:
        return ()
    near = [parent, *([parent.head] if parent.dep_ == "conj" else [])]
    names = [each for word in near for each in children(word, "appos", "flat") if each.i > child.i]
    return unique(key for each in names for key in people(each))


def is_of_another(opening: Token, parent: str, child: str, kin: Collection[str]) -> bool:
    """Whether the child is told with another parent: of "Eva, 9, with Ben and Max, 3, with Carl" Max is not Ben's.

    Nor is he in "two girls with Ben, Eva and Zoe, and a son, Max, with Carl". `kin` are the words for children.
    """
    sent = opening.sent
    names = [each for each in mentions_in(opening.doc, sent.start, sent.end) if each.kind == "name"]
    child_at = next((each.start for each in names if each.people == (child,) and each.start > opening.i), sent.end)
    told = _beside_whom(sent, names)
    if child_at == sent.end or len(set(told.values())) < 2 or not any(parent in each for each in told.values()):
        return False
    words = [word.i for word in sent if (word.lemma_.lower() in kin and word.tag_[:2] == "NN") or word.text == ";"]
    if words and min(told) < words[0]:
        return False  # "by his wife Ada he had a son, Max, and by Eva a daughter"
    start = max((i for i in words if i < child_at), default=sent.start)
    end = min((i for i in words if i > child_at), default=sent.end)
    own = [place for place in told if start < place < end]
    if len(own) > 1 and any(start < each.start < own[0] for each in names):  # a row of names, each with its parent
        own = [place for place in own if place > child_at][:1]
    return bool(own) and not any(parent in told[place] for place in own)


def is_other_parent(word: Token, key: str) -> bool:
    """Whether somebody is told with the children whom a word names: Ada of "daughters Eva and Zoe with his ex Ada"."""
    sent = word.sent
    names = [each for each in mentions_in(word.doc, word.i + 1, sent.end) if each.kind == "name"]
    told = {place: keys for place, keys in _beside_whom(sent, names).items() if place > word.i}
    is_named = bool(names and told) and names[0].start < min(told)
    return is_named and any(key in keys for keys in told.values())


def _beside_whom(sent: Span, names: Iterable[Mention]) -> dict[int, tuple[str, ...]]:
    """With whom children are told of, by the place of the word "with"; not "Max (pictured with Ben)"."""
    told: dict[int, tuple[str, ...]] = {}
    depth, outside = 0, set[int]()
    for word in sent:
        depth += (word.text == "(") - (word.text == ")")
        is_beside = word.lower_ in BESIDE and word.dep_ == "case"  # not "by beating Ben's son Max"
        outside |= {word.i} if depth <= 0 and is_beside else set()
    for name in names:
        cases = [i for i in range(max(name.start - NEAR, sent.start), name.start) if i in outside]
        if cases:
            told.setdefault(cases[-1], name.people)
    return told


def origin_of(noun: Token) -> Token | None:
    """The marriage that children are told to be from, wherever the tree hangs it: "sons from his marriage to Jane"."""
    after = [
        token.head for token in noun.doc[noun.i + 1 : noun.i + 2] if token.lower_ == "from" and token.dep_ == "case"
    ]
    return next(filter(is_origin, (*noun.children, *after)), None)


def parents_of_union(union: Token) -> tuple[str, ...]:
    """The two of a marriage that children are from: "from her marriage to Ben", "from Ada's relationship with Ben"."""
    others = [each for each in union.children if preposition(each) in ("to", "with")]
    found = unique(key for each in others for key in people_of(union.doc, each))
    owners = unique(key for each in children(union, "nmod:poss") for key in people(each))
    return unique((*found, *owners)) if len(owners) == 1 else found


def wed_before(verb: Token) -> tuple[str, ...]:
    """Whom those who have children are told to have married before: "he married Ada Roe in 1920 and had two sons".

    So have who married her "and went on to have two sons", or "having two sons", which is not "after having".
    """
    verb = verb.head if verb.tag_ == "VB" and verb.head.lemma_ == "go" else verb
    wedding, is_bare = verb.head, verb.tag_ == "VBG" and not children(verb, "mark", "aux")
    if verb.dep_ != "conj" and not (verb.dep_ == "advcl" and is_bare and verb.i > wedding.i):
        return ()
    if wedding.lemma_ not in WEDDING or children(verb, *SUBJECT):
        return ()
    near = [*children(wedding, "obj"), *(each for each in children(wedding, "obl") if preposition(each) == "to")]
    return unique(key for each in near for key in people(each))


def _beside(verb: Token) -> tuple[str, ...]:
    """With whom somebody has children."""
    near = [each for each in children(verb, "obl") if preposition(each) == "with"]
    return unique(key for each in near for key in people_of(verb.doc, each))
