"""What is wrong with the bytes of a file: an archive that bursts, or what a virus scanner finds (S17, S22)."""

import shlex
import stat
import subprocess
import zipfile
import zlib
from collections.abc import Callable
from enum import StrEnum
from io import BytesIO
from pathlib import PurePosixPath

from agentdesk.domain.attachments import extension
from agentdesk.domain.content_types import content_type

MOST_ENTRIES, MOST_UNPACKED, MOST_RATIO = 200, 100 * 1024 * 1024, 100
_ARCHIVES = frozenset({"7z", "bz2", "cab", "gz", "jar", "lz", "rar", "tar", "tgz", "txz", "xz", "zip", "zst"})
_OFFICE = frozenset({"docx", "odp", "ods", "odt", "pptx", "xlsx"})
"""These are archives, too, and may hold each other: a chart in a letter."""
_PIECE, _LONGEST = 64 * 1024, 60
_CLEAN, _FOUND = 0, 1


class Verdict(StrEnum):
    GOOD = "good"
    ARCHIVE = "archive"
    VIRUS = "virus"


class NotExamined(Exception):
    """The scanner cannot say just now; the file waits."""


Scan = Callable[[bytes], Verdict]
"""Raises NotExamined."""


def scan(data: bytes) -> Verdict:
    """What can be told without a virus scanner."""
    return Verdict.GOOD if _unpacks(data) else Verdict.ARCHIVE


def with_scanner(command: str) -> Scan:
    """The same, and then a program that is given the bytes on its standard input: 0 is good, 1 a find.

    So does `clamdscan -`. Nothing of the bytes or of their name comes near a command line.
    """
    words = shlex.split(command)

    def scanned(data: bytes) -> Verdict:
        found = scan(data)
        return found if found is not Verdict.GOOD else _asked(words, data)

    return scanned


def _asked(words: list[str], data: bytes) -> Verdict:
    try:
        quiet = {"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL}
        ended = subprocess.run(words, input=data, timeout=_LONGEST, check=False, **quiet)  # type: ignore[call-overload]  # noqa: S603
    except (OSError, subprocess.TimeoutExpired) as error:
        raise NotExamined from error
    if ended.returncode not in (_CLEAN, _FOUND):
        raise NotExamined
    return Verdict.VIRUS if ended.returncode == _FOUND else Verdict.GOOD


# ------------------------------------------------------------------------- archives


def _unpacks(data: bytes) -> bool:
    """Whether it is no zip, or one that may be unpacked anywhere. It is read here piece by piece, and never to disk."""
    if not zipfile.is_zipfile(BytesIO(data)):
        return True
    try:
        with zipfile.ZipFile(BytesIO(data)) as archive:
            entries = archive.infolist()
            return _fits(entries, len(data)) and all(_is_harmless(archive, entry, entries) for entry in entries)
    except (zipfile.BadZipFile, zlib.error, EOFError, OSError, ValueError, NotImplementedError, RuntimeError):
        return False  # one that cannot be read may be read otherwise elsewhere


def _fits(entries: list[zipfile.ZipInfo], packed: int) -> bool:
    unpacked = sum(entry.file_size for entry in entries)
    return len(entries) <= MOST_ENTRIES and unpacked <= min(MOST_UNPACKED, MOST_RATIO * packed)


def _is_harmless(archive: zipfile.ZipFile, entry: zipfile.ZipInfo, entries: list[zipfile.ZipInfo]) -> bool:
    if stat.S_ISLNK(entry.external_attr >> 16) or _leads_out(entry.filename):
        return False
    if entry.is_dir() or entry.flag_bits & 1:  # an encrypted one is judged by what it says of itself
        return True
    with archive.open(entry) as content:
        start = content.read(_PIECE)
        while content.read(_PIECE):  # to the end: a size or a checksum that lies is found there
            pass
    return not _is_archive(entry.filename, start, {extension(one.filename) for one in entries})


def _leads_out(name: str) -> bool:
    path = PurePosixPath(name.replace("\\", "/"))
    return path.is_absolute() or ".." in path.parts or name[1:2] == ":"


def _is_archive(name: str, start: bytes, beside: set[str]) -> bool:
    """An office file may hold office files; it is known by the parts it consists of."""
    kind = extension(name)
    if kind in _OFFICE and beside & {"rels", "rdf"}:
        return False
    return kind in _ARCHIVES or content_type(start) in ("application/zip", "application/vnd.rar")
