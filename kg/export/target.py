"""Where an export goes: a stream, a file or a folder; a file or folder is there whole, or as it was before."""

import os
import shutil
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import IO, Any

from kg.errors import KgError

Chunks = Iterable[str | bytes]


def pour(chunks: Chunks, stream: IO[Any]) -> None:
    """Every chunk into an open stream, as text where the stream takes text."""
    text = hasattr(stream, "encoding") and "b" not in getattr(stream, "mode", "")
    for chunk in chunks:
        if text:
            stream.write(chunk if isinstance(chunk, str) else chunk.decode())
        else:
            stream.write(chunk.encode() if isinstance(chunk, str) else chunk)


def write_file(path: Path, chunks: Chunks) -> None:
    """The chunks as the file `path`, in one step at the end. A pipe or a device is written straight."""
    with _explained(path):
        if path.exists() and not path.is_file():
            with path.open("wb") as stream:
                return pour(chunks, stream)
        beside = path.with_name(f".{path.name}.{os.getpid()}")
        try:
            with beside.open("xb") as stream:
                pour(chunks, stream)
            beside.replace(path)
        finally:
            with suppress(FileNotFoundError):
                beside.unlink()


def write_folder(path: Path, files: Iterable[tuple[str, Chunks]]) -> None:
    """Named files in the new folder `path`; it must not be there yet, or be empty."""
    if path.exists() and (not path.is_dir() or any(path.iterdir())):
        raise KgError(f"{path}: is there already; name a new folder")
    beside = path.with_name(f".{path.name}.{os.getpid()}")
    with _explained(path):
        try:
            beside.mkdir()
            for name, chunks in files:
                write_file(beside / name, chunks)
            beside.replace(path)
        finally:
            shutil.rmtree(beside, ignore_errors=True)


@contextmanager
def _explained(path: Path) -> Iterator[None]:
    try:
        yield
    except BrokenPipeError:
        raise  # whoever reads has enough: the command line ends quietly
    except OSError as error:
        raise KgError(f"{path}: cannot be written: {error.strerror or error}") from None
