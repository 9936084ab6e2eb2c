"""Words whose tag says another thing than the tree: what only a verb can be is one, and "after her split" a noun."""

from spacy.tokens import Doc, Token

from kg.nlp.governing import SUBJECTS, hang
from kg.nlp.lemmas import may_be
from kg.nlp.lexicon import person_noun
from kg.nlp.phrases import places
from kg.nlp.possessors import HELPING

_SUDDEN = frozenset(["shock", "surprise", "bombshell"])
_AS_NOUN = {"ccomp": "obj", "advcl": "obl"}
_NOMINAL = frozenset(["nsubj", "nsubj:pass", "obj", "obl", "nmod"])
_CLAUSES = frozenset(["root", "conj", "ccomp", "parataxis"])


def retag(doc: Doc) -> None:
    """Makes the tag, the class and the label of a word say the same."""
    for i in places(doc, "DEP", SUBJECTS):
        verb = doc[i].head
        if verb.tag_ == "JJ" and verb.i > i and _is_verb(verb):
            verb.tag_, verb.pos_ = ("VBD" if verb.lower_.endswith("ed") else "VBP"), "VERB"
    for i in places(doc, "TAG", ["VB", "VBD", "VBN"]):
        before = doc[i - 1] if i else doc[i]
        if doc[i].dep_ in _NOMINAL and before.tag_ == "PRP$" and before.head in doc[i].rights:
            for word in [each for each in before.head.lefts if each.i < i]:  # "after her split from boyfriend Ben"
                hang(word, doc[i], word.dep_)
        is_owned = any(child.dep_ == "nmod:poss" for child in doc[i].lefts)
        if is_owned and doc[i].dep_ in _NOMINAL:
            doc[i].tag_, doc[i].pos_ = "NN", "NOUN"  # "after her split"
        elif is_owned and doc[i].dep_ == "advcl" and not any(child.dep_ in SUBJECTS for child in doc[i].lefts):
            _make_noun(doc[i])  # "following Ada's split from Ben", "after her 2019 split"
    for i in places(doc, "LOWER", ["passing"]):
        if doc[i].dep_ == "advcl" and any(child.dep_ == "nmod:poss" for child in doc[i].lefts):
            _make_noun(doc[i])  # "until Ben's passing in 2013"
    for i in places(doc, "LOWER", ["split"]):
        _head(doc[i])
    for i in places(doc, "LOWER", ["up"]):
        _break_up(doc[i])
    for i in places(doc, "DEP", ["obj"]):
        verb = doc[i].head
        if verb.tag_ == "NN" and verb.i < i and verb.lower_[-3:] == "ing" and _is_bare(verb):
            verb.tag_, verb.pos_ = "VBG", "VERB"  # "she recalled meeting Ben Roe"
            verb.dep_ = "xcomp" if verb.dep_ == "obj" else verb.dep_
    for i in places(doc, "LOWER", ["filing"]):
        _file(doc[i])
    for i in places(doc, "LOWER", ["first"]):
        _first_do(doc[i])
    for i in places(doc, "LOWER", ["ex"]):
        if i + 1 < len(doc) and doc[i + 1].ent_type_ == "PERSON":
            doc[i].tag_, doc[i].pos_ = "NN", "NOUN"  # "with ex Ben Roe"
    for i in places(doc, "POS", ["VERB"]):
        if doc[i].tag_ in ("NN", "NNS") and any(child.dep_ in ("det", "nmod:poss") for child in doc[i].lefts):
            doc[i].pos_ = "NOUN"
    for i in places(doc, "TAG", ["NNP", "NNPS"]):
        if doc[i].is_lower and not doc[i].ent_type_ and person_noun(doc[i].lower_) is not None:
            doc[i].tag_, doc[i].pos_ = "NN", "NOUN"  # "the Dancing on Ice star"
    for i in places(doc, "LOWER", ["to"]):
        verb = doc[i].head
        is_verb = verb.tag_ == "VB" or (verb.dep_ == "xcomp" and verb.lower_[-3:] != "ing")
        if doc[i].dep_ == "case" and verb.i == i + 1 and is_verb:
            doc[i].dep_ = "mark"  # "they were set to wed"
        if doc[i].dep_ == "case" and verb.i == i + 1 and _is_once_done(doc[i], verb):
            verb.tag_, verb.pos_, verb.dep_, doc[i].dep_ = "VB", "VERB", "xcomp", "mark"  # "she used to date Ben"
        if doc[i].dep_ == "fixed" and verb.head.i == i + 1 and verb.head.tag_ == "NN" and is_only_verb(verb.head):
            verb.head.tag_, verb.head.pos_ = "VB", "VERB"  # "they were due to wed"


def _is_once_done(to: Token, word: Token) -> bool:
    """Whether somebody "used to" do it: not "is used to dating", "was used to date the bones"."""
    used = to.doc[to.i - 1] if to.i else to
    is_active = used.tag_ == "VBD" and not any(child.dep_ in HELPING for child in used.children)
    has_object = any(child.dep_ in ("obj", "obl", "nmod") for child in word.rights)
    return used.lower_ == "used" and is_active and word.head == used and has_object and may_be(word.lower_, "VERB")


def _head(split: Token) -> None:
    """Makes a split the noun that it is where a word before tells how it came: "announced their shock split"."""
    noun = split.doc[max(split.i - 1, 0)]
    is_owned = any(child.dep_ == "nmod:poss" for child in noun.lefts)
    is_told = split.dep_ == "acl" and split.head == noun != noun.head and noun.tag_ == "NN"
    if is_told and is_owned and person_noun(noun.lower_) is None:  # not "her husband split from her"
        hang(split, noun.head, noun.dep_)
    elif noun.lower_ not in _SUDDEN or noun.head not in (split, split.head) or not is_owned:  # not "their band split"
        return
    hang(noun, split, "compound")
    for child in list(noun.lefts):
        hang(child, split, child.dep_)
    _make_noun(split)


def _break_up(particle: Token) -> None:
    """Makes one noun of two words: "after a painful break up with Ben", of him whom the tree hangs at the verb, too."""
    stem = particle.doc[max(particle.i - 1, 0)]
    nouns = (particle, stem)
    is_noun = stem.lower_ == "break" and stem.tag_ == "NN" and (stem.head == particle or particle.head == stem)
    if not is_noun or not any(child.dep_ in ("det", "nmod:poss", "amod") for each in nouns for child in each.lefts):
        return
    if particle.head == stem:
        head, label = stem.head, stem.dep_
        particle.head, particle.dep_ = (particle, "root") if head == stem else (head, label)
        hang(stem, particle, "compound")
    for child in [*(each for each in stem.lefts), *(each for each in stem.rights if each != particle)]:
        hang(child, particle, child.dep_)
    particle.tag_, particle.pos_ = "NN", "NOUN"
    particle.dep_ = "obj" if particle.dep_ == "compound:prt" else particle.dep_
    for child in [each for each in particle.head.rights if each.dep_ == "obl" and each.left_edge.i == particle.i + 1]:
        if child.left_edge.lower_ in ("with", "from"):
            hang(child, particle, "nmod")


def _file(noun: Token) -> None:
    """Makes a verb of what somebody does who does something else with it: "in filing for divorce, she cited"."""
    is_for = noun.i + 1 < len(noun.doc) and noun.nbor().lower_ == "for"
    if is_for and noun.tag_ == "NN" and noun.dep_ == "obl" and _is_bare(noun):
        noun.tag_, noun.pos_, noun.dep_ = "VBG", "VERB", "advcl"


def _first_do(first: Token) -> None:
    """Makes a verb of what two once did for the first time: "after first meeting in 2013", "since first dating"."""
    noun = first.head
    is_clause = noun.i == first.i + 1 and noun.dep_ in ("obl", "nmod") and noun.lower_[-3:] == "ing"
    before = [child for child in noun.lefts if child != first and child.dep_ != "nmod:unmarked"]  # "a year after"
    if noun.tag_ != "NN" or not is_clause or [child.lower_ for child in before] not in (["after"], ["since"]):
        return
    for child in [each for each in noun.head.rights if each.dep_ == "obl" and each.left_edge.i == noun.i + 1]:
        hang(child, noun, "obl")
    for child in [each for each in noun.rights if each.dep_ == "nmod"]:
        child.dep_ = "obl"
    noun.tag_, noun.pos_, noun.dep_ = "VBG", "VERB", "advcl"
    first.tag_, first.pos_, first.dep_, before[0].dep_ = "RB", "ADV", "advmod", "mark"


def _make_noun(verb: Token) -> None:
    verb.dep_ = _AS_NOUN.get(verb.dep_, verb.dep_)
    verb.tag_, verb.pos_ = "NN", "NOUN"
    for child in [each for each in verb.lefts if each.dep_ == "mark"]:
        child.dep_ = "case"


def _is_bare(noun: Token) -> bool:
    """Whether nothing before a word makes it a noun."""
    return all(child.dep_ in ("case", "mark", "punct", "cc") for child in noun.lefts)


def _is_verb(word: Token) -> bool:
    """Whether it heads a clause of its own without a copula, and there is such a verb."""
    is_clause = word.dep_ in _CLAUSES and not any(child.dep_ in HELPING for child in word.children)
    return is_clause and may_be(word.lower_, "VERB")


def is_only_verb(word: Token) -> bool:
    """Whether there is such a verb, and no such noun or adjective."""
    return may_be(word.lower_, "VERB") and not any(may_be(word.lower_, kind) for kind in ("NOUN", "ADJ"))
