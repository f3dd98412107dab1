"""A changed process, not saved yet, on the last hundred requests of its kind: whom it would have asked."""

from functools import partial

from PySide6.QtCore import QAbstractTableModel, QCoreApplication, QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QHeaderView, QProgressBar, QTableView, QWidget

from agentdesk.desk import Failed
from agentdesk.desk.queries.processes import LastRequests, SimulatedRow, Simulation
from agentdesk.domain.commands import StageForm
from agentdesk.domain.values import Id, ProcessKind
from ui import words
from ui.context import Context
from ui.dialogs.alive import if_alive
from ui.icons import Icons
from ui.widgets.dialog_frame import DialogFrame
from ui.widgets.plain_label import Themed
from ui.words import simulation

WIDTH, AT_ONCE = 980, 5
"""So many requests are asked about at a time, that nobody else waits long for the desk, and Stop ends it soon."""
_COLUMNS, _SHARES = ("request", "would", "real"), (0.24, 0.36, 0.4)
StopsRole = int(Qt.ItemDataRole.UserRole) + 1
Index = QModelIndex | QPersistentModelIndex
translate = QCoreApplication.translate


class SimulatedModel(QAbstractTableModel):
    """Those that would have stopped come first."""

    def __init__(self) -> None:
        super().__init__()
        self._rows: list[SimulatedRow] = []

    def add_rows(self, rows: tuple[SimulatedRow, ...]) -> None:
        self.beginResetModel()
        self._rows = sorted((*self._rows, *rows), key=lambda row: not row.stops)
        self.endResetModel()

    def rows(self) -> list[SimulatedRow]:
        return self._rows

    def rowCount(self, parent: Index = QModelIndex()) -> int:
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = QModelIndex()) -> int:
        return 0 if parent.isValid() else len(_COLUMNS)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if orientation is not Qt.Orientation.Horizontal:
            return None
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        return _heads()[section] if role == Qt.ItemDataRole.DisplayRole else None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        row = self._rows[index.row()]
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return self._cell(row, _COLUMNS[index.column()])
            case Qt.ItemDataRole.AccessibleTextRole:
                return f"{_heads()[index.column()]}: {self._cell(row, _COLUMNS[index.column()])}"
            case Qt.ItemDataRole.TextAlignmentRole:
                return int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
            case _:
                return row.stops if role == StopsRole else None

    def _cell(self, row: SimulatedRow, column: str) -> str:
        if column == "would":
            return simulation.would_ask(row)
        if column == "real":
            return simulation.happened(row.real)
        request = row.real.row
        parts = (
            request.number,
            words.request_title(request),
            request.applicant.name,
            words.date(request.request.created),
        )
        return "\n".join(part for part in parts if part)


class SimulationTable(QTableView, Themed):
    def __init__(self, icons: Icons, model: SimulatedModel) -> None:
        super().__init__()
        self._theme = icons.theme
        self.setObjectName("simulation_table")
        self.setModel(model)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWordWrap(True)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setTabKeyNavigation(False)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.horizontalHeader().setHighlightSections(False)
        self.horizontalHeader().setStretchLastSection(True)
        model.modelReset.connect(self._fit_rows)
        self.follow(icons.theme)

    def dress(self) -> None:
        self.setFont(self._theme.font("small"))
        self.setMinimumHeight(self._theme.em(26))
        self._fit_rows()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit_rows()

    def _fit_rows(self) -> None:
        """As many lines as the longest of its cells takes."""
        for column, share in enumerate(_SHARES):
            self.setColumnWidth(column, round(self.viewport().width() * share))
        self.resizeRowsToContents()
        for row in range(self.model().rowCount()):
            self.setRowHeight(row, self.rowHeight(row) + self._theme.px(10))


class SimulationDialog(DialogFrame):
    def __init__(  # noqa: PLR0913  (what is tried, and on what)
        self,
        context: Context,
        icons: Icons,
        kind: ProcessKind,
        stages: tuple[StageForm, ...],
        decides_own: bool,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(icons, "simulation", "", parent=parent, width=WIDTH)
        self._desk, self._stages, self._own = context.desk, stages, decides_own
        self._left: list[Id] = []
        self._total, self._stopped = 0, False
        self.set_title(self.tr("Try “{kind}” on past requests").format(kind=words.request_kind(kind)))
        self.set_main(self.tr("Close"), harmless=True)
        self.cancel.setText(self.tr("Stop"))
        self.add_text(self.tr("Nothing is changed. Roles are taken as they are today."))
        self.summary = self.add_info(self.tr("Looking for requests…"))
        self.model = SimulatedModel()
        self.progress = QProgressBar()
        self.progress.setObjectName("simulation_progress")
        self.progress.setAccessibleName(self.tr("How far it is"))
        self.progress.setTextVisible(False)
        self.progress.setFixedHeight(icons.theme.px(6))
        self.table = SimulationTable(icons, self.model)
        self.table.setAccessibleName(self.tr("Past requests"))
        self.body.addWidget(self.progress)
        self.body.addWidget(self.table)
        self.cancel.clicked.disconnect(self.reject)
        self.cancel.clicked.connect(self.stop)
        self.finished.connect(lambda _: self.stop())
        self.finished.connect(self.deleteLater)
        self._desk.ask(LastRequests(kind), if_alive(self, self._begin), if_alive(self, self._fail))

    def stop(self) -> None:
        """What was found stays; nothing more is asked."""
        if self._left:
            self._left, self._stopped = [], True
            self._show()

    def _begin(self, ids: tuple[Id, ...]) -> None:
        self._left, self._total = list(ids), len(ids)
        self.progress.setRange(0, max(1, self._total))
        self._show()
        self._go_on()

    def _go_on(self) -> None:
        if self._left:
            some = tuple(self._left[:AT_ONCE])
            tried = Simulation(self._stages, self._own, some)
            self._desk.ask(tried, if_alive(self, partial(self._on_rows, len(some))), if_alive(self, self._fail))

    def _on_rows(self, asked: int, rows: tuple[SimulatedRow, ...]) -> None:
        if self._stopped:
            return
        self.model.add_rows(rows)
        self._left = self._left[asked:]
        self._show()
        self._go_on()

    def _show(self) -> None:
        done = self._total - len(self._left)
        running = bool(self._left)
        self.progress.setValue(done)
        self.progress.setVisible(running)
        self.cancel.setVisible(running)
        self.table.setVisible(self.model.rowCount() > 0)
        found = self.model.rows()
        stops = sum(row.stops for row in found)
        if not self._total:
            told = self.tr("There is no request of this kind yet that had levels.")
        elif running:
            told = self.tr("{done} of {all} requests tried…").format(done=done, all=self._total)
        else:
            told = simulation.Counted().stops(stops, len(found))
        if self._stopped:
            told = self.tr("Stopped. {told}").format(told=told)
        self.summary.show_message(told, "warning" if stops else "info", kind="warn" if stops else "info")
        self.fit()

    def _fail(self, _: Failed) -> None:
        self._left = []
        self.progress.hide()
        self.cancel.hide()
        self.summary.show_message(self.tr("It could not be tried. Close this and try again."), "warning", kind="error")


def _heads() -> tuple[str, ...]:
    return (
        translate("SimulationDialog", "Request"),
        translate("SimulationDialog", "The changed process would ask"),
        translate("SimulationDialog", "What happened"),
    )
