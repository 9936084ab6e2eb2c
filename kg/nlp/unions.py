"""Words that tell of two who love, wed or part, and whom of: "she married him", "their split", "parted ways"."""

from collections.abc import Iterator, Set
from itertools import islice

from spacy.tokens import Token

from kg.nlp import lexicon
from kg.nlp.governing import SUBJECTS
from kg.nlp.phrases import doc_word

HAVING = frozenset("share have welcome raise expect co-parent coparent bear".split())
DYING = frozenset(["die", "drown", "perish"])
_PARTINGS = frozenset("split divorce separate separation breakup break-up part".split())
_LEAVING = frozenset(["dump", "jilt", "ditch"])
_LOOSE = frozenset("separate separation part relationship link".split())  # also of kin, and of friends
_ESTRANGED = frozenset(["estranged", "estrange", "separate", "separated"])
_REUNIONS = frozenset("reconcile reunite rekindle remarry reconciliation".split())
_PHRASES = frozenset({("tie", "knot"), ("find", "love"), ("fall", "love"), ("move", "on"), ("partnership", "civil")})
# with whom one takes up or lives: "took up with Ben", "moved in with him", "is back with him"
_JOININGS = {"take": "up", "hook": "up", "shack": "up", "go": "out", "move": "in", "live": "", "back": ""}
_HOMES = frozenset("apartment bed flat home house".split())  # that lovers share
_LASTING = frozenset("for since from until till before after".split())  # before how long one is with somebody
_WEDDINGS = frozenset("marry wed remarry".split())
_WED = frozenset("marriage marry wed wedding".split())
_ENDINGS = frozenset("end fizzle collapse crumble fail dissolve".split())  # of a romance or marriage
_INSIDE = ("obj", "obl", "xcomp", "compound", "compound:prt", "ccomp")  # what tells with a verb: "began dating"
_TIMES = ("after", "before", "since", "following", "until", "despite")  # before what is told by the way
_BORN = frozenset(["girl", "boy", "baby"])  # welcomed, a girl is a child
_BEARING = frozenset(["bear", "give", "birth"])
_DENYING = frozenset("deny dismiss refute reject rubbish quash disprove".split())
_LOVES = frozenset("date link romance affair fling relationship couple item".split())
_NOT = frozenset(["not", "n't", "n’t", "never"])
_ONCE = frozenset(["formerly", "once", "previously"])
_BEFORE = _ONCE | frozenset(["briefly", "famously", "first", "originally"])
_SPANS = frozenset(["between", "for", "from", "until", "till"])  # before how long a marriage lasted
_DEEP = 3
_ORDERS = {"firstly": "first", "secondly": "second", "thirdly": "third", "fourthly": "fourth"}
_ORDERS |= {order: order for order in _ORDERS.values()}


def word_of(token: Token) -> str:
    """The lower-case lemma."""
    return token.lemma_.lower()


def had(child: Token) -> Token | None:
    """The verb by which somebody has the child that a noun tells of: "they had two sons and a daughter"."""
    first = child.head if child.dep_ == "conj" else child
    return first.head if first.dep_ == "obj" and word_of(first.head) in HAVING else None


def is_tie(word: Token) -> bool:
    """Whether who does it and whom it is done to are partners: "marry", "tie the knot with", "move on with"."""
    said = word_of(word)
    is_day = said == "date" and word.pos_ == "NOUN"  # "her due date", "the date of his trial"
    is_told = said in lexicon.TIE_WORDS and not is_day
    return is_told or any((said, word_of(child)) in _PHRASES for child in word.children)


def is_joined(other: Token) -> bool:
    """Whether one is told to be with somebody: "took up with Ben", "is back with him", "was with him for years".

    Not who stands beside one somewhere: "was with Ben at the game", "went out with him to dinner".
    """
    is_said = any(child.dep_ == "cop" for child in other.lefts)
    verb = other if is_said else other.head
    if not _stands_behind(other, {"with"}):
        return False
    beside = {child.lower_ for child in verb.children if child.dep_ in ("advmod", "compound:prt")}
    said = "back" if "back" in beside else word_of(verb)
    is_home = said == "share" and any(child.dep_ == "obj" and word_of(child) in _HOMES for child in verb.rights)
    is_told = is_said or is_home or (said in _JOININGS and _JOININGS[said] in ("", *beside))
    words = [child for word in (verb, other) for child in word.rights if child != other]
    about = [child for child in words if child.dep_.startswith(("obl", "nmod", "advcl"))]
    about += [child for child in verb.rights if child.dep_ == "obj" and not is_home]
    told = _LASTING if is_said or said in ("go", "live") else {*_LASTING, "in"}  # "took up with Ben in Rome"
    return is_told and all(each.ent_type_ == "DATE" or _stands_behind(each, told) for each in about)


def _stands_behind(noun: Token, words: Set[str]) -> bool:
    """Whether a preposition or conjunction among these words stands before a noun or clause."""
    return any(child.dep_ in ("case", "mark") and child.lower_ in words for child in noun.lefts)


def is_wedding(verb: Token) -> bool:
    """Whether the main line of a text goes on to a marriage: "she wed Ben", not "who had wed Ben"."""
    said = word_of(verb)
    return (said in _WEDDINGS or (said == "tie" and is_tie(verb))) and verb.dep_ not in ("acl", "acl:relcl")


def order_of_spouse(spouse: Token, verb: Token) -> str:
    """The number that words beside a spouse, or else beside the verb before, give: "wed secondly Ben"; "" for none."""
    words = (spouse, verb) if spouse.dep_ != "conj" else (spouse,)
    beside = (child.lower_ for word in words for child in word.children if child.dep_ in ("advmod", "amod"))
    return next((_ORDERS[word] for word in beside if word in _ORDERS), "")


def was_wed(verb: Token) -> bool:
    """Whether a marriage is told that was over before: "was once wed to Ben", "was wed to him from 1985 to 1987"."""
    helping = {child.lower_ for child in verb.children if child.dep_ in ("aux", "aux:pass", "cop")}
    is_before = any(child.lower_ in _BEFORE and child.dep_ == "advmod" for child in verb.children)
    spans = (child for child in verb.rights if child.dep_.startswith("obl"))
    is_span = any(child.lower_ in _SPANS for time in spans for child in time.lefts if child.dep_ == "case")
    return "was" in helping and (is_before or is_span)


def is_parting(word: Token) -> bool:
    """Whether the word, or what it is said with, ends what was between two: "split", "break up", "end a romance"."""
    beside = {word_of(child) for child in word.children}
    ended = [word.head] if word.dep_ in SUBJECTS else []  # "the marriage ended"
    said = word_of(word)
    return (
        said in _PARTINGS
        or (said == "break" and "up" in beside)
        or (said == "call" and "quit" in beside)
        or (said in _ENDINGS and any(map(is_tie, word.children)))
        or (is_tie(word) and any(word_of(each) in _ENDINGS for each in ended))
    )


def is_parting_since(word: Token) -> bool:
    """Whether a clause goes on to the parting of the same two: "they wed in 2010 and divorced in 2015"."""
    has_own = any(child.dep_ in SUBJECTS for child in word.children)
    return word.dep_ in ("conj", "advcl") and not has_own and is_parting(word)


def is_past_wedding(word: Token) -> bool:
    """Whether it names a wedding, or tells that two wed: "their wedding", "they wed", not "they will wed"."""
    helping = (child for child in word.children if child.dep_ in ("aux", "mark"))
    return word_of(word) in _WED and all(child.tag_ not in ("MD", "TO") for child in helping)


def is_of_lovers(word: Token) -> bool:
    """Whether nobody's kin is loved or left so: "divorce", "split", "dump"; also kin are separated, or have bonds."""
    said = word_of(word)
    return said in _LEAVING or (said not in _LOOSE and (is_tie(word) or is_parting(word)))


def is_of_two(noun: Token) -> bool:
    """Whether a noun tells by itself of two who love or part: "romance", "wedding", "split"."""
    return word_of(noun) in lexicon.TIE_WORDS or is_parting(noun)


def is_reunion(word: Token) -> bool:
    """Whether two who had parted are together again: "reconciled", "got back together", "are dating again"."""
    beside = {child.lower_ for child in word.children}
    is_again = "again" in beside and ("together" in beside or is_tie(word))
    return word_of(word) in _REUNIONS or "back" in beside or is_again


def is_estranged(partner: Token) -> bool:
    """Whether a noun tells of a partner who lives apart: "her estranged husband", "who was separated from his wife"."""
    is_from = partner.dep_.startswith("obl") and doc_word(partner.doc, partner.left_edge.i) == "from"
    is_told = is_from and word_of(partner.head) in _ESTRANGED
    return is_told or any(child.lower_ == "estranged" for child in partner.lefts)


def is_left(partner: Token) -> bool:
    """Whether a noun tells of a partner who is parted from: "after breaking up with his girlfriend"."""
    is_beside = partner.dep_.startswith("obl") and doc_word(partner.doc, partner.left_edge.i) in ("from", "with")
    return is_estranged(partner) or (is_beside and is_parting(partner.head))


def told_by(word: Token, end: int) -> Iterator[Token]:
    """The words before token `end` that tell what a clause does: "announced their split", "went on to marry"."""
    words = [word]
    for _ in range(_DEEP):
        yield from words
        inside = (child for each in words for child in each.children if child.dep_ in _INSIDE and child.i < end)
        words = [child for child in inside if doc_word(child.doc, child.left_edge.i) not in _TIMES]


def subject_above(noun: Token) -> Token | None:
    """The subject before it of the nearest clause around a noun: of "she wed Ben after her divorce" she."""
    word = noun.head
    for _ in range(_DEEP):
        subject = next((child for child in word.children if child.dep_ in SUBJECTS and child.i < noun.i), None)
        if subject is not None:
            return subject
        word = word.head
    return None


def is_between_subjects(verb: Token) -> bool:
    """Whether a verb of love or parting has nobody but its subjects: "were married", not "married two sisters"."""
    words = [verb, *(child for child in verb.children if child.dep_ == "xcomp" or word_of(child) == "knot")]
    others = (child for word in words for child in word.children if child not in words)
    has_other = any(
        child.dep_ in ("obj", "iobj") or doc_word(child.doc, child.left_edge.i) in ("to", "with", "from")
        for child in others
        if child.ent_type_ != "DATE"  # "they dated from 2015 to 2017"
    )
    return not has_other and any(map(is_tie, words))


def is_couple(word: Token) -> bool:
    """Whether it is said, or denied, that two are lovers: "were a couple", "are no longer an item"."""
    return word_of(word) in ("couple", "item") and any(child.dep_ == "cop" for child in word.children)


def are_parents(verb: Token, other: Token) -> bool:
    """Whether subject and object have a child together: "she shares two sons with him", "welcomed a baby with".

    Not who is named with the subject: "Ada, seen with Ben, has a son".
    """
    return have_child(verb) and other.i > verb.i and doc_word(other.doc, other.left_edge.i) == "with"


def have_child(verb: Token) -> bool:
    """Whether a verb tells of a child that somebody has: "shares two sons", "welcomed a baby"."""
    return word_of(verb) in HAVING and any(child.dep_ == "obj" and is_child(child) for child in verb.children)


def is_child(noun: Token) -> bool:
    """Whether it is a word for a child."""
    return word_of(noun) in _BORN or lexicon.tie_of(word_of(noun)) == "child"


def is_of_birth(child: Token) -> bool:
    """Whether the birth of the child is told: "a son was born", "she bore a son", "she gave birth to a girl"."""
    is_born = child.head.lower_ == "born" and child.dep_ in SUBJECTS
    return is_born or (word_of(child.head) in _BEARING and child.dep_ not in SUBJECTS)


def is_told_now(word: Token) -> bool:
    """Whether the present tense tells a union: "is engaged to", "are dating", not "wed", "has married"."""
    helping = [child for child in word.children if child.dep_ in ("aux", "aux:pass", "cop")]
    return is_tie(word) and any(each.lemma_ == "be" and each.tag_ in ("VBP", "VBZ") for each in helping)


def is_going_on(word: Token) -> bool:
    """Whether a union is told that goes on: "are dating", "have been dating since", "have been together"."""
    beside = {child.lower_ for child in word.children} | {word.lower_}
    return is_told_now(word) or ({"have", "been"} <= beside and (is_tie(word) or "together" in beside))


def is_denied(word: Token) -> bool:
    """Whether it is told that two are no lovers: "is not dating", "denied she is in a relationship with".

    Not "they are not engaged", as lovers may be.
    """
    is_not = any(child.lower_ in _NOT for child in word.children)
    is_denied = any(word_of(each) in _DENYING for each in (word, *islice(word.ancestors, _DEEP)))
    return word_of(word) in _LOVES and (is_not or is_denied)


def is_over(word: Token) -> bool:
    """Whether a union was over before that of which the text tells: "had been married to", "who once dated".

    So is that of "Ben, who used to date Ada"; of "Ben used to date Ada" the text may go on to tell.
    """
    helping = {child.lower_ for child in word.children if child.dep_ in ("aux", "aux:pass", "cop")}
    is_used = word.dep_ == "xcomp" and word_of(word.head) == "use"
    is_once = is_used or any(child.lower_ in _ONCE and child.dep_ == "advmod" for child in word.children)
    is_once &= word_of(word) != "link"  # which is no love for sure
    clause = word.head if is_used else word
    return {"had", "been"} <= helping or (is_once and clause.dep_ in ("acl", "acl:relcl"))
