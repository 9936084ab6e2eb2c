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

__all__ = ["Fault", "Reply", "Report", "asked", "score_file", "score_folder"]

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
    replies = _replies(gold, answer) if answer else ()
    figures: Figures = {name: each for name, each in tally.figures().items() if name not in _OF_DOCUMENTS}
    figures["right"] = prf(right, len(found.shown), len(found.real))
    return Report(figures, tuple(faults(found))).asked(replies)


def asked(path: Path, answer_for: Callable[[Path], Callable[[str], Answer] | None]) -> tuple[Reply, ...]:
    """The questions of a gold file, or of a folder of them, and their answers.

    `answer_for` is given the gold file; None from it leaves its questions out, as where a gold file asks none.
    """
    replies: list[Reply] = []
    for each in [path] if path.is_file() else _gold_files(path):
        gold = load(each)
        if gold.questions and (answer := answer_for(each)):
            replies += _replies(gold, answer)
    return tuple(replies)


def _replies(gold: Gold, answer: Callable[[str], Answer]) -> tuple[Reply, ...]:
    return tuple(_reply(question, gold, answer) for question in gold.questions)


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
    right = is_right(question, reply, gold.people)
    return Reply(question.q, wanted, reply.text or str(reply.value), right, question.kind)
