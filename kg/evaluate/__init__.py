"""Precision and recall against gold: a folder of documents each read alone, or one gold file for a whole folder."""

from collections.abc import Callable
from pathlib import Path

from kg.errors import InputError
from kg.evaluate.comparison import compare
from kg.evaluate.figures import Figures, Tally, prf
from kg.evaluate.gold import Gold, GoldQuestion, load
from kg.evaluate.ledger import Fault, faults
from kg.evaluate.questions import answered, is_right
from kg.evaluate.report import Reply, Report
from kg.evaluate.rules import FolderRules
from kg.records import Answer, Timeline

__all__ = ["Fault", "Reply", "Report", "score_file", "score_folder"]

_OF_DOCUMENTS = ("dated_31d", "states", "kin", "worked_together", "missing")  # what a gold for a folder does not hold


def score_folder(folder: Path, timeline_for: Callable[[str], Timeline | None]) -> Report:
    """Scores a folder of gold files, one a document (or a group of documents) read alone.

    `timeline_for` is given the gold file's name without its suffix; None from it counts the document as missing.
    Raises InputError for a folder without gold, or for a gold file that is none.
    """
    tally, errors, missing = Tally(), list[Fault](), 0
    for path in _gold_files(folder):
        gold = load(path)
        timeline = timeline_for(path.stem)
        if timeline is None:
            missing += 1
            continue
        found = compare(gold, timeline)
        tally.add(found)
        errors.extend(faults(found))
    return Report(tally.figures(missing), tuple(errors))


def score_file(path: Path, timeline: Timeline, answer: Callable[[str], Answer] | None = None) -> Report:
    """Scores one gold file against the timeline of its whole folder; with `answer`, its questions too."""
    gold, tally = load(path), Tally()
    found = compare(gold, timeline, FolderRules(gold))
    tally.add(found)
    right = sum(match.is_dated for match in found.matched)
    replies = tuple(_reply(question, gold, answer) for question in gold.questions) if answer else ()
    figures: Figures = {name: each for name, each in tally.figures().items() if name not in _OF_DOCUMENTS}
    figures["right"] = prf(right, len(found.shown), len(found.real))
    if replies:
        figures["questions"] = [sum(reply.is_right for reply in replies), len(replies)]
    return Report(figures, tuple(faults(found)), replies)


def _gold_files(folder: Path) -> list[Path]:
    if not folder.is_dir():
        raise InputError(f"{folder}: no folder of gold files")
    paths = sorted(path for path in folder.glob("*.json") if path.name != "index.json")
    if not paths:
        raise InputError(f"{folder}: no gold file (*.json) in it")
    return paths


def _reply(question: GoldQuestion, gold: Gold, answer: Callable[[str], Answer]) -> Reply:
    reply = answered(question, answer)
    wanted = question.a if isinstance(question.a, str) else str(question.a)
    return Reply(question.q, wanted, reply.text or str(reply.value), is_right(question, reply, gold.people))
