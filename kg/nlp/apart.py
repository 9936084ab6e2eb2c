"""Which names mean different people, by the grammar of the sentences that hold them."""

from collections.abc import Iterable

from spacy.tokens import Doc

from kg.nlp import names
from kg.nlp.candidates import Candidate, joined

_LISTED = 50  # names of one list that are told apart


def constraints(
    named: Iterable[Candidate], described: Iterable[Candidate], doc: Doc
) -> tuple[dict[int, set[int]], set[int]]:
    """Names (by start) that mean different people, and those told as somebody's kin."""
    named = list(named)
    starts = {each.head: each.start for each in named}
    full = [each.head for each in named if len(names.parse(doc[each.start : each.end].text).parts) > 1]
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
            # "Margaret was the daughter of John Roe" brings in nobody new
            new = [head for head in told if doc[head].head.i != each.head or doc[head].dep_ != "nsubj"]
            new += [other.i for head in new for other in joined(doc[head])]  # "the children of John and Mary Roe"
            kin.update(starts[head] for head in new if head in starts and each.tie in ("child", "parent", "sibling"))
            for head in each.same:
                parents = _parents_named(each, full, doc) if head not in full else []
                _part(apart, starts, head, [*each.owners, *parents])
    return apart, kin


def _parents_named(child: Candidate, full: list[int], doc: Doc) -> list[int]:
    """The full names before, one of which may be the parent: in "their daughter Mary" she is none of them.

    "William Roe and Mary Hart married in 1797. Their daughter Mary was born in the same year."; of a child that nobody
    is said to own only those of the same sentence: "she wed John Roe, with whom she had two sons, John and Carl".
    """
    if child.tie != "child" or (child.owners and not any(doc[owner].tag_ == "PRP$" for owner in child.owners)):
        return []
    start = doc[child.head].sent.start
    before = doc[start - 1].sent.start if start and child.owners else start
    return [head for head in full if before <= head < child.head]


def _part(apart: dict[int, set[int]], starts: dict[int, int], head: int, others: Iterable[int]) -> None:
    for other in others:
        if head in starts and other in starts and other != head:
            apart.setdefault(starts[head], set()).add(starts[other])
            apart.setdefault(starts[other], set()).add(starts[head])
