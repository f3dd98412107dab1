"""The navigation pane at the left: places to go to, and at the bottom how the desk stands."""

from PySide6.QtCore import QEvent, QModelIndex, QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QListView, QMenu, QVBoxLayout, QWidget

from agentdesk.desk.queries.applying import Approvals
from agentdesk.desk.queries.counts import ViewCounts
from agentdesk.desk.queries.library import SavedViews
from agentdesk.desk.queries.rows import ViewRow, Whoami
from agentdesk.domain.commands import SaveView
from ui.actions import Actions
from ui.context import OUTBOX, RESOURCES, Context, Place
from ui.icons import Icons
from ui.nav.delegate import NavDelegate
from ui.nav.model import NavModel
from ui.nav.status import SyncStatus
from ui.widgets.plain_label import Hairline, Themed, set_tooltip


class NavList(QListView, Themed):
    """Alt+Up and Alt+Down move a saved view, Delete removes one."""

    moved = Signal(int)
    deleted = Signal()

    def __init__(self, icons: Icons, model: NavModel) -> None:
        super().__init__()
        self._theme = icons.theme
        self.setObjectName("nav")
        self.setModel(model)
        self.places = NavDelegate(icons, self)
        self.setItemDelegate(self.places)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setMouseTracking(True)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.viewport().setAutoFillBackground(False)
        self.follow(icons.theme)

    def dress(self) -> None:
        side = self._theme.px(8)
        self.setViewportMargins(side, 0, side, 0)
        self.scheduleDelayedItemsLayout()
        self.viewport().update()

    def set_rail(self, on: bool) -> None:
        self.places.rail = on
        self.scheduleDelayedItemsLayout()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.modifiers() == Qt.KeyboardModifier.AltModifier and event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            self.moved.emit(-1 if event.key() == Qt.Key.Key_Up else 1)
        elif event.key() == Qt.Key.Key_Delete:
            self.deleted.emit()
        else:
            super().keyPressEvent(event)

    def viewportEvent(self, event: QEvent) -> bool:
        """In the rail the names are tooltips."""
        if event.type() == QEvent.Type.ToolTip and isinstance(self.model(), NavModel):
            index = self.indexAt(event.pos())  # type: ignore[attr-defined]
            model = self.model()
            assert isinstance(model, NavModel)
            set_tooltip(self.viewport(), model.spoken(index.row()) if index.isValid() and self.places.rail else "")
        return super().viewportEvent(event)


class NavPane(QWidget):
    def __init__(self, context: Context, actions: Actions, icons: Icons) -> None:
        super().__init__()
        self.setObjectName("nav_pane")
        self._context, self._actions, self._icons = context, actions, icons
        self.rows = NavModel(self)
        self.list = NavList(icons, self.rows)
        actions.attach_chord(self.list)
        self.status = SyncStatus(context, icons)
        self._quiet = False
        column = QVBoxLayout(self)
        column.setContentsMargins(0, icons.theme.px(4), 0, 0)
        column.setSpacing(0)
        column.addWidget(self.list, 1)
        column.addWidget(Hairline(icons.theme))
        column.addWidget(self.status)
        self._connect()
        self.retranslate()

    def set_rail(self, on: bool) -> None:
        self.list.set_rail(on)
        self.status.set_rail(on)

    def retranslate(self) -> None:
        self.list.setAccessibleName(self.tr("Navigation"))
        self.rows.rebuild()
        self._tell_places()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(event.rect(), self._icons.theme.color("chrome"))
        painter.end()

    def _connect(self) -> None:
        context = self._context
        context.whoami_changed.connect(self._on_whoami)
        context.approvals_changed.connect(self._on_approvals)
        context.counts_changed.connect(self.rows.set_counts)
        context.place_changed.connect(self._on_place)
        context.link_changed.connect(lambda _: self._show_outbox())
        self.rows.modelReset.connect(lambda: self._show_place(context.place))
        self.list.selectionModel().currentChanged.connect(self._on_current)
        self.list.moved.connect(self._move_view)
        self.list.deleted.connect(self._delete_view)
        self.list.customContextMenuRequested.connect(self._open_menu)
        context.desk.watch(SavedViews(), lambda views, _: self._on_views(views))
        context.desk.watch(ViewCounts(), lambda counts, _: self.rows.set_view_counts(counts))
        if context.whoami is not None:
            self._on_whoami(context.whoami)
        self._on_approvals(context.approvals)
        self.rows.set_counts(context.counts)
        self._show_outbox()

    def _on_whoami(self, whoami: Whoami) -> None:
        self.rows.set_queues(whoami.queues)
        self.rows.set_admin(whoami.admin)
        self._tell_places()

    def _on_approvals(self, approvals: Approvals) -> None:
        self.rows.set_inboxes((*approvals.inboxes, *((RESOURCES,) if approvals.resources else ())))
        self._tell_places()

    def _on_views(self, views: tuple[ViewRow, ...]) -> None:
        self.rows.set_views(views)
        self._tell_places()

    def _tell_places(self) -> None:
        self._actions.set_places(self.rows.places())

    def _on_place(self, place: Place) -> None:
        self._show_outbox()
        self._show_place(place)

    def _show_outbox(self) -> None:
        """There while something waits for the connection or for a person; what is on its way is gone in a moment."""
        link = self._context.link
        waiting = link.attention if link.moving else link.waiting
        if self._context.place.queue == OUTBOX:
            waiting = max(link.waiting, 1)
        self.rows.set_outbox(waiting)
        self._tell_places()

    def _on_current(self, index: QModelIndex, _: QModelIndex) -> None:
        if index.isValid() and not self._quiet:
            self._context.set_place(self.rows.entry(index.row()).place)

    def _show_place(self, place: Place) -> None:
        row = self.rows.row_of(place)
        self._quiet = True
        self.list.setCurrentIndex(self.rows.index(row) if row >= 0 else QModelIndex())
        self._quiet = False

    # ------------------------------------------------------------------ saved views

    def _current_view(self) -> ViewRow | None:
        index = self.list.currentIndex()
        return self.rows.entry(index.row()).view if index.isValid() else None

    def _move_view(self, step: int) -> None:
        """All views get their order anew, as those of a fresh desk share one."""
        views, current = list(self.rows.views()), self._current_view()
        if current is None:
            return
        place = views.index(current)
        views.insert(min(max(place + step, 0), len(views) - 1), views.pop(place))
        changed = [_saved(view, order=order) for order, view in enumerate(views) if view.order != order]
        if changed:
            self._context.give(*changed)

    def _delete_view(self) -> None:
        current = self._current_view()
        if current is not None:
            self._context.set_place(Place(current.queue))
            self._context.give(_saved(current, active=False))

    def _open_menu(self, at: QPoint) -> None:
        if self._current_view() is None or not self.list.indexAt(at).isValid():
            return
        menu = QMenu(self)
        menu.addAction(self.tr("Move up"), lambda: self._move_view(-1))
        menu.addAction(self.tr("Move down"), lambda: self._move_view(1))
        menu.addAction(self._icons.icon("delete"), self.tr("Delete view"), self._delete_view)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(self.list.viewport().mapToGlobal(at))


def _saved(view: ViewRow, *, order: int | None = None, active: bool = True) -> SaveView:
    return SaveView(
        view=view.id, name=view.name, queue=view.queue, filters=view.filters, icon=view.icon,
        order=view.order if order is None else order, active=active,
    )  # fmt: skip
