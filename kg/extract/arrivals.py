"""Children of the couple told of before: "A daughter, Ada, arrived in May 1841", "Her sister Bea followed in 1844"."""

from collections.abc import Iterator, Sequence

from spacy.tokens import Doc, Token

from kg.extract.finding import Finding
from kg.extract.implied import before, last_couple, place_of
from kg.extract.lexicon import Lexicon
from kg.extract.roles import named_under
from kg.extract.tree import SUBJECT, children, preposition
from kg.nlp.marks import people_of

COMING = {"arrive", "follow"}
ARTICLES = {"a", "an", "another"}


def arrivals(doc: Doc, lexicon: Lexicon, known: list[Finding]) -> Iterator[Finding]:
    """A birth for each child who "arrived" or "followed", and the parents of these and of "a son, Ben, was born".

    `known` are the couples, ties and births that the document tells otherwise.
    """
    told = sorted(known, key=place_of)
    for verb in doc:
        if verb.lower_ != "born" and not _is_coming(verb):
            continue
        noun = next(iter(children(verb, *SUBJECT)), None)
        if noun is None:
            continue
        named = named_under(noun)
        if len(named) != 1:
            continue
        parents = _parents(verb, noun, lexicon, before(verb.i, told))
        if parents and verb.lower_ != "born":
            yield Finding("event", "born", verb, (("person", named[0]),), (verb,), f"verb: {verb.lemma_}")
        if parents and named[0] not in parents:
            roles = (*(("parent", parent) for parent in parents), ("child", named[0]))
            yield Finding("event", "child_born", verb, roles, (verb, noun), f"verb: {verb.lemma_} (parents implied)")


def _is_coming(verb: Token) -> bool:
    """Whether somebody came at some time, not to some place and not after somebody."""
    if verb.lemma_ not in COMING or verb.tag_ != "VBD":
        return False
    others = [
        child for child in verb.children if child.dep_.startswith(("obj", "obl", "xcomp")) or child.dep_ == "advmod"
    ]
    return all(child.ent_type_ == "DATE" for child in others)


def _parents(verb: Token, noun: Token, lexicon: Lexicon, near: Sequence[Finding]) -> tuple[str, ...]:
    """Of "a son" the last couple told of; of "her sister" the parents of her whose birth was just told."""
    owners = children(noun, "nmod:poss")
    word, kin = noun.lemma_.lower(), lexicon.ontology.kin
    if word in kin["child"] and any(child.lower_ in ARTICLES for child in children(noun, "det")) and not owners:
        is_told = any(
            preposition(child) in ("to", "of", "by", "with") for word in (verb, noun) for child in word.children
        )
        return () if is_told else last_couple(near)
    if word in kin["sibling"] and len(owners) == 1 and verb.lower_ != "born":
        return _parents_of(people_of(verb.doc, owners[0]), near)
    return ()


def _parents_of(child: tuple[str, ...], near: Sequence[Finding]) -> tuple[str, ...]:
    """The parents told of one whose birth is told not long before."""
    if len(child) != 1 or not any(each.type == "born" and each.keys == child for each in near):
        return ()
    ties = [dict(each.people) for each in near if each.type == "parent_of"]
    return tuple(dict.fromkeys(tie["parent"] for tie in ties if tie["child"] == child[0]))
