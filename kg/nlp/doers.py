"""Whose kin a clause tells of: mostly of who does it or whom it is about, in "Ben left it to his son"."""

from collections.abc import Iterator

from spacy.tokens import Token

from kg.nlp import lexicon
from kg.nlp.governing import SUBJECTS
from kg.nlp.phrases import doc_word
from kg.nlp.unions import is_tie, word_of

_DEEP = 8
_KIN = frozenset(["partner", "child", "parent", "sibling", "relative"])
_NOBODY_OWN = frozenset(["widow", "widower"])  # one's own is told of once one is dead
_BEING = frozenset(["become", "remain", "be"])  # "Ben became his stepfather"
_ENDS = frozenset(["death", "demise"])
# what only those do who live on
_OUTLIVING = frozenset(
    "announce confirm report reveal mourn lament grieve regret write speak comment tell learn hear "
    "avenge order cause investigate witness".split()
)
# what only those do after a death who have not died: the dead may become famous, or be buried
_LIVING = frozenset("marry wed remarry raise inherit succeed move return settle sell bear flee retire".split())
_AFTER = frozenset(["after", "following", "upon", "on", "at"])
_UNTIL = frozenset(["until", "till"])
# what strangers do, too, to those who are near to whom a text is about: "a nurse told his wife"
_ADDRESSING = frozenset(
    "tell ask inform call contact visit interview meet photograph see spot notice help show send write advise thank "
    "congratulate console teach treat approach follow know recognise recognize paint portray describe play".split()
)
_TOLD = ("obj", "iobj")  # who is told to do it: "Ben asked the boy to draw his father"
_SHARING = ("conj", "advcl")  # clauses that have the subject of the one above them

_PROMISING = frozenset(["promise", "vow", "swear", "threaten"])


def doer(owner: Token) -> Token | None:
    """Who does what the clause around "his father" or "until his death" tells, where the clause has a subject."""
    noun = owner.head
    if owner.dep_ != "nmod:poss" or not (_is_kin(noun) or _is_end(noun)) or _is_told(noun):
        return None
    verb = _verb_above(noun)
    is_being = word_of(verb) in _BEING and noun.head == verb if verb is not None else False
    if verb is None or is_being or (is_tie(verb) and _tie(noun) != "partner"):
        return None
    for _ in range(_DEEP):
        subject = next((child for child in verb.children if child.dep_ in SUBJECTS), None)
        if subject is not None:
            return subject
        is_own = verb.dep_ == "xcomp" and not any(child.dep_ in _TOLD for child in verb.head.children)
        if not (is_own or verb.dep_ in _SHARING) or verb.head.pos_ not in ("VERB", "AUX", "ADJ"):
            return None
        verb = verb.head
    return None


def is_addressing(verb: Token) -> bool:
    """Whether the verb may as well be told of somebody else's kin: "a nurse told his wife"."""
    return word_of(verb) in _ADDRESSING


def survivor(owner: Token) -> Token | None:
    """Whose own death it is not: Ben in "Ben wrote of his death", "after his death Ben married Ada"."""
    noun = owner.head
    is_told = owner.dep_ == "nmod:poss" and word_of(noun) in _ENDS and noun.dep_ in ("obj", "obl")
    first, deed = doc_word(noun.doc, noun.left_edge.i), word_of(noun.head)
    is_of_it = noun.dep_ == "obj" or first in ("of", "on", "about")
    is_past = noun.dep_ == "obl" and first in _AFTER and deed in _LIVING
    if not is_told or not (is_past or (is_of_it and deed in _OUTLIVING)):
        return None
    verb = noun.head
    while verb.dep_ in ("conj", "xcomp") and not any(child.dep_ in SUBJECTS for child in verb.children):
        verb = verb.head
    return next((child for child in verb.children if child.dep_ == "nsubj"), None)


def doer_after(owner: Token) -> Token | None:
    """Who does something after a death: the son in "his son sold the mill after his death"; not who "was buried" so."""
    noun = owner.head
    is_after = owner.dep_ == "nmod:poss" and word_of(noun) in _ENDS and noun.dep_ == "obl"
    if not is_after or doc_word(noun.doc, noun.left_edge.i) not in _AFTER or noun.head.pos_ != "VERB":
        return None
    subject = next((child for child in noun.head.children if child.dep_ == "nsubj" and child.i < owner.i), None)
    is_so = any(child.dep_ == "xcomp" and child.pos_ == "ADJ" for child in noun.head.children)  # "became famous"
    return None if is_so else subject


def owner_above(owner: Token) -> Token | None:
    """Whose deed, or whose lot, is told with the kin's part in it: Ben in "Ben's quarrel with his brother".

    So in "the murder of Ben by his wife", "Ben's case and his murder".
    """
    noun = owner.head
    if owner.dep_ != "nmod:poss" or not (noun.dep_ == "conj" or _is_kin(noun)) or _is_told(noun):
        return None
    for _ in range(_DEEP):
        is_inside = noun.dep_.startswith("nmod") or noun.dep_ == "conj"
        if not is_inside or noun.head.pos_ != "NOUN" or lexicon.person_noun(word_of(noun.head)) is not None:
            return None
        noun = noun.head
        for child in noun.children:
            is_of = child.dep_ == "nmod" and doc_word(child.doc, child.left_edge.i) == "of"
            if (is_of or child.dep_ == "nmod:poss") and child.i < owner.i and owner not in child.subtree:
                return child
    return None


def between(owner: Token, subject: Token) -> Iterator[Token]:
    """The words of the clause between who does it and the possessor: Carl in "Ben sent Carl to his father"."""
    verb = _verb_above(owner.head)
    if verb is not None:
        start, end = (subject.right_edge.i, owner.i) if subject.i < owner.i else (owner.i, subject.left_edge.i)
        yield from (word for word in verb.subtree if start < word.i < end)


def _tie(noun: Token) -> str:
    return lexicon.tie_of(word_of(noun)) or ""


def _is_kin(noun: Token) -> bool:
    is_as = doc_word(noun.doc, noun.left_edge.i) == "as"  # "Ben served as his guardian"
    return _tie(noun) in _KIN and word_of(noun) not in _NOBODY_OWN and not is_as


def _is_end(noun: Token) -> bool:
    return word_of(noun) in _ENDS and doc_word(noun.doc, noun.left_edge.i) in _UNTIL


def _is_told(noun: Token) -> bool:
    """Whether a clause tells of the noun itself, or that somebody is it: "his son sang", "Ben is his son"."""
    return noun.dep_ in SUBJECTS or any(child.dep_ in (*SUBJECTS, "cop") for child in noun.children)


def _verb_above(noun: Token) -> Token | None:
    """The verb whose object or whose circumstance the noun tells, or is a part of."""
    word = noun
    for _ in range(_DEEP):
        if word.dep_ in SUBJECTS or word.dep_.startswith("acl") or word.head == word:
            return None
        if word.dep_ == "nmod" and lexicon.person_noun(word_of(word.head)) is not None:
            return None  # "Ben is the brother of his wife"
        word = word.head
        if word.pos_ in ("VERB", "AUX") or any(child.dep_ == "cop" for child in word.children):
            return word
    return None


def understood_doer(word: Token) -> Token | None:
    """Who does what is done to the word where no subject stands: Ben in "she asked Ben to let him go".

    It is somebody else than him; so is Ben in "Ben wanted to help him". Who promises does it himself.
    """
    verb = word.head
    if word.dep_ not in ("obj", "iobj") or verb.dep_ != "xcomp" or all(each.lower_ != "to" for each in verb.lefts):
        return None
    above = verb.head
    asked = [each for each in above.rights if each.dep_ in ("obj", "iobj") and each.i < verb.i]
    subjects = [each for each in above.lefts if each.dep_ in SUBJECTS]
    told = subjects if above.lemma_ in _PROMISING or not asked else asked
    return told[0] if told and told[0].lower_ not in ("they", "them", "we", "us") else None
