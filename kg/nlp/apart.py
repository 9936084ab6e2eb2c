"""Which names mean different people, by the grammar of the sentences that hold them."""

from collections.abc import Iterable, Iterator

from spacy.tokens import Doc, Token

from kg.nlp import names
from kg.nlp.beside import joined
from kg.nlp.candidates import Candidate
from kg.nlp.headlines import title_end
from kg.nlp.unions import had

Names = dict[int, tuple[str, ...]]  # the folded words of names, by their heads
_FAMILY = frozenset(("child", "parent", "sibling", "partner", "relative"))
_LISTED = 50  # names of one list that are told apart


def constraints(
    named: Iterable[Candidate], described: Iterable[Candidate], doc: Doc
) -> tuple[dict[int, set[int]], set[int]]:
    """Names (by start) that mean different people, and those told as somebody's kin."""
    named = list(named)
    starts = {each.head: each.start for each in named}
    words = {each.head: names.parse(doc[each.start : each.end].text).folded for each in named}
    full = {head: folded for head, folded in words.items() if len(folded) > 1}
    children = {head for each in described if each.tie == "child" for head in each.same}
    elders = {head: folded for head, folded in full.items() if head not in children}
    apart: dict[int, set[int]] = {}
    kin: set[int] = set()
    for head in starts:
        token = doc[head]
        if token.dep_ == "conj":
            _part(apart, starts, head, [each.i for each in (token.head, *joined(token.head))][:_LISTED])
        elif token.dep_ in ("obj", "obl", "obl:agent", "iobj"):
            _part(apart, starts, head, [each.i for each in token.head.children if each.dep_ in ("nsubj", "nsubj:pass")])
    for each in described:
        if each.tie:
            owners = each.owners if not any(doc[owner].dep_ == "nmod:poss" for owner in each.owners) else ()
            told = (*each.same, *owners) if each.tie == "child" else each.same or owners
            new = [head for head in told if not _is_subject(doc[head], doc[each.head])]
            new += [other.i for head in new for other in joined(doc[head])]  # "the children of John and Mary Roe"
            kin.update(starts[head] for head in new if head in starts and each.tie in ("child", "parent", "sibling"))
            if each.tie == "parent":  # "she wed Ben Roe, and was the mother of Ben Hugh Roe"
                first = doc[each.head].sent.start
                for head in owners:
                    _part(apart, starts, head, _in_other_form(elders, full.get(head, ()), range(first, each.head)))
            whose = [beside.i for owner in each.owners for beside in (doc[owner], *joined(doc[owner]))]
            for head in each.same:
                _part(apart, starts, head, [*whose, *_parents_named(each, words.get(head, ()), elders, doc)])
    for head, others in _openings(doc, named, [each for each in described if each.tie in _FAMILY]):
        _part(apart, starts, head, others)
    return apart, kin


def told_by_the_way(named: Iterable[Candidate], described: Iterable[Candidate], doc: Doc) -> set[int]:
    """Names (by start) of whom nothing is told there but whose kin somebody is: "Ada Roe, daughter of Ben Roe"."""
    starts = {each.head: each.start for each in named}
    owners = ((owner, each.tie) for each in described if each.tie in _FAMILY and each.same for owner in each.owners)
    return {starts[owner] for owner, tie in owners if owner in starts and (tie == "child" or doc[owner].dep_ == "nmod")}


def _is_subject(name: Token, noun: Token) -> bool:
    """Whether the noun is said of the name: "Ada was (born) the daughter of John Roe" brings in nobody new in Ada.

    Nor does an opening: "The daughter of John Roe, Ada was born in Leeds".
    """
    is_opening = noun.head == name and noun.i < name.i and noun.dep_ == "appos"
    is_complement = noun.dep_ in ("xcomp", "obj") and name.head == noun.head
    return name.dep_ in ("nsubj", "nsubj:pass") and (name.head == noun or is_complement or is_opening)


def _openings(doc: Doc, named: list[Candidate], described: list[Candidate]) -> Iterator[tuple[int, list[int]]]:
    """Heads of bare names that are told before a relative is named in full with them, and the relative's.

    "Larsen was born in Leeds, the daughter of Ada Poe and John Larsen." is no life of John's, however often the text
    speaks of Larsen; nor is one that goes on "She and her husband, Carl Larsen".
    """
    parsed = {each.head: names.parse(doc[each.start : each.end].text) for each in named}
    full = [head for head, name in parsed.items() if len(name.parts) > 1]
    bare = [head for head, name in parsed.items() if len(name.parts) == 1 and not name.titles]
    family = _family_heads(doc, described, set(bare))
    body = title_end(doc)
    for word in dict.fromkeys(parsed[head].folded[0] for head in bare):
        alike = [head for head in bare if parsed[head].folded[0] == word]
        bearers = [head for head in full if word in (parsed[head].folded[0], parsed[head].folded[-1])]
        first = next((head for head in alike if head >= body), len(doc))
        if bearers and first < bearers[0] and bearers[0] in family:
            before = [head for head in full if head < bearers[0] and head not in family]
            if not before or doc[first].sent == doc[bearers[0]].sent:
                for head in alike:
                    yield head, [other for other in bearers if other in family]


def _family_heads(doc: Doc, described: list[Candidate], bare: set[int]) -> set[int]:
    """Heads of those whom a text brings in as "her husband", and of those as whose child or niece it does somebody."""
    heads = {head for each in described if each.tie in ("child", "relative") for head in each.owners}
    for each in described:
        if any(doc[owner].tag_ == "PRP$" or owner in bare for owner in each.owners):
            heads.update(head for head in each.same if doc[head].dep_ != "nsubj")
    return heads | {other.i for head in heads for other in joined(doc[head])}


def _parents_named(child: Candidate, name: tuple[str, ...], full: Names, doc: Doc) -> list[int]:
    """The full names before, one of which may be the parent: in "their daughter Mary" she is none of them.

    "William Roe and Mary Hart married in 1797. Their daughter Mary was born in the same year."; of a child that nobody
    is said to own only those of the same sentence: "she wed John Roe, with whom she had two sons, John and Carl".
    """
    noun = doc[child.head]
    verb = had(noun) or noun
    is_owned = any(doc[owner].tag_ == "PRP$" for owner in child.owners)
    is_had = verb.dep_ == "root" and any(each.tag_ == "PRP" and each.dep_ == "nsubj" for each in verb.lefts)
    is_owned |= is_had  # "they had three children:"
    if child.tie != "child" or (child.owners and not is_owned):
        return []
    start = noun.sent.start
    before = doc[start - 1].sent.start if start and is_owned else start
    return _in_other_form(full, name, range(before, child.head))


def _in_other_form(full: Names, name: tuple[str, ...], where: range) -> list[int]:
    """The full names in a stretch with more or fewer words than the name: "Ben Roe" before "their son Ben Hugh Roe"."""
    return [head for head, words in full.items() if head in where and len(words) != len(name)]


def _part(apart: dict[int, set[int]], starts: dict[int, int], head: int, others: Iterable[int]) -> None:
    for other in others:
        if head in starts and other in starts and other != head:
            apart.setdefault(starts[head], set()).add(starts[other])
            apart.setdefault(starts[other], set()).add(starts[head])
