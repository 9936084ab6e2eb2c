"""Stretches that may speak of people: names, pronouns, descriptions and groups, before they are resolved."""

from dataclasses import dataclass, field

from spacy.tokens import Doc, Token

from kg.nlp import lexicon
from kg.nlp.beside import joined, last_of, same_as
from kg.nlp.edges import is_family
from kg.nlp.governing import SUBJECTS
from kg.nlp.heads import HYPHENS, possible_heads
from kg.nlp.lexicon import GROUPS, ORDINALS, PRONOUNS
from kg.nlp.marks import trades
from kg.nlp.named import Named
from kg.nlp.names import PEERS, fold
from kg.nlp.phrases import doc_word
from kg.nlp.twofold import is_twofold

# no compound: of "by the end of that year husband and wife had parted" the year may be hung at the husband
_OWNING = frozenset({"det", "nmod:poss", "amod", "nummod"})
_DEFINITE = frozenset({"the", "this", "that", "both", "these", "those"})


@dataclass(slots=True)
class Candidate:
    """Tokens `start` to `end` (not included), headed by `head`, that may speak of people.

    `kind`: name, pronoun, nominal, group, or elided: a verb that has no subject and tells of the one the text is about.
    `number`: one, many, speaker ("I"), speakers ("we"), relative ("who"). `noun`, `tie` and `order` tell a description:
    "first wife" is the noun "wife", the tie "partner" and the order "first". `owners` are the heads of its possessors,
    `same` the heads of names (or of a subject) that the tree puts beside it as the same person. `family`: the folded
    name that a group bears, "roe" of "the Roes".
    """

    start: int
    end: int
    head: int
    kind: str
    gender: str = ""
    number: str = "one"
    noun: str = ""
    tie: str = ""
    order: str = ""
    definite: bool = False
    family: str = ""
    owners: tuple[int, ...] = ()
    same: tuple[int, ...] = ()
    people: tuple[int, ...] = field(default=())


def candidates(doc: Doc, found: list[Named]) -> list[Candidate]:
    """All candidates, in order of their heads, no two with one head."""
    named = [Candidate(each.start, each.end, doc[each.start : each.end].root.i, "name") for each in found]
    taken = {i for each in named for i in range(each.start, each.end)}
    heads = {each.head for each in named}
    spans = {each.start: each.head for each in named}
    others = [
        candidate
        for token in map(doc.__getitem__, possible_heads(doc, taken))
        if (candidate := _pronoun(token) or _described(token, heads, spans))
    ]
    return sorted([*named, *others], key=lambda each: each.head)


def _pronoun(token: Token) -> Candidate | None:
    known = PRONOUNS.get(token.lower_)
    if known is None or token.tag_ not in ("PRP", "PRP$", "WP", "WP$", "WDT", "IN", "DT"):
        return _reciprocal(token)
    gender, number = known
    if number == "relative" and not _is_relative(token):
        return None
    return Candidate(token.i, token.i + 1, token.i, "pronoun", gender, number)


def _reciprocal(token: Token) -> Candidate | None:
    """ "each other", headed by the word that stands higher in the tree."""
    if (doc_word(token.doc, token.i - 1), token.lower_) in lexicon.RECIPROCALS:
        head = token.i - 1 if token.head.i == token.i - 1 else token.i
        return Candidate(token.i - 1, token.i + 1, head, "pronoun", "", "many")
    return None


def _is_relative(token: Token) -> bool:
    """A pronoun inside a relative clause, not a question word or a conjunction."""
    return (
        token.tag_ in ("WP", "WP$", "WDT")
        and token.dep_ != "det"
        and (token.lower_ != "that" or relative_head(token) is not None)
    )


def relative_head(token: Token) -> Token | None:
    """The noun that the relative clause around `token` describes."""
    for _ in range(8):
        if token.dep_ == "acl:relcl":
            return token.head
        if token.head is token:
            return None
        token = token.head
    return None


# descriptions


def _described(token: Token, heads: set[int], spans: dict[int, int]) -> Candidate | None:
    word = spelled(token)
    return _group(token, word) or _nominal(token, word, heads, spans)


def _group(token: Token, word: str) -> Candidate | None:
    """ "the couple", "the two", "both", "the Roes", "husband and wife": two people taken together."""
    if word == "both" and token.dep_ not in ("det", "det:predet", "cc:preconj", "cc", "advmod"):
        return Candidate(token.i, token.i + 1, token.i, "group", number="many")
    if _is_of_nobody(token) and is_twofold(token):
        return Candidate(token.i, token.i + 3, token.i, "group", number="many", noun="spouse")
    if (family := _family(token)) is None and not _is_group(token, word):
        return None
    determiners = {child.lower_ for child in token.children if child.dep_ in ("det", "det:predet")}
    if not determiners & _DEFINITE:
        return None
    if any(child.dep_ == "nmod" and doc_word(token.doc, child.left_edge.i) == "of" for child in token.children):
        return None  # "the pair of shoes"
    noun = "couple" if family else word
    return Candidate(
        start=_left(token),
        end=token.i + 1,
        head=token.i,
        kind="group",
        gender=_gender_of_all(token),
        number="many",
        noun=noun,
        definite=True,
        family=family or "",
    )


def _gender_of_all(token: Token) -> str:
    """The gender of each of a group: women and men are, actors may be of both."""
    noun = lexicon.person_noun(token.lemma_.lower())
    is_clear = noun is not None and (noun.gender == "female" or token.lemma_.lower() == "man")
    return noun.gender if noun is not None and is_clear else ""


def _is_of_nobody(token: Token) -> bool:
    """ "Husband and wife made up": whose, no word says."""
    is_first = token.lower_ in ("husband", "wife") and doc_word(token.doc, token.i + 1) == "and"
    return is_first and token.dep_ in SUBJECTS and not any(child.dep_ in _OWNING for child in token.lefts)


def _family(token: Token) -> str | None:
    """The name of a family taken together: "roe" of "the Roes"; None for other words."""
    if not token.text.endswith("s") or doc_word(token.doc, token.i - 1) != "the" or not is_family(token):
        return None
    return fold(token.text[:-1])


def _is_group(token: Token, word: str) -> bool:
    """Whether the noun tells of a group by itself, or of two of some kind."""
    lemma = token.lemma_.lower()
    if {lemma, word, token.lower_} & GROUPS and (token.tag_ in ("NN", "NNS") or word == "two"):
        return True
    noun = lexicon.person_noun(lemma)
    if token.tag_ != "NNS" or noun is None or noun.tie:
        return False
    is_two = any(child.lower_ == "two" and child.dep_ == "nummod" for child in token.lefts)
    return is_two or (token.dep_ == "nsubj" and token.head.lemma_ in lexicon.TIE_WORDS)  # "the stars split"


def _nominal(token: Token, word: str, heads: set[int], spans: dict[int, int]) -> Candidate | None:
    """ "the actress", "his first wife", "a friend of the couple", "the 29-year-old"."""
    noun = lexicon.PersonNoun() if _is_aged(token) else lexicon.person_noun(word)
    if noun is None or is_twofold(token):
        return None
    is_peer = token.lower_ in PEERS and doc_word(token.doc, token.i + 1) == "of"
    is_known = is_peer or lexicon.is_people(token.text)
    if token.tag_ not in ("NN", "NNS") and not _is_aged(token) and not is_known:
        return None
    if token.text[0].isupper() and token.sent_start != 1 and not is_known:
        return None  # "told People"
    if token.dep_ == "compound" and token.head.i not in heads:
        return None
    same = same_as(token, heads, spans)
    if noun.tie == "parent" and (number := _children_counted(token)):
        word, noun = f"{word}-of-{number}", lexicon.PersonNoun(noun.gender)
    if noun.tie == "partner" and any(child.lower_ == "former" for child in token.lefts) and not trades(token):
        word = f"ex-{word}"
    return Candidate(
        start=_left(token),
        end=last_of(token),
        head=token.i,
        kind="nominal",
        gender=noun.gender,
        number="many" if token.tag_ == "NNS" else "one",
        noun=word,
        tie=noun.tie,
        order=next((child.lower_ for child in token.children if child.lower_ in ORDINALS), ""),
        definite=any(child.dep_ == "det" and child.lower_ in _DEFINITE for child in token.children),
        owners=tuple(owner for owner in _owners(token) if owner not in same) if "-of-" not in word else (),
        same=same,
    )


def spelled(token: Token) -> str:
    """The lower-case lemma of a noun with what is hyphened to it: "ex-wife", "mother-in-law", "mother-of-two".

    Or with the word before it, where both tell whose somebody is: "her other half".
    """
    doc, i = token.doc, token.i
    word = token.lemma_.lower() or token.lower_
    if word in lexicon.SECOND and any(child.dep_ in ("nmod:poss", "nmod") for child in token.children):
        pair = f"{doc_word(doc, i - 1)} {word}"
        if pair in lexicon.NOUNS:
            return pair
    if last_of(token) > i + 1:
        return f"{word}-{doc_word(doc, i + 2)}-{doc_word(doc, i + 4)}"
    while i >= 2 and doc[i - 1].text in HYPHENS and not doc[i - 1].whitespace_ and not doc[i - 2].whitespace_:
        word, i = f"{doc[i - 2].lower_}-{word}", i - 2
    return f"ex-{word}" if doc_word(doc, i - 1) == "ex" else word


def _children_counted(token: Token) -> str:
    """How many children somebody is told by, none of whom is named: "the father of four", "the mother of two girls"."""
    doc, i = token.doc, token.i + 2
    if doc_word(doc, token.i + 1) != "of" or i >= len(doc) or doc[i].tag_ != "CD":
        return ""
    noun = doc[i].head if doc[i].dep_ == "nummod" else doc[i]
    is_named = noun.ent_type_ == "PERSON" or any(child.dep_ in ("appos", "flat", "nmod") for child in noun.rights)
    is_child = noun.i == i or lexicon.tie_of(noun.lemma_) == "child" or noun.lemma_ in ("boy", "girl")
    return doc[i].lower_ if is_child and not is_named else ""


def _is_aged(token: Token) -> bool:
    """ "the 29-year-old" as a noun: its head is "old"."""
    is_old = token.lower_ == "old" and doc_word(token.doc, token.i - 2) in ("year", "month")
    return is_old and token.dep_ not in ("amod", "xcomp", "advmod") and token.i >= 4


def _left(token: Token) -> int:
    """Where the noun with its determiner, possessor and adjectives begins."""
    parts = ("det", "amod", "nmod:poss", "nummod", "compound", "det:predet")
    left = [child.left_edge.i for child in token.lefts if child.dep_ in parts]
    hyphened = token.i - 2 * spelled(token).count("-") if last_of(token) == token.i + 1 else token.i
    start = min([token.i, max(hyphened, 0), *left])
    while start < token.i and (token.doc[start].is_punct or token.doc[start].is_space):
        start += 1
    return start


def _owners(token: Token) -> tuple[int, ...]:
    """Whose: "his wife", "John's wife", "the wife of John", "the daughter of John and Jane"."""
    doc = token.doc
    direct = [child for child in token.children if child.dep_ == "nmod:poss"]
    direct += [
        child for child in token.children if child.dep_ == "nmod" and doc_word(doc, child.left_edge.i) in ("of", "to")
    ]
    return tuple(each.i for child in direct for each in (_name_of(child), *joined(child)))


def _name_of(token: Token) -> Token:
    """The Jane of "the rookie Jane Roe", which knows whom it means where the noun may be unheard of."""
    beside = (child for child in token.rights if child.dep_ == "appos" and child.i == token.i + 1)
    return next((child for child in beside if token.tag_ in ("NN", "NNS") and child.pos_ == "PROPN"), token)
