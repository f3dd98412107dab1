"""The command palette over the shaded window."""

from PySide6.QtCore import QEvent, QModelIndex, QObject, QRectF, Qt
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QApplication, QFrame, QHBoxLayout, QLineEdit, QListView, QVBoxLayout, QWidget

from ui.actions import Actions
from ui.context import Context
from ui.icons import Icons
from ui.palette.delegate import PaletteDelegate
from ui.palette.model import COMMANDS, PEOPLE, TICKETS, Item, PaletteModel, fitting, parts_of
from ui.palette.sources import Doings, Finds, Places
from ui.widgets.announce import announce
from ui.widgets.dialog_frame import SHADE_OPACITY, paint_card_shadow
from ui.widgets.inputs import is_enter
from ui.widgets.plain_label import Hairline, IconLabel, Themed, paint_box, plain_label, text_label
from ui.widgets.search_field import KeyCap

WIDTH, TOP, MOST_HEIGHT = 660, 92, 400
_MOST_PLAIN = 6
"""Of each group, while nothing is typed."""
_MOVES = (Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown)


class Palette(QWidget, Themed):
    """Covers the window and takes every click: outside of the card it closes."""

    def __init__(self, context: Context, actions: Actions, icons: Icons, window: QWidget) -> None:
        super().__init__(window)
        self._icons, self._actions, self._over = icons, actions, window
        self.setObjectName("command_palette")
        self._doings = Doings(context, actions, self)
        self._places = Places(context, actions, self)
        self._finds = Finds(context, self)
        self._back_to: QWidget | None = None
        self.rows = PaletteModel(self)
        self.input = QLineEdit()
        self.list = QListView()
        self._nothing = text_label(icons.theme, color="text2")
        self._build()
        self.input.textChanged.connect(self._on_text)
        self.input.installEventFilter(self)
        self.list.clicked.connect(self._run)
        self._finds.changed.connect(self._show)
        window.installEventFilter(self)
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        app.focusChanged.connect(self._on_focus)
        self.retranslate()
        self.follow(icons.theme)
        self.hide()

    # ------------------------------------------------------------------ opening and closing

    def open(self, text: str = "") -> None:
        """Focus comes back to where it was, unless what was chosen moved it."""
        if not self.isVisible():
            self._back_to = QApplication.focusWidget()
        self._actions.refresh()
        self.setGeometry(self._over.rect())
        self.input.setText(text)
        self._on_text(text)
        self.raise_()
        self.show()
        self.input.setFocus(Qt.FocusReason.PopupFocusReason)

    def close_palette(self) -> None:
        self.hide()
        self._finds.look_for("")
        if self._back_to is not None:
            self._back_to.setFocus()
            self._back_to = None

    def _on_focus(self, _: QWidget | None, now: QWidget | None) -> None:
        """A key of the window may open a dialog meanwhile: the palette does not wait behind it."""
        if self.isVisible() and now is not None and now.window() is not self.window():
            self.close_palette()

    def retranslate(self) -> None:
        self.input.setPlaceholderText(self.tr("What do you want to do?"))
        self.input.setAccessibleName(self.tr("Command palette"))
        self.list.setAccessibleName(self.tr("Results"))
        for label, text in zip(self._hints, self._hint_words(), strict=True):
            label.setText(text)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()

    # ------------------------------------------------------------------ what is shown

    def _on_text(self, text: str) -> None:
        sign, wanted = parts_of(text)
        self._finds.look_for(wanted if sign != COMMANDS else "")
        self._show()

    def _show(self) -> None:
        sign, wanted = parts_of(self.input.text())
        current = self._current_key()
        self.rows.show(self._groups(sign, wanted))
        self._show_note(empty=self.rows.rowCount() == 0 and bool(wanted))
        row = self._row_of(current) if current else -1
        self.list.setCurrentIndex(self.rows.index(row if row >= 0 else self.rows.first()))
        self._settle()
        if self.isVisible() and wanted:
            announce(self.list, self.list.currentIndex().data() or self._nothing.text())

    def _show_note(self, *, empty: bool) -> None:
        """What the index has not reached yet cannot be found yet."""
        behind = self._finds.unindexed
        nothing = self.tr("Nothing found.") if empty else ""
        late = self.tr("%n message(s) cannot be found yet.", "", behind) if behind else ""
        self._nothing.setText("\n".join(part for part in (nothing, late) if part))
        self._nothing.setVisible(bool(nothing or late))

    def _groups(self, sign: str, wanted: str) -> list[tuple[str, list[Item]]]:
        tickets, people = [*self._finds.tickets(), *self._finds.requests()], self._finds.people()
        found = fitting_first(tickets, wanted) + fitting_first(people, wanted)
        groups = [
            (COMMANDS, self.tr("This request"), fitting(self._doings.of_request(), wanted)),
            (COMMANDS, self.tr("This ticket"), fitting(self._doings.of_ticket(), wanted)),
            ("", self.tr("Go to"), fitting(self._places.items(), wanted)),
            (COMMANDS, self.tr("Commands"), fitting(self._doings.of_window(), wanted)),
        ]
        if sign == TICKETS:
            return [(self.tr("Tickets and requests"), fitting_first(tickets, wanted))]
        if sign == PEOPLE:
            return [(self.tr("People"), fitting_first(people, wanted))]
        shown = [(head, items if wanted else _first(items)) for of, head, items in groups if sign in ("", of)]
        return shown if sign else [*shown, (self.tr("Tickets, requests and people"), found)]

    def _current_key(self) -> str:
        index = self.list.currentIndex()
        return self.rows.item(index.row()).key if index.isValid() and index.row() < self.rows.rowCount() else ""

    def _row_of(self, key: str) -> int:
        rows = range(self.rows.rowCount())
        return next((row for row in rows if self.rows.item(row).key == key and self.rows.item(row).enabled), -1)

    # ------------------------------------------------------------------ keys and mouse

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self._over and event.type() == QEvent.Type.Resize:
            self.setGeometry(self._over.rect())
            self._settle()
        if watched is self.input and isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            return self._on_key(event)
        return super().eventFilter(watched, event)

    def _on_key(self, event: QKeyEvent) -> bool:
        if event.key() in _MOVES:
            QApplication.sendEvent(self.list, event)
        elif event.key() == Qt.Key.Key_Escape:
            self.close_palette()
        elif is_enter(event):
            self._run(self.list.currentIndex())
        else:
            return event.key() in (Qt.Key.Key_Tab, Qt.Key.Key_Backtab)
        return True

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if not self._card.geometry().contains(event.position().toPoint()):
            self.close_palette()

    def _run(self, index: QModelIndex) -> None:
        if not index.isValid():
            return
        item = self.rows.item(index.row())
        if item.run is not None and item.enabled:
            self.close_palette()
            item.run()

    # ------------------------------------------------------------------ look

    def dress(self) -> None:
        self.input.setFont(self._icons.theme.font("pane_title", 400))
        self._settle()
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        theme, card = self._icons.theme, QRectF(self._card.geometry())
        shade = theme.color("shade")
        shade.setAlphaF(SHADE_OPACITY)
        painter.fillRect(self.rect(), shade)
        paint_card_shadow(painter, card, theme.px(10))
        paint_box(painter, card, theme.color("raised"), theme.color("border2"), radius=theme.px(10))
        painter.end()

    def _settle(self) -> None:
        """As high as its rows, within limits; in the upper middle of the window."""
        theme = self._icons.theme
        width = min(theme.px(WIDTH), self.width() - theme.px(32))
        hints = (self.list.sizeHintForRow(row) for row in range(self.rows.rowCount()))
        top = min(theme.px(TOP), max(theme.px(16), self.height() // 10))
        most = min(theme.px(MOST_HEIGHT), self.height() - top - theme.px(130))
        self.list.setFixedHeight(max(0, min(sum(hints) + theme.px(12), most)))
        self._column.activate()  # or its hint of before would count until the next turn of the event loop
        self._card.setGeometry((self.width() - width) // 2, top, width, self._column.totalSizeHint().height())
        self.update()

    def _build(self) -> None:
        theme = self._icons.theme
        self._card = QWidget(self)
        self.input.setObjectName("palette_input")
        self.input.setProperty("bare", "true")
        self.list.setObjectName("palette_list")
        self.list.setModel(self.rows)
        self._delegate = PaletteDelegate(self._icons, self)
        self.list.setItemDelegate(self._delegate)
        self.list.setFrameShape(QFrame.Shape.NoFrame)
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.viewport().setAutoFillBackground(False)
        self._nothing.setContentsMargins(theme.px(20), theme.px(12), theme.px(20), theme.px(12))
        top = QHBoxLayout()
        top.setContentsMargins(theme.px(16), theme.px(10), theme.px(16), theme.px(10))
        top.setSpacing(theme.px(14))
        top.addWidget(IconLabel(self._icons, "search", size=20))
        top.addWidget(self.input, 1)
        inset = QVBoxLayout()
        inset.setContentsMargins(theme.px(8), theme.px(6), theme.px(8), theme.px(6))
        inset.addWidget(self.list)
        self._column = column = QVBoxLayout(self._card)
        column.setContentsMargins(1, 1, 1, 1)
        column.setSpacing(0)
        column.addLayout(top)
        column.addWidget(Hairline(theme))
        column.addLayout(inset)
        column.addWidget(self._nothing)
        column.addWidget(Hairline(theme))
        column.addLayout(self._footer())

    def _footer(self) -> QHBoxLayout:
        theme = self._icons.theme
        row = QHBoxLayout()
        row.setContentsMargins(theme.px(15), theme.px(10), theme.px(16), theme.px(10))
        row.setSpacing(theme.px(6))
        self._hints = [plain_label(theme, role="meta", color="text2") for _ in range(4)]
        for keys, label in zip(("↑ ↓", "Enter", "Esc"), self._hints[:3], strict=True):
            row.addWidget(KeyCap(theme, keys))
            row.addWidget(label)
            row.addSpacing(theme.px(8))
        row.addStretch(1)
        row.addWidget(self._hints[3])
        return row

    def _hint_words(self) -> list[str]:
        return [self.tr("move"), self.tr("run"), self.tr("close"), self.tr("> commands   # tickets   @ people")]


def fitting_first(items: list[Item], wanted: str) -> list[Item]:
    """What the desk found stays even where the words stand in the text and not in the title."""
    fits = fitting(items, wanted)
    keys = {item.key for item in fits}
    return fits + [item for item in items if item.key not in keys]


def _first(items: list[Item]) -> list[Item]:
    """While nothing is typed: a few that can be done now."""
    return [item for item in items if item.enabled][:_MOST_PLAIN]
