"""Real small files made by code: a chart as PNG, a page as PDF, logs, tables, recordings and archives."""

import io
import json
import struct
import zipfile
import zlib
from collections.abc import Callable
from dataclasses import dataclass

from agentdesk.demo.seed import chance

_UNITS = {"K": 1024, "M": 1024 * 1024}
_PALETTE = bytes.fromhex("ffffff e6e9ef c9d0da 1f5fcf 8b5a00 2e7d4f b3261e 1d2433".replace(" ", ""))
_WHITE, _GRID, _AXIS, _BLUE, _AMBER, _GREEN = 0, 1, 2, 3, 4, 5


@dataclass(frozen=True, slots=True)
class DemoFile:
    name: str
    media_type: str
    content: bytes


def make_file(spec: str) -> DemoFile:
    """A file from "name.ext" or "name.ext:190K"; without a size one is chosen by the name."""
    name, _, wanted = spec.partition(":")
    kind = name.rpartition(".")[2].lower()
    media_type, usual, write = _KINDS[kind]
    size = round(float(wanted[:-1]) * _UNITS[wanted[-1]]) if wanted else chance(name).randrange(usual, usual * 4)
    return DemoFile(name, media_type, write(name, size))


# ---------------------------------------------------------------------------------------------- pictures


def _png(name: str, size: int) -> bytes:
    """A line chart with bars, stored uncompressed so that it is as large as a screenshot would be."""
    width = max(int((size * 1.55) ** 0.5), 64)
    height = max((size - 1_000) // (width + 1), 40)
    rows = _chart(name, width, height)
    pixels = b"".join(b"\0" + bytes(row) for row in rows)
    header = struct.pack(">IIBBBBB", width, height, 8, 3, 0, 0, 0)
    chunks = [(b"IHDR", header), (b"PLTE", _PALETTE), (b"IDAT", zlib.compress(pixels, 0)), (b"IEND", b"")]
    written = b"\x89PNG\r\n\x1a\n" + b"".join(_chunk(*chunk) for chunk in chunks[:-1])
    missing = size - len(written) - 24
    comment = _chunk(b"tEXt", b"Comment\0" + b" " * (missing - 8)) if missing >= 8 else b""
    return written + comment + _chunk(*chunks[-1])


def _chunk(kind: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))


def _chart(name: str, width: int, height: int) -> list[bytearray]:
    rows = [bytearray([_GRID if y % 40 == 20 else _WHITE]) * width for y in range(height)]
    dice, level = chance(name), height * 0.7
    bar = max(width // 24, 2)
    for x in range(width):
        if x % bar < bar * 0.6:
            _column(rows, x, height - 6 - (x // bar * 37 % max(height // 4, 1)), _AMBER)
        level = min(max(level + dice.uniform(-4, 3.4), 8), height - 12)
        for y in range(int(level) - 1, int(level) + 2):
            rows[y][x] = _BLUE if x < width * 0.8 else _GREEN
    rows[-5][:] = bytes([_AXIS]) * width
    return rows


def _column(rows: list[bytearray], x: int, top: int, colour: int) -> None:
    for y in range(max(top, 0), len(rows) - 5):
        rows[y][x] = colour


# --------------------------------------------------------------------------------------------- documents


def _pdf(name: str, size: int) -> bytes:
    """One page with a title and some lines; the rest of the size is the page's own comment lines."""
    title = name.rpartition(".")[0].replace("-", " ").capitalize()
    lines = [title, "", *(f"{n}. {_sentence(f'{name}{n}')}" for n in range(1, 19))]
    text = "".join(f"({line}) Tj T*\n" for line in lines)
    stream = f"BT /F1 12 Tf 15 TL 60 780 Td\n{text}ET\n".encode("ascii", "replace")
    padding = max(size - len(stream) - 640, 0)
    stream += b"".join(b"%" + b"." * 62 + b"\n" for _ in range(padding // 64))
    return _pdf_of(
        [
            b"<< /Type /Catalog /Pages 2 0 R >>",
            b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
            _PAGE,
            b"<< /Length %d >>\nstream\n" % len(stream) + stream + b"endstream",
            b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
        ]
    )


_PAGE = (
    b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>"
)


def _pdf_of(objects: list[bytes]) -> bytes:
    out, places = bytearray(b"%PDF-1.4\n"), []
    for number, content in enumerate(objects, 1):
        places.append(len(out))
        out += b"%d 0 obj\n" % number + content + b"\nendobj\n"
    start = len(out)
    out += b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    out += b"".join(b"%010d 00000 n \n" % place for place in places)
    out += b"trailer\n<< /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n" % (len(objects) + 1, start)
    return bytes(out)


def _sentence(name: str) -> str:
    dice = chance(name)
    subject = dice.choice(("The service", "The region", "The account", "The agreement", "The period", "The contact"))
    verb = dice.choice(("is named in", "follows from", "was checked against", "is described in", "is listed in"))
    return f"{subject} {verb} section {dice.randrange(1, 9)}.{dice.randrange(1, 9)} of the annex."


def _log(name: str, size: int) -> bytes:
    dice = chance(name)
    part = name.partition(".")[0]
    block = "".join(_log_line(part, second, dice.randrange(1_000)) for second in range(2_000)).encode()
    return (block * (size // len(block) + 1))[: size - 1] + b"\n"


_EVENTS = ("slot not released, retry", "segment received", "checkpoint complete", "heartbeat", "connection from peer")


def _log_line(part: str, second: int, number: int) -> str:
    level = "WARN " if number < 40 else "INFO "
    what = _EVENTS[number % len(_EVENTS)]
    clock = f"{second // 3600 + 2:02}:{second // 60 % 60:02}:{second % 60:02}.{number:03}"
    return f"{clock} {level} {part}[{300 + number % 7}] {what} pos=0/{number * 7919:08X} lag={number % 97}ms\n"


def _csv(name: str, size: int) -> bytes:
    dice = chance(name)
    block = "".join(f"{n},2026-{n % 12 + 1:02}-{n % 28 + 1:02},{dice.randrange(9_999)},ok\n" for n in range(1_000))
    return ("id,date,amount,state\n" + block * (size // len(block) + 1)).encode()[: size - 1] + b"\n"


def _har(name: str, size: int) -> bytes:
    entry = {"startedDateTime": "2026-01-01T09:00:00Z", "time": 812, "request": {"method": "GET", "url": f"/{name}"}}
    entries = [entry] * max(size // (len(json.dumps(entry)) + 2), 1)
    return json.dumps({"log": {"version": "1.2", "entries": entries}}).encode()


def _zip(name: str, size: int) -> bytes:
    """Stored, not deflated: a support bundle's members are compressed already."""
    members = ("node-a.log", "node-b.log", "status.txt")
    overhead = 22 + sum(76 + 2 * len(member) for member in members)
    share = max((size - overhead) // len(members), 1)
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_STORED) as archive:
        for member in members:
            archive.writestr(zipfile.ZipInfo(member, (2026, 1, 1, 0, 0, 0)), _log(f"{name}/{member}", share))
    return out.getvalue()


_KINDS: dict[str, tuple[str, int, Callable[[str, int], bytes]]] = {
    "png": ("image/png", 42 * 1024, _png),
    "pdf": ("application/pdf", 60 * 1024, _pdf),
    "log": ("text/plain", 24 * 1024, _log),
    "txt": ("text/plain", 2 * 1024, _log),
    "csv": ("text/csv", 6 * 1024, _csv),
    "har": ("application/json", 50 * 1024, _har),
    "zip": ("application/zip", 90 * 1024, _zip),
}
