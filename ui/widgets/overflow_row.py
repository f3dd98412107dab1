"""A row of action buttons that never forces its window to be wide: what does not fit moves into the ⋯ menu."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QAction, QResizeEvent
from PySide6.QtWidgets import QMenu, QSizePolicy, QWidget

from ui.icons import Icons
from ui.widgets.buttons import Button, icon_button
from ui.widgets.plain_label import Themed


class OverflowRow(QWidget, Themed):
    """The last button goes first; the first one always stays. `tail` widgets keep their place at the right end."""

    def __init__(self, icons: Icons, *, name: str, more_name: str, more_words: str) -> None:
        super().__init__()
        self._icons = icons
        self._buttons: list[Button] = []
        self._tail: list[QWidget] = []
        self._extra: list[QAction] = []
        self._hidden: list[Button] = []
        self._absent: set[Button] = set()
        self.setObjectName(name)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.more = icon_button(icons, "more", more_words, name=more_name, kind="ghost")
        self.more.setParent(self)
        self.more.clicked.connect(self.open_menu)
        self._menu = QMenu(self)
        self.follow(icons.theme)

    def set_buttons(self, buttons: Sequence[Button]) -> None:
        """In this order; buttons of before are deleted."""
        for button in self._buttons:
            button.hide()
            button.deleteLater()
        self._buttons, self._absent = [], set()
        for button in buttons:
            self.add(button)
        self._arrange()

    def add(self, button: Button) -> None:
        self._buttons.append(button)
        button.setParent(self)
        if button.bound_action is not None:
            button.bound_action.changed.connect(self._arrange)
        self._arrange()

    def set_present(self, button: Button, present: bool) -> None:
        (self._absent.discard if present else self._absent.add)(button)
        self._arrange()

    def add_tail(self, widget: QWidget) -> None:
        self._tail.append(widget)
        widget.setParent(self)
        self._arrange()

    def set_extra(self, actions: Sequence[QAction]) -> None:
        """Actions that are only ever in the ⋯ menu."""
        self._extra = list(actions)
        self._arrange()

    def hidden_buttons(self) -> list[Button]:
        return list(self._hidden)

    def dress(self) -> None:
        self._arrange()

    def sizeHint(self) -> QSize:
        widths = [button.sizeHint().width() for button in self._present()]
        return QSize(self._joined([*widths, *self._end_widths(with_more=bool(self._extra))]), self._row_height())

    def minimumSizeHint(self) -> QSize:
        first = [button.sizeHint().width() for button in self._present()[:1]]
        return QSize(self._joined([*first, *self._end_widths(with_more=True)]), self._row_height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.LayoutDirectionChange, QEvent.Type.LanguageChange):
            self._arrange()

    def open_menu(self) -> None:
        self.fill_menu().popup(self.more.mapToGlobal(self.more.rect().bottomLeft()))

    def fill_menu(self) -> QMenu:
        """What ⋯ offers just now."""
        self._menu.clear()
        for button in self._hidden:
            self._menu.addAction(button.bound_action or self._stand_in(button))
        if self._hidden and self._extra:
            self._menu.addSeparator()
        self._menu.addActions(self._extra)
        return self._menu

    def _stand_in(self, button: Button) -> QAction:
        action = QAction(button.text() or button.accessibleName(), self._menu)
        action.setIcon(self._icons.icon(button.icon_name or "more"))
        action.setEnabled(button.isEnabled())
        action.triggered.connect(button.click)
        return action

    def _present(self) -> list[Button]:
        return [button for button in self._buttons if button not in self._absent and _is_visible(button)]

    def _gap(self) -> int:
        return self._icons.theme.px(8)

    def _joined(self, widths: list[int]) -> int:
        return sum(widths) + self._gap() * max(0, len(widths) - 1)

    def _end_widths(self, *, with_more: bool) -> list[int]:
        tail = [_width(widget) for widget in self._tail if not widget.isHidden()]
        return [self.more.sizeHint().width(), *tail] if with_more else tail

    def _row_height(self) -> int:
        parts = [*self._buttons, self.more, *self._tail]
        return max(part.sizeHint().height() for part in parts)

    def _arrange(self) -> None:
        present = self._present()
        shown = list(present)
        while len(shown) > 1 and self._needed(shown, len(present)) > self.width():
            shown.pop()
        self._hidden = present[len(shown) :]
        for button in self._buttons:
            button.setVisible(button in shown)
        left = 0
        for button in shown:
            left = self._set_place(button, left) + self._gap()
        self.more.setVisible(bool(self._hidden or self._extra))
        if not self.more.isHidden():
            self._set_place(self.more, left)
        self._place_tail()
        self.updateGeometry()

    def _needed(self, shown: list[Button], of: int) -> int:
        widths = [button.sizeHint().width() for button in shown]
        return self._joined([*widths, *self._end_widths(with_more=len(shown) < of or bool(self._extra))])

    def _place_tail(self) -> None:
        right = self.width()
        for widget in reversed([widget for widget in self._tail if not widget.isHidden()]):
            right -= _width(widget)
            self._set_place(widget, right)
            right -= self._gap()

    def _set_place(self, widget: QWidget, left: int) -> int:
        """Its right end."""
        size = QSize(_width(widget), widget.sizeHint().height())
        at = left if self.layoutDirection() == Qt.LayoutDirection.LeftToRight else self.width() - left - size.width()
        widget.setGeometry(at, (self.height() - size.height()) // 2, size.width(), size.height())
        return left + size.width()


def _is_visible(button: Button) -> bool:
    return button.bound_action is None or button.bound_action.isVisible()


def _width(widget: QWidget) -> int:
    """A fixed width that somebody set counts more than the hint."""
    return max(widget.sizeHint().width(), widget.minimumWidth())
