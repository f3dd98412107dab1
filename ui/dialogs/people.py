"""Choosing a person: a field that filters, and below it who is meant, with what they do and how much they have."""

from collections.abc import Sequence

from PySide6.QtCore import (
    QEvent,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRect,
    QRectF,
    QSize,
    Qt,
    QTimer,
    Signal,
)
from PySide6.QtGui import QKeyEvent, QPainter, QStandardItem, QStandardItemModel
from PySide6.QtWidgets import (
    QAbstractItemView,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from agentdesk.desk.queries.people import People
from agentdesk.desk.queries.rows import PersonRow
from agentdesk.domain.values import Id
from ui.context import Context
from ui.dialogs.alive import if_alive
from ui.icons import Icons
from ui.theme import text_width
from ui.widgets.avatar import paint_avatar
from ui.widgets.inputs import line_input
from ui.widgets.plain_label import paint_box, paint_focus

IdRole = Qt.ItemDataRole.UserRole
TitleRole = Qt.ItemDataRole.UserRole + 1
LoadRole = Qt.ItemDataRole.UserRole + 2
_PAUSE_MS = 150
_ROWS = 5
_KEYS = (Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown)
NOBODY = ""
"""The id of the extra first row, where there is one."""


class PersonPicker(QWidget):
    """`value()` is None until somebody was chosen. The arrows move in the list while the field has the focus."""

    chosen = Signal()

    def __init__(self, context: Context, icons: Icons, name: str, words: str, *, handlers_of: Id | None = None) -> None:
        super().__init__()
        self._desk, self._icons, self._handlers_of = context.desk, icons, handlers_of
        self._colleagues = False
        self._without: frozenset[Id] = frozenset()
        self._extra: tuple[str, str] | None = None
        self.edit = line_input(name, words, self.tr("Name, user name or e-mail"))
        self.setFocusProxy(self.edit)
        self._model = QStandardItemModel(self)
        self.list = _List(icons, f"{name}_list", words)
        self.list.setModel(self._model)
        self._selection = self.list.selectionModel()
        self._pause = QTimer(self, singleShot=True, interval=_PAUSE_MS)
        self._pause.timeout.connect(self.look)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(icons.theme.px(6))
        column.addWidget(self.edit)
        column.addWidget(self.list)
        self.edit.textEdited.connect(self._on_typed)
        self.edit.installEventFilter(self)
        self._selection.currentChanged.connect(self._on_current)

    def leave_out(self, people: Sequence[Id]) -> None:
        self._without = frozenset(people)

    def offer_colleagues(self) -> None:
        """Also to whoever may not look around: people of the domains they have to do with."""
        self._colleagues = True

    def offer_nobody(self, words: str, more: str) -> None:
        """A first row that stands for no person."""
        self._extra = (words, more)

    def value(self) -> Id | None:
        index = self.list.currentIndex()
        return str(index.data(IdRole)) if index.isValid() else None

    def person_name(self) -> str:
        return str(self.list.currentIndex().data() or "")

    def look(self) -> None:
        """Asks who fits what was typed."""
        text = self.edit.text().strip()
        query = People(text, self._handlers_of, colleagues=self._colleagues)
        self._desk.ask(query, if_alive(self, lambda rows: self._on_people(text, rows)))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress and event.key() in _KEYS:
            self._step(event)
            return True
        return super().eventFilter(watched, event)

    def _step(self, event: QKeyEvent) -> None:
        if self.list.currentIndex().isValid():
            self.list.keyPressEvent(event)
        elif self._model.rowCount():
            self.list.setCurrentIndex(self._model.index(0, 0))

    def _on_typed(self) -> None:
        self._pause.start()

    def _on_people(self, text: str, rows: Sequence[PersonRow]) -> None:
        if text != self.edit.text().strip():
            return
        before = self.value()
        self._model.clear()
        if self._extra is not None and not text:
            self._model.appendRow(_item(NOBODY, *self._extra))
        for row in rows:
            if row.id not in self._without:
                self._model.appendRow(self._person_item(row))
        self._choose(before, only_one=bool(text))

    def _choose(self, before: Id | None, *, only_one: bool) -> None:
        ids = [self._model.index(row, 0).data(IdRole) for row in range(self._model.rowCount())]
        if before in ids:
            self.list.setCurrentIndex(self._model.index(ids.index(before), 0))
        elif only_one and len(ids) == 1:
            self.list.setCurrentIndex(self._model.index(0, 0))
        else:
            self._on_current()

    def _person_item(self, row: PersonRow) -> QStandardItem:
        more = " · ".join(part for part in (row.title or row.user_name, row.organisation) if part)
        item = _item(row.id, row.name, more)
        if self._handlers_of is not None:
            load = self.tr("%n open", "tickets a person handles", row.load)
            item.setData(load, LoadRole)
            item.setData(f"{row.name}, {more}, {load}", Qt.ItemDataRole.AccessibleTextRole)
        return item

    def _on_current(self, *_: object) -> None:
        self.chosen.emit()


def _item(id: Id, name: str, more: str) -> QStandardItem:
    item = QStandardItem(name)
    item.setEditable(False)
    item.setData(id, IdRole)
    item.setData(more, TitleRole)
    item.setData(f"{name}, {more}", Qt.ItemDataRole.AccessibleTextRole)
    return item


class _List(QListView):
    """A few rows high; who wants others types their name."""

    def __init__(self, icons: Icons, name: str, words: str) -> None:
        super().__init__()
        self._icons = icons
        self.setObjectName(name)
        self.setAccessibleName(words)
        self._rows = PersonDelegate(icons)
        self.setItemDelegate(self._rows)
        self.setFrameShape(QListView.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setUniformItemSizes(True)
        self.viewport().setAutoFillBackground(False)

    def sizeHint(self) -> QSize:
        return QSize(self._icons.theme.em(20), self._rows.row_height() * _ROWS + 2)

    def minimumSizeHint(self) -> QSize:
        return QSize(self._icons.theme.em(10), self._rows.row_height() * _ROWS + 2)

    def paintEvent(self, event: object) -> None:
        painter = QPainter(self.viewport())
        theme = self._icons.theme
        box = QRectF(self.viewport().rect())
        paint_box(painter, box, theme.color("raised"), theme.color("border2"), radius=theme.px(6))
        painter.end()
        super().paintEvent(event)  # type: ignore[arg-type]


class PersonDelegate(QStyledItemDelegate):
    """Disc, name and role in two lines, load at the end."""

    def __init__(self, icons: Icons) -> None:
        super().__init__()
        self._icons = icons

    def row_height(self) -> int:
        theme = self._icons.theme
        return theme.metrics("body").height() + theme.metrics("meta").height() + theme.px(10)

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        return QSize(self._icons.theme.em(12), self.row_height())

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        theme = self._icons.theme
        rect: QRect = option.rect
        state: QStyle.StateFlag = option.state
        box = QRectF(rect).adjusted(theme.px(3), 1, -theme.px(3), -1)
        if state & QStyle.StateFlag.State_Selected:
            paint_box(painter, box, theme.color("sel"), None, radius=theme.px(5))
        elif state & QStyle.StateFlag.State_MouseOver:
            paint_box(painter, box, theme.color("hover"), None, radius=theme.px(5))
        if state & QStyle.StateFlag.State_HasFocus:
            paint_focus(painter, box, theme, radius=theme.px(5))
        self._paint_disc(painter, box, index)
        self._paint_words(painter, box, index)

    def _paint_disc(self, painter: QPainter, box: QRectF, index: QModelIndex | QPersistentModelIndex) -> None:
        theme = self._icons.theme
        side = theme.px(26)
        disc = QRectF(box.left() + theme.px(6), box.center().y() - side / 2, side, side)
        if index.data(IdRole) == NOBODY:
            inner = self._icons.size(18)
            edge = (side - inner) / 2
            self._icons.paint(painter, disc.adjusted(edge, edge, -edge, -edge), "queue", "text2")
        else:
            paint_avatar(painter, disc, str(index.data()), theme, key=str(index.data(IdRole)))

    def _paint_words(self, painter: QPainter, box: QRectF, index: QModelIndex | QPersistentModelIndex) -> None:
        theme = self._icons.theme
        body, meta = theme.metrics("body"), theme.metrics("meta")
        load = str(index.data(LoadRole) or "")
        end = box.right() - theme.px(8) - text_width(meta, load)
        left = box.left() + theme.px(40)
        room = int(end - theme.px(8) - left)
        top = box.center().y() - (body.height() + meta.height()) / 2
        lines = (
            (QRectF(left, top, room, body.height()), str(index.data()), "body", "text"),
            (QRectF(left, top + body.height(), room, meta.height()), str(index.data(TitleRole)), "meta", "text2"),
            (QRectF(end, box.top(), box.right() - end, box.height()), load, "meta", "text2"),
        )
        for place, words, role, color in lines:
            painter.setFont(theme.font(role))  # type: ignore[arg-type]
            painter.setPen(theme.color(color))
            metrics = body if role == "body" else meta
            shown = metrics.elidedText(words, Qt.TextElideMode.ElideRight, int(place.width()) + 1)
            painter.drawText(place, int(Qt.AlignmentFlag.AlignVCenter), shown)
