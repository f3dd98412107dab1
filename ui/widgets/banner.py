"""A strip in the layout that says how things stand, with buttons for what can be done about it."""

from typing import Literal

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from ui.icons import Icons
from ui.widgets.announce import announce
from ui.widgets.buttons import Button, Kind
from ui.widgets.plain_label import IconLabel, Themed, paint_box, text_label

BannerKind = Literal["info", "warn", "error", "success", "plain"]
# fill, outline, icon
_LOOKS: dict[str, tuple[str, str, str]] = {
    "info": ("accent_soft", "accent_soft", "accent_ink"),
    "warn": ("warn_soft", "note_border", "warn"),
    "error": ("danger_soft", "danger_soft", "danger_ink"),
    "success": ("success_soft", "success_soft", "success_ink"),
    "plain": ("sunken", "border", "text2"),
}


class Banner(QWidget, Themed):
    """Hidden until it has something to say. `boxed` is the rounded form inside a pane, such as the next-step line."""

    def __init__(self, icons: Icons, kind: BannerKind = "info", *, name: str, boxed: bool = True) -> None:
        super().__init__()
        self._icons, self._kind, self._boxed = icons, kind, boxed
        self._buttons: list[Button] = []
        self.setObjectName(name)
        self.icon = IconLabel(icons, "info")
        self.label = text_label(icons.theme, role="small" if boxed else "body", weight=None if boxed else 500)
        self._row = QHBoxLayout(self)
        self._row.addWidget(self.icon)
        self._row.addWidget(self.label, 1)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.follow(icons.theme)
        self.hide()

    def show_message(self, text: str, icon: str = "info", *, kind: BannerKind | None = None) -> None:
        """Said aloud when it is new."""
        self._kind = kind or self._kind
        fresh = self.isHidden() or text != self.label.text()
        self.label.setText(text)
        self.setAccessibleName(text)
        self._icon_name = icon
        self.dress()
        self.show()
        if fresh:
            announce(self, text)

    def text(self) -> str:
        return self.label.text()

    def add_button(self, text: str, icon: str = "", *, name: str, kind: Kind = "small") -> Button:
        button = Button(self._icons, text, icon, name=name, kind=kind)
        self._buttons.append(button)
        self._row.addWidget(button, 0, Qt.AlignmentFlag.AlignVCenter)
        button.show()
        return button

    def add_widget(self, widget: QWidget) -> None:
        """A field or a label between text and buttons."""
        self._row.insertWidget(2, widget, 0, Qt.AlignmentFlag.AlignVCenter)

    def clear_buttons(self) -> None:
        for button in self._buttons:
            self._row.removeWidget(button)
            button.hide()
            button.deleteLater()
        self._buttons.clear()

    def dress(self) -> None:
        theme = self._icons.theme
        side, edge = (12, 8) if self._boxed else (18, 6)
        self._row.setContentsMargins(theme.px(side), theme.px(edge), theme.px(12), theme.px(edge))
        self._row.setSpacing(theme.px(10))
        self.icon.set_icon(self._icon_name, _LOOKS[self._kind][2])
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        theme = self._icons.theme
        fill, line, _ = _LOOKS[self._kind]
        if self._boxed:
            outline = theme.color(line) if self._kind in ("plain", "warn") or not theme.tinted else None
            paint_box(painter, QRectF(self.rect()), theme.color(fill), outline, radius=theme.px(6))
        else:
            painter.fillRect(self.rect(), theme.color(fill))
            painter.fillRect(0, self.height() - 1, self.width(), 1, theme.color(line))
        painter.end()

    _icon_name = "info"
