"""Children told as a list: "They had three children:" and then a line for each, beginning with the child's name.

So are those told whom a life's person was married to, under the heading "Wives".
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise, takewhile

from spacy.tokens import Doc, Span, Token

from kg.extract.finding import Finding
from kg.extract.lexicon import Lexicon
from kg.extract.parents import wed_before
from kg.extract.roles import PARENTS, people, topic, unique
from kg.extract.subjects import subject_token, subjects
from kg.extract.tree import children, first_conjunct, preposition
from kg.nlp.marks import mention_at

LISTED = "list: had children"  # the rule of a birth that a line of the list tells of
HEADINGS = {"children", "issue", "offspring", "progeny"}
OF_ONE = {"sons", "daughters", "son", "daughter", "sons and daughters"}  # headings that leave the other parent open
SPOUSES = {"wives", "husbands", "spouses", "consorts", "marriages"}
GRANDCHILDREN = {"grandchild", "grandson", "granddaughter", "descendant"}
TITLED = frozenset('_"“‘')
BOTH = {"they", "their", "couple", "pair"}
# words that may stand before the name in a line: "Sir John", "Rev. Ada", a rank among the children
LEAD = 4
MOST = 0.75  # of the lines of a list


@dataclass(frozen=True, slots=True)
class Introduction:
    """What the line before a list says: whose children follow, and whether it says that they had them."""

    parents: tuple[str, ...]
    is_birth: bool = False


def lists(doc: Doc, raw: str, lexicon: Lexicon, weddings: Sequence[Finding] = ()) -> Iterator[Finding]:
    """A child for each line of a list that a sentence or heading introduces as children.

    `raw` is the text before markup was masked: it has the same characters at the same places. `weddings` tell who
    "they" are: "He married Jane, daughter of John Poe. They had the following children:".
    """
    starts = [doc[start].idx for start, _ in doc._.items]
    groups = [(group, False) for group in _groups(raw, starts)]
    groups += [(group, True) for group in _deeper(raw, starts)]
    for group, is_deeper in groups:
        if not is_deeper and _above(raw, group) in SPOUSES:
            yield from _wives(doc, raw, group)
            continue
        introduction = _introduction(doc, raw, group, lexicon, weddings, is_deeper=is_deeper)
        for start in group if introduction.parents else ():
            child = None if _is_title(raw, start) else _named(doc, start)
            if child is not None:
                yield from _of_child(*child, introduction)


def _of_child(token: Token, key: str, introduction: Introduction) -> Iterator[Finding]:
    """The ties, and the birth where the words tell one."""
    parents = tuple(("parent", parent) for parent in introduction.parents if parent != key)
    for parent in parents:
        yield Finding("kin", "parent_of", token, (parent, ("child", key)), (token,), "list: children")
    if introduction.is_birth and parents:
        yield Finding("event", "child_born", token, (*parents, ("child", key)), (token,), LISTED)


def _wives(doc: Doc, raw: str, group: Iterable[int]) -> Iterator[Finding]:
    """That a life's person was married to each whose name begins a line."""
    person = topic(doc)
    named = [_named(doc, start) for start in group if not _is_title(raw, start)]
    for token, key in (each for each in named if each is not None and len(person) == 1 and each[1] not in person):
        pair = (("partner", person[0]), ("partner", key))
        yield Finding("state", "married", token, pair, (token,), "list: wives", attests=False)


def _above(raw: str, group: Sequence[int]) -> str:
    """The line right above a list, in lower case and without marks."""
    before = raw[: raw.rfind("\n", 0, group[0]) + 1].rstrip()
    return before[before.rfind("\n") + 1 :].strip(" \t#*_:=").lower()


def _groups(raw: str, starts: list[int]) -> Iterator[list[int]]:
    """The lists: runs of items with nothing but blank lines between their lines, without those set deeper.

    What is numbered on goes on, whatever stands between: of the first child's children, say.
    """
    group: list[int] = []
    for before, start in zip([-1, *starts], starts, strict=False):
        end = raw.find("\n", max(before, 0))
        is_apart = bool(group) and raw[end : raw.rfind("\n", 0, start) + 1].strip() != ""
        if is_apart and not 1 < _number(raw, start) == _number(raw, group[-1]) + 1:
            yield group
            group = []
        is_deeper = bool(group) and _indent(raw, start) > _indent(raw, group[0])
        # what is set deeper, or numbered under a dash, tells of the child above it
        if not group or not (is_deeper or _is_numbered(raw, start) != _is_numbered(raw, group[0])):
            group.append(start)
    if group:
        yield group


def _deeper(raw: str, starts: Sequence[int]) -> Iterator[list[int]]:
    """The lists set deeper than the line above, which ends with a colon: "- Ada Roe. They have two children:"."""
    for i, (above, first) in enumerate(pairwise(starts), 1):
        end = raw.find("\n", above)
        depth = _indent(raw, first)
        is_below = not raw[end : raw.rfind("\n", 0, first) + 1].strip() and depth > _indent(raw, above)
        if raw[above:end].rstrip().endswith(":") and is_below:
            yield [start for start, own in _down_to(raw, starts[i:], depth) if own == depth]


def _down_to(raw: str, starts: Iterable[int], depth: int) -> Iterator[tuple[int, int]]:
    """The lines, each with its depth, up to the first that is set less deep."""
    return takewhile(lambda line: line[1] >= depth, ((start, _indent(raw, start)) for start in starts))


def _is_title(raw: str, start: int) -> bool:
    """Whether the line begins with the title of a work, in italics or quotes: "-   _Ada Roe_ (1880)"."""
    first = len(raw) - len(raw[start:].lstrip(" \n\t-•"))
    return not TITLED.isdisjoint(raw[max(0, first - 1) : first + 1])


def _indent(raw: str, start: int) -> int:
    line = _mark(raw, start)
    return len(line) - len(line.lstrip(" \t:"))


def _is_numbered(raw: str, start: int) -> bool:
    return _mark(raw, start).strip()[:1].isdigit()


def _number(raw: str, start: int) -> int:
    """The number in the line's mark: 2 of "2. Ada Roe"; 0 where it has none."""
    found = re.match(r"\s*\(?(\d{1,2})[.)]", _mark(raw, start))
    return int(found[1]) if found else 0


def _mark(raw: str, start: int) -> str:
    """What stands in the line before its first word."""
    return raw[raw.rfind("\n", 0, start) + 1 : start]


def _introduction(
    doc: Doc,
    raw: str,
    group: Sequence[int],
    lexicon: Lexicon,
    weddings: Sequence[Finding],
    *,
    is_deeper: bool = False,
) -> Introduction:
    """Of the line before the list, if it speaks of children or a wedding; under a heading, of the document's person."""
    before = raw[: raw.rfind("\n", 0, group[0]) + 1].rstrip()
    line_start = before.rfind("\n") + 1
    above = raw[:line_start].rstrip().rfind("\n") + 1
    line = _above(raw, group)
    if line in OF_ONE:
        return Introduction(topic(doc))
    near = sorted((each.trigger.idx, each.keys) for each in weddings if above <= each.trigger.idx < len(before))
    wedded = [keys for place, keys in near if place >= line_start]
    if is_deeper and not wedded:
        return Introduction(())  # the wedding of the line above is that of a parent
    couples = list(dict.fromkeys(wedded or (keys for _, keys in near)))  # the line above may tell of a child's wedding
    if line in HEADINGS:
        mine = [couple for couple in couples if set(topic(doc)) & set(couple)]
        return Introduction(mine[0] if len(mine) == 1 else topic(doc))
    span = doc.char_span(line_start, len(before), alignment_mode="expand")
    found = _introduced(span, lexicon, couples[-1:]) if span is not None else Introduction(())
    return found if found.parents or not wedded or is_deeper else Introduction(_of_one_name(doc, group, wedded))


def _of_one_name(doc: Doc, group: Sequence[int], couples: Sequence[tuple[str, ...]]) -> tuple[str, ...]:
    """Whose children those are that a list names with their lives right behind a wedding, all of one family name.

    "Ben Roe married Ada Poe in 1863. - Carl Roe (1864-1937) - Eva Roe (1866-1940)". Of more weddings than one, the one
    who wed in each is a parent.
    """
    named = [found for start in group if (found := _named(doc, start)) is not None]
    lives = [_family(child) for token, child in named if _has_life(doc, token)]
    parents = tuple(key for key in couples[0] if all(key in couple for couple in couples))
    alike = max((lives.count(_family(key)) for key in parents), default=0)
    return parents if alike >= MOST * len(group) and alike > 1 else ()


def _family(name: str) -> str:
    """The last word of a name, its rank and what tells namesakes apart left out."""
    return re.split(r",| \(", name)[0].split()[-1]


def _has_life(doc: Doc, name: Token) -> bool:
    """Whether years stand in a bracket behind the name."""
    mention = mention_at(doc, name)
    after = doc[mention.end : mention.end + 10] if mention is not None else ()
    return any(token.text == "(" for token in after[:1]) and any(token.ent_type_ == "DATE" for token in after)


def _introduced(span: Span, lexicon: Lexicon, couples: list[tuple[str, ...]]) -> Introduction:
    """Whose children the line announces: "They had three children:", "Their children were"; not "She is a child of"."""
    for noun in reversed(list(span)):
        if noun.lemma_.lower() in GRANDCHILDREN:
            break
        first = first_conjunct(noun)  # "they had a son and two daughters."
        is_child = {noun.lemma_.lower(), first.lemma_.lower()} <= set(lexicon.ontology.kin["child"])
        is_child |= noun.lemma_ == "family" and noun.dep_ == "obj" and noun.head.lemma_ == "have"  # "a large family:"
        is_many = noun.tag_ == "NNS" or first != noun or span.text.endswith(":")
        if noun.lower_ in HEADINGS or (is_child and is_many):
            verb = first.head
            is_birth = any(frame.type == "child_born" for frame in lexicon.frames("verb", verb.lemma_.lower()))
            found = couples[0] if couples and _is_of_both(first) else _around(first)
            if 0 < len(found) <= 2:
                return Introduction(found, is_birth and verb.pos_ in ("VERB", "AUX") and first.dep_ in ("obj", "root"))
    return Introduction(())


def _is_of_both(noun: Token) -> bool:
    """Whether the children are those of the couple spoken of: "they had", "their children", "by whom he had"."""
    verb = noun.head
    owners = [*children(noun, "nmod:poss"), *([subject] if (subject := subject_token(verb)) is not None else [])]
    words = {owner.lower_ for owner in owners} | {child.lower_ for child in verb.children}
    return bool(words & (BOTH | {"together", "whom"}))


def _around(noun: Token) -> tuple[str, ...]:
    """Possessor, "of" and "with" of the noun, and the subject of the verb that has it."""
    near = [child for child in noun.children if child.dep_ == "nmod:poss" or preposition(child) in ("of", "with", "by")]
    found = [key for child in near for key in people(child)]
    verb = noun.head
    if verb.lemma_ in PARENTS:  # "Ada was mother to four children:"
        found = [*people(verb), *subjects(verb)]
    if verb.pos_ in ("VERB", "AUX") and verb != noun:
        with_ = [
            child for child in verb.children if child.dep_.startswith("obl") and preposition(child) in ("with", "by")
        ]
        others = [*found, *(key for child in with_ for key in people(child))]
        found = [*subjects(verb), *(others or wed_before(verb))]
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
        if token.pos_ == "VERB":
            break  # "Sarah married Ben Roe", where Sarah is not known for a name
    return None
