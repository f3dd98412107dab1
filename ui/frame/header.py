"""The bar on top: which desk, search, new ticket, what happened, who."""

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QMenu, QSizePolicy, QWidget

from agentdesk.desk.queries.rows import Whoami
from ui.actions import Actions
from ui.actions.keys import shown
from ui.context import Context
from ui.frame.bell import Bell
from ui.icons import Icons
from ui.theme import text_width
from ui.widgets.avatar import Avatar
from ui.widgets.buttons import Button, Colors, icon_button, name_button, primary_button
from ui.widgets.plain_label import ElidedLabel
from ui.widgets.search_field import SearchField

_SEARCH_KEY = "Ctrl+K"


class _DeskButton(Button):
    """The desk's title in the colour of links, with a small triangle."""

    def _font_weight(self) -> int:
        return 600

    def sizeHint(self) -> QSize:
        size = super().sizeHint()
        theme = self._icons.theme
        most = text_width(theme.metrics("body", 600), "m" * 22)
        size.setWidth(min(size.width(), most) + theme.px(12))
        return size

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        unit = self._icons.theme.px(1)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._icons.theme.color("accent_ink"))
        middle = QPointF(self.width() - 9 * unit, self.height() / 2 + unit)
        painter.drawPolygon([middle + QPointF(x * unit, y * unit) for x, y in ((-3.5, -3), (3.5, -3), (0, 3.5))])
        painter.end()

    def _paint_content(self, painter: QPainter, box: QRectF, colors: Colors) -> None:
        super()._paint_content(painter, box.adjusted(0, 0, -self._icons.theme.px(12), 0), colors)


class HeaderBar(QWidget):
    search_wanted = Signal()
    path_changed = Signal(str)
    """Where one is, from the desk down to the ticket: told to readers, and shown where a ticket has all the room."""

    def __init__(self, context: Context, actions: Actions, icons: Icons) -> None:
        super().__init__()
        self.setObjectName("header_bar")
        self._context, self._actions, self._icons = context, actions, icons
        theme = icons.theme
        self.desk = _DeskButton(icons, name="workspace_menu", kind="link")
        self.search = SearchField(icons, "", name="global_search", badge=" ".join(shown(_SEARCH_KEY)), opens=True)
        self.search.setMaximumWidth(theme.em(36))
        self.new_ticket = primary_button(icons, "", "add", name="new_ticket")
        self.bell = Bell(context, icons)
        self.back = icon_button(icons, "arrow-left", "", name="header_back")
        self.path = ElidedLabel(theme, role="small", color="text2")
        self.path.setObjectName("breadcrumb")
        self.avatar = _AvatarButton(context, actions, icons)
        self._build()
        self.search.pressed.connect(self.search_wanted)
        self.desk.clicked.connect(self._open_desk_menu)
        self.new_ticket.bind(actions["submit_ticket"])
        context.whoami_changed.connect(self._on_whoami)
        context.approvals_changed.connect(lambda _: self._name_search())
        context.detail_changed.connect(lambda _: self._show_path())
        self.retranslate()
        if context.whoami is not None:
            self._on_whoami(context.whoami)

    def retranslate(self) -> None:
        self._name_search()
        self.search.badge.set_text(" ".join(shown(_SEARCH_KEY)))
        name_button(self.back, self.tr("Back to the list"))
        self.desk.setAccessibleName(self.tr("Desk"))
        self.bell.retranslate()

    def _show_path(self) -> None:
        """Desk, support, place, ticket (RS-20)."""
        whoami, detail, place = self._context.whoami, self._context.detail, self._context.place
        named = (name for name, there in self._actions.places if (there.queue, there.view) == (place.queue, place.view))
        parts = [whoami.desk_title if whoami else "", self.tr("Support"), next(named, "")]
        path = " / ".join(part for part in (*parts, detail.row.number if detail else "") if part)
        self.path.setText(path)
        self.path_changed.emit(path)

    def show_back(self, shown: bool) -> None:
        """A ticket that has the whole window says where it stands and leads back to its list."""
        self.back.setVisible(shown)
        self.path.setVisible(shown)
        self.desk.setVisible(not shown)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(event.rect(), self._icons.theme.color("chrome"))
        painter.end()

    def _name_search(self) -> None:
        everything = self.tr("Search tickets, requests, people")
        self.search.set_words(everything if self._context.approvals.inboxes else self.tr("Search tickets and people"))

    def _on_whoami(self, whoami: Whoami) -> None:
        self.desk.setText(whoami.desk_title)
        self.desk.setAccessibleName(self.tr("Desk {title}").format(title=whoami.desk_title))
        self.new_ticket.setVisible(self._context.allowed("submit_ticket") is not None)

    def _open_desk_menu(self) -> None:
        """The directory it lies in, and what concerns the whole desk."""
        menu = QMenu(self)
        menu.addAction(str(self._context.desk.directory)).setEnabled(False)
        menu.addSeparator()
        for id in ("switch_desk", "import_files", "export_tickets", "preferences"):
            menu.addAction(self._actions[id])
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(self.desk.mapToGlobal(self.desk.rect().bottomLeft()))

    def _build(self) -> None:
        theme = self._icons.theme
        left, right = QWidget(), QWidget()
        for side in (left, right):
            side.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        left_row, right_row = QHBoxLayout(left), QHBoxLayout(right)
        for row in (left_row, right_row):
            row.setContentsMargins(0, 0, 0, 0)
            row.setSpacing(theme.px(8))
        left_row.addWidget(self.back)
        left_row.addWidget(self.desk)
        left_row.addWidget(self.path, 1)
        left_row.addStretch(1)
        right_row.addStretch(1)
        right_row.addWidget(self.new_ticket)
        right_row.addSpacing(theme.px(4))
        right_row.addWidget(self.bell)
        right_row.addWidget(self.avatar)
        row = QHBoxLayout(self)
        row.setContentsMargins(theme.px(10), theme.px(7), theme.px(14), theme.px(9))
        row.setSpacing(theme.px(12))
        row.addWidget(left, 3)
        row.addWidget(self.search, 4)
        row.addWidget(right, 3)
        self.show_back(False)


class _AvatarButton(Button):
    """Who sits here; its menu has what concerns the person."""

    def __init__(self, context: Context, actions: Actions, icons: Icons) -> None:
        super().__init__(icons, name="account_menu", kind="bare")
        self._actions = actions
        self.face = Avatar(icons.theme, size=27, ground="chrome")
        self.face.setParent(self)
        self.face.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.clicked.connect(self._open)
        context.whoami_changed.connect(self._on_whoami)
        if context.whoami is not None:
            self._on_whoami(context.whoami)

    def _on_whoami(self, whoami: Whoami) -> None:
        self.face.show_person(whoami.person.name, whoami.person.id)
        name_button(self, self.tr("You are {name}").format(name=whoami.person.name))

    def sizeHint(self) -> QSize:
        side = self.face.sizeHint().width() + self._icons.theme.px(6)
        return QSize(side, side)

    def resizeEvent(self, event: QResizeEvent) -> None:
        size = self.face.sizeHint()
        self.face.setGeometry(
            (self.width() - size.width()) // 2, (self.height() - size.height()) // 2, size.width(), size.height()
        )

    def filled_menu(self) -> QMenu:
        menu = QMenu(self)
        menu.setObjectName("account_menu_items")
        menu.addAction(self._actions["go_mine"])
        menu.addSeparator()
        for id in ("preferences", "shortcuts", "about"):
            menu.addAction(self._actions[id])
        menu.addSeparator()
        menu.addAction(self._actions["quit"])
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        return menu

    def _open(self) -> None:
        self.filled_menu().popup(self.mapToGlobal(self.rect().bottomLeft()))
