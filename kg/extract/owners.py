"""Whose a wife or son without an owner is: "he came with wife Ada", "she said that husband Ben was ill"."""

from spacy.tokens import Token

from kg.extract.roles import SPOUSES, people
from kg.extract.subjects import subject_token, subjects
from kg.extract.tree import SUBJECT, children, clause_head, first_conjunct, is_verb, preposition
from kg.nlp.marks import mentions_in, people_of

# whose it is goes without saying, unlike a girl or a baby: "she arrived with brother Ben"
FAMILY = {"son", "daughter", "brother", "sister", "mother", "father", "mum", "mom", "dad"}
WITH = {"", "with", "from", "to", "by", "alongside", "and"}  # with whom somebody does something, others between or not
NAMING = {"named", "called"}
HAVING = {"have", "share", "welcome"}  # as parents do with children
ABOVE = ("obj", "iobj", "obl", "nmod")  # nouns that are of whoever does the verb: "a photo with wife Ada"


def implied_owner(noun: Token) -> tuple[str, ...]:
    """The one who does what she has a part in, or tells it, or whose the noun is that she hangs on; or nobody."""
    is_title = noun.dep_ in ("nmod:desc", "compound") and _is_name(noun.head)  # as some trees have "with ex Ada"
    is_family, first = _is_family(noun), _calling_before(noun)
    # "with boyfriend and co-star Ben"
    both = [each for each in children(noun, "conj") if each.tag_ == "NN" and not children(each, "det", "nmod:poss")]
    named = [each for word in (noun, first, *both) for each in children(word, "appos", "flat")]
    is_named = is_title or any(map(_is_name, named))
    if noun.tag_ != "NN" or not is_named or children(noun, "det", "nmod:poss", "nummod"):
        return ()
    if children(noun, "cop"):  # "flew home to be with wife Ada"
        told = noun if subject_token(noun) is not None else noun.head
        return subjects(told) if preposition(noun) == "with" and is_verb(clause_head(told)) else ()
    if first != noun and (owners := children(first, "nmod:poss")):  # "her actor beau, Alex"
        return people(owners[0])
    noun = noun.head if is_title else first
    if noun == noun.head:
        return ()
    if noun.dep_ == "conj":
        keys = _of_pair(noun, is_family=is_family)
    elif noun.dep_ in SUBJECT:
        keys = _of_teller(noun)
    elif is_family and noun.dep_ == "obl:agent":  # "she was joined by ex Ben", not "followed by son Ben"
        keys = ()
    else:
        keys = _of_clause(noun)
    return keys if len(keys) == 1 else ()


def _calling_before(noun: Token) -> Token:
    """The noun right before that tells what somebody does, under which trees hang the other: "actress ex-wife Ada"."""
    first = noun.head
    is_calling = noun.dep_ in ("appos", "conj", "compound", "nmod:desc") and first.pos_ == "NOUN" and first.tag_ == "NN"
    # "with rapper and new beau Ben", who is both
    is_named = any(_is_name(each) for each in children(first, "appos", "flat"))
    is_plain = not children(first, "det") and first.lemma_ not in FAMILY | SPOUSES
    is_both = noun.dep_ == "conj" and not is_named and is_plain
    return first if is_calling and (first.i == noun.i - 1 or is_both) else noun


def _of_pair(noun: Token, *, is_family: bool) -> tuple[str, ...]:
    """ "He and wife Ada"; not of a row, "Dan, Carl and wife Ada", nor "they have two children, Ben and son Carl"."""
    first = noun.head
    is_pair = children(first, "conj") == [noun] and first.pos_ in ("PROPN", "PRON")
    if is_family:
        is_pair = is_pair and first.dep_ in SUBJECT and first.i < first.head.i
    beside = [first.head] if first.dep_ == "appos" else children(first, "nmod:desc", "compound")
    if first.dep_ == "appos" and children(first.head, "nmod:poss"):  # "her mother Dora and husband Ben"
        return ()
    kin = next(filter(_is_family, beside), first)
    if kin.tag_ == "NN" and not is_family:  # "with brother Carl and husband Ben"
        return implied_owner(kin)
    return people_of(noun.doc, first) if is_pair else ()


def _of_teller(noun: Token) -> tuple[str, ...]:
    """ "He says that wife Ada sings": of who does what the clause hangs on, if nobody else stands between."""
    clause = noun.head
    above = clause.head
    if clause.dep_ not in ("ccomp", "advcl") or not is_verb(above) or above.i > noun.i:
        return ()
    return _nearest_subject(above, noun)


def _of_clause(noun: Token) -> tuple[str, ...]:
    """ "He came with wife Ada", "his split from wife Ada"."""
    if not noun.dep_.startswith(("nmod", "obl", "obj", "iobj")):
        return ()
    is_joined, above = preposition(noun) in WITH and noun.dep_ != "iobj", noun.head
    if above.dep_ == "acl" and above.lower_ in NAMING and above.head.dep_ == "obj":
        above = above.head.head  # "has a son called Max with ex Ben"
    first = first_conjunct(above)
    if is_joined and first.dep_ == "obj" and first.head.lemma_ in HAVING:
        above = first  # "has Mia with Ben Roe and Max with ex Carl"
    owners = [each for each in children(above, "nmod:poss") if each != noun]
    beyond = (*ABOVE, "obl:agent") if noun.dep_ == "nmod:poss" else ABOVE  # "cheered by husband Ben's mother"
    while above.pos_ in ("NOUN", "PROPN") and above.dep_ in beyond and not owners:
        above = above.head
        owners = children(above, "nmod:poss")
    if owners:
        return people(owners[0]) if len(owners) == 1 else ()
    if is_joined and (above.pos_ == "VERB" or above.dep_ == "xcomp"):
        if (told := subject_token(above)) is not None and told.tag_ == "WDT" and above.dep_ == "acl:relcl":
            return _nearest_subject(clause_head(above.head), noun)  # "a trip that began with a talk with ex Ada"
        owned = [each for thing in children(above, "obj") for each in children(thing, "nmod:poss") if each.i < noun.i]
        return subjects(above) or (
            people(owned[0]) if len(owned) == 1 else ()
        )  # "will follow her life with fiancé Ben"
    if above.dep_ == "root" and not is_verb(above) and noun.head == above and preposition(noun) == "with":
        return people_of(above.doc, above)  # a caption: "Ada with husband Ben in Leeds"
    return _nearest_subject(above, noun) if is_verb(above) else ()


def _nearest_subject(verb: Token, noun: Token) -> tuple[str, ...]:
    """Who does the verb, if nobody else is spoken of between that and the noun."""
    subject, keys = subject_token(verb), subjects(verb)
    start = verb.i if subject is None else subject.i
    between = [each for each in mentions_in(noun.doc, start, noun.i) if each.end <= noun.i]
    known = {*keys, *people_of(noun.doc, noun)}
    return keys if all(set(each.people) <= known for each in between) else ()


def _is_family(noun: Token) -> bool:
    return noun.lemma_.lower() in FAMILY


def _is_name(token: Token) -> bool:
    return token.ent_type_ == "PERSON"
