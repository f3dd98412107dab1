"""The list of projects and domains of which somebody sees anything."""

from PySide6.QtCore import QEvent, QModelIndex, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from agentdesk.desk.queries.resources import OwnerLine, ResourceOwners
from agentdesk.desk.watch import Watch
from agentdesk.domain.values import Id
from ui.cards.card_list import CardListView
from ui.context import RESOURCES, Context, Place
from ui.icons import Icons
from ui.resources.model import CardRole, IdRole, OwnersModel
from ui.widgets.empty_state import EmptyState
from ui.widgets.plain_label import Hairline, plain_label


class OwnersPane(QWidget):
    """Asks the desk only while it is shown. `chosen` names a project or domain, `entered`: work with it begins."""

    chosen = Signal(str)
    entered = Signal()

    def __init__(self, context: Context, icons: Icons) -> None:
        super().__init__()
        self.setObjectName("resources_pane")
        self._context, self._icons = context, icons
        self._watch: Watch[tuple[OwnerLine, ...]] | None = None
        self.model = OwnersModel()
        self.list = CardListView(icons, self.model, CardRole, name="resource_list")
        self.title = plain_label(icons.theme, role="pane_title")
        self.empty = EmptyState(icons, "resource", name="resources_empty")
        self._build()
        self.list.selectionModel().currentChanged.connect(self._on_current)
        self.list.activated.connect(lambda _: self.entered.emit())
        context.place_changed.connect(self._on_place)
        self.retranslate()
        self._on_place(context.place)

    def retranslate(self) -> None:
        self.title.setText(self.tr("Resources"))
        self.list.setAccessibleName(self.tr("Projects and domains"))
        self.empty.show_words(
            self.tr("Nothing to see yet"), self.tr("Join a project first; its hosts and its quota then stand here.")
        )
        self.model.reword()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(event.rect(), self._icons.theme.color("list"))
        painter.end()

    def end(self) -> None:
        if self._watch is not None:
            self._watch.close()
            self._watch = None

    def chosen_owner(self) -> Id:
        return str(self.list.currentIndex().data(IdRole) or "")

    def choose(self, owner: Id) -> None:
        place = self.model.place_of(owner)
        if place >= 0:
            self.list.setCurrentIndex(self.model.index(place))

    def _on_place(self, place: Place) -> None:
        if place.queue != RESOURCES:
            self.end()
        elif self._watch is None:
            self._watch = self._context.desk.watch(ResourceOwners(), lambda lines, _: self._on_lines(lines))

    def _on_lines(self, lines: tuple[OwnerLine, ...]) -> None:
        before = self.chosen_owner()
        self.model.set_lines(lines)
        self.empty.setVisible(not lines)
        if lines and not self.list.currentIndex().isValid():
            self.list.setCurrentIndex(self.model.index(max(0, self.model.place_of(before))))
        elif not lines:
            self.chosen.emit("")

    def _on_current(self, index: QModelIndex, _: QModelIndex) -> None:
        owner = index.data(IdRole)
        if owner:
            self.chosen.emit(str(owner))

    def _build(self) -> None:
        px = self._icons.theme.px
        self.title.setContentsMargins(px(16), px(14), px(12), px(14))
        self.list.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for part in (self.title, Hairline(self._icons.theme), self.empty):
            column.addWidget(part)
        column.addWidget(self.list, 1)
