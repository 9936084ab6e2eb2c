"""Where the parts of a reading say different things: words are hung where they belong, and like is joined with like."""

from itertools import pairwise

from spacy.tokens import Doc, Token

from kg.nlp.addressed import part_addressed
from kg.nlp.apostrophes import give_owners
from kg.nlp.asides import close_asides
from kg.nlp.births import bear, describe_adopted, describe_born, describe_child, describe_shared, part_children
from kg.nlp.coparents import tell_coparents
from kg.nlp.described import part_described
from kg.nlp.genitives import chain_owners
from kg.nlp.governing import (
    SUBJECTS,
    begin_clause,
    free,
    give_subject,
    give_told,
    hang,
    make_clause,
    make_subject,
    part_subject,
)
from kg.nlp.lexicon import NEAREST, NOUNS, person_noun, tie_of
from kg.nlp.months import hang_the_months, name_the_months
from kg.nlp.names import PEERS
from kg.nlp.offspring import name_children, name_parents
from kg.nlp.openings import hang_openings
from kg.nlp.openly import hang_openly
from kg.nlp.partners import hang_partners, hang_then, held_for, name_held
from kg.nlp.phrases import places
from kg.nlp.possessors import CHILDREN, SHARED, give_back, name_before, share
from kg.nlp.retagging import is_only_verb, retag
from kg.nlp.stranded import hang_stranded
from kg.nlp.titles import hang_titles
from kg.nlp.twofold import hang_twofold
from kg.nlp.weddings import name_the_courted, name_the_wed
from kg.nlp.whom import part_of_many, tell_of_named, tell_of_owned, tell_of_partner

_ALONE = frozenset(["root", "ccomp", "parataxis", "advcl"])  # clauses that share no subject with one before
_KIN = frozenset(["son", "daughter", "child", "wife", "widow", "husband", "brother", "sister", "father", "mother"])
_FAR = frozenset(["nephew", "niece", "cousin", "uncle", "aunt", "grandson", "granddaughter", "descendant"])
_TOLD = frozenset(["nmod", "nmod:unmarked", "nmod:poss", "obl", "obl:unmarked", "appos", "flat", "compound"])
_ASIDES = frozenset(["acl", "acl:relcl"])
_UNIONS = frozenset(["marriage", "wedding", "engagement", "relationship", "romance", "affair"])
_FINITE = frozenset(["VBD", "VBZ", "VBP", "MD"])


def repaired(doc: Doc) -> Doc:
    """The document, with verbs tagged as such ("Ada and Ben separate in June") and names hung where they belong."""
    retag(doc)
    name_the_months(doc)
    hang_the_months(doc)
    close_asides(doc)
    hang_titles(doc)
    hang_openings(doc)
    hang_openly(doc)
    hang_stranded(doc)
    give_owners(doc)
    chain_owners(doc)
    hang_twofold(doc)
    name_children(doc)
    name_parents(doc)
    name_the_wed(doc)
    name_the_courted(doc)
    part_described(doc)
    for i in places(doc, "ENT_TYPE", ["PERSON"]):
        if doc[i].ent_iob_ == "B":
            _part_from_calling(doc[i])
            _rehang(doc[i])
    hang_then(doc)
    hang_partners(doc)
    for i in places(doc, "LOWER", _KIN):
        _describe(doc[i])
        _join(doc[i])
        describe_born(doc[i])
    tell_coparents(doc)
    for i in places(doc, "LOWER", SHARED):
        give_back(doc[i])
        share(doc[i])
    for i in places(doc, "LOWER", ["together"]):
        describe_shared(doc[i])
        _deny(doc[i])
    for i in places(doc, "LOWER", [":"]):
        _part_lead(doc[i])
    for i in places(doc, "DEP", ["acl:relcl"]):
        if doc[i].head.tag_ == "CD":
            tell_of_named(doc[i])
        tell_of_partner(doc[i])
    for i in places(doc, "LOWER", ["whom"]):
        part_of_many(doc[i])
    for i in places(doc, "LOWER", ["introduced"]):
        _introduce(doc[i])
    for i, j in pairwise(places(doc, "DEP", ["obj"])):
        if doc[i].head == doc[j].head and j == i + 1 and doc[j].ent_type_ == "PERSON" and person_noun(doc[i].lower_):
            hang(doc[j], doc[i], "appos")  # "she is dating footballer Ben Roe"
        elif doc[i].head == doc[j].head and doc[i].head.i < i and doc[i].ent_type_ == "PERSON":
            if tie_of(doc[j].lower_) and doc[j].left_edge.i == doc[i].right_edge.i + 1:
                hang(doc[j], doc[i], "appos")  # "he wed Ada Roe the daughter of the baker"
            else:
                doc[i].dep_ = "iobj"  # "she left Ben her house": a verb has one object
    for i in places(doc, "DEP", ["appos", "xcomp", "obj"]):
        if tie_of(doc[i].lower_) == "child" or doc[i].lower_ in CHILDREN:
            bear(doc[i])
    for i in places(doc, "LOWER", ["adopted"]):
        describe_adopted(doc[i])
    for i in places(doc, "DEP", ["conj"]):
        if doc[i].lower_ in CHILDREN:
            part_children(doc[i])
    for i in places(doc, "DEP", ["flat"]):
        if doc[i].head.i > i:
            make_subject(doc[i])
    for i in places(doc, "DEP", ["compound", "amod"]):
        if doc[i].head.i == i + 1:
            free(doc[i])
    for i in places(doc, "DEP", _ALONE):
        if not any(child.dep_ in SUBJECTS or child.dep_ in ("csubj", "expl") for child in doc[i].children):
            give_told(doc[i])
            if not any(child.dep_ in SUBJECTS for child in doc[i].children):
                give_subject(doc[i])
    for i in places(doc, "DEP", ["conj"]):
        part_subject(doc[i])
    for i in places(doc, "LOWER", _UNIONS):
        _date(doc[i])
    for i in places(doc, "DEP", ["advcl"]):
        begin_clause(doc[i])
    for i in places(doc, "DEP", ["acl"]):
        if doc[i].tag_ == "VBD" or (doc[i].tag_ == "JJ" and is_only_verb(doc[i])):
            make_clause(doc[i])
    for i in places(doc, "DEP", ["appos"]):
        if doc[i].tag_ == "NN" and any(child.dep_ == "case" and child.lower_ == "of" for child in doc[i].lefts):
            doc[i].dep_ = "nmod"  # "the ex-wife of his friend Ben Roe" is not Ben
        elif any(child.tag_ == "WP$" for child in doc[i].lefts):
            tell_of_owned(doc[i])
        elif doc[i].lower_ in PEERS:
            _rank(doc[i])
        elif _is_other_kin(doc[i], doc[i].head):
            _part(doc[i])
        elif doc[i].lower_ in CHILDREN:
            describe_child(doc[i])
    part_addressed(doc)
    return doc


def _part_from_calling(name: Token) -> None:
    """Coordinates a name with the calling of another: "Ada and Night Watch star Ben Poe met", where Ada is no star."""
    noun, last = name.head, max((name, *name.children), key=lambda word: word.i)
    is_part = name.dep_ == "compound" and last.i + 1 < noun.i and person_noun(noun.lower_) is not None
    if not is_part or last.nbor(1).lower_ not in ("and", "&") or last.nbor(1).head != noun:
        return
    if not any(child.dep_ in ("appos", "flat") and child.ent_type_ == "PERSON" for child in noun.rights):
        return
    before = [child for child in noun.lefts if child.i < name.i]
    name.head, name.dep_ = (name, "root") if noun.head == noun else (noun.head, noun.dep_)
    hang(noun, name, "conj")
    for child in before:
        hang(child, name, child.dep_)


def _rehang(name: Token) -> None:
    """Hangs a name at the noun right before it, or at the name of the parent that it is coordinated with.

    "Of the immigrants Ben Roe and Jane Poe"; "born in Leeds, the daughter of Ben Roe, who kept an inn, and Jane Poe".
    """
    before = name.doc[name.i - 1] if name.i > name.sent.start else name
    if before.tag_ in ("NN", "NNS") and _is_of(name, before):
        hang(name, before, "appos")
    if (noun := _last_of_kin(name) or _named_so(name)) is not None:
        hang(name, noun, "appos")
    if (held := held_for(name)) is not None:
        name_held(name, *held)
    elif name.dep_ == "appos":
        for word in [child for child in name.lefts if child.dep_ == "case" and child.i < name.head.i]:
            hang(word, name.head, "case")  # "the wife of the rookie Ben Roe"
    is_bare = name.dep_ == "conj" and not any(child.dep_ == "cc" for child in name.children)
    if is_bare and before.text == "," and name.head.i == name.i - 2 and name.head.lower_ in _KIN:
        name.dep_ = "appos"  # "to a Welsh father, Ben Roe, and an Irish mother"
    if name.dep_ == "conj" and (beside := _in_row(name)) is not None:
        hang(name, beside, name.dep_)
    word = name.head if name.dep_ == "appos" else name
    if word.dep_ == "conj" and word.head.ent_type_ != "PERSON":
        other = _parent_before(word) or _person_above(word) or _mate_before(word)
        if other is not None:
            hang(word, other, word.dep_)


def _last_of_kin(name: Token) -> Token | None:
    """The noun right before a name that the tree has for the first noun's: "with her mother and sister(,) Ada Roe".

    Not "his wife and cousin Ada Roe", who is both.
    """
    place = name.i - 2 if name.doc[name.i - 1].text == "," else name.i - 1
    noun = name.doc[max(place, name.sent.start)]
    is_row = any(child.dep_ == "conj" for child in name.rights)  # "her mother and sister, Ada and Eva"
    is_last = noun.dep_ == "conj" and noun.head == name.head and noun.tag_ == "NN" and tie_of(noun.lower_) in NEAREST
    return noun if name.dep_ == "appos" and is_last and not is_row else None


def _named_so(name: Token) -> Token | None:
    """The noun that is said to have the name: of "she wed a sailor named Ben Roe" the sailor is Ben."""
    verb = name.head
    is_next = verb.lower_ in ("named", "called") and verb.i == name.left_edge.i - 1
    return verb.head if is_next and verb.dep_ == "acl" and verb.head.tag_ == "NN" else None


def _deny(together: Token) -> None:
    """Hangs the "are not" of "they are not back together" at what is denied, and not at "back"."""
    back = together.nbor(-1) if together.i > together.sent.start else together
    if back.lower_ == "back" and back.head == together and back.dep_ == "advmod":
        for word in [child for child in back.lefts if child.dep_ in ("advmod", "aux", "cop")]:
            hang(word, together, word.dep_)


def _introduce(verb: Token) -> None:
    """Hangs at the verb who is met, and behind them what is told of them: "introduced by friends to Ada, whom"."""
    agents = [child for child in verb.rights if any(each.lower_ == "by" for each in child.lefts)]
    met = [
        child
        for noun in (verb, *agents)
        for child in noun.rights
        if any(each.dep_ == "case" and each.lower_ == "to" for each in child.lefts)
    ]
    if len(met) != 1 or met[0].head == verb or not (met[0].ent_type_ == "PERSON" or tie_of(met[0].lower_)):
        return
    for clause in [child for child in met[0].head.rights if child.dep_ in _ASIDES and child.i > met[0].i]:
        hang(clause, met[0], clause.dep_)
    hang(met[0], verb, "obl")


def _in_row(name: Token) -> Token | None:
    """The name before this one, where a semicolon parts it from what it is hung at: "a wife; Ben, of York, and Ada"."""
    between = name.doc[name.head.i + 1 : name.i]
    last = max((token.i for token in between if token.text == ";"), default=None)
    if last is None or not any(child.dep_ == "cc" for child in name.lefts):
        return None
    row = [token for token in name.doc[last + 1 : name.i] if token.ent_type_ == "PERSON" and token.ent_iob_ == "B"]
    return next((token for token in row if token.dep_ in ("appos", "conj")), None)


def _part_lead(colon: Token) -> None:
    """Parts the lead of a caption from the name behind it: "The ex-wife: Ben Roe lives alone", but not "Wife: Ada"."""
    name = colon.nbor() if colon.i + 1 < colon.sent.end else colon
    lead = name.head
    if name.dep_ != "appos" or name.ent_type_ != "PERSON" or lead.i > colon.i or lead.left_edge.i != colon.sent.start:
        return
    behind = (child for child in lead.rights if child.dep_ == "parataxis" and child.i > name.i)
    verb = lead.head if lead.dep_ in (*SUBJECTS, "dislocated") else next(behind, lead)
    if verb.i > name.i and not any(child.dep_ in SUBJECTS and child != lead for child in verb.children):
        is_passive = any(child.dep_ == "aux:pass" for child in verb.children)
        name.head, name.dep_ = verb, SUBJECTS[is_passive]
        lead.dep_ = "dislocated" if lead.dep_ in SUBJECTS else lead.dep_


def _date(union: Token) -> None:
    """Hangs a day told beside a marriage at it: "his first marriage, in 1948 to Ada Roe, ended in divorce in 1950"."""
    verb = union.head
    if union.dep_ in SUBJECTS and union.i < verb.i:
        for day in [each for each in verb.lefts if each.dep_ == "obl" and each.i > union.i and each.tag_ == "CD"]:
            hang(day, union, "nmod")
    for day in [each for each in union.rights if each.tag_ == "CD" and each.dep_ == "nmod"]:
        for other in [each for each in day.rights if each.dep_ == "nmod" and each.left_edge.lower_ in ("to", "with")]:
            hang(other, union, "nmod")  # "in 1948 to singer Ada Roe"


def _describe(noun: Token) -> None:
    """Hangs whose kin a person is at the name right before it: "Ben son of Hugh came", of which Ben has no son."""
    span = name_before(noun)
    if span is None or noun.i + 1 == len(noun.doc) or noun.doc[noun.i + 1].lower_ != "of":
        return
    name = span.root
    if name.head == noun:
        name.head, name.dep_ = (name if noun.head == noun else noun.head), noun.dep_
    hang(noun, name, "appos")


def _join(noun: Token) -> None:
    """Hangs what else somebody is at the first such noun, and at no name: "daughter of Ben and widow of Carl"."""
    is_bare = all(child.dep_ in ("cc", "punct", "amod", "det") for child in noun.lefts)
    is_owned = noun.i + 1 < len(noun.doc) and noun.doc[noun.i + 1].lower_ in ("of", "to")
    if noun.dep_ != "conj" or not is_bare or not is_owned:
        return
    first, name = noun.head, noun.head
    if noun.tag_ == "NN" and _is_ranked(name, noun):
        hang(noun, name, "appos")  # "Ada Roe, Countess of Morne and wife of Ben Poe, came"
        return
    while first.lower_ not in _KIN | _FAR and first.dep_ in _TOLD | {"conj"} and first.head.i < first.i:
        first = first.head
    is_parted = any(token.tag_ in ("WP", "WDT", "WP$") for token in noun.doc[first.i : noun.i])
    genders = {NOUNS[word.lower_].gender for word in (first, noun) if word.lower_ in NOUNS}
    is_one = any(child.lower_ in ("a", "an") for child in noun.lefts)  # "with a son of Ben and a brother of Carl"
    is_told = any(child.dep_ == "cop" for child in first.lefts)
    if (
        first.lower_ in _KIN | _FAR
        and first.tag_ == noun.tag_ == "NN"
        and not is_parted
        and (is_told or not is_one)
        and genders != {"male", "female"}
    ):
        subject = next((child for child in first.lefts if child.dep_ == "nsubj"), first)
        hang(noun, first.head if first.dep_ == "appos" else subject, "appos")


def _is_ranked(name: Token, noun: Token) -> bool:
    """Whether nothing but a title stands between a name and what else its bearer is."""
    comma = next((i for i in range(name.i, noun.i) if name.doc[i].text == ","), noun.i)
    between = name.doc[comma + 1 : noun.i]
    words = {token.lower_ for token in between if not token.text[:1].isupper()}
    is_title = name.ent_type_ == "PERSON" and len(between) > 1 and words <= {"of", "the", "and"}
    return is_title and not any(token.ent_type_ == "PERSON" for token in between)


def _rank(title: Token) -> None:
    """Hangs a rank at the name right before it: "Ben I, King of Rhune, m. 1820 Ada, Princess of Saarn"."""
    comma = title.doc[title.i - 1]
    span = name_before(comma) if title.i > title.sent.start and comma.text == "," else None
    if span is not None and title.head.i < span.start:
        hang(title, span.root, title.dep_)


def _is_other_kin(noun: Token, first: Token) -> bool:
    """Whether two nouns are different kin: of "after the death of her husband, her father, Ben, left" two are told.

    Nor is "his parents, wife Ada and their son" one of whom several are told to be.
    """
    words = (word.lower_.removesuffix("s") if word.tag_ == "NNS" else word.lower_ for word in (noun, first))
    ties = {tie_of("child" if word in CHILDREN else word) for word in words}
    is_owned = any(child.dep_ == "nmod:poss" and child.tag_ == "PRP$" for child in noun.lefts)
    is_one = first.tag_ == "NNS" and noun.tag_ == "NN"
    is_next = noun.doc[first.i + 1 : noun.left_edge.i].text in (",", "")  # not "his brother Ben, her husband"
    return (is_owned or is_one) and is_next and "partner" in ties and len(ties & NEAREST) == 2


def _part(noun: Token) -> None:
    """Makes a noun taken for another name of the one before it the subject of a verb without one, or coordinated."""
    for name in [each for each in noun.head.rights if each.i > noun.i and each.dep_ == "appos"]:
        hang(name, noun, "appos")
    verbs = (each for each in noun.ancestors if each.i > noun.i and each.tag_[:2] == "VB")
    verb = next(verbs, None)
    if verb is None or any(child.dep_ in SUBJECTS for child in verb.children):
        noun.dep_ = "conj"
    else:
        hang(noun, verb, "nsubj")


def _is_of(name: Token, noun: Token) -> bool:
    """Whether the name tells whom the noun means, though the tree has it beside the noun, or as a part of it."""
    label = "nmod" if name.dep_ == "appos" else name.dep_  # "the wife of the rookie Ben Poe"
    is_beside = label in ("nmod", "obl") and noun.head == name.head and noun.dep_ == label
    is_bare = not any(child.dep_ == "case" and child.i > noun.i for child in name.children)
    # "she had a son with ex Ben Poe"
    is_parted = name.head.i < noun.i and noun.tag_ == "NN" and tie_of(noun.lower_) == "partner"
    is_behind = name.dep_ == "appos" and name.head.i > name.i  # "his sons Carl and Dan and his sister Ada"
    is_part = name.dep_ in ("flat", "nmod") and name.head == noun
    # "boyfriend Ben Poe's film", of which either may be taken for the owner
    is_owning = name.dep_ == "nmod:poss" and noun.dep_.startswith("nmod") and tie_of(noun.lower_) == "partner"
    return is_owning or (is_bare and (is_beside or is_parted or is_behind or is_part))


def _parent_before(name: Token) -> Token | None:
    """The parent named in what is said between the name and the word that it is hung at as coordinated."""
    for noun in name.head.rights:
        if noun.i < name.i and noun.lower_ in CHILDREN:
            parents = (child for child in noun.rights if child.dep_ == "nmod" and child.i < name.i)
            return next((each for each in parents if each.ent_type_ == "PERSON"), None)
    return None


def _mate_before(spouse: Token) -> Token | None:
    """The parent told of before, wherever the tree hangs the other: "the son of Ben Roe, a clerk at a mill, and his
    wife Ada". Nobody else is named and nothing else told of between the two.
    """
    is_own = any(child.tag_ == "PRP$" for child in spouse.lefts) and any(child.dep_ == "cc" for child in spouse.lefts)
    if not is_own or tie_of(spouse.lower_) != "partner":
        return None
    for token in reversed(spouse.doc[spouse.sent.start : spouse.left_edge.i]):
        if token.ent_type_ == "PERSON" and token.dep_ == "nmod" and token.head.lower_ in CHILDREN:
            return token
        is_named = token.ent_type_ == "PERSON" and token.dep_ not in ("flat", "nmod:poss")
        if (is_named and token.nbor().tag_ != "POS") or (token.tag_ in _FINITE and token.dep_ not in _ASIDES):
            return None
    return None


def _person_above(word: Token) -> Token | None:
    """The person of whom a place is told that somebody is hung at as coordinated: "Ben Roe (born in Leeds) and Ada".

    "Born to Ben Roe, a host of shows in Leeds, and his wife, Ada": nobody is one of two with a place.
    """
    place = word.head
    while place.dep_ == "conj" and place.tag_ == "NNP":
        place = place.head
    if place.tag_ != "NNP" or _named(place, word) is not None:
        return None
    while place.dep_ in _TOLD or (place.dep_ in _ASIDES and _is_closed(place, word)):
        place = place.head
        if (person := _named(place, word)) is not None:
            return person
    return None


def _named(word: Token, before: Token) -> Token | None:
    """The name that the word is, or that stands beside it: Ben of "the baker Ben Roe"."""
    beside = (child for child in word.rights if child.dep_ in ("appos", "flat") and child.i < before.i)
    return next((each for each in (word, *beside) if each.ent_type_ == "PERSON"), None)


def _is_closed(verb: Token, after: Token) -> bool:
    """Whether a bracket closes between an aside and what follows."""
    return any(token.text == ")" for token in verb.doc[verb.i : after.i])
