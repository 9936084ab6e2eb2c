"""What the heads of facts find beside the rules, type by type, in documents with gold."""

from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from kg.evaluate.figures import prf
from kg.evaluate.gold import Gold, GoldFact
from kg.evaluate.names import Cast
from kg.extract.claims import Extractor
from kg.extract.finding import Finding
from kg.extract.learned import RULE
from kg.extract.lexicon import named
from kg.records import Claim
from kg.train.extraction import is_same, with_gold

Tally = dict[str, Counter[str]]  # by type: right and told of the rules, and of both together, and how many gold has


def tallies(nlp: Any, texts: Path, gold: Path) -> Tally:
    """The counts of every type that the heads add to, over a folder of documents."""
    found: Tally = {}
    for _, extractor, truth in with_gold(nlp, texts, gold):
        for type_, counts in counted(extractor, truth):
            found.setdefault(type_, Counter()).update(counts)
    return {type_: counts for type_, counts in sorted(found.items()) if counts["told"] > counts["ruled"]}


def counted(extractor: Extractor, gold: Gold) -> Iterator[tuple[str, dict[str, int]]]:
    """The counts of one document: facts of people who have names, each once."""
    claims = [claim for claim in extractor.claims() if claim.status.is_real]
    claims = [claim for claim in claims if not any(extractor.known[each.person].unnamed for each in claim.people)]
    ruled = [claim for claim in claims if not claim.found_by.startswith(RULE)]
    facts = [*(("event", each) for each in gold.events), *(("state", each) for each in gold.states),
             *(("kin", each) for each in gold.kin)]  # fmt: skip
    for type_ in sorted({named(claim.kind, claim.type) for claim in claims} | {named(k, f.type) for k, f in facts}):
        wanted = [fact for kind, fact in facts if named(kind, fact.type) == type_ and fact.is_real]
        rows = [_right_and_told(some, type_, wanted, Cast(gold.people)) for some in (ruled, claims)]
        counts = dict(zip(("right by rule", "ruled", "right", "told"), (n for row in rows for n in row), strict=True))
        yield type_, counts | {"gold": sum(not (fact.is_soft or fact.has_unnamed) for fact in wanted)}


def _right_and_told(claims: Iterable[Claim], type_: str, wanted: list[GoldFact], cast: Cast) -> tuple[int, int]:
    told = {tuple((each.role, each.person) for each in claim.people): claim
            for claim in claims if named(claim.kind, claim.type) == type_}  # fmt: skip
    names = {each.person: each.name for claim in told.values() for each in claim.people}
    findings = [Finding(claim.kind, claim.type, None, people, (), "") for people, claim in told.items()]  # type: ignore[arg-type]
    return sum(any(is_same(each, fact, names, cast) for fact in wanted) for each in findings), len(findings)


def table(found: Tally) -> str:
    """A line for each type.

    >>> print(table({"parent_of": Counter({"right by rule": 6, "ruled": 8, "right": 8, "told": 10, "gold": 12})}))
    type                    by rules                        with the model
    parent_of               P  75.0  R  50.0  F1  60.0  P  80.0  R  66.7  F1  72.7  (2 right of 2 more)
    """
    lines = [f"{'type':24s}{'by rules':32s}with the model"]
    for type_, counts in found.items():
        gold, more = counts["gold"], counts["right"] - counts["right by rule"]
        both = [
            prf(counts[right], counts[told], gold) for right, told in (("right by rule", "ruled"), ("right", "told"))
        ]
        figures = "  ".join(f"P {each['P']:5.1f}  R {each['R']:5.1f}  F1 {each['F1']:5.1f}" for each in both)
        lines.append(f"{type_:24s}{figures}  ({more} right of {counts['told'] - counts['ruled']} more)")
    return "\n".join(lines)
