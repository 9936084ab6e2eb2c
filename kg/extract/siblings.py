"""Brothers and sisters told of in the plural, and of nobody else: "the brothers Carl and Otto", "both are sisters"."""

from collections.abc import Iterator
from itertools import combinations

from spacy.tokens import Doc, Token

from kg.extract.finding import Finding
from kg.extract.lexicon import Lexicon
from kg.extract.likened import is_plain
from kg.extract.roles import people
from kg.extract.rows import row
from kg.extract.subjects import subject_token
from kg.extract.tree import children, preposition
from kg.nlp.marks import mention_at, tokens_of

MOST = 6  # people; a longer row is read wrongly
SORTS = {"twin", "identical", "full", "young", "old", "elder", "eldest", "famous", "two", "three", "four", "real"}


def siblings(doc: Doc, lexicon: Lexicon) -> Iterator[Finding]:
    """A tie for each two of those who are called brothers, sisters or siblings together."""
    nouns = frozenset(lexicon.ontology.kin.get("sibling", ()))
    for noun in tokens_of(doc):
        if noun.tag_ not in ("NNS", "NNPS") or noun.lemma_.lower() not in nouns or not is_plain(noun):
            continue
        if children(noun, "nmod:poss") or any(preposition(child) in ("of", "to") for child in noun.children):
            continue  # "her brothers Carl and Otto": whose they are is told
        together = _before(noun) or _called(noun) or _behind(noun)
        for pair in combinations(together, 2) if len(together) <= MOST else ():
            both = tuple(("sibling", key) for key in pair)
            yield Finding("kin", "sibling_of", noun, both, (noun,), f"relation: {noun.lemma_}")


def _behind(noun: Token) -> tuple[str, ...]:
    """ "Brothers Carl and Otto Roe"; with a comma only behind an article: "the sisters, Ada and Eva"."""
    has_article = any(child.lower_ in ("the", "two", "three") for child in noun.children)
    first = noun.i + 1 + (has_article and noun.nbor().text == ",") if noun.i + 1 < noun.sent.end else noun.i
    name = mention_at(noun.doc, noun.doc[first]) if first < noun.sent.end else None
    is_name = name is not None and name.kind == "name" and name.start == first
    return row(noun, frozenset()) if is_name else ()


def _called(noun: Token) -> tuple[str, ...]:
    """ "Carl and Otto are brothers"; not "like brothers", "soul sisters"."""
    beside = children(noun, "amod", "compound", "case", "nmod", "advmod", "nummod")
    if not children(noun, "cop") or any(child.lemma_.lower() not in SORTS for child in beside):
        return ()
    subject = subject_token(noun)
    return people(subject) if subject is not None else ()


def _before(noun: Token) -> tuple[str, ...]:
    """ "Carl, Otto and other brothers" are brothers, too."""
    is_row = noun.dep_ == "conj" and any(child.lower_ == "other" for child in children(noun, "amod"))
    return people(noun.head) if is_row else ()
