"""Love made known: what "official" says in "she made her romance with Ben Poe Instagram official" is of the romance."""

from spacy.tokens import Doc, Token

from kg.nlp.governing import hang
from kg.nlp.phrases import places
from kg.nlp.possessors import name_before, put_under

_KNOWN = ("official", "public")
_SITES = frozenset(["instagram", "facebook", "insta", "ig", "twitter", "media"])
_MAKING = frozenset(["make", "makes", "made", "making"])
_LOVE = frozenset(["relationship", "romance", "engagement", "love"])


def hang_openly(doc: Doc) -> None:
    """Hangs the word at the verb, and the name before it, of which trees make a part of the word, at the noun."""
    for i in places(doc, "LOWER", _KNOWN):
        site = doc[i - 1] if i > doc[i].sent.start and _is_site(doc[i - 1]) else None
        word = site.nbor(-1) if site is not None and site.lower_ == "media" else site or doc[i]
        name = name_before(word)
        love = next((each for each in doc[i].ancestors if each.lower_ in _LOVE and each.i < i), None)
        verb = love.head if love is not None and love.dep_ == "obj" else None
        if verb is None or verb.lower_ not in _MAKING or (name is None and site is None):
            continue
        if name is not None and love is not None and name.root.head == doc[i]:
            cases = [child for child in doc[i].lefts if child.dep_ == "case" and child.i < name.start]
            put_under(name.root, love, "nmod")
            for case in cases:
                hang(case, name.root, "case")
        doc[i].tag_, doc[i].pos_ = "JJ", "ADJ"
        hang(doc[i], verb, "xcomp")


def _is_site(token: Token) -> bool:
    return token.lower_ in _SITES
