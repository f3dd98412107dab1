"""Any bytes end in a letter: the real mails broken in many ways, and mails out of a grammar (trust.md T11)."""

import random
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from agentdesk.domain.filenames import safe_name
from agentdesk.interchange.letters import BODY_LIMIT, Letter
from agentdesk.interchange.mail import read_letter

MAILS = Path(__file__).resolve().parents[3] / "shared" / "data" / "mail"
RAW = [path.read_bytes() for path in sorted(MAILS.glob("*")) if not path.name.startswith(".")]

PIECES = [
    b"\r\n", b"\n", b"\r", b"\r\n\r\n", b"\x00", b"\xff\xfe", b"=", b"=?", b"?=", b"=?utf-8?B?", b"=?x?Q?=00?=", b"--",
    b'"', b"<", b">", b"(", b"((((", b":", b";", b",", b"@", b"From ", b"From: ", b"To: a:b:c:",
    b"Date: 99999999999999",
    b"Content-Type: multipart/mixed; boundary=\r\n", b"Content-Type: message/rfc822\r\n\r\n", b"name*0*=utf-7''+2AA-",
    b"Content-Transfer-Encoding: base64\r\n", b"Content-Transfer-Encoding: x-uuencode\r\n", b"begin 644 x\r\n",
    b"charset=utf-16", b"charset=idna", b"charset=hz", b"charset=utf-7", b"format=flowed", b"<script>", b"&#",
    b"\x1b$B",
]  # fmt: skip


def assert_sound(raw: bytes, letter: Letter) -> None:
    """What holds of every letter."""
    assert letter.raw == raw
    assert "unreadable" not in letter.problems  # the net below the parser was not needed
    assert letter.sender_address
    for text in (letter.subject, letter.sender_name, letter.body_text, letter.body_html or "", *letter.to):
        text.encode()
    assert not {"\r", "\n", "\x00"} & set(letter.subject + letter.sender_name + letter.message_id + "".join(letter.to))
    assert letter.body_html is None or len(letter.body_html.encode()) <= BODY_LIMIT
    assert all(safe_name(part.name) == part.name for part in letter.parts)
    assert all(problem == problem.lower() for problem in letter.problems)


def broken(raw: bytes, chance: random.Random) -> bytes:
    """One to four wounds: cut, doubled, turned, overwritten, something put in, lines mixed."""
    data = bytearray(raw)
    for _ in range(chance.randint(1, 4)):
        at, upto = sorted(chance.randrange(len(data) + 1) for _ in range(2))
        match chance.randrange(7):
            case 0:
                del data[at:upto]
            case 1:
                del data[at:]
            case 2:
                data[at:at] = data[at:upto]
            case 3:
                data[at:at] = chance.choice(PIECES) * chance.choice([1, 1, 3, 50])
            case 4:
                data[at : at + 8] = chance.randbytes(8)
            case 5:
                data[at:upto] = bytes(data[at:upto]).swapcase()
            case _:
                lines = bytes(data).split(b"\n")
                chance.shuffle(lines)
                data = bytearray(b"\n".join(lines))
    return bytes(data[: 256 * 1024])


@pytest.mark.skipif(not RAW, reason="the folder ../shared/data/mail with the real mails is missing")
@pytest.mark.parametrize("seed", range(20))
def test_a_broken_mail_is_a_letter_all_the_same(seed: int, nightly: bool) -> None:
    chance = random.Random(seed)
    for _ in range(1000 if nightly else 80):
        raw = broken(chance.choice(RAW), chance)
        assert_sound(raw, read_letter(raw, "broken.eml"))


def parts(depth: int) -> st.SearchStrategy[bytes]:
    boundary = st.sampled_from([b"X", b"XX", b"X Y", b'"q"', b""])
    leaf = st.binary(max_size=60) | st.sampled_from(PIECES)
    if not depth:
        return leaf
    inner = st.lists(parts(depth - 1), max_size=4)
    kind = st.sampled_from([b"mixed", b"alternative", b"related", b"digest", b"x"])
    return st.builds(_multipart, kind, boundary, inner, st.booleans()) | leaf


def _multipart(kind: bytes, boundary: bytes, inner: list[bytes], closed: bool) -> bytes:
    head = b'Content-Type: multipart/%s; boundary="%s"\r\n\r\n' % (kind, boundary)
    body = b"".join(b"--%s\r\n%s\r\n" % (boundary, part) for part in inner)
    return head + body + (b"--%s--\r\n" % boundary if closed else b"")


field = st.builds(
    lambda name, value: name + b": " + value + b"\r\n",
    st.sampled_from([
        b"From", b"To", b"Cc", b"Subject", b"Date", b"Message-ID", b"References", b"In-Reply-To", b"Content-Type",
        b"Content-Disposition", b"Content-Transfer-Encoding", b"Content-ID", b"Content-Location", b" ", b"",
    ]),
    st.lists(st.sampled_from(PIECES) | st.binary(max_size=12), max_size=6).map(b"".join),
)  # fmt: skip


@settings(max_examples=400, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(field, max_size=8).map(b"".join), parts(3))
def test_a_mail_out_of_a_grammar_is_a_letter(head: bytes, body: bytes) -> None:
    raw = head + body
    letter = read_letter(raw, "made.eml")
    assert_sound(raw, letter)
    assert read_letter(raw, "made.eml") == letter


@settings(max_examples=200)
@given(st.binary(max_size=500))
def test_any_bytes_are_a_letter(raw: bytes) -> None:
    assert_sound(raw, read_letter(raw, "bytes"))


def counted_calls(raw: bytes) -> int:
    """How many functions of Python are entered while a mail is read: the work, without a clock."""
    calls = 0

    def count(_frame: object, event: str, _arg: object) -> None:
        nonlocal calls
        calls += event in {"call", "c_call"}

    profile = sys.getprofile()
    sys.setprofile(count)
    try:
        read_letter(raw, "large.eml")
    finally:
        sys.setprofile(profile)
    return calls


HEAD = b"From: a@b.example\r\nSubject: x\r\n"


KINDS = [
    (HEAD + b"Content-Type: text/html\r\n\r\n", b"<table><tr><td>"),
    (HEAD + b"\r\n", b"a\n"),
    (HEAD + b"\r\n", b"begin 644 x\n"),
    (HEAD + b"\r\n", b"\xe4\n"),
    (
        HEAD + b"Content-Type: multipart/mixed; boundary=B\r\n\r\n",
        b"--B\r\nContent-Type: text/x; name=a\r\n\r\na\r\n",
    ),
    (HEAD, b"Content-Type: multipart/mixed; boundary=B\r\n\r\n--B\r\n"),
    (HEAD, b"X: y\r\n"),
    (HEAD, b"junk\r\n"),
    (HEAD + b"To: ", b"a@b.example, "),
    (HEAD + b"To: ", b"((a:<"),
    (HEAD + b"To: ", b'"\\'),
    (b"Subject: ", b"=?a?q?"),
    (b"Subject: ", b"=?utf-8?b?YQ==?= "),
    (b"References: ", b"<a@b> "),
    (HEAD + b"Content-Type: text/plain", b"; name*1*=x"),
    (HEAD + b"Content-Transfer-Encoding: base64\r\n\r\n", b"YQ="),
]
"""Beginnings of mails, and what is repeated behind them without end."""


@pytest.mark.parametrize(("head", "piece"), KINDS)
def test_twice_the_mail_is_no_more_than_twice_the_work(head: bytes, piece: bytes) -> None:
    count = 12_000 // len(piece)
    small, large = counted_calls(head + piece * count), counted_calls(head + piece * count * 4)
    assert large <= 4.5 * small + 2_000


LARGE = """
import resource
from agentdesk.interchange.mail import read_letter
from tests.interchange.test_mail_fuzz import KINDS

def peak():
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss

before = peak()
for head, piece in KINDS:
    raw = head + piece * (10 * 1024 * 1024 // len(piece))
    assert read_letter(raw, "large.eml").raw is raw
print(peak() - before)
"""


@pytest.mark.skipif(sys.platform != "linux", reason="ru_maxrss is in KiB on Linux")
def test_mails_of_10_mb_take_less_than_200_mb(repository: Path) -> None:
    """In a process of its own, which is killed at ten times the two seconds that one may take."""
    done = subprocess.run(
        [sys.executable, "-c", LARGE], capture_output=True, text=True, cwd=repository, check=False,
        timeout=20 * len(KINDS),
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    assert int(done.stdout) < 200 * 1024


def test_a_mail_of_30_mb_is_read() -> None:
    raw = HEAD + b"Content-Type: application/pdf; name=big.pdf\r\n\r\n" + b"x" * (30 * 1024 * 1024)
    letter = read_letter(raw, "big.eml")
    assert len(letter.parts[0].content) == 30 * 1024 * 1024
    assert letter.problems == ("date-missing",)


def test_a_text_of_30_mb_is_cut_and_the_raw_mail_kept() -> None:
    letter = read_letter(HEAD + b"\r\n" + "Zeile mit Ümlaut\n".encode() * 1_800_000, "big.eml")
    assert len(letter.body_text) <= 4 * 1024 * 1024
    assert letter.body_text.startswith("Zeile mit Ümlaut\nZeile")
    assert "text-too-large" in letter.problems
    assert letter.keep_raw
