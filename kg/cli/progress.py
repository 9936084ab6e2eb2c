"""What a person at a terminal sees while documents are read."""

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any


@contextmanager
def progress() -> Iterator[Callable[[Any], None] | None]:
    """A line on a terminal that counts documents and words; None where nobody looks."""
    if not sys.stderr.isatty():
        yield None
        return
    from rich.console import Console
    from rich.progress import Progress, SpinnerColumn, TextColumn, TimeElapsedColumn

    counts = TextColumn("{task.completed} documents, {task.fields[words]} words", markup=False)
    with Progress(SpinnerColumn(), counts, TimeElapsedColumn(), console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task("", total=None, words=0)

        def told(document: Any) -> None:
            bar.update(task, advance=1, words=bar.tasks[0].fields["words"] + len(document.text.split()))

        yield told
