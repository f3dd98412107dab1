"""Reads the pages of a damaged SQLite file past SQLite: of each its newest whole copy, from journal or file.

Page numbers begin at 1. The formats are those of sqlite.org/fileformat2.html and walformat.html.
"""

import struct
import sys
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path
from typing import IO

_MAGIC = b"SQLite format 3\0"
_WAL_HEADER, _FRAME_HEADER = 32, 24
_BIG_ENDIAN = b"\x37\x7f\x06\x83"
_WORD = 0xFFFFFFFF
Sums = tuple[int, int]


class Pages:
    """The file at `path` with its journal. `size` is a page's, in bytes, where the file no longer says it.

    Nothing is written. Close it before the files are moved.
    """

    def __init__(self, path: Path, size: int) -> None:
        self._file, self._journal = _opened(path), _opened(wal(path))
        self.size = _page_size(self._file.read(18)) or size
        frames = _Frames(self._journal, self.size)
        self._newest = frames.newest()
        self.torn = frames.torn
        """Frames are missing among those of the journal: pages may be of different times."""
        self.count = max(_length(self._file) // self.size, *self._newest, 0)

    def close(self) -> None:
        self._file.close()
        self._journal.close()

    def __getitem__(self, number: int) -> bytes:
        """The page; zeros for what is not there."""
        offset = self._newest.get(number)
        file, start = (self._file, (number - 1) * self.size) if offset is None else (self._journal, offset)
        file.seek(start)
        return file.read(self.size).ljust(self.size, b"\0")

    def newest_first(self) -> Iterator[int]:
        """All page numbers: those in the journal, the latest first, then those of the file."""
        yield from sorted(self._newest, key=lambda number: -self._newest[number])
        yield from (number for number in range(1, self.count + 1) if number not in self._newest)


class _Frames:
    """The journal's frames. Each is checked by the sums of the one before it, so that a bad one hides no later ones."""

    def __init__(self, journal: IO[bytes], size: int) -> None:
        self._journal, self._length = journal, _FRAME_HEADER + size
        header = _at(journal, 0, _WAL_HEADER)
        self._order = ">" if header.startswith(_BIG_ENDIAN) else "<"
        whole = len(header) == _WAL_HEADER and self._sums((0, 0), header[:-8]) == _stored(header)
        self._first = _stored(header) if whole else None
        self._salts = header[16:24] if whole else self._first_salts()
        self.torn = not whole and _length(journal) > _WAL_HEADER

    def newest(self) -> dict[int, int]:
        """Where the journal holds which page, as the last commit left it; of a transaction cut off, nothing."""
        newest, pending = dict[int, int](), dict[int, int]()
        missing = False
        for offset, header in self._checked():
            missing |= header is None
            if header is not None:
                number, committed = struct.unpack_from(">2I", header)
                pending[number] = offset + _FRAME_HEADER
                if committed:
                    newest |= pending
                    pending.clear()
                    self.torn |= missing
        return newest

    def _checked(self) -> Iterator[tuple[int, bytes | None]]:
        """Offset and header of each frame, None for a bad one and for what an earlier use of the file left.

        The one behind a header that is gone can only be known by its salts.
        """
        before = self._first
        for offset, header, page in self._frames():
            ours = header[8:16] == self._salts
            good = ours and (before is None or self._follows(before, header, page))
            before = _stored(header) if ours else None
            yield offset, header if good else None

    def _first_salts(self) -> bytes | None:
        """Without the journal's header: those of the first frame that follows another."""
        before: Sums | None = None
        for _, header, page in self._frames():
            if before is not None and self._follows(before, header, page):
                return header[8:16]
            before = _stored(header)
        return None

    def _frames(self) -> Iterator[tuple[int, bytes, bytes]]:
        for offset in range(_WAL_HEADER, _length(self._journal) - self._length + 1, self._length):
            frame = _at(self._journal, offset, self._length)
            yield offset, frame[:_FRAME_HEADER], frame[_FRAME_HEADER:]

    def _follows(self, before: Sums, header: bytes, page: bytes) -> bool:
        return self._sums(self._sums(before, header[:8]), page) == _stored(header)

    def _sums(self, sums: Sums, content: bytes) -> Sums:
        """SQLite's checksum of the content, going on from an earlier one."""
        one, two = sums
        words = iter(struct.unpack(f"{self._order}{len(content) // 4}I", content))
        for word in words:
            one = (one + word + two) & _WORD
            two = (two + next(words) + one) & _WORD
        return one, two


def wal(path: Path) -> Path:
    return path.with_name(path.name + "-wal")


def frames_held(path: Path) -> int:
    """How many frames the journal has, as SQLite left or keeps it in the -shm file; after a power loss that is gone."""
    with _opened(path.with_name(path.name + "-shm")) as index:
        header, copy = index.read(48), index.read(48)
    known = len(header) == 48 and header == copy
    return int.from_bytes(header[16:20], sys.byteorder) if known else 0


def _opened(path: Path) -> IO[bytes]:
    return path.open("rb") if path.exists() else BytesIO()


def _page_size(header: bytes) -> int:
    """What the file says; 0 if it says nothing that can be."""
    said = int.from_bytes(header[16:18], "big") if header.startswith(_MAGIC) else 0
    size = 65_536 if said == 1 else said
    return size if size >= 512 and size & (size - 1) == 0 else 0


def _at(file: IO[bytes], offset: int, length: int) -> bytes:
    file.seek(offset)
    return file.read(length)


def _length(file: IO[bytes]) -> int:
    return file.seek(0, 2)


def _stored(header: bytes) -> Sums:
    """The checksum at the end of a header."""
    one, two = struct.unpack(">2I", header[-8:])
    return one, two
