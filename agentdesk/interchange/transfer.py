"""Content-Transfer-Encoding: base64, quoted-printable and uuencode, also when they are broken."""

import binascii
import re

DAMAGED = "part-damaged"
UNKNOWN = "encoding-unknown"

_LABEL = re.compile(r"[a-z0-9-]+(?: printable)?")
_AS_IT_IS = frozenset({"7bit", "8bit", "binary", "7-bit", "8-bit", "7bits", "8bits", "plain", "none", ""})
_UU = frozenset({"x-uuencode", "uuencode", "x-uue", "uue"})
_BASE64 = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/"
_NOT_BASE64 = bytes(set(range(256)) - set(_BASE64) - {ord("=")})
_MANY = 1_000
_WHITE = b" \t\r\n"
_UU_BEGIN = re.compile(rb"^begin [0-7]{3,4} ([^\r\n]{1,300})\r?$", re.MULTILINE)
_UU_END = re.compile(rb"^end[ \t]*\r?$", re.MULTILINE)


def decoded(data: bytes, label: str) -> tuple[bytes, str]:
    """The content and a problem code, or an empty one."""
    match = _LABEL.search(label.lower())
    name = match.group() if match else ""
    if name == "base64":
        return _base64(data)
    if name in {"quoted-printable", "quoted printable"}:
        return binascii.a2b_qp(data), ""
    if name in _UU:
        return _whole_uuencoded(data)
    return data, "" if name in _AS_IT_IS else UNKNOWN


def uuencoded_blocks(data: bytes) -> tuple[bytes, tuple[tuple[bytes, bytes], ...]]:
    """A text without the files that old programs wrote into it, and these files: (name, content)."""
    kept: list[bytes] = []
    files: list[tuple[bytes, bytes]] = []
    at = 0
    while len(files) < _MANY and (begin := _UU_BEGIN.search(data, at)):
        end = _UU_END.search(data, begin.end())
        content = _uu(data[begin.end() : end.start()]) if end else None
        if end is None or content is None:
            break
        kept.append(data[at : begin.start()])
        files.append((begin.group(1), content))
        at = end.end()
    return b"".join([*kept, data[at:]]) if files else data, tuple(files)


def _base64(data: bytes) -> tuple[bytes, str]:
    """Each run between paddings is decoded by itself: some programs join files that were encoded apart."""
    clean = data.translate(None, _NOT_BASE64)
    junk = len(data.translate(None, _WHITE)) != len(clean)
    content, cut = [], False
    for run in re.split(rb"=+", clean, maxsplit=_MANY):
        whole = run.replace(b"=", b"")
        cut |= len(whole) % 4 == 1 or len(whole) < len(run)
        whole = whole[:-1] if len(whole) % 4 == 1 else whole
        content.append(binascii.a2b_base64(whole + b"=" * (-len(whole) % 4)))
    return b"".join(content), DAMAGED if junk or cut else ""


def _whole_uuencoded(data: bytes) -> tuple[bytes, str]:
    _, files = uuencoded_blocks(data)
    if files:
        return files[0][1], "" if len(files) == 1 else DAMAGED
    content = _uu(data) if data.strip() else b""
    return (content, "") if content is not None else (data, DAMAGED)


def _uu(block: bytes) -> bytes | None:
    content = []
    for line in block.split(b"\n"):
        line = line.rstrip(b"\r")
        if not line or line in {b"`", b"end"} or line.startswith(b"begin "):
            continue
        length = (line[0] - 32) & 63
        try:  # some encoders append garbage: only as much as the line says
            content.append(binascii.a2b_uu(line[: 1 + (length * 4 + 5) // 3]))
        except binascii.Error:
            return None
    return b"".join(content)
