"""Children told as a list: "They had three children:" and then a line for each, beginning with the child's name."""

from collections.abc import Iterator

from spacy.tokens import Doc, Span, Token

from kg.extract.frames import Finding
from kg.extract.lexicon import Lexicon
from kg.extract.roles import people, subjects, topic, unique
from kg.extract.tree import preposition
from kg.nlp.marks import mention_at

HEADINGS = {"children", "issue", "offspring", "descendants", "progeny"}
# words that may stand before the name in a line: "Sir John", "Rev. Ada", a rank among the children
LEAD = 4


def lists(doc: Doc, raw: str, lexicon: Lexicon) -> Iterator[Finding]:
    """A parent-child tie for each line of a list that a sentence or heading introduces as children.

    `raw` is the text before markup was masked: it has the same characters at the same places.
    """
    starts = [doc[start].idx for start, _ in doc._.items]
    for group in _groups(raw, starts):
        parents = _parents(doc, raw, group[0], lexicon)
        for start in group if parents else ():
            child = _named(doc, start)
            if child is None:
                continue
            token, key = child
            for parent in parents:
                if parent != key:
                    yield Finding(
                        "kin", "parent_of", token, (("parent", parent), ("child", key)), (token,), "list: children"
                    )


def _groups(raw: str, starts: list[int]) -> Iterator[list[int]]:
    """The lists: runs of items with nothing but blank lines between their lines, without those set deeper."""
    group: list[int] = []
    for before, start in zip([-1, *starts], starts, strict=False):
        end = raw.find("\n", max(before, 0))
        if group and raw[end : raw.rfind("\n", 0, start) + 1].strip():
            yield group
            group = []
        if not group or _indent(raw, start) <= _indent(raw, group[0]):  # what is deeper tells of the child above it
            group.append(start)
    if group:
        yield group


def _indent(raw: str, start: int) -> int:
    line = raw[raw.rfind("\n", 0, start) + 1 : start]
    return len(line) - len(line.lstrip())


def _parents(doc: Doc, raw: str, start: int, lexicon: Lexicon) -> tuple[str, ...]:
    """The people of the line before the list, if it speaks of children; under a heading, the document's person."""
    before = raw[: raw.rfind("\n", 0, start) + 1].rstrip()
    line_start = before.rfind("\n") + 1
    line = before[line_start:].strip(" \t#*_:=").lower()
    if line in HEADINGS:
        return topic(doc)
    span = doc.char_span(line_start, len(before), alignment_mode="expand")
    return _introduced(span, lexicon) if span is not None else ()


def _introduced(span: Span, lexicon: Lexicon) -> tuple[str, ...]:
    """Whose children the line announces: "They had three children:", "Their children were:"."""
    for token in reversed(list(span)):
        if token.lemma_.lower() in lexicon.ontology.kin["child"] or token.lower_ in HEADINGS:
            found = _around(token)
            if 0 < len(found) <= 2:
                return found
    return ()


def _around(noun: Token) -> tuple[str, ...]:
    """Possessor, "of" and "with" of the noun, and the subject of the verb that has it."""
    near = [child for child in noun.children if child.dep_ == "nmod:poss" or preposition(child) in ("of", "with", "by")]
    found = [key for child in near for key in people(child)]
    verb = noun.head
    if verb.pos_ in ("VERB", "AUX") and verb != noun:
        with_ = [
            child for child in verb.children if child.dep_.startswith("obl") and preposition(child) in ("with", "by")
        ]
        found = [*subjects(verb), *found, *(key for child in with_ for key in people(child))]
    return unique(found)


def _named(doc: Doc, start: int) -> tuple[Token, str] | None:
    """The person whose name begins a line."""
    first = doc.char_span(start, start + 1, alignment_mode="expand")
    if first is None:
        return None
    for token in doc[first.start : first.start + LEAD]:
        mention = mention_at(doc, token)
        if mention is not None and mention.kind == "name" and len(mention.people) == 1:
            return doc[mention.head], mention.people[0]
    return None
