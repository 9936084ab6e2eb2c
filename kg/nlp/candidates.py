"""Stretches that may speak of people: names, pronouns, descriptions and groups, before they are resolved."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from spacy.tokens import Doc, Token

from kg.nlp import lexicon
from kg.nlp.edges import is_family
from kg.nlp.governing import SUBJECTS
from kg.nlp.heads import HYPHENS, possible_heads
from kg.nlp.lexicon import GROUPS, ORDINALS, PRONOUNS
from kg.nlp.marks import is_begun_by, is_called_upon, is_named_by
from kg.nlp.named import Named
from kg.nlp.names import PEERS, fold
from kg.nlp.phrases import doc_word
from kg.nlp.twofold import is_twofold

APPOSED = frozenset({"appos", "flat", "flat:name", "nmod:desc", "nmod:unmarked", "compound"})
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
    same = _same(token, heads, spans)
    if noun.tie == "partner" and any(child.lower_ == "former" for child in token.lefts):
        word = f"ex-{word}"
    return Candidate(
        start=_left(token),
        end=_right(token),
        head=token.i,
        kind="nominal",
        gender=noun.gender,
        number="many" if token.tag_ == "NNS" else "one",
        noun=word,
        tie=noun.tie,
        order=next((child.lower_ for child in token.children if child.lower_ in ORDINALS), ""),
        definite=any(child.dep_ == "det" and child.lower_ in _DEFINITE for child in token.children),
        owners=tuple(owner for owner in _owners(token) if owner not in same),
        same=same,
    )


def spelled(token: Token) -> str:
    """The lower-case lemma of a noun with what is hyphened to it: "ex-wife", "mother-in-law", "mother-of-two"."""
    doc, i = token.doc, token.i
    word = token.lemma_.lower() or token.lower_
    if _right(token) > i + 1:
        return f"{word}-{doc_word(doc, i + 2)}-{doc_word(doc, i + 4)}"
    while i >= 2 and doc[i - 1].text in HYPHENS and not doc[i - 1].whitespace_ and not doc[i - 2].whitespace_:
        word, i = f"{doc[i - 2].lower_}-{word}", i - 2
    return f"ex-{word}" if doc_word(doc, i - 1) == "ex" else word


def _right(token: Token) -> int:
    """Where the noun ends: after "-in-law" and "-of-two", if they follow."""
    doc, i = token.doc, token.i
    if i + 4 >= len(doc) or doc[i + 1].text not in HYPHENS or doc[i + 3].text not in HYPHENS:
        return i + 1
    is_law = doc_word(doc, i + 2) == "in" and doc_word(doc, i + 4) == "law"
    return i + 5 if is_law or doc_word(doc, i + 2) == "of" else i + 1


def _is_aged(token: Token) -> bool:
    """ "the 29-year-old" as a noun: its head is "old"."""
    is_old = token.lower_ == "old" and doc_word(token.doc, token.i - 2) in ("year", "month")
    return is_old and token.dep_ not in ("amod", "xcomp", "advmod") and token.i >= 4


def _left(token: Token) -> int:
    """Where the noun with its determiner, possessor and adjectives begins."""
    parts = ("det", "amod", "nmod:poss", "nummod", "compound", "det:predet")
    left = [child.left_edge.i for child in token.lefts if child.dep_ in parts]
    hyphened = token.i - 2 * spelled(token).count("-") if _right(token) == token.i + 1 else token.i
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


def joined(token: Token) -> tuple[Token, ...]:
    """What is coordinated with the token: the Jane of "John and Jane", the baker of "the singer John and the baker"."""
    named = [child for child in token.rights if is_named_by(token, child)]
    return tuple(child for each in (token, *named) for child in each.rights if child.dep_ == "conj")


def _same(token: Token, heads: set[int], spans: dict[int, int]) -> tuple[int, ...]:
    beside = [*_adjacent(token, spans), *_apposed(token, heads), *_shared(token, spans), *_beyond(token, spans)]
    beside = [i for i in beside if not is_called_upon(token.doc[i])]
    if token.tag_ != "NNS":
        beside = beside[:1]
    elif beside:
        beside = [each.i for i in beside for each in (token.doc[i], *joined(token.doc[i])) if each.i in heads]
    told = beside or [*_predicates(token, heads)] or [*_subjects(token)]
    return tuple(dict.fromkeys(told or [each.i for each in taken_as(token)]))


def taken_as(noun: Token) -> list[Token]:
    """The Ben of "she took Ben in as her son", "she made Ben her heir": of whom somebody makes kin of theirs."""
    verb = noun.head
    is_as = noun.dep_ == "obl" and any(child.lower_ == "as" for child in noun.lefts)
    is_made = noun.dep_ == "xcomp" and verb.pos_ == "VERB"
    is_owned = any(child.dep_ == "nmod:poss" for child in noun.lefts)
    objects = [child for child in verb.rights if child.dep_ == "obj" and child.i < noun.i]
    return objects if (is_as or is_made) and is_owned and len(objects) == 1 else []


def _predicates(token: Token, heads: set[int]) -> Iterator[int]:
    """ "Her brother is Lee Marsh", "the physicist Lee Marsh": a name that is said of the noun."""
    if token.dep_ == "nsubj" and _is_stated(token.head):
        told = (token.head, *(child for child in token.head.rights if child.dep_ == "appos"))
        yield from (each.i for each in told if each.i in heads)


def _apposed(token: Token, heads: set[int]) -> Iterator[int]:
    """Names in apposition, either way round, also through another noun: "his wife, the actress Jane Roe"."""
    for child in token.rights:
        if child.dep_ == "conj" and _is_other_kin(child):
            break  # "his wife and their son, Ben"
        if child.dep_ in APPOSED:
            if child.i in heads:
                yield child.i
            else:
                yield from (each.i for each in child.rights if each.dep_ in APPOSED and each.i in heads)
    if token.dep_ in APPOSED or _is_second(token):
        if token.head.i in heads:
            yield token.head.i
        elif token.head.dep_ in APPOSED and token.head.head.i in heads:
            yield token.head.head.i


def _is_second(noun: Token) -> bool:
    """The wife of "Ada Roe, sister of Ben Roe and wife of Carl Poe": a bare noun joined to whom another tells of."""
    kin = [child for child in noun.head.rights if child.dep_ == "appos" and lexicon.tie_of(child.lemma_)]
    is_told = noun.dep_ == "conj" and bool(kin) and kin[0].i < noun.i and bool(lexicon.tie_of(noun.lemma_))
    is_bare = not any(child.dep_ in ("det", "nmod:poss", "nummod") for child in noun.lefts)
    return is_told and is_bare and noun.tag_ == "NN" and doc_word(noun.doc, noun.i + 1) == "of"


def _is_other_kin(noun: Token) -> bool:
    """Whether a noun coordinated with another tells of others: a child, "her mother", "two brothers"."""
    tie = lexicon.tie_of(noun.lemma_)
    is_apart = noun.tag_ == "NNS" or any(child.dep_ == "nmod:poss" for child in noun.lefts)
    return tie == "child" or (tie in ("parent", "sibling") and is_apart)


def _adjacent(token: Token, spans: dict[int, int]) -> Iterator[int]:
    """ "actress Jane Roe", "his wife of ten years, the singer Jane Roe,": a name after it, whatever the tree says."""
    doc, end = token.doc, _right(token)
    if end in spans:
        name = doc[spans[end]]
        # "on losing her parents Ada said", which trees part in two: she is none of several
        is_one = token.tag_ == "NNS" and name.sent != token.sent and not joined(name)
        if not is_one and not is_begun_by(token, name):
            yield name.i
        return
    if _counts_children(token) and doc_word(doc, end) in (",", ":") and end + 1 in spans:
        if doc[spans[end + 1]].dep_ in APPOSED:
            yield spans[end + 1]
        return
    if not any(child.dep_ == "nmod:poss" for child in token.children) and token.lower_ not in PEERS:
        if doc_word(doc, end) in ("named", "called") and end + 1 in spans:
            yield spans[end + 1]
        return
    for i in range(end, min(end + 10, len(doc))):
        if i in spans and not is_begun_by(token, doc[spans[i]]):
            yield spans[i]
        is_seat = doc[i].tag_ == "NNP" and token.lower_ in PEERS  # "the Duchess of Alba, Maria"
        if i in spans or doc[i].sent_start == 1 or not (is_seat or _may_stand_between(doc[i])):
            return


def _counts_children(token: Token) -> bool:
    """ "Two sons": whose names follow, wherever the tree hangs them: "with whom she had two sons, Ben and Carl"."""
    noun = lexicon.person_noun(token.lemma_.lower())
    is_counted = any(child.dep_ == "nummod" for child in token.lefts)
    return is_counted and token.tag_ == "NNS" and noun is not None and noun.tie == "child"


def _shared(token: Token, spans: dict[int, int]) -> Iterator[int]:
    """ "Her husband and former manager Ben Roe": a name that stands beside the second of two words for one person."""
    for other in token.rights:
        is_owned = any(child.dep_ in ("det", "nmod:poss") for child in other.lefts)
        is_second = other.dep_ == "conj" and other.tag_ == "NN" and not is_owned
        noun = lexicon.person_noun(other.lemma_.lower()) if is_second else None
        if noun is not None and noun.tie in ("", "associate") and token.tag_ == "NN" and other.i + 1 in spans:
            yield spans[other.i + 1]


def _beyond(token: Token, spans: dict[int, int]) -> Iterator[int]:
    """ "The wife of the politician John Roe, Jane Poe, died": the name behind its owner's, between commas."""
    doc, i = token.doc, token.i
    if token.tag_ != "NN" or doc_word(doc, i + 1) != "of" or doc_word(doc, i - 1) != "the":
        return
    owner = next((place for place in range(i + 2, i + 7) if place in spans), i)
    comma = _name_end(doc, owner)
    last = _name_end(doc, comma + 1)
    is_apart = owner > i and doc_word(doc, comma) == "," and doc_word(doc, last) in (",", "(")
    if is_apart and comma + 1 in spans and doc_word(doc, last + 1) not in ("and", "&", "or"):
        yield spans[comma + 1]


def _name_end(doc: Doc, start: int) -> int:
    return next((i for i in range(start, len(doc)) if doc[i].tag_ != "NNP"), len(doc))


def _may_stand_between(token: Token) -> bool:
    """What an apposition may have before the name: "of ten years", "the", "real estate executive", "named"."""
    if token.tag_ in ("JJ", "NN", "CD", "HYPH", "DT", ","):
        return True
    return token.lower_ in ("named", "called", "of", "years", "months", "former", "then", "-", "born")


_DOUBTS = frozenset("not n't never would could might may should will if whether".split())


def _subjects(token: Token) -> Iterator[int]:
    """The subject that the noun is said of; nothing denied or possible.

    "Jane is his wife", "Jane became his wife", "Jane was born the daughter of a clerk".
    """
    verb = token.head
    is_become = token.dep_ in ("xcomp", "obj") and (verb.lemma_ in ("become", "remain") or verb.lower_ == "born")
    if (is_become and _is_certain(verb)) or _is_stated(token):
        clause = verb if is_become else token
        yield from (child.i for child in clause.children if child.dep_ in ("nsubj", "nsubj:pass"))


def _is_stated(token: Token) -> bool:
    """Whether the word is a predicate told as a fact."""
    return any(child.dep_ == "cop" for child in token.children) and _is_certain(token)


def _is_certain(verb: Token) -> bool:
    return not _DOUBTS & {child.lower_ for child in verb.children if child.dep_ in ("aux", "advmod", "mark")}
