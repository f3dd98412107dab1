"""One entry of the operation log, whole; all of it can be copied at once (CP-28)."""

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from agentdesk.desk.queries.rows import LogRow
from ui import words
from ui.icons import Icons
from ui.widgets.announce import announce
from ui.widgets.dialog_frame import WIDE, DialogFrame
from ui.widgets.section import RowGrid
from ui.words import log


class LogEntryDialog(DialogFrame):
    def __init__(self, icons: Icons, row: LogRow, parent: QWidget | None = None) -> None:
        super().__init__(icons, "log_entry", "", parent=parent, width=WIDE)
        self.set_title(self.tr("{action}: {thing}").format(action=log.action(row), thing=log.thing(row)))
        self.set_main(self.tr("Copy"), "copy")
        self.cancel.setText(self.tr("Close"))
        self._rows = self._facts(row)
        grid = RowGrid(icons)
        grid.setObjectName("log_entry_facts")
        grid.set_rows(self._rows)
        self.body.addWidget(grid)
        self.cancel.setFocus()
        self.finished.connect(self.deleteLater)

    def submit(self) -> None:
        """It stays open: what was copied can be compared."""
        QGuiApplication.clipboard().setText("\n".join(f"{key}: {value}" for key, value in self._rows))
        self.note.setText(self.tr("Copied"))
        announce(self, self.tr("Copied"))

    def _facts(self, row: LogRow) -> list[tuple[str, str]]:
        sealed = self.tr("Yes: it can no longer be changed unseen") if row.sealed else self.tr("Not yet")
        return [
            (log.column("at"), words.when(row.at)),
            (log.column("name"), f"{log.actor(row)} ({row.actor})"),
            (log.column("action"), f"{log.action(row)} ({row.command})"),
            (log.column("object"), f"{log.thing(row)} ({row.root_kind} {row.root})"),
            (log.column("result"), log.result(row)),
            *row.data.items(),
            (log.column("sealed"), sealed),
            (log.column("id"), row.id),
        ]
