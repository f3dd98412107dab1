"""A disk that writes down what it is told, and what may be left of it when the power goes at any moment.

What was synced stays. Of what was not, any sectors may have reached the disk: writes are torn at 512 bytes and need
not arrive in order. A file whose directory was never synced may be missing, a file that was removed may be back.
"""

import random
from dataclasses import dataclass, field
from pathlib import Path

import apsw

SECTOR = 512
_FRAME_HEADER = 24


@dataclass(frozen=True, slots=True)
class Write:
    file: str
    offset: int
    content: bytes = field(repr=False)


@dataclass(frozen=True, slots=True)
class Cut:
    file: str
    size: int


@dataclass(frozen=True, slots=True)
class Sync:
    file: str


@dataclass(frozen=True, slots=True)
class Removal:
    file: str
    synced: bool


@dataclass(frozen=True, slots=True)
class Begun:
    """Somebody asked for something; until it is acknowledged it may be so or not."""

    facts: frozenset[str]


@dataclass(frozen=True, slots=True)
class Said:
    """Somebody was told that it is so."""

    fact: str
    value: object


Event = Write | Cut | Sync | Removal | Begun | Said


class Disk(apsw.VFS):
    """SQLite's own files, with a log of everything that was done to them."""

    def __init__(self, name: str) -> None:
        super().__init__(name, "")
        self.log: list[Event] = []

    def xOpen(self, name: apsw.URIFilename | str | None, flags: list[int]) -> apsw.VFSFile:
        if name is None:
            return apsw.VFSFile("", None, flags)
        return _File(self.log, name, flags)

    def xDelete(self, name: str, syncdir: bool) -> None:
        super().xDelete(name, syncdir)
        self.log.append(Removal(Path(name).name, syncdir))


class _File(apsw.VFSFile):
    def __init__(self, log: list[Event], name: apsw.URIFilename | str, flags: list[int]) -> None:
        super().__init__("", name, flags)
        self._log = log
        self._name = Path(name if isinstance(name, str) else name.filename()).name

    def xWrite(self, data: bytes, offset: int) -> None:
        super().xWrite(data, offset)
        self._log.append(self._joined(Write(self._name, offset, bytes(data))))

    def _joined(self, write: Write) -> Write:
        """A page follows the header of its frame in the WAL: to the disk they are one write."""
        last = self._log[-1] if self._log else None
        if isinstance(last, Write) and last.file == write.file and len(last.content) == _FRAME_HEADER:
            self._log.pop()
            return Write(write.file, last.offset, last.content + write.content)
        return write

    def xTruncate(self, size: int) -> None:
        super().xTruncate(size)
        self._log.append(Cut(self._name, size))

    def xSync(self, flags: int) -> None:
        super().xSync(flags)
        self._log.append(Sync(self._name))


class Platter:
    """What is on the disk for certain, what may be, and what people were told."""

    def __init__(self, files: dict[str, bytes], facts: dict[str, object] | None = None) -> None:
        self._certain = {name: bytearray(content) for name, content in files.items()}
        self._maybe: dict[str, list[Write | Cut]] = {}
        self._removed: dict[str, bytearray] = {}
        self._facts: dict[str, object] = dict(facts or {})
        self._open: frozenset[str] = frozenset()
        self.at_work = False
        """Whether somebody has begun something: there may be blobs."""

    def facts(self) -> dict[str, object]:
        """What must be so after a loss of power."""
        return {fact: value for fact, value in self._facts.items() if fact not in self._open}

    def take(self, event: Event) -> None:
        match event:
            case Write(file) | Cut(file):
                self._maybe.setdefault(file, []).append(event)
            case Sync(file):
                self._sync(file)
            case Removal(file, synced):
                self._remove(file, synced=synced)
            case Begun(facts):
                self._open, self.at_work = facts, True
            case Said(fact, value):
                self._facts[fact] = value
                self._open -= {fact}

    def _sync(self, file: str) -> None:
        if file not in self._certain:
            self._removed.clear()  # a new file is synced with its directory
        content = self._certain.setdefault(file, bytearray())
        for change in self._maybe.pop(file, []):
            _apply(content, change)

    def _remove(self, file: str, *, synced: bool) -> None:
        self._maybe.pop(file, None)
        was = self._certain.pop(file, None)
        if synced:
            self._removed.clear()
        elif was is not None:
            self._removed[file] = was

    def lose_power(self, chance: random.Random) -> dict[str, bytes]:
        """The files that somebody finds afterwards."""
        left = {name: bytearray(content) for name, content in self._certain.items()}
        for name, content in self._removed.items():
            if name not in left and name not in self._maybe and chance.random() < 0.5:
                left[name] = bytearray(content)
        for name, changes in self._maybe.items():
            if name in left or chance.random() < 0.5:
                _tear(left.setdefault(name, bytearray()), changes, chance)
        return {name: bytes(content) for name, content in left.items()}


def _tear(content: bytearray, changes: list[Write | Cut], chance: random.Random) -> None:
    arrives = chance.choice((0.0, 0.5, 0.9, 1.0))
    for change in changes:
        for piece in _sectors(change) if isinstance(change, Write) else [change]:
            if chance.random() < arrives:
                _apply(content, piece)


def _sectors(write: Write) -> list[Write]:
    """Its parts as the disk knows them; what a part does not cover stays as it was."""
    edges = range(write.offset // SECTOR * SECTOR, write.offset + len(write.content), SECTOR)
    bounds = [(max(edge, write.offset) - write.offset, edge + SECTOR - write.offset) for edge in edges]
    return [Write(write.file, write.offset + start, write.content[start:end]) for start, end in bounds]


def _apply(content: bytearray, change: Write | Cut) -> None:
    if isinstance(change, Cut):
        del content[change.size :]
        return
    end = change.offset + len(change.content)
    content.extend(bytes(max(0, end - len(content))))
    content[change.offset : end] = change.content
