"""The frame of the reply box, and the rows over and under its text."""

from PySide6.QtCore import QPoint, QRectF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QMenu, QWidget, QWidgetAction

from ui.icons import Icons
from ui.widgets.buttons import Button, SegmentedTabs, SplitButton, icon_button, name_button
from ui.widgets.inputs import is_enter
from ui.widgets.plain_label import ElidedLabel, Themed, paint_box, paint_focus, plain_label
from ui.widgets.rich_editor import RichEditor

_TOOLS = {
    "bold": "bold", "italic": "italic", "link": "link", "list": "bullets", "code": "code", "attach": "attach",
    "canned": "canned",
}  # fmt: skip


_SHIFTED = {
    Qt.Key.Key_K: "link", Qt.Key.Key_7: "numbers", Qt.Key.Key_8: "list", Qt.Key.Key_A: "attach",
    Qt.Key.Key_Slash: "numbers", Qt.Key.Key_Asterisk: "list", Qt.Key.Key_Ampersand: "numbers",
    Qt.Key.Key_ParenLeft: "list",
}  # fmt: skip
"""With Ctrl and Shift; digits arrive as what the keyboard has over them."""


def tool_of(event: QKeyEvent) -> str:
    """The tool a key stands for; `send` for Ctrl+Shift+Enter; empty for none."""
    control = Qt.KeyboardModifier.ControlModifier
    if event.modifiers() == control and event.key() == Qt.Key.Key_Semicolon:
        return "canned"
    if event.modifiers() != control | Qt.KeyboardModifier.ShiftModifier:
        return ""
    return "send" if is_enter(event) else _SHIFTED.get(Qt.Key(event.key()), "")


class Paper(QWidget, Themed):
    """The frame of the box: blue while it is written in, amber for notes."""

    def __init__(self, icons: Icons) -> None:
        super().__init__()
        self._theme = icons.theme
        self.note = False
        self.active = False
        self.follow(icons.theme)

    def dress(self) -> None:
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        theme, box = self._theme, QRectF(self.rect())
        fill = theme.color("note" if self.note else "raised")
        paint_box(painter, box, fill, theme.color("note_border" if self.note else "border2"), radius=theme.px(8))
        if self.active:
            paint_focus(painter, box, theme, radius=theme.px(8))
        painter.end()


class TopRow(QWidget):
    """Reply or internal note, to whom, and whether it is saved."""

    chosen = Signal(str)

    def __init__(self, icons: Icons) -> None:
        super().__init__()
        theme = icons.theme
        self.tabs = SegmentedTabs(icons, name="composer_tabs")
        self.reply = self.tabs.add_tab("reply", "", "reply", name="composer_tab_reply")
        self.note = self.tabs.add_tab("note", "", "note", name="composer_tab_note")
        self.to = ElidedLabel(theme, role="meta", color="text2")
        self.to.setObjectName("composer_to")
        self.state = plain_label(theme, role="meta", color="text2")
        self.state.setObjectName("composer_state")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.px(12))
        row.addWidget(self.tabs)
        row.addWidget(self.to, 1)
        row.addWidget(self.state)
        self.tabs.chosen.connect(self.chosen)

    def show_kinds(self, kind: str, *, reply: bool, note: bool) -> None:
        """Who has only one kind of message needs no tabs."""
        self.tabs.setVisible(note)
        self.reply.setEnabled(reply)
        self.tabs.blockSignals(True)
        self.tabs.set_value(kind)
        self.tabs.blockSignals(False)

    def show_recipients(self, text: str) -> None:
        self.to.setText(text)

    def show_saved(self, text: str, *, bad: bool = False) -> None:
        self.state.setText(text)
        self.state.set_color("danger_ink" if bad else "text2")

    def retranslate(self) -> None:
        self.reply.setText(self.tr("Reply"))
        self.note.setText(self.tr("Internal note"))


class Tools(QWidget):
    wanted = Signal(str)
    """bold, italic, link, list, code, attach, canned"""
    sent = Signal(str)
    """send, confirm or close"""

    def __init__(self, icons: Icons) -> None:
        super().__init__()
        theme = icons.theme
        self._buttons: dict[str, Button] = {}
        self._further: list[tuple[str, str]] = []
        self._links = QMenu(self)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.px(2))
        for tool, icon in _TOOLS.items():
            button = icon_button(icons, icon, "", name=f"composer_{tool}")
            button.clicked.connect(lambda _=False, tool=tool: self.wanted.emit(tool))
            self._buttons[tool] = button
            row.addWidget(button)
        self.hint = plain_label(theme, role="meta", color="text2")
        self.send = SplitButton(icons, "", "send", name="composer_send", menu_words="")
        row.addStretch(1)
        row.addWidget(self.hint)
        row.addSpacing(theme.px(4))
        row.addWidget(self.send)
        self.send.main.clicked.connect(lambda: self.sent.emit("send"))

    def show_for(self, *, staff: bool, further: list[tuple[str, str]]) -> None:
        self._buttons["canned"].setVisible(staff)
        self.send.more.setVisible(len(further) > 1)
        if further == self._further:
            return
        self._further = further
        self.send.menu().clear()
        for key, text in further:
            self.send.menu().addAction(text).triggered.connect(lambda _=False, key=key: self.sent.emit(key))

    def retranslate(self) -> None:
        texts = {
            "bold": self.tr("Bold (Ctrl+B)"),
            "italic": self.tr("Italic (Ctrl+I)"),
            "link": self.tr("Link (Ctrl+Shift+K)"),
            "list": self.tr("List (Ctrl+Shift+8)"),
            "code": self.tr("Code"),
            "attach": self.tr("Attach files (Ctrl+Shift+A)"),
            "canned": self.tr("Canned replies (Ctrl+;)"),
        }
        for tool, button in self._buttons.items():
            name_button(button, texts[tool])
        name_button(self.send.more, self.tr("More ways to send"))
        self.hint.setText(self.tr("Ctrl+Enter"))

    def format(self, editor: RichEditor, tool: str) -> None:
        toggles = {
            "bold": editor.toggle_bold,
            "italic": editor.toggle_italic,
            "list": editor.toggle_bullets,
            "numbers": editor.toggle_numbers,
            "code": editor.toggle_code,
        }
        toggles[tool]()
        editor.setFocus()

    def links(self) -> QMenu:
        return self._links

    def open_link(self, editor: RichEditor) -> None:
        """A field over the button; an address that may not be followed is not taken."""
        self._links.clear()
        field = QLineEdit()
        field.setObjectName("composer_link_address")
        field.setPlaceholderText("https://")
        field.setAccessibleName(self.tr("Address of the link"))
        field.setMinimumWidth(editor.width() // 2)
        field.returnPressed.connect(lambda: self._set_link(editor, field))
        holder = QWidgetAction(self._links)
        holder.setDefaultWidget(field)
        self._links.addAction(holder)
        button = self._buttons["link"]
        self._links.popup(button.mapToGlobal(QPoint(0, -self._links.sizeHint().height())))
        field.setFocus()

    def _set_link(self, editor: RichEditor, field: QLineEdit) -> None:
        if editor.set_link(field.text().strip()):
            self._links.close()
            editor.setFocus()
        else:
            field.setProperty("invalid", "true")
            field.style().unpolish(field)
            field.style().polish(field)
