"""What an administrator must know about a process: requests that nobody can decide, and what became of the changes."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from agentdesk.desk import DeskError, Outcome
from agentdesk.desk.queries.processes import ProcessDetail
from agentdesk.desk.queries.rows import Link
from ui import words
from ui.context import Context, Place
from ui.icons import Icons
from ui.processes.form import Problem
from ui.widgets.banner import Banner
from ui.words import processes

_ALL_REQUESTS = "approvals.all"


class ProcessAlerts(QWidget):
    revert_wanted = Signal()

    def __init__(self, context: Context, icons: Icons) -> None:
        super().__init__()
        self.setObjectName("process_alerts")
        self._context = context
        self._detail: ProcessDetail | None = None
        self.blocked = Banner(icons, "warn", name="process_blocked")
        self.offline = Banner(icons, "plain", name="process_offline")
        self.restored = Banner(icons, "info", name="process_restored")
        self.problem = Banner(icons, "error", name="process_problem")
        self._show_requests = self.blocked.add_button("", name="process_blocked_show")
        self._start_over = self.restored.add_button("", name="process_start_over")
        self._column = column = QVBoxLayout(self)
        column.setSpacing(icons.theme.px(8))
        self._margins = icons.theme.px(20), icons.theme.px(10)
        for banner in (self.blocked, self.offline, self.restored, self.problem):
            column.addWidget(banner)
        self._show_requests.clicked.connect(lambda: context.set_place(Place(_ALL_REQUESTS)))
        self._start_over.clicked.connect(self.revert_wanted)
        context.link_changed.connect(self._on_link)
        self._on_link(context.link)

    def show_detail(self, detail: ProcessDetail) -> None:
        """Requests at a level with too few approvers wait for an administrator and never pass (HZ-04)."""
        self._detail = detail
        if detail.row.blocked:
            counted = processes.Counted().blocked(detail.row.blocked)
            which = [
                self.tr("{number} (level “{level}”)").format(number=one.number or "–", level=one.level)
                for one in detail.blocked
            ]
            told = self.tr(
                "{what} They never pass by themselves: give somebody the role, or enable an account. {which}"
            )
            self.blocked.show_message(told.format(what=counted, which=", ".join(which)), "warning")
        else:
            self.blocked.hide()
        self._fit()

    def show_restored(self) -> None:
        self.restored.show_message(self.tr("What you changed before and did not save is here again."), "edit")
        self._fit()

    def show_overtaken(self, detail: ProcessDetail) -> None:
        told = self.tr("{name} saved another version meanwhile. Yours is kept here; saved, it becomes the newest.")
        self.restored.show_message(told.format(name=detail.row.updated_by or "–"), "people")
        self._fit()

    def show_problems(self, found: Sequence[Problem]) -> None:
        self._tell(" ".join(words.refusal(one.refusal.code, one.refusal.data) for one in found))

    def show_outcome(self, outcome: Outcome) -> None:
        if outcome.refusal is not None:
            self._tell(words.refusal_sentence(outcome.refusal))
        elif outcome.trouble is not None:
            told = words.trouble(outcome.trouble.code, outcome.trouble.data)
            self._tell(f"{told.sentence} {told.fault} {told.way}")

    def show_unsaved(self, error: DeskError | None) -> None:
        """The draft could not be kept."""
        if error is not None:
            self._tell(words.trouble(error.code, error.data).sentence)

    def clear_problems(self) -> None:
        self._tell("")

    def forget_changes(self) -> None:
        self.restored.hide()
        self._fit()

    def clear(self) -> None:
        for banner in (self.blocked, self.restored, self.problem):
            banner.hide()
        self._fit()

    def retranslate(self) -> None:
        self._show_requests.setText(self.tr("Show all requests"))
        self._start_over.setText(self.tr("Start over"))
        self._on_link(self._context.link)
        if self._detail is not None:
            self.show_detail(self._detail)

    def _tell(self, text: str) -> None:
        if text:
            self.problem.show_message(text, "warning")
        else:
            self.problem.hide()
        self._fit()

    def _on_link(self, link: Link) -> None:
        """Set-up holds for everybody, so it is decided where everybody is."""
        if self._context.desk.served and not link.connected:
            told = self.tr("Setting up processes needs the server. What you change is kept here until you can save it.")
            self.offline.show_message(told, "offline")
        else:
            self.offline.hide()
        self._fit()

    def _fit(self) -> None:
        """No room for nothing."""
        shown = any(not banner.isHidden() for banner in (self.blocked, self.offline, self.restored, self.problem))
        side, top = self._margins
        self._column.setContentsMargins(side, top, side, top if shown else 0)
        self.setVisible(shown)
