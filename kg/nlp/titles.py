"""Titles of works whose bearers are named behind: "she dated Made In Chelsea star Ben Roe" tells nothing of making."""

from spacy.tokens import Doc, Token

from kg.nlp.governing import hang
from kg.nlp.lexicon import NOUNS
from kg.nlp.phrases import places
from kg.nlp.possessors import name_before

_SMALL = frozenset("of the a an in on at to for with and & up from by".split())
_CLAUSAL = ("VB", "IN", "TO", "RP", "PRP", "DT", "MD", "RB")  # the beginnings of tags that name nothing by themselves
_DESCRIBING = {"PRP$": "nmod:poss", "DT": "det", "JJ": "amod"}  # as what a word before the title hangs at the noun
_SHORTEST = 2  # capitals


def hang_titles(doc: Doc) -> None:
    """Hangs the words of a title at the noun behind it, which tells what somebody in it is, and the noun outside.

    Or at the name itself: "her split from Made In Leeds's Ben Roe".
    """
    for i in places(doc, "ENT_TYPE", ["PERSON"]):
        if doc[i].ent_iob_ != "B" or i == doc[i].sent.start:
            continue
        noun = doc[i - 1]
        if not _is_calling(noun) and noun.tag_ != "POS":
            continue
        title = _title_before(noun)
        if any(word.tag_.startswith(_CLAUSAL) for word in title):
            _hang(title, noun)


def _is_calling(noun: Token) -> bool:
    return noun.tag_ == "NN" and noun.is_lower and noun.lower_ in NOUNS


def _title_before(noun: Token) -> list[Token]:
    """The capitalised words right before a noun, and the small ones between them."""
    doc, end = noun.doc, noun.i
    while end > noun.sent.start and doc[end - 1].tag_ == "NN" and doc[end - 1].is_lower:
        end -= 1  # "her Made In Chelsea star boyfriend"
    if end == noun.sent.start or doc[end - 1].text in _SMALL:
        return []  # "filmed The Circle with pal Ben Roe"
    start = end
    while start > noun.sent.start and _is_part(doc[start - 1]):
        start -= 1
    if start == noun.sent.start and start + 1 < end and not (doc[start + 1].is_title and _is_clausal(doc[start + 1])):
        start += _is_clausal(doc[start])  # "Keeping Up With Ada star Ben", not "After Ada star Ben"
    while start < end and doc[start].is_lower:
        start += 1
    title = [*doc[start:end]]
    return title if sum(not word.is_lower for word in title) >= _SHORTEST else []


def _is_part(word: Token) -> bool:
    is_name = word.ent_type_ == "PERSON"
    return not is_name and (word.text[:1].isupper() or word.is_digit or word.text in _SMALL)


def _is_clausal(word: Token) -> bool:
    return word.tag_.startswith(_CLAUSAL)


def _hang(title: list[Token], noun: Token) -> None:
    """Makes the words of a title parts of the phrase of the noun, which hangs where the first of them does."""
    doc, name = noun.doc, noun.nbor()
    # where the tree takes the noun to describe the name, or the title has him
    phrase = name if noun.head == name or noun.tag_ == "POS" else noun
    inside = {*doc[title[0].i : noun.i + 1], phrase}
    above = phrase
    while above.head in inside and above.head != above:
        above = above.head
    verb, label = above.head, above.dep_
    if verb == above or not inside.isdisjoint(verb.ancestors):
        return
    for child in [child for word in inside for child in word.children if child not in inside]:
        if child.head in title:
            child.head = phrase
    phrase.head = verb
    i = title[0].i
    while i > noun.sent.start and (role := _DESCRIBING.get(doc[i - 1].tag_)):
        i -= 1
        hang(doc[i], phrase, role)
    before = doc[i - 1] if i > noun.sent.start else noun
    first = _joined_to(before) if before.tag_ == "CC" else None
    if before.tag_ in ("IN", "TO"):
        hang(before, phrase, "case")
        label = "obl" if verb.pos_ in ("VERB", "AUX") else "nmod"
    elif first is not None:
        verb, label = first, "conj"
        if phrase == noun:
            hang(name, noun, "appos")
    elif verb.pos_ == "VERB" and label not in ("nsubj", "nsubj:pass", "conj", "appos"):
        label = "obj" if verb.i < title[0].i else "nsubj"
    hang(phrase, verb, label)
    last = noun
    if noun.tag_ == "POS":
        last = title[-1]
        last.head, last.dep_ = phrase, "nmod:poss"
        noun.head, noun.dep_ = last, "case"
    for word in title:
        word.tag_, word.pos_ = "NNP", "PROPN"
        if word != last:
            word.head, word.dep_ = last, "compound"


def _joined_to(conjunction: Token) -> Token | None:
    """What a phrase behind "and" is joined with: "Ada Roe and Made In Leeds star Ben", "a model and ... star"."""
    name = name_before(conjunction)
    if name is not None:
        return name.root
    noun = conjunction.nbor(-1) if conjunction.i > conjunction.sent.start else conjunction
    return noun if noun.tag_ == "NN" and noun.lower_ in NOUNS else None
