"""All keys on one sheet, made from the table of actions, with a field to find one."""

from collections.abc import Sequence

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ui.icons import Icons
from ui.widgets.dialog_frame import WIDE, DialogFrame
from ui.widgets.plain_label import plain_label, text_label
from ui.widgets.search_field import KeyCap, SearchField

Shortcut = tuple[str, str, Sequence[str]]
"""Section, words and keys as a person reads them."""


class ShortcutsDialog(DialogFrame):
    def __init__(self, icons: Icons, shortcuts: Sequence[Shortcut], parent: QWidget | None = None) -> None:
        super().__init__(icons, "shortcuts", "", parent=parent, width=WIDE)
        self.set_title(self.tr("Keyboard shortcuts"))
        self.set_main(self.tr("Close"), harmless=True)
        self.cancel.hide()
        self._search = SearchField(icons, self.tr("Find an action or a key"), name="shortcuts_search")
        self.body.addWidget(self._search)
        self._nothing = text_label(icons.theme, self.tr("No action is called like that."), color="text2")
        self._nothing.hide()
        self._lines: list[tuple[str, QWidget]] = []
        self._heads: list[tuple[QWidget, list[QWidget]]] = []
        self._fill(shortcuts)
        self.body.addWidget(self._nothing)
        self._search.text_changed.connect(self._on_text)
        self._search.setFocus()
        self.finished.connect(self.deleteLater)

    def shown(self) -> tuple[str, ...]:
        """The words of the lines that are visible now."""
        return tuple(line.accessibleName() for _, line in self._lines if not line.isHidden())

    def _fill(self, shortcuts: Sequence[Shortcut]) -> None:
        sections = dict.fromkeys(section for section, _, _ in shortcuts)
        for section in sections:
            head = plain_label(self.icons.theme, section, role="label", color="text2")
            self.body.addWidget(head)
            box = QVBoxLayout()
            box.setSpacing(self.icons.theme.px(2))
            lines = [self._line(words, keys) for name, words, keys in shortcuts if name == section]
            for line in lines:
                box.addWidget(line)
            self.body.addLayout(box)
            self._heads.append((head, lines))

    def _line(self, words: str, keys: Sequence[str]) -> QWidget:
        line = QWidget()
        line.setAccessibleName(f"{words}: {', '.join(keys)}")
        row = QHBoxLayout(line)
        row.setContentsMargins(0, self.icons.theme.px(2), 0, self.icons.theme.px(2))
        row.setSpacing(self.icons.theme.px(6))
        row.addWidget(text_label(self.icons.theme, words), 1)
        for key in keys:
            row.addWidget(KeyCap(self.icons.theme, key))
        self._lines.append((f"{words} {' '.join(keys)}".casefold(), line))
        return line

    def _on_text(self, text: str) -> None:
        wanted = text.strip().casefold()
        for words, line in self._lines:
            line.setVisible(wanted in words)
        for head, lines in self._heads:
            head.setVisible(any(not line.isHidden() for line in lines))
        self._nothing.setVisible(not self.shown())
