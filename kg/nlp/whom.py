"""Clauses about a person that trees hang at another: "Ada, daughter of Ben Roe, by whom he had a son"."""

from itertools import takewhile

from spacy.tokens import Token

from kg.nlp.governing import SUBJECTS, hang
from kg.nlp.lexicon import NOUNS, PRONOUNS, tie_of
from kg.nlp.names import first_names, fold
from kg.nlp.possessors import name_before

_ASIDES = frozenset(["acl", "acl:relcl"])
_TOLD_OF = frozenset(["nmod", "nmod:unmarked", "appos", "flat", "conj", "compound"])  # as what the named hang at a noun
# forms, since trees are mended before lemmas are known
_WEDDING = frozenset("marry marries married marrying wed weds wedded".split())
_HAVING = frozenset("has have had having shares share shared left bore begat begot fathered".split())
_BEGETTING = frozenset(["father", "mother", "fathered"])  # "by whom he fathered", "was the father of"


def tell_of_named(verb: Token) -> None:
    """Hangs a clause about a person at the name before it: "Ben Roe in 2015, with whom she has a son"."""
    if not {"who", "whom", "whose"} & {token.lower_ for token in verb.lefts}:
        return
    for i in range(verb.head.i - 1, verb.sent.start - 1, -1):
        if verb.doc[i].ent_type_ == "PERSON":
            span = name_before(verb.doc[i + 1])
            if span is not None:
                hang(verb, span.root, verb.dep_)
            return


def tell_of_owned(noun: Token) -> None:
    """Makes the subject of the clause behind it of what is "whose": "Ben, whose wife of ten years, Ada, died".

    The clause may hang at the noun that the name explains: "her son Ben, 60, whose wife Ada died".
    """
    heads = [noun.head, noun.head.head] if noun.head.dep_ == "appos" else [noun.head]
    clauses = (child for head in heads for child in head.children if child.dep_ in _ASIDES and child.i > noun.i)
    verb = next((each for each in clauses if not any(child.dep_ in SUBJECTS for child in each.children)), None)
    if verb is not None:
        is_passive = any(child.dep_ == "aux:pass" for child in verb.children)
        hang(noun, verb, "nsubj:pass" if is_passive else "nsubj")
        verb.dep_ = "acl:relcl"


def tell_of_partner(verb: Token) -> None:
    """Hangs at whoever is somebody's kin whom another wed or had children by: it is hardly the kin.

    "He wed Ada, daughter of Ben Roe, by whom he had a son"; but the kin where only their sex fits: "Carl, son of the
    singer Ada Roe, whom Ben had wed", "he wed Ada, widow of Carl Roe, by whom she had a son".
    """
    whom = next((child for child in verb.lefts if child.lower_ == "whom"), None)
    if whom is None or not _is_of_couple(verb, whom):
        return
    noun = _kin_above(verb)
    told, subject = (NOUNS[noun.lower_].gender, _gender_of_subject(verb)) if noun is not None else ("", "")
    if noun is None or not told or not subject or _gender(noun.head) not in ("", told):
        return
    owners = [each for owner in noun.rights if owner.dep_ == "nmod" for each in (owner, *owner.rights)]
    named = [
        each for each in owners if each.ent_type_ == "PERSON" and each.dep_ in ("nmod", "conj") and each.i < whom.i
    ]
    if told != subject and (len(named) < 2 or _is_wed(noun.head)):
        hang(verb, noun.head, verb.dep_)
    elif verb.head == noun.head and (fitting := [each for each in named if _gender(each) != subject]):
        hang(verb, fitting[-1], verb.dep_)


def part_of_many(whom: Token) -> None:
    """Hangs whom "one of whom" picks out at the many before it: "with his wife and three pupils, one of whom, Ben"."""
    one = whom.head
    name = one.doc[min(whom.i + 2, whom.sent.end - 1)]
    is_behind = whom.nbor(-1).lower_ == "of" and name.ent_iob_ == "B" and name.nbor(-1).text == ","
    if is_behind and name.dep_ in ("appos", "conj", "nmod") and name.head.i < one.i < whom.i:
        hang(name, one, "appos")
    many = one.doc[max(one.i - 2, one.sent.start)]
    is_one = one.dep_ == "appos" and one.i < whom.i and one.i - 2 == many.i and many.nbor().text == ","
    if is_one and many.tag_ == "NNS" and many != one.head and one.head in many.ancestors:
        hang(one, many, "appos")


def _is_of_couple(verb: Token, whom: Token) -> bool:
    """Whether the clause tells of a couple or of parents: "whom he wed", "by whom he had a son"."""
    if whom.dep_ == "obj":
        return verb.lower_ in _WEDDING
    has_children = verb.lower_ in _HAVING and any(child.dep_ == "obj" for child in verb.rights)
    is_beside = any(child.lower_ in ("by", "with") for child in whom.lefts)
    return is_beside and (has_children or verb.lower_ in _BEGETTING)


def _kin_above(verb: Token) -> Token | None:
    """The noun that tells whose kin somebody is, above the clause or beside it: "Ada, the niece of Ben Roe, whom"."""
    beside = (child for child in verb.head.rights if child.i < verb.i and _is_kin(child))
    above = takewhile(lambda word: word.dep_ in _TOLD_OF, verb.ancestors)
    return next(beside, None) or next(filter(_is_kin, above), None)


def _is_kin(noun: Token) -> bool:
    """Whether a noun tells whose kin the one before it is: "Ada, the niece of"."""
    if not tie_of(noun.lower_) or noun.dep_ != "appos" or noun.head.i > noun.i or noun.i + 1 == len(noun.doc):
        return False
    return noun.tag_ == "NN" and noun.nbor().lower_ == "of" and noun.head.tag_[:2] == "NN"


def _gender_of_subject(verb: Token) -> str:
    """What a pronoun or a first name tells of who does it; "" where nothing does."""
    subject = next((child for child in verb.lefts if child.dep_ in SUBJECTS), verb)
    return PRONOUNS[subject.lower_][0] if subject.lower_ in PRONOUNS else _gender(subject)


def _gender(name: Token) -> str:
    return first_names().get(fold(name.text), "")


def _is_wed(word: Token) -> bool:
    """Whether the clause around tells somebody to be a partner: "he wed Ada", "his wife was Ada"."""
    is_wed = word.dep_ in ("obj", "obl") and word.head.lower_ in _WEDDING
    return is_wed or any(tie_of(child.lower_) == "partner" for child in word.children if child.dep_ in SUBJECTS)
