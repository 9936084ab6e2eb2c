"""Couples and kin told by two nouns: "husband and wife Ada and Ben Roe", "they are brother and sister"."""

from collections.abc import Iterator

from spacy.tokens import Doc, Token

from kg.extract.finding import Finding
from kg.extract.likened import is_plain
from kg.extract.subjects import subjects
from kg.extract.tree import children
from kg.nlp.marks import people_of

_YOUNGER = frozenset(["son", "daughter"])


def told_by_two(doc: Doc) -> Iterator[Finding]:
    """The states and ties of those who are named behind two nouns, or of whom these are said."""
    for each in doc._.twofolds:
        first, second = doc[each.first], doc[each.second]
        names = (key for i in each.names for key in people_of(doc, doc[i])[:1])
        is_said = not each.names and children(first, "cop") and not children(first, "appos", "flat")
        keys = subjects(first) if is_said else tuple(names)
        if len(keys) == 2 and is_plain(first):
            kind = "state" if each.tie in ("married", "dating") else "kin"
            people = tuple(zip(_roles(each.tie, first), keys, strict=True))
            rule = f"{'relation' if each.names else 'nouns'}: {first.lower_} and {second.lower_}"
            yield Finding(kind, each.tie, first, people, (first, second), rule)


def _roles(tie: str, first: Token) -> tuple[str, str]:
    if tie != "parent_of":
        return ("sibling", "sibling") if tie == "sibling_of" else ("partner", "partner")
    return ("child", "parent") if first.lower_ in _YOUNGER else ("parent", "child")
