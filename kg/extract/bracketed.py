"""Whose life a bracket tells: of whom the name before it is, titles, places and other brackets left out."""

from spacy.tokens import Token

from kg.extract.owners import FAMILY
from kg.extract.roles import SPOUSES, topic
from kg.extract.tree import children, word_beside
from kg.nlp.marks import mention_at, people_of

# what may stand between a name and its bracket: "of Hesse", ", 3rd Baronet", ", J.P."
BETWEEN = {"of", ",", "the", "de", "von", "and", "née", "nee", "baronet", "earl", "baron", "duke", "lord"}
BETWEEN |= {f"{n}{end}" for n, end in ((1, "st"), (2, "nd"), (3, "rd"), *((n, "th") for n in range(4, 20)))}
REACH = 9
SUFFIXES = {"jr", "sr"}
EMPTY = {"(", ")", "()"}
TITLES = 20  # tokens of a name with all its titles
TIES = FAMILY | SPOUSES | set("widow widower child grandson granddaughter nephew niece pupil student".split())
SIGNS = {"b.", "d.", "m.", "div."}  # which tell more than a name
OPENING, CLOSING = frozenset("(["), frozenset(")]")
NAMING = {"known", "referred", "nicknamed", "styled", "credited", "billed"}
AS = {"as", "under", "by"}
LONGEST = 40  # tokens of a bracket that may tell a life


def whose(opening: Token) -> str | None:
    """The one person whose name ends before the bracket, titles and places of a name in between left out.

    "Sir John Roe, 3rd Baronet (1753–1816)", "Anne of Hesse (died 1332)", "John Roe[4] (1753–1816)".
    """
    token = opening
    for _ in range(REACH):
        if token.i == token.sent.start:
            return None
        token = before_aside(token.nbor(-1))
        keys = people_of(opening.doc, token)
        if keys and token.lower_ not in BETWEEN:  # "Ben I, lord of Saarn (1035-1094)"
            if _is_calling(token) or _is_one_of(token):  # "the founding president (1901-1914)": a term of office
                return None
            is_name = token.pos_ in ("PROPN", "NOUN", "X", "NUM", "ADJ") or token.ent_type_ == "PERSON"
            keys = _named_before_of(token) or keys
            return keys[0] if len(keys) == 1 and is_name else None
        if token.text in EMPTY or (token.text == "." and word_beside(token, -1) in SUFFIXES):
            continue  # "John () (1753–1816)": what could not be shown
        if not (token.is_space or token.pos_ == "PROPN" or token.lower_ in BETWEEN):
            return None
    return None


def _named_before_of(place: Token) -> tuple[str, ...]:
    """The Ada of "Ada of the Two Lakes (1772–1807)", where the place reads as somebody's name; not of "son of Ben"."""
    doc, name = place.doc, mention_at(place.doc, place)
    of = name.start - 1 if name is not None else 0
    of -= doc[of].lower_ == "the"
    before = mention_at(doc, doc[of - 1]) if of > place.sent.start and doc[of].lower_ == "of" else None
    return before.people if before is not None and before.kind == "name" and before.end == of else ()


def _is_calling(noun: Token) -> bool:
    """Whether a noun tells what somebody does, and neither a name nor whose kin they are: "his son (1801-1860)"."""
    mention = mention_at(noun.doc, noun)
    is_noun = noun.text.islower() and mention is not None and mention.kind == "nominal"  # not "the Earl of Roe"
    return is_noun and not children(noun, "nmod:poss")


def _is_one_of(word: Token) -> bool:
    """Whether a name with an article is that of a work by its bearer: "he played a Ben Roe (1739–1757)"."""
    mention = mention_at(word.doc, word)
    is_name = mention is not None and mention.kind == "name" and mention.start > word.sent.start
    return is_name and mention is not None and word.doc[mention.start - 1].lower_ in ("a", "an")


def introduced(opening: Token) -> str | None:
    """The person whom the document is about, where its first words are that name with whatever titles it bears.

    "MARY ANNE ROE, COUNTESS OF POE, DBE (1 May 1850 – 3 June 1900)": the titles read as somebody else's names.
    """
    doc = opening.doc
    about = next(iter(topic(doc)), None)
    names = next((person.names for person in doc._.people if person.key == about), ())
    known = {word.lower() for name in names for word in name.split()}
    line = [token for token in doc[max(0, opening.i - TITLES) : opening.i] if token.idx >= doc._.body]
    for start in (0, opening.sent.start):  # captions of pictures may stand before
        words = [token.lower_ for token in line if token.i >= start and token.is_alpha]
        is_clause = any(_is_of_clause(token) for token in line if token.i >= start)
        if len(words) > 1 and set(words[:2]) <= known and not is_clause:
            return about
    return None


def _is_of_clause(token: Token) -> bool:
    """Whether a word behind the name tells of more than what its bearer is called: not "Ben, called the Good (…)"."""
    is_naming = token.lower_ == "called" or (
        token.lower_ in NAMING and any(child.lower_ in AS for child in token.doc[token.i + 1 : token.i + 3])
    )
    is_verb = token.pos_ in ("VERB", "AUX") and not (is_naming and token.tag_ in ("VBN", "VBD"))
    return is_verb or token.tag_ == "POS" or token.lower_ in SIGNS or _is_kin_of(token)


def _is_kin_of(noun: Token) -> bool:
    """Whether what follows names somebody else: "Ada Roe, daughter of Ben Roe (1801–1877)"; not "…, (1801–1877)"."""
    if noun.lower_ not in TIES or noun.nbor().lower_ not in ("of", "to"):
        return False
    return next(token for token in noun.doc[noun.i :] if token.text[:1] in OPENING).nbor(-1).text != ","


def before_aside(token: Token) -> Token:
    """What stands before another bracket: "John Roe (also Johann) (died 1816)"."""
    start = token.sent.start
    if token.text not in CLOSING or word_beside(token, -1) in OPENING:
        return token
    for each in reversed(token.doc[max(start + 1, token.i - LONGEST) : token.i]):
        if each.text[:1] in OPENING:  # "(;" is one token
            return before_aside(each.nbor(-1))
    return token
