"""The chips over an inbox of requests: kind and project beside, state and person under More."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from agentdesk.desk.queries.request_filters import SHOWN_STATES
from agentdesk.desk.queries.request_work import InboxChoices
from agentdesk.domain.values import ProcessKind
from ui import words
from ui.icons import Icons
from ui.widgets.buttons import Pill
from ui.widgets.chip_bar import ChipBar, Choice


class RequestFilterBar(ChipBar):
    """What an inbox can be narrowed by is asked for when a menu opens: `show_choices` is given the answer."""

    choices_wanted = Signal()
    save_wanted = Signal()

    def __init__(self, icons: Icons) -> None:
        self._choices = InboxChoices()
        self._open: Callable[[], None] | None = None
        self.type = Pill(icons, "", name="requests_filter_type", shape="menu")
        self.project = Pill(icons, "", name="requests_filter_project", shape="menu")
        self.more = Pill(icons, "", name="requests_filter_more", shape="menu")
        super().__init__(icons, {"kind": self.type, "project": self.project}, self.more, name="requests_filter")
        self.type.clicked.connect(lambda: self.open_menu("kind", self.type))
        self.project.clicked.connect(lambda: self.open_menu("project", self.project))
        self.more.clicked.connect(lambda: self._ask(self._open_more))
        self.retranslate()

    def retranslate(self) -> None:
        self.type.setText(self.tr("Type"))
        self.project.setText(self.tr("Project"))
        self.more.setText(self.tr("More"))
        self.more.setAccessibleName(self.tr("More filters…"))
        super().retranslate()

    def show_choices(self, choices: InboxChoices) -> None:
        self._choices = choices
        self.show_filters(self._filters)  # people are called by their names now
        opens, self._open = self._open, None
        if opens is not None:
            opens()

    def words_of(self, item: str) -> str:
        name, _, value = item.partition("=")
        if name == "unread":
            return self.tr("Unread")
        if name == "waiting":
            return self.tr("Waiting for a decision")
        return next((choice.words for choice in self._of(name) if item in choice.filters), value)

    # ------------------------------------------------------------------ menus

    def _ask(self, opens: Callable[[], None]) -> None:
        self._open = opens
        self.choices_wanted.emit()

    def open_menu(self, name: str, below: QWidget) -> None:
        """As soon as it is known what there is to choose from."""
        self._ask(partial(self._open_one, name, below))

    def _open_one(self, name: str, below: QWidget) -> None:
        self._menu.clear()
        self._fill(self._menu, self._of(name))
        self._popup(below)

    def _open_more(self) -> None:
        self._menu.clear()
        self._add(self._menu, Choice(self.tr("Unread"), ("unread",)))
        self._fill(self._menu.addMenu(self.tr("Status")), self._of("state"))
        self._fill(self._menu.addMenu(self.tr("Asked for by")), self._of("applicant"))
        self._menu.addSeparator()
        self._menu.addAction(self.tr("Save as view…")).triggered.connect(self.save_wanted)
        self._popup(self.more)

    def _of(self, name: str) -> list[Choice]:
        match name:
            case "kind":
                return [Choice(words.request_kind(kind), (f"kind={kind}",)) for kind in self._kinds()]
            case "project":
                return [Choice(project, (f"project={project}",)) for project in self._choices.projects]
            case "state":
                return [Choice(words.request_state_words(state), (f"state={state}",)) for state in SHOWN_STATES]
            case "applicant":
                people = self._choices.people
                return [Choice(one.name or one.user_name, (f"applicant={one.user_name}",)) for one in people]
            case _:
                return []

    def _kinds(self) -> list[ProcessKind]:
        """Those that occur, and those that are set: a chip is switched off where nothing of its kind is left."""
        chosen = {item.partition("=")[2] for item in self._filters if item.startswith("kind=")}
        return [kind for kind in ProcessKind if kind in self._choices.kinds or kind in chosen]
