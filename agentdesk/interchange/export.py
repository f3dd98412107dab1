"""Lists and tickets as files for other programs: written beside and renamed, so a full disk leaves the old file."""

import os
from collections.abc import Callable, Iterable, Mapping, Sequence
from pathlib import Path

from agentdesk.interchange.export_letter import ticket_as_letter
from agentdesk.interchange.export_page import ENGLISH, page_of_rows, page_of_ticket
from agentdesk.interchange.export_table import json_of_rows, json_of_ticket, table_as_csv, table_as_xlsx
from agentdesk.interchange.page_words import PageWords

Blobs = Callable[[str], bytes | None]

LIST_FORMATS = ("csv", "xlsx", "json", "html")
TICKET_FORMATS = ("csv", "xlsx", "json", "eml", "html")

_MESSAGE_COLUMNS = ("id", "kind", "visibility", "author", "at", "body_text", "attachments")
_ROW_WRITERS = {"csv": table_as_csv, "xlsx": table_as_xlsx, "json": json_of_rows}


class CannotExport(Exception):
    """Nothing was written; the code says why: unknown-format, cannot-write."""

    def __init__(self, code: str, reason: str = "") -> None:
        super().__init__(code)
        self.code = code
        self.reason = reason


def write_rows(
    rows: Iterable[Mapping[str, object]], columns: Sequence[str], format_: str, out: Path, words: PageWords = ENGLISH
) -> None:
    """A list; rows may be an iterator, it is read once and not kept."""
    if format_ == "html":
        _replacing(out, lambda beside: page_of_rows(rows, columns, beside, words))
        return
    writer = _ROW_WRITERS.get(format_)
    if writer is None:
        raise CannotExport("unknown-format", format_)
    _replacing(out, lambda beside: writer(rows, columns, beside))


def write_ticket(  # noqa: PLR0913  (what, how and where of a file)
    ticket: Mapping[str, object],
    messages: Sequence[Mapping[str, object]],
    format_: str,
    out: Path,
    *,
    blobs: Blobs,
    words: PageWords = ENGLISH,
) -> tuple[str, ...]:
    """One ticket with its thread; answers the names of attachments whose content is not here."""
    if format_ == "eml":
        letter, missing = ticket_as_letter(ticket, messages, blobs)
        _replacing(out, lambda beside: _written(beside, letter))
        return missing
    if format_ in {"csv", "xlsx"}:
        write_rows(messages, _MESSAGE_COLUMNS, format_, out)
    elif format_ == "json":
        _replacing(out, lambda beside: json_of_ticket(ticket, messages, beside))
    elif format_ == "html":
        _replacing(out, lambda beside: page_of_ticket(ticket, messages, beside, words))
    else:
        raise CannotExport("unknown-format", format_)
    return ()


def _written(path: Path, content: bytes) -> None:
    path.write_bytes(content)


def _replacing(out: Path, write: Callable[[Path], None]) -> None:
    beside = out.with_name(f".{out.name[:100]}.{os.getpid()}.part")
    try:
        write(beside)
        with beside.open("rb+") as file:
            os.fsync(file.fileno())
        beside.replace(out)
    except OSError as error:
        raise CannotExport("cannot-write", error.strerror or type(error).__name__) from error
    finally:
        beside.unlink(missing_ok=True)
