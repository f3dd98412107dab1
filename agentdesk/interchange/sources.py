"""Files, directories, mailboxes and tables to letters and ticket records, one at a time; nothing is passed over."""

import hashlib
import os
import re
import stat
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import BinaryIO

from agentdesk.interchange.letters import RAW_LIMIT, Found, RawLetter, Rejected, Source
from agentdesk.interchange.tables import REQUIRED, read_csv, read_json

FORMATS = ("eml", "mbox", "maildir", "csv", "json")

_BY_SUFFIX = {".eml": "eml", ".mbox": "mbox", ".mbx": "mbox", ".csv": "csv", ".tsv": "csv", ".json": "json"}
_SNIFFED = 8 * 1024
_LINE = 1024 * 1024
_MBOX_START = re.compile(rb"From (?:[^\s]+[ \t]*\r?$|.*\d{1,2}:\d{2})")
_QUOTED_FROM = re.compile(rb">+From ")
_FIELD_OR_FROM = re.compile(rb">?From |[!-9;-~]{1,80}[ \t]*:")


def survey(paths: Iterable[Path], format_: str | None = None) -> tuple[Source, ...]:
    """Every file to be read, in a steady order, with its format and size: what a progress bar counts."""
    return tuple(source for path in paths for source in _found_at(path, format_))


def read(source: Source) -> Iterator[Found]:
    """What a source holds; always something, if only the reason why there is nothing."""
    path = str(source.path)
    if source.problem:
        yield Rejected(path, source.problem, data=(("reason", source.reason),) if source.reason else ())
        return
    nothing = True
    try:
        for found in _READERS[source.format](source.path):
            nothing = False
            yield found
    except OSError as error:
        nothing = False
        yield Rejected(path, "cannot-read", data=(("reason", _reason(error)),))
    if nothing:
        yield Rejected(path, "no-rows" if source.format in {"csv", "json"} else "empty-file")


def find_letters(paths: Iterable[Path], format_: str | None = None) -> Iterator[Found]:
    """All that the paths hold."""
    for source in survey(paths, format_):
        yield from read(source)


# ------------------------------------------------------------------------------------------------ finding


def _found_at(path: Path, format_: str | None) -> Iterator[Source]:
    """A directory is walked without recursion and without following links to directories."""
    waiting = [path]
    while waiting:
        here = waiting.pop()
        try:
            is_directory = here.is_dir()
            inside = sorted(here.iterdir(), reverse=True) if is_directory else []
        except OSError as error:
            yield Source(here, "eml", 0, "cannot-read", _reason(error))
            continue
        if is_directory:
            waiting.extend(_worth_reading(here, inside, format_))
        else:
            yield _source(here, format_)


def _worth_reading(directory: Path, inside: list[Path], format_: str | None) -> list[Path]:
    """No dot-files and no links to directories; but the folders of a maildir start with a dot."""
    if _is_maildir(directory):
        folders = [path for path in inside if path.name.startswith(".") and _is_maildir(path)]
        return [*folders, directory / "new", directory / "cur"]
    if format_ == "maildir":
        inside = [path for path in inside if path.is_dir() or directory.name in {"cur", "new"}]
    return [path for path in inside if not path.name.startswith(".") and not (path.is_symlink() and path.is_dir())]


def _is_maildir(directory: Path) -> bool:
    return (directory / "cur").is_dir() and (directory / "new").is_dir()


def _source(path: Path, format_: str | None) -> Source:
    kind = "eml" if format_ == "maildir" else format_
    try:
        status = path.stat()
        if not stat.S_ISREG(status.st_mode):
            return Source(path, kind or "eml", 0, "not-a-file")
        if status.st_size == 0:
            return Source(path, kind or "eml", 0, "empty-file")
        return Source(path, kind or _detected(path), status.st_size)
    except OSError as error:
        return Source(path, kind or "eml", 0, "cannot-read", _reason(error))


def _reason(error: OSError) -> str:
    return error.strerror or type(error).__name__


def _detected(path: Path) -> str:
    """By the ending, else by how the file starts; a letter is what nothing else is."""
    known = _BY_SUFFIX.get(path.suffix.lower())
    if known:
        return known
    if path.parent.name in {"cur", "new"} and _is_maildir(path.parent.parent):
        return "eml"
    with path.open("rb") as file:
        start = file.read(_SNIFFED)
    if start.startswith(b"From "):
        return "mbox"
    if start.lstrip(b"\xef\xbb\xbf \t\r\n")[:1] in (b"{", b"["):
        return "json"
    titles = set(re.split(r'[,;\t|"\s]+', start.partition(b"\n")[0].decode("utf-8", "replace").lower()))
    return "csv" if titles >= set(REQUIRED) else "eml"


# ------------------------------------------------------------------------------------------------ reading


def _read_eml(path: Path) -> Iterator[Found]:
    with path.open("rb") as file:
        if os.fstat(file.fileno()).st_size > RAW_LIMIT:
            yield _too_large(str(path), 1)
            return
        raw = file.read()
    if raw:
        yield _letter(str(path), raw, 1, len(raw))


def _read_mbox(path: Path) -> Iterator[Found]:
    """One letter at a time; the separating lines do not belong to the letters."""
    with path.open("rb") as file:
        for number, raw in enumerate(_letters_of(file), 1):
            if raw is None:
                yield _too_large(str(path), number)
            elif not raw.strip():
                yield Rejected(f"{path}#{number}", "empty-file")
            else:
                yield _letter(str(path), raw, number, file.tell())


def _letters_of(file: BinaryIO) -> Iterator[bytes | None]:
    """The bytes of each letter, None for one that is too large."""
    letter = bytearray()
    size, started, blank_before, at_line_start = 0, False, True, True
    line, following = file.readline(_LINE), file.readline(_LINE)
    while line:
        separates = at_line_start and blank_before and _separates(line, following)
        if separates and started:
            yield _whole(letter, size)
        if separates:
            letter, size = bytearray(), 0
        else:
            size += len(line)
            if size <= RAW_LIMIT:
                letter += line[1:] if at_line_start and _QUOTED_FROM.match(line) else line
        started = True
        blank_before = at_line_start and not line.strip(b"\r\n")
        at_line_start = line.endswith(b"\n")
        line, following = following, file.readline(_LINE)
    if started:
        yield _whole(letter, size)


def _separates(line: bytes, following: bytes) -> bool:
    """A 'From ' line begins a letter only if it looks like one and a header follows; people write 'From', too."""
    return bool(_MBOX_START.match(line) and _FIELD_OR_FROM.match(following))


def _whole(letter: bytearray, size: int) -> bytes | None:
    """Without the empty line that parts it from the next one."""
    if size > RAW_LIMIT:
        return None
    for empty_line in (b"\n\r\n", b"\n\n"):
        if letter.endswith(empty_line):
            return bytes(letter[: 1 - len(empty_line)])
    return bytes(letter)


def _letter(path: str, raw: bytes, number: int, done: int) -> RawLetter:
    return RawLetter(path, raw, hashlib.sha256(raw).hexdigest(), number, done)


def _too_large(path: str, number: int) -> Rejected:
    place = path if number == 1 else f"{path}#{number}"
    return Rejected(place, "too-large", data=(("limit", str(RAW_LIMIT)),))


_READERS = {"eml": _read_eml, "mbox": _read_mbox, "csv": read_csv, "json": read_json}
