"""A file is what its bytes say, whatever it is called."""

import pytest

from agentdesk.domain.attachments import PROGRAM_TYPES
from agentdesk.domain.content_types import UNKNOWN, content_type, media_type

PROGRAMS = [
    b"MZ\x90\0\x03\0\0\0", b"\x7fELF\x02\x01\x01\0", b"\xcf\xfa\xed\xfe\x07\0\0\x01", b"\xca\xfe\xba\xbe\0\0\0\x02",
    b"L\0\0\0\x01\x14\x02\0\0\0\0\0\xc0\0\0\0\0\0\0F", b"[Desktop Entry]\nExec=rm\n", b"#!/bin/sh\nrm -rf ~\n",
    b"#!/usr/bin/env bash\n",
]  # fmt: skip


@pytest.mark.rule("HZ-11")
@pytest.mark.parametrize("start", PROGRAMS)
@pytest.mark.parametrize("name", ["report.pdf", "photo.png", "notes.txt"])
def test_a_program_is_one_under_any_name(start: bytes, name: str) -> None:
    assert media_type(name, "application/pdf", start) in PROGRAM_TYPES


@pytest.mark.parametrize("start", [b"MZ is short for Mark Zbikowski", b"#!/usr/bin/env python3\n", b"#1 in the list"])
def test_a_text_that_begins_like_a_program_is_none(start: bytes) -> None:
    assert content_type(start) == ""
    assert media_type("notes.txt", "text/plain", start) == "text/plain"


@pytest.mark.parametrize(
    ("start", "kind"),
    [
        (b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", "image/png"),
        (b"\xff\xd8\xff\xe0\0\x10JFIF", "image/jpeg"),
        (b"GIF89a\x01\0", "image/gif"),
        (b"BM\x36\0\0\0\0\0\0\0\x36\0\0\0", "image/bmp"),
        (b"%PDF-1.7\n", "application/pdf"),
        (b"<html><script>", "text/plain"),
        ("<svg>图".encode()[:7], "text/plain"),
        (b"\x01\x02\0\x03", UNKNOWN),
        (b"", UNKNOWN),
    ],
)
def test_what_is_called_a_picture_is_what_its_bytes_say(start: bytes, kind: str) -> None:
    assert media_type("photo.JPEG", "image/jpeg", start) == kind


def test_other_files_are_what_their_name_tells() -> None:
    assert media_type("a.docx", "application/x-word", b"PK\x03\x04") == "application/x-word"
    assert media_type("odd", "", b"PK\x03\x04") == UNKNOWN
