"""The files below a folder, in one order on every machine."""

import os
from collections.abc import Iterator
from pathlib import Path

# files that tell of the folder they are in, by their names without suffix
ABOUT = frozenset({"readme", "license", "licence", "copying", "notice", "changelog", "contributing"})


def files(folder: Path) -> Iterator[Path]:
    """Every file below `folder`, sorted by name level by level, hidden ones left out.

    Links to folders are not followed, so that no loop of links is ever walked.
    """
    try:
        entries = sorted(os.scandir(folder), key=lambda entry: entry.name)
    except OSError:
        return
    for entry in entries:
        if entry.name.startswith("."):
            continue
        if entry.is_dir(follow_symlinks=False):
            yield from files(Path(entry.path))
        elif not (entry.is_symlink() and os.path.isdir(entry.path)):  # of a link to itself, entry.is_dir() would raise
            yield Path(entry.path)
