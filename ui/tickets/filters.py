"""The chips over a list: what narrows it, shown and switched off one by one."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QPoint, Signal
from PySide6.QtWidgets import QLineEdit, QMenu, QWidget, QWidgetAction

from agentdesk.desk.queries.rows import PersonRow, SetUp
from agentdesk.domain.values import Channel, Priority, StateKind
from ui import words
from ui.icons import Icons
from ui.widgets.buttons import Pill, link_button
from ui.widgets.flow_layout import FlowLayout

Filters = tuple[str, ...]
BESIDE = ("unread", "type", "state")
"""Have a chip of their own; the others are found under More."""


@dataclass(frozen=True, slots=True)
class Choice:
    """One thing to tick: its words and the filters it stands for (states of equal name in several sources)."""

    words: str
    filters: Filters


class FilterChoices:
    """What can be filtered by, from what the desk offers."""

    def __init__(self) -> None:
        self.setup: SetUp | None = None
        self.people: tuple[PersonRow, ...] = ()
        self.staff = False

    def of(self, name: str) -> list[Choice]:
        match name:
            case "type":
                return self._types()
            case "state":
                return self._states()
            case "service":
                return _distinct((s.name, f"service={s.name}") for s in self._setup().services)
            case "priority":
                return [Choice(words.priority(p), (f"priority={p}",)) for p in reversed(Priority)]
            case "source":
                return [Choice(s.title, (f"source={s.id}",)) for s in self._setup().sources]
            case "channel":
                return [Choice(words.channel(c), (f"channel={c}",)) for c in Channel if c != Channel.API]
            case _:
                return [Choice(p.name or p.user_name, (f"handler={p.user_name}",)) for p in self.people]

    def _types(self) -> list[Choice]:
        types = self._setup().types
        return _distinct((words.state(t.labels) or t.name, f"type={t.name}") for t in types)

    def _states(self) -> list[Choice]:
        states = self._setup().states
        offered = {s.id for s in self._setup().sources}
        found = (state for source, listed in states.items() if source in offered for state in listed)
        return _distinct((words.state(labels), f"state={id}") for id, _, labels in found)

    def _setup(self) -> SetUp:
        return self.setup or SetUp(sources=(), types=(), services=(), states={})


def _distinct(pairs: Iterable[tuple[str, str]]) -> list[Choice]:
    """Equal words are one choice that stands for all of them."""
    found: dict[str, list[str]] = {}
    for label, item in pairs:
        known = found.setdefault(label, [])
        if item not in known:
            known.append(item)
    return [Choice(label, tuple(items)) for label, items in found.items()]


class FilterBar(QWidget):
    """Chips Unread, Type, Status and More; what is set under More shows as a chip that takes it off."""

    changed = Signal(tuple)
    save_wanted = Signal()

    def __init__(self, icons: Icons, choices: FilterChoices) -> None:
        super().__init__()
        self._icons, self._choices = icons, choices
        self._filters: Filters = ()
        self._set: list[Pill] = []
        self.unread = Pill(icons, "", name="filter_unread")
        self.type = Pill(icons, "", name="filter_type", shape="menu")
        self.status = Pill(icons, "", name="filter_status", shape="menu")
        self.more = Pill(icons, "", name="filter_more", shape="menu")
        self.clear = link_button(icons, "", name="filter_clear")
        self._menu = QMenu(self)
        self._flow = FlowLayout(self, gap=icons.theme.px(6))
        for chip in (self.unread, self.type, self.status, self.more, self.clear):
            self._flow.addWidget(chip)
        self.unread.clicked.connect(lambda: self._toggle(Choice("", ("unread",))))
        self.type.clicked.connect(lambda: self.open_menu("type", self.type))
        self.status.clicked.connect(lambda: self.open_menu("state", self.status))
        self.more.clicked.connect(self._open_more)
        self.clear.clicked.connect(lambda: self._set_filters(()))
        self.retranslate()
        self.show_filters(())

    def show_filters(self, filters: Filters) -> None:
        """Chips follow the filters; the field above the list has its own."""
        self._filters = filters
        names = {item.partition("=")[0] for item in filters}
        self.unread.setChecked("unread" in names)
        self.type.setChecked("type" in names)
        self.status.setChecked("state" in names)
        self.clear.setVisible(bool(names - {"text"}))
        self._show_set([item for item in filters if item.partition("=")[0] not in (*BESIDE, "text")])

    def retranslate(self) -> None:
        for chip, text in (
            (self.unread, self.tr("Unread")),
            (self.type, self.tr("Type")),
            (self.status, self.tr("Status")),
            (self.more, self.tr("More")),
            (self.clear, self.tr("Clear")),
        ):
            chip.setText(text)
        self.more.setAccessibleName(self.tr("More filters…"))
        self.clear.setAccessibleName(self.tr("Clear filters"))
        self.show_filters(self._filters)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()

    def menu(self) -> QMenu:
        return self._menu

    def open_menu(self, name: str, below: QWidget) -> None:
        self._menu.clear()
        self._fill(self._menu, name)
        self._popup(below)

    # ------------------------------------------------------------------ menus

    def _open_more(self) -> None:
        self._menu.clear()
        for name, title in self._further():
            if len(self._choices.of(name)) > 1:
                self._fill(self._menu.addMenu(title), name)
        if self._choices.staff:
            self._fill_handlers(self._menu.addMenu(self.tr("Handled by")))
            self._add_tag_field(self._menu.addMenu(self.tr("Tag")))
        self._add(self._menu, Choice(self.tr("With attachments"), ("has_files",)))
        self._menu.addSeparator()
        save = self._menu.addAction(self.tr("Save as view…"))
        save.triggered.connect(self.save_wanted)
        self._popup(self.more)

    def _further(self) -> Sequence[tuple[str, str]]:
        return (
            ("service", self.tr("Service")),
            ("priority", self.tr("Priority")),
            ("source", self.tr("Source")),
            ("channel", self.tr("Channel")),
        )

    def _fill(self, menu: QMenu, name: str) -> None:
        choices = self._choices.of(name)
        for choice in choices:
            self._add(menu, choice)
        if not choices:
            menu.addAction(self.tr("Nothing to choose from")).setEnabled(False)

    def _fill_handlers(self, menu: QMenu) -> None:
        self._add(menu, Choice(self.tr("Me"), ("handler=me",)))
        self._add(menu, Choice(self.tr("Nobody"), ("handler=nobody",)))
        if self._choices.people:
            menu.addSeparator()
            self._fill(menu, "handler")

    def _add(self, menu: QMenu, choice: Choice) -> None:
        action = menu.addAction(choice.words.replace("&", "&&"))
        action.setCheckable(True)
        action.setChecked(set(choice.filters) <= set(self._filters))
        action.triggered.connect(lambda: self._toggle(choice))

    def _add_tag_field(self, menu: QMenu) -> None:
        field = QLineEdit()
        field.setObjectName("filter_tag")
        field.setPlaceholderText(self.tr("Tag, then Enter"))
        field.setAccessibleName(self.tr("Tag"))
        field.returnPressed.connect(lambda: self._add_tag(field.text().strip()))
        holder = QWidgetAction(menu)
        holder.setDefaultWidget(field)
        menu.addAction(holder)

    def _add_tag(self, tag: str) -> None:
        self._menu.close()
        if tag:
            self._set_filters((*self._filters, f"tag={tag}"))

    def _popup(self, below: QWidget) -> None:
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
            pill = Pill(self._icons, self._words_of(item), name=f"filter_set_{number}")
            pill.setChecked(True)
            pill.set_icon("close")
            pill.clicked.connect(lambda _=False, item=item: self._toggle(Choice("", (item,))))
            self._flow.addWidget(pill)
            self._set.append(pill)
        self.updateGeometry()

    def _words_of(self, item: str) -> str:
        name, _, value = item.partition("=")
        fixed = {
            "has_files": self.tr("With attachments"),
            "waiting": self.tr("Waiting for us"),
            "handler=me": self.tr("Handled by me"),
            "handler=nobody": self.tr("Without a handler"),
        }
        if item in fixed or name in fixed:
            return fixed.get(item) or fixed[name]
        if name == "state_kind":
            return self.tr("Open") if value == "open" else words.state_kind(StateKind(value))
        known = (choice.words for choice in self._choices.of(name) if item in choice.filters) if name != "tag" else ()
        return next(iter(known), value)
