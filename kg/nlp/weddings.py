"""Whom somebody weds: "he married, in 1851 at Leeds Abbey, Ada Roe", "she got engaged to model Ben Roe"."""

from spacy.tokens import Doc, Token

from kg.nlp.governing import SUBJECTS
from kg.nlp.lemmas import may_be
from kg.nlp.phrases import end_of_name, places

_WED = frozenset(["married", "wed"])
_TAKEN = frozenset(["obj", "iobj", "xcomp", "aux:pass"])  # of a verb that has its object, or takes none
_LOOSE = frozenset(["appos", "nmod", "nmod:unmarked", "obl:unmarked", "list", "conj", "dep"])
_BETWEEN = frozenset(["IN", "TO", "DT", "CD", "NNP", "NNPS", "POS", ",", "HYPH", "SYM", "_SP"])
_REACH = 20  # tokens
_COURTING = ("propos", "popp", "engaged", "married", "wed", "linked", "born")  # "to" somebody: how such words begin


def name_the_wed(doc: Doc) -> None:
    """Makes the object of a wedding of the name behind its day and place, which trees hang at the place."""
    for i in places(doc, "LOWER", _WED):
        name = _behind(doc[i]) if doc[i].tag_ in ("VBD", "VBN") and _is_of_one(doc[i]) else None
        if name is not None:
            for day in [each for each in doc[i].rights if each.tag_ == "CD" and each.dep_ == "obj"]:
                day.dep_ = "obl"
            for word in [each for each in name.head.rights if each.i > name.i and each.dep_ == "appos"]:
                word.head = name  # "Ada Roe, daughter of the baker"
            name.head, name.dep_ = doc[i], "obj"


def name_the_courted(doc: Doc) -> None:
    """Makes a noun of the calling between "to" and a name, which trees take for a verb: "proposed to model Ada Roe"."""
    for i in places(doc, "TAG", ["TO"]):
        if i + 2 < len(doc) and doc[i].head.i == i + 1 and _is_calling(doc[i + 1]):
            noun = doc[i + 1]
            for child in list(noun.rights):
                if child.i == i + 2:
                    child.dep_ = "appos"
                elif child.dep_.startswith("obl"):
                    child.head = noun.head
            doc[i].tag_, doc[i].pos_, doc[i].dep_ = "IN", "ADP", "case"
            noun.tag_, noun.pos_, noun.dep_ = "NN", "NOUN", "obl"


def _is_calling(word: Token) -> bool:
    """Whether a person's name stands behind the word, which is a noun, or can be one where love is told of."""
    name = word.nbor()
    is_before_name = name.ent_type_ == "PERSON" and name.ent_iob_ == "B" and name.head == word
    is_noun = word.tag_ == "NN" or (word.head.lower_.startswith(_COURTING) and may_be(word.lower_, "NOUN"))
    return is_before_name and word.is_lower and is_noun and word.head.tag_.startswith("VB")


def _is_of_one(verb: Token) -> bool:
    """Whether one person is told to wed and nobody yet whom, not a couple."""
    subjects = [child for child in verb.lefts if child.dep_ in SUBJECTS]
    is_pair = any(word.lower_ == "they" or word.tag_ == "NNS" for word in subjects)
    is_pair = is_pair or any(child.dep_ == "conj" for word in subjects for child in word.rights)
    return bool(subjects) and not is_pair and not any(map(_is_taken, verb.children))


def _is_taken(child: Token) -> bool:
    """Whether a verb has what it governs; no day is wed in "she married 10 September 1872, Ben Roe"."""
    return child.dep_ in _TAKEN and not (child.dep_ == "obj" and child.tag_ == "CD")


def _behind(verb: Token) -> Token | None:
    """The full name behind a comma that nothing but days and places parts from the verb, and no verb follows."""
    doc, end = verb.doc, min(verb.sent.end, verb.i + _REACH)
    first = verb.i + 1
    while first < end and doc[first].ent_type_ != "PERSON":
        if doc[first].tag_ not in _BETWEEN and doc[first].ent_type_ not in ("DATE", "PLACE"):
            return None
        first += 1
    last = min(end_of_name(doc, first), end)
    while first > verb.i + 2 and doc[first - 1].tag_ == "NNP" and not doc[first - 1].ent_type_:
        first -= 1  # "Count Ben of Rhune"
    if last - first < 2 or doc[first - 1].text != "," or first < verb.i + 3:
        return None
    name, after = doc[first:last].root, doc[min(last, end - 1)]
    is_behind = name.dep_ in _LOOSE or (name.dep_ == "nsubj" and name.head == verb)
    is_loose = is_behind and name.head.i < first and name.head.ent_type_ != "PERSON"
    is_one = name not in verb.ancestors and not any(child.dep_ == "conj" for child in name.rights)
    is_last = is_one and after.tag_[:2] not in ("VB", "MD", "CC")
    return name if is_loose and is_last else None
