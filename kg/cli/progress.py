"""What a person at a terminal sees while documents are read."""

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any


@contextmanager
def progress() -> Iterator[Callable[[Any], None] | None]:
    """A bar on a terminal with documents, words a second and the time left; None where nobody looks."""
    if not sys.stderr.isatty():
        yield None
        return
    from rich.console import Console
    from rich.progress import BarColumn, Progress, TextColumn, TimeRemainingColumn

    counts = TextColumn("{task.completed} of {task.total} documents, {task.fields[speed]} words/s", markup=False)
    columns = (BarColumn(), counts, TimeRemainingColumn())
    with Progress(*columns, console=Console(stderr=True), transient=True, speed_estimate_period=300) as bar:
        task = bar.add_task("", total=0, speed=0)

        def told(report: Any) -> None:
            total = max(report.expected, report.done)
            bar.update(task, total=total, completed=report.done, speed=report.words_per_second)

        yield told
