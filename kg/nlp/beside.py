"""Of whom a description is said, as the tree has it: names beside it, in apposition, or of which it is told."""

from collections.abc import Iterator

from spacy.tokens import Doc, Token

from kg.nlp import lexicon, names
from kg.nlp.heads import HYPHENS
from kg.nlp.marks import is_begun_by, is_called_upon, is_named_by
from kg.nlp.names import PEERS
from kg.nlp.phrases import doc_word

_BEHIND = frozenset({("in", "law"), ("to", "be")})
APPOSED = frozenset({"appos", "flat", "flat:name", "nmod:desc", "nmod:unmarked", "compound"})


def last_of(token: Token) -> int:
    """Where the noun ends: after "-in-law", "-of-two" and "-to-be", if they follow."""
    doc, i = token.doc, token.i
    if i + 4 >= len(doc) or doc[i + 1].text not in HYPHENS or doc[i + 3].text not in HYPHENS:
        return i + 1
    told = (doc_word(doc, i + 2), doc_word(doc, i + 4))
    return i + 5 if told in _BEHIND or told[0] == "of" else i + 1


def joined(token: Token) -> tuple[Token, ...]:
    """What is coordinated with the token: the Jane of "John and Jane", the baker of "the singer John and the baker"."""
    named = [child for child in token.rights if is_named_by(token, child)]
    return tuple(child for each in (token, *named) for child in each.rights if child.dep_ == "conj")


def same_as(token: Token, heads: set[int], spans: dict[int, int]) -> tuple[int, ...]:
    """Heads of the names (of a subject, where there are none) that mean whom the description means; none if untold.

    `heads` are those of all names, `spans` where each name starts, with its head.
    """
    beside = [*_adjacent(token, spans), *_apposed(token, heads), *_shared(token, spans), *_beyond(token, spans)]
    beside = [i for i in beside if not is_called_upon(token.doc[i]) and not _is_of_other_gender(token, token.doc[i])]
    if token.tag_ != "NNS":
        beside = beside[:1]
    elif beside:
        beside = [each.i for i in beside for each in (token.doc[i], *joined(token.doc[i])) if each.i in heads]
    told = beside or [*_predicates(token, heads)] or [*_subjects(token)]
    return tuple(dict.fromkeys(told or [each.i for each in taken_as(token)]))


def _is_of_other_gender(noun: Token, name: Token) -> bool:
    """Whether a noun opens a clause and who is named behind it does what is told: "Joining his wife, Ben, 42, sang"."""
    told = lexicon.person_noun(noun.lemma_.lower())
    verb = noun.head.head if noun.head.dep_ == "advcl" else noun.head
    is_parted = noun.i < name.i < verb.i and doc_word(name.doc, name.i - 1) == ","
    given = names.given_gender(names.parse(name.text)) if is_parted and told is not None and told.gender else ""
    return bool(given) and told is not None and told.gender != given


def taken_as(noun: Token) -> list[Token]:
    """The Ben of "she took Ben in as her son", "she made Ben her heir": of whom somebody makes kin of theirs."""
    verb = noun.head
    is_as = noun.dep_ == "obl" and any(child.lower_ == "as" for child in noun.lefts)
    is_made = noun.dep_ == "xcomp" and verb.pos_ == "VERB"
    is_owned = any(child.dep_ == "nmod:poss" for child in noun.lefts)
    objects = [child for child in verb.rights if child.dep_ == "obj" and child.i < noun.i]
    return objects if (is_as or is_made) and is_owned and len(objects) == 1 else []


def _predicates(token: Token, heads: set[int]) -> Iterator[int]:
    """ "Her brother is Lee Marsh", "the physicist Lee Marsh": a name that is said of the noun.

    So is "her brother's name is Lee Marsh", and "her brother was called Lee Marsh".
    """
    clauses = (
        [token.head] if token.dep_ == "nsubj:pass" else [each for each in token.rights if each.dep_ == "acl:relcl"]
    )
    for verb in (each for each in clauses if each.lower_ in _CALLED and _is_certain(each)):
        yield from (child.i for child in verb.rights if child.dep_ in ("xcomp", "obj") and child.i in heads)
    is_named = token.dep_ in ("nmod:poss", "nmod") and token.head.lemma_ == "name"
    word = token.head if is_named and _HALF.isdisjoint(child.lower_ for child in token.head.lefts) else token
    if word.dep_ == "nsubj" and _is_stated(word.head):
        told = [word.head, *(child for child in word.head.rights if child.dep_ == "appos")]
        told += joined(word.head) if word != token and token.tag_ == "NNS" else []
        yield from (each.i for each in told if each.i in heads)


def _apposed(token: Token, heads: set[int]) -> Iterator[int]:
    """Names in apposition, either way round, also through another noun: "his wife, the actress Jane Roe"."""
    for child in token.rights:
        if child.dep_ == "conj" and _is_other_kin(child):
            break  # "his wife and their son, Ben"
        if _is_other_relative(token, child):
            continue
        if child.dep_ in APPOSED:
            if child.i in heads:
                yield child.i
            else:
                yield from (each.i for each in child.rights if each.dep_ in APPOSED and each.i in heads)
    said = _first_said(token)
    if said.dep_ in APPOSED or _is_second(token):
        told = _set_beside(said)
        if told.i in heads:
            yield told.i
        elif told.dep_ in APPOSED and told.head.i in heads:
            yield told.head.i


def _set_beside(noun: Token) -> Token:
    """What a noun stands beside: the Ada of "Ben Poe, 1st Baron, and Ada Roe, daughter of Carl", wherever it hangs.

    Of a chain it is the one whom the noun fits: "Ada Roe, widow of Ben Poe, daughter of Carl" tells of Ada.
    """
    told, edge = noun.head, noun.left_edge
    comma = edge.i if edge.is_punct else edge.i - 1
    if noun.dep_ != "appos" or noun.tag_ != "NN" or doc_word(noun.doc, comma) != ",":
        return told
    last = (each for each in joined(told) if each.pos_ == "PROPN" and each.right_edge.i == comma - 1)
    first = lexicon.person_noun(told.head.lemma_.lower()) if told.dep_ == "nmod" else None
    second = lexicon.person_noun(noun.lemma_.lower())
    is_chain = told.head.dep_ == "appos" and told.head.head.pos_ == "PROPN"
    if first is not None and second is not None and is_chain and first.tie in ("partner", "sibling"):
        return told.head.head if first.gender == second.gender != "" else next(last, told)
    return next(last, told)


def _first_said(noun: Token) -> Token:
    """The painter of "Ada was a painter and the wife of Ben", which is said of the same; else the noun itself.

    So in "Ada was a painter, the wife of Ben".
    """
    first = noun.head
    if noun.dep_ == "appos" and first.i + 1 < len(noun.doc) and first.nbor().text == "," and first.i < noun.i:
        is_predicate = first.tag_ == noun.tag_ == "NN" and any(child.dep_ == "cop" for child in first.lefts)
        is_close = not any(child.tag_ == "PRP$" for child in noun.lefts) and noun.left_edge.i <= first.i + 2
        return first if is_predicate and is_close and lexicon.tie_of(noun.lemma_) else noun
    while first.dep_ == "conj" and first.tag_ == "NN":
        first = first.head
    is_of_one = any(
        child.dep_ == "nmod" and doc_word(noun.doc, child.left_edge.i) in ("of", "to") for child in noun.rights
    )
    is_of_one |= any(child.dep_ == "nmod:poss" and child.pos_ == "PROPN" for child in noun.lefts)  # "and Ben's wife"
    is_other = any(child.dep_ in ("nsubj", "cop") or child.tag_ == "PRP$" for child in noun.lefts)
    is_second = noun.dep_ == "conj" and noun.tag_ == first.tag_ == "NN" and is_of_one and not is_other
    return first if is_second and lexicon.tie_of(noun.lemma_) and lexicon.person_noun(first.lemma_) else noun


def _is_second(noun: Token) -> bool:
    """The wife of "Ada Roe, sister of Ben Roe and wife of Carl Poe": a bare noun joined to whom another tells of."""
    told = [child for child in noun.head.rights if child.dep_ == "appos" and child.i < noun.i]
    if noun.dep_ != "conj" or not told or not lexicon.tie_of(noun.lemma_):
        return False
    joint = next((child for child in noun.lefts if child.dep_ == "cc"), None)
    is_of_one = doc_word(noun.doc, noun.i + 1) == "of" and lexicon.person_noun(told[0].lemma_) is not None
    if joint is not None and is_of_one and joint.nbor(-1) == told[0] and told[0].tag_ == noun.tag_ == "NN":
        return True  # "Ben Roe, a banker and the husband of Ada Poe"
    is_told = bool(lexicon.tie_of(told[0].lemma_))
    is_bare = not any(child.dep_ in ("det", "nmod:poss", "nummod") for child in noun.lefts)
    return is_told and is_bare and noun.tag_ == "NN" and doc_word(noun.doc, noun.i + 1) in ("of", "to")


def _is_other_kin(noun: Token) -> bool:
    """Whether a noun coordinated with another tells of others: a child, "her mother", "two brothers"."""
    tie = lexicon.tie_of(noun.lemma_)
    is_apart = noun.tag_ == "NNS" or any(child.dep_ == "nmod:poss" for child in noun.lefts)
    return tie == "child" or (tie in ("parent", "sibling") and is_apart)


def _is_other_relative(noun: Token, word: Token) -> bool:
    """Whether a word behind a noun tells of the next in a row: the girlfriend of "his parents, girlfriend Ada Roe".

    A wife may be a mother or a widow, but of several who are told together each is of the same kind.
    """
    tie, other = lexicon.tie_of(noun.lemma_), lexicon.tie_of(word.lemma_)
    is_said_of_one = other == "parent" or word.lemma_ in ("widow", "widower")
    return bool(tie and other) and tie != other and word.tag_ == "NN" and (noun.tag_ == "NNS" or not is_said_of_one)


def _adjacent(token: Token, spans: dict[int, int]) -> Iterator[int]:
    """ "actress Jane Roe", "his wife of ten years, the singer Jane Roe,": a name after it, whatever the tree says."""
    doc, end = token.doc, last_of(token)
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
        is_anothers = doc[i].lower_ == "of" and bool(lexicon.tie_of(doc[i - 1].lemma_))  # "the duke, son of Ben Roe"
        is_anothers |= _is_other_relative(token, doc[i])
        if i in spans or doc[i].sent_start == 1 or is_anothers or not (is_seat or _may_stand_between(doc[i])):
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
        if noun is None or noun.tie not in ("", "associate") or token.tag_ != "NN":
            continue
        start = other.i + 2 if doc_word(other.doc, other.i + 1) == "," else other.i + 1  # "ex-wife, and actress, Ada"
        edge = other.left_edge
        is_between = "," in (edge.text, doc_word(edge.doc, edge.i - 1))
        if start in spans and (start == other.i + 1 or is_between):
            yield spans[start]


def _beyond(token: Token, spans: dict[int, int]) -> Iterator[int]:
    """ "The wife of the politician John Roe, Jane Poe, died": the name behind its owner's, between commas."""
    doc, i = token.doc, token.i
    first = _first_said(token)
    first = next((child for child in first.lefts if child.dep_ == "det"), first)  # "the actress and wife of Ben Roe"
    if token.tag_ != "NN" or doc_word(doc, i + 1) != "of" or first.lower_ != "the" or first.i + 3 < i:
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


_CALLED = frozenset(["called", "named", "christened"])
_HALF = frozenset(["maiden", "family", "last", "middle", "stage", "pet"])  # names by which alone nobody is known
_DOUBTS = frozenset("not n't never would could might may should will if whether".split())


def _subjects(token: Token) -> Iterator[int]:
    """The subject that the noun is said of; nothing denied or possible.

    "Jane is his wife", "Jane became his wife", "Jane was born the daughter of a clerk", "Jane, known as his wife".
    """
    token = _first_said(token)
    verb = token.head
    is_known = token.dep_ == "obl" and verb.lower_ == "known" and _is_certain(verb)
    if is_known and any(child.lower_ == "as" for child in token.lefts):
        subjects = [child.i for child in verb.children if child.dep_ in ("nsubj", "nsubj:pass")]
        yield from subjects or ([verb.head.i] if verb.dep_ == "acl" else [])
        return
    is_become = token.dep_ in ("xcomp", "obj") and (verb.lemma_ in ("become", "remain") or verb.lower_ == "born")
    if (is_become and _is_certain(verb)) or _is_stated(token):
        clause = verb if is_become else token
        yield from (child.i for child in clause.children if child.dep_ in ("nsubj", "nsubj:pass"))


def _is_stated(token: Token) -> bool:
    """Whether the word is a predicate told as a fact: not "she is with her husband"."""
    labels = {child.dep_ for child in token.children}
    return "cop" in labels and "case" not in labels and _is_certain(token)


def _is_certain(verb: Token) -> bool:
    return not _DOUBTS & {child.lower_ for child in verb.children if child.dep_ in ("aux", "advmod", "mark")}
