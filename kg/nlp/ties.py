"""Who a document says belongs to whom: "his wife Jane", "the daughter of John and Mary", "he married Jane"."""

from collections import defaultdict
from collections.abc import Iterable, Set
from dataclasses import dataclass, field

from kg.nlp.figures import Figure
from kg.nlp.lexicon import INVERSE

_PAST = ("ex-", "former ", "late ")
_MARITAL = frozenset("husband wife spouse widow widower bride groom".split())
# whom a text has now; "his wife" may be she who was
NOW = frozenset("girlfriend boyfriend fiancée fiancee fiancé fiance beau partner squeeze lover flame".split())
NOW |= {"new man", "new woman", "new love"}
ANEW = frozenset(["new", "current", "present"])  # "her new husband" is none whom she has left
_FAR = {  # relatives, by what they are, be they men or women
    **dict.fromkeys("grandfather grandmother grandpa grandma nan grandparent".split(), "grandparent"),
    **dict.fromkeys("grandson granddaughter grandchild".split(), "grandchild"),
    **dict.fromkeys("great-grandfather great-grandmother".split(), "great-grandparent"),
    **dict.fromkeys("great-grandson great-granddaughter".split(), "great-grandchild"),
    **dict.fromkeys(["uncle", "aunt"], "uncle"),
    **dict.fromkeys(["nephew", "niece"], "nephew"),
    "cousin": "cousin",
}
_BEFORE = frozenset(["first", "previous", "former"])
_LATER = frozenset("second third fourth fifth".split())


@dataclass(frozen=True, slots=True)
class Tie:
    """What `other` is to the one the tie is kept for: kind "partner", in the text's words "wife" and "first"."""

    kind: str
    other: int
    noun: str = ""
    order: str = ""


@dataclass(slots=True)
class Ties:
    """All ties told so far, each once, by whose they are: in the order of telling, and as they were told last."""

    of: defaultdict[int, dict[Tie, None]] = field(default_factory=lambda: defaultdict(dict))
    _last: defaultdict[int, dict[Tie, None]] = field(default_factory=lambda: defaultdict(dict))

    def add(self, owner: int, tie: Tie) -> None:
        """Keeps the tie, and its other side: whose wife she is, he is her husband."""
        if owner == tie.other:
            return
        self._keep(owner, tie)
        if tie.kind in INVERSE:
            self._keep(tie.other, Tie(INVERSE[tie.kind], owner, "ex-" if is_past(tie) else ""))

    def _keep(self, owner: int, tie: Tie) -> None:
        self.of[owner][tie] = None
        self._last[owner].pop(tie, None)
        self._last[owner][tie] = None

    def partners(self, owner: int) -> list[int]:
        """The owner's partners, each once, in the order of telling."""
        return list(dict.fromkeys(tie.other for tie in self.of[owner] if tie.kind == "partner"))

    def are_partners(self, a: int, b: int) -> bool:
        """Whether one is told to be the other's partner."""
        return any(tie.other == b and tie.kind == "partner" for tie in self.of[a])

    def are_exes(self, a: int, b: int) -> bool:
        """Whether one is told to have been the other's partner."""
        return any(tie.kind == "partner" and is_past(tie) for tie in self._between(a, b))

    def were_wed(self, a: int, b: int) -> bool:
        """Whether one is told to be the other's former spouse."""
        return any(is_past(tie) and is_marital(tie.noun) for tie in self._between(a, b) if tie.noun)

    def may_wed(self, owner: int) -> bool:
        """Whether somebody has a spouse, or is engaged to one."""
        held = [tie for tie in self.of.get(owner, ()) if tie.kind == "partner" and not is_past(tie) and tie.noun]
        return any(is_marital(tie.noun) or tie.noun.startswith("fianc") for tie in held)

    def are_now(self, a: int, b: int) -> bool:
        """Whether one is told to be the other's partner now: "her boyfriend", and nobody's ex."""
        return any(tie.noun in NOW for tie in self._between(a, b)) and not self.are_exes(a, b)

    def nouns(self, a: int, b: int) -> set[str]:
        """The words for what one is told to be to the other."""
        return {tie.noun for tie in self._between(a, b)}

    def _between(self, a: int, b: int) -> list[Tie]:
        """What one is told to be to the other, and the other to the one."""
        return [tie for owner, other in ((a, b), (b, a)) for tie in self.of.get(owner, ()) if tie.other == other]

    def are_kin(self, a: int, b: int) -> bool:
        """Whether one is told to be the other's child, parent or sibling."""
        return b in self.kin(a)

    def kin(self, owner: int) -> list[int]:
        """The owner's children, parents and siblings, in the order of telling."""
        return [tie.other for tie in self.of.get(owner, ()) if tie.kind in ("child", "parent", "sibling")]

    def parents(self, owner: int) -> list[int]:
        """The owner's parents, in the order of telling."""
        return [tie.other for tie in self.of.get(owner, ()) if tie.kind == "parent"]

    def are_others(self, a: int, b: int) -> bool:
        """Whether one is told to be something else to the other than a partner: kin, a friend, a colleague."""
        return any(tie.kind != "partner" for tie in self._between(a, b))

    def elders(self, owner: int) -> list[int]:
        """The owner's grandparents and theirs."""
        return [tie.other for tie in self.of.get(owner, ()) if _FAR.get(tie.noun, "").endswith("grandparent")]

    def find(
        self, owners: Iterable[int], wanted: Tie, gender: str, figures: list[Figure], barred: Set[int] = frozenset()
    ) -> int | None:
        """The one whom a description with these possessors means, or None where none or several are possible.

        "His wife" is the wife told of last; "his first wife" only one told as the first. None of the `barred` is meant.
        """
        owners = list(owners)
        sets = [self._possible(owner, wanted, gender, figures, barred) for owner in owners]
        if not sets:
            return None
        common = [tie for tie in sets[0] if all(any(tie.other == each.other for each in other) for other in sets[1:])]
        exact = [tie for tie in common if tie.noun == wanted.noun and _is_order(wanted.order, tie.order)]
        if exact and (wanted.kind == "partner" or len({tie.other for tie in exact}) == 1):
            return exact[-1].other
        is_new = wanted.order in ANEW
        numbered = [tie for tie in common if tie.order == wanted.order and not tie.noun]  # "he wed secondly Ada"
        loose = numbered if wanted.order and not is_new else [tie for tie in common if _may_be(wanted, tie)]
        if is_past(wanted):  # who is told to be an ex, rather than who was told to be wed
            loose = [tie for tie in loose if not any(self.are_now(owner, tie.other) for owner in owners)]
            loose = [tie for tie in loose if is_past(tie)] or loose
        if wanted.noun in NOW or is_new:  # "his ex-wife lives with her boyfriend": with another
            loose = [tie for tie in loose if not any(self.were_together(owner, tie.other) for owner in owners)]
        return loose[-1].other if len({tie.other for tie in loose}) == 1 else None

    def were_together(self, a: int, b: int) -> bool:
        """Whether one is told to be the other's ex, or the first of several."""
        return any(tie.kind == "partner" and (is_past(tie) or tie.order in _BEFORE) for tie in self._between(a, b))

    def ex(self, owner: int, wanted: Tie, figures: list[Figure]) -> int | None:
        """The one named ex of somebody whom "her then-boyfriend" means: wed or not, as the noun says."""
        if not (is_past(wanted) or wanted.noun.startswith("then-") or wanted.order in ("former", "then")):
            return None
        named = [other for other in self.partners(owner) if not figures[other].unnamed and self.are_exes(owner, other)]
        return named[0] if len(named) == 1 and is_marital(wanted.noun) in self._sorts(owner, named[0]) else None

    def _sorts(self, a: int, b: int) -> set[bool]:
        return {is_marital(tie.noun) for tie in self._between(a, b) if tie.noun not in ("", "ex-")}

    def _possible(self, owner: int, wanted: Tie, gender: str, figures: list[Figure], barred: Set[int]) -> list[Tie]:
        return [
            tie
            for tie in self._last[owner]
            if tie.kind == wanted.kind
            and tie.other not in barred
            and not (gender and figures[tie.other].gender and figures[tie.other].gender != gender)
        ]


def _is_order(wanted: str, told: str) -> bool:
    """Whether "her husband" may be the one told of as her second; the first one is so called where others follow."""
    return told == wanted or (not wanted and told in _LATER)


def is_marital(noun: str) -> bool:
    """Whether a noun tells of somebody wed: "ex-wife", "former husband"."""
    return bool(noun) and noun.replace("-", " ").split()[-1] in _MARITAL


def _may_be(wanted: Tie, told: Tie) -> bool:
    """Whether "his ex" may be the wife told of, as she is an ex or nothing else is known; "his girlfriend" is no ex."""
    if wanted.kind == "relative" and told.noun and _FAR.get(wanted.noun) != _FAR.get(told.noun):
        return False  # "her grandfather" is not the grandson told of
    if is_past(wanted):
        return is_past(told) or not told.noun
    return wanted.noun not in NOW or not is_past(told)


def is_past(tie: Tie) -> bool:
    """Whether the words make an ex or the dead of the other one: "ex-wife", "late husband"."""
    return tie.noun == "ex" or tie.noun.startswith(_PAST)
