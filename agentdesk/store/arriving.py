"""A blob on its way here: what has come is kept, beyond a lost connection and the end of the program."""

import hashlib
import os
from pathlib import Path
from typing import NoReturn

from agentdesk.store.blobs import Blobs
from agentdesk.store.errors import translated


class WrongContent(Exception):
    """What came is not what was promised; nothing of it is left."""


class Arriving:
    """Of one thread. Raises DeskError when the disk refuses."""

    def __init__(self, blobs: Blobs, sha256: str, size: int) -> None:
        self._blobs, self._sha256, self._size = blobs, sha256, size
        self.path = blobs.unfinished(sha256)

    @property
    def offset(self) -> int:
        """So many bytes are here."""
        try:
            return self.path.stat().st_size
        except FileNotFoundError:
            return 0

    def add(self, piece: bytes) -> None:
        """Behind what is here. Raises WrongContent if that is more than was promised."""
        if self.offset + len(piece) > self._size:
            self._drop()
        with translated(self.path.parent):
            self.path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
            handle = os.open(self.path, os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600)
            with os.fdopen(handle, "ab") as file:
                file.write(piece)

    def finish(self) -> None:
        """It is a blob like any other now. Raises WrongContent."""
        self.add(b"")  # an empty file is never begun otherwise
        with translated(self.path.parent):
            if _digest(self.path) != self._sha256:
                self._drop()
            self._blobs.put_file(self.path, limit=self._size)
            self.path.unlink()

    def _drop(self) -> NoReturn:
        self.path.unlink(missing_ok=True)
        raise WrongContent


def _digest(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()
