"""The chips over a list: what narrows it, shown and switched off one by one."""

from collections.abc import Iterable, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QMenu, QWidget, QWidgetAction

from agentdesk.desk.queries.rows import PersonRow, SetUp
from agentdesk.domain.values import Channel, Priority, StateKind
from ui import words
from ui.icons import Icons
from ui.widgets.buttons import Pill
from ui.widgets.chip_bar import ChipBar, Choice


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


class FilterBar(ChipBar):
    """Chips Unread, Type, Status and More; what is set under More shows as a chip that takes it off."""

    save_wanted = Signal()

    def __init__(self, icons: Icons, choices: FilterChoices) -> None:
        self._choices = choices
        self.unread = Pill(icons, "", name="filter_unread")
        self.type = Pill(icons, "", name="filter_type", shape="menu")
        self.status = Pill(icons, "", name="filter_status", shape="menu")
        self.more = Pill(icons, "", name="filter_more", shape="menu")
        beside = {"unread": self.unread, "type": self.type, "state": self.status}
        super().__init__(icons, beside, self.more, name="filter")
        self.unread.clicked.connect(lambda: self._toggle(Choice("", ("unread",))))
        self.type.clicked.connect(lambda: self.open_menu("type", self.type))
        self.status.clicked.connect(lambda: self.open_menu("state", self.status))
        self.more.clicked.connect(self._open_more)
        self.retranslate()

    def retranslate(self) -> None:
        for chip, text in (
            (self.unread, self.tr("Unread")),
            (self.type, self.tr("Type")),
            (self.status, self.tr("Status")),
            (self.more, self.tr("More")),
        ):
            chip.setText(text)
        self.more.setAccessibleName(self.tr("More filters…"))
        super().retranslate()

    def open_menu(self, name: str, below: QWidget) -> None:
        self._menu.clear()
        self._fill(self._menu, self._choices.of(name))
        self._popup(below)

    # ------------------------------------------------------------------ menus

    def _open_more(self) -> None:
        self._menu.clear()
        for name, title in self._further():
            if len(self._choices.of(name)) > 1:
                self._fill(self._menu.addMenu(title), self._choices.of(name))
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

    def _fill_handlers(self, menu: QMenu) -> None:
        self._add(menu, Choice(self.tr("Me"), ("handler=me",)))
        self._add(menu, Choice(self.tr("Nobody"), ("handler=nobody",)))
        if self._choices.people:
            menu.addSeparator()
            self._fill(menu, self._choices.of("handler"))

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

    def words_of(self, item: str) -> str:
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
