"""What an evaluation found, for people and for programs."""

from dataclasses import dataclass
from typing import Any

from kg.evaluate.figures import Figures
from kg.evaluate.ledger import Fault


@dataclass(frozen=True, slots=True)
class Reply:
    """A question of the gold, the answer that was wanted and the one that came."""

    question: str
    gold: str
    answer: str
    is_right: bool
    kind: str = ""


@dataclass(frozen=True, slots=True)
class Report:
    """Figures by name, every fault, and the questions where the gold asks some."""

    figures: Figures
    faults: tuple[Fault, ...] = ()
    replies: tuple[Reply, ...] = ()

    def asked(self, replies: tuple[Reply, ...]) -> "Report":
        """The same with the gold's questions, their figures by kind included; as it was where there are none."""
        if not replies:
            return self
        kinds: dict[str, list[int]] = {}
        for reply in sorted(replies, key=lambda reply: reply.kind):
            pair = kinds.setdefault(reply.kind or "question", [0, 0])
            pair[0] += reply.is_right
            pair[1] += 1
        right = sum(reply.is_right for reply in replies)
        more: Figures = {"questions": [right, len(replies)], "kinds": kinds}
        return Report(self.figures | more, self.faults, replies)

    def as_dict(self, *, errors: bool = False) -> dict[str, Any]:
        """The figures as plain data; `errors` adds the faults and the questions with their answers."""
        if not errors:
            return dict(self.figures)
        replies = [
            {"question": each.question, "gold": each.gold, "answer": each.answer, "right": each.is_right}
            for each in self.replies
        ]
        return self.figures | {"errors": [fault.as_dict() for fault in self.faults], "replies": replies}

    def lines(self, *, errors: bool = False) -> list[str]:
        """The figures as a table, a line each; `errors` adds the faults and the wrong answers."""
        rows = [_line(title, self.figures[name]) for name, title in _ROWS if name in self.figures]
        rows += [_of(title, self._pair(name)) for name, title in _PAIRS if self._pair(name)[1]]
        rows += [_of(f"   {kind}", pair) for kind, pair in self._kinds()]
        rows += [_line(f"   {type}", figures) for type, figures in self.figures.get("types", {}).items()]
        if self.figures.get("missing"):
            rows.append(f"no timeline for {self.figures['missing']} documents")
        return [*rows, *self._errors()] if errors else rows

    def _kinds(self) -> list[tuple[str, list[int]]]:
        kinds: dict[str, list[int]] = self.figures.get("kinds", {})
        return list(kinds.items()) if len(kinds) > 1 else []

    def _pair(self, name: str) -> list[int]:
        value: Any = self.figures
        for part in name.split("."):
            value = value.get(part, {})
        return value or [0, 0]

    def _errors(self) -> list[str]:
        wrong = (each for each in self.replies if not each.is_right)
        return [
            *map(str, self.faults),
            *(f"{each.question} gold: {each.gold}; answer: {each.answer}" for each in wrong),
        ]


_ROWS = (
    ("events", "events, type and people"),
    ("relationships", "  of them relationships"),
    ("right", "  with the right date"),
    ("dated", "dates"),
    ("dated_31d", "  within 31 days"),
    ("states", "states"),
    ("kin", "kin"),
)
_PAIRS = (
    ("worked_together.found", "shared work found"),
    ("worked_together.right", "shared work right"),
    ("places.found", "places found"),
    ("places.right", "places right"),
    ("works.found", "works found"),
    ("works.right", "works right"),
    ("tellers.found", "who says so found"),
    ("tellers.right", "who says so right"),
    ("ends.right", "states' starts and ends"),
    ("ends.against", "  against the gold"),
    ("told_twice", "told twice"),
    ("status.right", "status right"),
    ("status.not_asserted", "  of those not asserted"),
    ("unreal.shown_as_real", "unreal shown as real"),
    ("unreal.found_as_unreal", "unreal found as such"),
    ("rivals", "rival dates kept"),
    ("turns", "denied, confirmed, kept"),
    ("traps", "traps fallen into"),
    ("questions", "questions answered right"),
)


def _line(title: str, figures: Figures) -> str:
    counts = "/".join(map(str, figures["n"]))
    return f"{title:26s}P {figures['P']:5.1f}  R {figures['R']:5.1f}  F1 {figures['F1']:5.1f}  ({counts})"


def _of(title: str, pair: list[int]) -> str:
    return f"{title:26s}{pair[0]} of {pair[1]}"
