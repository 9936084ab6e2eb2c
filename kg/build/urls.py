"""Paths that are URLs of a file system that fsspec knows, such as s3://bucket/archive: fetched before they are read."""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path, PurePosixPath
from tempfile import TemporaryDirectory

from kg.errors import InputError, KgError


@contextmanager
def fetched(paths: Iterable[Path | str]) -> Iterator[list[Path]]:
    """The paths; of each URL a copy, which is gone afterwards. Raises InputError for one that cannot be fetched."""
    with TemporaryDirectory(prefix="kg-") as folder:
        yield [
            _fetched(str(path), Path(folder) / str(number)) if is_url(path) else Path(path)
            for number, path in enumerate(paths)
        ]


def is_url(path: Path | str) -> bool:
    """Whether a path is an address of a file system elsewhere.

    >>> is_url("s3://bucket/archive"), is_url("archive/a.txt")
    (True, False)
    """
    return isinstance(path, str) and "://" in path


def _fetched(url: str, folder: Path) -> Path:
    try:
        from fsspec.core import url_to_fs
    except ImportError:
        raise KgError(f"{url}: reading from URLs needs fsspec: pip install 'kg[cluster]'") from None
    target = folder / (PurePosixPath(url).name or "root")
    try:
        system, path = url_to_fs(url)
        if system.isdir(path):
            target.mkdir(parents=True)
            system.get(f"{path.rstrip('/')}/", f"{target}/", recursive=True)
        else:
            folder.mkdir(parents=True)
            system.get(path, str(target))
    except (OSError, ValueError, ImportError) as error:
        raise InputError(f"{url} cannot be fetched: {str(error).splitlines()[0]}") from None
    return target
