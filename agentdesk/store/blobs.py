"""Attachments on disk, each file named by its sha256 and written whole or not at all."""

import hashlib
import os
import re
import tempfile
import time
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import IO

from agentdesk.store.errors import translated

_NAME = re.compile(r"[0-9a-f]{64}")
_PIECE = 1 << 20
_UNFINISHED, _COMING = "new-", "part-"
_FORGOTTEN = 7 * 86_400
"""Seconds after which nobody will go on with what once began to come."""


class Blobs:
    def __init__(self, directory: Path) -> None:
        self.directory = directory / "blobs"

    def path(self, sha256: str) -> Path:
        """The place of a blob, made from its hash only (S18)."""
        if not _NAME.fullmatch(sha256):
            raise ValueError(sha256)
        return self.directory / sha256[:2] / sha256

    def unfinished(self, sha256: str) -> Path:
        """Where it grows while it comes from the server."""
        return self.directory / f"{_COMING}{self.path(sha256).name}"

    def has(self, sha256: str) -> bool:
        return self.path(sha256).is_file()

    def read(self, sha256: str) -> bytes | None:
        try:
            return self.path(sha256).read_bytes()
        except FileNotFoundError:
            return None

    def start(self, sha256: str, size: int) -> bytes:
        """Its first bytes. Raises OSError."""
        return self.piece(sha256, 0, size)

    def piece(self, sha256: str, offset: int, size: int) -> bytes:
        """At most so many of its bytes from there on. Raises OSError."""
        with self.path(sha256).open("rb") as file:
            file.seek(offset)
            return file.read(size)

    def put(self, content: bytes) -> str:
        """Keeps the bytes and answers their sha256. Raises DeskError when the disk refuses."""
        return self._keep(iter([content]))[0]

    def put_file(self, path: Path, *, limit: int, step: Callable[[int], None] = lambda _: None) -> tuple[str, int]:
        """Copies a file piece by piece; sha256 and size. Raises OSError of the source, DeskError of our disk.

        `step` hears the bytes so far and may raise to stop. A file that grows beyond `limit` raises ValueError.
        """
        with open(path, "rb") as source:
            return self._keep(_pieces(source, limit, step))

    def size(self, sha256: str) -> int | None:
        """Its bytes on disk, None if it is not here or there can be no such blob."""
        try:
            return self.path(sha256).stat().st_size
        except (FileNotFoundError, ValueError):
            return None

    def names(self) -> Iterator[str]:
        """The sha256 of each that is here."""
        return (path.name for path in self.directory.glob("??/*") if _NAME.fullmatch(path.name))

    def left_over(self) -> tuple[Path, ...]:
        """What somebody was killed in the middle of writing: asked by the one writer before it writes anything."""
        coming, now = self.directory.glob(f"{_COMING}*"), time.time()
        forgotten = (path for path in coming if now - path.stat().st_mtime > _FORGOTTEN)
        return (*self.directory.glob(f"{_UNFINISHED}*"), *forgotten)

    def sweep(self, left: Iterable[Path]) -> None:
        """Throws away what was left over; what is being written since is not among it."""
        for path in left:
            path.unlink(missing_ok=True)

    def _keep(self, pieces: Iterator[bytes]) -> tuple[str, int]:
        with translated(self.directory):
            self.directory.mkdir(mode=0o700, parents=True, exist_ok=True)
            handle, name = tempfile.mkstemp(dir=self.directory, prefix=_UNFINISHED)
        try:
            sha256, size = _write(handle, pieces, self.directory)
            target = self.path(sha256)
            with translated(self.directory):
                names = [target.parent] if target.parent.exists() else [target.parent, *target.parents[1:3]]
                target.parent.mkdir(mode=0o700, exist_ok=True)
                os.replace(name, target)
                for directory in names:  # of a new directory the name must be kept, too
                    _sync_directory(directory)
        except BaseException:
            Path(name).unlink(missing_ok=True)
            raise
        return sha256, size


def _pieces(source: IO[bytes], limit: int, step: Callable[[int], None]) -> Iterator[bytes]:
    done = 0
    while piece := source.read(_PIECE):
        done += len(piece)
        if done > limit:
            raise ValueError("too large")
        step(done)
        yield piece


def _write(handle: int, pieces: Iterator[bytes], place: Path) -> tuple[str, int]:
    """Not through a file object: its buffer would meet a full disk a second time, when it is closed."""
    digest, size = hashlib.sha256(), 0
    try:
        for piece in pieces:
            digest.update(piece)
            size += len(piece)
            with translated(place):
                _write_all(handle, piece)
        with translated(place):
            os.fsync(handle)
    finally:
        os.close(handle)
    return digest.hexdigest(), size


def _write_all(handle: int, piece: bytes) -> None:
    left = memoryview(piece)
    while left:
        left = left[os.write(handle, left) :]


def _sync_directory(directory: Path) -> None:
    """A rename is only safe from a power loss once its directory is written (POSIX)."""
    if os.name != "posix":
        return
    handle = os.open(directory, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
