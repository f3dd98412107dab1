"""Writes the list or a ticket to a file: asks how and where, then works on the lane of imports."""

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from agentdesk.desk import Desk
from agentdesk.desk.exporting import ExportStopped, Wanted, Watch, export_list, export_ticket
from agentdesk.desk.plain import REQUEST_COLUMNS, ROW_COLUMNS
from agentdesk.desk.queries.requests import RequestIds
from agentdesk.desk.queries.tickets import Listing, TicketIds
from agentdesk.domain.values import Channel, Id
from ui import paper, words
from ui.context import Context, Job, holds_requests
from ui.dialogs.export import ExportDialog
from ui.dialogs.export_ticket import ExportTicketDialog
from ui.icons import Icons

T = TypeVar("T")


class _Progress(QObject):
    """Carries how far it is to the window's thread."""

    told = Signal(float)


class _Stop:
    """Read on another thread, so it is nothing but a flag."""

    asked = False

    def ask(self) -> None:
        self.asked = True


class Writing(QObject):
    """One thing that is being written on the lane of long work; ends itself when that is done."""

    def __init__(self, context: Context, window: QWidget, *, in_one: bool = False) -> None:
        """`in_one`: nobody knows how far it is, and it cannot be stopped."""
        super().__init__(window)
        self._context, self._in_one = context, in_one
        self._progress, self._stop, self._words = _Progress(self), _Stop(), ""
        self._progress.told.connect(self._show)
        self._key = f"export_{id(self)}"

    def write(self, path: str, work: Callable[[Watch], T], done: Callable[[T], str]) -> None:
        """`work` is given whom to tell how far it is; `done` answers the sentence about what came of it."""
        self._words = self.tr("Writing {file} …").format(file=Path(path).name)
        self._show(0.0)
        watch = _watching(self._stop, self._progress, self._context.desk)
        self._context.desk.long_job(
            lambda: work(watch), lambda result: self._end(done(result)), partial(self._tell_failed, path)
        )

    def _show(self, share: float) -> None:
        job = Job(self._key, self._words, share, cancel=self._stop.ask)
        self._context.jobs.show(Job(self._key, self._words) if self._in_one else job)

    def _tell_failed(self, path: str, error: Exception) -> None:
        if isinstance(error, ExportStopped):
            self._end(self.tr("{file} was not written: you stopped it.").format(file=path))
            return
        reason = getattr(error, "reason", "") or str(error) or type(error).__name__
        self._end(self.tr("{file} could not be written: {reason}").format(file=path, reason=reason))

    def _end(self, sentence: str) -> None:
        self._context.jobs.end(self._key, sentence)
        self.deleteLater()


class Exporting(QObject):
    """What the list shows: `ask` opens the dialog, which hands out what is wanted."""

    def __init__(self, context: Context, icons: Icons, window: QWidget) -> None:
        super().__init__(window)
        self._context, self._icons, self._window = context, icons, window

    def ask(self) -> None:
        place, desk = self._context.place, self._context.desk
        if holds_requests(place.queue):
            requests = RequestIds(place.queue, filters=place.filters, sort=place.sort)
            desk.ask(requests, partial(self._open_requests, requests))
        else:
            tickets = TicketIds(place.queue, place.filters, place.sort)
            desk.ask(tickets, partial(self._open, tickets))

    def write(self, query: TicketIds | RequestIds, format_: str, columns: tuple[str, ...], path: str) -> None:
        desk, wanted = self._context.desk, Wanted(query, columns, words.language())
        Writing(self._context, self._window).write(
            path,
            lambda watch: export_list(desk, wanted, format_, Path(path), _write_pdf, watch),
            lambda rows: self.tr("%n row(s) written to {file}", "", rows).format(file=path),
        )

    def _open(self, query: TicketIds, listing: Listing) -> None:
        columns = [(key, words.column(key)) for key in ROW_COLUMNS]
        dialog = ExportDialog(self._icons, listing.total, columns, self._window)
        dialog.wanted.connect(partial(self.write, query))
        dialog.open()

    def _open_requests(self, query: RequestIds, ids: tuple[Id, ...]) -> None:
        columns = [(key, words.request_column(key)) for key in REQUEST_COLUMNS]
        name = self.tr("requests.{ending}", "a file name")
        dialog = ExportDialog(self._icons, len(ids), columns, self._window, name=name)
        dialog.wanted.connect(partial(self.write, query))
        dialog.open()


class ExportingTicket(QObject):
    """The ticket that is shown, with its thread."""

    def __init__(self, context: Context, icons: Icons, window: QWidget) -> None:
        super().__init__(window)
        self._context, self._icons, self._window = context, icons, window

    def ask(self) -> None:
        detail = self._context.detail
        if detail is None:
            return
        letter = detail.row.channel == Channel.EMAIL and not detail.can_mail
        dialog = ExportTicketDialog(self._icons, detail, letter=letter, parent=self._window)
        dialog.wanted.connect(partial(self.write, detail.row.id))
        dialog.open()

    def write(self, ticket: Id, format_: str, path: str) -> None:
        desk, language = self._context.desk, words.language()
        Writing(self._context, self._window, in_one=True).write(
            path,
            lambda watch: export_ticket(
                desk,
                ticket,
                format_,
                Path(path),
                language=language,
                happening=words.system_message,
                write_pdf=_write_pdf,
            ),
            partial(self._done, path),
        )

    def _done(self, path: str, missing: tuple[str, ...]) -> str:
        if not missing:
            return self.tr("{file} was written.").format(file=path)
        sentence = self.tr(
            "{file} was written without %n file(s) that are not on this computer: {names}", "", len(missing)
        )
        return sentence.format(file=path, names=", ".join(missing))


def _write_pdf(out: Path, page: str) -> None:
    paper.write_page(page, out)


def _watching(stop: _Stop, progress: _Progress, desk: Desk) -> Watch:
    """Runs on the lane of imports."""

    def watch(done: int, total: int) -> None:
        if stop.asked or desk.closing:
            raise ExportStopped
        progress.told.emit(done / max(1, total))

    return watch
