"""A row of chips that narrow a list: what is set is shown, and switched off one by one."""

from collections.abc import Iterable
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QPoint, Signal
from PySide6.QtWidgets import QMenu, QWidget

from ui.icons import Icons
from ui.widgets.buttons import Pill, link_button
from ui.widgets.flow_layout import FlowLayout

Filters = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Choice:
    """One thing to tick: its words and the filters it stands for (states of equal name in several sources)."""

    words: str
    filters: Filters


class ChipBar(QWidget):
    """Subclasses have the chips of `beside`, each for filters of its name; what else is set has a chip of its own."""

    changed = Signal(tuple)

    def __init__(self, icons: Icons, beside: dict[str, Pill], *more: QWidget, name: str) -> None:
        super().__init__()
        self._icons, self._beside, self._name = icons, beside, name
        self._filters: Filters = ()
        self._set: list[Pill] = []
        self.clear = link_button(icons, "", name=f"{name}_clear")
        self._menu = QMenu(self)
        self._flow = FlowLayout(self, gap=icons.theme.px(6))
        for chip in (*beside.values(), *more, self.clear):
            self._flow.addWidget(chip)
        self.clear.clicked.connect(lambda: self._set_filters(()))

    def show_filters(self, filters: Filters) -> None:
        """Chips follow the filters; the field above the list has its own."""
        self._filters = filters
        names = {item.partition("=")[0] for item in filters}
        for name, chip in self._beside.items():
            chip.setChecked(name in names)
        self.clear.setVisible(bool(names - {"text"}))
        self._show_set([item for item in filters if item.partition("=")[0] not in (*self._beside, "text")])

    def retranslate(self) -> None:
        self.clear.setText(self.tr("Clear"))
        self.clear.setAccessibleName(self.tr("Clear filters"))
        self.show_filters(self._filters)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()

    def menu(self) -> QMenu:
        return self._menu

    def words_of(self, item: str) -> str:
        """What the chip of a filter says."""
        raise NotImplementedError

    # ------------------------------------------------------------------ menus

    def _fill(self, menu: QMenu, choices: Iterable[Choice]) -> None:
        for choice in choices:
            self._add(menu, choice)
        if menu.isEmpty():
            menu.addAction(self.tr("Nothing to choose from")).setEnabled(False)

    def _add(self, menu: QMenu, choice: Choice) -> None:
        action = menu.addAction(choice.words.replace("&", "&&"))
        action.setCheckable(True)
        action.setChecked(set(choice.filters) <= set(self._filters))
        action.triggered.connect(lambda: self._toggle(choice))

    def _popup(self, below: QWidget) -> None:
        if below.isVisible():  # what was to be chosen from may come late
            self._menu.popup(below.mapToGlobal(QPoint(0, below.height())))

    # ------------------------------------------------------------------ filters

    def _toggle(self, choice: Choice) -> None:
        wanted = set(choice.filters)
        if wanted <= set(self._filters):
            self._set_filters(tuple(item for item in self._filters if item not in wanted))
        else:
            self._set_filters((*self._filters, *(item for item in choice.filters if item not in self._filters)))

    def _set_filters(self, filters: Filters) -> None:
        kept = filters or tuple(item for item in self._filters if item.startswith("text="))
        self.show_filters(kept)
        self.changed.emit(kept)

    def _show_set(self, items: list[str]) -> None:
        for pill in self._set:
            self._flow.removeWidget(pill)
            pill.hide()
            pill.deleteLater()
        self._set = []
        for number, item in enumerate(items):
            pill = Pill(self._icons, self.words_of(item), name=f"{self._name}_set_{number}")
            pill.setChecked(True)
            pill.set_icon("close")
            pill.clicked.connect(lambda _=False, item=item: self._toggle(Choice("", (item,))))
            self._flow.addWidget(pill)
            self._set.append(pill)
        self.updateGeometry()
