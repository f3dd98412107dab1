"""A row of words that can be taken out one by one: tags, people."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from ui.icons import Icons
from ui.widgets.buttons import Button, name_button
from ui.widgets.flow_layout import FlowLayout


class RemovableWords(QWidget):
    """Each word is a button that removes it; Delete and Backspace do, too, by being buttons' clicks."""

    removed = Signal(str)

    def __init__(self, icons: Icons, name: str, words: str) -> None:
        super().__init__()
        self._icons, self._name = icons, name
        self._buttons: dict[str, Button] = {}
        self.setObjectName(name)
        self.setAccessibleName(words)
        self._flow = FlowLayout(self, gap=icons.theme.px(6))

    def present(self) -> tuple[str, ...]:
        return tuple(self._buttons)

    def show_words(self, words: Sequence[tuple[str, str]]) -> None:
        for key in tuple(self._buttons):
            self.take(key)
        for key, text in words:
            self.add(key, text)

    def add(self, key: str, text: str) -> None:
        if key in self._buttons:
            return
        button = Button(self._icons, text, "close", name=f"{self._name}_{len(self._buttons)}", kind="small")
        name_button(button, self.tr("Remove {name}").format(name=text))
        button.clicked.connect(lambda: self._on_clicked(key))
        self._buttons[key] = button
        self._flow.addWidget(button)
        button.show()
        self.setVisible(True)

    def take(self, key: str) -> None:
        button = self._buttons.pop(key, None)
        if button is not None:
            self._flow.removeWidget(button)
            button.hide()
            button.deleteLater()
        self.setVisible(bool(self._buttons))

    def _on_clicked(self, key: str) -> None:
        rest = list(self._buttons)
        place = rest.index(key)
        self.take(key)
        left = list(self._buttons.values())
        if left:
            left[min(place, len(left) - 1)].setFocus()
        self.removed.emit(key)
