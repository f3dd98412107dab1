"""Files: they come in pieces, belong to whoever brought them, and are read under the rights of their ticket."""

import hashlib
import os

import pytest
from sqlalchemy import func, select

from agentdesk.domain.commands import AddNote, FileRef, HandleTicket, ReceiveEmail
from agentdesk.domain.values import Id
from agentdesk.server import blobs
from agentdesk.server.blobs import KEPT, UploadRefused, Uploads, read_piece
from agentdesk.server.database import reading
from agentdesk.server.housekeeping import clear_away
from agentdesk.server.schema import BLOB, CHUNK, UPLOAD
from agentdesk.wire import CHUNK_BYTES, UploadRequest
from tests.builders import JONAS, LEA, MARA, NOAH, NOON, WEI
from tests.server.worlds import World

PNG = b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR\x00\x00\x00\x01\x00\x00\x00\x01\x08\x02\x00\x00\x00\x90wS\xde"
BIG = PNG + os.urandom(2 * CHUNK_BYTES + 17)


def sha(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()


def asked(data: bytes) -> UploadRequest:
    return UploadRequest(sha256=sha(data), size=len(data), name="a.png")


def uploads(world: World, person: Id = NOAH, at: int = NOON) -> Uploads:
    return Uploads(world.engine, person, at)


def brought(world: World, data: bytes, person: Id = NOAH) -> str:
    mine = uploads(world, person)
    upload = mine.begin(asked(data))
    while not upload.ready:
        upload = mine.add(upload.upload_id, upload.offset, data[upload.offset :][:CHUNK_BYTES])
    return upload.upload_id


def a_file(world: World, data: bytes, name: str = "a.png") -> FileRef:
    return FileRef(id=world.new_id(), name=name, size=len(data), media_type="image/png", sha256=sha(data))


def code(world: World, person: Id, id: str, offset: int, data: bytes) -> str:
    with pytest.raises(UploadRefused) as caught:
        uploads(world, person).add(id, offset, data)
    return caught.value.code


def test_a_file_goes_up_in_pieces_and_comes_down_in_ranges(world: World) -> None:
    brought(world, BIG)
    ticket = world.filed()
    file = a_file(world, BIG)
    world.done(world.reply(ticket, files=(file,)), NOAH)
    for start, length in ((0, len(BIG)), (5, 10), (CHUNK_BYTES - 3, 7), (len(BIG) - 4, 100), (len(BIG), 9)):
        piece = read_piece(world.engine, MARA, file.id, start, length)
        assert piece is not None
        assert piece.data == BIG[start : start + length]
        assert (piece.size, piece.sha256, piece.name) == (len(BIG), sha(BIG), "a.png")


def test_an_upload_goes_on_where_the_server_says(world: World) -> None:
    mine = uploads(world)
    id = mine.begin(asked(BIG)).upload_id
    mine.add(id, 0, BIG[:1_000])
    with pytest.raises(UploadRefused) as caught:
        mine.add(id, 0, BIG[:1_000])
    assert (caught.value.code, caught.value.offset) == ("wrong-offset", 1_000)
    assert mine.begin(asked(BIG)).upload_id == id
    assert mine.status(id).offset == 1_000


def test_pieces_too_long_or_past_the_end_are_refused(world: World) -> None:
    id = uploads(world).begin(asked(BIG)).upload_id
    for data in (bytes(CHUNK_BYTES + 1), b""):
        assert code(world, NOAH, id, 0, data) == "chunk-too-large"
    small = uploads(world).begin(asked(PNG)).upload_id
    assert code(world, NOAH, small, 0, PNG + b"x") == "chunk-too-large"


def test_what_is_not_what_was_promised_begins_anew(world: World) -> None:
    id = uploads(world).begin(asked(PNG)).upload_id
    assert code(world, NOAH, id, 0, PNG[:-1] + b"x") == "wrong-hash"
    assert code(world, NOAH, id, 0, PNG) == "not-found"
    assert count(world, CHUNK) == count(world, UPLOAD) == count(world, BLOB) == 0
    brought(world, PNG)


def test_s20_an_upload_is_its_owners_alone(world: World) -> None:
    id = uploads(world).begin(asked(PNG)).upload_id
    assert code(world, MARA, id, 0, PNG) == code(world, MARA, "guessed", 0, PNG) == "not-found"
    with pytest.raises(UploadRefused):
        uploads(world, MARA).status(id)
    assert len(id) >= 22  # 128 bits and more


def test_s20_knowing_a_hash_gives_nothing(world: World) -> None:
    brought(world, PNG, MARA)
    fresh = uploads(world, WEI).begin(asked(PNG))
    assert (fresh.offset, fresh.ready) == (0, False)
    ticket = world.filed(WEI)
    told = world.do(world.reply(ticket, files=(a_file(world, PNG),)), WEI)
    assert (told.status, told.code) == ("defer", "blob")
    brought(world, PNG, WEI)
    assert world.do(world.reply(ticket, files=(a_file(world, PNG),)), WEI).status == "applied"


def test_the_same_bytes_are_kept_once(world: World) -> None:
    for person in (MARA, NOAH, WEI):
        brought(world, BIG, person)
    assert (count(world, BLOB), count(world, CHUNK), count(world, UPLOAD)) == (1, 3, 3)


def test_somebody_who_brought_a_file_this_week_need_not_again(world: World) -> None:
    id = brought(world, PNG)
    assert uploads(world).begin(asked(PNG)).ready
    assert uploads(world).add(id, 0, b"again").ready
    assert not uploads(world, NOAH, NOON + KEPT).begin(asked(PNG)).ready


def test_an_empty_file_is_whole_at_once(world: World) -> None:
    assert uploads(world).begin(asked(b"")).ready
    with pytest.raises(UploadRefused, match="wrong-hash"):
        uploads(world).begin(UploadRequest(sha256="0" * 64, size=0))


def test_s19_nobody_fills_the_server(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(blobs, "MOST_OPEN", 2)
    for data in (b"1", b"2"):
        brought(world, data)
    with pytest.raises(UploadRefused) as caught:
        uploads(world).begin(asked(b"3"))
    assert caught.value.code == "too-many"
    ticket = world.filed()
    world.done(world.reply(ticket, files=(a_file(world, b"1", "a.txt"),)), NOAH)
    assert uploads(world).begin(asked(b"3")).offset == 0


def test_s17_the_server_looks_at_the_bytes_itself(world: World) -> None:
    program = b"MZ" + bytes(58) + b"\x80\x00\x00\x00" + bytes(64) + b"PE\x00\x00" + bytes(200)
    elf = b"\x7fELF\x02\x01\x01\x00" + bytes(56)
    ticket = world.filed()
    for data in (program, elf):
        brought(world, data)
        told = world.do(world.reply(ticket, files=(a_file(world, data, "holiday.png"),)), NOAH)
        assert (told.status, told.code) == ("rejected", "file-type-mismatch")
    brought(world, PNG)
    lying = FileRef(id=world.new_id(), name="a.png", size=1, media_type="text/plain", sha256=sha(PNG))
    world.done(world.reply(ticket, files=(lying,)), NOAH)
    kept = world.get("attachment", lying.id)
    assert (kept.size, kept.media_type) == (len(PNG), "image/png")


def test_i11_a_file_of_a_note_is_for_staff(world: World) -> None:
    ticket = world.filed()
    brought(world, PNG, MARA)
    world.done(HandleTicket(ticket=ticket), MARA)
    file = a_file(world, PNG)
    world.done(AddNote(ticket=ticket, message=world.new_id(), body_html="<p>x</p>", files=(file,)), MARA)
    assert read_piece(world.engine, JONAS, file.id, 0, 9) is not None
    for person in (NOAH, LEA, WEI):
        assert read_piece(world.engine, person, file.id, 0, 9) is None
    for absent in (world.new_id(), "x"):
        assert read_piece(world.engine, MARA, absent, 0, 9) is None


def test_a_letter_comes_with_its_raw_form(world: World) -> None:
    letter = ReceiveEmail(
        ticket=world.new_id(), message=world.new_id(), source="agentdesk", sender_address="x@example.org",
        subject="Hi", body_text="Hello", raw_sha256=sha(PNG),
    )  # fmt: skip
    assert world.do(letter, MARA).code == "blob"
    brought(world, PNG, MARA)
    assert world.do(letter, MARA).status == "applied"


def test_files_nothing_refers_to_are_cleared_away_after_a_week(world: World) -> None:
    ticket = world.filed()
    for data in (PNG, BIG):
        brought(world, data)
    file = a_file(world, PNG)
    world.done(world.reply(ticket, files=(file,)), NOAH)
    half = uploads(world).begin(asked(b"half of it"))
    uploads(world).add(half.upload_id, 0, b"half")
    clear_away(world.engine, NOON + KEPT)
    assert (count(world, BLOB), count(world, UPLOAD)) == (2, 3)
    clear_away(world.engine, NOON + KEPT + 1)
    assert (count(world, BLOB), count(world, CHUNK), count(world, UPLOAD)) == (1, 1, 0)
    piece = read_piece(world.engine, NOAH, file.id, 0, 1_000)
    assert piece is not None
    assert piece.data == PNG
    clear_away(world.engine, NOON + 100 * KEPT)
    assert count(world, BLOB) == 1


def count(world: World, table: object) -> int:
    with reading(world.engine) as connection:
        return connection.scalar(select(func.count()).select_from(table)) or 0  # type: ignore[arg-type]
