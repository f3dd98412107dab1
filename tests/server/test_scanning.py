"""S17 and S22: archives that burst and files with a virus come in, are attached to nothing and go to nobody."""

import io
import shlex
import stat
import struct
import sys
import zipfile
from pathlib import Path

import pytest
from sqlalchemy import select

from agentdesk.domain.commands import ReceiveEmail
from agentdesk.server.blobs import UploadRefused, Uploads, read_piece
from agentdesk.server.database import reading
from agentdesk.server.scanning import MOST_ENTRIES, MOST_UNPACKED, NotExamined, Verdict, scan, with_scanner
from agentdesk.server.schema import AUDIT, BLOB
from tests.builders import MARA, NOAH, NOON
from tests.server.test_blobs import PNG, a_file, asked, brought
from tests.server.worlds import World

EICAR = rb"X5O!P%@AP[4\PZX54(P^)7CC)7}$EICAR" + b"-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*"
Entries = dict[str, bytes]


def packed(entries: Entries, *, plain: bool = False) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_STORED if plain else zipfile.ZIP_DEFLATED) as archive:
        for name, data in entries.items():
            archive.writestr(zipfile.ZipInfo(name), data, archive.compression)
    return out.getvalue()


def with_link() -> bytes:
    out, link = io.BytesIO(), zipfile.ZipInfo("notes.txt")
    link.external_attr = (stat.S_IFLNK | 0o777) << 16
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr(link, "/etc/passwd")
    return out.getvalue()


def with_small_lie() -> bytes:
    """The directory says 10 bytes, the content unpacks to a million."""
    data = bytearray(packed({"a.txt": b"0123456789" * 100_000}))
    for mark, at in ((b"PK\x03\x04", 22), (b"PK\x01\x02", 24)):
        struct.pack_into("<I", data, data.rindex(mark) + at, 10)
    return bytes(data)


INNER = packed({"a.txt": b"a"})
OFFICE = {"[Content_Types].xml": b"<Types/>", "_rels/.rels": b"<Relationships/>"}


@pytest.mark.parametrize(
    "data",
    [
        packed({f"{n}.txt": b"" for n in range(MOST_ENTRIES + 1)}),
        packed({"zeros": bytes(2_000_000)}),
        packed({f"{n}": bytes(MOST_UNPACKED // 20) for n in range(21)}),
        packed({"more.zip": INNER}),
        packed({"innocent.txt": INNER}),
        packed({"more.docx": INNER}),
        packed({"../../etc/cron.d/x": b"x"}),
        packed({"..\\..\\x.txt": b"x"}),
        packed({"/etc/x": b"x"}),
        packed({"C:x": b"x"}),
        with_link(),
        with_small_lie(),
        packed({"a.txt": b"some text"})[:-60] + packed({"a.txt": b"some text"})[-59:],
        b"GIF89a" + packed({"zeros": bytes(2_000_000)}),
    ],
)
def test_s17_an_archive_that_could_do_harm_where_it_is_unpacked_is_found(data: bytes) -> None:
    assert scan(data) is Verdict.ARCHIVE


@pytest.mark.parametrize(
    "data",
    [
        b"", PNG, b"PK\x03\x04 and no more", INNER,
        packed({f"{n}.txt": b"text" for n in range(MOST_ENTRIES)}),
        packed({"photos/": b"", "photos/a.png": PNG}, plain=True),
        packed(OFFICE | {"word/embeddings/chart.xlsx": packed(OFFICE)}),
    ],
)  # fmt: skip
def test_s17_an_ordinary_file_is_let_in(data: bytes) -> None:
    assert scan(data) is Verdict.GOOD


def test_s17_an_archive_that_bursts_is_attached_to_nothing_and_the_words_come_back(world: World) -> None:
    bomb = packed({"zeros": bytes(2_000_000)})
    brought(world, bomb)
    told = world.do(world.reply(world.filed(), files=(a_file(world, bomb, "logs.zip"),)), NOAH)
    assert (told.status, told.code, told.data) == ("rejected", "archive-unsafe", {"name": "logs.zip"})


# ------------------------------------------------------------------------- a scanner


@pytest.fixture
def scanner(tmp_path: Path) -> str:
    """A program that knows one virus, as a scanner has it: 0 clean, 1 found, 2 something else is wrong."""
    program = tmp_path / "scanner.py"
    program.write_text(
        "import sys\ndata = sys.stdin.buffer.read()\n"
        "sys.exit(1 if b'EICAR-STANDARD' in data else 2 if b'tired' in data else 0)\n"
    )
    return shlex.join([sys.executable, "-S", str(program)])


def scanned(world: World, data: bytes, scanner: str) -> bool:
    return _uploaded(Uploads(world.engine, NOAH, NOON, with_scanner(scanner)), data)


def _uploaded(mine: Uploads, data: bytes) -> bool:
    upload = mine.begin(asked(data))
    return upload.ready or mine.add(upload.upload_id, upload.offset, data).ready


def test_s22_eicar_is_attached_to_nothing_and_stands_in_the_audit(world: World, scanner: str) -> None:
    assert scanned(world, EICAR, scanner)
    told = world.do(world.reply(world.filed(), files=(a_file(world, EICAR, "invoice.txt"),)), NOAH)
    assert (told.status, told.code) == ("rejected", "file-infected")
    with reading(world.engine) as connection:
        assert connection.scalar(select(BLOB.c.verdict)) == Verdict.VIRUS
        assert "file-quarantined" in set(connection.scalars(select(AUDIT.c.event)))


def test_s22_what_is_found_only_later_is_no_longer_served(world: World, scanner: str) -> None:
    brought(world, EICAR)
    file = a_file(world, EICAR, "invoice.txt")
    world.done(world.reply(world.filed(), files=(file,)), NOAH)
    assert read_piece(world.engine, MARA, file.id, 0, 9) is not None
    assert _uploaded(Uploads(world.engine, MARA, NOON, with_scanner(scanner)), EICAR)
    assert read_piece(world.engine, MARA, file.id, 0, 9) is None


def test_s22_a_letter_with_a_virus_arrives_and_the_file_stays_in_quarantine(world: World, scanner: str) -> None:
    assert _uploaded(Uploads(world.engine, MARA, NOON, with_scanner(scanner)), EICAR)
    file = a_file(world, EICAR, "invoice.txt")
    letter = ReceiveEmail(
        ticket=world.new_id(), message=world.new_id(), source="agentdesk", sender_address="x@example.org",
        subject="Hi", body_text="Hello", files=(file,),
    )  # fmt: skip
    world.done(letter, MARA)
    assert world.get("attachment", file.id) is not None
    assert read_piece(world.engine, MARA, file.id, 0, 9) is None


def test_s22_while_the_scanner_cannot_say_a_file_waits_and_then_goes_on(world: World, scanner: str) -> None:
    for tired in (scanner, "/nowhere/scanner"):
        with pytest.raises(UploadRefused) as caught:
            scanned(world, b"tired", tired)
        assert caught.value.code == "not-examined"
    assert scanned(world, b"tired", f"{shlex.quote(sys.executable)} -c pass"), "the bytes are there already"


def test_s22_a_scanner_that_hangs_is_one_that_cannot_say(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("agentdesk.server.scanning._LONGEST", 0.01)
    with pytest.raises(NotExamined):
        with_scanner(f"{shlex.quote(sys.executable)} -c 'import signal; signal.pause()'")(b"x" * 1_000_000)
