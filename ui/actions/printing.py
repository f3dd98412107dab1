"""Prints the ticket that is shown, with its thread: asks on which printer, then works on the lane of long work."""

from functools import partial

from PySide6.QtCore import QObject, Qt
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QDialog, QWidget

from agentdesk.desk.exporting import ticket_page
from agentdesk.domain.values import Id
from ui import paper, words
from ui.actions.exporting import Writing
from ui.context import Context
from ui.icons import Icons


class Printing(QObject):
    """`ask` opens the system's dialog, which knows the printers."""

    def __init__(self, context: Context, icons: Icons, window: QWidget) -> None:
        super().__init__(window)
        self._context, self._window = context, window

    def ask(self) -> None:
        detail = self._context.detail
        if detail is None:
            return
        printer = QPrinter()
        printer.setDocName(detail.row.number)
        dialog = QPrintDialog(printer, self._window)
        dialog.setObjectName("print_dialog")
        dialog.setWindowTitle(self.tr("Print {number}").format(number=detail.row.number))
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.accepted.connect(partial(self.print_on, printer, detail.row.id, detail.row.number))
        QDialog.open(dialog)  # its own `open` wants a slot by name

    def print_on(self, printer: QPrinter, ticket: Id, number: str) -> None:
        printer.setResolution(paper.DPI)  # the measures of our pages are those of PDF
        desk, language = self._context.desk, words.language()
        Writing(self._context, self._window, in_one=True).write(
            number,
            lambda _: paper.print_page(ticket_page(desk, ticket, language, words.system_message), printer),
            lambda _: self.tr("{number} was given to the printer.").format(number=number),
        )
