"""The list of kinds: which of them have a process, and whether it is in force."""

from PySide6.QtCore import QEvent, QModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QListView, QVBoxLayout, QWidget

from agentdesk.desk.queries.processes import Processes, ProcessRow
from agentdesk.desk.watch import Watch
from agentdesk.domain.values import ProcessKind
from ui.context import Context
from ui.icons import Icons
from ui.processes.delegate import ProcessDelegate
from ui.processes.model import KindRole, ProcessesModel
from ui.widgets.buttons import ghost_button
from ui.widgets.inputs import is_enter
from ui.widgets.plain_label import Hairline, Themed, plain_label, set_tooltip


class ProcessList(QListView, Themed):
    entered_by_key = Signal()

    def __init__(self, icons: Icons, model: ProcessesModel) -> None:
        super().__init__()
        self._theme = icons.theme
        self.setObjectName("process_list")
        self.setModel(model)
        self._delegate = ProcessDelegate(icons, self)
        self.setItemDelegate(self._delegate)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setMouseTracking(True)
        self.setUniformItemSizes(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.viewport().setAutoFillBackground(False)
        self.follow(icons.theme)

    def dress(self) -> None:
        self.scheduleDelayedItemsLayout()
        self.viewport().update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if is_enter(event) and not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            self.entered_by_key.emit()
        else:
            super().keyPressEvent(event)


class ProcessesPane(QWidget):
    """Follows the desk while it is looked at; `chosen` is told with a kind, `entered`: work with it begins."""

    chosen = Signal(object)
    entered = Signal()
    new_wanted = Signal(object)
    """The kinds that have no process yet."""

    def __init__(self, context: Context, icons: Icons) -> None:
        super().__init__()
        self.setObjectName("processes_pane")
        self._context, self._icons = context, icons
        self.model = ProcessesModel()
        self.list = ProcessList(icons, self.model)
        self.title = plain_label(icons.theme, role="pane_title")
        self.new = ghost_button(icons, "", "add", name="process_new")
        self._build()
        self.list.selectionModel().currentChanged.connect(self._on_current)
        self.list.entered_by_key.connect(self.entered)
        self.list.doubleClicked.connect(lambda _: self.entered.emit())
        self.new.clicked.connect(lambda: self.new_wanted.emit(self.missing()))
        self.retranslate()
        self._watch: Watch[tuple[ProcessRow, ...]] | None = None
        self.resume()

    def retranslate(self) -> None:
        self.title.setText(self.tr("Process setup"))
        self.new.setText(self.tr("New process"))
        self.list.setAccessibleName(self.tr("Processes"))
        self.model.reword()
        self._show_new()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(event.rect(), self._icons.theme.color("list"))
        painter.end()

    def resume(self) -> None:
        """Follows the desk as long as somebody looks."""
        if self._watch is None:
            self._watch = self._context.desk.watch(Processes(), lambda rows, _: self.show_rows(rows))

    def end(self) -> None:
        if self._watch is not None:
            self._watch.close()
            self._watch = None

    def missing(self) -> tuple[ProcessKind, ...]:
        return tuple(row.kind for row in self.model.rows() if row.process is None)

    def chosen_kind(self) -> ProcessKind:
        return ProcessKind(self.list.currentIndex().data(KindRole))

    def choose(self, kind: ProcessKind) -> None:
        self.list.setCurrentIndex(self.model.index(max(0, self.model.place_of(kind))))

    def show_rows(self, rows: tuple[ProcessRow, ...]) -> None:
        self.model.set_rows(rows)
        self._show_new()
        if rows and not self.list.currentIndex().isValid():
            self.list.setCurrentIndex(self.model.index(0))

    def _show_new(self) -> None:
        """Every kind has one process at most (CP-68)."""
        free = bool(self.missing())
        self.new.setEnabled(free)
        set_tooltip(self.new, "" if free else self.tr("Every kind has its process already. Choose one to change it."))

    def _on_current(self, index: QModelIndex, _: QModelIndex) -> None:
        kind = index.data(KindRole)
        if kind is not None:
            self.chosen.emit(ProcessKind(kind))

    def _build(self) -> None:
        px = self._icons.theme.px
        head = QHBoxLayout()
        head.setContentsMargins(px(16), px(11), px(12), px(11))
        head.addWidget(self.title, 1)
        head.addWidget(self.new)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(head)
        column.addWidget(Hairline(self._icons.theme))
        column.addWidget(self.list, 1)
