"""Files in the database: uploads that go on where they broke off, and reading under the rights of the ticket."""

import hashlib
import secrets
from dataclasses import dataclass
from typing import Any

from sqlalchemy import ColumnElement, Connection, Engine, Row, delete, func, insert, select, update

from agentdesk.domain.content_types import START
from agentdesk.domain.values import DAY, Id, Instant
from agentdesk.records.rows import Rows, insert_of
from agentdesk.records.types import is_id
from agentdesk.records.visibility import readable, sight_of, visible
from agentdesk.server.clients import note
from agentdesk.server.database import reading, writing
from agentdesk.server.scanning import NotExamined, Scan, Verdict, scan
from agentdesk.server.schema import BLOB, CHUNK, TABLES, UPLOAD
from agentdesk.wire import CHUNK_BYTES, Upload, UploadRequest

KEPT = 7 * DAY
MOST_BYTES = 64 * 1024 * 1024
MOST_OPEN, MOST_OPEN_BYTES = 50, 512 * 1024 * 1024
"""Of one person: uploads that are not attached to anything yet (S19)."""
_U, _C, _B = UPLOAD.c, CHUNK.c, BLOB.c
_A, _M, _T = TABLES["attachment"], TABLES["message"], TABLES["ticket"]


class UploadRefused(Exception):
    """`code`: not-found, wrong-offset (with the right one), wrong-hash, chunk-too-large, too-many, not-examined."""

    def __init__(self, code: str, offset: int = 0) -> None:
        super().__init__(code)
        self.code, self.offset = code, offset


@dataclass(frozen=True, slots=True)
class Piece:
    """Some bytes of an attachment, from `start` on."""

    name: str
    media_type: str
    sha256: str
    size: int
    start: int
    data: bytes


class Uploads:
    """One person's uploads; nobody else's are there. Every method raises UploadRefused."""

    def __init__(self, engine: Engine, person: Id, now: Instant, scan: Scan = scan) -> None:
        self.engine, self.person, self.now, self._scan = engine, person, now, scan

    def begin(self, asked: UploadRequest) -> Upload:
        """A new upload, or the one of these bytes this person has, where it stands."""
        with writing(self.engine) as connection:
            held = self._own(connection, asked)
            if held is None:
                _check_room(connection, self.person, asked.size)
                id = secrets.token_urlsafe(16)
                values = {"id": id, "person": self.person, "sha256": asked.sha256, "size": asked.size, "at": self.now}
                connection.execute(insert(UPLOAD), {"offset": 0, "ready": False, **values})
                held = self._held(connection, id)
        return self._end(held) if _is_whole(held) else _told(held)

    def status(self, id: str) -> Upload:
        """Where it goes on."""
        with writing(self.engine) as connection:
            return _told(self._held(connection, id))

    def add(self, id: str, offset: int, data: bytes) -> Upload:
        """Puts bytes behind those that are there; after the last ones all are checked.

        After `wrong-hash` the upload is gone and begins anew.
        """
        with writing(self.engine) as connection:
            held = self._held(connection, id)
            if held.ready:
                return _told(held)
            if offset != held.offset:
                raise UploadRefused("wrong-offset", held.offset)
            if not 0 < len(data) <= CHUNK_BYTES or offset + len(data) > held.size:
                raise UploadRefused("chunk-too-large", held.offset)
            connection.execute(insert(CHUNK), {"upload": id, "offset": offset, "data": data})
            connection.execute(update(UPLOAD).where(_U.id == id), {"offset": offset + len(data)})
            held = self._held(connection, id)
        return self._end(held) if _is_whole(held) else _told(held)

    def _own(self, connection: Connection, asked: UploadRequest) -> Row[Any] | None:
        same = _U.person == self.person, _U.sha256 == asked.sha256, _U.size == asked.size, _U.at > self.now - KEPT
        found = connection.execute(select(UPLOAD).where(*same).with_for_update().limit(1)).first()
        if found is not None:  # its week begins anew
            connection.execute(update(UPLOAD).where(_U.id == found.id), {"at": self.now})
        return found

    def _held(self, connection: Connection, id: str) -> Row[Any]:
        """The upload, to the end of the transaction."""
        mine = select(UPLOAD).where(_U.id == id, _U.person == self.person).with_for_update()
        found = connection.execute(mine).first()
        if found is None:
            raise UploadRefused("not-found")
        return found

    def _end(self, held: Row[Any]) -> Upload:
        """If they are the bytes that were promised, they become the file's, unless somebody brought the same before.

        They are looked at between two transactions: nobody waits for a virus scanner. Who comes in between, or after
        a kill, does the same again.
        """
        data = self._data(held.id)
        right = hashlib.sha256(data).hexdigest() == held.sha256
        verdict = self._judged(data) if right else Verdict.GOOD
        with writing(self.engine) as connection:
            now = self._held(connection, held.id)
            if not right:
                _drop(connection, held.id)
            elif not now.ready:
                self._keep(connection, now, data[:START], verdict)
        if not right:
            raise UploadRefused("wrong-hash")
        return Upload(upload_id=held.id, offset=held.size, ready=True)

    def _data(self, id: str) -> bytes:
        with reading(self.engine) as connection:
            return b"".join(connection.scalars(select(_C.data).where(_C.upload == id).order_by(_C.offset)))

    def _judged(self, data: bytes) -> Verdict:
        try:
            return self._scan(data)
        except NotExamined:
            raise UploadRefused("not-examined") from None

    def _keep(self, connection: Connection, held: Row[Any], start: bytes, verdict: Verdict) -> None:
        values = {"sha256": held.sha256, "size": held.size, "start": start, "upload": held.id, "verdict": str(verdict)}
        new = insert_of(BLOB, connection.dialect.name).on_conflict_do_nothing(index_elements=["sha256"])
        if connection.execute(new.returning(_B.sha256), {"at": self.now, **values}).first() is None:
            connection.execute(delete(CHUNK).where(_C.upload == held.id))
        connection.execute(update(UPLOAD).where(_U.id == held.id), {"ready": True})
        if verdict is not Verdict.GOOD:  # also of bytes that were thought good before
            connection.execute(update(BLOB).where(_B.sha256 == held.sha256), {"verdict": str(verdict)})
            note(connection, self.person, "file-quarantined", self.now, why=str(verdict))


def read_piece(engine: Engine, person: Id, attachment: Id, start: int, length: int) -> Piece | None:
    """Bytes of an attachment this person may read now, else None; at most `length`, in one snapshot."""
    if not is_id(attachment):
        return None
    with reading(engine) as connection:
        sight = sight_of(Rows(connection, TABLES), person)
        chosen = (
            select(_A.c.name, _A.c.sha256, _A.c.media_type, _B.size, _B.upload)
            .join(_M, _M.c.id == _A.c.message)
            .join(_T, _T.c.id == _A.c.ticket)
            .join(BLOB, _B.sha256 == _A.c.sha256)
            .where(_A.c.id == attachment, visible(sight, _T, TABLES["participant"]), readable(sight, _M, _T))
            .where(_B.verdict == Verdict.GOOD)
        )
        found = connection.execute(chosen).first()
        if found is None:
            return None
        data = _bytes(connection, found.upload, start, length)
        return Piece(found.name, found.media_type, found.sha256, found.size, start, data)


def _check_room(connection: Connection, person: Id, size: int) -> None:
    waiting = select(func.count(), func.coalesce(func.sum(_U.size), 0)).where(_U.person == person, ~_attached())
    many, long = connection.execute(waiting).one()
    if size > MOST_BYTES or many >= MOST_OPEN or long + size > MOST_OPEN_BYTES:
        raise UploadRefused("too-many")


def _attached() -> ColumnElement[bool]:
    by_file = select(_A.c.id).where(_A.c.sha256 == _U.sha256).exists()
    return _U.ready & by_file


def _is_whole(held: Row[Any]) -> bool:
    return bool(held.offset == held.size and not held.ready)


def _drop(connection: Connection, id: str) -> None:
    connection.execute(delete(CHUNK).where(_C.upload == id))
    connection.execute(delete(UPLOAD).where(_U.id == id))


def _bytes(connection: Connection, upload: str, start: int, length: int) -> bytes:
    """A chunk is never longer than CHUNK_BYTES, so that those which touch the range are known by their offsets."""
    near = _C.offset > start - CHUNK_BYTES, _C.offset < start + length
    rows = connection.execute(select(_C.offset, _C.data).where(_C.upload == upload, *near).order_by(_C.offset)).all()
    if not rows:
        return b""
    return b"".join(row.data for row in rows)[max(start - rows[0].offset, 0) :][:length]


def _told(held: Row[Any]) -> Upload:
    return Upload(upload_id=held.id, offset=held.offset, ready=held.ready)
