"""Pictures that are too large, or none at all, made by code (trust.md C8, T12)."""

import gzip
import struct
import zlib
from collections.abc import Mapping
from types import MappingProxyType

FLOOD = 30_000
"""Pixels in each direction."""
_PNG = b"\x89PNG\r\n\x1a\n"


def png(width: int, height: int, rows: bytes, *, depth: int = 8, color: int = 0) -> bytes:
    """A well-formed PNG; `rows` are compressed already."""
    head = struct.pack(">IIBBBBB", width, height, depth, color, 0, 0, 0)
    return _PNG + b"".join(map(_chunk, (b"IHDR", b"IDAT", b"IEND"), (head, rows, b"")))


def _chunk(kind: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))


def _zeros(count: int) -> bytes:
    """Compressed, in pieces, so that making a bomb needs no memory either."""
    packer = zlib.compressobj(1)
    parts = [packer.compress(bytes(min(1 << 20, count - at))) for at in range(0, count, 1 << 20)]
    return b"".join(parts) + packer.flush()


def flat_png(width: int, height: int) -> bytes:
    """All of one colour: a few kilobytes that become `width` times `height` pixels."""
    return png(width, height, _zeros(height * (width + 1)))


def flood_png() -> bytes:
    """Every pixel of it is really there: 900 million in about a hundred kilobytes."""
    return png(FLOOD, FLOOD, _zeros(FLOOD * (FLOOD // 8 + 1)), depth=1)


def _claim_png(width: int, height: int) -> bytes:
    return png(width, height, zlib.compress(b"\0" * 100), depth=16, color=6)


def _gif(width: int, height: int) -> bytes:
    return b"GIF89a" + struct.pack("<HHBBB", width, height, 0x80, 0, 0) + bytes(6) + (
        b"," + struct.pack("<HHHHB", 0, 0, width, height, 0) + b"\x02\x02\x44\x01\x00;"
    )  # fmt: skip


def _bmp(width: int, height: int, *, bits: int = 24) -> bytes:
    head = struct.pack("<IiiHHIIiiII", 40, width, height, 1, bits, 0, 0, 0, 0, 0, 0)
    return b"BM" + struct.pack("<IHHI", 14 + len(head) + 64, 0, 0, 14 + len(head)) + head + bytes(64)


def _jpeg(width: int, height: int) -> bytes:
    frame = struct.pack(">BHHBBBB", 8, height, width, 1, 1, 0x11, 0)
    table = b"\xff\xdb" + struct.pack(">HB", 67, 0) + bytes([1] * 64)
    return b"\xff\xd8" + table + b"\xff\xc0" + struct.pack(">H", len(frame) + 2) + frame + b"\xff\xd9"


def _webp(width: int, height: int) -> bytes:
    bits = (width - 1) | (height - 1) << 14
    body = b"VP8L" + struct.pack("<IB", 21, 0x2F) + struct.pack("<I", bits) + bytes(16)
    return b"RIFF" + struct.pack("<I", len(body) + 4) + b"WEBP" + body


def _svg(inside: str, size: int = 100) -> bytes:
    return f'<svg xmlns="http://www.w3.org/2000/svg" width="{size}" height="{size}">{inside}</svg>'.encode()


_RED = '<rect width="100" height="100" fill="red"/>'
_ENTITIES = '<!DOCTYPE s [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;">]>'

PICTURES: Mapping[str, bytes] = MappingProxyType(
    {
        "png of 900 million pixels": flood_png(),
        "png that claims 900 million pixels": _claim_png(FLOOD, FLOOD),
        "png that claims all there can be": _claim_png(2**31 - 1, 2**31 - 1),
        "png one pixel high": _claim_png(2**30, 1),
        "png without a size": png(0, 0, b""),
        "png cut short": flat_png(100, 100)[:60],
        "gif of 4 billion pixels": _gif(65_535, 65_535),
        "bmp of 900 million pixels": _bmp(FLOOD, FLOOD),
        "bmp upside down": _bmp(FLOOD, -FLOOD),
        "bmp smaller than nothing": _bmp(-FLOOD, FLOOD, bits=1),
        "jpeg of 4 billion pixels": _jpeg(65_500, 65_500),
        "webp of 268 million pixels": _webp(16_383, 16_383),
        "svg": _svg(_RED),
        "svg that opens a file": _svg(_RED + '<image href="file://CANARY/picture.png" width="9" height="9"/>'),
        "svg with a script": _svg("<script>alert(1)</script>" + _RED),
        "svg of a million": _svg(_RED, 1_000_000),
        "svg with entities": _ENTITIES.encode() + _svg(_RED + "<text>&b;</text>"),
        "svg, packed": gzip.compress(_svg(_RED)),
        "svg after a mark": b"\xef\xbb\xbf\n<?xml version='1.0'?>\n" + _svg(_RED),
        "ppm of 900 million pixels": b"P6 30000 30000 255\n" + bytes(100),
        "ppm": b"P6 9 9 255\n" + b"\xff\0\0" * 81,
        "xpm": b'/* XPM */ static char *x[]={"9 9 1 1","a c red",' + b'"aaaaaaaaa",' * 9 + b"};",
        "xbm": b"#define x_width 9\n#define x_height 9\nstatic char x_bits[] = {" + b"0xff, " * 18 + b"};",
        "ico": struct.pack("<HHHBBBBHHII", 0, 1, 1, 9, 9, 0, 0, 1, 24, 40, 22) + _bmp(9, 18)[14:],
        "pdf": b"%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF",
        "html": b"<html><img src=file://CANARY/picture.png></html>",
        "text": b"not a picture",
        "nothing": b"",
        "png in front of html": _PNG + b"<html><script>alert(1)</script></html>",
        "gif in front of a script": b"GIF89a/*" + bytes(5) + b"*/=1;alert(1);",
    }
)
"""None of these may be shown."""
