"""What the first bytes of a file say it is: its name does not decide that (HZ-11)."""

import re
from collections.abc import Callable

from agentdesk.domain.attachments import PROGRAM_TYPES, extension

START = 512
"""Bytes from the beginning of a file that are enough to tell."""
UNKNOWN = "application/octet-stream"

_PICTURES = frozenset({"png", "gif", "jpg", "bmp"})
_BEGINNINGS = (
    (b"\x7fELF", "application/x-elf"),
    (b"\xfe\xed\xfa\xce", "application/x-mach-binary"),
    (b"\xfe\xed\xfa\xcf", "application/x-mach-binary"),
    (b"\xce\xfa\xed\xfe", "application/x-mach-binary"),
    (b"\xcf\xfa\xed\xfe", "application/x-mach-binary"),
    (b"\xca\xfe\xba\xbe", "application/x-mach-binary"),
    (b"L\0\0\0\x01\x14\x02\0", "application/x-ms-shortcut"),
    (b"[Desktop Entry]", "application/x-desktop"),
    (b"\x89PNG\r\n\x1a\n", "image/png"),
    (b"GIF87a", "image/gif"),
    (b"GIF89a", "image/gif"),
    (b"\xff\xd8\xff", "image/jpeg"),
    (b"%PDF-", "application/pdf"),
    (b"PK\x03\x04", "application/zip"),
    (b"Rar!\x1a\x07", "application/vnd.rar"),
)
_SHELL = re.compile(rb"#! ?/\S*(?:/| )(?:ba|c|da|fi|k|tc|z)?sh\b")
_SHAPES: tuple[tuple[Callable[[bytes], object], str], ...] = (
    (lambda start: start[:2] == b"MZ" and b"\0" in start[:64], "application/x-dosexec"),  # text may begin with MZ, too
    (_SHELL.match, "application/x-shellscript"),
    (lambda start: start[:2] == b"BM" and start[6:10] == bytes(4), "image/bmp"),
    (lambda start: start[:4] == b"RIFF" and start[8:12] == b"WEBP", "image/webp"),
)


def content_type(start: bytes) -> str:
    """The media type of what begins so; "" where the bytes do not tell."""
    plain = (kind for beginning, kind in _BEGINNINGS if start.startswith(beginning))
    shaped = (kind for fits, kind in _SHAPES if fits(start))
    return next(plain, "") or next(shaped, "")


def media_type(name: str, told: str, start: bytes) -> str:
    """What a file is: as its name told, unless it is a program or is called a picture; then what its bytes say."""
    found = content_type(start)
    if found in PROGRAM_TYPES:
        return found
    if extension(name) in _PICTURES:
        return found or ("text/plain" if _is_text(start) else UNKNOWN)
    return told or UNKNOWN


def _is_text(start: bytes) -> bool:
    """The last character may have been cut in two."""
    return bool(start) and b"\0" not in start and "\ufffd" not in start.decode("utf-8", "replace")[:-1]
