"""What stands in the place of a request while several are chosen: which, what can be done, and what became of it."""

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from agentdesk.desk.plain import request_state
from agentdesk.desk.queries.request_work import Choosable, ChoosableOf
from agentdesk.desk.queries.rows import Refusal
from agentdesk.domain.commands import Command
from agentdesk.domain.values import Id
from ui import words
from ui.actions import Actions
from ui.actions.approving import FOR_SEVERAL
from ui.approvals.box import Paper
from ui.approvals.decision_bar import DECIDING
from ui.context import Context
from ui.dialogs.alive import if_alive
from ui.icons import Icons
from ui.widgets.buttons import Button
from ui.widgets.chip import StateChip
from ui.widgets.plain_label import ElidedLabel, Hairline, text_label
from ui.widgets.scroll import ColumnScroll
from ui.words.requests import STATES

MOST_SHOWN = 50
"""Lines; of the others their number. Those that were refused come first."""


class SeveralRequests(QWidget):
    """Shown while `active`: several are chosen, or the last that were refused still wait for a look."""

    def __init__(self, context: Context, actions: Actions, icons: Icons) -> None:
        super().__init__()
        self.setObjectName("several_requests")
        self._context, self._icons = context, icons
        self._refused: dict[Id, str] = {}
        self._known: dict[Id, Choosable] = {}
        self._done = 0
        theme = icons.theme
        self.title = text_label(theme, role="ticket_title")
        self.title.setObjectName("several_title")
        self.result = text_label(theme, color="text2")
        self.result.setObjectName("several_result")
        self._body = ColumnScroll(name="several_scroll")
        self._buttons = [self._made(actions, command, *DECIDING[command]) for command in FOR_SEVERAL]
        self._build()
        context.requests_changed.connect(self._on_requests)
        context.several_changed.connect(self._on_several)
        context.many_done.connect(self._on_many_done)

    @property
    def active(self) -> bool:
        return len(self._context.requests) > 1 or any(id in self._refused for id in self._context.requests)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._show()

    def _on_requests(self, ids: tuple[Id, ...]) -> None:
        """A choice of others is a new beginning."""
        if not set(ids) <= self._refused.keys():
            self._refused, self._done = {}, 0
        self._known = {id: one for id, one in self._known.items() if id in ids}
        self._show()

    def _on_several(self, several: tuple[Choosable, ...]) -> None:
        self._known |= {one.row.id: one for one in several}
        self._show()

    def _on_many_done(self, results: tuple[tuple[Command, Refusal | None], ...]) -> None:
        about = [(getattr(command, "request", ""), refusal) for command, refusal in results]
        if not any(id for id, _ in about):
            return
        self._refused = {id: words.refusal(why.code, why.data) for id, why in about if id and why is not None}
        self._done = len(about) - len(self._refused)
        self._show()
        if self._refused:  # how they stand now is part of the reason
            self._context.desk.ask(ChoosableOf(tuple(self._refused)), if_alive(self, self._on_several))

    # ------------------------------------------------------------------ what it shows

    def _show(self) -> None:
        shown = self._shown()
        self.title.setText(self.tr("%n requests selected", "", len(self._context.requests)))
        left = self.tr("%n refused and still selected", "", len(self._refused)) if self._refused else ""
        done = self.tr("%n done", "", self._done) if self._done else ""
        self.result.setText(", ".join(part for part in (done, left) if part))
        self.result.setVisible(bool(self.result.text()))
        self._clear()
        for one in shown[:MOST_SHOWN]:
            self._body.column.addWidget(self._line(one))
        if len(shown) > MOST_SHOWN:
            more = text_label(self._icons.theme, self.tr("and %n more", "", len(shown) - MOST_SHOWN), color="text2")
            self._body.column.addWidget(more)
        self._body.column.addStretch(1)

    def _shown(self) -> list[Choosable]:
        chosen = (self._known[id] for id in self._context.requests if id in self._known)
        return sorted(chosen, key=lambda one: one.row.id not in self._refused)

    def _clear(self) -> None:
        while (item := self._body.column.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()

    def _line(self, one: Choosable) -> QWidget:
        theme, row = self._icons.theme, one.row
        paper = Paper(self._icons, name="several_line")
        paper.setProperty("requestId", row.id)
        title, why = words.request_title(row), self._refused.get(row.id, "")
        state = request_state(row)
        head = QHBoxLayout()
        head.setSpacing(theme.px(8))
        head.addWidget(ElidedLabel(theme, title, role="strong"), 1)
        head.addWidget(StateChip(self._icons, STATES[state][0], words.request_state_words(state), status=state))
        paper.column.setSpacing(theme.px(4))
        paper.column.addLayout(head)
        told = " · ".join(part for part in (row.number, row.applicant.name, words.request_level(row.request)) if part)
        paper.column.addWidget(ElidedLabel(theme, told, role="small", color="text2"))
        if why:
            reason = text_label(theme, why, role="small", color="danger_ink")
            reason.setObjectName("several_reason")
            paper.column.addWidget(reason)
        paper.setAccessibleName(", ".join(part for part in (title, told, why) if part))
        return paper

    # ------------------------------------------------------------------ building

    def _made(self, actions: Actions, command: str, name: str, icon: str, kind: str) -> Button:
        button = Button(self._icons, "", icon, name=f"several_{name}", kind=kind)  # type: ignore[arg-type]
        button.bind(actions[command])
        return button

    def _build(self) -> None:
        theme, px = self._icons.theme, self._icons.theme.px
        head = QVBoxLayout()
        head.setContentsMargins(px(20), px(13), px(16), px(10))
        head.setSpacing(px(6))
        head.addWidget(self.title)
        head.addWidget(self.result)
        self._body.column.setContentsMargins(px(20), px(16), px(16), px(16))
        self._body.column.setSpacing(px(8))
        foot = QHBoxLayout()
        foot.setContentsMargins(px(20), px(12), px(16), px(12))
        foot.setSpacing(px(8))
        foot.addStretch(1)
        for button in self._buttons:
            foot.addWidget(button, 0, Qt.AlignmentFlag.AlignRight)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(head)
        column.addWidget(Hairline(theme))
        column.addWidget(self._body, 1)
        column.addWidget(Hairline(theme))
        column.addLayout(foot)
