"""Names of files from others stay names: no way out of the directory, nothing hidden (trust.md C7)."""

import unicodedata
from pathlib import PurePosixPath, PureWindowsPath

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from agentdesk.domain.filenames import safe_name


@pytest.mark.parametrize(
    ("name", "safe"),
    [
        ("report.pdf", "report.pdf"),
        ("Bericht März 報告.pdf", "Bericht März 報告.pdf"),
        ("../../etc/passwd", "passwd"),
        ("..\\..\\boot.ini", "boot.ini"),
        ("C:\\Users\\x\\evil.bat", "evil.bat"),
        ("／etc／shadow", "shadow"),
        ("a\x00.txt", "a.txt"),
        ("a.txt\x00.exe", "a.txt.exe"),
        ("invoice\u202efdp.exe", "invoicefdp.exe"),
        ("\u200b.htaccess", "htaccess"),
        ("\u200b../x", "x"),
        ("CON", "_CON"),
        ("con.txt", "_con.txt"),
        ("aux.tar.gz", "_aux.tar.gz"),
        ("COM¹.log", "_COM1.log"),
        ("L\u200bPT1", "_LPT1"),
        ("nul .txt", "_nul .txt"),
        ("console.log", "console.log"),
        ("name. . ", "name"),
        (" spaced   out .txt", "spaced out .txt"),
        ("a:b|c?.txt", "a_b_c_.txt"),
        ("", "file"),
        ("...", "file"),
        ("/", "file"),
        ("\u202e\u200b", "file"),
        ("a.pdf.exe", "a.pdf.exe"),
        ("=cmd|' /C calc'!A0.csv", "C calc'!A0.csv"),
        ("ﬁle.txt", "file.txt"),
        ("a\nb.txt", "a b.txt"),
        ("\ud800.txt", "txt"),
    ],
)
def test_a_hostile_name_becomes_a_harmless_one(name: str, safe: str) -> None:
    assert safe_name(name) == safe


@pytest.mark.parametrize("letter", ["x", "ä", "報", "😀", "e\u0301"])
def test_a_long_name_keeps_its_extension(letter: str) -> None:
    name = safe_name(letter * 300 + ".pdf")
    assert name.endswith(".pdf")
    assert 140 < len(name.encode()) <= 150


def test_what_is_too_long_for_an_extension_is_cut() -> None:
    assert safe_name("a." + "b" * 300) == "a." + "b" * 148


@settings(max_examples=1000)
@given(st.text(max_size=80) | st.text(alphabet='./\\ \u200b\u202eaAcCoOnN\u0301:*"\x00', max_size=200))
@example("\ufdfa" * 60)
@example("con" + " ." * 100)
@example("℀")
def test_a_safe_name_is_safe_again_and_stays_in_its_directory(name: str) -> None:
    safe = safe_name(name)
    assert safe_name(safe) == safe
    assert 0 < len(safe.encode()) <= 150
    assert PurePosixPath(safe).name == safe
    assert PureWindowsPath(safe).name == safe
    assert not safe.startswith(".")
    assert not {unicodedata.category(character) for character in safe} & {"Cc", "Cf", "Cs", "Zl", "Zp"}
