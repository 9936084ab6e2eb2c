"""What a build has done so far, and in the end."""

from collections.abc import Callable
from dataclasses import dataclass, field

from kg.read import Skip


@dataclass
class BuildReport:
    """What a build did: documents read, found unchanged and skipped; words of what was read, and seconds for all."""

    read: int = 0
    unchanged: int = 0
    undated: int = 0  # of those read
    words: int = 0
    seconds: float = 0.0
    skipped: list[Skip] = field(default_factory=list)
    failed: int = 0  # of those skipped: documents that kg itself could not cope with
    barren: list[str] = field(default_factory=list)  # the paths given that hold no document
    expected: int = 0  # how many documents there may be; 0 where nobody asked

    @property
    def words_per_second(self) -> int:
        """Speed over everything: reading files, the pipeline, the store."""
        return round(self.words / self.seconds) if self.seconds else 0

    @property
    def done(self) -> int:
        """How many documents have been dealt with."""
        return self.read + self.unchanged + len(self.skipped)


Progress = Callable[[BuildReport], None]  # is told of the report as it grows
