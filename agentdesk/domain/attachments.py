"""What a source lets people attach (GU-21, GU-22, QK-17, CS-26). What arrives by mail or import is not bound by it."""

import re
from collections.abc import Sequence
from types import MappingProxyType

from agentdesk.domain.commands import FileRef
from agentdesk.domain.entities import Source
from agentdesk.domain.refusals import Refused

PROGRAMS = frozenset(
    {
        "app", "apk", "bat", "bin", "cmd", "com", "cpl", "deb", "desktop", "dll", "dmg", "exe", "gadget", "hta", "inf",
        "jar", "js", "jse", "lnk", "msc", "msi", "msp", "mst", "pif", "ps1", "psm1", "reg", "rpm", "run", "scf", "scr",
        "sct", "sh", "sys", "url", "vb", "vbe", "vbs", "wsf", "wsh",
    }
)  # fmt: skip
"""Extensions that no source takes unless its list names them."""

PROGRAM_TYPES = frozenset(
    {
        "application/java-archive", "application/vnd.android.package-archive",
        "application/vnd.microsoft.portable-executable", "application/x-desktop", "application/x-dosexec",
        "application/x-elf", "application/x-executable", "application/x-mach-binary",
        "application/x-ms-dos-executable", "application/x-ms-shortcut", "application/x-msdownload",
        "application/x-msi", "application/x-pie-executable", "application/x-sh", "application/x-sharedlib",
        "application/x-shellscript",
    }
)  # fmt: skip
"""Content that is a program, whatever its name says."""

_PICTURES = frozenset({"png", "gif", "jpg", "jpeg", "bmp"})
_SAME = MappingProxyType({"jpeg": "jpg"})
_SHA256 = re.compile(r"[0-9a-f]{64}")


def check_files(source: Source, files: Sequence[FileRef]) -> None:
    """Refuses what the source does not take; count and size are those of one send, the size inclusive."""
    counted = [file for file in files if not _is_pasted(file)]
    if len(counted) > source.max_files:
        raise Refused("too-many-files", limit=source.max_files, count=len(counted))
    for file in files:
        check_file(source, file)


def check_file(source: Source, file: FileRef) -> None:
    """Refuses one file by its size, name and kind of content."""
    if file.size == 0:
        raise Refused("file-empty", name=file.name)
    if file.size > source.max_file_bytes:
        raise Refused("file-too-large", name=file.name, size=file.size, limit=source.max_file_bytes)
    if not type_allowed(source.file_types, file.name):
        raise Refused("file-type-not-allowed", name=file.name, allowed=", ".join(source.file_types))
    if _is_something_else(file, extension(file.name)):
        raise Refused("file-type-mismatch", name=file.name, media_type=file.media_type)


def type_allowed(file_types: Sequence[str], name: str) -> bool:
    """By extension, case-blind, .jpeg as .jpg; an empty list takes all but programs."""
    given = extension(name)
    if not file_types:
        return given not in PROGRAMS
    return given in {_one_name(allowed) for allowed in file_types}


def extension(name: str) -> str:
    _, dot, last = name.rpartition(".")
    return _one_name(last) if dot else ""


def check_hash(sha256: str) -> None:
    """The hash names the file's place on disk, so it is nothing but a hash."""
    if not _SHA256.fullmatch(sha256):
        raise Refused("bad-argument", field="sha256", why="not-a-hash")


def _one_name(extension_: str) -> str:
    lower = extension_.strip().lower().removeprefix(".")
    return _SAME.get(lower, lower)


def _is_pasted(file: FileRef) -> bool:
    """A picture within the text is part of the description (QK-16), not one of the files."""
    return file.inline and file.media_type.startswith("image/")


def _is_something_else(file: FileRef, given: str) -> bool:
    if file.media_type in PROGRAM_TYPES:
        return given not in PROGRAMS
    known = file.media_type not in ("", "application/octet-stream")
    return known and given in _PICTURES and not file.media_type.startswith("image/")
