"""Lists and tickets of a desk as files for other programs."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from agentdesk.desk.desk import Desk
from agentdesk.desk.plain import ROW_COLUMNS, message, request_record, ticket_detail, ticket_row
from agentdesk.desk.queries.detail import Detail
from agentdesk.desk.queries.people import PeopleNamed
from agentdesk.desk.queries.requests import RequestIds, RequestRows
from agentdesk.desk.queries.thread import Thread
from agentdesk.desk.queries.tickets import TicketIds, TicketRows
from agentdesk.domain.values import Id
from agentdesk.interchange.export import write_rows, write_ticket
from agentdesk.interchange.page_words import Happening, PageWords, plain_happening

WritePdf = Callable[[Path, str], None]
"""Writes a page of HTML as a PDF file; only a program with Qt has one."""
Watch = Callable[[int, int], None]
"""Told how many of how many rows are read."""
_PAGE, _ALL = 500, 1 << 30


def _unwatched(done: int, total: int) -> None:
    """Nobody looks."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """What a list export is of."""

    query: TicketIds | RequestIds
    columns: tuple[str, ...] = ROW_COLUMNS
    language: str = "en"
    limit: int | None = None


class ExportStopped(Exception):
    """Raised by whoever watches, to end it; nothing was written."""


class NoPdf(Exception):
    """PDF needs the window's libraries."""


def export_list(  # noqa: PLR0913  (what, how and where of a file)
    desk: Desk, wanted: Wanted, format_: str, out: Path, write_pdf: WritePdf | None = None, watch: Watch = _unwatched
) -> int:
    """Writes the rows and answers how many. Raises CannotExport, NotAllowed, UnknownFilter, NoPdf, ExportStopped."""
    if isinstance(wanted.query, RequestIds):
        records = list(_requests(desk, desk.look(wanted.query)[: wanted.limit], watch))
    else:
        records = list(_records(desk, desk.look(wanted.query).ids[: wanted.limit], wanted.language, watch))
    write_records(records, wanted.columns, format_, out, write_pdf, wanted.language)
    return len(records)


def write_records(  # noqa: PLR0913  (what, how and where of a file)
    records: Sequence[Mapping[str, object]],
    columns: Sequence[str],
    format_: str,
    out: Path,
    write_pdf: WritePdf | None = None,
    language: str = "en",
) -> None:
    words = PageWords(language)
    if format_ != "pdf":
        write_rows(records, columns, format_, out, words)
        return
    _as_pdf(out, write_pdf, lambda page: write_rows(records, columns, "html", page, words))


def export_ticket(  # noqa: PLR0913  (what, how and where of a file)
    desk: Desk,
    ticket: Id,
    format_: str,
    out: Path,
    *,
    language: str = "en",
    happening: Happening = plain_happening,
    write_pdf: WritePdf | None = None,
) -> tuple[str, ...]:
    """Writes one ticket with its thread; answers the names of attachments whose content is not here."""
    detail, thread = desk.look(Detail(ticket)), desk.look(Thread(ticket, _ALL))
    if detail is None or thread is None:
        raise KeyError(ticket)
    record = ticket_detail(detail, thread.messages, language)
    messages = [message(m) for m in thread.messages]

    def write(format_: str, out: Path) -> tuple[str, ...]:
        words = PageWords(language, happening)
        return write_ticket(record, messages, format_, out, blobs=desk.blobs.read, words=words)

    if format_ != "pdf":
        return write(format_, out)
    missing: list[str] = []
    _as_pdf(out, write_pdf, lambda page: missing.extend(write("html", page)))
    return tuple(missing)


def ticket_page(desk: Desk, ticket: Id, language: str, happening: Happening) -> str:
    """The ticket with its thread as the page of HTML that a PDF of it is made from."""
    pages: list[str] = []
    export_ticket(
        desk, ticket, "pdf", Path(), language=language, happening=happening, write_pdf=lambda _, p: pages.append(p)
    )
    return pages[0]


def _as_pdf(out: Path, write_pdf: WritePdf | None, write_html: Callable[[Path], None]) -> None:
    if write_pdf is None:
        raise NoPdf
    with TemporaryDirectory() as place:
        page = Path(place) / "page.html"
        write_html(page)
        write_pdf(out, page.read_text("utf-8"))


def _records(desk: Desk, ids: Sequence[int], language: str, watch: Watch) -> Iterator[dict[str, object]]:
    for start in range(0, len(ids), _PAGE):
        watch(start, len(ids))
        page = ids[start : start + _PAGE]
        rows = desk.look(TicketRows(tuple(page)))
        yield from (ticket_row(rows[n], language) for n in page if n in rows)


def _requests(desk: Desk, ids: Sequence[Id], watch: Watch) -> Iterator[dict[str, object]]:
    me = next((person.user_name for person in desk.look(PeopleNamed((desk.person,)))), "")
    for start in range(0, len(ids), _PAGE):
        watch(start, len(ids))
        rows = desk.look(RequestRows(tuple(ids[start : start + _PAGE])))
        yield from (request_record(row, me) for row in rows)
