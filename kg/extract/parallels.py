"""Whose kin is told of, or who it is, where the noun before tells that: "his father was Ben Roe and mother Ada Poe"."""

from collections.abc import Set

from spacy.tokens import Token

from kg.extract.owners import FAMILY
from kg.extract.roles import SPOUSES, is_unnamed, people
from kg.extract.subjects import subject_token
from kg.extract.tree import children, preposition
from kg.nlp.marks import mention_at

ELDERS = {"father", "mother", "dad", "mum", "mom"}
OF_WHOM = ("of", "to", "by")  # whose child it is


def owner_as_before(owner: Token, kin: Set[str]) -> tuple[str, ...]:
    """Whose kin is told of by the same pronoun as kin of that sort before: in "his son Ben fell ill and his daughter
    Ada died" Ada is no child of Ben's; in "his father Ben was a baker, his mother a nurse" she is not Ben's mother.
    """
    if owner.tag_ == "PRP$" and preposition(owner.head) == "by" and (father := _father_by(owner.head, kin)):
        return father  # "Carl wed Ada, daughter of Ben by his wife Eva": not Carl's wife
    found = people(owner)
    if owner.tag_ != "PRP$" or len(found) != 1 or owner.nbor().lower_ == "own":
        return found
    for before in reversed(owner.doc[owner.sent.start : owner.i]):
        is_same = before.lower_ == owner.lower_ and before.dep_ == "nmod:poss" and _sort(before.head, kin)
        if is_same and _sort(before.head, kin) == _sort(owner.head, kin) and found == _named(before.head):
            return people(before)
    return found


def _sort(noun: Token, kin: Set[str]) -> str:
    """Of which generation kin is; "" of a word for none."""
    word = noun.lemma_.lower()
    if word not in FAMILY | kin:
        return ""
    return "child" if word in kin else "parent" if word in ELDERS else "sibling"


def _named(noun: Token) -> tuple[str, ...]:
    """Who is named beside a noun."""
    return next((people(each) for each in children(noun, "appos", "flat") if each.pos_ == "PROPN"), ())


def elder_before(noun: Token) -> Token | None:
    """The father before a mother: "his father was the baker Ben Roe and mother Ada Poe"."""
    first = subject_token(noun.head) if noun.dep_ == "conj" and children(noun.head, "cop") else None
    is_pair = first is not None and {first.lemma_, noun.lemma_} <= ELDERS and first.lemma_ != noun.lemma_
    return first if is_pair and _named(noun) and not children(noun, "nmod:poss", "det") else None


def same_child(noun: Token, kin: Set[str]) -> Token | None:
    """What else a child is called: the child of "the elder child and only son of Ben Roe"."""
    is_owned = any(preposition(child) in OF_WHOM for child in noun.children)
    joint = next(iter(children(noun, "cc")), noun)
    first = joint.doc[max(joint.i - 1, noun.sent.start)]
    is_pair = joint != noun and first.tag_ == noun.tag_ == "NN" and first.lemma_.lower() in kin
    return first if is_pair and is_owned and not children(noun, "det", "nmod:poss", "appos") else None


def borne_by(noun: Token) -> Token | None:
    """The wife by whom somebody had a child, wherever the tree hangs her: "the son of Ben Roe by his wife Ada"."""
    of = next((child for child in noun.children if preposition(child) == "of"), None)
    last = of.right_edge.i + 1 if of is not None else len(noun.doc)
    last += last + 1 < noun.sent.end and noun.doc[last].text == ","
    by = noun.doc[last] if last < noun.sent.end else noun
    is_by = by.lower_ == "by" and by.dep_ == "case" and by.head.lemma_ in SPOUSES
    return by.head if is_by and any(owner.tag_ == "PRP$" for owner in children(by.head, "nmod:poss")) else None


def _father_by(wife: Token, kin: Set[str]) -> tuple[str, ...]:
    """Whose wife she is by whom somebody had a child."""
    before = wife.doc[wife.sent.start : wife.i]
    nouns = (noun for noun in before if noun.lemma_.lower() in kin and borne_by(noun) == wife)
    return next((people(child) for noun in nouns for child in noun.children if preposition(child) == "of"), ())


def named_right_before(noun: Token) -> tuple[str, ...]:
    """Who is named before the comma that a child stands behind: "Ben Roe (born 1948 in York), son of Carl Roe"."""
    doc = noun.doc
    if noun.tag_ != "NN" or not any(preposition(child) == "of" for child in noun.children):
        return ()
    told = {child.i for child in noun.lefts if child.pos_ in ("DET", "ADJ", "NUM")}  # "the second son"
    end = noun.i - 1
    while end in told:
        end -= 1
    if end <= noun.sent.start or doc[end].text != ",":
        return ()
    if doc[end - 1].text == ")":
        end = max((token.i for token in doc[noun.sent.start : end] if token.text == "("), default=end)
    name = mention_at(doc, doc[end - 1])
    is_name = name is not None and name.kind == "name" and name.end == end and len(name.people) == 1
    return name.people if name is not None and is_name and not is_unnamed(doc, name.people[0]) else ()
