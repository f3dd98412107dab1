"""Buttons as the pictures have them: main, outlined, bare, pills, tabs in a row and a button with a menu beside it."""

from collections.abc import Sequence
from typing import Literal

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QAction, QFocusEvent, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QHBoxLayout, QMenu, QPushButton, QSizePolicy, QWidget

from ui.icons import Icons
from ui.theme import FontRole, text_width
from ui.widgets.button_colors import Colors as Colors
from ui.widgets.button_colors import Kind as Kind
from ui.widgets.button_colors import colors_of, faded
from ui.widgets.inputs import is_for_dialog
from ui.widgets.plain_label import Themed, paint_box, paint_focus, set_tooltip

PillKind = Literal["toggle", "menu", "answer"]
_GAP = 5
_SMALLEST_TARGET = 28
_SMALL = ("small", "bare", "link")
_FILLED = ("primary", "danger", "success")


class Button(QPushButton, Themed):
    """`name` becomes the object name. The icon is a name of `ui.icons`. A button without a text: `icon_button`."""

    def __init__(self, icons: Icons, text: str = "", icon: str = "", *, name: str = "", kind: Kind = "ghost") -> None:
        super().__init__()
        self._icons, self._icon_name, self._kind = icons, icon, kind
        self._ring = False
        self._action: QAction | None = None
        self.setObjectName(name)
        self.setText(text)
        self.setAutoDefault(False)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.follow(icons.theme)

    @property
    def bound_action(self) -> QAction | None:
        return self._action

    @property
    def icon_name(self) -> str:
        return self._icon_name

    def set_icon(self, name: str) -> None:
        self._icon_name = name
        self.updateGeometry()
        self.update()

    def set_kind(self, kind: Kind) -> None:
        self._kind = kind
        self.dress()

    def bind(self, action: QAction) -> None:
        """One action, shown here, too: same words, same state, same reason in the tooltip."""
        self._action = action
        action.changed.connect(self._take_over)
        self.clicked.connect(action.trigger)
        self._take_over()

    def dress(self) -> None:
        self.setFont(self._icons.theme.font(self._role(), self._font_weight()))
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        theme = self._icons.theme
        metrics = theme.metrics(self._role(), self._font_weight())
        height = max(_SMALLEST_TARGET, metrics.height() + theme.px(12 if self._kind in _SMALL else 16))
        if not self.text():
            return QSize(max(height, _SMALLEST_TARGET), height)
        words = text_width(metrics, self.text().replace("&", ""))
        return QSize(words + self._icon_room() + 2 * self._padding(), height)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def focusInEvent(self, event: QFocusEvent) -> None:
        self._ring = event.reason() != Qt.FocusReason.MouseFocusReason
        super().focusInEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if is_for_dialog(event):
            event.ignore()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        theme, colors = self._icons.theme, self._colors()
        box = QRectF(self.rect())
        paint_box(painter, box, colors.fill, colors.line, radius=self._radius())
        self._paint_content(painter, box, colors)
        if self.hasFocus() and self._ring:
            # On a filled button a ring of its own colour would be lost: a gap of the ground sets it off.
            if self._kind in _FILLED:
                inner = box.adjusted(2, 2, -2, -2)
                paint_box(painter, inner, None, theme.color("on_accent"), radius=self._radius() - 2)
            paint_focus(painter, box, theme, radius=self._radius())
        painter.end()

    def _take_over(self) -> None:
        assert self._action is not None
        self.setText(self._action.text())
        self.setEnabled(self._action.isEnabled())
        self.setCheckable(self._action.isCheckable())
        self.setChecked(self._action.isChecked())
        tip = self._action.toolTip() or self._action.text()
        keys = self._action.shortcut().toString()
        set_tooltip(self, f"{tip} ({keys})" if keys else tip)

    def _role(self) -> FontRole:
        return "small" if self._kind == "bare" else "body"

    def _font_weight(self) -> int:
        return 600 if self._kind in (*_FILLED, "link") else 400

    def _padding(self) -> int:
        return self._icons.theme.px({"bare": 6, "link": 4, "small": 10}.get(self._kind, 13))

    def _radius(self) -> float:
        return self._icons.theme.px(6)

    def _icon_room(self) -> int:
        return self._icons.size() + self._icons.theme.px(_GAP) if self._icon_name else 0

    def _colors(self) -> Colors:
        theme = self._icons.theme
        colors = colors_of(self._kind, theme, hovered=self.underMouse() or self.isDown(), checked=self.isChecked())
        return colors if self.isEnabled() else faded(colors, theme)

    def _paint_content(self, painter: QPainter, box: QRectF, colors: Colors) -> None:
        theme, side = self._icons.theme, self._icons.size()
        metrics = theme.metrics(self._role(), self._font_weight())
        words = text_width(metrics, self.text().replace("&", "")) if self.text() else 0
        gap = theme.px(_GAP) if words and self._icon_name else 0
        left = box.center().x() - (words + gap + (side if self._icon_name else 0)) / 2
        if self._icon_name:
            icon = QRectF(round(left), round(box.center().y() - side / 2), side, side)
            self._icons.paint(painter, icon, self._icon_name, colors.icon)
            left += side + gap
        if words:
            painter.setFont(self.font())
            painter.setPen(colors.ink)
            place = QRectF(left, box.top(), words + 2, box.height())
            painter.drawText(place, int(Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextShowMnemonic), self.text())


def primary_button(icons: Icons, text: str, icon: str = "", *, name: str) -> Button:
    return Button(icons, text, icon, name=name, kind="primary")


def ghost_button(icons: Icons, text: str, icon: str = "", *, name: str, kind: Kind = "ghost") -> Button:
    return Button(icons, text, icon, name=name, kind=kind)


def link_button(icons: Icons, text: str, *, name: str) -> Button:
    """Bold words in the colour of links, such as *Ask…* in the properties."""
    return Button(icons, text, name=name, kind="link")


def icon_button(icons: Icons, icon: str, words: str, *, name: str, kind: Kind = "bare") -> Button:
    """No text: the words are its accessible name and its tooltip."""
    button = Button(icons, "", icon, name=name, kind=kind)
    name_button(button, words)
    return button


def name_button(button: QAbstractButton, words: str) -> None:
    button.setAccessibleName(words)
    set_tooltip(button, words)


class Pill(Button):
    """A round toggle: a filter, an answer that is ticked, or a filter with a menu that sets its state itself."""

    def __init__(
        self,
        icons: Icons,
        text: str,
        *,
        name: str,
        shape: PillKind = "toggle",
    ) -> None:
        self._with_menu, self._ticked = shape == "menu", shape == "answer"
        super().__init__(icons, text, name=name, kind="small")
        self.setCheckable(True)
        self.toggled.connect(self._on_toggle)

    def sizeHint(self) -> QSize:
        theme = self._icons.theme
        metrics = theme.metrics(self._role(), 600 if self.isChecked() else 400)
        triangle = theme.px(11) if self._with_menu else 0
        height = max(_SMALLEST_TARGET - 2, metrics.height() + theme.px(11))
        return QSize(text_width(metrics, self.text()) + self._icon_room() + triangle + theme.px(22), height)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self._with_menu:
            painter = QPainter(self)
            self._paint_triangle(painter)
            painter.end()

    def nextCheckState(self) -> None:
        if not self._with_menu:
            super().nextCheckState()

    def _on_toggle(self, on: bool) -> None:
        self._icon_name = "check" if on and self._ticked else ""
        self.dress()

    def _role(self) -> FontRole:
        return "small"

    def _font_weight(self) -> int:
        return 600 if self.isChecked() else 500

    def _radius(self) -> float:
        return self.height() / 2

    def _colors(self) -> Colors:
        theme = self._icons.theme
        if self.isChecked():
            return Colors(theme.color("accent_soft"), theme.color("mark"), *[theme.color("accent_ink")] * 2)
        fill = theme.color("hover") if self.underMouse() else None
        return Colors(fill, theme.color("border2"), *[theme.color("text2")] * 2)

    def _paint_content(self, painter: QPainter, box: QRectF, colors: Colors) -> None:
        triangle = self._icons.theme.px(11) if self._with_menu else 0
        super()._paint_content(painter, box.adjusted(0, 0, -triangle, 0), colors)

    def _paint_triangle(self, painter: QPainter) -> None:
        unit = self._icons.theme.px(1)
        middle = QPointF(self.width() - 14.5 * unit, self.height() / 2 + 0.5 * unit)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._colors().ink)
        corners = ((-3, -2.5), (3, -2.5), (0, 3))
        painter.drawPolygon([middle + QPointF(x * unit, y * unit) for x, y in corners])


class PillRow(QWidget):
    """Exactly one of a few answers."""

    chosen = Signal(str)

    def __init__(self, icons: Icons, choices: Sequence[tuple[str, str]], *, name: str) -> None:
        super().__init__()
        self.setObjectName(name)
        self._group = QButtonGroup(self)
        self._keys: list[str] = []
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(icons.theme.px(6))
        for key, words in choices:
            pill = Pill(icons, words, name=f"{name}_{key}", shape="answer")
            self._group.addButton(pill, len(self._keys))
            self._keys.append(key)
            row.addWidget(pill)
        row.addStretch(1)
        self._group.idToggled.connect(self._on_toggle)

    def value(self) -> str:
        """The key of the answer, or an empty text."""
        checked = self._group.checkedId()
        return self._keys[checked] if checked >= 0 else ""

    def set_value(self, key: str) -> None:
        self._group.button(self._keys.index(key)).setChecked(True)

    def _on_toggle(self, number: int, on: bool) -> None:
        if on:
            self.chosen.emit(self._keys[number])


class _Tab(Button):
    def _role(self) -> FontRole:
        return "body"

    def _font_weight(self) -> int:
        return 600 if self.isChecked() else 400

    def _colors(self) -> Colors:
        theme = self._icons.theme
        if self.isChecked():
            return Colors(theme.color("raised"), theme.color("border2"), theme.color("text"), theme.color("text2"))
        return Colors(theme.color("hover") if self.underMouse() else None, None, *[theme.color("text2")] * 2)

    def sizeHint(self) -> QSize:
        """As wide as when it is chosen, so that choosing moves nothing."""
        theme = self._icons.theme
        words = text_width(theme.metrics("body", 600), self.text())
        return QSize(words + self._icon_room() + 2 * theme.px(13), super().sizeHint().height())


class SegmentedTabs(QWidget, Themed):
    """Two or three tabs in a sunken frame, one of them raised."""

    chosen = Signal(str)

    def __init__(self, icons: Icons, *, name: str) -> None:
        super().__init__()
        self._icons = icons
        self._group = QButtonGroup(self)
        self._keys: list[str] = []
        self.setObjectName(name)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self._row = QHBoxLayout(self)
        self._row.setSpacing(0)
        self._group.idToggled.connect(self._on_toggle)
        self.follow(icons.theme)

    def add_tab(self, key: str, text: str, icon: str = "", *, name: str) -> Button:
        tab = _Tab(self._icons, text, icon, name=name, kind="bare")
        tab.setCheckable(True)
        self._group.addButton(tab, len(self._keys))
        self._keys.append(key)
        self._row.addWidget(tab)
        if len(self._keys) == 1:
            tab.setChecked(True)
        tab.dress()
        return tab

    def value(self) -> str:
        return self._keys[self._group.checkedId()]

    def set_value(self, key: str) -> None:
        self._group.button(self._keys.index(key)).setChecked(True)

    def dress(self) -> None:
        edge = self._icons.theme.px(3)
        self._row.setContentsMargins(edge, edge, edge, edge)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        theme = self._icons.theme
        paint_box(painter, QRectF(self.rect()), theme.color("sunken"), theme.color("border"), radius=theme.px(8))
        painter.end()

    def _on_toggle(self, number: int, on: bool) -> None:
        tab = self._group.button(number)
        if isinstance(tab, _Tab):
            tab.dress()
        if on:
            self.chosen.emit(self._keys[number])


class SplitButton(QWidget):
    """A main button, and beside it one that opens what else could be done: Send and its arrow."""

    def __init__(self, icons: Icons, text: str, icon: str, *, name: str, menu_words: str) -> None:
        super().__init__()
        self.main = primary_button(icons, text, icon, name=name)
        self.more = icon_button(icons, "chevron-down", menu_words, name=f"{name}_menu", kind="ghost")
        self._menu = QMenu(self)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(icons.theme.px(8))
        row.addWidget(self.main)
        row.addWidget(self.more)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.more.clicked.connect(self._open)

    def menu(self) -> QMenu:
        """Fill this."""
        return self._menu

    def _open(self) -> None:
        corner = self.more.mapToGlobal(self.more.rect().topRight())
        size = self._menu.sizeHint()
        self._menu.popup(corner - QPointF(size.width(), size.height()).toPoint())
