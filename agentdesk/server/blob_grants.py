"""Which files a person may attach: those whose bytes they brought themselves (S20)."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Any

from sqlalchemy import Connection, select

from agentdesk.domain.commands import Command, FileRef, ReceiveEmail
from agentdesk.domain.content_types import media_type
from agentdesk.domain.filenames import safe_name
from agentdesk.domain.refusals import Refused
from agentdesk.domain.values import Id
from agentdesk.server.scanning import Verdict
from agentdesk.server.schema import BLOB, UPLOAD


class BlobMissing(Exception):
    """The person has not brought these bytes, or too long ago: they are to be sent (again)."""


def with_true_files(connection: Connection, person: Id, command: Command) -> Command:
    """The command with sizes, names and kinds of content as the server finds them. Raises BlobMissing, Refused.

    A hash alone gives nothing: it could be somebody else's file. What is in quarantine comes in with a letter, which
    must not be lost, and stays there.
    """
    files: tuple[FileRef, ...] = getattr(command, "files", ())
    wanted = {*(file.sha256 for file in files), *_raw(command)}
    if not wanted:
        return command
    known = _brought(connection, person, wanted)
    if wanted - known.keys():
        raise BlobMissing
    if not isinstance(command, ReceiveEmail):
        _check(files, known)
    true = tuple(_true(file, known[file.sha256]) for file in files)
    return replace(command, files=true) if files else command  # type: ignore[call-arg]


def _raw(command: Command) -> Iterator[str]:
    if isinstance(command, ReceiveEmail) and command.raw_sha256:
        yield command.raw_sha256


def _check(files: tuple[FileRef, ...], known: Mapping[str, Any]) -> None:
    for file in files:
        verdict = known[file.sha256].verdict
        if verdict != Verdict.GOOD:
            raise Refused(_REFUSALS[verdict], name=safe_name(file.name))


_REFUSALS: Mapping[str, str] = {Verdict.ARCHIVE: "archive-unsafe", Verdict.VIRUS: "file-infected"}


def _true(file: FileRef, found: Any) -> FileRef:
    name = safe_name(file.name)
    return replace(file, name=name, size=found.size, media_type=media_type(name, file.media_type, found.start))


def _brought(connection: Connection, person: Id, wanted: set[str]) -> dict[str, Any]:
    """Held until the command is through, so that no file is cleared away under it."""
    mine = select(UPLOAD.c.sha256).where(UPLOAD.c.person == person, UPLOAD.c.ready, UPLOAD.c.sha256.in_(wanted))
    found = select(BLOB.c.sha256, BLOB.c.size, BLOB.c.start, BLOB.c.verdict).where(BLOB.c.sha256.in_(mine))
    rows = connection.execute(found.with_for_update(read=True, key_share=True)).all()
    return {row.sha256: row for row in rows}
