"""One QAction for each line of the table: buttons, menus, palette and keys all use that same object."""

from collections.abc import Callable, Iterator, Mapping
from functools import partial

from PySide6.QtCore import QCoreApplication, QMetaObject, QObject, Qt, QTimer
from PySide6.QtGui import QAction, QActionGroup, QKeySequence
from PySide6.QtWidgets import QApplication, QMainWindow, QMenu, QMenuBar, QTextEdit, QWidget

from agentdesk.desk.queries.rows import Link
from agentdesk.domain.commands import name_of
from ui import words
from ui.actions.chords import Chords
from ui.actions.keys import ambiguous, shown
from ui.actions.openers import Openers
from ui.actions.spec import ActionSpec, Scope, State
from ui.actions.table import ANYWHERE, CONTEXT_MENU, MENUS, PRIORITY_OF, TABLE
from ui.context import Context, Place
from ui.icons import Icons
from ui.widgets.explain import explain

_ROLES = {
    "quit": QAction.MenuRole.QuitRole,
    "preferences": QAction.MenuRole.PreferencesRole,
    "about": QAction.MenuRole.AboutRole,
}
_CHECKABLE = ("toggle_nav", "toggle_properties", "full_screen")
Does = Callable[[], object]
_COMING = ("approval", "file/request", "admin", "window")
"""Menus that are not there while they would be empty: without approvals, or for who sets nothing up."""
_TEXT_SLOTS = {"cut": "cut", "copy": "copy", "paste": "paste", "select_all": "selectAll", "redo": "redo"}
"""What the widget with the focus does itself, by the name of its slot."""


class Actions(QObject):
    """`actions["forward_ticket"]`; what it does when triggered is known here or by the pane that says so with `on`.

    Who presses a key right behind the one that chose a ticket means that ticket: it is done when that is shown.
    """

    def __init__(self, context: Context, icons: Icons, window: QWidget) -> None:
        super().__init__(window)
        clashes = list(ambiguous(TABLE))
        assert not clashes, clashes
        self._context, self._icons = context, icons
        self.openers = Openers(context, icons, window)
        self._specs = {spec.id: spec for spec in TABLE}
        self._groups: dict[str, QActionGroup] = {}
        self._places: tuple[tuple[str, Place], ...] = ()
        self._bare = True
        self._translated: dict[str, str] = {}
        self._shown: dict[str, tuple[State, str]] = {}
        """What each of them shows: most changes of what is selected change few."""
        self._link_seen = context.link.state, context.link.code, bool(context.link.waiting)
        self._does: dict[str, list[Does]] = {}
        self._kept = ""
        """What is to be done as soon as what was chosen is shown."""
        self._made = {spec.id: self._make(spec) for spec in TABLE}
        self._chord = self._make_chord()
        self.chords = Chords(self._seconds, self)
        self._chord.triggered.connect(self.chords.start)
        self._menus: dict[str, QMenu] = {}
        self._soon = QTimer(self, singleShot=True, interval=0)
        self._soon.timeout.connect(self.refresh)
        self._follow()
        self.retranslate()

    def __getitem__(self, id: str) -> QAction:
        return self._made[id]

    def __iter__(self) -> Iterator[str]:
        return iter(self._made)

    def __contains__(self, id: object) -> bool:
        return id in self._made

    def spec(self, id: str) -> ActionSpec:
        return self._specs[id]

    def on(self, id: str, does: Does) -> None:
        """Does it, too, when the action is triggered and may be done."""
        self._does.setdefault(id, []).append(does)

    # ------------------------------------------------------------------ where they are shown

    def attach_bare(self, widget: QWidget, scope: Scope = "ticket") -> None:
        """Bare letters work in this widget and what is inside it, except where text is typed."""
        for spec in TABLE:
            if spec.scope == scope:
                widget.addAction(self._made[spec.id])
        self.attach_chord(widget)

    def attach_chord(self, widget: QWidget) -> None:
        """G and a letter leave from here, too."""
        widget.addAction(self._chord)

    def fill_menu_bar(self, bar: QMenuBar, only: tuple[str, ...] = ()) -> None:
        """`only` these menus, in a window that needs no more."""
        for spec in TABLE:
            if only and spec.menu.partition("/")[0] not in only:
                continue
            menu = self._menu(spec.menu, bar)
            if spec.starts_group:
                menu.addSeparator()
            menu.addAction(self._made[spec.id])
        self._name_menus()

    def fill_window_beside(self, window: QMainWindow, only: tuple[str, ...]) -> None:
        """A window with few menus, in which the keys for everywhere work as well."""
        self.fill_menu_bar(window.menuBar(), (*only, "window"))
        for id in ANYWHERE:
            window.addAction(self._made[id])
        self.on("close_window", window.close)

    def context_menu(self, parent: QWidget) -> QMenu:
        """For a right click on tickets; what is absent is left out, what is disabled shows why."""
        menu = QMenu(parent)
        menu.setToolTipsVisible(True)
        for id in CONTEXT_MENU:
            if not id:
                menu.addSeparator()
            elif id in MENUS:
                self._add_submenu(menu, id)
            else:
                menu.addAction(self._made[id])
        return menu

    def hint(self) -> str:
        """The keys that may follow G, with their places."""
        return "   ".join(f"{key}  {action.text()}" for key, action in self._seconds().items() if action.isVisible())

    def shortcuts(self) -> list[tuple[str, str, list[str]]]:
        """Section, words and keys of everything this person has, for the sheet."""
        heads = {
            "window": self.tr("Anywhere"),
            "list": self.tr("In the list"),
            "ticket": self.tr("In the list and the ticket"),
            "request": self.tr("With a request"),
            "chord": self.tr("Going to a place"),
        }
        having = [spec for spec in TABLE if spec.keys and self._made[spec.id].isVisible()]
        return [
            (head, self._made[spec.id].text().replace("&", ""), shown(spec.keys[0]))
            for scope, head in heads.items()
            for spec in having
            if spec.scope == scope
        ]

    # ------------------------------------------------------------------ what they say

    def refresh(self) -> None:
        for spec in TABLE:
            self._show_state(spec)
        for path in _COMING:
            if path in self._menus:
                inside = (self._made[spec.id].isVisible() for spec in TABLE if spec.menu == path)
                self._menus[path].menuAction().setVisible(any(inside))
        self._show_places()
        self._show_undo()
        self._go_on()

    def retranslate(self) -> None:
        self._translated = {spec.id: _translated(spec.words) for spec in TABLE}
        for spec in TABLE:
            self._made[spec.id].setText(self._words(spec))
        self._show_places()
        self._name_menus()
        self.refresh()

    @property
    def places(self) -> tuple[tuple[str, Place], ...]:
        return self._places

    def set_places(self, places: tuple[tuple[str, Place], ...]) -> None:
        """The rows of the navigation from above, for Ctrl+1 to Ctrl+9."""
        self._places = places
        self._show_places()

    def set_bare(self, on: bool) -> None:
        """The preference for single-key shortcuts (WCAG 2.1.4)."""
        self._bare = on
        for spec in TABLE:
            if spec.scope != "window":
                self._set_keys(spec)
        self._chord.setEnabled(on)

    def check(self, id: str) -> None:
        """Shows what is chosen in its group, without doing it."""
        self._made[id].setChecked(True)

    # ------------------------------------------------------------------ building

    def _make(self, spec: ActionSpec) -> QAction:
        action = QAction(self)
        action.setObjectName(f"act_{spec.id}")
        action.setMenuRole(_ROLES.get(spec.id, QAction.MenuRole.NoRole))
        action.setCheckable(bool(spec.group) or spec.id in _CHECKABLE or spec.id in PRIORITY_OF)
        if spec.icon:
            action.setIcon(self._icons.icon(spec.icon))
        if spec.group:
            group = self._groups.setdefault(spec.group, QActionGroup(self))
            group.addAction(action)
        if spec.scope != "window":
            action.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        self._set_keys(spec, action)
        action.triggered.connect(partial(self._run, spec.id))
        return action

    def _set_keys(self, spec: ActionSpec, action: QAction | None = None) -> None:
        bare = spec.scope != "window"
        keys = () if bare and not self._bare else spec.keys
        (action or self._made[spec.id]).setShortcuts([QKeySequence(key) for key in keys])

    def _make_chord(self) -> QAction:
        action = QAction(self)
        action.setObjectName("act_go_to")
        action.setShortcut(QKeySequence("G"))
        action.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        return action

    def _seconds(self) -> Mapping[str, QAction]:
        chords = (spec for spec in TABLE if spec.scope == "chord")
        return {spec.keys[0].removeprefix("G, "): self._made[spec.id] for spec in chords}

    def _menu(self, path: str, bar: QMenuBar) -> QMenu:
        if path not in self._menus:
            above, _, _ = path.rpartition("/")
            menu = self._menu(above, bar).addMenu("") if above else bar.addMenu("")
            menu.setObjectName(f"menu_{path.replace('/', '_')}")
            menu.setToolTipsVisible(True)
            self._menus[path] = menu
        return self._menus[path]

    def _name_menus(self) -> None:
        for path, menu in self._menus.items():
            menu.setTitle(_translated(MENUS[path]))

    def _add_submenu(self, menu: QMenu, path: str) -> None:
        inside = [self._made[spec.id] for spec in TABLE if spec.menu == path]
        if any(action.isVisible() for action in inside):
            below = menu.addMenu(_translated(MENUS[path]))
            below.addActions(inside)

    def _follow(self) -> None:
        context = self._context
        for signal in (
            context.whoami_changed, context.setup_changed, context.place_changed, context.selection_changed,
            context.detail_changed, context.common_changed, context.held_changed, context.approvals_changed,
            context.requests_changed, context.request_changed, context.several_changed,
        ):  # fmt: skip
            signal.connect(self._soon.start)
        for chosen in (context.place_changed, context.selection_changed, context.requests_changed):
            chosen.connect(self._forget_kept)
        context.link_changed.connect(self._on_link)

    def _on_link(self, link: Link) -> None:
        """Numbers change with every command; the menus only with what they mean."""
        seen = link.state, link.code, bool(link.waiting)
        if seen != self._link_seen:
            self._link_seen = seen
            self._soon.start()

    # ------------------------------------------------------------------ state

    def _show_state(self, spec: ActionSpec) -> None:
        action, state = self._made[spec.id], spec.state(self._context)
        text = self._words(spec)
        if spec.id in PRIORITY_OF:
            action.setChecked(state.checked)
        if self._shown.get(spec.id) == (state, text) and action.text() == text:
            return
        self._shown[spec.id] = state, text
        if text != action.text():
            action.setText(text)
        action.setVisible(state.visible)
        action.setEnabled(state.visible and state.enabled)
        explain(action, words.refusal(state.reason) if state.reason else text)

    def _words(self, spec: ActionSpec) -> str:
        if spec.id.startswith("nav_"):
            return self._place_words(spec.id)
        other = spec.wording(self._context) if spec.wording else ""
        return _translated(other) if other else self._translated[spec.id]

    def _place_words(self, id: str) -> str:
        number = int(id.removeprefix("nav_"))
        if number > len(self._places):
            return _translated(self._specs[id].words).format(n=number)
        return self._places[number - 1][0].replace("&", "&&")

    def _show_places(self) -> None:
        for number in range(1, 10):
            action = self._made[f"nav_{number}"]
            action.setText(self._place_words(f"nav_{number}"))
            action.setVisible(number <= len(self._places))

    def _show_undo(self) -> None:
        """The Edit menu names what it would take back."""
        action, held = self._made["undo_command"], self._context.held_now
        if held:
            detail = self._context.detail
            command = held[-1].commands[-1]
            same = detail is not None and len(held[-1].ids) == 1 and detail.row.id == getattr(command, "ticket", "")
            number = detail.row.number if same and detail is not None else ""
            action.setText(words.undo_name(name_of(type(command)), number).strip())

    def _run(self, id: str, _checked: bool = False) -> None:
        """What may be done is known anew: what an action shows is as old as its last refresh."""
        spec, self._kept = self._specs[id], ""
        if spec.of_shown and not self._context.shows_chosen:
            self._kept = id
        elif spec.state(self._context).enabled:
            self._do(id)
            for does in self._does.get(id, ()):
                does()

    def _go_on(self) -> None:
        if self._kept and self._context.shows_chosen:
            kept, self._kept = self._kept, ""
            self._made[kept].trigger()

    def _forget_kept(self) -> None:
        """Something else was chosen."""
        self._kept = ""

    def _do(self, id: str) -> None:
        if id in _TEXT_SLOTS:
            _call_slot(_TEXT_SLOTS[id])
        elif id == "paste_plain":
            _paste_plain()
        elif id.startswith("nav_"):
            number = int(id.removeprefix("nav_"))
            if number <= len(self._places):
                self._context.set_place(self._places[number - 1][1])
        else:
            self.openers.run(id)


def _translated(sentence: str) -> str:
    return QCoreApplication.translate("Actions", sentence)


def _call_slot(slot: str) -> None:
    widget = QApplication.focusWidget()
    if widget is not None and widget.metaObject().indexOfMethod(f"{slot}()") >= 0:
        QMetaObject.invokeMethod(widget, slot)


def _paste_plain() -> None:
    """As text alone, in the format that is written in just now; other fields know nothing else anyway."""
    widget = QApplication.focusWidget()
    if isinstance(widget, QTextEdit) and not widget.isReadOnly():
        widget.insertPlainText(QApplication.clipboard().text())
    else:
        _call_slot("paste")
