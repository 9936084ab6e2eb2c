"""Adoptions: by verb and noun, by words for adoptive kin, and of who is taken in as somebody's child."""

from collections.abc import Iterator, Sequence, Set

from spacy.tokens import Doc, Token

from kg.extract.finding import Finding
from kg.extract.lexicon import Lexicon
from kg.extract.lives import parents_told
from kg.extract.roles import name_token, named_under, people, unique
from kg.extract.subjects import subject_token, subjects
from kg.extract.tree import children, is_passive, left_modifiers, preposition
from kg.nlp.marks import tokens_of

NAMES = {"name", "surname", "pseudonym", "title", "alias", "nickname", "moniker", "persona"}  # that one adopts
TAKING = {"take", "bring"}  # a child in, or home
REARING = {"raise", "bring", "rear", "adopt"}  # as one's own
ADOPTED = {"adopted", "adoptive", "adopting"}


def adoptions(doc: Doc, lexicon: Lexicon, ties: Sequence[Finding]) -> Iterator[Finding]:
    """The adoptions that a text tells; `ties` are those of its words for kin: "her adoptive father, Ben"."""
    if "adopted" not in lexicon.ontology.events:
        return
    kin = frozenset(lexicon.ontology.kin["child"])
    for token in tokens_of(doc):
        if token.pos_ == "VERB":
            yield from _adopted(token, kin)
            yield from _taken(token, kin)
        elif token.lemma_.lower() == "adoption":
            yield from _adoption(token, kin)
    yield from _adoptive(ties)


def _adopted(verb: Token, kin: Set[str]) -> Iterator[Finding]:
    """ "They adopted a son, Ben", "Ben, adopted by Ada": the child needs to be a person."""
    if verb.lemma_ != "adopt":
        return
    nouns = children(verb, "obj", "nsubj:pass")
    if not nouns and any(preposition(child) == "by" for child in verb.children):
        nouns = [noun for noun in [subject_token(verb)] if noun is not None]
    for noun in nouns:
        is_kin = noun.lemma_.lower() in kin
        words = {word.lemma_.lower() for word in (noun, *noun.lefts)}
        if noun.lower_ in ("which", "that") or words & NAMES:  # "the name, which she adopted", "the surname Roe"
            continue
        named = named_under(noun, kin) if is_kin else people(noun)
        parents = tuple(key for key in parents_told(verb, noun, kin) if key not in named)
        if is_kin or named:
            yield from _events(verb, (verb, noun), parents, named, "verb: adopt")


def _adoption(noun: Token, kin: Set[str]) -> Iterator[Finding]:
    """ "Her adoption of Ben", "the adoption of a son, Ben, by Ada and Carl"."""
    of = next((child for child in noun.children if preposition(child) == "of"), None)
    if of is None or of.lemma_.lower() in NAMES:
        return
    named = named_under(of, kin) if of.lemma_.lower() in kin else people(of)
    beside = [*noun.children, *of.children]  # "the adoption of Ben by Ada", which trees hang at Ben
    near = [child for child in beside if preposition(child) == "by"] + children(noun, "nmod:poss")
    owners = children(of, "nmod:poss") if of.lemma_.lower() in kin else []
    parents = unique(key for child in near or owners for key in people(child))
    if named:
        yield from _events(noun, (noun, of), tuple(key for key in parents if key not in named), named, "noun: adoption")


def _taken(verb: Token, kin: Set[str]) -> Iterator[Finding]:
    """ "She took Ben in as her son", "took in Ben and raised him as her own", "Ben was taken in and raised as hers"."""
    if verb.lemma_ not in TAKING:
        return
    taken = [subject_token(verb)] if is_passive(verb) else children(verb, "obj")
    clauses = [verb, *(each for each in children(verb, "conj") if each.lemma_ in REARING)]
    is_child = any(_is_as_own(each, kin) for clause in clauses for each in clause.children)
    made = {key for child in taken if child is not None for key in people(child)} if is_child else set()
    if not made:
        return
    by = [child for child in verb.children if preposition(child) == "by"]
    doers = unique(key for child in by for key in people(child)) if is_passive(verb) else subjects(verb)
    yield from _events(verb, (verb,), tuple(key for key in doers if key not in made), tuple(sorted(made)), "verb: take")


def _is_as_own(word: Token, kin: Set[str]) -> bool:
    """ "As her son", "as their own", of one's own."""
    is_own = any(child.tag_ == "PRP$" for child in children(word, "nmod:poss"))
    return preposition(word) == "as" and is_own and (word.lower_ == "own" or word.lemma_.lower() in kin)


def _adoptive(ties: Sequence[Finding]) -> Iterator[Finding]:
    """ "Her adopted son Ben", "Ben, adoptive father of Ada": by each word for such kin, the parents of each child."""
    told: dict[tuple[int, str], list[Finding]] = {}
    for tie in ties:
        if tie.type == "parent_of" and ADOPTED & set(left_modifiers(tie.trigger)):
            told.setdefault((tie.trigger.i, dict(tie.people)["child"]), []).append(tie)
    for (_, child), found in told.items():
        noun = found[0].trigger
        parents = unique(dict(tie.people)["parent"] for tie in found)
        near = name_token(noun, child)
        yield from _events(noun, (noun,), parents, (child,), "noun: adopted child", near)


def _events(
    word: Token,
    words: tuple[Token, ...],
    parents: tuple[str, ...],
    named: tuple[str, ...],
    rule: str,
    near: Token | None = None,
) -> Iterator[Finding]:
    """An adoption of each child who is named, or one of a child without a name, where one or two adopt."""
    pairs = tuple(("parent", key) for key in parents)
    for people_ in [(*pairs, ("child", key)) for key in named] or [pairs]:
        if 0 < len(parents) <= 2:
            yield Finding("event", "adopted", word, people_, words, rule, near=near)
