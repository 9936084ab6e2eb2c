"""Couples and kin told by two nouns: "husband and wife Ada and Ben Roe", "they are brother and sister"."""

from collections.abc import Iterator

from spacy.tokens import Doc, Token

from kg.extract.finding import Finding
from kg.extract.likened import is_plain
from kg.extract.roles import subjects
from kg.extract.tree import children
from kg.nlp.marks import people_of
from kg.nlp.twofold import Twofold, twofolds

_YOUNGER = frozenset(["son", "daughter"])


def told_by_two(doc: Doc) -> Iterator[Finding]:
    """The states and ties of those who are named behind two nouns, or of whom these are said."""
    for each in twofolds(doc):
        keys = _who(each)
        if len(keys) == 2 and is_plain(each.first):
            kind = "state" if each.tie in ("married", "dating") else "kin"
            words = (each.first, each.second)
            people = tuple(zip(_roles(each), keys, strict=True))
            rule = f"{'relation' if each.names else 'nouns'}: {each.first.lower_} and {each.second.lower_}"
            yield Finding(kind, each.tie, each.first, people, words, rule)


def _who(each: Twofold) -> tuple[str, ...]:
    if each.names:
        return tuple(key for name in each.names for key in people_of(name.doc, name)[:1])
    return subjects(each.first) if children(each.first, "cop") and not _has_own(each.first) else ()


def _has_own(noun: Token) -> bool:
    """Whether the noun has names of its own: "the heirs are brother and sister Ada and Ben"."""
    return bool(children(noun, "appos", "flat"))


def _roles(each: Twofold) -> tuple[str, str]:
    if each.tie != "parent_of":
        return ("sibling", "sibling") if each.tie == "sibling_of" else ("partner", "partner")
    return ("child", "parent") if each.first.lower_ in _YOUNGER else ("parent", "child")
